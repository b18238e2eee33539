"""Starts the game in a window again and again, and plays it fast, until it is ended from outside.

    python -m tests.whole.reckless FOLDER

Every line that is read is a list of JSON: a seed for the player, after how many changes of the
disk it falls (0: never), then the words of the command line. What is shown is written to the file
`shown` in the folder. To start anew it forks, so that nothing is to be imported again; what is
printed is the number of each process, and how it ended.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pygame
from pygame.event import Event

from game import cli, record
from game.screens import front  # noqa: F401  (imported once, for all)
from game.screens.parts import opening
from game.ui import keys
from game.ui.app import App

KEYS = {
    "first_run": ["Return"], "title": ["Return"], "briefing": ["Return"],
    "situation": [*["Ctrl+Return"] * 5, "N", "O"],
    "orders": ["Return", "Down", "Tab", "Escape"], "resolution": ["Ctrl+Return", "Right"],
    "dialog": ["Ctrl+Return", "Ctrl+Return", "Escape"],
}  # fmt: skip
"""What it presses on each screen; on others it goes back."""
PAUSE = 0.002
"""Seconds between two keys."""


class Player:
    """Presses a key whenever the window waits for one."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.file, self.dice = (folder / "shown").open("ab", buffering=0), random.Random(seed)
        self._due = App.due

    def sit(self) -> None:
        """From now on: say what is shown whenever the window would wait, and press the next key."""

        def due(app: App) -> float:
            self.file.write(json.dumps(shown(app)).encode() + b"\n")
            where = "dialog" if app.dialogs else app.screen.name
            self.press(self.dice.choice(KEYS.get(where, ["Escape"])))
            return min(self._due(app) or PAUSE, PAUSE)

        App.due = due  # type: ignore[method-assign]

    def press(self, words: str) -> None:
        key, mods = keys.event_of(words)
        sign = words.lower() if len(words) == 1 else ""
        pygame.event.post(Event(pygame.KEYDOWN, key=key, mod=mods, unicode=sign))
        pygame.event.post(Event(pygame.KEYUP, key=key, mod=mods))


def shown(app: App) -> dict[str, Any]:
    """Where the game stands, as the window shows it."""
    screen = app.screen
    session, ways = getattr(screen, "session", None), getattr(screen, "ways", None)
    last = ways.last if ways is not None else None
    return {
        "screen": screen.name, "seed": session.match.seed if session else 0,
        "turn": session.turn if session else 0, "over": bool(session and session.over),
        "offered": last.when if last else "",
    }  # fmt: skip


def fall_at(change: int, folder: Path) -> None:
    """End at once, as by a power cut, before that many-th change of a file in the folder."""
    left = change

    def heard(event: str, given: tuple[Any, ...]) -> None:
        nonlocal left
        writes = event in ("os.rename", "os.remove") or (event == "open" and _writes(given))
        if writes and str(given[0]).startswith(str(folder / "saves")):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(heard)


def _writes(given: tuple[Any, ...]) -> bool:
    return bool(given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def play(folder: Path, seed: int, falls: int, words: list[str]) -> int:
    if falls:
        fall_at(falls, folder)
    Player(folder, seed).sit()
    return cli.main(words)


if __name__ == "__main__":
    home = Path(sys.argv[1])
    for place in opening.SCREENS.values():  # what the window imports late, it imports here
        import_module(f"game.screens.{place.rpartition('.')[0]}")
    record.rules_hash()
    for line in sys.stdin:
        seed, falls, *words = json.loads(line)
        child = os.fork()
        if child == 0:
            os._exit(play(home, seed, falls, words))
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
