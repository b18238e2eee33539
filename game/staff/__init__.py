"""The player's advisers: they see one seat's view, and imagine the rest. (Rules 17)"""
