"""Backchannel: a turn-based simulation of cyber crises between nations."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("backchannel")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+uninstalled"
