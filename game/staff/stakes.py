"""What an offer would do: the same imagined worlds with it and without it. (Rules 17.5, 17.7)"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from game.rules import organisations, talks
from game.rules.happenings import Log
from game.rules.imagine import imagine
from game.rules.orders import Answers, Offers
from game.rules.view import View
from game.rules.world import NOBODY, Floats, World
from game.staff.acceptance import Reception, reception
from game.staff.forecast import HIGH, LOW, MEASURES, MIDDLE, play_on

WORLDS, TURNS = 96, 2
"""Imagined worlds, and turns they are played on."""

MINDED = -1.0
"""Points of trust in one that a nation must lose to be said to mind."""


@dataclass(frozen=True)
class Move:
    """How far one figure comes to differ: four in five imagined worlds lie between low and high."""

    name: str
    label: str
    low: float
    middle: float
    high: float


@dataclass(frozen=True)
class Stakes:
    """What hangs on an answer."""

    turns: int
    moves: tuple[Move, ...]  # of the seat's own figures
    trust: dict[int, float]  # by how much each other nation would come to trust the seat more
    reception: Reception  # who else would sign, and whether one in the seat's place would

    @property
    def minding(self) -> tuple[int, ...]:
        """Nations that would trust the seat less for it."""
        return tuple(nation for nation, by in self.trust.items() if by <= MINDED)


def stakes(seen: View, offer: Offers, worlds: int = WORLDS, turns: int = TURNS) -> Stakes:
    """What it would do if everybody asked said yes, against the seat saying no.

    seen: the view of a nation that is asked; offer: one row of world 0.
    """
    me = int(seen.seats[0])
    signed, refused = (_played(seen, offer, yes, worlds, turns) for yes in (True, False))
    moves = tuple(
        _move(name, label, read(signed, me) - read(refused, me))
        for name, (label, read) in MEASURES.items()
    )
    trust: Floats = np.median(signed.trust[:, me] - refused.trust[:, me], axis=-1)
    others = {n: float(by) for n, by in enumerate(trust) if n != me}
    return Stakes(turns, moves, others, reception(seen, offer, worlds))


def _move(name: str, label: str, by: Floats) -> Move:
    low, middle, high = (float(np.quantile(by, at)) for at in (LOW, MIDDLE, HIGH))
    return Move(name, label, low, middle, high)


def _played(seen: View, offer: Offers, yes: bool, worlds: int, turns: int) -> World:
    """Imagined worlds some turns after the others said yes, and the seat yes or no."""
    world = imagine(seen, worlds)
    rows = replace(offer.take(np.zeros(worlds, np.intp)), world=np.arange(worlds))
    offers = organisations.members(rows, world)
    talks.conclude(world, offers, _answers(offers, int(seen.seats[0]), yes), Log(False))
    return play_on(world, int(seen.seats[0]), None, turns)


def _answers(offers: Offers, me: int, yes: bool) -> Answers:
    """Everybody else who is asked accepts."""
    row, actor = offers.party.nonzero()
    asked = actor != offers.actor[row]
    row, actor = row[asked], actor[asked]
    accept = np.where(actor == me, int(yes), 1)
    none = np.zeros(len(row), np.float32)
    return Answers(offers.world[row], row, actor, accept, np.full(len(row), NOBODY), none, none)
