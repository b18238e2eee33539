"""What many actions share: shapes of options, refusals, and small effects."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules.action import Doing
from game.rules.board import Board
from game.rules.foresight import off_limits
from game.rules.incidents import Operations, by_proxy
from game.rules.minds import MEMORY, trait
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import NOBODY, Bools, Floats, Index, Ints, Status

RANSOMWARE = 4
"""Kind of incident that asks for money."""


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


def held_to_ransom(seen: View) -> Bools:
    """[V, I, B] a ransom is asked of oneself, and it is not over."""
    mine = seen.victim == seen.seats[:, None, None]
    held: Bools = mine & (seen.kind == RANSOMWARE) & (seen.status == Status.ACTIVE)
    return held


def spread_trust(doing: Doing, order: Orders, by: Any, why: str, save: Any = None) -> None:
    """Every other nation's trust in the doer changes by so much."""
    nation = np.arange(doing.world.board.nations)[:, None]
    others = nation != order.actor
    if save is not None:
        others &= nation != save
    doing.change.add(
        "deeds", nation, order.actor, order.world, by=by * others, why=why, who=order.actor
    )


def operation(board: Board, order: Orders, kind: int, sector: Any, severity: Any) -> Operations:
    """A covert operation by the doer, perhaps under another's flag or by a proxy's hand."""
    framed = np.where(state(board, order.cover), order.cover + 1, NOBODY)
    proxy = by_proxy(board, order.actor, order.cover)
    own = np.asarray(order.actor) + 1
    return Operations(
        world=order.world,
        actor=order.actor,
        target=order.target,
        kind=np.full(len(order), kind, np.int16),
        sector=np.full(len(order), sector),
        severity=np.full(len(order), severity, np.float32),
        culprit=np.where(proxy == NOBODY, own, proxy).astype(np.int16),
        framed=framed.astype(np.int16),
    )


def state(board: Board, cover: Index) -> Bools:
    """Covers that frame a nation; others use a group as a proxy."""
    framing: Bools = (cover != NOBODY) & (cover < board.nations)
    return framing


def disguise(reading: Reading, row: Index, option: Index, where: Index) -> Ints:
    """Somebody to blame, or somebody to do it, for those who hide behind others; else NOBODY."""
    blamed = scapegoat(reading, row, option, where)
    public = reading.seen.public
    hand, sponsor = public.hand[-1], public.sponsor[-1]
    pairs = sponsor[None, :] == reading.seen.seats[:, None]
    proxy = np.where(pairs.any(axis=1), hand[pairs.argmax(axis=1)], NOBODY)[row]
    sly = trait(reading.minds.guile, row, where) > 0.5
    chosen: Ints = np.where((blamed == NOBODY) & sly, proxy, blamed).astype(np.int16)
    return chosen


def suspected_there(seen: View, groups: bool = False) -> Floats:
    """[V, N, B] how surely somebody on each nation's soil is suspected; of groups only, if so."""
    count = len(seen.support)
    lately = (seen.status >= Status.ACTIVE) & (seen.began > seen.turn - MEMORY)
    worst = (seen.guilt * lately[:, :, None]).max(axis=1)
    actor = np.arange(worst.shape[1])
    there = seen.public.home == np.arange(count)[:, None]
    there &= (actor >= count) | (not groups)
    found: Floats = np.stack([worst[:, here].max(axis=1, initial=0) for here in there], axis=1)
    return found


def scapegoat(reading: Reading, row: Index, option: Index, where: Index) -> Ints:
    """A nation with a quarrel with the target, for those who hide behind others; else NOBODY."""
    heat = reading.seen.heat[:, option, where] + reading.seen.struck[:, option, where]
    nation = np.arange(heat.shape[0])[:, None]
    heat = np.where((nation == reading.seen.seats[row]) | (nation == option), -1.0, heat)
    sly = trait(reading.minds.guile, row, where) > 0.5
    chosen: Ints = np.where(sly & (heat.max(axis=0) > 0), heat.argmax(axis=0), NOBODY)
    return chosen.astype(np.int16)


def sore_spot(reading: Reading, row: Index, option: Index, where: Index) -> Ints:
    """The sector a target depends on most that still works, and that one has not sworn to spare."""
    seen = reading.seen
    weight = seen.public.dependence[option] * seen.service[option, :, where]
    true = trait(reading.minds.honesty, row, where) > 0.5
    weight = weight * ~(off_limits(seen, row, option, where) & true[:, None])
    sector: Ints = weight.argmax(axis=1).astype(np.int16)
    return sector
