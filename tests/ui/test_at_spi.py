"""A screen reader's view: the tree as it comes over the accessibility bus of a Linux system."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SYSTEM = "/usr/bin/python3"
SHOW = """
from game.screens.before.settings import Settings
from game.screens.before.title import Title
from game.ui.app import App
from game.ui.loop import run
from game.ui.settings import Settings as Values
app = App((1280, 720), Values(language="en", motion=False))
app.push(Title())
app.push(Settings())
app.later(25, lambda: setattr(app, "running", False))
run(app)
"""


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
    (tmp_path / "show.py").write_text(SHOW)
    script = (
        "gsettings set org.gnome.desktop.interface toolkit-accessibility true 2>/dev/null;"
        "busctl --user set-property org.a11y.Bus /org/a11y/bus org.a11y.Status IsEnabled b true"
        " 2>/dev/null; dbus-send --session --dest=org.a11y.Bus --print-reply /org/a11y/bus"
        " org.freedesktop.DBus.Properties.Set string:org.a11y.Status string:ScreenReaderEnabled"
        " variant:boolean:true >/dev/null 2>&1;"
        f"{sys.executable} {tmp_path}/show.py & shown=$!;"
        f"{SYSTEM} {HERE}/read_over_at_spi.py Backchannel; kill $shown"
    )
    env = {**os.environ, "PYTHONPATH": str(HERE.parents[1]), "SDL_AUDIODRIVER": "dummy"}
    env.pop("SDL_VIDEODRIVER", None)
    env["XDG_CONFIG_HOME"] = str(tmp_path)
    done = subprocess.run(
        ["dbus-run-session", "--", "xvfb-run", "-a", "bash", "-c", script],
        capture_output=True,
        text=True,
        env=env,
        timeout=90,
    )
    nodes = [line.split("\t") for line in done.stdout.splitlines() if line.count("\t") == 3]
    names = {name for _role, name, focusable, _ in nodes if focusable == "1"}
    assert {"Back", "Display", "Text size", "High contrast", "Motion"} <= names, done.stderr
    assert "" not in names
    assert [name for _role, name, _, focused in nodes if focused == "1"] == ["Display"]
