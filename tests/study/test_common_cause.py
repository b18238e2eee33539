"""Legal gaps, attribution doubt, joint response: what they do to collaboration. (Issue: Show)

What a system does with it and without stands in ablation.py; here its claims are asked for in
doses, one by one, and in matched turns of real games.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
import pytest

from game.futures import intervals
from game.futures.intervals import Estimate
from game.rules import params as p
from game.study.ablation import GAMES, Shift, ablate
from game.study.systems import SYSTEMS
from game.study.workers import spread
from tests.library import path_of
from tests.study import doubt, law_spread
from tests.study.dilemma_states import cast_of
from tests.study.doubt import Aided
from tests.study.law_spread import Dose
from tests.study.one_voice import Matched, Played, matched

LAW_GAMES, DOSES = 100, (0, 3, 7)
"""Games of each dose, and how many of the port crisis' seven seats care for law and norms."""

AID, DOUBTFUL = 30, "olympic_destroyer"
"""Points of forensics more, and less, for everybody; the scenario made of a false flag."""

CASES = ("port_crisis", "olympic_destroyer", "estonia_2007")
"""Scenarios in which nations propose to name somebody together."""

MATCHED = 70
"""Games of each scenario and cast whose turns are matched: 420 in all."""

MANY = 1200
"""Games in which claims made alone and together are compared as they came."""

Columns = Mapping[str, np.ndarray]


@cache
def by_dose(spoken: bool) -> tuple[Columns, ...]:
    """Games of each dose on the same dice, positions being published or not."""
    numbers = tuple(range(1, LAW_GAMES + 1))
    doses = [Dose("port_crisis", seats, spoken, numbers) for seats in DOSES]
    return tuple(spread(law_spread.read, doses, title="law"))


def slope(figure: str, spoken: bool) -> Estimate:
    """How a figure goes with the spread of norms, from dose to dose on the same dice."""
    x, y = (np.stack([c[name] for c in by_dose(spoken)]) for name in ("adopted", figure))
    x, y = x - x.mean(axis=0), y - y.mean(axis=0)
    return intervals.mean((x * y).sum(axis=0) / (x**2).sum(axis=0))


@pytest.mark.slow
@pytest.mark.parametrize("spoken", [False, True], ids=["silent", "spoken"])
def test_disagreement_falls_as_norms_spread(spoken: bool) -> None:
    first, *_, last = by_dose(spoken)
    assert intervals.difference(first["adopted"], last["adopted"]).low > 0.1
    assert slope("disagreement", spoken).high < 0


@pytest.mark.slow
@pytest.mark.parametrize("dose", range(len(DOSES)))
def test_disagreement_falls_as_positions_are_published(dose: int) -> None:
    silent, spoken = (by_dose(told)[dose] for told in (False, True))
    assert intervals.difference(silent["declared"], spoken["declared"]).low > 0.3
    assert intervals.difference(silent["disagreement"], spoken["disagreement"]).high < 0
    assert intervals.difference(silent["grey_zone"], spoken["grey_zone"]).low < 0.001


@cache
def aided(points: int, cast: str) -> Columns:
    """Games of the doubtful scenario with forensics better or worse by so much."""
    seats = cast_of(DOUBTFUL, "own")
    chosen = tuple(seats if cast == "own" else ("hawk",) * len(seats))
    jobs = [Aided(DOUBTFUL, chosen, points, tuple(range(n, n + 50))) for n in range(1, 201, 50)]
    parts = spread(doubt.count, jobs, title="forensics")
    return {name: np.concatenate([part[name] for part in parts]) for name in doubt.COUNTED}


def aid(figure: str, cast: str) -> Estimate:
    """What better forensics did to a figure, from game to game."""
    return intervals.difference(aided(-AID, cast)[figure], aided(AID, cast)[figure])


@pytest.mark.slow
@pytest.mark.parametrize("cast", ["own", "hawks"])
def test_with_better_forensics_more_answers_hit_the_guilty(cast: str) -> None:
    assert aid("deserved", cast).low > 0


@pytest.mark.slow
def test_better_forensics_spare_innocents() -> None:
    """Where nations answer fast; the patient seldom hit one at all."""
    assert aid("innocent", "hawks").high < 0


@pytest.mark.slow
def test_better_forensics_raise_right_accusations() -> None:
    assert aid("right", "hawks").low > 0
    assert shifts("forensics_aid", "port_crisis")["right"].as_meant


@cache
def shifts(system: str, name: str) -> dict[str, Shift]:
    """What a system does to its outcomes; few games have claims of both kinds."""
    systems = [each for each in SYSTEMS if each.id == system]
    text = path_of(name).read_text("utf-8")
    games = MANY if system == "one_voice" else GAMES
    return {shift.outcome.gauge: shift for shift in ablate(text, systems, games)}


@pytest.mark.slow
@pytest.mark.parametrize("outcome", ["joint_delay_mean", "joint_cost_mean"])
def test_claims_made_together_come_later_and_cost_each_less(outcome: str) -> None:
    """Among the claims of the same games, as they came."""
    assert shifts("one_voice", "port_crisis")[outcome].as_meant


@cache
def turns() -> tuple[Matched, ...]:
    """Turns in which a text was tabled that names a nation, each played three ways."""
    games = [
        Played(tuple((name, cast, seed) for seed in range(first, first + 10)))
        for name in CASES
        for cast in ("own", "medley")
        for first in range(1, MATCHED + 1, 10)
    ]
    return tuple(each for some in spread(matched, games, title="turns") for each in some)


def gap(figure: str) -> Estimate:
    """With one voice less alone, from turn to turn."""
    return intervals.difference(*zip(*(each[figure] for each in turns()), strict=True))


@pytest.mark.slow
def test_one_voice_hits_harder_in_the_same_turn() -> None:
    """Who names first shames alike; but together they are enough of the world to lay a violation
    at its door. (Rules 6.4, 14.4)"""
    assert len(turns()) >= 200
    assert gap("hit").low > 0 and gap("laid").low > 0
    harder = np.array([each["hit"][1] - each["hit"][0] for each in turns()])
    laid = np.array([each["laid"][1] > each["laid"][0] for each in turns()])
    assert harder[laid].mean() > harder[~laid].mean() + p.NORM_SHAME / 2


@pytest.mark.slow
@pytest.mark.parametrize("price", ["cost", "capital"])
def test_one_voice_costs_each_less_in_the_same_turn(price: str) -> None:
    assert gap(price).high < 0


def main() -> None:
    """Print the figures: python -m tests.study.test_common_cause"""
    for spoken in (False, True):
        for dose, columns in zip(DOSES, by_dose(spoken), strict=True):
            print(dose, spoken, {name: round(float(v.mean()), 3) for name, v in columns.items()})
        for figure in ("disagreement", "grey_zone"):
            print(f"slope of {figure} on adoption {slope(figure, spoken)}")
    for figure in ("disagreement", "grey_zone"):
        pair = [by_dose(spoken)[0][figure] for spoken in (False, True)]
        print(f"{figure}, positions being published: {intervals.difference(*pair)}")
    for cast in ("own", "hawks"):
        for figure in doubt.COUNTED:
            means = [round(float(aided(points, cast)[figure].mean()), 2) for points in (-AID, AID)]
            print(f"forensics {cast} {figure}: {means} {aid(figure, cast)}")
    for system in ("forensics_aid", "one_voice"):
        for shift in shifts(system, "port_crisis").values():
            print(system, shift.outcome.gauge, shift.without.value, shift.with_it.value)
            print("   ", shift.difference)
    print(len(turns()), "matched turns")
    for figure in turns()[0]:
        means = np.array([each[figure] for each in turns()]).mean(axis=0).round(3)
        print(f"{figure:8} alone {means[0]} together {means[1]} gap {gap(figure)}")


if __name__ == "__main__":
    main()
