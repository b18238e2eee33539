"""Where what is said in passing may stand: at the foot, and never over what can be pressed."""

from __future__ import annotations

from collections.abc import Iterator

from pygame import Rect

from game.ui.node import Node

LARGE = 4
"""What takes more than so great a part of the window, as a map does, may be covered for a while."""


def beside(layer: Node, window: Rect, size: tuple[int, int], margin: int) -> Rect:
    """The lowest place in the middle of a window, else at a side, where nothing is covered."""
    most = window.w * window.h // LARGE
    used = [
        node.seen
        for node in layer.walk()
        if (node.do is not None or node.focusable) and 0 < node.seen.w * node.seen.h < most
    ]
    places = list(_places(window, size, margin))
    return next((each for each in places if each.collidelist(used) < 0), places[0])


def _places(window: Rect, size: tuple[int, int], margin: int) -> Iterator[Rect]:
    """From the foot upwards; in the middle, then at the sides."""
    wide, tall = size
    lowest, step = window.bottom - margin - tall, max(1, tall // 2)
    for x in ((window.w - wide) // 2, margin, window.w - margin - wide):
        yield from (Rect(x, y, wide, tall) for y in range(lowest, margin, -step))
