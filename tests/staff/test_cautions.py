"""What an order would break is said before it is given: open promises, and treaties in force."""

from __future__ import annotations

import pytest

from game.decisions import Order
from game.match import Match
from game.report.seat import Seat
from game.rules.changes import put_cells
from game.rules.clauses import EVIDENCE_SHARING, NO_OPERATIONS, OFF_LIMITS
from game.rules.world import Promise
from game.staff.cautions import cautions, words_broken
from tests.terminal.drive import at_orders, match_for

DISRUPT = Order("disrupt", "tolvar", choice="energy")


@pytest.fixture
def match() -> Match:
    """Dorvane in turn 1, asked for its orders."""
    return at_orders(match_for("dorvane"))


def bound(match: Match, clause: int, level: int = 1) -> Seat:
    """Dorvane's seat, a treaty with Tolvar in force."""
    one, other = (match.names.number("nation", name) for name in ("dorvane", "tolvar"))
    put_cells(match.world, "pact", clause, [one, other], [other, one], to=level)
    return Seat(match, one)


def test_without_a_word_given_nothing_is_broken(match: Match) -> None:
    assert words_broken(Seat(match, match.humans()[0]), DISRUPT) == []


@pytest.mark.parametrize("action", ("disrupt", "sanction", "spy", "preposition"))
def test_every_hostile_act_breaks_a_treaty_against_operations(match: Match, action: str) -> None:
    seat = bound(match, NO_OPERATIONS)
    said = ["it breaks your treaty with Tolvar (no operations against each other)"]
    assert words_broken(seat, Order(action, "tolvar", choice="finance")) == said
    assert words_broken(seat, Order(action, "austrane", choice="finance")) == []


def test_only_sectors_off_limits_are_off_limits(match: Match) -> None:
    seat = bound(match, OFF_LIMITS)
    assert words_broken(seat, DISRUPT) == ["it breaks your treaty with Tolvar (sectors off limits)"]
    assert words_broken(seat, Order("disrupt", "tolvar", choice="finance")) == []
    assert words_broken(seat, Order("preposition", "tolvar", choice="energy")) == []


def test_to_withhold_breaks_every_treaty_that_asks_to_share(match: Match) -> None:
    seat = bound(match, EVIDENCE_SHARING)
    assert words_broken(seat, Order("withhold")) == [
        "it breaks your treaty with Tolvar (evidence sharing)"
    ]


def test_promises_of_restraint_and_silence_are_recalled_while_they_last(match: Match) -> None:
    seat = Seat(match, match.humans()[0])
    other = match.names.number("nation", "tolvar")
    for kind in (Promise.RESTRAINT, Promise.SILENCE):
        put_cells(match.world, "promised", seat.nation, other, kind, to=match.turn)
    assert words_broken(seat, DISRUPT) == ["you promised Tolvar to do nothing hostile"]
    naming = Order("attribute", "austrane", "harbour", "likely", 1)
    assert words_broken(seat, naming) == ["you promised Tolvar to name nobody in public"]
    assert set(words_broken(seat, DISRUPT)) <= set(cautions(seat, DISRUPT))
