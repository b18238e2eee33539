"""Where tests of screens keep games."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import language, paths
from tests.screens.missed import Missed


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Games and the notebook are kept in a folder of the test, and never in the player's."""
    monkeypatch.setenv("BACKCHANNEL_HOME", str(tmp_path / "home"))
    paths.saves().mkdir(parents=True)
    return paths.saves()


@pytest.fixture
def missed(monkeypatch: pytest.MonkeyPatch) -> Missed:
    """What is asked of catalogues in vain, from now on."""
    heard, usual = Missed(), language.use

    def use(code: str) -> None:
        usual(code)
        language._now.add_fallback(heard)

    monkeypatch.setattr(language, "use", use)
    return heard
