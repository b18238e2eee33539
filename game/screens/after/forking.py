"""Fork and compare: one nation's orders of a turn changed, and what would have come of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from game.decisions import Order
from game.futures.fork import WORLDS
from game.futures.intervals import difference
from game.futures.outcomes import joined
from game.futures.variants import AS_IT_WENT, Way, variants
from game.language import _
from game.match import HUMAN, UNPLAYED, Match
from game.report.html.charts import Chart
from game.report.html.forking import Compared, Tried, compared
from game.report.html.otherwise import Change, Otherwise
from game.report.html.told import Game
from game.screens.after.report_parts import Reader
from game.screens.parts.opening import open_orders
from game.screens.parts.peers import NARROW
from game.screens.play.session import STANDARD, Session
from game.screens.turn.order_queue import queue
from game.ui.app import App
from game.ui.node import Do, Node, column, em, grid, row, spacer
from game.ui.screen import Screen
from game.ui.widgets import (
    bar,
    button,
    card,
    dialog,
    figure,
    heading,
    icon,
    icon_button,
    listing,
    meter,
    notice,
    panel,
    plate,
    scroll,
    slider,
    tabs,
    text,
    wrap,
)

STEP = 40
"""Futures of each side between two looks at them."""

WIDE = 1250


@dataclass(frozen=True)
class Result:
    """What the futures played so far say."""

    done: int
    told: Compared
    gain: tuple[float, float, float]  # of the nation's own score: low, middle, high


class Forking(Screen):
    """A turn gone back to. Only of a game that is over: its futures know the truth."""

    name, first = "forking", "turn"

    def __init__(self, match: Match, nation: int, turn: int = 1) -> None:
        """Raises ValueError for a game that is not over."""
        if not match.over:
            raise ValueError("the game is not over, and its futures would tell the truth")
        self.match, self.game = match, Game(match)
        self.nation, self.turn = nation, turn
        self.tab = "orders"
        self.reader = Reader()
        self.result: Result | None = None
        self.running = False
        self.tried: tuple[Order, ...] = ()
        self._back_to(turn, nation)

    def _back_to(self, turn: int, nation: int) -> None:
        """Go back to the orders of a turn, with the orders that were given as the draft."""
        self.turn, self.nation = turn, nation
        moment = self.match.rewound(turn)
        players = [UNPLAYED if player == HUMAN else player for player in moment.players]
        players[nation] = HUMAN
        moment.players = tuple(players)
        self.session = Session(moment, STANDARD, keep=False)
        self.session.begin_with(replace(self.session.drafts, orders=self.given))
        self.result = None

    @property
    def given(self) -> tuple[Order, ...]:
        """The orders that were given."""
        return self.match.orders_of(self.turn).get(self.nation, ())

    @property
    def orders(self) -> tuple[Order, ...]:
        """The orders that are to be tried instead."""
        return self.session.drafts.orders

    # ---- the screen --------------------------------------------------------------------------

    def entered(self, app: App) -> None:
        """Orders may have been composed meanwhile: what was played of others is no answer."""
        if self.result is not None and self.tried != self.orders:
            self.result = None

    def left(self, app: App) -> None:
        """Futures nobody waits for are not played."""
        app.worker.cancel("fork")

    def commands(self, app: App) -> dict[str, Do]:
        """T shows every chart as a table; ending the turn plays the futures."""
        return {
            "table": self.reader.turn_all,
            "trust": self.reader.turn_all,
            "end_turn": partial(self.run, app),
        }

    def build(self, app: App) -> Node:
        """What is changed on the left, what comes of it on the right."""
        if app.room[0] >= WIDE:
            left = self._changed(app)
            left.width, left.grow = em(32), 0
            body = row(left, self._outcome(app), gap=14, pad=14, grow=1, align="stretch")
        else:
            options = [("orders", _("What is changed"), "list-ordered"),
                       ("outcome", _("What comes of it"), "git-fork")]  # fmt: skip
            views = tabs("view", _("View"), options, self.tab, partial(setattr, self, "tab"))
            part = self._changed(app) if self.tab == "orders" else self._outcome(app)
            body = column(views, part, gap=8, pad=8, grow=1)
        return column(self._top(app), body)

    def _top(self, app: App) -> Node:
        short = app.room[0] < NARROW
        same = self.orders == self.given
        why = _("Change an order first: as it stands, nothing differs.") if same else (
            _("Futures are being played.") if self.running else ""
        )  # fmt: skip
        label = _("Play") if short else _("Play {n} futures").format(n=WORLDS)
        return bar(
            button("back", _("Back"), app.pop, kind="quiet", sign="arrow-left"),
            None if short else icon("git-fork", 30, "accent"),
            None if short else heading(_("Fork and compare")),
            spacer() if app.room[0] < 1400 else text(
                _("Go back to a turn, change what one nation ordered, and see what it was worth."),
                "label", "text2", grow=1),
            button("run", label, partial(self.run, app), kind="primary", sign="play",
                   disabled=why, hint="" if short else app.keymap.first("end_turn")),
        )  # fmt: skip

    # ---- what is changed ---------------------------------------------------------------------

    def _changed(self, app: App) -> Node:
        last = len(self.match.worlds) - 1
        names = self.match.setup.names
        shown = _("Turn {n} of {most}").format(n=self.turn, most=last)
        turns = row(
            icon_button("turn_back", "chevron-left", _("A turn back"),
                        partial(self._to, self.turn - 1),
                        disabled="" if self.turn > 1 else _("It is the first turn.")),
            slider("turn", _("Turn to go back to"), self.turn, lambda to: self._to(round(to)),
                   low=1, high=last, step=1, shown=shown, grow=1, min_width=80),
            icon_button("turn_on", "chevron-right", _("A turn further"),
                        partial(self._to, self.turn + 1),
                        disabled="" if self.turn < last else _("It is the last turn.")),
            gap=8,
        )  # fmt: skip
        seat = button("seat", _("Nation: {name}").format(name=names[self.nation]),
                      partial(self._ask_seat, app), sign="flag")  # fmt: skip
        drafts = queue(self.session, app, partial(self._compose, app), partial(self._compose, app))
        drafts.min_height = em(14)
        was = [text(_("As it was"), "label_strong", "text2")]
        was += [
            row(icon("check" if order in self.orders else "x", 18,
                     "text2" if order in self.orders else "bad"),
                text(self.session.told(order), "label", "text2", grow=1), gap=8)
            for order in self.given
        ]  # fmt: skip
        if not self.given:
            was.append(text(_("It gave no orders in that turn."), "label", "text2"))
        undone = button(
            "restore", _("As it was"), self._restore, sign="undo-2", kind="quiet",
            disabled="" if self.orders != self.given else _("Nothing is changed."),
        )  # fmt: skip
        body = scroll("changed", row(text(shown, "label_strong", grow=1), seat), turns,
                      text(_("Its orders, to be changed"), "label_strong", "text2"), drafts,
                      plate(*was, ground="panel2", gap=5), row(undone), gap=10)  # fmt: skip
        return panel("orders", _("What is changed"), body, sign="list-ordered", pad=(8, 8), grow=1)

    def _to(self, turn: int) -> None:
        turn = min(max(turn, 1), len(self.match.worlds) - 1)
        if turn != self.turn:
            self._back_to(turn, self.nation)

    def _restore(self) -> None:
        self.session.draft(replace(self.session.drafts, orders=self.given))

    def _compose(self, app: App, place: int | None = None) -> None:
        """The order composer: for another order, or for one in the place of that number."""
        start = None if place is None else self.orders[place]
        open_orders(app, self.session, start, place)

    def _ask_seat(self, app: App) -> None:
        names = self.match.setup.names

        def made(app: App) -> Node:
            cards = [
                card(f"seat.{n}", name, partial(self._sit, app, n),
                     row(text(name, "label_strong", grow=1), text(self._count(n), "meta", "text2"),
                         gap=10),
                     selected=n == self.nation)
                for n, name in enumerate(names)
            ]  # fmt: skip
            return dialog("seats", _("Whose orders?"),
                          listing("seats.list", _("Nations"), *cards, scroll=False), buttons=(),
                          close=app.close, sign="flag")  # fmt: skip

        app.open(made, first=f"seat.{self.nation}")

    def _count(self, nation: int) -> str:
        count = len(self.match.orders_of(self.turn).get(nation, ()))
        return _("orders: {n}").format(n=count)

    def _sit(self, app: App, nation: int) -> None:
        app.close()
        if nation != self.nation:
            self._back_to(self.turn, nation)

    # ---- what comes of it --------------------------------------------------------------------

    def run(self, app: App) -> None:
        """Play futures of both ways, and show them as they come."""
        if self.running or self.orders == self.given:
            return
        self.running, self.tab, self.tried, self.result = True, "outcome", self.orders, None
        app.work("fork", partial(self._futures, self.turn, self.nation, self.tried), self._came)

    def _futures(
        self, turn: int, nation: int, instead: tuple[Order, ...]
    ) -> Iterator[Result | None]:
        given = self.match.orders_of(turn)
        ways = [AS_IT_WENT, Way(orders={**given, nation: instead})]
        what = Otherwise(turn, nation, Change.REPLACE, "", ways[1], 0)
        before, after = [], []
        for first in range(0, WORLDS, STEP):
            one, other = variants(self.match, turn, ways, STEP, first)
            if one is None or other is None:
                yield None
                return
            before.append(one)
            after.append(other)
            tried = Tried(what, joined(before), joined(after))
            gap = difference(tried.before.score[nation], tried.after.score[nation])
            yield Result(first + STEP, compared(self.game, tried), (gap.low, gap.value, gap.high))

    def _came(self, result: Result | None) -> None:
        if self.tried == self.orders:
            self.result = result
        self.running = result is not None and result.done < WORLDS

    def _outcome(self, app: App) -> Node:
        result = self.result
        if result is None:
            words = _("Other futures are being played.") if self.running else _(
                "Strike out, change or add an order on the left, then play the futures: each is "
                "played as it was and otherwise, with the same dice."
            )  # fmt: skip
            inside: list[Node] = [notice(words, "hourglass" if self.running else "info")]
        else:
            inside = self._told(app, result)
        body = scroll("outcome.window", *inside, gap=12)
        return panel("outcome", _("What comes of it"), body, sign="git-fork", grow=1)

    def _told(self, app: App, result: Result) -> list[Node]:
        told, wide = result.told, app.room[0] >= WIDE
        room = app.room[0] - (650 if wide else 60)
        low, middle, high = result.gain
        sure = low > 0 or high < 0
        name = self.match.setup.names[self.nation]
        gain = figure(
            _signed(middle), _("points for {name}").format(name=name),
            "star", _("{low} to {high}").format(low=_signed(low), high=_signed(high)),
            ("good" if middle > 0 else "bad") if sure else "text2",
        )  # fmt: skip
        verdict = text(
            _("The interval lies on one side of zero: it made a difference.") if sure
            else _("The interval holds zero: it may be chance."), "label", "text2",
        )  # fmt: skip
        parts: list[Node] = [wrap(gain, verdict, gap=24), text(told.says, "body")]
        if result.done < WORLDS:
            said = _("{n} of {most} futures played").format(n=result.done, most=WORLDS)
            parts.insert(0, row(meter(_("Futures played"), result.done / WORLDS, said, grow=1),
                                text(said, "meta", "text2"), gap=10))  # fmt: skip
        pair = [self._block(chart, room / 2 if wide else room)
                for chart in (told.endings, told.own)]  # fmt: skip
        last = [self._block(chart, room / 2 if wide else room)
                for chart in (told.rungs, told.scores)]  # fmt: skip
        columns = 2 if wide else 1
        return [*parts, grid(*pair, *last, columns=columns, gap=12, align="stretch")]

    def _block(self, chart: Chart, room: float) -> Node:
        made = self.reader.chart(chart, room)
        picture = made.find(f"chart.{chart.head.id}")
        if picture is not None and picture.role == "image":
            picture.min_height = em(max(11.0, float(picture.min_height)))
        head = row(heading(chart.head.title, "card", grow=1), self.reader.switch(chart), gap=8)
        return plate(head, made, ground="panel2", gap=8, pad=(12, 10))


def _signed(points: float) -> str:
    """A difference, with a proper minus."""
    return f"{points:+.1f}".replace("-", "\u2212")
