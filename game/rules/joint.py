"""What several nations do with one voice, by treaty or through an organisation. (Rules 8)

Acting together hits harder and costs each less.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import claims, requests
from game.rules import params as p
from game.rules.changes import Changes
from game.rules.escalation import strike
from game.rules.evidence import forensic_work
from game.rules.world import Floats, Index, Promise, Skill, Status, once, which


def condemn(change: Changes, actor: Any, incident: Any, where: Any, joint: bool = False) -> None:
    """Condemn an incident without naming anyone. (Rules 6.7)"""
    first = once(where, incident, actor)
    actor, incident, where = actor[first], incident[first], where[first]
    fresh = change.world.condemned[actor, incident, where] == 0
    now = change.world.turn
    change.put("condemned", actor[fresh], incident[fresh], where[fresh], to=now)
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
    one = _sharpest(incident, party, where, level, accused)
    for depth, word in ((1, 4), (2, 5)):
        now = one[level[one] == depth]
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
    first = once(where, party, accused)
    party, accused, where = party[first], accused[first], where[first]
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
    change: Changes, helper: Index, target: Index, where: Index, mends: Any, probes: float
) -> None:
    """Response teams mend services and do forensics at another's side. (Rules 9.40)

    mends: service restored in each case at resilience 100; probes: steps of forensic work lent.
    """
    world = change.world
    active = world.status[:, where] == Status.ACTIVE
    case, row = np.nonzero(active & (world.victim[:, where] == target))
    hurt, there, by = target[row], where[row], helper[row]
    skill = world.capability[by, Skill.RESILIENCE, there] * np.float32(0.01)
    each = np.broadcast_to(np.asarray(mends, np.float32), where.shape)[row]
    mended = each * (np.float32(0.5) + skill)
    sector = world.sector[case, there]
    change.add("service", hurt, sector, there, by=mended, why="helped", who=by)
    lent = forensic_work(world, p.PROBE_ORDER * probes)[by, case, there]
    change.add("probe", hurt, case, there, by=lent, why="helped", who=by)
    change.raise_to("mending", target, where, to=world.turn)


def assist(change: Changes, helper: Index, victim: Index, where: Index, strength: Floats) -> None:
    """Help owed or decided together: it answers a call, costs effort, earns trust. (Rules 8.16)"""
    able = which(change.world.effort[helper, where] >= np.float32(p.ASSIST_EFFORT))
    helper, victim, where, strength = helper[able], victim[able], where[able], strength[able]
    send_help(change, helper, victim, where, p.ASSIST_MENDS * strength, p.ASSIST_PROBES)
    change.add("effort", helper, where, by=-p.ASSIST_EFFORT, why="assistance", who=helper)
    thanks = p.ASSIST_THANKS
    change.add("deeds", victim, helper, where, by=thanks, why="assistance", who=helper)
    requests.answer(change, helper, victim, Promise.HELP, where)


def end_sooner(change: Changes, home: Index, victim: Index | None, where: Index) -> None:
    """What actors on a nation's soil have under way ends a turn sooner. (Rules 8.15, 9.43)

    victim: only what hits that nation, if given.
    """
    world, board = change.world, change.world.board
    case, row = np.nonzero(world.status[:, where] == Status.ACTIVE)
    hand = board.hand[case, np.maximum(world.culprit[case, where[row]], 0)]
    guest = (hand >= board.nations) & (board.home[np.maximum(hand, 0)] == home[row])
    if victim is not None:
        guest &= world.victim[case, where[row]] == victim[row]
    case, there = case[guest], where[row[guest]]
    ends = np.maximum(world.until[case, there] - 1, world.turn)
    change.lower_to("until", case, there, to=ends)


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
