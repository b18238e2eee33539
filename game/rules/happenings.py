"""Happenings: what took place, as rows, with who could see it. (Rules 10)

Reports and sentences are made from these; rules never read them back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

import numpy as np

from game.rules.changes import Item
from game.rules.lazy import quick
from game.rules.orders import Answers, Offers, Orders
from game.rules.world import NOBODY, Floats, Index, Ints, World

EVERYBODY = -1
"""Mask of a happening that all nations see: every bit set."""


@quick
class What(IntEnum):
    """Kinds of happening that are not an action of the same name."""

    BEGAN = 0
    ENDED = 1
    SPREAD = 2
    FOUND = 3
    SHARED = 4
    NOTICED = 5
    OFFERED = 6
    ACCEPTED = 7
    REFUSED = 8
    SIGNED = 9
    LAPSED = 10
    MESSAGE = 11
    ORDERED = 12
    VOID = 13
    CLAIMED = 14
    KEPT = 15
    BROKE = 16
    PUBLISHED = 17
    RUNG = 18
    CLEARED = 19
    INJECT = 20
    RED_LINE = 21
    REPORT = 22
    FAILED = 23
    EXPOSED = 24
    OBJECTIVE = 25
    GAME_OVER = 26
    EXPIRED = 27
    ADOPTED = 28
    VIOLATED = 29
    WRONGFUL = 30
    MEASURE = 31
    VOTED_DOWN = 32
    POSITION = 33
    CALLED = 34


class Breach(IntEnum):
    """How a treaty was broken: what `a` of `What.BROKE` means above 0; below, which promise was."""

    ATTACKED = 1
    WITHHELD = 2


@dataclass(frozen=True)
class Happening:
    """Rows of one kind. Shapes [rows]; `a` and `b` mean what the kind says."""

    what: What
    world: Index
    actor: Ints
    target: Ints
    incident: Ints
    a: Floats
    b: Floats
    seen: Ints  # bit n set: nation n sees it


@dataclass
class Log:
    """What happened this turn; switched off in big studies."""

    kept: bool = True
    rows: list[Happening] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    talks: list[tuple[Offers, Answers]] = field(default_factory=list)
    orders: list[Orders] = field(default_factory=list)

    @property
    def ledger(self) -> list[Item] | None:
        """Where changes of amounts are entered, or None if nobody will read them."""
        return self.items if self.kept else None

    def note(
        self,
        what: What,
        world: Any,
        actor: Any = NOBODY,
        target: Any = NOBODY,
        incident: Any = NOBODY,
        a: Any = 0.0,
        b: Any = 0.0,
        seen: Any = EVERYBODY,
    ) -> None:
        """Write happenings down, one for each world given.

        seen: a mask of nations, or the nations that alone see it, as a tuple of columns.
        """
        if not self.kept:
            return
        where = np.atleast_1d(np.asarray(world, np.intp))
        if not where.size:
            return
        mask = only(*seen) if isinstance(seen, tuple) else seen
        who, whom, case = (_as(value, np.int16, where) for value in (actor, target, incident))
        one, two = (_as(value, np.float32, where) for value in (a, b))
        self.rows.append(
            Happening(what, where, who, whom, case, one, two, _as(mask, np.int32, where))
        )


def only(*nations: Any) -> Any:
    """Who sees a happening that only the named nations see; NOBODY adds nobody."""
    mask: Any = 0
    for nation in nations:
        bit = np.left_shift(1, np.maximum(nation, 0).astype(np.int32))
        mask = mask | np.where(np.asarray(nation) >= 0, bit, 0)
    return mask


def knowers(world: World, incident: Any, where: Any) -> Any:
    """Who sees a happening of an incident: the nations that know of it."""
    known = world.known[:, incident, where]
    bits = np.left_shift(1, np.arange(known.shape[0], dtype=np.int32))
    return (known * bits[:, None]).sum(axis=0)


def _as(value: Any, kind: Any, like: Index) -> Any:
    return np.broadcast_to(np.asarray(value, kind), like.shape)
