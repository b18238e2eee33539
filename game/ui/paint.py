"""A painter: draws what nodes show, in the theme's colours, at the window's scale."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

import pygame
from pygame import Rect, Surface

from game.ui import pictures, text
from game.ui.metrics import Metrics
from game.ui.node import Node
from game.ui.theme import TYPES, Colour, Theme

Shade = str | Colour
"""A colour, or the name of one in the theme: "text2", "severity.3"."""
Side = Literal["start", "center", "end"]
LARGE_DISC = 24
"""Pixels; larger discs are drawn each time and not kept."""


@dataclass
class Looks:
    """What the reader's hands are on: it changes how nodes are drawn."""

    focus: str = ""
    hover: str = ""
    pressed: str = ""
    show_focus: bool = True
    now: float = 0.0
    still: bool = False  # no motion


@dataclass
class Painter:
    """Draws on a surface. Lengths given to it are pixels: make them with `px`."""

    surface: Surface
    theme: Theme
    metrics: Metrics
    looks: Looks = field(default_factory=Looks)

    def px(self, units: float) -> int:
        """Design units in pixels."""
        return self.metrics.px(units)

    def colour(self, shade: Shade) -> Colour:
        """The theme's colour of that name."""
        return self.theme.colour(shade)

    def is_focused(self, node: Node) -> bool:
        """Whether the keyboard is on it."""
        return bool(node.id) and node.id == self.looks.focus

    def is_hovered(self, node: Node) -> bool:
        """Whether the mouse is on it."""
        return bool(node.id) and node.id == self.looks.hover

    def is_pressed(self, node: Node) -> bool:
        """Whether it is being pressed."""
        return bool(node.id) and node.id == self.looks.pressed

    def box(
        self,
        rect: Rect,
        fill: Shade | None,
        radius: float = 0,
        line: Shade | None = None,
        width: float = 1,
    ) -> None:
        """A box with round corners; radius and width in design units."""
        if rect.w <= 0 or rect.h <= 0:
            return
        inside = None if fill is None else self.colour(fill)
        edge = None if line is None else self.colour(line)
        thick = self.px(width) if edge is not None else 0
        round_ = min(self.px(radius), rect.w // 2, rect.h // 2) if radius else 0
        if round_:
            self._corners(rect, round_, inside, edge, thick)
        self._sides(rect, round_, inside, edge, thick)

    def _corners(
        self, rect: Rect, r: int, fill: Colour | None, line: Colour | None, thick: int
    ) -> None:
        tile = pictures.corners(r, fill, line, thick)
        blit = self.surface.blit
        blit(tile, rect.topleft, (0, 0, r, r))
        blit(tile, (rect.right - r, rect.y), (r, 0, r, r))
        blit(tile, (rect.x, rect.bottom - r), (0, r, r, r))
        blit(tile, (rect.right - r, rect.bottom - r), (r, r, r, r))

    def _sides(
        self, rect: Rect, r: int, fill: Colour | None, line: Colour | None, thick: int
    ) -> None:
        flood = self.surface.fill
        x, y, w, h = rect
        if fill is not None:
            flood(fill, (x + r, y, w - 2 * r, h))
            flood(fill, (x, y + r, r, h - 2 * r))
            flood(fill, (x + w - r, y + r, r, h - 2 * r))
        if line is not None and thick:
            flood(line, (x + r, y, w - 2 * r, thick))
            flood(line, (x + r, y + h - thick, w - 2 * r, thick))
            flood(line, (x, y + r, thick, h - 2 * r))
            flood(line, (x + w - thick, y + r, thick, h - 2 * r))

    def veil(self, rect: Rect, fill: Shade, alpha: int, radius: float = 0) -> None:
        """A box one can see through."""
        if rect.w > 0 and rect.h > 0:
            tile = pictures.translucent_box(rect.size, self.px(radius), self.colour(fill), alpha)
            self.surface.blit(tile, rect)

    def shadow(self, rect: Rect, depth: float = 12, alpha: int = 150, radius: float = 10) -> None:
        """What a floating thing throws on what lies under it."""
        if not self.theme.glow:
            return
        self.glow(rect.move(0, self.px(depth / 3)), "abyss", depth, alpha, radius)

    def glow(
        self, rect: Rect, shade: Shade, blur: float, alpha: int = 120, radius: float = 8
    ) -> None:
        """A soft light around a box."""
        soft = self.px(blur)
        tile = pictures.glow(rect.size, self.colour(shade), soft, alpha, self.px(radius))
        self.surface.blit(tile, (rect.x - 2 * soft, rect.y - 2 * soft))

    def text(
        self,
        words: str,
        rect: Rect,
        style: str = "body",
        shade: Shade = "text",
        side: Side = "start",
        middle: bool = True,
    ) -> int:
        """One line of text in a box, shortened if it must be; the width it took."""
        picture, spot = self.set(words, rect, style, shade, side, middle)
        self.surface.blit(picture, spot)
        return picture.get_width()

    def set(
        self, words: str, rect: Rect, style: str, shade: Shade, side: Side, middle: bool
    ) -> tuple[Surface, tuple[int, int]]:
        """The picture of such a line, and where it goes."""
        kind = TYPES[style]
        size = self.metrics.font_px(kind.size)
        words = text.shortened(text.cased(words, style), kind.face, size, rect.w)
        picture = text.drawn(words, kind.face, size, self.colour(shade))
        if self.metrics.rtl and side != "center":
            side = "end" if side == "start" else "start"
        room = rect.w - picture.get_width()
        x = rect.x + {"start": 0, "center": room // 2, "end": room}[side]
        tall = rect.h if middle else text.font(kind.face, size).get_height()
        return picture, (x, rect.y + (tall - picture.get_height()) // 2)

    def icon(self, name: str, rect: Rect, shade: Shade = "text", size: float = 0) -> None:
        """An icon in the middle of a box; size in design units, or as large as the box."""
        side = min(rect.w, rect.h) if not size else self.px(size)
        picture = pictures.icon(name, side, self.colour(shade))
        self.surface.blit(picture, picture.get_rect(center=rect.center))

    def line(
        self, start: tuple[float, float], end: tuple[float, float], shade: Shade, width: float = 1
    ) -> None:
        """A smooth line."""
        pygame.draw.aaline(self.surface, self.colour(shade), start, end, max(1, self.px(width)))

    def lines(self, points: Sequence[tuple[float, float]], shade: Shade, width: float = 1) -> None:
        """A smooth line through points."""
        for start, end in pairwise(points):
            self.line(start, end, shade, width)

    def disc(self, centre: tuple[float, float], radius: int, shade: Shade) -> None:
        """A filled circle; radius in pixels."""
        if radius > LARGE_DISC:
            pygame.draw.aacircle(self.surface, self.colour(shade), centre, radius)
            return
        tile = pictures.corners(max(1, radius), self.colour(shade), None, 0)
        self.surface.blit(tile, tile.get_rect(center=(round(centre[0]), round(centre[1]))))

    def ring(self, rect: Rect, share: float, shade: Shade, thick: float = 5) -> None:
        """A ring filled clockwise by a share of it."""
        side = min(rect.w, rect.h)
        ground = self.colour("line2")
        tile = pictures.ring(side, share, self.px(thick), self.colour(shade), ground)
        self.surface.blit(tile, tile.get_rect(center=rect.center))

    def hatch(self, rect: Rect, shade: Shade, step: float = 7, thick: float = 2) -> None:
        """Slanting lines over a box."""
        if rect.w > 0 and rect.h > 0:
            tile = pictures.hatch(rect.size, self.colour(shade), self.px(step), self.px(thick))
            self.surface.blit(tile, rect)

    def kept(
        self, key: Hashable, size: tuple[int, int], draw: Callable[[Painter], None]
    ) -> Surface:
        """A picture made by `draw` once per key, size, theme and scale: for charts and the like.

        It is transparent where nothing was drawn. Blit it with `painter.surface.blit`.
        """
        whole = ("kept", key, size, self.theme, self.metrics.scale, self.metrics.text_scale)

        def make() -> Surface:
            picture = pictures.clear(*size)
            draw(Painter(picture, self.theme, self.metrics, self.looks))
            return picture

        return pictures.kept(whole, make)

    def focus_ring(self, node: Node) -> None:
        """The ring around what the keyboard is on, clear of it by a gap."""
        gap, thick = self.px(2), self.px(2.5)
        rect = node.rect.inflate(2 * (gap + thick), 2 * (gap + thick))
        window = self.surface.get_rect() if node.parent is None else node.clip
        rect = rect.clip(window)
        self.box(rect, None, 9, "focus", 2.5)


def paint(painter: Painter, node: Node, damage: Rect) -> None:
    """Draw a tree, as far as it lies in the damaged part of the surface."""
    if not node.rect.colliderect(damage) and node.rect.size != (0, 0):
        return
    surface = painter.surface
    if node.draw is not None:
        node.draw(painter, node)
    if node.children:
        if node.scroll:
            before = surface.get_clip()
            surface.set_clip(before.clip(node.children[0].clip))
            _paint_children(painter, node, damage)
            surface.set_clip(before)
        else:
            _paint_children(painter, node, damage)
    if node.over is not None:
        node.over(painter, node)
    if painter.looks.show_focus and node.focusable and painter.is_focused(node):
        painter.focus_ring(node)


def _paint_children(painter: Painter, node: Node, damage: Rect) -> None:
    for child in node.children:
        paint(painter, child, damage)
