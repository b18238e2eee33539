"""What comes of a fork: what it was worth to the nation, in words, figures and charts."""

from __future__ import annotations

from game.futures.fork import WORLDS
from game.language import _
from game.report.html.charts import Chart
from game.screens.after.fork import Fork, Result
from game.screens.after.report_parts import Reader
from game.ui.node import Node, em, grid, row, wrap
from game.ui.widgets import figure, heading, meter, notice, panel, plate, scroll, text


def outcome(fork: Fork, reader: Reader, room: float, wide: bool) -> Node:
    """The panel. room: of the charts, in units of text; wide: two of them side by side."""
    if fork.result is not None:
        inside = _told(fork, fork.result, reader, room, wide)
    elif fork.running:
        inside = [notice(_("Other futures are being played."), "hourglass")]
    else:
        words = _("Strike out, change or add an order on the left, then play the futures: each is "
                  "played as it was and otherwise, with the same dice.")  # fmt: skip
        inside = [notice(words, "info")]
    body = scroll("outcome.window", *inside, gap=12)
    return panel("outcome", _("What comes of it"), body, sign="git-fork", grow=1)


def _told(fork: Fork, result: Result, reader: Reader, room: float, wide: bool) -> list[Node]:
    told = result.told
    charts = (told.endings, told.own, told.rungs, told.scores)
    blocks = [_block(reader, chart, room / 2 if wide else room) for chart in charts]
    return [
        *([] if result.over else [_progress(result.done)]),
        _gain(fork.match.setup.names[fork.nation], result),
        text(told.says, "body"),
        grid(*blocks, columns=2 if wide else 1, gap=12, align="stretch"),
    ]


def _progress(done: int) -> Node:
    said = _("{n} of {most} futures played").format(n=done, most=WORLDS)
    bar = meter(_("Futures played"), done / WORLDS, said, grow=1)
    return row(bar, text(said, "meta", "text2"), gap=10)


def _gain(name: str, result: Result) -> Node:
    """The points it was worth, with their interval, and whether it may be chance."""
    low, middle, high = result.gain
    sure = low > 0 or high < 0
    gain = figure(
        _signed(middle), _("points for {name}").format(name=name),
        "star", _("{low} to {high}").format(low=_signed(low), high=_signed(high)),
        ("good" if middle > 0 else "bad") if sure else "text2",
    )  # fmt: skip
    verdict = text(
        _("The interval lies on one side of zero: it made a difference.") if sure
        else _("The interval holds zero: it may be chance."), "label", "text2",
    )  # fmt: skip
    return wrap(gain, verdict, gap=24)


def _block(reader: Reader, chart: Chart, room: float) -> Node:
    made = reader.chart(chart, room)
    picture = made.find(f"chart.{chart.head.id}")
    if picture is not None and picture.role == "image":
        picture.min_height = em(max(11.0, float(picture.min_height)))
    head = row(heading(chart.head.title, "card", grow=1), reader.switch(chart), gap=8)
    return plate(head, made, ground="panel2", gap=8, pad=(12, 10))


def _signed(points: float) -> str:
    """A difference, with a proper minus."""
    return f"{points:+.1f}".replace("-", "\u2212")
