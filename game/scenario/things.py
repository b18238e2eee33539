"""Everything a play of a scenario may reach, by id: what `cover` looks for."""

from __future__ import annotations

from game.actions import actions
from game.scenario import library
from game.scenario.ids import id_lists
from game.scenario.model import Scenario


def things(scenario: Scenario) -> tuple[str, ...]:
    """Ids such as incident.NAME, evidence.INCIDENT.CARD or organisation.NAME.POWER."""
    ids = id_lists(scenario)
    plain = ("incident", "inject", "objective", "ending", "clause")
    found = [f"{kind}.{name}" for kind in plain for name in ids[kind]]
    found += [f"evidence.{i}.{c}" for i, case in scenario.incidents.items() for c in case.evidence]
    found += [f"action.{action.id}" for action in actions()]
    return (*found, *_norms(scenario), *_powers(scenario))


def excuse(scenario: Scenario, thing: str) -> str:
    """Why nobody needs to reach a thing, as the author says of it or of what it belongs to."""
    parts = thing.split(".")
    for count in range(len(parts), 1, -1):
        if why := scenario.unreached.get(".".join(parts[:count])):
            return why
    return ""


def groups(scenario: Scenario) -> tuple[str, ...]:
    """What several things belong to, and can be excused together: norm.NAME, organisation.NAME."""
    owned = [thing.rpartition(".")[0] for thing in things(scenario) if thing.count(".") > 1]
    return tuple(dict.fromkeys(owned))


def _norms(scenario: Scenario) -> list[str]:
    """A norm can be broken, and adopted unless all hold it from the start."""
    found = []
    for name, use in scenario.norms.items():
        holders = {*use.endorsed, *use.internalised}
        found += [f"norm.{name}.adopted"] if set(scenario.nations) - holders else []
        found.append(f"norm.{name}.broken")
    return found


def _powers(scenario: Scenario) -> list[str]:
    """Each power an organisation has in its time; one that does not exist yet can be founded."""
    found, year = [], scenario.year
    for name, use in scenario.organisations.items():
        body = use.define or library.organisations().get(name)
        if body is None:
            continue  # another check tells of it
        able = [power for power, how in body.powers.items() if library.able(body, how, year)]
        found += [f"organisation.{name}.{power}" for power in able]
        found += [] if library.exists(body.since, year) else [f"organisation.{name}.found"]
    return found
