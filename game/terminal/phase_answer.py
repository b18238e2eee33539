"""Answer: proposals of the others, to accept, refuse or counter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from game.decisions import Answer, Proposal, Reply, from_offers
from game.language import N_, _, _n
from game.report.names import Unclear, either, plain, sentence
from game.report.words import listed, series
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
    early = _("ANSWER. `accept 1` signs, `refuse 1` does not, `counter 1` to answer with your own "
              "version.")  # fmt: skip
    late = _("ANSWER. `accept 1` signs, `refuse 1` does not.")
    rest = _(
        "A treaty holds when everybody named in it accepts, and no answer counts as no; an "
        "organisation decides by its own rule. `done` sends your answers, and what is sent is "
        "final."
    )
    asked = f"{late if round_ > 1 else early} {rest}"
    seat.term.head(_("Turn {n}: proposals on the table").format(n=seat.match.turn))
    _show(seat)
    seat.term.say(asked)
    commands = dict(_COMMANDS)
    if round_ > 1:
        commands["counter"] = Command("counter N", N_("only in round 1"), _too_late)
    phase = _("answers {n}").format(n=round_)
    desk = Desk(seat, phase, asked, commands, save, told).run()
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
    head = _("{n}. {heading}:").format(n=offer.number, heading=_heading(seat, offer, who))
    seat.term.say(head, "bold")
    for line in editor.terms(seat, offer.proposal, who):
        seat.term.bullet(line, indent=3)
    if offer.proposal.incident not in (None, *(d.id for d in seat.dossiers)):
        seat.term.say(_("You know nothing of that case: you have no file on it."), "yellow", 5)
    notes = editor.meaning(seat, offer.proposal) if seat.guided else []
    for line in (*silence(seat, offer.proposal), *(n for n in notes if n not in explained)):
        seat.term.say(line, "dim", 5)
    explained |= set(notes)


def _heading(seat: Seat, offer: Offer, who: str) -> str:
    """Whose proposal it is, and who would take part."""
    given = offer.proposal
    if given.organisation is not None:
        body = body_of(seat, given.organisation).short
        return _("{who} moves in {body}").format(who=who, body=body)
    others = [seat.label("nation", n) for n in given.parties if n != seat.id]
    if given.counter:
        alone, several = (
            _("Counter-offer of {who} to you"),
            _("Counter-offer of {who} to you, with {others}"),
        )
    else:
        alone, several = (
            _("Proposal of {who} to you"),
            _("Proposal of {who} to you, with {others}"),
        )
    return (several if others else alone).format(who=who, others=listed(others))


def silence(seat: Seat, proposal: Proposal) -> list[str]:
    """How an organisation decides, and so what it means to leave its vote without an answer."""
    if proposal.organisation is None:
        return []
    rule = body_of(seat, proposal.organisation).rule
    return [sentence(_("it decides by {rule}").format(rule=rule))]


def told(seat: Seat, said: Said) -> str:
    """An answer in words."""
    if said.counter is not None:
        own = editor.told(seat, said.counter)
        return _("Counter proposal {n}: {text}").format(n=said.number, text=own)
    answered = _("Accept proposal {n}") if said.accept else _("Refuse proposal {n}")
    return answered.format(n=said.number)


def _offers(desk: Desk, text: str) -> list[Offer]:
    """The proposals that numbers name, each once. Raises Unclear."""
    known = offers(desk.seat)
    typed = [word for word in text.replace(",", " ").split() if plain(word) != "and"]
    if not typed and len(known) == 1:
        return known
    which = _("say which proposal: {which}").format(which=either(str(o.number) for o in known))
    if not typed:
        raise Unclear(which)
    by_number = {str(offer.number): offer for offer in known}
    wrong = next((word for word in typed if word not in by_number), None)
    if wrong is not None:
        said = _("there is no proposal '{text}'; {which}")
        raise Unclear(said.format(text=wrong, which=which))
    return [by_number[number] for number in dict.fromkeys(typed)]


def _say(desk: Desk, said: Sequence[Said]) -> None:
    """Put answers among the drafts, in place of earlier ones."""
    answered = {each.offer for each in said}
    kept = [each for each in desk.drafts.items if each.offer not in answered]
    desk.drafts.change([*kept, *said])
    noted = _("{answer}. `done` sends, `undo` takes back.")
    told_ = series(told(desk.seat, each) for each in said)
    desk.seat.term.good(noted.format(answer=told_))


def _sign(accept: bool) -> Callable[[Desk, str], None]:
    def run(desk: Desk, text: str) -> None:
        _say(desk, [Said(each.number, each.offer, accept) for each in _offers(desk, text)])

    return run


def _counter(desk: Desk, text: str) -> None:
    chosen = _offers(desk, text)
    if len(chosen) > 1:
        raise Unclear(_("one counter-offer at a time: `counter {n}`").format(n=chosen[0].number))
    offer = chosen[0]
    start = from_proposal(desk.seat, offer.proposal, offer.proposer)
    written = editor.write(desk.seat, start, desk.is_command)
    _say(desk, [Said(offer.number, offer.offer, False, written)])


def _too_late(desk: Desk, text: str) -> None:
    raise Unclear(
        _(
            "a counter-offer now would come too late: there is no third round. `accept 1` "
            "or `refuse 1`, and propose your own version next turn"
        )
    )


def _proposals(desk: Desk, text: str) -> None:
    _show(desk.seat)


def _done(desk: Desk, text: str) -> None:
    said = {each.offer for each in desk.drafts.items}
    open_ = [o.number for o in offers(desk.seat) if o.offer not in said]
    left = _n(
        "Proposal {which} stays without an answer. Go on?",
        "Proposals {which} stay without an answer. Go on?",
        len(open_),
    )
    which = listed(str(n) for n in open_)
    desk.done = not open_ or desk.confirm(left.format(which=which))


_COMMANDS = {
    "accept": Command("accept N …", N_("sign proposal N, or several: `accept 1 3`"), _sign(True)),
    "refuse": Command("refuse N …", N_("do not sign it"), _sign(False)),
    "counter": Command("counter N", N_("answer with your own version, for round 2"), _counter),
    "proposals": Command("proposals", N_("show them again"), _proposals),
    **DRAFTING,
    "done": Command("done", N_("send the answers and go on"), _done),
    **ALWAYS,
}
