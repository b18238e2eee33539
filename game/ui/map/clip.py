"""Polygons and lines cut to the part of the map that is seen."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.atlas.geometry import Box


def polygon(points: Any, box: Box) -> Any:
    """The part of a polygon inside a box. (Sutherland and Hodgman)"""
    for axis, bound, sign in (
        (0, box[0], 1.0),
        (0, box[2], -1.0),
        (1, box[1], 1.0),
        (1, box[3], -1.0),
    ):
        if len(points) < 3:
            return points[:0]
        points = _half(points, axis, bound, sign)
    return points


def _half(points: Any, axis: int, bound: float, sign: float) -> Any:
    depth = sign * (points[:, axis] - bound)
    inside = depth >= 0
    if inside.all():
        return points
    following, after = np.roll(points, -1, axis=0), np.roll(inside, -1)
    crosses = inside != after
    part = depth / np.where(crosses, depth - np.roll(depth, -1), 1.0)
    cuts = points + part[:, None] * (following - points)
    both = np.stack([points, cuts], axis=1).reshape(-1, 2)
    return both[np.stack([inside, crosses], axis=1).reshape(-1)]


def touches(a: Box, b: Box) -> bool:
    """Whether two boxes have something in common."""
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]
