"""Patches of a grid: cells of one label that touch, found run by run."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Grid = NDArray[np.int64]


def patches(labels: Grid) -> Grid:
    """Numbers from 0: two cells have the same one if a walk joins them without leaving a label."""
    rows, columns = labels.shape
    starts = np.ones(labels.shape, dtype=bool)
    starts[:, 1:] = labels[:, 1:] != labels[:, :-1]
    runs = np.cumsum(starts.ravel()).reshape(labels.shape) - 1
    above, below = runs[:-1], runs[1:]
    meet = (labels[:-1] == labels[1:]) & (starts[:-1] | starts[1:])
    pairs = np.stack([above[meet], below[meet]], axis=1)
    heads = _united(int(runs[-1, -1]) + 1, pairs.tolist())
    _, numbered = np.unique(heads, return_inverse=True)
    found: Grid = numbered.astype(np.int64)[runs].reshape(rows, columns)
    return found


def sizes(numbered: Grid) -> NDArray[np.int64]:
    """Cells of each patch."""
    return np.bincount(numbered.ravel())


def neighbours(numbered: Grid) -> NDArray[np.int64]:
    """Pairs of patches that touch, and how long they do: [P, 3]."""
    sides = [(numbered[:, :-1], numbered[:, 1:]), (numbered[:-1], numbered[1:])]
    pairs = np.concatenate([_edges(a, b) for a, b in sides])
    both, many = np.concatenate([pairs, pairs[:, ::-1]]), int(numbered.max()) + 1
    each, long = np.unique(both[:, 0] * many + both[:, 1], return_counts=True)
    return np.stack([each // many, each % many, long], axis=1)


def _edges(a: Grid, b: Grid) -> NDArray[np.int64]:
    differ = a != b
    return np.stack([a[differ], b[differ]], axis=1)


def _united(count: int, pairs: list[list[int]]) -> NDArray[Any]:
    head = list(range(count))

    def top(i: int) -> int:
        while head[i] != i:
            head[i] = head[head[i]]
            i = head[i]
        return i

    for a, b in pairs:
        first, second = top(a), top(b)
        head[max(first, second)] = min(first, second)
    return np.array([top(i) for i in range(count)])
