"""Commands: a chord becomes one, and it finds who hears it."""

from __future__ import annotations

from collections.abc import Callable

from game.ui import focus
from game.ui.app import App
from game.ui.helping import keys_dialog
from game.ui.layers import DEEPEST, Tip, explained, has_tip
from game.ui.node import Node
from game.ui.scrolling import scroll_by

ARROWS = {"left", "right", "up", "down", "home", "end", "page_up", "page_down", "rub_out", "remove"}
"""Commands that only what the keyboard is on may hear."""
WRITTEN = ("label", "heading")
"""Roles of nodes that are text."""


def press(app: App, pressed: str) -> bool:
    """A chord was pressed; whether anything heard it."""
    if app.captured:
        taken, app.captured = app.captured, ""
        if app.on_capture is not None:
            app.on_capture(pressed)
        app.touch()
        return bool(taken)
    app.looks.show_focus = True
    return any(command(app, name) for name in app.keymap.commands(pressed))


def command(app: App, name: str) -> bool:
    """A command of the key map; whether anything heard it."""
    here = app.focused
    for node in here.ancestors() if here is not None else ():
        if name in node.on:
            return _did(app, node.on[name])
    ground = app.ground
    for node in ground.walk():
        if node.command == name:
            app.set_focus(node.id)
            return activate(app, node)
    if name not in ARROWS:
        for node in ground.walk():
            if name in node.on:
                return _did(app, node.on[name])
    own = {} if app.dialogs else app.screen.commands(app)
    if name in own:
        return _did(app, own[name])
    return _usual(app, name, here)


def _did(app: App, do: Callable[[], object]) -> bool:
    do()
    app.touch()
    return True


def activate(app: App, node: Node) -> bool:
    """Do what a node does, or say why not."""
    if node.disabled:
        app.say(node.disabled, "info", "warn")
        return True
    if node.term:
        app.hooks.follow(node.term)
    elif node.do is not None:
        app.hooks.cue("select")
        node.do()
    else:
        return False
    app.touch()
    return True


def _usual(app: App, name: str, here: Node | None) -> bool:
    """What a command does on every screen."""
    if name in ("next", "previous"):
        return _go(app, focus.after(app.ground, here, 1 if name == "next" else -1))
    if name in ("next_panel", "previous_panel"):
        return _go(app, focus.panel_after(app.ground, here, 1 if name == "next_panel" else -1))
    way = focus.WAYS.get(name)
    if way is not None:
        to = focus.beside(app.ground, here, way) if here else focus.after(app.ground, None, 1)
        return _go(app, to)
    if name in ("page_up", "page_down", "home", "end"):
        return _page(app, name, here)
    if name == "activate":
        return here is not None and activate(app, here)
    doer = _USUAL.get(name)
    if doer is not None:
        doer(app)
    return doer is not None


def _go(app: App, node: Node | None) -> bool:
    if node is None:
        return False
    app.set_focus(node.id)
    app.hooks.speak(spoken(node), "focus")
    return True


def spoken(node: Node) -> str:
    """What is read out for a node: name, role, value, place among its like, what it is for."""
    parts = [node.label, node.role, node.value if node.value != node.label else ""]
    if node.position:
        parts.append(f"{node.position[0]}/{node.position[1]}")
    return ", ".join(part for part in [*parts, node.disabled, node.description] if part)


def _page(app: App, name: str, here: Node | None) -> bool:
    start = here.ancestors() if here is not None else iter(())
    windows = [node for node in start if node.scroll] or [
        node for node in app.ground.walk() if node.scroll and node.content > node.rect.h
    ]
    if not windows:
        return False
    page = round(windows[0].rect.h * 0.85)
    step = {"page_up": -page, "page_down": page, "home": -(10**6), "end": 10**6}[name]
    return scroll_by(app, windows[0], step)


def back(app: App) -> None:
    """Close one level: a tooltip, a dialog, a screen."""
    if app.tips:
        app.tips.pop()
        app.touch()
    elif app.dialogs:
        app.close()
    else:
        app.screen.back(app)
        app.touch()


def inspect(app: App) -> None:
    """Show and hold the tooltip of what the keyboard or the mouse is on; again, let it go."""
    if app.tips and app.tips[-1].shown and not app.tips[-1].locked:
        app.tips[-1].locked = True
    else:
        here = app.focused or app.find(app.looks.hover)
        owner = next((n for n in here.ancestors() if has_tip(n)), None) if here else None
        if owner is None or (app.tips and app.tips[-1].anchor == owner.id):
            app.tips = app.tips[:-1]
        elif len(app.tips) < DEEPEST:
            app.tips.append(Tip(owner.id, app.now, shown=True, locked=True))
    app.touch()


def read(app: App) -> None:
    """Read out what the keyboard is on; asked again, how it is explained and all of its panel."""
    here = app.focused
    if here is not None:
        again, app.read_out = app.read_out == here.id, here.id
        app.hooks.speak(_around(app, here) if again else spoken(here), "asked")


def _around(app: App, here: Node) -> str:
    """What is written about a node, and around it."""
    tip = explained(app, here)
    panel = next((up for up in here.ancestors() if up.panel or up.role == "dialog"), app.ground)
    tops = [tip, panel] if isinstance(tip, Node) else [panel]
    written = [node.label for top in tops for node in top.walk() if node.role in WRITTEN]
    return ". ".join([*([tip] if isinstance(tip, str) else []), *written])


def _larger(app: App, by: float) -> None:
    size = min(2.0, max(1.0, round(app.settings.text_scale + by, 2)))
    app.change_settings(text_scale=size)


_USUAL: dict[str, Callable[[App], object]] = {
    "back": back,
    "inspect": inspect,
    "read": read,
    "help": keys_dialog,
    "settings": lambda app: app.hooks.open_settings(app),
    "codex": lambda app: app.hooks.open_codex(app),
    "full_screen": lambda app: app.change_settings(full_screen=not app.settings.full_screen),
    "larger_text": lambda app: _larger(app, 0.1),
    "smaller_text": lambda app: _larger(app, -0.1),
}
