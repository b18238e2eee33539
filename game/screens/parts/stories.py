"""Stories on screens: each kind with its icon and colour, and a story as a line of a list."""

from __future__ import annotations

from game.report.story import Story
from game.ui.node import Node, column, row
from game.ui.paint import Shade
from game.ui.widgets import icon, text

SIGNS: dict[str, tuple[str, Shade]] = {
    "crisis": ("siren", "severity.2"),
    "evidence": ("search", "accent"),
    "talks": ("messages-square", "accent"),
    "acts": ("flag", "text2"),
    "order": ("landmark", "text2"),
    "promises": ("handshake", "good"),
    "ladder": ("triangle-alert", "warn"),
    "own": ("user-check", "good"),
    "void": ("x", "bad"),
}


def sign_of_story(kind: str) -> tuple[str, Shade]:
    """The icon and colour of a kind of story."""
    return SIGNS.get(kind, ("circle", "text2"))


def story_line(story: Story, *more: str) -> Node:
    """What happened, and why. more: what else is said of it."""
    sign, shade = sign_of_story(story.kind)
    why = [text(words, "meta", "text2") for words in (*story.why, *more) if words]
    told = column(text(story.text, "label"), *why, grow=1, gap=1)
    return row(icon(sign, 18, shade), told, gap=9, align="start")
