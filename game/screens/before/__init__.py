"""Before a game: the title, what there is to play, what was kept, and how it is to look."""
