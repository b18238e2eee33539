"""Noise that is the same on every machine: whole numbers in, fractions of whole numbers out."""

from __future__ import annotations

import zlib
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Field: TypeAlias = NDArray[Any]

_FIRST, _SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_STIR = np.uint64(0xBF58476D1CE4E5B9)


def chance(name: str, *keys: int) -> float:
    """A number in [0, 1) by name."""
    text = ":".join([name, *map(str, keys)])
    low, high = zlib.crc32(text.encode()), zlib.crc32(f"{text}!".encode())
    return float(_scattered(np.array([low], np.uint64), np.array([high], np.uint64))[0])


def layered(name: str, x: Field, y: Field, first: float, octaves: int, keep: float = 0.5) -> Field:
    """Noise about 0, mostly within -1 and 1, for columns at x and rows at y.

    Each octave is about half as large as the one before and `keep` as strong.
    """
    total, strength, size = np.zeros((len(y), len(x)), np.float32), 1.0, first
    for octave in range(octaves):
        seed = zlib.crc32(f"{name}:{octave}".encode())
        shift = 64 * chance(name, octave)  # lattices of two octaves must not lie on each other
        total += np.float32(strength) * smooth(seed, x / size + shift, y / size + 0.7 * shift)
        strength, size = strength * keep, size / 1.93
    return total


def smooth(seed: int, x: Field, y: Field) -> Field:
    """Gradient noise on a square lattice."""
    i, j = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    dx, dy = (x - i).astype(np.float32), (y - j).astype(np.float32)[:, None]
    ease_x, ease_y, slopes = _eased(dx), _eased(dy), _slopes(seed)
    a, b = _rise(slopes, i, j, dx, dy), _rise(slopes, i + 1, j, dx - 1, dy)
    c, d = _rise(slopes, i, j + 1, dx, dy - 1), _rise(slopes, i + 1, j + 1, dx - 1, dy - 1)
    top, bottom = a + ease_x * (b - a), c + ease_x * (d - c)
    noise: Field = np.float32(1.5) * (top + ease_y * (bottom - top))
    return noise


_TABLE = 64


def _slopes(seed: int) -> Field:
    """Directions at the points of the lattice: whole turns in triangle waves, no sines."""
    side = np.arange(_TABLE)
    i, j = np.meshgrid(side, side, indexing="ij")
    turn = _scattered(i + seed, j + 7 * seed)
    waves = [4 * np.abs(turn - 0.5) - 1, 4 * np.abs((turn + 0.25) % 1 - 0.5) - 1]
    return np.array(waves, dtype=np.float32)


def _rise(slopes: Field, i: Any, j: Any, dx: Field, dy: Field) -> Field:
    columns = slopes[:, i % _TABLE]
    gx, gy = columns[0].T[j % _TABLE], columns[1].T[j % _TABLE]
    rise: Field = gx * dx + gy * dy
    return rise


def _eased(t: Field) -> Field:
    eased: Field = t * t * t * (t * (t * 6 - 15) + 10)
    return eased


def _scattered(i: Any, j: Any) -> Field:
    mixed = i.astype(np.uint64) * _FIRST + j.astype(np.uint64) * _SECOND
    mixed = (mixed ^ (mixed >> np.uint64(29))) * _STIR
    mixed = mixed ^ (mixed >> np.uint64(32))
    share: Field = (mixed >> np.uint64(11)).astype(np.float64) * 2.0**-53
    return share
