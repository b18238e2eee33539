"""Orders and what else is decided, as rows of small tables. (Rules 9)

A row is one decision in one world. Columns are arrays of one length; a column that an
action does not use holds NOBODY.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from game.rules.world import NOBODY, Bools, Floats, Index


@dataclass(frozen=True)
class Rows:
    """A table of decisions: arrays of equal length."""

    world: Index

    def __len__(self) -> int:
        return len(self.world)

    @classmethod
    @cache
    def columns(cls) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(f.name for f in fields(cls))

    def take(self, chosen: Any) -> Self:
        """Some of the rows."""
        return type(self)(*[getattr(self, name)[chosen] for name in self.columns()])

    @classmethod
    def empty(cls) -> Self:
        """A table without rows."""
        return cls(*[_none(name) for name in cls.columns()])

    @classmethod
    def join(cls, tables: Sequence[Self]) -> Self:
        """Tables one below the other."""
        full = [table for table in tables if len(table)]
        if not full:
            return cls.empty()
        if len(full) == 1:
            return full[0]
        return cls(*[np.concatenate([getattr(t, name) for t in full]) for name in cls.columns()])


def _none(name: str) -> NDArray[Any]:
    wide = {"levels": (0, CLAUSES), "party": (0, PARTIES)}.get(name, (0,))
    return np.zeros(wide, _KINDS.get(name, np.intp))


_KINDS: dict[str, Any] = {
    "factor": np.float32,
    "needed": np.float32,
    "severity": np.float32,
    "party": np.bool_,
}
"""Columns that do not hold whole numbers."""

CLAUSES = 18
"""Length of axis C: the closed vocabulary of clauses.py."""

PARTIES = 16
"""Most nations a scenario may have; proposals keep a place for each."""


@dataclass(frozen=True)
class Orders(Rows):
    """What nations order. Shapes [rows]."""

    actor: Index
    action: Index  # index in the list of actions
    target: Index  # nation or actor
    incident: Index
    choice: Index  # sector, card, word or ask, as the action says
    level: Index  # intensity 1 to 3, or confidence
    cover: Index  # nation framed by a false flag, or NOBODY
    rank: Index  # place in the nation's list; earlier orders are paid first
    reason: Index  # feature that moved an AI, or NOBODY
    factor: Floats  # how much


@dataclass(frozen=True)
class Messages(Rows):
    """Typed messages of a talks round. Shapes [rows]."""

    actor: Index
    target: Index
    tone: Index  # Tone
    topic: Index  # Promise kind asked for, promised or warned of
    until: Index  # last turn of a promise


@dataclass(frozen=True)
class Offers(Rows):
    """Proposals tabled in a talks round. Shapes [rows], levels [rows, C], party [rows, nations]."""

    actor: Index
    party: Bools  # [rows, PARTIES], the proposer included
    levels: Index  # [rows, C] clause levels, 0 for a clause left out
    incident: Index  # what an attribution or a joint statement is about, or NOBODY
    accused: Index  # actor named by the attribution clause, or NOBODY
    counter: Index  # 1 when it answers another offer
    body: Index  # the organisation whose power it would use, or NOBODY
    power: Index  # that Power
    topic: Index  # norm, nation or question that a clause or a power is about, or NOBODY


@dataclass(frozen=True)
class Answers(Rows):
    """What a nation says to an offer. Shapes [rows]."""

    offer: Index  # row in the table of offers
    actor: Index
    accept: Index  # 1 accept, 0 refuse
    reason: Index  # Reason of a refusal
    factor: Floats  # the figure behind the reason
    needed: Floats  # the figure that would have been enough


def orders_of(world: Any, actor: Any, action: Any, **columns: Any) -> Orders:
    """Orders from the columns that matter; the others hold NOBODY, levels 1 and factors 0."""
    where = np.atleast_1d(np.asarray(world, np.intp))
    orders = blank_orders(len(where))
    for name, value in {"world": where, "actor": actor, "action": action, **columns}.items():
        getattr(orders, name)[:] = value
    return orders


def blank_orders(count: int) -> Orders:
    """Orders with nothing filled in: NOBODY, levels 1 and factors 0."""
    empty = {name: np.full(count, _BLANK.get(name, NOBODY)) for name in Orders.columns()}
    return Orders(**empty | {"factor": np.zeros(count, np.float32)})


_BLANK = {"world": 0, "level": 1, "rank": 0}
