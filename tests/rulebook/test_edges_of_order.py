"""The edges of articles 14 to 17: where a limit lies exactly, and which of two alike counts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.rules import norms, responses
from game.rules import params as p
from game.rules.imagine import STIRS, imagine, stir
from game.rules.law import ANSWERS, Verdict
from game.rules.powers import Power
from game.rules.view import view
from game.rules.world import NOBODY, Contested, World
from tests.rulebook.test_article_15_pleas import SURE
from tests.rulebook.test_article_15_responses import HERE, TURN, read, wronged
from tests.rulebook.test_article_16_organisations import codes, motion
from tests.rulebook.test_article_16_powers import used
from tests.worlds import (
    BLACKOUT,
    EAST,
    GANG,
    LEAGUE,
    NORTH,
    OPERATION,
    RESPONDERS,
    SOUTH,
    SPARE_CRITICAL,
    UNION,
    WEIGH,
    WEST,
    act,
    believed,
    crisis,
    did,
    fill,
    on_board,
    order,
    put,
    quiet,
)


def hasty(accused: int, *far: int) -> World:
    """The north has named somebody; all hold the norm to weigh everything, some cannot believe."""
    world = crisis(TURN)
    fill(world, "guilt", 0)
    put(world, "norm", slice(None), WEIGH, to=1)
    for nation in (SOUTH, EAST, WEST):
        believed(world, nation, BLACKOUT, accused, 0.25 if nation in far else 0.875)
    put(world, "accused", NORTH, BLACKOUT, to=accused)
    put(world, "word", NORTH, BLACKOUT, to=5)
    put(world, "claimed", NORTH, BLACKOUT, to=TURN)
    return world


@pytest.mark.article("14.6")
@pytest.mark.parametrize(("far", "breaches"), [((EAST, WEST), 0), ((SOUTH, EAST, WEST), 1)])
def test_haste_is_a_breach_if_more_than_half_of_all_find_it_so(
    far: tuple[int, ...], breaches: int
) -> None:
    done = did(hasty(GANG, *far), norms.haste)
    assert done.delta("breaches", NORTH, WEIGH) == breaches
    assert done.delta("deeds", EAST, NORTH) == -p.NORM_RASH


@pytest.mark.article("14.6")
def test_the_accused_is_no_judge_of_haste() -> None:
    done = did(hasty(SOUTH, SOUTH, EAST, WEST), norms.haste)
    assert done.changes() == {
        ("deeds", EAST, NORTH): -p.NORM_RASH,
        ("deeds", WEST, NORTH): -p.NORM_RASH,
    }


@pytest.mark.article("14.3")
def test_of_several_norms_broken_at_once_the_one_held_most_counts() -> None:
    world = crisis(TURN)
    put(world, "hindered", BLACKOUT, to=1)
    put(world, "norm", NORTH, [SPARE_CRITICAL, RESPONDERS], to=1)
    assert norms.broken_by(world)[[SPARE_CRITICAL, RESPONDERS], BLACKOUT, 0].all()
    assert float(norms.gravity(world)[NORTH, BLACKOUT, 0]) == 1 + p.NORM_BLAME
    put(world, "norm", NORTH, RESPONDERS, to=2)
    assert float(norms.gravity(world)[NORTH, BLACKOUT, 0]) == 1 + 2 * p.NORM_BLAME


@pytest.mark.article("15.4")
@pytest.mark.parametrize(("severity", "answered"), [(7, BLACKOUT), (9, OPERATION)])
def test_a_wrong_of_one_s_own_counts_twice_that_of_an_ally(severity: int, answered: int) -> None:
    world = wronged()
    row = {"status": 1, "victim": WEST, "severity": severity, "kind": 0}
    for name, value in row.items():
        put(world, name, OPERATION, to=value)
    believed(world, NORTH, OPERATION, SOUTH, p.LAW_PROOF)
    one, other = np.array([NORTH]), np.array([SOUTH])
    assert world.severity[BLACKOUT, 0] == 4
    assert responses.wrong_answered(world, one, other, HERE)[0] == answered


@pytest.mark.article("15.4")
@pytest.mark.parametrize(
    ("sovereign", "verdict"),
    [(1, Verdict.LAWFUL), (NOBODY, Verdict.UNCLEAR), (0, Verdict.WRONGFUL)],
)
def test_an_answer_to_a_deed_that_is_unclear_is_unclear(sovereign: int, verdict: int) -> None:
    world = wronged()
    put(world, "severity", BLACKOUT, to=3.5)
    put(world, "norm", EAST, slice(None), to=0)
    for name in ("declared", "position"):
        put(world, name, slice(None), Contested.SOVEREIGNTY, to=NOBODY)
    put(world, "position", EAST, Contested.SOVEREIGNTY, to=sovereign)
    assert p.LAW_TRACE <= p.LAW_FLOOR <= 3.5 < p.LAW_HARM
    assert read(world) == verdict


@pytest.mark.article("15.5", "9.71")
@pytest.mark.parametrize(("see", "blow"), [(2, TURN), (3, 0)])
def test_a_strike_is_self_defence_if_more_than_half_of_all_read_it_so(see: int, blow: int) -> None:
    world = wronged()
    put(world, "heat", [NORTH, SOUTH], [SOUTH, NORTH], to=60)
    put(world, "severity", BLACKOUT, to=6)
    put(world, "declared", slice(None), Contested.FORCE, to=0)
    for nation in (EAST, WEST, NORTH)[:see]:
        put(world, "declared", nation, Contested.FORCE, to=2)
        believed(world, nation, BLACKOUT, SOUTH, SURE)
    done = act(world, order(NORTH, "strike", target=SOUTH, choice=0))
    assert done.after.blow[NORTH, SOUTH, 0] == blow


@pytest.mark.article("16.6")
def test_who_has_no_reading_is_advised_the_second_answer() -> None:
    world = quiet(TURN)
    put(world, "position", slice(None), Contested.NOTICE, to=NOBODY)
    put(world, "declared", slice(None), Contested.NOTICE, to=NOBODY)
    row = motion(LEAGUE, Power.LEGAL_EXPERTISE, topic=Contested.NOTICE)
    assert used(world, row, NORTH, WEST).after.declared[WEST, Contested.NOTICE, 0] == 1


@pytest.mark.article("16.3")
def test_an_organisation_with_a_measure_yet_to_come_takes_up_nothing_else() -> None:
    world = crisis(TURN)
    rest = np.ones_like(world.board.bodies.rest)
    world = on_board(world, bodies=replace(world.board.bodies, rest=rest))
    put(world, "power_used", UNION, to=TURN - 2)
    row = motion(UNION, Power.TRAINING)
    assert codes(world, row) == [0]
    put(world, "measure_due", UNION, to=TURN + 1)
    assert codes(world, row) != [0]


@pytest.mark.article("14.2")
def test_a_norm_is_made_one_s_own_only_while_most_hold_it() -> None:
    world = on_board(quiet(TURN), threshold=np.ones((4, 6), np.float32))
    put(world, "cascade", SPARE_CRITICAL, to=int(p.NORM_SETTLES))
    put(world, "norm", [NORTH, SOUTH], SPARE_CRITICAL, to=1)
    assert did(world, norms.spread).changes() == {}
    put(world, "norm", EAST, SPARE_CRITICAL, to=1)
    after = did(world, norms.spread).after
    assert after.norm[:, SPARE_CRITICAL, 0].tolist() == [2, 2, 2, 0]


@pytest.mark.article("17.2")
def test_means_are_guessed_from_one_to_five_turns_of_income() -> None:
    seen = view(crisis(2), NORTH)
    world = imagine(seen, 2000)
    for number, stock in enumerate(("capital", "effort", "funds")):
        income = float(world.board.income[EAST, number])
        turns = getattr(world, stock)[EAST] / income
        assert 1 <= turns.min() < 1.1
        assert 4.9 < turns.max() <= 5


@pytest.mark.article("17.2")
def test_an_unpublished_position_is_any_answer_or_none() -> None:
    world = crisis(2)
    put(world, "declared", EAST, slice(None), to=NOBODY)
    imagined = imagine(view(world, NORTH), 2000)
    for point, answers in ANSWERS.items():
        guess = imagined.position[EAST, point]
        assert set(guess.tolist()) == {NOBODY, *range(len(answers))}
        assert float((guess == NOBODY).mean()) == pytest.approx(0.5, abs=0.05)


@pytest.mark.article("17.4")
def test_what_is_stirred_up_is_of_middling_severity() -> None:
    world = imagine(view(crisis(2), NORTH), 2000)
    stir(world)
    new = world.began[OPERATION] == world.turn + 1
    severity, kind = world.severity[OPERATION][new], world.kind[OPERATION][new]
    assert 2 <= severity.min() < 2.1
    assert 4.9 < severity.max() <= 5
    assert set(kind.tolist()) == set(STIRS.tolist())
    assert not world.board.kinds.quiet[kind].any()
