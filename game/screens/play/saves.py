"""Saved games: each kept whole as it is played, and a copy of each of its last turns.

A record is written beside its place and renamed, so a save is whole or not there; one cut short
by other means is seen by its last line, and never offered.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from dataclasses import dataclass
from pathlib import Path

from game import paths, record
from game.match import Match

TURNS_KEPT = 10
"""Copies of the beginnings of turns, over all games; the oldest make room."""

ABANDONED = 60.0
"""Seconds after which a file that is not whole is not being written any more."""

LEVELS = ("guided", "standard", "expert")
"""How much help a player gets; a save is named after it."""

_END = "end"
_NATION = re.compile(r"^seat (\S+) (\S+)$")
_TITLE = re.compile(r"^\| title: *(.+)$")


@dataclass(frozen=True)
class Saved:
    """A game that can be gone on with, as its file says without playing it."""

    path: Path
    title: str  # of the scenario
    nations: tuple[str, ...]  # ids of those that people play
    seed: int
    turn: int  # the turn it stands in
    level: str
    when: float  # seconds since 1970
    fits: bool  # it was played by these rules
    over: bool = False  # its last turn has been played


def folder() -> Path:
    """Where games are kept."""
    return paths.saves()


def path_of(match: Match, level: str) -> Path:
    """Where a new game is kept; another is never written over. Raises OSError."""
    stem = f"{match.scenario.id}-{match.seed}"
    folder().mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        name = f"{stem}.{level}.txt" if number == 1 else f"{stem}-{number}.{level}.txt"
        try:
            os.close(os.open(folder() / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
            return folder() / name
        except FileExistsError:
            number += 1


def keep(match: Match, path: Path) -> None:
    """Write the game as it stands. Raises OSError."""
    record.save(match, path)


def keep_turn(match: Match, path: Path) -> None:
    """A copy of the game as a turn begins; the oldest of such copies make room. Raises OSError."""
    stem, _dot, level = path.stem.rpartition(".")
    stem, level = (stem, level) if level in LEVELS else (path.stem, "standard")
    place = turns_folder() / f"{stem}.turn-{match.turn:02d}.{level}.txt"
    record.save(match, place)
    for old in sorted(turns_folder().glob("*.txt"), key=_age, reverse=True)[TURNS_KEPT:]:
        old.unlink(missing_ok=True)


def turns_folder() -> Path:
    """Where the copies of the beginnings of turns are kept."""
    return folder() / "turns"


def games() -> list[Saved]:
    """Every game that can be gone on with, the last played first."""
    return _whole(folder())


def turns() -> list[Saved]:
    """The beginnings of turns that can be gone back to, the last first."""
    return _whole(turns_folder())


def latest() -> Saved | None:
    """The game played last that can be gone on with, if there is one.

    It is whole, was played by these rules, and is not over; nor is a later course of the same
    game, of which it may be a copy.
    """
    over: set[tuple[object, ...]] = set()
    for saved in sorted([*games(), *turns()], key=lambda each: each.when, reverse=True):
        game = saved.title, saved.nations, saved.seed
        if saved.over:
            over.add(game)
        elif saved.fits and game not in over:
            return saved
    return None


def sweep() -> None:
    """Take away what was half written when the game was ended from outside."""
    with contextlib.suppress(OSError):
        for place in (folder(), turns_folder()):
            for path in place.glob("*") if place.is_dir() else ():
                if path.is_file() and _is_left(path):
                    path.unlink(missing_ok=True)


def _is_left(path: Path) -> bool:
    """Whether nobody goes on writing it: not begun with, and older than any writing takes."""
    found = path.stat()
    unfinished = path.suffix == ".new" or path.name.startswith(".") or not found.st_size
    return unfinished and time.time() - found.st_mtime > ABANDONED


def _whole(place: Path) -> list[Saved]:
    found = [saved for path in place.glob("*.txt") if (saved := glance(path))]
    return sorted(found, key=lambda each: (each.when, each.path.name), reverse=True)


def glance(path: Path) -> Saved | None:
    """What a record says of itself; None if it is not a whole one."""
    try:
        lines, when = path.read_text("utf-8").splitlines(), path.stat().st_mtime
        if not lines or lines[0] != record.FORMAT or lines[-1] != _END:
            return None
        return _read(path, lines, when)
    except (OSError, UnicodeDecodeError, ValueError, IndexError):
        return None


def _read(path: Path, lines: list[str], when: float) -> Saved:
    """Raises ValueError or IndexError if something is not there."""
    seats = [found for line in lines if (found := _NATION.match(line))]
    titles = [found[1].strip("'\" ") for line in lines if (found := _TITLE.match(line))]
    played = [int(line.split()[1]) for line in lines if line.startswith("turn ")]
    parts = path.stem.rsplit(".", 1)
    return Saved(
        path=path,
        title=titles[0] if titles else path.stem,
        nations=tuple(found[1] for found in seats if found[2] == "human"),
        seed=int(lines[2].split()[1]),
        turn=max(played, default=1),
        level=parts[-1] if parts[-1] in LEVELS else "standard",
        when=when,
        fits=lines[1] == f"rules {record.rules_hash()}",
        over=sum(line.startswith("hash ") for line in lines) == len(played),
    )


def _age(path: Path) -> tuple[int, str]:
    return path.stat().st_mtime_ns, path.name
