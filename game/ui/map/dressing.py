"""What stands on the land: capitals, arcs, marks of incidents, names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pygame
from pygame import Surface

from game.atlas.geometry import Box, Geometry, Point
from game.ui import text
from game.ui.map import arcs, marks
from game.ui.map.arcs import Path
from game.ui.map.ground import FINER, Ground
from game.ui.map.lens import mixed
from game.ui.map.placing import Wish, about, beside, placed
from game.ui.map.scene import Case, Scene
from game.ui.map.view import View
from game.ui.theme import Theme

FACE = "BarlowCondensed-SemiBold"


@dataclass(frozen=True)
class Look:
    """In which colours, and how large marks and names are."""

    theme: Theme
    scale: float
    letters: float


@dataclass(frozen=True, eq=False)
class Dressing:
    """Where everything went, for picking and for what moves."""

    capitals: dict[str, Point]
    cases: dict[str, Point]
    names: dict[str, Point]
    boxes: dict[str, Box]  # of names
    abroad: frozenset[str]  # nations whose name is not on their own land
    paths: tuple[Path, ...]
    radius: int


def arranged(geometry: Geometry, ground: Ground, scene: Scene, look: Look) -> Dressing:
    """Find places for marks and names; these keep out of what is covered."""
    view, scale = ground.view, look.scale
    radius = max(9, round(14 * scale))
    window = (2.0, 2.0, view.width - 2.0, view.height - 2.0)
    capitals = {id: view.place(each.capital) for id, each in geometry.nations.items()}
    dot = max(8.0, 9 * scale)
    taken = [about(spot, dot, dot) for spot in capitals.values()]
    shown = [each for each in scene.cases if _within(capitals.get(each.nation), window)]
    free = (window[0], window[1] + view.covered[0], window[2], window[3] - view.covered[1])
    seen = all(_within(capitals[each.nation], free) for each in shown)
    cases = placed(_case_wishes(shown, capitals, radius), [*taken], free if seen else window)
    taken += [about(spot, 2 * radius + 2, 2 * radius + 2) for spot in cases.values()]
    wishes = list(_name_wishes(geometry, ground, scene, capitals, look))
    names = placed(wishes, taken, free)
    boxes = {w.id: about(names[w.id], w.width, w.height) for w in wishes if w.id in names}
    abroad = frozenset(id for id, (x, y) in names.items() if ground.at(int(x), int(y)) != id)
    paths = arcs.paths(scene.arcs, capitals)
    return Dressing(capitals, cases, names, boxes, abroad, paths, radius)


def _within(spot: Point | None, window: Box) -> bool:
    return spot is not None and window[0] < spot[0] < window[2] and window[1] < spot[1] < window[3]


def _case_wishes(cases: list[Case], capitals: dict[str, Point], radius: int) -> Iterator[Wish]:
    """Marks stand by the capital, the worst nearest."""
    side = 2.0 * radius + 2
    for each in sorted(cases, key=lambda case: (-case.severity, case.id)):
        near = tuple(_above(capitals[each.nation], side))
        yield Wish(each.id, side, side, near)


def _above(capital: Point, side: float) -> Iterator[Point]:
    x, y = capital
    for row in range(3):
        lift = y - side * (0.95 + row)
        for column in (0.0, 1.0, -1.0, 2.0, -2.0):
            yield x + column * side, lift
    yield from beside(capital, side, side, 4)


def _name_wishes(
    geometry: Geometry, ground: Ground, scene: Scene, capitals: dict[str, Point], look: Look
) -> Iterator[Wish]:
    """Small nations first: they have the least choice."""
    for id, each in sorted(geometry.nations.items(), key=lambda item: item[1].area):
        width, height = name_size(geometry, scene, id, look.letters)
        on_land = _on_land(ground, id, ground.view.place(each.label), width)
        seen = on_land or _within(capitals[id], (0, 0, ground.view.width, ground.view.height))
        around = beside(capitals[id], width, height, 5 * look.scale) if seen else ()
        spots = (*on_land, *around, *_at_edge(ground.view, capitals[id], width, height))
        yield Wish(id, width, height, spots)


def _at_edge(view: View, capital: Point, width: float, height: float) -> Iterator[Point]:
    """Points along the rim of the window, the one towards a capital beyond it first."""
    low_x, high_x = width / 2 + 8, view.width - width / 2 - 8
    above, below = view.covered
    low_y, high_y = above + height / 2 + 8, view.height - below - height / 2 - 8
    x, y = min(max(capital[0], low_x), high_x), min(max(capital[1], low_y), high_y)
    upright = capital[0] < low_x or capital[0] > high_x
    for step in range(12):
        for sign in (1, -1):
            shift = sign * step * (1.2 * height if upright else 0.6 * width)
            yield (x, y + shift) if upright else (x + shift, y)


def _on_land(ground: Ground, id: str, wanted: Point, width: float) -> tuple[Point, ...]:
    """Points of a nation's land in the window, the nearest to the wanted one first."""
    step = 12 * FINER
    seen = pygame.surfarray.pixels2d(ground.ids)[step // 2 :: step, step // 2 :: step]
    mine = seen == ground.number(id)
    spots = np.argwhere(mine) * 12.0 + 6.0
    if len(spots) * 144 < width * 14:
        return ()
    far = np.sum((spots - np.array(wanted)) ** 2 * (1.0, 3.0), axis=1)
    order = np.argsort(far, kind="stable")[:160]
    best = [(float(x), float(y)) for x, y in spots[order]]
    exact = (wanted,) if mine.any() and far.min() < 1200 else ()
    return (*exact, *best)


def name_size(geometry: Geometry, scene: Scene, id: str, scale: float) -> tuple[float, float]:
    """Width and height of a name with the word below it."""
    lines = _words(geometry, scene, id)
    sizes = [text.width(line, FACE, size_of(i, scale)) for i, line in enumerate(lines)]
    return max(sizes) + 6.0 + 1.1 * size_of(0, scale), sum(
        1.08 * size_of(i, scale) for i in range(len(lines))
    ) + 4.0


def size_of(line: int, scale: float) -> int:
    """Pixels of the name, and of the word below it."""
    return max(12, round((19 if line == 0 else 16) * scale))


def _words(geometry: Geometry, scene: Scene, id: str) -> list[str]:
    name = dict(scene.labels).get(id, geometry.nations[id].name)
    fill = dict(scene.fills).get(id)
    return [name, *([fill.word] if fill and fill.word else [])]


def _pointed(lines: list[str], capital: Point, spot: Point, view: View) -> list[str]:
    """A name at the rim says in which direction its nation lies."""
    if _within(capital, (0, 0, view.width, view.height)):
        return lines
    if min(spot[0], view.width - spot[0], spot[1], view.height - spot[1]) > 90:
        return lines
    if capital[0] < 0:
        return [f"← {lines[0]}", *lines[1:]]
    if capital[0] > view.width:
        return [f"{lines[0]} →", *lines[1:]]
    return [f"{'↑' if capital[1] < 0 else '↓'} {lines[0]}", *lines[1:]]


def draw(
    made: Surface, geometry: Geometry, view: View, dressing: Dressing, scene: Scene, look: Look
) -> None:
    """Put all of it on the map."""
    theme, scale = look.theme, look.scale
    for path in dressing.paths:
        arcs.draw(made, path, theme, scale)
    for id, spot in dressing.capitals.items():
        dot = marks.capital(max(2, round(2.6 * scale)), id == scene.own, theme)
        made.blit(dot, dot.get_rect(center=spot))
    _cases(made, dressing, scene, theme)
    for id, spot in dressing.names.items():
        if id in dressing.abroad:
            _lead(made, dressing.boxes[id], dressing.capitals[id], theme)
        lines = _pointed(_words(geometry, scene, id), dressing.capitals[id], spot, view)
        _name(made, lines, spot, theme, look.letters, id == scene.selected)


def _lead(made: Surface, box: Box, capital: Point, theme: Theme) -> None:
    """A hairline from a name that had to go far to its capital, if both are seen."""
    x = min(max(capital[0], box[0]), box[2])
    y = min(max(capital[1], box[1]), box[3])
    far = abs(x - capital[0]) + abs(y - capital[1])
    if 1.1 * (box[3] - box[1]) < far < 160 and made.get_rect().collidepoint(capital):
        pygame.draw.aaline(made, theme.text2, (x, y), capital)


def _cases(made: Surface, dressing: Dressing, scene: Scene, theme: Theme) -> None:
    for each in scene.cases:
        if each.id in dressing.cases:
            spot, home = dressing.cases[each.id], dressing.capitals[each.nation]
            hue = theme.severity[each.severity - 1]
            pygame.draw.aaline(made, hue, home, spot)
            if each.id == scene.selected_case:
                halo = marks.ring(dressing.radius + 6, 2.5, theme.focus, 255)
                made.blit(halo, halo.get_rect(center=spot))
            mark = marks.case(each.severity, each.status, dressing.radius, theme)
            made.blit(mark, mark.get_rect(center=spot))


def _name(
    made: Surface, lines: list[str], spot: Point, theme: Theme, scale: float, chosen: bool
) -> None:
    bright = sum(theme.bg) > 384
    edge = (255, 255, 255) if bright else mixed(theme.abyss, (0, 0, 0), 0.3)
    heights = [1.08 * size_of(i, scale) for i in range(len(lines))]
    top = spot[1] - sum(heights) / 2
    for i, line in enumerate(lines):
        ink = theme.text if i == 0 else theme.text2 if bright else theme.text
        ink = theme.focus if chosen and not bright else ink
        picture = marks.halo(
            text.drawn(line, FACE, size_of(i, scale), ink), edge, 2 if scale > 0.6 else 1
        )
        made.blit(picture, picture.get_rect(center=(spot[0], top + heights[i] / 2)))
        top += heights[i]
