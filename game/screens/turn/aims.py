"""What a nation wants, with its points, and the hardest choice before it."""

from __future__ import annotations

from collections.abc import Iterator

from game.language import N_, _, _n
from game.report.objectives import ObjectiveLine, objectives
from game.screens.play.session import Session
from game.ui.node import Node, column, em, row
from game.ui.widgets import chip, notice, panel, scroll, text

DILEMMA = N_("Your dilemma")
"""How the paragraph of a nation's brief begins that puts its hardest choice."""


def aims(session: Session) -> Iterator[Node]:
    """Everything wanted, as a page."""
    wanted = objectives(session.match, session.nation)
    yield from _aims(session)
    whole = sum(each.points for each in wanted)
    yield text(_("{points} in all; the rest of the score is services, security, standing, support "
                 "and peace.").format(points=_n("{n} point", "{n} points", whole)), "label",
               "text2")  # fmt: skip


def aims_panel(session: Session) -> Node:
    """The same beside the map, with the dilemma."""
    own = session.match.scenario.nations[session.me]
    hard = [notice(part, "scale", "warn") for part in paragraphs(own.brief) if is_dilemma(part)]
    inside = scroll("goals", *_aims(session), *hard[:1], gap=9, pad=(12, 6, 16, 6))
    return panel("goals_panel", _("What you want"), inside, sign="target", pad=6, height=em(17))


def paragraphs(brief: str) -> list[str]:
    """The paragraphs of a text, each in one line."""
    return [" ".join(part.split()) for part in brief.strip().split("\n") if part.strip()]


def is_dilemma(paragraph: str) -> bool:
    """Whether a paragraph puts the hardest choice; a scenario may be told in English only."""
    return paragraph.startswith((DILEMMA, _(DILEMMA)))


def _aims(session: Session) -> list[Node]:
    begun = len(session.match.worlds) > 1
    return [_aim(each, begun) for each in objectives(session.match, session.nation)]


def _aim(each: ObjectiveLine, begun: bool) -> Node:
    """One thing wanted, what it is worth, and how it stands once the game is under way."""
    shade, sign = ("good", "check") if each.met else ("accent", "target")
    points = chip(_n("{n} point", "{n} points", each.points), shade, sign)
    judged = f"{each.judged} · {each.state}" if begun else each.judged
    words = column(text(each.text, "body"), text(judged, "meta", "text2"), gap=1, grow=1)
    return row(words, points, gap=12)
