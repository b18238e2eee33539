"""What happened and why, as far as the seat may know; each thing is told once unasked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from game.language import N_, _
from game.report.ledger import changes, stock
from game.report.names import Unclear
from game.report.news import Story, came_of, news_now, turn_report
from game.report.words import listed
from game.terminal.seat import Seat

TITLES = {
    "crisis": N_("Events"),
    "evidence": N_("Evidence"),
    "talks": N_("Talks"),
    "acts": N_("What the others did"),
    "order": N_("Norms, law and organisations"),
    "promises": N_("Promises and treaties"),
    "ladder": N_("Escalation"),
    "own": N_("What you did"),
    "void": N_("What could not take effect"),
}
"""Kinds of story, as headings."""

ORDER = ("void", "own", "crisis", "talks", "promises", "evidence", "order", "acts", "ladder")
"""What is told first."""

PAID = ("capital", "effort", "funds")
"""Stocks one pays with: told of whenever they moved, even to and fro."""

STOCKS = (*PAID, "support", "standing")


def tell_new(seat: Seat, head: str) -> bool:
    """What is new in the turn being played; False if nothing is."""
    stories = news_now(seat.match, seat.nation)
    told = seat.told.setdefault(seat.match.turn, Counter())
    fresh = list((Counter(stories) - told).elements())
    seat.told[seat.match.turn] = told | Counter(stories)
    if fresh:
        seat.term.head(head)
        show_stories(seat, fresh)
    return bool(fresh)


def tell_turn(seat: Seat, turn: int) -> None:
    """What came of the orders of a turn that has been played, and what it did to the stocks."""
    stories = came_of(seat.match, seat.nation, turn)
    if stories:
        seat.term.head(_("What came of turn {n}").format(n=turn))
        show_stories(seat, stories)
    _show_changes(seat, turn)


def show_stories(seat: Seat, stories: Iterable[Story]) -> None:
    """Stories under their headings."""
    kind = ""
    for story in sorted(stories, key=lambda each: ORDER.index(each.kind)):
        if story.kind != kind:
            kind = story.kind
            seat.term.say(_(TITLES[kind]), "bold")
        seat.term.bullet(story.text)
        for why in story.why:
            if why:
                seat.term.say(why, "dim", 4)


def _show_changes(seat: Seat, turn: int) -> None:
    """How the stocks moved, in a line each."""
    rows = []
    for name in STOCKS:
        parts = changes(seat.match, seat.nation, turn).get(name, [])
        total = sum(by for _, by in parts)
        if abs(total) >= 0.5 or (name in PAID and parts):
            reasons = listed(f"{why} {by:+.1f}" for why, by in parts[:3])
            more = " …" if len(parts) > 3 else ""
            rows.append([stock(name), f"{total:+.1f}", reasons + more])
    if rows:
        seat.term.say(_("Your numbers"), "bold")
        seat.term.table(rows, right=(1,))


def show_report(seat: Seat, text: str) -> None:
    """`report`: this turn so far and the last turn; `report N`: turn N. Raises Unclear."""
    turn = seat.match.turn
    if text and not (text.isdecimal() and 1 <= int(text) <= turn):
        said = _("say a turn from 1 to {n}: `report {n}`")
        raise Unclear(said.format(n=turn))
    wanted = [int(text)] if text else [t for t in (turn - 1, turn) if t >= 1]
    for each in wanted:
        if each == turn and not seat.match.over:
            stories = news_now(seat.match, seat.nation)
            seat.term.head(_("Turn {n}, so far").format(n=each))
        else:
            stories = turn_report(seat.match, seat.nation, each)
            seat.term.head(_("Turn {n}").format(n=each))
        show_stories(seat, stories)
        if not stories:
            seat.term.say(_("Nothing you know of."))
