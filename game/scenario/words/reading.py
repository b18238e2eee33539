"""How most words are read: one array of the world, where the ids given point."""

from __future__ import annotations

from typing import Any

from game.scenario.conditions import Kind, Word


def at(name: str) -> Any:
    """What stands there."""
    return lambda world, setup, *place: getattr(world, name)[place]


def ever(name: str) -> Any:
    """Whether anything does."""
    return lambda world, setup, *place: getattr(world, name)[place] > 0


def all_told(name: str) -> Any:
    """The sum of what stands there, over the next axis."""
    return lambda world, setup, *place: getattr(world, name)[place].sum(axis=0)


def own(name: str, takes: tuple[str, ...], gives: Kind, meaning: str, read: Any) -> Word:
    """A word for what only the nation it takes first may know."""
    return Word(name, takes, gives, meaning, read, private=True)
