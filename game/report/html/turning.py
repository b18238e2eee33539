"""Turning points and timeline: how the expected future moved, and what was done then."""

from __future__ import annotations

from game.report.html.blocks import Block, Note, Section
from game.report.html.charts import (
    Axis,
    Band,
    Chart,
    Head,
    Mark,
    Series,
    Table,
    areas,
    lines,
    table,
    timeline,
)
from game.report.html.events import LANES, events
from game.report.html.forecast import FUTURES, Forecast, ending_shares, live_endings
from game.report.html.told import Game, Told
from game.report.words import listed
from game.rules.escalation import LADDER
from game.rules.scoring import ENDINGS

MOST_SEEN = 3


def marks(forecast: Forecast) -> tuple[Mark, ...]:
    """The turning points, for charts by turn."""
    return tuple(
        Mark(point.turn, point.letter, f"{point.letter}: turn {point.turn}. {point.text}")
        for point in forecast.turning
    )


def section(game: Game, forecast: Forecast) -> Section:
    """The turns that moved the forecast, and what happened when."""
    found = forecast.turning
    turns = [f"turn {point.turn}" for point in found]
    lead = [
        f"From the start and from the end of every turn, {FUTURES} futures were played from the "
        "world as it truly stood, with other dice. What share of the forecast a turn moved is its "
        "swing.",
        f"The forecast moved most in {listed(turns)}."
        if found
        else "No turn moved the forecast by much: the game went as was to be expected.",
    ]
    blocks = (
        Block("What moved it", notes=tuple(_note(game, forecast, p.turn) for p in found), full=True)
        if found
        else None,
        _endings(game, forecast),
        _peaks(game, forecast),
        Block("What happened when", chart=_timeline(game, forecast), full=True, alone=True),
        Block("The chronicle", table=_chronicle(game), full=True, folded=True),
    )
    return Section(
        "turning",
        "Turning points",
        "Turning points",
        tuple(lead),
        tuple(block for block in blocks if block is not None),
    )


def _note(game: Game, forecast: Forecast, turn: int) -> Note:
    point = next(p for p in forecast.turning if p.turn == turn)
    return Note(
        f"Turn {turn}: {point.swing:.0%} of the forecast moved",
        point.text,
        letter=point.letter,
        lines=tuple(_deed(game, deed) for deed in point.deeds),
    )


def _deed(game: Game, told: Told) -> str:
    return told.text + _secret(game, told)


def _secret(game: Game, told: Told) -> str:
    """Who knew of it, if not everybody."""
    if len(told.seen) > MOST_SEEN or len(told.seen) == len(game.nations):
        return ""
    return f" (seen by {game.listed(told.seen)} only)"


def _endings(game: Game, forecast: Forecast) -> Block:
    played = forecast.played
    parts = [
        Series(ENDINGS[end][0], tuple(round(ending_shares(p)[end] * 100, 2) for p in played))
        for end in live_endings(played)
    ]
    head = Head(
        "forecast_endings",
        "Which ending was to be expected",
        "The share of futures that came to each ending, from the start and after each turn.",
    )
    chart = areas(head, game.moments, parts, Axis(0, 100, unit=" %"), marks=marks(forecast))
    return Block("The ending to be expected", (), chart)


def _peaks(game: Game, forecast: Forecast) -> Block:
    head = Head(
        "forecast_peak",
        "The highest rung to be expected",
        "The highest rung of the ladder to be expected from the start and after each turn, with "
        "the range in which eight of ten futures lie, and the rung the world stood on.",
    )
    rungs = tuple(float(game.match.worlds[t].rung[0]) for t in game.moments)
    series = [
        Series("to be expected", tuple(round(v, 3) for v in forecast.mean_peaks)),
        Series("the world then", rungs),
    ]
    band = Band("eight of ten futures", forecast.peaks(0.1), forecast.peaks(0.9))
    axis = Axis(0, len(LADDER) - 1, names=tuple(LADDER))
    chart = lines(head, game.moments, series, axis, bands=[band], marks=marks(forecast))
    note = "The band holds eight of ten futures."
    return Block("The worst to be expected", (note,), chart)


def _timeline(game: Game, forecast: Forecast) -> Chart:
    head = Head(
        "timeline",
        "What happened when",
        "Bars by turn in five lanes: incidents, accusations, agreements, blows, and word kept or "
        "broken. Letters mark the turning points.",
    )
    reach = (game.turns[0], game.turns[-1])
    return timeline(head, reach, LANES, list(events(game)), marks(forecast))


def _chronicle(game: Game) -> Table:
    rows = [
        (
            told.turn,
            told.kind,
            told.text,
            " ".join(told.why),
            "all" if len(told.seen) == len(game.nations) else game.listed(told.seen),
        )
        for turn in game.chronicle
        for told in turn
    ]
    columns = ("turn", "kind", "what happened", "more, or why", "seen by")
    return table("chronicle", "Everything that happened, turn by turn", columns, rows)
