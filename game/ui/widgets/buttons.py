"""Buttons: the plain one, the one that matters, the quiet one, the one that ends something."""

from __future__ import annotations

from functools import partial
from typing import Literal, Unpack

from game.ui.node import Box, Do, Node, row
from game.ui.paint import Painter, Shade
from game.ui.widgets.plotting import dashes
from game.ui.widgets.signs import icon, key_hint
from game.ui.widgets.words import text

Kind = Literal["plain", "primary", "quiet", "danger"]
_FILL = {"plain": "panel3", "primary": "accent", "quiet": "", "danger": "danger"}
_INK = {"plain": "text", "primary": "on_accent", "quiet": "text", "danger": "on_danger"}


def button(
    name: str,
    label: str,
    do: Do,
    *,
    kind: Kind = "plain",
    sign: str = "",
    tail: str = "",
    command: str = "",
    hint: str = "",
    disabled: str = "",
    note: str = "",
    selected: bool | None = None,
    **box: Unpack[Box],
) -> Node:
    """A button. name: its id. sign: an icon. command: its key in the key map; hint shows the key.

    disabled: why it cannot be used now. note: small words after the label, as a cost. tail: an icon
    at the end, as of what opens a list.
    """
    ink: Shade = "off" if disabled else _INK[kind]
    box.setdefault("pad", (16, 6))
    box.setdefault("gap", 10)
    box.setdefault("justify", "center")
    parts = [
        icon(sign, 20, ink) if sign else None,
        text(label, "label_strong", ink),
        text(note, "label", ink) if note else None,
        key_hint(hint, ink) if hint else None,
        icon(tail, 20, ink) if tail else None,
    ]
    node = row(*parts, **box)
    node.id, node.role, node.label, node.do = name, "button", _joined(label, note), do
    node.disabled, node.command, node.focusable, node.selected = disabled, command, True, selected
    node.draw = partial(draw_button, kind=kind)
    node.ground = "panel2" if disabled else _FILL[kind]
    return node


def icon_button(
    name: str, sign: str, label: str, do: Do, *, kind: Kind = "plain", command: str = "",
    disabled: str = "", selected: bool | None = None, **box: Unpack[Box],
) -> Node:  # fmt: skip
    """A button that shows only an icon; its label is its tooltip and what is read out."""
    ink: Shade = "off" if disabled else _INK[kind]
    box.setdefault("pad", 10)
    box.setdefault("justify", "center")
    box.setdefault("tip", label)
    node = row(icon(sign, 22, ink), **box)
    node.id, node.role, node.label, node.do = name, "button", label, do
    node.disabled, node.command, node.focusable, node.selected = disabled, command, True, selected
    node.draw = partial(draw_button, kind=kind)
    return node


def draw_button(p: Painter, node: Node, kind: Kind) -> None:
    """The ground of a button, by what the mouse does."""
    fill, line = _FILL[kind] or None, "outline" if kind == "plain" else None
    if node.disabled:
        draw_off(p, node, framed=kind != "quiet")
        return
    if node.selected and kind in ("plain", "quiet"):
        line = "accent"
    rect = node.rect.move(0, 1) if p.is_pressed(node) else node.rect
    if p.is_hovered(node) and kind in ("primary", "danger"):
        p.glow(rect, fill or "accent", 7, 110, 7)
    if p.is_hovered(node) and kind in ("plain", "quiet"):
        fill, line = "panel3", "accent"
    wide = p.theme.outline_width * (2 if node.selected else 1)
    if fill or line:
        p.box(rect, fill, 7, line, wide)


def draw_off(p: Painter, node: Node, framed: bool) -> None:
    """The ground of what cannot be used now: a broken frame where shades alone would not tell."""
    if p.theme.stark:
        p.surface.blit(p.kept("off", node.rect.size, _broken_frame), node.rect)
    elif framed:
        p.box(node.rect, "panel2", 7, "line2", 1)


def _broken_frame(p: Painter) -> None:
    """A frame of short strokes around a whole picture."""
    box = p.surface.get_rect().inflate(-p.px(2), -p.px(2))
    corners = (box.topleft, box.topright, box.bottomright, box.bottomleft)
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        dashes(p, start, end, p.colour("off"), p.px(5), 1.5)


def _joined(*words: str) -> str:
    return ", ".join(word for word in words if word)
