"""A nation in full."""
