"""Small parts that screens about other nations share: flags, emblems, trust in words and colour."""

from __future__ import annotations

from functools import partial

from game.language import N_, _
from game.report.ties import Range
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.emblems import emblem, flag
from game.ui.node import Node, em, row, spacer
from game.ui.paint import Painter
from game.ui.widgets import bar, button, chip, heading, icon, text

FLAG = 30
"""Height of a flag on a card, in design units."""

TRUST_WORDS = (N_("distrusts"), N_("wary"), N_("open"), N_("trusts"), N_("trusts fully"))
"""Five steps of trust, from 0 to 100 by twenties."""

NARROW, WIDE = 1000, 1280
"""Room in units of text below which a screen shows one panel, and from which it shows all."""


def top(session: Session, app: App, title: str, note: str, *extra: Node | None, sign: str) -> Node:
    """The bar of a screen of the game: the way back, what it is, whose it is and when."""
    nation = session.match.setup.nations[session.nation]
    short = app.room[0] < NARROW
    turn = _("Turn {n} of {most}").format(n=session.match.turn, most=session.match.board.turns)
    return bar(
        button("back", _("Back"), app.pop, kind="quiet", sign="arrow-left"),
        None if short else icon(sign, 30, "accent"),
        heading(title, lines=1, tip=title),
        None if short else text(note, "label", "text2", grow=1),
        spacer() if short else None,
        *extra,
        None if short else flag_of(session, nation),
        None if short else text(turn, "label_strong"),
    )


def flag_of(session: Session, nation: str, high: float = FLAG) -> Node:
    """The flag of a nation; its name is read out."""
    scenario = session.match.scenario
    label = scenario.nations[nation].short or scenario.nations[nation].name

    def draw(p: Painter, node: Node) -> None:
        picture = flag(scenario, nation, node.rect.h)
        p.surface.blit(picture, picture.get_rect(center=node.rect.center))

    side = high / 18
    return Node(role="image", label=label, width=em(side * 4 / 3), height=em(side), draw=draw)


def emblem_of(organisation: str, label: str, size: float = 40) -> Node:
    """The emblem of an organisation."""

    def draw(p: Painter, node: Node) -> None:
        p.surface.blit(emblem(organisation, node.rect.h), node.rect)

    side = em(size / 18)
    return Node(role="image", label=label, width=side, height=side, draw=draw)


def step_of(amount: float) -> int:
    """Which of the five steps of trust a figure from 0 to 100 is on."""
    return min(4, int(amount // 20))


def trust_word(trust: Range | None) -> str:
    """Trust in a word; bands are named after their middle."""
    return _("not told") if trust is None else _(TRUST_WORDS[step_of(trust.middle)])


def trust_chip(trust: Range | None) -> Node:
    """Trust as a chip: a word, the figure or band, and a sign."""
    if trust is None:
        return chip(_("not told"), "text2")
    step = step_of(trust.middle)
    shade = ("bad", "warn", "text2", "accent", "good")[step]
    return chip(f"{trust_word(trust)} {trust}", shade, ("user-x", "user-check")[step >= 3])


def range_bar(label: str, value: Range, shades: tuple[str, ...] = (), **box: float) -> Node:
    """A figure or band as a bar along a track from 0 to 100."""
    said = _("{value} of 100").format(value=value)
    node = Node(role="meter", label=label, value=said, height=box.get("height", 12), grow=1)
    node.min_width = 70
    shade = (shades or tuple(f"trust.{n}" for n in range(5)))[step_of(value.middle)]
    node.draw = partial(_draw_range, value=value, shade=shade)
    return node


def _draw_range(p: Painter, node: Node, value: Range, shade: str) -> None:
    p.box(node.rect, "panel3", 5, "line2", 1)
    start = 0.0 if value.exact else value.low
    left = node.rect.x + round(node.rect.w * start / 100)
    wide = max(p.px(6), round(node.rect.w * (value.high - start) / 100))
    box = node.rect.copy()
    box.x, box.w = (left, wide) if not p.metrics.rtl else (node.rect.right - left - wide, wide)
    p.box(box, shade, 5)
    if not value.exact:
        p.hatch(box, "panel", 6, 1.2)


HEAT = ("good", "text2", "warn", "warn", "bad")
"""Colours of five steps of hostility."""


def figure_line(label: str, value: Range | None, shades: tuple[str, ...] = ()) -> Node:
    """What something is called, a bar, and the figure or band."""
    if value is None:
        return row(text(label, "label", "text2", grow=1), text(_("not told"), "label"), gap=12)
    name = text(label, "label", "text2", grow=5)
    number = text(str(value), "number", side="end", min_width=em(4.4))
    return row(name, row(range_bar(label, value, shades), grow=5), number, gap=12)
