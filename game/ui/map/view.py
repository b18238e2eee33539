"""Which part of a map a window shows, and where things of the map lie in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.atlas.geometry import Box, Geometry, Point, Territory

CLOSEST = 24.0
"""Pixels a unit at most, for a window 1600 wide: about a small country across the window."""


@dataclass(frozen=True)
class View:
    """A window on a map."""

    width: int
    height: int
    x: float  # middle, in map units
    y: float
    scale: float  # pixels a unit
    covered: tuple[int, int] = (0, 0)  # pixels at the top and at the foot under other things

    @property
    def box(self) -> Box:
        """What is seen, in map units."""
        wide, high = self.width / self.scale / 2, self.height / self.scale / 2
        return self.x - wide, self.y - high, self.x + wide, self.y + high

    def seen(self, points: Any) -> Any:
        """Pixels of points of the map. [.., 2]"""
        offset = np.array([self.x, self.y]), np.array([self.width / 2, self.height / 2])
        return (np.asarray(points, dtype=np.float64) - offset[0]) * self.scale + offset[1]

    def place(self, point: Point) -> Point:
        """Where one point of the map is seen, in pixels."""
        x = (point[0] - self.x) * self.scale + self.width / 2
        return x, (point[1] - self.y) * self.scale + self.height / 2

    def under(self, pixel: Point) -> Point:
        """The point of the map under a pixel."""
        x = (pixel[0] - self.width / 2) / self.scale + self.x
        return x, (pixel[1] - self.height / 2) / self.scale + self.y

    def moved(self, dx: float, dy: float) -> View:
        """The map dragged by so many pixels."""
        return replace(self, x=self.x - dx / self.scale, y=self.y - dy / self.scale)

    def zoomed(self, factor: float, at: Point | None = None) -> View:
        """Closer by a factor; what is under `at` stays there."""
        at = at or (self.width / 2, self.height / 2)
        fixed, closer = self.under(at), replace(self, scale=self.scale * factor)
        now = closer.place(fixed)
        return closer.moved(at[0] - now[0], at[1] - now[1])

    def within(self, geometry: Geometry) -> View:
        """The same, no wider than the map, no closer than is of use, and not beside it.

        What is covered does not count; and it is always wide enough for all nations.
        """
        left, top, right, bottom = geometry.box
        high = self._free
        widest = max(self.width / (right - left), high / (bottom - top) * 0.8)
        widest = min(widest, _fit(geometry.focus, self.width, high))
        scale = min(max(self.scale, widest), max(widest, CLOSEST * self.width / 1600))
        half, lower = (self.width / scale / 2, high / scale / 2), self._lower / scale
        x = _held(self.x, left + half[0], right - half[0])
        y = _held(self.y + lower, top - 20 + half[1], bottom + 20 - half[1]) - lower
        return replace(self, x=x, y=y, scale=scale)

    @property
    def _free(self) -> int:
        """How high the part is that nothing covers."""
        return max(1, self.height - sum(self.covered))

    @property
    def _lower(self) -> float:
        """How far its middle lies below that of the window, in pixels."""
        return (self.covered[0] - self.covered[1]) / 2

    def on(self, box: Box) -> View:
        """The same window, as close as a box fits into what is not covered."""
        left, top, right, bottom = box
        scale = _fit(box, self.width, self._free)
        middle = (left + right) / 2, (top + bottom) / 2 - self._lower / scale
        return replace(self, x=middle[0], y=middle[1], scale=scale)


def _fit(box: Box, width: int, height: int) -> float:
    left, top, right, bottom = box
    return min(width / max(1e-6, right - left), height / max(1e-6, bottom - top))


def fitted(
    geometry: Geometry,
    width: int,
    height: int,
    box: Box | None = None,
    covered: tuple[int, int] = (0, 0),
) -> View:
    """The view that shows a box of the map, by default where the nations of the scenario lie."""
    view = View(width, height, 0, 0, 1, covered)
    return view.on(box or geometry.focus).within(geometry)


def close(geometry: Geometry, width: int, height: int, covered: tuple[int, int] = (0, 0)) -> View:
    """The view that shows where things happen."""
    return fitted(geometry, width, height, geometry.theatre, covered)


def whole(geometry: Geometry, width: int, height: int) -> View:
    """The view that shows all of the map."""
    return fitted(geometry, width, height, geometry.box)


DIRECTIONS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def towards(nations: Mapping[str, Territory], start: str | None, direction: str) -> str | None:
    """The nearest nation in a direction, for the arrow keys; the start itself if there is none."""
    if start is None or start not in nations:
        return next(iter(nations), None)
    dx, dy = DIRECTIONS[direction]
    here_x, here_y = nations[start].capital
    best, least = start, np.inf
    for id, each in nations.items():
        right, down = each.capital[0] - here_x, each.capital[1] - here_y
        ahead, aside = right * dx + down * dy, abs(right * dy) + abs(down * dx)
        if ahead > 0 and ahead >= 0.4 * aside and ahead + 2 * aside < least:
            best, least = id, ahead + 2 * aside
    return best


def _held(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if low > high else min(max(value, low), high)
