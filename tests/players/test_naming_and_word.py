"""What it takes to name, to disarm and to promise, and what a word given or a line drawn pulls."""

from __future__ import annotations

import numpy as np
import pytest

from game.actions import number_of
from game.players.asked import asked_of
from game.players.convention import burden
from game.players.grounds import Grounds
from game.players.ordering import order
from game.players.saying import able, messages
from game.players.talking import talk
from game.rules import dice
from game.rules import params as p
from game.rules.action import Feature, Options
from game.rules.reading import Reading
from game.rules.talks import Tone
from game.rules.view import views
from game.rules.world import Contested, Promise, Skill, World
from game.scenario.doctrines import minds
from tests.worlds import (
    BLACKOUT,
    EAST,
    GANG,
    NORTH,
    SOUTH,
    WEST,
    believed,
    crisis,
    fill,
    offer,
    put,
    quiet,
    rules,
    without,
)

SEEDS = dice.derive(dice.seeds(np.arange(1)), "players")


def read(world: World, *names: str) -> Reading:
    cast = names if len(names) == 4 else names * 4
    return Reading(views(world), minds(cast))


def pull(world: World, action: str, feature: Feature, name: str = "reciprocator") -> np.ndarray:
    """What an action holds of a feature. [V, options, B]"""
    found = rules().actions[number_of(action)].appeal(read(world, name))[feature]
    return np.asarray(found)


def known(actor: int = SOUTH) -> World:
    world = crisis(5)
    for nation in range(4):
        believed(world, nation, BLACKOUT, actor, 1.0)
    return world


@pytest.mark.article("13.3")
def test_a_friend_of_the_accused_keeps_silent() -> None:
    world = known()
    put(world, "trust", WEST, SOUTH, to=20)
    assert pull(world, "attribute", Feature.BOND)[WEST, BLACKOUT, 0] == 0
    put(world, "trust", WEST, SOUTH, to=90)
    assert pull(world, "attribute", Feature.BOND)[WEST, BLACKOUT, 0] < -2


@pytest.mark.article("13.3")
def test_a_strangers_case_takes_more_proof_and_moves_one_less() -> None:
    world = known()
    fill(world, "trust", 30)
    ties = read(world, "reciprocator").ties
    mine, allied, stranger = (ties.proof[n, BLACKOUT, 0] for n in (NORTH, WEST, EAST))
    assert mine < allied < stranger
    said = pull(world, "attribute", Feature.VOICE)[:, BLACKOUT, 0]
    assert said[NORTH] > said[WEST] > said[EAST] > 0


@pytest.mark.article("13.3")
def test_a_gang_is_named_less_gladly_than_a_state() -> None:
    state, gang = (pull(known(actor), "attribute", Feature.VOICE) for actor in (SOUTH, GANG))
    assert gang[WEST, BLACKOUT, 0] < state[WEST, BLACKOUT, 0]


@pytest.mark.article("13.3")
def test_something_shown_and_company_make_it_safer_to_name() -> None:
    world = known()
    alone = read(world, "reciprocator").ties.exposed[WEST, BLACKOUT, 0]
    put(world, "accused", EAST, BLACKOUT, to=SOUTH)
    beside = read(world, "reciprocator").ties.exposed[WEST, BLACKOUT, 0]
    put(world, "published", BLACKOUT, 0, to=1)
    shown = read(world, "reciprocator").ties.exposed[WEST, BLACKOUT, 0]
    assert alone > beside > shown


@pytest.mark.article("13.3")
@pytest.mark.parametrize("action", ["attribute", "demarche", "sanction", "expel"])
def test_a_red_line_that_was_crossed_pulls_until_it_is_answered(action: str) -> None:
    world = known()
    place = BLACKOUT if action == "attribute" else SOUTH
    put(world, "crossed", NORTH, to=int(world.began[BLACKOUT, 0]))
    open_ = pull(world, action, Feature.HONOUR)[NORTH, place, 0]
    put(world, "stood", NORTH, to=world.turn)
    assert open_ > pull(world, action, Feature.HONOUR)[NORTH, place, 0]


@pytest.mark.article("13.3")
def test_an_ally_takes_part_in_countermeasures_where_it_holds_them_allowed() -> None:
    for allowed, joins in ((1, True), (0, False), (-1, False)):
        world = known()
        put(world, "position", WEST, Contested.COLLECTIVE, to=allowed)
        put(world, "position", EAST, Contested.COLLECTIVE, to=allowed)
        bond = pull(world, "countermeasure", Feature.BOND)
        assert (bond[WEST, SOUTH, 0] > 0) == joins
        assert bond[EAST, SOUTH, 0] == 0, "east is no ally, and nobody asked it"
        assert bond[NORTH, SOUTH, 0] == 0, "the victim answers for itself"


@pytest.mark.article("13.3")
def test_force_is_for_those_who_are_certain_and_deep_in_a_crisis() -> None:
    def spite(heat: float, belief: float) -> float:
        world = crisis(5)
        believed(world, NORTH, BLACKOUT, SOUTH, belief)
        put(world, "heat", SOUTH, NORTH, to=heat)
        return float(pull(world, "strike", Feature.SPITE, "hawk")[NORTH, SOUTH, 0])

    assert spite(p.RUNGS[3], 1.0) == 0
    assert spite(p.RUNGS[5], 1.0) > spite(p.RUNGS[5], 0.7)


def ordered(world: World, name: str) -> list[tuple[int, int]]:
    reading = read(world, name)
    given = order(reading, Options(rules().actions, reading.seen), SEEDS, reasons=True)
    mine = given.take(given.actor == WEST)
    return list(zip(mine.action.tolist(), mine.target.tolist(), strict=True))


@pytest.mark.article("13.3")
def test_an_open_promise_is_kept_by_the_honest_in_its_last_turn() -> None:
    def helps(name: str, until: int) -> bool:
        world = crisis(5)
        fill(world, "trust", 10)
        if until:
            put(world, "promised", WEST, NORTH, Promise.HELP, to=until)
        return (number_of("send_team"), NORTH) in ordered(world, name)

    assert helps("reciprocator", 5)
    assert not helps("reciprocator", 0)
    assert not helps("criminal_haven", 5)


def said(world: World, name: str) -> set[tuple[int, int, int]]:
    """Tone, topic and target of what north says."""
    told = messages(Grounds(read(world, name)), SEEDS)
    mine = told.take(told.actor == NORTH)
    return set(zip(mine.tone.tolist(), mine.topic.tolist(), mine.target.tolist(), strict=True))


@pytest.mark.article("13.1")
def test_who_broke_its_word_to_somebody_does_not_promise_it_again_soon() -> None:
    vow = (int(Tone.PROMISE), int(Promise.RESTRAINT), EAST)
    world = quiet(5)
    put(world, "asked", EAST, NORTH, Promise.RESTRAINT, to=world.turn)
    assert vow in said(world, "reciprocator")
    assert vow not in said(world, "opportunist"), "it does not mean to keep it"
    put(world, "broken", NORTH, EAST, to=1)
    assert vow not in said(world, "reciprocator")
    put(world, "kept", NORTH, EAST, to=1)
    assert vow in said(world, "reciprocator")


@pytest.mark.article("13.1")
def test_nobody_promises_what_it_cannot_pay_and_nothing_beyond_the_last_turn() -> None:
    world = crisis(5)
    put(world, "asked", WEST, NORTH, Promise.SHARE, to=world.turn)
    grounds = Grounds(read(world, "reciprocator"))
    assert able(grounds, Promise.HELP)[WEST, NORTH, 0]
    put(world, "effort", WEST, to=0)
    assert not able(Grounds(read(world, "reciprocator")), Promise.HELP)[WEST, NORTH, 0]
    world = quiet(8)
    put(world, "asked", EAST, NORTH, Promise.RESTRAINT, to=8)
    told = messages(Grounds(read(world, "reciprocator")), SEEDS)
    vows = told.take(told.tone == Tone.PROMISE)
    assert len(vows) and (vows.until <= world.board.turns).all()


CONVENTION = {"off_limits": 2, "vulnerabilities": 1, "attribution_body": 1}


@pytest.mark.article("13.2")
def test_a_convention_weighs_more_on_the_armed_and_with_more_left_outside() -> None:
    def weight(others: tuple[int, ...], name: str = "reciprocator", arms: float = 50) -> float:
        world = quiet(5)
        put(world, "capability", NORTH, Skill.OFFENCE, to=arms)
        row = offer(EAST, NORTH, *others, **CONVENTION)
        asked = asked_of(read(world, name), row)
        return float(burden(asked)[asked.nation == NORTH][0])

    assert weight((SOUTH, WEST)) > weight((SOUTH,)) > weight(())
    assert weight((SOUTH, WEST), arms=10) > weight((SOUTH, WEST), arms=90)
    assert (
        weight((SOUTH, WEST)) > weight((SOUTH, WEST), "hawk") > weight((SOUTH, WEST), "opportunist")
    )
    small = offer(EAST, NORTH, off_limits=1)
    assert (burden(asked_of(read(quiet(5), "hawk"), small)) == 0).all()


@pytest.mark.article("13.7")
def test_law_is_not_weighed_where_there_is_none() -> None:
    world = known()
    put(world, "declared", slice(None), Contested.COUNTERMEASURES, to=0)
    assert read(world, "hawk").law_cost[NORTH, SOUTH, 0] > 0
    assert (read(without(world, "law"), "hawk").law_cost == 0).all()


@pytest.mark.article("13.1")
def test_nothing_is_proposed_that_the_board_has_no_place_for() -> None:
    mind = minds(["reciprocator"] * 4)
    for system, gone in (("treaties", "treaty"), ("organisations", "motion")):
        world = without(crisis(5), system)
        offers = talk(Reading(views(world), mind), SEEDS)[1]
        kinds = {"motion" if body >= 0 else "treaty" for body in offers.body.tolist()}
        assert gone not in kinds
        usual = talk(Reading(views(crisis(5)), mind), SEEDS)[1]
        assert gone in {"motion" if body >= 0 else "treaty" for body in usual.body.tolist()}
