"""Norms and organisations of the library: a YAML file each, as data. (Rules 14, 16)"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from game import paths, registry
from game.rules.board import Bodies, Norms
from game.rules.changes import on_grid
from game.rules.law import answer_number
from game.rules.organisations import Rule
from game.rules.powers import Power
from game.rules.world import NOBODY, Contested, Promise, Sector
from game.scenario.faults import modelled
from game.scenario.findings import Finding
from game.scenario.model import Norm, Organisation, PowerUse, Scenario, Strict
from game.scenario.reader import read_file

Kind = TypeVar("Kind", bound=Strict)


SHELVES: dict[str, type[Norm] | type[Organisation]] = {
    "norms": Norm,
    "organisations": Organisation,
}
"""Folders of the library, and what lies in them."""


def norms() -> dict[str, Norm]:
    """The norms of the library by id."""
    return _shelf("norms", Norm)[0]


def organisations() -> dict[str, Organisation]:
    """The organisations of the library by id."""
    return _shelf("organisations", Organisation)[0]


def faults() -> list[Finding]:
    """What is wrong with files of the library; what is broken is not on the shelf."""
    return [fault for name, model in SHELVES.items() for fault in _shelf(name, model)[1]]


def model_of(path: Path) -> type[Norm] | type[Organisation] | None:
    """What a file of the library should be; None for every other file."""
    home = path.resolve().parent
    return SHELVES.get(home.name) if home.parent == paths.scenarios().resolve() else None


@cache
def _shelf(name: str, model: type[Kind]) -> tuple[dict[str, Kind], tuple[Finding, ...]]:
    sound: dict[str, Kind] = {}
    wrong: list[Finding] = []
    for each, path in registry.yaml_files(paths.scenarios() / name).items():
        made, findings = modelled(read_file(path), model)
        wrong += findings
        if made is not None:
            sound[each] = made
    return sound, tuple(wrong)


def norm_of(scenario: Scenario, name: str) -> Norm:
    """A norm that is live in a scenario, its own or of the library."""
    return scenario.norms[name].define or norms()[name]


def organisation_of(scenario: Scenario, name: str) -> Organisation:
    """An organisation on a scenario's board, its own or of the library."""
    return scenario.organisations[name].define or organisations()[name]


def norm_table(scenario: Scenario, kinds: tuple[str, ...]) -> Norms:
    """What breaks each live norm, as numbers."""
    live = [norm_of(scenario, name) for name in scenario.norms]
    count = len(live)
    table = Norms(
        kinds=np.zeros((count, len(kinds) + 1), bool),
        sectors=np.zeros((count, len(Sector) + 1), bool),
        least=np.zeros(count, np.float32),
        responders=np.zeros(count, bool),
        asked=np.full(count, NOBODY, np.int16),
        hasty=np.array([norm.broken_by.haste for norm in live], bool),
        neglect=np.array([norm.broken_by.neglect for norm in live], bool),
        point=np.full(count, NOBODY, np.int16),
        answer=np.zeros(count, np.int16),
    )
    for number, norm in enumerate(live):
        _fill(table, number, norm, kinds)
    return table


def _fill(table: Norms, number: int, norm: Norm, kinds: tuple[str, ...]) -> None:
    """One norm. The last place on the axes of kinds and sectors stands for NOBODY."""
    acts = norm.broken_by.acts
    if acts is not None:
        table.kinds[number, [kinds.index(kind) for kind in acts.kinds]] = True
        sectors = range(len(Sector)) if acts.sectors is None else map(_sector, acts.sectors)
        table.sectors[number, list(sectors)] = True
        table.least[number] = on_grid(acts.least)
        table.responders[number] = acts.responders
    if norm.broken_by.request is not None:
        table.asked[number] = Promise[norm.broken_by.request.upper()]
    if norm.informs is not None:
        point = Contested[norm.informs.question.name]
        table.point[number] = point
        table.answer[number] = answer_number(point, norm.informs.answer)


def _sector(name: Any) -> int:
    return int(Sector[str(name).upper()])


def body_table(scenario: Scenario) -> Bodies:
    """How each organisation decides and what it can do, as numbers."""
    live = [organisation_of(scenario, name) for name in scenario.organisations]
    shape = (len(live), len(Power))
    bodies = Bodies(
        rule=np.array([Rule[body.rule.name] for body in live], np.int16),
        can=np.zeros(shape, bool),
        lag=np.zeros(shape, np.int16),
        rest=np.ones(shape, np.int16),
        strength=np.ones(shape, np.float32),
    )
    for number, body in enumerate(live):
        for name, how in body.powers.items():
            power = Power[name.name]
            bodies.can[number, power] = able(body, how, scenario.year)
            bodies.lag[number, power] = how.lag
            bodies.rest[number, power] = how.rest
            bodies.strength[number, power] = on_grid(how.strength)
    return bodies


def able(body: Organisation, how: PowerUse, year: int | None) -> bool:
    """A body that is yet to be founded gets all its powers when it is. (Rules 16.3)"""
    return exists(how.since, year) or not exists(body.since, year)


def founded(scenario: Scenario) -> list[bool]:
    """Which organisations exist in the scenario's year."""
    since = [organisation_of(scenario, name).since for name in scenario.organisations]
    return [exists(first, scenario.year) for first in since]


def exists(since: int | None, year: int | None) -> bool:
    """Whether what began in one year is there in another; without a year everything is."""
    return since is None or year is None or since <= year
