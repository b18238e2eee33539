"""Where the game's own files lie: in the repository, or inside the installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def scenarios() -> Path:
    """The folder of the scenario library."""
    return _folder("scenarios")


def assets() -> Path:
    """The folder of maps, fonts, icons and sounds."""
    return _folder("assets")


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
