"""Article 2.12: systems taken off the board, all else being equal."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from game.rules import (
    economy,
    evidence,
    norms,
    organisations,
    proposals,
    requests,
    responses,
    trust,
)
from game.rules.board import Systems
from game.rules.changes import Changes
from game.rules.law import Verdict
from game.rules.powers import Power
from game.rules.world import Promise, Skill, digest
from tests.rules.test_properties import Dicer
from tests.worlds import (
    BLACKOUT,
    EAST,
    GANG,
    LEAGUE,
    NORTH,
    SOUTH,
    WEST,
    World,
    act,
    crisis,
    did,
    drive,
    fill,
    offer,
    order,
    put,
    quiet,
    rules,
    start,
    without,
)

NAMES = [field.name for field in fields(Systems)]


@pytest.mark.article("2.12")
def test_everything_is_on_the_board_unless_taken_off() -> None:
    board = start().board
    assert board.systems == Systems()
    assert all(getattr(board.systems, name) for name in NAMES)
    assert board.without("law", "doubt").systems == Systems(law=False, doubt=False)
    assert board.without().systems == board.systems
    assert board.systems.law, "taking off makes another board"
    with pytest.raises(TypeError):
        board.without("weather")


@pytest.mark.article("2.12")
@pytest.mark.parametrize("name", NAMES)
def test_a_game_can_be_played_without_it_and_is_another_game(name: str) -> None:
    usual, other = start(12), without(start(12), name)
    for _ in range(6):
        usual = drive(usual, rules(), Dicer(5), kept=False).after
        other = drive(other, rules(), Dicer(5), kept=False).after
    assert any(digest(usual, n) != digest(other, n) for n in range(12))


@pytest.mark.article("2.12", "14.3")
def test_without_norms_nothing_is_broken() -> None:
    world = crisis(3)
    fill(world, "norm", 2)
    trust.judge(world)
    usual = world.grievance.copy()
    bare = without(world, "norms")
    trust.judge(bare)
    assert (usual >= bare.grievance).all()
    assert (usual > bare.grievance).any()
    put(bare, "accused", slice(None), BLACKOUT, to=SOUTH)
    put(bare, "asked", NORTH, EAST, Promise.HELP, to=1)
    nothing = np.zeros((4, 4, 7, 1), bool)
    for doing in (norms.lay, norms.haste, norms.spread):
        assert did(bare, doing).changes() == {}
    able = np.ones((4, 7, 1), bool)
    assert act(bare, order(NORTH, "ask_help")).delta("standing", NORTH) == 0, "no neglect"
    helped = nothing.copy()
    helped[EAST, NORTH, Promise.HELP] = True
    answered = did(bare, lambda w, log: requests.duties(w, helped, able, log))
    assert answered.delta("standing", EAST) == 0, "no credit"
    assert did(bare, lambda w, log: requests.duties(w, nothing, able, log)).changes() == {}


@pytest.mark.article("2.12", "15.7")
def test_without_law_no_reading_costs_anything() -> None:
    verdict = np.full((4, 1), Verdict.FORCE)
    one, other, here = np.array([NORTH]), np.array([SOUTH]), np.array([0])
    for world, cost in ((quiet(3), True), (without(quiet(3), "law"), False)):
        change = Changes(world, [])
        responses.judge(change, one, other, verdict, here)
        before = world.deeds.copy()
        change.apply()
        assert bool((world.deeds != before).any()) == cost
        put(world, "countered", NORTH, BLACKOUT, to=SOUTH + 1)
        moved = world.guilt - np.float32(0.5)
        told = did(world, lambda w, log, then=moved: responses.hindsight(w, then, log))
        assert (told.delta("standing", NORTH) != 0) == cost


@pytest.mark.article("2.12", "16.3", "8.3")
def test_without_organisations_treaties_or_one_voice_a_proposal_is_void() -> None:
    power = {"body": LEAGUE, "power": Power.JOINT_STATEMENT, "incident": BLACKOUT}
    vote = offer(NORTH, SOUTH, EAST, WEST, **power)
    pact = offer(NORTH, SOUTH, hotline=1)
    voice = offer(NORTH, WEST, incident=BLACKOUT, accused=GANG, attribution=1)
    rows = (vote, pact, voice)

    def codes(*names: str) -> list[int]:
        world = without(crisis(3), *names)
        return [int(proposals.void_offers(world, row)[0]) for row in rows]

    first = organisations.FIRST
    assert codes() == [0, 0, 0]
    assert codes("organisations") == [first, 0, 0]
    assert codes("treaties") == [0, 10, 10]
    assert codes("joint") == [first + 2, 0, 11]
    assert proposals.why_void_offer(11) == "nobody speaks with one voice here"


@pytest.mark.article("2.12", "9.4")
def test_without_capacity_what_was_paid_for_never_arrives() -> None:
    world = quiet(3)
    put(world, "maturing", WEST, Skill.DEFENCE, 0, to=4)
    assert did(world, economy.mature).delta("capability", WEST, Skill.DEFENCE) == 4
    gone = did(without(world, "capacity"), economy.mature)
    assert gone.changes() == {("maturing", WEST, Skill.DEFENCE, 0): -4}


@pytest.mark.article("2.12", "4.5")
def test_without_doubt_everybody_knows_who_did_it() -> None:
    world = without(crisis(3), "doubt")
    fill(world, "judged", 0)
    evidence.believe(world)
    assert (world.guilt[:, BLACKOUT, SOUTH] == 1).all()
    assert (world.guilt[:, BLACKOUT, EAST] == 0).all()
    assert (world.doubt[:, BLACKOUT] == 0).all()
    assert world.board.imagined.systems.doubt, "what is imagined is drawn from belief"


@pytest.mark.article("2.12")
def test_norms_of_a_board_without_any_are_off_too() -> None:
    world: World = start()
    assert world.board.normed
    assert not without(world, "norms").board.normed
