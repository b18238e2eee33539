"""A whole game, played by hand from a list of typed lines, is the transcript in the docs.

pytest tests/golden --accept      take what is told now as right
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.terminal.drive import match_for, play

ROOT = Path(__file__).parents[2]
TYPED = Path(__file__).with_name("a-game.in")
TOLD = ROOT / "docs" / "a-game.txt"
WIDTH = 80


def transcript() -> str:
    """What the terminal shows when the lines are typed, each in the phase it is meant for."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "game.txt"
        lines = TYPED.read_text("utf-8").splitlines()
        played = play(match_for("dorvane", seed=7), lines, path)
        return played.text.replace(str(path), "a-game.record")


def test_the_game_in_the_docs_is_what_the_terminal_tells(accept: bool) -> None:
    told = transcript()
    if accept:
        TOLD.write_text(told, "utf-8")
    assert told == TOLD.read_text("utf-8"), "if it is right: pytest tests/golden --accept"


def test_the_game_in_the_docs_is_whole_and_fits_a_page() -> None:
    lines = TOLD.read_text("utf-8").splitlines()
    assert all(len(line) <= WIDTH for line in lines if " > " not in line)  # what is typed may wrap
    assert any("What was true" in line for line in lines)
