"""Legal gaps, attribution doubt, joint response: what they do to collaboration. (Issue: Show)

What a system does with it and without stands in ablation.py; here its claims are asked for in
doses, one by one, and in matched turns of real games.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from game.futures import intervals
from game.futures.intervals import Estimate
from game.rules import params as p
from game.study.ablation import SYSTEMS, Shift, ablate
from game.study.games import Cast, Games, numbers_from
from game.study.gauges import Gauges, read
from game.study.workers import spread
from tests.library import own_cast, path_of
from tests.study.one_voice import Matched, Played, matched

LAW_GAMES, DOSES = 100, (0, 2, 4, 7)
"""Games of each dose, and how many of the seven seats care for law and norms."""

LAWFUL = ("norm_entrepreneur", "legalist")
PLAIN = "reciprocator"

CASES = ("port_crisis", "olympic_destroyer", "estonia_2007")
"""Scenarios in which nations propose to name somebody together."""

MATCHED = 60
"""Games of each scenario and cast whose turns are matched."""


def dosed(dose: int) -> Cast:
    """The port crisis' seats, some of them for law and norms, evenly spread."""
    seats = len(own_cast("port_crisis"))
    chosen = {round(n * seats / dose) for n in range(dose)} if dose else set()
    order = sorted(chosen)
    return tuple(
        LAWFUL[order.index(n) % len(LAWFUL)] if n in chosen else PLAIN for n in range(seats)
    )


@cache
def by_dose() -> tuple[Gauges, ...]:
    """Paired games of each dose on the same dice."""
    text = path_of("port_crisis").read_text("utf-8")
    games = [Games(text, numbers_from(1, LAW_GAMES), (dosed(dose),)) for dose in DOSES]
    return tuple(spread(read, games, title="law"))


def slope(gauge: str, against: str) -> Estimate:
    """How a gauge goes with another from dose to dose: least squares on the same dice, averaged."""
    y, x = (np.stack([gauges[name] for gauges in by_dose()]) for name in (gauge, against))
    x, y = x - x.mean(axis=0), y - y.mean(axis=0)
    spread_out = (x**2).sum(axis=0)
    return intervals.mean(((x * y).sum(axis=0) / spread_out)[spread_out > 0])


@pytest.mark.slow
def test_doses_spread_norms_and_positions() -> None:
    first, *_, last = by_dose()
    for gauge in ("adopted", "declared"):
        assert intervals.difference(first[gauge], last[gauge]).low > 0


@pytest.mark.slow
@pytest.mark.parametrize("cause", ["adopted", "declared"])
def test_disagreement_falls_as_norms_and_positions_spread(cause: str) -> None:
    assert slope("disagreement", cause).high < 0


@pytest.mark.slow
def test_the_grey_zone_is_narrower_where_more_care_for_law() -> None:
    first, *_, last = by_dose()
    assert intervals.difference(first["grey_zone"], last["grey_zone"]).high < 0


@cache
def shifts(system: str, name: str) -> dict[str, Shift]:
    """What a system does to its outcomes in 400 paired games."""
    systems = [each for each in SYSTEMS if each.id == system]
    text = path_of(name).read_text("utf-8")
    return {shift.outcome.gauge: shift for shift in ablate(text, systems)}


@pytest.mark.slow
@pytest.mark.parametrize("outcome", ["right", "right_share", "innocents"])
def test_better_forensics_raise_right_accusations_and_spare_innocents(outcome: str) -> None:
    assert shifts("forensics_aid", "port_crisis")[outcome].as_meant


@pytest.mark.slow
@pytest.mark.parametrize("outcome", ["joint_delay_mean", "joint_bite_mean", "joint_cost_mean"])
def test_claims_made_together_come_later_bite_harder_and_cost_each_less(outcome: str) -> None:
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
    """Not because more believe it: who names first shames alike. Together they are enough of the
    world to lay a violation at its door. (Rules 6.4, 14.4)"""
    assert len(turns()) >= 100
    assert gap("hit").low > 0 and gap("laid").low > 0
    laid = [joint[1] > 0 for joint in (each["laid"] for each in turns())]
    alike = [each["hit"][1] - each["hit"][0] for each, shamed in zip(turns(), laid, strict=True)]
    shamed, spared = (
        np.mean([a for a, s in zip(alike, laid, strict=True) if s is k]) for k in (True, False)
    )
    assert shamed > spared + p.NORM_SHAME / 4


@pytest.mark.slow
@pytest.mark.parametrize("price", ["cost", "capital"])
def test_one_voice_costs_each_less_in_the_same_turn(price: str) -> None:
    assert gap(price).high < 0


def main() -> None:
    """Print the figures: python -m tests.study.test_common_cause"""
    for cause in ("adopted", "declared"):
        print(f"slope of disagreement on {cause}: {slope('disagreement', cause)}")
        print(f"slope of the grey zone on {cause}: {slope('grey_zone', cause)}")
    for dose, gauges in zip(DOSES, by_dose(), strict=True):
        names = ("adopted", "declared", "disagreement", "grey_zone")
        print(dose, {name: round(float(np.nanmean(gauges[name])), 3) for name in names})
    first, *_, last = by_dose()
    print("grey zone", intervals.difference(first["grey_zone"], last["grey_zone"]))
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
