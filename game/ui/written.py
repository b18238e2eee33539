"""What drawings of nodes write themselves: figures on charts, names in a graph, words in a cell.

They are no nodes, so their place is not in the tree; a painter that listens tells where they are.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np
import pygame
from pygame import Rect, Surface

from game.ui import pictures, text
from game.ui.app import App
from game.ui.node import Node
from game.ui.paint import Painter, Shade, Side
from game.ui.theme import TYPES, Colour

SLACK = 2
"""Pixels by which rounding may be off."""
AROUND = 8
"""Pixels around a text that show what it stands on."""


@dataclass(frozen=True)
class Written:
    """One text that a drawing wrote, and where in the window."""

    words: str
    style: str
    shade: Colour
    rect: Rect
    ground: Colour  # what there is most of behind it
    cut: bool  # it goes on where nobody sees it
    shortened: bool


@dataclass
class Listener(Painter):
    """Draws, and remembers what is written.

    seen: what is in sight; what is written beyond it is cut off, unless one can scroll there.
    page: the window as it is shown. at: where on it the surface lies; origin: where a picture lies
    that is made in between.
    """

    seen: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))
    scrolls: bool = False
    page: Surface = field(default_factory=lambda: Surface((0, 0)))
    at: tuple[int, int] = (0, 0)
    origin: tuple[int, int] = (0, 0)
    apart: bool = False  # on a picture of its own
    heard: list[Written] = field(default_factory=list)

    def text(
        self, words: str, rect: Rect, style: str = "body", shade: Shade = "text",
        side: Side = "start", middle: bool = True,
    ) -> int:  # fmt: skip
        """Write it, and remember."""
        picture, spot = self.set(words, rect, style, shade, side, middle)
        box = picture.get_bounding_rect().move(spot)
        if box.w:
            self._hear(words, rect, style, shade, box)
        self.surface.blit(picture, spot)
        return picture.get_width()

    def _hear(self, words: str, rect: Rect, style: str, shade: Shade, box: Rect) -> None:
        shown, page = box.move(self.at), self.surface.get_rect()
        cut = self.apart and not page.inflate(2 * SLACK, 2 * SLACK).contains(box)
        hidden = not self.seen.inflate(2 * SLACK, 2 * SLACK).contains(shown)
        if hidden and self.scrolls and not cut:
            return
        kind, px = TYPES[style], self.metrics.font_px(TYPES[style].size)
        short = text.width(text.cased(words, style), kind.face, px) > rect.w
        around = shown.inflate(AROUND, AROUND)
        ground = most_of(self.surface, box) or most_of(self.page, around) or (0, 0, 0)
        ink, cut = self.colour(shade), cut or hidden
        self.heard.append(Written(words, style, ink, shown, ground, cut, short))

    def kept(
        self, key: Hashable, size: tuple[int, int], draw: Callable[[Painter], None]
    ) -> Surface:
        """Made anew each time, since what is written on it is to be heard."""
        picture = pictures.clear(*size)
        draw(replace(self, surface=picture, at=self.origin, apart=True))
        return picture


def written(app: App, root: Node, shown: Surface) -> Iterator[tuple[Node, list[Written]]]:
    """For each node in sight that writes by itself, what it wrote."""
    page = shown.copy()
    for node in root.walk():
        if node.draw is None or node.leaf is not None or not node.seen.w or not node.seen.h:
            continue
        page.set_clip(node.clip)
        scrolls = any(up.scroll and up.content > up.rect.h for up in node.ancestors())
        listener = Listener(page, app.theme, app.metrics, app.looks, node.clip, scrolls, shown,
                            origin=node.rect.topleft)  # fmt: skip
        node.draw(listener, node)
        if listener.heard:
            yield node, listener.heard


def most_of(surface: Surface, rect: Rect) -> Colour | None:
    """The colour there is most of in a part of a surface; None where nothing was drawn."""
    inside = rect.clip(surface.get_rect())
    if not inside.w or not inside.h:
        return None
    part = surface.subsurface(inside)
    if part.get_flags() & pygame.SRCALPHA and np.median(pygame.surfarray.array_alpha(part)) < 128:
        return None
    pixels = pygame.surfarray.array3d(part).reshape(-1, 3).astype(np.int64)
    codes, counts = np.unique(pixels @ np.array([65536, 256, 1]), return_counts=True)
    code = int(codes[int(np.argmax(counts))])
    return code >> 16, code >> 8 & 255, code & 255
