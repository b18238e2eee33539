"""Balance: who wins, who is left behind, and how hot it gets, by seat and by AI. (Theory 6)

Three designs on the same dice: everybody alike, doctrine by doctrine; the scenario's own cast; and
each seat with each doctrine among the scenario's own others. What then looks best for a seat is
played anew on fresh dice, so that the best of many is not merely the luckiest.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.futures import intervals
from game.futures.figures import name_of
from game.futures.outcomes import Outcomes, joined, outcomes
from game.rules.escalation import LADDER, pair_rungs
from game.rules.happenings import Log
from game.rules.scoring import ENDINGS
from game.rules.world import Floats, Index, Ints, World
from game.scenario.doctrines import doctrines
from game.scenario.model import Scenario
from game.study.games import Cast, Games, loaded, numbers_from, own_cast
from game.study.standings import Balance, Best, Flag, Standing, Ways
from game.study.workers import spread

MOST, LEAST = 0.7, 0.1
"""Shares of objectives under equal doctrines outside which a seat is too easy, or too hard."""

EMERGING = (0.2, 0.6)
"""Share of objectives an emerging nation should meet under the doctrine that suits it best."""

FRESH = 1_000_000
"""Dice of the second playing begin so much further on."""


@dataclass(frozen=True, eq=False)
class Played:
    """How some games came out, and the highest rung of each seat. [N, W]"""

    outcomes: Outcomes
    hottest: Ints

    def some(self, where: Any) -> tuple[Floats, Floats, Ints]:
        """Scores, shares of objectives and highest rungs of some of the games. [N, w] each"""
        of = self.outcomes
        return of.score[:, where], of.share[:, where], self.hottest[:, where]


def measure(games: Games) -> Played:
    """Play some games, watching how hot it gets around each seat."""
    board, _ = loaded(games.text)
    hottest = np.zeros((board.nations, len(games)), np.int16)

    def watch(world: World, log: Log, order: Index) -> None:
        rungs = pair_rungs(world.heat).max(axis=1)
        hottest[:, order] = np.maximum(hottest[:, order], rungs)

    return Played(outcomes(games.play(watch=watch)), hottest)


def balance(text: str, worlds: int, seed: int = 1, workers: int | None = None) -> Balance:
    """Study a scenario that has passed its checks. worlds: games of each of the three designs.

    The crossed design plays a tenth as many for each seat and doctrine.
    """
    began = time.perf_counter()
    _, setup = loaded(text)
    own, names = own_cast(text), _sensible()
    designs = _designs(own, names, worlds)
    played = _play(text, designs, seed, workers, "games")
    crossed = {
        nation: {name: _standing(played, designs[f"{n} {name}"], n) for name in names}
        for n, nation in enumerate(setup.nations)
    }
    favourites = {
        nation: max(names, key=lambda name: crossed[nation][name].objectives.value)
        for nation in setup.nations
    }
    again = _second(own, tuple(favourites.values()), max(worlds // 5, 10))
    anew = _play(text, again, seed + FRESH, workers, "best doctrines anew")
    best = {
        nation: Best(favourites[nation], _standing(anew, again[str(n)], n))
        for n, nation in enumerate(setup.nations)
    }

    def everybody(design: Design) -> dict[str, Standing]:
        return {nation: _standing(played, design, n) for n, nation in enumerate(setup.nations)}

    alike = everybody(Design.joined([designs[name] for name in names]))
    return Balance(
        scenario=setup.scenario,
        doctrines=names,
        alike=alike,
        alike_ways={name: _ways(played, designs[name]) for name in names},
        own=everybody(designs["own"]),
        own_ways=_ways(played, designs["own"]),
        crossed=crossed,
        best=best,
        flags=tuple(_flags(setup.scenario, alike, best)),
        games=played.outcomes.worlds + anew.outcomes.worlds,
        seconds=time.perf_counter() - began,
    )


def _sensible() -> tuple[str, ...]:
    return tuple(name for name, doctrine in doctrines().items() if not doctrine.random)


@dataclass(frozen=True)
class Design:
    """Games of one cast, and where they lie among all that are played."""

    cast: Cast
    places: tuple[int, ...]

    @staticmethod
    def joined(designs: Sequence[Design]) -> Design:
        """The games of several."""
        return Design((), tuple(place for each in designs for place in each.places))


def _laid(casts: dict[str, tuple[Cast, int]]) -> dict[str, Design]:
    """Games of each cast, one after the other."""
    found, start = {}, 0
    for name, (cast, count) in casts.items():
        found[name] = Design(cast, tuple(range(start, start + count)))
        start += count
    return found


def _designs(own: Cast, names: Sequence[str], worlds: int) -> dict[str, Design]:
    """The scenario's own cast, all alike by doctrine, and each seat with each doctrine."""
    each, cell = max(worlds // len(names), 10), max(worlds // 10, 10)
    casts: dict[str, tuple[Cast, int]] = {"own": (own, worlds)}
    casts |= {name: ((name,) * len(own), each) for name in names}
    casts |= {f"{n} {name}": (_with(own, n, name), cell) for n in range(len(own)) for name in names}
    return _laid(casts)


def _second(own: Cast, favourites: Cast, worlds: int) -> dict[str, Design]:
    casts = {str(n): (_with(own, n, name), worlds) for n, name in enumerate(favourites)}
    return _laid(casts)


def _with(own: Cast, seat: int, name: str) -> Cast:
    return tuple(name if n == seat else usual for n, usual in enumerate(own))


def _play(
    text: str, designs: dict[str, Design], seed: int, workers: int | None, title: str
) -> Played:
    """Every design on the same dice: its first game rolls the first seed, and so on."""
    numbers: list[int] = []
    casts: list[Cast] = []
    for design in designs.values():
        numbers += numbers_from(seed, len(design.places))
        casts += [design.cast] * len(design.places)
    parts = spread(measure, Games(text, tuple(numbers), tuple(casts)).parts(), workers, title)
    hottest = np.concatenate([part.hottest for part in parts], axis=1)
    return Played(joined([part.outcomes for part in parts]), hottest)


def _standing(played: Played, design: Design, nation: int) -> Standing:
    score, share, hottest = played.some(list(design.places))
    return Standing(
        objectives=intervals.mean(share[nation]),
        score=intervals.mean(score[nation]),
        win=intervals.share(score[nation] >= score.max(axis=0)),
        last=intervals.share(score[nation] <= score.min(axis=0)),
        escalation=intervals.mean(hottest[nation]),
    )


def _ways(played: Played, design: Design) -> Ways:
    where = list(design.places)
    ending, peak = played.outcomes.ending[where], played.outcomes.peak[where]
    return Ways(
        {name_of(end): intervals.share(ending == end) for end in ENDINGS},
        tuple(intervals.share(peak == rung) for rung in range(len(LADDER))),
    )


def _flags(scenario: Scenario, alike: dict[str, Standing], best: dict[str, Best]) -> Sequence[Flag]:
    """Seats that are too easy or too hard."""
    found = []

    def flag(nation: str, what: str, bounds: tuple[float, float]) -> None:
        wanted = f"{bounds[0]:.0%} to {bounds[1]:.0%} is wanted"
        found.append(Flag(nation, f"{what} ({wanted})", scenario.balance.get(nation, "")))

    for nation, standing in alike.items():
        value = standing.objectives.value
        if not LEAST <= value <= MOST:
            flag(nation, f"meets {value:.0%} of its objectives, all being alike", (LEAST, MOST))
    for nation, each in best.items():
        value, (low, high) = each.standing.objectives.value, EMERGING
        label = doctrines()[each.doctrine].label.lower()
        if scenario.nations[nation].emerging and not low <= value <= high:
            what = f"is emerging and meets {value:.0%} of its objectives as {label}"
            flag(nation, what, EMERGING)
    return found
