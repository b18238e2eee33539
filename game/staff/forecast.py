"""If you end the turn now: what may come of it, over many imagined worlds. (Rules 17.5)"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.actions import actions
from game.language import N_, _
from game.players.diplomat import decide
from game.rules import dice
from game.rules.escalation import LADDER
from game.rules.happenings import Log
from game.rules.imagine import imagine, stir
from game.rules.minds import Minds
from game.rules.opinion import missing_services
from game.rules.orders import Orders
from game.rules.turn import Ask, Question, Rulebook, drive, finish_turn, play_turn
from game.rules.view import View
from game.rules.world import Floats, World
from game.scenario.doctrines import doctrines, minds_of

WORLDS = 256
"""Worlds a forecast imagines."""

OWN = "reciprocator"
"""How the seat itself is taken to go on after this turn."""

LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9
"""A band holds the middle 80 % of what was imagined."""


@dataclass(frozen=True)
class Band:
    """One figure as it may come out: four in five imagined worlds lie between low and high."""

    name: str
    label: str
    now: float
    low: float
    middle: float
    high: float


@dataclass(frozen=True, eq=False)
class Forecast:
    """What may come of ending the turn now."""

    turns: int
    bands: tuple[Band, ...]
    rungs: tuple[float, ...]  # share of worlds on each rung of the ladder
    samples: dict[str, Floats]  # [worlds] each, for charts and for measuring the bands


Measure = Callable[[World, int], Floats]


def _trusted(world: World, me: int) -> Floats:
    others = np.arange(world.board.nations) != me
    mean: Floats = world.trust[others, me].mean(axis=0)
    return mean


MEASURES: dict[str, tuple[str, Measure]] = {
    "heat": (N_("heat of the worst quarrel"), lambda world, me: world.heat.max(axis=(0, 1))),
    "pressure": (N_("heat against you"), lambda world, me: world.heat[:, me].max(axis=0)),
    "trust": (N_("trust in you"), _trusted),
    "services": (N_("your services"), lambda world, me: 100 - missing_services(world)[me]),
    "support": (N_("support at home"), lambda world, me: world.support[me]),
    "standing": (N_("your standing"), lambda world, me: world.standing[me]),
}
"""Figures that are forecast: label, and how each is read off a world."""


def forecast(
    seen: View, orders: Orders | None = None, turns: int = 1, worlds: int = WORLDS
) -> Forecast:
    """What may come if the seat gives these orders and ends the turn. (Rules 17.5)

    seen: one seat's view of one world; orders: its drafts, rows of world 0; turns: how far to
    look, 1 being the end of this turn.
    """
    me = int(seen.seats[0])
    world = imagine(seen, worlds)
    now = {name: float(np.median(read(world, me))) for name, (_label, read) in MEASURES.items()}
    after = play_on(world, me, orders, turns)  # the first turn is played in the same arrays
    samples = {name: read(after, me) for name, (_label, read) in MEASURES.items()}
    bands = tuple(
        _band(name, _(MEASURES[name][0]), now[name], values) for name, values in samples.items()
    )
    rungs = np.bincount(after.rung, minlength=len(LADDER)) / worlds
    return Forecast(turns, bands, tuple(float(share) for share in rungs), samples)


def _band(name: str, label: str, now: float, values: Floats) -> Band:
    low, middle, high = (float(np.quantile(values, at)) for at in (LOW, MIDDLE, HIGH))
    return Band(name, label, now, low, middle, high)


def play_on(world: World, me: int, orders: Orders | None, turns: int) -> World:
    """Imagined worlds some turns later, everybody else played by some doctrine or other."""
    cast = strangers(world, me)
    rules = _rules(world)
    drafted = Orders.empty() if orders is None else _everywhere(orders, world.worlds)
    seeds = dice.derive(world.seed, "players")
    world = drive(finish_turn(world, rules, Log(False)), _replies(cast, seeds, me, drafted))
    for _turn in range(turns - 1):
        stir(world)
        world = drive(play_turn(world, rules, Log(False)), _replies(cast, seeds))
    return world


def strangers(world: World, me: int) -> Minds:
    """Nobody tells its doctrine: in each imagined world every nation has one drawn by lot."""
    names = sorted(name for name, each in doctrines().items() if not each.random)
    nation = np.arange(world.board.nations)
    rolled = dice.roll(world.seed, 0, "doctrine", nation[:, None])
    chosen = (rolled * len(names)).astype(np.intp)
    chosen[me] = names.index(OWN)
    return minds_of(names, chosen)


def _rules(world: World) -> Rulebook:
    """The rules of play without a script: nothing is due, nothing is injected."""
    return Rulebook(actions(), [None] * world.board.scripted, [], [])


def _everywhere(orders: Orders, worlds: int) -> Orders:
    """The same orders in each imagined world."""
    rows = np.tile(np.arange(len(orders)), worlds)
    return replace(orders.take(rows), world=np.repeat(np.arange(worlds), len(orders)))


def _replies(
    cast: Minds, seeds: Any, me: int | None = None, drafted: Orders | None = None
) -> Callable[[Question], Any]:
    """What everybody says; the seat's own orders are its drafts, if given."""

    def reply(question: Question) -> Any:
        said = decide(question, cast, seeds, reasons=False)
        if drafted is None or question.ask is not Ask.ORDER:
            return said
        return Orders.join([said.take(said.actor != me), drafted])

    return reply
