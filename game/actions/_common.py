"""What many actions share: shapes of options, refusals, and small effects."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules.action import Doing
from game.rules.incidents import Operations
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import NOBODY, Bools, Index, Ints


def fine(seen: View) -> Ints:
    """No refusal against any option."""
    return np.zeros((len(seen.seats), 1, seen.worlds), np.int16)


def first(*tests: Bools) -> Ints:
    """The number, from 1, of the first test that stands against an option, else 0."""
    code: Any = tests[-1] * np.int16(len(tests))
    for number in range(len(tests) - 1, 0, -1):
        code = np.where(tests[number - 1], np.int16(number), code)
    refused: Ints = code
    return refused


def spread_trust(doing: Doing, order: Orders, by: Any, why: str, save: Any = None) -> None:
    """Every other nation's trust in the doer changes by so much."""
    nation = np.arange(doing.world.board.nations)[:, None]
    others = nation != order.actor
    if save is not None:
        others &= nation != save
    doing.change.add(
        "deeds", nation, order.actor, order.world, by=by * others, why=why, who=order.actor
    )


def operation(
    order: Orders, kind: int, sector: Any, severity: Any, hand: Any, sponsor_place: Any = None
) -> Operations:
    """A covert operation by the doer itself, perhaps under another's flag."""
    framed = np.where(order.cover == NOBODY, NOBODY, order.cover + 1)
    return Operations(
        world=order.world,
        actor=order.actor,
        target=order.target,
        kind=np.full(len(order), kind, np.int16),
        sector=np.full(len(order), sector),
        severity=np.full(len(order), severity, np.float32),
        culprit=(np.asarray(hand) + 1).astype(np.int16),
        framed=framed.astype(np.int16),
    )


def scapegoat(reading: Reading, row: Index, option: Index, where: Index) -> Ints:
    """A nation with a quarrel with the target, for those who hide behind others; else NOBODY."""
    heat = reading.seen.heat[:, option, where] + reading.seen.struck[:, option, where]
    nation = np.arange(heat.shape[0])[:, None]
    heat = np.where((nation == reading.seen.seats[row]) | (nation == option), -1.0, heat)
    sly = reading.minds.guile[row, 0, 0] > 0.5
    chosen: Ints = np.where(sly & (heat.max(axis=0) > 0), heat.argmax(axis=0), NOBODY)
    return chosen.astype(np.int16)


def sore_spot(reading: Reading, option: Index, where: Index) -> Ints:
    """The sector a target depends on most that still works."""
    weight = reading.seen.public.dependence[option].T * reading.seen.service[option, :, where].T
    sector: Ints = weight.argmax(axis=0).astype(np.int16)
    return sector
