"""Ways from one screen of a game to another, and why one is closed just now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.decisions import Order, Proposal
from game.rules.turn import Ask
from game.ui.app import App
from game.ui.language import _
from game.ui.node import Do, Node
from game.ui.widgets import button

if TYPE_CHECKING:
    from game.screens.session import Session


def open_nation(app: App, session: Session, nation: str) -> None:
    """A nation in full."""
    from game.screens.nation import NationPage

    app.push(NationPage(session, nation))


def open_trust(app: App, session: Session, nation: str = "") -> None:
    """The trust network, with a nation chosen."""
    from game.screens.trust import Trust

    number = session.match.setup.nations.index(nation) if nation else session.nation
    app.push(Trust(session, (number, session.nation) if number != session.nation else None))


def open_institutions(app: App, session: Session, tab: str = "bodies") -> None:
    """Organisations, norms, law and treaties."""
    from game.screens.institutions import Institutions

    app.push(Institutions(session, tab))


def open_dossier(app: App, session: Session, incident: int) -> None:
    """A case in full."""
    from game.screens.dossier import DossierPage

    app.push(DossierPage(session, incident))


def open_negotiation(app: App, session: Session, start: Proposal | None = None) -> None:
    """The negotiation table, perhaps with a draft to begin from."""
    from game.screens.negotiation import Negotiation

    app.push(Negotiation(session, start))


def open_orders(app: App, session: Session, start: Order) -> None:
    """The order composer with an order begun."""
    from game.screens.orders import Orders

    app.push(Orders(session, start=start))


def why_no_talks(session: Session) -> str:
    """Why nothing can be proposed just now; empty if it can."""
    phase = session.phase
    if phase is None:
        return _("The game is over.")
    if phase.ask is Ask.ANSWER:
        return _("Answer what is on the table first.")
    return "" if phase.ask is Ask.TALK else _("The talks of this turn are over.")


def why_no_orders(session: Session) -> str:
    """Why no order can be drafted; empty if one can. It is kept until orders are asked for."""
    return _("The game is over.") if session.over else ""


def order_button(app: App, session: Session, name: str, label: str, order: Order) -> Node:
    """A button that begins an order."""
    return button(
        f"order.{name}", label, _ordering(app, session, order), disabled=why_no_orders(session)
    )


def _ordering(app: App, session: Session, order: Order) -> Do:
    return lambda: open_orders(app, session, order)
