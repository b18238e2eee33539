"""Many worlds at once: speeds, balance, coverage, and other systems to compare with."""
