"""The screens of the window, by where one is. game/ui/__init__.py says how to write one."""
