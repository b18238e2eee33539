"""Which tests run which lines of the game: so that a mutant meets its likeliest judges first.

A plugin of pytest (`-p tests.covering`) that tells coverage.py which test is running, and the
reader of what coverage.py wrote. What a fixture did for several tests counts for the first only,
so that a line's list may lack some of its tests: it says whom to ask first, never whom to spare.
"""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from coverage import Coverage, CoverageData

MOST = 60
"""Tests that are asked first; the first ones take milliseconds, and nearly always know."""


def pytest_runtest_logstart(nodeid: str) -> None:
    """Lines that run from here on are run for this test."""
    measuring = Coverage.current()
    if measuring is not None:
        measuring.switch_context(nodeid)


class Judges:
    """The tests of each line of the game, those that run the fewest lines first."""

    def __init__(self, data: Path, home: Path) -> None:
        read = CoverageData(str(data))
        read.read()
        self.home = home
        self.of: dict[str, dict[int, list[str]]] = {}
        for file in read.measured_files():
            name = Path(file).relative_to(home).as_posix()
            self.of[name] = read.contexts_by_lineno(file)
        self.breadth = Counter(
            test for lines in self.of.values() for tests in lines.values() for test in tests
        )

    def of_line(self, file: str, line: int) -> list[str]:
        """Who runs it; the line above it where it begins none of its own."""
        lines = self.of.get(file, {})
        begun = sorted(lines)
        place = bisect_right(begun, line) - 1
        return self._sorted(lines[begun[place]]) if place >= 0 else []

    def of_number(self, name: str) -> list[str]:
        """Who runs a line that reads a number of game/rules/params.py."""
        return self._sorted(
            test
            for file, lines in self.of.items()
            for line in _reads(self.home / file, name)
            for test in lines.get(line, [])
        )

    def _sorted(self, tests: Iterable[str]) -> list[str]:
        named = {test for test in tests if test}
        return sorted(named, key=lambda test: (self.breadth[test], test))[:MOST]


def _reads(path: Path, name: str) -> set[int]:
    text = path.read_text(encoding="utf-8")
    if name not in text:
        return set()
    return {
        node.lineno
        for node in ast.walk(ast.parse(text))
        if (isinstance(node, ast.Attribute) and node.attr == name)
        or (isinstance(node, ast.Name) and node.id == name)
    }
