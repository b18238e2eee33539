"""Where nations stand in the picture of trust: the nearer the middle, the more they trust us."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, pi, sin

from pygame import Rect

from game.report.ties import Tie
from game.scenario.model import Scenario
from game.ui.metrics import Metrics
from game.ui.node import Node

DISC = 62
"""Across, in design units."""

NEAR, FAR = 0.50, 1.0
"""How far from the middle one is who trusts fully, and who not at all; 1 is the rim."""

LEAST_ROWS = 0.8
"""How far apart rows of discs are at least, as a share of the distance of the nearest."""


@dataclass(frozen=True)
class Spot:
    """One nation of the picture."""

    number: int
    id: str
    name: str
    bloc: int


@dataclass
class Graph:
    """Where the discs lie: a leaf that places them."""

    spots: Sequence[Spot]
    ties: Mapping[tuple[int, int], Tie]
    me: int
    chosen: tuple[int, int]  # the pair that is looked at
    scenario: Scenario
    discs: list[Node] = field(default_factory=list)

    def narrowest(self, m: Metrics) -> int:
        """Discs around a middle one, with their names."""
        return m.px(DISC * 6)

    def widest(self, m: Metrics) -> int:
        """As wide as there is room for."""
        return m.px(DISC * 12)

    def height(self, m: Metrics, width: int) -> int:
        """So high that nobody's name lies on the disc below it, even of those who stand near."""
        disc, tall = m.px(DISC), m.font_px(17) * 1.5
        rows = max(LEAST_ROWS, sin(2 * pi / max(4, len(self.spots) - 1)))
        return round(2 * ((disc + tall) / (NEAR * rows) + disc * 0.62 + tall))

    def place(self, node: Node, inner: Rect, clip: Rect, m: Metrics) -> None:
        """Lay each disc at its place."""
        for spot, disc in zip(self.spots, self.discs, strict=True):
            x, y = self.where(spot.number, inner, m)
            size = round(m.px(DISC) * (1.18 if spot.number == self.me else 1))
            disc.rect = Rect(0, 0, size, size)
            disc.rect.center = (round(x), round(y))
            disc.clip, disc.parent = clip, node

    def where(self, number: int, inner: Rect, m: Metrics) -> tuple[float, float]:
        """The middle of a disc."""
        tall = m.font_px(17) * 1.5
        centre = (inner.centerx, inner.centery - tall / 2)
        if number == self.me:
            return centre
        others = [spot.number for spot in self.spots if spot.number != self.me]
        turn = 2 * pi * (others.index(number) + 0.5) / len(others) - pi / 2
        far = self.distance(number)
        wide, high = self.radii(inner, m)
        return centre[0] + wide * far * cos(turn), centre[1] + high * far * sin(turn)

    def radii(self, inner: Rect, m: Metrics) -> tuple[float, float]:
        """Half the width and height of the rim."""
        disc, tall = m.px(DISC), m.font_px(17) * 1.5
        return inner.w / 2 - disc, inner.h / 2 - disc * 0.62 - tall

    def distance(self, number: int) -> float:
        """How far from the middle a nation stands, by how far it trusts us."""
        trust = self.ties[number, self.me].trust
        return FAR - (FAR - NEAR) * (trust.middle / 100 if trust else 0.5)
