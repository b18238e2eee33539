"""What is named on the command line: scenarios, seats, AIs, seeds. One sentence if it is wrong."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from game import paths, registry
from game.decisions import instead
from game.language import _
from game.match import usual_players
from game.scenario.check import check_file
from game.scenario.doctrines import doctrines
from game.scenario.findings import Finding
from game.scenario.model import Scenario


class Misuse(Exception):
    """Bad usage; the message is one sentence that says what to do."""


class Broken(Exception):
    """A scenario with errors."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one sentence."""

    def error(self, message: str) -> NoReturn:
        """Raise what main reports."""
        raise Misuse(f"{message[:1].lower()}{message[1:]} (see `{self.prog} --help`)")


def load(name: str) -> tuple[Scenario, str]:
    """A scenario and its text. Raises Misuse, and Broken with all findings."""
    path = scenario_path(name)
    scenario, findings = check_file(path)
    if scenario is None:
        raise Broken([finding for finding in findings if finding.severity == "error"])
    return scenario, path.read_text("utf-8")


def scenario_path(name: str) -> Path:
    """The file of a scenario of the library, or a file. Raises Misuse."""
    known = registry.yaml_files(paths.scenarios())
    if name in known:
        return known[name]
    path = Path(name)
    if path.is_file():
        return path
    if path.suffix or os.sep in name or path.exists():
        raise Misuse(_no_file(name))
    said = _("there is no scenario '{name}' ({hint})")
    raise Misuse(said.format(name=name, hint=instead(name, known)))


def seat_id(scenario: Scenario, name: str) -> str:
    """The id of a nation. Raises Misuse."""
    if name not in scenario.nations:
        hint = instead(name, scenario.nations)
        said = _("there is no seat '{name}' in {scenario} ({hint})")
        raise Misuse(said.format(name=name, scenario=scenario.id, hint=hint))
    return name


def ai_named(name: str) -> str:
    """The id of an AI. Raises Misuse."""
    if name not in doctrines():
        said = _("there is no AI '{name}' ({hint})")
        raise Misuse(said.format(name=name, hint=instead(name, doctrines())))
    return name


def seed_of(seed: int) -> int:
    """A seed the dice can take. Raises Misuse."""
    if not 0 <= seed < 2**32:
        said = _("--seed takes a number from 0 to {most}, not {n}")
        raise Misuse(said.format(most=2**32 - 1, n=seed))
    return seed


def cast(scenario: Scenario, given: str | None) -> list[str]:
    """Players by nation: one AI for all, or some named, the others as the scenario says."""
    if given is None:
        return usual_players(scenario, {})
    if "=" not in given:
        return [ai_named(given)] * len(scenario.nations)
    pairs = [part.partition("=") for part in given.split(",") if part]
    chosen = {seat_id(scenario, name.strip()): ai_named(who.strip()) for name, _is, who in pairs}
    return usual_players(scenario, chosen)


def files_of(path: Path) -> list[Path]:
    """A file, a scenario of the library, or the scenarios right inside a folder. Raises Misuse."""
    if path.is_dir():
        found = list(registry.yaml_files(path).values())
        if not found:
            raise Misuse(_("{place}: there is no scenario in this folder").format(place=path))
        return found
    return [path if path.exists() else scenario_path(str(path))]


def existing(path: Path) -> Path:
    """A file that is there. Raises Misuse."""
    if not path.is_file():
        raise Misuse(_no_file(path))
    return path


def _no_file(path: str | Path) -> str:
    said = _("{place}: there is no such file")
    if Path(path).is_dir():
        said = _("{place}: this is a folder, not a file")
    elif Path(path).exists():
        said = _("{place}: this is not a file")
    return said.format(place=path)
