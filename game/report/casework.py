"""A case as nations discuss it: what they said of it, norms it breaks, how the law reads it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.language import _
from game.match import Match
from game.report import terms, words
from game.report.law import readings
from game.rules.norms import broken_by
from game.rules.world import NOBODY
from game.scenario.library import norm_of


@dataclass(frozen=True)
class Said:
    """What one nation said in public of a case."""

    nation: int
    whom: str  # whom it named, or empty
    word: str  # words of estimative probability
    confidence: str
    turn: int
    text: str  # where it named nobody: what it did


@dataclass(frozen=True)
class Breach:
    """A live norm that a case breaks, were it a state's work."""

    label: str
    letter: str


def said(match: Match, me: int, incident: int) -> tuple[Said, ...]:
    """What every nation said of a case in public."""
    seen, found = match.view(me), []
    for n in range(match.board.nations):
        accused = int(seen.accused[n, incident, 0])
        if accused != NOBODY:
            word = terms.word(seen.word[n, incident, 0])
            sure = terms.confidence(seen.sure[n, incident, 0])
            turn = int(seen.claimed[n, incident, 0])
            found.append(Said(n, words.nation(match, accused), word, sure, turn, ""))
        elif seen.condemned[n, incident, 0] > 0:
            turn = int(seen.condemned[n, incident, 0])
            found.append(Said(n, "", "", "", turn, _("condemned it, and named nobody")))
        stood = int(seen.answered_for[n, incident, 0])
        if stood == 1:
            found.append(Said(n, "", "", "", 0, _("denies it")))
        elif stood > 1:
            found.append(Said(n, "", "", "", 0, _("owned up and made good")))
    return tuple(found)


def breached(match: Match, incident: int) -> tuple[Breach, ...]:
    """The live norms that a case breaks."""
    if not match.board.normed:
        return ()
    flags = broken_by(match.world)[:, incident, 0]
    ids = match.setup.ids["norm"]
    given = [norm_of(match.scenario, ids[n]) for n in np.flatnonzero(flags).tolist()]
    return tuple(Breach(_(each.label), each.letter or "") for each in given)


def law_of(match: Match, me: int, title: str) -> tuple[tuple[str, str], ...]:
    """How each nation reads a case, were it a state's work: nation and verdict."""
    return next((line.verdicts for line in readings(match, me) if line.act == title), ())
