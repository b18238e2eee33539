"""Norms, law and organisations in reports: told in words, to those who may know, and no further."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

import numpy as np
import pytest

from game.actions import actions
from game.decisions import Answer, Message, Order, Proposal, Reply
from game.match import Match
from game.report import news, situation
from game.report.aftermath import aftermath
from game.report.bodies import bodies
from game.report.capacity import capacity
from game.report.casework import said
from game.report.dossier import dossiers
from game.report.law import disagreement, order_reading, questions, readings
from game.report.norms import norms, violations
from game.report.story import UNHEARD, Scene
from game.report.votes import all_votes
from game.rules.changes import put_cells, put_derived
from game.rules.happenings import Log, What
from game.rules.law import VERDICTS
from game.rules.orders import orders_of
from game.rules.powers import Power
from game.rules.world import NOBODY, PLANES, Look, Plane, Who, World
from tests import salon
from tests.report.test_reports import texts
from tests.worlds import BLACKOUT, EAST, LEAK, NORTH, SOUTH, WEST

ALL = ("north", "south", "east", "west")
LEAGUE, UNION, COURT = range(3)
YES, NO = Reply(answers=[Answer(0, True)]), Reply(answers=[Answer(0, False)])


def four() -> Match:
    return salon.match_of(*ALL)


def moved(body: str, power: str, **columns: Any) -> Reply:
    return Reply(proposals=[Proposal((), {}, organisation=body, power=power, **columns)])


def told(match: Match, nation: int, turn: int) -> str:
    return texts([asdict(story) for story in news.turn_report(match, nation, turn)])


def test_every_kind_of_happening_is_told() -> None:
    assert set(news.TELL) | set(news.TOLD_ELSEWHERE) == set(What)
    assert not set(news.TELL) & set(news.TOLD_ELSEWHERE)


def test_a_joint_statement_is_heard_by_everybody() -> None:
    match = four()
    said = moved("league", "joint_statement", incident="blackout", accused="gang")
    salon.turn(match, north=said)
    for nation in range(4):
        said_to = told(match, nation, 1)
        assert "League: its members say that actors from The gang were behind Blackout." in said_to
        assert "League: North moved to issue a statement" in said_to and "Adopted." in said_to


def test_a_measure_is_on_its_way_and_then_takes_effect() -> None:
    match = four()
    move = moved("union", "joint_sanctions", incident="blackout", accused="south")
    salon.turn(match, north=move, east=YES, west=YES)
    union = next(body for body in bodies(match, SOUTH) if body.id == "union")
    assert "impose sanctions on South over Blackout" in union.pending
    assert "takes effect in turn 3" in union.pending and not union.mine
    assert "North moved" not in told(match, SOUTH, 1), "a vote is the business of its members"
    salon.turn(match)
    salon.turn(match)
    assert "Union: members imposed sanctions on South over Blackout." in told(match, SOUTH, 3)
    later = next(body for body in bodies(match, NORTH) if body.id == "union")
    assert later.pending == ""
    assert {p.id: p.free_from for p in later.powers}["joint_sanctions"] == 1 + 3


VOTES = [
    ("league", "mediation", {"topic": "south"}, {"south": NO}, "blocked by South."),
    ("league", "mediation", {"topic": "south"}, {}, "Adopted."),
    ("union", "training", {}, {"east": NO}, "blocked by East and West."),
    ("union", "training", {}, {"east": YES, "west": YES}, "Adopted."),
    ("court", "found", {}, {}, "blocked by West."),
    ("court", "found", {}, {"west": YES}, "Adopted."),
]


@pytest.mark.parametrize(("body", "power", "columns", "answers", "end"), VOTES)
def test_a_vote_says_who_blocked_it(
    body: str, power: str, columns: dict[str, str], answers: dict[str, Reply], end: str
) -> None:
    match = four()
    mover = "east" if body == "court" else "north"
    salon.turn(match, **{mover: moved(body, power, **columns)}, **answers)
    said = told(match, ALL.index(mover), 1)
    assert end in said and ("rule: " in said) == (end != "Adopted.")
    (vote,) = [vote for _, vote in all_votes(match, match.logs[0])]
    assert vote.passed == (end == "Adopted.")
    acted = [rows for rows in match.logs[0].rows if rows.what is What.MEASURE]
    assert bool(acted) == vote.passed


def test_an_organisation_does_one_thing_at_a_time() -> None:
    match = four()
    both = [
        Proposal((), {}, organisation="league", power="mediation", topic="south"),
        Proposal((), {}, organisation="league", power="contact_directory"),
    ]
    salon.turn(match, north=Reply(proposals=both))
    said = told(match, NORTH, 1)
    assert "it is dropped" in said and said.count("Adopted.") == 1
    (adopted,) = [o.power[v.row] for o, v in all_votes(match, match.logs[0]) if v.passed]
    (done,) = [int(rows.b[0]) for rows in match.logs[0].rows if rows.what is What.MEASURE]
    assert adopted == done, "the motion that is said to be adopted is the one that took effect"


def test_a_condemnation_is_dated_by_its_turn() -> None:
    match = four()
    salon.turn(match)
    salon.turn(match, north=Reply(orders=[Order("condemn", incident="blackout")]))
    (north,) = [s for s in said(match, SOUTH, BLACKOUT) if s.nation == NORTH]
    assert (north.turn, north.text) == (2, "condemned it, and named nobody")


def test_a_treaty_of_others_is_news() -> None:
    match = four()
    offer = Reply(proposals=[Proposal(("west",), {"hotline": 1, "capacity_aid": 1})])
    salon.turn(match, north=offer, west=YES)
    assert "North and West signed an agreement: CERT hotline" in told(match, SOUTH, 1)
    assert "capacity aid: given by North" in told(match, SOUTH, 1)


def test_positions_and_endorsements_are_news() -> None:
    match = four()
    speak = Order("publish_position", choice="force", answer="severity_5")
    norm = Proposal(("south",), {"norm_endorsement": 1}, topic="weigh_everything")
    salon.turn(match, north=Reply(proposals=[norm], orders=[speak]), south=YES)
    for nation in range(4):
        said = told(match, nation, 1)
        assert (
            "North published how it reads the law: an act is a use of force from severity 5" in said
        )
        assert re.search("North, South.* endorsed the norm “Weigh everything", said)
    line = next(line for line in norms(match) if line.id == "weigh_everything")
    assert dict(line.stages)["South"] == "endorsed" and 0 < line.share <= 1


def test_the_same_deed_of_several_nations_is_one_story() -> None:
    match = four()
    same = Reply(orders=[Order("condemn", incident="blackout"), Order("ready")])
    rival = Reply(orders=[Order("publish_position", choice="notice", answer="required")])
    salon.turn(match, north=rival, south=rival, east=same, west=same)
    said = told(match, NORTH, 1)
    assert "East and West condemned Blackout without naming anyone." in said
    assert "North and South published how they read the law: notice" in said
    assert "alert" not in said, "readiness is nobody else's business"
    assert "East condemned Blackout" in told(match, EAST, 1)


def test_a_request_left_lying_breaks_the_norm_that_asks_for_help() -> None:
    match = four()
    ask = Reply(messages=[Message("east", "ask", "help")])
    salon.turn(match, north=ask)
    for _ in range(3):
        salon.turn(match)
    broken = "East left a request of North unanswered, against the norm"
    assert any(broken in line for line in violations(match, SOUTH))
    assert dict(next(n for n in norms(match) if n.id == "answer_help").broken)["East"] == 1


def one_row(match: Match, what: What, nation: int = NORTH, **columns: Any) -> str:
    """What is told of one happening."""
    log = Log()
    log.note(what, 0, **columns)
    scene = Scene(match, nation, match.world, log)
    return texts([asdict(story) for story in news.TELL[what](scene, log.rows[0], 0)])


RARE = [
    (What.WRONGFUL, {"actor": NORTH, "target": SOUTH, "incident": BLACKOUT}, "looks wrongful now"),
    (What.VIOLATED, {"actor": SOUTH, "incident": BLACKOUT, "a": 0}, "laid at South's door"),
    (What.VIOLATED, {"actor": NORTH, "incident": BLACKOUT, "a": 2}, "beyond what others believe"),
    (What.RED_LINE, {"target": NORTH, "incident": BLACKOUT}, "crosses a red line of North"),
    *[
        (What.MEASURE, {"actor": NORTH, "incident": BLACKOUT, "a": LEAGUE, "b": power}, "League: ")
        for power in Power
    ],
]


@pytest.mark.parametrize(("what", "columns", "says"), RARE)
def test_what_is_rare_is_told_in_a_sentence(what: What, columns: Any, says: str) -> None:
    said = one_row(four(), what, **columns)
    assert says in said and said.rstrip()[-1] == "."
    assert not re.search(r"NOBODY|None|[{}]|nan", said)


@pytest.mark.parametrize(
    ("what", "columns"), [(w, c) for w, c, _ in RARE if w is not What.RED_LINE]
)
def test_a_case_nobody_told_us_of_is_not_named(what: What, columns: Any) -> None:
    match = four()
    salon.turn(match)  # the quiet guest is in the house of the east, and north does not know
    assert not match.world.known[NORTH, LEAK, 0]
    said = one_row(match, what, **{**columns, "incident": LEAK})
    assert "Quiet guest" not in said


def test_public_deeds_do_not_give_a_quiet_case_away() -> None:
    """Whoever repairs in public what nobody has heard of is seen to work, not on what."""
    match = four()
    salon.turn(match)
    put_cells(match.world, "known", EAST, LEAK, to=1)
    for number, action in enumerate(actions()):
        if action.public and "{incident}" in action.tells:
            deed = orders_of(0, EAST, number, incident=LEAK, target=WEST, choice=4)
            match.logs[-1].orders.append(deed)
    said = texts([asdict(story) for story in news.news_now(match, NORTH)])
    assert UNHEARD in said and "Quiet guest" not in said
    assert "Quiet guest" in texts([asdict(story) for story in news.news_now(match, EAST)])


def sheets(match: Match, nation: int) -> str:
    """All that reports say to a nation in the middle of a game."""
    orders = [
        Order("countermeasure", "south", choice="energy"),
        Order("strike", "south", choice="energy"),
        Order("disrupt", "south", choice="energy", level=2, cover="east"),
        Order("sanction", "south"),
        Order("take_down", incident="blackout"),
    ]
    parts = [
        asdict(s) for t in range(1, match.turn + 1) for s in news.turn_report(match, nation, t)
    ]
    parts += [asdict(each) for each in (*questions(match, nation), *readings(match, nation))]
    parts += [asdict(each) for each in (*bodies(match, nation), *norms(match))]
    parts += [asdict(each) for each in dossiers(match, nation)]
    parts += [asdict(capacity(match, nation)), asdict(situation.situation(match, nation))]
    parts.append({"apart": str(disagreement(match, nation)), "broken": violations(match, nation)})
    for order in orders:
        general, line = order_reading(match, nation, order)
        parts.append({"law": general, "read": () if line is None else line.verdicts})
    return texts(parts)


def scrambled(world: World, plane: Plane, me: int, dice: np.random.Generator) -> Any:
    """An array of a world with everything changed that a nation may not see."""
    values = getattr(world, plane.name)
    if plane.name in ("culprit", "framed"):  # somebody else did it, unless it was us
        ours = world.guilt[me, :, me] == 1
        return np.where(ours, values, 0 if plane.name == "culprit" else NOBODY).astype(np.int16)
    fresh = dice.uniform(plane.low, plane.high, values.shape)
    fresh = np.rint(fresh * 64) / 64 if not plane.exact else np.rint(fresh)
    keep = np.zeros(values.shape, bool)
    if plane.who is Who.OWNER:
        keep[me] = True
    elif plane.who is Who.PARTY:
        keep[me] = keep[:, me] = True
    elif plane.who is Who.KNOWN:
        keep[world.known[me, :, 0] > 0] = True
    elif plane.who is Who.PUBLIC or plane.name == "objective":  # one's own are told to oneself
        keep[:] = True
    if plane.name == "victim":
        fresh = fresh % world.board.nations
    if plane.name == "card":
        keep = (world.look[me] != Look.UNSEEN) | (world.published > 0)
    return np.where(keep, values, fresh.astype(values.dtype))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_hidden_gets_into_any_sheet(seed: int) -> None:
    """Scramble all that a nation may not see, of every array: each sheet stays as it was."""
    match = salon.match_of("north", seed=seed)
    for _ in range(3):
        salon.turn(match)
    before = sheets(match, NORTH)
    world, dice = match.world, np.random.default_rng(seed)
    changed = {plane.name: scrambled(world, plane, NORTH, dice) for plane in PLANES.values()}
    moved_ = [name for name, new in changed.items() if (new != getattr(world, name)).any()]
    assert {"position", "guilt", "culprit", "exploits", "asked"} <= set(moved_)
    for name, new in changed.items():
        put_derived(world, name, new)
    assert sheets(match, NORTH) == before


def test_the_law_is_read_before_an_order_is_given() -> None:
    match = four()
    general, line = order_reading(match, NORTH, Order("strike", "south", choice="energy"))
    assert "armed attack" in general and line is not None
    assert dict(line.verdicts)["West"] == "a use of force"
    assert {verdict for _, verdict in line.verdicts} <= set(VERDICTS.values())
    assert order_reading(match, NORTH, Order("ready"))[1] is None


def test_what_others_hold_in_private_is_not_read_from_them() -> None:
    """West's position on due diligence is its own; north has published one on sovereignty."""
    match = four()
    asked = {line.id: line for line in questions(match, EAST)}
    assert dict(asked["sovereignty"].published) == {"North": "sovereignty is a rule of its own"}
    assert asked["due_diligence"].published == () and asked["due_diligence"].mine == ""
    assert "binding" in {line.id: line for line in questions(match, WEST)}["due_diligence"].mine


def test_capacity_that_is_paid_for_is_on_its_way() -> None:
    match = four()
    before = {s.name: s.level for s in capacity(match, WEST).skills}
    salon.turn(match, north=Reply(orders=[Order("fund_capacity", "west")]))
    sheet = capacity(match, WEST)
    coming = {s.name: s.arriving for s in sheet.skills}
    assert coming["defence"] and coming["defence"][0][0] == match.turn
    assert sheet.aid_from == (("North", 1),) and sheet.strategy == 1
    salon.turn(match)
    after = {s.name: s.level for s in capacity(match, WEST).skills}
    assert after["defence"] == before["defence"] + coming["defence"][0][1]


def test_a_red_line_that_was_crossed_puts_a_word_at_stake() -> None:
    match = four()
    assert dict(capacity(match, NORTH).red_lines) == {"energy": 7}
    assert capacity(match, NORTH).at_stake == 0
    put_derived(match.world, "crossed", np.full(match.world.crossed.shape, match.turn))
    match.question = type(match.question)(match.question.ask, match.world, 1)  # type: ignore
    assert capacity(match, NORTH).at_stake == match.turn + 2


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_the_aftermath_tells_of_norms_treaties_law_and_organisations(seed: int) -> None:
    match = salon.match_of(seed=seed)
    after = aftermath(match, None)
    assert len(after.norms) == len(salon.salon().norms)
    for course in after.norms:
        assert len(course.share) == len(match.worlds)
        assert all(0 <= share <= 1 for share in course.share)
        assert all(stage in ("endorsed", "internalised") for _, _, stage in course.adopters)
    held = {name: turn for name, turn, _ in after.norms[0].adopters}
    assert held["North"] == held["West"] == 0
    assert len(after.readings) == len(after.truths)
    assert [turn for turn, _ in after.disagreement] == list(range(1, match.turn + 1))
    noted = [r for log in match.logs for r in log.rows if r.what is What.MEASURE]
    acted = [line for line in after.measures if " moved to " not in line]
    assert len(acted) == sum(len(rows.world) for rows in noted)
    assert all(re.match(r"turn \d+: \w", line) for line in (*after.measures, *after.violations))


def test_games_of_the_salon_use_what_is_tested_here() -> None:
    """The cast of these tests votes, endorses, breaks norms and speaks on the law."""
    seen = {
        rows.what
        for seed in (1, 2, 3, 4)
        for log in salon.match_of(seed=seed).logs
        for rows in log.rows
    }
    assert {What.MEASURE, What.ADOPTED, What.VIOLATED, What.POSITION} <= seen
    assert NOBODY not in seen
