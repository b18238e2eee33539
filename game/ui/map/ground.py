"""The ground of a view: which land each point belongs to, drawn finer than the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pygame
from numpy.typing import NDArray
from pygame import Surface

from game.atlas.geometry import Geometry, Ring, Shape
from game.ui.map import clip
from game.ui.map.view import View

FINER = 2
"""Points of the ground to a pixel, each way."""

Shade: TypeAlias = NDArray[np.floating[Any]]
"""A value from 0 to 1 for each pixel, [columns, rows] as pygame has it."""


@dataclass(frozen=True, eq=False)
class Ground:
    """All later layers are made from this."""

    view: View
    ids: Surface  # 8 bits, FINER times as large: 0 is water, then nations, then other land
    nations: tuple[str, ...]  # by number - 1
    land: Shade  # how much of each pixel is land
    coast: Shade
    borders: Shade

    def at(self, x: int, y: int) -> str | None:
        """The nation under a pixel."""
        if not (0 <= x < self.view.width and 0 <= y < self.view.height):
            return None
        number = self.ids.get_at_mapped((x * FINER, y * FINER))
        return self.nations[number - 1] if 0 < number <= len(self.nations) else None

    def number(self, nation: str) -> int:
        """The number of a nation's land."""
        return self.nations.index(nation) + 1


def ground(geometry: Geometry, view: View) -> Ground:
    """Draw the ground of a view."""
    ids = Surface((view.width * FINER, view.height * FINER), depth=8)
    for number, shape in _pieces(geometry):
        _draw(ids, view, number, shape)
    numbers = pygame.surfarray.array2d(ids)
    water = numbers == 0
    land = _shrunk(~water)
    coast, borders = _edges(numbers, water)
    return Ground(view, ids, tuple(geometry.nations), land, coast, borders)


def _pieces(geometry: Geometry) -> list[tuple[int, Shape]]:
    """Every piece of land, the largest first, so that enclaves lie on top of what is around."""
    spare = range(len(geometry.nations) + 1, 256)
    pieces = [
        (number if number < len(geometry.nations) + 1 else spare[number % len(spare)], shape)
        for number, each in enumerate(geometry.land(), 1)
        for shape in each.shapes
    ]
    return sorted(pieces, key=lambda piece: -_extent(piece[1].outline))


def _extent(ring: Ring) -> float:
    left, top, right, bottom = ring.box
    return (right - left) * (bottom - top)


def _draw(ids: Surface, view: View, number: int, shape: Shape) -> None:
    if not clip.touches(shape.outline.box, view.box):
        return
    for ring, colour in ((shape.outline, number), *((hole, 0) for hole in shape.holes)):
        points = outline(ring, view)
        if len(points) >= 3:
            pygame.draw.polygon(ids, colour, (points * FINER).tolist())


def outline(ring: Ring, view: View, margin: float = 24.0) -> Any:
    """A ring in pixels, as fine as can be seen and cut to a little more than the window."""
    points = view.seen(ring.coarse(view.scale * FINER))
    box = (-margin, -margin, view.width + margin, view.height + margin)
    return clip.polygon(points, box)


def _edges(numbers: NDArray[Any], water: NDArray[np.bool_]) -> tuple[Shade, Shade]:
    """Where land meets water, and where land meets other land."""
    differ = np.zeros(numbers.shape, dtype=bool)
    wet = np.zeros(numbers.shape, dtype=bool)
    for a, b in ((np.s_[1:], np.s_[:-1]), (np.s_[:, 1:], np.s_[:, :-1])):
        steps = numbers[a] != numbers[b]
        shore = steps & (water[a] | water[b])
        for side in (a, b):
            wet[side] |= shore
            differ[side] |= steps & ~shore
    return _shrunk(wet), _shrunk(differ & ~water)


def _shrunk(fine: NDArray[np.bool_]) -> Shade:
    total = np.zeros((fine.shape[0] // FINER, fine.shape[1] // FINER), np.uint8)
    for i in range(FINER):
        for j in range(FINER):
            total += fine[i::FINER, j::FINER]
    shade: Shade = total.astype(np.float32) / np.float32(FINER * FINER)
    return shade
