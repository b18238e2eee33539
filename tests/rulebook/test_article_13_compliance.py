"""Article 13.7: when keeping a treaty pays."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules import compliance
from game.rules import params as p


@pytest.mark.article("13.7")
@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_keeping_a_treaty_pays_from_the_patience_of_the_theory_on(level: int) -> None:
    """Theory 3, V22: gain 1, loss .5: patience of .909, .8, .69 at detection .2, .5, .9."""
    caught = compliance.detection(np.array([level]))
    switch = 1.0 / (1.0 + caught * 0.5)
    gain, loss = np.float32(1), np.float32(0.5)
    assert compliance.complies(gain, loss, caught, switch + np.float32(1e-4)).all()
    assert not compliance.complies(gain, loss, caught, switch - np.float32(1e-4)).any()
    assert list(p.DETECTION) == sorted(p.DETECTION)


@pytest.mark.article("13.7")
@pytest.mark.parametrize(("caught", "patience"), [(0.2, 0.909), (0.5, 0.8), (0.9, 0.690)])
def test_the_switch_lies_where_theory_puts_it(caught: float, patience: float) -> None:
    at = [np.array([patience + step], np.float32) for step in (-0.002, 0.002)]
    one = np.array([1.0], np.float32)
    found = [bool(compliance.complies(one, one / 2, one * caught, each)[0]) for each in at]
    assert found == [False, True]
