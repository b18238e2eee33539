"""Speeds, as figures and as ratios to another system measured in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from game import paths
from game.actions import actions
from game.match import new_match
from game.players.diplomat import decide
from game.record import from_text, to_text
from game.rules import dice
from game.rules.board import Board
from game.rules.happenings import Log
from game.rules.minds import Minds
from game.rules.turn import Ask, Question, drive, play_turn
from game.rules.world import Status, World
from game.scenario.build import build, start
from game.scenario.check import check_file
from game.scenario.doctrines import minds
from game.scenario.setup import Setup
from game.study import bench_games
from game.study.peer import measure_diplomacy
from game.study.timing import fastest

SCENARIO = "olympic_destroyer"
CAST = ("reciprocator", "hawk", "reciprocator", "opportunist")
"""Doctrines of the seats, in turn."""

BATCHES = (1, 64, 1000)
CHUNK = 250
LONG = 12
"""Turns of the record that is weighed and verified."""

PEER_SECONDS = 10.0


def run(
    seconds: float = 4.0, peer: bool = True, tell: Callable[[str], None] = print
) -> dict[str, Any]:
    """Measure everything; `seconds` for each batch size, best of the passes that fit."""
    path = paths.scenarios() / f"{SCENARIO}.yaml"
    board, setup = _loaded(path)
    mind = minds([CAST[n % len(CAST)] for n in range(board.nations)])
    found: dict[str, Any] = {
        "scenario": SCENARIO,
        "nations": board.nations,
        "turns": board.turns,
        "turns_per_s": {},
        "mean": _busy(board, setup, mind),
    }
    for size in BATCHES:
        tell(f"playing {size} side by side …")
        found["turns_per_s"][str(size)] = round(_speed(board, setup, mind, size, seconds), 1)
    found["load_ms"] = round(fastest(lambda: _loaded(path), 5) * 1000, 1)
    found |= _records(path)
    found |= bench_games.measure(tell)
    if peer:
        tell("playing diplomacy in an environment of its own …")
        found |= _ratios(found["turns_per_s"], tell)
    return found


def _loaded(path: Path) -> tuple[Board, Setup]:
    """Read, check and build a scenario."""
    scenario, findings = check_file(path)
    if scenario is None:
        raise ValueError(str(findings[0]))
    return build(scenario, actions(), path.read_text("utf-8"))


def _speed(board: Board, setup: Setup, mind: Minds, size: int, seconds: float) -> float:
    """World-turns a second, all nations deciding, best of the passes that fit into the time."""
    chunks = [np.arange(n, min(n + CHUNK, size)) for n in range(0, size, CHUNK)]
    begun = time.perf_counter()
    best = 0.0
    while time.perf_counter() - begun < seconds or best == 0.0:
        turns, began = 0, time.perf_counter()
        for numbers in chunks:
            turns += _play(start(board, setup, numbers), setup, mind, Counter())
        best = max(best, turns / (time.perf_counter() - began))
    return best


class Counter:
    """What went on in some worlds, in all."""

    def __init__(self) -> None:
        self.orders = self.cards = self.offers = self.turns = 0

    def watching(self, mind: Minds, seeds: Any) -> Callable[[Question], Any]:
        """Replies of AIs, counted."""

        def reply(question: Question) -> Any:
            said = decide(question, mind, seeds, reasons=False)
            if question.ask is Ask.ORDER:
                self.orders += len(said)
            elif question.ask is Ask.TALK:
                self.offers += len(said[1])
            return said

        return reply


def _play(world: World, setup: Setup, mind: Minds, count: Counter) -> int:
    """Play every world for all turns, war or not, so that every turn costs its full price."""
    seeds = dice.derive(world.seed, "players")
    for _ in range(world.board.turns):
        world = drive(play_turn(world, setup.rules, Log(kept=False)), count.watching(mind, seeds))
        count.turns += world.worlds
        live = (world.status == Status.ACTIVE)[:, None] & world.board.dealt[:, :, None]
        count.cards += int(live.sum())
    return world.board.turns * world.worlds


def _busy(board: Board, setup: Setup, mind: Minds) -> dict[str, float]:
    """Mean orders, live cards and proposals per turn: speed without play is no feat."""
    count = Counter()
    _play(start(board, setup, np.arange(64)), setup, mind, count)
    means = {"orders": count.orders, "live_cards": count.cards, "proposals": count.offers}
    return {name: round(total / count.turns, 2) for name, total in means.items()}


def _records(path: Path) -> dict[str, float]:
    """Size of a long record without its scenario, and the time to verify it."""
    scenario, _ = check_file(path)
    assert scenario is not None
    text = path.read_text("utf-8").replace(f"turns: {scenario.turns}\n", f"turns: {LONG}\n", 1)
    long = scenario.model_copy(update={"turns": LONG})
    match = new_match(long, text, 1, [CAST[n % len(CAST)] for n in range(len(long.nations))])
    match.go_on()
    record = to_text(match)
    seconds = fastest(lambda: from_text(record, verify=True), 3)
    size = len(record.split("\nscenario\n")[0].encode())
    return {"verify_ms": round(seconds * 1000, 1), "record_kb": round(size / 1024, 1)}


def _ratios(speeds: dict[str, float], tell: Callable[[str], None]) -> dict[str, Any]:
    peer = measure_diplomacy(PEER_SECONDS, tell)
    if peer is None:
        return {"diplomacy": None, "ratio_vs_diplomacy": None, "ratio_vs_diplomacy_b1": None}
    pace = peer["phases_per_s"]
    return {
        "diplomacy": peer,
        "ratio_vs_diplomacy": round(max(speeds.values()) / pace, 1),
        "ratio_vs_diplomacy_b1": round(speeds["1"] / pace, 2),
    }
