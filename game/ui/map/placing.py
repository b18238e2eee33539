"""Where names and marks go, so that none lies on another. Plain numbers, no pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.atlas.geometry import Box, Point


@dataclass(frozen=True)
class Wish:
    """Something of a size that wants to be centred on the first of these points that is free."""

    id: str
    width: float
    height: float
    spots: tuple[Point, ...]


def placed(
    wishes: Iterable[Wish], taken: list[Box], window: Box, gap: float = 2.0
) -> dict[str, Point]:
    """A middle for each wish that finds one, in the order given; `taken` grows by their boxes."""
    found: dict[str, Point] = {}
    for wish in wishes:
        for spot in wish.spots:
            box = about(spot, wish.width + 2 * gap, wish.height + 2 * gap)
            if _inside(box, window) and not any(_meet(box, other) for other in taken):
                found[wish.id] = spot
                taken.append(box)
                break
    return found


def about(spot: Point, width: float, height: float) -> Box:
    """The box around a middle."""
    x, y = spot
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


_COMPASS = (
    *((1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)),
    *((0.8, -0.8), (-0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)),
)


def beside(
    spot: Point, width: float, height: float, least: float, rings: int = 7
) -> Iterator[Point]:
    """Middles around a point, from near to far: right, left, below, above, and between."""
    for ring in range(rings):
        away = least + ring * 0.8 * height
        for dx, dy in _COMPASS:
            yield spot[0] + dx * (away + width / 2), spot[1] + dy * (away + height / 2)


def _inside(box: Box, window: Box) -> bool:
    inner = box[0] >= window[0] and box[1] >= window[1]
    return inner and box[2] <= window[2] and box[3] <= window[3]


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
