"""Where the nations of an invented world lie: allies close, rivals across the water."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.atlas.noise import chance

HIGH = 480.0
"""Height of the frame of an invented world, in map units."""


@dataclass(frozen=True)
class Seat:
    """What the map has to know of a nation, or of a land without a seat."""

    id: str
    name: str
    power: float
    allies: tuple[str, ...] = ()
    islands: bool = False
    seated: bool = True


@dataclass(frozen=True, eq=False)
class Layout:
    """Seats with their places, in map units, and the continent each belongs to."""

    seats: tuple[Seat, ...]
    places: NDArray[np.float64]  # [S, 2]
    spans: NDArray[np.float64]  # [S]: how far its land should reach
    continents: NDArray[np.int64]  # [S]


def laid_out(name: str, nations: tuple[Seat, ...]) -> Layout:
    """Places for the nations and for some lands between them."""
    seats = (*nations, *_fillers(name, len(nations)))
    spans = _spans(seats)
    continents = _continents(name, seats)
    places = _start(name, seats, continents)
    for step in range(260):
        places = _moved(seats, places, spans, continents, 1.0 - step / 300)
    return Layout(seats, places, spans, continents)


def _fillers(name: str, nations: int) -> tuple[Seat, ...]:
    """Lands without a seat: the world is larger than the crisis."""
    count = max(4, round(nations * 0.7))
    return tuple(
        Seat(f"{name}:{i}", "", 0.1 + 0.35 * chance(name, 1, i), seated=False) for i in range(count)
    )


def _spans(seats: tuple[Seat, ...]) -> NDArray[np.float64]:
    """Reach by the root of power, so that land goes by power; all land fills a set share."""
    raw = np.sqrt([0.10 + each.power * (1.0 if each.seated else 0.7) for each in seats])
    raw *= [0.72 if each.islands else 1.0 for each in seats]
    share = 0.54 * 1000.0 * HIGH / np.pi
    spans: NDArray[np.float64] = raw * np.sqrt(share / np.sum(raw**2))
    return spans


def _continents(name: str, seats: tuple[Seat, ...]) -> NDArray[np.int64]:
    """Friends share a continent; islands have one to themselves; the rest is spread out."""
    heads = {each.id: i for i, each in enumerate(seats)}
    group = list(range(len(seats)))
    for i, each in enumerate(seats):
        for ally in each.allies:
            if ally in heads and not each.islands and not seats[heads[ally]].islands:
                old, new = group[heads[ally]], group[i]
                group = [new if g == old else g for g in group]
    sizes = {g: sum(s.power for s, h in zip(seats, group, strict=True) if h == g) for g in group}
    free = [g for g in dict.fromkeys(group) if not _alone(seats, group, g)]
    count = max(2, min(4, round(len(seats) / 4)))
    free.sort(key=lambda g: (-sizes[g], g))
    bins = [0.0] * count
    home: dict[int, int] = {}
    for g in free:
        least = min(range(count), key=lambda b: (bins[b] + 0.3 * chance(name, 2, g, b), b))
        home[g], bins[least] = least, bins[least] + sizes[g]
    rest = (g for g in dict.fromkeys(group) if g not in home)
    home |= {g: count + i for i, g in enumerate(rest)}
    return np.array([home[g] for g in group])


def _alone(seats: tuple[Seat, ...], group: list[int], g: int) -> bool:
    return any(s.islands for s, h in zip(seats, group, strict=True) if h == g)


def _start(
    name: str, seats: tuple[Seat, ...], continents: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Continents around the middle of the sheet, their nations loosely about them."""
    count = int(continents.max()) + 1
    turn = chance(name, 3)
    angle = 2 * np.pi * (np.arange(count) / count + turn)
    middle = np.stack([500 + 290 * np.cos(angle), HIGH / 2 + 120 * np.sin(angle)], axis=1)
    middle = np.rint(middle * 64) / 64  # a sine may differ in its last digit elsewhere
    jitter = np.array([(chance(name, 4, i), chance(name, 5, i)) for i in range(len(seats))])
    start: NDArray[np.float64] = middle[continents] + (jitter - 0.5) * (180, 130)
    return start


def _moved(
    seats: tuple[Seat, ...],
    places: NDArray[np.float64],
    spans: NDArray[np.float64],
    continents: NDArray[np.int64],
    ease: float,
) -> NDArray[np.float64]:
    """One step: whoever is too near pushes off, those of one continent close up, walls hold."""
    away = places[:, None] - places[None]
    far = np.sqrt(np.sum(away**2, axis=2)) + 1e-6
    same = continents[:, None] == continents[None]
    want = 0.84 * (spans[:, None] + spans[None]) * np.where(same, 1.0, 1.22)
    push = np.maximum(want - far, 0.0) * 0.35
    pull = np.where(same, np.maximum(far - want, 0.0) * 0.02 * _fondness(seats), 0.0)
    step = np.sum(away / far[..., None] * (push - pull)[..., None], axis=1)
    moved = places + np.clip(step * ease, -12, 12)
    edge = 0.72 * spans + 14
    low = np.stack([edge * 1.1, edge], axis=1)
    high = np.array([1000.0, HIGH]) - low
    held: NDArray[np.float64] = np.clip(moved, low, high)
    return held


def _fondness(seats: tuple[Seat, ...]) -> NDArray[np.float64]:
    return np.array(
        [[3.0 if b.id in a.allies or a.id in b.allies else 1.0 for b in seats] for a in seats]
    )


def islands_in(name: str) -> bool:
    """Whether a nation's name says that it lies in the sea."""
    words = name.casefold().split()
    return any(each in words for each in ("islands", "isles", "archipelago", "atolls"))
