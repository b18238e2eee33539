"""The history of a case in short: how it began, who said what of it, and what came since."""

from __future__ import annotations

from collections.abc import Iterator

from game.language import _
from game.report.dossier import Dossier
from game.screens.play.session import Session
from game.ui.node import Node, em, row
from game.ui.widgets import scroll, text


def past(session: Session, each: Dossier) -> Node:
    """A line for everything that is known to have happened."""
    told = [*_case(each), *_turns(session, each)]
    return scroll("history", *(_line(when, words) for when, words in told), gap=9)


def _case(each: Dossier) -> Iterator[tuple[str, str]]:
    began = _("It began in {nation}.").format(nation=each.victim)
    yield _("turn {n}").format(n=each.began), began
    for claim in each.claims:
        yield "", claim
    for nation in each.affected:
        if nation != each.victim:
            yield "", _("It spread to {nation}.").format(nation=nation)
    if each.inquiry_due > 0:
        due = _("An independent inquiry reports in turn {n}.")
        yield "", due.format(n=each.inquiry_due)


def _turns(session: Session, each: Dossier) -> Iterator[tuple[str, str]]:
    for turn, story in reversed(session.past_of(each.title)):
        yield _("turn {n}").format(n=turn), story.text


def _line(when: str, words: str) -> Node:
    return row(
        text(when, "meta", "text2", min_width=em(3.4)), text(words, "label", grow=1),
        gap=8, align="start",
    )  # fmt: skip
