"""The news of the turn being played, so far: beside the cases, newest kind first."""

from __future__ import annotations

from game.language import _
from game.screens.parts.stories import story_line
from game.screens.play.session import Session
from game.ui.node import Node
from game.ui.widgets import scroll, text


def news_list(session: Session) -> Node:
    """What the nation has heard of since the turn began."""
    lines = [story_line(each) for each in session.news()]
    quiet = text(_("Nothing new so far in this turn."), "label", "text2")
    return scroll("news", *(lines or [quiet]), gap=9, min_height=90)
