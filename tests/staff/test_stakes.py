"""What an offer would do to who is asked. (Rules 17.5, 17.7)"""

from __future__ import annotations

import numpy as np
import pytest

from game.staff.stakes import Stakes, stakes
from tests.staff.moments import Moment, moment
from tests.staff.test_acceptance import draft


@pytest.fixture(scope="module")
def seat() -> Moment:
    for number in range(20):
        found = moment("port_crisis", number)
        if found is not None and found.seen.turn <= 5:
            return found
    raise AssertionError("no game gets that far")


@pytest.fixture(scope="module")
def hotline(seat: Moment) -> Stakes:
    return stakes(seat.seen, draft((seat.seat + 1) % 5, (seat.seat,), hotline=1), worlds=48)


def test_a_line_between_two_capitals_earns_the_trust_of_the_other(
    seat: Moment, hotline: Stakes
) -> None:
    other = (seat.seat + 1) % 5
    assert hotline.trust[other] > 0.5
    assert other not in hotline.minding and seat.seat not in hotline.trust
    moves = {each.name: each for each in hotline.moves}
    assert moves["trust"].low <= moves["trust"].middle <= moves["trust"].high
    assert moves["trust"].middle > 0


def test_it_says_who_would_sign_and_what_one_in_that_place_would_do(
    seat: Moment, hotline: Stakes
) -> None:
    assert list(hotline.reception.accepts) == [seat.seat]


def test_the_same_view_gives_the_same_answer(seat: Moment, hotline: Stakes) -> None:
    again = stakes(seat.seen, draft((seat.seat + 1) % 5, (seat.seat,), hotline=1), worlds=48)
    assert again == hotline


def test_a_pledge_moves_figures_of_the_one_who_gives_it(seat: Moment) -> None:
    asked = draft((seat.seat + 1) % 5, (seat.seat,), no_operations=1, evidence_sharing=1)
    found = stakes(seat.seen, asked, worlds=48)
    assert not found.reception.void
    assert any(abs(each.middle) > 0.25 for each in found.moves)
    assert all(np.isfinite([each.low, each.high]).all() for each in found.moves)
