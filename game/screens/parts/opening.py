"""Ways from one screen to another, and why one is closed just now.

A way knows the screen it leads to by name only, so that no page needs the file of another.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from game.decisions import Order, Proposal
from game.language import _
from game.match import Match
from game.rules.turn import Ask
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Do, Node
from game.ui.screen import Screen
from game.ui.widgets import button
from game.ui.widgets.buttons import Kind

SCREENS = {
    "aftermath": "after.aftermath.Aftermath",
    "briefing": "turn.briefing.Briefing",
    "calibration": "after.calibration.Calibration",
    "curtain": "turn.curtain.Curtain",
    "dossier": "case.dossier.DossierPage",
    "forking": "after.forking.Forking",
    "institutions": "commons.institutions.Institutions",
    "nation": "nation.nation.NationPage",
    "negotiation": "bargain.negotiation.Negotiation",
    "orders": "composer.orders.Orders",
    "records": "after.records.Records",
    "replay": "after.replay.Replay",
    "resolution": "turn.resolution.Resolution",
    "situation": "turn.situation.Situation",
    "trust": "trust.trust.Trust",
}
"""Screens by name: the module and the class. Each is loaded when it is first shown."""


def made(name: str, *given: Any, **more: Any) -> Screen:
    """A screen by its name, of what its class is made from."""
    module, _dot, kind = SCREENS[name].rpartition(".")
    screen: Screen = getattr(import_module(f"game.screens.{module}"), kind)(*given, **more)
    return screen


def to_desk(app: App) -> None:
    """Back to the desk, through whatever was opened on the way."""
    app.pop()
    while len(app.screens) > 1 and any(screen.name == "situation" for screen in app.screens[:-1]):
        app.pop()


def open_nation(app: App, session: Session, nation: str) -> None:
    """A nation in full."""
    app.push(made("nation", session, nation))


def open_trust(app: App, session: Session, nation: str = "") -> None:
    """The trust network, with a nation chosen."""
    number = session.setup.nations.index(nation) if nation else session.nation
    pair = (number, session.nation) if number != session.nation else None
    app.push(made("trust", session, pair))


def open_institutions(app: App, session: Session, tab: str = "bodies") -> None:
    """Organisations, norms, law and treaties."""
    app.push(made("institutions", session, tab))


def open_dossier(app: App, session: Session, incident: int) -> None:
    """A case in full."""
    app.push(made("dossier", session, incident))


def open_negotiation(app: App, session: Session, start: Proposal | None = None) -> None:
    """The negotiation table, perhaps with a draft to begin from."""
    app.push(made("negotiation", session, start))


def open_orders(
    app: App,
    session: Session,
    start: Order | None = None,
    place: int | None = None,
    about: int = -1,
) -> None:
    """The order composer: with an order begun, in the place of one of the queue, about a case."""
    if why := why_over(session):
        app.say(why, "flag")
        return
    app.push(made("orders", session, start, place, about))


def open_curtain(app: App, session: Session) -> None:
    """The window changes hands."""
    app.push(made("curtain", session))


def open_briefing(app: App, session: Session) -> None:
    """Who one is, and what has happened; it leads back here."""
    app.push(made("briefing", session, App.pop, again=True))


def open_resolution(app: App, session: Session, turn: int) -> None:
    """How a turn went."""
    app.push(made("resolution", session, turn))


def open_aftermath(app: App, session: Session) -> None:
    """What was true, and how it was judged: the game is over."""
    app.push(made("aftermath", session))


def open_replay(app: App, match: Match, nation: int | None = None, turn: int = 1) -> None:
    """A game turn by turn."""
    app.push(made("replay", match, nation, turn))


def open_record(app: App, match: Match) -> None:
    """A record that was opened by itself: its replay leads to its report."""
    app.push(made("replay", match, report=True))


def open_records(app: App) -> None:
    """Any game that was kept, to be gone through again."""
    app.push(made("records"))


def open_forking(app: App, match: Match, nation: int) -> None:
    """A turn gone back to, and played otherwise."""
    app.push(made("forking", match, nation))


def open_calibration(app: App) -> None:
    """How well one judges, over all games."""
    app.push(made("calibration"))


def why_no_talks(session: Session) -> str:
    """Why nothing can be proposed just now; empty if it can."""
    phase = session.phase
    if phase is not None and phase.ask is Ask.ANSWER:
        return _("Answer what is on the table first.")
    late = phase is not None and phase.ask is Ask.ORDER
    return why_over(session) or (_("The talks of this turn are over.") if late else "")


def why_over(session: Session) -> str:
    """Why nothing can be said or ordered any more; empty while the game goes on.

    An order can be drafted at any step: it is kept until orders are asked for.
    """
    return _("The game is over.") if session.over else ""


def ordering(app: App, session: Session, order: Order) -> Do:
    """What begins an order in the composer."""
    return lambda: open_orders(app, session, order)


def order_button(
    app: App,
    session: Session,
    name: str,
    label: str,
    order: Order,
    kind: Kind = "plain",
    closed: str = "",
) -> Node:
    """A button that begins an order. closed: what stands against this one, if anything."""
    do = ordering(app, session, order)
    return button(name, label, do, disabled=why_over(session) or closed, kind=kind)
