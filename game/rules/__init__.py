"""The rules: what a world is, and how one turn of it leads to the next. Only numpy is used here."""
