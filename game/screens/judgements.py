"""Judgements kept over games: what people stated of cases, and what turned out to be true."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from game.match import Match
from game.report.html.judgement import judged
from game.report.html.told import Game
from game.screens import saves

ENOUGH = 20
"""Judgements from which a curve says something."""


@dataclass(frozen=True)
class Kept:
    """The judgements of one person in one game that is over."""

    game: str  # the hash of its last world: the same game is kept once
    title: str
    nation: str
    pairs: tuple[tuple[float, bool], ...]
    briers: tuple[float, ...]
    regrets: tuple[float, ...]
    analysts: tuple[float, ...]

    @property
    def count(self) -> int:
        """How many judgements: one for each case and turn."""
        return len(self.briers)


def file() -> Path:
    """Where they are kept."""
    return saves.folder() / "judgements.json"


def of(match: Match) -> list[Kept]:
    """The judgements of everybody who played a game that is over."""
    game, found = Game(match), []
    for nation in match.humans():
        made = judged(game, nation)
        if made.briers:
            name = match.setup.names[nation]
            last = match.hashes()[-1]
            found.append(Kept(last, match.scenario.title, name, made.pairs, made.briers,
                              made.regrets, made.analysts))  # fmt: skip
    return found


def read() -> list[Kept]:
    """All that were kept, the oldest first; none if the file is not there or not whole."""
    try:
        rows = json.loads(file().read_text("utf-8"))
        return [_kept(row) for row in rows]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _kept(row: dict[str, Any]) -> Kept:
    pairs = tuple((float(chance), bool(true)) for chance, true in row["pairs"])
    figures = [tuple(float(v) for v in row[name]) for name in ("briers", "regrets", "analysts")]
    return Kept(str(row["game"]), str(row["title"]), str(row["nation"]), pairs, *figures)


def keep(match: Match) -> list[Kept]:
    """Keep the judgements of a game; all there are now. Nothing is kept if the disk is full."""
    new = of(match)
    ids = {(each.game, each.nation) for each in new}
    before = read()
    kept = [*(each for each in before if (each.game, each.nation) not in ids), *new]
    try:
        if not before and file().exists():  # it could not be read: it is not written over
            os.replace(file(), file().with_suffix(".damaged"))
        _write(kept)
    except OSError:
        return kept
    return kept


def forget() -> None:
    """Keep none of them. Raises OSError."""
    file().unlink(missing_ok=True)


def _write(kept: Iterable[Kept]) -> None:
    """Written beside its place and renamed: the file is whole or not there."""
    place = file()
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_suffix(".new")
    beside.write_text(json.dumps([asdict(each) for each in kept]), "utf-8")
    os.replace(beside, place)
