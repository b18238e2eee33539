"""Treaties: those in force, and those that were broken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from game.language import _
from game.match import Match
from game.report import words
from game.report.happened import breach
from game.report.story import Scene, Story, heard
from game.rules.clauses import CLAUSES, LASTING
from game.rules.happenings import Happening, What
from game.rules.treaties import is_geneva
from game.rules.view import View


@dataclass(frozen=True)
class TreatyLine:
    """A treaty in force."""

    parties: tuple[str, ...]
    clauses: tuple[str, ...]
    until: str
    ours: bool
    since: int
    geneva: bool  # a Digital Geneva Convention


def treaties(match: Match, seen: View, me: int) -> tuple[TreatyLine, ...]:
    """Treaties in force between at least two."""
    since, until = seen.treaty_since[:, 0], seen.treaty_until[:, 0]
    lines = []
    for treaty in np.flatnonzero((since > 0) & (until >= seen.turn)).tolist():
        parties = np.flatnonzero(seen.treaty_party[treaty, :, 0]).tolist()
        if len(parties) < 2:
            continue
        levels = {
            CLAUSES[c].id: int(seen.treaty_level[treaty, c, 0])
            for c in LASTING
            if seen.treaty_level[treaty, c, 0] > 0
        }
        last = int(until[treaty])
        ends = _("until turn {n}").format(n=last)
        lasts = _("to the end of the crisis") if last >= match.board.turns else ends
        names = tuple(words.nation(match, n) for n in parties)
        lines.append(
            TreatyLine(
                parties=names,
                clauses=tuple(words.clauses(levels)),
                until=lasts,
                ours=me in parties,
                since=int(since[treaty]),
                geneva=bool(is_geneva(seen.treaty_level[treaty, :, 0])),
            )
        )
    return tuple(lines)


def breaches(match: Match, nation: int) -> tuple[str, ...]:
    """Treaties broken and what that ended, as far as the nation heard of it, turn by turn."""
    return tuple(dict.fromkeys(heard(match, nation, What.BROKE, _with_end)))


def _with_end(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A breach, and what was in force no longer, in one line."""
    for story in breach(scene, rows, row):
        yield replace(story, text=" ".join((story.text, *story.why)))
