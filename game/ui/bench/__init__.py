"""How fast the window is, beside what is allowed. Printed and never tested: machines differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.ui.bench import frames, trials

ALLOWED = {
    "redraw": 12.0, "unchanged": 2.0, "moving": 2.0, "change": 120.0, "input": 33.0,
    "undo": 33.0, "start_s": 1.2, "idle_percent": 3.0, "memory_mb": 350.0,
}  # fmt: skip
"""Milliseconds that 95 of 100 frames stay below, where the name says nothing else."""


def run(tell: Callable[[str], None] = print) -> dict[str, Any]:
    """Measure every screen, and the program as a whole in processes of its own."""
    found: dict[str, Any] = {"allowed": ALLOWED, "screens": frames.measure(tell)}
    for name, trial in trials.TRIALS.items():
        tell(f"{trial.about} …")
        found[name] = trials.tried(name)
    return found


def lines(found: dict[str, Any]) -> list[str]:
    """The figures for a person: a line for each screen, then the program as a whole."""
    kinds = list(frames.MEASURES)
    head = ["milliseconds, 95 of 100 below", *kinds]
    rows = [["allowed", *(f"{ALLOWED[kind]:.0f}" for kind in kinds)]]
    for name, times in found["screens"].items():
        rows.append([name, *(_both(times[kind]) for kind in kinds)])
    worst = {
        kind: max((times[kind] for times in found["screens"].values()), key=lambda t: t["clock"])
        for kind in kinds
    }
    rows.append(["worst", *(_both(worst[kind]) for kind in kinds)])
    widths = [max(len(row[n]) for row in [head, *rows]) for n in range(len(head))]
    table = ["  ".join(cell.rjust(w) for cell, w in zip(row, widths, strict=True))
             for row in [head, *rows]]  # fmt: skip
    said = [trial.said.format(**found[name]) for name, trial in trials.TRIALS.items()]
    return ["by the clock, and in brackets of the processor", *table, "", *said]


def _both(times: dict[str, float]) -> str:
    return f"{times['clock']:.1f} ({times['work']:.1f})"
