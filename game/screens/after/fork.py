"""A fork of a game that is over: one nation's orders of a turn changed, and the futures of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from game.decisions import Order
from game.futures.fork import WORLDS
from game.futures.intervals import difference
from game.futures.outcomes import joined
from game.futures.variants import AS_IT_WENT, Way, variants
from game.match import HUMAN, UNPLAYED, Match
from game.report.html.forking import Compared, Tried, compared
from game.report.html.otherwise import Change, Otherwise
from game.report.html.told import Game
from game.screens.play.session import STANDARD, Session
from game.ui.app import App

STEP = 40
"""Futures of each side between two looks at them."""

JOB = "fork"
"""The work of playing futures."""


@dataclass(frozen=True)
class Result:
    """What the futures played so far say."""

    done: int
    told: Compared
    gain: tuple[float, float, float]  # of the nation's own score: low, middle, high

    @property
    def over(self) -> bool:
        """All futures are played."""
        return self.done >= WORLDS


class Fork:
    """A turn gone back to. Only of a game that is over: its futures know the truth."""

    def __init__(self, match: Match, nation: int, turn: int) -> None:
        """Raises ValueError for a game that is not over."""
        if not match.over:
            raise ValueError("the game is not over, and its futures would tell the truth")
        self.match, self.game = match, Game(match)
        self.running = False
        self.tried: tuple[Order, ...] = ()
        self.back_to(turn, nation)

    @property
    def last(self) -> int:
        """The last turn that was played."""
        return len(self.match.worlds) - 1

    def back_to(self, turn: int, nation: int) -> None:
        """Go back to the orders of a turn, with the orders that were given as the draft."""
        self.turn, self.nation = turn, nation
        moment = self.match.rewound(turn)
        players = [UNPLAYED if player == HUMAN else player for player in moment.players]
        players[nation] = HUMAN
        moment.players = tuple(players)
        self.session = Session(moment, STANDARD, keep=False)
        self.session.begin_with(replace(self.session.drafts, orders=self.given))
        self.result: Result | None = None

    @property
    def given(self) -> tuple[Order, ...]:
        """The orders that were given."""
        return self.given_by(self.nation)

    def given_by(self, nation: int) -> tuple[Order, ...]:
        """The orders that a nation gave in the turn."""
        return self.match.orders_of(self.turn).get(nation, ())

    @property
    def orders(self) -> tuple[Order, ...]:
        """The orders that are to be tried instead."""
        return self.session.drafts.orders

    @property
    def same(self) -> bool:
        """Nothing is changed."""
        return self.orders == self.given

    def restore(self) -> None:
        """Put the orders back as they were."""
        self.session.draft(replace(self.session.drafts, orders=self.given))

    def forget(self) -> None:
        """Orders may have been changed meanwhile: what was played of others is no answer."""
        if self.tried != self.orders:
            self.result = None

    def play(self, app: App) -> None:
        """Play futures of both ways; they are shown as they come."""
        self.running, self.tried, self.result = True, self.orders, None
        app.work(JOB, partial(self._futures, self.turn, self.nation, self.tried), self._came)

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
        self.running = result is not None and not result.over
