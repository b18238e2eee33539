"""Tables: the figures of a report, for a page, for a spreadsheet, and for a program."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int | float | None
"""What a table holds; None where there is nothing to say."""


@dataclass(frozen=True)
class Table:
    """Figures in rows under named columns; the first column says what a row is about."""

    id: str  # also the name of its CSV file
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""

    def __post_init__(self) -> None:
        assert all(len(row) == len(self.columns) for row in self.rows), self.id


def table(
    id: str, title: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]], note: str = ""
) -> Table:
    """A table from any sequences."""
    return Table(id, title, tuple(columns), tuple(tuple(row) for row in rows), note)


def shown(cell: Cell) -> str:
    """A cell as people read it: few decimals, a proper minus, a dash for nothing."""
    if cell is None:
        return "\u2013"
    if isinstance(cell, str):
        return cell
    return number(cell)


def number(value: float) -> str:
    """A figure with one decimal from ten on and two below, without trailing zeros."""
    text = f"{value:.{1 if abs(value) >= 10 else 2}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text.replace("-", "\u2212")


def is_number(cell: Cell) -> bool:
    """Whether a cell is a figure, to be set to the right."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def to_csv(table: Table) -> str:
    """The table for a spreadsheet: a heading row, figures in full, nothing where nothing is."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([["" if cell is None else _safe(cell) for cell in row] for row in table.rows])
    return text.getvalue()


def _safe(cell: Cell) -> Cell:
    """Text that a spreadsheet would run as a formula is set off by an apostrophe."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + cell
    return cell
