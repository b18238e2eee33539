"""Articles 9.40 to 9.44: helping, mediating, cracking down, exercising."""

from __future__ import annotations

import pytest

from game.actions import crack_down, exercise, fund_capacity, send_team
from game.rules import params as p
from game.rules.evidence import forensic_work
from game.rules.world import Skill, Status
from tests.worlds import (
    BLACKOUT,
    CREW,
    EAST,
    ENERGY,
    GANG,
    NORTH,
    SMALL,
    SOUTH,
    WEST,
    act,
    believed,
    crisis,
    fill,
    grid,
    order,
    put,
    quiet,
)

LAG = 1
"""Place on axis L: what is built arrives the turn after next."""


@pytest.mark.article("9.40")
def test_send_team() -> None:
    world = crisis(2)
    put(world, "service", NORTH, ENERGY, to=30)
    mended = grid(send_team.MENDS * (0.5 + 20 / 100))
    lent = grid(float(forensic_work(world, p.PROBE_ORDER / 2)[WEST, BLACKOUT, 0]))
    done = act(world, order(WEST, "send_team", target=NORTH))
    assert mended > 0
    assert lent > 0
    assert done.changes() == {
        ("service", NORTH, ENERGY): mended,
        ("probe", NORTH, BLACKOUT): lent,
        ("deeds", NORTH, WEST): send_team.THANKS,
        ("standing", WEST): 1,
        ("effort", WEST): -2,
        ("funds", WEST): -1,
        ("mending", NORTH): 2,
    }
    assert done.items("service", NORTH, ENERGY) == {"helped": mended}
    assert done.items("probe", NORTH, BLACKOUT) == {"helped": lent}


@pytest.mark.article("9.40")
def test_a_team_needs_something_going_on_that_one_knows_of() -> None:
    world = crisis(2)
    assert act(world, order(WEST, "send_team", target=EAST)).voids() == [1]
    row = order(WEST, "send_team", target=NORTH)
    assert act(world, row).voids() == []
    put(world, "known", WEST, BLACKOUT, to=0)
    assert act(world, row).voids() == [1]
    put(world, "known", WEST, BLACKOUT, to=1)
    put(world, "status", BLACKOUT, to=Status.OVER)
    assert act(world, row).voids() == [1]


@pytest.mark.article("9.41")
def test_fund_capacity() -> None:
    done = act(quiet(2), order(NORTH, "fund_capacity", target=WEST))
    assert done.changes() == {
        ("maturing", WEST, Skill.DEFENCE, LAG): fund_capacity.POINTS,
        ("maturing", WEST, Skill.FORENSICS, LAG): fund_capacity.POINTS,
        ("aid", NORTH, WEST): 1,
        ("deeds", WEST, NORTH): fund_capacity.THANKS,
        ("security", NORTH): 1.5,
        ("standing", NORTH): 1,
        ("funds", NORTH): -5,
    }
    place = (WEST, Skill.DEFENCE, LAG)
    assert done.items("maturing", *place) == {"capacity": fund_capacity.POINTS}
    assert done.items("deeds", WEST, NORTH) == {"capacity": fund_capacity.THANKS}


@pytest.mark.article("9.41", "10.2")
def test_whose_defences_look_best_needs_no_funds() -> None:
    world = quiet(2)
    put(world, "capability", EAST, Skill.DEFENCE, to=74)
    assert act(world, order(NORTH, "fund_capacity", target=EAST)).voids() == []
    put(world, "capability", EAST, Skill.DEFENCE, to=99)
    assert act(world, order(NORTH, "fund_capacity", target=EAST)).voids() == [1]


@pytest.mark.article("9.42")
def test_mediate() -> None:
    world = quiet(2)
    put(world, "heat", NORTH, SOUTH, to=30)
    put(world, "heat", SOUTH, NORTH, to=20)
    put(world, "heat", NORTH, WEST, to=49)
    put(world, "hostility", [NORTH, SOUTH], [SOUTH, NORTH], to=40)
    skill = 0.4 + 40 * 0.006
    done = act(world, order(EAST, "mediate", target=NORTH))
    assert done.changes() == {
        ("heat", NORTH, SOUTH): -grid(p.MEDIATION_COOLS * skill),
        ("heat", SOUTH, NORTH): -grid(p.MEDIATION_COOLS * skill),
        ("hostility", NORTH, SOUTH): -grid(3 * skill),
        ("hostility", SOUTH, NORTH): -grid(3 * skill),
        ("deeds", NORTH, EAST): 2,
        ("deeds", SOUTH, EAST): 2,
        ("standing", EAST): grid(2.5 * skill),
        ("capital", EAST): -2,
    }
    assert done.items("heat", SOUTH, NORTH) == {"mediation": -grid(p.MEDIATION_COOLS * skill)}


@pytest.mark.article("9.42")
def test_a_mediator_is_no_party_to_the_quarrel() -> None:
    world = quiet(2)
    put(world, "heat", NORTH, SOUTH, to=30)
    assert act(world, order(NORTH, "mediate", target=SOUTH)).voids() == [1]
    assert act(world, order(WEST, "mediate", target=EAST)).voids() == [1]
    assert act(world, order(WEST, "mediate", target=SOUTH)).voids() == []
    put(world, "heat", NORTH, SOUTH, to=3)
    put(world, "heat", SOUTH, NORTH, to=3 - SMALL)
    assert act(world, order(WEST, "mediate", target=SOUTH)).voids() == [1]
    put(world, "heat", SOUTH, NORTH, to=3)
    assert act(world, order(WEST, "mediate", target=SOUTH)).voids() == []


@pytest.mark.article("9.42")
def test_a_mediator_does_not_take_itself_for_the_rival() -> None:
    world = quiet(2)
    put(world, "heat", NORTH, SOUTH, to=10)
    put(world, "heat", NORTH, WEST, to=90)
    done = act(world, order(WEST, "mediate", target=NORTH))
    assert done.delta("heat", NORTH, SOUTH) < 0
    assert done.delta("heat", NORTH, WEST) == 0


@pytest.mark.article("9.43")
def test_crack_down() -> None:
    world = crisis(2)
    fill(world, "guilt", 0)
    believed(world, NORTH, BLACKOUT, GANG, 0.5)
    believed(world, EAST, BLACKOUT, GANG, 0.25)
    believed(world, EAST, BLACKOUT, SOUTH, 0.75)
    believed(world, WEST, BLACKOUT, CREW, 1.0)
    done = act(world, order(SOUTH, "crack_down"))
    assert done.changes() == {
        ("deeds", NORTH, SOUTH): grid(crack_down.THANKS * 0.5),
        ("standing", SOUTH): 1.5,
        ("capital", SOUTH): -2,
        ("effort", SOUTH): -1,
        ("curbed", GANG): 2 + p.CURBED_TURNS,
    }
    assert done.items("deeds", NORTH, SOUTH) == {"cracks down": crack_down.THANKS / 2}


@pytest.mark.article("9.43")
def test_what_the_arrested_had_going_ends_sooner() -> None:
    world = crisis(2)
    row = order(SOUTH, "crack_down")
    until = int(world.until[BLACKOUT, 0])
    assert until == 4
    assert act(world, row).delta("until", BLACKOUT) == 0, "the south itself did it"
    put(world, "culprit", BLACKOUT, to=2)
    assert act(world, row).delta("until", BLACKOUT) == -1, "its gang did it"
    assert act(world, order(WEST, "crack_down")).delta("until", BLACKOUT) == 0, "not its crew"
    put(world, "until", BLACKOUT, to=2)
    assert act(world, row).delta("until", BLACKOUT) == 0, "not before today"
    put(world, "until", BLACKOUT, to=4)
    put(world, "status", BLACKOUT, to=Status.OVER)
    assert act(world, row).delta("until", BLACKOUT) == 0


@pytest.mark.article("9.43")
def test_there_must_be_somebody_to_crack_down_on() -> None:
    assert act(crisis(2), order(EAST, "crack_down")).voids() == [1]
    assert act(crisis(2), order(WEST, "crack_down")).voids() == []


@pytest.mark.article("9.44")
def test_exercise() -> None:
    done = act(quiet(2), order(NORTH, "exercise", target=WEST))
    assert done.changes() == {
        ("readiness", NORTH): exercise.DRILL,
        ("readiness", WEST): exercise.DRILL,
        ("deeds", NORTH, WEST): exercise.THANKS,
        ("deeds", WEST, NORTH): exercise.THANKS,
        ("effort", NORTH): -1,
        ("funds", NORTH): -2,
    }
    assert done.items("readiness", WEST) == {"exercise": exercise.DRILL}


@pytest.mark.article("9.44")
def test_nobody_exercises_with_an_enemy() -> None:
    world = quiet(2)
    put(world, "trust", NORTH, SOUTH, to=25 - SMALL)
    assert act(world, order(NORTH, "exercise", target=SOUTH)).voids() == [1]
    put(world, "trust", NORTH, SOUTH, to=25)
    assert act(world, order(NORTH, "exercise", target=SOUTH)).voids() == []
