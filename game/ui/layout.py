"""Where everything lies: rows, columns, wraps, grids and stacks, in whole pixels.

Widths are settled first, from what things need; heights follow from widths, since text wraps
(sizing.py). A thing that may grow shares what is left; one that may shrink gives way, and scrolls.
"""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect

from game.ui.metrics import Metrics
from game.ui.node import Node
from game.ui.sizing import (
    across,
    grown,
    height_at,
    inner_height,
    lines_of,
    lowest,
    padding,
    span,
    squeeze,
)

__all__ = ["arrange", "height_at", "scroll", "span"]


def arrange(root: Node, rect: Rect, metrics: Metrics) -> None:
    """Give every node of a tree its rectangle."""
    _place(root, rect, rect, metrics)


def scroll(node: Node, metrics: Metrics) -> None:
    """Move all that is in an arranged node to where it is scrolled now; the node itself stays."""
    before = node.offset
    node.offset = _offset(node, _inner(node, metrics), metrics)
    for child in node.children:
        _shift(child, before - node.offset, metrics)


def _shift(node: Node, by: int, m: Metrics) -> None:
    """Move a node and all in it up or down; exactly as if it were placed there."""
    rect = node.rect.move(0, by)
    if node.children and (node.scroll or node.leaf is not None or _rounds(node)):
        _place(node, rect, node.clip, m)  # it clips, or places or rounds, by where it lies
        return
    node.rect = rect
    for child in node.children:
        _shift(child, by, m)


def _rounds(node: Node) -> bool:
    """Whether it may lay things between two pixels."""
    return node.flow == "column" and node.justify in ("center", "between")


def _inner(node: Node, m: Metrics) -> Rect:
    """The room within its padding."""
    rect, (left, top, right, bottom) = node.rect, padding(node, m)
    wide, tall = rect.w - left - right, rect.h - top - bottom
    return Rect(rect.x + left, rect.y + top, max(0, wide), max(0, tall))


def _offset(node: Node, inner: Rect, m: Metrics) -> int:
    """How far its content is moved up."""
    return max(0, min(m.scroll.get(node.id, 0), node.content - inner.h))


def _place(node: Node, rect: Rect, clip: Rect, m: Metrics) -> None:
    node.rect, node.clip = rect, clip
    inner = _inner(node, m)
    for child in node.children:
        child.parent = node
    if node.leaf is not None:
        placer = getattr(node.leaf, "place", None)
        if placer is not None:
            placer(node, inner, clip, m)
    elif not node.children:
        return
    elif node.scroll:
        _place_scrolled(node, inner, clip, m)
    elif node.flow == "stack":
        _place_stack(node, inner, clip, m)
    elif node.flow == "column":
        _place_column(node, inner, clip, m)
    else:
        _place_lines(node, inner, clip, m)


def _place_scrolled(node: Node, inner: Rect, clip: Rect, m: Metrics) -> None:
    """Lay the content out at its full height, moved up by how far it is scrolled."""
    node.content = inner_height(node, inner.w, m)
    node.offset = _offset(node, inner, m)
    if node.id:
        m.scroll[node.id] = node.offset
    whole = Rect(inner.x, inner.y - node.offset, inner.w, max(node.content, inner.h))
    if node.flow == "column":
        _place_column(node, whole, clip.clip(node.rect), m)
    else:
        _place_lines(node, whole, clip.clip(node.rect), m)


def _place_column(node: Node, inner: Rect, clip: Rect, m: Metrics) -> None:
    gap, children = m.px(node.gap), node.children
    widths = [across(node, child, inner.w, m) for child in children]
    heights = [height_at(child, wide, m) for child, wide in zip(children, widths, strict=True)]
    left = inner.h - gap * (len(children) - 1)
    if sum(heights) > left or any(child.grow for child in children):
        heights = _column_heights(children, widths, heights, left, m)
    y, step = _along(node, inner.y, inner.h, sum(heights) + gap * (len(children) - 1), gap)
    for child, wide, tall in zip(children, widths, heights, strict=True):
        x = _aligned(child.self_align or node.align, inner.x, inner.w, wide, m.rtl)
        _place(child, Rect(x, round(y), wide, tall), clip, m)
        y += tall + step


def _column_heights(
    children: Sequence[Node], widths: list[int], naturals: list[int], room: int, m: Metrics
) -> list[int]:
    """What each gets of a height: less if it must be, more if it grows."""
    lows = [lowest(child, wide, m) for child, wide in zip(children, widths, strict=True)]
    wants = [
        low if child.grow else tall
        for child, tall, low in zip(children, naturals, lows, strict=True)
    ]
    if sum(wants) > room:
        return squeeze(wants, lows, room)
    most = [child.max_height for child in children]
    return grown(wants, [child.grow for child in children], most, room, m)


def _place_lines(node: Node, inner: Rect, clip: Rect, m: Metrics) -> None:
    gap, y = m.px(node.gap), inner.y
    lines = lines_of(node, inner.w, m)
    for line in lines:
        tall = inner.h if node.flow == "row" else max(height_at(c, w, m) for c, w in line)
        _place_line(node, line, Rect(inner.x, y, inner.w, tall), clip, m)
        y += tall + gap


def _place_line(
    node: Node, line: list[tuple[Node, int]], inner: Rect, clip: Rect, m: Metrics
) -> None:
    gap = m.px(node.gap)
    used = sum(wide for _, wide in line) + gap * (len(line) - 1)
    x, step = _along(node, inner.x, inner.w, used, gap)
    for child, wide in line:
        align = child.self_align or node.align
        fits = child.scroll or child.shrink or align == "stretch"
        natural = height_at(child, wide, m)
        tall = inner.h if align == "stretch" else min(natural, inner.h) if fits else natural
        if child.max_height is not None:
            tall = min(tall, m.px(child.max_height))
        y = _aligned(align, inner.y, inner.h, tall, False)
        left = 2 * inner.x + inner.w - round(x) - wide if m.rtl else round(x)
        _place(child, Rect(left, y, wide, tall), clip, m)
        x += wide + step


def _place_stack(node: Node, inner: Rect, clip: Rect, m: Metrics) -> None:
    for child in node.children:
        align = child.self_align or node.align
        wide = min(inner.w, across(node, child, inner.w, m))
        tall = inner.h if align == "stretch" else min(inner.h, height_at(child, wide, m))
        x = _aligned(align, inner.x, inner.w, wide, m.rtl)
        along = {"stretch": "stretch", "start": "start", "center": "center", "end": "end"}
        justify = along[align] if node.justify == "start" else node.justify
        y = _aligned(justify, inner.y, inner.h, tall, False)
        _place(child, Rect(x, y, wide, tall), clip, m)


def _along(node: Node, start: int, room: int, used: int, gap: int) -> tuple[float, float]:
    """Where the first thing starts, and the step between things."""
    left = max(0, room - used)
    if node.justify == "between" and len(node.children) > 1:
        return start, gap + left / (len(node.children) - 1)
    shift = {"start": 0.0, "center": left / 2, "end": float(left), "between": 0.0}[node.justify]
    return start + shift, gap


def _aligned(align: str, start: int, room: int, size: int, mirrored: bool) -> int:
    if mirrored and align in ("start", "end", "stretch"):
        align = "start" if align == "end" else "end"
    return start + {"center": (room - size) // 2, "end": room - size}.get(align, 0)
