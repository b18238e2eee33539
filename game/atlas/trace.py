"""Outlines from a grid of labels: neighbours share every stretch of border, point for point."""

from __future__ import annotations

from collections import defaultdict
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.atlas.geometry import Points, Ring, Shape
from game.atlas.patches import Grid
from game.atlas.simplify import weigh

Corner: TypeAlias = tuple[int, int]
Side: TypeAlias = tuple[int, int]
"""The labels on both sides of a stretch, the smaller first."""


def traced(labels: Grid, size: float, rounds: int = 6) -> dict[int, tuple[Shape, ...]]:
    """The shapes of each label above 0, the largest first; a cell is `size` map units wide."""
    stretches = _stretches(np.pad(labels, 1))
    rings: dict[int, list[Ring]] = defaultdict(list)
    lines = [(sides, corners, _line(corners, size, rounds)) for sides, corners in stretches]
    for label in sorted({each for sides, _, _ in lines for each in sides if each}):
        own = [(corners, line) for sides, corners, line in lines if label in sides]
        rings[label] = _closed(own)
    return {label: _shapes(found) for label, found in rings.items()}


def _stretches(labels: Grid) -> list[tuple[Side, list[Corner]]]:
    """Walks along cell corners between two labels, from meeting point to meeting point."""
    ways: dict[Corner, list[tuple[Corner, Side]]] = defaultdict(list)
    for (r, c), a, b in _walls(labels[:, :-1], labels[:, 1:]):
        _link(ways, (r, c + 1), (r + 1, c + 1), (min(a, b), max(a, b)))
    for (r, c), a, b in _walls(labels[:-1], labels[1:]):
        _link(ways, (r + 1, c), (r + 1, c + 1), (min(a, b), max(a, b)))
    meeting = {at for at, out in ways.items() if len(out) != 2 or out[0][1] != out[1][1]}
    found, walked = [], set[tuple[Corner, Corner]]()
    for start in [*sorted(meeting), *sorted(ways)]:
        for step, sides in ways[start]:
            if (start, step) not in walked:
                found.append((sides, _walk(ways, meeting, walked, start, step)))
    return found


def _walls(a: Grid, b: Grid) -> list[tuple[Corner, int, int]]:
    rows, columns = np.nonzero(a != b)
    places = zip(rows.tolist(), columns.tolist(), strict=True)
    return list(zip(places, a[rows, columns].tolist(), b[rows, columns].tolist(), strict=True))


def _link(ways: dict[Corner, list[tuple[Corner, Side]]], a: Corner, b: Corner, sides: Side) -> None:
    ways[a].append((b, sides))
    ways[b].append((a, sides))


def _walk(
    ways: dict[Corner, list[tuple[Corner, Side]]],
    meeting: set[Corner],
    walked: set[tuple[Corner, Corner]],
    start: Corner,
    step: Corner,
) -> list[Corner]:
    corners, before, at = [start], start, step
    walked |= {(before, at), (at, before)}
    while at not in meeting and at != start:
        corners.append(at)
        before, at = at, next(to for to, _ in ways[at] if to != before)
        walked |= {(before, at), (at, before)}
    return [*corners, at]


def _line(corners: list[Corner], size: float, rounds: int) -> Ring:
    """A stretch with its steps worn smooth; its ends stay, for others end there too."""
    line = np.array([(c - 1, r - 1) for r, c in corners], dtype=np.float64)
    loop = corners[0] == corners[-1]
    for _ in range(rounds):
        line = _worn(line, loop)
    points = (line * size).astype(np.float32)
    return Ring(points, weigh(points))


def _worn(line: NDArray[np.float64], loop: bool) -> NDArray[np.float64]:
    worn = line.copy()
    worn[1:-1] = 0.5 * line[1:-1] + 0.25 * (line[:-2] + line[2:])
    if loop and len(line) > 4:
        worn[0] = worn[-1] = 0.5 * line[0] + 0.25 * (line[1] + line[-2])
    return worn


def _closed(own: list[tuple[list[Corner], Ring]]) -> list[Ring]:
    """Stretches joined to rings."""
    at: dict[Corner, list[int]] = defaultdict(list)
    for i, (corners, _) in enumerate(own):
        at[corners[0]].append(i)
        at[corners[-1]].append(i)
    left, rings = set(range(len(own))), []
    for first in range(len(own)):
        if first in left:
            rings.append(_ring(own, at, left, first))
    return rings


def _ring(
    own: list[tuple[list[Corner], Ring]], at: dict[Corner, list[int]], left: set[int], first: int
) -> Ring:
    corners, line = own[first]
    left.discard(first)
    points, weights = [line.points[:-1]], [line.weights[:-1]]
    start, end = corners[0], corners[-1]
    while end != start:
        following = next(i for i in at[end] if i in left)
        left.discard(following)
        corners, line = own[following]
        step = 1 if corners[0] == end else -1
        points.append(line.points[::step][:-1])
        weights.append(line.weights[::step][:-1])
        end = corners[-1] if step == 1 else corners[0]
    return Ring(np.concatenate(points), np.concatenate(weights))


def _shapes(rings: list[Ring]) -> tuple[Shape, ...]:
    """Rings sorted into outlines and the holes in them: a ring inside another is its hole."""
    ordered = sorted(rings, key=lambda each: -abs(each.area))
    outlines: list[tuple[Ring, list[Ring]]] = []
    for ring in ordered:
        outer = next((each for each in outlines if _within(ring, each[0])), None)
        if outer and not any(_within(ring, hole) for hole in outer[1]):
            outer[1].append(ring)
        else:
            outlines.append((ring, []))
    return tuple(Shape(outline, tuple(holes)) for outline, holes in outlines)


def _within(ring: Ring, outer: Ring) -> bool:
    left, top, right, bottom = ring.box
    a, b, c, d = outer.box
    inside = a <= left and b <= top and right <= c and bottom <= d
    return inside and outer.holds(_middle(ring.points))


def _middle(points: Points) -> tuple[float, float]:
    """A point of the ring; rings of one label never cross."""
    x, y = points[len(points) // 2]
    return float(x), float(y)
