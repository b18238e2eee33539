"""How sure a figure from some games is: 95 % intervals of shares, means and paired differences."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

Z = 1.959964
"""Half of a 95 % interval, in standard errors."""


@dataclass(frozen=True)
class Estimate:
    """A figure, and the interval it lies in with 95 % confidence."""

    value: float
    low: float
    high: float

    @property
    def settled(self) -> bool:
        """Zero lies outside the interval: a difference has a direction."""
        return self.low > 0 or self.high < 0

    def as_json(self, digits: int = 4) -> dict[str, float]:
        """The three figures by name."""
        figures = {"value": self.value, "low": self.low, "high": self.high}
        return {name: round(figure, digits) for name, figure in figures.items()}


def wilson(count: int, of: int) -> Estimate:
    """A share, with the interval of Wilson, which holds at 0 and 1 too. (Theory 6)"""
    if not of:
        return Estimate(0.0, 0.0, 1.0)
    share, z = count / of, Z * Z / of
    middle = (share + z / 2) / (1 + z)
    half = math.sqrt(share * (1 - share) * z + z * z / 4) / (1 + z)
    return Estimate(share, max(middle - half, 0.0), min(middle + half, 1.0))


def share(held: Any) -> Estimate:
    """The share of games in which something held. held: one truth for each game."""
    held = np.asarray(held, bool)
    return wilson(int(held.sum()), held.size)


def mean(values: Any) -> Estimate:
    """The mean over games, or over what is given for each game."""
    values = np.asarray(values, float).ravel()
    if not values.size:
        return Estimate(0.0, 0.0, 0.0)
    middle = float(values.mean())
    spread = float(values.std(ddof=1)) if values.size > 1 else 0.0
    half = Z * spread / math.sqrt(values.size)
    return Estimate(middle, middle - half, middle + half)


def difference(before: Any, after: Any) -> Estimate:
    """The mean change from game to game with the same dice. (paired)"""
    return mean(np.asarray(after, float) - np.asarray(before, float))
