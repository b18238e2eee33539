"""The offers on the table: what each says and means, and yes, no, or a version of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from game.decisions import Proposal, from_offers
from game.language import _
from game.report import words
from game.report.bodies import bodies
from game.report.terms import power
from game.rules.clauses import CLAUSES
from game.rules.powers import Power
from game.screens.bargain.draft import Draft
from game.screens.bargain.prices import of_offer
from game.screens.bargain.transcript import terms
from game.screens.parts.lines import bullet
from game.screens.parts.peers import flag_of
from game.screens.play.session import Session
from game.ui.node import Node, column, row, wrap
from game.ui.widgets import button, card, chip, notice, text


@dataclass(frozen=True)
class Offer:
    """A proposal that waits for an answer."""

    number: int
    proposer: str
    proposal: Proposal


def offers(session: Session) -> list[Offer]:
    """Proposals that the seat is asked to answer."""
    return [_read(session, number) for number in session.match.invited(session.nation)]


def own_offers(session: Session) -> list[Offer]:
    """What the seat itself has put on the table, and others are asked to answer."""
    question = session.match.question
    if question is None or question.offers is None:
        return []
    numbers = np.flatnonzero(question.offers.actor == session.nation).tolist()
    return [_read(session, number) for number in numbers]


def _read(session: Session, number: int) -> Offer:
    """A proposal on the table, by its number."""
    question = session.match.question
    assert question is not None and question.offers is not None
    given = from_offers(session.names, question.offers.take(np.array([number])))
    ((actor, (proposal,)),) = given.items()
    return Offer(number, session.setup.nations[actor], proposal)


def offer_card(
    session: Session, draft: Draft, offer: Offer, late: bool, counsel: Node | None
) -> Node:
    """One offer. late: there is no round left for a counter-offer; counsel: what staff says."""
    given, names = (
        offer.proposal,
        dict(zip(session.setup.nations, session.setup.names, strict=False)),
    )
    who = names[offer.proposer]
    me = session.setup.nations[session.nation]
    with_ = [names[id_] for id_ in given.parties if id_ not in (me, offer.proposer)]
    head = row(
        flag_of(session, offer.proposer, 34),
        column(text(_title(session, given, who), "card"), text(
            _("with {names}").format(names=words.listed(with_)), "label", "text2")
            if with_ and given.organisation is None else None, grow=1),
        _state(session, draft, offer), gap=14,
    )  # fmt: skip
    says = [bullet(line, "check", "accent") for line in terms(session, given, who)]
    means = [text(line, "label", "text2") for line in meaning(given)]
    made = card(
        f"offer.{offer.number}.card", _title(session, given, who), None, head, *says, *means,
        _rule(session, given), _crowded(session, given), of_offer(session, given), counsel,
        _buttons(session, draft, offer, late), gap=9, edge=_edge(session, offer),
    )  # fmt: skip
    return made


def _title(session: Session, given: Proposal, who: str) -> str:
    if given.organisation is not None:
        place = session.setup.ids["organisation"].index(given.organisation)
        return _("{who} moves in {body}").format(who=who, body=words.body(session.match, place))
    if given.counter:
        return _("{who} answers with its own version").format(who=who)
    return _("{who} proposes").format(who=who)


def meaning(given: Proposal) -> list[str]:
    """What it would do, in plain words."""
    if given.power is not None:
        return [power(Power[given.power.upper()])[1]]
    return [_(c.about) for c in CLAUSES if given.clauses.get(c.id) and c.id != "duration"]


def _rule(session: Session, given: Proposal) -> Node:
    """How it is decided, and what silence means."""
    if given.organisation is None:
        said = _("It holds when everybody named in it says yes. No answer counts as no.")
    else:
        body = next(each for each in bodies(session.match, session.nation)
                    if each.id == given.organisation)  # fmt: skip
        said = _("{body} decides by {rule}.").format(body=body.short, rule=body.rule)
    return notice(said, "vote")


def _crowded(session: Session, given: Proposal) -> Node | None:
    """Of several motions in one organisation only one can be carried out."""
    tabled = session.match.question.offers if session.match.question is not None else None
    if given.organisation is None or tabled is None:
        return None
    place = session.setup.ids["organisation"].index(given.organisation)
    if np.count_nonzero(tabled.body == place) < 2:
        return None
    said = _("{body} does one thing at a time: of the motions on its table only one can pass.")
    return notice(said.format(body=words.body(session.match, place)), "hourglass", "warn")


def _edge(session: Session, offer: Offer) -> str:
    answer = session.drafts.answers.get(offer.number)
    return "warn" if answer is None else "good" if answer.accept else "bad"


def _state(session: Session, draft: Draft, offer: Offer) -> Node:
    answer = session.drafts.answers.get(offer.number)
    if draft.answers == offer.number:
        return chip(_("you are writing your version"), "warn", "pencil")
    if answer is None:
        return chip(_("waits for your answer"), "warn", "hourglass")
    if answer.accept:
        return chip(_("you accept"), "good", "check")
    return chip(_("you refuse"), "bad", "x")


def _buttons(session: Session, draft: Draft, offer: Offer, late: bool) -> Node:
    answer = session.drafts.answers.get(offer.number)
    yes, no = (answer is not None and answer.accept is want for want in (True, False))
    why = (
        _("There is no third round: say yes or no, and propose your own next turn.") if late else ""
    )
    counter = partial(draft.counter, offer.number, offer.proposal, offer.proposer)
    return wrap(
        button(f"offer.{offer.number}", _("Accept"), partial(draft.say, offer.number, True),
               sign="circle-check", kind="primary" if not no else "plain", selected=yes),
        button(f"refuse.{offer.number}", _("Refuse"), partial(draft.say, offer.number, False),
               sign="circle-x", kind="danger" if no else "plain", selected=no),
        button(f"counter.{offer.number}", _("Counter"), counter, sign="pencil", disabled=why),
        gap=10,
    )  # fmt: skip
