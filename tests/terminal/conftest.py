"""What tests of the terminal share with those of the screens."""

from __future__ import annotations

from tests.screens.conftest import missed

__all__ = ["missed"]
