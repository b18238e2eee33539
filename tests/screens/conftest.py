"""Where tests of screens keep games."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import paths


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Games and the notebook are kept in a folder of the test, and never in the player's."""
    monkeypatch.setenv("BACKCHANNEL_HOME", str(tmp_path / "home"))
    paths.saves().mkdir(parents=True)
    return paths.saves()
