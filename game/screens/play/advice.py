"""What staff says, as jobs for `app.work`: each reads one seat's view, taken when it is asked.

Jobs may run in another thread: views are copies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.decisions import Order, Proposal, to_offers, to_orders
from game.rules.orders import Offers
from game.screens.play.session import Session
from game.staff import acceptance, counsel
from game.staff import forecast as ahead
from game.staff import leads as looking
from game.staff.acceptance import Reception
from game.staff.counsel import Reading
from game.staff.forecast import Forecast
from game.staff.leads import Lead

WORLDS = (64, 256)
"""Imagined worlds of a forecast: a quick look first, then a better one."""


def forecast(session: Session, turns: int = 1) -> Callable[[], Iterator[Forecast]]:
    """If the turn ended now, with the drafted orders: first roughly, then better."""
    seen = session.seen
    rows = to_orders(session.names, session.nation, session.drafts.orders)

    def job() -> Iterator[Forecast]:
        for worlds in WORLDS:
            yield ahead.forecast(seen, rows, turns, worlds)

    return job


def readings(session: Session, order: Order) -> Callable[[], list[Reading]]:
    """How the others would read an order. The order must be complete."""
    seen, row = session.seen, to_orders(session.names, session.nation, [order])
    return lambda: counsel.readings(seen, row)


def reception(session: Session, proposal: Proposal) -> Callable[[], Reception]:
    """Who would sign a proposal as it stands."""
    seen, row = session.seen, _row(session, proposal)
    return lambda: acceptance.reception(seen, row)


def by_clause(session: Session, proposal: Proposal) -> Callable[[], list[Reception]]:
    """Who would sign it with each clause at each level; the first is the draft itself."""
    seen, row = session.seen, _row(session, proposal)
    return lambda: acceptance.by_clause(seen, row)


def leads(session: Session, most: int = 5) -> Callable[[], list[Lead]]:
    """What would tell most about who did it."""
    seen = session.seen
    return lambda: looking.leads(seen, most)


def _row(session: Session, proposal: Proposal) -> Offers:
    return to_offers(session.names, session.nation, [proposal])
