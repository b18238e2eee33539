"""Article 3.10: red lines."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules import params as p
from game.rules import red_lines
from game.rules.changes import Changes
from game.rules.happenings import Log, What
from game.rules.world import World
from tests.worlds import BLACKOUT, ENERGY, HEALTH, NORTH, SOUTH, crisis, put, quiet


def _crossed(severity: float, sector: int = ENERGY) -> tuple[World, Log]:
    world, log = crisis(3), Log()
    put(world, "severity", BLACKOUT, to=severity)
    put(world, "sector", BLACKOUT, to=sector)
    put(world, "crossed", NORTH, to=0)
    put(world, "anger", NORTH, to=10)
    change = Changes(world, log.ledger)
    red_lines.cross(change, np.array([BLACKOUT]), np.array([0]), log)
    change.apply()
    return world, log


@pytest.mark.article("3.10")
@pytest.mark.parametrize(
    ("severity", "sector", "crosses"), [(7, ENERGY, True), (6.5, ENERGY, False), (9, HEALTH, False)]
)
def test_a_line_is_crossed_from_its_severity_on_in_its_sector(
    severity: float, sector: int, crosses: bool
) -> None:
    world, log = _crossed(severity, sector)
    assert world.crossed[NORTH, 0] == (3 if crosses else 0)
    assert world.anger[NORTH, 0] == 10 + p.RED_LINE_ANGER * crosses
    assert [row.what for row in log.rows] == [What.RED_LINE] * crosses


@pytest.mark.article("3.10")
def test_who_does_not_answer_in_time_is_believed_less_once() -> None:
    world = quiet(5)
    put(world, "crossed", NORTH, to=5 - int(p.RED_LINE_TURNS))
    before = float(world.standing[NORTH, 0])
    red_lines.stand(world, Log())
    assert world.standing[NORTH, 0] == before - p.RED_LINE_WEAK
    red_lines.stand(world, Log())
    assert world.standing[NORTH, 0] == before - p.RED_LINE_WEAK


@pytest.mark.article("3.10")
def test_there_is_time_to_answer() -> None:
    world = quiet(5)
    put(world, "crossed", NORTH, to=5)
    before = float(world.standing[NORTH, 0])
    red_lines.stand(world, Log())
    assert world.standing[NORTH, 0] == before
    assert world.stood[NORTH, 0] == 0


@pytest.mark.article("3.10")
@pytest.mark.parametrize("deed", ["struck", "claimed"])
def test_an_open_act_or_a_name_is_an_answer(deed: str) -> None:
    world = quiet(5)
    put(world, "crossed", NORTH, to=5 - int(p.RED_LINE_TURNS))
    place = (NORTH, SOUTH) if deed == "struck" else (NORTH, BLACKOUT)
    put(world, deed, *place, to=5)
    before = float(world.standing[NORTH, 0])
    red_lines.stand(world, Log())
    assert world.standing[NORTH, 0] == before
    assert world.stood[NORTH, 0] == 5
