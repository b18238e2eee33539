"""The codex: everything the game has a word for, each on a page, and all of them linked."""
