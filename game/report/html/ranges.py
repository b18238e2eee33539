"""Charts of ranges, a row each: where a figure may lie, or from where to where it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.language import _
from game.report.html.plot import Chart, Frame, Head, chart, is_wide, x_axis
from game.report.html.rows import name_row, rows_frame
from game.report.html.svg import Canvas, fitted, ticks
from game.report.html.tables import number, table


@dataclass(frozen=True)
class Interval:
    """A figure with the range it may lie in."""

    label: str
    low: float
    middle: float
    high: float
    note: str = ""


@dataclass(frozen=True)
class Intervals:
    """What a chart of intervals shows."""

    rows: tuple[Interval, ...]
    across: tuple[float, float]
    unit: str = ""
    zero: float | None = None


def intervals(
    head: Head,
    rows: Sequence[Interval],
    *,
    what: str = "",
    unit: str = "",
    reach: tuple[float, float] | None = None,
    zero: float | None = None,
) -> Chart:
    """A dot with its range for each row; `zero` is a line to compare with."""
    low = min((row.low for row in rows), default=0.0)
    high = max((row.high for row in rows), default=1.0)
    if zero is not None:
        low, high = min(low, zero), max(high, zero)
    margin = (high - low) * 0.06 or 1.0
    across = reach or (low - margin, high + margin)
    columns = (what, _("from"), _("middle"), _("to"), _("note"))
    cells = [(row.label, row.low, row.middle, row.high, row.note) for row in rows]

    def draw(width: float) -> Canvas:
        wide = is_wide(width)
        right = 190.0 if wide and any(row.note for row in rows) else 20.0
        plot = rows_frame(width, 8, [row.label for row in rows], across, right, below=30)
        for value in ticks(*across):
            plot.canvas.line((plot.x(value), plot.top), (plot.x(value), plot.bottom), "grid")
        x_axis(plot, [(value, number(value) + unit) for value in ticks(*across)])
        if zero is not None:
            plot.canvas.line((plot.x(zero), plot.top), (plot.x(zero), plot.bottom), "zero")
        for n, row in enumerate(rows):
            _interval(plot, name_row(plot, n, row.label), row, unit)
        return plot.canvas

    plan = Intervals(tuple(rows), across, unit, zero)
    return chart(head, table(head.id, head.title, columns, cells), draw, plan)


def _interval(plot: Frame, y: float, row: Interval, unit: str) -> None:
    start, end = plot.x(row.low), plot.x(row.high)
    plot.canvas.rect((start, y - 3), (end - start, 6), "range", round=3)
    said = _("{label}: {middle} ({low} to {high}) {note}")
    low, middle, high = number(row.low), number(row.middle) + unit, number(row.high) + unit
    tip = said.format(label=row.label, middle=middle, low=low, high=high, note=row.note).strip()
    plot.canvas.mark((plot.x(row.middle), y), 0, tip, 6)
    if row.note and is_wide(plot.canvas.width):
        room = plot.canvas.width - plot.right - 12
        plot.canvas.text((plot.right + 12, y + 5), fitted(row.note, room), "quiet")


@dataclass(frozen=True)
class Change:
    """A figure before and after, and why it moved."""

    label: str
    before: float
    after: float
    why: str = ""


@dataclass(frozen=True)
class Changes:
    """What a chart of changes shows."""

    rows: tuple[Change, ...]
    reach: tuple[float, float] = (0, 100)


def changes(
    head: Head, rows: Sequence[Change], *, what: str = "", reach: tuple[float, float] = (0, 100)
) -> Chart:
    """From where to where a figure of each row went, up in green and down in red."""
    columns = (what, _("before"), _("after"), _("change"), _("mainly"))
    cells = [(r.label, r.before, r.after, round(r.after - r.before, 4), r.why) for r in rows]

    def draw(width: float) -> Canvas:
        right = 320.0 if is_wide(width) else 52.0
        plot = rows_frame(width, 4, [row.label for row in rows], reach, right)
        for n, row in enumerate(rows):
            _change(plot, name_row(plot, n, row.label), row)
        return plot.canvas

    plan = Changes(tuple(rows), reach)
    return chart(head, table(head.id, head.title, columns, cells), draw, plan)


def _change(plot: Frame, y: float, row: Change) -> None:
    plot.canvas.rect((plot.left, y - 7), (plot.right - plot.left, 14), "track", round=4)
    by = row.after - row.before
    start, end = sorted((plot.x(row.before), plot.x(row.after)))
    said = _("{label}: from {before} to {after}")
    tip = said.format(label=row.label, before=number(row.before), after=number(row.after))
    look = "good" if by > 0 else "bad"
    plot.canvas.rect((start, y - 7), (max(end - start, 1), 14), f"fill-{look}", tip)
    plot.canvas.line((plot.x(row.before), y - 11), (plot.x(row.before), y + 11), "was")
    sign = "+" if by > 0 else ""
    plot.canvas.text(
        (plot.right + 46, y + 5), sign + number(round(by, 1)), f"strong text-{look}", "end"
    )
    if row.why and is_wide(plot.canvas.width):
        room = plot.canvas.width - plot.right - 60
        plot.canvas.text((plot.right + 58, y + 5), fitted(row.why, room, 13), "quiet", size=13)
