"""Shares in whole per cents: rounded in one way wherever a list of them is shown."""

from __future__ import annotations

from collections.abc import Sequence

from game.language import _

WHOLE = 100
NEAR = 0.005
"""Shares that lie no further apart than this are alike."""


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


def likeliest(names: Sequence[str], shares: Sequence[float]) -> str:
    """Who is thought likeliest, in words: one, or two held alike; of more, nobody is."""
    best = max(shares)
    alike = [name for name, share in zip(names, shares, strict=True) if share > best - NEAR]
    return " / ".join(alike) if len(alike) <= 2 else _("nobody above the others")
