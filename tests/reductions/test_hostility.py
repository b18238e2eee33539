"""V24: feelings. Hostility reduces to Richardson's arms race (two-nation form, stable iff k < a).

Theory E7 with three nations each answering two others: at cooling .30 the reaction .149 to each
settles at grievance / (a - 2k), and .151 runs away.
"""

from __future__ import annotations

import numpy as np
import pytest

from game.rules import params as p
from game.rules import trust

GRIEVANCE = 0.01


def _settled(echo: float, monkeypatch: pytest.MonkeyPatch) -> float:
    """Hostility of a pair after many turns, each answering the other twice over."""
    monkeypatch.setattr(p, "HOSTILITY_ECHO", 2 * echo)
    monkeypatch.setattr(p, "HOSTILITY_COOLS", 0.30)
    hostility = np.zeros((2, 2, 1))
    rest = np.zeros((2, 2, 1))
    for _ in range(20_000):
        hostility = hostility + trust.moves(hostility, rest, rest) + GRIEVANCE
    return float(hostility[0, 1, 0])


def test_below_the_bound_it_settles_where_the_closed_form_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert abs(_settled(0.149, monkeypatch) - GRIEVANCE / (0.30 - 2 * 0.149)) < 1e-3


def test_above_the_bound_it_runs_away(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _settled(0.151, monkeypatch) > 1e6


def test_the_engine_s_own_numbers_are_on_the_safe_side() -> None:
    assert p.HOSTILITY_ECHO < p.HOSTILITY_COOLS
