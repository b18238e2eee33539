from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
RUN = ROOT / ".ci" / "run"

PLAY = "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/backchannel"
TEST = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/pytest"


def test_the_readme_says_how_to_play_in_one_command() -> None:
    assert command("play-command") == PLAY


def test_the_readme_says_how_to_test_in_one_command() -> None:
    assert command("test-command") == TEST


def test_ci_runs_the_readmes_test_command_word_for_word() -> None:
    said = subprocess.run([RUN, "--test-command"], capture_output=True, text=True, check=True)
    assert said.stdout == command("test-command") + "\n"
    script = RUN.read_text(encoding="utf-8")
    assert 'bash -c "$test_command"' in script
    assert ".[test]" not in script  # written once, in the README


def test_all_that_the_readme_points_to_is_there_and_its_picture_is_light() -> None:
    pointed = re.findall(r"\]\(([^)#]+)\)", README)
    assert pointed and [each for each in pointed if not (ROOT / each).is_file()] == []
    assert len(pointed) == len(set(pointed)), "nothing is pointed to twice"
    pictures = [each for each in pointed if each.endswith(".png")]
    assert pictures and all((ROOT / each).stat().st_size < 300_000 for each in pictures)


def command(marker: str) -> str:
    """The fenced command between a pair of markers."""
    found = re.findall(
        rf"^<!-- {marker} -->\n```sh\n(.*?)\n```\n<!-- /{marker} -->$", README, re.M | re.S
    )
    assert len(found) == 1, f"README.md needs exactly one {marker} block"
    return str(found[0])
