"""The page on paper: printed to PDF by a browser that is installed, if there is one.

Browsers know the page's style for print; no library of our own would draw it better.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
SECONDS = 120


class NoPdf(RuntimeError):
    """A PDF that could not be made; its message says what to do instead."""


def browser() -> str | None:
    """A browser that can print without a window, None if none is installed."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def write(page: Path, target: Path) -> None:
    """Print an HTML file to PDF. Raises NoPdf."""
    program = browser()
    if program is None:
        raise NoPdf(
            f"{target}: a PDF is printed by Chromium, Chrome or Edge, and none is installed: "
            f"open {page} in any browser and print it to a file"
        )
    with tempfile.TemporaryDirectory() as profile:
        command = [program, "--headless", "--disable-gpu", "--no-pdf-header-footer"]
        command += ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        command += [f"--user-data-dir={profile}", f"--print-to-pdf={target.resolve()}"]
        command.append(page.resolve().as_uri())
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
        except (OSError, subprocess.SubprocessError) as error:
            raise NoPdf(f"{target}: {program} could not print it ({error})") from None
    if not target.is_file():
        raise NoPdf(f"{target}: {program} printed nothing: open {page} and print it to a file")
