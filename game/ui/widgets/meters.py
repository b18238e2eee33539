"""Amounts to be seen: meters, stacked bars, bands of what is uncertain, rings, steps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Unpack

from pygame import Rect

from game.ui.node import Box, Node, row
from game.ui.paint import Painter, Shade
from game.ui.widgets.words import text

Share = tuple[str, float, Shade]
"""What a part is called, how much it is, its colour."""


def meter(label: str, share: float, said: str, shade: Shade = "accent", **box: Unpack[Box]) -> Node:
    """How full something is, from 0 to 1. said: the amount in words, which is read out."""
    box.setdefault("height", 10)
    box.setdefault("min_width", 60)
    node = Node(**box)
    node.draw = partial(_draw_meter, share=share, shade=shade)
    node.role, node.label, node.value = "meter", label, said
    return node


def _draw_meter(p: Painter, node: Node, share: float, shade: Shade) -> None:
    p.box(node.rect, "panel3", 5, "line2", 1)
    wide = round(node.rect.w * min(1.0, max(0.0, share)))
    if wide:
        left = node.rect.right - wide if p.metrics.rtl else node.rect.x
        p.box(Rect(left, node.rect.y, wide, node.rect.h), shade, 5)


def stacked_bar(label: str, parts: Sequence[Share], **box: Unpack[Box]) -> Node:
    """Parts of a whole, side by side with gaps; every second one is hatched, not only coloured."""
    box.setdefault("height", 12)
    box.setdefault("min_width", 80)
    node = Node(**box)
    node.draw = partial(_draw_stacked, parts=tuple(parts))
    node.role, node.label = "meter", label
    node.value = ", ".join(f"{name} {share:.0%}" for name, share, _ in parts)
    return node


def _draw_stacked(p: Painter, node: Node, parts: tuple[Share, ...]) -> None:
    whole, gap, done = sum(part[1] for part in parts) or 1.0, p.px(2), 0.0
    for number, (_, share, shade) in enumerate(parts):
        start = node.rect.x + round(node.rect.w * done / whole)
        done += share
        stop = node.rect.x + round(node.rect.w * done / whole)
        box = Rect(start, node.rect.y, max(0, stop - start - gap), node.rect.h)
        p.box(box, shade, 3)
        if number % 2:
            p.hatch(box, "panel", 6, 1.5)


def band(
    label: str, low: float, middle: float, high: float, said: str, *,
    shade: Shade = "accent2", zero: float | None = None, limit: float | None = None,
    **box: Unpack[Box],
) -> Node:  # fmt: skip
    """What is expected and how far it may be off, from 0 to 1 along a track.

    zero: where nothing changes. limit: a line that matters, as a threshold.
    """
    box.setdefault("height", 18)
    box.setdefault("min_width", 80)
    draw = partial(_draw_band, ends=(low, middle, high), shade=shade, zero=zero, limit=limit)
    node = Node(**box)
    node.draw = draw
    node.role, node.label, node.value = "meter", label, said
    return node


def _draw_band(
    p: Painter, node: Node, ends: tuple[float, float, float], shade: Shade,
    zero: float | None, limit: float | None,
) -> None:  # fmt: skip
    thick = p.px(8)
    track = Rect(node.rect.x, 0, node.rect.w, thick)
    track.centery = node.rect.centery
    p.box(track, "panel3", 4, "line2", 1)
    low, middle, high = (node.rect.x + round(node.rect.w * min(1, max(0, at))) for at in ends)
    p.box(Rect(low, track.y, max(thick, high - low), thick), shade, 4)
    for at, ink in ((zero, "outline"), (limit, "warn")):
        if at is not None:
            x = node.rect.x + round(node.rect.w * at)
            p.box(Rect(x, node.rect.y, p.px(2), node.rect.h), ink)
    for wide, tall, ink in ((8, 18, "panel"), (4, 14, "text")):  # no knob: it cannot be drawn
        mark = Rect(0, 0, p.px(wide), p.px(tall))
        mark.center = (middle, track.centery)
        p.box(mark, ink, 2)


def ring(
    label: str,
    share: float,
    said: str,
    shade: Shade = "accent",
    size: float = 34,
    **box: Unpack[Box],
) -> Node:
    """A chance as a ring, with its words beside it."""
    picture = Node(role="none", width=size, height=size)
    picture.draw = partial(_draw_ring, share=share, shade=shade)
    box.setdefault("gap", 8)
    node = row(picture, text(said, "label_strong"), **box)
    node.role, node.label, node.value = "meter", label, said
    return node


def _draw_ring(p: Painter, node: Node, share: float, shade: Shade) -> None:
    p.ring(node.rect, share, shade)


def steps(
    label: str, at: int, most: int, said: str, shades: Sequence[Shade], **box: Unpack[Box]
) -> Node:
    """A ladder of steps, filled up to where one is; the present one is outlined."""
    box.setdefault("height", 10)
    box.setdefault("min_width", 22 * most)
    node = Node(**box)
    node.draw = partial(_draw_steps, at=at, most=most, shades=tuple(shades))
    node.role, node.label, node.value = "meter", label, said
    return node


def _draw_steps(p: Painter, node: Node, at: int, most: int, shades: tuple[Shade, ...]) -> None:
    gap = p.px(4)
    for number in range(most):
        left = node.rect.x + round((node.rect.w + gap) * number / most)
        right = node.rect.x + round((node.rect.w + gap) * (number + 1) / most) - gap
        shade = shades[min(len(shades) - 1, number * len(shades) // most)]
        box = Rect(left, node.rect.y, right - left, node.rect.h)
        p.box(box, shade if number < at else "panel3", 3, "text" if number == at - 1 else "line2")
