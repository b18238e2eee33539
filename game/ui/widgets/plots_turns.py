"""Charts over turns: lines with bands, and areas one upon the other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from itertools import pairwise
from typing import Generic, TypeVar

import pygame
from pygame import Rect

from game.language import _
from game.report.html.charts import Areas, Band, Lines, Series, shown
from game.report.html.lines import runs, stairs
from game.report.html.plot import reach, tones
from game.ui.paint import Painter
from game.ui.widgets.plotting import (
    Axes,
    Span,
    Spot,
    Ticks,
    axes_of,
    dot,
    draw_axes,
    draw_letters,
    nearest,
    numbers,
    see_through,
    strip_at,
    stroke,
    tone,
)

Plan = TypeVar("Plan", bound=Lines | Areas)


class TurnsPlot(ABC, Generic[Plan]):
    """What charts over turns share: turns below, a scale or named steps on the left."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @property
    def count(self) -> int:
        """How many turns."""
        return len(self.plan.xs)

    def axes(self, p: Painter, whole: Rect) -> Axes:
        """Where it lies."""
        x, y = Span(*reach(self.plan.xs)), Span(self.plan.y.low, self.plan.y.high)
        return axes_of(p, whole, x, y, self._turns(), self._steps(), bool(self.plan.marks))

    @abstractmethod
    def paint(self, p: Painter, axes: Axes) -> None:
        """Draw all of it."""

    def draw_frame(self, p: Painter, axes: Axes) -> None:
        """Both axes with their words."""
        draw_axes(p, axes, self._turns(), self._steps(), self.plan.x_name or _("Turn"))

    def place(self, axes: Axes, number: int) -> Rect:
        """The strip of one turn."""
        return strip_at(axes, axes.x_at(self.plan.xs[number]))

    def nearest(self, axes: Axes, x: int, y: int) -> int:
        """The turn under the mouse."""
        return nearest([axes.x_at(each) for each in self.plan.xs], x)

    def _turns(self) -> Ticks:
        return [(x, shown(x)) for x in self.plan.xs]

    def _steps(self) -> Ticks:
        y = self.plan.y
        if y.names:
            return [(float(n), name) for n, name in enumerate(y.names)]
        return numbers(y.low, y.high, y.unit)


class LinesPlot(TurnsPlot[Lines]):
    """Lines over turns, with bands."""

    def paint(self, p: Painter, axes: Axes) -> None:
        """Draw all of it."""
        self.draw_frame(p, axes)
        for band in self.plan.bands:
            self._band(p, axes, band)
        draw_letters(p, axes, self.plan.marks)
        for number, each in zip(tones(self.plan.series), self.plan.series, strict=True):
            self._series(p, axes, each, number)

    def _series(self, p: Painter, axes: Axes, each: Series, number: int) -> None:
        """Its line, broken where nothing is known, and a mark for each turn."""
        xs, shade = self.plan.xs, tone(p, number)
        for run in runs(xs, each.values) if each.look != "dots" else ():
            spots = [axes.at(x, value) for x, value in run]
            for start, end in pairwise(stairs(spots) if self.plan.step else spots):
                stroke(p, start, end, each, shade)
        shape = number if each.shape is None else each.shape
        for x, value in zip(xs, each.values, strict=True):
            if value is not None:
                dot(p, axes.at(x, value), shade, shape, 3.5 if each.look == "line" else 2.5)

    def _band(self, p: Painter, axes: Axes, band: Band) -> None:
        known = band.known(self.plan.xs)
        upper = [axes.at(x, high) for x, _low, high in known]
        lower = [axes.at(x, low) for x, low, _high in known]
        see_through(p, [*upper, *reversed(lower)], tone(p, 0), 62)


class AreasPlot(TurnsPlot[Areas]):
    """Parts of a whole over turns, one upon the other; every second one is hatched."""

    def paint(self, p: Painter, axes: Axes) -> None:
        """Draw all of it."""
        plan = self.plan
        floor = [0.0] * len(plan.xs)
        for place, (number, part) in enumerate(zip(tones(plan.parts), plan.parts, strict=True)):
            roof = [low + (v or 0) for low, v in zip(floor, part.values, strict=True)]
            upper = [axes.at(x, v) for x, v in zip(plan.xs, roof, strict=True)]
            lower = [axes.at(x, v) for x, v in zip(plan.xs, floor, strict=True)]
            _fill(p, [*upper, *reversed(lower)], number, hatched=bool(place % 2))
            p.lines(upper, "panel", 1.5)
            floor = roof
        self.draw_frame(p, axes)
        draw_letters(p, axes, plan.marks)


def _fill(p: Painter, corners: Sequence[Spot], number: int, hatched: bool) -> None:
    if len(corners) < 3:
        return
    pygame.draw.polygon(p.surface, tone(p, number), corners)
    if hatched:
        mask = pygame.Surface(p.surface.get_size(), pygame.SRCALPHA)
        lines = Painter(mask, p.theme, p.metrics, p.looks)
        lines.hatch(mask.get_rect(), "panel", 9, 2)
        shape = pygame.Surface(p.surface.get_size(), pygame.SRCALPHA)
        pygame.draw.polygon(shape, (255, 255, 255, 255), corners)
        mask.blit(shape, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        p.surface.blit(mask, (0, 0))
