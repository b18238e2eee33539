"""Fork and compare: one decision taken otherwise, many futures of both, with the same dice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from game.futures.intervals import Estimate, difference
from game.futures.outcomes import Outcomes
from game.futures.variants import AS_IT_WENT, variants
from game.language import _
from game.report import terms, words
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
from game.report.html.otherwise import Otherwise, candidates, question, was
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
    says = _(
        "Each fork goes back to one turn, changes one decision of one nation, leaves everything "
        "else as it was, and plays {futures} futures as it was and {futures} otherwise: the same "
        "dice on both sides, AIs in all seats from then on. What differs is what that one decision "
        "did, as far as AIs go. Of {tried} decisions looked at, these mattered most; their futures "
        "here are others than those they were picked by."
    )
    lead = (says.format(futures=WORLDS, tried=TRIED),)
    blocks = [block for n, each in enumerate(chosen, start=1) for block in _blocks(game, n, each)]
    return Section("forks", _("Had it been otherwise"), _("What if"), lead, tuple(blocks))


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
    lead = (f"{was(game, tried.what)} {_says(game, tried)}",)
    title = question(game, tried.what, n)
    yield Block(title, lead, _scores(game, n, tried), full=True)
    ended, climbed = (
        _("Fork {n}: how it would have ended"),
        _("Fork {n}: how high it would have climbed"),
    )
    yield Block(ended.format(n=n), (), _endings(n, tried))
    yield Block(climbed.format(n=n), (), _rungs(n, tried))


def _says(game: Game, tried: Tried) -> str:
    """What the change would have done to the nation itself, to peace, and to the ending."""
    own = difference(*(side.score[tried.what.nation] for side in (tried.before, tried.after)))
    peak = difference(tried.before.peak, tried.after.peak)
    points = (
        _("Otherwise it would have come out as it did, give or take chance"),
        _("Otherwise it would have come out {by:.1f} points better (95 % interval {low:.1f} to "
          "{high:.1f})"),
        _("Otherwise it would have come out {by:.1f} points worse (95 % interval {low:.1f} to "
          "{high:.1f})"),
    )  # fmt: skip
    rungs = (
        _("the world would have climbed as it did, give or take chance"),
        _("the world would have climbed {by:.1f} rungs higher (95 % interval {low:.1f} to "
          "{high:.1f})"),
        _("the world would have climbed {by:.1f} rungs less high (95 % interval {low:.1f} to "
          "{high:.1f})"),
    )  # fmt: skip
    return words.series([_by(own, *points), _by(peak, *rungs), _likelier(tried)]) + "."


def _likelier(tried: Tried) -> str:
    """The ending whose chance moved most, if one's did."""
    before, after = ending_shares(tried.before), ending_shares(tried.after)
    end = max(ENDINGS, key=lambda e: abs(after[e] - before[e]))
    if abs(after[end] - before[end]) < 0.02:
        return _("the endings would have been as likely as they were")
    says = _("\u201c{ending}\u201d would have come in {after:.0%} of futures, not in {before:.0%}")
    return says.format(ending=terms.ending(end)[0], after=after[end], before=before[end])


def _by(gap: Estimate, same: str, more: str, less: str) -> str:
    """A difference in words, with its interval if it has a direction."""
    if not gap.settled:
        return same
    low, high = sorted((abs(gap.low), abs(gap.high)))
    return (more if gap.value > 0 else less).format(by=abs(gap.value), low=low, high=high)


def _endings(n: int, tried: Tried) -> Chart:
    before, after = ending_shares(tried.before), ending_shares(tried.after)
    shown = [end for end in ENDINGS if before[end] or after[end]]
    head = Head(
        f"fork_{n}_endings",
        _numbered(
            n, _("Endings, as it was and otherwise"),
            _("Fork {n}: endings, as it was and otherwise"),
        ),
        _("Two columns for each ending: its share of futures as it was and otherwise."),
    )  # fmt: skip
    names = [terms.ending(end)[0] for end in shown]
    return _pair(head, names, [(before[e], after[e]) for e in shown], _("ending"))


def _numbered(n: int, alone: str, numbered: str) -> str:
    """The title of a chart, with the number of its fork where there are several."""
    return numbered.format(n=n) if n else alone


def _rungs(n: int, tried: Tried) -> Chart:
    head = Head(
        f"fork_{n}_peak",
        _numbered(
            n, _("Highest rung, as it was and otherwise"),
            _("Fork {n}: highest rung, as it was and otherwise"),
        ),
        _("Two columns for each rung: the share of futures that climbed so high and no higher."),
    )  # fmt: skip
    before, after = rung_shares(tried.before), rung_shares(tried.after)
    reached = [r for r in range(len(LADDER)) if before[r] or after[r]]
    shown = range(min(reached), max(reached) + 1)
    names = [f"{r} {terms.rung(r)}" for r in shown]
    return _pair(head, names, [(before[r], after[r]) for r in shown], _("highest rung"))


def _pair(
    head: Head, labels: Sequence[str], shares: Sequence[tuple[float, float]], what: str
) -> Chart:
    as_was = Series(_("as it was"), tuple(round(a * 100, 2) for a, _ in shares))
    otherwise = Series(_("otherwise"), tuple(round(b * 100, 2) for _, b in shares))
    return histogram_pair(head, labels, as_was, otherwise, what=what)


def _scores(game: Game, n: int, tried: Tried) -> Chart:
    rows = []
    for nation in game.nations:
        gap = difference(tried.before.score[nation], tried.after.score[nation])
        note = "" if gap.settled else _("may be chance")
        low, middle, high = (round(v, 3) for v in (gap.low, gap.value, gap.high))
        rows.append(Interval(game.name(nation), low, middle, high, note))
    head = Head(
        f"fork_{n}_scores",
        _numbered(
            n, _("Points each nation would have gained (right) or lost (left)"),
            _("Fork {n}: points each nation would have gained (right) or lost (left)"),
        ),
        _(
            "A dot for each nation with its 95 % interval; right of the line it would have been "
            "better off, left of it worse."
        ),
    )  # fmt: skip
    return intervals(head, rows, what=_("nation"), zero=0.0)


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
        _("Score of {nation}, as it was and otherwise").format(nation=game.name(nation)),
        _("Two columns for every {points} points: the share of futures that came out so.").format(
            points=STEP
        ),
    )
    labels = [f"{place * STEP}\u2013{place * STEP + STEP}" for place in places]
    return _pair(head, labels, list(zip(*shares, strict=True)), _("score"))
