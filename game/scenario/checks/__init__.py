"""Checks: one file, one family of things an author may get wrong. The folder is the list."""
