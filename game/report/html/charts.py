"""Charts as SVG with the table that says the same: all kinds there are, in one place.

Each is a pure function of its figures. It gives a `Chart`: the drawing for wide and for narrow
pages, with a name and a description for those who cannot see it, and the table of its figures.
Colours come from the page's style (style.css), by class.
"""

from game.report.html.bars import (
    Change,
    Interval,
    bars,
    changes,
    columns,
    histogram_pair,
    intervals,
)
from game.report.html.curves import Axis, Band, Cloud, Mark, areas, calibration, lines
from game.report.html.grids import Event, Grid, heatmap, timeline
from game.report.html.plot import Chart, Head, Series
from game.report.html.tables import Table, shown, table, to_csv

__all__ = [
    "Axis",
    "Band",
    "Change",
    "Chart",
    "Cloud",
    "Event",
    "Grid",
    "Head",
    "Interval",
    "Mark",
    "Series",
    "Table",
    "areas",
    "bars",
    "calibration",
    "changes",
    "columns",
    "heatmap",
    "histogram_pair",
    "intervals",
    "lines",
    "shown",
    "table",
    "timeline",
    "to_csv",
]
