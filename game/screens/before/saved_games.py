"""Saved games: each with its picture, seat and turn; to go on with, to keep or to delete."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from game.language import _, _n
from game.screens.before import thumbnail
from game.screens.before.kept import Line, names_of, picture_of, read
from game.screens.before.pictures import whole
from game.screens.parts.levels import LEVELS
from game.screens.play import desks, saves
from game.screens.play.resuming import tried
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Do, Node, column, em, grid, row, spacer, wrap
from game.ui.screen import Screen
from game.ui.widgets import (
    bar,
    button,
    card,
    chip,
    dialog,
    heading,
    notice,
    panel,
    scroll,
    tabs,
    text,
)

Resume = Callable[[App, Session], object]


class SavedGames(Screen):
    """Every game that was kept."""

    name = "saves"
    first = "back"

    def __init__(self, resume: Resume) -> None:
        self.resume, self.tab, self.chosen, self.again = resume, "games", 0, False
        self.lines: dict[str, list[Line]] | None = None
        self.loading = False

    def entered(self, app: App) -> None:
        """Look into the folder."""
        app.work("saves", read, partial(self._read, app))

    def _read(self, app: App, lines: dict[str, list[Line]]) -> None:
        first = self.lines is None
        self.lines = lines
        self.chosen = min(self.chosen, max(0, len(self._shown) - 1))
        if first and self._shown:
            app.looks.focus = "game.0"

    @property
    def _shown(self) -> list[Line]:
        return (self.lines or {}).get(self.tab, [])

    @property
    def line(self) -> Line | None:
        """The file that is chosen."""
        return self._shown[self.chosen] if self.chosen < len(self._shown) else None

    def build(self, app: App) -> Node:
        """The pictures, and below them what can be done with the chosen one."""
        short = app.room[0] < 700
        top = bar(
            button("back", _("Back"), app.pop, kind="quiet", sign="arrow-left"),
            None if short else heading(_("Saved games")),
        )
        names = [("games", _("Games"), "save"), ("turns", _("Beginnings of turns"), "history")]
        choice = tabs("tab", _("Kind of save"), names, self.tab, self._turn_to)
        label, count = next(name[1] for name in names if name[0] == self.tab), len(self._shown)
        shelf = panel("shelf", label, self._cards(app), sign="save", pad=6, grow=1,
                      note=_n("One file", "{n} files", count))  # fmt: skip
        return column(top, column(choice, shelf, self._foot(app), gap=10, pad=(18, 8, 18, 14),
                                  grow=1))  # fmt: skip

    def _turn_to(self, tab: str) -> None:
        self.tab, self.chosen = tab, 0

    def _cards(self, app: App) -> Node:
        if self.lines is None or self.loading:
            words = _("Going on with the game") if self.loading else _("Looking into the folder")
            return row(notice(words, "hourglass"), pad=20)
        if not self._shown:
            none = _("Nothing is kept here yet: every game you begin is saved at each step.")
            return row(notice(none, "save", grow=1), pad=20)
        made = [self._card(app, number, line) for number, line in enumerate(self._shown)]
        cards = grid(*made, cell=em(24), gap=12)
        cards.arrows, cards.role, cards.label = True, "list", _("Saved games")
        for number, node in enumerate(made, 1):
            node.position = (number, len(made))
        return scroll("games", cards, pad=(8, 8, 16, 8))

    def _card(self, app: App, number: int, line: Line) -> Node:
        saved = line.saved
        title = saved.title if saved else line.path.name
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(line.age[0]))
        facts = " \u00b7 ".join(self._facts(saved)) if saved else _("damaged")
        state = None
        if saved is None:
            state = chip(_("damaged"), "bad", "triangle-alert")
        elif not saved.fits:
            state = chip(_("other rules"), "warn", "lock")
        elif saved.over:
            state = chip(_("over"), "text2", "flag")
        shown = whole(picture_of(line), (str(line.path), line.age[0]), em(5.4), "")
        shown.width, shown.role = em(9.6), "none"
        words = column(text(title, "card"), text(facts, "label", "text2"),
                       text(when, "meta", "text2"), row(state) if state else None, gap=2,
                       grow=1)  # fmt: skip
        node = card(
            f"game.{number}",
            f"{title}, {facts}, {when}",
            partial(self._press, app, number),
            row(shown, words, gap=14, align="start"),
            selected=number == self.chosen,
        )
        node.description = line.why_not
        return node

    def _facts(self, saved: saves.Saved) -> list[str]:
        return [
            _("Turn {n}").format(n=saved.turn), ", ".join(names_of(saved)),
            _(LEVELS.get(saved.level, saved.level)),
        ]  # fmt: skip

    def _foot(self, app: App) -> Node:
        line = self.line
        why = _("No file is chosen.") if line is None else line.why_not
        words = why if line is not None and why else ""
        over = line is not None and line.saved is not None and line.saved.over
        return wrap(
            text(words, "label", "warn", grow=1, min_width=em(16)) if words else spacer(),
            button("delete", _("Delete"), partial(self._ask, app), sign="trash-2", kind="quiet",
                   command="remove", disabled="" if line else _("No file is chosen.")),
            button("go_on", _("Debrief") if over else _("Go on with it"),
                   partial(self._load, app), sign="play", kind="primary", disabled=why),
            gap=12,
        )  # fmt: skip

    # ---- what is done -----------------------------------------------------------------------

    def _press(self, app: App, number: int) -> None:
        """Choose a game; a second press goes on with it."""
        if number == self.chosen and app.looks.focus == f"game.{number}" and self.again:
            self._load(app)
        self.chosen, self.again = number, True

    def _load(self, app: App) -> None:
        line = self.line
        if line is None or line.saved is None or line.why_not:
            app.say(line.why_not if line else "", "triangle-alert", "warn")
            return
        self.loading = True
        app.work("load", partial(tried, line.saved), partial(self._loaded, app))

    def _loaded(self, app: App, found: Session | str) -> None:
        self.loading = False
        if isinstance(found, str):
            app.say(found, "triangle-alert", "warn")
        else:
            self.resume(app, found)

    def _ask(self, app: App) -> None:
        line = self.line
        if line is None:
            return
        name = line.saved.title if line.saved else line.path.name
        app.open(
            lambda app: dialog(
                "delete.sure", _("Delete this game?"),
                text(_("{game} cannot be brought back.").format(game=name)),
                text(line.path.name, "meta", "text2"),
                buttons=(button("delete.no", _("Keep it"), app.close),
                         button("delete.yes", _("Delete"), partial(self._delete, app, line),
                                kind="danger", sign="trash-2")),
                close=app.close, sign="trash-2",
            ),
            first="delete.no",
        )  # fmt: skip

    def _delete(self, app: App, line: Line) -> None:
        app.close()
        try:
            line.path.unlink()
        except OSError as error:
            app.say(_("It could not be deleted: {why}").format(why=error.strerror), "info", "warn")
            return
        thumbnail.remove(line.path)
        desks.remove(line.path)
        self.again = False
        self.entered(app)

    def commands(self, app: App) -> dict[str, Do]:
        """The key for loading goes on with the chosen one."""
        return {"load": partial(self._load, app)}
