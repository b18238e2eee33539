"""Article 11: objectives, scores, the end, and the grading of judgement.

That each ending can be reached is in tests/contract/test_every_ending.py.
"""

from __future__ import annotations

import dataclasses
import math
from typing import Any

import numpy as np
import pytest

from game.rules import params as p
from game.rules import scoring
from game.rules.escalation import WAR
from game.rules.happenings import What
from game.rules.scoring import Ending
from game.rules.turn import Judged
from game.rules.world import World, copy
from tests.worlds import (
    EAST,
    ENERGY,
    NORTH,
    SMALL,
    SOUTH,
    WEST,
    did,
    fill,
    play,
    put,
    quiet,
    rules,
    start,
)


@pytest.mark.article("11.1")
@pytest.mark.parametrize(
    ("judged", "held", "marked"),
    [
        (Judged.ANY, [0, 1, 0, 0], 2),
        (Judged.ANY, [0, 0, 0, 0], 0),
        (Judged.ANY, [1, 1, 1, 1], 1),
        (Judged.END, [1, 1, 1, 0], 0),
        (Judged.END, [0, 0, 0, 1], 4),
        (Judged.ALWAYS, [1, 1, 1, 1], 4),
        (Judged.ALWAYS, [1, 0, 1, 1], -1),
        (Judged.ALWAYS, [1, 1, 1, 0], -1),
    ],
)
def test_objectives_hold_at_any_time_at_the_end_or_throughout(
    judged: Judged, held: list[int], marked: int
) -> None:
    def holds(world: World) -> Any:
        return np.full(world.worlds, bool(held[world.turn - 1]))

    board = dataclasses.replace(start().board, turns=4)
    world = dataclasses.replace(start(), board=board)
    book = dataclasses.replace(rules(), objectives=[(holds, judged)])
    notes = 0
    for _ in range(4):
        done = play(world, rulebook=book)
        world = done.after
        notes += len(done.notes(What.OBJECTIVE))
    assert world.objective[0, 0] == marked
    assert notes == (marked > 0)
    assert world.ended[0] == 4


@pytest.mark.article("11.1")
def test_a_game_without_objectives_is_played_too() -> None:
    book = dataclasses.replace(rules(), objectives=[])
    assert not play(start(), rulebook=book).after.objective.any()


@pytest.mark.article("11.2")
def test_each_part_of_the_score() -> None:
    world = quiet(3)
    put(world, "objective", 0, to=3)
    put(world, "objective", 1, to=-1)
    put(world, "service", NORTH, ENERGY, to=50)
    put(world, "security", NORTH, to=40)
    put(world, "standing", NORTH, to=70)
    put(world, "support", NORTH, to=30)
    put(world, "trust", [SOUTH, EAST, WEST], NORTH, to=np.array([[30.0], [50.0], [100.0]]))
    put(world, "trust", NORTH, NORTH, to=0)
    fill(world, "rung", 2)
    parts = {name: float(values[NORTH, 0]) for name, values in scoring.scores(world).items()}
    expected = {
        "objectives": p.SCORE_OBJECTIVES,
        "services": (100 - 50 * 0.3) * p.SCORE_SERVICES / 100,
        "security": 40 * p.SCORE_SECURITY / 100,
        "standing": (70 + 60) * p.SCORE_STANDING / 200,
        "support": 30 * p.SCORE_SUPPORT / 100,
        "peace": (7 - 2) * p.SCORE_PEACE / 7,
        "war": 0.0,
    }
    assert all(value > 0 for name, value in expected.items() if name != "war")
    assert {name: parts[name] for name in expected} == pytest.approx(expected, abs=SMALL)
    assert parts["total"] == sum(parts[name] for name in expected)
    assert scoring.scores(world)["objectives"][SOUTH, 0] == 0, "met too late, or out of reach"


@pytest.mark.article("11.2")
def test_the_parts_make_a_hundred() -> None:
    most = p.SCORE_OBJECTIVES + p.SCORE_SERVICES + p.SCORE_SECURITY
    assert most + p.SCORE_STANDING + p.SCORE_SUPPORT + p.SCORE_PEACE == 100
    world = quiet(3)
    for name in ("support", "standing", "security", "trust"):
        fill(world, name, 100)
    put(world, "objective", [0, 1], to=1)
    assert scoring.scores(world)["total"][:, 0].tolist() == [100, 100, 60, 60]


@pytest.mark.article("11.2")
def test_objectives_count_by_their_points() -> None:
    world = quiet(3)
    board = dataclasses.replace(
        world.board, points=np.array([30.0, 10.0], np.float32), seeker=np.array([0, 0], np.int16)
    )
    world = dataclasses.replace(world, board=board)
    put(world, "objective", 0, to=2)
    share = scoring.scores(world)["objectives"][:, 0]
    assert share.tolist() == [pytest.approx(0.75 * p.SCORE_OBJECTIVES, abs=SMALL), 0, 0, 0]


@pytest.mark.article("11.3")
def test_in_a_digital_war_everybody_s_score_falls_hard() -> None:
    world = quiet(3)
    peace = scoring.scores(world)
    fill(world, "rung", WAR)
    war = scoring.scores(world)
    assert (war["peace"] == 0).all()
    earned = peace["total"] - peace["peace"]
    assert war["total"] == pytest.approx(earned * p.SCORE_WAR, abs=2 * SMALL)
    assert 0 < p.SCORE_WAR < 1
    assert (war["total"] < peace["total"]).all()
    fill(world, "rung", WAR - 1)
    assert (scoring.scores(world)["war"] == 0).all()


@pytest.mark.article("11.4")
def test_a_game_ends_on_its_last_turn_or_in_digital_war_and_only_once() -> None:
    world = quiet(8, count=2)
    done = did(world, scoring.finish)
    assert done.after.ended.tolist() == [8, 8]
    (note,) = done.notes(What.GAME_OVER)
    assert note.a.tolist() == [Ending.UNEASY_CALM] * 2
    assert did(quiet(7, count=2), scoring.finish).changes() == {}
    war = quiet(3, count=2)
    put(war, "rung", 1, to=WAR)
    ended = did(war, scoring.finish)
    assert ended.after.ended.tolist() == [0, 3]
    assert ended.after.ending.tolist() == [0, Ending.DIGITAL_WAR]
    again = did(copy(ended.after, 4), scoring.finish)
    assert again.after.ended.tolist() == [0, 3]
    late = did(copy(ended.after, 8), scoring.finish)
    assert late.after.ended.tolist() == [8, 3]
    assert late.after.ending.tolist() == [Ending.UNEASY_CALM, Ending.DIGITAL_WAR]


@pytest.mark.article("11.4")
def test_a_game_plays_to_its_end() -> None:
    world = start()
    while not world.ended[0]:
        world = play(world).after
    assert world.turn == 8
    assert world.ending[0] != Ending.RUNNING


@pytest.mark.article("11.6")
def test_brier_and_log_score() -> None:
    stated = np.array([0.1, 0.6, 0.3])
    assert scoring.brier(stated, 1) == pytest.approx(0.01 + 0.16 + 0.09)
    assert scoring.brier(np.array([0.0, 1.0]), 1) == 0
    assert scoring.brier(np.array([1.0, 0.0]), 1) == 2
    assert scoring.log_score(stated, 1) == pytest.approx(-math.log(0.6))
    assert scoring.log_score(np.array([1.0, 0.0]), 1) == pytest.approx(-math.log(0.01))


@pytest.mark.article("11.7")
def test_regret_is_what_the_ideal_reader_would_have_saved_on_average() -> None:
    stated, ideal = np.array([0.5, 0.5]), np.array([0.8, 0.2])
    assert scoring.regret(stated, ideal) == pytest.approx(0.18)
    expected = sum(
        ideal[truth] * (scoring.brier(stated, truth) - scoring.brier(ideal, truth))
        for truth in (0, 1)
    )
    assert scoring.regret(stated, ideal) == pytest.approx(expected)
    assert scoring.regret(ideal, ideal) == 0
