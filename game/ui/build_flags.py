"""Build assets/flags by hand: flags of countries as PNG, from the npm package flag-icons.

    python -m game.ui.build_flags flag-icons/flags/4x3 assets/flags

Needs rsvg-convert, because the SVG reader inside SDL leaves out parts that are used twice.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CODES = (
    "ae al ar au bd br ca cl cn co cr de ee eg es et eu fi fr gb ge gh id il in ir jo jp ke kp kr "
    "kz lt lv ma me mu mx my ng nl no ph pk pl py qa ru rw sa se sg th tr ua un us uy vn vu za pe"
)
"""Nations of the shipped scenarios and of the public figures the project reads."""

HEIGHT = 168


def main(source: Path, folder: Path) -> None:
    """Write one picture for each code."""
    for code in CODES.split():
        size = ["--width", str(HEIGHT * 4 // 3), "--height", str(HEIGHT)]
        files = [str(source / f"{code}.svg"), "--output", str(folder / f"{code}.png")]
        subprocess.run(["rsvg-convert", *size, *files], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
