"""Room 5: what the reader will see becomes bytes on disk."""
