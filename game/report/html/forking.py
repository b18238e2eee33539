"""Fork and compare: one decision taken back, many futures of both, with the same dice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.actions import actions
from game.decisions import Order
from game.futures.intervals import Estimate, difference
from game.futures.outcomes import Outcomes
from game.futures.variants import variants
from game.report.html.blocks import Block, Section
from game.report.html.charts import (
    Chart,
    Head,
    Interval,
    Series,
    histogram_pair,
    intervals,
)
from game.report.html.forecast import Forecast, ending_shares, moved, rung_shares
from game.report.html.told import Game
from game.rules.escalation import LADDER
from game.rules.scoring import ENDINGS

TRIED, SEARCH = 18, 32
"""Decisions tried, and futures of each in the search for those that mattered."""

SHOWN, WORLDS = 3, 160
"""Forks shown, and futures of each side."""


@dataclass(frozen=True)
class Candidate:
    """A decision that may have mattered: one order of a nation in a turn."""

    turn: int
    nation: int
    order: int  # its place among the nation's orders of that turn


@dataclass(frozen=True)
class Tried:
    """Futures with an order as it was, and without it."""

    order: Order
    before: Outcomes
    after: Outcomes


def section(game: Game, forecast: Forecast) -> Section:
    """Three decisions taken back, and what would have come of it."""
    chosen = _tried(game, _chosen(game, forecast), WORLDS)
    lead = [
        "Each fork goes back to the orders of one turn, takes one order of one nation out, leaves "
        f"everything else as it was, and plays {WORLDS} futures with it and {WORLDS} without: the "
        "same dice on both sides, AIs in all seats from then on. What differs is what that one "
        "decision did, as far as AIs go.",
    ]
    if not chosen:
        lead.append("No order was given that could be taken back.")
    blocks = [b for n, (c, f) in enumerate(chosen, start=1) for b in _blocks(game, n, c, f)]
    return Section("forks", "Had it been otherwise", "What if", tuple(lead), tuple(blocks))


def _tried(game: Game, candidates: list[Candidate], worlds: int) -> list[tuple[Candidate, Tried]]:
    """Futures of each decision with it and without it, those of a turn side by side."""
    found = []
    for turn in sorted({c.turn for c in candidates}):
        mine = [c for c in candidates if c.turn == turn]
        was = game.match.orders_of(turn)
        given = [was, *({**was, c.nation: _without(was[c.nation], c.order)} for c in mine)]
        before, *after = variants(game.match, turn, given, worlds)
        for candidate, instead in zip(mine, after, strict=True):
            order = was[candidate.nation][candidate.order]
            found.append((candidate, Tried(order, before, instead)))
    return found


def _without(orders: Sequence[Order], place: int) -> tuple[Order, ...]:
    return tuple(order for n, order in enumerate(orders) if n != place)


def _chosen(game: Game, forecast: Forecast) -> list[Candidate]:
    """The decisions that moved the future most, not two of one nation or turn if it can be."""
    looked = _tried(game, _candidates(game, forecast), SEARCH)
    tried = [(_weight(each), candidate) for candidate, each in looked]
    tried.sort(key=lambda pair: (-pair[0], pair[1].turn, pair[1].nation, pair[1].order))
    chosen: list[Candidate] = []
    for fresh in (True, False):
        for _, candidate in tried:
            seen = {(c.nation, c.turn) for c in chosen}
            alike = any(candidate.nation == n or candidate.turn == t for n, t in seen)
            if len(chosen) < SHOWN and candidate not in chosen and not (fresh and alike):
                chosen.append(candidate)
    return sorted(chosen, key=lambda c: (c.turn, c.nation))


def _weight(tried: Tried) -> float:
    """How far the decision moved the endings, the ladder, and everybody's score."""
    scores = np.abs(tried.after.score.mean(axis=1) - tried.before.score.mean(axis=1))
    return moved(tried.before, tried.after) + float(scores.mean()) / 20


def _candidates(game: Game, forecast: Forecast) -> list[Candidate]:
    """Orders worth taking back: loud ones first, in the turns that moved the forecast most."""
    found = []
    for turn in game.turns:
        for nation, orders in sorted(game.match.orders_of(turn).items()):
            for n, order in enumerate(orders):
                rank = _loud(order) + forecast.swings[turn - 1] * 4 + 1 / (turn + 2)
                found.append((-rank, Candidate(turn, nation, n)))
    found.sort(key=lambda pair: (pair[0], pair[1].turn, pair[1].nation, pair[1].order))
    return [candidate for _, candidate in found[:TRIED]]


def _loud(order: Order) -> float:
    action = next(a for a in actions() if a.id == order.action)
    return 1.0 * action.hostile + 0.7 * ("word" in action.also) + 0.2 * action.public


def order_text(game: Game, order: Order) -> str:
    """An order in words: what, against whom, over what."""
    names = game.match.names
    action = next(a for a in actions() if a.id == order.action)
    text = f"\u201c{action.label}\u201d"
    if order.target is not None:
        text += f" ({game.name(names.number('actor', order.target))})"
    if order.incident is not None:
        text += f" over {game.title(names.number('incident', order.incident))}"
    return text


def _blocks(game: Game, n: int, candidate: Candidate, tried: Tried) -> Iterator[Block]:
    order = tried.order
    who = game.name(candidate.nation)
    lead = (
        f"In turn {candidate.turn} {who} ordered {order_text(game, order)}. Without it:",
        _says(game, candidate, tried),
    )
    title = f"Fork {n}: {who} without {order_text(game, order)}, turn {candidate.turn}"
    yield Block(title, lead, _endings(n, tried))
    yield Block(f"Fork {n}: the ladder and the scores", (), _rungs(n, tried))
    yield Block(f"Fork {n}: what it did to everybody", (), _scores(game, n, tried), full=True)


def _says(game: Game, candidate: Candidate, tried: Tried) -> str:
    own = difference(tried.before.score[candidate.nation], tried.after.score[candidate.nation])
    peak = difference(tried.before.peak, tried.after.peak)
    before, after = ending_shares(tried.before), ending_shares(tried.after)
    end = max(ENDINGS, key=lambda e: abs(after[e] - before[e]))
    way = "more" if after[end] > before[end] else "less"
    text = (
        f"{game.name(candidate.nation)}'s own score would have been {_signed(own)} points "
        f"({_range(own)}), the highest rung {_signed(peak)} ({_range(peak)})"
    )
    if abs(after[end] - before[end]) < 0.01:
        return text + ", and the endings as likely as they were."
    return text + (
        f", and \u201c{ENDINGS[end][0]}\u201d {way} likely: {after[end]:.0%} of futures, "
        f"not {before[end]:.0%}."
    )


def _signed(estimate: Estimate) -> str:
    return f"{estimate.value:+.1f}".replace("-", "\u2212").replace("+0.0", "0.0")


def _range(estimate: Estimate) -> str:
    if not estimate.settled:
        return "which may be chance"
    return f"95 % interval {estimate.low:+.1f} to {estimate.high:+.1f}".replace("-", "\u2212")


def _endings(n: int, tried: Tried) -> Chart:
    before, after = ending_shares(tried.before), ending_shares(tried.after)
    shown = [end for end in ENDINGS if before[end] or after[end]]
    head = Head(
        f"fork_{n}_endings",
        "Endings, as it was and without the order",
        "Two columns for each ending: its share of futures with the order and without it.",
    )
    return _pair(head, [ENDINGS[e][0] for e in shown], [before[e] for e in shown],
                 [after[e] for e in shown], "ending")  # fmt: skip


def _rungs(n: int, tried: Tried) -> Chart:
    head = Head(
        f"fork_{n}_peak",
        "Highest rung, as it was and without the order",
        "Two columns for each rung: the share of futures that climbed so high and no higher.",
    )
    before, after = rung_shares(tried.before), rung_shares(tried.after)
    reached = [r for r in range(len(LADDER)) if before[r] or after[r]]
    shown = range(min(reached), max(reached) + 1)
    return _pair(head, [f"{r} {LADDER[r]}" for r in shown], [before[r] for r in shown],
                 [after[r] for r in shown], "highest rung")  # fmt: skip


def _pair(
    head: Head, labels: list[str], before: list[float], after: list[float], what: str
) -> Chart:
    as_was = Series("as it was", tuple(round(v * 100, 2) for v in before))
    without = Series("without it", tuple(round(v * 100, 2) for v in after))
    return histogram_pair(head, labels, as_was, without, what=what)


def _scores(game: Game, n: int, tried: Tried) -> Chart:
    rows = []
    for nation in game.nations:
        gap = difference(tried.before.score[nation], tried.after.score[nation])
        note = "" if gap.settled else "may be chance"
        low, middle, high = (round(v, 3) for v in (gap.low, gap.value, gap.high))
        rows.append(Interval(game.name(nation), low, middle, high, note))
    head = Head(
        f"fork_{n}_scores",
        "What each nation's score would have gained or lost without the order",
        "A dot for each nation with its 95 % interval; right of the line it would have been better "
        "off without the order.",
    )
    return intervals(head, rows, what="nation", zero=0.0)
