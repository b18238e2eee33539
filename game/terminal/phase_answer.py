"""Answer: proposals of the others, to accept, refuse or counter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.decisions import Answer, Proposal, Reply, from_offers
from game.report.names import Unclear, either, sentence
from game.report.words import listed
from game.terminal import editor
from game.terminal.common import ALWAYS, DRAFTING
from game.terminal.desk import Command, Desk
from game.terminal.proposing import body_of, from_proposal
from game.terminal.seat import Seat


@dataclass(frozen=True)
class Said:
    """An answer to a proposal, perhaps with a counter-offer."""

    number: int  # as shown to the player, from 1
    offer: int
    accept: bool
    counter: Proposal | None = None


@dataclass(frozen=True)
class Offer:
    """A proposal on the table."""

    number: int
    offer: int
    proposer: str
    proposal: Proposal


def offers(seat: Seat) -> list[Offer]:
    """Proposals that wait for an answer of this seat."""
    question = seat.match.question
    if question is None or question.offers is None:
        return []
    found = []
    for number, row in enumerate(seat.match.invited(seat.nation), start=1):
        given = from_offers(seat.names, question.offers.take(np.array([row])))
        for actor, proposals in given.items():
            proposer = seat.names.ids("nation")[actor]
            found.append(Offer(number, row, proposer, proposals[0]))
    return found


def answer(seat: Seat, round_: int, save: Callable[[], str]) -> Reply:
    """Take answers to what lies on the table. Raises Leave."""
    late = "" if round_ > 1 else ", `counter 1` to answer with your own version"
    asked = (
        f"ANSWER. `accept 1` signs, `refuse 1` does not{late}. A treaty holds when everybody "
        "named in it accepts, and no answer counts as no; an organisation decides by its own rule. "
        "`done` sends your answers, and what is sent is final."
    )
    seat.term.head(f"Turn {seat.match.turn}: proposals on the table")
    _show(seat)
    seat.term.say(asked)
    commands = dict(_COMMANDS)
    if round_ > 1:
        commands["counter"] = Command("counter N", "only in round 1", _too_late)
    desk = Desk(seat, f"answers {round_}", asked, commands, save, told).run()
    return reply(desk.drafts.items)


def reply(said: list[Said]) -> Reply:
    """Answers as the game takes them."""
    counters = tuple(each.counter for each in said if each.counter is not None)
    answers = tuple(Answer(each.offer, each.accept) for each in said)
    return Reply(answers=answers, proposals=counters)


def _show(seat: Seat) -> None:
    """What is on the table; what a clause means is said once."""
    explained: set[str] = set()
    for offer in offers(seat):
        show_offer(seat, offer, explained)


def show_offer(seat: Seat, offer: Offer, explained: set[str]) -> None:
    """One proposal, and what its clauses mean, unless that has been explained."""
    who = seat.label("nation", offer.proposer)
    seat.term.say(f"{offer.number}. {_heading(seat, offer, who)}:", "bold")
    for line in editor.terms(seat, offer.proposal, who):
        seat.term.bullet(line, indent=3)
    notes = editor.meaning(seat, offer.proposal) if seat.guided else []
    for line in (*silence(seat, offer.proposal), *(n for n in notes if n not in explained)):
        seat.term.say(line, "dim", 5)
    explained |= set(notes)


def _heading(seat: Seat, offer: Offer, who: str) -> str:
    """Whose proposal it is, and who would take part."""
    given = offer.proposal
    if given.organisation is not None:
        return f"{who} moves in {body_of(seat, given.organisation).short}"
    others = [seat.label("nation", n) for n in given.parties if n != seat.id]
    kind = "Counter-offer" if given.counter else "Proposal"
    return f"{kind} of {who} to you" + (f", with {listed(others)}" if others else "")


def silence(seat: Seat, proposal: Proposal) -> list[str]:
    """How an organisation decides, and so what it means to leave its vote without an answer."""
    if proposal.organisation is None:
        return []
    return [sentence(f"it decides by {body_of(seat, proposal.organisation).rule}")]


def told(seat: Seat, said: Said) -> str:
    """An answer in words."""
    if said.counter is not None:
        return f"Counter proposal {said.number}: {editor.told(seat, said.counter)}"
    return f"{'Accept' if said.accept else 'Refuse'} proposal {said.number}"


def _offer(desk: Desk, text: str) -> Offer:
    known = offers(desk.seat)
    if not text and len(known) == 1:
        return known[0]
    number = text.split()[0] if text else ""
    if not number.isdecimal() or not 1 <= int(number) <= len(known):
        raise Unclear(f"say which proposal: {either(str(o.number) for o in known)}")
    return known[int(number) - 1]


def _say(desk: Desk, said: Said) -> None:
    """Put an answer among the drafts, in place of an earlier one."""
    kept = [each for each in desk.drafts.items if each.offer != said.offer]
    desk.drafts.change([*kept, said])
    desk.seat.term.good(f"{told(desk.seat, said)}. `done` sends, `undo` takes back.")


def _accept(desk: Desk, text: str) -> None:
    offer = _offer(desk, text)
    _say(desk, Said(offer.number, offer.offer, True))


def _refuse(desk: Desk, text: str) -> None:
    offer = _offer(desk, text)
    _say(desk, Said(offer.number, offer.offer, False))


def _counter(desk: Desk, text: str) -> None:
    offer = _offer(desk, text)
    start = from_proposal(desk.seat, offer.proposal, offer.proposer)
    written = editor.write(desk.seat, start)
    _say(desk, Said(offer.number, offer.offer, False, written))


def _too_late(desk: Desk, text: str) -> None:
    raise Unclear(
        "a counter-offer now would come too late: there is no third round. `accept 1` "
        "or `refuse 1`, and propose your own version next turn"
    )


def _proposals(desk: Desk, text: str) -> None:
    _show(desk.seat)


def _done(desk: Desk, text: str) -> None:
    said = {each.offer for each in desk.drafts.items}
    open_ = [o.number for o in offers(desk.seat) if o.offer not in said]
    which = listed(str(n) for n in open_)
    left = f"Proposals {which} stay" if len(open_) > 1 else f"Proposal {which} stays"
    desk.done = not open_ or desk.confirm(f"{left} without an answer. Go on?")


_COMMANDS = {
    "accept": Command("accept N", "sign proposal N", _accept),
    "refuse": Command("refuse N", "do not sign it", _refuse),
    "counter": Command("counter N", "answer with your own version, for round 2", _counter),
    "proposals": Command("proposals", "show them again", _proposals),
    **DRAFTING,
    "done": Command("done", "send the answers and go on", _done),
    **ALWAYS,
}
