"""Timers: what is to be done at a time, the next first. Time is an argument."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.ui.node import Do


@dataclass
class Timers:
    """What is to be done later."""

    _waiting: list[tuple[float, str, Do]] = field(default_factory=list)

    def add(self, when: float, do: Do, key: str = "") -> None:
        """Do something at a time; a timer under the same key is replaced."""
        kept = [timer for timer in self._waiting if not key or timer[1] != key]
        self._waiting = sorted([*kept, (when, key, do)], key=lambda each: each[0])

    def run(self, now: float) -> bool:
        """Do what is due; whether there was anything."""
        some = False
        while self._waiting and self._waiting[0][0] <= now:
            _, _, do = self._waiting.pop(0)
            do()
            some = True
        return some

    @property
    def next(self) -> float | None:
        """When the next one is due."""
        return self._waiting[0][0] if self._waiting else None
