"""What the table costs: capital for what is said, funds for what is signed, and what one has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.decisions import Proposal
from game.language import _
from game.rules.clauses import Clause
from game.screens.bargain.draft import Draft
from game.screens.play.drafts import Drafts
from game.screens.play.session import Session
from game.staff.drafting import PAID, Funds, funds_due, price
from game.staff.legality import number, price_text
from game.ui.node import Node
from game.ui.widgets import text


def of_clause(clause: Clause) -> str:
    """What a clause costs, where it is a matter of money."""
    if clause.id not in PAID:
        return ""
    each = price_text({"funds": float(PAID[clause.id])})
    return _("Whoever pays gives {price} to each, once it is signed.").format(price=each)


def of_tabling(session: Session, draft: Draft) -> str:
    """What it costs to table the text, and what is left to pay it with."""
    free = draft.text.counter or draft.place is not None
    own = {} if free else {"capital": price(1, 0)}
    left = number(float(session.seen.capital[0, 0]) - spent(session.drafts))
    return _("Tabling it: {price}; you have {left}.").format(price=price_text(own), left=left)


def capital_left(session: Session) -> str:
    """What is left to pay for words with, where the figures of the desk have no room."""
    left = number(float(session.seen.capital[0, 0]) - spent(session.drafts))
    return _("Political capital: {n}").format(n=left)


def of_text(session: Session, draft: Draft) -> Node | None:
    """What the text would cost in funds, were it signed by all."""
    me = session.setup.nations[session.nation]
    return in_funds(session, funds_due(draft.text, me, mine=True))


def of_offer(session: Session, given: Proposal) -> Node | None:
    """What somebody's offer would cost in funds."""
    me = session.setup.nations[session.nation]
    return in_funds(session, funds_due(given, me, mine=False))


def in_funds(session: Session, due: Funds) -> Node | None:
    """Funds that are due once something is signed, beside what there is."""
    if not due.total:
        return None
    said = _("Once signed, it takes {total} of {have} in funds: {each} to each of {count}.")
    if due.count == 1:
        said = _("Once signed, it takes {total} of {have} in funds.")
    have = float(session.seen.funds[0, 0])
    told = said.format(count=due.count, each=number(due.each), total=number(due.total),
                       have=number(have))  # fmt: skip
    return text(told, "label", "bad" if due.total > have else "warn")


def spent(drafts: Drafts) -> float:
    """Capital that what is to be sent costs; a counter-offer is free."""
    return price(sum(not each.counter for each in drafts.proposals), len(drafts.messages))


def of_all(session: Session, accepted: Sequence[Proposal]) -> Iterator[str]:
    """What all that is to be sent costs: capital now, and funds if it is signed.

    accepted: offers of others to which one says yes.
    """
    capital = spent(session.drafts)
    if capital:
        have = number(float(session.seen.capital[0, 0]))
        said = _("All of it costs {price}; you have {have}.")
        yield said.format(price=price_text({"capital": capital}), have=have)
    me = session.setup.nations[session.nation]
    due = [funds_due(each, me, mine=True) for each in session.drafts.proposals]
    due += [funds_due(each, me, mine=False) for each in accepted]
    funds = sum(each.total for each in due)
    if funds:
        said = _("What of it is signed costs you up to {price}; you have {have}.")
        have = number(float(session.seen.funds[0, 0]))
        yield said.format(price=price_text({"funds": funds}), have=have)
