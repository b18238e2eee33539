"""Charts with a row for each thing and a column for each other: heat maps, and timelines."""

from __future__ import annotations

from pygame import Rect

from game.report.html.charts import Heat, Timeline, shown
from game.ui import text as ink
from game.ui.paint import Painter
from game.ui.widgets.plots_rows import RowsPlot, thin
from game.ui.widgets.plotting import (
    Axes,
    Span,
    Ticks,
    axes_of,
    draw_axes,
    draw_letters,
    draw_names,
    row_of,
    small,
    tone,
)


class HeatPlot(RowsPlot):
    """A cell for each row and column, the stronger the more, with its figure in it."""

    right = 4

    def __init__(self, plan: Heat) -> None:
        self.plan, self.grid, self.labels = plan, plan.grid, plan.grid.rows
        self.span = Span(0, len(plan.grid.columns))

    def axes(self, p: Painter, whole: Rect) -> Axes:
        """Where it lies; the names of columns stand below."""
        found = super().axes(p, whole)
        room = found.room
        return Axes(Rect(room.x, 0, room.w, whole.h - small(p)[2] - p.px(6)), found.x, found.y)

    def paint(self, p: Painter, axes: Axes) -> None:
        """Draw all of it."""
        super().paint(p, axes)
        for number, name in enumerate(self.grid.columns):
            left, right = round(axes.x_at(number)), round(axes.x_at(number + 1))
            below = Rect(left + 1, axes.room.bottom + p.px(4), right - left - 2, small(p)[2])
            p.text(name, below, "meta", "text2", "center")

    def row(self, p: Painter, axes: Axes, number: int, strip: Rect) -> None:
        """The cells of a row."""
        for place, value in enumerate(self.grid.values[number]):
            left, right = round(axes.x_at(place)), round(axes.x_at(place + 1))
            box = Rect(left + 1, strip.y + 1, right - left - 2, strip.h - 2)
            if value is None:
                continue
            level = min(1.0, max(0.0, value / self.grid.high))
            fill, letters = _warmth(self.grid.scale, level)
            p.box(box, fill, 3)
            p.text(shown(value), box, "meta", letters, "center")


def _warmth(scale: str, level: float) -> tuple[str, str]:
    """The colour of a cell and of the figure on it."""
    if scale == "trust":
        step = min(4, int(level * 5))
        return f"trust.{step}", f"on_trust.{step}"
    if scale == "held":
        step = 0 if not level else 3 if level <= 0.5 else 4
        return (f"trust.{step}", f"on_trust.{step}") if step else ("panel3", "text")
    if level < 0.12:
        return "panel3", "text"
    return f"severity.{min(3, int(level * 4.99))}", "panel"


class TimelinePlot(RowsPlot):
    """Bars by turn, one row for each thing that happened, lane by lane."""

    def __init__(self, plan: Timeline) -> None:
        self.plan = plan
        order = {lane: n for n, lane in enumerate(plan.lanes)}
        self.events = sorted(plan.events, key=lambda e: (e.start, order[e.lane]))
        self.labels = [event.lane for event in self.events]
        self.span = Span(plan.turns[0] - 0.5, plan.turns[1] + 0.5)

    def axes(self, p: Painter, whole: Rect) -> Axes:
        """Where it lies."""
        up = [(0.0, label) for label in self.labels]
        return axes_of(p, whole, self.span, Span(0, 1), self._turns(), up, bool(self.plan.marks))

    def paint(self, p: Painter, axes: Axes) -> None:
        """Draw all of it."""
        draw_axes(p, axes, self._turns(), [])
        draw_letters(p, axes, self.plan.marks)
        draw_names(p, axes.room, self.labels)
        for number in range(self.count):
            self.row(p, axes, number, row_of(axes.room, number, self.count))

    def row(self, p: Painter, axes: Axes, number: int, strip: Rect) -> None:
        """The bar of one thing, with its words after it, or before it where there is no room."""
        event = self.events[number]
        left, right = round(axes.x_at(event.start - 0.4)), round(axes.x_at(event.end + 0.4))
        box = thin(Rect(left, strip.y, right - left, strip.h), p.px(10))
        p.box(box, tone(p, event.tone), 3)
        face, px, _ = small(p)
        wide = ink.width(event.text, face, px)
        after = axes.room.right - right - p.px(8)
        if after >= wide or after >= left - axes.room.x:
            p.text(event.text, Rect(right + p.px(8), strip.y, after, strip.h), "meta")
        else:
            room = Rect(axes.room.x, strip.y, left - axes.room.x - p.px(8), strip.h)
            p.text(event.text, room, "meta", side="end")

    def _turns(self) -> Ticks:
        first, last = self.plan.turns
        return [(float(turn), str(turn)) for turn in range(first, last + 1)]
