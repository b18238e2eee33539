"""Drawing: the few shapes of SVG that charts are made of, written as text.

Colours are never written here: every shape has a class, and the page's style gives it its colour
in the dark, in the light and on paper.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

SIZE = 14
"""Height of letters, in the units of a drawing."""

Point = tuple[float, float]


def width_of(text: str, size: float = SIZE) -> float:
    """About how wide a text comes out; letters of a sans serif face are half as wide as high."""
    return sum(0.3 if letter in "il.,:;'|! fjt" else 0.58 for letter in text) * size


def fitted(text: str, width: float, size: float = SIZE) -> str:
    """A text cut to a width, with an ellipsis where it was cut."""
    if width_of(text, size) <= width:
        return text
    while text and width_of(text + "\u2026", size) > width:
        text = text[:-1]
    return text.rstrip(" ,;:") + "\u2026"


def units(value: float) -> str:
    """A coordinate, to a tenth."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


@dataclass
class Canvas:
    """A drawing under way."""

    width: float
    height: float
    _parts: list[str] = field(default_factory=list)

    def shape(self, tag: str, kind: str, tip: str = "", **at: float | str) -> None:
        """Any shape. kind: its classes; tip: what is said when it is pointed at."""
        places = "".join(
            f' {name.replace("_", "-")}="{value if isinstance(value, str) else units(value)}"'
            for name, value in at.items()
        )
        inside = f"><title>{escape(tip)}</title></{tag}>" if tip else "/>"
        self._parts.append(f'<{tag} class="{kind}"{places}{inside}')

    def line(self, start: Point, end: Point, kind: str) -> None:
        """A straight line."""
        self.shape("line", kind, x1=start[0], y1=start[1], x2=end[0], y2=end[1])

    def rect(self, corner: Point, size: Point, kind: str, tip: str = "", round: float = 2) -> None:
        """A rectangle by its upper left corner."""
        wide, high = max(size[0], 0), max(size[1], 0)
        self.shape("rect", kind, tip, x=corner[0], y=corner[1], width=wide, height=high, rx=round)

    def path(self, points: Sequence[Point], kind: str, closed: bool = False, tip: str = "") -> None:
        """A line through points, or the area they enclose."""
        if points:
            steps = " ".join(f"{units(x)},{units(y)}" for x, y in points)
            self.shape("path", kind, tip, d=f"M{steps}{'Z' if closed else ''}")

    def text(
        self, at: Point, text: str, kind: str = "", anchor: str = "start", size: float = SIZE
    ) -> None:
        """A line of text; `at` is on its base line."""
        where = f'x="{units(at[0])}" y="{units(at[1])}"'
        look = f' class="{kind}"' if kind else ""
        big = "" if size == SIZE else f' font-size="{units(size)}"'
        end = "" if anchor == "start" else f' text-anchor="{anchor}"'
        self._parts.append(f"<text {where}{look}{big}{end}>{escape(text)}</text>")

    def mark(
        self, at: Point, series: int, tip: str, size: float = 4.5, shape: int | None = None
    ) -> None:
        """A point of a series; its shape tells series apart where colour does not."""
        x, y = at
        kind = f"mark fill{series % 10 + 1}"
        corners = _CORNERS[(series if shape is None else shape) % len(_CORNERS)]
        if corners:
            around = [(x + size * dx, y + size * dy) for dx, dy in corners]
            self.path(around, kind, closed=True, tip=tip)
        else:
            self.shape("circle", kind, tip, cx=x, cy=y, r=size)

    def badge(self, at: Point, letter: str, tip: str = "") -> None:
        """A letter in a disc."""
        self.shape("circle", "badge", tip, cx=at[0], cy=at[1], r=11.0)
        self.text((at[0], at[1] + 5), letter, "badge-text", "middle")

    def picture(self, id: str, title: str, about: str, kind: str) -> str:
        """The drawing as an element of a page, with a name and a description."""
        size = f"0 0 {units(self.width)} {units(self.height)}"
        small = " small" if self.width < 600 else ""
        return (
            f'<svg class="chart {kind}{small}" role="img" viewBox="{size}" font-size="{SIZE}" '
            f'aria-labelledby="{id}-t {id}-d"><title id="{id}-t">{escape(title)}</title>'
            f'<desc id="{id}-d">{escape(about)}</desc>{"".join(self._parts)}</svg>'
        )


_CORNERS: tuple[tuple[Point, ...], ...] = (
    (),
    ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    ((0, -1.2), (1.1, 0.8), (-1.1, 0.8)),
    ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    ((0, 1.2), (1.1, -0.8), (-1.1, -0.8)),
)
"""A disc, a square, a triangle, a diamond, a triangle on its head."""


@dataclass(frozen=True)
class Scale:
    """Values to places along a line."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Where a value lies."""
        span = self.high - self.low or 1.0
        return self.start + (self.end - self.start) * (value - self.low) / span


def ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round values from low to high, about so many."""
    span = high - low
    if span <= 0:
        return [low]
    rough = span / max(about, 1)
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * times for times in (1, 2, 2.5, 5, 10) if size * times >= rough * 0.999)
    first = math.ceil(low / step - 1e-9)
    return [n * step for n in range(first, math.floor(high / step + 1e-9) + 1)]


def apart(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places of labels moved as little as need be for none to cover another."""
    order = sorted(range(len(places)), key=lambda n: places[n])
    placed = dict.fromkeys(order, 0.0)
    last = low - gap
    for n in order:
        last = placed[n] = max(places[n], last + gap)
    limit = high
    for n in reversed(order):
        limit = placed[n] = min(placed[n], limit)
        limit -= gap
    return [placed[n] for n in range(len(places))]
