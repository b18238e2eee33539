"""A screen as a picture, without a window."""

from __future__ import annotations

import os
from pathlib import Path

import pygame
from pygame import Surface

from game.ui.app import App
from game.ui.screen import Screen
from game.ui.settings import Settings

LONGEST = 20
"""Rounds of work and painting until a picture is taken as it is."""


def headless() -> None:
    """Start pygame without a window or a loudspeaker."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()


def app_with(
    screen: Screen, size: tuple[int, int] = (1600, 900), settings: Settings | None = None
) -> App:
    """An app without a window that shows a screen, once its work is done."""
    headless()
    app = App(size, settings or Settings(language="en"))
    app.push(screen)
    app.settle()
    return app


def picture(app: App, now: float | None = None) -> Surface:
    """What the app shows, all of it painted anew."""
    surface = Surface(app.size)
    for _ in range(LONGEST):  # painting may ask for work, as a map does for its layers
        app.settle()
        app.frame(app.now if now is None else now, surface)
        if not app.worker.busy:
            break
    return surface


def shot(
    screen: Screen,
    path: Path,
    size: tuple[int, int] = (1600, 900),
    settings: Settings | None = None,
) -> App:
    """Save a picture of a screen; the app, to be looked into."""
    app = app_with(screen, size, settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    pygame.image.save(picture(app), str(path))
    return app
