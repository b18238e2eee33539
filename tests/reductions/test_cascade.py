"""V19: thresholds. Norm adoption reduces to Granovetter's riot (1978).

A crowd of equal weight whose thresholds are normal around .25: a hair's breadth of spread decides
between a handful and everybody.
"""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest

from game.rules.norms import cascade

CROWD = 4000


def _adopters(spread: float) -> float:
    """Share that has adopted in the end, everybody starting without."""
    normal = NormalDist(0.25, spread)
    bars = np.array([normal.inv_cdf((n + 0.5) / CROWD) for n in range(CROWD)], np.float32)
    adopted = np.zeros((CROWD, 1, 1), bool)
    influence = np.ones(CROWD, np.float32)
    while True:
        joins = cascade(adopted, influence, bars[:, None])
        if not joins.any():
            return float(adopted.mean())
        adopted = adopted | joins


@pytest.mark.parametrize(("spread", "share"), [(0.122, 0.055), (0.123, 1.0)])
def test_a_hair_s_breadth_tips_the_crowd(spread: float, share: float) -> None:
    assert abs(_adopters(spread) - share) < 0.005
