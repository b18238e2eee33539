"""The shipped scenarios, read once."""

from __future__ import annotations

from functools import cache

from game import paths
from game.scenario.check import check_file
from game.scenario.model import Scenario

REAL = ("costa_rica_2022", "estonia_2007", "olympic_destroyer")
INVENTED = ("first_light", "geneva_conference", "port_crisis")
ALL = REAL + INVENTED


@cache
def scenario(name: str) -> Scenario:
    """A scenario of the library."""
    found, findings = check_file(paths.scenarios() / f"{name}.yaml")
    assert found is not None, findings
    return found
