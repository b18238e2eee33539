"""After a game: what was true, how it went turn by turn, and what might have been."""
