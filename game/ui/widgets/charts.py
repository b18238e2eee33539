"""Charts: lines over turns, with bands of what is uncertain; each can be read as a table, too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Unpack

import pygame
from pygame import Rect

from game.language import _
from game.ui import text as ink
from game.ui.node import Box, Node, column, em, row, wrap
from game.ui.paint import Painter, Shade
from game.ui.theme import TYPES
from game.ui.widgets.tables import table
from game.ui.widgets.words import text

Point = tuple[float, float]


@dataclass(frozen=True)
class Series:
    """One line: where it goes, and how far it may be off at each point."""

    name: str
    points: tuple[Point, ...]
    shade: Shade = "accent"
    dashed: bool = False
    band: tuple[tuple[float, float], ...] = ()  # low and high at each point
    dots: bool = False  # points only, as of a calibration


@dataclass(frozen=True)
class Axis:
    """What one side of a chart measures."""

    low: float
    high: float
    ticks: tuple[float, ...] = ()
    shown: Callable[[float], str] = "{:g}".format
    name: str = ""

    def share(self, value: float) -> float:
        """Where a value is between the ends, 0 to 1."""
        return (value - self.low) / (self.high - self.low) if self.high > self.low else 0.0


@dataclass(frozen=True)
class Mark:
    """A place on a chart that has a name: a turning point, a threshold."""

    x: float | None = None
    y: float | None = None
    name: str = ""
    shade: Shade = "warn"


def chart(
    name: str, label: str, series: Sequence[Series], x: Axis, y: Axis, *,
    marks: Sequence[Mark] = (), as_table: bool = False, said: str = "", **box: Unpack[Box],
) -> Node:  # fmt: skip
    """Lines over an axis, with their legend above, where it covers nothing.

    as_table: the same figures as a table. said: what it shows in one sentence, to be read out.
    """
    if as_table:
        return _as_table(name, label, series, x, y, box)
    box.setdefault("min_height", 180)
    box.setdefault("grow", 1)
    box.setdefault("gap", 6)
    picture = Node(role="image", label=label, grow=1, min_height=em(6))
    picture.value = said or ", ".join(each.name for each in series)
    picture.draw = partial(_draw, series=tuple(series), x=x, y=y, marks=tuple(marks))
    legend = wrap(*[_key(each) for each in series], gap=14)
    node = column(legend, picture, **box)
    node.id, node.label = name, label
    return node


def _key(series: Series) -> Node:
    sample = Node(role="none", width=em(1.4), height=em(0.9), draw=partial(_sample, series=series))
    return row(sample, text(series.name, "meta", "text2"), gap=6)


def _sample(p: Painter, node: Node, series: Series) -> None:
    y = node.rect.centery
    if series.dots:
        p.disc(node.rect.center, p.px(5), series.shade)
    else:
        _line(p, [(node.rect.left, y), (node.rect.right, y)], series)


def _as_table(name: str, label: str, series: Sequence[Series], x: Axis, y: Axis, box: Box) -> Node:
    places = sorted({point[0] for each in series for point in each.points})
    values = [dict(each.points) for each in series]
    rows = [
        [x.shown(place), *(y.shown(found[place]) if place in found else "" for found in values)]
        for place in places
    ]
    return table(name, label, [x.name or _("At"), *(each.name for each in series)], rows, **box)


def _draw(
    p: Painter, node: Node, series: tuple[Series, ...], x: Axis, y: Axis, marks: tuple[Mark, ...]
) -> None:
    key = ("chart", series, marks, x.low, x.high, x.ticks, y.low, y.high, y.ticks, x.name, y.name)
    paint = partial(_paint, series=series, x=x, y=y, marks=marks)
    p.surface.blit(p.kept(key, node.rect.size, paint), node.rect)


def _paint(
    p: Painter, series: tuple[Series, ...], x: Axis, y: Axis, marks: tuple[Mark, ...]
) -> None:
    room = _axes(p, x, y)
    if room.w < 10 or room.h < 10:
        return
    for each in series:
        _band(p, room, each, x, y)
    _marks(p, room, marks, x, y)
    for each in series:
        spots = [_spot(room, point, x, y) for point in each.points]
        if each.dots:
            for spot in spots:
                p.disc(spot, p.px(6), each.shade)
        else:
            _line(p, spots, each)
            for spot in spots[-1:]:
                p.disc(spot, p.px(4), each.shade)


def _axes(p: Painter, x: Axis, y: Axis) -> Rect:
    """Lines and words of both axes; the room that is left for what is shown."""
    kind = TYPES["meta"]
    size = p.metrics.font_px(kind.size)
    tall = ink.line_height(size)
    side = max((ink.width(y.shown(tick), kind.face, size) for tick in y.ticks), default=0)
    whole = p.surface.get_rect()
    top = tall if y.name else tall // 2
    left = side + p.px(10)
    below = tall + p.px(4)
    room = Rect(left, top, whole.w - left - p.px(14), whole.h - top - below)
    if y.name:
        p.text(y.name, Rect(0, 0, whole.w, tall), "meta", "text2")
    for tick in y.ticks:
        at = room.bottom - round(room.h * y.share(tick))
        p.box(Rect(room.x, at, room.w, 1), "line")
        p.text(y.shown(tick), Rect(0, at - tall // 2, side, tall), "meta", "text2", "end")
    _ticks_below(p, room, x, size, tall)
    return room


def _ticks_below(p: Painter, room: Rect, x: Axis, size: int, tall: int) -> None:
    """The words of the lower axis, as many as have room."""
    face, free = TYPES["meta"].face, -(10**6)
    last = ink.width(x.name, face, size) if x.name else 0
    if x.name:
        p.text(x.name, Rect(room.right - last, room.bottom + p.px(4), last, tall), "meta", "text2")
    for tick in x.ticks:
        said = x.shown(tick)
        wide = ink.width(said, face, size)
        left = room.x + round(room.w * x.share(tick)) - wide // 2
        if left > free and left + wide < room.right - last - p.px(8) * bool(last):
            box = Rect(left, room.bottom + p.px(4), wide + 2, tall)
            p.text(said, box, "meta", "text2")
            free = left + wide + p.px(10)


def _marks(p: Painter, room: Rect, marks: tuple[Mark, ...], x: Axis, y: Axis) -> None:
    size = p.metrics.font_px(TYPES["meta"].size)
    tall = ink.line_height(size)
    for number, mark in enumerate(marks):
        wide = ink.width(mark.name, TYPES["meta"].face, size) + 2
        if mark.y is not None:
            at = room.bottom - round(room.h * y.share(mark.y))
            _dashes(p, (room.x, at), (room.right, at), mark.shade, 1.5)
            box = Rect(room.right - wide, at - tall, wide, tall)
        else:
            at = room.x + round(room.w * x.share(mark.x or 0))
            _dashes(p, (at, room.y), (at, room.bottom), mark.shade, 1.5)
            top = room.y + (number % 3) * tall
            box = Rect(min(at + p.px(5), room.right - wide), top, wide, tall)
        p.text(mark.name, box, "meta", mark.shade)


def _band(p: Painter, room: Rect, series: Series, x: Axis, y: Axis) -> None:
    if len(series.band) != len(series.points) or len(series.points) < 2:
        return
    places = [point[0] for point in series.points]
    ends = list(zip(places, series.band, strict=True))
    up = [_spot(room, (at, band[1]), x, y) for at, band in ends]
    down = [_spot(room, (at, band[0]), x, y) for at, band in ends]
    soft = pygame.Surface(p.surface.get_size(), pygame.SRCALPHA)
    pygame.draw.polygon(soft, (*p.colour(series.shade), 60), [*up, *reversed(down)])
    p.surface.blit(soft, (0, 0))


def _line(p: Painter, spots: Sequence[Point], series: Series) -> None:
    for start, end in pairwise(spots):
        if series.dashed:
            _dashes(p, start, end, series.shade, 2)
        else:
            p.line(start, end, series.shade, 2.5)


def _dashes(p: Painter, start: Point, end: Point, shade: Shade, width: float) -> None:
    long = max(1.0, ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5)
    step = p.px(9)
    for number in range(0, max(1, round(long / step)), 2):
        one, two = number * step / long, min(1.0, (number + 1) * step / long)
        p.line(_between(start, end, one), _between(start, end, two), shade, width)


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _spot(room: Rect, point: Point, x: Axis, y: Axis) -> Point:
    share = min(1.0, max(0.0, y.share(point[1])))
    return room.x + room.w * x.share(point[0]), room.bottom - room.h * share
