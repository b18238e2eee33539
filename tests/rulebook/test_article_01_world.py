"""Article 1: what the world is made of, and how it is kept."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules.world import (
    GRID,
    PLANES,
    Plane,
    Sector,
    Skill,
    Who,
    copy,
    digest,
    heights,
    pick,
    windows,
)
from tests.worlds import (
    CREW,
    EAST,
    GANG,
    NORTH,
    SOUTH,
    WEST,
    crisis,
    fill,
    parlour,
    put,
    quiet,
    start,
)


@pytest.mark.article("1.1")
def test_nations_have_stocks_capabilities_services_and_a_public() -> None:
    world = start()
    assert world.board.nations == 4
    for stock in ("capital", "effort", "funds"):
        assert getattr(world, stock)[:, 0].tolist() == [40] * 4
    assert world.capability[SOUTH, :, 0].tolist() == [70, 60, 50, 40, 50]
    assert [skill.name for skill in Skill] == [
        "OFFENCE",
        "DEFENCE",
        "FORENSICS",
        "RESILIENCE",
        "DIPLOMACY",
    ]
    assert len(Sector) == 7
    assert (world.service == 100).all()
    assert world.board.dependence.sum(axis=1) == pytest.approx([1] * 4)
    assert world.board.dependence[NORTH, :3] == pytest.approx([0.3, 0.2, 0.1])
    assert (world.support[:, 0].tolist(), world.anger[:, 0].tolist()) == ([50] * 4, [0] * 4)


@pytest.mark.article("1.2")
def test_actors_that_are_no_nations_live_on_some_nation_s_soil() -> None:
    board, _ = parlour()
    assert board.actors == 6
    assert board.home.tolist() == [NORTH, SOUTH, EAST, WEST, SOUTH, WEST]
    assert [board.home[GANG], board.home[CREW]] == [SOUTH, WEST]


@pytest.mark.article("1.3")
def test_relations_are_directional() -> None:
    world = start()
    assert world.trust[NORTH, SOUTH, 0] == 30
    assert world.trust[SOUTH, NORTH, 0] == 35
    assert world.hostility[NORTH, SOUTH, 0] == 60
    assert world.hostility[SOUTH, NORTH, 0] == 50
    assert world.trust[EAST, WEST, 0] == 50
    assert world.board.ally[NORTH].tolist() == [False, False, False, True]
    assert (world.board.hostile == world.hostility[..., 0]).all()


@pytest.mark.article("1.5")
def test_amounts_lie_on_the_grid_and_everything_in_its_range_at_the_start() -> None:
    world = crisis()
    assert GRID == 64
    for name, plane in PLANES.items():
        values = getattr(world, name)
        assert values.min() >= plane.low, name
        assert values.max() <= plane.high, name
        assert values.dtype == (np.int16 if plane.exact else np.float32)
        if not plane.exact and name not in ("guilt", "doubt"):
            assert (values * GRID == np.rint(values * GRID)).all(), name


@pytest.mark.article("1.6")
def test_every_array_says_who_may_see_it_and_what_it_means() -> None:
    for plane in PLANES.values():
        assert isinstance(plane, Plane)
        assert plane.who in Who
        assert plane.meaning
        assert plane.low < plane.high
    hidden = {plane.name for plane in PLANES.values() if plane.who is Who.HIDDEN}
    assert hidden == {"culprit", "framed", "card", "fed", "injected", "objective"}


@pytest.mark.article("1.5")
def test_arrays_lie_one_after_the_other_in_two_tables() -> None:
    board, _ = parlour()
    laid = windows(board.sizes)
    for exact in (False, True):
        ends = 0
        for window in (w for w in laid.values() if w.plane.exact is exact):
            assert window.start == ends
            ends = window.stop
        assert heights(laid)[int(exact)] == ends
    assert laid["deeds"].strides == (4, 1)
    assert laid["rung"].shape == ()


@pytest.mark.article("1.5")
def test_named_arrays_are_windows_that_cannot_be_written_through() -> None:
    world = start()
    with pytest.raises(ValueError, match="read-only"):
        world.capital[NORTH, 0] = 99
    with pytest.raises(ValueError, match="read-only"):
        world.rung[0] = 1
    put(world, "capital", NORTH, to=7)
    assert world.capital[NORTH, 0] == 7


@pytest.mark.article("2.10")
def test_a_copy_is_a_world_of_its_own_and_a_pick_keeps_order() -> None:
    world = quiet(2, count=3)
    put(world, "capital", NORTH, to=np.array([1, 2, 3]))
    other = copy(world)
    put(other, "capital", NORTH, to=9)
    assert world.capital[NORTH].tolist() == [1, 2, 3]
    assert (copy(world).turn, copy(world, 5).turn) == (2, 5)
    some = pick(world, [2, 0])
    assert some.capital[NORTH].tolist() == [3, 1]
    assert some.seed.tolist() == world.seed[[2, 0]].tolist()
    assert digest(some, 1) == digest(world, 0) != digest(world, 1)


@pytest.mark.article("2.11")
def test_a_hash_tells_worlds_apart_by_amounts_facts_and_turn() -> None:
    world = quiet(2)
    seen = {digest(world)}
    for name, to in (("funds", 1), ("rung", 1)):
        other = copy(world)
        fill(other, name, to)
        seen.add(digest(other))
    seen.add(digest(copy(world, 3)))
    assert len(seen) == 4
    over = copy(world)
    fill(over, "ended", 2)
    assert digest(over) == digest(copy(over, 5)), "a world that has ended keeps its hash"


@pytest.mark.article("1.7")
def test_influence_is_power_and_a_quarter_so_that_the_weakest_count() -> None:
    board = parlour()[0]
    assert board.power.tolist() == pytest.approx([0.9, 0.8, 0.5, 0.2])
    grid = [round(value * GRID) / GRID for value in (1.15, 1.05, 0.75, 0.45)]
    assert board.influence.tolist() == grid
    assert board.influence[WEST] > board.power[WEST] * 2, "a small voice weighs more than its power"
    assert board.public.influence is board.influence, "everybody knows it"
