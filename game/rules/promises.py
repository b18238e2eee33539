"""Promises: the ledger of what was kept, broken, and is still open. (Rules 8.10)"""

from __future__ import annotations

import numpy as np

from game.rules import params as p
from game.rules.changes import Changes
from game.rules.happenings import Log, What
from game.rules.orders import Orders
from game.rules.world import NOBODY, Bools, Index, Promise, Status, World


def keep_promises(world: World, done: Bools, log: Log) -> None:
    """The promise ledger: kept, broken, still open. (Rules 8.10)

    done: [N, N, M, B] what each nation did this turn for each other.
    """
    if not world.promised.any():
        return
    change = Changes(world, log.ledger)
    open_ = world.promised >= np.int16(max(world.turn, 1))
    struck = world.struck == world.turn
    broken = np.zeros_like(done)
    broken[:, :, Promise.RESTRAINT] = open_[:, :, Promise.RESTRAINT] & struck
    named = (world.claimed == world.turn).any(axis=1)
    broken[:, :, Promise.SILENCE] = open_[:, :, Promise.SILENCE] & named[:, None]
    last = world.promised == world.turn
    passive = np.zeros_like(done)
    passive[:, :, [Promise.RESTRAINT, Promise.SILENCE]] = True
    kept = open_ & np.where(passive, last & ~broken, done)
    broken |= last & ~passive & ~done
    vain = broken[:, :, Promise.HELP] & ~_needed(world)
    broken[:, :, Promise.HELP] &= ~vain
    actor, target, where = np.nonzero(vain)
    change.put("promised", actor, target, Promise.HELP, where, to=0)
    _settle(change, kept, broken, log)


def _needed(world: World) -> Bools:
    """Whether one knew of something at the other that a team could have helped with. [N, N, B]"""
    needed = np.zeros((world.board.nations, *world.kept.shape[1:]), bool)
    every = np.arange(world.worlds)
    lately = (world.status == Status.ACTIVE) | (world.until == world.turn)
    for incident in np.flatnonzero(lately.any(axis=1)).tolist():
        knows = (world.known[:, incident] > 0) & lately[incident]
        needed[:, world.victim[incident], every] |= knows
    return needed


def done_for(world: World, deeds: Orders, keeps: Index) -> Bools:
    """What each nation did this turn for each other, of what can be asked. [N, N, M, B]

    Deeds without a target are done for everybody. keeps: for each order that took effect, the
    promise that its action keeps, or NOBODY.
    """
    done = np.zeros(world.promised.shape, bool)
    rows, kind = deeds.take(keeps != NOBODY), keeps[keeps != NOBODY]
    state = (rows.target != NOBODY) & (rows.target < world.board.nations)
    one, all_ = rows.take(state), rows.take(rows.target == NOBODY)
    done[one.actor, one.target, kind[state], one.world] = True
    done[all_.actor, :, kind[rows.target == NOBODY], all_.world] = True
    return done


def _settle(change: Changes, kept: Bools, broken: Bools, log: Log) -> None:
    for what, name, cells, trust in (
        (What.KEPT, "kept", kept, p.KEPT_PROMISE),
        (What.BROKE, "broken", broken, -p.KEPT_PROMISE * p.LOSS_WEIGHT),
    ):
        actor, target, topic, where = np.nonzero(cells)
        change.count(name, actor, target, where)
        change.put("promised", actor, target, topic, where, to=0)
        change.add("deeds", target, actor, where, by=trust, why=name, who=actor)
        log.note(what, where, actor, target, a=-1 - topic, seen=(actor, target))
    change.apply()
