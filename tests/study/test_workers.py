"""Work over processes comes out as in one, in the same order, whatever their number."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from game.futures.outcomes import Outcomes, joined
from game.study.games import Games, come_out, loaded, own_cast
from game.study.workers import spread
from tests.library import path_of, play_many

ROOT = Path(__file__).parents[2]
TEXT = path_of("first_light").read_text("utf-8")
CASTS = (own_cast(TEXT), ("hawk", "random", "opportunist", "reciprocator"))


def hashed(games: Games) -> Outcomes:
    return come_out(games, hashed=True)


def played(workers: int) -> Outcomes:
    games = Games(TEXT, tuple(range(30)), tuple(CASTS[n % 2] for n in range(30)))
    return joined(spread(hashed, games.parts(7), workers))


@pytest.fixture(scope="module")
def alone() -> Outcomes:
    return played(1)


@pytest.mark.parametrize("workers", [2, pytest.param(3, marks=pytest.mark.slow)])
def test_any_number_of_workers_gives_the_same(workers: int, alone: Outcomes) -> None:
    together = played(workers)
    assert together.hash == alone.hash and len(set(alone.hash)) == 30
    assert np.array_equal(together.score, alone.score)
    assert np.array_equal(together.ending, alone.ending)
    assert np.array_equal(together.objective, alone.objective)


def test_games_of_other_casts_are_those_games(alone: Outcomes) -> None:
    """A game among games of other casts comes out as it does among its own."""
    board, setup = loaded(TEXT)
    for offset, cast in enumerate(CASTS):
        minds = Games(TEXT, (0,), (cast,)).minds
        own = play_many(board, setup, minds, list(range(offset, 30, 2)), hashed=True)
        assert own.hash == alone.hash[offset::2]


def test_parts_hold_every_game_once() -> None:
    games = Games(TEXT, tuple(range(300)), (CASTS[0],))
    parts = games.parts()
    assert [n for part in parts for n in part.numbers] == list(range(300))
    assert all(part.casts == (CASTS[0],) for part in parts)


def fail(job: list[int]) -> int:
    if job == [2]:
        raise ValueError("job 2 cannot be done")
    return job[0]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_in_a_worker_is_told(workers: int) -> None:
    with pytest.raises(ValueError, match="job 2 cannot be done"):
        spread(fail, [[1], [2], [3]], workers)


ENDLESS = """
import signal
import time
from game.study.workers import spread

def sleep(job):
    time.sleep(0.2)

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # even where tests run beside a shell
    print("begun", flush=True)
    spread(sleep, [[n] for n in range(1000)], 2)
"""


@pytest.mark.parametrize("after", [0.1, 1.5])
def test_stopping_leaves_no_process_behind(after: float, tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS, "utf-8")
    process = subprocess.Popen(
        [sys.executable, str(script)], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    time.sleep(after)  # the others are still waking, or at work
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode != 0
    assert err.count("Traceback") == 1 and err.rstrip().endswith("KeyboardInterrupt")
    assert gone(process.pid), "processes are still there"


def gone(group: int) -> bool:
    """Whether no process of a group is left, or will be in a moment."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
