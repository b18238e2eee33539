"""Reading and writing: a real terminal gets colours and completion, a pipe plain lines."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rich.console import Console
from rich.text import Text

from game.language import _

WIDEST = 100
"""Columns of text at most: longer lines are hard to read."""

NARROWEST = 40

LEAST = 16
"""Columns the last cell of a row needs; with less, the row is set as a paragraph."""


class Leave(Exception):
    """The player leaves: by `quit`, at the end of the input, or by an interrupt."""

    def __init__(self, status: int = 0) -> None:
        super().__init__(status)
        self.status = status


class Reader(Protocol):
    """Where lines come from. Raises EOFError when there are no more."""

    def read(self, prompt: str) -> str:
        """The next line."""
        ...


@dataclass
class Lines:
    """Plain lines of a pipe or a test, echoed so that a transcript is complete."""

    source: Iterator[str]
    echo: Callable[[str], None]
    typed: bool = False  # by a person who waits for the prompt and sees what they type

    def read(self, prompt: str) -> str:
        """The next line, printed after its prompt."""
        if self.typed:
            self.echo(prompt)
        line = next(self.source, None)
        if line is None:
            raise EOFError
        text = "".join(c for c in line.rstrip("\r\n") if c.isprintable())
        if not self.typed:
            self.echo(f"{prompt} {text}".rstrip())
        return text


@dataclass
class Terminal:
    """One place for all output and input."""

    out: Console
    reader: Reader
    plain: bool = True
    bars: bool = True
    pushed: list[str] = field(default_factory=list)
    complete: Callable[[str], Iterable[str]] = lambda line: ()

    @property
    def width(self) -> int:
        """Columns to write in."""
        return max(NARROWEST, min(self.out.width, WIDEST))

    def ask(self, prompt: str) -> str:
        """A line from the player. Raises Leave at the end of the input or on an interrupt."""
        if self.pushed:
            return self.pushed.pop()
        try:
            return self.reader.read(prompt).strip()
        except EOFError:
            raise Leave(0) from None
        except KeyboardInterrupt:
            raise Leave(130) from None

    def push(self, line: str) -> None:
        """Give a line back: the next question gets it."""
        self.pushed.append(line)

    def say(self, text: str = "", style: str = "", indent: int = 0, hang: int = 0) -> None:
        """Paragraphs, wrapped; `hang` indents all lines of one but the first."""
        for part in text.split("\n"):
            lead = " " * indent
            lines = textwrap.wrap(
                part,
                self.width,
                initial_indent=lead,
                subsequent_indent=lead + " " * hang,
                break_on_hyphens=False,
            )
            for line in lines or [""]:
                self.line(line, style)

    def line(self, text: str, style: str = "") -> None:
        """One line as it is."""
        self.out.print(Text(text, style), soft_wrap=True, highlight=False)

    def head(self, text: str) -> None:
        """A heading over a part of the screen."""
        self.line("")
        left = f"── {textwrap.shorten(text, self.width - 5, placeholder='…')} "
        self.line(left + "─" * (self.width - len(left)), "bold cyan")

    def good(self, text: str) -> None:
        """Something worked."""
        self.say(text, "green")

    def bad(self, text: str) -> None:
        """Something did not; the text says what to do."""
        self.say(text, "yellow")

    def bullet(self, text: str, style: str = "", mark: str = "-", indent: int = 1) -> None:
        """One point of a list."""
        self.say(f"{mark} {text}", style, indent, len(mark) + 1)

    def table(
        self, rows: Iterable[Sequence[str]], right: Sequence[int] = (), style: str = ""
    ) -> None:
        """Columns without lines; the last one wraps. `right`: columns aligned to the right."""
        kept = [list(row) for row in rows]
        columns = max((len(row) for row in kept), default=0)
        widths = [max(len(row[c]) for row in kept) for c in range(columns - 1)]
        for row in kept:
            cells = [
                cell.rjust(width) if c in right else cell.ljust(width)
                for c, (cell, width) in enumerate(zip(row, widths, strict=False))
            ]
            lead = " " + "".join(cell + "  " for cell in cells)
            room = self.width - len(lead)
            if room < min(LEAST, len(row[-1])):
                self.say("  ".join(cell for cell in row if cell.strip()), style, 1, 2)
                continue
            last = textwrap.wrap(row[-1], max(room, 1), break_on_hyphens=False) or [""]
            for n, line in enumerate(last):
                self.line(((lead if n == 0 else " " * len(lead)) + line).rstrip(), style)

    def bar(self, share: float, cells: int = 16) -> str:
        """A share as a bar, or nothing if bars are switched off."""
        if not self.bars:
            return ""
        full = round(min(max(share, 0.0), 1.0) * cells)
        return "█" * full + "·" * (cells - full)

    def clear(self) -> None:
        """An empty screen; in a pipe, a line that says that there would be one."""
        if self.plain:
            self.line("")
        else:
            self.out.clear()

    def pause(self) -> None:
        """Let a person read on; a pipe does not wait. Raises Leave."""
        if self.plain or self.pushed:
            return
        line = self.ask(_("(Enter goes on)"))
        if line:
            self.push(line)
