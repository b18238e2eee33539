"""Resolution: orders are screened, paid for, and take effect stage by stage. (Rules 9)"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.rules import params as p
from game.rules.action import Action, Aim, Doing, Options, Stage
from game.rules.changes import Changes
from game.rules.claims import LEAST_WORD, WORDS
from game.rules.evidence import learn, settle_cards
from game.rules.happenings import Log, What, only
from game.rules.incidents import Operations, launch
from game.rules.orders import Orders
from game.rules.view import View
from game.rules.world import NOBODY, Bools, Floats, Index, Ints, Look, World

STOCKS = ("capital", "effort", "funds")

REFUSALS = (
    "there is no such action",
    "the order names no nation, or not one that exists",
    "you know of no such incident",
    "you have given this order already",
    "five orders a turn are the most an administration can carry out",
    "the level is out of range",
    "it cannot be aimed at yourself",
    "you cannot pay for it: not enough political capital",
    "you cannot pay for it: not enough analyst effort",
    "you cannot pay for it: not enough funds",
    "there is no such sector",
    "an accusation needs words from a roughly even chance up",
    "you hold no such evidence that is not public already",
    "that nation cannot be framed with it",
)
"""Reasons any order may be void, codes from GENERAL on."""

GENERAL = 100
"""Codes below are the action's own refusals, counted from 1; from here on those above."""


def resolve(
    world: World, options: Options, orders: Orders, log: Log
) -> Orders:
    """Let the orders take effect; what cannot is void, with a reason. (Rules 9.3)"""
    actions = options.actions
    code = screen(options, orders)
    code = _pay(world, actions, orders, code)
    _tell(orders, code, log)
    valid = orders.take(code == 0)
    for stage in Stage:
        _stage(world, actions, stage, valid, log)
    return valid


def _stage(world: World, actions: Sequence[Action], stage: Stage, orders: Orders, log: Log) -> None:
    """Everyone acts on the same world; the changes are added up at the end. (Rules 9.2)"""
    doing = Doing(world, Changes(world, log.ledger), log, [], [])
    for number, action in enumerate(actions):
        if action.stage is not stage:
            continue
        rows = orders.take(orders.action == number)
        if len(rows):
            _charge(doing.change, action, rows)
            action.resolve(doing, rows)
    doing.change.apply()
    if doing.lessons:
        learn(world, *(np.concatenate(part) for part in zip(*doing.lessons, strict=True)))
    if stage is Stage.INVESTIGATE:
        settle_cards(world, log)
    if doing.operations:
        launch(world, Operations.join(doing.operations), log)


def _charge(change: Changes, action: Action, rows: Orders) -> None:
    for stock in STOCKS:
        price = getattr(action.cost, stock)
        if price:
            change.add(
                stock, rows.actor, rows.world, by=-price * rows.level, why=action.id, who=rows.actor
            )


def screen(options: Options, orders: Orders) -> Ints:
    """0 for an order that may take effect if paid for, else the code of its refusal. [rows]"""
    code = np.zeros(len(orders), np.int16)
    if not len(orders):
        return code
    for number in range(len(options.actions)):
        rows = np.flatnonzero(orders.action == number)
        if rows.size:
            code[rows] = _refusal(options, number, orders.take(rows))
    unknown = (orders.action < 0) | (orders.action >= len(options.actions))
    code[unknown] = GENERAL
    code[(code == 0) & _twice(orders)] = GENERAL + 3
    code[(code == 0) & (orders.rank >= int(p.ORDERS_MOST))] = GENERAL + 4
    return code


def _refusal(options: Options, number: int, rows: Orders) -> Ints:
    """What stands against orders of one action. [rows]"""
    action, seen = options.actions[number], options.seen
    nations = len(seen.support)
    actors = len(seen.public.home)
    needs_target = action.aim is Aim.NATION or "target" in action.also
    most = actors if "accused" in action.also else nations
    target = np.where(needs_target, rows.target, 0)
    bad_target = (target < 0) | (target >= most)
    needs_incident = action.aim is Aim.INCIDENT or "incident" in action.also
    incident = np.where(needs_incident, rows.incident, 0)
    cases = seen.known.shape[1]
    in_range = (incident >= 0) & (incident < cases)
    blind = seen.known[rows.actor, np.where(in_range, incident, 0), rows.world] == 0
    option, outside = _option(action, rows, seen)
    refused = options.refused(number)[rows.actor, option, rows.world]
    code = np.where(refused > 0, refused, 0).astype(np.int16)
    code[outside] = GENERAL + 1
    code[bad_target] = GENERAL + 1
    code[needs_incident & (~in_range | blind)] = GENERAL + 2
    code[(rows.level < 1) | (rows.level > action.levels)] = GENERAL + 5
    code[(target == rows.actor) & needs_target] = GENERAL + 6
    ready = np.flatnonzero(code == 0)
    code[ready] = _misfilled(action, rows.take(ready), seen)
    return code


def _misfilled(action: Action, rows: Orders, seen: View) -> Ints:
    """Faults in the further columns that an action needs. [rows]"""
    code = np.zeros(len(rows), np.int16)
    if not len(rows):
        return code
    choice = rows.choice
    if "sector" in action.also:
        code[(choice < 0) | (choice >= seen.service.shape[1])] = GENERAL + 10
    if "word" in action.also:
        code[(choice < LEAST_WORD) | (choice >= len(WORDS))] = GENERAL + 11
    if "card" in action.also:
        card = np.minimum(np.maximum(choice, 0), seen.look.shape[2] - 1)
        held = seen.look[rows.actor, rows.incident, card, rows.world] == Look.FOUND
        held &= seen.published[rows.incident, card, rows.world] == 0
        code[~held | (card != choice)] = GENERAL + 12
    if "cover" in action.also:
        cover = rows.cover
        odd = (cover < NOBODY) | (cover >= len(seen.support))
        code[odd | (cover == rows.actor) | (cover == rows.target)] = GENERAL + 13
    return code


def _option(action: Action, rows: Orders, seen: View) -> tuple[Index, Bools]:
    """Which option on the axis of the action's aim an order chooses."""
    column, length = {
        Aim.NOTHING: (np.zeros(len(rows), np.int16), 1),
        Aim.NATION: (rows.target, len(seen.support)),
        Aim.INCIDENT: (rows.incident, seen.known.shape[1]),
        Aim.SECTOR: (rows.choice, seen.service.shape[1]),
    }[action.aim]
    outside = (column < 0) | (column >= length)
    return np.where(outside, 0, column), outside


def _twice(orders: Orders) -> Bools:
    """Orders that repeat an earlier one of the same nation."""
    keys = np.stack(
        [orders.world, orders.actor, orders.action, orders.target, orders.incident, orders.choice]
    )
    _, first = np.unique(keys, axis=1, return_index=True)
    again = np.ones(len(orders), bool)
    again[first] = False
    return again


def prices(actions: Sequence[Action]) -> Floats:
    """What one step of each action costs. [A, 3]"""
    return np.array([[getattr(a.cost, s) for s in STOCKS] for a in actions], np.float32)


def _pay(world: World, actions: Sequence[Action], orders: Orders, code: Ints) -> Ints:
    """Orders are paid for in the order given; one that cannot be is void. (Rules 9.3)"""
    if not len(orders):
        return code
    left = np.stack([getattr(world, stock) for stock in STOCKS])
    price = prices(actions)[np.minimum(np.maximum(orders.action, 0), len(actions) - 1)]
    price = price * np.maximum(orders.level, 1)[:, None]
    for rank in range(int(orders.rank.max()) + 1):
        rows = np.flatnonzero((orders.rank == rank) & (code == 0))
        actor, where = orders.actor[rows], orders.world[rows]
        short = price[rows] > left[:, actor, where].T
        poor = short.any(axis=1)
        code[rows[poor]] = GENERAL + 7 + short[poor].argmax(axis=1)
        paid = rows[~poor]
        left[:, orders.actor[paid], orders.world[paid]] -= price[paid].T
    return code


def _tell(orders: Orders, code: Ints, log: Log) -> None:
    if not log.kept or not len(orders):
        return
    bad = np.flatnonzero(code)
    if bad.size:
        rows = orders.take(bad)
        seen = only(rows.actor)
        log.note(
            What.VOID,
            rows.world,
            rows.actor,
            rows.target,
            rows.incident,
            rows.action,
            code[bad],
            seen,
        )
    log.orders.append(orders.take(code == 0))


def why_void(actions: Sequence[Action], action: int, code: int) -> str:
    """The reason of a void order in words."""
    if code >= GENERAL:
        return REFUSALS[code - GENERAL]
    return actions[action].refusals[code - 1] if code > 0 else ""


def keeps(actions: Sequence[Action], orders: Orders) -> Ints:
    """For each order the promise it keeps, or NOBODY. [rows]"""
    table = np.array([NOBODY if a.keeps is None else a.keeps for a in actions], np.int16)
    return table[orders.action]
