"""Charts with a row for each thing: stacked bars, intervals, changes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from pygame import Rect

from game.report.html.charts import (
    Bars,
    Change,
    Changes,
    Interval,
    Intervals,
    shown,
)
from game.ui import text as ink
from game.ui.paint import Painter
from game.ui.widgets.plotting import (
    Axes,
    Span,
    dot,
    draw_axes,
    draw_names,
    names_beside,
    numbers,
    row_of,
    small,
    tone,
)

ROW = 1.9
"""Least height of a row, in heights of body text."""


class RowsPlot(ABC):
    """What charts of rows share: names on the left, a strip for each."""

    labels: Sequence[str]
    span: Span
    right = 60  # design units kept free for words at the end
    scale = False  # numbers below
    unit = ""

    @property
    def count(self) -> int:
        """How many rows."""
        return len(self.labels)

    def axes(self, p: Painter, whole: Rect) -> Axes:
        """Where it lies."""
        below = small(p)[2] + p.px(6) if self.scale else 0
        room = names_beside(p, whole, self.labels, p.px(self.right))
        return Axes(Rect(room.x, 0, room.w, whole.h - below), self.span, Span(0, 1))

    def paint(self, p: Painter, axes: Axes) -> None:
        """Draw all of it."""
        if self.scale:
            draw_axes(p, axes, numbers(self.span.low, self.span.high, self.unit), [])
        draw_names(p, axes.room, self.labels)
        for number in range(self.count):
            self.row(p, axes, number, row_of(axes.room, number, self.count))

    @abstractmethod
    def row(self, p: Painter, axes: Axes, number: int, strip: Rect) -> None:
        """Draw one row."""

    def place(self, axes: Axes, number: int) -> Rect:
        """One row."""
        strip = row_of(axes.room, number, self.count)
        return Rect(0, strip.y, axes.room.right, strip.h)

    def nearest(self, axes: Axes, x: int, y: int) -> int:
        """The row under the mouse."""
        at = (y - axes.room.y) * self.count // max(1, axes.room.h)
        return min(self.count - 1, max(0, at))


def thin(strip: Rect, high: int) -> Rect:
    """The middle of a strip, so many pixels high."""
    box = Rect(strip.x, 0, strip.w, min(high, strip.h - 4))
    box.centery = strip.centery
    return box


class BarsPlot(RowsPlot):
    """A bar for each label, made of parts; negative parts lie left of zero."""

    def __init__(self, plan: Bars) -> None:
        self.plan, self.labels, self.unit = plan, plan.labels, plan.unit
        self.span = Span(*plan.reach)

    def axes(self, p: Painter, whole: Rect) -> Axes:
        """Where it lies; sums stand at the ends."""
        self.right = round(60 * p.metrics.text_scale)
        return super().axes(p, whole)

    def row(self, p: Painter, axes: Axes, number: int, strip: Rect) -> None:
        """Parts side by side, their sum at the end."""
        box, pieces = thin(strip, p.px(22)), self.plan.pieces(number)
        for place, (start, end) in enumerate(pieces):
            x = round(axes.x_at(start))
            piece = Rect(x, box.y, round(axes.x_at(end)) - x - 1, box.h)
            p.box(piece, tone(p, place), 2)
            if place % 2:
                p.hatch(piece, "panel", 7, 1.5)
        total = sum(part.values[number] or 0 for part in self.plan.parts)
        x = round(axes.x_at(max([0.0, *(end for _start, end in pieces)]))) + p.px(8)
        room = Rect(x, strip.y, p.surface.get_width() - x, strip.h)
        p.text(shown(round(total, 1)) + self.unit, room, "label_strong")


class IntervalsPlot(RowsPlot):
    """A dot with its range for each row; zero is a line to compare with."""

    scale = True

    def __init__(self, plan: Intervals) -> None:
        self.rows: tuple[Interval, ...] = plan.rows
        self.labels, self.unit = [row.label for row in plan.rows], plan.unit
        self.span, self.zero = Span(*plan.across), plan.zero

    def axes(self, p: Painter, whole: Rect) -> Axes:
        """Where it lies; what is to be said of a row stands at its end."""
        face, px, _ = small(p)
        wide = max((ink.width(row.note, face, px) for row in self.rows), default=0)
        self.right = round(min(wide, whole.w // 4) / max(p.metrics.scale, 0.01)) + 16
        return super().axes(p, whole)

    def row(self, p: Painter, axes: Axes, number: int, strip: Rect) -> None:
        """The range, the dot, and what is to be said of it."""
        row = self.rows[number]
        if self.zero is not None:
            x = round(axes.x_at(self.zero))
            p.box(Rect(x, strip.y, max(1, p.px(1.5)), strip.h), "outline")
        low, high = round(axes.x_at(row.low)), round(axes.x_at(row.high))
        sure = self.zero is None or row.low > self.zero or row.high < self.zero
        box = thin(Rect(low, strip.y, max(2, high - low), strip.h), p.px(8))
        p.box(box, "accent2", 4)
        if not sure:
            p.hatch(box, "panel", 5, 1.2)
        dot(p, (axes.x_at(row.middle), strip.centery), tone(p, 0), 0 if sure else 4, 6)
        at = axes.room.right + p.px(10)
        p.text(row.note, Rect(at, strip.y, p.surface.get_width() - at, strip.h), "meta", "text2")


class ChangesPlot(RowsPlot):
    """From where to where a figure went: up or down, with a sign."""

    def __init__(self, plan: Changes) -> None:
        self.rows: tuple[Change, ...] = plan.rows
        self.labels, self.span = [row.label for row in plan.rows], Span(*plan.reach)
        self.right = 62

    def axes(self, p: Painter, whole: Rect) -> Axes:
        """Where it lies; where there is room, the reasons stand at the end."""
        self.right = round(62 * p.metrics.text_scale)
        if any(row.why for row in self.rows) and whole.w > p.px(620 * p.metrics.text_scale):
            self.right = round(290 * p.metrics.text_scale)
        return super().axes(p, whole)

    def row(self, p: Painter, axes: Axes, number: int, strip: Rect) -> None:
        """The track, the change on it, where it began, and by how much."""
        row = self.rows[number]
        box = thin(strip, p.px(14))
        p.box(box, "panel3", 4, "line2", 1)
        by = row.after - row.before
        start, end = sorted((axes.x_at(row.before), axes.x_at(row.after)))
        shade = "good" if by > 0 else "bad" if by < 0 else "text2"
        piece = Rect(round(start), box.y, max(2, round(end - start)), box.h)
        p.box(piece, shade, 3)
        if by < 0:
            p.hatch(piece, "panel", 6, 1.2)
        was = Rect(round(axes.x_at(row.before)) - 1, box.y - 4, max(2, p.px(2)), box.h + 8)
        p.box(was, "text")
        at, wide = axes.room.right, p.px(54 * p.metrics.text_scale)
        said = ("+" if by > 0 else "") + shown(round(by, 1))
        p.text(said, Rect(at, strip.y, wide, strip.h), "label_strong", shade, "end")
        at += wide + p.px(10)
        p.text(row.why, Rect(at, strip.y, p.surface.get_width() - at, strip.h), "meta", "text2")
