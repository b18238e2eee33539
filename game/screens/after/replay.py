"""Replay: a game turn by turn, through the fog of any seat, or as it truly was once it is over."""

from __future__ import annotations

from functools import partial

from game.language import _
from game.match import Match
from game.report.html.charts import Chart
from game.report.html.told import Game
from game.report.moments import moment, seats
from game.screens.after.past_map import PastMap
from game.screens.after.relations import Relations
from game.screens.after.report_parts import Reader
from game.screens.after.turn_news import as_it_was, as_seen, news_panel
from game.screens.parts.asking import ask
from game.screens.parts.opening import open_aftermath
from game.screens.parts.peers import NARROW
from game.screens.parts.tape import Tape
from game.screens.play.session import STANDARD, Session
from game.ui.app import App
from game.ui.node import Do, Node, column, em, row, spacer
from game.ui.screen import Screen
from game.ui.widgets import (
    bar,
    button,
    heading,
    icon,
    icon_button,
    panel,
    scroll,
    tabs,
    text,
)

SECONDS = 2.4
"""How long each turn is shown while it plays."""

TRUTH = -1
"""The seat of one who sees all; only of a game that is over."""

WIDE = 1300


class Replay(Screen):
    """A game that was played, to be gone through turn by turn."""

    name, first = "replay", "turn"

    def __init__(
        self, match: Match, nation: int | None = None, turn: int = 1, report: bool = False
    ) -> None:
        """nation: through whose fog; by default that of the first seat that may be looked from.

        report: whether a way leads to the after-action report.
        """
        self.report = report
        self.match, self.seats = match, seats(match)
        last = len(match.worlds) - 1
        self.tape = Tape("replay", last, SECONDS, min(max(turn, 0), last))
        self.seat = self.seats[0] if nation is None or nation not in self.seats else nation
        self._base = 0
        self.other = self._another()
        self.tab = "map"
        self.reader, self.ties = Reader(), Relations(match)
        self.game = Game(match) if match.over else None
        self.map: PastMap | None = None
        self._moments: dict[tuple[int, int], Session] = {}

    # ---- what is looked at -------------------------------------------------------------------

    @property
    def turn(self) -> int:
        """The turn that is shown; 0 is the beginning."""
        return self.tape.at

    @property
    def nation(self) -> int:
        """The nation one looks from; with the truth, the one whose relations are drawn."""
        return self._base if self.truth else self.seat

    @property
    def truth(self) -> bool:
        """Whether all is seen."""
        return self.seat == TRUTH

    def then(self) -> Session:
        """The game as it stood then."""
        key = (self.turn, self.nation)
        if key not in self._moments:
            self._moments[key] = Session(moment(self.match, *key), STANDARD, keep=False)
        return self._moments[key]

    def relations(self) -> Chart:
        """Trust between the two nations, turn by turn, as the seat could tell or as it was."""
        return self.ties.chart(self.nation, self.other, self.turn, self.truth)

    def _another(self) -> int:
        return next(n for n in range(self.match.board.nations) if n != self.nation)

    # ---- the screen --------------------------------------------------------------------------

    def entered(self, app: App) -> None:
        """The map is kept as long as the screen."""
        if self.map is None:
            self.map = PastMap(app, self.then(), lambda case: None)

    def left(self, app: App) -> None:
        """Nothing plays on unseen."""
        self.tape.playing = False

    def build(self, app: App) -> Node:
        """The map of the moment, its news, relations over time, and the turns below."""
        if app.room[0] >= WIDE:
            side = column(self._news(app, grow=11), self._relations(app, grow=9), gap=14,
                          width=em(31))  # fmt: skip
            body = row(self._map(app), side, gap=14, pad=14, grow=1, align="stretch")
        else:
            shown = {"map": self._map, "news": self._news, "ties": self._relations}[self.tab]
            options = [("map", _("Map"), "globe"), ("news", _("News"), "radio-tower"),
                       ("ties", _("Relations"), "heart-handshake")]  # fmt: skip
            part = shown(app)
            part.grow = 1
            views = tabs("view", _("View"), options, self.tab, partial(setattr, self, "tab"))
            body = column(views, part, gap=8, pad=8, grow=1)
        return column(self._top(app), body, self._foot(app))

    def commands(self, app: App) -> dict[str, Do]:
        """Turns by N and Shift+N, play and pause, tables, lenses."""
        tape = self.tape.commands(app)
        found: dict[str, Do] = {
            "next_decision": tape["next_tab"],
            "previous_decision": tape["previous_tab"],
            "play": tape["play"],
            "table": self.reader.turn_all,
            "trust": self.reader.turn_all,
        }
        if self.map is not None:
            found["lens"] = self.map.turn_lens
        return found | tape if app.room[0] >= WIDE else found

    def _top(self, app: App) -> Node:
        short = app.room[0] < NARROW
        said = _("Everything, as it was") if self.truth else self.match.setup.names[self.seat]
        plain = short or self.truth
        label = said if plain else _("Seen by: {who}").format(who=said)
        choose = button("seat", label, partial(self._ask_seat, app), sign="eye",
                        description=_("Through whose fog the game is seen"))  # fmt: skip
        return bar(
            button("back", _("Back"), app.pop, kind="quiet", sign="arrow-left"),
            None if short else icon("history", 30, "accent"),
            None if short else heading(_("Replay")),
            spacer() if short else text(self.match.scenario.title, "label", "text2", grow=1),
            self._to_report(app) if self.match.over and self.report else None,
            choose,
        )

    def _to_report(self, app: App) -> Node:
        """The way to the after-action report, for a record opened by itself."""
        go = partial(self._report, app)
        if app.room[0] < NARROW:
            return icon_button("report", "file-text", _("After-action report"), go)
        return button("report", _("After-action report"), go, sign="file-text")

    def _report(self, app: App) -> None:
        open_aftermath(app, Session(self.match, STANDARD, keep=False))

    # ---- whose eyes, and whose relations -----------------------------------------------------

    def _ask_seat(self, app: App) -> None:
        """Whose eyes to see it with."""
        names, humans = self.match.setup.names, self.match.humans()
        options = [(n, names[n], "user-check" if n in humans else "flag") for n in self.seats]
        if self.match.over:
            options.insert(0, (TRUTH, _("Everything, as it was"), "eye"))
        answers = [
            (n, said, row(icon(sign, 20, "accent"), text(said, "label_strong"), gap=10))
            for n, said, sign in options
        ]
        why = _("The truth, and what other nations saw, is shown when the game is over.")
        below = None if self.match.over else text(why, "label", "text2")
        title = _("Through whose eyes?")
        ask(app, "seat", title, _("Seats"), answers, self.seat, self._sit, below, sign="eye")

    def _sit(self, seat: int) -> None:
        self._base = self.nation if seat == TRUTH else seat
        self.seat = seat
        if self.other == self.nation:
            self.other = self._another()

    def _ask_other(self, app: App) -> None:
        names = self.match.setup.names  # those of groups follow those of nations
        answers = [
            (n, names[n], text(names[n], "label_strong"))
            for n in range(self.match.board.nations)
            if n != self.nation
        ]
        title = _("Relations with whom?")
        ask(app, "other", title, _("Nations"), answers, self.other, self._choose, sign="users")

    def _choose(self, nation: int) -> None:
        self.other = nation
        if self.map is not None:
            self.map.nation = ""

    # ---- panels ------------------------------------------------------------------------------

    def _map(self, app: App) -> Node:
        assert self.map is not None
        self.map.session = self.then()
        self.map.turn, self.map.game = self.turn, self.game if self.truth else None
        chosen = self.map.nation
        if chosen and self.match.setup.nations.index(chosen) != self.nation:
            self.other = self.match.setup.nations.index(chosen)
        made = self.map.node(app, None)
        made.grow = 1
        return made

    def _news(self, app: App, grow: float = 1) -> Node:
        if self.truth:
            assert self.game is not None
            news, whose = as_it_was(self.game, self.turn), _("all that happened")
        else:
            news = as_seen(self.match, self.seat, self.turn)
            whose = _("what {who} saw").format(who=self.match.setup.names[self.seat])
        return news_panel(news, self.turn, whose, grow)

    def _relations(self, app: App, grow: float = 1) -> Node:
        names = self.match.setup.names
        room = app.room[0] / (2.4 if app.room[0] >= WIDE else 1)
        chart = self.relations()
        made = self.reader.chart(chart, room)
        if self.reader.is_table(chart) or app.room[0] < WIDE:
            made = scroll("ties.window", made)
        which = button("other", names[self.other], partial(self._ask_other, app), sign="users",
                       description=_("Whose relations are drawn"), pad=(10, 6))  # fmt: skip
        title = _("{who} and").format(who=names[self.nation])
        return panel("ties", title, made, sign="heart-handshake",
                     actions=(which, self.reader.switch(chart)), grow=grow)  # fmt: skip

    def _foot(self, app: App) -> Node:
        tape, short = self.tape, app.room[0] < NARROW
        shown = _("Turn {n} of {most}").format(n=tape.at, most=tape.last)
        ends = _("It is the beginning."), _("It is the last turn.")
        before, after = tape.closed(ends)
        start = icon_button("start", "skip-back", _("To the beginning"), partial(tape.show, 0),
                            disabled=before)  # fmt: skip
        finish = icon_button("finish", "skip-forward", _("To the end"),
                             partial(tape.show, tape.last), disabled=after)  # fmt: skip
        return bar(
            None if short else start,
            *tape.keys(app, _("A turn back"), _("A turn further"), ends),
            None if short else finish,
            tape.scrub("turn", _("Turn"), shown),
            text(shown, "label_strong"),
            gap=10,
        )
