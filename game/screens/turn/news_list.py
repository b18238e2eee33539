"""The news of the turn being played, so far: beside the cases, newest kind first."""

from __future__ import annotations

from game.language import _
from game.screens.parts.story_signs import sign_of_story
from game.screens.play.session import Session
from game.ui.node import Node, column, row
from game.ui.paint import Shade
from game.ui.widgets import icon, scroll, text


def news_list(session: Session) -> Node:
    """What the nation has heard of since the turn began."""
    lines = [_line(*sign_of_story(each.kind), each.text, each.why) for each in session.news()]
    quiet = text(_("Nothing new so far in this turn."), "label", "text2")
    return scroll("news", *(lines or [quiet]), gap=9, min_height=90)


def _line(sign: str, shade: Shade, words: str, why: tuple[str, ...]) -> Node:
    told = column(
        text(words, "label"), *[text(w, "meta", "text2") for w in why if w], grow=1, gap=1
    )
    return row(icon(sign, 18, shade), told, gap=9, align="start")
