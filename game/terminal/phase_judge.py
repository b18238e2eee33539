"""Judge: how likely is each suspect? Asked once a turn."""

from __future__ import annotations

from collections.abc import Callable

from game.report.dossier import Dossier
from game.terminal.cases import show_dossier, show_unchanged, staff_shows
from game.terminal.common import ALWAYS
from game.terminal.desk import Command, Desk
from game.terminal.names import listed
from game.terminal.seat import Seat


def judge(seat: Seat, save: Callable[[], str]) -> None:
    """Show the open cases and take beliefs. Raises Leave."""
    cases = [d for d in seat.dossiers if not d.own_doing]
    for dossier in seat.dossiers:
        _present(seat, dossier)
    if not cases:
        return
    first = cases[-1]
    number = seat.dossiers.index(first) + 1
    example = f"`believe {number} {first.suspects[0].id}=50`"
    asked = (
        f"JUDGE. How likely is each suspect? Type {example}: the rest is shared out. "
        f"`believe {number}` asks you one by one. Nobody else sees it; it is graded at the end. "
        "`done` goes on to the talks."
    )
    commands = {**ALWAYS, "done": Command("done", "go on to the talks", _done)}
    seat.term.head(f"Turn {seat.match.turn}: judge")
    seat.term.say(asked)
    Desk(seat, "judge", asked, commands, save).run()


def _present(seat: Seat, dossier: Dossier) -> None:
    """A case in full if there is anything new in it, else in short."""
    cards = tuple((card.state, card.published) for card in dossier.cards)
    state = (cards, dossier.claims, dossier.inquiry_due)
    if seat.presented.get(dossier.id) == state:
        show_unchanged(seat, dossier)
    else:
        show_dossier(seat, dossier, staff_shows(seat), told=True)
    seat.presented[dossier.id] = state


def _done(desk: Desk, text: str) -> None:
    seat = desk.seat
    silent = [
        d.title
        for d in seat.dossiers
        if not d.own_doing and all(s.stated is None for s in d.suspects)
    ]
    if silent and seat.guided:
        desk.seat.term.say(f"You have not said what you believe of {listed(silent)}.")
        desk.done = desk.confirm("Go on without?")
    else:
        desk.done = True


def stated_this_turn(seat: Seat) -> bool:
    """The nation has judged something in this turn already."""
    turn = seat.match.turn
    return any(s.turn == turn and s.nation == seat.nation for s in seat.match.stated)
