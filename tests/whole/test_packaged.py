"""The folder that runs without Python, as PyInstaller made it: `pyinstaller backchannel.spec`.

BACKCHANNEL_PACKAGE=dist/backchannel/backchannel pytest -m slow tests/whole/test_packaged.py
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game import __version__, cli, record
from tests.whole.display import PATIENCE, Display, display, missing

BUILT = os.environ.get("BACKCHANNEL_PACKAGE", "")
SHOTS = os.environ.get("BACKCHANNEL_SHOTS")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not BUILT, reason="BACKCHANNEL_PACKAGE names no program that was built"),
]


def said(folder: Path, *words: str) -> str:
    """What the program prints, run where nothing of the checkout can be found."""
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [Path(BUILT).resolve(), *words], cwd=folder, env=bare, capture_output=True, text=True,
        timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_says_its_version_and_checks_the_library(tmp_path: Path) -> None:
    assert said(tmp_path, "--version") == f"backchannel {__version__}\n"
    assert "findings: 0" in said(tmp_path, "check", "first_light")


def test_it_plays_by_the_same_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["auto", "first_light", "--seed", "1", "--json"]
    cli.main(words)
    here, there = json.loads(capsys.readouterr().out), json.loads(said(tmp_path, *words))
    assert there["hash"] == here["hash"]


def test_a_game_begins_in_its_window(tmp_path: Path) -> None:
    if lack := missing("Xvfb", "xdotool"):
        pytest.skip(lack)
    with display(tmp_path) as shown, opened(shown, tmp_path) as program:
        shown.window_of(program.pid)
        until(lambda: shown.picture().std() > 10)  # it is not one colour
        shown.tool("key", "Return")  # the briefing is read
        for _ in range(20):
            time.sleep(1)
            shown.tool("key", "ctrl+Return")  # whatever is asked is handed in, all the same
            if any("\n talk 1" in path.read_text() for path in tmp_path.glob("saves/*.txt")):
                break
        if SHOTS:
            shown.save(Path(SHOTS) / "packaged.png")
        assert program.poll() is None, (tmp_path / "said").read_text()
    (kept,) = tmp_path.glob("saves/*.txt")
    match = record.load(kept, verify=True)
    assert match.decided, "something was sent, and the others answered"


@contextmanager
def opened(shown: Display, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program on a display, with a new game."""
    words = [Path(BUILT).resolve(), "play", "first_light", "--seed", "1"]
    with (folder / "said").open("w") as log:
        program = subprocess.Popen(words, cwd=folder, env=shown.env(folder), stdout=log, stderr=log)
        try:
            yield program
        finally:
            program.kill()
            program.wait()


def until(what: Callable[[], bool]) -> None:
    """Wait until something is so. Raises AssertionError if it does not come to that."""
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end
        time.sleep(0.1)
