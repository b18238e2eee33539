"""What all drawn charts share: colours and marks of series, axes, rows with names, letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame
from pygame import Rect

from game.report.html.charts import Mark, Series, shown
from game.report.html.svg import ticks
from game.ui import text as ink
from game.ui.paint import Painter
from game.ui.theme import TYPES, Colour

Spot = tuple[float, float]

_BRIGHT = "4CC2FF F2C14E 4FD1A5 FF8F70 C9A6FF F58FC7 B7D968 9FB4CC E8EEF6 8C9DB2"
_DEEP = "0B5C9C 8A5A00 0A6446 A82A12 6A3FB0 A3246F 4C6A00 46586D 0E1B2A 5E7084"
"""Eight colours of series and two neutral ones, on dark ground and on light."""


def _colours(codes: str) -> list[Colour]:
    return [(int(c[:2], 16), int(c[2:4], 16), int(c[4:], 16)) for c in codes.split()]


BRIGHT, DEEP = _colours(_BRIGHT), _colours(_DEEP)
DASHED = ("dashed", "dotted")


def tone(p: Painter, number: int) -> Colour:
    """The colour of a series."""
    found = DEEP if p.theme.name == "light" else BRIGHT
    return found[number % len(found)]


@dataclass(frozen=True)
class Span:
    """From where to where an axis goes."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """Where a value lies, 0 to 1."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return min(1.0, max(0.0, share))


@dataclass(frozen=True)
class Axes:
    """The room of a drawing with its two axes."""

    room: Rect
    x: Span
    y: Span

    def at(self, x: float, y: float) -> Spot:
        """The place of two values."""
        return self.x_at(x), self.room.bottom - self.room.h * self.y.share(y)

    def x_at(self, x: float) -> float:
        """How far to the right a value lies."""
        return self.room.x + self.room.w * self.x.share(x)


Ticks = Sequence[tuple[float, str]]


def small(p: Painter) -> tuple[str, int, int]:
    """Face, size and line height of the letters on axes."""
    kind = TYPES["meta"]
    px = p.metrics.font_px(kind.size)
    return kind.face, px, ink.line_height(px)


def axes_of(
    p: Painter, whole: Rect, x: Span, y: Span, across: Ticks, up: Ticks, above: bool = False
) -> Axes:
    """Room for a drawing with words left of it and below. above: letters stand over it."""
    face, px, tall = small(p)
    side = max((ink.width(word, face, px) for _, word in up), default=0)
    left = min(side, whole.w // 3) + p.px(10)
    half = max((ink.width(word, face, px) for _, word in across[-1:]), default=0) // 2
    top = p.px(26 * p.metrics.text_scale) if above else tall // 2
    wide = whole.w - left - max(half, p.px(12))
    return Axes(Rect(left, top, wide, whole.h - top - tall - p.px(6)), x, y)


def draw_axes(p: Painter, axes: Axes, across: Ticks, up: Ticks, name: str = "") -> None:
    """Lines across, and the words of both axes."""
    face, px, tall = small(p)
    room = axes.room
    for value, word in up:
        y = round(axes.at(0, value)[1])
        p.box(Rect(room.x, y, room.w, 1), "line")
        p.text(word, Rect(0, y - tall // 2, room.x - p.px(8), tall), "meta", "text2", "end")
    free = -(10**6)
    for number, (value, word) in enumerate(across):
        word = f"{name} {word}" if name and not number else word
        wide = ink.width(word, face, px)
        left = max(room.x - p.px(6), round(axes.x_at(value)) - wide // 2)  # clear of what is left
        if left > free:
            p.text(word, Rect(left, room.bottom + p.px(5), wide + 2, tall), "meta", "text2")
            free = left + wide + p.px(10)


def numbers(low: float, high: float, unit: str = "") -> list[tuple[float, str]]:
    """Round values along an axis."""
    return [(v, shown(v) + unit) for v in ticks(low, high) if low <= v <= high]


def names_beside(p: Painter, whole: Rect, labels: Sequence[str], right: int = 0) -> Rect:
    """Room for rows with their names on the left. right: pixels kept free on the right."""
    face, px, _ = small(p)
    side = max((ink.width(label, face, px) for label in labels), default=0)
    left = min(side, whole.w * 2 // 5) + p.px(10)
    return Rect(left, 0, max(10, whole.w - left - right), whole.h)


def row_of(room: Rect, number: int, count: int) -> Rect:
    """The strip of one row."""
    top = room.y + room.h * number // max(1, count)
    return Rect(room.x, top, room.w, room.y + room.h * (number + 1) // max(1, count) - top)


def draw_names(p: Painter, room: Rect, labels: Sequence[str]) -> None:
    """The names of rows, shortened where they must be: the table has them whole."""
    for number, label in enumerate(labels):
        strip = row_of(room, number, len(labels))
        p.text(label, Rect(0, strip.y, room.x - p.px(10), strip.h), "meta", "text")


def dashes(p: Painter, start: Spot, end: Spot, shade: Colour, step: float, wide: float) -> None:
    """A broken line."""
    long = max(1.0, ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5)
    for number in range(0, max(1, round(long / step)), 2):
        one, two = number * step / long, min(1.0, (number + 1) * step / long)
        p.line(between(start, end, one), between(start, end, two), shade, wide)


def between(start: Spot, end: Spot, share: float) -> Spot:
    """A place on the way."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def stroke(p: Painter, start: Spot, end: Spot, series: Series, shade: Colour) -> None:
    """A stretch of a series' line, in its manner."""
    if series.look in DASHED:
        dashes(p, start, end, shade, p.px(9 if series.look == "dashed" else 4), 2)
    else:
        p.line(start, end, shade, 2.5)


def dot(p: Painter, spot: Spot, shade: Colour, shape: int, size: float = 5) -> None:
    """The mark of a series: round, square, triangle, diamond, or a ring."""
    x, y, r = round(spot[0]), round(spot[1]), p.px(size)
    kind = shape % 5
    corners = {
        1: [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)],
        2: [(x, y - r - 1), (x + r + 1, y + r), (x - r - 1, y + r)],
        3: [(x, y - r - 2), (x + r + 2, y), (x, y + r + 2), (x - r - 2, y)],
    }.get(kind)
    if corners is None:
        p.disc((x, y), r, shade)
        if kind == 4:
            p.disc((x, y), max(1, r - p.px(2)), "panel")
        return
    pygame.draw.polygon(p.surface, shade, corners)
    pygame.draw.aalines(p.surface, shade, True, corners)


def draw_letters(p: Painter, axes: Axes, marks: Sequence[Mark]) -> None:
    """Turning points: a line down from a letter in a disc."""
    for mark in marks:
        x = round(axes.x_at(mark.x))
        radius = p.px(12 * p.metrics.text_scale)
        centre = (x, axes.room.y - radius + p.px(2))
        p.box(Rect(x, centre[1], max(1, p.px(1.5)), axes.room.bottom - centre[1]), "warn")
        p.disc(centre, radius, "warn")
        box = Rect(0, 0, 2 * radius, 2 * radius)
        box.center = centre
        p.text(mark.letter, box, "label_strong", "panel", "center")


def see_through(p: Painter, corners: Sequence[Spot], shade: Colour, alpha: int) -> None:
    """A shape one can see through."""
    if len(corners) > 2:
        soft = pygame.Surface(p.surface.get_size(), pygame.SRCALPHA)
        pygame.draw.polygon(soft, (*shade, alpha), corners)
        p.surface.blit(soft, (0, 0))


def strip_at(axes: Axes, x: float) -> Rect:
    """A narrow strip from top to bottom."""
    return Rect(round(x) - 3, axes.room.y, 6, axes.room.h)


def nearest(places: Sequence[float], x: float) -> int:
    """The place nearest to the mouse."""
    return min(range(len(places)), key=lambda n: abs(places[n] - x)) if places else 0
