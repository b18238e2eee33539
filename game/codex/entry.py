"""A page of the codex, and the shelves that pages stand on."""

from __future__ import annotations

from dataclasses import dataclass

SHELVES = (
    "word",
    "rung",
    "action",
    "clause",
    "norm",
    "organisation",
    "law",
    "kind",
    "doctrine",
    "rule",
)
"""The kinds of pages, in the order they are shown."""

Fact = tuple[str, str]
"""What is told, and what of it."""


@dataclass(frozen=True)
class Entry:
    """One page, in the player's language but for its id and its names."""

    id: str
    shelf: str
    title: str
    text: str
    names: tuple[str, ...]  # what it goes by in English, as links are written
    articles: tuple[str, ...]  # its law
    facts: tuple[Fact, ...] = ()
    sources: tuple[str, ...] = ()
    named: bool = False  # linked wherever it is named
