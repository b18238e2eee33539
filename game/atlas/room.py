"""Where a name has most room in a territory: the middle of its widest free stretch."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.atlas.geometry import Point, Shape


def roomiest(shape: Shape, columns: int = 96) -> Point:
    """The point of a piece of land around which a wide, low name fits best."""
    left, top, right, bottom = shape.outline.box
    rows = max(8, min(96, round(columns * (bottom - top) / max(right - left, 1e-6))))
    xs = left + (np.arange(columns) + 0.5) * (right - left) / columns
    ys = top + (np.arange(rows) + 0.5) * (bottom - top) / rows
    inside = _inside(shape, xs, ys)
    if not inside.any():
        return (left + right) / 2, (top + bottom) / 2
    row, column = deepest(inside)
    return float(xs[column]), float(ys[row])


def deepest(inside: NDArray[np.bool_], wide: int = 2) -> tuple[int, int]:
    """Row and column of the cell that lasts longest while `wide` columns a row are worn away."""
    last = inside
    while True:
        worn = np.pad(last, ((1, 1), (wide, wide)))
        high, long = last.shape
        left = (
            worn[1 : 1 + high, wide : wide + long]
            & worn[:high, wide : wide + long]
            & worn[2 : 2 + high, wide : wide + long]
        )
        for step in range(wide):
            left &= worn[1 : 1 + high, step : step + long]
            left &= worn[1 : 1 + high, wide + 1 + step : wide + 1 + step + long]
        if not left.any():
            break
        last = left
    rows, columns = np.nonzero(last)
    middle = np.abs(rows - rows.mean()) + np.abs(columns - columns.mean())
    best = int(middle.argmin())
    return int(rows[best]), int(columns[best])


def _inside(shape: Shape, xs: NDArray[np.float64], ys: NDArray[np.float64]) -> NDArray[np.bool_]:
    found = np.zeros((len(ys), len(xs)), dtype=np.int64)
    for ring in (shape.outline, *shape.holes):
        x, y = np.asarray(ring.points, dtype=np.float64).T
        x2, y2 = np.roll(x, -1), np.roll(y, -1)
        for row, level in enumerate(ys):
            spans = (y > level) != (y2 > level)
            at = x[spans] + (level - y[spans]) * (x2 - x)[spans] / (y2 - y)[spans]
            found[row] += (xs[:, None] < at[None, :]).sum(axis=1)
    odd: NDArray[np.bool_] = found % 2 == 1
    return odd
