"""Articles 9.45, 9.46, 9.54, 9.55, 9.63, 9.64: hosts, strategies, donors, treaties left, groups."""

from __future__ import annotations

import pytest

from game.actions import build_strategy, host_talks, preposition, suspend_aid, take_down
from game.rules import incidents, joint
from game.rules import params as p
from game.rules.changes import Changes
from game.rules.clauses import EVIDENCE_SHARING
from game.rules.happenings import Log
from game.rules.incidents import PREPOSITIONED
from game.rules.world import NOBODY, Contested, Skill, Status, World, copy
from tests.rulebook.test_article_08_treaties import signed
from tests.worlds import (
    BLACKOUT,
    CREW,
    EAST,
    FINANCE,
    GANG,
    NORTH,
    OPERATION,
    SMALL,
    SOUTH,
    WEST,
    act,
    believed,
    crisis,
    did,
    fill,
    grid,
    offer,
    order,
    put,
    quiet,
)

TURN = 3


@pytest.mark.article("9.45")
def test_host_talks() -> None:
    world = quiet(TURN)
    put(world, "rung", slice(None), to=3)
    put(world, "heat", NORTH, SOUTH, to=20)
    put(world, "heat", WEST, NORTH, to=p.RUNGS[0])
    done = act(world, order(WEST, "host_talks"))
    assert done.changes() == {
        ("heat", NORTH, SOUTH): -host_talks.COOLS,
        ("standing", WEST): host_talks.FACE,
        ("hosted", WEST): TURN,
        **{("deeds", other, WEST): host_talks.THANKS for other in (NORTH, SOUTH, EAST)},
        ("capital", WEST): -2,
        ("funds", WEST): -1,
    }


@pytest.mark.article("9.45")
def test_a_host_needs_a_quarrel_of_others_and_a_free_hall() -> None:
    world, row = quiet(TURN), order(WEST, "host_talks")
    assert act(world, row).voids() == [1], "nobody quarrels"
    put(world, "rung", slice(None), to=3)
    assert act(world, row).voids() == []
    put(world, "hosted", WEST, to=TURN - host_talks.REST + 1)
    assert act(world, row).voids() == [2]
    put(world, "hosted", WEST, to=TURN - host_talks.REST)
    put(world, "heat", WEST, EAST, to=p.RUNGS[2])
    assert act(world, row).voids() == [3], "deep in a quarrel of its own"


@pytest.mark.article("9.46", "9.4")
def test_build_strategy_makes_more_of_aid() -> None:
    done = act(quiet(TURN), order(WEST, "build_strategy"))
    skills = (Skill.DEFENCE, Skill.RESILIENCE, Skill.DIPLOMACY)
    assert done.changes() == {
        **{("maturing", WEST, skill, 1): build_strategy.POINTS for skill in skills},
        ("strategy", WEST): 1,
        ("standing", WEST): build_strategy.FACE,
        ("capital", WEST): -1,
        ("funds", WEST): -3,
    }

    def built(world: World, log: Log) -> None:
        change = Changes(world, log.ledger)
        joint.build_capacity(change, [WEST], [0], 4, [NORTH])
        change.apply()

    place = ("maturing", WEST, Skill.FORENSICS, 1)
    assert did(quiet(TURN), built).delta(*place) == 4
    assert did(done.after, built).delta(*place) == grid(4 * (1 + p.STRATEGY_ABSORBS))
    put(done.after, "strategy", WEST, to=build_strategy.MOST)
    assert act(done.after, order(WEST, "build_strategy")).voids() == [1]


@pytest.mark.article("9.54")
@pytest.mark.parametrize("times", [1, 2, 3, 9])
def test_suspending_aid_hurts_by_how_much_was_given(times: int) -> None:
    world = quiet(TURN)
    put(world, "aid", NORTH, WEST, to=times)
    done = act(world, order(NORTH, "suspend_aid", target=WEST))
    assert done.changes() == {
        ("aid", NORTH, WEST): -times,
        ("heat", NORTH, WEST): p.HEAT_POSTURE,
        ("struck", NORTH, WEST): TURN,
        ("suffered", WEST): 1,
        ("funds", WEST): -suspend_aid.BITE * min(times, suspend_aid.MOST),
        ("deeds", WEST, NORTH): -5,
        ("hostility", WEST, NORTH): 3,
        ("capital", NORTH): -1,
    }
    assert act(done.after, order(NORTH, "suspend_aid", target=WEST)).voids() == [1]


@pytest.mark.article("9.55", "8.7")
def test_suspend_treaty_needs_one_and_a_broken_word() -> None:
    treaty = offer(NORTH, SOUTH, EAST, evidence_sharing=1)
    world = copy(signed(quiet(TURN - 1), treaty).after, TURN)
    row = order(NORTH, "suspend_treaty", target=SOUTH)
    assert act(world, row).voids() == [2]
    assert act(world, order(NORTH, "suspend_treaty", target=WEST)).voids() == [1]
    put(world, "broken", SOUTH, NORTH, to=1)
    done = act(world, row)
    assert done.changes("pact") == {
        ("treaty_party", 0, NORTH): -1,
        ("heat", NORTH, SOUTH): p.HEAT_POSTURE,
        ("capital", NORTH): -1,
    }
    bound = done.after.pact[EVIDENCE_SHARING, :, :, 0]
    assert bound.tolist() == [[0, 0, 0, 0], [0, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]]


@pytest.mark.article("9.63", "3.2")
def test_preposition() -> None:
    done = act(quiet(TURN), order(NORTH, "preposition", target=SOUTH, choice=FINANCE))
    names = ("kind", "victim", "sector", "severity", "culprit", "framed")
    assert [float(getattr(done.after, name)[OPERATION, 0]) for name in names] == [
        PREPOSITIONED,
        SOUTH,
        FINANCE,
        preposition.SEVERITY,
        NORTH + 1,
        NOBODY,
    ]
    world = quiet(TURN)
    put(world, "capability", NORTH, Skill.OFFENCE, to=30 - SMALL)
    row = order(NORTH, "preposition", target=SOUTH, choice=FINANCE)
    assert act(world, row).voids() == [1]


@pytest.mark.article("9.63", "3.2")
def test_who_is_inside_succeeds_more_often() -> None:
    count = 400
    world = quiet(TURN, count)
    columns = {"kind": 0, "victim": SOUTH, "sector": FINANCE, "severity": 3, "culprit": NORTH + 1}
    for name, value in {**columns, "began": TURN, "until": TURN, "framed": NOBODY}.items():
        put(world, name, OPERATION, to=value)
    put(world, "capability", NORTH, Skill.OFFENCE, to=40)
    inside, elsewhere = copy(world), copy(world)
    put(inside, "foothold", NORTH, SOUTH, FINANCE, to=1)
    put(elsewhere, "foothold", NORTH, SOUTH, 0, to=1)
    for each in (world, inside, elsewhere):
        incidents.begin_operations(each, Log(False))
    worked = [(each.status[OPERATION] == Status.ACTIVE) for each in (world, inside, elsewhere)]
    assert (worked[0] <= worked[1]).all()
    assert 0.05 < float((worked[1] & ~worked[0]).mean()) < 0.16, "25 points of 250"
    assert (worked[0] == worked[2]).all(), "in that sector only"


@pytest.mark.article("9.63", "4.1")
def test_a_group_does_it_for_its_patron_and_for_no_other() -> None:
    row = order(SOUTH, "disrupt", target=NORTH, choice=0, cover=GANG)
    done = act(quiet(TURN), row).after
    culprit = int(done.culprit[OPERATION, 0])
    assert done.board.hand[OPERATION, culprit] == GANG
    assert done.board.sponsor[OPERATION, culprit] == SOUTH
    assert done.framed[OPERATION, 0] == NOBODY, "a proxy is no false flag"
    assert len(act(quiet(TURN), order(NORTH, "disrupt", target=SOUTH, cover=GANG)).voids()) == 1
    assert len(act(quiet(TURN), order(SOUTH, "disrupt", target=NORTH, cover=CREW)).voids()) == 1


def suspected(belief: float = take_down.SURE) -> World:
    """The north suspects the gang in the south; the west reads sovereignty as a rule."""
    world = crisis(TURN)
    fill(world, "guilt", 0)
    put(world, "severity", BLACKOUT, to=4)
    put(world, "declared", WEST, Contested.SOVEREIGNTY, to=1)
    put(world, "declared", EAST, Contested.SOVEREIGNTY, to=0)
    believed(world, NORTH, BLACKOUT, GANG, belief)
    return world


@pytest.mark.article("9.64", "3.9", "15.6")
def test_take_down() -> None:
    world = suspected()
    row = order(NORTH, "take_down", incident=BLACKOUT)
    wrong = act(world, row)
    assert wrong.changes() == {
        ("curbed", GANG): TURN + p.CURBED_TURNS,
        ("deeds", SOUTH, NORTH): -take_down.OFFENCE_TAKEN,
        ("deeds", WEST, NORTH): -p.LAW_WRONG,
        ("standing", NORTH): -p.LAW_WRONG / 4,
        ("effort", NORTH): -3,
        ("capital", NORTH): -1,
    }
    put(world, "culprit", BLACKOUT, to=2)
    put(world, "until", BLACKOUT, to=TURN + 2)
    assert act(world, row).delta("until", BLACKOUT) == -2, "it was them"


@pytest.mark.article("9.64")
def test_a_takedown_needs_a_suspect_group_something_going_on_and_skill() -> None:
    row = order(NORTH, "take_down", incident=BLACKOUT)
    assert act(suspected(take_down.SURE - 1 / 1024), row).voids() == [1]
    over = suspected()
    put(over, "status", BLACKOUT, to=Status.OVER)
    assert act(over, row).voids() == [2]
    weak = suspected()
    put(weak, "capability", NORTH, Skill.OFFENCE, to=20 - SMALL)
    assert act(weak, row).voids() == [3]


@pytest.mark.article("9.64")
def test_a_takedown_at_home_offends_nobody() -> None:
    world = suspected()
    believed(world, NORTH, BLACKOUT, GANG, 0)
    believed(world, WEST, BLACKOUT, CREW, 0.75)
    put(world, "capability", WEST, Skill.OFFENCE, to=20)
    done = act(world, order(WEST, "take_down", incident=BLACKOUT))
    assert not [key for key in done.changes() if key[0] == "deeds"]
