"""A hand on the interface: clicks, keys and text by name of the node, as events."""

from __future__ import annotations

import pygame
from pygame.event import Event

from game.ui.app import App
from game.ui.inputs import handle
from game.ui.keys import event_of
from game.ui.mouse import rect_of


def click(app: App, name: str) -> None:
    """Press and release the mouse in the middle of a node. Raises LookupError if it is not seen."""
    app.set_focus(name) if app.find(name) else None
    rect = rect_of(app, name)
    if not rect.w or not rect.h:
        raise LookupError(f"{name!r} is scrolled out of sight")
    move(app, rect.center)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        handle(app, Event(kind, pos=rect.center, button=1))
    app.refresh()


def hover(app: App, name: str, seconds: float = 1.0) -> None:
    """Rest the mouse on a node until its tooltip comes."""
    move(app, rect_of(app, name).center)
    wait(app, seconds)


def move(app: App, spot: tuple[int, int]) -> None:
    """Move the mouse."""
    handle(app, Event(pygame.MOUSEMOTION, pos=spot, rel=(0, 0), buttons=(0, 0, 0)))


def press(app: App, *chords: str) -> None:
    """Press keys one after another, as "Tab", "Ctrl+Z"."""
    for pressed in chords:
        key, mods = event_of(pressed)
        sign = pressed.lower() if len(pressed) == 1 else ""
        handle(app, Event(pygame.KEYDOWN, key=key, mod=mods, unicode=sign))
        app.refresh()


def write(app: App, words: str) -> None:
    """Type a text into what the keyboard is on."""
    handle(app, Event(pygame.TEXTINPUT, text=words))
    app.refresh()


def wait(app: App, seconds: float) -> None:
    """Let time pass, without spending any."""
    surface = app.canvas.surface or pygame.Surface(app.size)
    app.frame(app.now + seconds, surface)
    app.frame(app.now, surface)
