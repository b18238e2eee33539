"""Trials in a window: left alone, taken back, and played through in the largest game there is."""

from __future__ import annotations

import copy
import threading
import time
from pathlib import Path
from typing import Any

import pygame
import yaml

from game import paths
from game.match import HUMAN, new_match, usual_players
from game.scenario.check import check_text
from game.screens import gallery
from game.screens.after.aftermath import Aftermath
from game.screens.bargain.negotiation import Negotiation
from game.screens.composer.orders import Orders
from game.screens.play.session import Session
from game.screens.trust.trust import Trust
from game.screens.turn.situation import Situation
from game.ui import loop
from game.ui.app import App
from game.ui.bench.frames import SIZE, most
from game.ui.driving import press
from game.ui.helper import Apart, Helper
from game.ui.settings import Settings
from game.ui.shots import app_with, picture
from game.ui.sweep import Sweep

SETTLED, WATCHED = 4.0, 8.0
"""Seconds until a window has nothing more to do, and seconds it is watched."""
UNDONE, PAUSE = 40, 0.3
"""How often an order is taken back, and seconds between: the staff has begun to think by then."""
LARGEST = "geneva_conference"


def share(name: str, motion: bool) -> dict[str, Any]:
    """The part of a processor a window takes while nobody does anything, and frames it paints."""
    app = App(SIZE, Settings(language="en", motion=motion))
    app.push(gallery.PIECES[name].make())
    found: dict[str, Any] = {}

    def watch() -> None:
        time.sleep(SETTLED)
        before, painted = time.process_time(), app.canvas.painted
        time.sleep(WATCHED)
        found["percent"] = round(100 * (time.process_time() - before) / WATCHED, 2)
        found["frames"] = app.canvas.painted - painted
        app.running = False
        pygame.event.post(pygame.event.Event(pygame.USEREVENT))

    threading.Thread(target=watch, daemon=True).start()
    loop.run(app)
    return found


def undone() -> dict[str, Any]:
    """Times of undo and redo, each made while the helper imagines what came of the one before."""
    app = app_with(gallery.PIECES["situation_order"].make(), SIZE, Settings(language="en"))
    surface, clock, work = picture(app), [], []
    app.worker.helper = Helper()
    for number in range(UNDONE + 10):
        _passed(app, surface, PAUSE)
        began, worked = time.perf_counter(), time.thread_time()
        press(app, "Ctrl+Y" if number % 2 else "Ctrl+Z")
        app.frame(app.now, surface)
        clock.append(time.perf_counter() - began)
        work.append(time.thread_time() - worked)
    app.worker.close()
    return {"clock": most(clock[10:]), "work": most(work[10:])}  # it was awake by then


def _passed(app: App, surface: pygame.Surface, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.frame(app.now + 0.01, surface)
        time.sleep(0.01)


def weighed() -> dict[str, Any]:
    """Memory of this process and of its helper when a game is over and was looked back on."""
    session = _sixteen()
    app = app_with(Situation(session), SIZE, Settings(language="en"))
    helper = app.worker.helper = Helper()
    surface = picture(app)
    while session.step is not None:
        gallery.advance(session)
        for screen in (Negotiation(session), Orders(session), Trust(session)):
            if session.step is not None:
                _visited(app, surface, screen)
    _visited(app, surface, Aftermath(session))
    Sweep().paused()  # as the window does as soon as nobody plays
    found = {"window": held(), "helper": helper.do(Apart(held)), "most": held("VmHWM")}
    app.worker.close()
    return found


def _visited(app: App, surface: pygame.Surface, screen: Any) -> None:
    app.push(screen)
    app.settle()
    app.frame(app.now + 1, surface)
    app.pop()
    app.frame(app.now + 1, surface)


def held(line: str = "VmRSS") -> float | None:
    """Megabytes this process holds, or held at most (VmHWM); None where the system does not tell.

    Not by getrusage: that counts what a parent held when it began this process.
    """
    try:
        lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    except OSError:
        return None
    return round(next(int(each.split()[1]) for each in lines if each.startswith(line)) / 1024, 1)


def _sixteen() -> Session:
    """The largest game of the library, its groups made into nations."""
    text = (paths.scenarios() / f"{LARGEST}.yaml").read_text("utf-8")
    made = yaml.safe_load(text)
    model = list(made["nations"])[-1]
    for name, group in made.pop("actors").items():
        nation = copy.deepcopy(made["nations"][model])
        made["nations"][name] = nation | {"name": group["name"], "short": group["name"][:20]}
        made["objectives"][name] = copy.deepcopy(made["objectives"][model])
    text = yaml.safe_dump(made, sort_keys=False, allow_unicode=True)
    scenario, findings = check_text(text, f"{LARGEST}.yaml")
    if scenario is None:
        raise ValueError(str(findings[0]))
    players = usual_players(scenario, {next(iter(scenario.nations)): HUMAN})
    return Session(new_match(scenario, text, gallery.SEED, players), "guided", keep=False)
