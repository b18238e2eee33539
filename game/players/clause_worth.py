"""What each clause is worth to the one asked, from its view. (Rules 13.2)"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.players.asked import Asked
from game.rules import clauses as c
from game.rules.action import Feature
from game.rules.world import Floats, Index, Skill, which

ACCUSED = np.float32(-20)

WORDS_COST = np.float32(0.7)
"""What naming somebody weighs with those who would rather keep a way back open."""

JOINT_SHARE = np.float32(0.4)
"""Share of the risk of a claim that each bears where several speak."""

SEEN_KEPT = np.float32(0.15)
"""How much each level of verification makes up for faith in a promise of restraint."""


def values(asked: Asked) -> Floats:
    """The worth of each clause. [rows, C]"""
    value = np.zeros(asked.levels.shape, np.float32)
    for clause in which(asked.levels.any(axis=0)):
        if clause in _WORTH:
            value[:, clause] = _WORTH[int(clause)](asked) * asked.has(int(clause))
    return value


def speech(asked: Asked) -> Floats:
    """Condemning the incident with others."""
    voice = asked.weight(Feature.VOICE)
    favour = asked.weight(Feature.BOND) * asked.kind
    worth: Floats = voice * asked.stake * np.float32(0.4) + favour - 4 * asked.done
    return worth


def accusation(asked: Asked, need: Floats) -> Floats:
    """Naming the accused with others, which takes belief."""
    ties = asked.reading.ties
    voice = asked.weight(Feature.VOICE) + asked.weight(Feature.JUSTICE) * np.float32(0.5)
    voice = voice * asked.of_case(ties.voice)
    fear = asked.towards(asked.reading.fear, asked.named) * asked.names_state
    danger = asked.weight(Feature.RISK) * (asked.reading.danger[0, 0, asked.world] + fear)
    doubted = np.minimum(asked.weight(Feature.RISK), 0) * asked.of_case(ties.exposed)
    worth = voice * asked.stake * asked.belief * np.float32(0.5)
    worth = worth + asked.weight(Feature.BOND) * asked.kind + danger * 4 + doubted * JOINT_SHARE
    worth = worth - asked.weight(Feature.CALM) * WORDS_COST
    short = (asked.belief - need) * 12
    worth = np.where(asked.belief >= need, worth, np.minimum(worth, 0) + short)
    return np.where(asked.touches, ACCUSED, worth)


def punishment(asked: Asked, need: Floats) -> Floats:
    """Sanctioning the accused with others: wrath against fear, and against what it gives."""
    reading = asked.reading
    wrath = asked.weight(Feature.JUSTICE) + asked.weight(Feature.SPITE) * np.float32(0.5)
    fear = asked.towards(reading.fear, asked.named)
    worth = wrath * asked.stake * asked.belief * np.float32(0.55)
    worth = worth + asked.weight(Feature.BOND) * asked.kind
    worth = worth + asked.weight(Feature.RISK) * (reading.danger[0, 0, asked.world] * 3 + fear)
    worth = worth - asked.weight(Feature.CALM) * np.float32(0.5)
    short = (asked.belief - need) * 12
    worth = np.where(asked.belief >= need, worth, np.minimum(worth, 0) + short)
    return np.where(asked.touches, ACCUSED, worth)


def shield(asked: Asked) -> Floats:
    """Help in need: worth the more, the more one fears and the less one can do alone."""
    reading, seen = asked.reading, asked.reading.seen
    fear = reading.fear.max(axis=1)[asked.nation, asked.world]
    weak = 1 - seen.capability[asked.nation, Skill.RESILIENCE, asked.world] * np.float32(0.01)
    need = asked.weight(Feature.PROTECT) * (fear * 3 + weak * np.float32(0.8))
    bond = asked.weight(Feature.BOND) * (asked.warm + np.float32(0.2))
    worth: Floats = need * (np.float32(0.6) + asked.warm) + bond - np.float32(0.3)
    return worth


def watch(asked: Asked) -> Floats:
    """A body that looks into incidents: good for those with nothing to hide."""
    know, calm = asked.weight(Feature.KNOW), asked.weight(Feature.CALM)
    puzzle = asked.reading.puzzle[asked.nation, 0, asked.world]
    worth = know * (np.float32(0.3) + puzzle * np.float32(0.2)) + calm * np.float32(0.5)
    loss = np.maximum(asked.weight(Feature.GAIN), 0) * np.float32(0.9)
    good: Floats = worth - loss - 6 * asked.hiding
    return good


def rule(asked: Asked) -> Floats:
    """Endorsing a norm in public: for those who mean to be held to it."""
    seen = asked.reading.seen
    norm = np.minimum(asked.topic, max(seen.norm.shape[1] - 1, 0))
    by = asked.weight(Feature.HONOUR) * np.float32(0.8) + asked.weight(Feature.CALM) * (
        np.float32(0.5)
    )
    loss = np.maximum(asked.weight(Feature.GAIN), 0) * np.float32(1.1)
    if not seen.norm.shape[1]:
        return by - loss
    held = seen.norm[asked.nation, norm, asked.world] > 0
    joined = (seen.norm[:, norm, asked.world] > 0).sum(axis=0).astype(np.float32)
    crowd = joined / np.float32(len(seen.norm))
    return np.where(held, np.float32(0.6), by - loss + crowd * np.float32(0.9))


def aid(asked: Asked, taker: Index) -> Floats:
    """Capacity given to another: for the sake of a friend, or because it is a back door."""
    weak = 1 - asked.reading.seen.capability_of[asked.nation, taker, Skill.DEFENCE, asked.world] * (
        np.float32(0.01)
    )
    warm = asked.towards(asked.reading.warm, taker)
    kind = asked.weight(Feature.BOND) * (warm + np.float32(0.3)) * 3
    worth: Floats = weak * (kind + asked.weight(Feature.PROTECT))
    return worth


def training(asked: Asked) -> Floats:
    """Capacity received."""
    defence = asked.reading.seen.capability[asked.nation, Skill.DEFENCE, asked.world]
    weak = np.float32(1.1) - defence * np.float32(0.01)
    worth: Floats = asked.weight(Feature.PROTECT) * weak * 3 + np.float32(0.5)
    return worth - asked.towards(asked.reading.fear, asked.proposer) * 4


def line(asked: Asked) -> Floats:
    """A line to the other side costs nothing and calms."""
    calm = asked.weight(Feature.CALM)
    worth: Floats = calm * (asked.tension * np.float32(0.25) + np.float32(0.5))
    return worth + np.float32(0.2)


def _no_operations(asked: Asked) -> Floats:
    gain, spite = asked.weight(Feature.GAIN), asked.weight(Feature.SPITE)
    hurt, fear = asked.hurt, asked.fear
    prey = asked.quarrel * (gain * 2 + spite * 2) + hurt * spite * np.float32(0.4)
    idle = asked.trait("guile") * (np.float32(0.7) - SEEN_KEPT * asked.levels[:, c.VERIFICATION])
    prey = prey * (1 - np.maximum(idle, 0))  # a word one may break unseen costs less to give
    peace = asked.weight(Feature.CALM) * (asked.tension * np.float32(0.5) + fear * 4 + 1)
    sure = asked.faith + SEEN_KEPT * asked.levels[:, c.VERIFICATION]
    peace = peace * np.minimum(sure + np.float32(0.15), 1)
    unpaid = hurt * np.maximum(asked.weight(Feature.JUSTICE), 0) * np.float32(0.3)
    worth: Floats = peace - prey - unpaid - asked.quarrel
    return worth


def _evidence_sharing(asked: Asked) -> Floats:
    puzzle = asked.reading.puzzle[asked.nation, 0, asked.world]
    wide = asked.levels[:, c.EVIDENCE_SHARING] > 1
    know = asked.weight(Feature.KNOW) * (puzzle * asked.skill * np.float32(0.5) + np.float32(0.4))
    share = know + asked.weight(Feature.BOND) * asked.warm - 6 * asked.hiding
    worth: Floats = share - wide * np.float32(0.5)
    return worth


def _off_limits(asked: Asked) -> Floats:
    fear, level = asked.fear, asked.levels[:, c.OFF_LIMITS]
    gain, spite = asked.weight(Feature.GAIN), asked.weight(Feature.SPITE)
    prey = asked.quarrel * (np.maximum(gain, 0) + spite) * level
    safe = asked.weight(Feature.PROTECT) * (fear * 3 + np.float32(0.5))
    good = safe + asked.weight(Feature.CALM) * (1 + asked.tension * np.float32(0.2))
    worth: Floats = (good * np.float32(0.7) - prey).astype(np.float32)
    return worth


def _verification(asked: Asked) -> Floats:
    level = asked.levels[:, c.VERIFICATION].astype(np.float32)
    doubt = (1 - asked.warm) * np.float32(0.25)
    good = asked.weight(Feature.KNOW) * np.float32(0.2) + doubt
    secrets = np.maximum(asked.weight(Feature.GAIN), 0) * np.float32(0.5) + 2 * asked.hiding
    worth: Floats = level * (good - secrets) - (level > 2) * np.float32(0.4)
    return worth


def _relief(asked: Asked) -> Floats:
    seen = asked.reading.seen
    imposed = np.maximum(seen.sanction, seen.expelled)
    on_me = asked.most(imposed.swapaxes(0, 1)[seen.seats])
    by_me = asked.most(imposed[seen.seats])
    angry = asked.hurt * asked.weight(Feature.JUSTICE)
    calm = asked.weight(Feature.CALM)
    worth = on_me * (2 + calm) + by_me * (calm * np.float32(0.8) - angry * np.float32(0.4))
    return worth + np.float32(0.2)


def _compensation(asked: Asked) -> Floats:
    """Being paid is welcome, if justice can be bought; paying takes a bad conscience."""
    angry = asked.hurt * np.maximum(asked.weight(Feature.JUSTICE), 0)
    paid = np.float32(2.2) - angry * np.float32(0.15)
    honour = np.maximum(asked.weight(Feature.HONOUR), 0)
    guilty = asked.hiding * (honour * 2 + asked.weight(Feature.CALM) * asked.tension * 1)
    return np.where(asked.levels[:, c.COMPENSATION] == 1, paid, guilty - 2)


def _capacity_aid(asked: Asked) -> Floats:
    gives = asked.levels[:, c.CAPACITY_AID] == 2
    return np.where(gives, aid(asked, asked.proposer), training(asked))


def _takedown(asked: Asked) -> Floats:
    """Welcome to victims; a burden to those who profit from criminals at home."""
    public = asked.reading.seen.public
    nations = asked.reading.other.shape[1]
    hosts = (public.home[nations:] == asked.nation[:, None]).any(axis=1)
    gain = np.maximum(asked.weight(Feature.GAIN), 0)
    stake = asked.reading.stake.max(axis=1)[asked.nation, asked.world]
    worth = asked.weight(Feature.PROTECT) * (np.float32(0.3) + stake * np.float32(0.1))
    worth = worth + asked.weight(Feature.CALM) * np.float32(0.4)
    good: Floats = worth - hosts * gain * np.float32(2.2)
    return good


def _settlement(asked: Asked) -> Floats:
    calm = asked.weight(Feature.CALM) * (asked.tension * np.float32(0.4) + np.float32(0.6))
    worth: Floats = calm + np.float32(0.2)
    return worth - asked.weight(Feature.SPITE) * asked.quarrel * 2


def _vulnerabilities(asked: Asked) -> Floats:
    arms = asked.reading.seen.exploits[asked.nation, asked.world].astype(np.float32)
    value = np.maximum(asked.weight(Feature.GAIN), 0) + np.maximum(asked.weight(Feature.SPITE), 0)
    safe = asked.weight(Feature.CALM) * np.float32(0.5)
    safe = safe + asked.weight(Feature.PROTECT) * np.float32(0.4)
    worth: Floats = safe - value * (np.float32(0.4) + arms * np.float32(0.7))
    return worth


_WORTH: dict[int, Callable[[Asked], Floats]] = {
    c.NO_OPERATIONS: _no_operations,
    c.EVIDENCE_SHARING: _evidence_sharing,
    c.HOTLINE: line,
    c.JOINT_STATEMENT: speech,
    c.OFF_LIMITS: _off_limits,
    c.VERIFICATION: _verification,
    c.MUTUAL_ASSISTANCE: shield,
    c.SANCTIONS_RELIEF: _relief,
    c.COMPENSATION: _compensation,
    c.CAPACITY_AID: _capacity_aid,
    c.NORM_ENDORSEMENT: rule,
    c.TAKEDOWN: _takedown,
    c.DISPUTE_SETTLEMENT: _settlement,
    c.ATTRIBUTION_BODY: watch,
    c.VULNERABILITIES: _vulnerabilities,
}
"""Clauses by what they are worth; those that accuse are weighed with the proof they take."""
