"""The tests a scenario makes of itself: many games by AIs, and how often something holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.futures import intervals
from game.futures.intervals import Estimate
from game.scenario.model import Scenario, ScenarioTest
from game.scenario.rulebook import needed
from game.study.games import Cast, Games, loaded, numbers_from
from game.study.workers import spread


@dataclass(frozen=True)
class Trial:
    """One test of a scenario, and what came of it."""

    scenario: str
    name: str
    test: ScenarioTest
    found: Estimate  # share of games in which its condition held

    @property
    def passed(self) -> bool:
        """The share lies where the author said."""
        return self.test.least <= self.found.value <= self.test.most

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "scenario": self.scenario,
            "name": self.name,
            "text": self.test.text,
            "passed": self.passed,
            "value": round(self.found.value, 4),
            "interval": [round(self.found.low, 4), round(self.found.high, 4)],
            "least": self.test.least,
            "most": self.test.most,
            "worlds": self.test.worlds,
        }


@dataclass(frozen=True)
class Asked:
    """Games, and the conditions asked when they are over."""

    games: Games
    conditions: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.games)

    def parts(self) -> list[Asked]:
        """The same in parts that are played side by side."""
        return [replace(self, games=part) for part in self.games.parts()]


def cast_of(scenario: Scenario, players: Mapping[str, str]) -> Cast:
    """Who plays a test: as it says, else all alike, else as the scenario casts them."""
    everybody = players.get("all")
    return tuple(
        players.get(name, everybody or nation.doctrine) for name, nation in scenario.nations.items()
    )


def run(scenarios: Sequence[tuple[Scenario, str]], workers: int | None = None) -> list[Trial]:
    """Make every test of some scenarios, each given with its text; games are shared."""
    asked = [each for scenario, text in scenarios for each in _asked(scenario, text)]
    parts = [(number, part) for number, each in enumerate(asked) for part in each.parts()]
    answers = spread(answer, [part for _, part in parts], workers, "tests")
    held = [
        np.concatenate([a for (n, _), a in zip(parts, answers, strict=True) if n == number], axis=1)
        for number in range(len(asked))
    ]
    found = {
        (each.games, condition): intervals.share(rows[row])
        for each, rows in zip(asked, held, strict=True)
        for row, condition in enumerate(each.conditions)
    }
    return [
        Trial(scenario.id, name, test, found[_games(scenario, text, test), test.when])
        for scenario, text in scenarios
        for name, test in scenario.tests.items()
    ]


def _games(scenario: Scenario, text: str, test: ScenarioTest) -> Games:
    cast = cast_of(scenario, test.players)
    return Games(text, numbers_from(test.seed, test.worlds), (cast,))


def _asked(scenario: Scenario, text: str) -> list[Asked]:
    """Tests of the same games are asked of them together."""
    together: dict[Games, list[str]] = {}
    for test in scenario.tests.values():
        together.setdefault(_games(scenario, text, test), []).append(test.when)
    return [Asked(games, tuple(conditions)) for games, conditions in together.items()]


def answer(asked: Asked) -> Any:
    """Play, and say where each condition held. [conditions, games]"""
    _, setup = loaded(asked.games.text)
    world = asked.games.play()
    return np.stack([needed(text, setup.ids)(world) for text in asked.conditions])
