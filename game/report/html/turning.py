"""Turning points and timeline: how the expected future moved, and what was done then."""

from __future__ import annotations

from game.language import _
from game.report import terms
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
from game.report.html.events import events, lanes
from game.report.html.forecast import FUTURES, Forecast, Turning, ending_shares, live_endings
from game.report.html.told import Game, Told
from game.report.story import KINDS
from game.report.words import listed
from game.rules.escalation import WAR

MOST_SEEN = 3


def marks(forecast: Forecast) -> tuple[Mark, ...]:
    """The turning points, for charts by turn."""
    return tuple(
        Mark(
            point.turn,
            point.letter,
            _("{letter}: turn {turn}. {text}").format(
                letter=point.letter, turn=point.turn, text=point.text
            ),
        )
        for point in forecast.turning
    )


def section(game: Game, forecast: Forecast) -> Section:
    """The turns that moved the forecast, and what happened when."""
    found = forecast.turning
    says = _("No turn moved the forecast by much: the game went as was to be expected.")
    if found:
        turns = listed([_("turn {turn}").format(turn=point.turn) for point in found])
        says = _("The forecast moved most in {turns}.").format(turns=turns)
    lead = (
        _(
            "From the start and from the end of every turn, {futures} futures were played from the "
            "world as it truly stood, with other dice. What share of the forecast a turn moved is "
            "its swing."
        ).format(futures=FUTURES),
        says,
    )
    blocks = (
        Block(_("What moved it"), notes=tuple(_note(game, point) for point in found), full=True)
        if found
        else None,
        _endings(game, forecast),
        _peaks(game, forecast),
        Block(_("What happened when"), chart=_timeline(game, forecast), full=True, alone=True),
        Block(_("The chronicle"), table=_chronicle(game), full=True, folded=True),
    )
    return Section(
        "turning",
        _("Turning points"),
        _("Turning points"),
        lead,
        tuple(block for block in blocks if block is not None),
    )


def _note(game: Game, point: Turning) -> Note:
    says = _("Turn {turn}: {share:.0%} of the forecast moved")
    return Note(
        says.format(turn=point.turn, share=point.swing),
        point.text,
        letter=point.letter,
        lines=tuple(_deed(game, deed) for deed in point.deeds),
    )


def _deed(game: Game, told: Told) -> str:
    """What was done, and who knew of it, if only few."""
    if len(told.seen) > MOST_SEEN or len(told.seen) == len(game.nations):
        return told.text
    says = _("{what} (seen by {nations} only)")
    return says.format(what=told.text, nations=game.listed(told.seen))


def _endings(game: Game, forecast: Forecast) -> Block:
    played = forecast.played
    parts = [
        Series(terms.ending(end)[0], tuple(round(ending_shares(p)[end] * 100, 2) for p in played))
        for end in live_endings(played)
    ]
    head = Head(
        "forecast_endings",
        _("Which ending was to be expected"),
        _("The share of futures that came to each ending, from the start and after each turn."),
    )
    chart = areas(head, game.moments, parts, Axis(0, 100, unit=" %"), marks=marks(forecast))
    return Block(_("The ending to be expected"), (), chart)


def _peaks(game: Game, forecast: Forecast) -> Block:
    head = Head(
        "forecast_peak",
        _("The highest rung to be expected"),
        _(
            "The highest rung of the ladder to be expected from the start and after each turn, "
            "with the range in which eight of ten futures lie, and the rung the world stood on."
        ),
    )
    series = [
        Series(_("to be expected"), tuple(round(v, 3) for v in forecast.mean_peaks)),
        Series(_("the world then"), game.rungs),
    ]
    band = Band(_("eight of ten futures"), forecast.peaks(0.1), forecast.peaks(0.9))
    axis = Axis(0, WAR, names=terms.ladder())
    chart = lines(head, game.moments, series, axis, bands=[band], marks=marks(forecast))
    note = _("The band holds eight of ten futures.")
    return Block(_("The worst to be expected"), (note,), chart)


def _timeline(game: Game, forecast: Forecast) -> Chart:
    head = Head(
        "timeline",
        _("What happened when"),
        _(
            "Bars by turn in five lanes: incidents, accusations, agreements, blows, and word kept "
            "or broken. Letters mark the turning points."
        ),
    )
    reach = (game.turns[0], game.turns[-1])
    return timeline(head, reach, lanes(), list(events(game)), marks(forecast))


def _chronicle(game: Game) -> Table:
    rows = [
        (
            told.turn,
            _(KINDS[told.kind]),
            told.text,
            " ".join(told.why),
            _("all") if len(told.seen) == len(game.nations) else game.listed(told.seen),
        )
        for turn in game.chronicle
        for told in turn
    ]
    columns = (_("turn"), _("kind"), _("what happened"), _("more, or why"), _("seen by"))
    return table("chronicle", _("Everything that happened, turn by turn"), columns, rows)
