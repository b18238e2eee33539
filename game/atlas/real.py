"""The real world: the atlas in assets/map, read once."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from game import paths
from game.atlas.geometry import Ring, Shape, Territory
from game.atlas.projection import bottom

GRAIN = 50.0
"""Steps a map unit is divided into: a fiftieth of a unit is 800 metres at the equator."""

FRAME = (0.0, 0.0, 1000.0, bottom())

NOTE = (
    "Borders are those of Natural Earth, which mostly draws what is held, not what is claimed; "
    "Crimea is drawn with Ukraine, as General Assembly resolution 68/262 has it. "
    "The map takes no side where borders are disputed."
)


@cache
def countries() -> tuple[Territory, ...]:
    """Every country and territory, those with a code first in the order of their codes."""
    with np.load(paths.assets() / "map" / "world.npz", allow_pickle=False) as data:
        raw = {name: data[name] for name in data.files}
    shapes = _shapes(raw)
    land = [
        Territory(str(code), str(name), tuple(shapes[i]), *_spots(raw["spots"][i]), str(code))
        for i, (code, name) in enumerate(zip(raw["codes"], raw["names"], strict=True))
    ]
    return tuple(sorted(land, key=lambda each: (not each.code, each.code, each.name)))


def _shapes(raw: dict[str, Any]) -> list[list[Shape]]:
    ends = np.cumsum(raw["rings"][:, 3])
    weights = raw["weights"]
    made: list[list[list[Ring]]] = [[] for _ in raw["codes"]]
    for (country, _, hole, length), end in zip(raw["rings"].tolist(), ends.tolist(), strict=True):
        steps = raw["steps"][end - length : end]
        points = (np.cumsum(steps, axis=0) / GRAIN).astype(np.float32)
        ring = Ring(points, weights[end - length : end])
        if hole == 0:
            made[country].append([])
        made[country][-1].append(ring)
    return [[Shape(rings[0], tuple(rings[1:])) for rings in pieces] for pieces in made]


def _spots(row: Any) -> tuple[tuple[float, float], tuple[float, float]]:
    cx, cy, lx, ly = (float(each) for each in row)
    return (cx, cy), (lx, ly)
