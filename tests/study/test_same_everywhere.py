"""The same seed gives the same world: alone, in any batch, on any machine. (Rules 2)"""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from game.scenario.doctrines import minds
from tests.library import BOTH, loaded, own_cast, play_many

ROOT = Path(__file__).parents[2]
ALONE = (0, 3, 6)


def hashes(name: str, numbers: list[int]) -> dict[int, str]:
    board, setup = loaded(name)
    played = play_many(board, setup, minds(own_cast(name)), numbers, hashed=True)
    return dict(zip(numbers, played.hash, strict=True))


@pytest.mark.parametrize("name", BOTH)
def test_a_world_alone_is_its_slice_of_a_batch_of_seven(name: str) -> None:
    batch = hashes(name, list(range(7)))
    for number in ALONE:
        assert hashes(name, [number])[number] == batch[number]


@pytest.mark.slow
@pytest.mark.parametrize("size", [256, 1000])
@pytest.mark.parametrize("name", BOTH)
def test_a_world_alone_is_its_slice_of_any_batch(name: str, size: int) -> None:
    batch = hashes(name, list(range(size)))
    rng = np.random.default_rng(size)
    for number in rng.choice(size, 12, replace=False).tolist():
        assert hashes(name, [number])[number] == batch[number]


def told_elsewhere(**surroundings: str) -> str:
    """Hashes as another process prints them, in other surroundings."""
    environment = {**os.environ, **surroundings}
    command = [sys.executable, "-m", "tests.across", "--here"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.slow
def test_surroundings_change_nothing() -> None:
    usual = told_elsewhere(PYTHONHASHSEED="0")
    assert len(usual.split()) > 10
    features = " ".join(_features())
    for surroundings in (
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4242"},
        {"LC_ALL": "C"},
        {"LC_ALL": "de_DE.UTF-8"},
        {"LC_ALL": "tr_TR.UTF-8"},
        {"NPY_DISABLE_CPU_FEATURES": features},
    ):
        assert told_elsewhere(**surroundings) == usual, surroundings


def _features() -> list[str]:
    """Features of this processor that numpy found beyond those it is built on."""
    found = np.show_config(mode="dicts")
    assert found is not None
    return list(found.get("SIMD Extensions", {}).get("found", []))
