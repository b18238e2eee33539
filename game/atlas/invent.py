"""Worlds for invented nations, so that no invented quarrel is painted over a real country.

The same scenario always has the same world: all of it comes from the scenario's id and its
nations. Land is where a nation's reach and some noise say so; water parts continents.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.atlas.geometry import Geometry, Point, Territory, around
from game.atlas.noise import Field, layered
from game.atlas.patches import Grid, neighbours, patches, sizes
from game.atlas.projection import net
from game.atlas.room import deepest
from game.atlas.seats import HIGH, Layout, Seat, laid_out
from game.atlas.trace import traced

CELL = 1.25
"""Map units a cell is wide."""

BEND = np.float32(52.0)
"""How far noise bends what would be a straight border, in map units."""

NOTE = "An invented world: its coasts, borders and nations stand for no real ones."


@lru_cache(maxsize=8)
def invented(name: str, nations: tuple[Seat, ...]) -> Geometry:
    """The world of a scenario."""
    layout = laid_out(name, nations)
    labels = _tidied(_labels(name, layout), len(nations))
    shapes = traced(labels + 1, CELL, 2)
    mains = _mains(labels)
    land = [
        Territory(each.id, each.name, shapes[i + 1], *_spots(mains == i, layout.places[i]))
        for i, each in enumerate(layout.seats)
        if i + 1 in shapes
    ]
    seated = {each.id: each for each in land[: len(nations)]}
    rest = tuple(land[len(nations) :])
    boxes = [each.main.outline.box for each in seated.values()]
    focus = around([*((a, b) for a, b, _, _ in boxes), *((c, d) for _, _, c, d in boxes)], 14.0)
    return Geometry(name, (0.0, 0.0, 1000.0, HIGH), seated, rest, net(-89.0), False, NOTE, focus)


def _labels(name: str, layout: Layout) -> Grid:
    """The seat that holds each cell, or -1 for water."""
    x, y = _axes()
    wx = x[None, :] + BEND * layered(f"{name}:x", x, y, 190.0, 7, 0.56)
    wy = y[:, None] + BEND * layered(f"{name}:y", x, y, 190.0, 7, 0.56)
    reach = _reach(layout.places, _fair_spans(layout, wx, wy), wx, wy)
    holder = reach.argmin(axis=0)
    height = _height(name, layout, reach, holder)
    labels: Grid = np.where(height > 0, holder, -1).astype(np.int64)
    return labels


def _axes() -> tuple[Field, Field]:
    """Columns and rows of the grid, in map units."""
    columns, rows = round(1000 / CELL), round(HIGH / CELL)
    x, y = (np.arange(columns) + 0.5) * CELL, (np.arange(rows) + 0.5) * CELL
    return x.astype(np.float32), y.astype(np.float32)


def _reach(places: Field, spans: Field, x: Field, y: Field) -> Field:
    """How far each cell lies from each seat, in spans of that seat, squared. [S, rows, columns]"""
    far: Field = np.empty((len(places), *x.shape), np.float32)
    for own, (px, py), span in zip(
        far, places.astype(np.float32), spans.astype(np.float32), strict=True
    ):
        np.square(x - px, out=own)
        own += np.square(y - py)
        own /= span * span
    return far


def _fair_spans(layout: Layout, x: Field, y: Field, rounds: int = 10) -> Field:
    """Spans under which nobody holds less land than its power asks, for lack of room."""
    spans, coarse = layout.spans.copy(), (slice(None, None, 6), slice(None, None, 6))
    wanted = layout.spans**2 / np.sum(layout.spans**2)
    for _ in range(rounds):
        reach = _reach(layout.places, spans, x[coarse], y[coarse])
        held = reach.argmin(axis=0)[reach.min(axis=0) < 1.0]
        share = np.bincount(held, minlength=len(spans)) / max(1, held.size)
        spans *= np.clip(np.sqrt(np.sqrt(wanted / np.maximum(share, 1e-3))), 0.85, 1.18)
        spans *= np.sqrt(np.sum(layout.spans**2) / np.sum(spans**2))
    return spans


def _height(name: str, layout: Layout, reach: Field, holder: NDArray[np.int64]) -> Field:
    """Above 0 is land: near a seat, not in a strait, and where the noise has it so."""
    (x, y), (nearest, next_one) = _axes(), _nearest_continents(layout, reach)
    base = np.minimum(1.0 - nearest, 1.5 * (next_one - nearest) - 0.1)  # water in a strait
    base = np.minimum(0.8 * base, 0.36) + _margin(x, y)
    rough = layered(f"{name}:coast", x, y, 170.0, 8, 0.58)
    islands = np.array([each.islands for each in layout.seats])[holder]
    broken = layered(f"{name}:isles", x, y, 50.0, 6, 0.6)
    noise = np.where(islands, 1.15 * broken - 0.1, 0.8 * rough)
    heart = np.maximum(0.42 - nearest, 0.0) * np.where(islands, 2.0, 4.0)
    height: Field = base + noise + heart
    return height


def _nearest_continents(layout: Layout, reach: Field) -> tuple[Field, Field]:
    """How far the nearest continent is, and the next one."""
    count = int(layout.continents.max()) + 1
    squares = [reach[layout.continents == each].min(axis=0) for each in range(count)]
    near = np.sort(np.sqrt(np.stack([*squares, np.full_like(squares[0], 81.0)])), axis=0)
    return near[0], near[1]


def _margin(x: Field, y: Field) -> Field:
    """Water along the edges of the sheet, the more the nearer."""
    edge = np.minimum(np.minimum(x, 1000 - x)[None, :], np.minimum(y, HIGH - y)[:, None])
    short = np.maximum(1 - edge / 60, 0.0)
    margin: Field = (-1.3 * short * short).astype(np.float32)
    return margin


def _tidied(labels: Grid, nations: int) -> Grid:
    """No crumbs of land or water, no scraps of a territory inside another."""
    labels = _without_crumbs(labels)
    for _ in range(3):
        labels = _without_scraps(labels, nations)
    return labels


def _without_crumbs(labels: Grid, land: int = 7, lake: int = 40) -> Grid:
    numbered = patches((labels >= 0).astype(np.int64))
    many, wet = sizes(numbered)[numbered], labels < 0
    labels = np.where(~wet & (many < land), -1, labels)
    return _filled(labels, wet & (many < lake))


def _filled(labels: Grid, holes: NDArray[np.bool_]) -> Grid:
    """Small lakes become the land beside them."""
    labels = labels.copy()
    while holes.any():
        for shift, axis in ((1, 0), (-1, 0), (1, 1), (-1, 1)):
            beside = np.roll(labels, shift, axis)
            take = holes & (beside >= 0)
            labels[take] = beside[take]
            holes = holes & ~take
    return labels


def _without_scraps(labels: Grid, nations: int) -> Grid:
    """A patch beside land of others joins them, unless it is its owner's largest."""
    numbered = patches(labels)
    many = sizes(numbered)
    owner = _owners(numbered, labels)
    largest = {int(each): _largest(owner, many, each) for each in np.unique(owner)}
    best = owner.copy()
    for patch, others in _land_beside(numbered, owner):
        if patch != largest[int(owner[patch])]:
            best[patch] = owner[max(others, key=lambda each: (each[1], -each[0]))[0]]
    found: Grid = best[numbered]
    return found


def _owners(numbered: Grid, labels: Grid) -> Grid:
    owner = np.zeros(int(numbered.max()) + 1, dtype=np.int64)
    owner[numbered.ravel()] = labels.ravel()
    return owner


def _largest(owner: Grid, many: Grid, each: int) -> int:
    mine = np.nonzero(owner == each)[0]
    return int(mine[many[mine].argmax()])


def _land_beside(numbered: Grid, owner: Grid) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    beside: dict[int, list[tuple[int, int]]] = {}
    for a, b, long in neighbours(numbered).tolist():
        if owner[a] >= 0 and owner[b] >= 0 and owner[a] != owner[b]:
            beside.setdefault(a, []).append((b, long))
    yield from sorted(beside.items())


def _mains(labels: Grid) -> Grid:
    """The holder of each cell that belongs to its holder's largest patch, or -1."""
    numbered = patches(labels)
    many = sizes(numbered)
    owner = _owners(numbered, labels)
    largest = [_largest(owner, many, each) for each in np.unique(owner).tolist()]
    found: Grid = np.where(np.isin(np.arange(len(many)), largest), owner, -1)[numbered]
    return found


def _spots(main: NDArray[np.bool_], place: NDArray[np.float64]) -> tuple[Point, Point]:
    """The capital, near the middle of its land and not on a border, and the place for the name."""
    rows, columns = np.nonzero(_inner(main))
    x, y = (columns + 0.5) * CELL, (rows + 0.5) * CELL
    best = int(((x - place[0]) ** 2 + (y - place[1]) ** 2).argmin())
    row, column = deepest(main)
    return (float(x[best]), float(y[best])), ((column + 0.5) * CELL, (row + 0.5) * CELL)


def _inner(main: NDArray[np.bool_], cells: int = 4) -> NDArray[np.bool_]:
    """The cells well inside, or as far inside as there are any."""
    for _ in range(cells):
        worn = np.pad(main, 1)
        less = main & worn[:-2, 1:-1] & worn[2:, 1:-1] & worn[1:-1, :-2] & worn[1:-1, 2:]
        if not less.any():
            break
        main = less
    return main
