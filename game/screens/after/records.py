"""Records: any game that was kept, or any other file, opened to be replayed."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from game import record
from game.language import _
from game.match import Match
from game.record import RecordError
from game.screens.before.kept import names_of
from game.screens.parts.opening import open_record
from game.screens.parts.peers import NARROW
from game.screens.play import saves
from game.screens.play.saves import Saved
from game.ui.app import App
from game.ui.node import Node, column, row, spacer
from game.ui.screen import Screen
from game.ui.widgets import (
    bar,
    button,
    card,
    chip,
    entry,
    heading,
    icon,
    listing,
    notice,
    panel,
    text,
)


class Records(Screen):
    """Games to be gone through again."""

    name, first = "records", "back"

    def __init__(self) -> None:
        self.games: list[Saved] | None = None
        self.path = ""
        self.loading = ""
        self.fault = ""

    def entered(self, app: App) -> None:
        """Look into the folder of saved games."""
        app.work("records", saves.games, partial(setattr, self, "games"))

    def build(self, app: App) -> Node:
        """The games that were kept, and a line for any other file."""
        short = app.room[0] < NARROW
        top = bar(
            button("back", _("Back"), app.pop, kind="quiet", sign="arrow-left"),
            None if short else icon("history", 30, "accent"),
            heading(_("Replay")),
            spacer(),
        )
        shelf = panel("games", _("Games that were kept"), self._list(app), sign="save", grow=1)
        return column(top, column(shelf, self._other(app), gap=12, pad=14, grow=1))

    def _list(self, app: App) -> Node:
        if self.games is None or self.loading:
            words = _("Playing the record again") if self.loading else _("Looking into the folder")
            return row(notice(words, "hourglass", grow=1))
        if not self.games:
            return row(notice(_("Nothing is kept here yet."), "save", grow=1))
        cards = [self._card(app, number, each) for number, each in enumerate(self.games)]
        return listing("records", _("Games that were kept"), *cards)

    def _card(self, app: App, number: int, each: Saved) -> Node:
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(each.when))
        facts = " \u00b7 ".join(
            [_("Turn {n}").format(n=each.turn), ", ".join(names_of(each)), when]
        )
        state = None if each.fits else chip(_("other rules"), "warn", "lock")
        inside = row(column(text(each.title, "card"), text(facts, "label", "text2"), grow=1), state)
        why = "" if each.fits else _(
            "It was played by other rules than these. The version of the game that wrote it can "
            "replay it."
        )  # fmt: skip
        return card(f"record.{number}", f"{each.title}, {facts}",
                    partial(self.open, app, each.path), inside, disabled=why)  # fmt: skip

    def _other(self, app: App) -> Node:
        """Any file, by its name."""
        typed = entry(
            "record_path", _("Another record, by its path"), self.path,
            partial(setattr, self, "path"), app.cursor("record_path"),
            send=partial(self._open_typed, app), hint=_("Path of a record"), grow=1,
        )  # fmt: skip
        why = "" if self.path.strip() else _("Type the path of a file first.")
        go = button("open", _("Open"), partial(self._open_typed, app), sign="folder-open",
                    disabled=why)  # fmt: skip
        note = str(saves.folder()) if app.room[0] >= 1400 else ""
        fault = notice(self.fault, "triangle-alert", "warn") if self.fault else None
        return panel("other", _("Another file"), row(typed, go, gap=10), fault,
                     sign="folder-open", note=note)  # fmt: skip

    def _open_typed(self, app: App) -> None:
        if self.path.strip():
            self.open(app, Path(self.path.strip().strip("'\"")).expanduser())

    def open(self, app: App, path: Path) -> None:
        """Play a record again, off the interface thread, and show it."""
        self.loading, self.fault = str(path), ""
        app.work("record", partial(opened, path), partial(self._opened, app))

    def _opened(self, app: App, found: Match | str) -> None:
        self.loading = ""
        if isinstance(found, str):
            self.fault = found
        else:
            open_record(app, found)


def opened(path: Path) -> Match | str:
    """The game of a record, or in one sentence why there is none."""
    try:
        return record.load(path)
    except (RecordError, OSError, UnicodeDecodeError) as error:
        if isinstance(error, OSError):
            return _("{path}: it cannot be read ({why}).").format(path=path, why=error.strerror)
        return str(error)
