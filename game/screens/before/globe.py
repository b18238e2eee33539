"""The globe behind the title: the earth in points at night, and talks going back and forth."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, product
from typing import Any

import numpy as np
import pygame
from pygame.surfarray import array3d, pixels3d

from game.paths import assets
from game.ui import pictures
from game.ui.node import Node
from game.ui.paint import Painter

SIGHT = (18.0, 33.0)
"""Longitude and latitude the reader looks down on."""
POINTS = 22000
TALKS = (
    ((2.3, 48.9), (36.8, -1.3)),
    ((2.3, 48.9), (-74.0, 40.7)),
    ((24.8, 59.4), (77.2, 28.6)),
    ((31.2, 30.0), (77.2, 28.6)),
    ((24.8, 59.4), (51.4, 35.7)),
    ((2.3, 48.9), (24.8, 59.4)),
    ((36.8, -1.3), (77.2, 28.6)),
)
"""Talks drawn, from place to place: longitude and latitude."""


def globe() -> Node:
    """The picture, as large as its room."""
    return Node(role="none", draw=_draw, grow=1)


def _draw(p: Painter, node: Node) -> None:
    picture = p.kept("globe", node.rect.size, _paint)
    p.surface.blit(picture, node.rect)


def _paint(p: Painter) -> None:
    width, height = p.surface.get_size()
    radius = round(min(width * 0.46, height * 0.56))
    centre = (width - round(radius * 0.92), round(height * 0.56))
    if p.theme.glow:
        _halo(p, centre, radius)
    p.disc(centre, radius, "bg" if p.theme.glow else "panel")
    _dots(p, centre, radius)
    for start, end in TALKS:
        _talk(p, centre, radius, start, end)


def _halo(p: Painter, centre: tuple[int, int], radius: int) -> None:
    """Light at the rim, as of an atmosphere; soft, and drawn small because it is soft."""
    step = 6
    width, height = p.surface.get_size()
    small = pictures.clear(width // step + 1, height // step + 1, p.theme.accent)
    spot = (centre[0] // step, centre[1] // step)
    pygame.draw.circle(small, (*p.theme.accent, 150), spot, radius // step)
    soft = pygame.transform.gaussian_blur(small, radius // (step * 12) + 1)
    soft.blit(pygame.transform.gaussian_blur(small, radius // (step * 40) + 1), (0, 0))
    p.surface.blit(pygame.transform.smoothscale(soft, (width, height)), (0, 0))


def _dots(p: Painter, centre: tuple[int, int], radius: int) -> None:
    """Every point as a small soft dot; the sea's are fainter, those near the rim fade out."""
    x, y, z, land = _sphere()
    ground = p.colour("bg" if p.theme.glow else "panel")
    pixels = pixels3d(p.surface)
    for of_land, shade, most in ((False, "line2", 0.6), (True, "accent", 1.0)):
        chosen = (z > 0.02) & (land == of_land)
        light = most * (0.25 + 0.75 * z[chosen])
        spots = (centre[0] + radius * x[chosen], centre[1] - radius * y[chosen])
        size = radius / 300 if of_land else 0.6
        shares = _stamped(pixels.shape[:2], spots, light, size)
        lit = np.nonzero(shares)
        change = np.subtract(p.colour(shade), ground)
        pixels[lit] = ground + shares[lit][:, None] * change


def _stamped(size: tuple[int, ...], spots: tuple[Any, Any], light: Any, radius: float) -> Any:
    """How much each pixel is covered by dots at these spots."""
    shares = np.zeros(size, np.float32)
    reach = int(radius + 1.5)
    left, top = np.floor(spots[0]).astype(int), np.floor(spots[1]).astype(int)
    for dx, dy in product(range(-reach, reach + 2), repeat=2):
        far = np.hypot(left + dx + 0.5 - spots[0], top + dy + 0.5 - spots[1])
        cover = light * np.clip(radius + 0.5 - far, 0, 1)
        at = (left + dx, top + dy)
        inside = (cover > 0) & (at[0] >= 0) & (at[1] >= 0) & (at[0] < size[0]) & (at[1] < size[1])
        np.maximum.at(shares, (at[0][inside], at[1][inside]), cover[inside])
    return shares


@lru_cache(maxsize=1)
def _sphere() -> tuple[Any, Any, Any, Any]:
    """Points spread evenly over the globe, turned to the reader, and which are land."""
    number = np.arange(POINTS)
    height = 1 - 2 * (number + 0.5) / POINTS
    turn = (number * 137.507764) % 360 - 180
    latitude = np.degrees(np.arcsin(height))
    mask = array3d(pygame.image.load(str(assets() / "title" / "land.png")))[:, :, 0] > 0
    column = np.clip((turn + 180).astype(int), 0, 359)
    line = np.clip((90 - latitude).astype(int), 0, 179)
    x, y, z = seen(turn, latitude)
    return x, y, z, mask[column, line]


def seen(longitude: Any, latitude: Any) -> tuple[Any, Any, Any]:
    """Where places are for the reader: right, up, and towards them, in radii of the globe."""
    a, b = np.radians(np.asarray(longitude) - SIGHT[0]), np.radians(latitude)
    tilt = np.radians(SIGHT[1])
    x, y, z = np.cos(b) * np.sin(a), np.sin(b), np.cos(b) * np.cos(a)
    return x, y * np.cos(tilt) - z * np.sin(tilt), y * np.sin(tilt) + z * np.cos(tilt)


def _talk(
    p: Painter,
    centre: tuple[int, int],
    radius: int,
    start: tuple[float, float],
    end: tuple[float, float],
) -> None:
    """An arc that rises over the ground between two places, with a dot at each."""
    ends = np.array([start, end])
    one, two = np.stack(seen(ends[:, 0], ends[:, 1]), axis=1)
    share = np.linspace(0, 1, 49)[:, None]
    path = one * (1 - share) + two * share
    path /= np.sqrt((path**2).sum(axis=1, keepdims=True))
    far = float(np.sqrt(((one - two) ** 2).sum(axis=0)))
    path *= 1 + 0.22 * far * np.sin(np.pi * share)
    spots = [(centre[0] + radius * float(x), centre[1] - radius * float(y)) for x, y, _ in path]
    for before, after in pairwise(spots):
        p.line(before, after, "focus", 1.6)
    for spot in (spots[0], spots[-1]):
        p.disc(spot, p.px(7), "panel3")
        p.disc(spot, p.px(4), "focus")
