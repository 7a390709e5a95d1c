"""Room 4: what follows becomes what the reader will see. A report is a value here, not yet a file."""
