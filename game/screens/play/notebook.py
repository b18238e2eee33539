"""The notebook as a file: one line of JSON for each seat of each game, in the usual place.

Lines are added whole, at the end. A line that cannot be read is left alone and not shown.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from game import paths

Key = tuple[str, int, str, str]
"""Scenario, seed, seat and level."""


@dataclass(frozen=True)
class Judged:
    """One case as it was judged: the last numbers given, and which of them was the truth."""

    case: str
    culprit: str
    given: float  # chance given to the truth, at the last
    brier: float
    regret: float
    chances: tuple[float, ...] = ()  # of every hypothesis, at the last


@dataclass(frozen=True)
class Beliefs:
    """Everything stated in a game, turn by turn, against what was true."""

    pairs: tuple[tuple[float, bool], ...] = ()  # how strong each belief was, and whether true
    briers: tuple[float, ...] = ()  # one for each judgement: a case in a turn
    regrets: tuple[float, ...] = ()
    analysts: tuple[float, ...] = ()  # what one's analysts would have scored

    @property
    def count(self) -> int:
        """How many judgements."""
        return len(self.briers)


@dataclass(frozen=True)
class Lesson:
    """One game from one seat."""

    scenario: str
    title: str
    year: int | None
    seat: str
    nation: str
    seed: int
    level: str
    ending: str
    score: float
    rank: int
    peak: int
    judged: tuple[Judged, ...] = ()
    beliefs: Beliefs = field(default_factory=Beliefs)

    @property
    def key(self) -> Key:
        """The same game from the same seat is learnt from once: who plays it again knows it."""
        return self.scenario, self.seed, self.seat, self.level


_LINE = TypeAdapter(Lesson)


def file() -> Path:
    """Where the notebook is kept: beside the games."""
    return paths.saves().parent / "notebook.jsonl"


def lessons() -> list[Lesson]:
    """Everything in the notebook, the oldest first."""
    return [found for line in _lines() if (found := _read(line)) is not None]


def enter(new: Iterable[Lesson]) -> None:
    """Add lessons, all of them at once. Raises OSError."""
    added = b"".join(_written(each) for each in new)
    file().parent.mkdir(parents=True, exist_ok=True)
    with file().open("ab", buffering=0) as page:
        page.write(b"\n" + added if _is_cut() else added)


def forget_beliefs() -> None:
    """Keep how games ended, and nothing of what was stated turn by turn. Raises OSError."""
    place = file()
    if not place.exists():
        return
    beside = place.with_suffix(".new")
    beside.write_bytes(b"".join(_without_beliefs(line) for line in _lines()))
    os.replace(beside, place)


def _lines() -> Sequence[bytes]:
    try:
        return file().read_bytes().splitlines()
    except OSError:
        return []


def _read(line: bytes) -> Lesson | None:
    try:
        return _LINE.validate_json(line)
    except ValidationError:
        return None


def _written(each: Lesson) -> bytes:
    return _LINE.dump_json(each) + b"\n"


def _without_beliefs(line: bytes) -> bytes:
    found = _read(line)
    return line + b"\n" if found is None else _written(replace(found, beliefs=Beliefs()))


def _is_cut() -> bool:
    """Whether the last line was cut short: what is added then begins a line of its own."""
    whole = file().read_bytes() if file().exists() else b""
    return bool(whole) and not whole.endswith(b"\n")
