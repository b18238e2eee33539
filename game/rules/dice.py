"""Dice: a roll depends on seed, turn, the name of the roll, and who rolls. (Rules 2)

Counter-based: no state, so a roll never depends on batch size or on the order of calls, and a
fork that changes one decision keeps every other roll.
"""

from __future__ import annotations

import zlib
from typing import Any

import numpy as np

from game.rules.world import Floats, Seeds

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_KEYS = 4096  # more than any axis holds; keys of one roll never run into each other
_STEPS = np.float32(2.0**-24)


def name_of(text: str) -> int:
    """The number a named roll is known by, the same in every process."""
    return zlib.crc32(text.encode())


def seeds(numbers: Any) -> Seeds:
    """World seeds from whole numbers, well mixed."""
    raw = np.atleast_1d(np.asarray(numbers)).astype(np.uint64)
    return _mix(raw + _GOLDEN)


def derive(seed: Seeds, name: str) -> Seeds:
    """Seeds of another family, for players or imagined worlds, that tell nothing of the first."""
    return _mix(seed ^ _mix(np.full_like(seed, name_of(name))))


def roll(seed: Seeds, turn: int, name: str, *keys: Any) -> Floats:
    """Rolls in [0, 1), one for each element of the seeds broadcast with the keys."""
    stir = (name_of(name) * 0x9E3779B97F4A7C15 + turn * 0xD1B54A32D192ED03) % 2**64
    counter: Any = 0
    for key in keys:
        counter = counter * _KEYS + key
    spread = np.asarray(counter).astype(np.uint64) * _GOLDEN
    mixed = _mix(_mix(seed + np.uint64(stir)) + spread)
    return (mixed >> np.uint64(40)).astype(np.float32) * _STEPS


def _mix(x: Seeds) -> Seeds:
    """The finaliser of splitmix64: every bit of the input stirs every bit of the output."""
    x = (x ^ (x >> np.uint64(30))) * _FIRST
    x = (x ^ (x >> np.uint64(27))) * _SECOND
    mixed: Seeds = x ^ (x >> np.uint64(31))
    return mixed
