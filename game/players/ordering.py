"""What an AI orders: the options that serve its character best, as far as its means go. (13.3)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.rules import dice
from game.rules import params as p
from game.rules.action import Action, Aim, Feature, Options
from game.rules.minds import Minds, trait
from game.rules.orders import Orders, blank_orders
from game.rules.reading import Reading
from game.rules.screening import Forms, cells, forms
from game.rules.world import NOBODY, Floats, Index, Seeds, which

WHIM = np.float32(0.4)
"""How much a throw of the dice weighs with a mind that does not live by dice."""

RANDOM = np.float32(10)
"""How much it weighs with one that does."""

LEAST = WHIM / 2
"""Worth from which an action is ordered: no whim makes up for an option without any appeal."""

KEEPS = np.float32(3)
LAST_TURN = np.float32(4)
"""What keeping an open promise weighs with the honest, and more in the turn it runs out."""

PLENTY = np.float32(8)
"""Capital above which it is worth the less, the more one has."""

TRIES = 8
"""How many of its best actions a nation tries to afford."""

_NOBODY_YET: tuple[Index, ...] = (np.zeros(0, np.intp),) * 4
_NEVER = np.float32(-1e6)

Appeals = dict[int, Mapping[Feature, Floats]]


@dataclass(frozen=True)
class Chosen:
    """Actions nations can afford, best first. Shapes [rows]."""

    action: Index
    seat: Index
    world: Index
    rank: Index
    left: Floats  # [V, B, 3] what is left of the stocks


def order(reading: Reading, options: Options, seeds: Seeds, reasons: bool) -> Orders:
    """Orders of all nations in all worlds, best first."""
    worth, best, appeals = _weigh(reading, options, seeds)
    chosen = _afford(reading, worth, forms(options.actions))
    return _write(reading, options, chosen, best, appeals, reasons)


def _weigh(reading: Reading, options: Options, seeds: Seeds) -> tuple[Floats, Index, Appeals]:
    """Worth of the best option of each action, and which it is. [A, V, B] each"""
    seen, minds = reading.seen, reading.minds
    shape = (len(options.actions), len(seen.seats), seen.worlds)
    worth = np.empty(shape, np.float32)
    best = np.zeros(shape, np.intp)
    appeals: Appeals = {}
    price = _price(reading, forms(options.actions).price)
    random = bool((minds.chance > 0.5).any())
    for number, action in enumerate(options.actions):
        refused = options.refused(number)
        if refused.all():
            worth[number] = _NEVER
            continue
        appeals[number] = appeal = _honoured(reading, action, action.appeal(reading))
        value = _value(minds, appeal, price[number])
        if random:
            value = _sway(reading, value, seeds, number, action.aim)
        value = np.where(refused, _NEVER, value)
        if value.shape[1] > 1:
            best[number] = value.argmax(axis=1)
            np.maximum.reduce(value, axis=1, out=worth[number])
        else:
            worth[number] = value[:, 0]
    worth += _whims(reading, seeds, shape)
    return worth, best, appeals


def _honoured(
    reading: Reading, action: Action, appeal: Mapping[Feature, Floats]
) -> Mapping[Feature, Floats]:
    """An order that keeps an open promise is a matter of honour, most of all in its last turn."""
    if action.keeps is None:
        return appeal
    until = reading.seen.promised[:, :, action.keeps]
    owed = until >= reading.seen.turn
    if not owed.any():
        return appeal
    pull = reading.minds.honesty * (KEEPS * owed + LAST_TURN * (until == reading.seen.turn))
    if action.aim is not Aim.NATION:
        pull = pull.max(axis=1, keepdims=True)
    return {**appeal, Feature.HONOUR: appeal.get(Feature.HONOUR, np.float32(0)) + pull}


def _price(reading: Reading, prices: Floats) -> Floats:
    """What a price weighs: capital weighs less with those who have it to spare. [A, V, 1, B]"""
    ease = np.minimum(PLENTY / np.maximum(reading.seen.capital, 1), 1)
    capital, rest = prices[:, 0], prices[:, 1:].sum(axis=1)
    weighed: Floats = capital[:, None, None] * ease + rest[:, None, None]
    return weighed[:, :, None]


def _value(minds: Minds, appeal: Mapping[Feature, Floats], price: Floats) -> Floats:
    """What options are worth to a character, less their price. [V, options, B]"""
    value = minds.thrift * -price
    for feature, pull in appeal.items():
        value = value + minds.by_feature[feature] * pull
    return value


def _whims(reading: Reading, seeds: Seeds, shape: tuple[int, ...]) -> Floats:
    action = np.arange(shape[0])[:, None, None]
    seat = np.arange(shape[1])[:, None]
    rolled = dice.roll(seeds, reading.seen.turn, "whim", action, seat) - np.float32(0.5)
    weight: Floats = np.where(reading.minds.chance[:, 0] > 0.5, RANDOM, WHIM)
    return weight * rolled


def _sway(reading: Reading, value: Floats, seeds: Seeds, number: int, aim: Aim) -> Floats:
    """A mind that lives by dice sees no difference between options but their luck."""
    seat = np.arange(len(reading.seen.seats))[:, None, None]
    choice = np.arange(value.shape[1])[:, None]
    lots = dice.roll(seeds, reading.seen.turn, "lots", number + 0 * seat, seat, choice)
    if aim is Aim.INCIDENT:
        lots = np.where(reading.seen.known != 0, lots, _NEVER)
    elif aim is Aim.NATION:
        lots = np.where(reading.other, lots, _NEVER)
    return np.where(reading.minds.chance > 0.5, lots, value)


def _afford(reading: Reading, worth: Floats, form: Forms) -> Chosen:
    """Go down each nation's list while stocks, and one vulnerability, last."""
    seen = reading.seen
    left = np.stack([seen.capital, seen.effort, seen.funds], axis=-1)
    ranked = np.argsort(-worth, axis=0, kind="stable")[:TRIES]
    given = np.zeros(left.shape[:2], np.intp)
    used = np.zeros(left.shape[:2], bool)
    seats, worlds = np.arange(left.shape[0])[:, None], np.arange(left.shape[1])
    rows = [_NOBODY_YET]
    for action in ranked:
        want = worth[action, seats, worlds] > LEAST
        if not want.any():
            break
        cost, armed = form.price[action], form.exploit[action]
        fits = want & (left >= cost).all(axis=-1) & (given < int(p.ORDERS_MOST)) & ~(armed & used)
        used |= fits & armed
        left -= cost * fits[..., None]
        seat, where = np.nonzero(fits)
        rows.append((action[seat, where], seat, where, given[seat, where]))
        given += fits
    action, seat, where, rank = (np.concatenate(part) for part in zip(*rows, strict=True))
    return Chosen(action, seat, where, rank, left)


def _write(
    reading: Reading,
    options: Options,
    chosen: Chosen,
    best: Index,
    appeals: Appeals,
    reasons: bool,
) -> Orders:
    """Fill in the orders, action by action."""
    orders = blank_orders(len(chosen.action))
    orders.world[:], orders.actor[:] = chosen.world, chosen.seat
    orders.action[:], orders.rank[:] = chosen.action, chosen.rank
    for number in which(np.bincount(chosen.action, minlength=len(options.actions))):
        rows = which(chosen.action == number)
        v, b = chosen.seat[rows], chosen.world[rows]
        option = best[number, v, b]
        columns = _columns(reading, options, int(number), v, option, b)
        if "level" in columns:
            columns["level"] = _affordable_level(options, chosen, rows, number, columns["level"])
        if reasons:
            columns |= _motive(reading, appeals[int(number)], v, option, b)
        for name, values in columns.items():
            getattr(orders, name)[rows] = values
    return orders


def _affordable_level(
    options: Options, chosen: Chosen, rows: Index, number: int, level: Any
) -> Any:
    """Higher levels for the order a nation wants most, if its stocks allow them."""
    form = forms(options.actions)
    if not form.steps[number]:
        return level
    spare = chosen.left[chosen.seat[rows], chosen.world[rows]] >= form.price[number] * 2
    return np.where((chosen.rank[rows] == 0) & spare.all(axis=-1), level, 1)


def _columns(
    reading: Reading, options: Options, number: int, v: Index, option: Index, b: Index
) -> dict[str, Floats]:
    action = options.actions[number]
    columns = {} if action.fill is None else dict(action.fill(reading, v, option, b))
    column = {"nation": "target", "incident": "incident", "sector": "choice"}.get(action.aim.value)
    if column is not None:
        columns[column] = option
    return columns


def _motive(
    reading: Reading, appeal: Mapping[Feature, Floats], v: Index, option: Index, b: Index
) -> dict[str, Floats]:
    """The feature that pulled most towards an option, and how much."""
    most = np.full(len(v), np.float32(0))
    code = np.full(len(v), NOBODY)
    for feature, pull in appeal.items():
        value = trait(reading.minds.by_feature[feature], v, b) * cells(pull, v, option, b)
        code = np.where(value > most, int(feature), code)
        most = np.maximum(most, value)
    return {"reason": code, "factor": most}
