"""Ablation: what each system on the board does, shown by games played with it and without.

Both sides roll the same dice, so that the mean difference from game to game is what the system
did. Each system has a named outcome that must move, and the way it should.

Who names or punishes only beyond a bar of proof is wrong as often as its bar allows, whatever its
forensics: with better ones it finds more of the guilty, and is wrong in the same share of what it
says. What innocents gain is less of the suspicion that trust and hostility follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.futures import intervals
from game.futures.intervals import Estimate
from game.study.games import Games, numbers_from, own_cast
from game.study.gauges import Gauges, read
from game.study.systems import SYSTEMS, Outcome, System
from game.study.workers import spread

GAMES = 400


@dataclass(frozen=True)
class Shift:
    """What a system did to one outcome."""

    system: str
    outcome: Outcome
    without: Estimate
    with_it: Estimate
    difference: Estimate  # with it less without it, from game to game
    named: bool = True  # the one its system is there for, which must move; others may

    @property
    def as_meant(self) -> bool:
        """The outcome moved for sure, and the way it should."""
        return self.difference.settled and self.difference.value * self.outcome.way > 0

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "system": self.system,
            "outcome": self.outcome.gauge,
            "outcome_label": self.outcome.label,
            "named": self.named,
            "without": self.without.as_json(),
            "with": self.with_it.as_json(),
            "difference": self.difference.as_json(),
            "as_meant": self.as_meant,
        }


def ablate(
    text: str,
    systems: Sequence[System] = SYSTEMS,
    games: int = GAMES,
    seed: int = 1,
    workers: int | None = None,
    cast: tuple[str, ...] | None = None,
) -> list[Shift]:
    """What each system does in a scenario that has passed its checks. cast: its own if None."""
    plain = Games(text, numbers_from(seed, games), (cast or own_cast(text),))
    sides = {"": plain} | {s.change: plain.changed(s.change) for s in systems if s.change}
    parts = [(name, part) for name, side in sides.items() for part in side.parts()]
    found = spread(read, [part for _, part in parts], workers, "games")
    gauges = {
        name: _joined([g for (n, _), g in zip(parts, found, strict=True) if n == name])
        for name in sides
    }
    return [
        _shift(gauges[""], gauges[each.change], each, outcome)
        for each in systems
        for outcome in each.outcomes
    ]


def _joined(parts: Sequence[Gauges]) -> Gauges:
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _shift(usual: Gauges, changed: Gauges, system: System, outcome: Outcome) -> Shift:
    without, with_it = usual[outcome.gauge], changed[outcome.gauge]
    if outcome.against:
        without = usual[outcome.against]
    elif not system.adds:
        without, with_it = with_it, without
    both = ~(np.isnan(without) | np.isnan(with_it))
    return Shift(
        system.id,
        outcome,
        intervals.mean(without[both]),
        intervals.mean(with_it[both]),
        intervals.difference(without[both], with_it[both]),
        named=outcome is system.outcomes[0],
    )
