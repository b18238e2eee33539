"""A display without a screen, of its own for a test; and what can be seen on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pygame

PATIENCE = 60.0
"""Seconds until a window that does not answer has failed."""
OWN = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "PYTEST_CURRENT_TEST", "LANGUAGE")


def missing(*tools: str) -> str:
    """What this machine lacks for a test on a display."""
    if sys.platform != "linux":
        return "not a Linux system"
    return next((f"no {tool}" for tool in tools if shutil.which(tool) is None), "")


@contextmanager
def display(folder: Path, size: tuple[int, int] = (1600, 900)) -> Iterator[Display]:
    """A display without a screen, for as long as it is needed."""
    read, write = os.pipe()
    width, height = size
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten",
         "tcp", "-fbdir", str(folder)],
        pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as said:
            yield Display(f":{said.readline().strip()}", folder)
    finally:
        server.terminate()
        server.wait()


class Display:
    """Where windows are opened, and what can be seen on it."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.folder = name, folder

    def env(self, home: Path) -> dict[str, str]:
        """What a program is told that plays on it, with everything it keeps in a folder."""
        usual = {key: value for key, value in os.environ.items() if key not in OWN}
        return {
            **usual, "DISPLAY": self.name, "SDL_AUDIODRIVER": "dummy", "LC_ALL": "C.UTF-8",
            "DBUS_SESSION_BUS_ADDRESS": os.environ.get("DBUS_SESSION_BUS_ADDRESS", "disabled:"),
            "BACKCHANNEL_HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"), "XDG_CACHE_HOME": str(home / "cache"),
        }  # fmt: skip

    def tool(self, *words: str) -> str:
        """What xdotool answers on it."""
        env = {**os.environ, "DISPLAY": self.name}
        done = subprocess.run(["xdotool", *words], env=env, capture_output=True, text=True,
                              timeout=PATIENCE, check=True)  # fmt: skip
        return done.stdout

    def window_of(self, process: int) -> str:
        """The window that a process opens, once it is there; the keyboard is given to it."""
        found = self.tool("search", "--sync", "--onlyvisible", "--pid", str(process)).split()[0]
        self.tool("windowfocus", "--sync", found)
        return found

    def picture(self) -> Any:
        """What it shows now, height x width x 3: the format of xwd, as the server keeps it."""
        raw = (self.folder / "Xvfb_screen0").read_bytes()
        head = np.frombuffer(raw, ">u4", 25)
        width, height, line = int(head[4]), int(head[5]), int(head[12])
        start = int(head[0]) + 12 * int(head[19])
        rows = np.frombuffer(raw, np.uint8, line * height, start).reshape(height, line // 4, 4)
        return rows[:, :width, 2::-1].copy()

    def save(self, path: Path) -> None:
        """The same as a file, to be looked at."""
        pygame.image.save(pygame.surfarray.make_surface(self.picture().swapaxes(0, 1)), str(path))
