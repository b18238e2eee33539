"""What staff says, as jobs for `app.work`: each reads one seat's view, taken when it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from game.decisions import Order, Proposal, to_offers, to_orders
from game.staff.acceptance import Reception, by_clause, reception
from game.staff.counsel import Reading, readings
from game.staff.forecast import Forecast, forecast
from game.staff.leads import Lead, leads

if TYPE_CHECKING:
    from game.screens.session import Session

WORLDS = (64, 256)
"""Imagined worlds of a forecast: a quick look first, then a better one."""


class Advice:
    """The staff of a session. Jobs may run in another thread: views are copies."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def forecast(self, turns: int = 1) -> Callable[[], Iterator[Forecast]]:
        """If the turn ended now, with the drafted orders: first roughly, then better."""
        seen, rows = self._session.seen, self._session.rows()

        def job() -> Iterator[Forecast]:
            for worlds in WORLDS:
                yield forecast(seen, rows, turns, worlds)

        return job

    def readings(self, order: Order) -> Callable[[], list[Reading]]:
        """How the others would read an order. The order must be complete."""
        session = self._session
        seen, row = session.seen, to_orders(session.names, session.nation, [order])
        return lambda: readings(seen, row)

    def reception(self, proposal: Proposal) -> Callable[[], Reception]:
        """Who would sign a proposal as it stands."""
        session = self._session
        seen, row = session.seen, to_offers(session.names, session.nation, [proposal])
        return lambda: reception(seen, row)

    def by_clause(self, proposal: Proposal) -> Callable[[], list[Reception]]:
        """Who would sign it with each clause at each level; the first is the draft itself."""
        session = self._session
        seen, row = session.seen, to_offers(session.names, session.nation, [proposal])
        return lambda: by_clause(seen, row)

    def leads(self, most: int = 5) -> Callable[[], list[Lead]]:
        """What would tell most about who did it."""
        seen = self._session.seen
        return lambda: leads(seen, most)
