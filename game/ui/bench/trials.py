"""What is measured of the program as a whole, in a process of its own: `python -m` this, a name.

start: until the first frame is shown. idle, motion: the share of a processor a window takes in
which nobody does anything. undo: from a key to what it shows, while the staff is thinking. memory:
of a long game of as many nations as there can be. Windows are real where there is a display.
"""

from __future__ import annotations

import json
import os
import runpy
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

PATIENCE = 900
DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}


@dataclass(frozen=True)
class Trial:
    """One thing tried: what it does, how often, and how it is told."""

    do: Callable[[], dict[str, Any]]
    about: str
    said: str
    times: int = 1


def tried(name: str) -> dict[str, Any]:
    """What comes of a trial in a process of its own; of the median one, if it is repeated."""
    runs = sorted(
        (_ran(name) for _ in range(TRIALS[name].times)), key=lambda run: list(run.values())
    )
    return runs[len(runs) // 2]


def _ran(name: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as home:  # nobody's own games are touched
        places = {"BACKCHANNEL_HOME": home, "XDG_CONFIG_HOME": home, "SDL_AUDIODRIVER": "dummy"}
        if sys.platform.startswith("linux") and not (DISPLAYS & os.environ.keys()):
            places["SDL_VIDEODRIVER"] = "dummy"
        began = time.time()
        done = subprocess.run(
            [sys.executable, "-m", __name__, name, str(began)], capture_output=True, text=True,
            check=True, timeout=PATIENCE, env=os.environ | places,
        )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def start() -> dict[str, Any]:
    """Seconds from the start of the program until the window shows its first picture."""
    import pygame

    began, show = float(sys.argv[2]), pygame.display.update

    def first(*parts: Any) -> None:
        show(*parts)
        print(json.dumps({"seconds": round(time.time() - began, 3)}), flush=True)
        os._exit(0)

    pygame.display.update = first
    sys.argv = ["backchannel"]
    runpy.run_module("game", run_name="__main__")
    return {}


def idle() -> dict[str, Any]:
    """The share of a processor a window takes, with nothing in motion."""
    from game.ui.bench import windows

    return windows.share("situation_order", motion=False)


def motion() -> dict[str, Any]:
    """The same with lights that travel on the map."""
    from game.ui.bench import windows

    return windows.share("situation_order", motion=True)


def undo() -> dict[str, Any]:
    """Milliseconds from Undo to what it shows, while the staff thinks."""
    from game.ui.bench import windows

    return windows.undone()


def memory() -> dict[str, Any]:
    """Megabytes after a game of sixteen nations, of the window and of its helper."""
    from game.ui.bench import windows

    return windows.weighed()


TRIALS = {
    "start": Trial(start, "starting the program",
                   "start to first frame: {seconds:.2f} s (allowed 1.2)", 5),
    "idle": Trial(idle, "leaving a window alone",
                  "idle: {percent:.1f} % of a processor (allowed 3), frames painted: {frames}", 3),
    "motion": Trial(motion, "leaving a map in motion alone",
                    "a map in motion: {percent:.1f} % of a processor, frames painted: {frames}", 3),
    "undo": Trial(undo, "taking back orders while the staff thinks",
                  "undo to pixel while the staff thinks: {clock:.1f} ms by the clock, {work:.1f} "
                  "of the processor (allowed 33)"),
    "memory": Trial(memory, "playing a game of sixteen nations",
                    "memory after a game of sixteen nations: {window} MB, and {helper} of the "
                    "helper (allowed 350); at most {most}"),
}  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(TRIALS[sys.argv[1]].do()))
