"""test: what a scenario says must come out when AIs play it many times."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from typing import Any

from game.commands._common import DONE, FAILED, json_option, show, workers_option
from game.commands._tables import aligned
from game.terminal.arguments import ai_named, load, scenario_path

ABOUT = "make the tests written in scenarios"
EXAMPLE = "backchannel test port_crisis --json"


def options(parser: argparse.ArgumentParser) -> None:
    """What may be said with it."""
    parser.add_argument("scenarios", nargs="+", metavar="SCENARIO", help="name, or a file")
    workers_option(parser)
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Make the tests, and say which passed."""
    from game.study import trials

    began = time.perf_counter()
    scenarios = [load(name) for name in _once(options.scenarios)]
    for scenario, _ in scenarios:
        for test in scenario.tests.values():
            for doctrine in test.players.values():
                ai_named(doctrine)
    made = trials.run(scenarios, options.workers)
    found = {
        "tests": [trial.as_json() for trial in made],
        "untested": [scenario.id for scenario, _ in scenarios if not scenario.tests],
        "seconds": round(time.perf_counter() - began, 3),
    }
    show(found, options.json, lines)
    return DONE if all(trial.passed for trial in made) else FAILED


def _once(names: list[str]) -> list[str]:
    """Scenarios without those that are named again. Raises Misuse."""
    return list({scenario_path(name).resolve(): name for name in reversed(names)}.values())[::-1]


def lines(found: Mapping[str, Any]) -> list[str]:
    """The same for a person."""
    rows = []
    for each in found["tests"]:
        low, high = each["interval"]
        held = f"{each['value']:.1%}", f"{low:.1%} to {high:.1%}"
        wanted = f"{each['least']:.0%} to {each['most']:.0%}"
        verdict = "passed" if each["passed"] else "FAILED"
        rows.append([f"{each['scenario']}: {each['text']}", *held, wanted, verdict])
    told = aligned(("test", "held in", "95 % interval", "wanted", ""), rows, "") if rows else []
    told += [f"{name}: there are no tests in it" for name in found["untested"]]
    failed = sum(not each["passed"] for each in found["tests"])
    return [*told, f"tests: {len(rows)}, failed: {failed}"]
