"""Charts on a grid: a timeline in lanes, and a heat map with the figure in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.language import _
from game.report.html.plot import (
    BROAD,
    SMALL,
    Chart,
    Frame,
    Head,
    Mark,
    chart,
    draw_mark,
    frame,
    is_wide,
    x_axis,
)
from game.report.html.svg import Canvas, Scale, fitted, width_of
from game.report.html.tables import Cell, number, table


@dataclass(frozen=True)
class Event:
    """Something on a timeline, from a turn to a turn."""

    lane: str
    start: float
    end: float
    text: str
    tone: int = 0  # which series colour


@dataclass(frozen=True)
class Timeline:
    """What a timeline shows."""

    turns: tuple[int, int]
    lanes: tuple[str, ...]
    events: tuple[Event, ...]
    marks: tuple[Mark, ...] = ()


def timeline(
    head: Head,
    turns: tuple[int, int],
    lanes: Sequence[str],
    events: Sequence[Event],
    marks: Sequence[Mark] = (),
) -> Chart:
    """Events in lanes: a bar for what lasted, with its name inside or beside it."""
    rows: list[list[Cell]] = [
        [event.lane, event.start, event.end, event.text]
        for event in sorted(events, key=lambda e: (e.start, lanes.index(e.lane)))
    ]

    def draw(width: float) -> Canvas:
        wide = is_wide(width)
        left, above = (104.0 if wide else 10.0), 38.0 if marks else 10.0
        gap, pitch = (14.0 if wide else 30.0), 27.0
        axis = Scale(turns[0] - 0.5, turns[1] + 0.5, left, width - 12.0)
        depths = {lane: _stacked([e for e in events if e.lane == lane], axis) for lane in lanes}
        tall = [max(_depth(depths[lane]), 1) * pitch + gap for lane in lanes]
        height = above + sum(tall) + 46
        across = (turns[0] - 0.5, turns[1] + 0.5)
        plot = frame((width, height), (left, 12.0, above, 46.0), across, (0, 1))
        for turn in range(turns[0], turns[1] + 1):
            plot.canvas.line((plot.x(turn), plot.top), (plot.x(turn), plot.bottom), "grid")
        x_axis(plot, [(t, number(t)) for t in range(turns[0], turns[1] + 1)], _("turn"))
        for mark in marks:
            draw_mark(plot, mark)
        y = plot.top
        for lane, size in zip(lanes, tall, strict=True):
            _lane(plot, y, lane, depths[lane], pitch, wide)
            y += size
        return plot.canvas

    columns = (_("lane"), _("from turn"), _("to turn"), _("what"))
    plan = Timeline(turns, tuple(lanes), tuple(events), tuple(marks))
    return chart(head, table(head.id, head.title, columns, rows), draw, plan, BROAD)


@dataclass(frozen=True)
class _Placed:
    """An event with its row, its bar from x to x, and where its label begins."""

    event: Event
    row: int
    bar: tuple[float, float]
    label: float
    text: str


def _stacked(events: Sequence[Event], axis: Scale) -> list[_Placed]:
    """Each event in the first row of its lane where neither bar nor label touches another."""
    placed: list[_Placed] = []
    ends: list[float] = []
    half = (axis(1) - axis(0)) * 0.42
    for event in sorted(events, key=lambda e: (e.start, e.end, e.text)):
        start, end = axis(event.start) - half, axis(event.end) + half
        text = fitted(event.text, axis.end - axis.start, SMALL)
        wide = width_of(text, SMALL)
        label = max(min(start, axis.end - wide), axis.start)
        first, last = min(start, label), max(end, label + wide)
        row = next((n for n, used in enumerate(ends) if used < first - 6), len(ends))
        ends[row : row + 1] = [last]
        placed.append(_Placed(event, row, (start, end), label, text))
    return placed


def _depth(placed: Sequence[_Placed]) -> int:
    return max((each.row + 1 for each in placed), default=0)


def _lane(
    plot: Frame, top: float, lane: str, placed: Sequence[_Placed], pitch: float, wide: bool
) -> None:
    if wide:
        plot.canvas.text((plot.left - 12, top + 21), lane, "strong", "end")
    else:
        plot.canvas.text((plot.left, top + 14), lane, "strong")
    plot.canvas.line((0, top), (plot.canvas.width, top), "grid")
    first = top + (6 if wide else 20)
    for each in placed:
        event, (x, end) = each.event, each.bar
        y = first + each.row * pitch
        lasted = event.end > event.start
        said = _("Turn {start} to {end}: {text}") if lasted else _("Turn {start}: {text}")
        tip = said.format(start=number(event.start), end=number(event.end), text=event.text)
        plot.canvas.text((each.label, y + 12), each.text, size=SMALL)
        plot.canvas.rect((x, y + 16), (end - x, 5), f"fill{event.tone % 8 + 1}", tip, 2)


@dataclass(frozen=True)
class Grid:
    """Values from 0 to `high` by row and column; None leaves a cell empty.

    scale: heat (calm to danger), trust (orange to blue) or held (nothing to full).
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[float | None, ...], ...]
    high: float
    words: tuple[str, ...] = ()  # of the values 0, 1, 2 … for those who point at a cell
    scale: str = "heat"


@dataclass(frozen=True)
class Heat:
    """What a heat map shows."""

    grid: Grid
    x_name: str = ""


def heatmap(head: Head, grid: Grid, *, what: str = "", x_name: str = "") -> Chart:
    """A cell for each row and column, the darker the more, with its figure printed in it."""
    columns = (what, *(f"{x_name} {name}".strip() for name in grid.columns))
    cells: list[list[Cell]] = [
        [row, *line] for row, line in zip(grid.rows, grid.values, strict=True)
    ]

    def draw(width: float) -> Canvas:
        wide = is_wide(width)
        longest = max((width_of(row, SMALL) for row in grid.rows), default=0.0) + 14
        left = min(longest, 260.0 if wide else 150.0)
        pitch = 28.0
        height = 10 + pitch * len(grid.rows) + 46
        margins = (left, 6.0, 10.0, 46.0)
        plot = frame((width, height), margins, (0, len(grid.columns)), (len(grid.rows), 0))
        for n, (row, line) in enumerate(zip(grid.rows, grid.values, strict=True)):
            y = plot.top + n * pitch
            label = fitted(row, left - 12, SMALL)
            plot.canvas.text((left - 8, y + 18), label, "", "end", SMALL)
            for m, value in enumerate(line):
                if value is not None:
                    _cell(plot, grid, (m, y, pitch), value, (row, columns[m + 1]))
        labels = [(m + 0.5, name) for m, name in enumerate(grid.columns)]
        x_axis(plot, labels, x_name, every_one=True)
        return plot.canvas

    return chart(head, table(head.id, head.title, columns, cells), draw, Heat(grid, x_name))


def _cell(
    plot: Frame,
    grid: Grid,
    at: tuple[int, float, float],
    value: float,
    where: tuple[str, str],
) -> None:
    m, y, pitch = at
    level = min(int(value / grid.high * 7 + 0.5), 7)
    x, wide = plot.x(m), plot.x(m + 1) - plot.x(m)
    word = f" ({grid.words[int(value)]})" if grid.words else ""
    said = _("{row}, {column}: {value}")
    tip = said.format(row=where[0], column=where[1], value=number(value) + word)
    plot.canvas.rect((x + 1, y + 1), (wide - 2, pitch - 2), f"{grid.scale}{level}", tip, 3)
    if wide > 16:
        middle = (x + wide / 2, y + 18)
        plot.canvas.text(middle, number(value), f"on{grid.scale}{level}", "middle", SMALL)
