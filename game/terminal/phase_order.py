"""Order: what to do this turn, within one's means."""

from __future__ import annotations

from collections.abc import Callable

from game.decisions import Order, Reply
from game.language import N_, _, _n
from game.report import terms, words
from game.report.forms import cost_of, told
from game.report.names import Unclear, either, longest
from game.rules import params as p
from game.rules.world import Promise
from game.staff.cautions import action_of, cautions, words_broken
from game.staff.legality import price_text, why_void_orders
from game.terminal import suggest
from game.terminal.advice import advised
from game.terminal.asking import complete, complete_all
from game.terminal.common import ALWAYS, DRAFTING
from game.terminal.desk import Command, Desk
from game.terminal.seat import EXPERT, Seat
from game.terminal.typed import Draft, actions_named, parse_order


def order(seat: Seat, save: Callable[[], str]) -> Reply:
    """Take orders. Raises Leave."""
    asked = _asked()
    seat.term.head(_("Turn {n}: orders").format(n=seat.match.turn))
    seat.term.say(means(seat, []))
    desk = Desk(seat, _("orders"), asked, _COMMANDS, save, priced, fallback=_typed)
    for owed in due(seat, []):
        seat.term.bad(_("Due this turn: {what}.").format(what=owed))
    if seat.guided:
        _suggest(desk, "")
    seat.term.say(asked)
    desk.run()
    return Reply(orders=tuple(desk.drafts.items))


def _asked() -> str:
    """What is asked, and what to type."""
    return _(
        "ORDER. Choose up to {most} things to do. Type a letter of the suggestions, a number of "
        "the list that `actions` shows, or the order itself: `order harden transport`. "
        "`undo`, `drop 1`; `done` gives the orders."
    ).format(most=p.ORDERS_MOST)


def priced(seat: Seat, given: Order) -> str:
    """An order in words with its price."""
    return f"{told(seat, given)} ({price_text(cost_of(seat, given))})"


def means(seat: Seat, given: list[Order]) -> str:
    """What is left of the stocks after the drafts."""
    left = why_void_orders(seat.seen, seat.names, seat.nation, given)[1]
    after = _("You have {stocks} left after these orders.")
    return (after if given else _("You have {stocks} to spend.")).format(stocks=price_text(left))


def _suggest(desk: Desk, text: str) -> None:
    """What staff would consider in the most pressing cases, or in one. Raises Unclear."""
    advised(desk.seat)
    cases = [desk.seat.dossier(text)] if text else suggest.pressing(desk.seat)
    shown = cases[: suggest.CASES]
    lines: list[str] = []
    desk.seat.term.say(_("Staff suggests, case by case (type the letter):"), "bold")
    for dossier, hints in suggest.for_orders(desk.seat, shown, desk.drafts.items):
        if hints:
            desk.seat.term.say(dossier.title, indent=1)
            suggest.show(desk.seat, hints, len(lines))
            lines += [hint.line for hint in hints]
    if not lines:
        desk.seat.term.say(_("Nothing that you could pay for now."), indent=1)
    if len(cases) > len(shown):
        more = _n(
            "{n} more case: `suggest CASE`.",
            "{n} more cases: `suggest CASE`.",
            len(cases) - len(shown),
        )
        desk.seat.term.say(more, "dim", 1)
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
            said = _("the actions have the numbers 1 to {last}")
            raise Unclear(said.format(last=len(actions)))
        _add(desk, complete_all(seat, Draft(actions[place - 1]), desk.is_command))
        return True
    if not longest(words, actions_named(seat))[0]:
        return False
    _order(desk, line)
    return True


def _add(desk: Desk, given: Order) -> None:
    seat = desk.seat
    orders = [*desk.drafts.items, given]
    reasons = why_void_orders(seat.seen, seat.names, seat.nation, orders)[0]
    if reasons[-1]:
        raise Unclear(_("that would be void: {why}. Not added").format(why=reasons[-1]))
    desk.drafts.add(given)
    noted = _("Order {n}: {order}.")
    seat.term.good(noted.format(n=len(orders), order=priced(seat, given)))
    seat.term.say(means(seat, orders), "dim")
    for caution in _warnings(seat, given):
        seat.term.bad(_("Staff warns: {caution}.").format(caution=caution))


def _warnings(seat: Seat, given: Order) -> list[str]:
    """What staff says of an order when it is drafted: beyond guided level, what it would break."""
    if not seat.guided:
        return words_broken(seat, given)
    hostile = _("it is a hostile act: it heats the ladder, and may be answered")
    heats = [hostile] if action_of(seat, given).hostile else []
    return [*heats, *cautions(seat, given)]


def due(seat: Seat, given: list[Order]) -> list[str]:
    """Promises that these orders would leave unkept on their last turn."""
    found, promised = [], seat.seen.promised[0, :, :, 0]
    owed = _("you promised {nation} {what} (`order {orders} {id}`)")
    done = {(each.target, action_of(seat, each).keeps) for each in given}
    for other, id_ in enumerate(seat.names.ids("nation")):
        for kind in (Promise.HELP, Promise.SHARE):
            if promised[other, kind] == seat.match.turn and (id_, kind) not in done:
                orders = either(a.id for a in seat.names.actions if a.keeps == kind)
                whom, what = seat.label("nation", id_), terms.promise(kind)
                found.append(owed.format(nation=whom, what=what, orders=orders, id=id_))
    return found


def _against(seat: Seat, given: list[Order]) -> list[str]:
    """Which orders would break which promise or treaty."""
    return [
        words.labelled(told(seat, each), broken)
        for each in given
        for broken in words_broken(seat, each)
    ]


def _drafts(desk: Desk, text: str) -> None:
    desk.say_drafts()
    desk.seat.term.say(means(desk.seat, desk.drafts.items), "dim")


def _done(desk: Desk, text: str) -> None:
    seat, given = desk.seat, desk.drafts.items
    reasons = why_void_orders(seat.seen, seat.names, seat.nation, given)[0]
    void = [(each, why) for each, why in zip(given, reasons, strict=True) if why]
    for order_, why in void:
        seat.term.bad(_("Void: {order}: {why}.").format(order=told(seat, order_), why=why))
    owed = due(seat, given) if seat.level != EXPERT else []
    broken = _against(seat, given)
    for each in (*owed, *broken):
        seat.term.bad(_("Your word: {what}.").format(what=each))
    if not given:
        desk.done = desk.confirm(_("You give no orders this turn. Is that what you want?"))
    elif void:
        desk.done = desk.confirm(_("Void orders do nothing. Send them all the same?"))
    elif broken:
        desk.done = desk.confirm(_("These orders break your word: trust in you falls. Go on?"))
    elif owed:
        warned = _("A broken promise costs three times what a kept one earns. Go on?")
        desk.done = desk.confirm(warned)
    else:
        desk.done = True


_COMMANDS = {
    "order": Command("order ACTION …", N_("add an order; what is missing is asked for"), _order),
    "suggest": Command("suggest [CASE]", N_("what staff would consider"), _suggest),
    **DRAFTING,
    "drafts": Command("drafts", N_("your orders so far, and what is left"), _drafts),
    "done": Command("done", N_("give the orders; the turn is played"), _done),
    **ALWAYS,
}
