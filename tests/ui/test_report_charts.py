"""The charts of the report in the window: every kind is drawn, read by keys, and has a table."""

from __future__ import annotations

import pygame
import pytest

from game.report.html import charts
from game.report.html.charts import (
    Axis,
    Band,
    Change,
    Chart,
    Cloud,
    Event,
    Grid,
    Head,
    Interval,
    Mark,
    Series,
)
from game.ui import shots
from game.ui.app import App
from game.ui.checks import faults
from game.ui.driving import click, press
from game.ui.node import Node, column
from game.ui.screen import Screen
from game.ui.settings import Settings
from game.ui.widgets.report_chart import chart_of, plot_of, reading

ONE, TWO = Series("ours", (1.0, 3.0, None, 2.0)), Series("theirs", (2.0, 1.0, 4.0, 3.0), "dashed")
PARTS = [Series("peace", (60.0, 30.0, 10.0)), Series("war", (40.0, 70.0, 90.0))]
TURNS = (0, 1, 2, 3)


def head(name: str) -> Head:
    return Head(name, f"A chart of {name}", "What it shows, in a sentence.")


CHARTS: dict[str, Chart] = {
    "lines": charts.lines(
        head("lines"), TURNS, [ONE, TWO], Axis(0, 5),
        bands=[Band("most futures", (0.0, 1.0, 1.0, 1.0), (2.0, 4.0, 5.0, 4.0))],
        marks=[Mark(2, "A", "it turned")],
    ),
    "steps": charts.lines(
        head("steps"), TURNS, [TWO], Axis(0, 5, names=("calm", "a", "b", "c", "d", "war")),
        step=True,
    ),
    "areas": charts.areas(head("areas"), (0, 1, 2), PARTS, Axis(0, 100, unit=" %")),
    "calibration": charts.calibration(head("calibration"), [Cloud(10, 20, 3), Cloud(80, 60, 9)]),
    "bars": charts.bars(
        head("bars"), ["North", "South", "West"],
        [Series("aims", (5.0, 2.0, 1.0)), Series("war", (-2.0, 0.0, -1.0))],
    ),
    "pair": charts.histogram_pair(
        head("pair"), ["calm", "tension", "war"], PARTS[0], PARTS[1], what="rung"
    ),
    "intervals": charts.intervals(
        head("intervals"),
        [Interval("North", -2, 1, 3, "may be chance"), Interval("South", 1, 2, 3)],
        zero=0.0,
    ),
    "changes": charts.changes(
        head("changes"), [Change("North", 40, 60, "kept its word"), Change("South", 50, 30)]
    ),
    "heat": charts.heatmap(
        head("heat"), Grid(("a", "b"), ("1", "2", "3"), ((0, 3, 7), (None, 1, 2)), 7),
        what="pair", x_name="turn",
    ),
    "timeline": charts.timeline(
        head("timeline"), (1, 4), ("incidents", "blows"),
        [Event("blows", 3, 3, "a strike"), Event("incidents", 1, 2, "the port stands still")],
    ),
}  # fmt: skip


class Wall(Screen):
    """One chart on a screen."""

    def __init__(self, chart: Chart, as_table: bool = False) -> None:
        self.chart, self.at, self.as_table = chart, None, as_table

    at: int | None

    def build(self, app: App) -> Node:
        made = chart_of(self.chart, self.at, self.move, as_table=self.as_table, room=app.room[0])
        return column(made, pad=20, grow=1)

    def move(self, to: int) -> None:
        self.at = to


def shown(name: str, as_table: bool = False, **values: object) -> App:
    settings = Settings(language="en", **values)  # type: ignore[arg-type]
    return shots.app_with(Wall(CHARTS[name], as_table), (1280, 720), settings)


def node(app: App, name: str) -> Node:
    found = app.find(f"chart.{name}")
    assert found is not None
    return found


@pytest.mark.parametrize("name", CHARTS)
def test_arrows_read_every_place_with_its_figures(name: str) -> None:
    app, chart = shown(name), CHARTS[name]
    app.set_focus(f"chart.{name}")
    plot, heard = plot_of(chart.plan), []
    for _ in range(plot.count):
        press(app, "Right")
        heard.append(node(app, name).value)
    press(app, "Right")
    assert node(app, name).value == heard[-1], "the last place is the last"
    assert len(set(heard)) == plot.count == len(chart.table.rows)
    for row in chart.table.rows:
        cells = [charts.shown(cell) for cell in row if cell not in (None, "")]
        assert any(all(cell in said for cell in cells) for said in heard)
    press(app, "Home")
    assert node(app, name).value == heard[0]


@pytest.mark.parametrize("name", CHARTS)
def test_a_reading_is_shown_below_the_drawing(name: str) -> None:
    app = shown(name)
    app.set_focus(f"chart.{name}")
    press(app, "End")
    said = reading(CHARTS[name], plot_of(CHARTS[name].plan), plot_of(CHARTS[name].plan).count - 1)
    labels = [each for each in app.modal.walk() if each.label == said]
    assert labels and labels[0].rect.top >= node(app, name).rect.bottom


@pytest.mark.parametrize("name", CHARTS)
def test_the_legend_stands_outside_the_drawing(name: str) -> None:
    app = shown(name)
    box = node(app, name).rect
    for each in app.modal.walk():
        if each.leaf is not None:
            assert not each.rect.colliderect(box)


@pytest.mark.parametrize("name", CHARTS)
def test_something_is_drawn_in_every_theme(name: str) -> None:
    for theme in ("dark", "contrast", "light"):
        app = shown(name, theme=theme)
        picture = shots.picture(app)
        box = node(app, name).rect
        colours = {tuple(c) for c in pygame.surfarray.array3d(picture.subsurface(box))[::2, ::2]
                   .reshape(-1, 3).tolist()}  # fmt: skip
        assert len(colours) > 8


@pytest.mark.parametrize("name", CHARTS)
def test_the_mouse_reads_what_it_is_on(name: str) -> None:
    app = shown(name)
    shots.picture(app)
    click(app, f"chart.{name}")
    screen = app.screen
    assert isinstance(screen, Wall) and screen.at is not None
    assert 0 <= screen.at < plot_of(CHARTS[name].plan).count


@pytest.mark.parametrize("name", CHARTS)
def test_the_table_has_every_figure(name: str) -> None:
    app = shown(name, as_table=True)
    labels = "\n".join(each.label for each in app.modal.walk())
    for row in CHARTS[name].table.rows:
        for cell in row:
            assert charts.shown(cell) in labels


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("values", [
    {"text_scale": 1.0, "theme": "dark"}, {"text_scale": 2.0, "theme": "light"},
    {"text_scale": 1.5, "theme": "contrast", "language": "xx"},
], ids=["plain", "large", "long"])  # fmt: skip
def test_it_fits(name: str, values: dict[str, object]) -> None:
    for as_table in (False, True):
        settings = Settings(**{"language": "en", **values})  # type: ignore[arg-type]
        app = shots.app_with(Wall(CHARTS[name], as_table), (1280, 720), settings)
        assert faults(app) == []


def test_what_no_chart_shows_is_refused() -> None:
    with pytest.raises(TypeError, match="no chart shows a str"):
        plot_of("a plan")
