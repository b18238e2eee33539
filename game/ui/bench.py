"""How fast the window is: `python -m game.ui.bench` prints percentiles beside what is allowed.

Times are of the processor where only work counts, and by the clock where waiting does; they are
printed and never tested, since machines differ.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from pygame import Surface

from game.screens.before.settings import Settings
from game.screens.before.title import Title
from game.ui import pictures, text
from game.ui.app import App
from game.ui.driving import press
from game.ui.screen import Screen
from game.ui.settings import Settings as Values
from game.ui.shots import app_with, headless

SIZE = (1920, 1080)
RUNS = 60
START = """
import time; start = time.perf_counter()
from game.screens.before.title import Title
from game.ui.shots import app_with, headless, picture
picture(app_with(Title(), (1920, 1080)))
print(time.perf_counter() - start)
"""


def percentiles(times: Sequence[float]) -> tuple[float, float]:
    """The middle one and the one that 95 of 100 stay below, in milliseconds."""
    order = sorted(times)
    return order[len(order) // 2] * 1000, order[min(len(order) - 1, len(order) * 95 // 100)] * 1000


def timed(do: Callable[[], object], runs: int = RUNS) -> list[float]:
    """Seconds of the processor each run took."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        do()
        times.append(time.process_time() - start)
    return times


def full_redraw(app: App, surface: Surface) -> None:
    """Paint all of the window anew."""
    app.canvas.spoil(surface.get_rect())
    app.frame(app.now, surface)


def rebuilt(app: App, surface: Surface) -> None:
    """Something changed: build, lay out and paint."""
    app.touch()
    app.frame(app.now, surface)


def changed_screen(make: Callable[[], Screen], surface: Surface) -> None:
    """Show a screen that was not shown before, all pictures and texts still to be made."""
    text.forget()
    pictures.forget()
    app = app_with(make(), SIZE, Values(language="en", motion=False))
    app.frame(0, surface)


def key_to_pixel(app: App, surface: Surface) -> None:
    """A key moves the focus, and it shows."""
    press(app, "Tab")
    app.frame(app.now + 0.01, surface)


def first_frame() -> float:
    """Seconds from the start of Python to the first picture, by the clock."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", START], check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    screens: dict[str, Callable[[], Screen]] = {
        "title": Title,
        "settings": Settings,
        "keys": lambda: Settings("keys"),
    }
    print(f"{'':34}{'p50 ms':>9}{'p95 ms':>9}{'allowed':>9}{'share':>8}")
    for name, make in screens.items():
        app, surface = app_with(make(), SIZE, Values(language="en")), Surface(SIZE)
        app.frame(0, surface)
        _line(f"{name}: full redraw", timed(partial(full_redraw, app, surface)), 12)
        _line(f"{name}: nothing changed", timed(partial(app.frame, app.now, surface)), 2)
        _line(f"{name}: rebuilt", timed(partial(rebuilt, app, surface)), 33)
        _line(f"{name}: key to pixel", timed(partial(key_to_pixel, app, surface)), 33)
        cold = timed(partial(changed_screen, make, surface), 12)
        _line(f"{name}: first shown, nothing kept", cold, 120)
    _line("start to first frame (clock)", [first_frame() for _ in range(5)], 1200)


def _line(name: str, times: Sequence[float], allowed: float) -> None:
    middle, high = percentiles(times)
    print(f"{name:34}{middle:9.2f}{high:9.2f}{allowed:9.0f}{high / allowed:8.0%}", flush=True)


if __name__ == "__main__":
    headless()
    main()
