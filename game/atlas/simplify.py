"""Weights for the points of a line: how much of its shape each of them holds. (Visvalingam)"""

from __future__ import annotations

import heapq

import numpy as np
from numpy.typing import NDArray

from game.atlas.geometry import FINEST, Points, weight_of


def weigh(line: Points) -> NDArray[np.uint8]:
    """Weights of a line's points; its ends always stay, so lines that met still meet.

    The point that cuts off the smallest triangle with its neighbours goes first. A point never
    weighs less than one that went before it.
    """
    count = len(line)
    weights = np.full(count, FINEST, dtype=np.uint8)
    if count > 2:
        weights[1:-1] = weight_of(_areas(np.asarray(line, dtype=np.float64)))
    return weights


def _areas(line: NDArray[np.float64]) -> NDArray[np.float64]:
    xs, ys = line[:, 0].tolist(), line[:, 1].tolist()
    before, after = list(range(-1, len(xs) - 1)), list(range(1, len(xs) + 1))

    def area(i: int) -> float:
        a, b = before[i], after[i]
        cross: float = (xs[i] - xs[a]) * (ys[b] - ys[a]) - (xs[b] - xs[a]) * (ys[i] - ys[a])
        return abs(cross) / 2

    now = [0.0, *map(area, range(1, len(xs) - 1)), 0.0]
    heap = [(each, i) for i, each in enumerate(now)][1:-1]
    heapq.heapify(heap)
    done: dict[int, float] = {}
    highest = 0.0
    while heap:
        each, i = heapq.heappop(heap)
        if i in done or each != now[i]:
            continue
        highest = done[i] = max(highest, each)
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if 0 < j < len(xs) - 1:
                now[j] = area(j)
                heapq.heappush(heap, (now[j], j))
    return np.array([done[i] for i in range(1, len(xs) - 1)])
