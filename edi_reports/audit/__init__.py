"""Side room: two or more plans become what changed between them."""
