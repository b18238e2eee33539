"""Article 17: imagined worlds, and what staff make of them."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules import evidence
from game.rules import params as p
from game.rules.imagine import chances, imagine, stir
from game.rules.view import View, rows_of, view
from game.rules.world import NOBODY, PLANES, Look, Skill, Status, Who, World, copy, digest
from tests.worlds import BLACKOUT, EAST, GANG, LEAK, NORTH, SOUTH, WEST, crisis, put, rules


def _same(one: View, other: View) -> list[str]:
    ours, theirs = rows_of(one), rows_of(other)
    return [name for name in ours if not np.array_equal(ours[name], theirs[name])]


@pytest.mark.article("17.1")
@pytest.mark.parametrize("seat", [NORTH, SOUTH, EAST, WEST])
@pytest.mark.parametrize("turn", [1, 3, 5])
def test_the_owner_of_a_view_cannot_tell_an_imagined_world_from_the_true_one(
    seat: int, turn: int
) -> None:
    seen = view(crisis(turn), seat)
    world = imagine(seen, 8)
    for number in range(8):
        assert _same(seen, view(world, seat, number)) == []


@pytest.mark.article("17.1")
def test_the_same_view_gives_the_same_worlds_whatever_is_true() -> None:
    world = crisis(3)
    other = copy(world)
    for name, plane in PLANES.items():
        if plane.who is Who.HIDDEN and name not in ("objective", "injected"):
            held = getattr(other, name)
            put(other, name, *[slice(None)] * (held.ndim - 1), to=np.roll(held, 1))
    put(other, "trust", SOUTH, EAST, to=3)
    put(other, "capital", SOUTH, to=1)
    seen, shadow = view(world, NORTH), view(other, NORTH)
    assert _same(seen, shadow) == []
    assert digest(imagine(seen, 5), 4) == digest(imagine(shadow, 5), 4)


@pytest.mark.article("17.1")
def test_other_views_give_other_worlds_and_a_larger_draw_begins_with_the_smaller() -> None:
    world = crisis(3)
    ours, theirs = imagine(view(world, NORTH), 4), imagine(view(world, EAST), 4)
    assert digest(ours, 0) != digest(theirs, 0)
    more = imagine(view(world, NORTH), 9)
    assert [digest(more, n) for n in range(4)] == [digest(ours, n) for n in range(4)]
    assert len({digest(more, n) for n in range(9)}) == 9


@pytest.mark.article("17.1")
def test_whatever_else_the_seat_knows_it_imagines_other_worlds() -> None:
    world = crisis(3)
    other = copy(world)
    put(other, "anger", NORTH, to=7)
    ours, theirs = imagine(view(world, NORTH), 20), imagine(view(other, NORTH), 20)
    assert not np.array_equal(ours.readiness[SOUTH], theirs.readiness[SOUTH])


@pytest.mark.article("17.2")
def test_only_who_has_the_skill_keeps_vulnerabilities() -> None:
    drawn = imagine(view(crisis(3), NORTH), 400)
    others = np.arange(drawn.board.nations) != NORTH
    kept = drawn.exploits[others]
    armed = drawn.capability[others, Skill.OFFENCE] >= 50
    assert armed.any() and not armed.all()
    assert not kept[~armed].any()
    assert set(kept[armed].tolist()) == {0, 1, 2}


@pytest.mark.article("17.2")
def test_what_lies_in_a_band_is_guessed_evenly_in_it() -> None:
    seen = view(crisis(2), EAST)
    world = imagine(seen, 400)
    for skill in range(5):
        middle = float(seen.capability_of[0, NORTH, skill, 0])
        drawn = world.capability[NORTH, skill]
        assert drawn.min() >= max(middle - 12.5, 0)
        assert drawn.max() <= min(middle + 12.5, 100)
        assert abs(drawn.mean() - middle) < 1.5
        assert drawn.max() - drawn.min() > 20
    assert (world.capability[EAST] == seen.capability[0]).all()


@pytest.mark.article("17.3")
def test_who_did_it_is_drawn_as_the_seat_believes() -> None:
    seen = view(crisis(3), NORTH)
    world = imagine(seen, 4000)
    guilty = world.board.blames[BLACKOUT][np.maximum(world.culprit[BLACKOUT], 0)].mean(axis=0)
    for actor in range(world.board.actors):
        believed = float(seen.guilt[0, BLACKOUT, actor, 0])
        assert abs(guilty[actor] - believed) < 0.03


@pytest.mark.article("17.3")
def test_an_author_knows_its_own_deed_and_imagines_no_other() -> None:
    seen = view(crisis(3), SOUTH)
    world = imagine(seen, 50)
    assert world.board.blames[BLACKOUT][world.culprit[BLACKOUT], SOUTH].all()
    assert chances(seen)[:, BLACKOUT].max() == 1


@pytest.mark.article("17.3")
def test_cards_found_are_there_and_cards_missed_are_not() -> None:
    world = crisis(3)
    put(world, "look", NORTH, BLACKOUT, 0, to=1)
    put(world, "look", NORTH, BLACKOUT, 1, to=2)
    drawn = imagine(view(world, NORTH), 200).card[BLACKOUT]
    assert drawn[0].all()
    assert not drawn[1].any()


@pytest.mark.article("17.3")
def test_whom_a_false_flag_frames_is_drawn_as_the_scenario_says() -> None:
    world = crisis(3)
    put(world, "look", slice(None), BLACKOUT, slice(None), to=Look.UNSEEN)
    drawn = imagine(view(world, NORTH), 4000)
    culprit, framed = drawn.culprit[BLACKOUT], drawn.framed[BLACKOUT]
    for author, row in enumerate(drawn.board.frame[BLACKOUT]):
        theirs = framed[culprit == author]
        for other, share in enumerate(row if len(theirs) else ()):
            chance = float(drawn.board.flag[BLACKOUT] * share)
            assert float((theirs == other).mean()) == pytest.approx(chance, abs=0.06)


@pytest.mark.article("17.3")
def test_others_know_of_a_card_the_seat_found_as_often_as_people_talk() -> None:
    world = crisis(3)
    put(world, "look", slice(None), BLACKOUT, slice(None), to=Look.UNSEEN)
    put(world, "look", NORTH, BLACKOUT, 0, to=Look.FOUND)
    drawn = imagine(view(world, NORTH), 2000)
    for other in (SOUTH, EAST, WEST):
        knows = (drawn.look[other, BLACKOUT, 0] == Look.FOUND).mean()
        assert float(knows) == pytest.approx(p.IMAGINED_HEARD, abs=0.04)


@pytest.mark.article("17.4")
def test_the_script_is_not_in_imagined_worlds() -> None:
    world = imagine(view(crisis(1), NORTH), 64)
    assert (world.board.script.begins == 99).all()
    assert (world.board.script.culprit == NOBODY).all()
    assert not world.board.script.severity.any()
    assert not world.board.hazards.chance.any()
    assert (world.status[LEAK] == Status.AWAITED).all()
    assert (world.culprit[LEAK] == NOBODY).all()


@pytest.mark.article("17.4")
def test_something_happens_to_somebody_about_as_often_as_the_rules_say() -> None:
    world = imagine(view(crisis(1), NORTH), 2000)
    waiting = (world.began > world.turn).sum()
    stir(world)
    new = world.began > world.turn
    share = (new.sum() - waiting) / world.worlds
    assert abs(share - p.IMAGINED_HAZARD) < 0.03
    incident, where = new.nonzero()
    culprit, victim = world.culprit[incident, where], world.victim[incident, where]
    assert (world.board.prior[incident, victim, culprit] > 0).all(), "nobody impossible did it"
    assert len(np.unique(victim)) == world.board.nations


def _own(world: World) -> np.ndarray:
    incident = np.array([BLACKOUT])
    return evidence.posterior(world, np.array([NORTH]), incident, np.array([0]))[:, 0]


@pytest.mark.article("17.6")
def test_the_staff_s_posterior_is_that_of_the_rules() -> None:
    world = crisis(3)
    assert np.allclose(chances(view(world, NORTH))[:, BLACKOUT], _own(world))


def test_the_fixture_has_what_these_tests_need() -> None:
    world = crisis(3)
    assert world.known[NORTH, BLACKOUT, 0]
    assert world.guilt[SOUTH, BLACKOUT, SOUTH, 0] == 1
    assert world.board.actors > GANG
    assert rules().actions
