"""Tests, things unreached and matters of balance: what the author says of the scenario itself."""

from __future__ import annotations

from game import paths, registry
from game.scenario.checks.base import Checked
from game.scenario.things import groups, things

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
    known = (*things(checked.scenario), *groups(checked.scenario))
    for key in checked.scenario.unreached:
        checked.known_key(("unreached", key), "thing", key, known)


def balance(checked: Checked) -> None:
    """Reasons are given for nations that play."""
    for nation in checked.scenario.balance:
        checked.known_key(("balance", nation), "nation", nation, checked.nations)


CHECKS = (players, shares, unreached, balance)
