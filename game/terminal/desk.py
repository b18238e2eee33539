"""A desk: one seat during one phase, with the commands that work there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from game.decisions import UnknownName
from game.language import N_, _
from game.report.names import Unclear, match, mistyped, plain, sentence
from game.scenario.findings import closest
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
    """One thing a player can type: how, what it does (translated where shown), and the doing."""

    usage: str
    about: str
    run: Callable[[Desk, str], None]


Commands = Mapping[str, Command]


@dataclass
class Desk:
    """Where a player decides one thing."""

    seat: Seat
    phase: str  # in the player's language, as what is asked
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
        return _("{name}, turn {turn}, {phase}{count} >").format(
            name=self.seat.name, turn=self.seat.match.turn, phase=self.phase, count=count
        )

    def obey(self, line: str) -> None:
        """Do what a line says, or say what can be typed."""
        try:
            self._do(line)
        except (Unclear, UnknownName) as error:
            self.seat.term.bad(sentence(str(error)))
        except Cancelled:
            self.seat.term.say(_("Nothing changed."), "dim")

    def _do(self, line: str) -> None:
        head, _gap, rest = line.partition(" ")
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
        if len(meant) != 1 or word in ELSEWHERE:
            raise Unclear(self._unknown(word))
        self.commands[meant[0]].run(self, rest)

    def _unknown(self, head: str) -> str:
        if plain(head) in ELSEWHERE:
            said = _("'{word}' does not work here: {why}")
            return said.format(word=head, why=_(ELSEWHERE[plain(head)]))
        if len(head) == 1 and head.isalpha() and not self.suggested:
            said = _("there are no suggestions here for '{word}'; `help` lists what you can type")
            return said.format(word=head)
        if len(head) == 1 and head.isalpha():
            said = _("there is no suggestion '{word}'; they go from a to {last}")
            return said.format(word=head, last=self._last_letter())
        if not head.isdecimal() and match(head, actions_named(self.seat)):
            said = _("'{word}' is an order, and orders come after the talks: `done` goes on")
            return said.format(word=head)
        meant = closest(head, [*self.commands, *ALIASES])
        hint = mistyped(meant) if meant else _("`help` lists what does")
        return _("'{word}' means nothing here; {hint}").format(word=head, hint=hint)

    def _last_letter(self) -> str:
        return chr(ord("a") + len(self.suggested) - 1)

    def is_command(self, line: str) -> bool:
        """Whether a line begins with a word that works here."""
        head = line.split(" ")[0].casefold()
        return ALIASES.get(head, head) in self.commands

    def confirm(self, question: str) -> bool:
        """Ask for a yes; anything but yes or no is taken for the next command."""
        self.seat.term.say(question)
        line = self.seat.term.ask(_("yes or no >"))
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
            term.say(_("No drafts: nothing will be sent."), indent=1)

    def leave(self) -> None:
        """Save, and go. Raises Leave."""
        if self.drafts.items:
            lost = _("Drafts not sent are not saved ({n}).").format(n=len(self.drafts.items))
            self.seat.term.say(lost)
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
    **dict.fromkeys(("order",), N_("orders come after the talks; `done` goes on")),
    **dict.fromkeys(
        ("ask", "warn", "reassure", "promise", "propose"),
        N_("messages and proposals belong to the talks, once a turn in two rounds"),
    ),
    **dict.fromkeys(
        ("accept", "refuse", "counter", "proposals"),
        N_("there is no proposal waiting for your answer"),
    ),
    **dict.fromkeys(("yes", "y", "no", "n"), N_("nothing was asked; `done` goes on")),
    **dict.fromkeys(("undo", "drop", "drafts"), N_("there are no drafts in this phase")),
}
"""Commands of other phases, and when they work."""
