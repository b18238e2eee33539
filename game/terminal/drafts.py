"""Drafts: what a player has decided and not sent yet. Everything can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass
class Drafts(Generic[T]):
    """A list with a memory of what it was before each change."""

    items: list[T] = field(default_factory=list)
    before: list[list[T]] = field(default_factory=list)

    def add(self, item: T) -> None:
        """One more at the end."""
        self.change([*self.items, item])

    def drop(self, number: int) -> T:
        """Take out the one of that number, counted from 1. Raises IndexError."""
        if not 1 <= number <= len(self.items):
            raise IndexError(number)
        gone = self.items[number - 1]
        self.change([item for n, item in enumerate(self.items, start=1) if n != number])
        return gone

    def change(self, items: list[T]) -> None:
        """Put another list in place."""
        self.before.append(self.items)
        self.items = items

    def undo(self) -> bool:
        """Take back the last change; False if there was none."""
        if not self.before:
            return False
        self.items = self.before.pop()
        return True
