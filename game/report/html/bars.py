"""Charts with a bar or a column for each thing, made of parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.language import _
from game.report.html.plot import (
    SMALL,
    Chart,
    Frame,
    Head,
    Series,
    chart,
    frame,
    legend,
    legend_height,
    x_axis,
    y_axis,
)
from game.report.html.rows import name_row, rows_frame
from game.report.html.svg import Canvas, width_of
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
    columns = [what, *(part.name for part in parts), _("total")]
    totals = [sum(part.values[n] or 0 for part in parts) for n in range(len(labels))]
    rows = [
        [label, *(part.values[n] for part in parts), totals[n]] for n, label in enumerate(labels)
    ]

    def draw(width: float) -> Canvas:
        names = [part.name for part in parts]
        above = legend_height(names, width)
        plot = rows_frame(width, above, labels, _reach(parts, len(labels)), 60)
        for n, label in enumerate(labels):
            y = name_row(plot, n, label)
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
        tip = _tip(label, name, value, unit)
        plot.canvas.rect(corner, (size[0] - 1, size[1]), f"fill{n % 8 + 1}", tip)
        text = number(round(value, 1))
        if size[0] > width_of(text, SMALL) + 8:
            at = (plot.x((start + end) / 2), y + 4.5)
            plot.canvas.text(at, text, f"on{n % 8 + 1}", "middle", SMALL)


def _tip(label: str, name: str, value: float, unit: str) -> str:
    return _("{label}, {name}: {value}").format(label=label, name=name, value=number(value) + unit)


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
            tip = _tip(label, name, value, unit)
            plot.canvas.rect((x, y), (each - 2, base - y), f"fill{number_ % 8 + 1}", tip)
