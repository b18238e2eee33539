"""A fork: one decision of a game changed, and many futures of both, with the same dice.

The past is what it was, down to the truths that were drawn; dice differ from the orders of that
turn on. In each future both sides roll the same, so that what differs between them is what the
one decision did. The first future rolls what the game itself did.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from game.actions import actions
from game.decisions import Order
from game.futures.outcomes import Outcomes, joined, outcomes
from game.futures.play import play_out
from game.futures.turned import Given, dice_of, played_turn, stand_ins
from game.match import Match
from game.rules.happenings import Log, What
from game.rules.screening import why_void
from game.rules.world import Seeds
from game.scenario.doctrines import minds

WORLDS = 200
"""Futures of each side."""

CHUNK = 250


@dataclass(frozen=True)
class Fork:
    """What a game came to with a decision as it was, and with another."""

    turn: int
    nation: int
    was: tuple[Order, ...]
    instead: tuple[Order, ...]
    before: Outcomes
    after: Outcomes
    void: tuple[str, ...]  # what of the other orders could not take effect, and why


def fork(
    match: Match,
    turn: int,
    nation: int,
    instead: Sequence[Order],
    worlds: int = WORLDS,
    advance: Callable[[int], None] = lambda worlds: None,
) -> Fork:
    """Change the orders one nation gave in a turn that has been played.

    People's seats go on as the AI the scenario gives them. advance: told how many futures are
    done. Raises UnknownName for orders that name what does not exist, ValueError for the turn.
    """
    moment = match.rewound(turn)
    was = match.orders_of(turn)
    changed = {**was, nation: tuple(instead)}
    parts: list[tuple[Outcomes, Outcomes]] = []
    void: tuple[str, ...] = ()
    for first in range(0, worlds, CHUNK):
        seeds = dice_of(match, np.arange(first, min(first + CHUNK, worlds)))
        as_it_was, _ = _futures(moment, seeds, was)
        otherwise, log = _futures(moment, seeds, changed)
        parts.append((as_it_was, otherwise))
        void = _void(log, nation)
        advance(len(seeds))
    before, after = (joined([pair[side] for pair in parts]) for side in (0, 1))
    return Fork(turn, nation, was.get(nation, ()), tuple(instead), before, after, void)


def _futures(moment: Match, seeds: Seeds, given: Given) -> tuple[Outcomes, Log]:
    """Futures that begin with these orders, and what happened at once."""
    log = Log()
    world = played_turn([moment], [given], seeds, log)
    return outcomes(play_out(world, moment.setup.rules, minds(stand_ins(moment)))), log


def _void(log: Log, nation: int) -> tuple[str, ...]:
    """Orders of a nation that could not take effect in the first future, each with the reason."""
    told = []
    for rows in log.rows:
        if rows.what is not What.VOID:
            continue
        for row in np.flatnonzero((rows.world == 0) & (rows.actor == nation)):
            action, code = int(rows.a[row]), int(rows.b[row])
            told.append(f"{actions()[action].id}: {why_void(actions(), action, code)}")
    return tuple(told)
