"""A small scenario, whose games are short, with something of everything that cover looks for."""

from __future__ import annotations

from pathlib import Path

SMALL = Path(__file__).parents[1] / "scenario" / "good.yaml"


def text(**changes: str) -> str:
    """The small scenario, each key of `changes` at the top level replaced."""
    whole = SMALL.read_text("utf-8")
    for key, given in changes.items():
        whole = without(whole, key) + f"{key}: {given}\n"
    return whole


def without(whole: str, key: str) -> str:
    """A scenario without one of its keys at the top level."""
    kept, inside = [], False
    for line in whole.splitlines(keepends=True):
        if line[:1] not in (" ", "\n", "#"):
            inside = line.startswith(f"{key}:")
        if not inside:
            kept.append(line)
    return "".join(kept)
