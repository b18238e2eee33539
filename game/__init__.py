"""Backchannel: a turn-based simulation of cyber crises between nations."""

import os
from importlib.metadata import PackageNotFoundError, version

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # it would print when it is imported

try:
    __version__ = version("backchannel")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+uninstalled"
