"""Flags drawn: each pattern of game/ui/heraldry.py as a few bars, discs and stars."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

import pygame
from pygame import Rect, Surface

from game.ui.heraldry import Design, Rgb

FINER = 4
HIGH, WIDE = 3, 4
"""Proportions of every flag."""


def flag_of(design: Design, height: int) -> Surface:
    """A flag with hard edges, to be shrunk."""
    cloth = Cloth(Surface((round(height * WIDE / HIGH), height), pygame.SRCALPHA), design)
    _PATTERNS[design.pattern](cloth)
    return cloth.made


class Cloth:
    """A flag being drawn, measured in shares of its width and height."""

    def __init__(self, made: Surface, design: Design) -> None:
        self.made, self.design = made, design
        self.width, self.height = made.get_size()

    def fill(self, colour: Rgb) -> None:
        """All of it."""
        self.made.fill(colour)

    def bar(self, colour: Rgb, left: float, top: float, right: float, bottom: float) -> None:
        """A rectangle."""
        x, y = round(left * self.width), round(top * self.height)
        size = (round(right * self.width) - x, round(bottom * self.height) - y)
        pygame.draw.rect(self.made, colour, Rect((x, y), size))

    def shape(self, colour: Rgb, *points: tuple[float, float]) -> None:
        """A polygon."""
        pygame.draw.polygon(
            self.made, colour, [(x * self.width, y * self.height) for x, y in points]
        )

    def disc(self, colour: Rgb, x: float, y: float, radius: float) -> None:
        """A disc; its radius is a share of the height."""
        spot = (round(x * self.width), round(y * self.height))
        pygame.draw.circle(self.made, colour, spot, round(radius * self.height))

    def star(
        self, colour: Rgb, x: float, y: float, radius: float, points: int = 5, inner: float = 0.4
    ) -> None:
        """A star with a point upwards."""
        corners = []
        for i in range(2 * points):
            far, angle = radius * (1 if i % 2 == 0 else inner), pi * i / points - pi / 2
            corners.append((x + far * cos(angle) * HIGH / WIDE, y + far * sin(angle)))
        self.shape(colour, *corners)

    def charge(self, colour: Rgb, ground: Rgb, x: float, y: float, size: float) -> None:
        """The sign of the nation, if it has one."""
        kind = self.design.charge
        if kind == "star":
            self.star(colour, x, y, size)
        elif kind == "crescent":
            self.disc(colour, x, y, size * 0.9)
            self.disc(ground, x + size * 0.26, y, size * 0.72)
        elif kind == "lozenge":
            across = size * HIGH / WIDE * 0.8
            self.shape(colour, (x, y - size), (x + across, y), (x, y + size), (x - across, y))
        elif kind == "ring":
            self.disc(colour, x, y, size * 0.95)
            self.disc(ground, x, y, size * 0.58)
        elif kind == "stars":
            for dx in (-0.62, 0.0, 0.62):
                self.star(colour, x + dx * size, y + (0.25 if dx else -0.3) * size, size * 0.42)
        else:
            self.disc(colour, x, y, size * 0.85)


def _pales(c: Cloth) -> None:
    d = c.design
    for i, colour in enumerate((d.field, d.metal, d.second)):
        c.bar(colour, i / 3, 0, (i + 1) / 3, 1)
    c.charge(d.field, d.metal, 0.5, 0.5, 0.15)


def _fesses(c: Cloth) -> None:
    d = c.design
    for i, colour in enumerate((d.field, d.metal, d.second)):
        c.bar(colour, 0, i / 3, 1, (i + 1) / 3)
    c.charge(d.second, d.metal, 0.5, 0.5, 0.13)


def _nordic(c: Cloth) -> None:
    d = c.design
    c.fill(d.field)
    c.bar(d.metal, 0.28, 0, 0.48, 1)
    c.bar(d.metal, 0, 0.365, 1, 0.635)
    c.bar(d.second, 0.335, 0, 0.425, 1)
    c.bar(d.second, 0, 0.44, 1, 0.56)
    c.disc(d.metal, 0.38, 0.5, 0.22)
    c.charge(d.field, d.metal, 0.38, 0.5, 0.15)


def _saltire(c: Cloth) -> None:
    d = c.design
    c.fill(d.field)
    for a, b in (((0, 0), (1, 1)), ((0, 1), (1, 0))):
        _band(c, d.metal, a, b, 0.13)
    if d.charge != "none":
        c.disc(d.metal, 0.5, 0.5, 0.25)
        c.charge(d.field, d.metal, 0.5, 0.5, 0.17)


def _band(
    c: Cloth, colour: Rgb, a: tuple[float, float], b: tuple[float, float], half: float
) -> None:
    (x1, y1), (x2, y2) = a, b
    across = half if (x2 - x1) * (y2 - y1) < 0 else -half
    c.shape(
        colour,
        (x1 - half * 0.75, y1 - across),
        (x1 + half * 0.75, y1 + across),
        (x2 + half * 0.75, y2 + across),
        (x2 - half * 0.75, y2 - across),
    )


def _bend(c: Cloth) -> None:
    d = c.design
    c.shape(d.field, (0, 0), (1, 0), (0, 1))
    c.shape(d.second, (1, 0), (1, 1), (0, 1))
    _band(c, d.metal, (0, 1), (1, 0), 0.16)
    c.charge(d.metal, d.field, 0.2, 0.26, 0.15)


def _canton(c: Cloth) -> None:
    d = c.design
    stripes = 2 * d.count + 1
    for i in range(stripes):
        c.bar(d.metal if i % 2 else d.second, 0, i / stripes, 1, (i + 1) / stripes)
    deep = (d.count + 1) / stripes
    c.bar(d.field, 0, 0, 0.46, deep)
    c.charge(d.metal, d.field, 0.23, deep / 2, 0.19)


def _hoist(c: Cloth) -> None:
    d = c.design
    c.bar(d.second, 0, 0, 1, 0.5)
    c.bar(d.metal, 0, 0.5, 1, 1)
    c.shape(d.field, (0, 0), (0.5, 0.5), (0, 1))
    c.charge(d.metal, d.field, 0.17, 0.5, 0.14)


def _pale(c: Cloth) -> None:
    d = c.design
    c.fill(d.field)
    c.bar(d.metal, 0.26, 0, 0.74, 1)
    c.charge(d.field, d.metal, 0.5, 0.5, 0.25)


def _fess(c: Cloth) -> None:
    d = c.design
    c.fill(d.field)
    c.bar(d.metal, 0, 0.25, 1, 0.75)
    c.charge(d.field, d.metal, 0.5, 0.5, 0.19)


def _quarters(c: Cloth) -> None:
    d = c.design
    c.fill(d.metal)
    c.bar(d.field, 0, 0, 0.5, 0.5)
    c.bar(d.second, 0.5, 0.5, 1, 1)
    c.charge(d.metal, d.field, 0.25, 0.25, 0.15)
    c.charge(d.metal, d.second, 0.75, 0.75, 0.15)


def _border(c: Cloth) -> None:
    d = c.design
    c.fill(d.second)
    c.bar(d.metal, 0.09, 0.12, 0.91, 0.88)
    c.bar(d.field, 0.135, 0.18, 0.865, 0.82)
    c.charge(d.metal, d.field, 0.5, 0.5, 0.22)


def _sun(c: Cloth) -> None:
    d = c.design
    c.fill(d.field)
    c.bar(d.metal, 0, 0.62, 1, 0.70)
    c.bar(d.second, 0, 0.70, 1, 1)
    c.star(d.metal, 0.5, 0.5, 0.34, 16, 0.74)
    c.disc(d.field, 0.5, 0.5, 0.19)
    c.disc(d.metal, 0.5, 0.5, 0.14)
    c.bar(d.metal, 0, 0.62, 1, 0.70)
    c.bar(d.second, 0, 0.70, 1, 1)


def _waves(c: Cloth) -> None:
    d = c.design
    c.fill(d.metal)
    c.bar(d.field, 0, 0, 1, 0.52)
    for row in range(3):
        top = 0.54 + row * 0.16
        upper = [(x / 48, top + 0.035 * sin(x / 48 * 6 * pi)) for x in range(49)]
        lower = [(x, y + 0.085) for x, y in reversed(upper)]
        c.shape(d.field, *upper, *lower)
    c.charge(d.metal, d.field, 0.5, 0.27, 0.17)


def _peaks(c: Cloth) -> None:
    d = c.design
    c.fill(d.field)
    c.shape(d.second, (0.42, 1), (0.76, 0.36), (1.1, 1))
    c.shape(d.metal, (-0.12, 1), (0.38, 0.22), (0.88, 1))
    c.shape(d.field, (0.13, 1), (0.38, 0.62), (0.63, 1))
    c.star(d.metal, 0.80, 0.2, 0.10)


def _cross(c: Cloth) -> None:
    d = c.design
    c.fill(d.metal)
    c.bar(d.field, 0.42, 0, 0.58, 1)
    c.bar(d.field, 0, 0.395, 1, 0.605)
    for x in (0.21, 0.79):
        for y in (0.2, 0.8):
            c.star(d.second, x, y, 0.10)


def _chevrons(c: Cloth) -> None:
    d = c.design
    c.fill(d.field)
    for i, colour in enumerate((d.metal, d.second, d.metal)):
        reach = 0.78 - 0.2 * i
        c.shape(colour, (reach - 0.66, 0), (reach, 0.5), (reach - 0.66, 1), (-0.2, 1), (-0.2, 0))
    c.shape(d.field, (-0.28, 0), (0.26, 0.5), (-0.28, 1))


def _disc(c: Cloth) -> None:
    d = c.design
    c.fill(d.field)
    c.disc(d.metal, 0.5, 0.5, 0.33)
    c.charge(d.second if d.charge != "none" else d.metal, d.metal, 0.5, 0.5, 0.21)


def _rays(c: Cloth) -> None:
    d = c.design
    c.fill(d.field)
    for i in range(12):
        a, b = 2 * pi * i / 12, 2 * pi * (i + 0.5) / 12
        c.shape(d.second, (0.5, 0.5), (0.5 + cos(a), 0.5 + sin(a)), (0.5 + cos(b), 0.5 + sin(b)))
    c.disc(d.metal, 0.5, 0.5, 0.27)
    c.charge(d.field, d.metal, 0.5, 0.5, 0.17)


_PATTERNS: dict[str, Callable[[Cloth], None]] = {
    "pales": _pales,
    "fesses": _fesses,
    "nordic": _nordic,
    "saltire": _saltire,
    "bend": _bend,
    "canton": _canton,
    "hoist": _hoist,
    "pale": _pale,
    "fess": _fess,
    "quarters": _quarters,
    "border": _border,
    "sun": _sun,
    "waves": _waves,
    "peaks": _peaks,
    "cross": _cross,
    "chevrons": _chevrons,
    "disc": _disc,
    "rays": _rays,
}
