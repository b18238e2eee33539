"""Build a board, a setup and worlds from a scenario that has passed its checks."""

from __future__ import annotations

from game.rules.action import Action
from game.rules.board import Board
from game.scenario import deck, operations, tables
from game.scenario.fill import start
from game.scenario.ids import Ids, id_lists
from game.scenario.kinds import KINDS, kind_labels
from game.scenario.model import Scenario
from game.scenario.rulebook import rulebook
from game.scenario.setup import Setup

__all__ = ["KINDS", "build", "id_lists", "kind_labels", "start"]


def build(scenario: Scenario, actions: tuple[Action, ...], text: str) -> tuple[Board, Setup]:
    """Numbers and words of a scenario."""
    ids = id_lists(scenario)
    board = tables.board(scenario, ids)
    setup = _setup(scenario, ids, actions, text)
    return board, setup


def _setup(scenario: Scenario, ids: Ids, actions: tuple[Action, ...], text: str) -> Setup:
    names = [n.short or n.name for n in scenario.nations.values()]
    names += [a.name for a in scenario.actors.values()]
    scripted = [deck.case_text(scenario, name, names, ids) for name in scenario.incidents]
    ordered = [operations.case_text(scenario, names, ids, n) for n in range(operations.PLACES)]
    return Setup(
        scenario=scenario,
        nations=ids["nation"],
        actors=ids["actor"],
        names=tuple(names),
        cases=(*scripted, *ordered),
        kinds=kind_labels(),
        injects=ids["inject"],
        objectives=tuple((n, o) for n, wants in scenario.objectives.items() for o in wants),
        rules=rulebook(scenario, ids, actions),
        ids=ids,
        text=text,
    )
