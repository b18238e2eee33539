"""What a study of balance finds: standings of seats, ways games end, and what is out of balance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from game.futures.intervals import Estimate
from game.rules.escalation import LADDER
from game.scenario.model import Scenario


class Found(Protocol):
    """Something found out that programs may read."""

    def as_json(self) -> dict[str, Any]:
        """For programs."""


def _told(found: Mapping[str, Found]) -> dict[str, Any]:
    """Several things for programs, by name."""
    return {name: each.as_json() for name, each in found.items()}


@dataclass(frozen=True)
class Standing:
    """How one seat did in some games."""

    objectives: Estimate  # share of its objectives' points
    score: Estimate
    win: Estimate  # share of games in which nobody scored more
    last: Estimate  # share of games in which nobody scored less
    escalation: Estimate  # highest rung of the ladder it stood on with anybody

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return _told(vars(self))


@dataclass(frozen=True)
class Best:
    """The doctrine that serves a seat best, and how it did on fresh dice."""

    doctrine: str
    standing: Standing


@dataclass(frozen=True)
class Flag:
    """A seat out of balance, and why that is meant; empty if nobody says."""

    nation: str
    what: str
    why: str


@dataclass(frozen=True)
class Ways:
    """How games ended and how hot they got."""

    endings: dict[str, Estimate]
    peaks: tuple[Estimate, ...]  # by rung


@dataclass(frozen=True)
class Balance:
    """What was found of one scenario."""

    scenario: Scenario
    doctrines: tuple[str, ...]
    alike: dict[str, Standing]  # by nation, all doctrines together
    alike_ways: dict[str, Ways]  # by doctrine
    own: dict[str, Standing]
    own_ways: Ways
    crossed: dict[str, dict[str, Standing]]  # by nation and its doctrine
    best: dict[str, Best]
    flags: tuple[Flag, ...]
    games: int
    seconds: float

    @property
    def worst_off(self) -> str:
        """The nation that met least of what it wanted when all were alike."""
        return min(self.alike, key=lambda nation: self.alike[nation].objectives.value)

    @property
    def passed(self) -> bool:
        """Nothing is out of balance without a reason."""
        return not self.unexplained

    @property
    def unexplained(self) -> int:
        """How many seats are out of balance without a reason in the file."""
        return sum(not flag.why for flag in self.flags)

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "scenario": self.scenario.id,
            "games": self.games,
            "doctrines": list(self.doctrines),
            "seats": {nation: self._seat(nation) for nation in self.alike},
            "endings": _told(self.own_ways.endings),
            "escalation": _told(dict(zip(LADDER, self.own_ways.peaks, strict=True))),
            "by_ai": {
                name: _told({n: each for n, each in ways.endings.items() if each.value})
                for name, ways in self.alike_ways.items()
            },
            "worst_off": self.worst_off,
            "flags": [vars(flag) for flag in self.flags],
            "worlds_per_second": round(self.games / max(self.seconds, 1e-9), 1),
            "seconds": round(self.seconds, 3),
        }

    def _seat(self, nation: str) -> dict[str, Any]:
        best = self.best[nation]
        return {
            **self.alike[nation].as_json(),
            "own_cast": self.own[nation].as_json(),
            "by_ai": _told(self.crossed[nation]),
            "best": {"ai": best.doctrine, **best.standing.as_json()},
        }
