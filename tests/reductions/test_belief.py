"""V25 to V27: belief and false flags. The posterior reduces to Bayes' rule over pointed items.

Four suspects, priors drawn from a Dirichlet of 2, five items, each pointing at the author three
times as often as at any other; under a false flag, for the incident as a whole, all of them point
at a framed party instead. The figures were recomputed in the joint form by `_direct`, Bayes' rule
written out by hand, over 400,000 incidents (`python -m tests.reductions.test_belief`):

    V25   no flags                          Brier .382  right .724  error < .001
    V26   flags .2, naive reader            Brier .539  error .053  at 90 % and more right 82 %
          flags .2, aware reader            Brier .514  error < .001  at 90 % and more right 92 %
    V27   no flags, reader assumes .2       Brier .405  right .719, says .629
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pytest

from game.rules.board import Board
from game.rules.changes import put_derived
from game.rules.evidence import posterior
from game.rules.world import Look
from tests.reductions.lab import fresh, plain

SUSPECTS, ITEMS, ODDS, CASES, BLOCKS = 4, 5, 3.0, 40_000, 100
CASE, WITNESS = 1, 4  # the first place for operations; a fifth nation reads
POINTS = ODDS / (ODDS + SUSPECTS - 1)  # chance that an item points at whom it should
ASTRAY = 1 / (ODDS + SUSPECTS - 1)


def _board(assumed: float, chances: np.ndarray) -> Board:
    """Items as cards: card (item, suspect) is found where the item points at that suspect."""
    board, _ = plain(SUSPECTS + 1)
    places, most = board.sizes["I"], ITEMS * SUSPECTS
    sizes = dict(board.sizes) | {"E": most}
    shape = (places, most, sizes["H"])
    found = np.zeros(shape, np.float32)
    for card in range(most):
        found[:, card] = 10 * np.log10(ASTRAY)
        found[:, card, 1 + card % SUSPECTS] = 10 * np.log10(POINTS)
    prior = np.zeros_like(board.prior)
    prior[:, :, 1 : 1 + SUSPECTS] = chances
    frame = np.zeros_like(board.frame)
    frame[:, 1 : 1 + SUSPECTS, 1 : 1 + SUSPECTS] = (1 - np.eye(SUSPECTS)) / (SUSPECTS - 1)
    yes = np.ones((places, most), bool)
    return replace(
        board,
        sizes=sizes,
        found=found,
        absent=np.zeros(shape, np.float32),
        chance=np.full(shape, 0.5, np.float32),
        dealt=yes,
        planted=yes,
        secret=~yes,
        burns=~yes,
        vendor=~yes,
        need=np.full((places, most), 999, np.float32),
        finder=np.ones((places, most, sizes["N"]), bool),
        prior=prior,
        frame=frame,
        flag=np.full_like(board.flag, assumed),
    )


@dataclass(frozen=True, eq=False)
class Cases:
    """Incidents whose author is known to us. Shapes [cases, …]"""

    prior: np.ndarray  # [cases, suspects], alike in blocks
    author: np.ndarray
    points: np.ndarray  # [cases, items] the suspect each item points at


@cache
def _cases(flags: float, count: int = CASES, blocks: int = BLOCKS) -> Cases:
    rng = np.random.default_rng(3)
    prior = np.repeat(rng.dirichlet([2] * SUSPECTS, size=blocks), count // blocks, axis=0)
    author = (rng.random(count)[:, None] > prior.cumsum(axis=1)).sum(axis=1).clip(max=SUSPECTS - 1)
    other = (author + rng.integers(1, SUSPECTS, size=count)) % SUSPECTS
    shown = np.where(rng.random(count) < flags, other, author)
    strays = (shown[:, None] + rng.integers(1, SUSPECTS, size=(count, ITEMS))) % SUSPECTS
    right = rng.random((count, ITEMS)) < POINTS
    return Cases(prior, author, np.where(right, shown[:, None], strays))


def _engine(cases: Cases, assumed: float, aware: bool = True) -> np.ndarray:
    """What the engine's posterior says of each case. [cases, suspects]"""
    size = len(cases.author) // len(np.unique(cases.prior[:, 0]))
    parts = [
        _read(_board(assumed, cases.prior[first]), cases.points[first : first + size], aware)
        for first in range(0, len(cases.author), size)
    ]
    return np.concatenate(parts)


def _read(board: Board, points: np.ndarray, aware: bool) -> np.ndarray:
    count = len(points)
    _, setup = plain(SUSPECTS + 1)
    world = fresh(board, setup, count)
    look = np.full(world.look.shape, Look.ABSENT, np.int16)
    case, item = np.indices(points.shape)
    look[WITNESS, CASE, item * SUSPECTS + points, case] = Look.FOUND
    put_derived(world, "look", look)
    put_derived(world, "victim", np.full(world.victim.shape, WITNESS))
    put_derived(world, "culprit", np.zeros(world.culprit.shape))
    same = np.ones(count, np.intp)
    chances = posterior(world, same * WITNESS, same * CASE, np.arange(count), aware=aware)
    return chances[1 : 1 + SUSPECTS].T


def _direct(cases: Cases, assumed: float) -> np.ndarray:
    """The same by Bayes' rule written out, for the incident as a whole. [cases, suspects]"""
    hits = np.stack([(cases.points == s).sum(axis=1) for s in range(SUSPECTS)], axis=1)
    likelihood = POINTS**hits * ASTRAY ** (ITEMS - hits)
    framed = (likelihood.sum(axis=1, keepdims=True) - likelihood) / (SUSPECTS - 1)
    joint = cases.prior * ((1 - assumed) * likelihood + assumed * framed)
    return joint / joint.sum(axis=1, keepdims=True)


def _brier(belief: np.ndarray, author: np.ndarray) -> float:
    return float(((belief - np.eye(SUSPECTS)[author]) ** 2).sum(axis=1).mean())


def _right(belief: np.ndarray, author: np.ndarray) -> float:
    return float((belief.argmax(axis=1) == author).mean())


def _error(belief: np.ndarray, author: np.ndarray) -> float:
    """Expected calibration error over all suspects, ten bins."""
    p, hit = belief.ravel(), np.eye(SUSPECTS)[author].ravel()
    bins = np.minimum((p * 10).astype(int), 9)
    gaps = [
        abs(p[bins == n].mean() - hit[bins == n].mean()) * (bins == n).mean() for n in set(bins)
    ]
    return float(sum(gaps))


def _sure_and_right(belief: np.ndarray, author: np.ndarray) -> float:
    """Share right where the reader is sure to nine tenths."""
    sure = belief.max(axis=1) >= 0.9
    return float((belief.argmax(axis=1) == author)[sure].mean())


@pytest.mark.parametrize("assumed", [0.0, 0.2])
def test_the_engine_s_posterior_is_bayes_rule_written_out(assumed: float) -> None:
    cases = _cases(0.2, count=2000, blocks=5)
    assert np.abs(_engine(cases, assumed) - _direct(cases, assumed)).max() < 0.002


@pytest.mark.slow
def test_v25_without_false_flags_belief_is_calibrated() -> None:
    cases = _cases(0.0)
    belief = _engine(cases, 0.0)
    assert abs(_brier(belief, cases.author) - 0.382) < 0.01
    assert abs(_right(belief, cases.author) - 0.724) < 0.01
    assert _error(belief, cases.author) < 0.005


@pytest.mark.slow
def test_v26_under_false_flags_the_naive_reader_is_overconfident_and_the_aware_is_not() -> None:
    cases = _cases(0.2)
    naive, aware = (_engine(cases, 0.2, aware=flag) for flag in (False, True))
    assert abs(_brier(naive, cases.author) - 0.539) < 0.015
    assert abs(_brier(aware, cases.author) - 0.514) < 0.015
    assert abs(_error(naive, cases.author) - 0.053) < 0.015
    assert _error(aware, cases.author) < 0.005
    assert abs(_sure_and_right(naive, cases.author) - 0.82) < 0.02
    assert abs(_sure_and_right(aware, cases.author) - 0.92) < 0.03


@pytest.mark.slow
def test_v27_who_fears_false_flags_that_are_not_there_is_underconfident() -> None:
    cases = _cases(0.0)
    belief = _engine(cases, 0.2)
    assert abs(_brier(belief, cases.author) - 0.405) < 0.015
    assert abs(_right(belief, cases.author) - 0.719) < 0.015
    assert abs(belief.max(axis=1).mean() - 0.629) < 0.015


if __name__ == "__main__":
    for flags, assumed in ((0.0, 0.0), (0.2, 0.0), (0.2, 0.2), (0.0, 0.2)):
        every = _cases(flags, count=400_000, blocks=20_000)
        said, who = _direct(every, assumed), every.author
        figures = (
            _brier(said, who),
            _right(said, who),
            _error(said, who),
            _sure_and_right(said, who),
        )
        print(f"flags {flags} assumed {assumed}:", *(f"{each:.3f}" for each in figures))
        print(f"    says {said.max(axis=1).mean():.3f}")
