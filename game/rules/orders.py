"""Orders and what else is decided, as rows of small tables. (Rules 9)

A row is one decision in one world. Columns are int16 arrays of one length; a column that an
action does not use holds NOBODY.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from game.rules.world import NOBODY, Bools, Floats, Index, Ints


@dataclass(frozen=True)
class Rows:
    """A table of decisions: arrays of equal length."""

    world: Index

    def __len__(self) -> int:
        return self.world.shape[0]

    def take(self, chosen: Any) -> Self:
        """Some of the rows."""
        return replace(self, **{f.name: getattr(self, f.name)[chosen] for f in fields(self)})

    @classmethod
    def empty(cls) -> Self:
        """A table without rows."""
        return cls(**{f.name: _none(cls, f.name) for f in fields(cls)})

    @classmethod
    def join(cls, tables: Sequence[Self]) -> Self:
        """Tables one below the other."""
        full = [table for table in tables if len(table)]
        if not full:
            return cls.empty()
        if len(full) == 1:
            return full[0]
        return cls(
            **{f.name: np.concatenate([getattr(t, f.name) for t in full]) for f in fields(cls)}
        )


def _none(cls: type[Rows], name: str) -> NDArray[Any]:
    wide = {"levels": (0, CLAUSES), "party": (0, PARTIES)}.get(name, (0,))
    kinds = {"world": np.intp, "factor": np.float32, "party": np.bool_}
    return np.zeros(wide, kinds.get(name, np.int16))


CLAUSES = 18
"""Length of axis C: the closed vocabulary of clauses.py."""

PARTIES = 16
"""Most nations a scenario may have; proposals keep a place for each."""


@dataclass(frozen=True)
class Orders(Rows):
    """What nations order. Shapes [rows]."""

    actor: Ints
    action: Ints  # index in the list of actions
    target: Ints  # nation or actor
    incident: Ints
    choice: Ints  # sector, card, word or ask, as the action says
    level: Ints  # intensity 1 to 3, or confidence
    cover: Ints  # nation framed by a false flag, or NOBODY
    rank: Ints  # place in the nation's list; earlier orders are paid first
    reason: Ints  # feature that moved an AI, or NOBODY
    factor: Floats  # how much


@dataclass(frozen=True)
class Messages(Rows):
    """Typed messages of a talks round. Shapes [rows]."""

    actor: Ints
    target: Ints
    tone: Ints  # Tone
    topic: Ints  # Promise kind asked for, promised or warned of
    until: Ints  # last turn of a promise


@dataclass(frozen=True)
class Offers(Rows):
    """Proposals tabled in a talks round. Shapes [rows], levels [rows, C], party [rows, nations]."""

    actor: Ints
    party: Bools  # [rows, PARTIES], the proposer included
    levels: Ints  # [rows, C] clause levels, 0 for a clause left out
    incident: Ints  # what an attribution or a joint statement is about, or NOBODY
    accused: Ints  # actor named by the attribution clause, or NOBODY
    counter: Ints  # 1 when it answers another offer


@dataclass(frozen=True)
class Answers(Rows):
    """What a nation says to an offer. Shapes [rows]."""

    offer: Index  # row in the table of offers
    actor: Ints
    accept: Ints  # 1 accept, 0 refuse
    reason: Ints  # Reason of a refusal
    factor: Floats  # the figure behind the reason
    needed: Floats  # the figure that would have been enough


def orders_of(world: Any, actor: Any, action: Any, **columns: Any) -> Orders:
    """Orders from the columns that matter; the others hold NOBODY, levels 1 and factors 0."""
    count = np.atleast_1d(world).shape[0]
    filled: dict[str, Any] = {f.name: NOBODY for f in fields(Orders)}
    filled |= {"level": 1, "rank": 0, "factor": 0.0}
    filled |= {"world": world, "actor": actor, "action": action} | columns
    return Orders(**{name: _column(name, value, count) for name, value in filled.items()})


def _column(name: str, value: Any, count: int) -> Any:
    kind = {"world": np.intp, "offer": np.intp, "factor": np.float32, "needed": np.float32}
    return np.broadcast_to(np.asarray(value, kind.get(name, np.int16)), (count,))
