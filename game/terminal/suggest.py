"""What staff would consider: three orders for each open case, and a few words for the talks.

Rules of thumb over what the seat sees, each with its reason; every order offered could take effect.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.decisions import Order
from game.report.bodies import bodies
from game.report.dossier import Dossier, Suspect
from game.report.situation import Relation, situation
from game.rules.claims import word_for
from game.rules.clauses import CLAUSES, HOTLINE
from game.rules.world import NOBODY, Promise
from game.terminal.forms import cost_of, told
from game.terminal.legality import price_text, why_void_orders
from game.terminal.lexicon import FOUND
from game.terminal.seat import Seat

SURE = 0.75
"""Belief from which staff would think of naming somebody."""

MANY = 3
"""Suggestions for each case."""

CASES = 4
"""Cases that staff speaks of unasked, the most pressing; the others on request."""

ACTIVE = "going on"
"""Status of a case that help can still reach."""

HELP = "mutual_assistance"
"""The power by which an organisation helps a victim."""

LINE = CLAUSES[HOTLINE].label


@dataclass(frozen=True)
class Hint:
    """Something to type, what it would do, and why one might."""

    line: str
    text: str
    why: str


def pressing(seat: Seat) -> list[Dossier]:
    """Open cases, the most pressing first: one's own, those that go on, the grave, the new."""

    def press(dossier: Dossier) -> tuple[bool, bool, float, int]:
        mine = dossier.victim == seat.name
        return (mine, dossier.status == ACTIVE, dossier.severity, dossier.began)

    return sorted(seat.open_cases, key=press, reverse=True)


def for_orders(seat: Seat, cases: Sequence[Dossier]) -> list[tuple[Dossier, list[Hint]]]:
    """Up to three orders for each of some cases, none twice."""
    found, used = [], set[str]()
    for dossier in cases:
        hints: dict[str, Hint] = {}
        for order, why in _ideas(seat, dossier):
            hint = _hint(seat, order, why)
            fresh = hint is not None and hint.line not in used and order.action not in hints
            if hint is not None and fresh and len(hints) < MANY:
                hints[order.action] = hint
                used.add(hint.line)
        found.append((dossier, list(hints.values())))
    return found


def _hint(seat: Seat, order: Order, why: str) -> Hint | None:
    """The order as something to type, or None if it could not take effect now."""
    reasons, _ = why_void_orders(seat.seen, seat.names, seat.nation, [order])
    if reasons[0]:
        return None
    parts = [f"order {order.action}"]
    parts += [f"incident={order.incident}"] if order.incident else []
    parts += [f"target={order.target}"] if order.target else []
    parts += [f"choice={order.choice}"] if order.choice else []
    parts += [f"level={order.level}"] if order.level > 1 or order.action == "attribute" else []
    text = f"{told(seat, order)} ({price_text(cost_of(seat, order))})"
    return Hint(" ".join(parts), text, why)


def _ideas(seat: Seat, dossier: Dossier) -> Iterator[tuple[Order, str]]:
    """Orders worth a thought, the most pressing first."""
    case = dossier.id
    if dossier.own_doing:
        yield from _guilty(dossier)
    if dossier.victim == seat.name:
        level = dict(situation(seat.match, seat.nation).services)[dossier.sector]
        steps = 2 if level < 85 else 1
        if level < 95:
            why = f"{dossier.sector} stands at {level:.0f} of 100, and people notice"
            yield Order("respond", incident=case, level=steps), why
            yield Order("respond", incident=case), why
    yield from _looking(seat, dossier)
    yield from _speaking(seat, dossier)
    yield from _helping(seat, dossier)


def _guilty(dossier: Dossier) -> Iterator[tuple[Order, str]]:
    why = "it was you: to own up costs face and funds, and leaves nothing to be found out"
    yield Order("own_up", incident=dossier.id), why


def _looking(seat: Seat, dossier: Dossier) -> Iterator[tuple[Order, str]]:
    if dossier.own_doing:
        return
    top = _top(dossier)
    if top.belief < 0.9:
        lean = f"your analysts give {top.label} {top.belief:.0%}" if top else ""
        yield Order("investigate", incident=dossier.id), f"{lean}: the next card may change that"
    last = seat.match.turn + 2 <= seat.match.board.turns
    if last and top.belief < SURE and _stake(seat, dossier):
        why = "in two turns everybody knows what forensics can settle; nobody can call it back"
        yield Order("refer", incident=dossier.id), why


def _top(dossier: Dossier) -> Suspect:
    return max(dossier.suspects, key=lambda s: s.belief)


def _stake(seat: Seat, dossier: Dossier) -> bool:
    """It hit us, or some point at us."""
    blamed = any(s.id == seat.id and s.belief > 0.1 for s in dossier.suspects)
    return dossier.victim == seat.name or blamed or seat.id in {s.id for s in dossier.suspects}


def _speaking(seat: Seat, dossier: Dossier) -> Iterator[tuple[Order, str]]:
    if dossier.own_doing:
        return
    case, number = dossier.id, dossier.incident
    seen = seat.seen
    if seen.accused[:, number, 0].tolist().count(seat.nation):
        yield (
            Order("deny", incident=case),
            "you have been named; those who doubt it will believe you",
        )
    guilt = seen.guilt[0, number, :, 0]
    suspect = int(guilt.argmax())
    named = int(seen.accused[seat.nation, number, 0])
    if guilt[suspect] >= SURE and named == NOBODY and suspect != seat.nation:
        word = seat.names.ids("word")[min(int(word_for(guilt[suspect])), 6)]
        who = seat.names.ids("actor")[suspect]
        why = f"your analysts say {guilt[suspect]:.0%}; it costs standing if the others doubt it"
        sure = 3 if guilt[suspect] > 0.9 else 2
        yield Order("attribute", target=who, incident=case, choice=word, level=sure), why
    why = "says it was wrong and accuses nobody: cheap, and safe if you are wrong about who"
    yield Order("condemn", incident=case), why


def _helping(seat: Seat, dossier: Dossier) -> Iterator[tuple[Order, str]]:
    seen, victim = seat.seen, _nation_named(seat, dossier.victim)
    if victim is not None and victim != seat.nation:
        who = seat.names.ids("nation")[victim]
        if any(card.state == FOUND for card in dossier.cards):
            why = f"{dossier.victim} sees what you found, and trusts you more"
            yield Order("share_evidence", target=who, incident=dossier.id), why
        yield Order("send_team", target=who), f"{dossier.victim} will remember who came"
    yield Order("crack_down"), "the gang lives on your soil: victims who suspect it are grateful"
    if dossier.own_doing:
        weight = seen.public.dependence[seat.nation]
        sector = seat.names.ids("sector")[int(weight.argmax())]
        why = "the sector you depend on most: what hits it later does less harm"
        yield Order("harden", choice=sector), why
        return
    friend = int(seen.trust[0, :, 0].argmax())
    if friend != seat.nation:
        who = seat.names.ids("nation")[friend]
        why = f"you trust {seat.label('nation', who)} most; what it believes decides what it signs"
        yield Order("share_evidence", target=who, incident=dossier.id), why


def _nation_named(seat: Seat, name: str) -> int | None:
    found = [n for n, each in enumerate(seat.match.setup.names) if each == name]
    return found[0] if found else None


def for_talks(seat: Seat) -> list[Hint]:
    """A few things one might say in the talks."""
    relations = sorted(situation(seat.match, seat.nation).relations, key=lambda r: -r.trust)
    asked = seat.seen.asked[0, :, Promise.SHARE, 0]
    unasked = [r for r in relations if asked[r.nation] < max(seat.match.turn - 2, 1)]
    friend, rival = (unasked or relations)[0], relations[-1]
    hints = [_ask(seat, friend)]
    if LINE not in rival.pact:
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
    why = f"you trust it ({friend.trust:.0f} of 100), and its evidence may differ from yours"
    text = f"Ask {friend.name} to share evidence (0.5 capital)"
    return Hint(f"ask {_id(seat, friend)} share", text, why)


def _line(seat: Seat, rival: Relation) -> Hint:
    why = "you trust it least; with a line, a blow between you heats the world half as much"
    text = f"Propose a hotline to {rival.name} (1 capital)"
    return Hint(f"propose {_id(seat, rival)} hotline", text, why)


def _through(seat: Seat) -> Hint | None:
    """An organisation that can send help to what goes on at home, if one can now."""
    mine = [d for d in seat.open_cases if d.victim == seat.name and d.status == ACTIVE]
    for body in bodies(seat.match, seat.nation) if mine else ():
        able = {power.id for power in body.powers if power.free_from <= seat.match.turn}
        if body.mine and HELP in able:
            why = f"every member sends its response teams; it decides by {body.rule}"
            text = f"Move in {body.short} that its members help you (1 capital)"
            return Hint(f"propose {body.id} {HELP} about={mine[-1].id}", text, why)
    return None


def _promise_help(seat: Seat, helped: Relation) -> Hint:
    why = "then order `send_team`: a promise kept earns trust, one broken costs thrice"
    text = f"Promise {helped.name} help this turn (0.5 capital)"
    return Hint(f"promise {_id(seat, helped)} help until {seat.match.turn}", text, why)


def _ask_help(seat: Seat, friend: Relation) -> Hint:
    why = "its responders mend your services and lend you forensics"
    return Hint(
        f"ask {_id(seat, friend)} help", f"Ask {friend.name} to send help (0.5 capital)", why
    )


def show(seat: Seat, hints: Sequence[Hint], first: int = 0) -> None:
    """Suggestions, lettered."""
    for number, hint in enumerate(hints, start=first):
        seat.term.bullet(hint.text, mark=f"{chr(ord('a') + number)})")
        seat.term.say(f"why: {hint.why}", "dim", 4)
