"""Institutions: organisations and their powers, norms, contested law, treaties in force."""

from __future__ import annotations

from functools import partial

from game.language import _
from game.screens.commons import bodies, law, norms, treaties
from game.screens.parts.peers import WIDE
from game.screens.parts.strip import top
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Node, column, row
from game.ui.screen import Screen
from game.ui.widgets import (
    card,
    listing,
    panel,
    scroll,
    tabs,
)


class Institutions(Screen):
    """What nations share: a list on the left, the chosen thing in full on the right."""

    name = "institutions"

    def __init__(self, session: Session, tab: str = "bodies", chosen: int = 0) -> None:
        self.session, self.tab = session, tab
        self.chosen = {"bodies": 0, "norms": 0, "law": 0, "treaties": 0, tab: chosen}
        self.first = f"tab.{tab}"

    def build(self, app: App) -> Node:
        """Tabs; under them a list and one thing of it."""
        note = _("organisations, norms, law, treaties")
        head = top(self.session, app, _("Institutions"), note, sign="landmark")
        options = [
            ("bodies", _("Organisations"), "landmark"),
            ("norms", _("Norms"), "users"),
            ("law", _("Law"), "scale"),
            ("treaties", _("Treaties"), "handshake"),
        ]
        pages = {
            "bodies": bodies.page,
            "norms": norms.page,
            "law": law.page,
            "treaties": treaties.page,
        }
        views = tabs("tab", _("Kinds"), options, self.tab, partial(setattr, self, "tab"))
        items, page, title = pages[self.tab](self.session, app, self.chosen[self.tab], self._item)
        kind = next(label for key, label, _sign in options if key == self.tab)
        return column(head, column(views, _split(app, self.tab, kind, items, page, title), gap=10,
                                   pad=14, grow=1))  # fmt: skip

    def _choose(self, number: int) -> None:
        self.chosen[self.tab] = number

    def _item(self, number: int, label: str, *lines: Node | None) -> Node:
        on = number == self.chosen[self.tab]
        name = f"{self.tab}.{number}"
        return card(name, label, partial(self._choose, number), *lines, selected=on)


def _split(app: App, tab: str, kind: str, items: list[Node], page: list[Node], title: str) -> Node:
    """A list on the left and one thing on the right; in little room one above the other."""
    shown = panel("shown", title or kind, scroll(f"page.{tab}", *page, gap=16), sign="eye", grow=7)
    if not items:
        return shown
    wide = app.room[0] >= WIDE
    found = listing(f"list.{tab}", kind, *items)
    kinds = panel("list", kind, found, sign="list-ordered", note=str(len(items)), grow=4)
    if wide:
        return row(kinds, shown, gap=14, grow=1, align="stretch")
    narrow = listing(f"list.{tab}", kind, *items, scroll=False, grow=0)
    both = scroll("both", narrow, panel("shown", title or kind, *page, sign="eye", gap=16), gap=12)
    return both
