"""What all charts share: a name, two widths, axes, a legend, and the table of their figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.language import _
from game.report.html.svg import SIZE, Canvas, Scale, fitted, ticks, width_of
from game.report.html.tables import Table, number

WIDE, NARROW, BROAD = 760.0, 370.0, 1280.0
"""A chart is drawn twice: for a projector or paper, and for a telephone. The page shows one."""

SMALL = 12.5
"""Height of letters on axes."""


@dataclass(frozen=True)
class Head:
    """What a chart is called, and what it shows, for those who cannot see it."""

    id: str
    title: str
    about: str


@dataclass(frozen=True)
class Chart:
    """A chart in two widths, and the table that says the same."""

    head: Head
    wide: str
    narrow: str
    table: Table
    plan: object  # its figures, for those who draw it elsewhere: Lines, Areas, Bars …


@dataclass(frozen=True)
class Series:
    """Figures of one thing, one for each place on the other axis; None where there is none."""

    name: str
    values: tuple[float | None, ...]
    look: str = "line"  # line, dashed, dotted, dots
    tone: int | None = None  # a colour from 0 to 7, or a neutral one; its place if None
    shape: int | None = None  # of its marks; that of its colour if None


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


NEUTRAL, FAINT = 8, 9
"""Colours of what is only there to compare with."""


def tones(series: Sequence[Series]) -> list[int]:
    """The colour of each series."""
    return [n % NEUTRAL if s.tone is None else s.tone for n, s in enumerate(series)]


def chart(
    head: Head,
    table: Table,
    draw: Callable[[float], Canvas],
    plan: object,
    width: float = WIDE,
) -> Chart:
    """Draw a chart in both widths. width: the wider; BROAD for one that has a page to itself."""
    wide, narrow = (
        draw(each).picture(f"{head.id}-{kind}", head.title, head.about, kind)
        for each, kind in ((width, "wide"), (NARROW, "narrow"))
    )
    return Chart(head, wide, narrow, table, plan)


def is_wide(width: float) -> bool:
    """Whether a drawing has room for labels beside it."""
    return width > (WIDE + NARROW) / 2


@dataclass(frozen=True)
class Frame:
    """A drawing with axes."""

    canvas: Canvas
    x: Scale
    y: Scale
    left: float
    right: float
    top: float
    bottom: float


def frame(
    size: tuple[float, float],
    margins: tuple[float, float, float, float],
    x: tuple[float, float],
    y: tuple[float, float],
) -> Frame:
    """An empty drawing; margins: left, right, top, bottom."""
    (width, height), (left, right, top, bottom) = size, margins
    return Frame(
        canvas=Canvas(width, height),
        x=Scale(*x, left, width - right),
        y=Scale(*y, height - bottom, top),
        left=left,
        right=width - right,
        top=top,
        bottom=height - bottom,
    )


def y_axis(plot: Frame, names: Sequence[str] = (), unit: str = "") -> None:
    """Lines across with their values, or with names for 0, 1, 2 …"""
    values = list(range(len(names))) if names else ticks(plot.y.low, plot.y.high)
    for value in values:
        if not plot.y.low <= value <= plot.y.high:
            continue
        y = plot.y(value)
        plot.canvas.line((plot.left, y), (plot.right, y), "grid")
        label = names[int(value)] if names else number(value) + unit
        short = fitted(label, plot.left - 8, SMALL)
        plot.canvas.text((plot.left - 8, y + 4), short, "axis", "end", SMALL)


def x_axis(
    plot: Frame, labels: Sequence[tuple[float, str]], name: str = "", every_one: bool = False
) -> None:
    """Labels under the plot, as many as there is room for, and what they count.

    every_one: cut long labels short, and leave none out.
    """
    room = (plot.right - plot.left) / max(len(labels), 1)
    if every_one:
        labels = [(value, fitted(text, room - 4, SMALL)) for value, text in labels]
    widest = max((width_of(text, SMALL) for _, text in labels), default=0.0) + 8
    every = 1 if every_one else max(1, -int(-widest // max(room, 1)))
    for value, text in labels[::every]:
        plot.canvas.text((plot.x(value), plot.bottom + 18), text, "axis", "middle", SMALL)
    if name:
        middle = (plot.left + plot.right) / 2
        plot.canvas.text((middle, plot.bottom + 36), name, "axis", "middle", SMALL)


def reach(xs: Sequence[float]) -> tuple[float, float]:
    """From where to where places on the x axis go; a single one gets some room."""
    return min(xs), max(xs) if max(xs) > min(xs) else min(xs) + 1


def draw_mark(plot: Frame, mark: Mark) -> None:
    """A line through the plot under a letter."""
    x = plot.x(mark.x)
    plot.canvas.line((x, plot.top - 8), (x, plot.bottom), "markline")
    plot.canvas.badge((x, plot.top - 18), mark.letter, mark.text)


def tip(name: str, axis: str, at: str, value: str) -> str:
    """What is said of a value of a series to those who point at it."""
    said = _("{name}, {axis} {at}: {value}")
    return said.format(name=name, axis=axis, at=at, value=value)


def legend_rows(names: Sequence[str], width: float) -> list[list[str]]:
    """Names in rows that fit a width."""
    rows: list[list[str]] = [[]]
    used = 0.0
    for name in names:
        need = width_of(name) + 34
        if rows[-1] and used + need > width:
            rows.append([])
            used = 0.0
        rows[-1].append(name)
        used += need
    return rows


def legend_height(names: Sequence[str], width: float) -> float:
    """How high the legend will be."""
    return len(legend_rows(names, width)) * 20.0 + 6 if names else 0.0


def legend(canvas: Canvas, series: Sequence[Series], squares: bool = True) -> None:
    """Names with the colours of their series, in rows along the top, or with their marks."""
    names, colours = [each.name for each in series], tones(series)
    number_ = 0
    for row, some in enumerate(legend_rows(names, canvas.width)):
        x, y = 8.0, 16 + row * 20.0
        for name in some:
            if squares:
                canvas.rect((x - 6, y - 11), (12, 12), f"fill{colours[number_] + 1}")
            else:
                canvas.mark((x, y - 5), colours[number_], "", shape=series[number_].shape)
            canvas.text((x + 12, y), fitted(name, canvas.width - 24))
            x += width_of(name, SIZE) + 34
            number_ += 1
