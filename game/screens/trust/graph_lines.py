"""The lines of the picture of trust: rings of its steps, and what is known of each pair."""

from __future__ import annotations

from math import cos, hypot, pi, sin

from pygame import Rect

from game.report.ties import Tie
from game.screens.parts.peers import step_of
from game.screens.trust.placing import FAR, NEAR, Graph
from game.ui.node import Node
from game.ui.paint import Painter
from game.ui.widgets.plotting import between

HOT = 2
"""The rung from which a pair is drawn as hostile: a dispute."""

KNOT = 0.4
"""How far along a line its sign stands: not in the middle, where the figures of the rings are."""


def sign_of(tie: Tie) -> str:
    """What is on record between two nations, as a sign: in the picture and in the matrix."""
    if tie.ally:
        return "shield"
    return "handshake" if tie.pact else "swords" if tie.rung >= HOT else "minus"


def draw_lines(p: Painter, node: Node, made: Graph) -> None:
    """The rings, then the lines; those that are looked at last."""
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
    if bound:
        _knot(p, start, end, sign_of(tie), colour, 24 if loud else 16)


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
        p.line(between(start, end, at), between(start, end, to), colour, width)


def _knot(
    p: Painter, start: tuple[float, float], end: tuple[float, float], sign: str,
    colour: tuple[int, int, int], size: float,
) -> None:  # fmt: skip
    """A sign on the line of those who are bound by alliance or treaty."""
    x, y = between(start, end, KNOT)
    p.disc((x, y), p.px(0.62 * size), "panel")
    rect = Rect(0, 0, p.px(size), p.px(size))
    rect.center = (round(x), round(y))
    p.icon(sign, rect, colour)
