"""A page of the codex: what it says, what it leads to, where it is named, and its law."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.codex.book import book
from game.codex.entries import entries
from game.codex.entry import Entry
from game.language import _, _n
from game.screens.codex.shelves import name_of, sign_of
from game.ui.app import App
from game.ui.node import Do, Node, column, em, row
from game.ui.widgets import button, heading, panel, plate, prose, rule, scroll, text

WIDE = 1500
"""Room in units of text from which its law stands beside a page, and not below it."""

MOST = 14
"""Pages listed under "Named in" before more are asked for."""


def page_of(app: App, page: Entry, all_named: bool, name_all: Do) -> Node:
    """A page. all_named: list every page it is named in; name_all: do so from now on."""
    named = book().named_in(page)
    parts = [
        *_text(page),
        *_facts(page),
        *_links("leads", _("Leads to"),
                [each for each in book().leads_to(page) if each.shelf != "rule"]),
        *_links("named", _("Named in"), named if all_named else named[:MOST]),
        *([] if all_named else _more(len(named) - MOST, name_all)),
        *_sources(page),
    ]  # fmt: skip
    law = list(_law(page))
    wide = app.room[0] >= WIDE and bool(law)
    below = [] if wide or not law else [rule(), *law]
    inside = column(*parts, *below, gap=12, grow=6, max_width=em(44))
    if wide:
        beside = column(*law, gap=10, grow=5, max_width=em(40))
        inside = row(inside, beside, gap=32, align="start")
    return panel(
        "page", page.title, scroll(f"page.{page.id}", inside, pad=(14, 6)),
        sign=sign_of(page.shelf), note=name_of(page.shelf), pad=6,
    )  # fmt: skip


def _text(page: Entry) -> Iterator[Node]:
    style = "body" if page.shelf == "rule" else "lead"
    for number, part in enumerate(book().text(page).split("\n")):
        if part.strip():
            yield prose(f"text.{number}", part, style)


def _facts(page: Entry) -> Iterator[Node]:
    facts = book().facts(page)
    if facts:
        yield rule()
    for number, (label, value) in enumerate(facts):
        told = prose(f"fact.{number}", value, "label", grow=5)
        yield row(text(label, "label", "text2", grow=2), told, gap=14, align="start")


def _links(name: str, label: str, pages: list[Entry]) -> Iterator[Node]:
    if pages:
        words = ", ".join(_link(each) for each in pages)
        yield rule()
        yield column(heading(label, "label_strong", "text2"), prose(name, words, "label"), gap=4)


def _more(rest: int, name_all: Do) -> Iterator[Node]:
    if rest > 0:
        label = _n("One more page", "{n} more pages", rest)
        more = button("more", label, name_all, sign="chevron-down", kind="quiet")
        yield column(more, align="start")


def _law(page: Entry) -> Iterator[Node]:
    """The articles that are its law, whole."""
    if page.articles:
        yield heading(_("What the rules say"), "label_strong", "text2")
    for number in page.articles:
        article = entries()[f"rule.{number}"]
        lines = [part for part in book().text(article).split("\n") if part.strip()]
        yield plate(
            prose(f"law.{number}", _link(article), "label_strong"),
            *(prose(f"law.{number}.{i}", part, "label", "text2") for i, part in enumerate(lines)),
            ground="panel2", gap=5, pad=(14, 10),
        )  # fmt: skip


def _sources(page: Entry) -> Iterator[Node]:
    if page.sources:
        yield rule()
        yield heading(_("Sources"), "label_strong", "text2")
    for each in page.sources:
        yield text(re.sub(r"https?://([^/\s]+)\S*", r"\1", each), "meta", "text2")


def _link(page: Entry) -> str:
    """A link that reads as the title of its page, which must not close it."""
    title = page.title.replace("]", "").replace("|", "/")
    return f"[[{page.id}|{title}]]"
