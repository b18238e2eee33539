"""Minds: doctrines as rows of numbers. (Rules 13.6)"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from game.rules.lazy import lazy
from game.rules.world import Floats, Index

MEMORY = 4
"""Turns for which an incident usually weighs on what a nation does."""


@dataclass(frozen=True, eq=False)
class Minds:
    """Doctrines of some seats as rows of numbers. [V, 1, W] each, weights [V, F, 1, W].

    W is 1 where a seat has the same doctrine in all worlds, else one place for each world.
    """

    weights: Floats
    bar: Floats  # belief needed before acting against a culprit
    accept: Floats  # gain a proposal must offer
    trusting: Floats  # trust needed to sign with somebody
    honesty: Floats  # above one half: tells the truth, keeps promises
    guile: Floats  # above one half: hides behind others
    patience: Floats  # how much later turns weigh; how slowly it tires of an offer refused
    forgiving: Floats  # 0: it never forgets; at one half its memory is the usual one
    thrift: Floats  # what a point of cost weighs
    talk: Floats  # how gladly it talks
    chance: Floats  # above one half: chooses by dice

    @lazy
    def by_feature(self) -> tuple[Floats, ...]:
        """The weights of each feature. [V, 1, W] each"""
        return tuple(self.weights[:, feature] for feature in range(self.weights.shape[1]))

    @lazy
    def memory(self) -> Floats:
        """Turns for which what was done to it weighs. [V, 1, W]"""
        turns = np.rint(MEMORY + 2 - 4 * self.forgiving)
        memory: Floats = np.where(self.forgiving <= 0, np.float32(99), turns)
        return memory

    def pick(self, worlds: Any) -> Minds:
        """The minds of some worlds, when worlds are parted."""
        if self.weights.shape[-1] == 1:
            return self
        return Minds(*(getattr(self, f.name)[..., worlds] for f in fields(self)))


def trait(column: Floats, nation: Index, world: Index) -> Floats:
    """A column of Minds for each of some nations in their worlds. [rows], weights [rows, F]"""
    found: Floats = column[nation, ..., 0, world if column.shape[-1] > 1 else 0]
    return found
