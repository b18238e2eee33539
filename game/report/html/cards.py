"""The evidence of an incident: what was there, what it spoke for, who found it and when."""

from __future__ import annotations

from game.language import _
from game.report import words
from game.report.cases import Case
from game.report.dossier import points_to
from game.report.html.charts import Table, table
from game.report.html.told import Game
from game.rules.world import NOBODY


def cards(game: Game, told: Case) -> Table:
    """Every card of the deck of an incident, the real, the planted and the missing."""
    board, incident = game.match.board, told.place
    case = game.match.setup.cases[incident]
    rows = []
    for card in board.dealt[incident].nonzero()[0].tolist():
        towards, weight = _speaks_for(game, told, card)
        rows.append(
            (
                words.finding(game.match, told.world, incident, card),
                _(case.layers[card]),
                _there(game, told, card),
                towards,
                _(weight),
                _found_by(game, told, card),
                _("yes") if told.world.published[incident, card, 0] else _("no"),
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
    title = _("The evidence on {case}").format(case=game.title(told))
    return table(f"evidence_{told.id(game.match)}", title, columns, rows)


def _there(game: Game, told: Case, card: int) -> str:
    """Real cards come from who did it; under a false flag the plantable ones are planted."""
    if not told.world.card[told.place, card, 0]:
        return _("no")
    lying = game.framed(told) != NOBODY
    return _("planted") if lying and game.match.board.planted[told.place, card] else _("yes")


def _speaks_for(game: Game, told: Case, card: int) -> tuple[str, str]:
    names, weight = points_to(game.match, told.world, told.place, card)
    return words.series(names) or _("nobody in particular"), weight


def _found_by(game: Game, told: Case, card: int) -> str:
    """Who knew whether it was there, in the order in which they came to know."""
    first = []
    course = told.course(game.match)
    for nation in game.nations:
        known = [w.turn for w in course if w.look[nation, told.place, card, 0]]
        if known:
            first.append((known[0], nation))
    return ", ".join(f"{game.name(n)} ({turn})" for turn, n in sorted(first)) or _("nobody")
