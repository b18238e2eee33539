"""What is still to be decided in a step, and where. Going there decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.decisions import Proposal
from game.language import _
from game.report import terms, words
from game.report.dossier import ACTIVE
from game.rules.world import NOBODY, Promise
from game.screens.play.cases import open_cases
from game.screens.play.session import Session
from game.staff.cautions import words_broken

NOTHING = Proposal((), {})
"""A text in which nothing was written."""


@dataclass(frozen=True)
class Todo:
    """One thing that is open."""

    kind: str  # judge, text, answer, void, word, idle, promise
    text: str
    screen: str  # "situation" or "negotiation"
    id: str  # the node that decides it
    incident: int = NOBODY


def unresolved(session: Session) -> list[Todo]:
    """Everything open in this step; orders that would be void, too."""
    step = session.step
    find = _FINDERS.get(step.name) if step is not None else None
    if find is None:
        return []
    state = session.drafts, session.writing()
    return session.kept("todos", lambda: list(find(session)), state)


def _judge(session: Session) -> Iterator[Todo]:
    """Cases of which nothing was said in this turn, drafts included. What was said can stand."""
    match, turn = session.match, session.turn
    said = {s.incident for s in match.stated if s.nation == session.nation and s.turn == turn}
    for each in open_cases(session):
        if each.own_doing or each.incident in said or each.incident in session.drafts.beliefs:
            continue
        text = _("Say whom you believe behind {case}")
        if session.believed(each) is not None:
            text = _("Say whom you believe behind {case}, or that it is still so")
        text = text.format(case=each.title)
        yield Todo("judge", text, "situation", f"case.{each.id}", each.incident)


def _talk(session: Session) -> Iterator[Todo]:
    """What is written at the table and not among what is to be sent: it would be lost."""
    written = session.writing()
    if written is None:
        return
    if written.text != NOTHING:
        text = _("The text you are writing is not tabled, and would not be sent.")
        yield Todo("text", text, "negotiation", "table_it")
    if written.message is not None:
        text = _("The message you are writing was not added, and would not be sent.")
        yield Todo("text", text, "negotiation", "add_message")


def _answer(session: Session) -> Iterator[Todo]:
    """Proposals that wait for yes or no."""
    question = session.match.question
    offers = question.offers if question is not None else None
    for number in session.match.invited(session.nation):
        if number in session.drafts.answers or offers is None:
            continue
        who = words.nation(session.match, offers.actor[number])
        text = _("Answer the proposal of {nation}").format(nation=who)
        yield Todo("answer", text, "negotiation", f"offer.{number}")


def _order(session: Session) -> Iterator[Todo]:
    """Orders that would do nothing, promises due, and cases that nothing is done about."""
    reasons, _left = session.void()
    orders = session.drafts.orders
    for place, (order, why) in enumerate(zip(orders, reasons, strict=True)):
        if why:
            text = _("{order} would do nothing: {why}").format(order=session.told(order), why=why)
            yield Todo("void", text, "situation", f"order.{place}")
        for broken in words_broken(session.seat, order):
            text = words.labelled(session.told(order), broken)
            yield Todo("word", text, "situation", f"order.{place}")
    yield from _owed(session)
    for each in open_cases(session):
        if each.status == ACTIVE and all(order.incident != each.id for order in orders):
            text = _("{case} has no order").format(case=each.title)
            yield Todo("idle", text, "situation", f"case.{each.id}", each.incident)


def _owed(session: Session) -> Iterator[Todo]:
    """Promises of help or evidence that fall due in this turn and no order keeps."""
    actions = {action.id: action for action in session.names.actions}
    done = {(order.target, actions[order.action].keeps) for order in session.drafts.orders}
    promised = session.seen.promised[0, :, :, 0]
    for other, id in enumerate(session.names.ids("nation")):
        for kind in (Promise.HELP, Promise.SHARE):
            if promised[other, kind] == session.turn and (id, kind) not in done:
                whom = words.nation(session.match, other)
                text = _("You promised {nation} {what}: due now")
                text = text.format(nation=whom, what=terms.promise(kind))
                yield Todo("promise", text, "situation", "add_order")


_FINDERS: dict[str, Callable[[Session], Iterator[Todo]]] = {
    "judge": _judge,
    "talk": _talk,
    "answer": _answer,
    "order": _order,
}
"""What finds what is open, by step. In the talks nothing has to be said, but what was written is
not to be lost."""
