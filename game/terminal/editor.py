"""Writing a proposal line by line: for `propose` without more, and for counter-offers."""

from __future__ import annotations

from collections.abc import Callable

from game.decisions import Proposal
from game.language import _, _p
from game.report import words
from game.report.names import Noun, Unclear, find, plain, sentence
from game.report.terms import power
from game.report.words import listed
from game.rules.clauses import CLAUSES
from game.rules.powers import Power
from game.terminal.advice import advised, show_reception
from game.terminal.asking import Cancelled
from game.terminal.completing import fault, obvious
from game.terminal.learn import show_clauses
from game.terminal.proposing import Text, body_of, clause_nouns, edit
from game.terminal.seat import Seat

DROP = ("drop", "remove", "without", "no")
"""Words that take something out of a proposal."""


def how(seat: Seat) -> str:
    """What can be typed, with names that exist here."""
    name = seat.others()[0].id
    return _(
        "Type a nation or a clause to add it (`{name}`, `hotline`, `attribution=2`), a ready-made "
        "text (`geneva`), `about CASE`, `accuse SUSPECT`, `norm=NORM`, `drop X`; `clauses` "
        "explains them, `staff` says who would sign; `done` puts it among your drafts, `cancel` "
        "leaves."
    ).format(name=name)


def write(seat: Seat, text: Text, is_command: Callable[[str], bool]) -> Proposal:
    """A proposal from a conversation. Raises Cancelled, and Leave at the end of the input.

    is_command: whether a line is something for the desk, which waits until it is written.
    """
    seat.term.say(how(seat), "dim")
    while True:
        show(seat, text)
        line = seat.term.ask(_("proposal >"))
        word = plain(line)
        if word in ("cancel", "back", "quit"):
            raise Cancelled
        if word in ("help", ""):
            seat.term.say(how(seat), "dim")
        elif word == "clauses":
            show_clauses(seat)
        elif word == "staff":
            _ask_staff(seat, text)
        elif word in ("done", "send", "ok", "table"):
            text = obvious(seat, text)
            wrong = fault(seat, text)
            if not wrong:
                return text.proposal()
            seat.term.bad(_("Not yet: {why}.").format(why=wrong))
        else:
            _change(seat, text, line, is_command)


def _ask_staff(seat: Seat, text: Text) -> None:
    """Who would sign it as it stands."""
    try:
        advised(seat)
        show_reception(seat, obvious(seat, text).proposal())
    except Unclear as error:
        seat.term.bad(sentence(str(error)))


def _change(seat: Seat, text: Text, line: str, is_command: Callable[[str], bool]) -> None:
    head, _gap, rest = line.partition(" ")
    try:
        if plain(head) in DROP:
            _drop(seat, text, rest)
        else:
            edit(seat, text, line.removeprefix("add ").removeprefix("set "))
    except Unclear as error:
        later = _("'{word}' has to wait until the proposal is written: `done` or `cancel` first")
        waits = is_command(line) and plain(head) not in DROP
        said = later.format(word=head) if waits else str(error)
        seat.term.bad(sentence(said))


def _drop(seat: Seat, text: Text, name: str) -> None:
    """Take a party, a clause, the case or the accused out. Raises Unclear."""
    if plain(name) in ("about", "case"):
        text.incident = None
        return
    if plain(name) in ("accuse", "accused", "naming"):
        text.accused = None
        return
    if plain(name) in ("norm", "question", "topic"):
        text.topic = None
        return
    if plain(name) in ("organisation", "power") or name == text.organisation:
        text.organisation = text.power = None
        return
    here = [n for n in seat.others() if n.id in text.parties]
    here += [Noun("clause", n.id, n.label) for n in clause_nouns() if text.clauses.get(n.id)]
    if not here:
        raise Unclear(_("there is no party and no clause in it to drop"))
    noun = find(name, here, _("party or clause in it"))
    if noun.kind == "clause":
        del text.clauses[noun.id]
    else:
        text.parties.remove(noun.id)


def show(seat: Seat, text: Text) -> None:
    """The proposal as it stands."""
    seat.term.say(_between(seat, text.proposal()), "bold")
    for line in terms(seat, text.proposal()) or [_("(no clause yet)")]:
        seat.term.bullet(line, indent=2)


def _between(seat: Seat, proposal: Proposal) -> str:
    """Who would be bound, or which organisation would act, and how that decides."""
    if proposal.organisation is not None:
        body = body_of(seat, proposal.organisation)
        said = _("In {body}, which decides by {rule}:")
        return said.format(body=body.short, rule=body.rule)
    parties = listed(seat.label("nation", p) for p in proposal.parties)
    return _("Between you and {names}:").format(names=parties or _("(nobody yet)"))


def terms(seat: Seat, proposal: Proposal, proposer: str = "") -> list[str]:
    """What a proposal says, a line for each clause; it is the player's own if nobody is named."""
    who = proposer or _p("paid by", "you")
    return words.proposal_text(seat.match, seat.match.world, proposal, who)


def told(seat: Seat, proposal: Proposal) -> str:
    """A proposal in one line."""
    if proposal.organisation is not None:
        to = body_of(seat, proposal.organisation).short
    else:
        to = listed(seat.label("nation", p) for p in proposal.parties)
    said = _("Propose to {names}: {terms}")
    return said.format(names=to, terms=words.series(terms(seat, proposal)))


def meaning(seat: Seat, proposal: Proposal) -> list[str]:
    """What a proposal would mean, in plain words."""
    if proposal.power is not None:
        return [power(Power[proposal.power.upper()])[1]]
    return [_(c.about) for c in CLAUSES if proposal.clauses.get(c.id) and c.id != "duration"]
