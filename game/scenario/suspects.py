"""Suspects of an incident: what they are called, and who of them may be framed."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.language import _
from game.rules.world import NOBODY


def frames(table: dict[str, Any], place: int, weights: Any) -> None:
    """Whoever lies frames another by weight, never anyone who had a part in it."""
    hand, sponsor = table["hand"][place], table["sponsor"][place]
    for culprit in np.flatnonzero(table["live"][place]):
        part = {int(hand[culprit]), int(sponsor[culprit])} - {NOBODY}
        fits = [
            int(h) not in part and int(s) not in part for h, s in zip(hand, sponsor, strict=True)
        ]
        row = weights * np.array(fits) * table["live"][place]
        row[culprit] = 0
        if row.sum() > 0:
            table["frame"][place, culprit] = row / row.sum()


def label(hand: str, sponsor: str | None) -> str:
    """A suspect in words."""
    if sponsor is None:
        return hand
    return _("{hand}, for {sponsor}").format(hand=hand, sponsor=sponsor)


def other() -> str:
    """Whoever is none of them, in words."""
    return _("someone else, or an accident")
