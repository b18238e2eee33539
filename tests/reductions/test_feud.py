"""V15: the feud number. Retaliation on belief reduces to a branching process.

Covert acts, each believed of somebody: an act is noticed with chance d and answered with chance
1 - g against the believed author. The volume of acts a round is e N (N - 1) / (1 - R) with
R = d (1 - g), whatever the accuracy of attribution, which only decides who suffers (theory 2).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from game.rules.action import Doing
from game.rules.board import Board
from game.rules.incidents import Operations
from game.rules.orders import Orders, orders_of
from game.rules.view import View
from game.rules.world import NOBODY, World
from tests.reductions.lab import deed, fresh, plain, rounds, rulebook

NATIONS, SPARK, NOTICED = 6, 0.002, 0.9
WORLDS, BURN, COUNTED = 50, 40, 400
SURE, SELDOM = 0.999, 0.0005


def _telling(board: Board, accuracy: float) -> Board:
    """Operations leave one card, which names who did it or, as often as not accurate, another."""
    chance = np.full_like(board.chance, 0.0005)
    dealt = np.zeros_like(board.dealt)
    for nation in range(NATIONS):
        chance[:, nation, nation + 1] = SURE
        dealt[:, nation] = True
    prior = np.zeros_like(board.prior)
    prior[:, :, 1:] = 1 - np.eye(NATIONS)[None]
    prior /= prior.sum(axis=2, keepdims=True)
    frame = np.zeros_like(board.frame)
    frame[:, 1:, 1:] = (1 - np.eye(NATIONS)) / (NATIONS - 1)
    return replace(
        board,
        chance=chance,
        found=(10 * np.log10(chance)).astype(np.float32),
        absent=(10 * np.log10(1 - chance)).astype(np.float32),
        dealt=dealt,
        planted=dealt.copy(),
        secret=np.zeros_like(board.secret),
        need=np.zeros_like(board.need),
        finder=np.ones_like(board.finder),
        prior=prior,
        frame=frame,
        flag=np.full_like(board.flag, 1 - accuracy),
    )


class Feud:
    """All seats by one rule, and a count of what they do."""

    def __init__(self, accuracy: float, forgiving: float) -> None:
        self.accuracy, self.forgiving = accuracy, forgiving
        self.rng = np.random.default_rng(5)
        self.acts: list[int] = []
        self.answers: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []  # case, believed, world

    def __call__(self, seen: View) -> Orders:
        """A spark now and then, and an answer to what hit one this turn."""
        sparks = self.rng.random((NATIONS, NATIONS, seen.worlds)) < SPARK
        actor, target, where = (sparks & ~np.eye(NATIONS, dtype=bool)[:, :, None]).nonzero()
        hit = (seen.began == seen.turn) & (seen.victim == seen.seats[:, None, None])
        answered = hit & (self.rng.random(hit.shape) < NOTICED * (1 - self.forgiving))
        victim, case, there = answered.nonzero()
        believed = seen.guilt[victim, case, :, there].argmax(axis=1)
        self.acts.append(len(actor) + len(victim))
        self.answers.append((case, believed, there))
        rank = np.arange(len(actor) + len(victim)) % 5
        return orders_of(
            np.concatenate([where, there]),
            np.concatenate([actor, victim]),
            0,
            target=np.concatenate([target, believed]),
            rank=rank,
            choice=np.arange(len(rank)) % 7,
        )

    def strike(self, doing: Doing, order: Orders) -> None:
        """A covert act that frames another as often as attribution is to be wrong."""
        lies = self.rng.random(len(order)) >= self.accuracy
        shift = self.rng.integers(1, NATIONS - 1, len(order))
        others = [
            [n for n in range(NATIONS) if n not in (a, t)]
            for a, t in zip(order.actor, order.target, strict=True)
        ]
        framed = np.array([row[s - 1] for row, s in zip(others, shift, strict=True)], np.intp) + 1
        count = len(order)
        doing.operations.append(
            Operations(
                world=order.world,
                actor=order.actor,
                target=order.target,
                kind=np.zeros(count, np.intp),
                sector=np.zeros(count, np.intp),
                severity=np.ones(count, np.float32),
                culprit=order.actor + 1,
                framed=np.where(lies, framed, NOBODY),
            )
        )


def _innocent(feud: Feud, world: World) -> list[bool]:
    """Whether each answer of the last round fell on one who had not done it."""
    case, believed, where = feud.answers[-1]
    return list(world.culprit[case, where] - 1 != believed)


def _play(accuracy: float, forgiving: float) -> tuple[float, float]:
    """Acts a round, and the share of answers that fell on innocents."""
    board, setup = plain(NATIONS)
    board = _telling(board, accuracy)
    feud = Feud(accuracy, forgiving)
    played = rounds(
        fresh(board, setup, WORLDS), rulebook(deed(feud.strike), board), feud, BURN + COUNTED
    )
    innocent = [wrong for world in islice(played, BURN, None) for wrong in _innocent(feud, world)]
    return float(np.mean(feud.acts[BURN:])) / WORLDS, float(np.mean(innocent))


@pytest.mark.slow
@pytest.mark.parametrize("accuracy", [1.0, 0.7, 0.4])
def test_volume_does_not_depend_on_accuracy_and_innocents_do(accuracy: float) -> None:
    forgiving = 0.3
    volume, innocent = _play(accuracy, forgiving)
    number = NOTICED * (1 - forgiving)
    predicted = SPARK * NATIONS * (NATIONS - 1) / (1 - number)
    assert abs(volume / predicted - 1) < 0.10
    assert abs(innocent - (1 - accuracy)) < 0.03
