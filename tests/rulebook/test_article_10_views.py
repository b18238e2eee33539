"""Article 10: views, bands, happenings. That nothing leaks is in tests/rules/test_properties.py."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules import params as p
from game.rules.escalation import pair_rungs, retaliation_number
from game.rules.happenings import EVERYBODY, Log, What, knowers, only
from game.rules.view import hidden_planes, narrow, rows_of, view, views
from game.rules.world import NOBODY, PLANES, Skill, Status, Who
from tests.worlds import (
    BLACKOUT,
    EAST,
    LEAK,
    NORTH,
    SMALL,
    SOUTH,
    WEST,
    crisis,
    did,
    play,
    put,
    quiet,
)


@pytest.mark.article("10.1")
def test_a_seat_sees_its_own_exactly_and_what_is_public_of_all() -> None:
    world = crisis(2)
    put(world, "probe", NORTH, BLACKOUT, to=12)
    seen = view(world, NORTH)
    assert seen.seats.tolist() == [NORTH]
    assert seen.turn == 2
    assert seen.worlds == 1
    assert seen.capital.tolist() == [[40]]
    assert seen.capability[0, :, 0].tolist() == [80, 80, 80, 50, 75]
    assert seen.trust[0, :, 0].tolist() == world.trust[NORTH, :, 0].tolist()
    assert seen.probe[0, BLACKOUT, 0] == 12
    assert seen.guilt[0].tolist() == world.guilt[NORTH].tolist()
    assert (seen.service == world.service).all()
    assert (seen.rungs == pair_rungs(world.heat)).all()
    number = retaliation_number(world.replies, world.suffered, world.board.ally)
    assert seen.retaliation.tolist() == number.tolist()


@pytest.mark.article("10.1")
def test_an_incident_one_does_not_know_of_is_not_there() -> None:
    world = crisis(2)
    put(world, "status", LEAK, to=Status.ACTIVE)
    for name in ("kind", "victim", "sector", "began", "until", "severity"):
        put(world, name, LEAK, to=2)
    put(world, "known", EAST, LEAK, to=1)
    blind, knowing = view(world, NORTH), view(world, EAST)
    for name in ("status", "kind", "victim", "sector", "began", "until"):
        assert getattr(blind, name)[0, LEAK, 0] == NOBODY
        assert getattr(knowing, name)[0, LEAK, 0] == getattr(world, name)[LEAK, 0]
    assert blind.severity[0, LEAK, 0] == 0
    assert knowing.severity[0, LEAK, 0] == 2


@pytest.mark.article("10.1")
def test_both_parties_see_what_lies_between_them() -> None:
    world = quiet(2)
    put(world, "promised", NORTH, SOUTH, 1, to=5)
    put(world, "asked", NORTH, SOUTH, 2, to=2)
    put(world, "warned", NORTH, SOUTH, to=2)
    put(world, "refused", NORTH, SOUTH, to=1)
    north, south, east = (view(world, nation) for nation in (NORTH, SOUTH, EAST))
    assert north.promised[0, SOUTH, 1, 0] == south.promised_me[0, NORTH, 1, 0] == 5
    assert north.asked[0, SOUTH, 2, 0] == south.asked_me[0, NORTH, 2, 0] == 2
    assert north.warned[0, SOUTH, 0] == south.warned_me[0, NORTH, 0] == 2
    assert north.refused[0, SOUTH, 0] == south.refused_by_me[0, NORTH, 0] == 1
    for name in ("promised", "asked", "warned", "refused"):
        assert not getattr(east, name).any()
    assert not any(getattr(east, f"{name}_me").any() for name in ("promised", "asked", "warned"))


@pytest.mark.article("10.1")
def test_a_narrow_view_is_a_row_and_a_world_of_the_wide_one() -> None:
    world = crisis(2, count=3)
    wide = views(world)
    assert wide.seats.tolist() == [0, 1, 2, 3]
    assert wide.worlds == 3
    one = narrow(wide, WEST, 2)
    for name, values in rows_of(view(world, WEST, 2)).items():
        assert (values == getattr(one, name)).all()
    assert one.trust.shape == (1, 4, 1)
    assert one.trust[0, :, 0].tolist() == world.trust[WEST, :, 2].tolist()
    put(world, "support", NORTH, to=99)
    assert one.support[NORTH, 0] == 50, "a narrow view has arrays of its own"


@pytest.mark.article("10.1")
def test_nothing_hidden_has_a_place_in_a_view() -> None:
    names = set(rows_of(views(quiet())))
    assert not names & {plane.name for plane in hidden_planes()}
    assert {plane.name for plane in hidden_planes()} == {
        name for name, plane in PLANES.items() if plane.who is Who.HIDDEN
    }


@pytest.mark.article("10.2")
@pytest.mark.parametrize("insight", [0, 1, 2])
def test_others_are_seen_in_bands_that_collection_narrows(insight: int) -> None:
    width = p.BANDS[insight]
    world = quiet(2)
    put(world, "insight", NORTH, SOUTH, to=insight)
    for value in (0, width - SMALL, width, 60, 100 - SMALL, 100):
        put(world, "trust", SOUTH, NORTH, to=value)
        put(world, "hostility", SOUTH, NORTH, to=value)
        put(world, "capability", SOUTH, Skill.OFFENCE, to=value)
        middle = (min(value // width, round(100 / width) - 1) + 0.5) * width
        seen = view(world, NORTH)
        assert seen.trust_in_me[0, SOUTH, 0] == middle
        assert seen.hostility_to_me[0, SOUTH, 0] == middle
        assert seen.capability_of[0, SOUTH, Skill.OFFENCE, 0] == middle
        assert abs(middle - value) <= width / 2
    assert list(p.BANDS) == sorted(p.BANDS, reverse=True)
    assert all(round(100 / band) * band == 100 for band in p.BANDS)


@pytest.mark.article("10.3")
def test_happenings_say_who_sees_them() -> None:
    log = Log()
    log.note(What.BEGAN, np.array([0, 1]), target=np.array([2, 3]), a=1.5)
    (row,) = log.rows
    assert row.seen.tolist() == [EVERYBODY] * 2
    assert (row.target.tolist(), row.actor.tolist()) == ([2, 3], [NOBODY] * 2)
    assert row.a.tolist() == [1.5, 1.5]
    log.note(What.BEGAN, np.array([], int))
    assert len(log.rows) == 1, "what happens nowhere is not noted"
    off = Log(False)
    off.note(What.BEGAN, np.array([0]))
    assert off.rows == []
    assert off.ledger is None
    assert log.ledger == []
    log.note(What.RUNG, 2)
    assert log.rows[1].world.tolist() == [2]


@pytest.mark.article("10.3")
def test_masks_of_those_who_see() -> None:
    assert only(np.array([0, 3]), np.array([1, NOBODY])).tolist() == [0b11, 0b1000]
    world = crisis(2)
    put(world, "known", SOUTH, BLACKOUT, to=0)
    assert knowers(world, np.array([BLACKOUT]), np.array([0])).tolist() == [0b1101]
    assert (EVERYBODY >> 15) & 1


@pytest.mark.article("10.3")
def test_a_turn_without_a_log_is_the_same_turn() -> None:
    loud, silent = play(crisis(1)), play(crisis(1), kept=False)
    assert (loud.after.facts == silent.after.facts).all()
    assert loud.log.rows
    assert silent.log.rows == []
    assert did(crisis(1), lambda w, log: None).changes() == {}
