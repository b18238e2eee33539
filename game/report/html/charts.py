"""Charts as SVG with the table that says the same: all kinds there are, in one place.

Each is a pure function of its figures. It gives a `Chart`: the drawing for wide and for narrow
pages, with a name and a description for those who cannot see it, and the table of its figures.
Colours come from the page's style (style.css), by class.
"""

from game.report.html.areas import Areas, areas
from game.report.html.bars import Bars, bars, columns, histogram_pair
from game.report.html.calibration import Cloud, Clouds, calibration
from game.report.html.grids import Event, Grid, Heat, Timeline, heatmap, timeline
from game.report.html.lines import Band, Lines, lines
from game.report.html.plot import Axis, Chart, Head, Mark, Series
from game.report.html.ranges import Change, Changes, Interval, Intervals, changes, intervals
from game.report.html.tables import Table, shown, table, to_csv

__all__ = [
    "Areas",
    "Axis",
    "Band",
    "Bars",
    "Change",
    "Changes",
    "Chart",
    "Cloud",
    "Clouds",
    "Event",
    "Grid",
    "Head",
    "Heat",
    "Interval",
    "Intervals",
    "Lines",
    "Mark",
    "Series",
    "Table",
    "Timeline",
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
