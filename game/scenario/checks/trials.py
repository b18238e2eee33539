"""Tests, things unreached and matters of balance: what the author says of the scenario itself."""

from __future__ import annotations

from game import paths, registry
from game.scenario.checks.base import Checked
from game.scenario.ids import id_lists

ALL = "all"


def players(checked: Checked) -> None:
    """A test is played by doctrines there are, for nations there are."""
    doctrines = registry.yaml_files(paths.scenarios() / "doctrines")
    for name, test in checked.scenario.tests.items():
        for seat, doctrine in test.players.items():
            place = ("tests", name, "players", seat)
            checked.known_key(place, "nation", seat, (*checked.nations, ALL))
            checked.known(place, "doctrine", doctrine, doctrines)


def shares(checked: Checked) -> None:
    """A test expects something, and something possible."""
    for name, test in checked.scenario.tests.items():
        place = ("tests", name)
        if test.least > test.most:
            wide = f"at least {test.least:g} and at most {test.most:g} cannot both hold"
            checked.error((*place, "least"), "impossible", wide, "'least' must not exceed 'most'")
        elif test.least == 0 and test.most == 1:
            checked.at_key(
                place, "expects_nothing", "every outcome passes", "add 'least:' or 'most:'"
            )


def unreached(checked: Checked) -> None:
    """What need not be reached is there in the first place."""
    for key in checked.scenario.unreached:
        checked.known_key(("unreached", key), "thing", key, things(checked))


def things(checked: Checked) -> tuple[str, ...]:
    """Everything a play may reach: incident.NAME, evidence.INCIDENT.CARD and so on."""
    scenario, ids = checked.scenario, id_lists(checked.scenario)
    named = ("incident", "inject", "objective", "ending", "norm", "organisation")
    cards = [f"evidence.{i}.{c}" for i, case in scenario.incidents.items() for c in case.evidence]
    return (*(f"{kind}.{each}" for kind in named for each in ids[kind]), *cards)


def balance(checked: Checked) -> None:
    """Reasons are given for nations that play."""
    for nation in checked.scenario.balance:
        checked.known_key(("balance", nation), "nation", nation, checked.nations)


CHECKS = (players, shares, unreached, balance)
