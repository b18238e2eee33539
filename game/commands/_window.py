"""Opening the window, where there is a display to open it on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from game.terminal.arguments import Misuse

NO_DISPLAY = "there is no display to open a window on"
Open = Callable[[Any], object]


class NoDisplay(Misuse):
    """A window that cannot be opened here."""


def show(opened: Callable[[], Open], spoken: str = "") -> int:
    """Open the window on something and run it until it is left. Raises Misuse, NoDisplay.

    spoken: the language of this start, whatever is set; empty for what is set.
    """
    start = opened()  # what was asked for wrongly is said first
    if not has_display():
        raise NoDisplay(NO_DISPLAY)
    import pygame

    from game.ui import settings
    from game.ui.app import App
    from game.ui.loop import run

    try:
        pygame.display.init()
    except pygame.error as error:
        raise NoDisplay(f"{NO_DISPLAY} ({error})") from None
    app = App(settings=settings.load(), spoken=spoken)
    try:
        start(app)
        run(app)
    except OSError as error:
        raise Misuse(f"{error.filename}: {error.strerror}") from None
    finally:
        pygame.display.quit()
    return 0


def has_display() -> bool:
    """Whether a window can be opened, as far as it can be told before one is."""
    if not sys.platform.startswith("linux"):
        return True
    known = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    return any(os.environ.get(name) for name in known)
