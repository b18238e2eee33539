"""Markers and profiles that all tests share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import Phase, settings

settings.register_profile("rules", derandomize=True, deadline=None, max_examples=25, database=None)
settings.register_profile(
    "mutants", settings.get_profile("rules"), phases=(Phase.explicit, Phase.generate)
)
settings.load_profile("rules")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "article(number, ...): the articles of docs/rules.md that a test is about"
    )
    os.environ.pop("BACKCHANNEL_HOME", None)  # where somebody keeps games is no place for tests
    os.environ["LC_ALL"] = "C.UTF-8"  # games that tests start speak English, whatever we do


@pytest.fixture(autouse=True, scope="session")
def nothing_set(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings of somebody who never set anything, not those of whoever runs the tests."""
    os.environ["XDG_CONFIG_HOME"] = str(tmp_path_factory.mktemp("settings"))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Screens speak English to every test, whatever the one before it tried out."""
    yield
    if "game.language" in sys.modules:
        sys.modules["game.language"].use("en")
