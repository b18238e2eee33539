"""What the ids in results are called: the same ids, and the same names, in every command."""

from __future__ import annotations

from game.futures.figures import name_of
from game.language import _
from game.report import terms
from game.rules.scoring import ENDINGS
from game.scenario.doctrines import doctrines
from game.scenario.model import Scenario


def labels(scenario: Scenario) -> dict[str, dict[str, str]]:
    """Names of nations, endings and AIs by id."""
    return {
        "nations": {id_: nation.short or nation.name for id_, nation in scenario.nations.items()},
        "endings": {name_of(end): terms.ending(end)[0] for end in ENDINGS},
        "ais": {id_: _(doctrine.label) for id_, doctrine in doctrines().items()},
    }
