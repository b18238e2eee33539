"""Trust, hostility and grievance. (Rules 5)

Trust is what deeds earned less what the row believes the column did to it and others: blame is
worked out anew each turn from present belief, so that clearing a suspect gives the trust back.
"""

from __future__ import annotations

import numpy as np

from game.rules import params as p
from game.rules.changes import Changes, on_grid, put_derived
from game.rules.happenings import Log
from game.rules.norms import gravity
from game.rules.world import GRID, Floats, Index, Status, World, which


def judge(world: World) -> None:
    """Work out grievance and trust from deeds and present beliefs. (Rules 5.1, 5.2)"""
    grievance = _blame(world)
    put_derived(world, "grievance", np.minimum(grievance, 100))
    lost = _lost(world, grievance)
    put_derived(world, "trust", np.minimum(np.maximum(world.deeds - lost, 0), 100))


def lost_to_blame(world: World) -> Floats:
    """What present beliefs take from the trust that deeds earned. [N, N, B] (Rules 5.2)"""
    return _lost(world, _blame(world))


def _lost(world: World, grievance: Floats) -> Floats:
    lost: Floats = grievance + on_grid(_allied_blame(world, grievance))
    return lost


def _blame(world: World) -> Floats:
    """What each nation holds against each other, over all incidents. [N, N, B]"""
    guilt = world.guilt[:, :, : world.board.nations]
    parts = np.rint(_weight(world)[:, :, None] * guilt * GRID)
    blame: Floats = parts.sum(axis=1) / np.float32(GRID)
    return blame


def _weight(world: World) -> Floats:
    """Trust at stake in each incident, by observer. [N, I, B]"""
    nation = np.arange(world.board.nations)[:, None, None]
    share = np.where(
        world.victim == nation, np.float32(p.BLAME_VICTIM), np.float32(p.BLAME_WITNESS)
    )
    begun = world.status != Status.AWAITED
    weight: Floats = share * (world.severity * begun)
    return weight * gravity(world) if world.board.normed else weight


def _allied_blame(world: World, grievance: Floats) -> Floats:
    """A nation takes over a share of the largest grievance among its allies. [N, N, B]"""
    friends = world.board.ally[:, :, None, None]
    shared = (friends * grievance).max(axis=1)
    own = np.minimum(grievance, shared)
    taken: Floats = (shared - own) * np.float32(p.ALLY_SHARE)
    return taken


def settle_blame(world: World, incident: Index, where: Index, log: Log) -> None:
    """A closed case makes room for a new one: its blame is written into deeds. (Rules 5.3)"""
    used = which(world.began[incident, where] >= 0)
    incident, where = incident[used], where[used]
    if not incident.size:
        return
    count = world.board.nations
    nation = np.arange(count)[:, None]
    weight = _weight(world)[:, incident, where]
    change = Changes(world, log.ledger)
    for other in range(count):
        guilt = world.guilt[:, incident, other, where]
        change.add("deeds", nation, other, where, by=-weight * guilt, why="closed case")
    change.apply()


def feel(world: World, log: Log) -> None:
    """Hostility answers believed harm and hostility, and cools towards its rest. (Rules 5.4)"""
    nation = np.arange(world.board.nations)[:, None, None]
    fresh = (world.status == Status.ACTIVE) & (world.began == world.turn)
    felt = (fresh * world.severity) * (world.victim == nation)
    parts = np.rint(felt[:, :, None] * world.guilt[:, :, : world.board.nations] * GRID)
    harm = parts.sum(axis=1) / np.float32(GRID)
    change = Changes(world, log.ledger)
    moved = moves(world.hostility, world.board.hostile[:, :, None], harm)
    change.add_all("hostility", on_grid(moved), "feelings")
    change.apply()


def moves(hostility: Floats, rest: Floats, harm: Floats) -> Floats:
    """How hostility moves in a turn: by harm over the bar, by echo, and back to its rest.

    [N, N, B]; harm: severity row suffered this turn x its belief that column did it. (theory E7)
    """
    over = np.maximum(harm - np.float32(p.HOSTILITY_BAR), 0) * np.float32(p.HOSTILITY_HARM)
    above = hostility - rest
    moved: Floats = over + above.swapaxes(0, 1) * np.float32(p.HOSTILITY_ECHO)
    return moved - above * np.float32(p.HOSTILITY_COOLS)
