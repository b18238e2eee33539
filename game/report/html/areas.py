"""Stacked areas: parts of a whole over time, one upon the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.language import _
from game.report.html.plot import (
    Axis,
    Chart,
    Frame,
    Head,
    Mark,
    Series,
    chart,
    draw_mark,
    frame,
    legend,
    legend_height,
    reach,
    tip,
    tones,
    x_axis,
    y_axis,
)
from game.report.html.svg import Canvas
from game.report.html.tables import number, table


@dataclass(frozen=True)
class Areas:
    """What a chart of stacked areas shows."""

    xs: tuple[float, ...]
    parts: tuple[Series, ...]
    y: Axis
    x_name: str = ""  # turns if unsaid
    marks: tuple[Mark, ...] = ()


def areas(
    head: Head,
    xs: Sequence[float],
    parts: Sequence[Series],
    y: Axis,
    *,
    x_name: str = "",
    marks: Sequence[Mark] = (),
    height: float = 320,
) -> Chart:
    """Parts of a whole over time, one upon the other; the parts have no gaps."""
    across = x_name or _("turn")
    columns = [across, *(part.name for part in parts)]
    rows = [[x, *(part.values[n] for part in parts)] for n, x in enumerate(xs)]

    def draw(width: float) -> Canvas:
        names = [part.name for part in parts]
        above = legend_height(names, width)
        margins = (46.0, 16.0, above + (34 if marks else 8), 44.0)
        plot = frame((width, height + above), margins, reach(xs), (y.low, y.high))
        y_axis(plot, y.names, y.unit)
        x_axis(plot, [(x, number(x)) for x in xs], across)
        floor = [0.0] * len(xs)
        for n, part in zip(tones(parts), parts, strict=True):
            roof = [low + (value or 0) for low, value in zip(floor, part.values, strict=True)]
            upper = [(plot.x(x), plot.y(v)) for x, v in zip(xs, roof, strict=True)]
            lower = [(plot.x(x), plot.y(v)) for x, v in zip(xs, floor, strict=True)]
            plot.canvas.path([*lower, *reversed(upper)], f"area fill{n + 1}", closed=True)
            _tips(plot, xs, part, (floor, roof), (across, y.unit))
            floor = roof
        for mark in marks:
            draw_mark(plot, mark)
        legend(plot.canvas, parts)
        return plot.canvas

    plan = Areas(tuple(xs), tuple(parts), y, x_name, tuple(marks))
    return chart(head, table(head.id, head.title, columns, rows), draw, plan)


def _tips(
    plot: Frame,
    xs: Sequence[float],
    part: Series,
    between: tuple[Sequence[float], Sequence[float]],
    words: tuple[str, str],
) -> None:
    """A place to point at for each value of an area."""
    for x, value, low, high in zip(xs, part.values, *between, strict=True):
        if value:
            said = tip(part.name, words[0], number(x), number(value) + words[1])
            corner, size = (plot.x(x) - 4, plot.y(high)), (8.0, plot.y(low) - plot.y(high))
            plot.canvas.rect(corner, size, "hit", said)
