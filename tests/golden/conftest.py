"""What was accepted once is compared with what is there now; `--accept` takes what is there now."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="take what is shown now as right")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether what is shown now is to be taken as right."""
    return bool(request.config.getoption("--accept"))
