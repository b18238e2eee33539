"""What staff would like to have said before an order is given. (Rules 17.8)"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.decisions import Order
from game.language import _
from game.report import terms, words
from game.report.capacity import red_lines
from game.report.seat import Seat
from game.rules.action import Action
from game.rules.clauses import CLAUSES, EVIDENCE_SHARING, NO_OPERATIONS, OFF_LIMITS
from game.rules.compliance import SPARES
from game.rules.law import Verdict
from game.rules.world import Promise
from game.staff.counsel import Reading
from game.staff.suggest import NAMING, SURE

SPYING = ("spy", "preposition")
"""Orders that touch no sector, though they may name one: no clause on sectors covers them."""


def cautions(seat: Seat, order: Order) -> list[str]:
    """Clauses without a full stop, the gravest last."""
    return [*_doubtful(seat, order), *words_broken(seat, order), *crossed(seat, order)]


def words_broken(seat: Seat, order: Order) -> list[str]:
    """Open promises and treaties in force that an order would break: said to experts, too."""
    found = [*_silence(seat, order), *_sharing(seat, order)]
    if action_of(seat, order).hostile and order.target in seat.names.ids("nation"):
        found += [*_restraint(seat, order), *_treaties(seat, order)]
    return found


def action_of(seat: Seat, order: Order) -> Action:
    """The action of an order."""
    return seat.names.actions[seat.names.number("action", order.action)]


def minding(seat: Seat, order: Order, found: Sequence[Reading]) -> list[str]:
    """Nations that would mind an order: who would call it wrong, and whom it is aimed at."""
    wronged = {each.nation for each in found if each.likeliest >= Verdict.WRONGFUL}
    if action_of(seat, order).hostile and order.target in seat.names.ids("nation"):
        wronged.add(seat.names.number("nation", order.target))
    return [seat.label("nation", seat.names.ids("nation")[n]) for n in sorted(wronged)]


def _doubtful(seat: Seat, order: Order) -> Iterator[str]:
    """To name somebody of whom one's own analysts are not sure."""
    if order.action not in NAMING or not order.target or not order.incident:
        return
    who = seat.names.number("actor", order.target)
    belief = float(seat.seen.guilt[0, seat.names.number("incident", order.incident), who, 0])
    if belief < SURE:
        said = _(
            "your analysts believe only to {belief:.0%} that {whom} had a hand in it; what the "
            "others do not believe costs you standing and trust"
        )
        yield said.format(belief=belief, whom=seat.label("nation", order.target))


def _silence(seat: Seat, order: Order) -> Iterator[str]:
    """To name somebody in public, having promised not to."""
    if order.action not in NAMING:
        return
    promised = seat.seen.promised[0, :, Promise.SILENCE, 0]
    for other, id_ in enumerate(seat.names.ids("nation")):
        if promised[other] >= seat.match.turn:
            said = _("you promised {nation} to name nobody in public")
            yield said.format(nation=seat.label("nation", id_))


def _restraint(seat: Seat, order: Order) -> Iterator[str]:
    """A hostile act towards somebody who was promised that there would be none."""
    seen, other = seat.seen, seat.names.number("nation", order.target)
    if seen.promised[0, other, Promise.RESTRAINT, 0] >= seen.turn:
        said = _("you promised {nation} {what}")
        whom, what = seat.label("nation", str(order.target)), terms.promise(Promise.RESTRAINT)
        yield said.format(nation=whom, what=what)


def _treaties(seat: Seat, order: Order) -> Iterator[str]:
    """A hostile act against a treaty with its target. (Rules 8.9)"""
    other = seat.names.number("nation", order.target)
    pact = seat.seen.pact[:, seat.nation, other, 0]
    if pact[NO_OPERATIONS]:
        yield _breach(seat, str(order.target), NO_OPERATIONS)
    aimed = order.choice in seat.names.ids("sector") and order.action not in SPYING
    if aimed and SPARES[pact[OFF_LIMITS], seat.names.number("sector", order.choice)]:
        yield _breach(seat, str(order.target), OFF_LIMITS)


def _sharing(seat: Seat, order: Order) -> Iterator[str]:
    """To keep evidence that treaties oblige one to share. (Rules 9.24)"""
    if order.action == "withhold":
        for other, id_ in enumerate(seat.names.ids("nation")):
            if seat.seen.pact[EVIDENCE_SHARING, seat.nation, other, 0]:
                yield _breach(seat, id_, EVIDENCE_SHARING)


def _breach(seat: Seat, nation: str, clause: int) -> str:
    said = _("it breaks your treaty with {nation} ({clause})")
    label = words.lowered(_(CLAUSES[clause].label))
    return said.format(nation=seat.label("nation", nation), clause=label)


def crossed(seat: Seat, order: Order) -> Iterator[str]:
    """A red line that an operation against a sector might cross."""
    if not action_of(seat, order).hostile or order.target not in seat.names.ids("nation"):
        return
    drawn = dict(red_lines(seat.match, seat.names.number("nation", order.target)))
    if order.choice in drawn:
        said = _("{nation} has drawn a red line there: {sector} from severity {n} on")
        whom = seat.label("nation", order.target)
        yield said.format(
            nation=whom, sector=terms.sector_called(order.choice), n=drawn[order.choice]
        )
