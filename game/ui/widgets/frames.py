"""Frames: panels with a title, cards to be chosen, lists, scrolling room."""

from __future__ import annotations

from functools import partial
from typing import Unpack

from pygame import Rect

from game.ui.node import Box, Do, Node, column, row, spacer
from game.ui.paint import Painter, Shade
from game.ui.widgets.signs import icon, rule
from game.ui.widgets.words import heading, text


def panel(
    name: str,
    title: str,
    *children: Node | None,
    sign: str = "",
    note: str = "",
    actions: tuple[Node, ...] = (),
    **box: Unpack[Box],
) -> Node:
    """A titled part of the screen; F6 goes from one to the next. note: small words on the right."""
    head = row(
        icon(sign, 22, "accent") if sign else None,
        heading(title, "panel", grow=1),
        text(note, "meta", "text2") if note else None,
        *actions,
        gap=10,
        pad=(16, 10),
        min_height=48,
    )
    inner = Box(pad=box.pop("pad", (14, 12)), gap=box.pop("gap", 10), grow=1)
    body = column(*children, **inner)
    node = column(head, rule(), body, **box)
    node.id, node.role, node.label, node.panel = name, "region", title, True
    node.draw, node.ground = draw_panel, "panel"
    return node


def draw_panel(p: Painter, node: Node) -> None:
    """The ground of a panel."""
    p.box(node.rect, "panel", 10, "line", p.theme.outline_width)


def plate(*children: Node | None, ground: str = "panel", **box: Unpack[Box]) -> Node:
    """A panel without a title."""
    box.setdefault("pad", 14)
    node = column(*children, **box)
    node.ground, node.draw = ground, partial(_draw_plate, ground=ground)
    return node


def _draw_plate(p: Painter, node: Node, ground: str) -> None:
    p.box(node.rect, ground, 10, "line", p.theme.outline_width)


def card(
    name: str,
    label: str,
    do: Do | None,
    *children: Node | None,
    selected: bool | None = None,
    disabled: str = "",
    edge: Shade | None = None,
    command: str = "",
    **box: Unpack[Box],
) -> Node:
    """A thing of several lines that can be chosen. label: what is read out for it.

    do None makes it a card to be read only. edge: a bar of colour at its start.
    """
    box.setdefault("pad", (14, 11))
    box.setdefault("gap", 5)
    node = column(*children, **box)
    node.id, node.label, node.do, node.selected = name, label, do, selected
    node.role, node.focusable = ("list item", True) if do else ("group", False)
    node.disabled, node.command = disabled, command
    node.draw, node.ground = partial(_draw_card, edge=edge), "panel2"
    return node


def _draw_card(p: Painter, node: Node, edge: Shade | None) -> None:
    hot = p.is_hovered(node) and node.focusable
    line: Shade = "accent" if node.selected or hot else "line"
    if node.selected:
        p.glow(node.rect, "accent2", 6, 70) if p.theme.glow else None
    wide = p.theme.outline_width * (2 if node.selected else 1)
    p.box(node.rect, "panel3" if hot or node.selected else "panel2", 8, line, wide)
    mark: Shade | None = edge or ("accent" if node.selected else None)
    if mark is not None:
        inset = p.px(8)
        x = node.rect.right - p.px(4) if p.metrics.rtl else node.rect.x
        p.box(Rect(x, node.rect.y + inset, p.px(4), node.rect.h - 2 * inset), mark, 2)


def listing(name: str, label: str, *items: Node | None, **box: Unpack[Box]) -> Node:
    """A list: arrows move in it, it scrolls, each thing in it knows it is 3 of 5."""
    box.setdefault("gap", 8)
    box.setdefault("scroll", True)
    box.setdefault("grow", 1)
    node = column(*items, **box)
    _count([item for item in node.children if item.focusable])
    node.id, node.role, node.label, node.arrows = name, "list", label, True
    return node if not node.scroll else scrolling(node)


def _count(items: list[Node]) -> None:
    for number, item in enumerate(items, 1):
        item.position = (number, len(items))


def scroll(name: str, *children: Node | None, **box: Unpack[Box]) -> Node:
    """Room that scrolls when its content is too high for it."""
    box.setdefault("grow", 1)
    node = column(*children, **box)
    node.id, node.scroll = name, True
    return scrolling(node)


def scrolling(node: Node) -> Node:
    """Give a scrolling node room for its bar and for focus rings."""
    if node.pad == 0:
        node.pad = (5, 5, 14, 5)
    node.over = _draw_bar
    return node


def _draw_bar(p: Painter, node: Node) -> None:
    if node.content <= node.rect.h:
        return
    room, wide = node.rect.h - p.px(8), p.px(5)
    long = max(p.px(28), round(room * node.rect.h / node.content))
    spare = node.content - node.rect.h
    at = p.metrics.scroll.get(node.id, 0) / spare if spare else 0
    x = node.rect.x + p.px(2) if p.metrics.rtl else node.rect.right - wide - p.px(2)
    top = node.rect.y + p.px(4) + round((room - long) * min(1.0, at))
    p.box(Rect(x, top, wide, long), "outline", 3)


def bar(*children: Node | None, **box: Unpack[Box]) -> Node:
    """A bar across the screen, as at its top."""
    box.setdefault("pad", (20, 8))
    box.setdefault("gap", 16)
    node = row(*children, **box)
    node.draw, node.ground = _draw_strip, "panel"
    return node


def _draw_strip(p: Painter, node: Node) -> None:
    p.box(node.rect, "panel")
    p.box(Rect(node.rect.x, node.rect.bottom - 1, node.rect.w, 1), "line")


def pair(label: str, value: Node | str, **box: Unpack[Box]) -> Node:
    """What something is called on the left, what it is on the right."""
    box.setdefault("gap", 12)
    end = text(value, "label") if isinstance(value, str) else value
    return row(text(label, "label", "text2"), spacer(), end, **box)
