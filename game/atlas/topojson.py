"""TopoJSON, as far as the outlines of countries need it: arcs that neighbours share."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.atlas.geometry import Ring
from game.atlas.projection import MIDDLE, project
from game.atlas.simplify import weigh


@dataclass(frozen=True, eq=False)
class Arc:
    """A stretch of coast or border, in degrees."""

    places: NDArray[np.float64]  # [P, 2], longitude and latitude
    weights: NDArray[np.uint8]

    def reversed(self) -> Arc:
        """The same stretch, walked the other way."""
        return Arc(self.places[::-1], self.weights[::-1])


def arcs_of(topology: Any) -> list[Arc]:
    """The arcs of a topology, with the weight of each point."""
    return [_arc(raw, topology["transform"]) for raw in topology["arcs"]]


def rings_of(polygon: list[list[int]], arcs: list[Arc]) -> tuple[Ring, ...]:
    """The rings of a polygon, moved as a whole to the side of the cut where most of it lies."""
    outlines = [_joined(ring, arcs) for ring in polygon]
    middle = float((outlines[0].places[:, 0].min() + outlines[0].places[:, 0].max()) / 2)
    turn = 360 * -np.floor((middle - MIDDLE + 180) / 360)
    return tuple(
        Ring(project(each.places[:, 0] + turn, each.places[:, 1]), each.weights)
        for each in outlines
    )


def _arc(raw: list[list[int]], transform: Any) -> Arc:
    steps = np.array(list(accumulate(raw, lambda a, b: [a[0] + b[0], a[1] + b[1]])))
    places = _dense(_unwrapped(steps * transform["scale"] + np.asarray(transform["translate"])))
    return Arc(places, weigh(project(places[:, 0], places[:, 1])))


def _unwrapped(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Longitudes that run on over the date line, where the source jumps back."""
    return np.stack([np.unwrap(places[:, 0], period=360), places[:, 1]], axis=1)


def _dense(places: NDArray[np.float64], step: float = 2.0) -> NDArray[np.float64]:
    """More points on long stretches, which are straight on the globe's grid but not on the map."""
    parts = [places[:1]]
    for a, b in pairwise(places):
        count = max(1, int(np.ceil(abs(b[1] - a[1]) / step)))
        parts.append(a + (b - a) * (np.arange(1, count + 1) / count)[:, None])
    return np.concatenate(parts)


def _joined(ring: list[int], arcs: list[Arc]) -> Arc:
    walked = [arcs[i] if i >= 0 else arcs[~i].reversed() for i in ring]
    return Arc(
        _unwrapped(np.concatenate([each.places[:-1] for each in walked])),
        np.concatenate([each.weights[:-1] for each in walked]),
    )
