"""Charts: each says in its drawing what its table says, and nothing a name holds gets out."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from itertools import pairwise

import pytest

from game.report.html import charts
from game.report.html.charts import Chart, Head, Series
from game.report.html.svg import apart, fitted, ticks, width_of
from game.report.html.tables import number, shown, table, to_csv

HEAD = Head("one", "A chart", "What it shows.")
NASTY = '<script>alert("&")</script>'


def kinds() -> dict[str, Chart]:
    """One chart of each kind, with figures that are easy to tell apart."""
    two = [Series("north", (11.5, 23.25, 37)), Series("south", (41, None, 53), "dashed")]
    parts = [Series("kept", (3, 7)), Series("lost", (-2, 5))]
    return {
        "lines": charts.lines(
            HEAD,
            (1, 2, 3),
            two,
            charts.Axis(0, 60, unit=" %"),
            bands=[charts.Band("most", (8, 9, 10), (17, 18, 19))],
            marks=[charts.Mark(2, "A", "it turned")],
        ),
        "stairs": charts.lines(HEAD, (1, 2, 3), two, charts.Axis(0, 60), step=True),
        "areas": charts.areas(
            HEAD, (0, 1), [Series("a", (31, 62)), Series("b", (69, 38))], charts.Axis(0, 100)
        ),
        "calibration": charts.calibration(HEAD, [charts.Cloud(12, 9, 40), charts.Cloud(71, 64, 8)]),
        "bars": charts.bars(HEAD, ("east", "west"), parts),
        "columns": charts.columns(HEAD, ("first", "second"), [Series("x", (4, 6))]),
        "pair": charts.histogram_pair(
            HEAD, ("war", "peace"), Series("was", (25, 75)), Series("instead", (45, 55))
        ),
        "intervals": charts.intervals(
            HEAD, [charts.Interval("east", -4.5, 1.5, 6.5, "may be chance")], zero=0
        ),
        "changes": charts.changes(HEAD, [charts.Change("east", 44, 58, "signing")]),
        "timeline": charts.timeline(
            HEAD,
            (1, 5),
            ("deeds", "words"),
            [charts.Event("deeds", 1, 3, "a wiper"), charts.Event("words", 2, 2, "a promise")],
        ),
        "heatmap": charts.heatmap(
            HEAD, charts.Grid(("east",), ("west", "north"), ((3, None),), 7), x_name="turn"
        ),
    }


CHARTS = kinds()


def said(drawing: str) -> str:
    """All words of a drawing."""
    return unescape(" | ".join(re.findall(r"<(?:title|text)[^>]*>([^<]*)<", drawing)))


@pytest.mark.parametrize("kind", CHARTS)
def test_a_drawing_says_what_its_table_says(kind: str) -> None:
    chart = CHARTS[kind]
    for drawing in (chart.wide, chart.narrow):
        words = said(drawing)
        for row in chart.table.rows:
            for column, cell in zip(chart.table.columns, row, strict=True):
                if cell is not None and column not in ("lane", "mainly", "note"):
                    assert shown(cell) in words, (column, cell)


@pytest.mark.parametrize("kind", CHARTS)
def test_a_drawing_has_a_name_and_a_description(kind: str) -> None:
    chart = CHARTS[kind]
    for width in ("wide", "narrow"):
        drawing = getattr(chart, width)
        assert drawing.startswith(f'<svg class="chart {width}')
        assert 'role="img"' in drawing
        assert f'aria-labelledby="one-{width}-t one-{width}-d"' in drawing
        assert f'<title id="one-{width}-t">A chart</title>' in drawing
        assert f'<desc id="one-{width}-d">What it shows.</desc>' in drawing


@pytest.mark.parametrize("kind", CHARTS)
def test_a_drawing_keeps_within_its_edges(kind: str) -> None:
    for drawing in (CHARTS[kind].wide, CHARTS[kind].narrow):
        width, height = map(float, re.search(r'viewBox="0 0 (\S+) (\S+)"', drawing).groups())  # type: ignore[union-attr]
        for x, y, anchor, text in texts(drawing):
            long = width_of(text, 12.5)
            start = x - {"end": long, "middle": long / 2}.get(anchor, 0)
            assert start >= -3 and start + long <= width + 12, text
            assert 0 <= y <= height, text


def texts(drawing: str) -> list[tuple[float, float, str, str]]:
    found = re.findall(r'<text x="(\S+)" y="(\S+)"([^>]*)>([^<]*)<', drawing)
    anchors = [re.search(r'text-anchor="(\w+)"', rest) for _, _, rest, _ in found]
    return [
        (float(x), float(y), anchor.group(1) if anchor else "", unescape(text))
        for (x, y, _, text), anchor in zip(found, anchors, strict=True)
    ]


def test_names_cannot_break_out_of_a_drawing() -> None:
    chart = charts.lines(
        Head("x", NASTY, NASTY), (1, 2), [Series(NASTY, (1, 2))], charts.Axis(0, 3)
    )
    for drawing in (chart.wide, chart.narrow):
        assert "<script" not in drawing
        assert "&lt;script&gt;" in drawing


def test_a_gap_is_left_open() -> None:
    series = [Series("broken", (1, None, 3, 4))]
    drawing = charts.lines(HEAD, (1, 2, 3, 4), series, charts.Axis(0, 5)).wide
    assert len(re.findall(r'<path class="line line1"', drawing)) == 1
    assert len(re.findall(r'class="mark fill1"', drawing)) == 3


def test_higher_values_are_drawn_higher_up() -> None:
    drawing = charts.lines(HEAD, (1, 2), [Series("up", (1, 4))], charts.Axis(0, 5)).wide
    path = re.search(r'class="line line1" d="M(\S+),(\S+) (\S+),(\S+)"', drawing)
    assert path is not None
    x1, y1, x2, y2 = map(float, path.groups())
    assert x1 < x2 and y1 > y2


def test_labels_are_moved_apart() -> None:
    placed = apart([50, 51, 52, 90], 17, 0, 100)
    ordered = sorted(placed)
    assert all(b - a >= 17 - 1e-9 for a, b in pairwise(ordered))
    assert max(placed) <= 100


def test_a_long_text_is_cut_to_fit() -> None:
    assert fitted("short", 100) == "short"
    cut = fitted("a very long name of a very small country", 100)
    assert cut.endswith("\u2026") and width_of(cut) <= 100


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0, 100, [0, 20, 40, 60, 80, 100]), (0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]), (3, 3, [3])],
)
def test_ticks_are_round(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (12.34, "12.3"), (1.234, "1.23"), (-0.001, "0"), (-3.5, "\u22123.5"), (100, "100")],
)
def test_figures_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_a_table_comes_back_from_csv() -> None:
    rows = [("plain", 1, 0.1 + 0.2), ('with "quotes", commas\nand lines', -5, None)]
    written = to_csv(table("t", "T", ("a", "b", "c"), rows))
    back = list(csv.reader(io.StringIO(written)))
    assert back[0] == ["a", "b", "c"]
    assert back[1] == ["plain", "1", repr(0.1 + 0.2)]
    assert back[2] == ['with "quotes", commas\nand lines', "-5", ""]


def test_a_name_is_not_run_as_a_formula() -> None:
    assert to_csv(table("t", "T", ("a",), [("=1+1",)])).splitlines()[1] == "'=1+1"
