"""Room 3: what was meant, as at a day, becomes what follows: a RAG with its reason, and plan-wide checks."""
