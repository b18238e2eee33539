"""Article 5: trust, grievance, hostility."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules import params as p
from game.rules import trust
from game.rules.world import Status, World, copy
from tests.worlds import (
    BLACKOUT,
    EAST,
    NORTH,
    SMALL,
    SOUTH,
    WEST,
    believed,
    crisis,
    did,
    fill,
    grid,
    put,
    quiet,
)

SEVERITY = 6


def suspicious() -> World:
    """Nobody believes anything of the blackout yet."""
    world = crisis(3)
    fill(world, "guilt", 0)
    trust.judge(world)
    return world


@pytest.mark.article("5.1")
def test_grievance_is_severity_times_belief_more_for_the_victim() -> None:
    world = suspicious()
    believed(world, NORTH, BLACKOUT, SOUTH, 0.5)
    believed(world, EAST, BLACKOUT, SOUTH, 0.5)
    assert world.grievance[NORTH, SOUTH, 0] == grid(p.BLAME_VICTIM * SEVERITY * 0.5)
    assert world.grievance[EAST, SOUTH, 0] == grid(p.BLAME_WITNESS * SEVERITY * 0.5)
    assert world.grievance[NORTH, SOUTH, 0] > world.grievance[EAST, SOUTH, 0] > 0
    assert world.grievance[SOUTH, NORTH, 0] == 0


@pytest.mark.article("5.1")
def test_grievances_of_several_incidents_add_up_to_a_hundred_at_most() -> None:
    world = suspicious()
    put(world, "status", [2, 3], to=Status.OVER)
    put(world, "victim", [2, 3], to=NORTH)
    put(world, "severity", [2, 3], to=np.array([[3.0], [2.0]]))
    believed(world, NORTH, 2, SOUTH, 0.5)
    believed(world, NORTH, 3, SOUTH, 1.0)
    assert world.grievance[NORTH, SOUTH, 0] == grid(p.BLAME_VICTIM * 3.5)
    put(world, "severity", slice(0, 4), to=10)
    put(world, "status", slice(0, 4), to=Status.OVER)
    put(world, "victim", 1, to=NORTH)
    put(world, "guilt", NORTH, slice(0, 4), SOUTH, to=1)
    trust.judge(world)
    assert world.grievance[NORTH, SOUTH, 0] == min(40 * p.BLAME_VICTIM, 100)


@pytest.mark.article("5.1")
def test_what_has_not_begun_is_held_against_nobody() -> None:
    world = suspicious()
    put(world, "status", BLACKOUT, to=Status.AWAITED)
    believed(world, NORTH, BLACKOUT, SOUTH, 0.5)
    assert world.grievance[NORTH, SOUTH, 0] == 0


@pytest.mark.article("5.2")
def test_trust_is_deeds_less_blame_and_clearing_a_suspect_gives_it_back() -> None:
    world = suspicious()
    put(world, "deeds", EAST, SOUTH, to=70)
    believed(world, EAST, BLACKOUT, SOUTH, 0.5)
    assert world.trust[EAST, SOUTH, 0] == grid(70 - p.BLAME_WITNESS * SEVERITY * 0.5)
    believed(world, EAST, BLACKOUT, SOUTH, 0)
    assert world.trust[EAST, SOUTH, 0] == 70
    put(world, "deeds", EAST, SOUTH, to=150)
    put(world, "deeds", EAST, NORTH, to=-20)
    trust.judge(world)
    assert world.trust[EAST, [SOUTH, NORTH], 0].tolist() == [100, 0]


@pytest.mark.article("5.2")
def test_a_nation_takes_over_a_share_of_its_ally_s_grievance() -> None:
    world = suspicious()
    believed(world, NORTH, BLACKOUT, SOUTH, 0.5)
    blame = p.BLAME_VICTIM * SEVERITY * 0.5
    assert world.trust[WEST, SOUTH, 0] == grid(50 - p.ALLY_SHARE * blame) < 50
    assert world.trust[EAST, SOUTH, 0] == 50
    believed(world, WEST, BLACKOUT, SOUTH, 0.5)
    own = p.BLAME_WITNESS * SEVERITY * 0.5
    assert world.trust[WEST, SOUTH, 0] == grid(50 - own - p.ALLY_SHARE * (blame - own))
    assert world.grievance[WEST, SOUTH, 0] == own, "a grievance taken over is not one's own"


@pytest.mark.article("5.2")
def test_an_ally_s_smaller_grievance_adds_nothing() -> None:
    world = suspicious()
    believed(world, NORTH, BLACKOUT, SOUTH, 0.25)
    before = float(world.trust[NORTH, SOUTH, 0])
    believed(world, WEST, BLACKOUT, SOUTH, 0.5)
    assert world.trust[NORTH, SOUTH, 0] == before


@pytest.mark.article("5.3")
def test_the_blame_of_a_closed_case_is_written_into_deeds() -> None:
    world = suspicious()
    believed(world, NORTH, BLACKOUT, SOUTH, 0.5)
    believed(world, EAST, BLACKOUT, SOUTH, 0.25)
    one = np.array([BLACKOUT]), np.array([0])
    done = did(world, lambda w, log: trust.settle_blame(w, *one, log))
    assert done.changes() == {
        ("deeds", NORTH, SOUTH): -grid(p.BLAME_VICTIM * SEVERITY * 0.5),
        ("deeds", EAST, SOUTH): -grid(p.BLAME_WITNESS * SEVERITY * 0.25),
    }
    assert set(done.items("deeds", NORTH, SOUTH)) == {"closed case"}
    put(world, "began", BLACKOUT, to=-1)
    unused = did(world, lambda w, log: trust.settle_blame(w, *one, log))
    assert unused.changes() == {}, "a place never used has no blame"
    put(world, "began", BLACKOUT, to=0)
    assert did(world, lambda w, log: trust.settle_blame(w, *one, log)).changes() != {}


@pytest.mark.article("5.4")
def test_hostility_answers_harm_believed_above_the_bar() -> None:
    world = suspicious()
    fill(world, "hostility", world.board.hostile[:, :, None])
    believed(world, NORTH, BLACKOUT, SOUTH, 0.75)
    believed(world, EAST, BLACKOUT, SOUTH, 1)
    done = did(world, trust.feel)
    over = SEVERITY * 0.75 - p.HOSTILITY_BAR
    assert done.changes() == {("hostility", NORTH, SOUTH): grid(over * p.HOSTILITY_HARM)}
    assert done.items("hostility", NORTH, SOUTH) == {"feelings": grid(over * p.HOSTILITY_HARM)}
    assert over * p.HOSTILITY_HARM > 0
    believed(world, NORTH, BLACKOUT, SOUTH, p.HOSTILITY_BAR / SEVERITY)
    assert did(world, trust.feel).changes() == {}
    assert 0 < p.HOSTILITY_BAR < SEVERITY


@pytest.mark.article("5.4")
def test_only_fresh_harm_raises_hostility() -> None:
    world = suspicious()
    fill(world, "hostility", world.board.hostile[:, :, None])
    believed(world, NORTH, BLACKOUT, SOUTH, 1)
    for name, value in (("began", 2), ("status", Status.OVER)):
        other = copy(world)
        put(other, name, BLACKOUT, to=value)
        assert did(other, trust.feel).changes() == {}
    assert did(world, trust.feel).changes() != {}


@pytest.mark.article("5.4")
def test_hostility_echoes_and_cools_towards_its_rest() -> None:
    world = quiet(3)
    fill(world, "hostility", world.board.hostile[:, :, None])
    put(world, "hostility", EAST, SOUTH, to=40)
    done = did(world, trust.feel)
    rest = 10
    assert done.changes() == {
        ("hostility", EAST, SOUTH): -grid((40 - rest) * p.HOSTILITY_COOLS),
        ("hostility", SOUTH, EAST): grid((40 - rest) * p.HOSTILITY_ECHO),
    }
    assert 0 < p.HOSTILITY_ECHO < p.HOSTILITY_COOLS < 1, "theory E7: else feuds never die"
    put(world, "hostility", EAST, SOUTH, to=0)
    assert did(world, trust.feel).delta("hostility", EAST, SOUTH) == pytest.approx(
        rest * p.HOSTILITY_COOLS, abs=SMALL
    )
