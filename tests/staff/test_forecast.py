"""If you end the turn now. (Rules 17.5)"""

from __future__ import annotations

import numpy as np
import pytest

from game.actions import number_of
from game.report.situation import services_kept
from game.rules.orders import Orders, orders_of
from game.staff.forecast import HIGH, LOW, MEASURES, Forecast, forecast
from tests.staff.moments import Moment, moment

GAMES = 300
SCENARIO = "olympic_destroyer"


def _moment(number: int = 4) -> Moment:
    found = moment(SCENARIO, number)
    assert found is not None
    return found


@pytest.mark.article("17.5")
def test_a_forecast_follows_from_the_view_and_the_drafts_alone() -> None:
    here = _moment()
    one = forecast(here.seen, here.orders, worlds=64)
    two = forecast(here.seen, here.orders, worlds=64)
    assert one.bands == two.bands
    assert one.rungs == two.rungs
    assert abs(sum(one.rungs) - 1) < 1e-9
    for band in one.bands:
        assert band.low <= band.middle <= band.high


@pytest.mark.article("17.5")
def test_what_is_so_now_is_told_as_the_seat_sees_it_and_not_as_it_will_be() -> None:
    here = _moment()
    here.seen.service[here.seat, 0] = 60
    bands = {band.name: band for band in forecast(here.seen, here.orders, worlds=64).bands}
    assert bands["support"].now == float(here.seen.support[here.seat, 0])
    assert bands["standing"].now == float(here.seen.standing[here.seat, 0])
    kept = float(services_kept(here.seen)[here.seat])  # what the map shows
    assert bands["services"].now == pytest.approx(kept, abs=0.02) and kept < 100


@pytest.mark.article("17.5")
def test_what_the_seat_drafts_changes_what_is_forecast() -> None:
    here = _moment()
    other = next(n for n in range(len(here.seen.support)) if n != here.seat)
    threat = orders_of([0], here.seat, number_of("sanction"), target=other)
    calm, sharp = (_heat(forecast(here.seen, o, worlds=64)) for o in (Orders.empty(), threat))
    assert sharp >= calm


def _heat(found: Forecast) -> float:
    return next(band.middle for band in found.bands if band.name == "heat")


@pytest.mark.article("17.5")
def test_farther_ahead_is_less_sure() -> None:
    moments = [_moment(number) for number in (2, 4, 5)]
    near, far = (
        sum(_width(forecast(here.seen, turns=turns, worlds=64)) for here in moments)
        for turns in (1, 3)
    )
    assert far > near


def _width(found: Forecast) -> float:
    """How wide the bands are, but for heat, which fades."""
    return sum(b.high - b.low for b in found.bands if b.name not in ("heat", "pressure"))


@pytest.mark.slow
@pytest.mark.article("17.5")
def test_the_truth_lies_in_the_bands_about_four_times_in_five() -> None:
    """Counted by rank, ties broken by lot: an exact figure is no better than an honest one."""
    ranks = []
    for number in range(GAMES):
        here = moment(SCENARIO, number)
        if here is None:
            continue
        found = forecast(here.seen, here.orders)
        for band in found.bands:
            truth = float(MEASURES[band.name][1](here.after, here.seat)[0])
            ranks.append(_rank(found.samples[band.name], truth, number))
    rank = np.array(ranks)
    assert len(rank) > 5 * GAMES
    assert 0.72 <= np.mean((rank >= LOW) & (rank <= HIGH)) <= 0.88


def _rank(samples: np.ndarray, truth: float, number: int) -> float:
    """Where the truth stands among the samples, ties broken by lot: even if they are honest."""
    lot = np.random.default_rng(number).random()
    below, same = samples < truth - 1e-4, np.abs(samples - truth) <= 1e-4
    return float(below.mean() + lot * same.mean())
