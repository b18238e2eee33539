"""The canvas: what was painted last, and what of it is to be painted anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pygame import Rect, Surface

from game.ui.node import Node
from game.ui.paint import Painter, paint

FADE = 0.25
"""Seconds one screen takes to give way to the next."""


@dataclass
class Canvas:
    """The last picture of the window. It paints the parts that are damaged, and nothing else."""

    damage: list[Rect] = field(default_factory=list)
    painted: int = 0  # frames painted so far: none are when nothing changed
    surface: Surface | None = None
    _fading: tuple[Surface, float] | None = None  # the screen before, and since when it fades

    def spoil(self, *parts: Rect) -> None:
        """These parts are no longer right."""
        self.damage += parts

    def take(self, surface: Surface) -> None:
        """Paint on this surface from now on: on another one than before, all of it."""
        if surface is not self.surface:
            self.surface, self.damage = surface, [surface.get_rect()]

    def forget(self) -> None:
        """The window has another size: nothing of the last picture is of use."""
        self.surface = self._fading = None

    def fade(self, now: float) -> None:
        """Let what is shown give way slowly to what comes next."""
        if self.surface is not None:
            self._fading = (self.surface.copy(), now)

    @property
    def fading(self) -> bool:
        """Whether one screen is giving way to another."""
        return self._fading is not None

    def paint(self, painter: Painter, layers: Sequence[Node]) -> list[Rect]:
        """Paint what is damaged; which parts that were."""
        surface = painter.surface
        if self.fading:
            self.damage.append(surface.get_rect())
        parts, self.damage = apart(self.damage, surface.get_rect()), []
        for part in parts:
            surface.set_clip(part)
            surface.fill(painter.theme.bg, part)
            for layer in layers:
                paint(painter, layer, part)
        if parts:
            surface.set_clip(None)
            self._paint_fade(surface, painter.looks.now)
            self.painted += 1
        return parts

    def _paint_fade(self, surface: Surface, now: float) -> None:
        if self._fading is None:
            return
        before, start = self._fading
        share = (now - start) / FADE
        if share >= 1 or before.get_size() != surface.get_size():
            self._fading = None
            return
        before.set_alpha(round(255 * (1 - share) ** 2))
        surface.blit(before, (0, 0))


def apart(parts: Sequence[Rect], window: Rect) -> list[Rect]:
    """The same in parts that do not overlap: nothing is painted twice, nor what lies between."""
    found: list[Rect] = []
    for part in parts:
        whole = part.clip(window)
        while (number := whole.collidelist(found)) >= 0:
            whole = whole.union(found.pop(number))
        if whole.w and whole.h:
            found.append(whole)
    return found
