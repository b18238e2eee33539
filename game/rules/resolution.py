"""Resolution: orders are screened, paid for, and take effect stage by stage. (Rules 9)"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.rules.action import Action, Doing, Options, Stage
from game.rules.changes import Changes
from game.rules.evidence import believe, learn, settle_cards
from game.rules.happenings import Log, What
from game.rules.incidents import Operations, launch
from game.rules.orders import Orders
from game.rules.screening import GENERAL, POOR, STOCKS, by_action, forms, screen
from game.rules.treaties import in_force
from game.rules.world import NOBODY, Floats, Index, Ints, World, which


def resolve(world: World, options: Options, orders: Orders, log: Log) -> Orders:
    """Let the orders take effect; what cannot is void, with a reason. (Rules 9.3)"""
    orders = _in_order(orders)
    code = screen(options, orders)
    _pay(world, options.actions, orders, code, log)
    _tell(orders, code, log)
    valid = _tidy(options.actions, orders.take(which(code == 0)))
    parted = by_action(options.actions, valid, np.arange(len(valid)))
    for stage in Stage:
        now = [(a, rows) for a, rows in parted if options.actions[a].stage is stage]
        if now:
            _stage(world, options.actions, now, valid, log)
        if stage is Stage.INVESTIGATE:
            settle_cards(world, log)
            believe(world)
    return valid


def _tidy(actions: tuple[Action, ...], orders: Orders) -> Orders:
    """Orders without what their actions do not use. (Rules 9.3)"""
    form = forms(actions)
    aimed, about = form.to_nation[orders.action], form.incident[orders.action]
    target = np.where(aimed, orders.target, NOBODY)
    incident = np.where(about, orders.incident, NOBODY)
    return replace(orders, target=target, incident=incident)


def _in_order(orders: Orders) -> Orders:
    """Each nation's orders numbered 0, 1, 2 … as they stand in its list."""
    if not len(orders):
        return orders
    row = np.lexsort((orders.rank, orders.actor, orders.world))
    key = orders.world[row] * 64 + orders.actor[row]
    rank = np.empty(len(row), np.intp)
    rank[row] = np.arange(len(row)) - np.searchsorted(key, key)
    return replace(orders, rank=rank)


def _stage(
    world: World,
    actions: tuple[Action, ...],
    parted: list[tuple[int, Index]],
    orders: Orders,
    log: Log,
) -> None:
    """Everyone acts on the same world; the changes are added up at the end. (Rules 9.2)"""
    doing = Doing(world, Changes(world, log.ledger), log, [], [])
    for number, rows in parted:
        actions[number].resolve(doing, orders.take(rows))
    doing.change.apply()
    if doing.treaties_changed:
        in_force(world)
    if doing.lessons:
        learn(world, *(np.concatenate(part) for part in zip(*doing.lessons, strict=True)))
    if doing.operations:
        launch(world, Operations.join(doing.operations), log)


def _pay(world: World, actions: tuple[Action, ...], orders: Orders, code: Ints, log: Log) -> None:
    """Orders are paid for in the order given; one that cannot be is void. (Rules 9.3)"""
    if not len(orders):
        return
    left = np.stack([world.capital, world.effort, world.funds])
    action = np.minimum(np.maximum(orders.action, 0), len(actions) - 1)
    form = forms(actions)
    times = np.where(form.steps[action], np.maximum(orders.level, 1), 1)
    price = (form.price[action] * times[:, None]).T
    for rank in range(int(orders.rank.max()) + 1):
        rows = ((orders.rank == rank) & (code == 0)).nonzero()[0]
        actor, where = orders.actor[rows], orders.world[rows]
        short = left[:, actor, where] < price[:, rows]
        poor = short.any(axis=0)
        code[rows[poor]] = GENERAL + POOR + short[:, poor].argmax(axis=0)
        left[:, actor, where] -= price[:, rows] * ~poor
    _charge(world, actions, orders, code, price, log)


def _charge(
    world: World,
    actions: tuple[Action, ...],
    orders: Orders,
    code: Ints,
    price: Floats,
    log: Log,
) -> None:
    """Take the price of what was paid for; the ledger says for which action."""
    change = Changes(world, log.ledger)
    paid = which(code == 0)
    parts = by_action(actions, orders, paid) if log.kept else [(0, paid)]
    for number, rows in parts:
        who, where = orders.actor[rows], orders.world[rows]
        for stock, cost in zip(STOCKS, price[:, rows], strict=True):
            change.add(stock, who, where, by=-cost, why=actions[number].id, who=who)
    change.apply()


def _tell(orders: Orders, code: Ints, log: Log) -> None:
    if not log.kept or not len(orders):
        return
    bad = code.nonzero()[0]
    if bad.size:
        rows = orders.take(bad)
        seen = (rows.actor,)
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
