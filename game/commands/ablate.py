"""ablate: what each system on the board does."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from typing import Any

from game.commands._common import (
    DONE,
    FAILED,
    show,
    study_options,
    worlds_of,
)
from game.commands._tables import aligned, figure
from game.language import _n
from game.scenario.findings import did_you_mean
from game.terminal.arguments import Misuse, load, seed_of

ABOUT = "play with and without each system of the rules, and see what it does"
EXAMPLE = "backchannel ablate port_crisis --only norms,treaties"


def options(parser: argparse.ArgumentParser) -> None:
    """What may be said with it."""
    study_options(parser, 400, "paired games")
    parser.add_argument("--only", metavar="SYSTEM[,SYSTEM]", help="some of the systems")


def run(options: argparse.Namespace) -> int:
    """Play both sides, and print what shifts."""
    from game.study.ablation import ablate
    from game.study.systems import SYSTEMS

    began = time.perf_counter()
    scenario, text = load(options.scenario)
    systems = {system.id: system for system in SYSTEMS}
    asked = list(systems if options.only is None else dict.fromkeys(options.only.split(",")))
    for name in asked:
        if name not in systems:
            hint = did_you_mean(name, systems) or f"there are {', '.join(systems)}"
            raise Misuse(f"--only: there is no system '{name}' ({hint})")
    worlds, seed = worlds_of(options.worlds), seed_of(options.seed)
    shifts = ablate(text, [systems[name] for name in asked], worlds, seed, options.workers)
    found = {
        "scenario": scenario.id,
        "worlds": worlds,
        "shifts": [shift.as_json() for shift in shifts],
        "seconds": round(time.perf_counter() - began, 3),
    }
    show(found, options.json, lines)
    return DONE if all(shift.as_meant for shift in shifts if shift.named) else FAILED


def _verdict(shift: Mapping[str, Any]) -> str:
    """Whether an outcome moved as it should; what need not move is told apart."""
    if shift["as_meant"]:
        return "as meant"
    return "NOT as meant" if shift["named"] else "not as meant, and need not be"


def lines(found: Mapping[str, Any]) -> list[str]:
    """The same for a person."""
    rows = [
        [
            f"{each['system']}: {each['outcome_label']}",
            f"{each['without']['value']:.2f}",
            f"{each['with']['value']:.2f}",
            figure(each["difference"], signed=True),
            _verdict(each),
        ]
        for each in found["shifts"]
    ]
    head = ("", "without", "with it", "difference", "")
    games = _n("{n} paired game", "{n} paired games", found["worlds"])
    told = [f"{found['scenario']}, {games}, 95 % intervals"]
    return [*told, *aligned(head, rows, "")]
