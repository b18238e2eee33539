"""Somebody who decides by dice: for tests of what holds whatever is decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.actions import actions
from game.rules.clauses import ACCUSES
from game.rules.clauses import CLAUSES as VOCABULARY
from game.rules.orders import (
    CLAUSES,
    PARTIES,
    Answers,
    Messages,
    Offers,
    Orders,
    orders_of,
)
from game.rules.turn import Ask, Question
from game.rules.world import NOBODY, World
from tests.worlds import Played, drive, rules

TOPS = np.array([len(clause.levels) - 1 for clause in VOCABULARY])
"""Highest level of each clause."""

NATIONS, ORDERS = 4, 6
Reply = Callable[[Question], Any]


@dataclass(frozen=True)
class Dicer:
    """Somebody who decides by dice, and alike for a world in any batch it lies in.

    Wild ones fill in anything; the others mostly what is in range. `first` is the number of the
    first world of the batch in a larger one.
    """

    seed: int
    wild: bool = False
    first: int = 0

    def __call__(self, question: Question) -> Any:
        """What all nations of all worlds say."""
        turn, count = question.seen.turn, question.seen.worlds
        keys = [[self.seed, self.first + n, turn, question.round] for n in range(count)]
        rngs = list(enumerate(map(np.random.default_rng, keys)))
        if question.ask is Ask.ORDER:
            return Orders.join([self.orders(rng, world) for world, rng in rngs])
        if question.ask is Ask.TALK:
            said = Messages.join([self.messages(rng, world) for world, rng in rngs])
            return said, Offers.join([self.offers(rng, world, 2) for world, rng in rngs])
        assert question.offers is not None
        answers = Answers.join([self.answers(rng, w, question.offers) for w, rng in rngs])
        asked = set(zip(answers.world.tolist(), answers.actor.tolist(), strict=True))
        counters = Offers.join([self.offers(rng, world, 1) for world, rng in rngs])
        pairs = zip(counters.world.tolist(), counters.actor.tolist(), strict=True)
        return answers, counters.take(np.array([pair in asked for pair in pairs], bool))

    def within(self, rng: np.random.Generator, low: int, high: int, size: int) -> Any:
        """Numbers in a range, or anything."""
        return rng.integers(-40, 41, size) if self.wild else rng.integers(low, high, size)

    def orders(self, rng: np.random.Generator, world: int) -> Orders:
        """Orders of all nations of one world."""
        size = NATIONS * ORDERS
        return orders_of(
            np.full(size, world),
            np.repeat(np.arange(NATIONS), ORDERS),
            rng.integers(-1, len(actions()) + 1, size),
            target=self.within(rng, 0, 6, size),
            incident=self.within(rng, 0, 5, size),
            choice=self.within(rng, 0, 7, size),
            level=self.within(rng, 1, 3, size),
            cover=self.within(rng, -1, 4, size),
            rank=np.tile(np.arange(ORDERS), NATIONS),
        )

    def messages(self, rng: np.random.Generator, world: int) -> Messages:
        """Messages of all nations of one world."""
        size = NATIONS * 2
        columns = [self.within(rng, 0, 4, size) for _ in range(3)]
        until = self.within(rng, -1, 9, size)
        return Messages(np.full(size, world), np.repeat(np.arange(NATIONS), 2), *columns, until)

    def offers(self, rng: np.random.Generator, world: int, each: int) -> Offers:
        """Proposals of all nations of one world."""
        size = NATIONS * each
        actor = np.repeat(np.arange(NATIONS), each)
        levels = self.within(rng, 0, 3, size * CLAUSES).reshape(size, CLAUSES)
        levels = levels * (rng.random(levels.shape) < 0.15)
        party = rng.random((size, PARTIES)) < 0.4
        incident, accused = self.within(rng, -1, 3, size), self.within(rng, -1, 6, size)
        if not self.wild:
            levels = np.minimum(levels, TOPS)
            party[:, NATIONS:] = False
            party[np.arange(size), actor] = True
            accused[~(levels[:, list(ACCUSES)] > 0).any(axis=1)] = NOBODY
        body, power = self.within(rng, -4, 2, size), self.within(rng, -1, 12, size)
        topic = self.within(rng, -1, 7, size)
        rest = (0 * actor, np.maximum(body, NOBODY), power, topic)
        return Offers(np.full(size, world), actor, party, levels, incident, accused, *rest)

    def answers(self, rng: np.random.Generator, world: int, offers: Offers) -> Answers:
        """Answers of all nations of one world to what lies on its table."""
        here = np.flatnonzero(offers.world == world)
        row, nation = np.nonzero(offers.party[here])
        accept = (rng.random(len(row)) < 0.7).astype(np.intp)
        number, nothing = here[row], np.zeros(len(row), np.float32)
        if self.wild:
            number = number + rng.integers(-1, 2, len(row))
        return Answers(np.full(len(row), world), number, nation, accept, 0 * row, nothing, nothing)


def turns(world: World, reply: Reply, count: int) -> list[Played]:
    """Play some turns."""
    played = []
    for _ in range(count):
        played.append(drive(world, rules(), reply))
        world = played[-1].after
    return played
