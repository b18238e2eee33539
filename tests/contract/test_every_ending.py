"""Every ending can be reached, and each gives way to those before it. (Rules 11.5)"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from game.rules import params as p
from game.rules import scoring
from game.rules.clauses import HOTLINE, NO_OPERATIONS
from game.rules.escalation import WAR, pair_rungs
from game.rules.scoring import ENDINGS, Ending
from game.rules.world import Status, World
from tests.worlds import (
    BLACKOUT,
    EAST,
    GANG,
    LEAK,
    NORTH,
    OPERATION,
    SOUTH,
    WEST,
    crisis,
    fill,
    put,
    quiet,
)

pytestmark = pytest.mark.article("11.5")

LAST = 8


def warm(world: World, rung: int) -> None:
    """Put the hottest pair on a rung, and the world with it."""
    put(world, "heat", EAST, WEST, to=p.RUNGS[rung - 1] if rung else 0)
    fill(world, "rung", rung)
    fill(world, "peak", np.maximum(world.peak, rung))


def war(world: World) -> None:
    warm(world, WAR)


def feud(world: World) -> None:
    warm(world, 4)
    fill(world, "replies", 20)
    fill(world, "suffered", 10)


def wronged(world: World) -> None:
    put(world, "accused", [NORTH, WEST], BLACKOUT, to=EAST)


def restrained(world: World) -> None:
    put(world, "pact", NO_OPERATIONS, [NORTH, SOUTH], [SOUTH, NORTH], to=1)


def just(world: World) -> None:
    put(world, "accused", [NORTH, EAST], BLACKOUT, to=SOUTH)


def sorry(world: World) -> None:
    warm(world, 1)
    put(world, "answered_for", SOUTH, BLACKOUT, to=2)


def alone(world: World) -> None:
    put(world, "accused", NORTH, BLACKOUT, to=SOUTH)


def whispered(world: World) -> None:
    put(world, "guilt", [NORTH, EAST, WEST], BLACKOUT, SOUTH, to=0.8)


def truce(world: World) -> None:
    warm(world, 2)
    put(world, "pact", HOTLINE, [NORTH, SOUTH], [SOUTH, NORTH], to=1)


def standing_off(world: World) -> None:
    warm(world, 3)


def contained(world: World) -> None:
    warm(world, 2)


def nothing(world: World) -> None:
    warm(world, 0)


REACHED: dict[Ending, Callable[[World], None]] = {
    Ending.DIGITAL_WAR: war,
    Ending.FEUD: feud,
    Ending.FALSE_ACCUSATION: wronged,
    Ending.NEGOTIATED_RESTRAINT: restrained,
    Ending.JUSTICE: just,
    Ending.COLD_TRUCE: truce,
    Ending.STANDOFF: standing_off,
    Ending.CONTAINED_CRISIS: contained,
    Ending.AMENDS: sorry,
    Ending.LONE_VOICE: alone,
    Ending.OPEN_SECRET: whispered,
    Ending.UNEASY_CALM: nothing,
}


def ending(world: World) -> Ending:
    """The ending of the first world."""
    return Ending(int(scoring.name_ending(world)[0]))


def after(*doings: Callable[[World], None]) -> Ending:
    """How a crisis ends after these things."""
    world = crisis(LAST)
    fill(world, "guilt", 0)
    fill(world, "grievance", 0)
    for doing in doings:
        doing(world)
    return ending(world)


def test_every_ending_has_a_name_a_meaning_and_a_way_to_it() -> None:
    everything = {Ending(number) for number in map(int, Ending)} - {Ending(0)}
    assert {Ending(int(each)) for each in ENDINGS} == everything
    assert {Ending(int(each)) for each in REACHED} == everything
    names = [name for name, _ in ENDINGS.values()]
    assert len(set(names)) == len(names)
    assert all(name and about for name, about in ENDINGS.values())


@pytest.mark.parametrize("wanted", list(REACHED), ids=lambda e: Ending(int(e)).name.lower())
def test_it_can_be_reached(wanted: Ending) -> None:
    assert after(REACHED[wanted]) == wanted


def test_the_first_that_holds_counts() -> None:
    assert after(just, feud) == Ending.FEUD
    assert after(feud, war) == Ending.DIGITAL_WAR
    assert after(truce, restrained, wronged) == Ending.FALSE_ACCUSATION
    assert after(restrained, just) == Ending.NEGOTIATED_RESTRAINT
    assert after(truce, just) == Ending.JUSTICE
    assert after(sorry, restrained) == Ending.NEGOTIATED_RESTRAINT
    assert after(just, sorry) == Ending.AMENDS
    assert after(alone, contained) == Ending.CONTAINED_CRISIS
    assert after(whispered, contained) == Ending.CONTAINED_CRISIS
    assert after(whispered, alone) == Ending.LONE_VOICE
    assert after(standing_off, truce) == Ending.COLD_TRUCE
    assert after(truce, standing_off) == Ending.COLD_TRUCE


def test_a_feud_needs_a_retaliation_number_of_one_and_heat() -> None:
    assert after(feud, lambda w: warm(w, 3)) == Ending.STANDOFF
    assert after(feud, lambda w: fill(w, "replies", 0)) == Ending.STANDOFF


def test_one_accuser_is_no_verdict_and_a_tie_is_none_either() -> None:
    assert after(lambda w: put(w, "accused", NORTH, BLACKOUT, to=EAST)) == Ending.LONE_VOICE
    assert after(lambda w: put(w, "accused", NORTH, BLACKOUT, to=SOUTH)) == Ending.LONE_VOICE

    def divided(world: World) -> None:
        put(world, "accused", slice(None), BLACKOUT, to=np.array([[1], [2], [1], [2]]))

    assert after(divided) == Ending.UNEASY_CALM

    def mostly_right(world: World) -> None:
        put(world, "accused", slice(None), BLACKOUT, to=np.array([[1], [2], [1], [1]]))

    assert after(mostly_right) == Ending.JUSTICE

    def mostly_wrong(world: World) -> None:
        put(world, "accused", slice(None), BLACKOUT, to=np.array([[2], [2], [1], [GANG]]))

    assert after(mostly_wrong) == Ending.FALSE_ACCUSATION


def test_who_named_the_hand_or_the_sponsor_was_right() -> None:
    def by_gang(world: World) -> None:
        put(world, "culprit", BLACKOUT, to=2)
        put(world, "accused", [NORTH, EAST], BLACKOUT, to=np.array([[SOUTH], [GANG]]))

    assert after(by_gang) == Ending.JUSTICE


def test_the_gravest_case_is_the_one_that_counts() -> None:
    def small_case(world: World) -> None:
        put(world, "severity", LEAK, to=2)
        put(world, "status", LEAK, to=Status.OVER)
        put(world, "accused", slice(None), LEAK, to=EAST)

    assert after(small_case, just) == Ending.JUSTICE

    def not_begun(world: World) -> None:
        put(world, "severity", OPERATION, to=9)
        put(world, "accused", slice(None), OPERATION, to=EAST)

    assert after(not_begun, just) == Ending.JUSTICE


def test_restraint_needs_cause_a_treaty_and_calm() -> None:
    assert after(restrained, lambda w: warm(w, 1)) == Ending.NEGOTIATED_RESTRAINT
    assert after(restrained, lambda w: warm(w, 2)) == Ending.CONTAINED_CRISIS

    def friends(world: World) -> None:
        put(world, "pact", NO_OPERATIONS, [NORTH, WEST], [WEST, NORTH], to=1)

    assert after(friends) == Ending.UNEASY_CALM
    aggrieved = after(friends, lambda w: put(w, "grievance", WEST, NORTH, to=4))
    assert aggrieved == Ending.NEGOTIATED_RESTRAINT
    assert after(friends, lambda w: put(w, "grievance", WEST, NORTH, to=3.5)) == Ending.UNEASY_CALM


def test_a_truce_needs_a_line_and_a_quarrel() -> None:
    assert after(truce, lambda w: warm(w, 1)) == Ending.CONTAINED_CRISIS
    assert scoring.line_open(quiet(3)).tolist() == [False]


def test_a_crisis_was_contained_if_there_was_one() -> None:
    def cooled(world: World) -> None:
        fill(world, "peak", 2)

    def tense(world: World) -> None:
        fill(world, "peak", 1)

    assert after(cooled) == Ending.CONTAINED_CRISIS
    assert after(tense) == Ending.UNEASY_CALM
    assert pair_rungs(crisis(LAST).heat).max() == 0


def test_amends_are_made_by_owning_up_to_the_gravest_case_while_it_is_calm() -> None:
    assert after(sorry, lambda w: warm(w, 2)) == Ending.CONTAINED_CRISIS
    assert after(sorry, lambda w: warm(w, 3)) == Ending.STANDOFF
    assert after(lambda w: put(w, "answered_for", SOUTH, BLACKOUT, to=1)) == Ending.UNEASY_CALM
    assert after(lambda w: put(w, "answered_for", SOUTH, LEAK, to=2)) == Ending.UNEASY_CALM


def test_a_secret_is_open_when_more_than_half_are_sure_of_the_same_author() -> None:
    assert after(whispered, lambda w: put(w, "guilt", WEST, BLACKOUT, SOUTH, to=0.7)) == (
        Ending.UNEASY_CALM
    )

    def apart(world: World) -> None:
        put(world, "guilt", [NORTH, EAST], BLACKOUT, SOUTH, to=1)
        put(world, "guilt", [SOUTH, WEST], BLACKOUT, EAST, to=1)

    assert after(apart) == Ending.UNEASY_CALM
    assert after(whispered, lambda w: put(w, "accused", EAST, BLACKOUT, to=WEST)) == (
        Ending.LONE_VOICE
    )

    def disputed(world: World) -> None:
        put(world, "accused", [NORTH, EAST], BLACKOUT, to=np.array([[SOUTH], [WEST]]))

    assert after(whispered, disputed) == Ending.UNEASY_CALM
