"""Charts with a row or a column for each thing: stacked bars, pairs, intervals, changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.report.html.plot import (
    SMALL,
    Chart,
    Frame,
    Head,
    Series,
    chart,
    frame,
    is_wide,
    legend,
    legend_height,
    x_axis,
    y_axis,
)
from game.report.html.svg import Canvas, fitted, ticks, width_of
from game.report.html.tables import number, table


@dataclass(frozen=True)
class Bars:
    """What bars made of parts show; upright, as columns, perhaps beside each other."""

    labels: tuple[str, ...]
    parts: tuple[Series, ...]
    unit: str = ""
    upright: bool = False
    beside: bool = False
    x_name: str = ""


def bars(
    head: Head, labels: Sequence[str], parts: Sequence[Series], *, what: str = "", unit: str = ""
) -> Chart:
    """A bar for each label, made of parts; negative parts lie left of zero. Totals at the ends."""
    columns = [what, *(part.name for part in parts), "total"]
    totals = [sum(part.values[n] or 0 for part in parts) for n in range(len(labels))]
    rows = [
        [label, *(part.values[n] for part in parts), totals[n]] for n, label in enumerate(labels)
    ]

    def draw(width: float) -> Canvas:
        names = [part.name for part in parts]
        above = legend_height(names, width)
        plot = _rows_frame(width, above, labels, _reach(parts, len(labels)), 60)
        for n, label in enumerate(labels):
            y = _row(plot, n, label)
            _stack(plot, y, [(part.name, part.values[n] or 0.0) for part in parts], label, unit)
            end = plot.x(sum(max(part.values[n] or 0, 0) for part in parts))
            plot.canvas.text((end + 6, y + 5), number(round(totals[n], 1)) + unit, "strong")
        legend(plot.canvas, parts)
        return plot.canvas

    plan = Bars(tuple(labels), tuple(parts), unit)
    return chart(head, table(head.id, head.title, columns, rows), draw, plan)


def _reach(parts: Sequence[Series], count: int) -> tuple[float, float]:
    low = min((sum(min(p.values[n] or 0, 0) for p in parts) for n in range(count)), default=0.0)
    high = max((sum(max(p.values[n] or 0, 0) for p in parts) for n in range(count)), default=1.0)
    return low, max(high, low + 1)


def _rows_frame(
    width: float,
    above: float,
    labels: Sequence[str],
    reach: tuple[float, float],
    right: float,
    pitch: float = 34,
    below: float = 8,
) -> Frame:
    """Rows of equal height under a legend; names stand beside them, or above where narrow."""
    longest = max((width_of(label) for label in labels), default=0.0)
    wide = is_wide(width)
    left = min(longest + 14, 230.0) if wide else 8.0
    tall = pitch if wide else pitch + 16
    height = above + len(labels) * tall + below + 6
    return frame((width, height), (left, right, above, below), reach, (len(labels), 0))


def _row(plot: Frame, n: int, label: str) -> float:
    """Name a row; the middle of its bar."""
    pitch = (plot.bottom - plot.top) / max(plot.y.low, 1)
    middle = plot.top + (n + 0.5) * pitch
    if is_wide(plot.canvas.width):
        plot.canvas.text((plot.left - 10, middle + 5), fitted(label, plot.left - 12), "", "end")
        return middle
    plot.canvas.text((8, middle - 8), fitted(label, plot.canvas.width - 16))
    return middle + 9


def _stack(
    plot: Frame, y: float, parts: Sequence[tuple[str, float]], label: str, unit: str
) -> None:
    high = low = 0.0
    for n, (name, value) in enumerate(parts):
        if not value:
            continue
        start, end = (high, high + value) if value > 0 else (low + value, low)
        high, low = (end, low) if value > 0 else (high, start)
        corner, size = (plot.x(start), y - 10), (plot.x(end) - plot.x(start), 20.0)
        tip = f"{label}, {name}: {number(value)}{unit}"
        plot.canvas.rect(corner, (size[0] - 1, size[1]), f"fill{n % 8 + 1}", tip)
        text = number(round(value, 1))
        if size[0] > width_of(text, SMALL) + 8:
            at = (plot.x((start + end) / 2), y + 4.5)
            plot.canvas.text(at, text, f"on{n % 8 + 1}", "middle", SMALL)


def columns(
    head: Head,
    labels: Sequence[str],
    parts: Sequence[Series],
    *,
    what: str = "",
    unit: str = "",
    x_name: str = "",
    beside: bool = False,
    height: float = 290,
) -> Chart:
    """A column for each label: its parts one upon the other, or beside each other to compare."""
    heading = [what, *(part.name + (f" ({unit.strip()})" if unit else "") for part in parts)]
    rows = [[label, *(part.values[n] for part in parts)] for n, label in enumerate(labels)]
    heights = [[part.values[n] or 0.0 for part in parts] for n in range(len(labels))]
    top = max((max(h) if beside else sum(h) for h in heights), default=1.0) or 1.0

    def draw(width: float) -> Canvas:
        names = [part.name for part in parts]
        above = legend_height(names, width)
        margins = (46.0, 10.0, above + 8, 44.0 if x_name else 30.0)
        plot = frame((width, height + above), margins, (0, len(labels)), (0, top * 1.05))
        y_axis(plot, unit=unit)
        x_axis(plot, [(n + 0.5, label) for n, label in enumerate(labels)], x_name, every_one=True)
        for n, label in enumerate(labels):
            _column(plot, n, label, list(zip(names, heights[n], strict=True)), unit, beside)
        legend(plot.canvas, parts)
        return plot.canvas

    plan = Bars(tuple(labels), tuple(parts), unit, True, beside, x_name)
    return chart(head, table(head.id, head.title, heading, rows), draw, plan)


def histogram_pair(
    head: Head, labels: Sequence[str], before: Series, after: Series, *, what: str = ""
) -> Chart:
    """Two distributions over the same outcomes, side by side, in percent."""
    return columns(head, labels, [before, after], what=what, unit=" %", beside=True)


def _column(
    plot: Frame,
    n: int,
    label: str,
    parts: Sequence[tuple[str, float]],
    unit: str,
    beside: bool,
) -> None:
    pitch = plot.x(1) - plot.x(0)
    wide = min(pitch * 0.76, 54.0 * (len(parts) if beside else 1))
    each = wide / len(parts) if beside else wide
    floor = 0.0
    for number_, (name, value) in enumerate(parts):
        x = plot.x(n + 0.5) - wide / 2 + (number_ * each if beside else 0)
        start = 0.0 if beside else floor
        floor += value
        y, base = plot.y(start + value), plot.y(start)
        if value:
            tip = f"{label}, {name}: {number(value)}{unit}"
            plot.canvas.rect((x, y), (each - 2, base - y), f"fill{number_ % 8 + 1}", tip)


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
    columns = (what, "from", "middle", "to", "note")
    cells = [(row.label, row.low, row.middle, row.high, row.note) for row in rows]

    def draw(width: float) -> Canvas:
        wide = is_wide(width)
        right = 190.0 if wide and any(row.note for row in rows) else 20.0
        plot = _rows_frame(width, 8, [row.label for row in rows], across, right, below=30)
        for value in ticks(*across):
            plot.canvas.line((plot.x(value), plot.top), (plot.x(value), plot.bottom), "grid")
        x_axis(plot, [(value, number(value) + unit) for value in ticks(*across)])
        if zero is not None:
            plot.canvas.line((plot.x(zero), plot.top), (plot.x(zero), plot.bottom), "zero")
        for n, row in enumerate(rows):
            _interval(plot, _row(plot, n, row.label), row, unit)
        return plot.canvas

    plan = Intervals(tuple(rows), across, unit, zero)
    return chart(head, table(head.id, head.title, columns, cells), draw, plan)


def _interval(plot: Frame, y: float, row: Interval, unit: str) -> None:
    start, end = plot.x(row.low), plot.x(row.high)
    plot.canvas.rect((start, y - 3), (end - start, 6), "range", round=3)
    tip = (
        f"{row.label}: {number(row.middle)}{unit} "
        f"({number(row.low)} to {number(row.high)}{unit}) {row.note}"
    ).strip()
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
    columns = (what, "before", "after", "change", "mainly")
    cells = [(r.label, r.before, r.after, r.after - r.before, r.why) for r in rows]

    def draw(width: float) -> Canvas:
        right = 320.0 if is_wide(width) else 52.0
        plot = _rows_frame(width, 4, [row.label for row in rows], reach, right)
        for n, row in enumerate(rows):
            _change(plot, _row(plot, n, row.label), row)
        return plot.canvas

    plan = Changes(tuple(rows), reach)
    return chart(head, table(head.id, head.title, columns, cells), draw, plan)


def _change(plot: Frame, y: float, row: Change) -> None:
    plot.canvas.rect((plot.left, y - 7), (plot.right - plot.left, 14), "track", round=4)
    by = row.after - row.before
    start, end = sorted((plot.x(row.before), plot.x(row.after)))
    tip = f"{row.label}: from {number(row.before)} to {number(row.after)}"
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
