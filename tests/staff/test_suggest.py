"""What staff would consider. (Rules 17)"""

from __future__ import annotations

import numpy as np
import pytest

from game.decisions import Order
from game.report.seat import Seat
from game.rules.happenings import Log, What
from game.rules.world import Look
from game.staff import suggest
from game.staff.showing import news_to
from tests.screens.games import session_at


@pytest.fixture
def seat() -> Seat:
    return session_at("ORDER", turn=5).seat


def offered(seat: Seat, *given: Order) -> list[Order]:
    return [idea.order for _, ideas in suggest.for_orders(seat, suggest.pressing(seat), given)
            for idea in ideas]  # fmt: skip


def test_what_is_given_is_not_suggested_again(seat: Seat) -> None:
    first = offered(seat)
    again = offered(seat, *first[:2])
    assert first and not set(first[:2]) & set(again)


def test_who_names_somebody_is_not_asked_to_condemn_without_a_name(seat: Seat) -> None:
    for case in suggest.pressing(seat):
        for naming in suggest.NAMING:
            ideas = suggest.for_orders(seat, [case], [Order(naming, incident=case.id)])[0][1]
            assert all(idea.order.action != "condemn" for idea in ideas)


@pytest.mark.parametrize("mine", [True, False])
def test_evidence_is_news_to_who_neither_showed_it_nor_was_shown_it(
    seat: Seat, mine: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = (seat.seen.look[0, :, :, 0] == Look.FOUND) & (seat.seen.published[:, :, 0] == 0)
    case = next(each for each in suggest.pressing(seat) if found[each.incident].any())
    other = 1 if seat.nation == 0 else 0
    cards = np.flatnonzero(found[case.incident])
    monkeypatch.setattr(seat.match, "logs", [])
    assert news_to(seat, case, other)
    giver, taker = (seat.nation, other) if mine else (other, seat.nation)
    between = Log()
    for card in cards:
        between.note(What.SHARED, [0], giver, taker, case.incident, a=card, seen=(giver, taker))
    monkeypatch.setattr(seat.match, "logs", [Log()] * (case.began - 1) + [between])
    assert not news_to(seat, case, other)
    shown = Order("share_evidence", target=seat.names.ids("nation")[other], incident=case.id)
    assert shown not in [idea.order for idea in suggest.for_orders(seat, [case])[0][1]]
