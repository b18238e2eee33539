"""Law: how each nation read each incident, and where readings met or parted. (Rules 15)"""

from __future__ import annotations

from game.report.html.blocks import Block, Section
from game.report.html.charts import Axis, Head, Series, Table, lines, table
from game.report.html.events import rows_of
from game.report.html.tables import Cell
from game.report.html.told import Game
from game.rules.happenings import What
from game.rules.law import ANSWERS, QUESTIONS, VERDICTS, Verdict, grey_zone, of_incidents
from game.rules.world import NOBODY, Contested


def section(game: Game) -> Section:
    """Legal readings, and the grey zone."""
    apart = _apart(game)
    first, last = round(apart[0]), round(apart[-1])
    way = "narrowed" if last < first else "widened" if last > first else "stayed as it was"
    lead = [
        "There is no court: every nation reads an act by its own positions on the contested "
        "questions, and where it has none, by custom if one has formed.",
        f"The grey zone {way}: {first} % of pairs of nations read an incident differently after "
        f"the first turn, {last} % at the end.",
    ]
    blocks = [
        _zone(game, apart),
        Block("Positions on contested questions", table=_positions(game), full=True),
        Block(
            "How each nation read each incident, were it the work of a state",
            table=_readings(game),
            full=True,
        ),
    ]
    wrong = _wrongful(game)
    if wrong.rows:
        blocks.append(Block("Countermeasures that hit the wrong party", table=wrong, full=True))
    return Section("law", "Legal readings", "Law", tuple(lead), tuple(blocks))


def _apart(game: Game) -> list[float]:
    return [round(float(grey_zone(game.match.worlds[t])[0]) * 100, 2) for t in game.turns]


def _zone(game: Game, apart: list[float]) -> Block:
    head = Head(
        "grey_zone",
        "How far readings lay apart",
        "The share of pairs of nations that read an incident differently, after each turn.",
    )
    series = [Series("pairs apart", tuple(apart))]
    top = max(20.0, max(apart) * 1.15)
    chart = lines(head, game.turns, series, Axis(0, min(top, 100), unit=" %"))
    note = "Published positions and adopted norms bring readings together."
    return Block("The grey zone", (note,), chart, full=True)


def _positions(game: Game) -> Table:
    rows: list[list[Cell]] = []
    for point in Contested:
        answers = ANSWERS[point]
        cells = []
        for n in game.nations:
            held, said = game.last.position[n, point, 0], game.last.declared[n, point, 0]
            word = "none" if held == NOBODY else answers[int(held)].replace("_", " ")
            cells.append(word + (", published" if said != NOBODY else ""))
        rows.append([QUESTIONS[point], *cells])
    names = ("question", *(game.name(n) for n in game.nations))
    return table("positions", "Legal positions at the end", names, rows)


def _readings(game: Game) -> Table:
    verdicts = of_incidents(game.last)[:, :, 0]
    rows: list[list[Cell]] = [
        [
            game.title(i),
            round(float(game.last.severity[i, 0]), 1),
            *(VERDICTS[Verdict(int(verdicts[n, i]))] for n in game.nations),
        ]
        for i in game.cases
    ]
    names = ("incident", "severity", *(game.name(n) for n in game.nations))
    return table("readings", "Legal readings at the end", names, rows)


def _wrongful(game: Game) -> Table:
    rows = [
        (
            turn,
            game.name(int(told.actor[row])),
            game.name(int(told.target[row])),
            game.title(int(told.incident[row])),
        )
        for turn, told, row in rows_of(game, What.WRONGFUL)
    ]
    names = ("turn it came out", "by", "against", "over")
    return table("wrongful", "Countermeasures wrongful in hindsight", names, rows)
