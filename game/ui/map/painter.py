"""The painter of the map: heavy layers are made beside the game's loop, light moves in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from threading import Lock
from typing import NamedTuple

import pygame
from pygame import Rect, Surface

from game.atlas.geometry import Geometry, Point
from game.ui.map import arcs, dressing, layers, marks
from game.ui.map.dressing import Dressing
from game.ui.map.ground import Ground, ground
from game.ui.map.layers import Sea
from game.ui.map.scene import Scene, Status
from game.ui.map.view import View, fitted, towards
from game.ui.theme import DARK, Theme

PULSE = 0.5
"""Rings of a new incident start this often a second, two at a time at most."""

TRAVEL = 0.35
"""Arcs a light travels in a second."""


@dataclass(frozen=True)
class Wanted:
    """What should be on the screen."""

    view: View
    scene: Scene
    theme: Theme
    scale: float
    letters: float  # as scale, of names


class Light(NamedTuple):
    """A light that moves, and its corner on the map."""

    picture: Surface
    corner: tuple[int, int]

    @property
    def rect(self) -> Rect:
        """What it lies on."""
        return self.picture.get_rect(topleft=self.corner)


@dataclass(frozen=True, eq=False)
class Shown:
    """A finished picture and where things are in it."""

    wanted: Wanted
    ground: Ground
    picture: Surface
    dressing: Dressing


class MapPainter:
    """A map in a window.

    `look`, `show` and `wear` say what is wanted; `work` draws it and may run in another thread;
    `draw` puts the newest picture on a surface with the lights that move, and never waits.
    """

    def __init__(
        self, geometry: Geometry, size: tuple[int, int], theme: Theme = DARK, scale: float = 1.0
    ) -> None:
        self.geometry = geometry
        self.wanted = Wanted(fitted(geometry, *size), Scene(), theme, scale, scale)
        self._shown: Shown | None = None
        self._ground: Ground | None = None
        self._sea: tuple[Theme, float, Ground, Sea] | None = None
        self._filled: tuple[object, Surface] | None = None
        self._lit: list[Light] = []
        self._busy = Lock()

    def look(self, view: View) -> None:
        """Show another part of the map."""
        self.wanted = replace(self.wanted, view=view.within(self.geometry))

    def resize(self, width: int, height: int, covered: tuple[int, int] = (0, 0)) -> None:
        """Fit the nations of the scenario to a window of another size, or covered otherwise."""
        self.look(fitted(self.geometry, width, height, covered=covered))

    def show(self, scene: Scene) -> None:
        """Show another moment or lens."""
        self.wanted = replace(self.wanted, scene=scene)

    def wear(self, theme: Theme, scale: float, letters: float = 1.0) -> None:
        """Draw in other colours, marks of another size, or names larger beside them."""
        self.wanted = replace(self.wanted, theme=theme, scale=scale, letters=scale * letters)

    @property
    def view(self) -> View:
        """The part of the map that is wanted."""
        return self.wanted.view

    @property
    def stale(self) -> bool:
        """Whether `work` has something to do."""
        return self._shown is None or self._shown.wanted != self.wanted

    def work(self) -> None:
        """Draw what is wanted, as often as that changes meanwhile."""
        with self._busy:
            while self.stale:
                self._shown = self._made(self.wanted)

    def _made(self, wanted: Wanted) -> Shown:
        if self._ground is None or self._ground.view != wanted.view:
            self._ground = ground(self.geometry, wanted.view)
        land, scene = self._ground, wanted.scene
        picture = self._land_filled(wanted, land).copy()
        self._outline(picture, wanted)
        look = dressing.Look(wanted.theme, wanted.scale, wanted.letters)
        dressed = dressing.arranged(self.geometry, land, scene, look)
        dressing.draw(picture, self.geometry, wanted.view, dressed, scene, look)
        return Shown(wanted, land, picture, dressed)

    def _land_filled(self, wanted: Wanted, land: Ground) -> Surface:
        key = (wanted.theme, wanted.scale, land, wanted.scene.fills)
        if self._filled is None or self._filled[0] != key:
            fills = dict(wanted.scene.fills)
            water = self._water(wanted, land)
            made = layers.filled(land, water, fills, wanted.theme, wanted.scale)
            self._filled = (key, made)
        return self._filled[1]

    def _water(self, wanted: Wanted, land: Ground) -> Sea:
        kept = self._sea
        if kept is None or kept[:3] != (wanted.theme, wanted.scale, land):
            made = layers.sea(self.geometry, land, wanted.theme, wanted.scale)
            self._sea = kept = (wanted.theme, wanted.scale, land, made)
        return kept[3]

    def _outline(self, picture: Surface, wanted: Wanted) -> None:
        chosen = self.geometry.nations.get(wanted.scene.selected or "")
        if chosen:
            theme, width = wanted.theme, 2.0 * wanted.scale
            found = layers.outlined(chosen, wanted.view, theme.focus, width, theme.glow)
            if found:
                picture.blit(*found)

    def draw(self, target: Surface, rect: Rect, time: float, still: bool = False) -> None:
        """The map at a time in seconds; still, without anything that moves."""
        shown = self._shown
        if shown is None:
            target.fill(self.wanted.theme.bg, rect)
            return
        before = target.get_clip()
        target.set_clip(rect.clip(before))
        if shown.wanted.view == self.wanted.view:
            target.blit(shown.picture, rect)
            for light in _lights(shown, time, still):
                target.blit(light.picture, rect.move(light.corner))
        else:
            self._stretched(target, rect, shown)
        target.set_clip(before)

    def _stretched(self, target: Surface, rect: Rect, shown: Shown) -> None:
        """The last picture moved and scaled, until the new one is ready."""
        old, new = shown.wanted.view, self.wanted.view
        target.fill(self.wanted.theme.bg, rect)
        left, top = old.place(new.under((0, 0)))
        right, bottom = old.place(new.under((new.width, new.height)))
        part = Rect(round(left), round(top), round(right - left), round(bottom - top))
        seen = part.clip(shown.picture.get_rect())
        if seen.width and seen.height:
            factor = new.scale / old.scale
            size = (max(1, round(seen.width * factor)), max(1, round(seen.height * factor)))
            moved = pygame.transform.scale(shown.picture.subsurface(seen), size)
            at = ((seen.x - part.x) * factor + rect.x, (seen.y - part.y) * factor + rect.y)
            target.blit(moved, at)

    def moved(self, time: float) -> list[Rect]:
        """Where a light has come or gone since this was asked last: all that differs."""
        shown = self._shown
        settled = shown is not None and shown.wanted.view == self.wanted.view
        before, self._lit = self._lit, list(_lights(shown, time)) if shown and settled else []
        went = [light.rect for light in before if light not in self._lit]
        return went + [light.rect for light in self._lit if light not in before]

    @property
    def moving(self) -> bool:
        """Whether the picture changes with time."""
        scene = self.wanted.scene
        return bool(scene.arcs) or any(each.status == Status.NEW for each in scene.cases)

    def nation_at(self, x: int, y: int) -> str | None:
        """The nation under a pixel: its name and its dot count as its land."""
        shown = self._shown
        if shown is None:
            return None
        spots = shown.dressing.capitals.items()
        far, nearest = min(((cx - x) ** 2 + (cy - y) ** 2, id) for id, (cx, cy) in spots)
        if far <= 36 * shown.wanted.scale**2:
            return nearest
        for id, (left, top, right, bottom) in shown.dressing.boxes.items():
            if left <= x <= right and top <= y <= bottom:
                return id
        return shown.ground.at(x, y)

    def case_at(self, x: int, y: int) -> str | None:
        """The incident whose mark is under a pixel."""
        placed = self._shown.dressing if self._shown else None
        reach = (placed.radius + 4) ** 2 if placed else 0
        spots = placed.cases.items() if placed else ()
        near = [(((sx - x) ** 2 + (sy - y) ** 2), id) for id, (sx, sy) in spots]
        return min((each for each in near if each[0] <= reach), default=(0, None))[1]

    def next_nation(self, start: str | None, direction: str) -> str | None:
        """The nearest nation to the left, right, up or down, for the arrow keys."""
        return towards(self.geometry.nations, start, direction)

    def place_of(self, nation: str) -> Point | None:
        """Where a nation's capital is seen, in pixels of the map."""
        land = self.geometry.nations.get(nation)
        return self.wanted.view.place(land.capital) if land else None


def _lights(shown: Shown, time: float, still: bool = False) -> Iterator[Light]:
    theme, scale, placed = shown.wanted.theme, shown.wanted.scale, shown.dressing
    for each in shown.wanted.scene.cases:
        if each.status == Status.NEW and each.id in placed.cases:
            hue = theme.severity[each.severity - 1]
            for share in (0.35,) if still else ((time * PULSE) % 1, (time * PULSE + 0.5) % 1):
                grown = placed.radius + 2 + round(share * 1.5 * placed.radius)
                ring = marks.ring(grown, 2.0, hue, 16 * round(14 * (1 - share)))
                yield _around(ring, placed.cases[each.id])
    for number, path in enumerate(() if still else placed.paths):
        spark = marks.spark(max(2, round(2.6 * scale)), arcs.colour(path.tie, theme))
        yield _around(spark, path.at((time * TRAVEL + 0.37 * number) % 1))


def _around(picture: Surface, spot: Point) -> Light:
    x, y = spot[0] - picture.get_width() / 2, spot[1] - picture.get_height() / 2
    return Light(picture, (round(x), round(y)))
