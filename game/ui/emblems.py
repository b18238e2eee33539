"""Flags and emblems as pictures: real flags from assets/flags, all others drawn.

`flag` is for nations, `emblem` for organisations. Emblems are abstract on purpose: they are not
the marks of the bodies they stand for.
"""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin

import pygame
from pygame import Rect, Surface

from game import paths
from game.atlas.maps import codes_of
from game.atlas.noise import chance
from game.scenario.model import Scenario
from game.ui.cloth import FINER, HIGH, WIDE, flag_of
from game.ui.heraldry import Design, Rgb, designs

EDGE = (0, 0, 0, 90)


def flag(scenario: Scenario, nation: str, height: int) -> Surface:
    """The flag of a nation of a scenario, 4 wide to 3 high."""
    code = codes_of(scenario).get(nation)
    if code and (paths.assets() / "flags" / f"{code.lower()}.png").is_file():
        return real_flag(code, height)
    named = tuple((id, each.written) for id, each in scenario.nations.items())
    return drawn_flag(_designs(scenario.id, named)[nation], height)


@lru_cache(maxsize=32)
def _designs(scenario: str, nations: tuple[tuple[str, str], ...]) -> dict[str, Design]:
    return designs(scenario, nations)


@lru_cache(maxsize=256)
def real_flag(code: str, height: int) -> Surface:
    """The flag of a real country by its code."""
    path = paths.assets() / "flags" / f"{code.lower()}.png"
    size = (round(height * WIDE / HIGH), height)
    picture = pygame.image.load(str(path))
    large = Surface(picture.get_size(), pygame.SRCALPHA)
    large.blit(picture, (0, 0))
    return _finished(pygame.transform.smoothscale(large, size))


@lru_cache(maxsize=256)
def drawn_flag(design: Design, height: int) -> Surface:
    """The flag of an invented nation."""
    size = (round(height * WIDE / HIGH), height)
    return _finished(pygame.transform.smoothscale(flag_of(design, height * FINER), size))


def _finished(picture: Surface) -> Surface:
    """Corners a little round, and an edge that parts a pale flag from a pale panel."""
    width, height = picture.get_size()
    radius = max(1, round(height * 0.09))
    mask = Surface((width * FINER, height * FINER), pygame.SRCALPHA)
    pygame.draw.rect(mask, (255, 255, 255), mask.get_rect(), border_radius=radius * FINER)
    picture.blit(
        pygame.transform.smoothscale(mask, (width, height)),
        (0, 0),
        special_flags=pygame.BLEND_RGBA_MULT,
    )
    edge = Surface((width * FINER, height * FINER), pygame.SRCALPHA)
    pygame.draw.rect(edge, EDGE, edge.get_rect(), FINER, border_radius=radius * FINER)
    picture.blit(pygame.transform.smoothscale(edge, (width, height)), (0, 0))
    return picture


INKS = ((76, 194, 255), (255, 209, 102), (127, 216, 184), (231, 196, 245), (244, 148, 96))
GROUNDS = ((16, 34, 58), (30, 26, 54), (14, 44, 48), (46, 24, 38))


@lru_cache(maxsize=128)
def emblem(organisation: str, size: int) -> Surface:
    """The emblem of an organisation: a disc with a figure that turns into itself."""
    side = size * FINER
    made, middle = Surface((side, side), pygame.SRCALPHA), side / 2
    ink = INKS[int(chance(organisation, 1) * len(INKS))]
    ground = GROUNDS[int(chance(organisation, 2) * len(GROUNDS))]
    pygame.draw.circle(made, ink, (middle, middle), middle)
    pygame.draw.circle(made, ground, (middle, middle), middle * 0.93)
    fold = 3 + int(chance(organisation, 3) * 5)
    figure = FIGURES[int(chance(organisation, 4) * len(FIGURES))]
    figure(made, middle, fold, ink, ground)
    return pygame.transform.smoothscale(made, (size, size))


def _links(made: Surface, middle: float, fold: int, ink: Rgb, ground: Rgb) -> None:
    """Rings that hold one another."""
    radius, far = middle * 0.36, middle * 0.38
    for i in range(fold):
        x, y = _turned(middle, far, i / fold)
        pygame.draw.circle(made, ink, (x, y), radius, round(middle * 0.085))


def _petals(made: Surface, middle: float, fold: int, ink: Rgb, ground: Rgb) -> None:
    """Leaves about a middle."""
    for i in range(fold):
        tip, left = (
            _turned(middle, middle * 0.78, i / fold),
            _turned(middle, middle * 0.4, (i - 0.32) / fold),
        )
        right = _turned(middle, middle * 0.4, (i + 0.32) / fold)
        pygame.draw.polygon(made, ink, [_turned(middle, middle * 0.16, i / fold), left, tip, right])
    pygame.draw.circle(made, ground, (middle, middle), middle * 0.13)


def _table(made: Surface, middle: float, fold: int, ink: Rgb, ground: Rgb) -> None:
    """Seats around a table."""
    pygame.draw.circle(made, ink, (middle, middle), middle * 0.42, round(middle * 0.1))
    for i in range(fold + 2):
        x, y = _turned(middle, middle * 0.68, i / (fold + 2))
        pygame.draw.circle(made, ink, (x, y), middle * 0.115)


def _weave(made: Surface, middle: float, fold: int, ink: Rgb, ground: Rgb) -> None:
    """One line that visits every corner."""
    corners = fold + 2 if fold % 2 else fold + 1
    step = corners // 2
    points = [_turned(middle, middle * 0.76, i * step / corners) for i in range(corners)]
    pygame.draw.lines(made, ink, True, points, round(middle * 0.085))
    for x, y in points:
        pygame.draw.circle(made, ink, (x, y), middle * 0.07)


def _arches(made: Surface, middle: float, fold: int, ink: Rgb, ground: Rgb) -> None:
    """Arches over one another, open below."""
    for i in range(min(fold, 4)):
        radius = middle * (0.76 - 0.19 * i)
        pygame.draw.circle(
            made, ink, (middle, middle * 1.3), radius, round(middle * 0.09), True, True
        )
    pygame.draw.rect(made, ink, Rect(middle * 0.3, middle * 1.36, middle * 1.4, middle * 0.09))


FIGURES = (_links, _petals, _table, _weave, _arches)


def _turned(middle: float, far: float, turn: float) -> tuple[float, float]:
    angle = 2 * pi * turn - pi / 2
    return middle + far * cos(angle), middle + far * sin(angle)
