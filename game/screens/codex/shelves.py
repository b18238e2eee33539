"""The shelves of the codex, and the pages on one of them, or found, as a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from game.codex.entry import Entry
from game.language import N_, _
from game.ui.node import Node, row
from game.ui.widgets import card, text

SHELVES = (
    ("word", N_("Words"), "book-open"),
    ("action", N_("Actions"), "zap"),
    ("clause", N_("Clauses"), "handshake"),
    ("norm", N_("Norms"), "scale"),
    ("organisation", N_("Organisations"), "building-2"),
    ("law", N_("Law"), "gavel"),
    ("kind", N_("Incidents"), "siren"),
    ("rung", N_("The ladder"), "list-ordered"),
    ("doctrine", N_("Doctrines"), "drama"),
    ("rule", N_("The rules"), "scroll-text"),
)
"""What each shelf is called, and its sign."""

GROUPED = {"action": N_("Stage"), "rule": N_("Chapter")}
"""Shelves in parts, and the fact that tells which part a page is in."""


def name_of(shelf: str) -> str:
    """What a shelf is called."""
    return next(_(label) for key, label, _sign in SHELVES if key == shelf)


def sign_of(shelf: str) -> str:
    """The icon of a shelf."""
    return next(sign for key, _label, sign in SHELVES if key == shelf)


def lines(
    found: list[Entry], at: Entry, open_page: Callable[[str], None], searched: bool
) -> Iterator[Node]:
    """A line for each page, under the part it is in. at: the page that is open.

    searched: they come from all shelves, and each line says from which.
    """
    part = ""
    for each in found:
        now = "" if searched else _part(each)
        if now and now != part:
            yield text(now, "meta", "accent", pad=(8, 10, 0, 2))
        part = now
        inside = text(each.title, "label")
        if searched:
            inside.grow = 1
            inside = row(inside, text(name_of(each.shelf), "meta", "text2"), gap=8)
        yield card(
            f"entry.{each.id}", each.title, partial(open_page, each.id), inside,
            selected=each.id == at.id, pad=(12, 6), justify="center",
        )  # fmt: skip


def _part(each: Entry) -> str:
    wanted = GROUPED.get(each.shelf)
    return next((value for label, value in each.facts if wanted and label == _(wanted)), "")
