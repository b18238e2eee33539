"""The still layers of the map: sea, filled land, hatching, borders, and what is selected."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pygame
from numpy.lib.stride_tricks import sliding_window_view
from pygame import Rect, Surface

from game.atlas.geometry import Geometry, Points, Territory
from game.atlas.noise import layered
from game.ui.map import soft
from game.ui.map.ground import FINER, Ground, Shade, outline
from game.ui.map.lens import mixed
from game.ui.map.scene import Fill
from game.ui.map.view import View
from game.ui.theme import Colour, Theme


@dataclass(frozen=True, eq=False)
class Sea:
    """What does not change with the lens: water under the land's cut-out, and light on the land."""

    water: Surface
    light: Surface
    lines: Surface  # borders and coasts, over the land


def sea(geometry: Geometry, ground: Ground, theme: Theme, scale: float = 1.0) -> Sea:
    """Water with depth, waterlines and the net; light that makes land lie above it."""
    land = ground.land
    water = _water(geometry, ground, theme, scale)
    dark = soft.tinted(land, (0, 0, 0))
    water.blit(dark, (0, 0))
    edge = soft.blurred(np.maximum(ground.coast, 0.8 * ground.borders), 9 * scale)
    light = 0.82 + 0.30 * edge + _relief(geometry, ground.view)
    return Sea(water, soft.grey(np.minimum(light, 1.0)), _lines(ground, theme))


def _water(geometry: Geometry, ground: Ground, theme: Theme, scale: float) -> Surface:
    """Deep in the middle of oceans, paler over shelves, with the glow of the coast."""
    view, bright = ground.view, _bright(theme)
    wide, near = soft.blurred(ground.land, 120 * scale), soft.blurred(ground.land, 22 * scale)
    deep = mixed(theme.abyss, theme.bg, 0.5)
    hue = theme.accent if theme.glow else theme.severity[0]
    shelf = mixed(theme.bg, hue, 0.20 if not bright else 0.10)
    down = np.linspace(0.25, 0.0, view.height, dtype=np.float32)[None, :]
    made = soft.toned(0.75 * wide + 0.35 * _lines_of_depth(near, theme) + down, deep, shelf)
    _net(made, geometry.net, view, mixed(shelf, hue, 0.14))
    if theme.glow:
        glow = np.clip(near - 0.04, 0, 0.42) * 0.66
        made.blit(soft.tinted(glow, mixed(theme.accent2, theme.accent, 0.35)), (0, 0))
    return made


def _lines_of_depth(near: Shade, theme: Theme) -> Shade:
    """Thin lines that follow the coast, as on old charts."""
    strength = np.float32(0.30 if theme.glow else 0.45)
    found = np.zeros_like(near)
    for level in (0.10, 0.22):
        found += np.clip(1 - np.abs(near - level) / (0.10 * level + 0.006), 0, 1)
    return strength * found


def _net(made: Surface, net: tuple[Points, ...], view: View, colour: Colour) -> None:
    for line in net:
        points = view.seen(line)
        inside = (points > -400).all(axis=1) & (points[:, 0] < view.width + 400)
        if inside.sum() >= 2:
            pygame.draw.aalines(made, colour, False, points[inside].tolist())


def _relief(geometry: Geometry, view: View) -> Shade:
    """Hills without a name: slight light and shade so that large land is not flat."""
    step = 4
    left, top, _, _ = view.box
    x = left + (np.arange(-(-view.width // step)) + 0.5) * step / view.scale
    y = top + (np.arange(-(-view.height // step)) + 0.5) * step / view.scale
    height = layered(f"{geometry.real}:relief", x + 2000, y + 2000, 28.0, 4, 0.6).T
    slope = np.zeros_like(height)
    slope[1:, 1:] = height[1:, 1:] - height[:-1, :-1]
    slope *= np.float32(0.55 * view.scale / step * 4)
    shape = (view.width, view.height)
    grown = pygame.transform.smoothscale(
        soft.grey(np.clip(slope + 0.5, 0, 1)), (len(x) * step, len(y) * step)
    )
    values = pygame.surfarray.pixels_red(grown)[: shape[0], : shape[1]].astype(np.float32)
    return (values / np.float32(255) - np.float32(0.5)) * np.float32(0.10)


def _lines(ground: Ground, theme: Theme) -> Surface:
    """Borders dark, coasts bright."""
    bright = _bright(theme)
    dark = (255, 255, 255) if bright else mixed(theme.abyss, (0, 0, 0), 0.4)
    made = soft.tinted(0.8 * ground.borders, dark)
    coast = theme.outline if bright else mixed(theme.accent, theme.text, 0.5)
    made.blit(soft.tinted((0.6 if bright else 0.34) * ground.coast, coast), (0, 0))
    return made


def filled(ground: Ground, sea: Sea, fills: dict[str, Fill], theme: Theme, scale: float) -> Surface:
    """The map in one lens."""
    made = sea.water.copy()
    land = _coloured(ground, _palette(ground, fills, theme))
    if any(fill.hatched for fill in fills.values()):
        _hatch(land, ground, fills, scale)
    land.blit(sea.light, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    made.blit(land, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    made.blit(sea.lines, (0, 0))
    return made


def _palette(ground: Ground, fills: dict[str, Fill], theme: Theme) -> list[Colour]:
    idle = mixed(theme.panel3, theme.blocs[-1], 0.22)
    colours = [(0, 0, 0), *[idle] * 255]
    for id in ground.nations:
        if id in fills:
            pale = 0.28 if _bright(theme) else 0.0  # dark ink has to read on it
            colours[ground.number(id)] = mixed(fills[id].colour, (255, 255, 255), pale)
    return colours


def _coloured(ground: Ground, palette: list[Colour]) -> Surface:
    """The ground in the colours of a palette, at the size of the window."""
    ids = ground.ids.copy()
    ids.set_palette(palette)
    large = ids.convert(24) if pygame.display.get_surface() else _converted(ids)
    size = (ground.view.width, ground.view.height)
    return pygame.transform.smoothscale(large, size)


def _converted(ids: Surface) -> Surface:
    large = Surface(ids.get_size(), depth=32)
    large.blit(ids, (0, 0))
    return large


def _hatch(land: Surface, ground: Ground, fills: dict[str, Fill], scale: float) -> None:
    """Slanting lines on what is hatched: the same thing said without hue."""
    white, black = (255, 255, 255), (0, 0, 0)
    masks = [white] * 256
    for id, fill in fills.items():
        if fill.hatched and id in ground.nations:
            masks[ground.number(id)] = black
    mask = _coloured(ground, masks)
    mask.blit(_slants(land.get_size(), scale), (0, 0), special_flags=pygame.BLEND_RGB_MAX)
    land.blit(mask, (0, 0), special_flags=pygame.BLEND_RGB_MULT)


@lru_cache(maxsize=2)
def _slants(size: tuple[int, int], scale: float) -> Surface:
    step = max(6.0, 9 * scale)
    along = np.arange(size[0] + size[1] - 1, dtype=np.float32)  # x + y: all that counts
    phase = np.abs(along % np.float32(step) - np.float32(step / 2))
    shade = 1 - 0.34 * np.clip(np.float32(1.6 * scale + 0.5) - phase, 0, 1)
    return soft.grey(sliding_window_view(shade, size[1]))


def outlined(
    territory: Territory, view: View, colour: Colour, width: float, glow: bool
) -> tuple[Surface, Rect] | None:
    """The outline of a nation's home land, glowing, and where it goes."""
    rings = [outline(shape.outline, view) for shape in territory.home]
    rings = [ring for ring in rings if len(ring) >= 3]
    window = Rect(0, 0, view.width, view.height)
    if not rings:
        return None
    points = np.concatenate(rings)
    low, high = points.min(axis=0) - 14, points.max(axis=0) + 14
    rect = Rect(*low.astype(int), *(high - low).astype(int)).clip(window)
    if not rect.width or not rect.height:
        return None
    fine = Surface((rect.width * FINER, rect.height * FINER), pygame.SRCALPHA)
    for ring in rings:
        shifted = ((ring - rect.topleft) * FINER).tolist()
        pygame.draw.lines(fine, colour, True, shifted, max(2, round(width * FINER)))
    line = pygame.transform.smoothscale(fine, rect.size)
    shade = pygame.surfarray.array_alpha(line).astype(np.float32) / 255
    made = soft.tinted(np.clip(soft.blurred(shade, 9) * 1.5, 0, 0.8), colour)
    if not glow:
        made.fill((0, 0, 0, 0))
    made.blit(soft.tinted(shade, colour), (0, 0))
    return made, rect


def _bright(theme: Theme) -> bool:
    return sum(theme.bg) > 3 * 128
