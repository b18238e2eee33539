"""Charts with a scale along both sides: lines with bands, areas, calibration, columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pygame
from pygame import Rect

from game.language import _
from game.report.html.charts import Areas, Band, Bars, Clouds, Lines, shown
from game.report.html.plot import tones
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
    numbers,
    see_through,
    stroke,
    tone,
)

HUNDRED = Span(0, 100)


def _turns(xs: Sequence[float]) -> tuple[Span, Ticks]:
    low, high = min(xs, default=0), max(xs, default=1)
    return Span(low, high if high > low else low + 1), [(x, shown(x)) for x in xs]


def _steps(plan: Lines | Areas) -> Ticks:
    if plan.y.names:
        return [(float(n), name) for n, name in enumerate(plan.y.names)]
    return numbers(plan.y.low, plan.y.high, plan.y.unit)


class LinesPlot:
    """Lines over turns, with bands."""

    def __init__(self, plan: Lines) -> None:
        self.plan, self.count = plan, len(plan.xs)

    def axes(self, p: Painter, whole: Rect) -> Axes:
        """Where it lies."""
        span, across = _turns(self.plan.xs)
        y = Span(self.plan.y.low, self.plan.y.high)
        return axes_of(p, whole, span, y, across, _steps(self.plan), bool(self.plan.marks))

    def paint(self, p: Painter, axes: Axes) -> None:
        """Draw all of it."""
        plan = self.plan
        draw_axes(p, axes, _turns(plan.xs)[1], _steps(plan), _turn_name(plan.x_name))
        for band in plan.bands:
            self._band(p, axes, band)
        draw_letters(p, axes, plan.marks)
        for number, each in zip(tones(plan.series), plan.series, strict=True):
            shade = tone(p, number)
            spots = [
                None if v is None else axes.at(x, v)
                for x, v in zip(plan.xs, each.values, strict=True)
            ]
            for start, end in pairwise(spots):
                if start is not None and end is not None and each.look != "dots":
                    for one, two in pairwise(_way(start, end, plan.step)):
                        stroke(p, one, two, each, shade)
            shape = number if each.shape is None else each.shape
            for spot in spots:
                if spot is not None:
                    dot(p, spot, shade, shape, 3.5 if each.look == "line" else 2.5)

    def _band(self, p: Painter, axes: Axes, band: Band) -> None:
        known = [
            (x, low, high)
            for x, low, high in zip(self.plan.xs, band.low, band.high, strict=True)
            if low is not None and high is not None
        ]
        upper = [axes.at(x, high) for x, _, high in known]
        lower = [axes.at(x, low) for x, low, _ in known]
        see_through(p, [*upper, *reversed(lower)], tone(p, 0), 62)

    def place(self, axes: Axes, number: int) -> Rect:
        """The strip of one turn."""
        return _strip(axes, axes.x_at(self.plan.xs[number]))

    def nearest(self, axes: Axes, x: int, y: int) -> int:
        """The turn under the mouse."""
        return _nearest([axes.x_at(each) for each in self.plan.xs], x)


def _way(start: Spot, end: Spot, step: bool) -> list[Spot]:
    return [start, (end[0], start[1]), end] if step else [start, end]


def _turn_name(name: str) -> str:
    return name or _("Turn")


def _strip(axes: Axes, x: float) -> Rect:
    return Rect(round(x) - 3, axes.room.y, 6, axes.room.h)


def _nearest(places: Sequence[float], x: float) -> int:
    return min(range(len(places)), key=lambda n: abs(places[n] - x)) if places else 0


class AreasPlot:
    """Parts of a whole over turns, one upon the other; every second one is hatched."""

    def __init__(self, plan: Areas) -> None:
        self.plan, self.count = plan, len(plan.xs)

    def axes(self, p: Painter, whole: Rect) -> Axes:
        """Where it lies."""
        span, across = _turns(self.plan.xs)
        y = Span(self.plan.y.low, self.plan.y.high)
        return axes_of(p, whole, span, y, across, _steps(self.plan), bool(self.plan.marks))

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
        draw_axes(p, axes, _turns(plan.xs)[1], _steps(plan), _turn_name(plan.x_name))
        draw_letters(p, axes, plan.marks)

    def place(self, axes: Axes, number: int) -> Rect:
        """The strip of one turn."""
        return _strip(axes, axes.x_at(self.plan.xs[number]))

    def nearest(self, axes: Axes, x: int, y: int) -> int:
        """The turn under the mouse."""
        return _nearest([axes.x_at(each) for each in self.plan.xs], x)


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


class CloudsPlot:
    """How often what was believed so strongly was true; right belief lies on the diagonal."""

    def __init__(self, plan: Clouds) -> None:
        self.plan, self.count = plan, len(plan.clouds)

    def axes(self, p: Painter, whole: Rect) -> Axes:
        """Where it lies: about a square."""
        ticks = numbers(0, 100)
        return axes_of(p, whole, HUNDRED, HUNDRED, ticks, ticks)

    def paint(self, p: Painter, axes: Axes) -> None:
        """Draw all of it."""
        ticks = numbers(0, 100)
        draw_axes(p, axes, ticks, ticks)
        for value, _word in ticks:
            p.box(Rect(round(axes.x_at(value)), axes.room.y, 1, axes.room.h), "line")
        p.line(axes.at(0, 0), axes.at(100, 100), "outline", 1.5)
        spots = [axes.at(cloud.mean, cloud.true) for cloud in self.plan.clouds]
        p.lines(spots, tone(p, 0), 2.5)
        most = max((cloud.count for cloud in self.plan.clouds), default=1)
        for spot, cloud in zip(spots, self.plan.clouds, strict=True):
            p.disc(spot, p.px(6 + 8 * (cloud.count / most) ** 0.5), tone(p, 0))

    def place(self, axes: Axes, number: int) -> Rect:
        """Around one dot."""
        cloud = self.plan.clouds[number]
        box = Rect(0, 0, 30, 30)
        x, y = axes.at(cloud.mean, cloud.true)
        box.center = (round(x), round(y))
        return box

    def nearest(self, axes: Axes, x: int, y: int) -> int:
        """The dot nearest to the mouse."""
        return _nearest([axes.x_at(cloud.mean) for cloud in self.plan.clouds], x)


class ColumnsPlot:
    """A column for each label: its parts one upon the other, or beside each other to compare."""

    def __init__(self, plan: Bars) -> None:
        self.plan, self.count = plan, len(plan.labels)
        heights = [[part.values[n] or 0.0 for part in plan.parts] for n in range(self.count)]
        tops = [max(h) if plan.beside else sum(h) for h in heights]
        self.top = max([*tops, 0.0]) * 1.05 or 1.0

    def axes(self, p: Painter, whole: Rect) -> Axes:
        """Where it lies."""
        up = numbers(0, self.top, self.plan.unit)
        return axes_of(p, whole, Span(0, self.count), Span(0, self.top), [], up)

    def paint(self, p: Painter, axes: Axes) -> None:
        """Draw all of it."""
        draw_axes(p, axes, [], numbers(0, self.top, self.plan.unit))
        for number, label in enumerate(self.plan.labels):
            left, right = (round(axes.x_at(number + by)) for by in (0.0, 1.0))
            below = Rect(left + 2, axes.room.bottom + p.px(4), right - left - 4, p.px(24))
            p.text(label, below, "meta", "text2", "center", middle=False)
            self._column(p, axes, number, left, right)

    def _column(self, p: Painter, axes: Axes, number: int, left: int, right: int) -> None:
        parts = self.plan.parts
        wide = min(round((right - left) * 0.76), p.px(64) * (len(parts) if self.plan.beside else 1))
        start, each = (left + right - wide) // 2, wide
        if self.plan.beside:
            each = wide // len(parts)
        floor = 0.0
        for place, part in enumerate(parts):
            value = part.values[number] or 0.0
            low = 0.0 if self.plan.beside else floor
            top, bottom = (round(axes.at(0, v)[1]) for v in (low + value, low))
            x = start + (each * place if self.plan.beside else 0)
            box = Rect(x, top, each - p.px(2), bottom - top)
            p.box(box, tone(p, place), 2)
            if place % 2:
                p.hatch(box, "panel", 7, 1.5)
            floor += value

    def place(self, axes: Axes, number: int) -> Rect:
        """The strip of one column."""
        left, right = axes.x_at(number), axes.x_at(number + 1)
        return Rect(round(left), axes.room.y, round(right - left), axes.room.h)

    def nearest(self, axes: Axes, x: int, y: int) -> int:
        """The column under the mouse."""
        return _nearest([axes.x_at(n + 0.5) for n in range(self.count)], x)
