"""Changes: the only way a world changes. (Rules 2)

Everyone in a stage reads the same world and writes here; the changes are added up, put on the
grid and clipped once, at the stage's end. Three ways of writing, none of which cares for order:
amounts are added, facts are put (by one writer only) or raised to the larger value. Every change
of an amount is an item with a reason, so that a stock always equals the sum of its items.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from game.rules.world import BELIEF_GRID, GRID, NOBODY, Floats, Index, World

_NARROW = np.int16


@dataclass(frozen=True)
class Item:
    """Some changes of one amount for one reason. Shapes [rows]."""

    name: str
    place: Index  # row in the table of amounts
    world: Index
    by: Floats
    why: str
    who: Index  # the nation or actor that caused it, or NOBODY


@dataclass
class Changes:
    """What a stage does to a world; nothing happens until `apply`."""

    world: World
    items: list[Item] = field(default_factory=list)
    _puts: list[tuple[Index, Any]] = field(default_factory=list)
    _raises: list[tuple[Index, Any]] = field(default_factory=list)
    _counts: list[Index] = field(default_factory=list)
    _sums: list[Item] = field(default_factory=list)

    def add(self, name: str, *index: Any, by: Any, why: str, who: Any = NOBODY) -> None:
        """Add to an amount. The last index is the world; `by` is rounded to the grid."""
        place, world = self._place(name, index)
        amount = np.rint(np.asarray(by, np.float32) * GRID) / np.float32(GRID)
        shape = place.shape
        self._sums.append(
            Item(
                name,
                place,
                world,
                np.broadcast_to(amount, shape).astype(np.float32),
                why,
                np.broadcast_to(who, shape),
            )
        )

    def add_all(self, name: str, by: Floats, why: str) -> None:
        """Add an array of the shape of the amount itself; zeros make no item."""
        window = self.world.board.windows[name]
        flat = np.broadcast_to(by, (*window.shape, self.world.worlds)).reshape(-1, self.world.worlds)
        place, world = np.nonzero(flat)
        if place.size:
            amount = np.rint(flat[place, world] * GRID) / np.float32(GRID)
            nobody = np.broadcast_to(NOBODY, place.shape)
            self._sums.append(Item(name, place + window.start, world, amount, why, nobody))

    def put(self, name: str, *index: Any, to: Any) -> None:
        """Set a fact that nobody else sets in this stage."""
        self._puts.append((self._flat(name, index), to))

    def raise_to(self, name: str, *index: Any, to: Any) -> None:
        """Set a fact to the largest of what is written and what it was."""
        self._raises.append((self._flat(name, index), to))

    def count(self, name: str, *index: Any) -> None:
        """Add one to a fact that counts, once for each row."""
        self._counts.append(self._flat(name, index))

    def apply(self) -> None:
        """Let it all happen, and begin again with no changes."""
        for where, to in self._puts:
            self.world.facts.reshape(-1)[where] = to
        facts = self.world.facts.reshape(-1)
        for where, to in self._raises:
            np.maximum.at(facts, where, np.asarray(to, _NARROW))
        for where in self._counts:
            np.add.at(facts, where, _NARROW(1))
        self._puts.clear()
        self._counts.clear()
        self._raises.clear()
        if self._sums:
            self._apply_amounts()

    def _apply_amounts(self) -> None:
        """Add up, clip what was touched, and keep the items, clipping being one of them."""
        if len(self._sums) == 1:
            place, world, by = self._sums[0].place, self._sums[0].world, self._sums[0].by
        else:
            place = np.concatenate([item.place for item in self._sums])
            world = np.concatenate([item.world for item in self._sums])
            by = np.concatenate([item.by for item in self._sums])
        flat = self.world.amounts.reshape(-1)
        where = place * self.world.worlds + world
        np.add.at(flat, where, by)
        low, high = self.world.board.limits
        reached = flat[where]
        allowed = np.minimum(np.maximum(reached, low[place]), high[place])
        self.items.extend(self._sums)
        self._sums.clear()
        over = np.flatnonzero(reached != allowed)
        if over.size:
            flat[where[over]] = allowed[over]
            self._note_clipping(where[over], (allowed - reached)[over])

    def _note_clipping(self, where: Index, by: Floats) -> None:
        cells, first = np.unique(where, return_index=True)
        place, world = np.divmod(cells, self.world.worlds)
        nobody = np.full(cells.shape, NOBODY)
        self.items.append(Item("limit", place, world, by[first], "limit", nobody))

    def _place(self, name: str, index: tuple[Any, ...]) -> tuple[Index, Index]:
        window = self.world.board.windows[name]
        *inner, world = index
        place: Any = 0
        for size, part in zip(window.shape, inner, strict=True):
            place = place * size + np.asarray(part, np.intp)
        place, world = np.broadcast_arrays(place + window.start, np.asarray(world, np.intp))
        return place, world

    def _flat(self, name: str, index: tuple[Any, ...]) -> Index:
        place, world = self._place(name, index)
        flat: Index = place * self.world.worlds + world
        return flat


def put_derived(world: World, name: str, values: Any) -> None:
    """Write an amount that follows from others (trust, heat's rung, guilt): no item, no choice."""
    window = world.board.windows[name]
    table = world.facts if window.plane.exact else world.amounts
    table[window.start : window.stop] = np.reshape(values, (-1, world.worlds))


def put_cells(world: World, name: str, *index: Any, to: Any) -> None:
    """Write cells of an array by index, axes before the last as given, for one new incident."""
    window = world.board.windows[name]
    table = world.facts if window.plane.exact else world.amounts
    shaped = table[window.start : window.stop].reshape((*window.shape, world.worlds))
    shaped[index] = to


def on_grid(values: Any) -> Floats:
    """Round to multiples of 1/64."""
    return np.rint(np.asarray(values, np.float32) * GRID) / np.float32(GRID)


def on_belief_grid(values: Any) -> Floats:
    """Round to multiples of 1/1024."""
    rounded: Floats = (np.rint(np.asarray(values) * BELIEF_GRID) / BELIEF_GRID).astype(np.float32)
    return rounded
