"""Compliance with treaties: what counts as a breach, and how it is found. (Rules 8)"""

from __future__ import annotations

import numpy as np

from game.rules import params as p
from game.rules.changes import Changes
from game.rules.clauses import (
    DISPUTE_SETTLEMENT,
    NO_OPERATIONS,
    OFF_LIMITS,
    SPARED,
    VERIFICATION,
)
from game.rules.happenings import Breach, Log, What
from game.rules.orders import Orders
from game.rules.treaties import binding, in_force, share_of
from game.rules.world import Bools, Floats, Index, Sector, Status, World


def breach(world: World, blows: Orders, aimed: Bools, log: Log) -> None:
    """Hostile acts against a treaty end it for the one who broke it. (Rules 8.9)

    An open act is a breach at once; a covert one when its victim is sure enough who did it.
    blows: open hostile orders of this turn; aimed: whether an action chooses a sector. [A]
    """
    bound = world.pact[NO_OPERATIONS] > 0
    spared = world.pact[OFF_LIMITS] > 0
    if not (bound.any() or spared.any()):
        return
    everywhere, protected = _exposed(world)
    _openly(world, blows, aimed[blows.action], everywhere, protected)
    broke = (bound & everywhere) | (spared & protected)
    actor, target, where = broke.nonzero()
    if actor.size:
        _punish(world, actor, target, where, log)


def _openly(world: World, blows: Orders, aimed: Bools, everywhere: Bools, protected: Bools) -> None:
    """Enter what was done in the open: by order, or earlier this turn under an older treaty."""
    everywhere[blows.actor, blows.target, blows.world] = True
    blows = blows.take(aimed)
    level = world.pact[OFF_LIMITS, blows.actor, blows.target, blows.world]
    hit = SPARES[level, blows.choice]
    protected[blows.actor[hit], blows.target[hit], blows.world[hit]] = True
    actor, target, where = ((world.struck == world.turn) & ~everywhere).nonzero()
    since = world.treaty_since[:, where] < world.turn
    older = (binding(world, NO_OPERATIONS, actor, target, where) & since).any(axis=0)
    everywhere[actor[older], target[older], where[older]] = True


def _punish(world: World, actor: Index, target: Index, where: Index, log: Log) -> None:
    change = Changes(world, log.ledger)
    change.count("broken", actor, target, where)
    nation = np.arange(world.board.nations)[:, None]
    settled = world.pact[DISPUTE_SETTLEMENT, actor, target, where] > 0
    softer = np.where(settled, np.float32(0.5), np.float32(1))
    share = np.where(nation == target, p.BROKEN_TREATY, p.BROKEN_TREATY / 3)
    loss = share.astype(np.float32) * softer * (nation != actor)
    change.add("deeds", nation, actor, where, by=-loss, why="breach", who=actor)
    paid = np.float32(p.COMPENSATION) * settled
    paid = np.minimum(paid, share_of(world, "funds", actor, where))
    change.add("funds", actor, where, by=-paid, why="settles a breach", who=actor)
    change.add("funds", target, where, by=paid, why="settles a breach", who=actor)
    for clause in (NO_OPERATIONS, OFF_LIMITS):
        treaty, row = binding(world, clause, actor, target, where).nonzero()
        change.put("treaty_party", treaty, actor[row], where[row], to=0)
    change.apply()
    log.note(What.BROKE, where, actor, target, a=Breach.ATTACKED)
    in_force(world, where)


def exposed_at(level: np.ndarray) -> Floats:
    """Belief from which a covert breach counts as exposed, by level of verification. (8.17)"""
    bar: Floats = np.array(p.EXPOSED_AT, np.float32)[level]
    return bar


def _exposed(world: World) -> tuple[Bools, Bools]:
    """Row did something covert to column, which is sure of it, while a treaty stood. [N, N, B]

    First anywhere, under a pact against operations; then in a sector that is off limits.
    """
    nations = world.board.nations
    everywhere = np.zeros(world.pact.shape[1:], bool)
    protected = np.zeros_like(everywhere)
    bar = exposed_at(world.pact[VERIFICATION])[:, :, None]
    sure = world.guilt[:, :, :nations].swapaxes(1, 2) >= bar
    mine = world.victim == np.arange(nations)[:, None, None]
    case = mine & (world.status != Status.AWAITED)
    victim, actor, incident, where = (sure & case[:, None]).nonzero()
    for clause, exposed in ((NO_OPERATIONS, everywhere), (OFF_LIMITS, protected)):
        since = world.treaty_since[:, where] * binding(world, clause, actor, victim, where)
        later = world.began[incident, where] > since.max(axis=0, initial=0)
        later &= since.any(axis=0)
        if clause == OFF_LIMITS:
            level = world.pact[OFF_LIMITS, actor, victim, where]
            later &= SPARES[level, world.sector[incident, where]]
            later &= ~world.board.kinds.quiet[world.kind[incident, where]]
        exposed[actor[later], victim[later], where[later]] = True
    return everywhere, protected


def detection(level: np.ndarray) -> Floats:
    """Chance that a covert breach comes to light, by level of verification. (Rules 8.17)"""
    chance: Floats = np.array(p.DETECTION, np.float32)[level]
    return chance


def complies(gain: Floats, loss: Floats, caught: Floats, patience: Floats) -> Bools:
    """Whether keeping a treaty pays: gain now against the loss of later turns. (Rules 13.7)

    Comply if and only if patience >= gain / (gain + caught x loss). Theory 3, V22.
    """
    keeps: Bools = patience * (gain + caught * loss) >= gain
    return keeps


SPARES: Bools = np.array([[sector in spared for sector in Sector] for spared in SPARED])
"""[levels, Z] sectors off limits by level of that clause."""
