"""Shares in whole per cents: rounded in one way wherever a list of them is shown."""

from __future__ import annotations

from collections.abc import Sequence

WHOLE = 100


def split(whole: int, weights: Sequence[float]) -> list[int]:
    """A whole number in parts by weight, largest remainders first; alike if nothing weighs."""
    total = sum(weights)
    if not weights:
        return []
    exact = [whole * (w / total if total > 0 else 1 / len(weights)) for w in weights]
    parts = [int(each) for each in exact]
    order = sorted(range(len(parts)), key=lambda n: parts[n] - exact[n])
    for n in order[: whole - sum(parts)]:
        parts[n] += 1
    return parts


def percents(shares: Sequence[float]) -> list[str]:
    """Shares of one as whole percentages that sum to 100."""
    return [f"{each}%" for each in split(WHOLE, shares)]
