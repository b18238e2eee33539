"""Orders, beliefs, messages and proposals as people type them."""

from __future__ import annotations

import pytest

from game.decisions import Message, Order, Proposal, Reply
from game.report.names import Unclear
from game.rules.changes import put_cells
from game.terminal.beliefs import parse_shares, shared_out
from game.terminal.completing import fault
from game.terminal.proposing import Text, edit
from game.terminal.seat import Seat
from game.terminal.talking import parse_message
from game.terminal.typed import parse_order
from tests.terminal.drive import at_orders, match_for, menu, next_turn, seat


@pytest.fixture(scope="module")
def early() -> Seat:
    """Dorvane in turn 1: one case."""
    return seat(at_orders(match_for("dorvane")))


@pytest.fixture(scope="module")
def later() -> Seat:
    """Dorvane in turn 2: two cases."""
    return seat(at_orders(next_turn(match_for("dorvane"))))


GOOD = [
    ("harden transport", Order("harden", choice="transport")),
    ("harden level=2 energy", Order("harden", choice="energy", level=2)),
    ("harden x2 energy", Order("harden", choice="energy", level=2)),
    ("HARDEN the Energy", Order("harden", choice="energy")),
    ("ready", Order("ready")),
    ("raise readiness", Order("ready")),
    ("respond harbour 2", Order("respond", incident="harbour", level=2)),
    ("respond 1", Order("respond", incident="harbour")),
    ("respond", Order("respond", incident="harbour")),
    ("collect on tolvar", Order("collect", target="tolvar")),
    ("collect kingdom of tolvar", Order("collect", target="tolvar")),
    ("share evidence with ilmara", Order("share_evidence", "ilmara", "harbour")),
    ("share_evidence ilm harb", Order("share_evidence", "ilmara", "harbour")),
    (
        "attribute harbour tolvar likely high",
        Order("attribute", "tolvar", "harbour", "likely", 3),
    ),
    (
        "attribute very likely, the night ferry moderate",
        Order("attribute", "night_ferry", "harbour", "very_likely", 2),
    ),
    (
        "attribute low roughly even chance austrane",
        Order("attribute", "austrane", "harbour", "roughly_even_chance", 1),
    ),
    (
        "disrupt tolvar energy flag=austrane",
        Order("disrupt", "tolvar", choice="energy", cover="austrane"),
    ),
    ("disrupt energy tolvar 2", Order("disrupt", "tolvar", choice="energy", level=2)),
    (f"{menu('respond')} harbour", Order("respond", incident="harbour")),
]


@pytest.mark.parametrize(("typed", "expected"), GOOD)
def test_an_order_may_be_typed_in_many_ways(early: Seat, typed: str, expected: Order) -> None:
    draft = parse_order(early, typed)
    assert draft.missing() == []
    assert draft.order() == expected


BAD = [
    ("", "say what to order"),
    ("atribute harbour", "did you mean 'Attribute in public'"),
    ("harden transprot", "did you mean 'transport'"),
    ("collect tolvra", "did you mean 'Tolvar'"),
    ("collect tolvar austrane", "one word too many"),
    ("attribute tolvar beige", "no target or word" if False else "beige"),
    ("s tolvar", "no action 's'"),
    ("harden level=9 energy", "no level '9'"),
    ("harden colour=red", "harden has no 'colour'"),
    ("disrupt tolvar energy flag=tolvar", "no cover 'tolvar'"),
]


@pytest.mark.parametrize(("typed", "says"), BAD)
def test_what_cannot_be_understood_is_explained(early: Seat, typed: str, says: str) -> None:
    with pytest.raises(Unclear) as caught:
        parse_order(early, typed)
    assert says in str(caught.value)


def test_a_case_nobody_has_heard_of_has_no_name(early: Seat) -> None:
    with pytest.raises(Unclear) as caught:
        parse_order(early, "investigate letters")
    assert "Letters for everybody" not in str(caught.value)


def test_with_two_cases_one_must_be_named(later: Seat) -> None:
    assert [c.name for c in parse_order(later, "investigate").missing()] == ["incident"]
    assert parse_order(later, "investigate letters").order().incident == "letters"
    assert parse_order(later, "investigate 2 3").order() == Order(
        "investigate", incident="letters", level=3
    )


def test_a_case_found_out_late_does_not_change_the_numbers_of_the_others() -> None:
    match = at_orders(next_turn(match_for("dorvane")))
    sitting = seat(match)
    assert [d.id for d in sitting.dossiers] == ["harbour", "letters"]
    harbour = match.names.number("incident", "harbour")
    for before in (match.mornings[0], match.worlds[1], match.mornings[1]):
        put_cells(before, "known", sitting.nation, harbour, to=0)  # heard of in talks of turn 2
    for late in (Seat(match, sitting.nation, sitting.term), seat(next_turn(match))):
        assert [d.id for d in late.dossiers] == ["letters", "harbour"]


def test_who_comes_back_finds_the_cases_under_the_same_numbers() -> None:
    match = match_for("north_korea", name="olympic_destroyer", seed=7)
    sitting = seat(match)
    while match.phase is not None and match.turn < 5:
        numbers = [(d.id, d.began) for d in sitting.dossiers]
        assert [(d.id, d.began) for d in seat(match).dossiers] == numbers
        match.submit(sitting.nation, Reply())
        later = [(d.id, d.began) for d in sitting.dossiers]
        assert [case for case in later if case in numbers] == numbers


def test_shares_may_be_written_in_many_ways(early: Seat) -> None:
    dossier = early.dossier("")
    for typed in (
        "tolvar=50 night_ferry=30",
        "tolvar 50% night ferry: 30",
        "Tolvar = 50, night_ferry 30 %",
    ):
        assert parse_shares(dossier, typed) == {"tolvar": 50.0, "night_ferry": 30.0}


@pytest.mark.parametrize("typed", ["50", "tolvar", "tolvar=", "tolvr=50", "tolvar=-4", "= = ="])
def test_shares_that_make_no_sense_are_refused(early: Seat, typed: str) -> None:
    with pytest.raises(Unclear):
        parse_shares(early.dossier(""), typed)


def test_the_rest_is_shared_out(early: Seat) -> None:
    suspects = early.dossier("").suspects
    chances = shared_out(suspects, {"tolvar": 50.0}, by_staff=False)
    assert sum(chances) == pytest.approx(1)
    assert dict(zip([s.id for s in suspects], chances, strict=True))["tolvar"] == 0.5
    with pytest.raises(Unclear, match="130"):
        shared_out(suspects, {"tolvar": 70.0, "austrane": 60.0}, by_staff=True)
    with pytest.raises(Unclear, match="missing"):
        shared_out(suspects, {s.id: 10.0 for s in suspects}, by_staff=True)


MESSAGES = [
    ("ask", "austrane share", Message("austrane", "ask", "share")),
    ("ask", "share evidence austrane", Message("austrane", "ask", "share")),
    ("warn", "tolvar", Message("tolvar", "warn", "restraint")),
    ("reassure", "Tolvar", Message("tolvar", "reassure", "restraint")),
    ("promise", "ilmara help until 3", Message("ilmara", "promise", "help", 3)),
    ("promise", "ilmara to send help", Message("ilmara", "promise", "help", 4)),
    (
        "ask",
        'tolvar silence "please, for a week"',
        Message("tolvar", "ask", "silence", note="please, for a week"),
    ),
]


@pytest.mark.parametrize(("tone", "typed", "expected"), MESSAGES)
def test_messages(early: Seat, tone: str, typed: str, expected: Message) -> None:
    assert parse_message(early, tone, typed) == expected


@pytest.mark.parametrize(
    ("tone", "typed", "says"),
    [
        ("ask", "", "whom"),
        ("ask", "tolvar", "what"),
        ("ask", "tolvar bananas", "bananas"),
        ("promise", "tolvar help until 9", "from 1 to 4"),
    ],
)
def test_messages_that_lack_something(early: Seat, tone: str, typed: str, says: str) -> None:
    with pytest.raises(Unclear, match=says):
        parse_message(early, tone, typed)


PROPOSALS = [
    ("tolvar hotline", Proposal(("tolvar",), {"hotline": 1})),
    (
        "tolvar, ilmara hotline=1 duration=2",
        Proposal(("tolvar", "ilmara"), {"hotline": 1, "duration": 2}),
    ),
    ("austrane evidence sharing 2", Proposal(("austrane",), {"evidence_sharing": 2})),
    (
        "ilmara attribution=2 about harbour accuse tolvar",
        Proposal(("ilmara",), {"attribution": 2}, "harbour", "tolvar"),
    ),
    (
        "ilmara attribution=2 about=harbour accuse=night_ferry",
        Proposal(("ilmara",), {"attribution": 2}, "harbour", "night_ferry"),
    ),
]


@pytest.mark.parametrize(("typed", "expected"), PROPOSALS)
def test_proposals(early: Seat, typed: str, expected: Proposal) -> None:
    text = Text()
    edit(early, text, typed)
    assert fault(early, text) == ""
    assert text.proposal() == expected


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("hotline", "party"),
        ("tolvar", "clause"),
        ("tolvar duration=1", "clause"),
        ("tolvar joint_statement", "about"),
        ("tolvar attribution about harbour", "accuse"),
        ("tolvar attribution about harbour accuse tolvar", "own parties"),
    ],
)
def test_proposals_that_lack_something(early: Seat, typed: str, says: str) -> None:
    text = Text()
    edit(early, text, typed)
    assert says in fault(early, text)


@pytest.mark.parametrize("typed", ["tolvar hotlnie=1", "tolvar hotline=7", "tolvr hotline"])
def test_proposals_that_name_nothing(early: Seat, typed: str) -> None:
    with pytest.raises(Unclear):
        edit(early, Text(), typed)
