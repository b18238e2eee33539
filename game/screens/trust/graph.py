"""The trust network as a picture: you in the middle, the others nearer the more they trust you.

Each nation is a node to be focused; lines between them are what is known of each pair.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import cos, hypot, pi, sin

from pygame import Rect

from game.language import _
from game.report.ties import Tie
from game.scenario.model import Scenario
from game.screens.parts.peers import step_of, trust_word
from game.ui import text as ink
from game.ui.emblems import flag
from game.ui.metrics import Metrics
from game.ui.node import Node
from game.ui.paint import Painter
from game.ui.theme import TYPES

DISC = 62
"""Across, in design units."""

NEAR, FAR = 0.50, 1.0
"""How far from the middle one is who trusts fully, and who not at all; 1 is the rim."""

LEAST_ROWS = 0.8
"""How far apart rows of discs are at least, as a share of the distance of the nearest."""

HOT = 2
"""The rung from which a pair is drawn as hostile: a dispute."""


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


def graph(
    made: Graph, label: str, choose: Callable[[int], object], tell: Callable[[int], str]
) -> Node:
    """The picture. choose: a nation was activated. tell: what is said of it in a tooltip."""
    made.discs = [_disc(made, spot, choose, tell) for spot in made.spots]
    node = Node("graph", "group", label, leaf=made, children=list(made.discs), grow=1)
    node.arrows = node.one_stop = True
    node.draw = partial(_draw, made=made)
    return node


def _disc(
    made: Graph, spot: Spot, choose: Callable[[int], object], tell: Callable[[int], str]
) -> Node:
    me = spot.number == made.me
    node = Node(f"graph.{spot.id}", "radio", spot.name, focusable=True, overlap=True)
    node.value = _("you") if me else trust_word(made.ties[spot.number, made.me].trust)
    node.selected = spot.number in made.chosen and not me
    node.tip = partial(tell, spot.number)
    node.do = partial(choose, spot.number)
    node.draw = partial(_draw_disc, made=made, spot=spot)
    return node


def _draw(p: Painter, node: Node, made: Graph) -> None:
    _draw_rings(p, node, made)
    pairs = sorted((a, b) for a, b in made.ties if a < b)
    loud = [pair for pair in pairs if _is_loud(made, *pair)]
    for a, b in [pair for pair in pairs if pair not in loud]:
        _draw_tie(p, node, made, a, b, False)
    for a, b in loud:
        _draw_tie(p, node, made, a, b, True)


def _is_loud(made: Graph, a: int, b: int) -> bool:
    """Whether a line is one to look at: all of the chosen nation, or that of two others."""
    if made.me not in made.chosen:
        return {a, b} == set(made.chosen)
    other = next(n for n in made.chosen if n != made.me)
    return other in (a, b)


def _draw_rings(p: Painter, node: Node, made: Graph) -> None:
    """Where the steps of trust begin."""
    wide, high = made.radii(node.rect, p.metrics)
    centre = (node.rect.centerx, node.rect.centery - p.metrics.font_px(17) * 0.75)
    for trust in (0, 20, 40, 60, 80):
        far = FAR - (FAR - NEAR) * trust / 100
        points = [
            (centre[0] + wide * far * cos(pi * n / 48), centre[1] + high * far * sin(pi * n / 48))
            for n in range(97)
        ]
        p.lines(points, "line" if trust else "line2", 1)
        if high > p.metrics.font_px(180):
            _mark(p, (centre[0], centre[1] - high * far), str(trust))


def _mark(p: Painter, spot: tuple[float, float], words: str) -> None:
    """The figure of a ring, where it is crossed at the top."""
    plate = Rect(0, 0, p.metrics.font_px(34), p.metrics.font_px(22))
    plate.center = (round(spot[0]), round(spot[1]))
    p.box(plate, "panel", 4)
    p.text(words, plate, "meta", "text3", "center")


def _draw_tie(p: Painter, node: Node, made: Graph, a: int, b: int, loud: bool) -> None:
    """The line of a pair: dashed where they quarrel, doubled where they are bound."""
    tie, back = made.ties[a, b], made.ties[b, a]
    mine = made.me in (a, b)
    told = [t for t in (tie, back) if t.whom == made.me and t.trust is not None]
    if not (mine or tie.rung >= HOT or tie.ally or tie.pact):
        return
    start, end = (made.where(n, node.rect, p.metrics) for n in (a, b))
    hot, bound = tie.rung >= HOT, tie.ally or bool(tie.pact)
    trust = told[0].trust if told else None
    shade = "bad" if hot else f"trust.{step_of(trust.middle)}" if trust else "accent2"
    width = (3.2 if loud else 1.4) * (1.3 if bound else 1.0)
    colour = p.colour(shade) if loud else _mixed(p, shade)
    dashes = (13, 8) if hot else None
    _line(p, start, end, colour, width, dashes)
    if bound and loud:
        _knot(p, start, end, colour)


def _mixed(p: Painter, shade: str) -> tuple[int, int, int]:
    """A colour held back, for what is not looked at."""
    one, two = p.colour(shade), p.colour("panel")
    r, g, b = (round(x * 0.5 + y * 0.5) for x, y in zip(one, two, strict=True))
    return r, g, b


def _line(
    p: Painter, start: tuple[float, float], end: tuple[float, float],
    colour: tuple[int, int, int], width: float, dashes: tuple[float, float] | None,
) -> None:  # fmt: skip
    if dashes is None:
        p.line(start, end, colour, width)
        return
    long = hypot(end[0] - start[0], end[1] - start[1])
    step, gap = p.px(dashes[0]), p.px(dashes[1])
    for n in range(int(long // (step + gap)) + 1):
        at, to = n * (step + gap) / long, min(1.0, (n * (step + gap) + step) / long)
        p.line(_between(start, end, at), _between(start, end, to), colour, width)


def _between(
    start: tuple[float, float], end: tuple[float, float], share: float
) -> tuple[float, float]:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _knot(
    p: Painter, start: tuple[float, float], end: tuple[float, float], colour: tuple[int, int, int]
) -> None:
    """A sign of hands on the line of those who are bound by alliance or treaty."""
    x, y = _between(start, end, 0.5)
    p.disc((x, y), p.px(15), "panel")
    rect = Rect(0, 0, p.px(24), p.px(24))
    rect.center = (round(x), round(y))
    p.icon("handshake", rect, colour)


def _draw_disc(p: Painter, node: Node, made: Graph, spot: Spot) -> None:
    me, on = spot.number == made.me, bool(node.selected)
    bloc = p.colour(f"blocs.{spot.bloc if 0 <= spot.bloc < 5 else 5}")
    radius = node.rect.w // 2
    if (on or me or p.is_hovered(node)) and p.theme.glow:
        p.glow(node.rect, bloc, 9, 130, DISC / 2)
    p.disc(node.rect.center, radius, "text" if on else bloc)
    p.disc(node.rect.center, radius - p.px(4), "panel2")
    _flag(p, made, spot, node.rect)
    _name(p, node, spot.name, "strong" if me or on else "label")


def _flag(p: Painter, made: Graph, spot: Spot, rect: Rect) -> None:
    high = round(rect.h * 0.42)
    picture = flag(made.scenario, spot.id, high)
    p.surface.blit(picture, picture.get_rect(center=rect.center))


def _name(p: Painter, node: Node, words: str, style: str) -> None:
    """Its name below, on a plate so that no line runs through it."""
    tall = round(p.metrics.font_px(17) * 1.45)
    room = Rect(0, 0, p.px(DISC * 3), tall)
    room.midtop = (node.rect.centerx, node.rect.bottom + p.px(3))
    kind = TYPES[style]
    wide = ink.width(words, kind.face, p.metrics.font_px(kind.size)) + p.px(12)
    plate = Rect(0, 0, min(wide, room.w), tall)
    plate.midtop = room.midtop
    p.veil(plate, "panel", 215, 5)
    p.text(words, plate, style, "text", "center")


def lines_key() -> tuple[tuple[str, str], ...]:
    """What the lines of the picture mean."""
    return (
        (_("nearer the middle: trusts you more"), "target"),
        (_("hands: allied, or bound by treaty"), "handshake"),
        (_("dashed: in dispute, or worse"), "swords"),
    )
