"""What keys, mouse and text do: events become commands, and commands find who hears them."""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame import Rect
from pygame.event import Event

from game.ui import focus
from game.ui.app import App
from game.ui.helping import keys_dialog
from game.ui.keys import chord
from game.ui.layers import DEEPEST, DELAY, Tip, has_tip
from game.ui.node import Node, Pointer

ARROWS = {"left", "right", "up", "down", "home", "end", "page_up", "page_down", "rub_out", "remove"}
"""Commands that only what the keyboard is on may hear."""
WHEEL = 72
"""Design units a step of the wheel scrolls."""


def handle(app: App, event: Event) -> None:
    """Do what an event asks for."""
    doer = _DOERS.get(event.type)
    if doer is not None:
        doer(app, event)


# ---- keys -----------------------------------------------------------------------------------


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
    if name in ("left", "right", "up", "down"):
        if here is None:
            return _go(app, focus.after(app.ground, None, 1))
        return _go(app, focus.beside(app.ground, here, name))  # type: ignore[arg-type]
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
    return app.scroll_by(windows[0], step)


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
    """Read out what the keyboard is on."""
    here = app.focused
    if here is not None:
        app.hooks.speak(spoken(here), "asked")


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


# ---- the mouse ------------------------------------------------------------------------------


def hit(app: App, spot: tuple[int, int]) -> Node | None:
    """The topmost thing at a spot that has something to it."""
    app.refresh()
    floating = [layer for layer in app.layers if layer.role == "tooltip"]
    for layer in [*reversed(floating), app.modal]:
        node = _hit(layer, spot)
        if node is not None or (layer.role == "tooltip" and layer.rect.collidepoint(spot)):
            return node or layer
    return None


def _hit(node: Node, spot: tuple[int, int]) -> Node | None:
    for child in reversed(node.children):
        found = _hit(child, spot)
        if found is not None:
            return found
    hot = node.focusable or node.pointer is not None or has_tip(node) or node.scroll
    return node if hot and node.seen.collidepoint(spot) else None


def _motion(app: App, event: Event) -> None:
    held = app.find(app.looks.pressed) if app.looks.pressed else None
    if held is not None and any(event.buttons):
        _drag(app, held, event)
        return
    node = hit(app, event.pos)
    app.set_look("hover", node.id if node is not None else "")
    if node is not None and node.pointer is not None:
        _point(app, node, "move", event.pos)
    _rest(app, node, event.pos)


def _rest(app: App, node: Node | None, spot: tuple[int, int]) -> None:
    """The mouse rests on a node: its tooltip comes; those of others that are not held go."""
    owner = next((n for n in node.ancestors() if has_tip(n)), None) if node is not None else None
    if node is not None and any(up.role == "tooltip" for up in node.ancestors()) and owner is None:
        return
    anchor = owner.id if owner is not None else ""
    if app.tips and not app.tips[-1].locked and app.tips[-1].anchor != anchor:
        gone = app.tips.pop()
        app.dirty = app.dirty or gone.shown
    known = [tip.anchor for tip in app.tips]
    if anchor and anchor not in known and len(known) < DEEPEST:
        app.tips.append(Tip(anchor, app.now + DELAY))


def _drag(app: App, node: Node, event: Event) -> None:
    if node.pointer is not None:
        _point(app, node, "drag", event.pos, dx=event.rel[0], dy=event.rel[1])
        app.touch()
    elif node.scroll and node.rect.h:
        app.scroll_by(node, round(event.rel[1] * node.content / node.rect.h))


def _point(
    app: App,
    node: Node,
    kind: str,
    spot: tuple[int, int],
    button: int = 1,
    dx: int = 0,
    dy: int = 0,
) -> None:
    assert node.pointer is not None
    x, y = spot[0] - node.rect.x, spot[1] - node.rect.y
    told = node.pointer(Pointer(kind, x, y, button, dx, dy))  # type: ignore[arg-type]
    if kind != "move" or told:
        app.touch()


def _button_down(app: App, event: Event) -> None:
    if event.button > 3:
        return
    app.looks.show_focus = False
    node = hit(app, event.pos)
    if app.tips and not any(up.role == "tooltip" for up in (node.ancestors() if node else ())):
        app.tips = []
        app.touch()
    if node is None:
        return
    app.set_look("pressed", node.id)
    if node.focusable:
        app.set_focus(node.id)
    if node.pointer is not None and not node.disabled:
        _point(app, node, "press", event.pos, event.button)


def _button_up(app: App, event: Event) -> None:
    held = app.find(app.looks.pressed) if app.looks.pressed else None
    app.set_look("pressed", "")
    if held is None or event.button > 3:
        return
    if held.pointer is not None:
        _point(app, held, "release", event.pos, event.button)
    node = hit(app, event.pos)
    if event.button == 1 and node is held and held.typed is None:
        activate(app, held)


def _wheel(app: App, event: Event) -> None:
    spot = getattr(event, "pos", None) or pygame.mouse.get_pos()
    node = hit(app, spot)
    for above in node.ancestors() if node is not None else ():
        if above.pointer is not None and not above.focusable:
            _point(app, above, "wheel", spot, dy=event.y)
            return
        if above.scroll and app.scroll_by(above, -event.y * app.metrics.px(WHEEL)):
            return


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
    pygame.MOUSEMOTION: _motion,
    pygame.MOUSEBUTTONDOWN: _button_down,
    pygame.MOUSEBUTTONUP: _button_up,
    pygame.MOUSEWHEEL: _wheel,
    pygame.USEREVENT: _posted,
    pygame.WINDOWFOCUSGAINED: _attention,
    pygame.WINDOWFOCUSLOST: _attention,
    pygame.VIDEORESIZE: _resized,
    pygame.QUIT: _quit,
}


def rect_of(app: App, name: str) -> Rect:
    """Where a node is: to be clicked by tests."""
    node = app.find(name)
    if node is None:
        raise LookupError(f"no node {name!r} on {app.screen.name or type(app.screen).__name__}")
    return node.seen
