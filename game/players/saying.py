"""What an AI says to each nation: requests, warnings, kind words and promises. (Rules 13.1)"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.actions import actions
from game.players.grounds import Grounds
from game.rules import dice
from game.rules import params as p
from game.rules.action import Aim, Feature
from game.rules.minds import trait
from game.rules.orders import Messages
from game.rules.reading import Reading
from game.rules.screening import cells
from game.rules.talks import Tone
from game.rules.world import NOBODY, Bools, Contested, Floats, Index, Promise, Seeds

WORTH_SAYING = np.float32(1.5)
WHIM = np.float32(0.6)
NEVER = np.float32(-100)
VOW = 2
"""Turns a promise is given for besides this one; help is promised for this one only."""

UNHEARD = np.float32(0.35)
"""Share of its worth that a request keeps when the last one was not answered."""

SPARE = np.float32(1)
"""Capital left for talking, when one asks oneself whether a promise can be kept."""

PROMPT = (Promise.HELP, Promise.LEGAL_AID)
"""What is promised for this turn only."""


@dataclass(frozen=True)
class Saying:
    """Something that can be said to each nation, and what saying it is worth."""

    number: int  # its dice
    tone: Tone
    topic: Promise
    worth: Floats  # [V, N, B]


def messages(grounds: Grounds, seeds: Seeds) -> Messages:
    """The two things most worth saying, if they are worth it at all."""
    reading = grounds.reading
    said = [*_usual(grounds), *_requests(grounds), *_answers(grounds)]
    whims = _whims(reading, said, seeds)
    score, best = _best(reading, said, whims)
    tones = np.array([saying.tone for saying in said])
    topics = np.array([saying.topic for saying in said])
    tables = []
    for _ in range(2):
        target = score.argmax(axis=1)
        worth = np.take_along_axis(score, target[:, None], axis=1)[:, 0]
        seat, where = np.nonzero(worth > WORTH_SAYING)
        target = target[seat, where]
        kind = best[seat, target, where]
        lasts = np.where(np.isin(topics[kind], PROMPT), 0, VOW)
        last = np.minimum(reading.seen.turn + lasts, reading.seen.public.turns)
        until = np.where(tones[kind] == Tone.PROMISE, last, NOBODY)
        tables.append(Messages(where, seat, target, tones[kind], topics[kind], until))
        if len(tables) == 1:
            _strike_out(reading, said, whims, (score, best), (seat, target, where))
    return Messages.join(tables)


def _whims(reading: Reading, said: list[Saying], seeds: Seeds) -> Floats:
    """[said, V, B]"""
    number = np.array([saying.number for saying in said])[:, None, None]
    seat = np.arange(len(reading.seen.seats))[:, None]
    return WHIM * dice.roll(seeds, reading.seen.turn, "talk", number, seat, 0)


def _best(reading: Reading, said: list[Saying], whims: Floats) -> tuple[Floats, Index]:
    """The best thing to say to each nation: its worth, and which it is. [V, N, B]"""
    shape = (len(reading.seen.seats), reading.other.shape[1], reading.seen.worlds)
    score, best = np.full(shape, NEVER), np.zeros(shape, np.intp)
    for place, saying in enumerate(said):
        worth = saying.worth + whims[place][:, None]
        best[worth > score] = place
        np.maximum(score, worth, out=score)
    return np.where(reading.other, score * reading.minds.talk, NEVER), best


def _strike_out(
    reading: Reading,
    said: list[Saying],
    whims: Floats,
    found: tuple[Floats, Index],
    cells_: tuple[Index, Index, Index],
) -> None:
    """Put the next best in place of what is said already."""
    (score, best), (seat, _, where) = found, cells_
    worth = np.stack([cells(saying.worth, *cells_) for saying in said]) + whims[:, seat, where]
    row = np.arange(len(seat))
    worth[best[cells_], row] = NEVER
    talk = trait(reading.minds.talk, seat, where)
    best[cells_] = worth.argmax(axis=0)
    score[cells_] = worth.max(axis=0) * talk


def _usual(grounds: Grounds) -> list[Saying]:
    """What may be said in any crisis. [V, N, B]"""
    reading = grounds.reading
    seen = reading.seen
    friend = reading.warm + np.float32(0.3)
    calm = grounds.weight(Feature.CALM)
    free = (seen.promised[:, :, Promise.RESTRAINT] < seen.turn) & (reading.bound == 0)
    feud = reading.tension + reading.fear * 3
    gentle = grounds.good * _mild(grounds) * calm
    fresh_warning = (seen.warned <= seen.turn - 2) | (seen.warned == 0)
    warn = reading.sure_harm * fresh_warning * (np.float32(0.6) + _notice(grounds))
    ask = grounds.may_ask
    return [
        Saying(0, Tone.ASK, Promise.HELP, grounds.hurt * friend * np.float32(0.8) * ask),
        Saying(1, Tone.ASK, Promise.SHARE, reading.puzzle * friend * np.float32(0.7) * ask),
        Saying(2, Tone.ASK, Promise.RESTRAINT, reading.tension * calm * ask * np.float32(0.7)),
        Saying(3, Tone.WARN, Promise.RESTRAINT, warn),
        Saying(4, Tone.REASSURE, Promise.RESTRAINT, feud * calm * np.float32(0.35)),
        Saying(5, Tone.PROMISE, Promise.RESTRAINT, feud * gentle * free * np.float32(0.5)),
    ]


def _mild(grounds: Grounds) -> Bools:
    """One who means to pay back does not vow restraint, unless its word is worth nothing anyway."""
    wrath = grounds.weight(Feature.JUSTICE) + grounds.weight(Feature.SPITE)
    false = grounds.reading.minds.honesty <= 0.5
    mild: Bools = (grounds.reading.sure_harm * wrath < 1) | false
    return mild


def _patient(grounds: Grounds, topic: Promise) -> Bools:
    """It was not asked for that within the grace it has to act. [V, N, B]"""
    last = grounds.reading.seen.asked[:, :, topic]
    patient: Bools = (last == 0) | (last < grounds.reading.seen.turn - int(p.NORM_GRACE) - 1)
    return patient


def _unheard(grounds: Grounds, topic: Promise) -> Floats:
    """What was asked for before and left unanswered is asked for less gladly. [V, N, B]"""
    unheard: Floats = np.where(grounds.reading.seen.asked[:, :, topic] > 0, UNHEARD, 1)
    return unheard.astype(np.float32)


def _notice(grounds: Grounds) -> Floats:
    """Who reads the law so that a countermeasure takes notice warns before it. [V, 1, B]"""
    due = grounds.reading.seen.position[:, Contested.NOTICE] == 1
    justice = np.maximum(grounds.weight(Feature.JUSTICE), 0)
    notice: Floats = due[:, None] * justice * np.float32(0.4)
    return notice


def _requests(grounds: Grounds) -> list[Saying]:
    """What is asked for where there are grounds. (Rules 14.5)"""
    reading, seen = grounds.reading, grounds.reading.seen
    ask, calm = grounds.may_ask, grounds.weight(Feature.CALM)
    said = []
    lead = grounds.guests * (grounds.guests >= np.float32(p.NORM_GROUNDS))
    if lead.any():
        by = grounds.weight(Feature.PROTECT) * 2 + grounds.weight(Feature.JUSTICE) + calm
        stake = (reading.stake * reading.ties.kin).max(axis=1, keepdims=True)
        may = ask & _patient(grounds, Promise.TAKEDOWN)
        worth = lead * stake * by * may * _unheard(grounds, Promise.TAKEDOWN) * np.float32(0.3)
        said.append(Saying(8, Tone.ASK, Promise.TAKEDOWN, worth))
        by = grounds.weight(Feature.KNOW) + grounds.weight(Feature.JUSTICE) * np.float32(0.5)
        may = ask & _patient(grounds, Promise.LEGAL_AID)
        worth = lead * reading.puzzle * by * may * np.float32(0.4)
        worth = worth * _unheard(grounds, Promise.LEGAL_AID)
        said.append(Saying(9, Tone.ASK, Promise.LEGAL_AID, worth))
    aggrieved = seen.grievance >= np.float32(p.NORM_WRONGED)
    if aggrieved.any():
        unsure = seen.grievance * aggrieved * ~(reading.sure_harm > 0)
        may = ask & _patient(grounds, Promise.EXPLAIN)
        worth = unsure * (calm + grounds.weight(Feature.HONOUR)) * may
        said.append(Saying(10, Tone.ASK, Promise.EXPLAIN, np.minimum(worth * np.float32(0.08), 2)))
    return said


def _answers(grounds: Grounds) -> list[Saying]:
    """Promises in answer to what one was asked for, if one means to keep them."""
    reading = grounds.reading
    seen, kind = reading.seen, reading.warm + np.float32(0.6)
    clean = ~grounds.reading.hiding
    ready: dict[Promise, Floats] = {
        Promise.SHARE: kind * 4 * (reading.puzzle > 0),
        Promise.HELP: kind * 4 * reading.needy,
        Promise.TAKEDOWN: (grounds.weight(Feature.BOND) + grounds.weight(Feature.HONOUR)) * 2,
        Promise.LEGAL_AID: kind * 4 * clean,
        Promise.RESTRAINT: (grounds.weight(Feature.CALM) + np.float32(0.6)) * _mild(grounds) * 2,
    }
    said = []
    for number, (topic, worth) in zip((6, 7, 11, 12, 13), ready.items(), strict=True):
        asked = grounds.asked_me(topic)
        if asked.any():
            free = (seen.promised[:, :, topic] < seen.turn) & able(grounds, topic)
            said.append(Saying(number, Tone.PROMISE, topic, asked * free * worth * grounds.good))
    return said


def able(grounds: Grounds, topic: Promise) -> Bools:
    """What would keep the promise is open to one, and can be paid. [V, N, B]"""
    seen = grounds.reading.seen
    can = np.full(grounds.reading.warm.shape, topic is Promise.RESTRAINT)
    for action in actions():
        if action.keeps is topic:
            cost = action.cost
            pays = (seen.capital >= cost.capital + SPARE) & (seen.effort >= cost.effort)
            pays &= seen.funds >= cost.funds
            fine = (action.refuse(seen) == 0) & pays[:, None]
            can |= fine if action.aim is Aim.NATION else fine.any(axis=1, keepdims=True)
    return can
