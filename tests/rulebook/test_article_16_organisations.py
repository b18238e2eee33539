"""Articles 16.1 to 16.3: organisations, their votes, and when what they adopt takes effect."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.rules import organisations, proposals, talks
from game.rules import params as p
from game.rules.happenings import Log, What
from game.rules.orders import PARTIES, Answers, Offers
from game.rules.organisations import FIRST, REFUSALS, RULES, Rule
from game.rules.powers import NEEDS, POWERS, Power
from game.rules.world import NOBODY, World, copy
from tests.worlds import (
    BLACKOUT,
    COURT,
    EAST,
    GANG,
    LEAGUE,
    LEAK,
    NORTH,
    SOUTH,
    UNION,
    WEST,
    Played,
    answer,
    crisis,
    did,
    fill,
    offer,
    on_board,
    put,
    quiet,
)

TURN = 3


def motion(
    body: int, power: int, actor: int = NORTH, incident: int = NOBODY, accused: int = NOBODY,
    topic: int = NOBODY,
) -> Offers:  # fmt: skip
    """A proposal to use a power."""
    row = offer(actor, incident=incident, accused=accused, body=body, power=power, topic=topic)
    row.party[:] = False
    return row


STATEMENT = motion(LEAGUE, Power.JOINT_STATEMENT, incident=BLACKOUT)


def tabled(world: World, *rows: Offers) -> Offers:
    """What lies on the table after proposals have been checked."""
    return talks.table(copy(world), Offers.join(rows), Log())


def codes(world: World, row: Offers) -> list[int]:
    """What stands against a proposal."""
    return [int(code) for code in proposals.void_offers(world, organisations.members(row, world))]


def voted(world: World, rows: Offers, *answers: Answers) -> Played:
    """Table proposals, answer, and count."""

    def doing(world: World, log: Log) -> None:
        offers = talks.table(world, rows, log)
        talks.conclude(world, offers, Answers.join(answers), log)

    return did(world, doing)


@pytest.mark.article("16.1")
def test_every_power_says_what_it_is_and_every_rule_and_refusal_has_words() -> None:
    assert list(POWERS) == list(Power)
    assert NEEDS.shape == (len(Power), 5)
    assert all(label[0].isupper() and text.endswith(".") for label, text in POWERS.values())
    assert list(RULES) == list(Rule)
    assert len(REFUSALS) == len(set(REFUSALS)) == 9


@pytest.mark.article("16.1", "16.2")
def test_the_members_are_the_parties_of_a_proposal() -> None:
    (row,) = tabled(crisis(TURN), STATEMENT).party.tolist()
    assert row == [True] * 4 + [False] * (PARTIES - 4)
    sanctions = motion(UNION, Power.JOINT_SANCTIONS, incident=BLACKOUT, accused=SOUTH)
    assert tabled(crisis(TURN), sanctions).party[0, :4].tolist() == [True, False, True, True]


VOID = {
    "there is no such organisation here": motion(7, Power.MEDIATION),
    "you are not a member of it": motion(UNION, Power.TRAINING, SOUTH),
    "it has no such power": motion(LEAGUE, Power.JOINT_SANCTIONS),
    "it does not exist yet; its members may found it": motion(
        COURT, Power.INDEPENDENT_ATTRIBUTION, EAST
    ),
    "it exists already": motion(LEAGUE, Power.FOUND),
    "it needs an incident you know of": motion(LEAGUE, Power.POOLED_EVIDENCE, incident=LEAK),
    "it needs a nation to name that is not a member": motion(
        UNION, Power.JOINT_SANCTIONS, incident=BLACKOUT, accused=EAST
    ),
    "it needs to be told which norm, nation or question": motion(LEAGUE, Power.NORM_FORUM),
}


@pytest.mark.article("16.3")
@pytest.mark.parametrize("reason", list(VOID))
def test_what_an_organisation_cannot_do(reason: str) -> None:
    (code,) = codes(crisis(TURN), VOID[reason])
    assert proposals.why_void_offer(code) == reason
    assert voted(crisis(TURN), VOID[reason]).changes() == {}


@pytest.mark.article("16.3")
@pytest.mark.parametrize(
    ("accused", "fine"), [(NOBODY, True), (GANG, True), (EAST, False), (9, False)]
)
def test_a_statement_may_name_a_group_but_no_member(accused: int, fine: bool) -> None:
    row = motion(LEAGUE, Power.JOINT_STATEMENT, incident=BLACKOUT, accused=accused)
    assert codes(crisis(TURN), row) == [0 if fine else FIRST + 7]
    group = motion(UNION, Power.JOINT_SANCTIONS, incident=BLACKOUT, accused=GANG)
    assert codes(crisis(TURN), group) == [FIRST + 7], "a group is not sanctioned"


@pytest.mark.article("16.3")
@pytest.mark.parametrize("topic", [-1, 4, 6, 7])
def test_a_topic_is_a_nation_a_norm_or_a_question_there_is(topic: int) -> None:
    world = quiet(TURN)
    fund = motion(UNION, Power.CAPACITY_FUND, topic=topic)
    forum = motion(LEAGUE, Power.NORM_FORUM, topic=topic)
    advice = motion(LEAGUE, Power.LEGAL_EXPERTISE, topic=topic)
    assert codes(world, fund) == [FIRST + 8]
    assert codes(world, forum) == [0 if topic == 4 else FIRST + 8]
    assert codes(world, advice) == [0 if topic in (4, 6) else FIRST + 8]


def ruled(rule: int) -> World:
    """A crisis in which the league decides by a rule."""
    world = crisis(TURN)
    rules = world.board.bodies.rule.copy()
    rules[LEAGUE] = rule
    return on_board(world, bodies=replace(world.board.bodies, rule=rules))


@pytest.mark.article("16.2")
@pytest.mark.parametrize(
    ("rule", "yes", "no", "passed"),
    [
        (Rule.CONSENSUS, (), (), True),
        (Rule.CONSENSUS, (SOUTH, EAST), (WEST,), False),
        (Rule.UNANIMITY, (SOUTH, EAST, WEST), (), True),
        (Rule.UNANIMITY, (SOUTH, EAST), (), False),
        (Rule.QUALIFIED_MAJORITY, (SOUTH, EAST), (WEST,), True),
        (Rule.QUALIFIED_MAJORITY, (SOUTH,), (), False),  # half of the members
        (Rule.QUALIFIED_MAJORITY, (EAST, WEST), (SOUTH,), True),
        (Rule.SECRETARY, (), (SOUTH, EAST), True),
        (Rule.SECRETARY, (), (SOUTH, EAST, WEST), False),
    ],
)
def test_decision_rules(rule: int, yes: tuple[int, ...], no: tuple[int, ...], passed: bool) -> None:
    said = [answer(0, nation, 1) for nation in yes] + [answer(0, nation, 0) for nation in no]
    done = voted(ruled(rule), STATEMENT, *said)
    assert bool(done.delta("condemned", NORTH, BLACKOUT)) == passed
    assert (done.delta("power_used", LEAGUE) == TURN) == passed
    assert done.delta("refused", NORTH, SOUTH) == 0, "nobody holds a vote against another"


@pytest.mark.article("16.2")
def test_a_majority_of_members_needs_the_weight_too() -> None:
    world = ruled(Rule.QUALIFIED_MAJORITY)
    heavy = on_board(world, influence=np.array([1, 9, 1, 1], np.float32))
    said = [answer(0, nation, 1) for nation in (EAST, WEST)]
    assert not voted(heavy, STATEMENT, *said).delta("condemned", NORTH, BLACKOUT)
    light = on_board(world, influence=np.ones(4, np.float32))
    assert voted(light, STATEMENT, *said).delta("condemned", NORTH, BLACKOUT)
    assert 0.5 < p.QUORUM_MEMBERS <= 0.75 and p.QUORUM_WEIGHT <= 0.75


@pytest.mark.article("16.3")
def test_who_objected_has_no_part_in_what_was_adopted() -> None:
    world = ruled(Rule.SECRETARY)
    done = voted(world, STATEMENT, answer(0, SOUTH, 0))
    assert (done.after.condemned[:, BLACKOUT, 0] > 0).tolist() == [1, 0, 1, 1]


SANCTIONS = motion(UNION, Power.JOINT_SANCTIONS, incident=BLACKOUT, accused=SOUTH)
AGREED = (answer(0, EAST), answer(0, WEST))


@pytest.mark.article("16.3")
def test_sanctions_come_late_and_once() -> None:
    done = voted(crisis(TURN), SANCTIONS, *AGREED)
    assert not done.after.sanction.any()
    assert done.delta("measure_due", UNION) == TURN + 2
    world = copy(done.after, TURN + 1)
    assert did(world, organisations.fall_due).changes() == {}
    assert codes(world, SANCTIONS) == [FIRST + 5], "it is still carrying this out"
    late = copy(world, TURN + 2)
    came = did(late, organisations.fall_due)
    assert came.after.sanction[:, SOUTH, 0].tolist() == [1, 0, 1, 1]
    assert came.after.measure_due[UNION, 0] == 0
    (note,) = came.notes(What.MEASURE)
    assert (note.a.tolist(), note.b.tolist()) == ([UNION], [Power.JOINT_SANCTIONS])
    assert codes(copy(came.after, TURN + 2), SANCTIONS) == [FIRST + 5], "it rests"
    assert codes(copy(came.after, TURN + 3), SANCTIONS) == [0]


@pytest.mark.article("16.3")
def test_who_objected_to_a_late_measure_has_no_part_in_it_when_it_comes() -> None:
    heavy = on_board(crisis(TURN), influence=np.array([9, 1, 9, 1], np.float32))
    world = voted(heavy, SANCTIONS, answer(0, EAST), answer(0, WEST, 0)).after
    came = did(copy(world, TURN + 2), organisations.fall_due)
    assert came.after.sanction[:, SOUTH, 0].tolist() == [1, 0, 1, 0]


@pytest.mark.article("16.3")
def test_a_measure_about_a_case_that_made_room_for_another_is_dropped() -> None:
    world = copy(voted(crisis(TURN), SANCTIONS, *AGREED).after, TURN + 2)
    put(world, "began", BLACKOUT, to=TURN + 1)
    done = did(world, organisations.fall_due)
    assert done.changes() == {("measure_due", UNION): -(TURN + 2)}


@pytest.mark.article("16.3")
def test_an_organisation_does_one_thing_at_a_time_the_least_opposed_first() -> None:
    world = ruled(Rule.SECRETARY)
    forum = motion(LEAGUE, Power.NORM_FORUM, EAST, topic=0)
    rows = (STATEMENT, forum)
    for order, opposed in ((rows, 0), (rows[::-1], 1)):
        joined = Offers.join(order)
        done = voted(world, joined, answer(opposed, WEST, 0))
        assert done.delta("condemned", NORTH, BLACKOUT) == 0, "the west objects to it"
        assert done.delta("norm", NORTH, 0) == 1
    free = [voted(world, Offers.join(order)).changes() for order in (rows, rows[::-1])]
    assert free[0] == free[1]


@pytest.mark.article("16.1", "16.6")
def test_what_did_not_exist_yet_may_be_founded() -> None:
    world = quiet(TURN)
    assert world.founded[:, 0].tolist() == [1, 1, 0]
    row = motion(COURT, Power.FOUND, EAST)
    assert codes(world, row) == [0]
    done = voted(world, row, answer(0, WEST))
    assert done.changes() == {
        ("founded", COURT): 1,
        ("power_used", COURT): TURN,
        ("standing", EAST): 1,
        ("standing", WEST): 1,
        ("capital", EAST): -p.OFFER_COST,
    }
    alone = voted(world, row).changes()
    assert ("founded", COURT) not in alone, "the court decides unanimously"


@pytest.mark.article("16.3", "8.3")
def test_a_motion_costs_what_a_proposal_costs() -> None:
    world = crisis(TURN)
    put(world, "capital", NORTH, to=p.OFFER_COST)
    assert voted(world, STATEMENT).delta("capital", NORTH) == -p.OFFER_COST
    fill(world, "capital", 0)
    assert codes(world, STATEMENT) == [7]
