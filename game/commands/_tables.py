"""Tables of plain text, for people who read a command's result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def aligned(head: Sequence[str], rows: Sequence[Sequence[str]], indent: str = "  ") -> list[str]:
    """Lines of a table: the first column to the left, figures to the right."""
    every = [list(head), *map(list, rows)]
    widths = [max(len(row[n]) for row in every) for n in range(len(head))]
    return [(indent + "  ".join(_cells(row, widths))).rstrip() for row in every]


def _cells(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    first = row[0].ljust(widths[0])
    return [first, *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))]


def figure(found: Mapping[str, float], share: bool = False, signed: bool = False) -> str:
    """An estimate as it is read: 31.2 (28.0 to 34.4), a share in per cent."""
    times, digits, unit = (100, 0, " %") if share else (1, 2, "")
    sign = "+" if signed else ""
    keys = ("value", "low", "high")
    value, low, high = (round(found[key] * times, digits) + 0.0 for key in keys)  # no -0
    return f"{value:{sign}.{digits}f}{unit} ({low:{sign}.{digits}f} to {high:{sign}.{digits}f})"
