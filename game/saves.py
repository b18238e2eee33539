"""Where games are kept, and what they are called."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from game import paths


class NoSave(ValueError):
    """There is nothing to go on with; the message says where it was looked for."""


def folder() -> Path:
    """Where games are saved unless a file is named."""
    return paths.saves()


def usual(scenario: str, seed: int) -> Path:
    """The usual name of a game."""
    return folder() / f"{scenario}-{seed}.txt"


def reserve(path: Path) -> Path:
    """A file of that name that did not exist before; of another name if it did.

    A game is never written over another. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    for number in count(1):
        free = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
        try:
            os.close(os.open(free, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
        except FileExistsError:
            continue
        return free
    raise AssertionError("there are always more numbers")


def latest(scenario: str = "") -> Path:
    """The game that was saved last. Raises NoSave."""
    pattern = f"{scenario}-*.txt" if scenario else "*.txt"
    found = [path for path in folder().glob(pattern) if path.stat().st_size]
    if not found:
        raise NoSave(f"{folder()}: no saved game here yet; play one first")
    return max(found, key=lambda path: path.stat().st_mtime)
