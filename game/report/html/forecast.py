"""The forecast after each turn, and the turns that moved it most. (Rules 11.5)

The truth is known by now, so the futures are those of the world as it truly stood, with other
dice from there on. A turning point is a turn after which another future was to be expected.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.futures.outcomes import Outcomes, outcomes
from game.futures.play import play_out
from game.futures.turned import dice_of, stand_ins, widened
from game.language import _
from game.report import terms, words
from game.report.html.told import Game, Told
from game.rules.escalation import LADDER
from game.rules.scoring import ENDINGS, Ending
from game.scenario.doctrines import minds

FUTURES = 64
"""Futures played from the end of each turn."""

NOTABLE = 0.08
"""Least share of a forecast that must move in a turning point: less may be chance."""

SHOWN = 3

FROM_OUTSIDE, SIGNED = 10, 8
"""Weights of news that nobody on the board made, and of proposals that were signed."""


def ending_shares(played: Outcomes) -> dict[Ending, float]:
    """How often each ending came about."""
    return {end: float(np.mean(played.ending == end)) for end in ENDINGS}


def rung_shares(played: Outcomes) -> list[float]:
    """How often each rung was the highest reached."""
    return [float(np.mean(played.peak == rung)) for rung in range(len(LADDER))]


def moved(before: Outcomes, after: Outcomes) -> float:
    """What share of a forecast moved: half of endings, half of the highest rung. 0 to 1."""
    ends, rungs = ending_shares(before), rung_shares(before)
    later, higher = ending_shares(after), rung_shares(after)
    by_end = sum(abs(later[end] - share) for end, share in ends.items()) / 2
    by_rung = sum(abs(b - a) for a, b in zip(rungs, higher, strict=True)) / 2
    return (by_end + by_rung) / 2


@dataclass(frozen=True)
class Turning:
    """A turn that moved the forecast, and what was done in it."""

    turn: int
    letter: str
    swing: float
    text: str
    deeds: tuple[Told, ...]


@dataclass(frozen=True)
class Forecast:
    """Forecasts of a game from its start and from the end of every turn."""

    game: Game

    @cached_property
    def played(self) -> tuple[Outcomes, ...]:
        """Futures from each moment; from the end, the game as it came out."""
        match = self.game.match
        mind = minds(stand_ins(match))
        seeds = dice_of(match, np.arange(1, FUTURES + 1))
        found = []
        for turn in self.game.moments:
            world = widened(match.worlds[turn], seeds)
            found.append(outcomes(play_out(world, match.setup.rules, mind)))
        return tuple(found)

    @cached_property
    def swings(self) -> tuple[float, ...]:
        """How far the forecast moved in each turn."""
        pairs = zip(self.played, self.played[1:], strict=False)
        return tuple(moved(before, after) for before, after in pairs)

    def peaks(self, share: float) -> tuple[float, ...]:
        """The rung that so large a share of futures does not go beyond, from each moment."""
        return tuple(float(np.quantile(p.peak, share, method="inverted_cdf")) for p in self.played)

    @cached_property
    def mean_peaks(self) -> tuple[float, ...]:
        """The highest rung to be expected, from each moment."""
        return tuple(float(np.mean(p.peak)) for p in self.played)

    @cached_property
    def turning(self) -> tuple[Turning, ...]:
        """The turns of the largest swings, in order."""
        order = sorted(self.game.turns, key=lambda t: (-self.swings[t - 1], t))
        chosen = [t for t in order[:SHOWN] if self.swings[t - 1] >= NOTABLE]
        return tuple(
            Turning(turn, letter, self.swings[turn - 1], self._how(turn), self.deeds(turn))
            for letter, turn in zip("ABC", sorted(chosen), strict=False)
        )

    def deeds(self, turn: int, public: int = 3, secret: int = 2) -> tuple[Told, ...]:
        """The weightiest things that happened in a turn: what all saw, and what hardly anyone."""
        told = [t for t in self.game.chronicle[turn - 1] if t.kind in _DEEDS]
        told.sort(key=_lightness)
        loud = [t for t in told if len(t.seen) == len(self.game.nations) or _is_signed(t)]
        quiet = [t for t in told if len(t.seen) == 1 and t.kind in ("acts", "crisis")]
        return (*loud[:public], *quiet[:secret])

    def _how(self, turn: int) -> str:
        """What became likelier in a turn, and what less likely."""
        before, after = (ending_shares(self.played[t]) for t in (turn - 1, turn))
        steps = {end: after[end] - before[end] for end in ENDINGS}
        up, down = max(steps, key=lambda e: steps[e]), min(steps, key=lambda e: steps[e])
        parts = []
        if steps[up] > 0.02:
            parts.append(_went(up, before[up], after[up]))
        if steps[down] < -0.02:
            parts.append(_went(down, before[down], after[down]))
        peaks = self.mean_peaks[turn - 1], self.mean_peaks[turn]
        if abs(peaks[1] - peaks[0]) >= 0.1:
            says = _("the highest rung expected fell from {before:.1f} to {after:.1f}")
            if peaks[1] > peaks[0]:
                says = _("the highest rung expected rose from {before:.1f} to {after:.1f}")
            parts.append(says.format(before=peaks[0], after=peaks[1]))
        return words.capital(words.series(parts) or _("the forecast shifted")) + "."


def _lightness(told: Told) -> float:
    """Weighty deeds first, news from outside last."""
    return 8 * (told.weight >= FROM_OUTSIDE) - told.weight - 3 * (told.kind == "acts")


def _is_signed(told: Told) -> bool:
    """A proposal that was signed or adopted; those that were not weigh less."""
    return told.kind == "talks" and told.weight >= SIGNED


_DEEDS = frozenset({"crisis", "talks", "acts", "promises", "ladder"})


def _went(end: Ending, before: float, after: float) -> str:
    says = _("the chance of \u201c{ending}\u201d fell from {before:.0%} to {after:.0%}")
    if after > before:
        says = _("the chance of \u201c{ending}\u201d rose from {before:.0%} to {after:.0%}")
    return says.format(ending=terms.ending(end)[0], before=before, after=after)


def live_endings(played: Sequence[Outcomes]) -> list[Ending]:
    """Endings that any of the futures came to, the commonest first."""
    totals = {end: sum(ending_shares(p)[end] for p in played) for end in ENDINGS}
    return sorted((e for e in totals if totals[e] > 0), key=lambda e: (-totals[e], e))
