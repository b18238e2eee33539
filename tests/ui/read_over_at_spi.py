"""Run by the system's Python: print role, name and whether it can be focused, of every node."""

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

END = time.time() + 40


def find(name):
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(i)
        for j in range(app.get_child_count() if app else 0):
            window = app.get_child_at_index(j)
            if window and window.get_name() == name:
                return window
    return None


def show(node, depth=0):
    states = node.get_state_set()
    focusable = states.contains(Atspi.StateType.FOCUSABLE)
    focused = states.contains(Atspi.StateType.FOCUSED)
    print(f"{node.get_role_name()}\t{node.get_name()}\t{int(focusable)}\t{int(focused)}")
    for i in range(node.get_child_count()):
        show(node.get_child_at_index(i), depth + 1)


window = None
while window is None and time.time() < END:
    window = find(sys.argv[1])
    time.sleep(0.2)
if window is None:
    sys.exit("no such window on the bus")
time.sleep(1)
show(window)
