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
from game.study.workers import spread

GAMES = 400


@dataclass(frozen=True)
class Outcome:
    """A figure a system moves: its gauge, and whether it is more (1) or less (-1) with it."""

    gauge: str
    label: str
    way: int
    against: str = ""  # another gauge of the same games, instead of games on another board


@dataclass(frozen=True)
class System:
    """Something on the board, and the change of a board that takes it off or puts it on."""

    id: str
    about: str
    change: str  # a name of games.CHANGES
    adds: bool  # the change puts the system on; otherwise it takes it off
    outcomes: tuple[Outcome, ...]  # the named one first


SYSTEMS = (
    System(
        "legal_gaps",
        "norms and published positions narrow the grey zone: the last turn against the first",
        "",
        False,
        (
            Outcome(
                "disagreement", "share of readings that differ", -1, against="disagreement_before"
            ),
        ),
    ),
    System(
        "one_voice",
        "joint claims against lone ones of the same games",
        "",
        False,
        (
            Outcome("joint_cost_mean", "standing it costs each", -1, against="lone_cost_mean"),
            Outcome("joint_delay_mean", "turns since the incident", 1, against="lone_delay_mean"),
            Outcome("joint_bite_mean", "standing the named loses", 1, against="lone_bite_mean"),
        ),
    ),
    System(
        "norms",
        "restraints and duties, their spread, and what breaking them costs",
        "no_norms",
        False,
        (
            Outcome("violations", "violations laid at somebody's door", 1),
            Outcome("adopted", "share of nations that hold a norm", 1),
            Outcome("trust", "mean trust at the end", -1),
        ),
    ),
    System(
        "law",
        "what a legal reading of an act costs, now and in hindsight",
        "no_law",
        False,
        (
            Outcome("standing", "mean standing at the end", -1),
            Outcome("trust", "mean trust at the end", -1),
        ),
    ),
    System(
        "organisations",
        "their powers under their rules",
        "no_organisations",
        False,
        (
            Outcome("measures", "measures organisations carried out", 1),
            Outcome("weak_forensics", "forensics of weak nations at the end", 1),
            Outcome("trust", "mean trust at the end", 1),
        ),
    ),
    System(
        "treaties",
        "whatever nations sign",
        "no_treaties",
        False,
        (
            Outcome("trust", "mean trust at the end", 1),
            Outcome("peak_heat", "highest heat between two nations", -1),
            Outcome("operations", "covert operations begun in play", -1),
        ),
    ),
    System(
        "capacity",
        "what training, aid and strategy build",
        "no_capacity",
        False,
        (
            Outcome("weak_forensics", "forensics of weak nations at the end", 1),
            Outcome("weak_harm", "services weak nations lost, summed over turns", -1),
        ),
    ),
    System(
        "joint",
        "speaking and sanctioning with one voice",
        "no_joint",
        False,
        (
            Outcome("all_cost_mean", "standing an accuser loses by a claim", -1),
            Outcome("all_delay_mean", "turns from incident to claim", 1),
            Outcome("joint_claims", "claims made together", 1),
        ),
    ),
    System(
        "doubt",
        "nobody is told who did it",
        "no_doubt",
        False,
        (
            Outcome("right", "turns in which a right accusation stood", -1),
            Outcome("wrong", "turns in which a wrong one stood", 1),
            Outcome("innocents", "nations punished by one that blames them wrongly", 1),
        ),
    ),
    System(
        "forensics_aid",
        "everybody's forensics raised by 25",
        "forensics_aid",
        True,
        (
            Outcome("right", "turns in which a right accusation stood", 1),
            Outcome("wrong_blame", "share of suspicion that falls on innocents", -1),
        ),
    ),
    System(
        "false_flags",
        "traces planted to frame others",
        "no_false_flags",
        False,
        (
            Outcome("right", "turns in which a right accusation stood", -1),
            Outcome("right_share", "share of accusations that are right", -1),
            Outcome("innocents", "nations punished by one that blames them wrongly", 1),
        ),
    ),
)


@dataclass(frozen=True)
class Shift:
    """What a system did to one outcome."""

    system: str
    outcome: Outcome
    without: Estimate
    with_it: Estimate
    difference: Estimate  # with it less without it, from game to game

    @property
    def as_meant(self) -> bool:
        """The outcome moved for sure, and the way it should."""
        return self.difference.settled and self.difference.value * self.outcome.way > 0

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "system": self.system,
            "outcome": self.outcome.label,
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
    )
