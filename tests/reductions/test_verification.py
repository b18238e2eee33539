"""V22: compliance. Keeping a treaty reduces to gain now against detection and later loss.

Comply if and only if patience >= g / (g + d L); g = 1, L = .5 (Barrett 1994 and after).
"""

from __future__ import annotations

import numpy as np
import pytest

from game.rules.compliance import complies, detection


@pytest.mark.parametrize(
    ("level", "caught", "figure"), [(0, 0.2, 0.909), (1, 0.5, 0.800), (3, 0.9, 0.690)]
)
def test_verification_lowers_the_patience_that_compliance_takes(
    level: int, caught: float, figure: float
) -> None:
    assert detection(np.array([level]))[0] == np.float32(caught)
    patience = np.linspace(0, 1, 10_001, dtype=np.float32)
    one = np.ones_like(patience)
    keeps = complies(one, one * np.float32(0.5), one * np.float32(caught), patience)
    assert abs(patience[keeps.argmax()] - figure) < 1e-3
    assert keeps[keeps.argmax() :].all()
