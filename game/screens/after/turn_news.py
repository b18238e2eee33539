"""What happened in a turn that is replayed: as one seat saw it, or all, and who saw it."""

from __future__ import annotations

from game.language import _
from game.match import Match
from game.report.html.told import Game
from game.report.news import Story, turn_report
from game.screens.parts.stories import story_line
from game.ui.node import Node
from game.ui.widgets import panel, scroll, text

News = list[tuple[Story, str]]
"""Stories, each with who saw it where that is told."""


def as_seen(match: Match, seat: int, turn: int) -> News:
    """What one seat saw."""
    return [(each, "") for each in turn_report(match, seat, turn)] if turn else []


def as_it_was(game: Game, turn: int) -> News:
    """All that happened, and who saw what not everybody did."""
    found = []
    for told in game.chronicle[turn - 1] if turn else ():
        seen_by = _("Seen by {names}.").format(names=game.listed(told.seen))
        everybody = len(told.seen) == len(game.nations)
        story = Story(told.kind, told.text, told.why, told.weight)
        found.append((story, "" if everybody else seen_by))
    return found


def news_panel(news: News, turn: int, whose: str, grow: float) -> Node:
    """The stories of a turn. whose: who saw them, in words."""
    if not turn:
        quiet = _("This is how it began: nothing has happened yet.")
    else:
        quiet = _("Nothing of this turn was seen from this seat.")
    lines = [story_line(story, who) for story, who in news]
    title = _("Turn {n}").format(n=turn) if turn else _("The beginning")
    body = scroll(f"news.{turn}", *(lines or [text(quiet, "label", "text2")]), gap=9)
    return panel("news", title, body, sign="radio-tower", note=whose, grow=grow)
