"""Proposals before they are tabled: what they lack, what they forget, why they would be void."""

from __future__ import annotations

import pytest

from game.decisions import Proposal
from game.match import HUMAN, Match, new_match, usual_players
from game.rules.powers import Need
from game.staff import drafting
from tests.library import path_of, scenario


@pytest.fixture(scope="module")
def match() -> Match:
    given, text = scenario("port_crisis"), path_of("port_crisis").read_text("utf-8")
    made = new_match(given, text, 7, usual_players(
        given, {"brannock": HUMAN}))  # fmt: skip
    made.go_on()
    return made


@pytest.mark.parametrize(
    ("clauses", "asked"),
    [
        ({"hotline": 1}, ()),
        ({"joint_statement": 1}, (Need.INCIDENT,)),
        ({"attribution": 2}, (Need.INCIDENT, Need.ACCUSED)),
        ({"norm_endorsement": 1, "joint_sanctions": 1}, (Need.INCIDENT, Need.ACCUSED, Need.NORM)),
        ({"attribution": 0}, ()),
    ],
)
def test_clauses_ask_for_what_they_speak_of(
    clauses: dict[str, int], asked: tuple[Need, ...]
) -> None:
    assert drafting.needs(Proposal(("corvale",), clauses)) == asked


def test_powers_ask_for_what_they_need() -> None:
    use = Proposal((), {}, organisation="league", power="joint_sanctions")
    assert drafting.needs(use) == (Need.INCIDENT, Need.ACCUSED)
    assert drafting.may_name(Proposal((), {}, organisation="league", power="joint_statement"))
    assert drafting.needs(Proposal((), {}, organisation="league")) == ()


def test_what_is_not_spoken_of_is_forgotten() -> None:
    full = Proposal(("corvale",), {"attribution": 0, "hotline": 1}, incident="port",
                    accused="vessara", topic="answer_help")  # fmt: skip
    assert drafting.tidy(full) == Proposal(("corvale",), {"hotline": 1})
    body = Proposal(("corvale",), {"hotline": 1}, organisation="league", power="pooled_evidence",
                    incident="port")  # fmt: skip
    assert drafting.tidy(body) == Proposal(
        (), {}, organisation="league", power="pooled_evidence", incident="port"
    )


@pytest.mark.parametrize(
    ("given", "mine", "due"),
    [
        (Proposal(("corvale", "vessara"), {"capacity_aid": 1, "compensation": 1}), True, (11, 2)),
        (Proposal(("corvale", "vessara"), {"capacity_aid": 2}), True, (0, 2)),
        (Proposal(("brannock", "vessara"), {"capacity_aid": 2}), False, (5, 1)),
        (Proposal(("brannock", "vessara"), {"capacity_aid": 1, "hotline": 1}), False, (0, 1)),
        (Proposal((), {}, None, None, False, "league", "capacity_fund", "corvale"), True, (1, 1)),
        (Proposal((), {}, None, None, False, "league", "capacity_fund", "brannock"), True, (0, 1)),
    ],
)
def test_who_pays_by_a_treaty_is_told_how_much(
    given: Proposal, mine: bool, due: tuple[float, int]
) -> None:
    found = drafting.funds_due(given, "brannock", mine)
    assert (found.each, found.count, found.total) == (*due, due[0] * due[1])


def test_it_says_what_is_missing_one_thing_after_another() -> None:
    said = drafting.lacking
    assert said(Proposal((), {})) == "choose at least one other party"
    assert said(Proposal(("corvale",), {"duration": 2})) == "put at least one clause into it"
    naming = Proposal(("corvale",), {"attribution": 1})
    assert said(naming) == "choose the case it is about"
    assert said(Proposal(("corvale",), {"attribution": 1}, "port")) == "choose whom it names"
    assert said(Proposal(("corvale",), {"attribution": 1}, "port", "vessara")) == ""
    assert said(Proposal((), {}, organisation="league")) == (
        "choose what the organisation is to do"
    )


def test_the_rules_have_the_last_word(match: Match) -> None:
    me = match.setup.nations.index("brannock")
    sound = Proposal(("corvale",), {"hotline": 1})
    assert drafting.fault(match, me, [], sound) == ""
    assert "two proposals" in drafting.fault(match, me, [sound, sound], sound)
    itself = Proposal(("vessara",), {"attribution": 1}, "port", "vessara")
    assert "not one of the parties" in drafting.fault(match, me, [], itself)
    outside = Proposal((), {}, organisation="gfce", power="training")
    assert "member" in drafting.fault(match, me, [], outside)


def test_who_was_to_pay_still_pays_in_a_counter_offer() -> None:
    given = Proposal(("brannock", "corvale"), {"compensation": 1, "hotline": 1})
    back = drafting.countered(given, "vessara", "brannock")
    assert back.counter and back.parties == ("vessara", "corvale")
    assert back.clauses == {"compensation": 2, "hotline": 1}
