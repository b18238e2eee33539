"""The codex: what every word, deed, clause, norm, body and article of the game means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from game import language
from game.codex.book import Book
from game.codex.entries import Entry, entries
from game.language import N_, _, _n
from game.ui.app import App
from game.ui.node import Do, Node, column, em, row, spacer
from game.ui.screen import Screen
from game.ui.widgets import (
    bar,
    card,
    entry,
    heading,
    icon,
    icon_button,
    listing,
    notice,
    panel,
    plate,
    prose,
    rule,
    scroll,
    tabs,
    text,
)
from game.ui.widgets import button as plain_button

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

NARROW, WIDE = 820, 1500
MOST = 14
"""Pages listed under "Named in" before more are asked for."""

_BOOKS: dict[str, Book] = {}


def book() -> Book:
    """The codex in the language spoken now."""
    code = language.current()
    if code not in _BOOKS:
        _BOOKS[code] = Book(_)
    return _BOOKS[code]


class Codex(Screen):
    """One page, and the shelves it is found on."""

    name = "codex"
    first = "search"

    def __init__(self, term: str = "") -> None:
        found = book().find(term) if term else None
        self.trail = [found.id if found else "word.dossier"]
        self.at, self.words, self.all_named = 0, "", False
        self.shelf = found.shelf if found else "word"
        self.reading = bool(found)
        if found:
            self.first = f"entry.{found.id}"

    @property
    def page(self) -> Entry:
        """The page that is open."""
        return entries()[self.trail[self.at]]

    def show(self, term: str) -> None:
        """Open a page, from a link; what was ahead on the trail is forgotten."""
        found = book().find(term)
        if found is not None and found.id != self.page.id:
            self.trail = [*self.trail[: self.at + 1], found.id]
            self._go(self.at + 1)

    def build(self, app: App) -> Node:
        """Shelves above, the list on the left, the page on the right."""
        names = [(key, _(label), sign) for key, label, sign in SHELVES]
        shelves = tabs("shelf", _("Shelves"), names, self.shelf, self._choose_shelf, pad=(14, 2))
        lead, page = self._list(app), self._page(app)
        if app.room[0] < NARROW:
            body = page if self.reading else lead
            body.grow = 1
        else:
            lead.width, page.grow = em(21), 1
            body = row(lead, page, gap=14, align="stretch", grow=1)
        return column(self._top(app), shelves, column(body, pad=(18, 10, 18, 16), grow=1))

    def entered(self, app: App) -> None:
        """Bring the open page into view in its list."""
        app.set_focus(self.first)

    def back(self, app: App) -> None:
        """In a narrow window from the page to the list, else to where one was."""
        if app.room[0] < NARROW and self.reading and len(self.trail) == 1:
            self.reading = False
            app.touch()
        else:
            app.pop()

    def _top(self, app: App) -> Node:
        short = app.room[0] < NARROW
        return bar(
            plain_button("back", _("Back"), partial(self.back, app), kind="quiet",
                         sign="arrow-left"),
            heading(_("Codex")),
            spacer(),
            plain_button("list", _("List"), partial(setattr, self, "reading", False), kind="quiet",
                         sign="menu") if short and self.reading else None,
            icon_button("earlier", "chevron-left", _("Page before"), partial(self._go, self.at - 1),
                        disabled="" if self.at else _("This is the first page you opened.")),
            icon_button("later", "chevron-right", _("Page after"), partial(self._go, self.at + 1),
                        disabled="" if self.at + 1 < len(self.trail) else
                        _("This is the last page you opened.")),
        )  # fmt: skip

    # ---- the list ---------------------------------------------------------------------------

    def _list(self, app: App) -> Node:
        field = entry("search", _("Search the codex"), self.words, self._search,
                      app.cursor("search"), hint=_("Search"), longest=60, grow=1)  # fmt: skip
        clear = icon_button("clear", "x", _("Clear the search"), partial(self._search, ""))
        found = book().search(self.words) if self.words.strip() else book().on(self.shelf)
        title = _("Found") if self.words.strip() else self._shelf_label(self.shelf)
        lines = list(self._lines(found))
        none = notice(_("Nothing is called that. Try a shorter word."), "search")
        head = row(icon("search", 20, "text2"), field, clear if self.words else None, gap=8)
        node = panel("entries", title, head,
                     listing("found", title, *lines) if lines else column(none, grow=1),
                     note=str(len(found)), pad=(10, 10))  # fmt: skip
        return node

    def _lines(self, found: list[Entry]) -> Iterator[Node]:
        part = ""
        for each in found:
            now = "" if self.words.strip() else self._part(each)
            if now and now != part:
                yield text(_(now), "meta", "accent", pad=(8, 10, 0, 2))
            part = now
            yield self._line(each)

    def _part(self, each: Entry) -> str:
        wanted = GROUPED.get(each.shelf)
        return next((value for label, value in each.facts if label == wanted), "")

    def _line(self, each: Entry) -> Node:
        title = book().title(each)
        inside = text(title, "label")
        if self.words.strip():  # a list of its own shelf needs no more than the title
            inside.grow = 1
            inside = row(inside, text(self._shelf_label(each.shelf), "meta", "text2"), gap=8)
        return card(f"entry.{each.id}", title, partial(self._open, each.id), inside,
                    selected=each.id == self.page.id, pad=(12, 6), justify="center")  # fmt: skip

    # ---- the page ---------------------------------------------------------------------------

    def _page(self, app: App) -> Node:
        page, say = self.page, book()
        parts = [
            *(prose(f"text.{i}", part, "lead" if page.shelf != "rule" else "body")
              for i, part in enumerate(say.text(page).split("\n")) if part.strip()),
            *self._facts(),
            *self._links("leads", _("Leads to"),
                         [each for each in say.leads_to(page) if each.shelf != "rule"]),
            *self._links("named", _("Named in"), say.named_in(page)),
            *self._sources(),
        ]  # fmt: skip
        law = list(self._law())
        wide = app.room[0] >= WIDE and bool(law)
        left = column(*parts, *(() if wide else [rule(), *law] if law else []), gap=12, grow=6,
                      max_width=em(44))  # fmt: skip
        inside = row(left, column(*law, gap=10, grow=5, max_width=em(40)), gap=32,
                     align="start") if wide else left  # fmt: skip
        return panel("page", say.title(page), scroll(f"page.{page.id}", inside, pad=(14, 6)),
                     sign=_sign(page.shelf), note=self._shelf_label(page.shelf), pad=6)  # fmt: skip

    def _facts(self) -> Iterator[Node]:
        facts = book().facts(self.page)
        if facts:
            yield rule()
        for number, (label, value) in enumerate(facts):
            yield row(text(label, "label", "text2", grow=2),
                      prose(f"fact.{number}", value, "label", grow=5), gap=14,
                      align="start")  # fmt: skip

    def _links(self, name: str, label: str, pages: list[Entry]) -> Iterator[Node]:
        if not pages:
            return
        shown = pages if self.all_named or name != "named" else pages[:MOST]
        words = ", ".join(f"[[{each.id}|{_whole(book().title(each))}]]" for each in shown)
        yield rule()
        yield column(heading(label, "label_strong", "text2"), prose(name, words, "label"), gap=4)
        if len(shown) < len(pages):
            more = _n("One more page", "{n} more pages", len(pages) - len(shown))
            button = plain_button("more", more, partial(setattr, self, "all_named", True),
                                  sign="chevron-down", kind="quiet")  # fmt: skip
            yield column(button, align="start")

    def _law(self) -> Iterator[Node]:
        """The articles that are its law, whole."""
        if self.page.articles:
            yield heading(_("What the rules say"), "label_strong", "text2")
        for number in self.page.articles:
            article = entries()[f"rule.{number}"]
            title = f"[[{article.id}|{_whole(book().title(article))}]]"
            lines = [part for part in book().text(article).split("\n") if part.strip()]
            yield plate(
                prose(f"law.{number}", title, "label_strong"),
                *(prose(f"law.{number}.{i}", part, "label", "text2") for i, part in
                  enumerate(lines)),
                ground="panel2", gap=5, pad=(14, 10),
            )  # fmt: skip

    def _sources(self) -> Iterator[Node]:
        if self.page.sources:
            yield rule()
            yield heading(_("Sources"), "label_strong", "text2")
        for each in self.page.sources:
            yield text(re.sub(r"https?://([^/\s]+)\S*", r"\1", each), "meta", "text2")

    # ---- what is done -----------------------------------------------------------------------

    def _choose_shelf(self, shelf: str) -> None:
        self.shelf, self.words, self.reading = shelf, "", False
        pages = book().on(shelf)
        if self.page.shelf != shelf:
            self._open(pages[0].id)
            self.reading = False

    def _open(self, page: str) -> None:
        if page != self.page.id:
            self.trail = [*self.trail[: self.at + 1], page]
            self.at += 1
        self.reading, self.all_named = True, False
        if self.words.strip() == "":
            self.shelf = self.page.shelf

    def _go(self, at: int) -> None:
        self.at, self.all_named, self.reading = at, False, True
        self.shelf = self.page.shelf

    def _search(self, words: str) -> None:
        self.words, self.reading = words, False

    def _shelf_label(self, shelf: str) -> str:
        return next(_(label) for key, label, _sign in SHELVES if key == shelf)

    def commands(self, app: App) -> dict[str, Do]:
        """The key of the codex goes to its search; so does the key of every search."""
        to_search = partial(app.set_focus, "search")
        return {"search": to_search, "codex": to_search}


def _sign(shelf: str) -> str:
    return next(sign for key, _label, sign in SHELVES if key == shelf)


def _whole(title: str) -> str:
    """A title within a link, which must not close it."""
    return title.replace("]", "").replace("|", "/")


def explain(term: str) -> str:
    """A page in a tooltip: its title and its text, with links to hold it and go deeper."""
    found = book().find(term)
    if found is None:
        return term
    opening = book().text(found).split("\n")[0]
    return f"**{book().title(found)}**\n{opening}"


def follow(app: App, term: str) -> None:
    """Go to the page of a term, in the codex that is open or in a new one."""
    if isinstance(app.screen, Codex) and not app.dialogs:
        app.screen.show(term)
        app.touch()
    else:
        app.push(Codex(term))


def install(app: App) -> None:
    """Give an app its codex: links are explained and followed, and C opens it anywhere."""
    app.hooks.explain = explain
    app.hooks.follow = partial(follow, app)
    app.hooks.open_codex = lambda app: app.push(Codex())
