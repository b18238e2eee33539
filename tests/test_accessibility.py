"""docs/accessibility.md: nothing asked for is left out, and every test it names is there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "accessibility.md"
HEADINGS = ("Basic", "Intermediate", "Advanced", "Xbox Accessibility Guidelines")
ASKED = {
    "Basic": (
        "controls can be changed", "one way of input", "simple controls", "large, well spaced",
        "sensitivity", "vibration", "maze of menus", "size of text", "plain language",
        "setting of text", "tutorial", "own pace", "flicker", "colour alone", "contrast of text",
        "field of view", "separate volumes", "sound alone", "captions", "text instead of talk",
        "difficulty", "settings are remembered", "accessibility is told", "feedback",
    ),
    "Intermediate": (
        "resized", "more than one device", "drag", "stands still", "windowed", "holding down",
        "help where one is", "reminder of the aim", "sandbox", "motion", "speed", "contrast",
        "key words", "saved by itself and by hand", "difficulty changes",
    ),
    "Advanced": (
        "screen readers", "story", "variables", "timing", "not interactive", "one switch",
    ),
    "Xbox Accessibility Guidelines": (
        "101", "102", "103", "106", "107", "108", "112", "113", "114", "115", "116", "117", "118",
        "119", "120", "121",
    ),
}  # fmt: skip
"""What the game was to meet, by a few words of each line."""
EXCUSES = ("Does not apply:", "Not met:")


def lines(heading: str) -> list[tuple[str, str, list[str]]]:
    """The lines of a table: what is asked for, what is done, the tests that show it."""
    page = PAGE.read_text("utf-8")
    part = re.split(r"^## ", page, flags=re.M)
    table = next(each for each in part if each.startswith(f"{heading}\n"))
    rows = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("| ")]
    return [(a.strip(), b.strip(), re.findall(r"`([^`]+)`", c)) for a, b, c in rows[2:]]


@pytest.mark.parametrize("heading", HEADINGS)
def test_every_item_has_its_line(heading: str) -> None:
    titles = [title.lower() for title, _does, _tests in lines(heading)]
    found = [next((t for t in titles if item in t), None) for item in ASKED[heading]]
    assert None not in found, dict(zip(ASKED[heading], found, strict=True))
    assert sorted(found) == sorted(titles), "each line is asked for"  # type: ignore[type-var]


@pytest.mark.parametrize("heading", HEADINGS)
def test_every_line_names_a_test_or_says_why_not(heading: str) -> None:
    for title, does, tests in lines(heading):
        assert bool(tests) != does.startswith(EXCUSES), title


def named() -> list[str]:
    return sorted({test for heading in HEADINGS for *_, tests in lines(heading) for test in tests})


def test_every_test_that_is_named_is_written() -> None:
    assert len(named()) > 50
    for test in named():
        file, _, function = test.partition("::")
        written = (ROOT / file).read_text("utf-8")
        assert not function or f"\ndef {function}(" in written, test


@pytest.mark.slow
def test_every_test_that_is_named_is_collected() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n0", "-m", "slow or not slow",
         "-p", "no:cacheprovider", *named()], capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    collected = set(re.findall(r"^(tests/\S+?)(?:\[|$)", done.stdout, flags=re.M))
    assert all(any(each.startswith(test) for each in collected) for test in named())


def test_the_page_asks_what_stands_in_the_way() -> None:
    assert re.search(r"^## Tell us\n\nIf something stands in your way", PAGE.read_text(), re.M)
