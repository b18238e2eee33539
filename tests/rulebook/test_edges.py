"""The edges of articles 1 to 11: where a limit lies exactly, and which of two alike counts."""

from __future__ import annotations

import numpy as np
import pytest

from game.actions import actions, notify, preposition
from game.rules import claims, compliance, duties, others, scoring, trust
from game.rules import params as p
from game.rules.clauses import CLAUSES, DURATION, LASTS, NO_OPERATIONS
from game.rules.happenings import What
from game.rules.orders import Orders
from game.rules.scoring import Ending
from game.rules.screening import forms
from game.rules.view import views
from game.rules.world import Promise, Skill, World, copy
from tests.rulebook.test_article_03_groups import TURN as FILED
from tests.rulebook.test_article_03_groups import filed
from tests.rulebook.test_article_08_clauses import pledged
from tests.rulebook.test_article_08_treaties import signed
from tests.rulebook.test_article_15_responses import TURN
from tests.worlds import (
    BLACKOUT,
    EAST,
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


@pytest.mark.article("8.16")
def test_what_is_just_grave_enough_brings_helpers() -> None:
    world = pledged(crisis(TURN), NORTH, WEST, mutual_assistance=1)
    put(world, "began", BLACKOUT, to=TURN)
    put(world, "severity", BLACKOUT, to=p.ASSIST_FROM)
    assert did(world, duties.execute).delta("effort", WEST) == -p.ASSIST_EFFORT


@pytest.mark.article("8.9")
def test_a_covert_breach_is_what_the_victim_believes_rightly_or_wrongly() -> None:
    world = signed(quiet(TURN - 1), offer(NORTH, EAST, no_operations=1)).after
    hit = crisis(TURN)
    for name in ("status", "kind", "victim", "sector", "severity", "began", "culprit"):
        put(world, name, BLACKOUT, to=getattr(hit, name)[BLACKOUT])
    world = copy(world, TURN)
    believed(world, NORTH, BLACKOUT, EAST, p.EXPOSED_AT[0])
    none = Orders.empty()

    def checked(world: World) -> int:
        form = forms(actions()).sector
        done = did(world, lambda w, log: compliance.breach(w, none, form, log))
        return int(done.delta("broken", EAST, NORTH))

    assert world.culprit[BLACKOUT, 0] != EAST + 1
    assert checked(world) == 1, "an innocent is out of the treaty"
    believed(world, NORTH, BLACKOUT, EAST, p.EXPOSED_AT[0] - 1 / 64)
    assert checked(world) == 0
