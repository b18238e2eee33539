"""The screens of the window: one file, one screen. game/ui/__init__.py says how to write one."""
