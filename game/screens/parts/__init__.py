"""What several screens show alike, and the ways from one to another."""
