"""A person who reads and types: the game as text, at a terminal that can do nothing but text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect

from tests.whole.window import ROOT

ON = "(Enter goes on)"
ASKED = [re.escape(ON), r"[^\r\n]* > $", pexpect.EOF]


@contextmanager
def at_a_terminal(folder: Path, *words: str) -> Iterator[Reader]:
    """The game as `backchannel WORDS` plays it in a terminal, keeping everything in a folder."""
    env = {
        "PATH": "/usr/bin:/bin", "TERM": "dumb", "PYTHONUTF8": "1", "HOME": str(folder),
        "BACKCHANNEL_HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config"),
    }  # fmt: skip
    program = pexpect.spawn(
        sys.executable, ["-m", "game", *words], cwd=str(ROOT), env=env, encoding="utf-8",
        timeout=60, dimensions=(60, 200),
    )  # fmt: skip
    try:
        yield Reader(program)
    finally:
        program.close(force=True)


class Reader:
    """What was read so far, and what is asked now."""

    def __init__(self, program: pexpect.spawn[str]) -> None:
        self.program = program
        self.read, self.asked, self.over = "", "", False
        self._until_asked()

    def _until_asked(self) -> str:
        found = self.program.expect(ASKED)
        self.over = found == len(ASKED) - 1
        self.asked = "" if self.over else str(self.program.after)
        self.read += self.program.before + self.asked
        return str(self.program.before)

    def type(self, line: str) -> str:
        """Type a line; what is said to it, in one line of words."""
        self.program.send(line + "\r")
        return " ".join(self._until_asked().split())

    def read_on(self) -> None:
        """Past every page that waits for nothing but Enter."""
        while self.asked == ON:
            self.type("")

    def end(self) -> int | None:
        """The exit status, once the program has ended."""
        self.program.wait()
        self.program.close()
        return self.program.exitstatus
