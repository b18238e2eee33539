"""One batch of worlds may have other doctrines in each of them. (Rules 13.1)"""

from __future__ import annotations

import numpy as np
import pytest

from game.players.diplomat import decide
from game.rules import dice
from game.rules.minds import Minds, trait
from game.rules.world import World, digest
from game.scenario.doctrines import doctrines, minds, minds_of
from tests.worlds import drive, rules, start

NAMES = tuple(doctrines())
WORLDS = 6
CHOSEN = np.random.default_rng(7).integers(0, len(NAMES), (4, WORLDS))
"""Which doctrine each seat has in each world."""


def played(world: World, mind: Minds, turns: int = 4) -> World:
    """Some turns of every world, war or not."""
    seeds = dice.derive(world.seed, "players")
    for _ in range(turns):
        world = drive(world, rules(), lambda q: decide(q, mind, seeds, reasons=False)).after
    return world


def test_doctrines_by_world_play_as_they_would_alone() -> None:
    together = played(start(WORLDS), minds_of(NAMES, CHOSEN))
    for number in range(WORLDS):
        alone = minds([NAMES[n] for n in CHOSEN[:, number]])
        apart = played(start(WORLDS), alone)
        assert digest(together, number) == digest(apart, number)


def test_the_same_doctrines_in_every_world_change_nothing() -> None:
    one = CHOSEN[:, :1]
    plain, spread = (minds_of(NAMES, c) for c in (one, np.repeat(one, WORLDS, axis=1)))
    worlds = [played(start(WORLDS), mind, 3) for mind in (plain, spread)]
    for number in range(WORLDS):
        assert digest(worlds[0], number) == digest(worlds[1], number)


@pytest.mark.parametrize("width", [1, WORLDS])
def test_a_trait_is_that_of_the_nation_in_its_world(width: int) -> None:
    mind = minds_of(NAMES, CHOSEN[:, :width])
    nation, world = np.array([3, 0, 2]), np.array([4, 0, 5])
    names = [NAMES[CHOSEN[n, w if width > 1 else 0]] for n, w in zip(nation, world, strict=True)]
    assert trait(mind.bar, nation, world).tolist() == [
        np.float32(doctrines()[name].bar) for name in names
    ]
    assert trait(mind.weights, nation, world) == pytest.approx(
        minds(names).weights[:, :, 0, 0], abs=0
    )


def test_minds_part_with_their_worlds() -> None:
    few = np.array([False, True, True, False, False, True])
    assert (minds_of(NAMES, CHOSEN).pick(few).bar == minds_of(NAMES, CHOSEN[:, few]).bar).all()
    assert (minds_of(NAMES, CHOSEN[:, :1]).pick(few).bar.shape) == (4, 1, 1)
