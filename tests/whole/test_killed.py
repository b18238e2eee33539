"""The game is ended from outside, at any moment: it goes on, and no save is damaged."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from game import record
from game.screens.before import kept
from game.screens.play import saves
from tests.whole.window import PATIENCE, ROOT

KILLS = 50
MOST_KEYS, LONGEST = 25, 0.2
"""Keys pressed at most before a game is ended, and seconds after the last of them."""
MOST_CHANGES = 10
"""Of the disk, before the game falls in the middle of one."""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_killed_at_fifty_moments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKCHANNEL_HOME", str(tmp_path))
    dice = random.Random(2026)
    with starting(tmp_path) as starter:
        game = Game(tmp_path, starter, dice)
        for _ in range(KILLS):
            game.play_and_fall()
            game.check_the_disk()
        game.start([], 0)
        game.check_the_title()
        game.end()
    assert len(game.turns) >= 8, "the games went on in between"


@contextmanager
def starting(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """What starts the game quickly, as often as it is told to."""
    env = {
        **os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "LC_ALL": "C.UTF-8",
        "XDG_CONFIG_HOME": str(folder / "config"), "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    }  # fmt: skip
    with (
        (folder / "said").open("w") as said,
        subprocess.Popen(
            [sys.executable, "-m", "tests.whole.reckless", str(folder)], cwd=ROOT, env=env,
            text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said,
        ) as starter,
    ):  # fmt: skip
        try:
            yield starter
        finally:
            starter.kill()


class Game:
    """One game after the other, each ended many times and gone on with."""

    def __init__(self, folder: Path, starter: subprocess.Popen[str], dice: random.Random) -> None:
        self.folder, self.starter, self.dice = folder, starter, dice
        self.seed, self.child = 0, 0
        self.last: saves.Saved | None = None
        self.turns: set[tuple[int, int]] = set()  # of each game, by its seed
        self.loaded: dict[tuple[Path, int], record.Match] = {}  # by file and time of writing

    # ---- what is done ------------------------------------------------------------------------

    def play_and_fall(self) -> None:
        """Go on with the game, or begin one; end it by the clock, or while it writes."""
        begins = self.last is None or self.match_of(self.last.path).over
        self.seed += begins
        falls = self.dice.choice([0, self.dice.randint(1, MOST_CHANGES)])
        self.start(["play", "first_light", "--seed", str(self.seed)] if begins else [], falls)
        if not begins:
            self.check_the_title()
        self.play(10**6 if falls else self.dice.randint(0, MOST_KEYS))
        time.sleep(self.dice.uniform(0, LONGEST))
        self.end()

    def start(self, words: list[str], falls: int) -> None:
        """Open a window; what it shows is told from then on."""
        (self.folder / "shown").write_bytes(b"")
        self.tell(json.dumps([self.dice.randrange(10**6), falls, *words]))
        self.child = int(self.hear())

    def play(self, keys: int) -> None:
        """Let it press so many keys, or until it has fallen or there is nothing left to play."""
        end = time.monotonic() + PATIENCE
        while self.runs and time.monotonic() < end:
            seen = self.seen()
            if len(seen) >= keys or any(each["over"] for each in seen):
                return
            time.sleep(0.01)

    def end(self) -> None:
        """End it from outside, unless it fell."""
        if self.runs:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.child, signal.SIGKILL)
        how = int(self.hear())
        assert how == -signal.SIGKILL, (self.folder / "said").read_text()

    # ---- what is looked at -------------------------------------------------------------------

    @property
    def runs(self) -> bool:
        """Whether the game has not ended."""
        try:
            os.kill(self.child, 0)
        except ProcessLookupError:
            return False
        return True

    def seen(self) -> list[dict[str, Any]]:
        """What the window showed since its start; the last line may be cut short."""
        lines = (self.folder / "shown").read_bytes().split(b"\n")[:-1]
        return [json.loads(line) for line in lines]

    def match_of(self, path: Path) -> record.Match:
        """A game as it is gone on with, played again and held against its hashes."""
        key = path, path.stat().st_mtime_ns
        if key not in self.loaded:
            self.loaded[key] = record.load(path, verify=True)
        return self.loaded[key]

    def check_the_title(self) -> None:
        """The title offers the last turn, if any, or the window fell before it could."""
        offered = f"Turn {self.last.turn}" if self.last is not None else ""
        end = time.monotonic() + PATIENCE
        while self.runs and time.monotonic() < end:
            titles = [each["offered"] for each in self.seen() if each["screen"] == "title"]
            if titles:
                assert titles[0] == offered
                return
            time.sleep(0.01)
        assert not self.runs, "no title within a minute"

    def check_the_disk(self) -> None:
        """Every save is whole and can be played on; the newest is where the window was, or on.

        Of a game that is over no earlier turn is offered.
        """
        over = set()
        for line in [line for lines in kept.read().values() for line in lines]:
            assert not line.why_not, line.path
            assert line.saved is not None
            assert self.match_of(line.path).turn == line.saved.turn
            over |= {line.saved.seed} if line.saved.over else set()
        self.last = saves.latest()
        played = [(each["seed"], each["turn"]) for each in self.seen() if each["turn"]]
        self.turns.update(played)
        if not played:
            return
        (seed, turn) = played[-1]
        if seed in over:
            assert self.last is None or self.last.seed != seed
        else:
            assert self.last is not None
            assert self.last.seed == seed and self.last.turn in (turn, turn + 1)

    # ---- the starter -------------------------------------------------------------------------

    def tell(self, line: str) -> None:
        assert self.starter.stdin is not None
        self.starter.stdin.write(line + "\n")
        self.starter.stdin.flush()

    def hear(self) -> str:
        assert self.starter.stdout is not None
        return self.starter.stdout.readline()
