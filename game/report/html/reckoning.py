"""Scores: where each nation's points came from, its aims, and why its stocks moved. (11)"""

from __future__ import annotations

from game.language import N_, _, _n
from game.report import ledger
from game.report.aftermath import PARTS
from game.report.html.blocks import Block, Section
from game.report.html.charts import Head, Series, Table, bars, table
from game.report.html.told import Game
from game.report.objectives import objectives
from game.rules.scoring import scores

MEANINGS = {
    "objectives": N_("aims met"),
    "services": N_("services kept"),
    "security": N_("harm prevented, capacity built"),
    "standing": N_("trusted and believed"),
    "support": N_("support at home"),
    "peace": N_("the shared peace"),
    "war": N_("lost to digital war"),
}

STOCKS = {
    "capital": N_("capital"),
    "effort": N_("effort"),
    "funds": N_("funds"),
    "support": N_("support"),
    "anger": N_("anger"),
    "standing": N_("standing"),
    "security": N_("security"),
}
"""Amounts that have a ledger."""


def ranked(game: Game) -> list[int]:
    """Nations by their scores, the best first."""
    total = scores(game.last)["total"][:, 0]
    return sorted(game.nations, key=lambda n: (-float(total[n]), n))


def section(game: Game) -> Section:
    """Each nation's score and its ledger."""
    total = scores(game.last)["total"][:, 0]
    order = ranked(game)
    best, last = order[0], order[-1]
    aims = _aims(game)
    met = int((game.last.objective[: len(game.match.setup.objectives), 0] > 0).sum())
    fared = _("{best} came out best with {most:.1f} points, {last} last with {least:.1f}.")
    got = _n("{n} of {aims} aims was met.", "{n} of {aims} aims were met.", met)
    points = {"most": total[best], "least": total[last]}
    told = fared.format(best=game.name(best), last=game.name(last), **points)
    lead = (
        f"{told} {got.format(aims=len(aims.rows))}",
        _("Scores say how well a nation fared; judgement is graded apart."),
    )
    blocks = (
        _parts(game, order),
        Block(_("Aims of each nation"), table=aims, full=True),
        Block(_("Why each stock moved"), table=_ledger(game), full=True, folded=True),
    )
    return Section("scores", _("Scores and ledgers"), _("Scores"), lead, blocks)


def _parts(game: Game, order: list[int]) -> Block:
    found = scores(game.last)
    parts = [
        Series(_(MEANINGS[name]), tuple(round(float(found[name][n, 0]), 4) for n in order))
        for name in PARTS
        if name != "total" and (name != "war" or found["war"].any())
    ]
    head = Head(
        "scores",
        _("Scores and their parts"),
        _(
            "A bar for each nation, from the best score to the last, made of the parts of the "
            "score."
        ),
    )
    names = [game.name(n) for n in order]
    chart = bars(head, names, parts, what=_("nation"))
    return Block(_("Where the points came from"), (), chart, full=True)


def _aims(game: Game) -> Table:
    rows = [
        (game.name(n), aim.text, aim.state, aim.points, aim.judged)
        for n in game.nations
        for aim in objectives(game.match, n)
    ]
    columns = (_("nation"), _("aim"), _("how it stands"), _("points"), _("judged"))
    return table("aims", _("Aims of each nation"), columns, rows)


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
        rows += [(game.name(n), _(STOCKS[stock]), why, by) for (stock, why), by in ordered if by]
    columns = (_("nation"), _("stock"), _("reason"), _("change"))
    return table("ledger", _("The ledger of each nation over the whole game"), columns, rows)
