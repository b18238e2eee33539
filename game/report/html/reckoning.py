"""Scores: where each nation's points came from, its aims, and why its stocks moved. (11)"""

from __future__ import annotations

from game.report import ledger
from game.report.aftermath import PARTS
from game.report.html.blocks import Block, Section
from game.report.html.charts import Head, Series, Table, bars, table
from game.report.html.told import Game
from game.report.objectives import objectives
from game.rules.scoring import scores

MEANINGS = {
    "objectives": "aims met",
    "services": "services kept",
    "security": "harm prevented, capacity built",
    "standing": "trusted and believed",
    "support": "support at home",
    "peace": "the shared peace",
    "war": "lost to digital war",
}


def ranked(game: Game) -> list[int]:
    """Nations by their scores, the best first."""
    total = scores(game.last)["total"][:, 0]
    return sorted(game.nations, key=lambda n: (-float(total[n]), n))


def section(game: Game) -> Section:
    """Each nation's score and its ledger."""
    total = scores(game.last)["total"][:, 0]
    order = ranked(game)
    best, last = order[0], order[-1]
    met = sum(row[2] != "not met" and row[2] != "out of reach" for row in _aims(game).rows)
    lead = (
        f"{game.name(best)} came out best with {total[best]:.1f} points, {game.name(last)} last "
        f"with {total[last]:.1f}. {met} of {len(_aims(game).rows)} aims were met.",
        "Scores say how well a nation fared; judgement is graded apart.",
    )
    blocks = (
        _parts(game, order),
        Block("Aims of each nation", table=_aims(game), full=True),
        Block("Why each stock moved", table=_ledger(game), full=True, folded=True),
    )
    return Section("scores", "Scores and ledgers", "Scores", lead, blocks)


def _parts(game: Game, order: list[int]) -> Block:
    found = scores(game.last)
    parts = [
        Series(MEANINGS[name], tuple(round(float(found[name][n, 0]), 4) for n in order))
        for name in PARTS
        if name != "total" and (name != "war" or found["war"].any())
    ]
    head = Head(
        "scores",
        "Scores and their parts",
        "A bar for each nation, from the best score to the last, made of the parts of the score.",
    )
    names = [game.name(n) for n in order]
    chart = bars(head, names, parts, what="nation")
    return Block("Where the points came from", (), chart, full=True)


def _aims(game: Game) -> Table:
    rows = [
        (game.name(n), aim.text, aim.state, aim.points, aim.judged)
        for n in game.nations
        for aim in objectives(game.match, n)
    ]
    columns = ("nation", "aim", "how it stands", "points", "judged")
    return table("aims", "Aims of each nation", columns, rows)


def _ledger(game: Game) -> Table:
    """Every change of every stock over the game, by reason; the reasons sum to the change."""
    rows = []
    for n in game.nations:
        total: dict[tuple[str, str], float] = {}
        for turn in game.turns:
            for stock, parts in ledger.changes(game.match, n, turn).items():
                for why, by in parts:
                    total[stock, why] = total.get((stock, why), 0.0) + by
        ordered = sorted(total.items(), key=lambda part: (part[0][0], -abs(part[1]), part[0][1]))
        rows += [(game.name(n), stock, why, by) for (stock, why), by in ordered if by]
    columns = ("nation", "stock", "reason", "change")
    return table("ledger", "The ledger of each nation over the whole game", columns, rows)
