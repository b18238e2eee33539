"""Help: what can be typed here, the common things first."""

from __future__ import annotations

from collections.abc import Container, Sequence

from game.language import _
from game.report.names import Noun, Unclear, match
from game.report.words import listed
from game.terminal.desk import ELSEWHERE, Commands, Desk
from game.terminal.typed import actions_named

DEEPER = ("organisations", "norms", "law", "capacity", "promises", "ladder", "r", "bars", "level")
"""Commands that a newcomer does not need yet."""

ALL = "all"

LEAST = 3
"""Letters of a name that is cut short."""


def show_help(desk: Desk, text: str, always: Container[str]) -> None:
    """Every command, or those that begin like a text. Raises Unclear if none does.

    At guided level what a newcomer does not need is only named. always: commands of every phase.
    """
    known = _meant(desk, text)
    term = desk.seat.term
    term.head(_("Help"))
    if not text:
        term.say(desk.asked)
    new = desk.seat.guided and not text
    shown = {name: c for name, c in known.items() if not (new and name in DEEPER)}
    here = [command for name, command in shown.items() if name not in always]
    other = [command for name, command in shown.items() if name in always]
    for title, group in ((_("In this phase"), here), (_("Always"), other)):
        if group:
            term.say(title, "bold")
            term.table([[f"{c.usage:<22}", _(c.about)] for c in group])
    if new:
        deeper = listed(f"`{name}`" for name in DEEPER)
        term.say(_("Deeper: {commands}; `help all` explains them.").format(commands=deeper))
    if text in ("", ALL):
        nations = desk.seat.others()
        short = _("Names may be cut short: `nation {start}` will do.")
        term.say(short.format(start=_start(nations[0], nations)), "dim")


def _start(noun: Noun, nouns: Sequence[Noun]) -> str:
    """The least of an id that names its noun alone."""
    starts = (noun.id[:n] for n in range(LEAST, len(noun.id)))
    return next((start for start in starts if match(start, nouns) == [noun]), noun.id)


def _meant(desk: Desk, text: str) -> Commands:
    """The commands that a text means. Raises Unclear."""
    if text in ("", ALL):
        return desk.commands
    if text in desk.commands:
        return {text: desk.commands[text]}
    known = {name: c for name, c in desk.commands.items() if name.startswith(text)}
    if known:
        return known
    if text in ELSEWHERE:
        said = _("`{word}` does not work here: {why}")
        raise Unclear(said.format(word=text, why=_(ELSEWHERE[text])))
    order = match(text, actions_named(desk.seat))
    if order:
        said = _("there is no command '{word}'; it is an order, and `action {id}` explains it")
        raise Unclear(said.format(word=text, id=order[0].id))
    raise Unclear(_("there is no command '{word}'; `help` alone lists them all").format(word=text))
