"""What keys, text, the mouse and the window's system ask for: events find who does it."""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame.event import Event

from game.ui import mouse
from game.ui.app import App
from game.ui.commands import activate, inspect, press
from game.ui.keys import chord


def handle(app: App, event: Event) -> None:
    """Do what an event asks for."""
    doer = _DOERS.get(event.type)
    if doer is not None:
        doer(app, event)
    else:
        app.hooks.device(event)


def _key_down(app: App, event: Event) -> None:
    node = app.focused
    if event.key in (pygame.K_LALT, pygame.K_RALT) and app.tips:
        inspect(app)
        return
    pressed = chord(event.key, event.mod, event.unicode)
    writing = node is not None and node.typed is not None and not app.captured
    plain = not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META | pygame.KMOD_LALT)
    if writing and plain and event.unicode and event.unicode.isprintable():
        return  # it comes again as text
    if pressed:
        press(app, pressed)


def _text(app: App, event: Event) -> None:
    node = app.focused
    if node is not None and node.typed is not None:
        node.typed(event.text)
        app.touch()


def _composing(app: App, event: Event) -> None:
    node = app.focused
    if node is not None and node.composing is not None:
        node.composing(event.text)
        app.touch()


def _posted(app: App, event: Event) -> None:
    """A screen reader wants something focused or activated. (access.py)"""
    wanted, name = getattr(event, "access", ("", ""))
    node = app.ground.find(name) if name else None
    if node is None or not (node.focusable or node.do):
        return
    app.set_focus(name)
    if wanted == "click":
        activate(app, node)


def _resized(app: App, event: Event) -> None:
    app.resize((event.w, event.h))


def _attention(app: App, event: Event) -> None:
    app.hooks.attention(event.type == pygame.WINDOWFOCUSGAINED)


def _quit(app: App, event: Event) -> None:
    app.running = False


_DOERS: dict[int, Callable[[App, Event], None]] = {
    pygame.KEYDOWN: _key_down,
    pygame.TEXTINPUT: _text,
    pygame.TEXTEDITING: _composing,
    pygame.MOUSEMOTION: mouse.moved,
    pygame.MOUSEBUTTONDOWN: mouse.pressed,
    pygame.MOUSEBUTTONUP: mouse.released,
    pygame.MOUSEWHEEL: mouse.wheeled,
    pygame.USEREVENT: _posted,
    pygame.WINDOWFOCUSGAINED: _attention,
    pygame.WINDOWFOCUSLOST: _attention,
    pygame.VIDEORESIZE: _resized,
    pygame.QUIT: _quit,
}
