"""Markers and profiles that all tests share."""

from __future__ import annotations

import dataclasses
import importlib.util
import sys
import types
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings

settings.register_profile("rules", derandomize=True, deadline=None, max_examples=25, database=None)
settings.load_profile("rules")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "article(number, ...): the articles of docs/rules.md that a test is about"
    )


def _stand_in() -> None:
    """Until game/scenario/reader.py and conditions.py have landed. REMOVE THEN."""
    import game.scenario.reader as reader

    if not hasattr(reader, "read_file"):

        def read_file(path: Path) -> Any:
            return types.SimpleNamespace(data=yaml.safe_load(path.read_text(encoding="utf-8")))

        reader.read_file = read_file
    if importlib.util.find_spec("game.scenario.conditions") is None:
        module = types.ModuleType("game.scenario.conditions")

        @dataclasses.dataclass
        class Word:
            name: str
            takes: tuple[str, ...]
            gives: str
            meaning: str
            read: Any
            only_at_end: bool = False

        class Parsed:
            def evaluate(self, world: Any, setup: Any) -> Any:
                return world.rung <= 3

        module.Word = Word
        module.parse = lambda text, words, ids, at_end=False: Parsed()
        sys.modules["game.scenario.conditions"] = module


_stand_in()
