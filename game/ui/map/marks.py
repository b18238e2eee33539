"""Marks of incidents, and the light that moves: small pictures, made once for each size."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pygame
from pygame import Surface

from game.atlas.geometry import Point
from game.ui.map import soft
from game.ui.map.lens import mixed
from game.ui.map.scene import Status
from game.ui.theme import Colour, Theme

FINER = 4

_H = 0.866
SHAPES: tuple[tuple[Point, ...], ...] = (
    tuple((float(np.cos(a)), float(np.sin(a))) for a in np.linspace(0, 2 * np.pi, 33)[:-1]),
    ((0.0, -1.12), (1.05, 0.78), (-1.05, 0.78)),
    ((0.0, -1.18), (1.18, 0.0), (0.0, 1.18), (-1.18, 0.0)),
    (
        (0.55, -_H * 1.1),
        (1.1, 0.0),
        (0.55, _H * 1.1),
        (-0.55, _H * 1.1),
        (-1.1, 0.0),
        (-0.55, -_H * 1.1),
    ),
)
"""Circle, triangle, diamond, hexagon: severity can be told without its hue."""

_MIDDLE = (0.0, 0.16, 0.0, 0.0)
"""How far below its middle a shape has most room, in radii."""


@lru_cache(maxsize=128)
def case(severity: int, status: Status, radius: int, theme: Theme) -> Surface:
    """The mark of an incident: shape, hue and number of bars by severity; hollow when closed."""
    side = 2 * (radius + 4)
    large, unit = Surface((side * FINER, side * FINER), pygame.SRCALPHA), radius * FINER
    middle, shape = side * FINER / 2, SHAPES[severity - 1]
    hue, dark = theme.severity[severity - 1], mixed(theme.abyss, (0, 0, 0), 0.35)
    light = sum(theme.bg) > 384
    rim = (255, 255, 255) if light else dark
    _polygon(large, middle, shape, unit * 1.0 + 2.2 * FINER, rim)
    _polygon(large, middle, shape, unit, hue)
    if status == Status.CLOSED:
        _polygon(large, middle, shape, unit * 0.74, rim if light else theme.panel)
    ink = hue if status == Status.CLOSED else _ink(hue)
    _bars(large, middle + _MIDDLE[severity - 1] * unit, middle, severity, unit, ink)
    return pygame.transform.smoothscale(large, (side, side))


def _polygon(
    large: Surface, middle: float, shape: tuple[Point, ...], unit: float, colour: Colour
) -> None:
    pygame.draw.polygon(large, colour, [(middle + x * unit, middle + y * unit) for x, y in shape])


def _bars(large: Surface, y: float, x: float, count: int, unit: float, ink: Colour) -> None:
    wide, gap = unit * 0.21, unit * 0.11
    left = x - (count * wide + (count - 1) * gap) / 2
    for i in range(count):
        high = unit * (0.36 + 0.17 * i)
        top = y + unit * 0.42 - high
        pygame.draw.rect(
            large, ink, (round(left + i * (wide + gap)), round(top), round(wide), round(high))
        )


def _ink(hue: Colour) -> Colour:
    return (8, 12, 20) if 0.3 * hue[0] + 0.59 * hue[1] + 0.11 * hue[2] > 110 else (255, 255, 255)


@lru_cache(maxsize=256)
def ring(radius: int, width: float, colour: Colour, alpha: int) -> Surface:
    """A ring of light."""
    side = 2 * (radius + 3)
    x = np.arange(side, dtype=np.float32) - np.float32((side - 1) / 2)
    far = np.sqrt(x[:, None] ** 2 + x[None, :] ** 2)
    shade = np.clip(np.float32(width / 2 + 0.5) - np.abs(far - np.float32(radius)), 0, 1)
    return soft.tinted(shade * np.float32(alpha / 255), colour)


@lru_cache(maxsize=64)
def spark(radius: int, colour: Colour) -> Surface:
    """A point of light with a halo."""
    side = 8 * radius
    x = np.arange(side, dtype=np.float32) - np.float32((side - 1) / 2)
    far = np.sqrt(x[:, None] ** 2 + x[None, :] ** 2) / np.float32(radius)
    core = np.clip(np.float32(radius) * (1 - far) + 0.5, 0, 1)
    halo = 0.45 * np.clip(1 - far / 3.6, 0, 1) ** 2
    made = soft.tinted(halo, colour)
    made.blit(soft.tinted(core, (255, 255, 255)), (0, 0))
    return made


@lru_cache(maxsize=32)
def capital(radius: int, own: bool, theme: Theme) -> Surface:
    """The dot of a capital; a ring around one's own."""
    outer = radius * 2 + 2 if own else radius + 2
    side = 2 * (outer + 2)
    large = Surface((side * FINER, side * FINER), pygame.SRCALPHA)
    centre = (side * FINER // 2, side * FINER // 2)
    dark, light = mixed(theme.abyss, (0, 0, 0), 0.4), (255, 255, 255)
    if own:
        pygame.draw.circle(large, dark, centre, outer * FINER)
        pygame.draw.circle(large, theme.focus, centre, int((outer - 0.8) * FINER))
    pygame.draw.circle(large, dark, centre, int((radius + 1.2) * FINER))
    pygame.draw.circle(large, light, centre, radius * FINER)
    return pygame.transform.smoothscale(large, (side, side))


@lru_cache(maxsize=512)
def halo(text: Surface, colour: Colour, reach: int) -> Surface:
    """Text with a dark edge, so that it reads on any land."""
    made = Surface(
        (text.get_width() + 2 * reach + 2, text.get_height() + 2 * reach + 2), pygame.SRCALPHA
    )
    shade = np.zeros(made.get_size(), np.float32)
    alpha = pygame.surfarray.array_alpha(text).astype(np.float32) / 255
    for dx in range(-reach, reach + 1):
        for dy in range(-reach, reach + 1):
            if dx * dx + dy * dy <= reach * reach + 1:
                x, y = reach + 1 + dx, reach + 1 + dy
                part = shade[x : x + alpha.shape[0], y : y + alpha.shape[1]]
                np.maximum(part, alpha, out=part)
    made.blit(soft.tinted(0.85 * shade, colour), (0, 0))
    made.blit(text, (reach + 1, reach + 1))
    return made
