"""Many worlds at once: games of AIs played to the end, in chunks that stay in the cache."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.players.diplomat import decide
from game.rules import dice, scoring
from game.rules.board import Board
from game.rules.escalation import retaliation_number
from game.rules.happenings import Log
from game.rules.reading import Minds
from game.rules.turn import Question, Rulebook, play_turn
from game.rules.world import Floats, Index, Ints, Seeds, World, digest, hold, pick
from game.scenario.build import start
from game.scenario.setup import Setup

CHUNK = 250
"""Worlds played side by side; measured best between 200 and 500."""


@dataclass(frozen=True, eq=False)
class Outcomes:
    """How the games of some seeds came out. Shapes [W] unless said."""

    number: Index  # the seeds, as numbers
    ending: Ints
    turns: Ints
    peak: Ints
    score: Floats  # [N, W]
    treaties: Ints  # signed with lasting clauses
    retaliation: Floats
    trust: Floats  # mean trust between nations
    culprit: Ints  # [scripted, W]
    hash: tuple[str, ...]  # empty unless asked for


Watch = Callable[[World, Log], None]
"""Called after each turn with the worlds still in play."""


def play_many(
    board: Board,
    setup: Setup,
    minds: Minds,
    numbers: Sequence[int],
    chunk: int = CHUNK,
    hashed: bool = False,
    watch: Watch | None = None,
) -> Outcomes:
    """Play one game for each number, all seats by AIs."""
    parts = []
    for first in range(0, len(numbers), chunk):
        some = np.asarray(numbers[first : first + chunk])
        world = play_out(start(board, setup, some), setup.rules, minds, watch=watch)
        parts.append(_outcomes(world, some, hashed))
    return Outcomes(*(_joined([getattr(p, name) for p in parts]) for name in _NAMES))


_NAMES = tuple(Outcomes.__dataclass_fields__)


def _joined(parts: list[Any]) -> Any:
    if isinstance(parts[0], tuple):
        return tuple(value for part in parts for value in part)
    return np.concatenate(parts, axis=-1)


def play_out(
    world: World, rules: Rulebook, minds: Minds, kept: bool = False, watch: Watch | None = None
) -> World:
    """Play worlds to their ends; those that end early wait while the others go on."""
    order, done = np.arange(world.worlds), []
    seeds = dice.derive(world.seed, "players")
    while True:
        log = Log(kept)
        world = play_one_turn(world, rules, minds, seeds, log)
        if watch is not None:
            watch(world, log)
        over = world.ended > 0
        if over.any():
            done.append((order[over], pick(world, over)))
            order, seeds, world = order[~over], seeds[~over], pick(world, ~over)
        if not order.size:
            return _put_back(done)


def play_one_turn(world: World, rules: Rulebook, minds: Minds, seeds: Seeds, log: Log) -> World:
    """One turn of all worlds, all seats by AIs."""
    turn = play_turn(world, rules, log)
    question: Question = next(turn)
    while True:
        try:
            question = turn.send(decide(question, minds, seeds, log.kept))
        except StopIteration as over:
            played: World = over.value
            return played


def _put_back(done: list[tuple[Index, World]]) -> World:
    """Worlds in the order they were given, whenever they ended."""
    last = done[-1][1]
    back = np.argsort(np.concatenate([order for order, _ in done]))
    amounts = np.concatenate([world.amounts for _, world in done], axis=1)[:, back]
    facts = np.concatenate([world.facts for _, world in done], axis=1)[:, back]
    seed = np.concatenate([world.seed for _, world in done])[back]
    return hold(last.board, last.turn, seed, amounts, facts)


def _outcomes(world: World, numbers: Index, hashed: bool) -> Outcomes:
    others = ~np.eye(world.board.nations, dtype=bool)
    return Outcomes(
        number=numbers,
        ending=world.ending,
        turns=world.ended,
        peak=world.peak,
        score=scoring.scores(world)["total"],
        treaties=(world.treaty_since > 0).sum(axis=0),
        retaliation=retaliation_number(world.replies, world.suffered, world.board.ally),
        trust=world.trust[others].mean(axis=0),
        culprit=world.culprit[: world.board.scripted],
        hash=tuple(digest(world, n) for n in range(world.worlds)) if hashed else (),
    )
