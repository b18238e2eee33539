"""How well beliefs did: grades, and how often what was believed so strongly was true. (11.6)"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from game.language import _, _n
from game.report.cases import Case
from game.report.dossier import last_stated, suspected
from game.report.html.blocks import Block, Section
from game.report.html.charts import Cloud, Head, Table, calibration, table
from game.report.html.tables import Cell
from game.report.html.told import Game
from game.report.judgement import Pair, as_row, bins, grade
from game.report.words import times
from game.rules.scoring import brier, log_score, regret
from game.rules.world import Floats


def section(game: Game) -> Section:
    """Calibration and grades, of what people stated and of what analysts believed."""
    stated = list(_stated(game))
    held = list(_held(game))
    blocks = []
    if stated:
        title = _("What people stated: how often it was true")
        blocks.append(_curve("calibration_stated", _("What people stated"), title, stated))
        blocks.append(Block(_("Grades of people"), _how_to_read(), table=grades(game), full=True))
    else:
        worth = _("What each nation's analysts were worth")
        blocks.append(Block(worth, _how_to_read(), table=_of_analysts(game)))
    title = _("What analysts believed: how often it was true")
    blocks.insert(1, _curve("calibration_analysts", _("What analysts believed"), title, held))
    lead = (_verdict(stated or held, *(_of_people() if stated else _of_their_analysts())),)
    title, short = _("Judgement, apart from outcome"), _("Judgement")
    return Section("judgement", title, short, lead, tuple(blocks))


def _how_to_read() -> tuple[str, ...]:
    return (
        _(
            "Brier score: 0 is certain and right, 2 certain and wrong. Log score: 0 is best, and "
            "doubt about the truth costs. Regret: what was lost against the ideal reader of the "
            "same cards."
        ),
    )


def _pairs(game: Game, nation: int, case: Case, chances: Floats) -> Iterator[Pair]:
    """Every suspect of a case: how strongly it was suspected, and whether rightly."""
    for h in suspected(game.match, case.world, nation, case.place):
        yield float(chances[h]), h == game.culprit(case)


def _stated(game: Game) -> Iterator[Pair]:
    """What people stated of cases that were not their own doing."""
    for nation in game.people:
        yield from judged(game, nation).pairs


def _held(game: Game) -> Iterator[Pair]:
    """What analysts believed of the same."""
    for (_turn, nation, case), row in game.beliefs.items():
        if nation not in game.guilty(case):
            yield from _pairs(game, nation, case, row)


def clouds(pairs: Sequence[Pair]) -> list[Cloud]:
    """Beliefs of about one size, their mean, and how often they were true, in percent."""
    return [
        Cloud(round(b.mean * 100, 2), round(b.true_share * 100, 2), b.count) for b in bins(pairs)
    ]


def _curve(id: str, name: str, title: str, pairs: list[Pair]) -> Block:
    head = Head(
        id,
        title,
        _(
            "A dot for beliefs of about one size: how strong they were, and what share of them was "
            "true. On the diagonal the two are equal; below it, belief was too sure."
        ),
    )
    note = _n(
        "{n} belief: one for each suspect of each case in each turn.",
        "{n} beliefs: one for each suspect of each case in each turn.",
        len(pairs),
    )
    chart = calibration(head, clouds(pairs))
    return Block(name, (note,), chart)


def _of_people() -> tuple[str, str]:
    return _("People never gave anything an even chance or more."), _(
        "People gave something at least an even chance {often}, {mean:.0%} on average; "
        "{true:.0%} of it was true."
    )


def _of_their_analysts() -> tuple[str, str]:
    return _("Analysts never gave anything an even chance or more."), _(
        "Analysts gave something at least an even chance {often}, {mean:.0%} on average; "
        "{true:.0%} of it was true."
    )


def _verdict(pairs: list[Pair], never: str, often: str) -> str:
    """In words, whether belief was too sure."""
    strong = [pair for pair in pairs if pair[0] >= 0.5]
    if not strong:
        return never
    mean, true = fmean(p for p, so in strong), fmean(float(so) for p, so in strong)
    says = _("Taken together that is well judged.")
    if mean - true > 0.05:
        says = _("Taken together that is too sure of itself.")
    elif mean - true < -0.05:
        says = _("Taken together that is too timid.")
    return f"{often.format(often=times(len(strong)), mean=mean, true=true)} {says}"


def grades(game: Game) -> Table:
    """Brier, log score and regret of what each person stated, case by case."""
    rows: list[list[Cell]] = []
    for nation in game.people:
        for case in game.cases:
            found = grade(_said(game, nation, case), game.culprit(case))
            if found is not None:
                means = [round(v, 4) for v in (found.brier, found.log_score, found.regret)]
                rows.append([game.name(nation), game.title(case), found.turns, *means])
    columns = (_("nation"), _("incident"), _("turns"), _("Brier"), _("log score"), _("regret"))
    return table("grades", _("Grades of stated beliefs"), columns, rows)


def _said(game: Game, nation: int, case: Case) -> list[tuple[Floats, Floats]]:
    """What a nation stated of a case not its own doing, turn by turn, beside its analysts."""
    if nation in game.guilty(case):
        return []
    found = []
    for turn in game.turns:
        believed = game.beliefs.get((turn, nation, case))
        stated = last_stated(game.match, nation, case.place, turn)
        if believed is not None and stated is not None:
            found.append((as_row(stated), believed))
    return found


def _of_analysts(game: Game) -> Table:
    """Brier and log score of what each nation's evidence said, over all cases and turns."""
    rows: list[list[Cell]] = []
    for nation in game.nations:
        mine = [
            (brier(row, game.culprit(i)), log_score(row, game.culprit(i)))
            for (turn, n, i), row in game.beliefs.items()
            if n == nation and n not in game.guilty(i)
        ]
        if mine:
            means = [round(fmean(column), 4) for column in zip(*mine, strict=True)]
            rows.append([game.name(nation), len(mine), *means])
    names = (_("nation"), _("judgements"), _("Brier"), _("log score"))
    return table("grades", _("What the evidence of each nation said"), names, rows)


@dataclass(frozen=True)
class Judged:
    """What one nation stated over a game, against what was true."""

    pairs: tuple[Pair, ...]  # belief and whether it was true, for every suspect it judged
    briers: tuple[float, ...]  # one for each judgement: a case in a turn
    regrets: tuple[float, ...]
    analysts: tuple[float, ...]  # Brier of the analysts' belief in the same case and turn


def judged(game: Game, nation: int) -> Judged:
    """Every belief a nation stated of cases that were not its own doing."""
    pairs: list[Pair] = []
    rows: list[tuple[float, float, float]] = []
    for case in game.cases:
        truth = game.culprit(case)
        for said, ideal in _said(game, nation, case):
            pairs += _pairs(game, nation, case, said)
            rows.append((brier(said, truth), regret(said, ideal), brier(ideal, truth)))
    columns = [tuple(float(v) for v in column) for column in zip(*rows, strict=True)]
    return Judged(tuple(pairs), *columns) if rows else Judged((), (), (), ())
