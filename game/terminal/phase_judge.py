"""Judge: how likely is each suspect? Asked once a turn."""

from __future__ import annotations

from collections.abc import Callable

from game.language import N_, _
from game.report.dossier import Dossier
from game.report.lexicon import suspects
from game.report.names import typed
from game.report.words import listed
from game.terminal.cases import show_dossier, show_in_short, staff_shows
from game.terminal.common import ALWAYS
from game.terminal.desk import Command, Desk
from game.terminal.seat import Seat

FULL = 3
"""Dossiers shown in full at the beginning of a turn; the others in short."""


def judge(seat: Seat, save: Callable[[], str]) -> None:
    """Show the open cases and take beliefs. Raises Leave."""
    cases = [d for d in seat.dossiers if not d.own_doing]
    changed = [d for d in seat.dossiers if seat.presented.get(d.id) != _state(d)]
    full = sorted(changed, key=lambda d: (d.victim != seat.name, -d.began, -d.severity))[:FULL]
    for dossier in seat.dossiers:
        if dossier in full:
            show_dossier(seat, dossier, staff_shows(seat), told=True)
        else:
            show_in_short(seat, dossier, dossier in changed)
        seat.presented[dossier.id] = _state(dossier)
    if not cases:
        return
    first = cases[-1]
    number = seat.dossiers.index(first) + 1
    said = _(
        "JUDGE. How likely is each suspect? Type `believe {n} {suspect}=50`: the rest is shared "
        "out. `believe {n}` asks you one by one. Nobody else sees it; it is graded at the end."
    )
    known = suspects(first)
    asked = f"{said.format(n=number, suspect=typed(known[0], known))} {_rest(seat)}"
    commands = {"done": Command("done", N_("go on to the talks"), _done), **ALWAYS}
    seat.term.head(_("Turn {n}: judge").format(n=seat.match.turn))
    seat.term.say(asked)
    Desk(seat, _("judge"), asked, commands, save).run()


def _rest(seat: Seat) -> str:
    if any(s.nation == seat.nation for s in seat.match.stated):
        return _("`done` keeps what you have said and goes on to the talks.")
    return _("`done` goes on to the talks.")


def _state(dossier: Dossier) -> object:
    """What makes a dossier worth reading again."""
    cards = tuple((card.state, card.published) for card in dossier.cards)
    return cards, dossier.claims, dossier.inquiry_due


def _done(desk: Desk, text: str) -> None:
    seat = desk.seat
    silent = [
        d.title
        for d in seat.dossiers
        if not d.own_doing and all(s.stated is None for s in d.suspects)
    ]
    if silent and seat.guided:
        unsaid = _("You have not said what you believe of {cases}.")
        desk.seat.term.say(unsaid.format(cases=listed(silent)))
        desk.done = desk.confirm(_("Go on without?"))
    else:
        desk.done = True


def stated_this_turn(seat: Seat) -> bool:
    """The nation has judged something in this turn already."""
    turn = seat.match.turn
    return any(s.turn == turn and s.nation == seat.nation for s in seat.match.stated)
