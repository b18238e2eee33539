"""The layers of a window: the screen, dialogs over it, tooltips over those, and a caption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pygame import Rect

from game.language import _
from game.ui.aside import beside
from game.ui.layout import arrange, height_at, scroll, span
from game.ui.node import Node
from game.ui.paint import Painter
from game.ui.widgets.floats import bubble, caption

if TYPE_CHECKING:
    from game.ui.app import App

DELAY = 0.35
"""Seconds the mouse rests on a thing before it is explained."""
DEEPEST = 3
"""Tooltips upon tooltips."""


@dataclass
class Tip:
    """A tooltip, by the id of what it explains."""

    anchor: str
    shows: float
    shown: bool = False
    locked: bool = False


def assemble(app: App) -> list[Node]:
    """All layers from the lowest to the topmost, laid out."""
    layers = [app.screen.build(app), *(dialog(app) for dialog in app.dialogs)]
    for number, layer in enumerate(layers):
        name_all(layer, f"{number}")
        lay(app, layer, layer is layers[-1])
    for number, tip in enumerate(app.tips):
        if tip.shown:
            floating = _tip_node(app, tip, layers, number)
            if floating is not None:
                layers.append(floating)
    words, sign = app.caption
    if words and app.settings.captions:
        layers.append(_foot(app, caption(words, sign), layers[len(app.dialogs)]))
    return layers


@dataclass
class Mark:
    """A coach's remark, part of the topmost layer: beside the first thing that is in view."""

    node: Node
    anchors: tuple[str, ...]


MARK, RING = "coach", "coach.ring"


def lay(app: App, layer: Node, topmost: bool) -> None:
    """Lay a layer out over the window; over the topmost one lies what the coach says."""
    arrange(layer, Rect((0, 0), app.size), app.metrics)
    if topmost:
        _add_mark(app, layer)


def scrolled(app: App, layer: Node, windows: Sequence[Node]) -> None:
    """Move what is in windows of the topmost layer that were scrolled; the coach follows."""
    layer.children = [child for child in layer.children if child.id not in (MARK, RING)]
    for window in windows:
        scroll(window, app.metrics)
    _add_mark(app, layer)


def _add_mark(app: App, layer: Node) -> None:
    """Lay a remark, and a ring around what it is about; without that, at the foot."""
    mark = app.hooks.coach(app, layer)
    if mark is None:
        return
    name_all(mark.node, "mark")
    found = (layer.find(anchor) for anchor in mark.anchors)
    anchor = next((each for each in found if each is not None and each.seen.h > 0), None)
    window = Rect((0, 0), app.size)
    spot = anchor.seen if anchor is not None else Rect(window.centerx, window.bottom, 1, 1)
    _float(app, mark.node, spot)
    if anchor is not None:
        around = Node(RING, "none", overlap=True, rect=anchor.seen, clip=window)
        around.draw, around.parent = _draw_ring, layer
        layer.children.append(around)
    mark.node.id, mark.node.overlap, mark.node.parent = MARK, True, layer
    layer.children.append(mark.node)


def _draw_ring(p: Painter, node: Node) -> None:
    gap = 2 * p.px(5)
    p.box(node.rect.inflate(gap, gap).clip(p.surface.get_rect()), None, 9, "accent", 3)


def name_all(node: Node, path: str) -> None:
    """Give an id to what needs one to be told apart, by where it stands."""
    if not node.id and (node.focusable or node.tip is not None or node.scroll or node.pointer):
        node.id = f"@{path}"
    for number, child in enumerate(node.children):
        name_all(child, f"{path}.{number}")


def explained(app: App, node: Node) -> str | Node | None:
    """What a tooltip of a node would say: why it cannot be used, or what made it."""
    if node.term:
        return app.hooks.explain(node.term)
    tip = node.tip() if callable(node.tip) else node.tip
    if not node.disabled:
        return tip
    return node.disabled if not isinstance(tip, str) else f"{node.disabled}\n{tip}"


def has_tip(node: Node) -> bool:
    """Whether there is something to explain."""
    return node.tip is not None or bool(node.term) or bool(node.disabled)


def _tip_node(app: App, tip: Tip, layers: list[Node], number: int) -> Node | None:
    anchor = next((node for layer in reversed(layers) if (node := layer.find(tip.anchor))), None)
    content = explained(app, anchor) if anchor is not None else None
    if anchor is None or not content:
        return None
    foot = (
        _("Esc closes")
        if tip.locked
        else _("Press {key} to keep this open").format(key=app.keymap.first("inspect"))
    )
    node = bubble(f"tip.{number}", content, tip.locked, foot)
    name_all(node, f"tip{number}")
    _float(app, node, anchor.seen)
    return node


def _float(app: App, node: Node, anchor: Rect) -> None:
    """Lay a node beside an anchor: below it where there is room, else above, else where it fits."""
    m, window = app.metrics, Rect((0, 0), app.size)
    margin = m.px(8)
    wide = min(span(node, m)[1], window.w - 2 * margin)
    tall = min(height_at(node, wide, m), window.h - 2 * margin)
    y = anchor.bottom + margin
    if y + tall > window.bottom - margin:
        above = anchor.top - margin - tall
        y = above if above >= margin else max(margin, window.bottom - margin - tall)
        if above < margin:
            anchor = anchor.move(anchor.w + margin, 0)
    x = min(max(margin, anchor.x), window.w - margin - wide)
    arrange(node, Rect(x, y, wide, tall), m)


def _foot(app: App, node: Node, below: Node) -> Node:
    m, window = app.metrics, Rect((0, 0), app.size)
    wide = min(span(node, m)[1], window.w - m.px(32))
    size = wide, height_at(node, wide, m)
    arrange(node, beside(below, window, size, m.px(16)), m)
    return node
