"""Each word of a condition reads what it says it reads.

Two worlds differ in the cells given; the condition must hold in the second alone.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from game.rules.clauses import EVIDENCE_SHARING, GENEVA, HOTLINE, OFF_LIMITS
from game.rules.scoring import scores
from game.rules.world import NOBODY, Contested, Skill, World
from game.scenario.conditions import Condition, parse
from game.scenario.vocabulary import VOCABULARY
from tests.worlds import (
    BLACKOUT,
    CREW,
    EAST,
    ENERGY,
    GANG,
    NORTH,
    SOUTH,
    WEST,
    parlour,
    put,
    quiet,
)

Cell = tuple[Any, ...]
"""Name of an array, where in it, and the value in the second world."""

GENEVA_CELLS = [("pact", clause, *pair, level) for clause, level in GENEVA.items()
                for pair in ((NORTH, SOUTH), (SOUTH, NORTH))]  # fmt: skip

CASES: list[tuple[str, list[Cell]]] = [
    ("rung >= 3", [("rung", 3)]),
    ("peak >= 3", [("peak", 3)]),
    ("retaliation > 0.9", [("suffered", NORTH, 9), ("replies", NORTH, 40)]),
    ("trust(north, south) >= 77", [("trust", NORTH, SOUTH, 77)]),
    ("hostility(north, south) >= 77", [("hostility", NORTH, SOUTH, 77)]),
    ("heat(north, south) >= 7", [("heat", NORTH, SOUTH, 7)]),
    ("support(east) >= 77", [("support", EAST, 77)]),
    ("anger(east) >= 77", [("anger", EAST, 77)]),
    ("standing(east) >= 77", [("standing", EAST, 77)]),
    ("security(east) >= 77", [("security", EAST, 77)]),
    ("capital(east) >= 77", [("capital", EAST, 77)]),
    ("effort(east) >= 77", [("effort", EAST, 77)]),
    ("funds(east) >= 77", [("funds", EAST, 77)]),
    ("service(east, energy) < 50", [("service", EAST, ENERGY, 40)]),
    ("capability(west, forensics) >= 77", [("capability", WEST, Skill.FORENSICS, 77)]),
    ("strategy(west) >= 2", [("strategy", WEST, 2)]),
    ("aid(north, west) >= 1", [("aid", NORTH, WEST, 1)]),
    ("donors(west) == 2", [("aid", NORTH, WEST, 3), ("aid", EAST, WEST, 1)]),
    ("kept(west) >= 3", [("kept", WEST, NORTH, 1), ("kept", WEST, EAST, 2)]),
    ("broken(west) >= 3", [("broken", WEST, NORTH, 1), ("broken", WEST, EAST, 2)]),
    ("wronged(west, north)", [("broken", WEST, NORTH, 1)]),
    ("sanctioned(west, north)", [("sanction", WEST, NORTH, 1)]),
    ("expelled(west, north)", [("expelled", WEST, NORTH, 1)]),
    ("struck(west, north)", [("struck", WEST, NORTH, 1)]),
    ("hosted(west)", [("hosted", WEST, 1)]),
    ("crossed(west)", [("crossed", WEST, 1)]),
    ("curbed(gang)", [("curbed", GANG, 4)]),
    ("severity(blackout) >= 9", [("severity", BLACKOUT, 9)]),
    ("belief(east, blackout, gang) >= 0.75", [("guilt", EAST, BLACKOUT, GANG, 0.75)]),
    (
        "found(east, blackout) == 1",
        [("look", EAST, BLACKOUT, 0, 1), ("look", EAST, BLACKOUT, 1, 2)],
    ),
    ("shown(blackout) == 2", [("published", BLACKOUT, 0, 1), ("published", BLACKOUT, 1, 1)]),
    ("accusers(blackout, crew) == 1", [("accused", EAST, BLACKOUT, CREW)]),
    ("condemners(blackout) == 1", [("condemned", EAST, BLACKOUT, 1)]),
    ("active(blackout)", [("status", BLACKOUT, 1)]),
    ("over(blackout)", [("status", BLACKOUT, 2)]),
    ("begun(blackout)", [("status", BLACKOUT, 2)]),
    ("known(east, blackout)", [("known", EAST, BLACKOUT, 1)]),
    ("named(blackout, crew)", [("accused", EAST, BLACKOUT, CREW)]),
    ("accuses(east, blackout, crew)", [("accused", EAST, BLACKOUT, CREW)]),
    ("condemned(east, blackout)", [("condemned", EAST, BLACKOUT, 1)]),
    ("indicted(east, blackout)", [("indicted", EAST, BLACKOUT, 1)]),
    ("countered(east, blackout)", [("countered", EAST, BLACKOUT, SOUTH + 1)]),
    ("denied(south, blackout)", [("answered_for", SOUTH, BLACKOUT, 1)]),
    ("owned_up(south, blackout)", [("answered_for", SOUTH, BLACKOUT, 2)]),
    ("bound(north, south, hotline)", [("pact", HOTLINE, NORTH, SOUTH, 1)]),
    ("level(north, south, off_limits) == 2", [("pact", OFF_LIMITS, NORTH, SOUTH, 2)]),
    ("bound_by(hotline) == 1", [("pact", HOTLINE, NORTH, SOUTH, 1)]),
    ("treaties == 1", [("treaty_since", 3, 1)]),
    ("shared(north, south)", [("pact", EVIDENCE_SHARING, NORTH, SOUTH, 1)]),
    ("geneva == 2", GENEVA_CELLS),
    ("adopters(answer_help) == 2", [("norm", EAST, 1, 1), ("norm", WEST, 1, 2)]),
    ("adopted(answer_help) > 0.1", [("norm", WEST, 1, 1)]),
    ("stage(west, answer_help) == 2", [("norm", WEST, 1, 2)]),
    ("holds(west, answer_help)", [("norm", WEST, 1, 1)]),
    ("violations(answer_help) == 1", [("laid", BLACKOUT, 1, SOUTH + 1)]),
    ("breaches(south, answer_help) == 2", [("breaches", SOUTH, 1, 2)]),
    ("founded(court)", [("founded", 2, 1)]),
    ("acted(league)", [("power_used", 0, 1)]),
    ("pending(league)", [("measure_due", 0, 3)]),
    ("speakers(notice) == 1", [("declared", EAST, Contested.NOTICE, 1)]),
    ("declared(east, notice)", [("declared", EAST, Contested.NOTICE, 0)]),
    (
        "agree(east, west, notice)",
        [("declared", EAST, Contested.NOTICE, 1), ("declared", WEST, Contested.NOTICE, 1)],
    ),
    ("says(east, notice.required)", [("declared", EAST, Contested.NOTICE, 1)]),
    (
        "custom(notice.required)",
        [("customary", Contested.NOTICE, 1)],
    ),
    (
        "grey_zone > 0",
        [("status", BLACKOUT, 1), ("kind", BLACKOUT, 3), ("severity", BLACKOUT, 3),
         ("position", NORTH, Contested.SOVEREIGNTY, 1)],
    ),
    ("guilty(south, blackout)", [("culprit", BLACKOUT, 1)]),
    ("right(east, blackout)", [("culprit", BLACKOUT, 1), ("accused", EAST, BLACKOUT, SOUTH)]),
    ("rightly(blackout) == 1", [("culprit", BLACKOUT, 1), ("accused", EAST, BLACKOUT, SOUTH)]),
    ("wrong(east, blackout)", [("culprit", BLACKOUT, 1), ("accused", EAST, BLACKOUT, CREW)]),
    ("wrongly(blackout) == 1", [("culprit", BLACKOUT, 0), ("accused", EAST, BLACKOUT, SOUTH)]),
    ("paid(gang) >= 1", [("fed", GANG, 1)]),
    ("ending(feud)", [("ending", 2)]),
]  # fmt: skip


def asked(text: str) -> Condition:
    parsed = parse(text, VOCABULARY, parlour()[1].ids, at_end=True)
    assert isinstance(parsed, Condition), parsed
    return parsed


def two_worlds(cells: list[Cell]) -> World:
    world = quiet(count=2)
    put(world, "culprit", BLACKOUT, to=0)
    for name, *place, value in cells:
        put(world, name, *place, 1, to=value)
    return world


@pytest.mark.parametrize(("text", "cells"), CASES, ids=[text for text, _ in CASES])
def test_a_word_reads_what_it_says(text: str, cells: list[Cell]) -> None:
    assert asked(text).evaluate(two_worlds(cells), None).tolist() == [False, True]


def test_the_turn_and_injects_and_outcomes_are_read_too() -> None:
    world = two_worlds([])
    assert asked("turn == 1").evaluate(world, None).all()
    setup = parlour()[1]
    nation, objective = setup.objectives[0]
    put(world, "objective", 0, 1, to=3)
    assert asked(f"met({nation}.{objective})").evaluate(world, None).tolist() == [False, True]
    assert asked(f"share({nation}) > 0").evaluate(world, None).tolist() == [False, True]
    middle = scores(world)["total"][list(setup.nations).index(nation)].mean()
    assert asked(f"score({nation}) > {middle}").evaluate(world, None).tolist() == [False, True]


def test_naming_nobody_is_neither_right_nor_wrong() -> None:
    world = two_worlds([("culprit", BLACKOUT, NOBODY)])
    for text in ("right(east, blackout)", "wrong(east, blackout)", "guilty(south, blackout)"):
        assert not asked(text).evaluate(world, None).any()


def test_every_word_is_tried() -> None:
    tried = set(re.findall(r"[a-z_]+", " ".join(text for text, _ in CASES)))
    elsewhere = {"turn", "fired", "met", "share", "score"}
    assert {word.name for word in VOCABULARY} - tried == elsewhere


def test_a_condition_gives_one_truth_for_each_world() -> None:
    assert asked("1 < 2").evaluate(two_worlds([]), None).shape == (2,)
    assert np.array_equal(asked("turn > 3 or 1 < 2").evaluate(two_worlds([]), None), [True, True])
