"""Power imbalance: an emerging nation has a game worth playing. (Issue: 20 to 60 % of objectives)

Each emerging seat tries every doctrine among the scenario's own others; the one that serves it
best is played anew on fresh dice, beside games in which all are alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from game.futures import intervals
from game.futures.intervals import Estimate
from game.scenario.doctrines import doctrines
from game.study.balance import EMERGING, FRESH
from game.study.games import Cast, Games, come_out, numbers_from
from game.study.workers import spread
from tests.library import own_cast, path_of, scenario

SCENARIOS = (
    "first_light",
    "port_crisis",
    "olympic_destroyer",
    "costa_rica_2022",
    "geneva_conference",
)
"""Those with emerging nations; Estonia 2007 has none."""

TRIED, ANEW, ALIKE = 24, 160, 12
"""Games of each seat and doctrine, of the best of them, and of each doctrine in all seats."""


@dataclass(frozen=True)
class Emerging:
    """An emerging seat under the doctrine that serves it best."""

    doctrine: str
    objectives: Estimate
    others: float  # least mean share of objectives among the other seats of the same games


def sensible() -> list[str]:
    """Every doctrine that does not roll dice."""
    return [name for name, doctrine in doctrines().items() if not doctrine.random]


def shares(name: str, casts: list[Cast], games: int, seed: int = 1) -> np.ndarray:
    """Share of objectives met. [casts, nations, games]"""
    text = path_of(name).read_text("utf-8")
    numbers = numbers_from(seed, games) * len(casts)
    each = tuple(cast for cast in casts for _ in range(games))
    parts = spread(come_out, Games(text, numbers, each).parts(), title=name)
    share = np.concatenate([part.share for part in parts], axis=1)
    return share.reshape(len(share), len(casts), games).swapaxes(0, 1)


@cache
def emerging(name: str) -> dict[str, Emerging]:
    """Each emerging seat of a scenario."""
    nations, own = scenario(name).nations, own_cast(name)
    found = {}
    for seat, nation in enumerate(nations):
        if not nations[nation].emerging:
            continue
        casts = [(*own[:seat], tried, *own[seat + 1 :]) for tried in sensible()]
        best = int(shares(name, casts, TRIED)[:, seat].mean(axis=1).argmax())
        anew = shares(name, [casts[best]], ANEW, FRESH)[0]
        others = float(np.delete(anew, seat, axis=0).mean(axis=1).min())
        found[nation] = Emerging(sensible()[best], intervals.mean(anew[seat]), others)
    return found


@cache
def worst_off(name: str) -> str:
    """The seat that meets least of what it wants when all are alike, doctrine by doctrine."""
    nations = list(scenario(name).nations)
    met = shares(name, [(each,) * len(nations) for each in sensible()], ALIKE)
    return nations[int(met.mean(axis=(0, 2)).argmin())]


@pytest.mark.slow
@pytest.mark.parametrize("name", SCENARIOS)
def test_an_emerging_nation_meets_a_fair_share_with_the_doctrine_that_suits_it(name: str) -> None:
    low, high = EMERGING
    seats = emerging(name)
    assert seats
    shares_met = {nation: seat.objectives.value for nation, seat in seats.items()}
    assert {n: v for n, v in shares_met.items() if not low <= v <= high} == {}


@pytest.mark.slow
def test_emerging_nations_are_not_the_worst_off_in_all() -> None:
    behind = {name: worst_off(name) for name in SCENARIOS}
    is_emerging = [scenario(name).nations[nation].emerging for name, nation in behind.items()]
    assert not all(is_emerging), behind


@pytest.mark.slow
def test_played_well_an_emerging_nation_is_seldom_the_worst_off() -> None:
    seats = [seat for name in SCENARIOS for seat in emerging(name).values()]
    ahead = [seat.objectives.value > seat.others for seat in seats]
    assert np.mean(ahead) > 0.5


def main() -> None:
    """Print the figures: python -m tests.study.test_power"""
    for name in SCENARIOS:
        for nation, seat in emerging(name).items():
            met = seat.objectives
            figures = f"{met.value:.2f} [{met.low:.2f}, {met.high:.2f}]"
            print(f"{name:18} {nation:11} {seat.doctrine:19} {figures}, worst {seat.others:.2f}")
        print(f"{name:18} worst off, all alike: {worst_off(name)}")


if __name__ == "__main__":
    main()
