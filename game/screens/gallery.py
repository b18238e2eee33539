"""Every screen of the game, each at a moment of one fixed game, to be drawn and looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from game import language
from game.language import _
from game.screens.after.aftermath import Aftermath
from game.screens.after.calibration import Calibration
from game.screens.after.findings import PARTS, Findings
from game.screens.after.forking import Forking
from game.screens.after.records import Records
from game.screens.after.replay import Replay
from game.screens.bargain.negotiation import Negotiation
from game.screens.before.campaign import Campaign
from game.screens.before.catalogue import listed
from game.screens.before.choice import Choice
from game.screens.before.credits import Credits
from game.screens.before.first_run import FirstRun
from game.screens.before.library import Library
from game.screens.before.saved_games import SavedGames
from game.screens.before.settings import Settings
from game.screens.before.title import Last, Title, Ways
from game.screens.case.dossier import DossierPage
from game.screens.codex.codex import Codex
from game.screens.commons.institutions import Institutions
from game.screens.composer.orders import Orders
from game.screens.nation.nation import NationPage
from game.screens.play.drafts import chances_of
from game.screens.play.session import Session
from game.screens.trust.trust import Trust
from game.screens.turn.briefing import Briefing
from game.screens.turn.curtain import Curtain
from game.screens.turn.resolution import Resolution
from game.screens.turn.situation import Situation
from game.screens.turn.tutorial import accompany
from game.staff.suggest import for_orders
from game.ui.app import App
from game.ui.screen import Screen
from game.ui.settings import Settings as Values
from game.ui.shots import app_with

SEED = 7


@dataclass(frozen=True)
class Piece:
    """One screen at one moment. ready: what is done once it is shown."""

    make: Callable[[], Screen]
    ready: Callable[[App], object] = id


def nothing(*said: object) -> None:
    """Where a screen leads that is only looked at."""


def game(name: str, seat: str, turn: int, step: str) -> Session:
    """A game at a step of a turn; its player does what the staff says. Turn 0: to its end.

    It speaks the language that is spoken when it begins.
    """
    return _game(language.current(), name, seat, turn, step)


def forget() -> None:
    """Play the games anew: somebody may have played on in them."""
    _game.cache_clear()
    _found.cache_clear()


@cache
def _game(code: str, name: str, seat: str, turn: int, step: str) -> Session:
    found = listed(name)
    assert found is not None
    session = Choice(found, [seat], "guided", SEED).session(keep=False)
    while session.step is not None and (session.turn, session.step.name) != (turn, step):
        advance(session)
    session.tell(session.turn)  # what came of earlier turns has been looked at
    return session


def advance(session: Session) -> None:
    """One step as the staff would take it."""
    step = session.step
    if step is not None and step.name == "judge":
        for case in session.dossiers:
            if not case.own_doing:
                row = chances_of(case.suspects, [each.belief for each in case.suspects])
                chances = tuple(share / sum(row) for share in row)
                session.draft(session.drafts.with_belief(case.incident, chances))
    elif step is not None and step.name == "order":
        give_orders(session)
    session.send()


def give_orders(session: Session) -> None:
    """Draft the first idea of the staff for each case, as far as it can be paid."""
    for _case, ideas in for_orders(session.seat, session.dossiers)[:3]:
        for idea in ideas[:1]:
            drafted = session.drafts.with_order(idea.order)
            if not any(session.void(drafted.orders)[0]):
                session.draft(drafted)


def talking() -> Session:
    """In the middle of a crisis, when the talks open."""
    return game("port_crisis", "brannock", 4, "talk")


def judging() -> Session:
    """The same, a turn before, when the cases are judged."""
    return game("port_crisis", "brannock", 3, "judge")


def ordering() -> Session:
    """The same, with orders drafted."""
    session = game("port_crisis", "brannock", 4, "order")
    if not session.drafts.orders:
        give_orders(session)
    return session


def over() -> Session:
    """A short game to its end."""
    return game("first_light", "dorvane", 0, "")


def found() -> Findings:
    """What is found out about it: by the first screen that shows it, in each language."""
    return _found(language.current())


@cache
def _found(code: str) -> Findings:
    session = over()
    return Findings(session.match, session.nation)


def beginning() -> Session:
    """The first moment of the tutorial."""
    return game("first_light", "dorvane", 1, "judge")


def _library(tab: str, app: App) -> None:
    screen = app.screen
    assert isinstance(screen, Library)
    screen.choose("port_crisis")
    screen.tab, screen.looking = tab, True
    app.touch()
    app.settle()


def _coach(app: App) -> None:
    accompany(app, beginning())
    app.touch()


def _ways() -> Ways:
    last = Last("The Port Stands Still", "Brannock", _("Turn {n}").format(n=4))
    return Ways(last, nothing, nothing, nothing, nothing, nothing, load=nothing)


def _institutions(tab: str) -> Screen:
    return Institutions(talking(), tab)


def _aftermath(part: str) -> Screen:
    screen = Aftermath(over(), part)
    screen.found = found()
    return screen


PIECES: dict[str, Piece] = {
    "first_run": Piece(lambda: FirstRun(lambda app: app.pop())),
    "title": Piece(lambda: Title(_ways())),
    **{f"settings_{tab}": Piece(partial(Settings, tab)) for tab in
       ("display", "sound", "play", "keys")},
    "library": Piece(lambda: Library(nothing, nothing)),
    **{f"library_{tab}": Piece(lambda: Library(nothing), partial(_library, tab)) for tab in
       ("about", "seats", "play")},
    "briefing": Piece(lambda: Briefing(beginning(), nothing)),
    "tutorial": Piece(lambda: Situation(beginning()), _coach),
    "situation_judge": Piece(lambda: Situation(judging())),
    "situation_talk": Piece(lambda: Situation(talking())),
    "situation_order": Piece(lambda: Situation(ordering())),
    "dossier": Piece(lambda: DossierPage(talking(), talking().dossiers[-1].incident)),
    "nation": Piece(lambda: NationPage(talking(), "vessara")),
    "trust": Piece(lambda: Trust(talking())),
    **{f"institutions_{tab}": Piece(partial(_institutions, tab)) for tab in
       ("bodies", "norms", "law", "treaties")},
    "negotiation": Piece(lambda: Negotiation(talking())),
    "orders": Piece(lambda: Orders(ordering())),
    "resolution": Piece(lambda: Resolution(talking(), 3)),
    "curtain": Piece(lambda: Curtain(talking())),
    **{f"aftermath_{part}": Piece(partial(_aftermath, part)) for part in
       PARTS},
    "calibration": Piece(lambda: Calibration([])),
    "replay": Piece(lambda: Replay(over().match, turn=2)),
    "fork": Piece(lambda: Forking(over().match, 0, 2)),
    "records": Piece(Records),
    "saves": Piece(lambda: SavedGames(nothing)),
    "campaign": Piece(lambda: Campaign(nothing)),
    "codex": Piece(lambda: Codex("trust")),
    "credits": Piece(Credits),
}  # fmt: skip
"""Every screen by name."""


def shown(name: str, size: tuple[int, int], settings: Values) -> App:
    """An app that shows a screen, ready to be looked at; its game speaks that language, too."""
    language.use(settings.language)
    app = app_with(PIECES[name].make(), size, settings)
    PIECES[name].ready(app)
    return app
