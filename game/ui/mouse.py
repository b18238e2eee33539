"""The mouse: what it is on, presses, drags and scrolls."""

from __future__ import annotations

import pygame
from pygame import Rect
from pygame.event import Event

from game.ui.app import App
from game.ui.commands import activate
from game.ui.layers import DEEPEST, DELAY, Tip, has_tip
from game.ui.node import Kind, Node, Pointer
from game.ui.scrolling import scroll_by

WHEEL = 72
"""Design units a step of the wheel scrolls."""


def hit(app: App, spot: tuple[int, int]) -> Node | None:
    """The topmost thing at a spot that has something to it."""
    for layer in _under(app):
        node = _hit(layer, spot)
        if node is not None or (layer.role == "tooltip" and layer.rect.collidepoint(spot)):
            return node or layer
    return None


def _under(app: App) -> list[Node]:
    """The layers that can be pointed at, the topmost first.

    A tooltip that nobody holds, with nothing in it to point at, is as air: what it came to lie over
    is reached through it.
    """
    app.refresh()
    floating = [layer for layer in app.layers if layer.role == "tooltip"]
    solid = [layer for layer in floating if _is_held(app, layer) or any(map(_hot, layer.walk()))]
    return [*reversed(solid), app.modal]


def _is_held(app: App, layer: Node) -> bool:
    """Whether a layer is a tooltip that stays until it is closed."""
    return any(tip.locked and layer.id == f"tip.{n}" for n, tip in enumerate(app.tips))


def _hot(node: Node) -> bool:
    """Whether there is something to point at."""
    return node.focusable or node.pointer is not None or has_tip(node) or node.scroll


def _hit(node: Node, spot: tuple[int, int]) -> Node | None:
    for child in reversed(node.children):
        found = _hit(child, spot)
        if found is not None:
            return found
    return node if _hot(node) and node.seen.collidepoint(spot) else None


def moved(app: App, event: Event) -> None:
    """The mouse was moved."""
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
        scroll_by(app, node, round(event.rel[1] * node.content / node.rect.h))


def _point(
    app: App,
    node: Node,
    kind: Kind,
    spot: tuple[int, int],
    button: int = 1,
    dx: int = 0,
    dy: int = 0,
) -> None:
    assert node.pointer is not None
    x, y = spot[0] - node.rect.x, spot[1] - node.rect.y
    told = node.pointer(Pointer(kind, x, y, button, dx, dy))
    if kind != "move" or told:
        app.touch()


def pressed(app: App, event: Event) -> None:
    """A button of the mouse went down."""
    if event.button > 3:
        return
    app.looks.show_focus = False
    node = hit(app, event.pos)
    if app.tips and not any(up.role == "tooltip" for up in (node.ancestors() if node else ())):
        app.tips = []
        app.touch()
    if node is None:
        return
    if node.role == "tooltip" and not _is_held(app, node):  # beside all that is in it: away with it
        app.tips = [tip for tip in app.tips if tip.locked]
        app.touch()
    app.set_look("pressed", node.id)
    if node.focusable:
        app.set_focus(node.id)
    if node.pointer is not None and not node.disabled:
        _point(app, node, "press", event.pos, event.button)


def released(app: App, event: Event) -> None:
    """A button of the mouse came up."""
    held = app.find(app.looks.pressed) if app.looks.pressed else None
    app.set_look("pressed", "")
    if held is None or event.button > 3:
        return
    if held.pointer is not None:
        _point(app, held, "release", event.pos, event.button)
    node = hit(app, event.pos)
    if event.button == 1 and node is held and held.typed is None:
        activate(app, held)


def wheeled(app: App, event: Event) -> None:
    """The wheel was turned: tooltips go unless they are held, and what is below them scrolls."""
    spot = getattr(event, "pos", None) or pygame.mouse.get_pos()
    app.dirty = app.dirty or any(tip.shown and not tip.locked for tip in app.tips)
    app.tips = [tip for tip in app.tips if tip.locked]
    for layer in _under(app):
        if _wheel(app, _hit(layer, spot), spot, event.y):
            return


def _wheel(app: App, node: Node | None, spot: tuple[int, int], by: int) -> bool:
    """Turn the wheel on a node, or on the first around it that minds."""
    for above in node.ancestors() if node is not None else ():
        if above.pointer is not None and not above.focusable:
            _point(app, above, "wheel", spot, dy=by)
            return True
        if above.scroll and scroll_by(app, above, -by * app.metrics.px(WHEEL)):
            return True
    return False


def rect_of(app: App, name: str) -> Rect:
    """Where a node is: to be clicked by tests."""
    node = app.find(name)
    if node is None:
        raise LookupError(f"no node {name!r} on {app.screen.name or type(app.screen).__name__}")
    return node.seen
