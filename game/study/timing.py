"""Speeds: how long something takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any


def fastest(work: Callable[[], Any], times: int) -> float:
    """Seconds of the fastest of some passes."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)
