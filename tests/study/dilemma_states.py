"""States of real games in which somebody stands before a dilemma, and what either option is worth.

A state names a game (scenario, cast, seed), a turn and a seat, and two options in the words of a
record. Weighing it goes back to the orders of that turn, takes each option, and plays the same
futures of both, as `backchannel fork` does. (Design: the eight dilemmas)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from game.decisions import Order, to_orders
from game.futures import intervals
from game.futures.intervals import Estimate
from game.futures.play import play_out
from game.futures.turned import at_orders, dice_of, played_turn, stand_ins, widened
from game.futures.variants import Way
from game.lines import order_text
from game.match import Decided, Match, new_match
from game.rules.happenings import Log, What
from game.rules.orders import Orders
from game.rules.scoring import scores
from game.rules.turn import Ask, finish_turn
from game.rules.world import NOBODY, World, pick
from game.scenario.doctrines import minds
from tests.library import own_cast, path_of, scenario

TABLE = Path(__file__).with_name("dilemmas.yaml")

MEDLEY = ("opportunist", "reciprocator", "hawk", "coalition_builder", "strict_reciprocator")
"""A livelier cast than most scenarios have of their own, seat after seat."""

CONFIRM, FUTURES = 5000, 240
"""Number of the first future states are confirmed with, after those of the search, and how many."""


@dataclass(frozen=True)
class Side:
    """One option: all orders the seat gives, and an answer that it gives in the talks."""

    orders: tuple[str, ...]
    round: int = 0  # of the talks; 0 where the talks are as they were
    offer: int = 0
    accept: bool = False


@dataclass(frozen=True)
class State:
    """Somebody before a dilemma, and its two options."""

    dilemma: str
    scenario: str
    cast: str  # own or medley
    seed: int
    turn: int
    seat: str
    a: Side
    b: Side
    about: str = ""  # what a record does not say: the clauses of the text to sign

    @property
    def game(self) -> tuple[str, str, int]:
        """The game it belongs to."""
        return self.scenario, self.cast, self.seed


@dataclass(frozen=True)
class Weighed:
    """Score of option a less that of option b, from future to future, and by part."""

    score: Estimate
    parts: Mapping[str, Estimate]

    @property
    def least(self) -> float:
        """The least size of the difference that its interval allows."""
        return max(self.score.low, -self.score.high)

    @property
    def mover(self) -> str:
        """The part that moves most in the direction of the whole."""
        sign = np.sign(self.score.value)
        return max(self.parts, key=lambda name: self.parts[name].value * sign)


def cast_of(name: str, cast: str) -> list[str]:
    """The doctrines of a cast."""
    own = own_cast(name)
    return own if cast == "own" else [MEDLEY[n % len(MEDLEY)] for n in range(len(own))]


@cache
def played(name: str, cast: str, seed: int) -> Match:
    """A whole game by AIs."""
    text = path_of(name).read_text("utf-8")
    match = new_match(scenario(name), text, seed, cast_of(name, cast))
    match.go_on()
    return match


def words(order: Order) -> str:
    """An order as a record writes it, without what moved an AI to give it."""
    return order_text(replace(order, reason=NOBODY)).removeprefix("order ")


def order(text: str) -> Order:
    """The order that a record writes so."""
    action, *pairs = text.split()
    keyed: dict[str, Any] = dict(pair.split("=") for pair in pairs)
    return Order(action, **{**keyed, "level": int(keyed.get("level", 1))})


def way(match: Match, state: State, side: Side) -> Way:
    """The turn with one option taken."""
    seat = match.names.number("nation", state.seat)
    given = {**match.orders_of(state.turn), seat: tuple(map(order, side.orders))}
    return Way(given, partial(_answered, seat, side) if side.round else None)


def _answered(seat: int, side: Side, decided: Decided) -> Decided:
    """The same talks, but for one answer."""
    if decided.phase.ask is not Ask.ANSWER or decided.phase.round != side.round:
        return decided
    reply = decided.replies[seat]
    answers = [
        replace(a, accept=side.accept) if a.offer == side.offer else a for a in reply.answers
    ]
    return Decided(decided.phase, {**decided.replies, seat: replace(reply, answers=answers)})


def weigh(states: Sequence[State], worlds: int, first: int) -> list[Weighed | None]:
    """What options are worth in states of one turn of one game, None where talks went astray."""
    match, turn = played(*states[0].game), states[0].turn
    ways = [way(match, state, side) for state in states for side in (state.a, state.b)]
    plain = match.rewound(turn)
    moments = [plain if w.talks is None else match.rewound(turn, w.talks) for w in ways]
    seeds = dice_of(match, np.arange(first, first + worlds))
    found: list[Weighed | None] = []
    for n, state in enumerate(states):
        pair = moments[2 * n : 2 * n + 2]
        if not all(map(at_orders, pair)):
            found.append(None)
            continue
        given = [w.orders or {} for w in ways[2 * n : 2 * n + 2]]
        world = play_out(
            played_turn(pair, given, seeds), match.setup.rules, minds(stand_ins(match))
        )
        found.append(_compared(world, match.names.number("nation", state.seat), worlds))
    return found


def _compared(world: World, seat: int, worlds: int) -> Weighed:
    sides = [scores(pick(world, slice(k * worlds, (k + 1) * worlds))) for k in (0, 1)]
    gaps = {
        name: intervals.difference(sides[1][name][seat], sides[0][name][seat]) for name in sides[0]
    }
    return Weighed(gaps.pop("total"), gaps)


def void(state: State) -> set[str]:
    """Orders of either option that cannot take effect at all or for want of means."""
    match = played(*state.game)
    seat = match.names.number("nation", state.seat)
    names = [action.id for action in match.names.actions]
    told: set[str] = set()
    for side in (state.a, state.b):
        chosen = way(match, state, side)
        moment = match.rewound(state.turn, chosen.talks or (lambda decided: decided))
        log = Log()
        turn = finish_turn(widened(moment.world, dice_of(match, [0])), match.setup.rules, log)
        next(turn)
        try:
            turn.send(rows_of(match, chosen.orders or {}))
        except StopIteration:
            rows = [r for r in log.rows if r.what is What.VOID]
            told |= {names[int(a)] for r in rows for a in r.a[r.actor == seat]}
    return told


def rows_of(match: Match, given: Mapping[int, Sequence[Order]]) -> Orders:
    """Orders of all nations as rows of one world."""
    return Orders.join([to_orders(match.names, n, given[n]) for n in sorted(given)])


def save(found: Sequence[tuple[State, Weighed]]) -> None:
    """Write the table of states."""
    rows = [{**_plain(state), "found": figures(weighed)} for state, weighed in found]
    head = "# Written by python -m tests.study.find_dilemmas; read by test_dilemmas.py.\n"
    text = yaml.safe_dump(rows, sort_keys=False, width=100, allow_unicode=True)
    TABLE.write_text(head + text, "utf-8")


def _plain(state: State) -> dict[str, Any]:
    row = asdict(state)
    for side in ("a", "b"):
        row[side]["orders"] = list(row[side]["orders"])
        if not row[side]["round"]:
            row[side] = {"orders": row[side]["orders"]}
    return row


def figures(weighed: Weighed) -> dict[str, Any]:
    """What was found, for the table."""
    score = weighed.score
    return {
        "wins": "a" if score.value > 0 else "b",
        **{name: round(float(value), 2) for name, value in asdict(score).items()},
        "by": weighed.mover,
    }


def load() -> list[tuple[State, Mapping[str, Any]]]:
    """The table of states, each with what was found."""
    rows = yaml.safe_load(TABLE.read_text("utf-8"))
    return [(_state(row), row["found"]) for row in rows]


def _state(row: Mapping[str, Any]) -> State:
    sides = {
        name: Side(**{**row[name], "orders": tuple(row[name]["orders"])}) for name in ("a", "b")
    }
    rest = {key: value for key, value in row.items() if key not in ("a", "b", "found")}
    return State(**rest, **sides)
