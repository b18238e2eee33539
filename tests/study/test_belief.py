"""Belief is honest: what is believed to 80 % is true in 80 % of cases. (Rules 4.5)"""

import numpy as np
import pytest

from game.futures.play import play_out
from game.rules.changes import put_derived
from game.rules.evidence import posterior
from game.rules.world import Look, copy
from game.scenario.build import start
from game.scenario.doctrines import minds
from tests.library import BOTH, loaded

WORLDS = 2000


def read_everything(name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Aware and naive belief in every hypothesis by who holds all cards, and what is true."""
    board, setup = loaded(name)
    mind = minds(["reciprocator"] * board.nations)
    parts = []
    for first in range(0, WORLDS, 250):
        world = copy(
            play_out(start(board, setup, np.arange(first, first + 250)), setup.rules, mind)
        )
        known = np.where(world.card != 0, Look.FOUND, Look.ABSENT) * board.dealt[:, :, None]
        put_derived(world, "look", np.broadcast_to(known, world.look.shape))
        for incident in range(board.scripted):
            where = np.flatnonzero(world.status[incident] > 0)
            victim = np.full(len(where), board.script.victim[incident])
            case = np.full(len(where), incident)
            truth = np.arange(board.sizes["H"])[:, None] == world.culprit[incident, where]
            aware = posterior(world, victim, case, where)
            naive = posterior(world, victim, case, where, aware=False)
            live = board.live[incident]
            parts.append(np.stack([values[live].ravel() for values in (aware, naive, truth)]))
    aware, naive, truth = np.concatenate(parts, axis=1)
    return aware, naive, truth


def calibration_error(belief: np.ndarray, truth: np.ndarray) -> float:
    """Expected calibration error over ten bins."""
    bins = np.minimum((belief * 10).astype(int), 9)
    gaps = [
        abs(belief[bins == n].mean() - truth[bins == n].mean()) * (bins == n).mean()
        for n in range(10)
        if (bins == n).any()
    ]
    return float(sum(gaps))


@pytest.mark.slow
@pytest.mark.parametrize("name", BOTH)
def test_the_posterior_is_calibrated_and_the_naive_one_is_not(name: str) -> None:
    aware, naive, truth = read_everything(name)
    assert calibration_error(aware, truth) < 0.02
    assert calibration_error(naive, truth) > 2 * calibration_error(aware, truth)


@pytest.mark.slow
def test_a_naive_reader_is_overconfident_where_traces_are_forged() -> None:
    aware, naive, truth = read_everything("olympic_destroyer")
    sure = naive > 0.9
    assert naive[sure].mean() - truth[sure].mean() > 0.02
    sure = aware > 0.9
    assert abs(aware[sure].mean() - truth[sure].mean()) < 0.015
