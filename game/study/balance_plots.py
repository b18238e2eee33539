"""The plots of a scenario's balance, section by section, each with the table of its figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.futures.figures import name_of
from game.futures.intervals import Estimate
from game.report.html.blocks import Block, Note, Section
from game.report.html.charts import (
    Chart,
    Grid,
    Head,
    Interval,
    Series,
    Table,
    bars,
    heatmap,
    histogram_pair,
    intervals,
    table,
)
from game.rules.escalation import LADDER
from game.rules.scoring import ENDINGS
from game.scenario.doctrines import doctrines
from game.study.balance import EMERGING, LEAST, MOST
from game.study.standings import Balance, Standing

ENDING_NAMES = {name_of(end): label for end, (label, _about) in ENDINGS.items()}
"""What each ending is called, by its id."""


def short(found: Balance, nation: str) -> str:
    """The short name of a nation."""
    given = found.scenario.nations[nation]
    return given.short or given.name


def label(name: str) -> str:
    """The name of a doctrine."""
    return doctrines()[name].label


def sections(found: Balance) -> tuple[Section, ...]:
    """All of them."""
    return (_seats(found), _crossed(found), _best(found), _endings(found), _heat(found))


def _seats(found: Balance) -> Section:
    """How every seat does when all are alike."""
    lead = (
        "All seats follow the same doctrine, each doctrine in turn, so that what differs between "
        "seats is what the scenario gives them. A seat should meet more than "
        f"{LEAST:.0%} and less than {MOST:.0%} of what it wants, or the file should say why.",
    )
    notes = tuple(
        Note(short(found, f.nation), f"{f.what}. {f.why or 'The file gives no reason.'}", tone=t)
        for f in found.flags
        for t in ["" if f.why else "bad"]
    )
    whole = _dots(found, "alike_objectives", "Objectives met, all being alike", "objectives", 100)
    blocks = (
        Block("Objectives met", (), whole, notes=notes, full=True),
        Block("Scores", (), _dots(found, "alike_score", "Scores, all being alike", "score", 1)),
        Block("Who comes first and last", (), _first_and_last(found)),
        Block("Every figure", table=_all_figures(found), full=True, folded=True),
    )
    return Section("seats", "Seats, all being alike", "Seats", lead, blocks)


def _dots(found: Balance, id_: str, title: str, what: str, times: float) -> Chart:
    rows = []
    for nation, standing in found.alike.items():
        each: Estimate = getattr(standing, what)
        note = "emerging" if found.scenario.nations[nation].emerging else ""
        low, middle, high = (round(v * times, 2) for v in (each.low, each.value, each.high))
        rows.append(Interval(short(found, nation), low, middle, high, note))
    about = "A dot for each nation with its 95 % interval."
    reach = (0.0, 100.0) if times == 100 else None
    unit = " %" if times == 100 else ""
    return intervals(Head(id_, title, about), rows, what="nation", unit=unit, reach=reach)


def _first_and_last(found: Balance) -> Chart:
    names = [short(found, nation) for nation in found.alike]
    head = Head(
        "first_and_last",
        "How often a nation comes first, and how often last",
        "Two columns for each nation: the share of games in which nobody scored more, or less.",
    )
    firsts, lasts = (
        Series(name, tuple(round(each.value * 100, 1) for each in shares))
        for name, shares in (
            ("first", [standing.win for standing in found.alike.values()]),
            ("last", [standing.last for standing in found.alike.values()]),
        )
    )
    return histogram_pair(head, names, firsts, lasts, what="nation")


def _all_figures(found: Balance) -> Table:
    columns = ["nation", "design"]
    figures = ("objectives", "score", "win", "last", "escalation")
    columns += [f"{name} {end}" for name in figures for end in ("value", "low", "high")]
    rows = []
    for nation in found.alike:
        for design, standing in (
            ("all alike", found.alike[nation]),
            ("own cast", found.own[nation]),
        ):
            cells = [v for name in figures for v in getattr(standing, name).as_json().values()]
            rows.append([short(found, nation), design, *cells])
    return table("seats", "Every figure of every seat", columns, rows)


def _crossed(found: Balance) -> Section:
    """What each doctrine does for each seat."""
    lead = (
        "The seat of the column follows the doctrine of the row, all others the scenario's own. "
        "Every cell was played on the same dice, so that cells may be compared closely.",
    )
    blocks = (
        _cells(found, "crossed_objectives", "Objectives met, in per cent", _percent),
        _cells(found, "crossed_score", "Score", lambda each: round(each.score.value, 1)),
        _cells(found, "crossed_rung", "Highest rung it stood on", _rung, len(LADDER) - 1),
    )
    return Section("doctrines", "Each seat with each doctrine", "Doctrines", lead, blocks)


def _percent(each: Standing) -> float:
    return float(round(each.objectives.value * 100))


def _rung(each: Standing) -> float:
    return round(each.escalation.value, 1)


def _cells(
    found: Balance, id_: str, title: str, read: Callable[[Standing], float], high: float = 100
) -> Block:
    grid = Grid(
        rows=tuple(label(name) for name in found.doctrines),
        columns=tuple(short(found, nation) for nation in found.crossed),
        values=tuple(
            tuple(read(row[name]) for row in found.crossed.values()) for name in found.doctrines
        ),
        high=high,
    )
    about = "A cell for each nation and doctrine; the darker, the more."
    return Block(title, (), heatmap(Head(id_, title, about), grid, what="doctrine"), full=True)


def _best(found: Balance) -> Section:
    """What suits each seat best."""
    low, high = EMERGING
    lead = (
        "For each seat the doctrine that met most of its objectives, played anew on fresh dice. "
        f"An emerging nation should then meet {low:.0%} to {high:.0%} of what it wants.",
    )
    rows = []
    for nation, best in found.best.items():
        name = short(found, nation)
        name += " (emerging)" if found.scenario.nations[nation].emerging else ""
        rows.append(_percents(name, best.standing.objectives, label(best.doctrine)))
    head = Head(
        "best",
        "Objectives met with the doctrine that suits the seat",
        "A dot for each nation with its 95 % interval, and the doctrine beside it.",
    )
    drawn = intervals(head, rows, what="nation", unit=" %", reach=(0, 100))
    block = Block("With the doctrine that suits it", (), drawn, full=True)
    return Section("best", "What suits each seat best", "Best doctrine", lead, (block,))


def _percents(label: str, share: Estimate, note: str = "") -> Interval:
    low, middle, high = (round(v * 100, 2) for v in (share.low, share.value, share.high))
    return Interval(label, low, middle, high, note)


def _endings(found: Balance) -> Section:
    """How games end."""
    own = found.own_ways.endings
    rows = [_percents(ENDING_NAMES[n], share) for n, share in own.items() if share.value]
    head = Head("endings", "Endings with its own cast", "A dot for each ending with its interval.")
    drawn = intervals(head, rows, what="ending", unit=" %", reach=(0, 100))
    every = {label(name): ways.endings for name, ways in found.alike_ways.items()}
    by_ai = _shares("endings_by_ai", "Endings when all are alike", every, ENDING_NAMES)
    blocks = (
        Block("With its own cast", (), drawn),
        Block("When all are alike, by doctrine", (), by_ai),
    )
    lead = ("How games end, with the scenario's own cast and with one doctrine in all seats.",)
    return Section("endings", "Endings", "Endings", lead, blocks)


def _shares(
    id_: str, title: str, every: Mapping[str, Mapping[str, Estimate]], names: Mapping[str, str]
) -> Chart:
    """A bar for each doctrine, parted by what happened."""
    seen = [key for key in names if any(ways[key].value for ways in every.values())]
    parts = [
        Series(names[key], tuple(round(ways[key].value * 100, 2) for ways in every.values()))
        for key in seen
    ]
    about = "A bar for each doctrine, parted by the share of games."
    return bars(Head(id_, title, about), list(every), parts, what="doctrine", unit=" %")


def _heat(found: Balance) -> Section:
    """How far games escalate."""
    every = {"own cast": found.own_ways.peaks}
    every |= {label(name): ways.peaks for name, ways in found.alike_ways.items()}
    grid = Grid(
        rows=tuple(every),
        columns=tuple(f"{rung} {name}" for rung, name in enumerate(LADDER)),
        values=tuple(
            tuple(float(round(share.value * 100)) for share in peaks) for peaks in every.values()
        ),
        high=100,
    )
    head = Head(
        "peaks",
        "Highest rung of the ladder, in per cent of games",
        "A row for each cast; a cell for each rung says how often games climbed so high.",
    )
    rungs = Block("How high it goes", (), heatmap(head, grid, what="cast"), full=True)
    dots = _dots(found, "hot_seats", "Highest rung each seat stood on", "escalation", 1)
    lead = ("The ladder goes from 0, calm, to 7, digital war, where everybody loses.",)
    blocks = (rungs, Block("Around each seat, all being alike", (), dots, full=True))
    return Section("escalation", "Escalation", "Escalation", lead, blocks)
