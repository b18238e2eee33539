"""Fork and compare: one nation's orders of a turn changed, and what would have come of it."""

from __future__ import annotations

from functools import partial

from game.futures.fork import WORLDS
from game.language import _, _p
from game.match import Match
from game.screens.after.fork import JOB, Fork
from game.screens.after.outcome import outcome
from game.screens.after.report_parts import Reader
from game.screens.parts.asking import ask
from game.screens.parts.opening import open_orders
from game.screens.parts.peers import NARROW
from game.screens.turn.order_queue import queue
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
    plate,
    scroll,
    slider,
    tabs,
    text,
)

WIDE = 1250
TOLD = 1400
"""Room from which the top says what the screen is for."""


class Forking(Screen):
    """A turn gone back to: what is changed beside what comes of it."""

    name, first = "forking", "turn"

    def __init__(self, match: Match, nation: int, turn: int = 1) -> None:
        """Raises ValueError for a game that is not over."""
        self.fork = Fork(match, nation, turn)
        self.tab = "orders"
        self.reader = Reader()

    def entered(self, app: App) -> None:
        """Orders may have been composed meanwhile."""
        self.fork.forget()

    def left(self, app: App) -> None:
        """Futures nobody waits for are not played."""
        app.worker.cancel(JOB)

    def commands(self, app: App) -> dict[str, Do]:
        """T shows every chart as a table; ending the turn plays the futures."""
        return {
            "table": self.reader.turn_all,
            "trust": self.reader.turn_all,
            "end_turn": partial(self.run, app),
        }

    def run(self, app: App) -> None:
        """Play the futures, unless nothing is changed or they are being played."""
        if not self.fork.running and not self.fork.same:
            self.tab = "outcome"
            self.fork.play(app)

    def build(self, app: App) -> Node:
        """What is changed on the left, what comes of it on the right."""
        if app.room[0] >= WIDE:
            left = self._changed(app)
            left.width, left.grow = em(32), 0
            right = outcome(self.fork, self.reader, app.room[0] - 650, wide=True)
            body = row(left, right, gap=14, pad=14, grow=1, align="stretch")
        else:
            options = [("orders", _("What is changed"), "list-ordered"),
                       ("outcome", _("What comes of it"), "git-fork")]  # fmt: skip
            views = tabs("view", _("View"), options, self.tab, partial(setattr, self, "tab"))
            part = self._changed(app) if self.tab == "orders" else outcome(
                self.fork, self.reader, app.room[0] - 60, wide=False)  # fmt: skip
            body = column(views, part, gap=8, pad=8, grow=1)
        return column(self._top(app), body)

    def _top(self, app: App) -> Node:
        short = app.room[0] < NARROW
        why = _("Futures are being played.") if self.fork.running else ""
        if self.fork.same:
            why = _("Change an order first: as it stands, nothing differs.")
        label = _p("futures", "Play") if short else _("Play {n} futures").format(n=WORLDS)
        about = _("Go back to a turn, change what one nation ordered, and see what it was worth.")
        return bar(
            button("back", _("Back"), app.pop, kind="quiet", sign="arrow-left"),
            None if short else icon("git-fork", 30, "accent"),
            None if short else heading(_("Fork and compare")),
            spacer() if app.room[0] < TOLD else text(about, "label", "text2", grow=1),
            button("run", label, partial(self.run, app), kind="primary", sign="play",
                   disabled=why, hint="" if short else app.keymap.first("end_turn")),
        )  # fmt: skip

    # ---- what is changed ---------------------------------------------------------------------

    def _changed(self, app: App) -> Node:
        fork = self.fork
        name = fork.match.setup.names[fork.nation]
        shown = _("Turn {n} of {most}").format(n=fork.turn, most=fork.last)
        seat = button("seat", _("Nation: {name}").format(name=name),
                      partial(self._ask_seat, app), sign="flag")  # fmt: skip
        compose = partial(self._compose, app)
        drafts = queue(fork.session, app, compose, compose)
        drafts.min_height = em(14)
        undone = button(
            "restore", _("As it was"), fork.restore, sign="undo-2", kind="quiet",
            disabled=_("Nothing is changed.") if fork.same else "",
        )  # fmt: skip
        body = scroll("changed", row(text(shown, "label_strong", grow=1), seat),
                      self._turns(shown),
                      text(_("Its orders, to be changed"), "label_strong", "text2"), drafts,
                      _given(fork), row(undone), gap=10)  # fmt: skip
        return panel("orders", _("What is changed"), body, sign="list-ordered", pad=(8, 8), grow=1)

    def _turns(self, shown: str) -> Node:
        at, last = self.fork.turn, self.fork.last
        return row(
            icon_button("turn_back", "chevron-left", _("A turn back"), partial(self._to, at - 1),
                        disabled="" if at > 1 else _("It is the first turn.")),
            slider("turn", _("Turn to go back to"), at, lambda to: self._to(round(to)),
                   low=1, high=last, step=1, shown=shown, grow=1, min_width=80),
            icon_button("turn_on", "chevron-right", _("A turn further"), partial(self._to, at + 1),
                        disabled="" if at < last else _("It is the last turn.")),
            gap=8,
        )  # fmt: skip

    def _to(self, turn: int) -> None:
        turn = min(max(turn, 1), self.fork.last)
        if turn != self.fork.turn:
            self.fork.back_to(turn, self.fork.nation)

    def _compose(self, app: App, place: int | None = None) -> None:
        """The order composer: for another order, or for one in the place of that number."""
        start = None if place is None else self.fork.orders[place]
        open_orders(app, self.fork.session, start, place)

    def _ask_seat(self, app: App) -> None:
        fork, names = self.fork, self.fork.match.setup.names  # groups follow, and order nothing
        answers = [(n, names[n], _seat(names[n], len(fork.given_by(n))))
                   for n in range(fork.match.board.nations)]  # fmt: skip
        title = _("Whose orders?")
        ask(app, "seat", title, _("Nations"), answers, fork.nation, self._sit, sign="flag")

    def _sit(self, nation: int) -> None:
        if nation != self.fork.nation:
            self.fork.back_to(self.fork.turn, nation)


def _seat(name: str, orders: int) -> Node:
    count = text(_("orders: {n}").format(n=orders), "meta", "text2")
    return row(text(name, "label_strong", grow=1), count, gap=10)


def _given(fork: Fork) -> Node:
    """The orders as they were, each with whether it still stands."""
    lines = [text(_("As it was"), "label_strong", "text2")]
    for order in fork.given:
        kept = order in fork.orders
        mark = icon("check" if kept else "x", 18, "text2" if kept else "bad")
        lines.append(row(mark, text(fork.session.told(order), "label", "text2", grow=1), gap=8))
    if not fork.given:
        lines.append(text(_("It gave no orders in that turn."), "label", "text2"))
    return plate(*lines, ground="panel2", gap=5)
