"""Title cards, drawn from the scenario itself: its map, who was hit, and what was hit.

A card has no words in it: screens write the title beside or over it, in the player's language.
Its left is kept dark and quiet for that.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pygame
from pygame import Surface

from game.atlas.geometry import Box, Geometry, Point
from game.atlas.invent import invented
from game.atlas.maps import map_of
from game.atlas.noise import chance
from game.atlas.seats import Seat
from game.scenario.model import Scenario
from game.ui import pictures
from game.ui.map import arcs, layers, marks, soft
from game.ui.map.ground import ground
from game.ui.map.lens import mixed
from game.ui.map.scene import Arc, Fill, Tie
from game.ui.map.view import View, fitted
from game.ui.theme import DARK, Colour, Theme

ICONS = {
    "energy": "zap",
    "finance": "coins",
    "health": "heart-pulse",
    "telecoms": "radio-tower",
    "transport": "ship",
    "government": "landmark",
    "elections": "vote",
}
"""The sign of each sector."""

HUES: dict[str, Colour] = {
    "energy": (247, 178, 60),
    "finance": (104, 208, 150),
    "health": (244, 104, 122),
    "telecoms": (72, 190, 255),
    "transport": (70, 206, 206),
    "government": (150, 140, 255),
    "elections": (232, 120, 220),
}
"""The mood of a card: the hue of the sector that is hit hardest."""

MOST = 4


def sectors(scenario: Scenario) -> tuple[str, ...]:
    """What is hit, the hardest first."""
    worst: dict[str, float] = {}
    for each in scenario.incidents.values():
        name = each.sector.value
        worst[name] = max(worst.get(name, 0.0), each.severity)
    return tuple(sorted(worst, key=lambda name: (-worst[name], list(ICONS).index(name))))


def card(scenario: Scenario, width: int = 640, height: int = 360) -> Surface:
    """The title card of a scenario at any size."""
    geometry, hit = map_of(scenario), sectors(scenario)
    theme = _mood(_turned(HUES[hit[0]], 70 * (chance(scenario.id, 3) - 0.5)))
    view = _framed(geometry, width, height)
    victims = [each.victim for each in scenario.incidents.values()]
    fills = _fills(scenario, victims, theme)
    made = _land(geometry, view, fills, theme)
    first = next(iter(scenario.incidents.values()))
    places = {id: view.place(each.capital) for id, each in geometry.nations.items()}
    _waves(made, places[first.victim], theme)
    suspects = dict.fromkeys(each.hand for each in first.hypotheses.values())
    found = tuple(Arc(id, first.victim, Tie.HOSTILE) for id in suspects if id in places)
    for path in arcs.paths(found, places):
        arcs.draw(made, path, theme, max(0.6, height / 540))
    for id in dict.fromkeys(victims):
        _light(made, places[id], height / 360, theme)
    _finish(made, theme)
    _signs(made, hit, theme)
    return made


@lru_cache(maxsize=4)
def backdrop(width: int, height: int, theme: Theme = DARK) -> Surface:
    """A picture for behind the title screen: a world of its own, and lines between its capitals."""
    seats = tuple(
        Seat(f"n{i}", "", power)
        for i, power in enumerate((0.9, 0.8, 0.5, 0.5, 0.4, 0.3, 0.3, 0.2, 0.2, 0.15))
    )
    geometry = invented("backchannel", seats)
    left, top, right, bottom = geometry.box
    view = fitted(geometry, width, height, (left + 120, top + 40, right - 20, bottom - 20))
    idle = mixed(theme.panel3, theme.accent2, 0.30)
    fills = {
        seat.id: Fill(mixed(idle, theme.accent, 0.05 * (i % 4))) for i, seat in enumerate(seats)
    }
    made = _land(geometry, view, fills, theme)
    places = {id: view.place(each.capital) for id, each in geometry.nations.items()}
    lines = [(0, 3, Tie.FRIENDLY), (1, 4, Tie.FRIENDLY), (2, 0, Tie.HOSTILE), (5, 1, Tie.HOSTILE)]
    lines += [(6, 2, Tie.FRIENDLY), (7, 3, Tie.SPREAD), (8, 5, Tie.FRIENDLY)]
    found = tuple(Arc(f"n{a}", f"n{b}", tie) for a, b, tie in lines)
    for path in arcs.paths(found, places):
        arcs.draw(made, path, theme, height / 900)
    for spot in places.values():
        _light(made, spot, height / 700, theme)
    _finish(made, theme)
    return made


def _mood(hue: Colour) -> Theme:
    """The dark theme in the hue of the card."""
    night = mixed((5, 8, 14), hue, 0.06)
    return replace(
        DARK,
        abyss=night,
        bg=mixed((8, 13, 22), hue, 0.10),
        panel3=mixed((22, 30, 44), hue, 0.12),
        accent=hue,
        accent2=mixed((20, 50, 90), hue, 0.55),
        severity=(*DARK.severity[:3], mixed(hue, (255, 255, 255), 0.25)),
    )


def _turned(hue: Colour, degrees: float) -> Colour:
    """A little to one side on the wheel, so that two cards of a sector are not alike."""
    made = pygame.Color(*hue)
    h, s, v, a = made.hsva
    made.hsva = ((h + degrees) % 360, s, v, a)
    return made.r, made.g, made.b


def _framed(geometry: Geometry, width: int, height: int) -> View:
    """Where things happen, in the right two thirds of the card."""
    left, top, right, bottom = _wide(geometry.theatre, geometry)
    shift = 0.30 * (right - left)
    return fitted(geometry, width, height, (left - shift, top, right, bottom))


def _wide(box: Box, geometry: Geometry) -> Box:
    """Not so close that a single country fills the card."""
    left, top, right, bottom = box
    least = 190.0 if geometry.real else 480.0
    spare = max(0.0, least - (right - left)) / 2, max(0.0, least * 0.5 - (bottom - top)) / 2
    return left - spare[0], top - spare[1], right + spare[0], bottom + spare[1]


def _fills(scenario: Scenario, victims: list[str], theme: Theme) -> dict[str, Fill]:
    """Nations that are hit glow; the others are seen, and those without a seat hardly."""
    quiet = mixed(theme.panel3, theme.accent, 0.24)
    hot = mixed(theme.accent, (255, 255, 255), 0.06)
    worst = dict.fromkeys(scenario.nations, 0.0)
    for each in scenario.incidents.values():
        worst[each.victim] = max(worst[each.victim], each.severity)
    return {
        id: Fill(mixed(quiet, hot, 0.35 + 0.08 * worst[id]) if id in victims else quiet)
        for id in scenario.nations
    }


def _land(geometry: Geometry, view: View, fills: dict[str, Fill], theme: Theme) -> Surface:
    scale = view.height / 900
    land = ground(geometry, view)
    water = layers.sea(geometry, land, theme, max(0.5, scale))
    return layers.filled(land, water, fills, theme, scale)


def _waves(made: Surface, spot: Point, theme: Theme) -> None:
    """Rings that spread from where it began."""
    high = made.get_height()
    for i in range(5):
        ring = marks.ring(round(high * (0.07 + 0.105 * i)), 1.3, theme.accent, 16 * (7 - i))
        made.blit(ring, ring.get_rect(center=spot))


def _light(made: Surface, spot: Point, scale: float, theme: Theme) -> None:
    spark = marks.spark(max(2, round(4 * scale)), theme.accent)
    made.blit(spark, spark.get_rect(center=spot))


def _finish(made: Surface, theme: Theme) -> None:
    """Dark towards the left and the rim, and a grain against banding."""
    width, height = made.get_size()
    x = np.linspace(0, 1, width, dtype=np.float32)[:, None]
    y = np.linspace(0, 1, height, dtype=np.float32)[None, :]
    side = np.clip((0.62 - x) / 0.62, 0, 1) ** 1.4 * np.float32(0.82)
    floor = np.clip((y - 0.62) / 0.38, 0, 1) ** 2 * np.float32(0.55)
    rim = np.clip((x - 0.5) ** 2 * 1.1 + (y - 0.5) ** 2 * 1.3 - 0.18, 0, 0.5)
    made.blit(soft.tinted(1 - (1 - side) * (1 - floor) * (1 - rim), theme.abyss), (0, 0))
    columns, rows = np.arange(width)[:, None], np.arange(height)[None, :]
    grain = ((columns * 7919 + rows * 104729 + columns * rows * 31) >> 3) % 5
    made.blit(soft.grey(grain.astype(np.float32) / 255), (0, 0), special_flags=pygame.BLEND_RGB_ADD)


def _signs(made: Surface, hit: tuple[str, ...], theme: Theme) -> None:
    """What is hit, as signs in discs along the lower left."""
    size = round(made.get_height() * 0.115)
    gap, x = round(size * 0.32), round(made.get_height() * 0.07)
    y = made.get_height() - x - size
    for name in hit[:MOST]:
        hue = HUES[name]
        disc = _disc(size, mixed(theme.abyss, hue, 0.16), hue)
        made.blit(disc, (x, y))
        sign = pictures.icon(ICONS[name], round(size * 0.54), mixed(hue, (255, 255, 255), 0.35))
        made.blit(sign, sign.get_rect(center=(x + size / 2, y + size / 2)))
        x += size + gap


def _disc(size: int, fill: Colour, line: Colour) -> Surface:
    large = Surface((size * 4, size * 4), pygame.SRCALPHA)
    middle = (size * 2, size * 2)
    pygame.draw.circle(large, line, middle, size * 2)
    pygame.draw.circle(large, fill, middle, size * 2 - max(4, round(size * 0.13)))
    return pygame.transform.smoothscale(large, (size, size))
