"""What staff says, as jobs for `app.work`: each reads one seat's view, taken when it is asked.

Jobs may run in another thread, and most in another process: a view is a copy, and holds nothing
that the seat may not see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import numpy as np

from game.decisions import Order, Proposal, to_offers, to_orders
from game.rules.orders import Offers
from game.screens.play.session import Session
from game.staff import acceptance, counsel
from game.staff import forecast as ahead
from game.staff import leads as looking
from game.staff import stakes as hanging
from game.ui.helper import Apart

WORLDS = (64, 256)
"""Imagined worlds of a forecast: a quick look first, then a better one."""


def forecast(session: Session, turns: int = 1) -> Callable[[], Iterator[Apart]]:
    """If the turn ended now, with the drafted orders: first roughly, then better."""
    rows = to_orders(session.names, session.nation, session.drafts.orders)
    jobs = [Apart(ahead.forecast, session.seen, rows, turns, worlds) for worlds in WORLDS]
    return partial(iter, jobs)


def readings(session: Session, order: Order) -> Callable[[], Apart]:
    """How the others would read an order. The order must be complete."""
    row = to_orders(session.names, session.nation, [order])
    return partial(Apart, counsel.readings, session.seen, row)


def reception(session: Session, proposal: Proposal) -> Callable[[], Apart]:
    """Who would sign a proposal as it stands."""
    return partial(Apart, acceptance.reception, session.seen, _row(session, proposal))


def by_clause(session: Session, proposal: Proposal) -> Callable[[], Apart]:
    """Who would sign it with each clause at each level; the first is the draft itself."""
    return partial(Apart, acceptance.by_clause, session.seen, _row(session, proposal))


def stakes(session: Session, offer: int) -> Callable[[], Apart]:
    """What an offer on the table would do to the seat. offer: its number there."""
    question = session.match.question
    assert question is not None and question.offers is not None
    row = question.offers.take(np.array([offer]))
    return partial(Apart, hanging.stakes, session.seen, replace(row, world=np.array([0])))


def leads(session: Session, most: int = 5) -> Callable[[], Apart]:
    """What would tell most about who did it."""
    return partial(Apart, looking.leads, session.seen, most)


def _row(session: Session, proposal: Proposal) -> Offers:
    return to_offers(session.names, session.nation, [proposal])
