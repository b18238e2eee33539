"""The edges of articles: where a limit lies exactly, and which of two that are alike counts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.actions import notify, preposition
from game.rules import claims, norms, others, responses, scoring, trust
from game.rules import params as p
from game.rules.clauses import CLAUSES, DURATION, LASTS, NO_OPERATIONS
from game.rules.happenings import What
from game.rules.law import Verdict
from game.rules.powers import Power
from game.rules.scoring import Ending
from game.rules.view import views
from game.rules.world import NOBODY, Contested, Promise, Skill, World, copy
from tests.rulebook.test_article_03_groups import TURN as FILED
from tests.rulebook.test_article_03_groups import filed
from tests.rulebook.test_article_08_treaties import signed
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
    SMALL,
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
    offer,
    on_board,
    order,
    put,
    quiet,
)


@pytest.mark.article("4.9")
@pytest.mark.parametrize(("late", "speaks"), [(0, True), (1, False)])
def test_vendors_speak_of_a_case_until_it_is_so_many_turns_old(late: int, speaks: bool) -> None:
    world = copy(filed(), FILED + int(p.VENDOR_MEMORY) + late)
    assert bool(did(world, others.vendors).after.published.any()) == speaks


@pytest.mark.article("5.1", "5.2")
def test_trust_feels_grievance_beyond_a_hundred() -> None:
    world = crisis(TURN)
    fill(world, "guilt", 0)
    put(world, "status", [OPERATION, OPERATION + 1], to=2)
    put(world, "victim", [OPERATION, OPERATION + 1], to=NORTH)
    put(world, "severity", [BLACKOUT, OPERATION, OPERATION + 1], to=10)
    put(world, "guilt", NORTH, [BLACKOUT, OPERATION, OPERATION + 1], SOUTH, to=1)
    put(world, "deeds", NORTH, SOUTH, to=150)
    trust.judge(world)
    assert world.grievance[NORTH, SOUTH, 0] == 100
    assert world.trust[NORTH, SOUTH, 0] == 150 - 30 * p.BLAME_VICTIM


@pytest.mark.article("8.7")
def test_a_treaty_lasts_as_many_turns_as_its_words_say() -> None:
    assert CLAUSES[DURATION].levels[1:] == ("three turns", "six turns")
    for duration, turns in ((1, 3), (2, 6)):
        done = signed(quiet(1), offer(NORTH, SOUTH, hotline=1, duration=duration)).after
        assert int(done.treaty_until[0, 0] - done.treaty_since[0, 0]) + 1 == turns
    assert parlour_end() < LASTS[0]


def parlour_end() -> int:
    """The last turn of the test scenario."""
    return quiet().board.turns


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


@pytest.mark.article("9.36")
@pytest.mark.parametrize(("ago", "open_"), [(1, False), (2, False), (3, True)])
def test_notice_is_not_given_again_for_two_turns(ago: int, open_: bool) -> None:
    world = crisis(TURN)
    believed(world, NORTH, BLACKOUT, GANG, 0.5)
    put(world, "asked", NORTH, SOUTH, Promise.TAKEDOWN, to=TURN - ago)
    assert (notify.refuse(views(world))[NORTH, SOUTH, 0] == 0) == open_


@pytest.mark.article("9.63")
@pytest.mark.parametrize(("offence", "able"), [(30 - SMALL, False), (30, True)])
def test_getting_inside_takes_skill(offence: float, able: bool) -> None:
    world = crisis(TURN)
    put(world, "capability", NORTH, Skill.OFFENCE, to=offence)
    assert (preposition.refuse(views(world))[NORTH, 0, 0] == 0) == able


@pytest.mark.article("9.43")
@pytest.mark.parametrize(("ago", "thanks"), [(3, True), (4, False)])
def test_victims_of_the_last_four_turns_are_grateful_for_a_crackdown(
    ago: int, thanks: bool
) -> None:
    world = crisis(TURN)
    believed(world, NORTH, BLACKOUT, GANG, 0.5)
    put(world, "began", BLACKOUT, to=TURN - ago)
    done = act(world, order(SOUTH, "crack_down"))
    assert (done.delta("deeds", NORTH, SOUTH) > 0) == thanks


@pytest.mark.article("5.2")
def test_of_several_allies_the_most_aggrieved_counts() -> None:
    world = crisis(TURN)
    fill(world, "guilt", 0)
    friends = world.board.ally.copy()
    friends[NORTH, [EAST, WEST]] = True
    world = on_board(world, ally=friends)
    put(world, "victim", BLACKOUT, to=EAST)
    believed(world, EAST, BLACKOUT, SOUTH, 0.5)
    trust.judge(world)
    one = float(world.trust[NORTH, SOUTH, 0])
    believed(world, WEST, BLACKOUT, SOUTH, 0.5)
    trust.judge(world)
    assert world.grievance[EAST, SOUTH, 0] > world.grievance[WEST, SOUTH, 0] > 0
    assert world.trust[NORTH, SOUTH, 0] == one < world.deeds[NORTH, SOUTH, 0]


@pytest.mark.article("6.6")
@pytest.mark.parametrize(("now", "cleared"), [(0.5, False), (0.5 - 1 / 32, True)])
def test_a_suspect_is_cleared_when_belief_falls_by_more_than_a_quarter(
    now: float, cleared: bool
) -> None:
    world = crisis(TURN)
    fill(world, "guilt", 0)
    put(world, "accused", NORTH, BLACKOUT, to=GANG)
    before = world.guilt.copy()
    before[[SOUTH, EAST, WEST], BLACKOUT, GANG] = 0.75
    put(world, "guilt", [SOUTH, EAST, WEST], BLACKOUT, GANG, to=now)
    done = did(world, lambda w, log: claims.review(w, before, log))
    assert any(note.world.size for note in done.notes(What.CLEARED)) == cleared


@pytest.mark.article("11.5")
@pytest.mark.parametrize(("enmity", "restrained"), [(40, True), (39, False)])
def test_an_old_enmity_is_cause_to_restrain(enmity: int, restrained: bool) -> None:
    world = crisis(TURN)
    fill(world, "grievance", 0)
    hostile = np.zeros_like(world.board.hostile)
    hostile[SOUTH, NORTH] = enmity
    world = on_board(world, hostile=hostile)
    put(world, "pact", NO_OPERATIONS, [NORTH, SOUTH], [SOUTH, NORTH], to=1)
    ending = Ending(int(scoring.name_ending(world)[0]))
    assert (ending == Ending.NEGOTIATED_RESTRAINT) == restrained
