"""Sweeping memory while nobody waits.

Python looks through all it keeps from time to time, which takes up to a tenth of a second with a
game in memory, and would do so between a key and what it shows. Here it does so in the player's
pauses only; what is young, and soon looked through, is swept at any time as ever.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from contextlib import suppress
from types import TracebackType

NEVER = 10**6
"""Sweeps of what is young to one of everything."""


class Sweep:
    """While it is entered, everything is swept only when told to."""

    def __init__(self) -> None:
        self._usual = gc.get_threshold()
        self._due = True

    def __enter__(self) -> Sweep:
        gc.set_threshold(*self._usual[:2], NEVER)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        gc.set_threshold(*self._usual)

    def played(self) -> None:
        """Somebody did something: there may be something to sweep."""
        self._due = True

    def paused(self) -> None:
        """Nobody does anything just now: sweep, once for each pause."""
        if self._due:
            self._due = False
            gc.collect()
            give_back()


def give_back() -> None:
    """Hand memory that is free back to the system: glibc keeps a hundred megabytes of maps."""
    if sys.platform == "linux":
        with suppress(AttributeError):  # another C library has no such call
            ctypes.CDLL(None).malloc_trim(0)
