"""What an AI says to each nation: requests, warnings, kind words and promises. (Rules 13.1)"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.players.grounds import Grounds
from game.rules import dice
from game.rules import params as p
from game.rules.action import Feature
from game.rules.orders import Messages
from game.rules.reading import Reading
from game.rules.talks import Tone
from game.rules.world import NOBODY, Bools, Contested, Floats, Promise, Seeds

WORTH_SAYING = np.float32(1.5)
WHIM = np.float32(0.6)
NEVER = np.float32(-100)
VOW = 2
"""Turns a promise is given for besides this one; help is promised for this one only."""

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
    flat = _scores(reading, said, seeds)
    tones = np.array([saying.tone for saying in said])
    topics = np.array([saying.topic for saying in said])
    tables = []
    for _ in range(2):
        top = flat.argmax(axis=1)
        worth = np.take_along_axis(flat, top[:, None], axis=1)[:, 0]
        seat, where = np.nonzero(worth > WORTH_SAYING)
        kind, target = np.divmod(top[seat, where], reading.other.shape[1])
        lasts = np.where(np.isin(topics[kind], PROMPT), 0, VOW)
        until = np.where(tones[kind] == Tone.PROMISE, reading.seen.turn + lasts, NOBODY)
        tables.append(Messages(where, seat, target, tones[kind], topics[kind], until))
        np.put_along_axis(flat, top[:, None], NEVER, axis=1)
    return Messages.join(tables)


def _scores(reading: Reading, said: list[Saying], seeds: Seeds) -> Floats:
    """What each thing said to each nation is worth, whims included. [V, said x N, B]"""
    seats, nations, worlds = len(reading.seen.seats), reading.other.shape[1], reading.seen.worlds
    number = np.array([saying.number for saying in said])[:, None, None]
    whim = WHIM * dice.roll(seeds, reading.seen.turn, "talk", number, np.arange(seats)[:, None], 0)
    score = np.empty((seats, len(said), nations, worlds), np.float32)
    for place, saying in enumerate(said):
        worth = (saying.worth + whim[place][:, None]) * reading.minds.talk
        score[:, place] = np.where(reading.other, worth, NEVER)
    return score.reshape(seats, -1, worlds)


def _usual(grounds: Grounds) -> list[Saying]:
    """What may be said in any crisis. [V, N, B]"""
    reading = grounds.reading
    seen, minds = reading.seen, reading.minds
    friend = reading.warm + np.float32(0.3)
    calm = grounds.weight(Feature.CALM)
    free = (seen.promised[:, :, Promise.RESTRAINT] < seen.turn) & (reading.bound == 0)
    feud = reading.tension + reading.fear * 3
    gentle = (minds.honesty + minds.guile) * calm
    fresh_warning = (seen.warned <= seen.turn - 2) | (seen.warned == 0)
    warn = reading.sure_harm * fresh_warning * (np.float32(0.6) + _notice(grounds))
    ask = _may_ask(grounds)
    return [
        Saying(0, Tone.ASK, Promise.HELP, grounds.hurt * friend * np.float32(0.6) * ask),
        Saying(1, Tone.ASK, Promise.SHARE, reading.puzzle * friend * np.float32(0.7) * ask),
        Saying(2, Tone.ASK, Promise.RESTRAINT, reading.tension * calm * ask * np.float32(0.7)),
        Saying(3, Tone.WARN, Promise.RESTRAINT, warn),
        Saying(4, Tone.REASSURE, Promise.RESTRAINT, feud * calm * np.float32(0.35)),
        Saying(5, Tone.PROMISE, Promise.RESTRAINT, feud * gentle * free * np.float32(0.5)),
    ]


def _may_ask(grounds: Grounds) -> Bools:
    """It promised nothing that is still open, and was not asked in this turn or the last."""
    seen = grounds.reading.seen
    open_to = seen.promised_me.max(axis=2) < seen.turn
    last = seen.asked.max(axis=2)
    may: Bools = ((last <= seen.turn - 2) | (last == 0)) & open_to
    return may


def _notice(grounds: Grounds) -> Floats:
    """Who reads the law so that a countermeasure takes notice warns before it. [V, 1, B]"""
    due = grounds.reading.seen.position[:, Contested.NOTICE] == 1
    justice = np.maximum(grounds.weight(Feature.JUSTICE), 0)
    notice: Floats = due[:, None] * justice * np.float32(0.4)
    return notice


def _requests(grounds: Grounds) -> list[Saying]:
    """What is asked for where there are grounds. (Rules 14.5)"""
    reading, seen = grounds.reading, grounds.reading.seen
    ask, calm = _may_ask(grounds), grounds.weight(Feature.CALM)
    said = []
    lead = grounds.guests * (grounds.guests >= np.float32(p.NORM_GROUNDS))
    if lead.any():
        by = grounds.weight(Feature.PROTECT) * 2 + grounds.weight(Feature.JUSTICE) + calm
        stake = reading.stake.max(axis=1, keepdims=True)
        said.append(
            Saying(8, Tone.ASK, Promise.TAKEDOWN, lead * stake * by * ask * np.float32(0.3))
        )
        by = grounds.weight(Feature.KNOW) + grounds.weight(Feature.JUSTICE) * np.float32(0.5)
        worth = lead * reading.puzzle * by * ask * np.float32(0.4)
        said.append(Saying(9, Tone.ASK, Promise.LEGAL_AID, worth))
    aggrieved = seen.grievance >= np.float32(p.NORM_WRONGED)
    if aggrieved.any():
        unsure = seen.grievance * aggrieved * ~(reading.sure_harm > 0)
        last = seen.asked[:, :, Promise.EXPLAIN]
        patient = (last == 0) | (last < seen.turn - 4)
        worth = unsure * (calm + grounds.weight(Feature.HONOUR)) * (ask & patient)
        said.append(Saying(10, Tone.ASK, Promise.EXPLAIN, np.minimum(worth * np.float32(0.08), 2)))
    return said


def _answers(grounds: Grounds) -> list[Saying]:
    """Promises in answer to what one was asked for, if one means to keep them."""
    reading = grounds.reading
    seen, kind = reading.seen, reading.warm + np.float32(0.4)
    owe = seen.promised < seen.turn
    clean = ~grounds.reading.hiding
    ready: dict[Promise, Floats] = {
        Promise.SHARE: kind * 4 * (reading.puzzle > 0),
        Promise.HELP: kind * 4 * reading.needy,
        Promise.TAKEDOWN: (grounds.weight(Feature.BOND) + grounds.weight(Feature.HONOUR)) * 2,
        Promise.LEGAL_AID: kind * 4 * clean,
    }
    said = []
    for number, (topic, worth) in zip((6, 7, 11, 12), ready.items(), strict=True):
        asked = grounds.asked_me(topic)
        if asked.any():
            said.append(Saying(number, Tone.PROMISE, topic, asked * owe[:, :, topic] * worth))
    return said
