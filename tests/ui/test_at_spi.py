"""A screen reader's view: the tree as it comes over the accessibility bus of a Linux system."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.show_for_at_spi import every_screen

HERE = Path(__file__).parent
SYSTEM = "/usr/bin/python3"
READER_ON = """
gsettings set org.gnome.desktop.interface toolkit-accessibility true 2>/dev/null
dbus-send --session --dest=org.a11y.Bus --print-reply /org/a11y/bus \\
    org.freedesktop.DBus.Properties.Set string:org.a11y.Status string:ScreenReaderEnabled \\
    variant:boolean:true >/dev/null
"""
"""Tells the system that somebody listens."""


def missing() -> str:
    """What this machine lacks for the test."""
    if sys.platform != "linux":
        return "not a Linux system"
    for tool in ("dbus-run-session", "xvfb-run", SYSTEM):
        if shutil.which(tool) is None:
            return f"no {tool}"
    gi = subprocess.run(
        [SYSTEM, "-c", "import gi; gi.require_version('Atspi', '2.0')"], capture_output=True
    )
    return "no Atspi for the system's Python" if gi.returncode else ""


@pytest.mark.slow
def test_every_thing_to_be_focused_has_a_name_on_the_bus(tmp_path: Path) -> None:
    pytest.importorskip("accesskit")
    if lack := missing():
        pytest.skip(lack)
    said = read_all_screens(tmp_path)
    for name in every_screen():
        shown = json.loads((tmp_path / f"{name}.json").read_text())
        assert (tmp_path / f"{name}.read").exists(), said
        read = json.loads((tmp_path / f"{name}.read").read_text())
        names = [label for _role, label, focusable, _focused in read if focusable]
        assert "" not in names, name
        assert sorted(names) == sorted(shown), name
        assert sum(focused for *_rest, focused in read) == 1, f"{name}: one thing is in focus"


def read_all_screens(folder: Path) -> str:
    """Show every screen on a bus of its own, and read it there; what was printed."""
    show, read = "tests.ui.show_for_at_spi", HERE / "read_over_at_spi.py"
    shown = f"timeout 300 {sys.executable} -m {show} {folder} & shown=$!"
    script = f"{READER_ON}\n{shown}\n{SYSTEM} {read} {folder}; kill $shown; wait"
    env = {**os.environ, "SDL_AUDIODRIVER": "dummy", "XDG_CONFIG_HOME": str(folder),
           "BACKCHANNEL_HOME": str(folder)}  # fmt: skip
    env.pop("SDL_VIDEODRIVER", None)
    done = subprocess.run(
        ["dbus-run-session", "--", "xvfb-run", "-a", "bash", "-c", script], cwd=HERE.parents[1],
        capture_output=True, text=True, env=env, timeout=360, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr
