"""After the game: what was true, what was believed of it, what moved it, and what might have been.

Hidden truth is told only here, and only of a game that is over.
"""

from __future__ import annotations

import contextlib
from functools import partial

from game.language import _, _n, current
from game.screens.after.findings import PARTS, Findings
from game.screens.after.overview import overview
from game.screens.after.report_parts import Reader, section_node
from game.screens.after.true_cases import TrueCases
from game.screens.after.writing import Writing
from game.screens.parts.opening import open_calibration, open_forking, open_replay
from game.screens.parts.peers import NARROW
from game.screens.play import learnt
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Do, Node, column, row, spacer
from game.ui.screen import Screen
from game.ui.widgets import (
    bar,
    button,
    card,
    dialog,
    heading,
    icon,
    icon_button,
    listing,
    notice,
    segmented,
    tabs,
    text,
)

TABS = 1560
"""Units of text from which all parts stand as tabs in one line."""


class Aftermath(Screen):
    """The report of a game that is over, in parts. Raises ValueError for one that is not."""

    name, first = "aftermath", "parts.overview"

    def __init__(self, session: Session, part: str = "overview") -> None:
        if not session.over:
            raise ValueError("the game is not over, and a report tells the truth")
        self.session, self.part = session, part
        self.found = Findings(session.match, session.nation)
        self.reader = Reader()
        self.cases = TrueCases(self.reader)
        self.writing = Writing(session)

    def entered(self, app: App) -> None:
        """Find out what is not known yet, in another language all anew; keep what was judged."""
        if self.found.language != current():
            self.found = Findings(self.session.match, self.found.nation)
        if not self.found.whole:
            app.work("aftermath", self.found.work, lambda step: None)
        if self.session.path is not None and "kept" not in self.found.done_aside:
            self.found.done_aside.add("kept")
            app.work("learnt", self._learn, lambda done: None)

    def _learn(self) -> None:
        """Into the notebook, unless it is there; a full disk is told of where games are saved."""
        with contextlib.suppress(OSError):
            learnt.remember(self.session.match, self.session.level)

    def left(self, app: App) -> None:
        """What is not found out by now is not wanted any more."""
        app.worker.cancel("aftermath")

    def commands(self, app: App) -> dict[str, Do]:
        """T shows every chart as a table, and back."""
        return {"table": self.reader.turn_all, "trust": self.reader.turn_all}

    def build(self, app: App) -> Node:
        """The bar, the parts, and the part that is open."""
        return column(self._top(app), self._parts(app), self._body(app))

    # ---- above -------------------------------------------------------------------------------

    def _top(self, app: App) -> Node:
        match, short = self.session.match, app.room[0] < NARROW
        said = _n("{scenario}: {n} turn played", "{scenario}: {n} turns played", match.turn)
        note = said.format(scenario=match.scenario.title)
        tight = app.room[0] < 1400
        return bar(
            button("back", _("Back"), app.pop, kind="quiet", sign="arrow-left"),
            None if short else icon("file-text", 30, "accent"),
            None if short else heading(_("After-action report")),
            spacer() if tight else text(note, "label", "text2", grow=1),
            self._tool(app, "twins", "table-2", _("View as table"), self.reader.turn_all,
                       hint=app.keymap.first("trust"), selected=self.reader.tables),
            self._tool(app, "replay", "history", _("Replay"), partial(self.replay, app)),
            self._tool(app, "fork", "git-fork", _("Fork"), partial(self._fork, app)),
            self._tool(app, "judged", "target", _("All my games"), partial(open_calibration, app)),
            self._tool(app, "write", "save", _("Write the report"),
                       partial(self.writing.begin, app),
                       disabled=_("It is being written") if self.writing.on else ""),
        )  # fmt: skip

    def _tool(
        self, app: App, name: str, sign: str, label: str, do: Do, *, hint: str = "",
        selected: bool | None = None, disabled: str = "",
    ) -> Node:  # fmt: skip
        """A button of the bar; only its sign where there is little room."""
        if app.room[0] < 1400:
            return icon_button(name, sign, label, do, selected=selected, disabled=disabled)
        return button(name, label, do, sign=sign, hint=hint, selected=selected, disabled=disabled,
                      pad=(12, 6))  # fmt: skip

    def _parts(self, app: App) -> Node:
        if app.room[0] >= TABS:
            options = [(key, _(label)) for key, (label, _sign) in PARTS.items()]
            made = tabs("parts", _("Parts of the report"), options, self.part, self.open)
            return row(made, *self._seats(), pad=(10, 2))
        keys = list(PARTS)
        at = keys.index(self.part)
        label, sign = PARTS[self.part]
        said = _("{part} ({n} of {most})").format(part=_(label), n=at + 1, most=len(keys))
        back, forth = (partial(self.open, keys[(at + by) % len(keys)]) for by in (-1, 1))
        made = row(
            icon_button("part.previous", "chevron-left", _("Previous part"), back,
                        command="previous_tab"),
            button("parts.overview", said, partial(self._choose, app), sign=sign,
                   tail="chevron-down", grow=1),
            icon_button("part.next", "chevron-right", _("Next part"), forth, command="next_tab"),
            gap=8, pad=(10, 6),
        )  # fmt: skip
        return column(made, *(row(seat, pad=(10, 0)) for seat in self._seats()))

    def _seats(self) -> list[Node]:
        """Where several people sit at one window, whose report it is."""
        if len(self.session.seats) < 2:
            return []
        names, ids = self.session.match.setup.names, self.session.match.setup.nations
        options = [(ids[n], names[n]) for n in self.session.seats]
        return [segmented("seat", _("Whose report"), options, ids[self.found.nation], self._sit)]

    def _sit(self, nation: str) -> None:
        """The report of another seat; what does not depend on the seat is kept."""
        number = self.session.match.setup.nations.index(nation)
        self.found = self.found.of(number)

    def _choose(self, app: App) -> None:
        """The list of parts, where they have no room as tabs."""

        def made(app: App) -> Node:
            cards = [
                card(f"choose.{key}", _(label), partial(self._chosen, app, key),
                     row(icon(sign, 20, "accent"), text(_(label), "label_strong"), gap=10),
                     selected=key == self.part)
                for key, (label, sign) in PARTS.items()
            ]  # fmt: skip
            return dialog("parts.list", _("Parts of the report"),
                          listing("choose", _("Parts of the report"), *cards),
                          buttons=(), close=app.close, sign="layers")  # fmt: skip

        app.open(made, first=f"choose.{self.part}")

    def _chosen(self, app: App, part: str) -> None:
        app.close()
        self.open(part)

    def open(self, part: str) -> None:
        """Turn to a part."""
        self.part = part

    # ---- the part that is open -----------------------------------------------------------------

    def _body(self, app: App) -> Node:
        found, room = self.found, app.room[0] - 60
        if self.part == "overview":
            return overview(app, found, self.reader, partial(self.replay, app), self._open_case)
        section = found.sections.get(self.part)
        if section is None:
            words = _("Other futures are being played, to see what would have come of it.")
            return column(row(notice(words, "hourglass", grow=1), pad=20), spacer(), grow=1)
        if self.part == "cases":
            return self.cases.node(app, found)
        return section_node(self.reader, app, section, room)

    def _open_case(self, case: str) -> None:
        """A case in full, on the part that tells the truth."""
        self.part, self.cases.case = "cases", case

    # ---- ways on -------------------------------------------------------------------------------

    def replay(self, app: App, turn: int = 1) -> None:
        """The game turn by turn, from a turn on."""
        app.worker.cancel("aftermath")
        open_replay(app, self.session.match, self.found.nation, turn)

    def _fork(self, app: App) -> None:
        app.worker.cancel("aftermath")
        open_forking(app, self.session.match, self.found.nation)
