"""Order: what to do this turn, within one's means."""

from __future__ import annotations

from collections.abc import Callable

from game.decisions import Order, Reply
from game.language import _n
from game.report.forms import cost_of, told
from game.report.names import Unclear, longest
from game.rules import params as p
from game.rules.screening import STOCKS
from game.rules.talks import PROMISES
from game.rules.world import Promise
from game.staff.cautions import action_of, cautions
from game.staff.legality import number, price_text, why_void_orders
from game.terminal import suggest
from game.terminal.advice import advised
from game.terminal.asking import complete, complete_all
from game.terminal.common import ALWAYS, DRAFTING
from game.terminal.desk import Command, Desk
from game.terminal.seat import EXPERT, Seat
from game.terminal.typed import Draft, actions_named, parse_order

ASKED = (
    f"ORDER. Choose up to {p.ORDERS_MOST} things to do. Type a letter of the suggestions, a number "
    "of the list that `actions` shows, or the order itself: `order harden transport`. "
    "`undo`, `drop 1`; `done` gives the orders."
)


def order(seat: Seat, save: Callable[[], str]) -> Reply:
    """Take orders. Raises Leave."""
    seat.term.head(f"Turn {seat.match.turn}: orders")
    seat.term.say(means(seat, []))
    desk = Desk(seat, "orders", ASKED, _COMMANDS, save, priced, fallback=_typed)
    for owed in due(seat, []):
        seat.term.bad(f"Due this turn: {owed}.")
    if seat.guided:
        _suggest(desk, "")
    seat.term.say(ASKED)
    desk.run()
    return Reply(orders=tuple(desk.drafts.items))


def priced(seat: Seat, given: Order) -> str:
    """An order in words with its price."""
    return f"{told(seat, given)} ({price_text(cost_of(seat, given))})"


def means(seat: Seat, given: list[Order]) -> str:
    """What is left of the stocks after the drafts."""
    _, left = why_void_orders(seat.seen, seat.names, seat.nation, given)
    after = "left after these orders" if given else "to spend"
    return f"You have {', '.join(f'{number(left[name])} {name}' for name in STOCKS)} {after}."


def _suggest(desk: Desk, text: str) -> None:
    """What staff would consider in the most pressing cases, or in one. Raises Unclear."""
    advised(desk.seat)
    cases = [desk.seat.dossier(text)] if text else suggest.pressing(desk.seat)
    shown = cases[: suggest.CASES]
    lines: list[str] = []
    desk.seat.term.say("Staff suggests, case by case (type the letter):", "bold")
    for dossier, hints in suggest.for_orders(desk.seat, shown):
        if hints:
            desk.seat.term.say(dossier.title, indent=1)
            suggest.show(desk.seat, hints, len(lines))
            lines += [hint.line for hint in hints]
    if not lines:
        desk.seat.term.say("Nothing that you could pay for now.", indent=1)
    if len(cases) > len(shown):
        more = _n("{n} more case", "{n} more cases", len(cases) - len(shown))
        desk.seat.term.say(f"{more}: `suggest CASE`.", "dim", 1)
    desk.suggested = lines


def _order(desk: Desk, text: str) -> None:
    """`order ACTION …`, as typed; what is missing is asked for."""
    draft = parse_order(desk.seat, text)
    _add(desk, complete(desk.seat, draft, desk.is_command))


def _typed(desk: Desk, line: str) -> bool:
    """A number of the menu, or an order without the word."""
    seat, words = desk.seat, line.split()
    if line.isdecimal():
        place, actions = int(line), seat.names.actions
        if not 1 <= place <= len(actions):
            raise Unclear(f"the actions have the numbers 1 to {len(actions)}")
        _add(desk, complete_all(seat, Draft(actions[place - 1]), desk.is_command))
        return True
    found, _ = longest(words, actions_named(seat))
    if not found:
        return False
    _order(desk, line)
    return True


def _add(desk: Desk, given: Order) -> None:
    seat = desk.seat
    orders = [*desk.drafts.items, given]
    reasons, _ = why_void_orders(seat.seen, seat.names, seat.nation, orders)
    if reasons[-1]:
        raise Unclear(f"that would be void: {reasons[-1]}. Not added")
    desk.drafts.add(given)
    seat.term.good(f"Order {len(orders)}: {priced(seat, given)}.")
    seat.term.say(means(seat, orders), "dim")
    if seat.guided:
        hostile = action_of(seat, given).hostile
        heats = ["it is a hostile act: it heats the ladder, and may be answered"] if hostile else []
        for caution in (*heats, *cautions(seat, given)):
            seat.term.bad(f"Staff warns: {caution}.")


def due(seat: Seat, given: list[Order]) -> list[str]:
    """Promises that these orders would break, or leave unkept on their last turn."""
    found, promised = [], seat.seen.promised[0, :, :, 0]
    done = {(each.target, action_of(seat, each).keeps) for each in given}
    for other, id_ in enumerate(seat.names.ids("nation")):
        for kind in (Promise.HELP, Promise.SHARE):
            if promised[other, kind] == seat.match.turn and (id_, kind) not in done:
                orders = " or ".join(a.id for a in seat.names.actions if a.keeps == kind)
                whom = seat.label("nation", id_)
                found.append(f"you promised {whom} {PROMISES[kind]} (`order {orders} {id_}`)")
        if promised[other, Promise.SILENCE] >= seat.match.turn and any(
            each.action in ("attribute", "indict") for each in given
        ):
            found.append(f"you promised {seat.label('nation', id_)} to name nobody in public")
    return found


def _drafts(desk: Desk, text: str) -> None:
    desk.say_drafts()
    desk.seat.term.say(means(desk.seat, desk.drafts.items), "dim")


def _done(desk: Desk, text: str) -> None:
    seat, given = desk.seat, desk.drafts.items
    reasons, _ = why_void_orders(seat.seen, seat.names, seat.nation, given)
    void = [(each, why) for each, why in zip(given, reasons, strict=True) if why]
    for order_, why in void:
        seat.term.bad(f"Void: {told(seat, order_)}: {why}.")
    owed = due(seat, given) if seat.level != EXPERT else []
    for each in owed:
        seat.term.bad(f"Your word: {each}.")
    if not given:
        desk.done = desk.confirm("You give no orders this turn. Is that what you want?")
    elif void:
        desk.done = desk.confirm("Void orders do nothing. Send them all the same?")
    elif owed:
        desk.done = desk.confirm("A broken promise costs three times what a kept one earns. Go on?")
    else:
        desk.done = True


_COMMANDS = {
    "order": Command("order ACTION …", "add an order; what is missing is asked for", _order),
    "suggest": Command("suggest [CASE]", "what staff would consider", _suggest),
    **DRAFTING,
    "drafts": Command("drafts", "your orders so far, and what is left", _drafts),
    "done": Command("done", "give the orders; the turn is played", _done),
    **ALWAYS,
}
