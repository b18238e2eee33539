"""Shares of a hundred: what is said of suspects always sums to 100 %, whatever is moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.report.shares import WHOLE, split


@dataclass(frozen=True)
class Shares:
    """Whole per cents that sum to a hundred, and which of them are held. It never changes."""

    values: tuple[int, ...]
    held: frozenset[int] = frozenset()

    @property
    def chances(self) -> tuple[float, ...]:
        """The same as shares of one."""
        return tuple(value / WHOLE for value in self.values)

    def most(self, place: int) -> int:
        """As much as one can have beside what is held."""
        return WHOLE - sum(self.values[n] for n in self.held if n != place)

    def moved(self, place: int, value: float) -> Shares:
        """One set to a value; those not held share what is left as they shared it before."""
        free = [n for n in range(len(self.values)) if n != place and n not in self.held]
        if place in self.held or not free:
            return self
        value = min(max(round(value), 0), self.most(place))
        values = list(self.values)
        values[place] = value
        weights = [float(self.values[n]) for n in free]
        for n, part in zip(free, split(self.most(place) - value, weights), strict=True):
            values[n] = part
        return Shares(tuple(values), self.held)

    def toggled(self, place: int) -> Shares:
        """One held, or let go again."""
        return Shares(self.values, self.held ^ {place})

    def alike(self) -> Shares:
        """What is not held shared out evenly."""
        return self.leaning([1.0] * len(self.values))

    def leaning(self, weights: Sequence[float]) -> Shares:
        """What is not held shared out by weights."""
        free = [n for n in range(len(self.values)) if n not in self.held]
        values, room = list(self.values), WHOLE - sum(self.values[n] for n in self.held)
        for n, part in zip(free, split(room, [weights[n] for n in free]), strict=True):
            values[n] = part
        return Shares(tuple(values), self.held)


def shares_of(weights: Sequence[float]) -> Shares:
    """Chances as whole per cents."""
    return Shares(tuple(split(WHOLE, weights)))
