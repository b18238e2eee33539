"""Lines over time: series with bands and marks, each named at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.language import _
from game.report.html.plot import (
    SMALL,
    Axis,
    Chart,
    Frame,
    Head,
    Mark,
    Series,
    chart,
    draw_mark,
    frame,
    is_wide,
    legend,
    legend_height,
    reach,
    tip,
    tones,
    x_axis,
    y_axis,
)
from game.report.html.svg import SIZE, Canvas, Point, apart, fitted, width_of
from game.report.html.tables import Cell, Table, number, table


@dataclass(frozen=True)
class Band:
    """A range at each place, such as what nine of ten futures lie in."""

    name: str
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]

    def known(self, xs: Sequence[float]) -> list[tuple[float, float, float]]:
        """Each place where it is known, from where to where."""
        every = zip(xs, self.low, self.high, strict=True)
        return [(x, low, high) for x, low, high in every if low is not None and high is not None]


@dataclass(frozen=True)
class Lines:
    """What a chart of lines shows."""

    xs: tuple[float, ...]
    series: tuple[Series, ...]
    y: Axis
    x_name: str = ""  # turns if unsaid
    bands: tuple[Band, ...] = ()
    marks: tuple[Mark, ...] = ()
    step: bool = False


def lines(
    head: Head,
    xs: Sequence[float],
    series: Sequence[Series],
    y: Axis,
    *,
    x_name: str = "",
    bands: Sequence[Band] = (),
    marks: Sequence[Mark] = (),
    step: bool = False,
    height: float = 320,
) -> Chart:
    """Several series over the same places, each named at its end (or above, where it is narrow).

    step: values hold until the next. Gaps (None) are left open.
    """
    across = x_name or _("turn")

    def draw(width: float) -> Canvas:
        plot = _line_frame(width, height, xs, series, y, bool(marks))
        y_axis(plot, y.names, y.unit)
        x_axis(plot, [(x, number(x)) for x in xs], across)
        for band in bands:
            _draw_band(plot, xs, band, (across, y.unit))
        for mark in marks:
            draw_mark(plot, mark)
        for tone, each in zip(tones(series), series, strict=True):
            _draw_series(plot, xs, each, tone, (across, y.unit), step)
        if is_wide(width):
            _name_ends(plot, xs, series)
        else:
            legend(plot.canvas, series, squares=False)
        return plot.canvas

    plan = Lines(tuple(xs), tuple(series), y, x_name, tuple(bands), tuple(marks), step)
    return chart(head, _line_table(head, xs, series, bands, across, y), draw, plan)


def _line_table(
    head: Head,
    xs: Sequence[float],
    series: Sequence[Series],
    bands: Sequence[Band],
    across: str,
    y: Axis,
) -> Table:
    unit = f" ({y.unit.strip()})" if y.unit else ""
    columns = [across, *(each.name + unit for each in series)]
    rows: list[list[Cell]] = [[x, *(each.values[n] for each in series)] for n, x in enumerate(xs)]
    for band in bands:
        named = {"band": band.name, "unit": unit}
        columns += [_("{band}, from{unit}").format(**named), _("{band}, to{unit}").format(**named)]
        for n, row in enumerate(rows):
            row += [band.low[n], band.high[n]]
    return table(head.id, head.title, columns, rows)


def _line_frame(
    width: float,
    height: float,
    xs: Sequence[float],
    series: Sequence[Series],
    y: Axis,
    marked: bool,
) -> Frame:
    names = [each.name for each in series]
    longest = max((width_of(name) for name in names), default=0.0)
    wide = is_wide(width)
    right = min(longest + 22, 190.0) if wide else 14.0
    above = 10.0 if wide else legend_height(names, width)
    steps = max((width_of(name, SMALL) for name in y.names), default=0.0)
    left = max(100.0, min(steps + 14, 170.0)) if y.names else 46.0
    high = height + (0 if wide else above)
    margins = (left, right, above + (30 if marked else 8), 44.0)
    return frame((width, high), margins, reach(xs), (y.low, y.high))


def _draw_band(plot: Frame, xs: Sequence[float], band: Band, words: tuple[str, str]) -> None:
    known = band.known(xs)
    lower = [(plot.x(x), plot.y(low)) for x, low, _ in known]
    upper = [(plot.x(x), plot.y(high)) for x, _, high in known]
    plot.canvas.path([*lower, *reversed(upper)], "band", closed=True)
    for x, low, high in known:
        span = _("{low} to {high}").format(low=number(low), high=number(high) + words[1])
        said = tip(band.name, words[0], number(x), span)
        top = plot.y(high)
        plot.canvas.rect((plot.x(x) - 5, top), (10.0, plot.y(low) - top), "hit", said)


def _draw_series(
    plot: Frame, xs: Sequence[float], series: Series, n: int, words: tuple[str, str], step: bool
) -> None:
    known = [(x, v) for x, v in zip(xs, series.values, strict=True) if v is not None]
    if series.look != "dots":
        for run in runs(xs, series.values):
            points = [(plot.x(x), plot.y(v)) for x, v in run]
            plot.canvas.path(stairs(points) if step else points, f"{series.look} line{n + 1}")
    for x, value in known:
        said = tip(series.name, words[0], number(x), number(value) + words[1])
        size = 3.0 if series.look in ("dashed", "dotted") else 4.5
        plot.canvas.mark((plot.x(x), plot.y(value)), n, said, size, series.shape)


def runs(xs: Sequence[float], values: Sequence[float | None]) -> list[list[Point]]:
    """Stretches without a gap."""
    found: list[list[Point]] = [[]]
    for x, value in zip(xs, values, strict=True):
        if value is None:
            found.append([])
        else:
            found[-1].append((x, value))
    return [run for run in found if len(run) > 1]


def stairs(points: Sequence[Point]) -> list[Point]:
    """A way that goes on level, and then up or down."""
    found = [points[0]]
    for x, y in points[1:]:
        found += [(x, found[-1][1]), (x, y)]
    return found


def _name_ends(plot: Frame, xs: Sequence[float], series: Sequence[Series]) -> None:
    ends = []
    for n, each in zip(tones(series), series, strict=True):
        known = [(x, v) for x, v in zip(xs, each.values, strict=True) if v is not None]
        if known:
            ends.append((n, each.name, plot.x(known[-1][0]), plot.y(known[-1][1])))
    places = apart([y for *_, y in ends], SIZE + 3, plot.top, plot.bottom)
    for (n, name, x, y), place in zip(ends, places, strict=True):
        label = plot.right + 14
        plot.canvas.path([(x + 6, y), (label - 3, place)], "leader")
        short = fitted(name, plot.canvas.width - label)
        plot.canvas.text((label, place + 5), short, f"text{n + 1}")
