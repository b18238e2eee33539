"""The outlook of a seat: all that the nation at the window may know, made once for each state."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from game.decisions import Names, Order
from game.language import current
from game.match import Match, Phase
from game.report.dossier import Dossier
from game.report.forms import told
from game.report.ledger import changes
from game.report.news import Story, came_of, news_now, news_of, turn_report
from game.report.seat import Seat
from game.report.situation import Situation, situation
from game.rules.view import View
from game.scenario.setup import Setup
from game.screens.play.saves import LEVELS
from game.staff.chances import success

T = TypeVar("T")

GUIDED, STANDARD, EXPERT = LEVELS
"""How much help a player gets; staff is silent for experts."""


class Outlook:
    """What is so, as one nation sees it."""

    def __init__(self, match: Match, nation: int, level: str) -> None:
        self.match, self.nation, self.level = match, nation, level
        self._seats: dict[int, Seat] = {}
        self._cache: dict[str, tuple[object, object]] = {}

    @property
    def seat(self) -> Seat:
        """The place of the nation at the window, with all it may name."""
        return self._seats.setdefault(self.nation, Seat(self.match, self.nation))

    @property
    def seen(self) -> View:
        """What the nation sees now."""
        return self.kept("seen", lambda: self.match.view(self.nation))

    @property
    def names(self) -> Names:
        """Names and numbers of everything, for decisions."""
        return self.seat.names

    @property
    def setup(self) -> Setup:
        """The scenario as it was built."""
        return self.match.setup

    @property
    def me(self) -> str:
        """The id of the nation at the window."""
        return self.setup.nations[self.nation]

    @property
    def others(self) -> tuple[str, ...]:
        """Every other nation, by id."""
        return tuple(id_ for id_ in self.setup.nations if id_ != self.me)

    def name_of(self, actor: str) -> str:
        """The short name of a nation or group, by its id."""
        return self.setup.names[self.setup.actors.index(actor)]

    def id_of(self, name: str) -> str:
        """The id of a nation or group, by its short name."""
        return self.setup.actors[self.setup.names.index(name)]

    @property
    def phase(self) -> Phase | None:
        """The question that is open; None when the game is over."""
        return self.match.phase

    @property
    def over(self) -> bool:
        """The game has ended."""
        return self.match.over

    @property
    def turn(self) -> int:
        """The turn being played, or the last one."""
        return self.match.turn

    @property
    def staffed(self) -> bool:
        """The nation has advisers who say what they think."""
        return self.level != EXPERT

    @property
    def situation(self) -> Situation:
        """The nation's stocks, relations and treaties now."""
        return self.kept("situation", lambda: situation(self.match, self.nation))

    @property
    def dossiers(self) -> list[Dossier]:
        """Every case the nation knows of, the first heard of first; beliefs as drafted."""
        return self.kept("dossiers", lambda: self.seat.dossiers)

    def dossier(self, incident: int) -> Dossier | None:
        """The dossier of one case, if the nation knows of it."""
        return next((each for each in self.dossiers if each.incident == incident), None)

    def news(self) -> list[Story]:
        """What the nation has seen so far of the turn being played."""
        return self.kept("news", lambda: news_now(self.match, self.nation))

    def report(self, turn: int) -> list[Story]:
        """What the nation saw in a turn that has been played."""
        return self.kept(f"report {turn}", lambda: turn_report(self.match, self.nation, turn))

    def came_of(self, turn: int) -> list[Story]:
        """What the nation saw of a turn after its orders; before them it read the news."""
        return self.kept(f"came of {turn}", lambda: came_of(self.match, self.nation, turn))

    def news_of(self, turn: int) -> list[Story]:
        """What the nation saw of a turn before its orders."""
        return self.kept(f"news of {turn}", lambda: news_of(self.match, self.nation, turn))

    def past_of(self, name: str) -> list[tuple[int, Story]]:
        """What the nation saw of a case or a nation in the turns played, the latest first.

        By its name: places among the incidents are used again, and names are not.
        """
        turns = range(len(self.match.worlds) - 1, 0, -1)
        return [(turn, each) for turn in turns for each in self.report(turn) if name in each.text]

    def moved(self) -> dict[str, list[tuple[str, float]]]:
        """What moved each number in the turn played last, as its ledger says."""
        played = len(self.match.worlds) - 1
        if not played:
            return {}
        return self.kept("moved", lambda: changes(self.match, self.nation, played))

    def told(self, order: Order) -> str:
        """An order in words, without its price."""
        return self.kept(f"told {order}", lambda: told(self.seat, order))

    def chance(self, order: Order) -> tuple[float, float] | None:
        """The band of the chance that a covert order comes off; None for those not rolled."""
        kinds = self.match.board.kinds
        return success(self.seen, self.names, kinds, order) if self.staffed else None

    def kept(self, name: str, make: Callable[[], T], also: object = None) -> T:
        """Made once for each state of the match, and of what else it is made from."""
        match = self.match
        state = (match.question, match.turn, self.nation, tuple(match.stated), current(), also)
        if name not in self._cache or self._cache[name][0] != state:
            self._cache[name] = (state, make())
        return cast(T, self._cache[name][1])
