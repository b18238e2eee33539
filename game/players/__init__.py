"""AI players: they see only what a nation may see, and give their reasons."""
