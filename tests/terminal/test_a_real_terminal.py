"""A person at a keyboard: prompts, completion, history, interrupts, in a terminal of its own."""

from __future__ import annotations

import sys
from pathlib import Path

import pexpect

from tests.terminal.drive import ROOT


def start(tmp_path: Path, **env: str) -> pexpect.spawn:
    words = [
        "-m",
        "game",
        "play",
        "first_light",
        "--transcript",
        "--seat",
        "dorvane",
        "--seed",
        "3",
    ]
    return pexpect.spawn(
        sys.executable,
        words,
        cwd=str(ROOT),
        encoding="utf-8",
        timeout=20,
        dimensions=(40, 80),
        env={
            "PATH": "/usr/bin:/bin",
            "TERM": "xterm-256color",
            "HOME": str(tmp_path),
            "XDG_DATA_HOME": str(tmp_path),
            "PROMPT_TOOLKIT_NO_CPR": "1",
            "PYTHONUTF8": "1",
            **env,
        },
    )


def read_on(child: pexpect.spawn) -> None:
    """Press Enter until the game asks for beliefs."""
    while child.expect([r"\(Enter goes on\)", r"judge >"]) == 0:
        child.send("\r")


def test_a_turn_at_the_keyboard(tmp_path: Path) -> None:
    child = start(tmp_path)
    read_on(child)
    child.send("situ\t")
    child.expect("ation")  # the rest, written by the Tab key
    child.send("\r")
    child.expect("Situation of Dorvane")
    child.expect("judge >")
    child.send("believe 1 tolvar=50\r")
    child.expect("You believe")
    child.expect("judge >")
    child.send("quit\r")
    child.expect(r"Saved\s+to")  # a long path begins a line of its own
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_an_interrupt_saves_and_says_so(tmp_path: Path) -> None:
    child = start(tmp_path)
    read_on(child)
    child.sendcontrol("c")
    child.expect(r"Saved\s+to")  # a long path begins a line of its own
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert list((tmp_path / "backchannel" / "saves").glob("first_light-3.txt"))


def test_no_colours_if_none_are_wanted(tmp_path: Path) -> None:
    child = start(tmp_path, NO_COLOR="1")
    child.expect(r"\(Enter goes on\)")
    assert "\x1b[36m" not in child.before and "\x1b[1;36m" not in child.before
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
