"""The course of a norm: how much of the world's influence held it, turn by turn, and where it tips.

From a third on each adopter draws others; above two thirds it settles after some turns.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from pygame import Rect

from game.language import _
from game.rules.params import NORM_LAID, NORM_MOST
from game.ui.node import Node, em
from game.ui.paint import Painter


def cascade(shares: Sequence[float], turns: int) -> Node:
    """A line through the turns, with the two lines that matter."""
    said = ", ".join(
        _("turn {n} {share:.0%}").format(n=turn, share=share) for turn, share in enumerate(shares)
    )
    node = Node(role="image", label=_("Influence behind the norm: {said}").format(said=said))
    node.height = em(8.5)
    node.draw = partial(_draw, shares=tuple(shares), turns=turns)
    return node


def _draw(p: Painter, node: Node, shares: tuple[float, ...], turns: int) -> None:
    tall = round(p.metrics.font_px(16) * 1.4)
    plot = Rect(node.rect.x + p.metrics.font_px(58), node.rect.y + tall // 2, 0, 0)
    plot.w, plot.h = node.rect.right - plot.x - p.px(8), node.rect.h - 2 * tall
    _lines(p, node, plot, tall)
    step = plot.w / max(1, turns)
    points = [
        (plot.x + step * turn, plot.bottom - plot.h * share) for turn, share in enumerate(shares)
    ]
    for (x, y), (to, _y) in pairwise(points):
        p.box(Rect(round(x), round(y), round(to - x), round(plot.bottom - y)), "accent2")
    stairs = [spot for one, two in pairwise(points) for spot in (one, (two[0], one[1]))]
    p.lines([*stairs, points[-1]], "good", 3)
    p.disc(points[-1], p.px(7), "good")
    for turn in range(0, turns + 1, max(1, turns // 6)):
        spot = Rect(0, 0, p.metrics.font_px(40), tall)
        spot.midtop = (round(plot.x + step * turn), plot.bottom + p.px(4))
        p.text(str(turn), spot, "meta", "text2", "center")


def _lines(p: Painter, node: Node, plot: Rect, tall: int) -> None:
    """The axis, and the shares from which it draws others and from which it settles."""
    marks = (
        (0.0, "", "outline"),
        (float(NORM_LAID), _("draws others"), "text3"),
        (float(NORM_MOST), _("settles"), "warn"),
        (1.0, "", "line"),
    )
    for share, words, shade in marks:
        y = round(plot.bottom - plot.h * share)
        p.line((plot.x, y), (plot.right, y), shade, 1)
        spot = Rect(node.rect.x, y - tall // 2, plot.x - node.rect.x - p.px(8), tall)
        p.text(f"{share:.0%}", spot, "meta", "text2", "end")
        side = Rect(plot.x, y - tall, plot.w - p.px(6), tall)
        p.text(words, side, "meta", "text2", "end")
