"""Small signs: icons, chips, key hints, severity bars, rules and notices."""

from __future__ import annotations

from functools import partial
from typing import Unpack

from pygame import Rect

from game.ui.node import Box, Node, column, em, row
from game.ui.paint import Painter, Shade
from game.ui.widgets.words import text


def icon(
    sign: str, size: float = 22, shade: Shade = "text", label: str = "", **box: Unpack[Box]
) -> Node:
    """An icon of assets/icons; it grows with the text. With a label it is read out."""
    side = em(size / 18)
    box["width"] = box["height"] = side
    node = Node("", "image" if label else "none", label, **box)
    node.draw = partial(_draw_icon, sign=sign, shade=shade)
    return node


def _draw_icon(p: Painter, node: Node, sign: str, shade: Shade) -> None:
    p.icon(sign, node.rect, shade)


def chip(label: str, shade: Shade = "text2", sign: str = "", **box: Unpack[Box]) -> Node:
    """A word in a rounded outline: a state, never only a colour."""
    box.setdefault("pad", (9, 1))
    box.setdefault("gap", 5)
    mark = icon(sign, 15, shade) if sign else None
    node = row(mark, text(label, "meta", shade), **box)
    node.role, node.label, node.ground = "status", label, "panel2"
    node.draw = partial(_draw_chip, shade=shade)
    return node


def _draw_chip(p: Painter, node: Node, shade: Shade) -> None:
    p.box(node.rect, "panel2", 14, shade, p.theme.outline_width)


def key_hint(key: str, shade: Shade = "text3") -> Node:
    """The name of a key, drawn as a key."""
    node = row(text(key, "code", shade), pad=(6, 0), role="none")
    node.draw = partial(_draw_key, shade=shade)
    return node


def _draw_key(p: Painter, node: Node, shade: Shade) -> None:
    p.box(node.rect, None, 4, shade, 1)


def severity(level: int, label: str, size: float = 22) -> Node:
    """Bars from 1 to 4 that rise, in the colour of the highest; the label says it in a word."""
    side = em(size / 18)
    draw = partial(_draw_severity, level=level)
    return Node(role="image", label=label, width=side, height=side, draw=draw)


def _draw_severity(p: Painter, node: Node, level: int) -> None:
    box, gap = node.rect, p.px(2)
    wide = max(2, (box.w - 3 * gap) // 4)
    for bar in range(4):
        tall = round(box.h * (0.4 + 0.2 * bar))
        rect = Rect(box.x + bar * (wide + gap), box.bottom - tall, wide, tall)
        full = bar < level
        p.box(rect, f"severity.{level - 1}" if full else "panel3", 1, None if full else "line2")


def rule(shade: Shade = "line") -> Node:
    """A line across."""
    return Node(role="none", height=1, draw=partial(_draw_rule, shade=shade))


def _draw_rule(p: Painter, node: Node, shade: Shade) -> None:
    p.box(node.rect, shade)


def notice(words: str, sign: str = "info", shade: Shade = "accent", **box: Unpack[Box]) -> Node:
    """A remark in a box: advice, a warning, a rule that matters here."""
    box.setdefault("pad", (12, 10))
    box.setdefault("gap", 10)
    node = row(icon(sign, 20, shade), text(words, "label", "text2", grow=1), **box)
    node.draw, node.role, node.label, node.ground = _draw_notice, "note", words, "panel2"
    return node


def _draw_notice(p: Painter, node: Node) -> None:
    p.box(node.rect, "panel2", 8, "line", p.theme.outline_width)


def figure(
    value: str,
    label: str,
    sign: str,
    change: str = "",
    change_shade: Shade = "text2",
    shade: Shade = "text",
    **box: Unpack[Box],
) -> Node:
    """A number with what it is, its icon, and how it changed (with a sign, never only a colour)."""
    box.setdefault("gap", 10)
    numbers = row(
        text(value, "figure", shade), text(change, "label", change_shade) if change else None, gap=7
    )
    both = column(numbers, text(label, "meta", "text2"))
    node = row(icon(sign, 24, "text2"), both, **box)
    node.role, node.label, node.value = "status", label, f"{value} {change}".strip()
    return node
