"""Fork and compare: one decision taken otherwise, many futures of both, with the same dice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from game.futures.intervals import Estimate, difference
from game.futures.outcomes import Outcomes
from game.futures.variants import AS_IT_WENT, variants
from game.report.html.blocks import Block, Section
from game.report.html.charts import (
    Chart,
    Head,
    Interval,
    Series,
    histogram_pair,
    intervals,
)
from game.report.html.forecast import Forecast, ending_shares, rung_shares
from game.report.html.otherwise import Otherwise, candidates
from game.report.html.told import Game
from game.rules.escalation import LADDER
from game.rules.scoring import ENDINGS

TRIED, SEARCH = 24, 32
"""Decisions tried, and futures of each in the search for those that mattered."""

SHOWN, WORLDS = 3, 128
"""Forks shown, and futures of each side."""


@dataclass(frozen=True)
class Tried:
    """Futures of a decision as it was, and otherwise."""

    what: Otherwise
    before: Outcomes
    after: Outcomes


def that_mattered(game: Game, forecast: Forecast) -> list[Tried]:
    """The decisions that moved the future most, each with futures of both sides."""
    return _tried(game, _chosen(game, forecast), WORLDS, first=SEARCH)


def section(game: Game, forecast: Forecast, chosen: Sequence[Tried] | None = None) -> Section:
    """Three decisions taken otherwise, and what would have come of it."""
    chosen = that_mattered(game, forecast) if chosen is None else chosen
    lead = [
        "Each fork goes back to one turn, changes one decision of one nation, leaves everything "
        f"else as it was, and plays {WORLDS} futures as it was and {WORLDS} otherwise: the same "
        "dice on both sides, AIs in all seats from then on. What differs is what that one decision "
        f"did, as far as AIs go. Of {TRIED} decisions looked at, these "
        "mattered most; their futures here are others than those they were picked by.",
    ]
    blocks = [block for n, each in enumerate(chosen, start=1) for block in _blocks(game, n, each)]
    return Section("forks", "Had it been otherwise", "What if", tuple(lead), tuple(blocks))


def _tried(game: Game, chosen: Sequence[Otherwise], worlds: int, first: int = 0) -> list[Tried]:
    """Futures of each decision as it was and otherwise, those of a turn side by side."""
    found = []
    for turn in sorted({each.turn for each in chosen}):
        mine = [each for each in chosen if each.turn == turn]
        ways = [AS_IT_WENT, *(each.way for each in mine)]
        before, *after = variants(game.match, turn, ways, worlds, first)
        for each, instead in zip(mine, after, strict=True):
            if before is not None and instead is not None:
                found.append(Tried(each, before, instead))
    return found


def _chosen(game: Game, forecast: Forecast) -> list[Otherwise]:
    """The decisions that moved the future most, not two of one nation or turn if it can be."""
    tried = _tried(game, _worth_trying(game, forecast), SEARCH)
    tried.sort(key=lambda each: -_weight(each))
    chosen: list[Otherwise] = []
    for fresh in (True, False):
        for what in (each.what for each in tried):
            alike = any(what.nation == c.nation or what.turn == c.turn for c in chosen)
            if len(chosen) < SHOWN and what not in chosen and not (fresh and alike):
                chosen.append(what)
    return chosen


def _weight(tried: Tried) -> float:
    """How far the decision moved the endings, the ladder, and everybody's score."""
    scores = [
        _beyond_chance(difference(*both)) / 20
        for both in zip(tried.before.score, tried.after.score, strict=True)
    ]
    rungs = _beyond_chance(difference(tried.before.peak, tried.after.peak))
    ends = [
        _beyond_chance(difference(tried.before.ending == end, tried.after.ending == end))
        for end in ENDINGS
    ]
    return fmean(scores) + rungs / 2 + sum(ends) / 2


def _beyond_chance(gap: Estimate) -> float:
    """The least size of a difference that its interval allows."""
    return max(gap.low, -gap.high, 0.0)


def _worth_trying(game: Game, forecast: Forecast) -> list[Otherwise]:
    """Loud decisions first, in early turns and in those that moved the forecast most."""

    def rank(each: Otherwise) -> float:
        return each.weight + forecast.swings[each.turn - 1] * 3 + 1.5 / (each.turn + 1)

    return sorted(candidates(game), key=lambda each: -rank(each))[:TRIED]


def _blocks(game: Game, n: int, tried: Tried) -> Iterator[Block]:
    what, who = tried.what, game.name(tried.what.nation)
    lead = (f"In turn {what.turn} {who} {what.was}. {_says(game, tried)}",)
    title = f"Fork {n}. What if {who} had {what.instead}?"
    yield Block(title, lead, _scores(game, n, tried), full=True)
    yield Block(f"Fork {n}: how it would have ended", (), _endings(n, tried))
    yield Block(f"Fork {n}: how high it would have climbed", (), _rungs(n, tried))


def _says(game: Game, tried: Tried) -> str:
    """What the change would have done to the nation itself, to peace, and to the ending."""
    own = difference(*(side.score[tried.what.nation] for side in (tried.before, tried.after)))
    peak = difference(tried.before.peak, tried.after.peak)
    parts = [
        f"Otherwise it would have come out {_by(own, 'points', 'better', 'worse')}",
        f"the world would have climbed {_by(peak, 'rungs', 'higher', 'less high')}",
    ]
    before, after = ending_shares(tried.before), ending_shares(tried.after)
    end = max(ENDINGS, key=lambda e: abs(after[e] - before[e]))
    if abs(after[end] - before[end]) >= 0.02:
        parts.append(
            f"\u201c{ENDINGS[end][0]}\u201d would have come in {after[end]:.0%} of futures, "
            f"not in {before[end]:.0%}"
        )
    else:
        parts.append("the endings would have been as likely as they were")
    return "; ".join(parts) + "."


def _by(gap: Estimate, unit: str, more: str, less: str) -> str:
    """A difference in words, with its interval if it has a direction."""
    if not gap.settled:
        return "as it did, give or take chance"
    low, high = sorted((abs(gap.low), abs(gap.high)))
    way = more if gap.value > 0 else less
    return f"{abs(gap.value):.1f} {unit} {way} (95 % interval {low:.1f} to {high:.1f})"


def _endings(n: int, tried: Tried) -> Chart:
    before, after = ending_shares(tried.before), ending_shares(tried.after)
    shown = [end for end in ENDINGS if before[end] or after[end]]
    head = Head(
        f"fork_{n}_endings",
        f"Fork {n}: endings, as it was and otherwise",
        "Two columns for each ending: its share of futures as it was and otherwise.",
    )
    names = [ENDINGS[end][0] for end in shown]
    return _pair(head, names, [(before[e], after[e]) for e in shown], "ending")


def _rungs(n: int, tried: Tried) -> Chart:
    head = Head(
        f"fork_{n}_peak",
        f"Fork {n}: highest rung, as it was and otherwise",
        "Two columns for each rung: the share of futures that climbed so high and no higher.",
    )
    before, after = rung_shares(tried.before), rung_shares(tried.after)
    reached = [r for r in range(len(LADDER)) if before[r] or after[r]]
    shown = range(min(reached), max(reached) + 1)
    names = [f"{r} {LADDER[r]}" for r in shown]
    return _pair(head, names, [(before[r], after[r]) for r in shown], "highest rung")


def _pair(
    head: Head, labels: Sequence[str], shares: Sequence[tuple[float, float]], what: str
) -> Chart:
    as_was = Series("as it was", tuple(round(a * 100, 2) for a, _ in shares))
    otherwise = Series("otherwise", tuple(round(b * 100, 2) for _, b in shares))
    return histogram_pair(head, labels, as_was, otherwise, what=what)


def _scores(game: Game, n: int, tried: Tried) -> Chart:
    rows = []
    for nation in game.nations:
        gap = difference(tried.before.score[nation], tried.after.score[nation])
        note = "" if gap.settled else "may be chance"
        low, middle, high = (round(v, 3) for v in (gap.low, gap.value, gap.high))
        rows.append(Interval(game.name(nation), low, middle, high, note))
    head = Head(
        f"fork_{n}_scores",
        f"Fork {n}: points each nation would have gained (right) or lost (left)",
        "A dot for each nation with its 95 % interval; right of the line it would have been better "
        "off, left of it worse.",
    )
    return intervals(head, rows, what="nation", zero=0.0)


@dataclass(frozen=True)
class Compared:
    """A fork as it is told: in a sentence, and in charts."""

    says: str
    scores: Chart
    endings: Chart
    rungs: Chart
    own: Chart  # the score of the nation whose decision it was, both distributions


def compared(game: Game, tried: Tried) -> Compared:
    """What a decision taken otherwise does to how a game comes out."""
    return Compared(
        says=_says(game, tried),
        scores=_scores(game, 0, tried),
        endings=_endings(0, tried),
        rungs=_rungs(0, tried),
        own=_own(game, tried),
    )


STEP = 5
"""Points of score told together in a distribution."""


def _own(game: Game, tried: Tried) -> Chart:
    nation = tried.what.nation
    sides = [side.score[nation] for side in (tried.before, tried.after)]
    low = int(min(float(side.min()) for side in sides) // STEP)
    high = int(max(float(side.max()) for side in sides) // STEP)
    places = range(low, high + 1)
    shares = [tuple(float((side // STEP == place).mean()) for place in places) for side in sides]
    head = Head(
        "fork_0_own",
        f"Score of {game.name(nation)}, as it was and otherwise",
        f"Two columns for every {STEP} points: the share of futures that came out so.",
    )
    labels = [f"{place * STEP}\u2013{place * STEP + STEP}" for place in places]
    return _pair(head, labels, list(zip(*shares, strict=True)), "score")
