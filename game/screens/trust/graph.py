"""The trust network as a picture: you in the middle, the others nearer the more they trust you.

Each nation is a node to be focused; lines between them are what is known of each pair.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pygame import Rect

from game.language import _
from game.screens.parts.peers import trust_word
from game.screens.trust.graph_lines import draw_lines
from game.screens.trust.placing import DISC, Graph, Spot
from game.ui import text as ink
from game.ui.emblems import flag
from game.ui.node import Node
from game.ui.paint import Painter
from game.ui.theme import TYPES


def graph(
    made: Graph, label: str, choose: Callable[[int], object], tell: Callable[[int], str]
) -> Node:
    """The picture. choose: a nation was activated. tell: what is said of it in a tooltip."""
    made.discs = [_disc(made, spot, choose, tell) for spot in made.spots]
    node = Node("graph", "group", label, leaf=made, children=list(made.discs), grow=1)
    node.arrows = node.one_stop = True
    node.draw = partial(draw_lines, made=made)
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
        (_("allied"), "shield"),
        (_("treaty"), "handshake"),
        (_("dashed: in dispute, or worse"), "swords"),
    )
