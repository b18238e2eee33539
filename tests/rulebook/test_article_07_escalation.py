"""Article 7: heat, the ladder, the retaliation number."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from game.rules import escalation
from game.rules import params as p
from game.rules.changes import Changes
from game.rules.clauses import HOTLINE
from game.rules.escalation import LADDER, WAR
from game.rules.happenings import Log, What
from game.rules.world import World
from tests.worlds import EAST, NORTH, SMALL, SOUTH, WEST, did, grid, put, quiet

TURN = 6


def strikes(actor: int, target: int, heat: float = 8.0) -> Callable[[World, Log], None]:
    """One open hostile act."""

    def doing(world: World, log: Log) -> None:
        change = Changes(world, log.ledger)
        one = [np.array([value]) for value in (actor, target, 0)]
        escalation.strike(world, change, *one, heat, "test")
        change.apply()

    return doing


@pytest.mark.article("7.1")
def test_an_open_hostile_act_is_heat_and_a_mark_on_the_record() -> None:
    done = did(quiet(TURN), strikes(NORTH, SOUTH))
    assert done.changes() == {
        ("heat", NORTH, SOUTH): 8,
        ("struck", NORTH, SOUTH): TURN,
        ("suffered", SOUTH): 1,
    }
    assert done.items("heat", NORTH, SOUTH) == {"test": 8}


@pytest.mark.article("7.1", "8.6")
def test_a_hotline_takes_part_of_the_heat_away() -> None:
    world = quiet(TURN)
    put(world, "pact", HOTLINE, NORTH, SOUTH, to=1)
    assert did(world, strikes(NORTH, SOUTH)).delta("heat", NORTH, SOUTH) == grid(
        8 * p.HOTLINE_COOLS
    )
    assert 0 < p.HOTLINE_COOLS < 1
    assert did(world, strikes(NORTH, EAST)).delta("heat", NORTH, EAST) == 8


@pytest.mark.article("7.1")
def test_it_is_an_answer_if_the_other_struck_lately() -> None:
    window = int(p.REPLY_WINDOW)
    assert 1 <= window < TURN - 1
    for struck, answers in ((TURN, 1), (TURN - window, 1), (TURN - window - 1, 0), (0, 0)):
        world = quiet(TURN)
        put(world, "struck", SOUTH, NORTH, to=struck)
        assert did(world, strikes(NORTH, SOUTH)).delta("replies", NORTH) == answers, struck
        assert did(world, strikes(SOUTH, NORTH)).delta("replies", SOUTH) == 0
    early = quiet(1)
    assert did(early, strikes(NORTH, SOUTH)).delta("replies", NORTH) == 0, "0 means never"


@pytest.mark.article("7.1")
def test_it_is_an_answer_if_one_believes_in_a_wrong() -> None:
    world = quiet(TURN)
    put(world, "grievance", NORTH, SOUTH, to=p.BLAME_VICTIM - SMALL)
    assert did(world, strikes(NORTH, SOUTH)).delta("replies", NORTH) == 0
    put(world, "grievance", NORTH, SOUTH, to=p.BLAME_VICTIM)
    assert did(world, strikes(NORTH, SOUTH)).delta("replies", NORTH) == 1
    assert did(world, strikes(SOUTH, NORTH)).delta("replies", SOUTH) == 0


@pytest.mark.article("7.2")
def test_heat_fades() -> None:
    world = quiet(TURN)
    put(world, "heat", NORTH, SOUTH, to=40)
    done = did(world, escalation.cool)
    assert done.delta("heat", NORTH, SOUTH) == -grid(40 * p.HEAT_FADES) < 0
    assert set(done.items("heat", NORTH, SOUTH)) == {"time passes"}
    assert p.HEAT_FADES < 1


@pytest.mark.article("7.3")
def test_the_ladder_is_read_off_the_hotter_side_of_the_hottest_pair() -> None:
    assert len(LADDER) == len(p.RUNGS) + 1 == WAR + 1 == 8
    assert list(p.RUNGS) == sorted(set(p.RUNGS))
    assert p.RUNGS[0] > 0
    for rung, edge in enumerate(p.RUNGS, start=1):
        world = quiet(TURN)
        put(world, "heat", NORTH, SOUTH, to=edge)
        put(world, "heat", SOUTH, NORTH, to=p.RUNGS[0] - SMALL)
        rungs = escalation.pair_rungs(world.heat)[..., 0]
        assert rungs[NORTH, SOUTH] == rungs[SOUTH, NORTH] == rung
        assert rungs.sum() == 2 * rung
        put(world, "heat", NORTH, SOUTH, to=edge - SMALL)
        assert escalation.pair_rungs(world.heat)[NORTH, SOUTH, 0] == rung - 1


@pytest.mark.article("7.2", "7.3")
def test_the_world_stands_on_the_highest_rung_of_any_pair_and_remembers_the_peak() -> None:
    world = quiet(TURN, count=2)
    put(world, "heat", NORTH, SOUTH, 0, to=200)
    put(world, "heat", EAST, WEST, 0, to=p.RUNGS[0] / (1 - p.HEAT_FADES) + 1)
    first = did(world, escalation.cool)
    assert first.after.rung.tolist() == [7, 0]
    assert first.after.peak.tolist() == [7, 0]
    (note,) = first.notes(What.RUNG)
    assert (note.world.tolist(), note.a.tolist(), note.b.tolist()) == ([0], [7.0], [0.0])
    calmed = first.after
    put(calmed, "heat", NORTH, SOUTH, 0, to=0)
    put(calmed, "heat", EAST, WEST, 0, to=p.RUNGS[0] / (1 - p.HEAT_FADES) + 1)
    second = did(calmed, escalation.cool)
    assert second.after.rung.tolist() == [1, 0]
    assert second.after.peak.tolist() == [7, 0]


@pytest.mark.article("7.4")
def test_the_rate_of_answers_is_disposition_and_record() -> None:
    replies = np.array([[0], [0], [6], [3]], np.int16)
    suffered = np.array([[0], [8], [4], [4]], np.int16)
    rate = escalation.reply_rate(replies, suffered)[:, 0]
    prior = p.REPLY_PRIOR
    expected = [p.REPLY_HABIT, p.REPLY_HABIT * prior / (8 + prior)]
    expected += [
        (6 + p.REPLY_HABIT * prior) / (4 + prior),
        (3 + p.REPLY_HABIT * prior) / (4 + prior),
    ]
    assert rate.tolist() == pytest.approx(expected, abs=SMALL)
    assert 0 < p.REPLY_HABIT < 1
    assert rate[1] < rate[0] < rate[3] < rate[2], "a disposition counts beside the record"


@pytest.mark.article("7.4")
def test_the_retaliation_number_counts_allies_and_weighs_by_what_was_suffered() -> None:
    replies = np.array([[6], [0], [0], [2]], np.int16)
    suffered = np.array([[4], [1], [0], [2]], np.int16)
    ally = np.zeros((4, 4), bool)
    rate = escalation.reply_rate(replies, suffered)[:, 0].astype(float)
    weight = np.array([5, 2, 1, 3])

    def number(allies: np.ndarray) -> float:
        return float(escalation.retaliation_number(replies, suffered, allies)[0])

    alone = p.NOTICED * (weight * rate).sum() / weight.sum()
    lonely = number(ally)
    assert lonely == pytest.approx(alone, abs=2 * SMALL)
    ally[NORTH, WEST] = True
    help_ = weight[NORTH] * rate[WEST] * p.SOLIDARITY
    together = p.NOTICED * ((weight * rate).sum() + help_) / weight.sum()
    assert number(ally) == pytest.approx(together, abs=2 * SMALL)
    assert number(ally) > lonely + SMALL > 0
    assert 0 < p.NOTICED <= 1


@pytest.mark.article("7.4")
def test_a_feud_feeds_itself_above_one_and_dies_out_below() -> None:
    ally = np.zeros((4, 4), bool)
    calm = escalation.retaliation_number(
        np.zeros((4, 1), np.int16), np.full((4, 1), 6, np.int16), ally
    )
    feud = escalation.retaliation_number(
        np.full((4, 1), 12, np.int16), np.full((4, 1), 6, np.int16), ally
    )
    assert calm[0] < 1 < feud[0]


@pytest.mark.article("7.1", "12")
def test_the_classes_of_gravity_are_in_order() -> None:
    assert p.HEAT_CALM < p.HEAT_STATUS_QUO == 0 < p.HEAT_POSTURE
    assert p.HEAT_POSTURE < p.HEAT_NONVIOLENT < p.HEAT_VIOLENT < p.HEAT_WAR
