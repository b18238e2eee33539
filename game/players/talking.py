"""What an AI says of its own accord: typed messages, and proposals. (Rules 13.1)"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.rules import dice
from game.rules.action import Feature
from game.rules.clauses import EVIDENCE_SHARING, HOTLINE, NO_OPERATIONS, clause_named
from game.rules.orders import CLAUSES, PARTIES, Messages, Offers
from game.rules.reading import Reading
from game.rules.talks import Tone
from game.rules.world import NOBODY, Bools, Floats, Index, Promise, Seeds, Skill, which

WORTH_SAYING = np.float32(1.5)
WORTH_OFFERING = np.float32(1.6)
WHIM = np.float32(0.6)
NEVER = np.float32(-100)
FRIENDLY = np.float32(45)
"""Trust from which a nation is asked to speak with one voice."""
VOW = 2
"""Turns a promise is given for besides this one; help is promised for this one only."""
PATIENCE = 6
"""Turns the most patient wait before they try again with one who refused, besides two."""


def talk(reading: Reading, seeds: Seeds) -> tuple[Messages, Offers]:
    """Two messages and one proposal at most."""
    return _messages(reading, seeds), _offers(reading, seeds)


def _weight(reading: Reading, feature: Feature) -> Floats:
    """[V, 1, 1]"""
    return reading.minds.weights[:, feature]


def _messages(reading: Reading, seeds: Seeds) -> Messages:
    """The two things most worth saying, if they are worth it at all."""
    kinds = _sayings(reading)
    score = np.stack([value for _, _, value in kinds]) + WHIM * _whims(reading, seeds, len(kinds))
    score = np.where(reading.other, score * reading.minds.talk, NEVER)
    flat = score.swapaxes(0, 1).reshape(len(score[0]), -1, score.shape[-1])
    nations = score.shape[2]
    tables = []
    for _ in range(2):
        top = flat.argmax(axis=1)
        worth = np.take_along_axis(flat, top[:, None], axis=1)[:, 0]
        seat, where = np.nonzero(worth > WORTH_SAYING)
        kind, target = np.divmod(top[seat, where], nations)
        tone = np.array([tone for tone, _, _ in kinds])[kind]
        topic = np.array([topic for _, topic, _ in kinds])[kind]
        lasts = np.where(topic == Promise.HELP, 0, VOW)
        until = np.where(tone == Tone.PROMISE, reading.seen.turn + lasts, NOBODY)
        tables.append(Messages(where, seat, target, tone, topic, until))
        np.put_along_axis(flat, top[:, None], NEVER, axis=1)
    return Messages.join(tables)


def _whims(reading: Reading, seeds: Seeds, kinds: int) -> Floats:
    kind = np.arange(kinds)[:, None, None, None]
    seat = np.arange(len(reading.seen.seats))[:, None, None]
    return dice.roll(seeds, reading.seen.turn, "talk", kind, seat, 0)


def _sayings(reading: Reading) -> list[tuple[Tone, Promise, Floats]]:
    """What could be said to each nation, and what saying it is worth. [V, N, B]"""
    seen, minds = reading.seen, reading.minds
    lately = seen.turn - 2
    hurt = (seen.severity * (reading.mine & reading.active)).max(axis=1, keepdims=True)
    puzzle = reading.puzzle
    friend = reading.warm + np.float32(0.3)
    calm = _weight(reading, Feature.CALM)
    open_to = seen.promised_me.max(axis=2) < seen.turn
    fresh_ask = (seen.asked.max(axis=2) <= lately) | (seen.asked.max(axis=2) == 0)
    fresh_warning = (seen.warned <= lately) | (seen.warned == 0)
    free = (seen.promised[:, :, Promise.RESTRAINT] < seen.turn) & (reading.bound == 0)
    feud = reading.tension + reading.fear * 3
    asked = seen.asked_me >= max(seen.turn - 1, 1)
    owe = seen.promised < seen.turn
    kind = reading.warm + np.float32(0.4)
    gentle = (minds.honesty + minds.guile) * calm
    ask = fresh_ask & open_to
    return [
        (Tone.ASK, Promise.HELP, hurt * friend * np.float32(0.6) * ask),
        (Tone.ASK, Promise.SHARE, puzzle * friend * np.float32(0.7) * ask),
        (Tone.ASK, Promise.RESTRAINT, reading.tension * calm * ask * np.float32(0.7)),
        (Tone.WARN, Promise.RESTRAINT, reading.sure_harm * fresh_warning * np.float32(0.6)),
        (Tone.REASSURE, Promise.RESTRAINT, feud * calm * np.float32(0.35)),
        (Tone.PROMISE, Promise.RESTRAINT, feud * gentle * free * np.float32(0.5)),
        (
            Tone.PROMISE,
            Promise.SHARE,
            (asked & owe)[:, :, Promise.SHARE] * kind * 4 * (puzzle > 0),
        ),
        (Tone.PROMISE, Promise.HELP, (asked & owe)[:, :, Promise.HELP] * kind * 4 * reading.needy),
    ]


@dataclass(frozen=True)
class Plan:
    """A kind of proposal: what it is worth, to whom it goes, and what it says."""

    worth: Floats  # [V, B]
    party: Bools  # [V, N, B]
    levels: tuple[int, ...]
    about: bool = False  # concerns the incident most worth speaking of
    accuses: bool = False


def _offers(reading: Reading, seeds: Seeds) -> Offers:
    """The plan most worth proposing, if it is worth it at all."""
    plans = _plans(reading)
    seat = np.arange(len(reading.seen.seats))[:, None]
    number = np.arange(len(plans))[:, None, None]
    rolled = dice.roll(seeds, reading.seen.turn, "offer", number, seat)
    worth = np.stack([plan.worth for plan in plans]) * reading.minds.talk[:, 0] + rolled * WHIM
    best = worth.argmax(axis=0)
    v, b = np.nonzero(worth.max(axis=0) > WORTH_OFFERING)
    chosen = best[v, b]
    party = np.zeros((len(v), PARTIES), bool)
    party[:, : reading.other.shape[1]] = np.stack([plan.party for plan in plans])[chosen, v, :, b]
    some = which(party.any(axis=1))
    v, b, chosen, party = v[some], b[some], chosen[some], party[some]
    party[np.arange(len(v)), v] = True
    case = reading.case[v, b]
    about = np.array([plan.about for plan in plans])[chosen]
    accuses = np.array([plan.accuses for plan in plans])[chosen]
    accused = np.where(accuses, reading.suspect[v, case, b], NOBODY)
    return Offers(
        world=b,
        actor=v,
        party=party,
        levels=np.array([plan.levels for plan in plans])[chosen],
        incident=np.where(about, case, NOBODY),
        accused=accused,
        counter=np.zeros(len(v), np.intp),
        body=np.full(len(v), NOBODY),
        power=np.full(len(v), NOBODY),
        topic=np.full(len(v), NOBODY),
    )


def _levels(**levels: int) -> tuple[int, ...]:
    """A row of clause levels from those that are not 0, by id."""
    row = [0] * CLAUSES
    for name, level in levels.items():
        row[clause_named(name)] = level
    return tuple(row)


def _plans(reading: Reading) -> list[Plan]:
    seen = reading.seen
    again = seen.turn - 2 - np.rint(reading.minds.patience * PATIENCE)
    asked_lately = (seen.refused >= again) & (seen.refused > 0)
    open_to = reading.other & ~asked_lately
    return [*_pacts(reading, open_to), *_speeches(reading, open_to)]


def _pacts(reading: Reading, open_to: Bools) -> list[Plan]:
    """Treaties between two: restraint with a rival, evidence with a friend, a line with either."""
    seen = reading.seen
    calm, know = _weight(reading, Feature.CALM), _weight(reading, Feature.KNOW)
    bond, spite = _weight(reading, Feature.BOND), _weight(reading, Feature.SPITE)
    feud = reading.tension * np.float32(0.6) + reading.fear * 4 + reading.bad_blood
    restraint = feud * calm - reading.sure_harm * spite * np.float32(0.3)
    line = (feud + reading.warm) * calm * np.float32(0.6)
    skill = seen.capability_of[:, :, Skill.FORENSICS] * np.float32(0.01)
    shareable = ~(reading.mine_done & reading.fresh).any(axis=1, keepdims=True)
    pool = (know * reading.puzzle * skill + bond * (reading.warm + np.float32(0.2))) * shareable
    have = seen.pact[:, reading.seen.seats]
    held = [
        _one(score, open_to & (have[clause] == 0))
        for score, clause in ((restraint, NO_OPERATIONS), (pool, EVIDENCE_SHARING), (line, HOTLINE))
    ]
    levels = (
        _levels(no_operations=1, hotline=1, duration=2),
        _levels(evidence_sharing=1, hotline=1),
        _levels(hotline=1, duration=1),
    )
    return [Plan(*pair, level) for pair, level in zip(held, levels, strict=True)]


def _one(score: Floats, allowed: Bools) -> tuple[Floats, Bools]:
    """The best partner for something between two, and what it is worth."""
    score = np.where(allowed, score, NEVER)
    best = score.argmax(axis=1)
    party = np.arange(score.shape[1])[:, None] == best[:, None]
    return score.max(axis=1), party & allowed


def _speeches(reading: Reading, open_to: Bools) -> list[Plan]:
    """Speaking with one voice: naming the author, or only condemning the deed."""
    seen = reading.seen
    voice = _weight(reading, Feature.VOICE)[:, 0] + _weight(reading, Feature.JUSTICE)[:, 0] * 0.5
    v = np.arange(len(seen.seats))[:, None]
    b = np.arange(seen.worlds)
    case: Index = reading.case
    stake = reading.stake[v, case, b]
    belief = reading.belief[v, case, b]
    suspect = reading.suspect[v, case, b]
    done = reading.mine_done[v, case, b]
    nation = np.arange(reading.other.shape[1])[:, None]
    friends = open_to & (seen.trust >= FRIENDLY) & (seen.trust_in_me >= FRIENDLY)
    friends &= nation != suspect[:, None]
    silent = (seen.accused[seen.seats[:, None], case, b] == NOBODY) & ~done
    sure = belief >= reading.minds.bar[:, 0]
    name = stake * belief * voice * (silent & sure) * np.float32(0.7)
    quiet = (seen.condemned[seen.seats[:, None], case, b] == 0) & ~done
    condemn = stake * voice * quiet * np.float32(0.45)
    hard = name * (belief > np.float32(0.8)) * np.float32(1.1)
    worth = (hard, name, condemn)
    levels = (
        _levels(attribution=2, joint_statement=1),
        _levels(attribution=1, joint_statement=1),
        _levels(joint_statement=1),
    )
    return [
        Plan(value, friends, level, about=True, accuses=number < 2)
        for number, (value, level) in enumerate(zip(worth, levels, strict=True))
    ]
