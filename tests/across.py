"""Hashes of some games, to be compared between machines, and between versions of Python.

python -m tests.across          compare every Python of this machine that can run the game
python -m tests.across --here   print the hashes this Python gets
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
VERSIONS = ("3.11", "3.12", "3.13")
NEEDS = ("numpy>=2.1", "pydantic>=2.9", "PyYAML>=6.0.2", "lark>=1.2", "platformdirs>=4.2")


def here() -> list[str]:
    """Hashes of the first games of every scenario in the library."""
    from game.scenario.doctrines import minds
    from tests.library import BOTH, loaded, play_many

    lines = []
    for name in BOTH:
        board, setup = loaded(name)
        cast = ("reciprocator", "hawk", "opportunist", "random") * board.nations
        played = play_many(board, setup, minds(cast[: board.nations]), list(range(12)), hashed=True)
        lines += [f"{name} {seed} {value}" for seed, value in enumerate(played.hash)]
    return lines


def interpreter(version: str) -> Path | None:
    """A Python of that version, on the path or kept by pyenv."""
    found = shutil.which(f"python{version}")
    kept = sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python"))
    for path in [*kept[::-1], *([Path(found)] if found else [])]:
        if subprocess.run([path, "-V"], capture_output=True, check=False).returncode == 0:
            return path
    return None


def elsewhere(python: Path, folder: Path) -> list[str]:
    """Hashes that another Python gets, in an environment of its own."""
    subprocess.run([python, "-m", "venv", folder], check=True)
    inside = folder / "bin" / "python"
    subprocess.run([inside, "-m", "pip", "install", "-q", *NEEDS], check=True)
    command = [inside, "-m", "tests.across", "--here"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[:-1]


def main() -> int:
    """Compare, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--here", action="store_true", help="print the hashes this Python gets")
    if parser.parse_args().here:
        print("\n".join(here()))
        return 0
    expected, differ = here(), False
    for version in VERSIONS:
        python = interpreter(version)
        if python is None:
            print(f"Python {version}: not on this machine")
            continue
        with tempfile.TemporaryDirectory() as folder:
            same = elsewhere(python, Path(folder) / "venv") == expected
        print(f"Python {version}: {len(expected)} hashes {'the same' if same else 'DIFFER'}")
        differ |= not same
    return int(differ)


if __name__ == "__main__":
    sys.exit(main())
