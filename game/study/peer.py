"""Other people's systems, measured beside this game in the same run, so that ratios mean something.

The `diplomacy` package is licensed under the AGPL: it lives in a virtual environment of its own and
runs in a process of its own. Nothing of it is ever imported here.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

_PEER = "diplomacy==1.1.2"
_SCRIPT = Path(__file__).with_name("peer_diplomacy.py")
_OLDEST = (3, 8)
_INSTALL_SECONDS = 600.0
_SLACK_SECONDS = 120.0  # for starting the interpreter, importing, and the last phase


class PeerMissingError(Exception):
    """A peer cannot be measured on this machine; says why in one sentence."""


def _tell(reason: str) -> None:
    print(reason, file=sys.stderr)


def measure_diplomacy(
    seconds: float = 10.0, tell: Callable[[str], None] = _tell
) -> dict[str, Any] | None:
    """Random full games of `diplomacy`, played for about that many seconds by one process.

    Returns `phases_per_s, phases, games, seconds, version, python`. If the package cannot be
    installed or run, tells why in one sentence and returns None. The first call installs it.
    """
    try:
        python = _environment(user_cache_path("backchannel") / "peers" / _PEER.replace("==", "-"))
        answer = _call([python, "-I", _SCRIPT, str(seconds)], seconds + _SLACK_SECONDS)
        measured: dict[str, Any] = json.loads(answer)
    except (PeerMissingError, OSError, ValueError) as why:
        tell(f"{_PEER} was not measured: {str(why).rstrip('.')}.")
        return None
    return measured


def _environment(home: Path) -> Path:
    """The interpreter of the peer's environment, which is made the first time."""
    if not _works(home):
        _make(home)
    return _python_of(home)


def _make(home: Path) -> None:
    """Try the interpreters of this machine, newest first, until one can run the package."""
    home.parent.mkdir(parents=True, exist_ok=True)
    reason = f"no Python {_OLDEST[0]}.{_OLDEST[1]} or later was found"
    for interpreter in _interpreters():
        # A draft beside its final place: an interrupted installation never looks like a whole one.
        draft = Path(tempfile.mkdtemp(prefix="draft-", dir=home.parent))
        try:
            _install(interpreter, draft)
            return _settle(draft, home)
        except PeerMissingError as why:
            reason = str(why)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    raise PeerMissingError(reason)


def _install(interpreter: Path, draft: Path) -> None:
    """Make an environment, put the package there, and see whether it runs."""
    _call([interpreter, "-I", "-m", "venv", draft], _INSTALL_SECONDS)
    python = _python_of(draft)
    _call([python, "-I", "-m", "pip", "install", "-q", "--retries", "1", _PEER], _INSTALL_SECONDS)
    _call([python, "-I", _SCRIPT, "0"], _SLACK_SECONDS)


def _settle(draft: Path, home: Path) -> None:
    """Move a finished environment to its place, unless another process was there first."""
    if not _works(home):
        shutil.rmtree(home, ignore_errors=True)
        draft.rename(home)


def _works(home: Path) -> bool:
    """Whether the environment is there and its interpreter still runs the package."""
    try:
        _call([_python_of(home), "-I", _SCRIPT, "0"], _SLACK_SECONDS)
    except PeerMissingError:
        return False
    return True


def _python_of(home: Path) -> Path:
    return home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _interpreters() -> list[Path]:
    """The interpreters of this machine that may do, newest first, one of each version."""
    found: dict[tuple[int, int], Path] = {}
    for path in _candidates():
        version = _version_of(path)
        if version >= _OLDEST:
            found.setdefault(version, path)
    return [found[version] for version in sorted(found, reverse=True)]


def _candidates() -> Iterator[Path]:
    """This interpreter, those that pyenv keeps, and those named `python3.x` on the path."""
    yield Path(sys.executable)
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from sorted(pyenv.glob("versions/3.*/bin/python"), reverse=True)
    names = (shutil.which(f"python3.{minor}") for minor in range(_OLDEST[1], 30))
    yield from (Path(name) for name in names if name)


def _version_of(python: Path) -> tuple[int, int]:
    """Major and minor version, (0, 0) for what does not run: a name may be only a stand-in."""
    try:
        said = _call([python, "-I", "-V"], _SLACK_SECONDS)
    except PeerMissingError:
        return (0, 0)
    numbers = re.match(r"Python (\d+)\.(\d+)", said)
    return (int(numbers[1]), int(numbers[2])) if numbers else (0, 0)


def _call(command: list[Path | str], seconds: float) -> str:
    """What a command prints; its last line of complaint is the reason if it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
    except (OSError, subprocess.TimeoutExpired) as why:
        raise PeerMissingError(str(why)) from why
    if done.returncode:
        lines = done.stderr.split("\n")
        raise PeerMissingError(next((x for x in reversed(lines) if x.strip()), str(command[0])))
    return done.stdout
