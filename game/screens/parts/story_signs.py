"""Kinds of story, each with its icon and colour."""

from __future__ import annotations

from game.ui.paint import Shade

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
