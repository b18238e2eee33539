"""The game in a window on a display, driven from outside."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.whole.display import PATIENCE, Display

ROOT = Path(__file__).resolve().parents[2]
TOLD, SAID = "told.json", "said.txt"
"""What the window shows, and what the program prints, in its folder."""


@contextmanager
def window(display: Display, folder: Path, *words: str) -> Iterator[Window]:
    """The game as `backchannel WORDS` opens it, keeping everything in a folder."""
    (folder / TOLD).unlink(missing_ok=True)
    with (folder / SAID).open("w") as log:
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.whole.told", str(folder / TOLD), *words],
            cwd=ROOT, env=display.env(folder), stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            yield Window(display, folder, program)
        finally:
            program.kill()
            program.wait()


class Window:
    """The game on a display. What it shows is read from the file it tells it in."""

    def __init__(self, display: Display, folder: Path, program: subprocess.Popen[bytes]) -> None:
        self.display, self.folder, self.program = display, folder, program
        self.now: dict[str, Any] = {}
        self.until(lambda: bool(self.now["nodes"]))
        self.id = display.window_of(program.pid)

    # ---- what it shows ---------------------------------------------------------------------

    def look(self) -> None:
        """Read what it shows now."""
        told = self.folder / TOLD
        if told.exists():
            self.now = json.loads(told.read_text("utf-8"))

    def until(self, what: Callable[[], bool]) -> None:
        """Wait until something is shown. Raises AssertionError with what was said instead."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.look()
            if self.now and what():
                return
            assert not self.ended, f"it has ended: {self.said}"
            time.sleep(0.004)
        brief = {key: value for key, value in self.now.items() if key != "nodes"}
        raise AssertionError(f"waited in vain on {brief}: {self.said}")

    def calm(self) -> None:
        """Wait until everything is worked out."""
        self.until(lambda: not self.now["busy"])

    @property
    def said(self) -> str:
        """What the program printed."""
        return (self.folder / SAID).read_text("utf-8", "replace")

    @property
    def ended(self) -> bool:
        """Whether it was left, or broke down."""
        return self.program.poll() is not None

    @property
    def screen(self) -> str:
        """Which screen is on top."""
        return str(self.now["screen"])

    def node(self, name: str) -> dict[str, Any] | None:
        """What is told of a node."""
        found: dict[str, Any] | None = self.now["nodes"].get(name)
        return found

    # ---- hands on it -----------------------------------------------------------------------

    def hear(self, *words: str) -> None:
        """Make it hear one input, and wait until it shows what came of it."""
        before = self.now["heard"]
        self.display.tool(*words)
        self.until(lambda: self.ended or self.now["heard"] > before)

    def end(self) -> int:
        """Wait for the program to end; its exit status."""
        return self.program.wait(PATIENCE)
