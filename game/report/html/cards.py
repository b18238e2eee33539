"""The evidence of an incident: what was there, what it spoke for, who found it and when."""

from __future__ import annotations

from game.language import _
from game.report import words
from game.report.dossier import points_to
from game.report.html.charts import Table, table
from game.report.html.told import Game
from game.rules.world import NOBODY


def cards(game: Game, incident: int) -> Table:
    """Every card of the deck of an incident, the real, the planted and the missing."""
    board, case = game.match.board, game.match.setup.cases[incident]
    rows = []
    for card in board.dealt[incident].nonzero()[0].tolist():
        towards, weight = _speaks_for(game, incident, card)
        rows.append(
            (
                words.finding(game.match, game.last, incident, card),
                _(case.layers[card]),
                _there(game, incident, card),
                towards,
                _(weight),
                _found_by(game, incident, card),
                _("yes") if game.last.published[incident, card, 0] else _("no"),
            )
        )
    columns = (
        _("card"),
        _("layer"),
        _("was it there?"),
        _("finding it speaks for"),
        _("how strongly"),
        _("settled by (turn)"),
        _("published"),
    )
    title = _("The evidence on {case}").format(case=game.title(incident))
    return table(f"evidence_{case.id}", title, columns, rows)


def _there(game: Game, incident: int, card: int) -> str:
    """Real cards come from who did it; under a false flag the plantable ones are planted."""
    if not game.last.card[incident, card, 0]:
        return _("no")
    lying = game.framed(incident) != NOBODY
    return _("planted") if lying and game.match.board.planted[incident, card] else _("yes")


def _speaks_for(game: Game, incident: int, card: int) -> tuple[str, str]:
    names, weight = points_to(game.match, game.last, incident, card)
    return words.series(names) or _("nobody in particular"), weight


def _found_by(game: Game, incident: int, card: int) -> str:
    """Who knew whether it was there, in the order in which they came to know."""
    first = []
    for nation in game.nations:
        looks = [game.match.worlds[t].look[nation, incident, card, 0] for t in game.moments]
        known = [turn for turn, look in zip(game.moments, looks, strict=True) if look]
        if known:
            first.append((known[0], nation))
    return ", ".join(f"{game.name(n)} ({turn})" for turn, n in sorted(first)) or _("nobody")
