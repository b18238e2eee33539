"""Replay: a game turn by turn, through the fog of any seat, or as it truly was once it is over."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.language import _
from game.match import Match
from game.report.html.charts import Axis, Band, Chart, Head, Mark, Series, lines
from game.report.html.told import Game
from game.report.moments import Between, between, moment, seats, true_cases
from game.report.news import Story, turn_report
from game.screens.after.report_parts import Reader
from game.screens.parts.opening import open_aftermath
from game.screens.parts.peers import NARROW
from game.screens.parts.story_signs import sign_of_story
from game.screens.play.cases import bars
from game.screens.play.session import STANDARD, Session
from game.screens.turn.world_map import WorldMap
from game.ui.app import App
from game.ui.map.scene import Arc, Case, Scene, Status, Tie
from game.ui.node import Do, Node, column, em, row, spacer
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
    panel,
    scroll,
    slider,
    tabs,
    text,
)

SECONDS = 2.4
"""How long each turn is shown while it plays."""

TRUTH = -1
"""The seat of one who sees all; only of a game that is over."""

WIDE = 1300


class Past(WorldMap):
    """The map of a moment; of a game that is over, with the truth on it if it is asked for."""

    game: Game | None = None
    turn = 0

    def scene(self, app: App, chosen: object) -> Scene:
        """What the map shows: as it was seen, or as it was."""
        seen = super().scene(app, None)
        return seen if self.game is None else self._true(seen, self.game)

    def _true(self, seen: Scene, game: Game) -> Scene:
        ids = game.match.setup.nations
        cases, arcs = [], []
        for each in true_cases(game, self.turn):
            status = Status.NEW if each.began == self.turn else Status.OPEN
            status = status if each.open or status is Status.NEW else Status.CLOSED
            cases.append(Case(each.id, ids[each.victim], bars(each.severity), status))
            if status is not Status.CLOSED:
                arcs += [Arc(ids[n], ids[each.victim], Tie.HOSTILE) for n in each.guilty
                         if n != each.victim]  # fmt: skip
        return replace(seen, cases=tuple(cases), arcs=tuple(dict.fromkeys(arcs)), own=None)


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
        self.last = len(match.worlds) - 1
        self.seat = self.seats[0] if nation is None or nation not in self.seats else nation
        self.turn = min(max(turn, 0), self.last)
        self.other = next(n for n in range(match.board.nations) if n != self.nation)
        self.tab, self.playing = "map", False
        self.reader = Reader()
        self.game = Game(match) if match.over else None
        self.map: Past | None = None
        self._app: App | None = None
        self._moments: dict[tuple[int, int], Session] = {}
        self._ties: dict[tuple[int, int, int, bool], Between] = {}

    # ---- what is looked at -------------------------------------------------------------------

    @property
    def nation(self) -> int:
        """The nation one looks from; with the truth, the one whose relations are drawn."""
        return self.seat if self.seat != TRUTH else self._base

    @property
    def truth(self) -> bool:
        """Whether all is seen."""
        return self.seat == TRUTH

    _base = 0

    def then(self) -> Session:
        """The game as it stood then."""
        key = (self.turn, self.nation)
        if key not in self._moments:
            made = moment(self.match, *key)
            self._moments[key] = Session(made, STANDARD, keep=False)
        return self._moments[key]

    def news(self) -> list[tuple[Story, str]]:
        """What happened in the turn: what the seat saw; with the truth all, and who saw it."""
        if not self.turn:
            return []
        if not self.truth:
            return [(each, "") for each in turn_report(self.match, self.seat, self.turn)]
        assert self.game is not None
        found = []
        for told in self.game.chronicle[self.turn - 1]:
            everybody = len(told.seen) == len(self.game.nations)
            who = "" if everybody else _("Seen by {names}.").format(
                names=self.game.listed(told.seen))  # fmt: skip
            found.append((Story(told.kind, told.text, told.why, told.weight), who))
        return found

    # ---- the screen --------------------------------------------------------------------------

    def entered(self, app: App) -> None:
        """The map is kept as long as the screen."""
        self._app = app
        if self.map is None:
            self.map = Past(app, self.then(), lambda case: None)

    def left(self, app: App) -> None:
        """Nothing plays on unseen."""
        self.playing = False

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
        found: dict[str, Do] = {
            "next_decision": lambda: self.show(self.turn + 1),
            "previous_decision": lambda: self.show(self.turn - 1),
            "play": partial(self.play, app),
            "table": self.reader.turn_all,
            "trust": self.reader.turn_all,
        }
        if self.map is not None:
            found["lens"] = self.map.turn_lens
        if app.room[0] >= WIDE:
            found |= {"next_tab": found["next_decision"],
                      "previous_tab": found["previous_decision"]}  # fmt: skip
        return found

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

    def _ask_seat(self, app: App) -> None:
        """Whose eyes to see it with."""
        names = self.match.setup.names
        options = [(n, names[n], "user-check" if n in self.match.humans() else "flag")
                   for n in self.seats]  # fmt: skip
        if self.match.over:
            options.insert(0, (TRUTH, _("Everything, as it was"), "eye"))

        def made(app: App) -> Node:
            cards = [
                card(f"seat.{n}", name, partial(self._sit, app, n),
                     row(icon(sign, 20, "accent"), text(name, "label_strong"), gap=10),
                     selected=n == self.seat)
                for n, name, sign in options
            ]  # fmt: skip
            why = None if self.match.over else text(
                _("The truth, and what other nations saw, is shown when the game is over."),
                "label", "text2")  # fmt: skip
            return dialog("seats", _("Through whose eyes?"),
                          listing("seats.list", _("Seats"), *cards, scroll=False), why,
                          buttons=(), close=app.close, sign="eye")  # fmt: skip

        app.open(made, first=f"seat.{self.seat}")

    def _sit(self, app: App, seat: int) -> None:
        app.close()
        self._base = self.nation if seat == TRUTH else seat
        self.seat = seat
        if self.other == self.nation:
            self.other = next(n for n in range(self.match.board.nations) if n != self.nation)

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
        lines = [self._line(story, who) for story, who in self.news()]
        if not self.turn:
            quiet = _("This is how it began: nothing has happened yet.")
        else:
            quiet = _("Nothing of this turn was seen from this seat.")
        title = _("Turn {n}").format(n=self.turn) if self.turn else _("The beginning")
        body = scroll(f"news.{self.turn}", *(lines or [text(quiet, "label", "text2")]), gap=9)
        note = _("all that happened") if self.truth else _("what {who} saw").format(
            who=self.match.setup.names[self.nation])  # fmt: skip
        return panel("news", title, body, sign="radio-tower", note=note, grow=grow)

    def _line(self, story: Story, who: str) -> Node:
        sign, shade = sign_of_story(story.kind)
        why = [text(words, "meta", "text2") for words in (*story.why, who) if words]
        told = column(text(story.text, "label"), *why, grow=1, gap=1)
        return row(icon(sign, 18, shade), told, gap=9, align="start")

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

    def _ask_other(self, app: App) -> None:
        names = self.match.setup.names

        def made(app: App) -> Node:
            cards = [
                card(f"other.{n}", name, partial(self._choose_other, app, n),
                     text(name, "label_strong"), selected=n == self.other)
                for n, name in enumerate(names) if n != self.nation
            ]  # fmt: skip
            return dialog("others", _("Relations with whom?"),
                          listing("others.list", _("Nations"), *cards, scroll=False), buttons=(),
                          close=app.close, sign="users")  # fmt: skip

        app.open(made, first=f"other.{self.other}")

    def _choose_other(self, app: App, nation: int) -> None:
        app.close()
        self.other = nation
        if self.map is not None:
            self.map.nation = ""

    def relations(self) -> Chart:
        """Trust between the two nations, turn by turn, as the seat could tell or as it was."""
        one, two, names = self.nation, self.other, self.match.setup.names
        turns = range(self.last + 1)
        found = [self._between(turn, one, two) for turn in turns]
        trusts = _("{who} trusts {whom}")
        ours = tuple(round(each.ours, 1) for each in found)
        theirs = tuple(round(each.theirs.middle, 1) for each in found)
        series = [
            Series(trusts.format(who=names[one], whom=names[two]), ours),
            Series(trusts.format(who=names[two], whom=names[one]), theirs, "dashed", 1, 2),
        ]
        bands = []
        if not self.truth:
            low = tuple(round(each.theirs.low, 1) for each in found)
            high = tuple(round(each.theirs.high, 1) for each in found)
            bands = [Band(_("how {who} may trust").format(who=names[two]), low, high)]
        head = Head(
            f"ties_{one}_{two}_{self.seat}", _("Trust over the turns"),
            _("How far the two nations trusted each other at the start and after each turn."),
        )  # fmt: skip
        here = Mark(self.turn, str(self.turn), _("the turn that is shown"))
        return lines(head, turns, series, Axis(0, 100), bands=bands, marks=[here])

    def _between(self, turn: int, one: int, two: int) -> Between:
        key = (turn, one, two, self.truth)
        if key not in self._ties:
            self._ties[key] = between(self.match, turn, one, two, self.truth)
        return self._ties[key]

    # ---- turns -------------------------------------------------------------------------------

    def _foot(self, app: App) -> Node:
        at, last = self.turn, self.last
        shown = _("Turn {n} of {most}").format(n=at, most=last)
        sign, word = ("pause", _("Pause")) if self.playing else ("play", _("Play"))
        first, final = _("It is the beginning."), _("It is the last turn.")
        short = app.room[0] < NARROW
        return bar(
            None if short else icon_button("start", "skip-back", _("To the beginning"),
                        partial(self.show, 0), disabled="" if at else first),
            icon_button("step_back", "step-back", _("A turn back"), partial(self.show, at - 1),
                        disabled="" if at else first),
            icon_button("play", sign, word, partial(self.play, app)),
            icon_button("step_on", "step-forward", _("A turn further"),
                        partial(self.show, at + 1), disabled="" if at < last else final),
            None if short else icon_button("finish", "skip-forward", _("To the end"),
                        partial(self.show, last), disabled="" if at < last else final),
            slider("turn", _("Turn"), at, lambda to: self.show(round(to)), low=0, high=last,
                   step=1, shown=shown, grow=1),
            text(shown, "label_strong"),
            gap=10,
        )  # fmt: skip

    def show(self, turn: int) -> None:
        """Show a turn; it does not play on by itself then."""
        self.playing = False
        self._turn_to(turn)

    def _turn_to(self, turn: int) -> None:
        self.turn = min(max(turn, 0), self.last)

    def play(self, app: App) -> None:
        """Play on turn by turn, or stop."""
        self.playing = not self.playing
        if self.playing and self.turn >= self.last:
            self._turn_to(0)
        self._later(app)

    def _later(self, app: App) -> None:
        if self.playing:
            app.later(SECONDS, self._step, "replay")

    def _step(self) -> None:
        if not self.playing or self._app is None:
            return
        self._turn_to(self.turn + 1)
        self.playing = self.turn < self.last
        self._later(self._app)
