"""Law: how each nation read each incident, and where readings met or parted. (Rules 15)"""

from __future__ import annotations

from game.language import N_, _, _p
from game.report import terms
from game.report.html.blocks import Block, Section
from game.report.html.charts import Axis, Head, Series, Table, lines, table
from game.report.html.events import rows_of
from game.report.html.tables import Cell
from game.report.html.told import Game
from game.report.law import verdicts
from game.rules.happenings import What
from game.rules.law import ANSWERS, grey_zone
from game.rules.world import NOBODY, Contested

SAID = {
    "principle": N_("principle"),
    "rule": N_("rule"),
    "rejected": N_("rejected"),
    "allowed": N_("allowed"),
    "waivable": N_("waivable"),
    "required": N_("required"),
    "forbidden": N_("forbidden"),
    "voluntary": N_("voluntary"),
    "binding": N_("binding"),
    "severity_7": N_("severity 7"),
    "severity_6": N_("severity 6"),
    "severity_5": N_("severity 5"),
    "existing_law": N_("existing law"),
    "needed": N_("needed"),
}
"""Answers to the contested questions, in a word or two."""


def section(game: Game) -> Section:
    """Legal readings, and the grey zone."""
    apart = _apart(game)
    first, last = round(apart[0]), round(apart[-1])
    lead = [
        _(
            "There is no court: every nation reads an act by its own positions on the contested "
            "questions, and where it has none, by custom if one has formed."
        ),
        _moved(first, last).format(first=first, last=last),
    ]
    blocks = [
        _zone(game, apart),
        Block(_("Positions on contested questions"), table=_positions(game), full=True),
        Block(
            _("How each nation read each incident, were it the work of a state"),
            table=_readings(game),
            full=True,
        ),
    ]
    wrong = _wrongful(game)
    if wrong.rows:
        hit = _("Countermeasures that hit the wrong party")
        blocks.append(Block(hit, table=wrong, full=True))
    return Section("law", _("Legal readings"), _("Law"), tuple(lead), tuple(blocks))


def _moved(first: int, last: int) -> str:
    """How the grey zone moved, with both shares still to be filled in."""
    if first == last:
        return _(
            "The grey zone stayed as it was: {first} % of pairs of nations read an incident "
            "differently after the first turn, {last} % at the end."
        )
    if last < first:
        return _(
            "The grey zone narrowed: {first} % of pairs of nations read an incident differently "
            "after the first turn, {last} % at the end."
        )
    return _(
        "The grey zone widened: {first} % of pairs of nations read an incident differently after "
        "the first turn, {last} % at the end."
    )


def _apart(game: Game) -> list[float]:
    return [round(float(grey_zone(game.match.worlds[t])[0]) * 100, 2) for t in game.turns]


def _zone(game: Game, apart: list[float]) -> Block:
    head = Head(
        "grey_zone",
        _("How far readings lay apart"),
        _("The share of pairs of nations that read an incident differently, after each turn."),
    )
    series = [Series(_("pairs apart"), tuple(apart))]
    top = max(20.0, max(apart) * 1.15)
    chart = lines(head, game.turns, series, Axis(0, min(top, 100), unit=" %"))
    note = _("Published positions and adopted norms bring readings together.")
    return Block(_("The grey zone"), (note,), chart, full=True)


def _positions(game: Game) -> Table:
    rows: list[list[Cell]] = []
    for point in Contested:
        answers = ANSWERS[point]
        cells = []
        for n in game.nations:
            held, said = game.last.position[n, point, 0], game.last.declared[n, point, 0]
            word = _p("position", "none") if held == NOBODY else _(SAID[answers[int(held)]])
            public = said != NOBODY
            cells.append(_("{position}, published").format(position=word) if public else word)
        rows.append([terms.question(point), *cells])
    names = (_("question"), *(game.name(n) for n in game.nations))
    return table("positions", _("Legal positions at the end"), names, rows)


def _readings(game: Game) -> Table:
    rows: list[list[Cell]] = [
        [
            game.title(case),
            round(float(case.world.severity[case.place, 0]), 1),
            *(terms.verdict(verdict) for verdict in verdicts(game.match, case)),
        ]
        for case in game.cases
    ]
    names = (_("incident"), _("severity"), *(game.name(n) for n in game.nations))
    return table("readings", _("Legal readings at the end"), names, rows)


def _wrongful(game: Game) -> Table:
    rows = [
        (
            turn,
            game.name(int(told.actor[row])),
            game.name(int(told.target[row])),
            game.titled(int(told.incident[row]), turn),
        )
        for turn, told, row in rows_of(game, What.WRONGFUL)
    ]
    names = (_("turn it came out"), _("by"), _("against"), _("about"))
    return table("wrongful", _("Countermeasures wrongful in hindsight"), names, rows)
