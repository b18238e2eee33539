"""What staff would consider, as lines to type: orders case by case, and words for the talks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.decisions import Order
from game.language import _
from game.report import terms
from game.report.bodies import bodies
from game.report.dossier import ACTIVE, Dossier
from game.report.forms import cost_of, told
from game.report.relations import Relation
from game.report.situation import situation
from game.rules import params as p
from game.rules.clauses import HOTLINE
from game.rules.world import Promise
from game.staff import suggest as staff
from game.staff.legality import price_text
from game.staff.suggest import CASES, SURE, Idea, pressing
from game.terminal.seat import Seat

__all__ = ["CASES", "SURE", "Hint", "for_orders", "for_talks", "pressing", "show"]

HELP = "mutual_assistance"
"""The power by which an organisation helps a victim."""


@dataclass(frozen=True)
class Hint:
    """Something to type, what it would do, and why one might."""

    line: str
    text: str
    why: str


def for_orders(
    seat: Seat, cases: Sequence[Dossier], given: Sequence[Order] = ()
) -> list[tuple[Dossier, list[Hint]]]:
    """Up to three orders for each of some cases, none twice, and none that is given already."""
    found = staff.for_orders(seat, cases, given)
    return [(dossier, [_hint(seat, idea) for idea in ideas]) for dossier, ideas in found]


def _hint(seat: Seat, idea: Idea) -> Hint:
    """The order as something to type."""
    order = idea.order
    parts = [f"order {order.action}"]
    parts += [f"incident={order.incident}"] if order.incident else []
    parts += [f"target={order.target}"] if order.target else []
    parts += [f"choice={order.choice}"] if order.choice else []
    parts += [f"level={order.level}"] if order.level > 1 or order.action == "attribute" else []
    text = f"{told(seat, order)} ({price_text(cost_of(seat, order))})"
    return Hint(" ".join(parts), text, idea.why)


def for_talks(seat: Seat) -> list[Hint]:
    """A few things one might say in the talks."""
    relations = sorted(situation(seat.match, seat.nation).relations, key=lambda r: -r.trust)
    asked = seat.seen.asked[0, :, Promise.SHARE, 0]
    unasked = [r for r in relations if asked[r.nation] < max(seat.match.turn - 2, 1)]
    friend, rival = (unasked or relations)[0], relations[-1]
    hints = [_ask(seat, friend)]
    if terms.clause(HOTLINE) not in rival.pact:
        hints.append(_line(seat, rival))
    through = _through(seat)
    if through is not None:
        return [*hints, through]
    victims = [d.victim for d in seat.open_cases if d.victim != seat.name and d.status == ACTIVE]
    helped = next((r for r in relations if r.name in victims), None)
    hints.append(_ask_help(seat, friend) if helped is None else _promise_help(seat, helped))
    return hints


def _id(seat: Seat, relation: Relation) -> str:
    return seat.names.ids("nation")[relation.nation]


def _ask(seat: Seat, friend: Relation) -> Hint:
    why = _("you trust it ({n:.0f} of 100), and its evidence may differ from yours")
    text = _("Ask {nation} to share evidence").format(nation=friend.name)
    return Hint(f"ask {_id(seat, friend)} share", _message(text), why.format(n=friend.trust))


def _line(seat: Seat, rival: Relation) -> Hint:
    why = _("you trust it least; with a line, a blow between you heats the world half as much")
    text = _("Propose a hotline to {nation}").format(nation=rival.name)
    return Hint(f"propose {_id(seat, rival)} hotline", _offer(text), why)


def _through(seat: Seat) -> Hint | None:
    """An organisation that can send help to what goes on at home, if one can now."""
    mine = [d for d in seat.open_cases if d.victim == seat.name and d.status == ACTIVE]
    for body in bodies(seat.match, seat.nation) if mine else ():
        able = {power.id for power in body.powers if power.free_from <= seat.match.turn}
        if body.mine and HELP in able:
            why = _("every member sends its response teams; it decides by {rule}")
            text = _("Move in {body} that its members help you").format(body=body.short)
            line = f"propose {body.id} {HELP} about={mine[-1].id}"
            return Hint(line, _offer(text), why.format(rule=body.rule))
    return None


def _promise_help(seat: Seat, helped: Relation) -> Hint:
    why = _("then order `send_team`: a promise kept earns trust, one broken costs thrice")
    text = _("Promise {nation} help this turn").format(nation=helped.name)
    return Hint(f"promise {_id(seat, helped)} help until {seat.match.turn}", _message(text), why)


def _ask_help(seat: Seat, friend: Relation) -> Hint:
    why = _("its responders mend your services and lend you forensics")
    text = _("Ask {nation} to send help").format(nation=friend.name)
    return Hint(f"ask {_id(seat, friend)} help", _message(text), why)


def _message(text: str) -> str:
    """A message, and what it costs."""
    return _priced(text, p.MESSAGE_COST)


def _offer(text: str) -> str:
    """A proposal, and what it costs."""
    return _priced(text, p.OFFER_COST)


def _priced(text: str, capital: float) -> str:
    return f"{text} ({price_text({'capital': capital})})"


def show(seat: Seat, hints: Sequence[Hint], first: int = 0) -> None:
    """Suggestions, lettered."""
    for number, hint in enumerate(hints, start=first):
        seat.term.bullet(hint.text, mark=f"{chr(ord('a') + number)})")
        seat.term.say(_("why: {why}").format(why=hint.why), "dim", 4)
