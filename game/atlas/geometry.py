"""Geometry: what a map is made of, in map units, 1000 from its left edge to its right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Points: TypeAlias = NDArray[np.float32]
Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]

WIDTH = 1000.0
"""Map units from the left edge of every map to its right."""

FINEST = 255
"""The weight of a point that is kept however coarse the drawing."""


@dataclass(frozen=True, eq=False)
class Ring:
    """A closed line. Each point has a weight: how small a drawing may be and still need it."""

    points: Points  # [P, 2], x to the right, y down
    weights: NDArray[np.uint8]  # [P]

    def coarse(self, scale: float) -> Points:
        """The points a drawing of `scale` pixels a unit can show."""
        kept = self.points[self.weights >= least_weight(scale)]
        return kept if len(kept) >= 3 else self.points[:0]

    @property
    def area(self) -> float:
        """Signed: positive when it turns clockwise on the page."""
        x, y = np.asarray(self.points, dtype=np.float64).T
        return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2)

    @property
    def box(self) -> Box:
        """Left, top, right, bottom."""
        (left, top), (right, bottom) = self.points.min(axis=0), self.points.max(axis=0)
        return float(left), float(top), float(right), float(bottom)

    def holds(self, at: Point) -> bool:
        """Whether a point lies inside, by counting crossings."""
        x, y = np.asarray(self.points, dtype=np.float64).T
        x2, y2 = np.roll(x, -1), np.roll(y, -1)
        spans = (y > at[1]) != (y2 > at[1])
        rise = np.where(spans, y2 - y, 1.0)
        return bool(np.count_nonzero(spans & (at[0] < (x2 - x) * (at[1] - y) / rise + x)) % 2)


@dataclass(frozen=True, eq=False)
class Shape:
    """One piece of land: its outline and the holes in it."""

    outline: Ring
    holes: tuple[Ring, ...] = ()

    def holds(self, at: Point) -> bool:
        """Whether a point lies on this piece of land."""
        return self.outline.holds(at) and not any(hole.holds(at) for hole in self.holes)


@dataclass(frozen=True, eq=False)
class Territory:
    """The land of one nation, or of a country that has no seat in the game."""

    id: str
    name: str
    shapes: tuple[Shape, ...]  # the largest first
    capital: Point
    label: Point  # where a name has most room
    code: str = ""  # ISO 3166 of a real country

    def holds(self, at: Point) -> bool:
        """Whether a point lies on its land."""
        return any(shape.holds(at) for shape in self.shapes)

    @property
    def home(self) -> tuple[Shape, ...]:
        """The land around the capital, without what lies overseas."""
        reach = max(
            25.0, *(self.main.outline.box[i + 2] - self.main.outline.box[i] for i in (0, 1))
        )
        return tuple(each for each in self.shapes if _far(each, self.capital) < reach)

    @property
    def main(self) -> Shape:
        """The piece of land with the capital on it, or the largest."""
        return next((each for each in self.shapes if each.holds(self.capital)), self.shapes[0])

    @property
    def area(self) -> float:
        """Square map units of land."""
        return sum(
            abs(each.outline.area) - sum(abs(hole.area) for hole in each.holes)
            for each in self.shapes
        )


@dataclass(frozen=True, eq=False)
class Geometry:
    """A map: nations by id, land without a seat, a net of lines behind, and what to look at."""

    id: str
    box: Box
    nations: dict[str, Territory]
    others: tuple[Territory, ...]
    net: tuple[Points, ...]
    real: bool
    note: str = ""
    focus: Box = field(default=(0.0, 0.0, 0.0, 0.0))  # where the nations lie
    theatre: Box = field(default=(0.0, 0.0, 0.0, 0.0))  # where things happen

    def land(self) -> Iterator[Territory]:
        """Every territory: nations first."""
        yield from self.nations.values()
        yield from self.others

    def at(self, point: Point) -> str | None:
        """The nation on whose land a point lies."""
        return next((id for id, each in self.nations.items() if each.holds(point)), None)


def least_weight(scale: float) -> int:
    """The weight a point must have to be seen at `scale` pixels a unit."""
    return int(np.clip(weight_of(np.array([0.2 / (scale * scale)]))[0], 0, FINEST))


def weight_of(areas: NDArray[Any]) -> NDArray[np.uint8]:
    """Weights from the areas of the triangles that would be cut off, in square map units."""
    steps = 8 * (np.log2(np.maximum(areas, 2.0**-22)) + 22)
    weights: NDArray[np.uint8] = np.clip(np.rint(steps), 0, FINEST - 1).astype(np.uint8)
    return weights


def around(points: list[Point], margin: float) -> Box:
    """The box around points, with a margin."""
    (left, top), (right, bottom) = np.min(points, axis=0), np.max(points, axis=0)
    return (
        float(left) - margin,
        float(top) - margin,
        float(right) + margin,
        float(bottom) + margin,
    )


def _far(shape: Shape, at: Point) -> float:
    away = np.abs(shape.outline.points - np.asarray(at, dtype=np.float32)).max(axis=1)
    return float(away.min())
