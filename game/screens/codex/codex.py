"""The codex: what every word, deed, clause, norm, body and article of the game means."""

from __future__ import annotations

from functools import partial

from game.codex.book import book
from game.codex.entries import entries
from game.codex.entry import Entry
from game.language import _
from game.screens.codex.page import page_of
from game.screens.codex.shelves import SHELVES, lines, name_of
from game.ui.app import App
from game.ui.node import Do, Node, column, em, row, spacer
from game.ui.screen import Screen
from game.ui.widgets import (
    bar,
    button,
    entry,
    heading,
    icon,
    icon_button,
    listing,
    notice,
    panel,
    tabs,
)

NARROW = 820
"""Room in units of text below which the list and the page take turns."""


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
        lead = self._list(app)
        page = page_of(app, self.page, self.all_named, partial(setattr, self, "all_named", True))
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

    def commands(self, app: App) -> dict[str, Do]:
        """The key of the codex goes to its search; so does the key of every search."""
        to_search = partial(app.set_focus, "search")
        return {"search": to_search, "codex": to_search}

    def _top(self, app: App) -> Node:
        short = app.room[0] < NARROW
        return bar(
            button("back", _("Back"), partial(self.back, app), kind="quiet", sign="arrow-left"),
            heading(_("Codex")),
            spacer(),
            button("list", _("List"), partial(setattr, self, "reading", False), kind="quiet",
                   sign="menu") if short and self.reading else None,
            icon_button("earlier", "chevron-left", _("Page before"), partial(self._go, self.at - 1),
                        disabled="" if self.at else _("This is the first page you opened.")),
            icon_button("later", "chevron-right", _("Page after"), partial(self._go, self.at + 1),
                        disabled="" if self.at + 1 < len(self.trail) else
                        _("This is the last page you opened.")),
        )  # fmt: skip

    def _list(self, app: App) -> Node:
        field = entry("search", _("Search the codex"), self.words, self._search,
                      app.cursor("search"), hint=_("Search"), longest=60, grow=1)  # fmt: skip
        clear = icon_button("clear", "x", _("Clear the search"), partial(self._search, ""))
        found = book().search(self.words) if self._searched else book().on(self.shelf)
        title = _("Found") if self._searched else name_of(self.shelf)
        shown = list(lines(found, self.page, self._open, self._searched))
        none = notice(_("Nothing is called that. Try a shorter word."), "search")
        head = row(icon("search", 20, "text2"), field, clear if self.words else None, gap=8)
        body = listing("found", title, *shown) if shown else column(none, grow=1)
        return panel("entries", title, head, body, note=str(len(found)), pad=(10, 10))

    @property
    def _searched(self) -> bool:
        return bool(self.words.strip())

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
        if not self._searched:
            self.shelf = self.page.shelf

    def _go(self, at: int) -> None:
        self.at, self.all_named, self.reading = at, False, True
        self.shelf = self.page.shelf

    def _search(self, words: str) -> None:
        self.words, self.reading = words, False
