"""Where the game's own files lie, in the repository or the installed wheel; and the player's."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_dir

_PACKAGE = Path(__file__).resolve().parent


def scenarios() -> Path:
    """The folder of the scenario library."""
    return _folder("scenarios")


def assets() -> Path:
    """The folder of maps, fonts, icons and sounds."""
    return _folder("assets")


def docs() -> Path:
    """The folder of the rules, which the codex shows."""
    return _folder("docs")


def saves() -> Path:
    """Where games are kept, unless a file is named: in the usual place of the system.

    BACKCHANNEL_HOME names another place, as for a school's server or a memory stick.
    """
    home = os.environ.get("BACKCHANNEL_HOME") or user_data_dir("backchannel", appauthor=False)
    return Path(home) / "saves"


def _folder(name: str, package: Path = _PACKAGE) -> Path:
    """The repository's folder of that name if the package lies in a repository, else the wheel's.

    Installed, the package's neighbours belong to other people: a folder `scenarios` beside it is
    ours only when the project file lies there too.
    """
    checkout = package.parent
    home = checkout if (checkout / "pyproject.toml").is_file() else package / "_data"
    folder = home / name
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder}: this folder of the game is missing; install it again")
    return folder
