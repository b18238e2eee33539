"""Calibration: how often what was believed so strongly was true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.language import _, _n
from game.report.html.plot import NARROW, Chart, Head, chart, frame, x_axis, y_axis
from game.report.html.svg import Canvas
from game.report.html.tables import number, table


@dataclass(frozen=True)
class Cloud:
    """Beliefs of about one size: their mean, the share that was true, how many. In percent."""

    mean: float
    true: float
    count: int


@dataclass(frozen=True)
class Clouds:
    """What a calibration shows."""

    clouds: tuple[Cloud, ...]


def calibration(head: Head, clouds: Sequence[Cloud]) -> Chart:
    """How often what was believed so strongly was true; on the diagonal, as often as believed."""
    rows = [[cloud.mean, cloud.true, cloud.count] for cloud in clouds]
    columns = (_("mean belief (%)"), _("was true (%)"), _("beliefs"))

    def draw(width: float) -> Canvas:
        side = min(width, 1.25 * NARROW)
        plot = frame((side, side - 20), (48.0, 16.0, 14.0, 46.0), (0, 100), (0, 100))
        y_axis(plot, unit=" %")
        x_axis(plot, [(v, number(v)) for v in range(0, 101, 20)], _("believed (%)"))
        plot.canvas.line((plot.left, plot.bottom), (plot.right, plot.top), "diagonal")
        plot.canvas.text((plot.right - 6, plot.bottom - 10), _("too sure"), "axis", "end")
        plot.canvas.text((plot.left + 8, plot.top + 16), _("not sure enough"), "axis")
        places = [(plot.x(cloud.mean), plot.y(cloud.true)) for cloud in clouds]
        plot.canvas.path(places, "line line1")
        most = max((cloud.count for cloud in clouds), default=1)
        for place, cloud in zip(places, clouds, strict=True):
            size = 4.5 + 7 * (cloud.count / most) ** 0.5
            plot.canvas.mark(place, 0, _tip(cloud), size)
        return plot.canvas

    return chart(head, table(head.id, head.title, columns, rows), draw, Clouds(tuple(clouds)))


def _tip(cloud: Cloud) -> str:
    said = _n("{n} belief of about {mean} %: {true} % was true",
              "{n} beliefs of about {mean} %: {true} % were true", cloud.count)  # fmt: skip
    return said.format(mean=number(cloud.mean), true=number(cloud.true))
