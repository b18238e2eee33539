"""What staff would consider: three orders for each open case. (Rules 17)

Rules of thumb over what the seat sees, each with its reason; every order offered could take effect.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.decisions import Order
from game.language import _
from game.report.dossier import ACTIVE, Dossier, Suspect
from game.report.seat import Seat
from game.rules.claims import word_for
from game.rules.world import NOBODY
from game.staff.legality import why_void_orders
from game.staff.showing import news_to

SURE = 0.75
"""Belief from which staff would think of naming somebody."""

NAMING = ("attribute", "indict")
"""Orders that name somebody in public."""

MANY = 3
"""Suggestions for each case."""

CASES = 4
"""Cases that staff speaks of unasked, the most pressing; the others on request."""


@dataclass(frozen=True)
class Idea:
    """An order staff would consider, and why one might."""

    order: Order
    why: str


def pressing(seat: Seat) -> list[Dossier]:
    """Open cases, the most pressing first: those that go on, the grave, one's own, the new."""

    def press(dossier: Dossier) -> tuple[bool, float, bool, int]:
        mine = dossier.victim == seat.name
        return (dossier.status == ACTIVE, dossier.severity, mine, dossier.began)

    return sorted(seat.open_cases, key=press, reverse=True)


def for_orders(
    seat: Seat, cases: Sequence[Dossier], given: Sequence[Order] = ()
) -> list[tuple[Dossier, list[Idea]]]:
    """Up to three orders for each of some cases, none twice, and none that is given already."""
    found, used = [], set(given)
    for dossier in cases:
        ideas: dict[str, Idea] = {}
        said = {order.action for order in given if order.incident == dossier.id}
        for order, why in _ideas(seat, dossier):
            fresh = order not in used and order.action not in ideas
            if order.action == "condemn":  # who names somebody has condemned it
                fresh = fresh and not (said | set(ideas)).intersection(NAMING)
            if fresh and len(ideas) < MANY and not _void(seat, order):
                ideas[order.action] = Idea(order, why)
                used.add(order)
        found.append((dossier, list(ideas.values())))
    return found


def _void(seat: Seat, order: Order) -> str:
    """Why it could not take effect now; empty if it could."""
    return why_void_orders(seat.seen, seat.names, seat.nation, [order])[0][0]


def _ideas(seat: Seat, dossier: Dossier) -> Iterator[tuple[Order, str]]:
    """Orders worth a thought, the most pressing first."""
    case = dossier.id
    if dossier.own_doing:
        yield from _guilty(dossier)
    if dossier.victim == seat.name:
        sector = int(seat.match.world.sector[dossier.incident, 0])
        level = float(seat.seen.service[seat.nation, sector, 0])
        steps = 2 if level < 85 else 1
        if level < 95:
            said = _("{sector} stands at {level:.0f} of 100, and people notice")
            why = said.format(sector=dossier.sector, level=level)
            yield Order("respond", incident=case, level=steps), why
            yield Order("respond", incident=case), why
    yield from _looking(seat, dossier)
    yield from _speaking(seat, dossier)
    yield from _helping(seat, dossier)


def _guilty(dossier: Dossier) -> Iterator[tuple[Order, str]]:
    why = _("it was you: to own up costs face and funds, and leaves nothing to be found out")
    yield Order("own_up", incident=dossier.id), why


def _looking(seat: Seat, dossier: Dossier) -> Iterator[tuple[Order, str]]:
    if dossier.own_doing:
        return
    top = _top(dossier)
    if top.belief < 0.9:
        said = _("your analysts give {suspect} {share}: the next card may change that")
        why = said.format(suspect=top.label, share=dossier.shares[top])
        yield Order("investigate", incident=dossier.id), why
    in_time = seat.match.turn + 2 <= seat.match.board.turns
    if in_time and top.belief < SURE and _stake(seat, dossier):
        why = _("in two turns everybody knows what forensics can settle; nobody can call it back")
        yield Order("refer", incident=dossier.id), why


def _top(dossier: Dossier) -> Suspect:
    return max(dossier.suspects, key=lambda s: s.belief)


def _stake(seat: Seat, dossier: Dossier) -> bool:
    """It hit us, or we are among the suspects."""
    return dossier.victim == seat.name or seat.id in {s.id for s in dossier.suspects}


def _speaking(seat: Seat, dossier: Dossier) -> Iterator[tuple[Order, str]]:
    if dossier.own_doing:
        return
    case, number = dossier.id, dossier.incident
    seen = seat.seen
    if seen.accused[:, number, 0].tolist().count(seat.nation):
        yield (
            Order("deny", incident=case),
            _("you have been named; those who doubt it will believe you"),
        )
    guilt = seen.guilt[0, number, :, 0]
    suspect = int(guilt.argmax())
    named = int(seen.accused[seat.nation, number, 0])
    if guilt[suspect] >= SURE and named == NOBODY and suspect != seat.nation:
        word = seat.names.ids("word")[min(int(word_for(guilt[suspect])), 6)]
        who = seat.names.ids("actor")[suspect]
        said = _("your analysts say {chance:.0%}; it costs standing if the others doubt it")
        why = said.format(chance=guilt[suspect])
        sure = 3 if guilt[suspect] > 0.9 else 2
        yield Order("attribute", target=who, incident=case, choice=word, level=sure), why
    if named == NOBODY:
        why = _("says it was wrong and accuses nobody: cheap, and safe if you are wrong about who")
        yield Order("condemn", incident=case), why


def _helping(seat: Seat, dossier: Dossier) -> Iterator[tuple[Order, str]]:
    seen, victim = seat.seen, _nation_named(seat, dossier.victim)
    if victim is not None and victim != seat.nation:
        who = seat.names.ids("nation")[victim]
        if news_to(seat, dossier, victim):
            said = _("{nation} sees what you found, and trusts you more")
            why = said.format(nation=dossier.victim)
            yield Order("share_evidence", target=who, incident=dossier.id), why
        came = _("{nation} will remember who came").format(nation=dossier.victim)
        yield Order("send_team", target=who), came
    why = _("the gang lives on your soil: victims who suspect it are grateful")
    yield Order("crack_down"), why
    if dossier.own_doing:
        weight = seen.public.dependence[seat.nation]
        sector = seat.names.ids("sector")[int(weight.argmax())]
        why = _("the sector you depend on most: what hits it later does less harm")
        yield Order("harden", choice=sector), why
        return
    friend = int(seen.trust[0, :, 0].argmax())
    if friend != seat.nation and news_to(seat, dossier, friend):
        who = seat.names.ids("nation")[friend]
        said = _("you trust {nation} most; what it believes decides what it signs")
        why = said.format(nation=seat.label("nation", who))
        yield Order("share_evidence", target=who, incident=dossier.id), why


def _nation_named(seat: Seat, name: str) -> int | None:
    found = [n for n, each in enumerate(seat.match.setup.names) if each == name]
    return found[0] if found else None
