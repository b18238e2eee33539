"""A game as it is played and kept, without a pixel: the session, its drafts, its files."""
