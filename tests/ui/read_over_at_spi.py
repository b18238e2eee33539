"""Run by the system's Python: what a screen reader finds on the bus, screen after screen.

    python3 read_over_at_spi.py FOLDER

For every screen named in `shown`, a file of its own tells role, name, whether it can be focused
and whether it is, of every node; then `read` says so. It ends when none is named.
"""

import json
import sys
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

WINDOW = "Backchannel"
PATIENCE = 60


def find():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(i)
        for j in range(app.get_child_count() if app else 0):
            window = app.get_child_at_index(j)
            if window and window.get_name() == WINDOW:
                return window
    return None


def nodes(node):
    states = node.get_state_set()
    focusable = states.contains(Atspi.StateType.FOCUSABLE)
    focused = states.contains(Atspi.StateType.FOCUSED)
    yield node.get_role_name(), node.get_name(), focusable, focused
    for i in range(node.get_child_count()):
        yield from nodes(node.get_child_at_index(i))


def read(window, wanted):
    """The tree, once as much can be focused as was shown: the bus may lag behind the window."""
    found = []
    for _ in range(20):
        try:
            found = list(nodes(window))
        except (GLib.Error, AttributeError):  # a node has gone meanwhile
            continue
        if sum(focusable for _, _, focusable, _ in found) == wanted:
            break
        time.sleep(0.2)
    return found


def main(folder):
    last, shown, end = "", folder / "shown", time.time() + PATIENCE
    while time.time() < end:
        name = shown.read_text() if shown.exists() else last
        window = find() if name != last else None
        if last and not name:
            return
        if window is not None:
            wanted = len(json.loads((folder / f"{name}.json").read_text()))
            (folder / f"{name}.read").write_text(json.dumps(read(window, wanted)))
            (folder / "read").write_text(name)
            last, end = name, time.time() + PATIENCE
        time.sleep(0.05)


main(Path(sys.argv[1]))
