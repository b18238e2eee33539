"""What an AI would have an organisation do. (Rules 13.1, 16)

For each power that some organisation has: what its use is worth to a member, and which of its
organisations would do it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from game.players.coalitions import SURE, Affair
from game.players.grounds import SOME_TRUST, Grounds
from game.players.plans import NEVER, NOTHING, Kind, Plan
from game.rules.action import Feature
from game.rules.organisations import JOINT
from game.rules.powers import Power
from game.rules.world import NOBODY, Bools, Floats

PROVED = np.float32(0.95)
"""Belief from which an organisation is asked to name the author, not only to condemn."""

NEW = np.float32(0.4)
"""What it adds that an organisation has not been put to use yet."""

Found = tuple[Floats, dict[str, Any]]
"""What the use of a power is worth [V, B], and what it has to be told."""


def motions(grounds: Grounds, affair: Affair) -> list[Plan]:
    """One plan for each power that somebody could use now."""
    bodies = grounds.reading.seen.public.bodies
    if not len(bodies.rule) or not grounds.reading.seen.public.systems.organisations:
        return []
    ready, unfounded = _ready(grounds)
    new = np.broadcast_to(grounds.reading.seen.power_used[None] == 0, ready.shape)
    plans = []
    for power, find in _WORTH.items():
        if power in JOINT and not grounds.reading.seen.public.systems.joint:
            continue
        able = unfounded if power == Power.FOUND else ready & bodies.can[:, power][:, None]
        if not able.any():
            continue
        worth, told = find(grounds, affair)
        if power in JOINT:
            able, told = _not_against_members(grounds, affair, power, able, told)
        strong = able * (bodies.strength[:, power] + np.float32(0.01))[:, None]
        strong = strong + able * new * np.float32(0.5)
        body = strong.argmax(axis=1)
        fresh = np.take_along_axis(new, body[:, None], axis=1)[:, 0] * NEW
        worth = np.where(able.any(axis=1), np.where(worth > 0, worth + fresh, worth), NEVER)
        kind = Kind.MOTION + power
        plans.append(Plan(kind, worth, NOTHING, body=body, power=int(power), **told))
    return plans


def _ready(grounds: Grounds) -> tuple[Bools, Bools]:
    """Organisations in which a seat can move something now; those it could found. [V, O, B]"""
    seen = grounds.reading.seen
    bodies = seen.public.bodies
    lately = (seen.outvoted >= grounds.again) & (seen.outvoted > 0)
    mine = seen.public.member.T[seen.seats][..., None] & ~lately
    rest = bodies.rest.max(axis=1)[:, None]
    busy = (seen.power_used > 0) & (seen.turn < seen.power_used + rest) | (seen.measure_due > 0)
    there = seen.founded > 0
    return mine & (there & ~busy), mine & ~there


def _not_against_members(
    grounds: Grounds, affair: Affair, power: int, able: Bools, told: dict[str, Any]
) -> tuple[Bools, dict[str, Any]]:
    """No organisation names a member: it condemns without a name, or does nothing."""
    public = grounds.reading.seen.public
    member = np.concatenate([public.member.T, np.zeros((1, len(public.member)), bool)])
    suspect = np.minimum(affair.suspect, len(member) - 1)
    inside = member[suspect].swapaxes(1, 2) & affair.state[:, None]
    if power == Power.JOINT_SANCTIONS:
        return able & ~inside, told
    within = (able & inside).any(axis=1)
    return able, told | {"accused": np.where(within, NOBODY, told["accused"])}


def _pool(grounds: Grounds, affair: Affair) -> Found:
    reading = grounds.reading
    unsure = reading.stake * (1 - reading.belief) * ~reading.mine_done
    know = grounds.weight(Feature.KNOW)[:, 0] + grounds.weight(Feature.BOND)[:, 0] * (
        np.float32(0.4)
    )
    worth = unsure.max(axis=1) * know * np.float32(0.6) * ~grounds.reading.hiding[:, 0]
    return worth, {"case": unsure.argmax(axis=1)}


def _state(grounds: Grounds, affair: Affair) -> Found:
    names = affair.proved & affair.silent & affair.state & (affair.belief >= PROVED)
    worth = affair.stake * affair.voice * np.where(names, affair.belief, np.float32(0.6))
    worth = worth * np.float32(0.7) * (names | affair.quiet)
    return worth, {"case": affair.case, "accused": np.where(names, affair.suspect, NOBODY)}


def _sanction(grounds: Grounds, affair: Affair) -> Found:
    reading, seen = grounds.reading, grounds.reading.seen
    v, b = np.arange(len(seen.seats))[:, None], np.arange(seen.worlds)
    named = np.minimum(affair.suspect, reading.other.shape[1] - 1)
    free = affair.state & affair.sure & (affair.belief >= SURE) & ~reading.kept[v, named, b]
    free &= (seen.sanction[seen.seats[:, None], named, b] == 0) & ~affair.done
    wrath = grounds.weight(Feature.JUSTICE) + grounds.weight(Feature.SPITE) * np.float32(0.5)
    worth = affair.stake * affair.belief * wrath[:, 0] * np.float32(0.9) * free
    return worth, {"case": affair.case, "accused": named}


def _assist(grounds: Grounds, affair: Affair) -> Found:
    reading, seen = grounds.reading, grounds.reading.seen
    active = seen.severity * reading.active
    kin = np.take_along_axis(reading.warm, np.maximum(seen.victim, 0).astype(np.intp), axis=1)
    own = reading.mine * (grounds.weight(Feature.PROTECT) * np.float32(0.5))
    kind = np.maximum(kin, 0) * ~reading.mine * grounds.weight(Feature.BOND) * np.float32(0.45)
    score = active * (own + kind)
    return score.max(axis=1), {"case": score.argmax(axis=1)}


def _fund(grounds: Grounds, affair: Affair) -> Found:
    """For oneself, if one is among the weak; else for the weakest friend."""
    reading, seen = grounds.reading, grounds.reading.seen
    nation = np.arange(reading.other.shape[1])[:, None]
    mine = nation == reading.me
    protect, bond = grounds.weight(Feature.PROTECT), grounds.weight(Feature.BOND)
    small = 1 - seen.public.power[seen.seats][:, None, None]
    own = grounds.own_weakness * small * protect * 3
    other = (
        grounds.weakness * (bond * (reading.warm + np.float32(0.3)) + protect) * (np.float32(0.9))
    )
    score = np.where(mine, own, other)
    return score.max(axis=1), {"topic": score.argmax(axis=1)}


def _train(grounds: Grounds, affair: Affair) -> Found:
    slack = 1 - grounds.reading.seen.readiness * np.float32(0.01)
    fear = grounds.reading.fear.max(axis=1) * 3 + np.float32(0.7)
    return grounds.weight(Feature.PROTECT)[:, 0] * slack * fear, {}


def _advise(grounds: Grounds, affair: Affair) -> Found:
    seen = grounds.reading.seen
    ready = (seen.position != NOBODY) & (seen.declared[seen.seats] == NOBODY)
    silent = (seen.declared == NOBODY).sum(axis=0).astype(np.float32)
    score = silent / np.float32(len(seen.declared)) * (ready + np.float32(0.5))
    by = grounds.weight(Feature.HONOUR) + grounds.weight(Feature.CALM) * np.float32(0.4)
    return score.max(axis=1) * by[:, 0], {"topic": score.argmax(axis=1)}


def _forum(grounds: Grounds, affair: Affair) -> Found:
    seen = grounds.reading.seen
    if not seen.norm.shape[1]:
        return np.full((len(seen.seats), seen.worlds), NEVER), {}
    scarce = (seen.norm == 0).sum(axis=0).astype(np.float32) / np.float32(len(seen.norm))
    by = grounds.weight(Feature.HONOUR) + grounds.weight(Feature.CALM) * np.float32(0.5)
    topic = np.broadcast_to(scarce.argmax(axis=0), (len(seen.seats), seen.worlds))
    return by[:, 0] * scarce.max(axis=0) * np.float32(1.4), {"topic": topic}


def _open_lines(grounds: Grounds, affair: Affair) -> Found:
    missing = (grounds.have(2) == 0) & grounds.reading.other
    share = missing.sum(axis=1).astype(np.float32) / np.float32(missing.shape[1] - 1)
    heat = grounds.reading.tension.max(axis=1) * np.float32(0.3) + np.float32(1.2)
    return grounds.weight(Feature.CALM)[:, 0] * share * heat, {}


def _mediate(grounds: Grounds, affair: Affair) -> Found:
    """In a quarrel of others, or one's own: a third party is asked to bring both to a table."""
    reading, heat = grounds.reading, grounds.reading.seen.heat
    both = heat + heat.swapaxes(0, 1)
    third = ~np.eye(len(heat), dtype=bool)[reading.seen.seats]
    pairs = (third[:, :, None] & third[:, None, :])[..., None]
    quarrel = (both[None] * pairs).max(axis=2)
    own = both[reading.seen.seats] * (reading.sure_harm < 5)
    quarrel = np.maximum(quarrel, own)
    worth = quarrel.max(axis=1) * grounds.weight(Feature.CALM)[:, 0] * np.float32(0.07)
    return worth, {"topic": quarrel.argmax(axis=1)}


def _investigate(grounds: Grounds, affair: Affair) -> Found:
    reading = grounds.reading
    unsure = reading.stake * (1 - reading.belief) * ~reading.mine_done
    score = unsure * (reading.seen.inquiry == 0)
    by = grounds.weight(Feature.KNOW) * np.float32(0.5) + grounds.weight(Feature.CALM) * (
        np.float32(0.2)
    )
    return score.max(axis=1) * by[:, 0], {"case": score.argmax(axis=1)}


def _found(grounds: Grounds, affair: Affair) -> Found:
    """Worth it to those who would rather have rules than a free hand."""
    seen = grounds.reading.seen
    by = (
        grounds.weight(Feature.HONOUR)
        + grounds.weight(Feature.CALM)
        - np.maximum(grounds.weight(Feature.GAIN), 0)
    )
    friends = (seen.trust >= SOME_TRUST).sum(axis=1).astype(np.float32)
    share = friends / np.float32(seen.trust.shape[1])
    return by[:, 0] * share * np.float32(0.9), {}


_WORTH: dict[int, Callable[[Grounds, Affair], Found]] = {
    Power.POOLED_EVIDENCE: _pool,
    Power.JOINT_STATEMENT: _state,
    Power.JOINT_SANCTIONS: _sanction,
    Power.MUTUAL_ASSISTANCE: _assist,
    Power.CAPACITY_FUND: _fund,
    Power.TRAINING: _train,
    Power.LEGAL_EXPERTISE: _advise,
    Power.NORM_FORUM: _forum,
    Power.CONTACT_DIRECTORY: _open_lines,
    Power.MEDIATION: _mediate,
    Power.INDEPENDENT_ATTRIBUTION: _investigate,
    Power.FOUND: _found,
}
