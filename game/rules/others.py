"""Others who act of their own accord: groups that strike, vendors who publish. (Rules 3)"""

from __future__ import annotations

import numpy as np

from game.rules import dice
from game.rules import params as p
from game.rules.board import Board
from game.rules.evidence import settle_in_public
from game.rules.happenings import Log
from game.rules.incidents import Operations, launch
from game.rules.world import NOBODY, Bools, Index, Look, Skill, Status, World, which


def act(world: World, log: Log) -> None:
    """Groups strike by the hazard of their data, the weakest target most often. (Rules 3.9)"""
    hazards = world.board.hazards
    groups = which(hazards.chance > 0)
    groups = groups[_alone(world.board, groups).any(axis=1)]
    if not groups.size:
        return
    rolled = dice.roll(world.seed, world.turn, "hazard", groups[:, None])
    fed = 1 + world.fed[groups] * np.float32(p.RANSOM_FEEDS)
    free = world.curbed[groups] < world.turn
    acts = (rolled < hazards.chance[groups][:, None] * fed) & free
    row, where = acts.nonzero()
    if not row.size:
        return
    group = groups[row]
    launch(world, _strikes(world, group, where), log)


def _strikes(world: World, group: Index, where: Index) -> Operations:
    hazards = world.board.hazards
    nations = np.arange(world.board.nations)[:, None]
    luck = dice.roll(world.seed[where], world.turn, "prey", group, nations)
    weak = 120 - world.capability[:, Skill.DEFENCE][:, where]
    prey = (luck * weak * hazards.targets[group].T).argmax(axis=0)
    alone = _alone(world.board, group)
    return Operations(
        world=where,
        actor=group,
        target=prey,
        kind=hazards.kind[group].astype(np.intp),
        sector=hazards.sector[group].astype(np.intp),
        severity=hazards.severity[group],
        culprit=alone.argmax(axis=1),
        framed=np.full(len(group), NOBODY),
    )


def _alone(board: Board, group: Index) -> Bools:
    """The hypotheses of an operation that a group did it for nobody. [rows, H]"""
    alone: Bools = (board.hand[-1] == group[:, None]) & (board.sponsor[-1] == NOBODY)
    return alone


def vendors(world: World, log: Log) -> None:
    """A vendor may publish its report on a case that all know of. (Rules 4.9)"""
    board = world.board
    incident, card = board.vendor.nonzero()
    if not incident.size:
        return
    open_ = (world.status != Status.AWAITED) & (world.known != 0).all(axis=0)
    fresh = world.began >= world.turn - int(p.VENDOR_MEMORY)
    unseen = (world.look[:, incident, card] == Look.UNSEEN).any(axis=0)
    row, where = ((open_ & fresh)[incident] & unseen).nonzero()
    rolled = dice.roll(world.seed[where], world.turn, "vendor", incident[row], card[row])
    speaks = which(rolled < np.float32(p.VENDOR_SPEAKS))
    row, where = row[speaks], where[speaks]
    nation, there = (part.ravel() for part in np.meshgrid(np.arange(board.nations), row))
    worlds = np.repeat(where, board.nations)
    settle_in_public(world, nation, incident[there], card[there], worlds, log)
