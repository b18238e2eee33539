"""Questions with numbered answers; an answer that is a command instead is given back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.decisions import Order
from game.language import _
from game.report.forms import Column, against, called, columns, nouns
from game.report.names import Noun, Unclear, find, plain, sentence
from game.terminal.console import Terminal
from game.terminal.seat import Seat
from game.terminal.typed import Draft

CANCEL = {"", "cancel", "back", "no", "none", "stop"}
TRIES = 3


class Cancelled(Exception):
    """The player thought better of it."""


def choose(
    term: Terminal,
    question: str,
    known: Sequence[Noun],
    is_command: Callable[[str], bool],
    why_not: Callable[[Noun], str] = lambda noun: "",
) -> Noun:
    """One of some things, by number or by name. Raises Cancelled."""
    term.say(question, "bold")
    rows = []
    for number, noun in enumerate(known, start=1):
        reason = why_not(noun)
        closed = _("not now: {why}").format(why=reason)
        rows.append([str(number), noun.label + (f"  ({closed})" if reason else "")])
    term.table(rows, right=(0,))
    for _try in range(TRIES):
        line = term.ask(_("number or name (Enter: cancel) >"))
        if plain(line) in CANCEL:
            raise Cancelled
        try:
            return _picked(line, known)
        except Unclear as error:
            if is_command(line):
                term.push(line)
                raise Cancelled from None
            term.bad(sentence(str(error)))
    raise Cancelled


def _picked(line: str, known: Sequence[Noun]) -> Noun:
    if line.isdecimal():
        if 1 <= int(line) <= len(known):
            return known[int(line) - 1]
        raise Unclear(_("type a number from 1 to {n}").format(n=len(known)))
    return find(line, known, _("answer"))


def complete(seat: Seat, draft: Draft, is_command: Callable[[str], bool]) -> Order:
    """Ask for what an order still lacks. Raises Cancelled."""
    while draft.missing():
        column = draft.missing()[0]
        _fill(seat, draft, column, is_command)
    return draft.order()


def complete_all(seat: Seat, draft: Draft, is_command: Callable[[str], bool]) -> Order:
    """The same, asking for what may be left out as well."""
    order = complete(seat, draft, is_command)
    for column in draft.free():
        if column.kind == "cover":
            _fill_cover(seat, draft, column, is_command)
        else:
            _fill(seat, draft, column, is_command)
    return draft.order() if columns(draft.action) else order


def _fill(seat: Seat, draft: Draft, column: Column, is_command: Callable[[str], bool]) -> None:
    known = nouns(seat, draft.action, column, draft.filled)
    if not known:
        said = _("There is nothing to choose: no {kind} fits this order now.")
        seat.term.bad(said.format(kind=called(column)))
        raise Cancelled
    noun = choose(
        seat.term,
        _asked(draft, column),
        known,
        is_command,
        lambda n: against(seat, draft.action, column, n),
    )
    draft.filled[column.name] = noun.id
    if column.kind == "card":
        draft.filled.setdefault("incident", noun.of)


def _asked(draft: Draft, column: Column) -> str:
    """What is ordered, and what is asked about it."""
    return f"{_(draft.action.label)}. {_(column.question)}"


def _fill_cover(
    seat: Seat, draft: Draft, column: Column, is_command: Callable[[str], bool]
) -> None:
    own = Noun("cover", "", _("nobody's: no false flag"))
    known = [own, *nouns(seat, draft.action, column, draft.filled)]
    noun = choose(seat.term, _asked(draft, column), known, is_command)
    if noun.id:
        draft.filled[column.name] = noun.id
