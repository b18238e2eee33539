"""Opening the terminal: a person at a keyboard, or a pipe."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable
from functools import partial

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.output.color_depth import ColorDepth
from rich.console import Console

from game.terminal.console import Lines, Terminal

Completing = Callable[[str], Iterable[str]]
"""What may stand in place of the last word of a line."""


class Words(Completer):
    """Completes the last word of a line."""

    def __init__(self, words: Completing) -> None:
        self.words = words

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """Every word that begins like the one at the cursor."""
        text = document.text_before_cursor
        last = text.rpartition(" ")[2].rpartition(",")[2]
        for word in self.words(text):
            if word.startswith(last.lower()):
                yield Completion(word, start_position=-len(last))


class Keyboard:
    """Lines typed by a person, with history and completion."""

    def __init__(self, words: Completing) -> None:
        depth = ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None
        self.session: PromptSession[str] = PromptSession(
            history=InMemoryHistory(),
            completer=Words(words),
            complete_while_typing=False,
            color_depth=depth,
        )

    def read(self, prompt: str) -> str:
        """The next line."""
        return self.session.prompt(f"{prompt} ")


class Out(Console):
    """Output that says so when nobody reads on; rich would end the program."""

    def on_broken_pipe(self) -> None:
        """What wrote to the pipe hears of it."""
        raise BrokenPipeError


def open_terminal() -> Terminal:
    """A terminal on standard input and output, as they are."""
    for stream in (sys.stdout, sys.stdin):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    out = Out(highlight=False, markup=False, emoji=False)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        echo = partial(out.out, highlight=False)
        lines = Lines(iter(sys.stdin.readline, ""), echo, typed=sys.stdin.isatty())
        return Terminal(out, lines)
    term = Terminal(out, Lines(iter(()), out.out), plain=False)
    term.reader = Keyboard(lambda line: term.complete(line))
    return term
