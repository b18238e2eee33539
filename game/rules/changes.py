"""Changes: the only way a world changes. (Rules 2)

Everyone in a stage reads the same world and writes here; the changes are added up, put on the
grid and clipped once, at the stage's end. No way of writing cares for order: amounts are added;
facts are put (by one writer only), raised or lowered to the furthest value, or counted. Every
change of an amount is an item with a reason, so that a stock always equals the sum of its items.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from game.rules.world import BELIEF_GRID, GRID, NOBODY, Floats, Index, World, which

_NARROW = np.int16
_GRID = np.float32(GRID)
_NO_ROWS: Index = np.zeros(0, np.intp)

LIMIT = "limit"
"""Reason of the item that keeps an amount within its range."""


class Item(NamedTuple):
    """Some changes of one amount for one reason. Shapes [rows]."""

    name: str
    place: Index  # row in the table of amounts
    world: Index
    by: Floats
    why: str
    who: Index  # the nation or actor that caused it, or NOBODY


@dataclass
class Changes:
    """What a stage does to a world; nothing happens until `apply`.

    `ledger` takes the items of what was applied; None, in big studies, keeps none.
    """

    world: World
    ledger: list[Item] | None = None
    _sums: list[Item] = field(default_factory=list)
    _sweeps: list[tuple[str, Floats, str]] = field(default_factory=list)
    _puts: list[tuple[Index, Any]] = field(default_factory=list)
    _raises: list[tuple[Index, Any]] = field(default_factory=list)
    _lowers: list[tuple[Index, Any]] = field(default_factory=list)
    _counts: list[tuple[Index, int]] = field(default_factory=list)

    def add(self, name: str, *index: Any, by: Any, why: str, who: Any = NOBODY) -> None:
        """Add to an amount. The last index is the world; `by` is rounded to the grid."""
        if not len(index[-1]):
            return
        place, world = self._place(name, index)
        amount = np.asarray(by, np.float32)
        if not amount.ndim:
            amount = np.full(place.shape, amount)
        elif amount.shape != place.shape:
            amount = np.broadcast_to(amount, place.shape)
        if self.ledger is not None:
            amount, who = on_grid(amount), np.broadcast_to(who, place.shape).ravel()
        self._sums.append(Item(name, place.ravel(), world.ravel(), amount.ravel(), why, who))

    def add_all(self, name: str, by: Any, why: str) -> None:
        """Add an array of the shape of the amount itself."""
        self._sweeps.append((name, on_grid(by), why))

    def put(self, name: str, *index: Any, to: Any) -> None:
        """Set a fact that nobody else sets in this stage."""
        if len(index[-1]):
            self._puts.append((self._flat(name, index), to))

    def raise_to(self, name: str, *index: Any, to: Any) -> None:
        """Set a fact to the largest of what is written and what it was."""
        if len(index[-1]):
            self._raises.append((self._flat(name, index), to))

    def lower_to(self, name: str, *index: Any, to: Any) -> None:
        """Set a fact to the smallest of what is written and what it was."""
        if len(index[-1]):
            self._lowers.append((self._flat(name, index), to))

    def count(self, name: str, *index: Any, by: int = 1) -> None:
        """Add to a fact that counts, once for each row; it never falls below 0."""
        if len(index[-1]):
            self._counts.append((self._flat(name, index), by))

    def apply(self) -> None:
        """Let it all happen, and begin again with no changes."""
        facts = self.world.facts.reshape(-1)
        for where, to in self._puts:
            facts[where] = to
        for where, to in self._raises:
            np.maximum.at(facts, where, np.asarray(to, _NARROW))
        for where, to in self._lowers:
            np.minimum.at(facts, where, np.asarray(to, _NARROW))
        for where, by in self._counts:
            np.add.at(facts, where, _NARROW(by))
            if by < 0:
                facts[where] = np.maximum(facts[where], 0)
        if self._sweeps or self._sums:
            self._apply_amounts()
        self._sums.clear()
        self._sweeps.clear()
        for marks in (self._puts, self._raises, self._lowers):
            marks.clear()
        self._counts.clear()

    def _apply_amounts(self) -> None:
        """Add everything up, then clip what was touched, clipping being an item too."""
        amounts = self.world.amounts
        windows = self.world.board.windows
        for name, by, why in self._sweeps:
            window = windows[name]
            amounts[window.start : window.stop].reshape(by.shape)[...] += by
            if self.ledger is not None:
                self._note(name, by.reshape(-1, self.world.worlds), window.start, why)
        place, world = self._add_rows()
        for name in {name for name, _, _ in self._sweeps}:
            self._clip_window(name)
        if place.size:
            self._clip_rows(place, world)

    def _add_rows(self) -> tuple[Index, Index]:
        if not self._sums:
            return _NO_ROWS, _NO_ROWS
        place, world, by = self._sums[0].place, self._sums[0].world, self._sums[0].by
        if len(self._sums) > 1:
            place = np.concatenate([item.place for item in self._sums])
            world = np.concatenate([item.world for item in self._sums])
            by = np.concatenate([item.by for item in self._sums])
        by = on_grid(by)
        np.add.at(self.world.amounts.reshape(-1), place * self.world.worlds + world, by)
        if self.ledger is not None:
            self.ledger.extend(self._sums)
        return place, world

    def _clip_window(self, name: str) -> None:
        window = self.world.board.windows[name]
        reached = self.world.amounts[window.start : window.stop]
        low, high = np.float32(window.plane.low), np.float32(window.plane.high)
        allowed = np.minimum(np.maximum(reached, low), high)
        if self.ledger is not None:
            self._note(name, allowed - reached, window.start, LIMIT)
        reached[...] = allowed

    def _clip_rows(self, place: Index, world: Index) -> None:
        low, high = self.world.board.limits
        flat = self.world.amounts.reshape(-1)
        where = place * self.world.worlds + world
        reached = flat[where]
        allowed = np.minimum(np.maximum(reached, low[place]), high[place])
        over = which(reached != allowed)
        if not over.size:
            return
        cells, first = np.unique(where[over], return_index=True)
        by = (allowed - reached)[over][first]
        flat[cells] = allowed[over][first]
        if self.ledger is not None:
            nobody = np.full(cells.shape, NOBODY)
            self.ledger.append(Item("", *np.divmod(cells, self.world.worlds), by, LIMIT, nobody))

    def _note(self, name: str, by: Floats, start: int, why: str) -> None:
        """Enter the cells of a whole array that changed."""
        place, world = np.nonzero(by)
        if place.size and self.ledger is not None:
            nobody = np.full(place.shape, NOBODY)
            item = Item(name, place + start, world, by[place, world], why, nobody)
            self.ledger.append(item)

    def _place(self, name: str, index: tuple[Any, ...]) -> tuple[Index, Index]:
        """Rows in the flat table, and worlds, of equal shape."""
        window = self.world.board.windows[name]
        place: Any = np.intp(window.start)
        for stride, part in zip(window.strides, index[:-1], strict=True):
            place = place + np.asarray(part, np.intp) * stride
        world = np.asarray(index[-1], np.intp)
        if place.shape != world.shape:
            place, world = np.broadcast_arrays(place, world)
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
    whole: Floats = np.rint(np.asarray(values, np.float32) * _GRID) / _GRID
    return whole


def on_belief_grid(values: Any) -> Floats:
    """Round to multiples of 1/1024."""
    rounded: Floats = (np.rint(np.asarray(values) * BELIEF_GRID) / BELIEF_GRID).astype(np.float32)
    return rounded
