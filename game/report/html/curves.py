"""Charts with something along both axes: lines with bands and marks, stacked areas, calibration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.report.html.plot import (
    NARROW,
    Chart,
    Frame,
    Head,
    Series,
    chart,
    frame,
    is_wide,
    legend,
    legend_height,
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


@dataclass(frozen=True)
class Mark:
    """A place on the x axis that the text speaks of, under a letter."""

    x: float
    letter: str
    text: str


@dataclass(frozen=True)
class Axis:
    """What an axis measures, and from where to where; names, if it counts named steps."""

    low: float
    high: float
    name: str = ""
    unit: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lines:
    """What a chart of lines shows."""

    xs: tuple[float, ...]
    series: tuple[Series, ...]
    y: Axis
    x_name: str = "turn"
    bands: tuple[Band, ...] = ()
    marks: tuple[Mark, ...] = ()
    step: bool = False


@dataclass(frozen=True)
class Areas:
    """What a chart of stacked areas shows."""

    xs: tuple[float, ...]
    parts: tuple[Series, ...]
    y: Axis
    x_name: str = "turn"
    marks: tuple[Mark, ...] = ()


def lines(
    head: Head,
    xs: Sequence[float],
    series: Sequence[Series],
    y: Axis,
    *,
    x_name: str = "turn",
    bands: Sequence[Band] = (),
    marks: Sequence[Mark] = (),
    step: bool = False,
    height: float = 320,
) -> Chart:
    """Several series over the same places, each named at its end (or above, where it is narrow).

    step: values hold until the next. Gaps (None) are left open.
    """

    def draw(width: float) -> Canvas:
        plot = _line_frame(width, height, xs, series, y, bool(marks))
        y_axis(plot, y.names, y.unit)
        x_axis(plot, [(x, number(x)) for x in xs], x_name)
        for band in bands:
            _draw_band(plot, xs, band, (x_name, y.unit))
        for mark in marks:
            _draw_mark(plot, mark)
        for tone, each in zip(tones(series), series, strict=True):
            _draw_series(plot, xs, each, tone, (x_name, y.unit), step)
        if is_wide(width):
            _name_ends(plot, xs, series)
        else:
            legend(plot.canvas, series, squares=False)
        return plot.canvas

    plan = Lines(tuple(xs), tuple(series), y, x_name, tuple(bands), tuple(marks), step)
    return chart(head, _line_table(head, xs, series, bands, x_name, y), draw, plan)


def _line_table(
    head: Head,
    xs: Sequence[float],
    series: Sequence[Series],
    bands: Sequence[Band],
    x_name: str,
    y: Axis,
) -> Table:
    unit = f" ({y.unit.strip()})" if y.unit else ""
    columns = [x_name, *(each.name + unit for each in series)]
    rows: list[list[Cell]] = [[x, *(each.values[n] for each in series)] for n, x in enumerate(xs)]
    for band in bands:
        columns += [f"{band.name}, from{unit}", f"{band.name}, to{unit}"]
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
    left = 100.0 if y.names else 46.0
    high = height + (0 if wide else above)
    margins = (left, right, above + (30 if marked else 8), 44.0)
    across = (min(xs), max(xs) if max(xs) > min(xs) else min(xs) + 1)
    return frame((width, high), margins, across, (y.low, y.high))


def _draw_band(plot: Frame, xs: Sequence[float], band: Band, words: tuple[str, str]) -> None:
    known = [
        (x, low, high)
        for x, low, high in zip(xs, band.low, band.high, strict=True)
        if low is not None and high is not None
    ]
    lower = [(plot.x(x), plot.y(low)) for x, low, _ in known]
    upper = [(plot.x(x), plot.y(high)) for x, _, high in known]
    plot.canvas.path([*lower, *reversed(upper)], "band", closed=True)
    for x, low, high in known:
        tip = f"{band.name}, {words[0]} {number(x)}: {number(low)} to {number(high)}{words[1]}"
        top = plot.y(high)
        plot.canvas.rect((plot.x(x) - 5, top), (10.0, plot.y(low) - top), "hit", tip)


def _draw_mark(plot: Frame, mark: Mark) -> None:
    x = plot.x(mark.x)
    plot.canvas.line((x, plot.top - 8), (x, plot.bottom), "markline")
    plot.canvas.badge((x, plot.top - 18), mark.letter, mark.text)


def _draw_series(
    plot: Frame, xs: Sequence[float], series: Series, n: int, words: tuple[str, str], step: bool
) -> None:
    known = [(x, v) for x, v in zip(xs, series.values, strict=True) if v is not None]
    if series.look != "dots":
        for run in _runs(xs, series.values):
            points = [(plot.x(x), plot.y(v)) for x, v in run]
            plot.canvas.path(_stairs(points) if step else points, f"{series.look} line{n + 1}")
    for x, value in known:
        tip = f"{series.name}, {words[0]} {number(x)}: {number(value)}{words[1]}"
        size = 3.0 if series.look in ("dashed", "dotted") else 4.5
        plot.canvas.mark((plot.x(x), plot.y(value)), n, tip, size, series.shape)


def _runs(xs: Sequence[float], values: Sequence[float | None]) -> list[list[Point]]:
    """Stretches without a gap."""
    runs: list[list[Point]] = [[]]
    for x, value in zip(xs, values, strict=True):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((x, value))
    return [run for run in runs if len(run) > 1]


def _stairs(points: Sequence[Point]) -> list[Point]:
    stairs = [points[0]]
    for x, y in points[1:]:
        stairs += [(x, stairs[-1][1]), (x, y)]
    return stairs


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


def areas(
    head: Head,
    xs: Sequence[float],
    parts: Sequence[Series],
    y: Axis,
    *,
    x_name: str = "turn",
    marks: Sequence[Mark] = (),
    height: float = 320,
) -> Chart:
    """Parts of a whole over time, one upon the other; the parts have no gaps."""
    columns = [x_name, *(part.name for part in parts)]
    rows = [[x, *(part.values[n] for part in parts)] for n, x in enumerate(xs)]

    def draw(width: float) -> Canvas:
        names = [part.name for part in parts]
        above = legend_height(names, width)
        margins = (46.0, 16.0, above + (34 if marks else 8), 44.0)
        across = (min(xs), max(xs) if max(xs) > min(xs) else min(xs) + 1)
        plot = frame((width, height + above), margins, across, (y.low, y.high))
        y_axis(plot, y.names, y.unit)
        x_axis(plot, [(x, number(x)) for x in xs], x_name)
        floor = [0.0] * len(xs)
        for n, part in zip(tones(parts), parts, strict=True):
            roof = [low + (value or 0) for low, value in zip(floor, part.values, strict=True)]
            upper = [(plot.x(x), plot.y(v)) for x, v in zip(xs, roof, strict=True)]
            lower = [(plot.x(x), plot.y(v)) for x, v in zip(xs, floor, strict=True)]
            plot.canvas.path([*lower, *reversed(upper)], f"area fill{n + 1}", closed=True)
            _tips(plot, xs, part, (floor, roof), (x_name, y.unit))
            floor = roof
        for mark in marks:
            _draw_mark(plot, mark)
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
            tip = f"{part.name}, {words[0]} {number(x)}: {number(value)}{words[1]}"
            corner, size = (plot.x(x) - 4, plot.y(high)), (8.0, plot.y(low) - plot.y(high))
            plot.canvas.rect(corner, size, "hit", tip)


@dataclass(frozen=True)
class Cloud:
    """Beliefs of about one size: their mean, the share that was true, how many. In percent."""

    mean: float
    true: float
    count: int


@dataclass(frozen=True)
class Clouds:
    """What a calibration shows."""

    clouds: tuple[Cloud, ...]


def calibration(head: Head, clouds: Sequence[Cloud]) -> Chart:
    """How often what was believed so strongly was true; on the diagonal, as often as believed."""
    rows = [[cloud.mean, cloud.true, cloud.count] for cloud in clouds]
    columns = ("mean belief (%)", "was true (%)", "beliefs")

    def draw(width: float) -> Canvas:
        side = min(width, 1.25 * NARROW)
        plot = frame((side, side - 20), (48.0, 16.0, 14.0, 46.0), (0, 100), (0, 100))
        y_axis(plot, unit=" %")
        x_axis(plot, [(v, number(v)) for v in range(0, 101, 20)], "believed (%)")
        plot.canvas.line((plot.left, plot.bottom), (plot.right, plot.top), "diagonal")
        plot.canvas.text((plot.right - 6, plot.bottom - 10), "too sure", "axis", "end")
        plot.canvas.text((plot.left + 8, plot.top + 16), "not sure enough", "axis")
        places = [(plot.x(cloud.mean), plot.y(cloud.true)) for cloud in clouds]
        plot.canvas.path(places, "line line1")
        most = max((cloud.count for cloud in clouds), default=1)
        for place, cloud in zip(places, clouds, strict=True):
            size = 4.5 + 7 * (cloud.count / most) ** 0.5
            tip = (
                f"{cloud.count} beliefs of about {number(cloud.mean)} %: "
                f"{number(cloud.true)} % were true"
            )
            plot.canvas.mark(place, 0, tip, size)
        return plot.canvas

    return chart(head, table(head.id, head.title, columns, rows), draw, Clouds(tuple(clouds)))
