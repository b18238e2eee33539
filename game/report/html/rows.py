"""What charts with a row for each thing share: the frame, and the names of the rows."""

from __future__ import annotations

from collections.abc import Sequence

from game.report.html.plot import Frame, frame, is_wide
from game.report.html.svg import fitted, width_of


def rows_frame(
    width: float,
    above: float,
    labels: Sequence[str],
    reach: tuple[float, float],
    right: float,
    pitch: float = 34,
    below: float = 8,
) -> Frame:
    """Rows of equal height under a legend; names stand beside them, or above where narrow."""
    longest = max((width_of(label) for label in labels), default=0.0)
    wide = is_wide(width)
    left = min(longest + 14, 230.0) if wide else 8.0
    tall = pitch if wide else pitch + 16
    height = above + len(labels) * tall + below + 6
    return frame((width, height), (left, right, above, below), reach, (len(labels), 0))


def name_row(plot: Frame, n: int, label: str) -> float:
    """Name a row; the middle of its bar."""
    pitch = (plot.bottom - plot.top) / max(plot.y.low, 1)
    middle = plot.top + (n + 0.5) * pitch
    if is_wide(plot.canvas.width):
        plot.canvas.text((plot.left - 10, middle + 5), fitted(label, plot.left - 12), "", "end")
        return middle
    plot.canvas.text((8, middle - 8), fitted(label, plot.canvas.width - 16))
    return middle + 9
