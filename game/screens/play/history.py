"""A history of changes: each can be taken back, and done again until something else is changed."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class History(Generic[T]):
    """What was before and what came after. How it is now is known to whoever asks."""

    def __init__(self) -> None:
        self._before: list[T] = []
        self._after: list[T] = []

    @property
    def can_undo(self) -> bool:
        """There is a change to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """There is a change to do again."""
        return bool(self._after)

    def keep(self, now: T) -> None:
        """Remember how it is now: something is about to change."""
        self._before.append(now)
        self._after = []

    def undo(self, now: T) -> T | None:
        """As it was before the last change; None if there was none."""
        return self._step(self._before, self._after, now)

    def redo(self, now: T) -> T | None:
        """As it was before it was undone; None if nothing was."""
        return self._step(self._after, self._before, now)

    def forget(self) -> None:
        """There is nothing to take back any more."""
        self._before, self._after = [], []

    def _step(self, source: list[T], other: list[T], now: T) -> T | None:
        if not source:
            return None
        other.append(now)
        return source.pop()
