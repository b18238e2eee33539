"""Writing a proposal line by line: for `propose` without more, and for counter-offers."""

from __future__ import annotations

from game.decisions import Proposal
from game.report import words
from game.rules.clauses import CLAUSES
from game.terminal.asking import Cancelled
from game.terminal.learn import show_clauses
from game.terminal.names import Noun, Unclear, find, listed, plain, sentence
from game.terminal.seat import Seat
from game.terminal.talking import Text, clause_nouns, edit, fault, obvious

HOW = (
    "Type a nation or a clause to add it (`tolvar`, `hotline`, `attribution=2`), `about CASE`, "
    "`accuse SUSPECT`, `drop X`; `clauses` explains them; `done` puts it among your drafts, "
    "`cancel` leaves."
)


def write(seat: Seat, text: Text) -> Proposal:
    """A proposal from a conversation. Raises Cancelled, and Leave at the end of the input."""
    seat.term.say(HOW, "dim")
    while True:
        show(seat, text)
        line = seat.term.ask("proposal >")
        word = plain(line)
        if word in ("cancel", "back", "quit"):
            raise Cancelled
        if word in ("help", ""):
            seat.term.say(HOW, "dim")
        elif word == "clauses":
            show_clauses(seat)
        elif word in ("done", "send", "ok", "table"):
            text = obvious(seat, text)
            wrong = fault(seat, text)
            if not wrong:
                return text.proposal()
            seat.term.bad(f"Not yet: {wrong}.")
        else:
            _change(seat, text, line)


def _change(seat: Seat, text: Text, line: str) -> None:
    head, _, rest = line.partition(" ")
    try:
        if plain(head) in ("drop", "remove", "without", "no"):
            _drop(seat, text, rest)
        else:
            edit(seat, text, line.removeprefix("add ").removeprefix("set "))
    except Unclear as error:
        seat.term.bad(sentence(str(error)))


def _drop(seat: Seat, text: Text, name: str) -> None:
    """Take a party, a clause, the case or the accused out. Raises Unclear."""
    if plain(name) in ("about", "case"):
        text.incident = None
        return
    if plain(name) in ("accuse", "accused", "naming"):
        text.accused = None
        return
    here = [n for n in seat.others() if n.id in text.parties]
    here += [Noun("clause", n.id, n.label) for n in clause_nouns() if text.clauses.get(n.id)]
    noun = find(name, here, "party or clause in it")
    if noun.kind == "clause":
        del text.clauses[noun.id]
    else:
        text.parties.remove(noun.id)


def show(seat: Seat, text: Text) -> None:
    """The proposal as it stands."""
    parties = [seat.label("nation", p) for p in text.parties]
    seat.term.say(f"Between you and {listed(parties) or '(nobody yet)'}:", "bold")
    for line in terms(seat, text.proposal()) or ["(no clause yet)"]:
        seat.term.bullet(line, indent=2)


def terms(seat: Seat, proposal: Proposal) -> list[str]:
    """What a proposal says, a line for each clause."""
    return words.proposal_text(seat.match, seat.match.world, proposal)


def told(seat: Seat, proposal: Proposal) -> str:
    """A proposal in one line."""
    parties = [seat.label("nation", p) for p in proposal.parties]
    return f"Propose to {listed(parties)}: {'; '.join(terms(seat, proposal))}"


def meaning(seat: Seat, proposal: Proposal) -> list[str]:
    """What the lasting clauses of a proposal would mean, in plain words."""
    return [c.about for c in CLAUSES if proposal.clauses.get(c.id) and c.id != "duration"]
