"""Room 2: what was typed becomes what was meant: owners, target dates, progress, frameworks."""
