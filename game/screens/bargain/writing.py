"""Writing at the table: the kinds of draft, the text itself, and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from game.language import _
from game.screens.bargain import clauses, powers
from game.screens.bargain.draft import Draft
from game.screens.bargain.estimate import helps, pass_bar
from game.screens.bargain.messages import Letter
from game.screens.bargain.staff import Staff
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Node
from game.ui.widgets import (
    button,
    notice,
    panel,
    scroll,
    tabs,
)

LOW = 600
"""Height below which the estimate scrolls with the text."""


class Table(Protocol):
    """What is written at, and by what: the table as its texts need it."""

    session: Session
    draft: Draft
    letter: Letter
    staff: Staff
    mode: str  # treaty, body or message

    @property
    def speaks(self) -> bool:
        """Whether messages can be written: in the talks, not in the answers."""

    def sending(self, app: App, parts: Sequence[Node] = ()) -> Node:
        """What may be done with the text, and the button that sends all there is."""


def writing(page: Table, app: App, grow: float) -> Node:
    """The panel in which one writes a treaty, a motion or a message."""
    modes = [("treaty", _("Treaty"), "file-text"), ("body", _("Organisation"), "landmark"),
             *([("message", _("Message"), "mail")] if page.speaks else [])]  # fmt: skip
    choose = tabs("mode", _("What to draft"), modes, page.mode, partial(_mode, page))
    counter = None
    if page.draft.answers is not None:
        counter = notice(_("Your version: it refuses the offer and puts this in its place."),
                         "pencil", "warn")  # fmt: skip
    pages: dict[str, Callable[[App], list[Node]]] = {
        "treaty": partial(_treaty, page),
        "body": partial(_body, page),
        "message": page.letter.build,
    }
    writes = page.mode != "message"
    lines, foot = pages[page.mode](app), _passing(page) if writes else None
    if foot is not None and app.room[1] < LOW:
        lines, foot = [*lines, foot], None
    inside = scroll(f"text.{page.mode}", *lines, gap=10)
    title = _("Message") if page.mode == "message" else _("Draft text")
    ends = page.sending(app, _tabling(page) if writes else [page.letter.adding()])
    return panel(
        "draft", title, counter, choose, inside, foot, ends, sign="file-text", grow=grow
    )  # fmt: skip


def _mode(page: Table, mode: str) -> None:
    if mode == "treaty" and page.draft.text.organisation is not None:
        page.draft.body(None)
    page.mode = mode


def _treaty(page: Table, app: App) -> list[Node]:
    ready = clauses.ready_row(page.draft)
    about = powers.subjects(page.session, page.draft)
    better = helps(page.draft, page.staff.moves)
    groups = clauses.groups(page.session, page.draft, page.staff.moves)
    return [each for each in (ready, better, *about, *groups) if each is not None]


def _body(page: Table, app: App) -> list[Node]:
    return [*powers.organisations(page.session, page.draft),
            *powers.subjects(page.session, page.draft)]  # fmt: skip


def _passing(page: Table) -> Node:
    staff = page.staff
    return pass_bar(page.session, page.draft, staff.estimate, staff.asked, staff.ask)


def _tabling(page: Table) -> list[Node]:
    """To put the text among what is to be sent, or to begin anew."""
    draft, fault = page.draft, page.draft.fault
    label = _("Put it back") if draft.place is not None else _("Table it")
    label = _("Table your version") if draft.answers is not None else label
    empty = "" if draft.begun else _("There is nothing to clear.")
    table = button("table_it", label, draft.table, kind="primary", sign="file-text",
                   disabled=_sentence(fault))  # fmt: skip
    out = button("clear", _("Clear"), draft.clear, sign="trash-2", disabled=empty)
    return [table, out]


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""
