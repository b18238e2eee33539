"""Pages of the institutions, one for each kind."""
