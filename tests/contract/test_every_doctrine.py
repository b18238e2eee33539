"""What must hold of every doctrine, the day its file is written. (Rules 13)"""

from __future__ import annotations

import numpy as np
import pytest

from game.players.diplomat import decide
from game.rules import dice
from game.rules.action import Feature
from game.rules.minds import Minds
from game.scenario.doctrines import Doctrine, UnknownDoctrine, doctrines, minds
from tests.worlds import drive, rules, start

EVERY = pytest.mark.parametrize("name", doctrines())


@EVERY
def test_it_says_what_it_is_and_after_whom(name: str) -> None:
    doctrine = doctrines()[name]
    assert isinstance(doctrine, Doctrine)
    assert doctrine.label
    assert doctrine.about.endswith(".")
    assert len(doctrine.source) > 10


@EVERY
def test_it_becomes_a_row_of_numbers(name: str) -> None:
    mind = minds([name, name])
    doctrine = doctrines()[name]
    assert isinstance(mind, Minds)
    assert mind.weights.shape == (2, len(Feature), 1, 1)
    for feature in Feature:
        expected = getattr(doctrine.weights, feature.name.lower())
        assert mind.weights[:, int(feature)].ravel() == pytest.approx([expected] * 2)
        assert mind.by_feature[int(feature)].ravel() == pytest.approx([expected] * 2)
    for column in (
        "bar",
        "accept",
        "trusting",
        "honesty",
        "guile",
        "patience",
        "forgiving",
        "thrift",
        "talk",
    ):
        values = getattr(mind, column)
        assert values.shape == (2, 1, 1)
        assert values[0, 0, 0] == np.float32(getattr(doctrine, column))
    assert mind.chance[0, 0, 0] == doctrine.random


@EVERY
def test_it_plays_a_whole_game_in_every_seat(name: str) -> None:
    world = start(3)
    mind, seeds = minds([name] * 4), dice.derive(world.seed, "players")
    acted: set[int] = set()
    while not world.ended.all():
        done = drive(world, rules(), lambda question: decide(question, mind, seeds))
        world = done.after
        acted |= {int(n) for table in done.log.orders for n in table.actor}
    assert acted == {0, 1, 2, 3}


def test_a_doctrine_that_does_not_exist_is_refused_with_a_hint() -> None:
    with pytest.raises(UnknownDoctrine, match="hawk"):
        minds(["hawkk"])


def test_characters_differ() -> None:
    rows = [minds([name]).weights.ravel().tolist() for name in doctrines()]
    assert len(rows) == len({tuple(row) for row in rows}) >= 3
