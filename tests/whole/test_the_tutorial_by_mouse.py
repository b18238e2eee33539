"""The tutorial in a real window, from the first start to the truth, by the mouse alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.whole.display import missing
from tests.whole.hands import Mouse
from tests.whole.newcomer import play_the_tutorial


@pytest.mark.slow
def test_from_title_to_the_truth_by_the_mouse_alone(tmp_path: Path) -> None:
    if lack := missing("Xvfb", "xdotool"):
        pytest.skip(lack)
    match = play_the_tutorial(tmp_path, Mouse)
    assert match.over and match.stated
    assert any(match.orders_of(turn)[0] for turn in range(1, 5))
