"""Organisations, norms, law and staff at the keyboard: what can be typed, and what is answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.decisions import Order, Proposal
from game.report.forms import told
from game.report.names import Unclear
from game.rules.changes import put_cells
from game.rules.clauses import CLAUSES, GENEVA, Clause
from game.terminal.completing import fault, obvious
from game.terminal.proposing import Text, edit
from game.terminal.seat import Seat
from game.terminal.texts import READY
from game.terminal.typed import parse_order
from tests import salon
from tests.terminal.drive import at_orders, play, seat


@pytest.fixture(scope="module")
def north() -> Seat:
    """North in turn 1, the lights being out."""
    return seat(salon.match_of("north"))


def body(name: str, power: str, **columns: str) -> Proposal:
    return Proposal((), {}, organisation=name, power=power, **columns)  # type: ignore[arg-type]


TYPED = [
    ("league mediation for south", body("league", "mediation", topic="south")),
    ("the league: mediate for=south", body("league", "mediation", topic="south")),
    ("league joint_statement", body("league", "joint_statement", incident="blackout")),
    ("league joint_statement blackout", body("league", "joint_statement", incident="blackout")),
    (
        "league joint statement over blackout accuse the gang",
        body("league", "joint_statement", incident="blackout", accused="gang"),
    ),
    (
        "joint_sanctions union about 1 accuse south",
        body("union", "joint_sanctions", incident="blackout", accused="south"),
    ),
    ("union fund capacity for west", body("union", "capacity_fund", topic="west")),
    ("union capacity_fund for north", body("union", "capacity_fund", topic="north")),
    ("league norm_forum norm=h", body("league", "norm_forum", topic="answer_help")),
    ("league legal_expertise question=force", body("league", "legal_expertise", topic="force")),
    ("through union training", body("union", "training")),
    (
        "east, west norm_endorsement norm=spare_critical",
        Proposal(("east", "west"), {"norm_endorsement": 1}, topic="spare_critical"),
    ),
    (
        "west joint_sanctions about blackout accuse south",
        Proposal(("west",), {"joint_sanctions": 1}, "blackout", "south"),
    ),
    ("all hotline", Proposal(("south", "east", "west"), {"hotline": 1})),
    ("south truce", Proposal(("south",), dict(READY[1].clauses))),
    (
        "geneva verification=3",
        Proposal(("south", "east", "west"), {**READY[0].clauses, "verification": 3}),
    ),
    ("west geneva", Proposal(("west",), dict(READY[0].clauses))),
]


@pytest.mark.parametrize(("typed", "expected"), TYPED)
def test_a_measure_or_a_treaty_may_be_typed_so(north: Seat, typed: str, expected: Proposal) -> None:
    text = Text()
    edit(north, text, typed)
    text = obvious(north, text)
    assert fault(north, text) == ""
    assert text.proposal() == expected


@pytest.mark.parametrize("given", CLAUSES, ids=lambda clause: clause.id)
def test_every_clause_can_be_typed_at_every_level(north: Seat, given: Clause) -> None:
    more = " about blackout" * given.about_case + " accuse south" * given.accuses
    more += " norm=answer_help" * given.about_norm
    for level in range(1, len(given.levels)):
        text = Text()
        edit(north, text, f"west {given.id}={level}{more}")
        wrong = fault(north, text)
        assert wrong == "" or (given.id == "duration" and "add a clause" in wrong)
        assert text.clauses == {given.id: level}


FAULTS = [
    ("league", "say what League should do: pooled_evidence, joint_statement"),
    ("court found", "you are not a member of Court"),
    ("league mediation", "for which nation: `propose league mediation for=NATION`"),
    ("union joint_sanctions", "accuse=NATION"),
    ("union joint_sanctions accuse west", "not a member"),
    ("league norm_forum", "say which norm"),
    ("league legal_expertise", "say which question of law"),
    ("west norm_endorsement", "`norm=answer_help`"),
    ("west joint_sanctions", "accuse"),
    ("west hotline accuse south", "takes a clause"),
]


@pytest.mark.parametrize(("typed", "says"), FAULTS)
def test_what_is_missing_is_said(north: Seat, typed: str, says: str) -> None:
    text = Text()
    edit(north, text, typed)
    assert says in fault(north, obvious(north, text))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("league mediation duration=2", "'duration' is for treaties"),
        ("league joint_statement norm=answer_help", "'joint_statement' is about no norm"),
        ("league veto", "type pooled_evidence, joint_statement"),
    ],
)
def test_what_a_measure_cannot_have_is_refused(north: Seat, typed: str, says: str) -> None:
    with pytest.raises(Unclear, match=says):
        edit(north, Text(), typed)


def test_a_measure_that_cannot_be_taken_now_is_not_called_incomplete(tmp_path: Path) -> None:
    match = salon.match_of("north")
    put_cells(match.world, "power_used", ..., to=match.turn)
    lines = ["@talks 1", "propose league joint_statement blackout", "quit"]
    text = " ".join(play(match, lines, tmp_path / "g.txt").text.split())
    assert "This cannot be proposed now: it has only just used that power" in text


def test_other_commands_wait_until_a_proposal_is_written(tmp_path: Path) -> None:
    lines = ["@talks 1", "propose", "drop pact", "ask west share", "cancel", "quit"]
    text = play(salon.match_of("north"), lines, tmp_path / "g.txt").text
    assert "There is no party and no clause in it to drop." in text
    assert "'ask' has to wait until the proposal is written" in text


@pytest.mark.parametrize(
    "typed", ["league veto", "leage mediation", "league mediation for mars", "west norm=z"]
)
def test_what_names_nothing_is_refused(north: Seat, typed: str) -> None:
    with pytest.raises(Unclear):
        edit(north, Text(), typed)


def test_the_ready_made_geneva_convention_is_one() -> None:
    assert {CLAUSES[clause].id: level for clause, level in GENEVA.items()} == READY[0].clauses
    known = {clause.id: len(clause.levels) for clause in CLAUSES}
    assert all(0 < level < known[id_] for ready in READY for id_, level in ready.clauses.items())


ORDERS = [
    (
        "publish_position sovereignty rule",
        Order("publish_position", choice="sovereignty", answer="rule"),
        "Publish a legal position: sovereignty is a rule of its own",
    ),
    (
        "publish_position 6 severity_6",
        Order("publish_position", choice="force", answer="severity_6"),
        "Publish a legal position: an act is a use of force from severity 6 on",
    ),
    (
        "disrupt north energy flag=east",
        Order("disrupt", "north", choice="energy", cover="east"),
        "Disrupt a service: North, energy, under the flag of East",
    ),
    (
        "disrupt north energy proxy=gang",
        Order("disrupt", "north", choice="energy", cover="gang"),
        "Disrupt a service: North, energy, by the hand of The gang",
    ),
]


@pytest.mark.parametrize(("typed", "expected", "text"), ORDERS)
def test_new_columns_of_orders_are_typed_and_told(typed: str, expected: Order, text: str) -> None:
    here = seat(at_orders(salon.match_of("south")))
    draft = parse_order(here, typed)
    assert draft.missing() == [] and draft.order() == expected
    assert told(here, expected) == text


def test_only_ones_own_groups_can_be_used_as_a_proxy(north: Seat) -> None:
    assert north.proxies() == []
    with pytest.raises(Unclear):
        parse_order(at_orders_seat("west"), "disrupt south energy proxy=gang")
    assert [noun.id for noun in at_orders_seat("west").proxies()] == ["crew"]


def at_orders_seat(name: str) -> Seat:
    return seat(at_orders(salon.match_of(name)))


SCREENS = [
    ("norms", ["Spare critical infrastructure (f)", "held by North and West*"]),
    ("norms f", ["norm f of 2015", "sovereignty is a rule of its own", "internalised"]),
    ("organisations", ["Union: you are a member", "Court: you are not in it, not founded yet"]),
    ("organisations union", ["joint_sanctions: ", "needs a case and a nation to name", "2 turns"]),
    (
        "law",
        ["North: sovereignty is a rule of its own", "your own view, not published", "Blackout"],
    ),
    ("law strike south energy", ["armed attack", "a use of force for"]),
    ("law disrupt south energy", ["wrongful for North"]),
    ("law ready", ["always lawful"]),
    ("capacity", ["national strategy", "vulnerabilities kept", "energy from severity 7 on"]),
    ("nation south", ["between you"]),
    ("treaties", ["None yet"]),
    ("staff", ["your standing", "The ladder 3 turns on", "What would tell most", "Blackout"]),
    ("staff strike south energy", ["who would mind", "South", "a use of force"]),
    ("staff offer", ["draft one with `propose`"]),
    ("help all", ["organisations [X]", "norms [N]", "law [ORDER …]", "capacity", "staff"]),
]


@pytest.mark.parametrize(("line", "parts"), SCREENS)
def test_a_screen_shows(tmp_path: Path, line: str, parts: list[str]) -> None:
    text = play(salon.match_of("north"), [line, "quit"], tmp_path / "g.txt").text
    shown = " ".join(text[text.index(f"> {line}") :].split())
    for part in parts:
        assert part in shown, part


def test_a_newcomer_is_not_shown_what_can_wait(tmp_path: Path) -> None:
    lines = ["help", "actions", "law", "quit"]
    new = play(salon.match_of("north"), lines, tmp_path / "a.txt").text
    old = play(salon.match_of("north"), lines, tmp_path / "b.txt", "standard").text
    assert "Deeper: `organisations`, `norms`" in new and "Deeper" not in old
    assert "are not open now" in new and "not now," not in new and "not now," in old
    assert "Nobody has spoken yet on" in new and "answers: " in old


def test_staff_weighs_the_drafts_and_is_gone_for_experts(tmp_path: Path) -> None:
    lines = ["@talks 1", "propose west hotline", "staff offer", "propose", "west", "geneva"]
    lines += ["staff", "cancel", "@orders", "order ready", "staff", "quit"]
    text = play(salon.match_of("north"), lines, tmp_path / "a.txt").text
    assert "As it stands: West" in text and "attribution_body=1  now" in text
    assert "with the orders you have drafted" in text
    gone = play(salon.match_of("north"), lines, tmp_path / "b.txt", "expert").text
    assert gone.count("At expert level there is no staff") == 3 and "As it stands" not in gone
