"""What must hold of every clause of the vocabulary. (Rules 8)"""

from __future__ import annotations

import re

import numpy as np
import pytest

from game.rules import proposals
from game.rules.clauses import CLAUSES, DURATION, LASTING, Clause, clause_named
from game.rules.happenings import Log
from game.rules.orders import CLAUSES as PLACES
from game.rules.treaties import sign
from game.rules.view import views
from game.rules.world import NOBODY, copy
from tests.worlds import BLACKOUT, EAST, NORTH, SOUTH, WEST, crisis, fill, offer

EVERY = pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.id)


@EVERY
def test_it_says_what_it_is(clause: Clause) -> None:
    assert re.fullmatch(r"[a-z][a-z_]*", clause.id)
    assert clause.label
    assert clause.about.endswith(".")
    assert len(clause.levels) >= 2
    assert len(set(clause.levels)) == len(clause.levels)
    assert CLAUSES[clause_named(clause.id)] is clause


def test_places_are_enough_and_ids_are_not_used_twice() -> None:
    assert len({clause.id for clause in CLAUSES}) == len(CLAUSES) <= PLACES


@EVERY
def test_each_of_its_levels_can_be_tabled_and_signed(clause: Clause) -> None:
    for level in range(1, len(clause.levels)):
        terms = {"hotline": 1, clause.id: level}
        named = SOUTH if clause.accuses else NOBODY
        topic = 0 if clause.about_norm else NOBODY
        row = offer(NORTH, EAST, WEST, incident=BLACKOUT, accused=named, topic=topic, **terms)
        world = crisis(3)
        assert proposals.void_offers(world, row).tolist() == [0]
        after = copy(world)
        sign(after, row, Log())
        assert after.treaty_level[0, clause_named(clause.id), 0] == level
        bound = after.pact[clause_named(clause.id), NORTH, EAST, 0]
        assert bound == (level if clause.lasting else 0)


@EVERY
def test_a_lasting_clause_is_in_force_and_public_and_another_is_not(clause: Clause) -> None:
    place = clause_named(clause.id)
    assert (place in LASTING) == clause.lasting
    if clause.lasting:
        world = crisis(3)
        fill(world, "pact", 0)
        sign(world, offer(NORTH, WEST, **{clause.id: 1}), Log())
        assert np.argwhere(views(world).pact[place, :, :, 0]).tolist() == [[0, 3], [3, 0]]


def test_the_duration_is_no_clause_by_itself() -> None:
    alone = offer(NORTH, EAST, duration=1)
    assert proposals.void_offers(crisis(3), alone).tolist() == [2]
    assert not CLAUSES[DURATION].lasting
