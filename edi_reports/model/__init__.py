"""Room 0: what the words mean. Frozen values that every other room shares; nothing here reads, writes or decides."""
