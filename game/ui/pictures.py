"""Pictures made once and kept: rounded corners, discs, rings, hatching, glow, icons."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from math import cos, pi, sin

import pygame
from pygame import Rect, Surface

from game.paths import assets
from game.ui.theme import Colour

COARSE = 4
"""How much smaller a wide blur is worked out than it is shown."""
SMOOTH = 4
"""Pictures are drawn this many times larger and shrunk, so that edges are smooth."""
_ROOM = 96 * 1024 * 1024
_kept: OrderedDict[Hashable, Surface] = OrderedDict()
_bytes = 0


def kept(key: Hashable, make: Callable[[], Surface]) -> Surface:
    """A picture under a key that says all that it shows; made the first time."""
    global _bytes
    found = _kept.get(key)
    if found is not None:
        _kept.move_to_end(key)
        return found
    picture = _kept[key] = make()
    _bytes += _size(picture)
    while _bytes > _ROOM and len(_kept) > 1:
        _bytes -= _size(_kept.popitem(last=False)[1])
    return picture


def forget() -> None:
    """Drop all pictures."""
    global _bytes
    _kept.clear()
    _bytes = 0


def _size(picture: Surface) -> int:
    return picture.get_pitch() * picture.get_height()


def clear(width: int, height: int, colour: Colour = (0, 0, 0)) -> Surface:
    """A transparent surface; of a colour, so that its edges do not darken when shrunk."""
    surface = Surface((max(1, width), max(1, height)), pygame.SRCALPHA)
    surface.fill((*colour, 0))
    return surface


def shrunk(large: Surface) -> Surface:
    """A surface that was drawn SMOOTH times too large, at its size."""
    width, height = large.get_size()
    return pygame.transform.smoothscale(large, (max(1, width // SMOOTH), max(1, height // SMOOTH)))


def corners(radius: int, fill: Colour | None, line: Colour | None, thick: int) -> Surface:
    """A disc of twice the radius, whose quarters are the corners of a box."""
    return kept(("corners", radius, fill, line, thick), lambda: _corners(radius, fill, line, thick))


def _corners(radius: int, fill: Colour | None, line: Colour | None, thick: int) -> Surface:
    size = 2 * radius * SMOOTH
    edge = line if line is not None and thick else fill
    large = clear(size, size, edge or (0, 0, 0))
    whole = large.get_rect()
    if line is not None and thick:
        pygame.draw.rect(large, line, whole, border_radius=size // 2)
        inner = whole.inflate(-2 * thick * SMOOTH, -2 * thick * SMOOTH)
        ground = fill if fill is not None else (*line, 0)
        pygame.draw.rect(large, ground, inner, border_radius=inner.w // 2)
    elif fill is not None:
        pygame.draw.rect(large, fill, whole, border_radius=size // 2)
    return shrunk(large)


def translucent_box(size: tuple[int, int], radius: int, fill: Colour, alpha: int) -> Surface:
    """A rounded box one can see through."""

    def make() -> Surface:
        if not radius:
            plain = Surface(size, pygame.SRCALPHA)
            plain.fill((*fill, alpha))
            return plain
        large = clear(size[0] * SMOOTH, size[1] * SMOOTH, fill)
        pygame.draw.rect(large, (*fill, alpha), large.get_rect(), border_radius=radius * SMOOTH)
        return shrunk(large)

    return kept(("box", size, radius, fill, alpha), make)


def hatch(size: tuple[int, int], colour: Colour, step: int, thick: int) -> Surface:
    """Slanting lines, for what must be told apart without colour."""

    def make() -> Surface:
        width, height = size
        large = clear(width * SMOOTH, height * SMOOTH, colour)
        tall = height * SMOOTH
        for x in range(-tall, width * SMOOTH, step * SMOOTH):
            pygame.draw.line(large, colour, (x, tall), (x + tall, 0), thick * SMOOTH)
        return shrunk(large)

    return kept(("hatch", size, colour, step, thick), make)


def glow(size: tuple[int, int], colour: Colour, blur: int, alpha: int, radius: int) -> Surface:
    """A soft light or shadow of a box, larger than the box by twice the blur on each side."""

    def make() -> Surface:
        margin = 2 * blur
        whole = (size[0] + 2 * margin, size[1] + 2 * margin)
        less = COARSE if blur >= 2 * COARSE else 1  # nobody sees how fine a wide blur is
        soft = clear(whole[0] // less, whole[1] // less, colour)
        box = Rect(margin // less, margin // less, size[0] // less, size[1] // less)
        pygame.draw.rect(soft, (*colour, alpha), box, border_radius=radius // less)
        blurred = pygame.transform.gaussian_blur(soft, max(1, blur // less))
        return pygame.transform.smoothscale(blurred, whole) if less > 1 else blurred

    return kept(("glow", size, colour, blur, alpha, radius), make)


def ring(size: int, share: float, thick: int, colour: Colour, ground: Colour) -> Surface:
    """A ring filled clockwise from the top."""
    step = round(share * 200)

    def make() -> Surface:
        side, wide = size * SMOOTH, thick * SMOOTH
        large = clear(side, side, ground)
        pygame.draw.circle(large, ground, (side / 2, side / 2), side / 2, wide)
        if step:
            arc = _arc(side / 2, side / 2 - wide, step / 200)
            pygame.draw.polygon(large, colour, arc)
        return shrunk(large)

    return kept(("ring", size, step, thick, colour, ground), make)


def _arc(outer: float, inner: float, share: float) -> list[tuple[float, float]]:
    count = max(3, round(90 * share))
    turns = [2 * pi * share * i / count - pi / 2 for i in range(count + 1)]
    out = [(outer + outer * cos(turn), outer + outer * sin(turn)) for turn in turns]
    back = [(outer + inner * cos(turn), outer + inner * sin(turn)) for turn in reversed(turns)]
    return out + back


def icon(name: str, size: int, colour: Colour) -> Surface:
    """An icon of assets/icons at an exact size, in a colour."""

    def make() -> Surface:
        path = assets() / "icons" / f"{name}.svg"
        picture = pygame.image.load_sized_svg(str(path), (size, size))
        picture.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
        picture.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
        return picture

    return kept(("icon", name, size, colour), make)
