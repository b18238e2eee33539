"""Who trusts whom: the network, the matrix, and a pair in full."""
