"""Arcs between nations: hostile ones dashed with an arrow, friendly ones solid, spread dotted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pygame
from pygame import Rect, Surface

from game.atlas.geometry import Point
from game.ui.map.scene import Arc, Tie
from game.ui.theme import Colour, Theme

FINER = 3

DASHES = {Tie.HOSTILE: (10.0, 7.0), Tie.SPREAD: (1.5, 6.0), Tie.FRIENDLY: (1e6, 0.0)}
"""Pixels drawn, and pixels left out."""


@dataclass(frozen=True, eq=False)
class Path:
    """An arc in pixels, with points at equal steps."""

    tie: Tie
    points: Any  # [P, 2]

    def at(self, share: float) -> Point:
        """The point at a share of the way."""
        x, y = self.points[min(int(share * len(self.points)), len(self.points) - 1)]
        return float(x), float(y)


def paths(arcs: tuple[Arc, ...], places: Mapping[str, Point]) -> tuple[Path, ...]:
    """Arcs whose ends are known; several between two nations bend differently."""
    found, times = [], Counter[frozenset[str]]()
    for arc in arcs:
        if arc.a in places and arc.b in places and arc.a != arc.b:
            pair = frozenset((arc.a, arc.b))
            found.append(Path(arc.tie, _curve(places[arc.a], places[arc.b], times[pair])))
            times[pair] += 1
    return tuple(found)


def colour(tie: Tie, theme: Theme) -> Colour:
    """The hue of an arc."""
    hues = {Tie.HOSTILE: theme.severity[3], Tie.FRIENDLY: theme.accent, Tie.SPREAD: theme.warn}
    return hues[tie]


def draw(target: Surface, path: Path, theme: Theme, scale: float) -> None:
    """One arc with a dark edge, drawn finer and shrunk."""
    margin = 8 * scale
    low, high = path.points.min(axis=0) - margin, path.points.max(axis=0) + margin
    rect = Rect(*low.astype(int), *(high - low).astype(int) + 1).clip(target.get_rect())
    if not rect.width or not rect.height:
        return
    fine = Surface((rect.width * FINER, rect.height * FINER), pygame.SRCALPHA)
    hue = colour(path.tie, theme)
    fine.fill((*hue, 0))
    points = (path.points - rect.topleft) * FINER
    for width, shade in ((4.2, (*theme.abyss, 150)), (2.2, (*hue, 255))):
        for stretch in _stretches(points, path.tie, scale):
            pygame.draw.lines(
                fine, shade, False, stretch.tolist(), max(2, round(width * scale * FINER))
            )
    if path.tie == Tie.HOSTILE:
        _arrow(fine, points, hue, 9 * scale * FINER)
    target.blit(pygame.transform.smoothscale(fine, rect.size), rect)


def _curve(a: Point, b: Point, time: int) -> Any:
    start, end = np.array(a), np.array(b)
    span = float(np.sqrt(np.sum((end - start) ** 2)))
    lift = min(0.22 * span + 6, 190) * (1, 0.45, 1.6, -0.6)[time % 4]
    normal = np.array([end[1] - start[1], start[0] - end[0]]) / max(span, 1e-6)
    upward = normal if normal[1] < 0 or (normal[1] == 0 and normal[0] < 0) else -normal
    middle = (start + end) / 2 + upward * lift * 2
    t = np.linspace(0, 1, max(24, int(span / 3)))[:, None]
    curve = (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end
    return _even(curve)


def _even(curve: Any) -> Any:
    """The same line with points at equal steps."""
    far = np.concatenate([[0.0], np.cumsum(np.sqrt(np.sum(np.diff(curve, axis=0) ** 2, axis=1)))])
    steps = np.linspace(0, far[-1], len(curve))
    return np.stack([np.interp(steps, far, curve[:, i]) for i in (0, 1)], axis=1)


def _stretches(points: Any, tie: Tie, scale: float) -> list[Any]:
    dash, gap = (each * scale * FINER for each in DASHES[tie])
    step = max(1e-6, float(np.sqrt(np.sum((points[1] - points[0]) ** 2))))
    drawn, skipped = max(1, round(dash / step)), max(1, round(gap / step))
    if gap == 0:
        return [points]
    starts = range(0, len(points) - 1, drawn + skipped)
    return [points[i : i + drawn + 1] for i in starts if len(points[i : i + drawn + 1]) >= 2]


def _arrow(fine: Surface, points: Any, hue: Colour, size: float) -> None:
    tip = points[-1]
    back = points[max(0, len(points) - 4)] - tip
    back = back / max(float(np.sqrt(np.sum(back**2))), 1e-6)
    side = np.array([-back[1], back[0]])
    base = tip + back * size * 1.6
    start = tip + back * size * 0.5
    shape = [start, base + side * size * 0.55, base - side * size * 0.55]
    pygame.draw.polygon(fine, hue, [tuple(each) for each in shape])
