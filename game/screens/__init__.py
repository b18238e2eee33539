"""The screens of the window: one file, one screen. game/ui/__init__.py says how to write one."""

import game.ui as _toolkit  # noqa: F401  it keeps pygame from printing when it is imported
