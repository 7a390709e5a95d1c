"""Room 1: a file becomes what was typed, and where. The only room that opens workbooks."""
