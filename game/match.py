"""A match: seats, players, and one turn after another. The only place that steps a real game."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from game.actions import actions
from game.decisions import (
    Names,
    Order,
    Reply,
    from_answers,
    from_messages,
    from_offers,
    from_orders,
    to_answers,
    to_messages,
    to_offers,
    to_orders,
)
from game.players.diplomat import decide
from game.rules import dice
from game.rules.board import Board
from game.rules.happenings import Log
from game.rules.orders import Answers, Messages, Offers, Orders
from game.rules.turn import Ask, Question, Turn, play_turn
from game.rules.view import View, narrow, views
from game.rules.world import World, copy, digest
from game.scenario.build import build, start
from game.scenario.doctrines import minds
from game.scenario.model import Scenario
from game.scenario.setup import Setup
from game.scenario.speech import spoken

HUMAN = "human"
"""Name of the player of a seat that people play."""

UNPLAYED = "reciprocator"

SLACK = 1e-4
"""How far stated beliefs may be from summing to 1."""


@dataclass(frozen=True)
class Phase:
    """Which question of a turn is open."""

    turn: int
    ask: Ask
    round: int = 0


@dataclass(frozen=True)
class Decided:
    """What every nation said to one question."""

    phase: Phase
    replies: Mapping[int, Reply]


@dataclass(frozen=True)
class Stated:
    """What a nation said it believes of an incident: chances by hypothesis, which sum to 1."""

    turn: int
    nation: int
    incident: int
    chances: tuple[float, ...]


@dataclass
class Match:
    """One game of one scenario. A front end shows views and reports, and submits replies."""

    scenario: Scenario
    setup: Setup
    board: Board
    seed: int
    players: tuple[str, ...]  # by nation: HUMAN or a doctrine
    worlds: list[World] = field(default_factory=list)  # at turn 0, 1, 2 …
    mornings: list[World] = field(default_factory=list)  # of turn 1, 2 …, when people judge
    logs: list[Log] = field(default_factory=list)  # of turn 1, 2 …, the last perhaps under way
    heard: list[int] = field(default_factory=list)  # rows of those logs when orders were asked for
    decided: list[Decided] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    question: Question | None = None
    _turn: Turn | None = None
    _replies: dict[int, Reply] = field(default_factory=dict)
    _tabled: list[tuple[Phase, Offers]] = field(default_factory=list)

    @property
    def names(self) -> Names:
        """Names of everything, for decisions in words."""
        return Names(self.setup, actions())

    @property
    def turn(self) -> int:
        """The turn being played, or the last one if the game is over."""
        return self.worlds[-1].turn + (0 if self.over else 1)

    @property
    def over(self) -> bool:
        """The game has ended."""
        return bool(self.worlds[-1].ended[0] > 0)

    @property
    def phase(self) -> Phase | None:
        """The question that is open, None when the game is over."""
        if self.question is None:
            return None
        return Phase(self.worlds[-1].turn + 1, self.question.ask, self.question.round)

    @property
    def world(self) -> World:
        """The world as it stands, for reports; front ends show views and reports."""
        return self.worlds[-1] if self.question is None else self.question.world_now()

    def world_at(self, turn: int) -> World:
        """The world when that turn had been played, or as it stands if it is being played."""
        return self.worlds[turn] if turn < len(self.worlds) else self.world

    def rows_before_orders(self, turn: int) -> int:
        """How many rows of a turn's log its nations could read before they gave their orders."""
        known = turn <= len(self.heard)
        return self.heard[turn - 1] if known else len(self.logs[turn - 1].rows)

    def humans(self) -> tuple[int, ...]:
        """Nations that people play."""
        return tuple(n for n, player in enumerate(self.players) if player == HUMAN)

    def waiting(self) -> tuple[int, ...]:
        """Nations of people who have not answered the open question."""
        if self.question is None:
            return ()
        asked = set(self.humans()) - set(self._replies)
        if self.question.ask is Ask.ANSWER:
            asked = {n for n in asked if self.invited(n)}
        return tuple(sorted(asked))

    def invited(self, nation: int) -> list[int]:
        """Numbers of the proposals on the table that a nation is asked to sign."""
        offers = None if self.question is None else self.question.offers
        if offers is None:
            return []
        asked = offers.party[:, nation] & (offers.actor != nation)
        return [int(n) for n in np.flatnonzero(asked)]

    def view(self, nation: int) -> View:
        """What a nation sees now."""
        wide = views(self.worlds[-1]) if self.question is None else self.question.seen
        return narrow(wide, nation)

    def view_at(self, turn: int, nation: int) -> View:
        """What a nation saw when that turn had been played."""
        return narrow(views(self.worlds[turn]), nation)

    def state(self, nation: int, incident: int, chances: Sequence[float]) -> None:
        """A person says how likely each hypothesis is; graded, and nothing else.

        chances: one for each hypothesis of the case. Raises ValueError if they do not sum to 1.
        """
        said = [float(chance) for chance in chances]
        if min(said) < 0 or abs(sum(said) - 1) > SLACK:
            raise ValueError(f"beliefs must sum to 100 %, these sum to {sum(said):.0%}")
        said += [0.0] * (self.board.sizes["H"] - len(said))
        turn = self.turn
        self.stated = [
            s for s in self.stated if (s.turn, s.nation, s.incident) != (turn, nation, incident)
        ]
        self.stated.append(Stated(turn, nation, incident, tuple(said)))

    def submit(self, nation: int, reply: Reply) -> None:
        """A person's reply to the open question; the game goes on when all have replied.

        Raises UnknownName if the reply names something that does not exist.
        """
        self.check(nation, reply)
        self._replies[nation] = reply
        self.go_on()

    def check(self, nation: int, reply: Reply) -> None:
        """See whether everything a reply names exists. Raises UnknownName, a ValueError."""
        self._rows(nation, reply)

    def go_on(self) -> None:
        """Play on until a person is asked something, or the game is over."""
        while self.question is not None and not self.waiting():
            self._answer(self._with_ai())

    def replay(self, decided: Decided) -> None:
        """Give the open question the replies of a record; no AI is called."""
        self._answer(decided.replies)

    def rewound(
        self, turn: int, swap: Callable[[Decided], Decided] = lambda decided: decided
    ) -> Match:
        """The same match, gone back to the orders of a turn that has been played.

        swap: what was said in that turn's talks instead.
        """
        if not 1 <= turn < len(self.worlds):
            raise ValueError(f"turns 1 to {len(self.worlds) - 1} have been played, not {turn}")
        back = Match(self.scenario, self.setup, self.board, self.seed, self.players)
        back.worlds, back.mornings = self.worlds[:turn], self.mornings[: turn - 1]
        back.logs, back.heard = self.logs[: turn - 1], self.heard[: turn - 1]
        back.stated = [stated for stated in self.stated if stated.turn <= turn]
        back.decided = [decided for decided in self.decided if decided.phase.turn < turn]
        back._tabled = [pair for pair in self._tabled if pair[0].turn < turn]
        back._begin_turn()
        for decided in self.decided:
            if decided.phase == back.phase and decided.phase.ask is not Ask.ORDER:
                back.replay(swap(decided))
        return back

    def orders_of(self, turn: int) -> dict[int, tuple[Order, ...]]:
        """The orders every nation gave in a turn."""
        for decided in self.decided:
            if decided.phase.turn == turn and decided.phase.ask is Ask.ORDER:
                return {n: tuple(reply.orders) for n, reply in decided.replies.items()}
        return {}

    def tabled(self) -> list[tuple[Phase, Offers]]:
        """Every set of proposals that lay on the table, with the phase of its answers."""
        return list(self._tabled)

    def hashes(self) -> list[str]:
        """A hash of the world after each turn played."""
        return [digest(world) for world in self.worlds[1:]]

    def _begin_turn(self) -> None:
        self.logs.append(Log())
        self._turn = play_turn(self.worlds[-1], self.setup.rules, self.logs[-1])
        self._ask(next(self._turn))

    def _ask(self, question: Question) -> None:
        self.question = question
        self._replies = {}
        if len(self.mornings) < len(self.logs):
            self.mornings.append(copy(question.world_now()))
        if question.ask is Ask.ORDER:
            self.heard.append(len(self.logs[-1].rows))
        if question.offers is not None and self.phase is not None:
            self._tabled.append((self.phase, question.offers))

    def _answer(self, replies: Mapping[int, Reply]) -> None:
        assert self._turn is not None and self.phase is not None
        self.decided.append(Decided(self.phase, replies))
        try:
            self._ask(self._turn.send(self._joined(replies)))
        except StopIteration as done:
            self.worlds.append(done.value)
            self.question, self._turn = None, None
            if not self.over:
                self._begin_turn()

    def _with_ai(self) -> Mapping[int, Reply]:
        """Everybody's replies: people's as submitted, the others' as their AI decides."""
        assert self.question is not None
        mind = [UNPLAYED if player == HUMAN else player for player in self.players]
        seeds = dice.derive(self.worlds[0].seed, "players")
        rows = decide(self.question, minds(mind), seeds)
        replies = self._by_nation(rows)
        for nation in self.humans():
            replies[nation] = self._replies.get(nation, Reply())
        return replies

    def _joined(self, replies: Mapping[int, Reply]) -> Any:
        """Rows of all replies, nation by nation, in the form the open question wants."""
        parts = [self._rows(nation, replies[nation]) for nation in sorted(replies)]
        ask = self.question.ask if self.question is not None else Ask.ORDER
        if ask is Ask.TALK:
            return Messages.join([p[0] for p in parts]), Offers.join([p[1] for p in parts])
        if ask is Ask.ANSWER:
            return Answers.join([p[2] for p in parts]), Offers.join([p[1] for p in parts])
        return Orders.join([p[3] for p in parts])

    def _rows(self, nation: int, reply: Reply) -> tuple[Messages, Offers, Answers, Orders]:
        names = self.names
        return (
            to_messages(names, nation, reply.messages),
            to_offers(names, nation, reply.proposals),
            to_answers(nation, reply.answers),
            to_orders(names, nation, reply.orders),
        )

    def _by_nation(self, rows: Any) -> dict[int, Reply]:
        assert self.question is not None
        names = self.names
        talk: dict[int, Any] = {}
        offers: dict[int, Any] = {}
        answers: dict[int, Any] = {}
        orders: dict[int, Any] = {}
        if self.question.ask is Ask.ORDER:
            orders = from_orders(names, rows)
        else:
            offers = from_offers(names, rows[1])
            if self.question.ask is Ask.TALK:
                talk = from_messages(names, rows[0])
            else:
                answers = from_answers(rows[0])
        given = {*talk, *offers, *answers, *orders}
        return {
            n: Reply(talk.get(n, ()), offers.get(n, ()), answers.get(n, ()), orders.get(n, ()))
            for n in sorted(given)
        }


def new_match(scenario: Scenario, text: str, seed: int, players: Sequence[str]) -> Match:
    """A match at the first question of its first turn. players: by nation, HUMAN or a doctrine."""
    scenario = spoken(scenario)
    board, setup = build(scenario, actions(), text)
    minds([UNPLAYED if player == HUMAN else player for player in players])
    match = Match(scenario, setup, board, seed, tuple(players))
    match.worlds.append(start(board, setup, np.array([seed])))
    match._begin_turn()
    return match


def usual_players(scenario: Scenario, seats: Mapping[str, str]) -> list[str]:
    """Players by nation: those given, and for the others what the scenario says."""
    return [seats.get(name, nation.doctrine) for name, nation in scenario.nations.items()]
