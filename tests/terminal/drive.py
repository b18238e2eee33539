"""Driving the text game: whole games from scripts of lines, in this process or in another."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from game.actions import actions
from game.decisions import Reply
from game.match import HUMAN, Match, new_match, usual_players
from game.terminal.console import Terminal
from game.terminal.play import Game
from game.terminal.seat import Seat
from tests.library import path_of, scenario

ROOT = Path(__file__).resolve().parents[2]
SEATS = tuple(scenario("first_light").nations)


def match_for(*seats: str, name: str = "first_light", seed: int = 3) -> Match:
    """A new game with people in some seats."""
    given = scenario(name)
    players = usual_players(given, dict.fromkeys(seats, HUMAN))
    match = new_match(given, path_of(name).read_text("utf-8"), seed, players)
    match.go_on()
    return match


class Script:
    """Lines for a game whose talks go this way or that.

    `@orders` goes on with `done` until the prompt says so: orders are asked for; `@talks 1`, and
    `@Ilmara, turn 1, answers` likewise. `?answers 1|accept 1` is typed only if that is asked now.
    """

    def __init__(self, lines: Iterable[str], echo: Callable[[str], None]) -> None:
        self.lines = list(lines)[::-1]
        self.echo = echo

    def read(self, prompt: str) -> str:
        """The next line, or what leads to the phase it is meant for. Raises EOFError."""
        while self.lines and self.lines[-1][:1] in ("@", "?"):
            mark, (where, _, rest) = self.lines[-1][0], self.lines[-1][1:].partition("|")
            if mark == "@" and where not in prompt:
                return self._say(prompt, "yes" if "yes or no" in prompt else "done")
            self.lines.pop()
            if mark == "?" and where in prompt:
                return self._say(prompt, rest)
        if not self.lines:
            raise EOFError
        return self._say(prompt, self.lines.pop())

    def _say(self, prompt: str, line: str) -> str:
        kept = "".join(c for c in line.rstrip("\r\n") if c.isprintable())
        self.echo(f"{prompt} {kept}".rstrip())
        return kept


def terminal(lines: Iterable[str], width: int = 80) -> tuple[Terminal, io.StringIO]:
    """A terminal that reads lines and keeps what is printed."""
    text = io.StringIO()
    out = Console(file=text, width=width, highlight=False, markup=False, emoji=False)

    def echo(line: str) -> None:
        out.out(line, highlight=False)

    return Terminal(out, Script(lines, echo)), text


def menu(action: str) -> str:
    """The number of an action in the list of all."""
    return str([each.id for each in actions()].index(action) + 1)


@dataclass
class Played:
    """A game after its lines were read."""

    match: Match
    status: int
    text: str
    path: Path


def play(
    match: Match, lines: Iterable[str], path: Path, level: str = "guided", resumed: bool = False
) -> Played:
    """Play a match with these lines until they or the game end."""
    term, text = terminal(lines)
    status = Game(match, term, path, level, resumed).run()
    return Played(match, status, text.getvalue(), path)


def seat(match: Match | None = None, lines: Sequence[str] = (), level: str = "guided") -> Seat:
    """A seat in a game that has just begun."""
    given = match_for("dorvane") if match is None else match
    term, _ = terminal(lines)
    return Seat(given, given.humans()[0], term, level)


def at_orders(match: Match) -> Match:
    """The same match, played on with empty replies until orders are asked."""
    while match.phase is not None and match.phase.ask.name != "ORDER":
        match.submit(match.waiting()[0], Reply())
    return match


def next_turn(match: Match) -> Match:
    """The same match, one turn later, nothing having been ordered."""
    at_orders(match).submit(match.humans()[0], Reply())
    return match


def command(
    *words: str, given: str | bytes = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `python -m game` as a person would, with lines on its input."""
    text = given if isinstance(given, str) else given.decode()
    return subprocess.run(
        [sys.executable, "-m", "game", *words],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", **(env or {})},
        timeout=60,
        check=False,
    )
