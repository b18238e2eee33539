"""The window: events in, frames out, and nothing done while nothing happens."""

from __future__ import annotations

import os
import time

import pygame

from game.ui.app import App
from game.ui.equip import equip
from game.ui.inputs import handle

LEAST = (1024, 640)
IDLE = 600.0


def open_window(app: App, title: str = "Backchannel") -> pygame.Surface:
    """Open the window at native pixels, never scaled up: text stays sharp."""
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_caption(title)
    pygame.key.set_repeat(400, 35)
    surface = _mode(app)
    app.resize(surface.get_size())
    app.worker.wake = _wake
    return surface


def _mode(app: App) -> pygame.Surface:
    if app.settings.full_screen:
        return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
    return pygame.display.set_mode(app.size, pygame.RESIZABLE)


def _wake() -> None:
    """A result has come: let the loop see it. The queue may be closed already."""
    if pygame.display.get_init():
        pygame.event.post(pygame.event.Event(pygame.USEREVENT))


def run(app: App) -> None:
    """Show the app until it is left."""
    surface = open_window(app)
    equip(app)
    full = app.settings.full_screen
    start = time.monotonic()
    while app.running:
        now = time.monotonic() - start
        damaged = app.frame(now, surface)
        if damaged:
            pygame.display.update(damaged)
        for event in _events(app.due()):
            handle(app, event)
        if app.settings.full_screen != full:
            full = app.settings.full_screen
            app.resize(_mode(app).get_size())
        surface = pygame.display.get_surface() or surface
    app.worker.close()


def _events(seconds: float | None) -> list[pygame.event.Event]:
    """The events there are; wait for one until the next frame is due."""
    wait = IDLE if seconds is None else seconds
    if wait > 0:
        first = pygame.event.wait(max(1, int(wait * 1000)))
        return [first, *pygame.event.get()] if first.type != pygame.NOEVENT else []
    return pygame.event.get()
