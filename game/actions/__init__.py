"""Actions: one file, one action. The folder is the list."""

from __future__ import annotations

from functools import cache

from game import registry
from game.rules.action import Action


@cache
def actions() -> tuple[Action, ...]:
    """Every action, by stage and then by name; their numbers are their places here."""
    found: list[Action] = [module.ACTION for module in registry.modules(__name__).values()]
    return tuple(sorted(found, key=lambda action: (action.stage, action.id)))


def number_of(name: str) -> int:
    """The number of an action by its id."""
    return [action.id for action in actions()].index(name)
