"""The window: events in, frames out, and nothing done while nothing happens."""

from __future__ import annotations

import os
import time

import pygame

from game.ui import pictures
from game.ui.app import App
from game.ui.equip import equip
from game.ui.held import Held
from game.ui.helper import Helper
from game.ui.inputs import handle
from game.ui.sweep import Sweep
from game.ui.theme import DARK

LEAST = (1024, 640)
EMBLEM = 64
IDLE = 600.0
ALERT, DOZING = 0.004, 0.015
"""Seconds between two looks for events, while somebody plays and when nobody did for a while."""
AWAKE = 2.0


def open_window(app: App, title: str = "Backchannel") -> pygame.Surface:
    """Open the window at native pixels, never scaled up: text stays sharp."""
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")  # a texture is sent whole each time
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", title.lower())
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_caption(title)
    pygame.display.set_icon(_emblem())
    pygame.key.set_repeat(400, 35)
    surface = _mode(app)
    app.resize(surface.get_size())
    app.worker.wake = _wake
    return surface


def _emblem() -> pygame.Surface:
    """What stands for the game among the other windows: its mast on a night-blue plate."""
    plate = pygame.Surface((EMBLEM, EMBLEM), pygame.SRCALPHA)
    pygame.draw.rect(plate, DARK.panel, plate.get_rect(), border_radius=EMBLEM // 5)
    mast = pictures.icon("radio-tower", EMBLEM * 3 // 4, DARK.accent)
    plate.blit(mast, mast.get_rect(center=plate.get_rect().center))
    return plate


def _mode(app: App) -> pygame.Surface:
    if app.settings.full_screen:
        return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
    return pygame.display.set_mode(app.size, pygame.RESIZABLE)


def _place_candidates(app: App) -> None:
    """Tell an input method where one writes, so that what it offers stands there."""
    node = app.focused
    if node is not None and node.typed is not None:
        pygame.key.set_text_input_rect(node.rect)


def _wake() -> None:
    """A result has come: let the loop see it. The queue may be closed already."""
    if pygame.display.get_init():
        pygame.event.post(pygame.event.Event(pygame.USEREVENT))


def run(app: App) -> None:
    """Show the app until it is left."""
    surface = open_window(app)
    equip(app)
    app.worker.helper = Helper()
    try:
        with Sweep() as sweep:
            _run(app, surface, sweep)
    finally:
        app.hooks.closing()
    app.worker.close()


def _run(app: App, surface: pygame.Surface, sweep: Sweep) -> None:
    full, held = app.settings.full_screen, Held()
    start = last = time.monotonic()
    while app.running:
        damaged = app.frame(time.monotonic() - start, surface)
        if damaged:
            pygame.display.update(damaged)
            _place_candidates(app)
        if events := _events(app.due(), last, sweep):
            last = time.monotonic()
            sweep.played()
        for event in events:
            if held.hears(event, app.keymap):
                handle(app, event)
        if app.settings.full_screen != full:
            full = app.settings.full_screen
            app.resize(_mode(app).get_size())
        surface = pygame.display.get_surface() or surface


def _events(due: float | None, last: float, sweep: Sweep) -> list[pygame.event.Event]:
    """The events there are, or the first to come before the next frame is due.

    last: when somebody did something. Short naps: pygame's own waiting looks a thousand times a
    second, which costs more.
    """
    end = time.monotonic() + (IDLE if due is None else due)
    while not (events := pygame.event.get()):
        now = time.monotonic()
        if now >= end:
            break
        awake = now - last < AWAKE
        if not awake:
            sweep.paused()
        time.sleep(min(ALERT if awake else DOZING, end - now))
    return events
