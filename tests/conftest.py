"""Markers and profiles that all tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings

settings.register_profile("rules", derandomize=True, deadline=None, max_examples=25, database=None)
settings.load_profile("rules")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "article(number, ...): the articles of docs/rules.md that a test is about"
    )
