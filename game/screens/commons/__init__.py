"""The institutions, a page for each kind."""
