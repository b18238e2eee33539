"""What several nations do with one voice, by treaty or through an organisation. (Rules 8)

Acting together hits harder and costs each less.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import claims
from game.rules import params as p
from game.rules.changes import Changes
from game.rules.escalation import strike
from game.rules.evidence import forensic_work
from game.rules.world import Index, Skill, Status, which


def condemn(change: Changes, actor: Any, incident: Any, where: Any, joint: bool = False) -> None:
    """Condemn an incident without naming anyone. (Rules 6.7)"""
    fresh = change.world.condemned[actor, incident, where] == 0
    change.raise_to("condemned", actor, incident, where, to=1)
    claims.publish_case(change, incident, where)
    praise = p.CONDEMNED * (2 if joint else 1) * fresh
    change.add("standing", actor, where, by=praise, why="condemns", who=actor)
    mine = change.world.victim[incident, where] == actor
    share = p.VENT_WORDS * (1.5 if joint else 0.6) * mine * fresh
    claims.vent(change, actor, where, share, "condemns")


def attribute(
    change: Changes, party: Index, incident: Index, accused: Index, level: Index, where: Index
) -> None:
    """All name the same actor, at level 1 or 2 of the clause, with shared risk. (Rules 8.5)

    Of several joint words of one nation on one incident, the sharpest holds.
    """
    once = _sharpest(incident, party, where, level, accused)
    for depth, word in ((1, 4), (2, 5)):
        now = once[level[once] == depth]
        claims.name(
            change,
            party[now],
            incident[now],
            accused[now],
            np.full(len(now), word),
            depth,
            where[now],
            joint=True,
        )


def _sharpest(incident: Index, party: Index, where: Index, level: Index, accused: Index) -> Index:
    """One row for each party and incident, whatever the order of the rows."""
    rows = which(level > 0)
    key = ((where * 64 + incident) * 64 + party)[rows]
    order = np.lexsort((accused[rows], -level[rows], key))
    first = np.unique(key[order], return_index=True)[1]
    return rows[order[first]]


def sanction(change: Changes, party: Index, accused: Index, where: Index) -> None:
    """Several sanction one nation: each new one bites, heat and price are shared. (Rules 8.12)"""
    key = (where * 64 + party) * 64 + accused
    once = np.unique(key, return_index=True)[1]
    party, accused, where = party[once], accused[once], where[once]
    fresh = which((change.world.sanction[party, accused, where] == 0) & (party != accused))
    party, accused, where = party[fresh], accused[fresh], where[fresh]
    if not party.size:
        return
    heat = p.HEAT_NONVIOLENT * p.JOINT_SHARE
    change.raise_to("sanction", party, accused, where, to=1)
    strike(change.world, change, party, accused, where, heat, "joint sanctions")
    bite = 1 + 2 * change.world.board.power[party]
    change.add("funds", accused, where, by=-bite, why="sanctioned", who=party)
    change.add("support", accused, where, by=-1.0, why="sanctioned", who=party)
    change.add("deeds", accused, party, where, by=-3.0, why="sanctions", who=party)
    change.add("hostility", accused, party, where, by=2.0, why="sanctions", who=party)
    claims.vent(change, party, where, p.VENT_DEEDS, "joint sanctions")


def send_help(
    change: Changes, helper: Index, target: Index, where: Index, mends: float, probes: float
) -> None:
    """Response teams mend services and do forensics at another's side. (Rules 9.40)

    mends: service restored in each case at resilience 100; probes: steps of forensic work lent.
    """
    world = change.world
    active = world.status[:, where] == Status.ACTIVE
    case, row = np.nonzero(active & (world.victim[:, where] == target))
    hurt, there, by = target[row], where[row], helper[row]
    skill = world.capability[by, Skill.RESILIENCE, there] * np.float32(0.01)
    mended = np.float32(mends) * (np.float32(0.5) + skill)
    sector = world.sector[case, there]
    change.add("service", hurt, sector, there, by=mended, why="helped", who=by)
    lent = forensic_work(world, p.PROBE_ORDER * probes)[by, case, there]
    change.add("probe", hurt, case, there, by=lent, why="helped", who=by)
    change.raise_to("mending", target, where, to=world.turn)


def end_sooner(change: Changes, home: Index, victim: Index | None, where: Index) -> None:
    """Active cases of actors on a nation's soil end a turn sooner; of one victim only, if given."""
    world, board = change.world, change.world.board
    case, row = np.nonzero(world.status[:, where] == Status.ACTIVE)
    hand = board.hand[case, np.maximum(world.culprit[case, where[row]], 0)]
    guest = (hand >= board.nations) & (board.home[np.maximum(hand, 0)] == home[row])
    if victim is not None:
        guest &= world.victim[case, where[row]] == victim[row]
    case, there = case[guest], where[row[guest]]
    key = np.unique(case * np.intp(1 << 32) + there, return_index=True)[1]
    case, there = case[key], there[key]
    ends = np.maximum(world.until[case, there] - 1, world.turn)
    change.put("until", case, there, to=ends)


def build_capacity(change: Changes, target: Any, where: Any, points: Any, who: Any) -> None:
    """Defence and forensics that arrive the turn after next, more with a strategy. (Rules 9.4)"""
    absorbs = 1 + change.world.strategy[target, where] * np.float32(p.STRATEGY_ABSORBS)
    for skill in (Skill.DEFENCE, Skill.FORENSICS):
        by = points * absorbs
        change.add("maturing", target, skill, 1, where, by=by, why="capacity", who=who)
    change.count("aid", who, target, where)


def pairs(party: Any) -> tuple[Index, Index, Index]:
    """Row, one and other for each pair of different parties, both ways round. party: [rows, N]"""
    both = party[:, :, None] & party[:, None, :]
    both &= ~np.eye(party.shape[1], dtype=bool)
    row, one, other = np.nonzero(both)
    return row, one, other
