"""Charts with a scale along both sides: columns made of parts, and calibration."""

from __future__ import annotations

from pygame import Rect

from game.report.html.charts import Bars, Clouds
from game.ui.paint import Painter
from game.ui.widgets.plotting import Axes, Span, axes_of, draw_axes, nearest, numbers, tone

HUNDRED = Span(0, 100)


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
        return nearest([axes.x_at(cloud.mean) for cloud in self.plan.clouds], x)


class ColumnsPlot:
    """A column for each label: its parts one upon the other, or beside each other to compare."""

    def __init__(self, plan: Bars) -> None:
        self.plan, self.count = plan, len(plan.labels)
        self.top = plan.top * 1.05

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
        for place, (low, high) in enumerate(self.plan.pieces(number)):
            top, bottom = (round(axes.at(0, value)[1]) for value in (high, low))
            x = start + (each * place if self.plan.beside else 0)
            box = Rect(x, top, each - p.px(2), bottom - top)
            p.box(box, tone(p, place), 2)
            if place % 2:
                p.hatch(box, "panel", 7, 1.5)

    def place(self, axes: Axes, number: int) -> Rect:
        """The strip of one column."""
        left, right = axes.x_at(number), axes.x_at(number + 1)
        return Rect(round(left), axes.room.y, round(right - left), axes.room.h)

    def nearest(self, axes: Axes, x: int, y: int) -> int:
        """The column under the mouse."""
        return nearest([axes.x_at(n + 0.5) for n in range(self.count)], x)
