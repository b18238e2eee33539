"""Small worlds for tests: a scenario of four nations, and helpers to change and to play it.

North (0) and west (3) hold each other for allies; south (1) is able and hostile to north; east (2)
is everybody's second suspect; a gang (4) lives in the south and works for it, a crew (5) in the
west. A wiper hits north in turn 1, done by south; a quiet intruder sits in east from turn 2, put
there by the gang alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
import yaml

from game.actions import actions, number_of
from game.rules import evidence, incidents, trust, turn
from game.rules.action import Options
from game.rules.board import Board
from game.rules.changes import put_cells, put_derived
from game.rules.happenings import Happening, Log, What
from game.rules.orders import (
    CLAUSES,
    PARTIES,
    Answers,
    Messages,
    Offers,
    Orders,
    blank_orders,
)
from game.rules.resolution import resolve
from game.rules.turn import Ask, Question, Rulebook, play_turn
from game.rules.view import views
from game.rules.world import GRID, NOBODY, World, copy, hold
from game.scenario import build
from game.scenario.model import Scenario
from game.scenario.setup import Setup
from tests.parlour import TEXT

NORTH, SOUTH, EAST, WEST, GANG, CREW = range(6)
SPARE_CRITICAL, ANSWER_HELP, WEIGH, SOIL, PROTECT_OWN, RESPONDERS = range(6)
LEAGUE, UNION, COURT = range(3)
ENERGY, FINANCE, HEALTH, TELECOMS, TRANSPORT, GOVERNMENT, ELECTIONS = range(7)
BLACKOUT, LEAK = 0, 1
OPERATION = 2
"""First place for an operation ordered in play."""
SMALL = 1 / GRID
"""One step of the grid."""


@cache
def parlour() -> tuple[Board, Setup]:
    """The board and setup of the test scenario."""
    scenario = Scenario.model_validate_json(json.dumps(yaml.safe_load(TEXT)))
    return build.build(scenario, actions(), TEXT)


def rules() -> Rulebook:
    """The rulebook of the test scenario."""
    return parlour()[1].rules


def start(count: int = 1, first: int = 0) -> World:
    """Worlds at turn 0."""
    board, setup = parlour()
    return build.start(board, setup, np.arange(first, first + count))


def quiet(turn: int = 1, count: int = 1, first: int = 0) -> World:
    """Worlds in a turn in which nothing has happened yet."""
    return copy(start(count, first), turn)


def crisis(turn: int = 1, count: int = 1, first: int = 0) -> World:
    """Worlds in which the wiper has just hit north, all its cards exist, and nothing is planted."""
    world = quiet(turn, count, first)
    due = np.zeros((world.board.scripted, count), bool)
    due[BLACKOUT] = True
    incidents.begin_scripted(world, due, Log(False))
    put(world, "framed", BLACKOUT, to=NOBODY)
    put(world, "card", BLACKOUT, slice(None), to=world.board.dealt[BLACKOUT][:, None])
    settle(world)
    return world


def on_board(world: World, **parts: Any) -> World:
    """The same world on a board of which some parts are others."""
    board = replace(world.board, **parts)
    return hold(board, world.turn, world.seed, world.amounts.copy(), world.facts.copy())


def without(world: World, *systems: str) -> World:
    """The same world with some systems taken off the board."""
    return on_board(world, systems=world.board.without(*systems).systems)


def settle(world: World) -> None:
    """Let belief and trust follow what has been written."""
    evidence.believe(world)
    trust.judge(world)


def put(world: World, name: str, *index: Any, to: Any) -> None:
    """Write cells of a world under test."""
    put_cells(world, name, *index, to=to)


def fill(world: World, name: str, to: Any) -> None:
    """Write a whole array of a world under test."""
    shape = getattr(world, name).shape
    put_derived(world, name, np.broadcast_to(np.asarray(to), shape))


def believed(world: World, nation: int, incident: int, actor: int, chance: float) -> None:
    """Let a nation know of an incident, believe in an actor's guilt, and learn nothing more."""
    put(world, "known", nation, incident, to=1)
    put(world, "judged", nation, incident, to=1)
    put(world, "guilt", nation, incident, actor, to=chance)
    trust.judge(world)


def grid(value: float) -> float:
    """A figure worked out by hand, rounded to the grid."""
    return round(value * GRID) / GRID


def order(actor: int, action: str, world: int = 0, **columns: Any) -> Orders:
    """One order."""
    row = blank_orders(1)
    for name, value in {"actor": actor, "world": world, **columns}.items():
        getattr(row, name)[:] = value
    row.action[:] = number_of(action)
    return row


def orders(*rows: Orders) -> Orders:
    """Several orders; each nation's are ranked as they come."""
    joined = Orders.join(rows)
    given: dict[tuple[int, int], int] = {}
    for n, key in enumerate(zip(joined.world.tolist(), joined.actor.tolist(), strict=True)):
        joined.rank[n] = given.get(key, 0)
        given[key] = given.get(key, 0) + 1
    return joined


def message(
    actor: int, target: int, tone: int, topic: int = 0, until: int = NOBODY, world: int = 0
) -> Messages:
    """One typed message."""
    columns = (world, actor, target, tone, topic, until)
    return Messages(*(np.array([value], np.intp) for value in columns))


def offer(
    actor: int,
    *parties: int,
    incident: int = NOBODY,
    accused: int = NOBODY,
    counter: int = 0,
    world: int = 0,
    body: int = NOBODY,
    power: int = NOBODY,
    topic: int = NOBODY,
    **levels: int,
) -> Offers:
    """One proposal; clauses by their ids."""
    board_clauses = parlour()[1].ids["clause"]
    row = np.zeros((1, CLAUSES), np.intp)
    for name, level in levels.items():
        row[0, board_clauses.index(name)] = level
    party = np.zeros((1, PARTIES), bool)
    party[0, [actor, *parties]] = True
    given = (world, actor, incident, accused, counter, body, power, topic)
    one = [np.array([value], np.intp) for value in given]
    return Offers(one[0], one[1], party, row, *one[2:])


def answer(offer: int, actor: int, accept: int = 1, world: int = 0) -> Answers:
    """One answer to the offer of that number."""
    whole = [np.array([value], np.intp) for value in (world, offer, actor, accept, 0)]
    return Answers(*whole, np.zeros(1, np.float32), np.zeros(1, np.float32))


@dataclass(frozen=True)
class Played:
    """A world before and after something, and what was noted."""

    before: World
    after: World
    log: Log

    def delta(self, name: str, *index: int) -> float:
        """Change of one cell of the first world."""
        now, then = getattr(self.after, name), getattr(self.before, name)
        return float(now[index][..., 0]) - float(then[index][..., 0])

    def changes(self, *without: str) -> dict[tuple[Any, ...], float]:
        """Every cell of the first world that changed, and by how much."""
        found: dict[tuple[Any, ...], float] = {}
        for name in self.before.board.windows:
            if name in without:
                continue
            then = getattr(self.before, name)[..., 0].astype(float)
            moved = getattr(self.after, name)[..., 0].astype(float) - then
            for index in zip(*np.nonzero(moved), strict=True) if moved.ndim else ():
                found[(name, *map(int, index))] = float(moved[index])
            if not moved.ndim and moved:
                found[(name,)] = float(moved)
        return found

    def items(self, name: str, *index: int) -> dict[str, float]:
        """Ledger of one cell of the first world: sums by reason."""
        place = self.before.board.windows[name].start + sum(
            step * at
            for step, at in zip(self.before.board.windows[name].strides, index, strict=True)
        )
        sums: dict[str, float] = {}
        for item in self.log.items:
            mine = (item.place == place) & (item.world == 0)
            if mine.any():
                sums[item.why] = sums.get(item.why, 0.0) + float(item.by[mine].sum())
        return sums

    def notes(self, what: What) -> list[Happening]:
        """Happenings of one kind."""
        return [row for row in self.log.rows if row.what is what]

    def voids(self) -> list[int]:
        """Codes of the orders that were void."""
        return [int(code) for row in self.notes(What.VOID) for code in row.b]


def did(world: World, doing: Callable[[World, Log], Any]) -> Played:
    """Do one thing to a copy of a world."""
    after, log = copy(world), Log()
    doing(after, log)
    return Played(world, after, log)


def act(world: World, *rows: Orders) -> Played:
    """Resolve orders, and nothing else of a turn."""
    given = orders(*rows)
    return did(world, lambda w, log: resolve(w, Options(actions(), views(w)), given, log))


def play(
    world: World,
    *rows: Orders,
    said: Messages | None = None,
    offers: Offers | None = None,
    answers: Answers | None = None,
    rulebook: Rulebook | None = None,
    kept: bool = True,
) -> Played:
    """Play a turn: messages, offers and answers of the first round, then orders."""

    def reply(question: Question) -> Any:
        if question.ask is Ask.ORDER:
            return orders(*rows)
        if question.ask is Ask.ANSWER:
            first = question.round == 1 and answers is not None
            return answers if first else Answers.empty(), Offers.empty()
        if question.round > 1:
            return Messages.empty(), Offers.empty()
        return said or Messages.empty(), offers or Offers.empty()

    return drive(world, rulebook or rules(), reply, kept)


def drive(
    world: World, rulebook: Rulebook, reply: Callable[[Question], Any], kept: bool = True
) -> Played:
    """Play a turn, every question being answered by a function."""
    log = Log(kept)
    return Played(world, turn.drive(play_turn(world, rulebook, log), reply), log)
