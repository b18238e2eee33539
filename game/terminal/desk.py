"""A desk: one seat during one phase, with the commands that work there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from game.decisions import UnknownName
from game.report.names import Unclear, match, plain, sentence
from game.scenario.findings import did_you_mean
from game.terminal.asking import Cancelled
from game.terminal.completion import candidates
from game.terminal.console import Leave
from game.terminal.drafts import Drafts
from game.terminal.seat import Seat
from game.terminal.typed import actions_named

YES = {"yes", "y", "done", "ok", "sure", "send"}
NO = {"no", "n", "", "cancel", "back"}


@dataclass(frozen=True)
class Command:
    """One thing a player can type: how, what it does, and the doing."""

    usage: str
    about: str
    run: Callable[[Desk, str], None]


Commands = Mapping[str, Command]


@dataclass
class Desk:
    """Where a player decides one thing."""

    seat: Seat
    phase: str
    asked: str  # one line: what is asked and what to type
    commands: Commands
    save: Callable[[], str]
    tell: Callable[[Seat, Any], str] = lambda seat, item: str(item)
    drafts: Drafts[Any] = field(default_factory=Drafts)
    suggested: Sequence[str] = ()  # what to type for a, b, c …
    fallback: Callable[[Desk, str], bool] = lambda desk, line: False
    done: bool = False

    def run(self) -> Desk:
        """Read lines until the phase is done. Raises Leave."""
        self.seat.term.complete = lambda line: candidates(self.seat, list(self.commands), line)
        while not self.done:
            self.obey(self.seat.term.ask(self.prompt()))
        return self

    def prompt(self) -> str:
        """Where we are: nation, turn and phase."""
        count = f" ({len(self.drafts.items)})" if self.drafts.items else ""
        return f"{self.seat.name}, turn {self.seat.match.turn}, {self.phase}{count} >"

    def obey(self, line: str) -> None:
        """Do what a line says, or say what can be typed."""
        try:
            self._do(line)
        except (Unclear, UnknownName) as error:
            self.seat.term.bad(sentence(str(error)))
        except Cancelled:
            self.seat.term.say("Nothing changed.", "dim")

    def _do(self, line: str) -> None:
        head, _, rest = line.partition(" ")
        word = head.casefold().strip(".!?:`'\"") if head != "?" else "help"
        if not head:
            self.seat.term.say(self.asked, "dim")
            return
        if len(word) == 1 and not rest and ord("a") <= ord(word) < ord("a") + len(self.suggested):
            chosen = self.suggested[ord(word) - ord("a")]
            self.seat.term.say(f"({chosen})", "dim")
            self._do(chosen)
            return
        command = self.commands.get(ALIASES.get(word, word))
        if command is not None:
            command.run(self, rest.strip())
        elif not self.fallback(self, line):
            self._cut_short(word, rest.strip())

    def _cut_short(self, word: str, rest: str) -> None:
        """Do what a command cut short says, if it can only be one. Raises Unclear."""
        meant = [name for name in self.commands if len(word) > 2 and name.startswith(word)]
        if len(meant) != 1:
            raise Unclear(self._unknown(word))
        self.commands[meant[0]].run(self, rest)

    def _unknown(self, head: str) -> str:
        if plain(head) in ELSEWHERE:
            return f"'{head}' does not work here: {ELSEWHERE[plain(head)]}"
        if len(head) == 1 and head.isalpha() and not self.suggested:
            return f"there are no suggestions here for '{head}'; `help` lists what you can type"
        if len(head) == 1 and head.isalpha():
            return f"there is no suggestion '{head}'; they go from a to {self._last_letter()}"
        if not head.isdecimal() and match(head, actions_named(self.seat)):
            return f"'{head}' is an order, and orders come after the talks: `done` goes on"
        hint = did_you_mean(head, [*self.commands, *ALIASES])
        return f"'{head}' means nothing here; {hint or '`help` lists what does'}"

    def _last_letter(self) -> str:
        return chr(ord("a") + len(self.suggested) - 1)

    def is_command(self, line: str) -> bool:
        """Whether a line begins with a word that works here."""
        head = line.split(" ")[0].casefold()
        return ALIASES.get(head, head) in self.commands

    def confirm(self, question: str) -> bool:
        """Ask for a yes; anything but yes or no is taken for the next command."""
        self.seat.term.say(question)
        line = self.seat.term.ask("yes or no >")
        if plain(line) in YES:
            return True
        if plain(line) not in NO:
            self.seat.term.push(line)
        return False

    def say_drafts(self) -> None:
        """The drafts, numbered."""
        term = self.seat.term
        for number, item in enumerate(self.drafts.items, start=1):
            term.bullet(self.tell(self.seat, item), mark=f"{number}.")
        if not self.drafts.items:
            term.say("No drafts: nothing will be sent.", indent=1)

    def leave(self) -> None:
        """Save, and go. Raises Leave."""
        if self.drafts.items:
            self.seat.term.say(f"Drafts not sent are not saved ({len(self.drafts.items)}).")
        raise Leave(0)


ALIASES = {
    "?": "help",
    "h": "help",
    "exit": "quit",
    "q": "quit",
    "bye": "quit",
    "news": "report",
    "read": "report",
    "status": "situation",
    "cases": "dossiers",
    "case": "dossier",
    "file": "dossier",
    "countries": "nations",
    "goals": "objectives",
    "objective": "objectives",
    "treaty": "treaties",
    "norm": "norms",
    "organisation": "organisations",
    "organizations": "organisations",
    "bodies": "organisations",
    "skills": "capacity",
    "capabilities": "capacity",
    "red": "capacity",
    "belief": "believe",
    "judge": "believe",
    "go": "done",
    "next": "done",
    "end": "done",
    "send": "done",
    "remove": "drop",
    "delete": "drop",
    "list": "drafts",
    "orders": "drafts",
    "menu": "actions",
    "word": "glossary",
    "define": "glossary",
    "retaliation": "r",
}
"""Other words for commands."""

ELSEWHERE = {
    **dict.fromkeys(("order",), "orders come after the talks; `done` goes on"),
    **dict.fromkeys(
        ("ask", "warn", "reassure", "promise", "propose"),
        "messages and proposals belong to the talks, once a turn in two rounds",
    ),
    **dict.fromkeys(
        ("accept", "refuse", "counter", "proposals"), "there is no proposal waiting for your answer"
    ),
    **dict.fromkeys(("yes", "y", "no", "n"), "nothing was asked; `done` goes on"),
    **dict.fromkeys(("undo", "drop", "drafts"), "there are no drafts in this phase"),
}
"""Commands of other phases, and when they work."""
