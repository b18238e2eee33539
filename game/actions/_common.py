"""What many actions share: shapes of options, refusals, and small effects."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules.action import Doing
from game.rules.incidents import Operations
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import NOBODY, Bools, Floats, Index, Ints


def fine(seen: View, options: int) -> Ints:
    """No refusal against any option. [V, options, B]"""
    return np.zeros((len(seen.seats), options, seen.worlds), np.int16)


def to_nations(seen: View) -> Ints:
    """No refusal against any nation."""
    return fine(seen, len(seen.support))


def to_incidents(seen: View) -> Ints:
    """No refusal against any incident."""
    return fine(seen, seen.known.shape[1])


def first(*tests: Bools) -> Ints:
    """The number, from 1, of the first test that fails an option, else 0."""
    code: Ints = np.zeros(np.broadcast_shapes(*(test.shape for test in tests)), np.int16)
    for number, test in reversed(tuple(enumerate(tests, start=1))):
        code = np.where(test, np.int16(number), code)
    return code


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
        sector=np.broadcast_to(np.asarray(sector, np.int16), order.world.shape),
        severity=np.broadcast_to(np.asarray(severity, np.float32), order.world.shape),
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


def restrained(reading: Reading) -> Floats:
    """[V, N, B] what treaties and promises weigh against acting, for those who keep them."""
    held: Floats = (reading.bound + reading.vowed) * (reading.minds.honesty * 6)
    return held
