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

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where lying bars go; the least of them has some length."""
        ends = [end for n in range(len(self.labels)) for piece in self.pieces(n) for end in piece]
        low, high = min(ends, default=0.0), max(ends, default=1.0)
        return low, max(high, low + 1)

    @property
    def top(self) -> float:
        """How high the highest column is."""
        tops = [end for n in range(len(self.labels)) for _start, end in self.pieces(n)]
        return max(tops, default=1.0) or 1.0

    def pieces(self, number: int) -> list[tuple[float, float]]:
        """From where to where each part of a bar goes; negative ones lie beyond zero."""
        found, low, high = [], 0.0, 0.0
        for part in self.parts:
            value = part.values[number] or 0.0
            if self.beside:
                found.append((0.0, value))
            elif value > 0:
                found.append((high, high + value))
                high += value
            else:
                found.append((low + value, low))
                low += value
        return found


def bars(
    head: Head, labels: Sequence[str], parts: Sequence[Series], *, what: str = "", unit: str = ""
) -> Chart:
    """A bar for each label, made of parts; negative parts lie left of zero. Totals at the ends."""
    columns = [what, *(part.name for part in parts), _("total")]
    sums = (sum(part.values[n] or 0 for part in parts) for n in range(len(labels)))
    totals = [round(each, 4) for each in sums]
    rows = [
        [label, *(part.values[n] for part in parts), totals[n]] for n, label in enumerate(labels)
    ]
    plan = Bars(tuple(labels), tuple(parts), unit)

    def draw(width: float) -> Canvas:
        names = [part.name for part in parts]
        above = legend_height(names, width)
        plot = rows_frame(width, above, labels, plan.reach, 60)
        for n, label in enumerate(labels):
            y = name_row(plot, n, label)
            _stack(plot, y, plan, n)
            end = plot.x(max([0.0, *(end for _start, end in plan.pieces(n))]))
            plot.canvas.text((end + 6, y + 5), number(round(totals[n], 1)) + unit, "strong")
        legend(plot.canvas, parts)
        return plot.canvas

    return chart(head, table(head.id, head.title, columns, rows), draw, plan)


def _stack(plot: Frame, y: float, plan: Bars, bar: int) -> None:
    for n, (part, (start, end)) in enumerate(zip(plan.parts, plan.pieces(bar), strict=True)):
        value = part.values[bar]
        if not value:
            continue
        corner, size = (plot.x(start), y - 10), (plot.x(end) - plot.x(start), 20.0)
        tip = _tip(plan.labels[bar], part.name, value, plan.unit)
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
    plan = Bars(tuple(labels), tuple(parts), unit, True, beside, x_name)

    def draw(width: float) -> Canvas:
        names = [part.name for part in parts]
        above = legend_height(names, width)
        margins = (46.0, 10.0, above + 8, 44.0 if x_name else 30.0)
        plot = frame((width, height + above), margins, (0, len(labels)), (0, plan.top * 1.05))
        y_axis(plot, unit=unit)
        x_axis(plot, [(n + 0.5, label) for n, label in enumerate(labels)], x_name, every_one=True)
        for n in range(len(labels)):
            _column(plot, plan, n)
        legend(plot.canvas, parts)
        return plot.canvas

    return chart(head, table(head.id, head.title, heading, rows), draw, plan)


def histogram_pair(
    head: Head, labels: Sequence[str], before: Series, after: Series, *, what: str = ""
) -> Chart:
    """Two distributions over the same outcomes, side by side, in percent."""
    return columns(head, labels, [before, after], what=what, unit=" %", beside=True)


def _column(plot: Frame, plan: Bars, column: int) -> None:
    pitch = plot.x(1) - plot.x(0)
    wide = min(pitch * 0.76, 54.0 * (len(plan.parts) if plan.beside else 1))
    each = wide / len(plan.parts) if plan.beside else wide
    for n, (part, (low, high)) in enumerate(zip(plan.parts, plan.pieces(column), strict=True)):
        value = part.values[column]
        if value:
            x = plot.x(column + 0.5) - wide / 2 + (n * each if plan.beside else 0)
            tip = _tip(plan.labels[column], part.name, value, plan.unit)
            size = (each - 2, plot.y(low) - plot.y(high))
            plot.canvas.rect((x, plot.y(high)), size, f"fill{n % 8 + 1}", tip)
