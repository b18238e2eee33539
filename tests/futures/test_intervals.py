"""Intervals, against figures worked out elsewhere."""

import numpy as np
import pytest

from game.futures import intervals


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(125, 500, 0.214, 0.290), (0, 100, 0.0, 0.037), (100, 100, 0.963, 1.0), (0, 0, 0.0, 1.0)],
)
def test_wilson(count: int, of: int, low: float, high: float) -> None:
    """Theory, section 6."""
    found = intervals.wilson(count, of)
    assert (found.low, found.high) == pytest.approx((low, high), abs=6e-4)
    assert found.low <= found.value <= found.high


def test_intervals_hold_what_they_promise() -> None:
    """Of many intervals from games with a known chance, 19 of 20 hold it."""
    rng = np.random.default_rng(3)
    held = 0
    for _ in range(2000):
        found = intervals.share(rng.random(60) < 0.1)
        held += found.low <= 0.1 <= found.high
    assert 0.93 <= held / 2000 <= 0.98


def test_a_paired_difference_is_sharper_than_two_means() -> None:
    rng = np.random.default_rng(5)
    luck = rng.normal(50, 20, 400)
    change = intervals.difference(luck, luck + 1 + rng.normal(0, 0.5, 400))
    assert change.settled and change.value == pytest.approx(1, abs=0.1)
    assert change.high - change.low < 0.15
    assert not intervals.mean(luck - 50).settled


def test_one_game_says_nothing_of_spread_and_none_says_nothing() -> None:
    assert intervals.mean([3.0]).as_json() == {"value": 3.0, "low": 3.0, "high": 3.0}
    assert intervals.mean([]).value == 0
