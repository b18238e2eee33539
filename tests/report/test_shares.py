"""Shares in words: who is thought likeliest, and who is not more than others."""

from __future__ import annotations

import pytest

from game.report.shares import likeliest

NAMES = ("Austrane", "Tolvar", "the Ferry", "someone else")


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ((0.5, 0.3, 0.1, 0.1), "Austrane"),
        ((0.1, 0.42, 0.42, 0.06), "Tolvar / the Ferry"),
        ((0.1, 0.42, 0.424, 0.056), "Tolvar / the Ferry"),
        ((0.25, 0.25, 0.25, 0.25), "nobody above the others"),
        ((0.3, 0.3, 0.3, 0.1), "nobody above the others"),
    ],
)
def test_who_is_likeliest_is_said_only_of_one_or_of_two_alike(
    shares: tuple[float, ...], said: str
) -> None:
    assert likeliest(NAMES, shares) == said
