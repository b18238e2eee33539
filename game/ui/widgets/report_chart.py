"""The charts of the report, drawn in the window: read by keyboard, with a table that says the same.

`chart_of(chart)` shows any chart of game/report/html. Arrows go from place to place, and each is
read out; the legend stands outside the drawing; `as_table` shows the figures instead.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol, Unpack

from pygame import Rect

from game.language import _
from game.report.html.charts import (
    Areas,
    Bars,
    Changes,
    Chart,
    Clouds,
    Heat,
    Intervals,
    Lines,
    Series,
    Table,
    Timeline,
    shown,
)
from game.report.html.plot import tones
from game.report.html.tables import Cell
from game.ui.node import Box, Node, Pointer, column, em, row, wrap
from game.ui.paint import Painter
from game.ui.widgets.plots_columns import CloudsPlot, ColumnsPlot
from game.ui.widgets.plots_grids import HeatPlot, TimelinePlot
from game.ui.widgets.plots_rows import ROW, BarsPlot, ChangesPlot, IntervalsPlot
from game.ui.widgets.plots_turns import AreasPlot, LinesPlot
from game.ui.widgets.plotting import Axes, dot, stroke, tone
from game.ui.widgets.tables import table as table_node
from game.ui.widgets.words import text

Move = Callable[[int], object]
ROWS = (Intervals, Changes, Heat, Timeline)


class Plot(Protocol):
    """What can be drawn, and read place by place."""

    @property
    def count(self) -> int:
        """How many places there are."""

    def axes(self, p: Painter, whole: Rect) -> Axes:
        """Where it lies."""

    def paint(self, p: Painter, axes: Axes) -> None:
        """Draw all of it."""

    def place(self, axes: Axes, number: int) -> Rect:
        """What is lit when a place is read."""

    def nearest(self, axes: Axes, x: int, y: int) -> int:
        """The place under the mouse."""


def plot_of(plan: object) -> Plot:
    """How a plan is drawn. Raises TypeError for one that no chart has."""
    if isinstance(plan, Bars):
        return ColumnsPlot(plan) if plan.upright else BarsPlot(plan)
    for kind, maker in _MAKERS:
        if isinstance(plan, kind):
            made: Plot = maker(plan)
            return made
    raise TypeError(f"no chart shows a {type(plan).__name__}")


_MAKERS: tuple[tuple[type, Callable[..., Plot]], ...] = (
    (Lines, LinesPlot), (Areas, AreasPlot), (Clouds, CloudsPlot), (Intervals, IntervalsPlot),
    (Changes, ChangesPlot), (Heat, HeatPlot), (Timeline, TimelinePlot),
)  # fmt: skip


def chart_of(
    chart: Chart, at: int | None, move: Move, *, as_table: bool = False, room: float = 1600,
    **box: Unpack[Box],
) -> Node:  # fmt: skip
    """A chart. at: the place that is read, kept by the screen; room: units of text it has across.

    As a table it shows the same figures, place by place.
    """
    name = f"chart.{chart.head.id}"
    if as_table:
        return twin(name, chart.table, room, **box)
    plot = plot_of(chart.plan)
    at = None if at is None or not plot.count else min(at, plot.count - 1)
    picture = _picture(name, chart, plot, at, move)
    said = None if at is None else text(reading(chart, plot, at), "label", "text")
    box.setdefault("gap", 8)
    box.setdefault("grow", 1)
    return column(_legend(chart.plan), picture, said, **box)


def _picture(name: str, chart: Chart, plot: Plot, at: int | None, move: Move) -> Node:
    made = Node(name, "image", chart.head.title, chart.head.about, grow=1, focusable=True)
    by_rows = isinstance(chart.plan, ROWS) or isinstance(plot, BarsPlot)
    made.min_height = em(max(6, ROW * plot.count + 2)) if by_rows else em(10)
    made.value = reading(chart, plot, at) if at is not None else _("Arrows read it value by value.")
    made.live, made.overlap = at is not None, True
    known: dict[str, Axes] = {}
    made.draw = partial(_draw, chart=chart, plot=plot, at=at, known=known)
    made.pointer = partial(_pointed, plot, known, at, move)
    last = plot.count - 1
    here = -1 if at is None else at
    forth, back = partial(move, min(last, here + 1)), partial(move, max(0, here - 1))
    if last >= 0:
        made.on = {"right": forth, "down": forth, "left": back, "up": back}
        made.on |= {"home": partial(move, 0), "end": partial(move, last)}
    return made


def reading(chart: Chart, plot: Plot, at: int) -> str:
    """One place in words: every figure there, as the table has it."""
    rows = sorted_rows(chart, plot)
    if not 0 <= at < len(rows):
        return ""
    heads = chart.table.columns
    parts = [
        f"{head} {shown(cell)}".strip()
        for head, cell in zip(heads, rows[at], strict=True)
        if cell is not None and cell != ""
    ]
    return " · ".join(parts)


def sorted_rows(chart: Chart, plot: Plot) -> list[tuple[Cell, ...]]:
    """The rows of the table in the order in which the drawing has its places."""
    if isinstance(plot, TimelinePlot):
        return [(e.lane, e.start, e.end, e.text) for e in plot.events]
    return list(chart.table.rows)


def _draw(
    p: Painter, node: Node, chart: Chart, plot: Plot, at: int | None, known: dict[str, Axes]
) -> None:
    whole = Rect((0, 0), node.rect.size)
    axes = known["axes"] = plot.axes(p, whole)
    if axes.room.w < 12 or axes.room.h < 12:
        return
    if at is not None:
        p.box(plot.place(axes, at).move(node.rect.topleft), "panel3", 4, "accent", 1)
    key = ("report chart", chart.head.id, chart.plan)
    picture = p.kept(key, node.rect.size, lambda painter: plot.paint(painter, axes))
    p.surface.blit(picture, node.rect)


def _pointed(plot: Plot, known: dict[str, Axes], at: int | None, move: Move, told: Pointer) -> bool:
    """The mouse reads what it is on."""
    axes = known.get("axes")
    if axes is None or told.kind not in ("press", "move") or not plot.count:
        return False
    found = plot.nearest(axes, told.x, told.y)
    if found != at:
        move(found)
    return found != at


# ---- legend -----------------------------------------------------------------------------------


def _legend(plan: object) -> Node | None:
    """What each line and colour is; nothing where there is only one."""
    if isinstance(plan, Lines):
        keys = [
            _key(each.name, partial(_line_sample, series=each, number=number))
            for number, each in zip(tones(plan.series), plan.series, strict=True)
        ]
        keys += [_key(band.name, _band_sample) for band in plan.bands]
    elif isinstance(plan, Areas | Bars):
        keys = [
            _key(part.name, partial(_box_sample, number=number, hatched=bool(place % 2)))
            for place, (number, part) in enumerate(zip(tones(plan.parts), plan.parts, strict=True))
        ]
    else:
        return None
    return wrap(*keys, gap=14) if len(keys) > 1 else None


def _key(name: str, draw: Callable[[Painter, Node], None]) -> Node:
    sample = Node(role="none", width=em(1.5), height=em(0.9), draw=draw)
    return row(sample, text(name, "meta", "text2"), gap=6)


def _line_sample(p: Painter, node: Node, series: Series, number: int) -> None:
    y, shade = node.rect.centery, tone(p, number)
    stroke(p, (node.rect.left, y), (node.rect.right, y), series, shade)
    shape = number if series.shape is None else series.shape
    dot(p, node.rect.center, shade, shape, 4 if series.look == "line" else 3)


def _band_sample(p: Painter, node: Node) -> None:
    p.veil(node.rect, tone(p, 0), 62, 3)


def _box_sample(p: Painter, node: Node, number: int, hatched: bool) -> None:
    p.box(node.rect, tone(p, number), 3)
    if hatched:
        p.hatch(node.rect, "panel", 7, 1.5)


# ---- tables -----------------------------------------------------------------------------------

LEAST_COLUMN = 105
"""Units of text a column must have; with less, each row becomes a list of its figures."""


def twin(name: str, figures: Table, room: float, **box: Unpack[Box]) -> Node:
    """A table of the report, in columns where there is room, else row by row."""
    rows = [[shown(cell) for cell in cells] for cells in figures.rows]
    if room < LEAST_COLUMN * len(figures.columns) or not rows:
        return _by_rows(name, figures, rows, **box)
    longest = [
        max([len(head), *(len(cells[n]) for cells in rows)])
        for n, head in enumerate(figures.columns)
    ]
    weights = [max(6.0, min(36.0, float(n))) for n in longest]
    box.setdefault("min_height", em(min(14, 3 + 2 * len(rows))))
    return table_node(name, figures.title, figures.columns, rows, weights=weights, **box)


def _by_rows(name: str, figures: Table, rows: list[list[str]], **box: Unpack[Box]) -> Node:
    blocks = []
    for number, cells in enumerate(rows):
        parts = [text(cells[0], "label_strong")]
        parts += [
            text(_("{what}: {figure}").format(what=head, figure=cell), "label", "text2")
            for head, cell in zip(figures.columns[1:], cells[1:], strict=True)
        ]
        block = column(*parts, pad=(8, 6))
        block.role, block.label, block.id = "row", cells[0], f"{name}.{number}"
        blocks.append(block)
    if not blocks:
        blocks = [text(_("Nothing to list."), "label", "text2")]
    box.setdefault("gap", 4)
    made = column(*blocks, **box)
    made.id, made.role, made.label = name, "table", figures.title
    return made
