"""What floats above a screen: dialogs that hold the focus, tooltips, captions."""

from __future__ import annotations

from typing import Unpack

from game.ui.node import Box, Do, Node, column, em, row, spacer, stack
from game.ui.paint import Painter
from game.ui.widgets.frames import scroll
from game.ui.widgets.signs import icon, rule
from game.ui.widgets.words import heading, prose, text


def dialog(
    name: str, title: str, *children: Node | None, buttons: tuple[Node, ...], close: Do,
    sign: str = "", wide: float = 34, **box: Unpack[Box],
) -> Node:  # fmt: skip
    """A dialog over the screen. Focus stays in it; Esc does `close`. wide: in heights of text."""
    head = row(icon(sign, 24, "accent") if sign else None, heading(title, "panel", grow=1), gap=10)
    body = scroll(f"{name}.body", *children, gap=10, grow=0)
    foot = row(spacer(), *buttons, gap=10)
    frame = column(head, rule(), body, foot, pad=20, gap=14, width=em(wide), self_align="center")
    frame.id, frame.role, frame.label = name, "dialog", title
    frame.trap, frame.on, frame.draw = True, {"back": close}, _draw_frame
    frame.panel, frame.ground = True, "panel"
    node = stack(frame, **box)
    node.pad, node.align = 24, "center"
    node.draw, node.trap, node.role = _draw_veil, True, "none"
    return node


def _draw_veil(p: Painter, node: Node) -> None:
    p.veil(node.rect, "abyss", 190)


def _draw_frame(p: Painter, node: Node) -> None:
    p.shadow(node.rect, 16)
    p.box(node.rect, "panel", 10, "outline", p.theme.outline_width)


def bubble(name: str, content: str | Node, locked: bool, foot: str) -> Node:
    """A tooltip. locked: it stays, and what is in it can be reached. foot: how to lock it."""
    inner = _said(name, content) if isinstance(content, str) else content
    node = column(inner, text(foot, "meta", "text3") if foot else None, pad=(14, 10), gap=8)
    node.max_width = em(24)
    node.id, node.role, node.label = name, "tooltip", inner.label or "tooltip"
    node.draw, node.overlap, node.ground = _draw_locked if locked else _draw_bubble, True, "panel2"
    return node


def _said(name: str, content: str) -> Node:
    """Plain words, or words with links to be followed."""
    rich = "[[" in content or "**" in content
    return prose(f"{name}.text", content, "label") if rich else text(content, "label")


def _draw_bubble(p: Painter, node: Node) -> None:
    p.shadow(node.rect, 9, 120)
    p.box(node.rect, "panel2", 9, "line2", p.theme.outline_width)


def _draw_locked(p: Painter, node: Node) -> None:
    p.shadow(node.rect, 9, 120)
    p.box(node.rect, "panel2", 9, "focus", 2)


def caption(words: str, sign: str = "info") -> Node:
    """A line at the foot of the window: the visual twin of a sound, or what was announced."""
    node = row(icon(sign, 18, "accent"), text(words, "label"), pad=(14, 8), gap=10)
    node.role, node.label, node.live, node.overlap = "status", words, True, True
    node.draw, node.ground, node.id, node.max_width = _draw_bubble, "panel2", "caption", em(36)
    return node
