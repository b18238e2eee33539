"""Decisions that may have mattered: orders that could be left out, treaties signed or refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial

import numpy as np

from game.actions import actions
from game.decisions import Order
from game.futures.variants import Way
from game.language import N_, _
from game.match import Decided, Phase
from game.report import words
from game.report.html.told import Game
from game.rules.action import Action
from game.rules.orders import Offers
from game.rules.turn import Ask
from game.rules.world import NOBODY


class Change(Enum):
    """What another decision would have been, and how it is told.

    Each is told thrice: as it was, as a question, and as the name of what was to be expected.
    """

    OMIT = (
        N_("In turn {turn} {who} ordered {what}."),
        N_("Fork {n}. What if {who} had not ordered {what}?"),
        N_("expected had {who} not ordered {what}"),
    )
    SPARE = (
        N_("In turn {turn} {who} ordered {what}."),
        N_("Fork {n}. What if {who} had ordered nothing hostile?"),
        N_("expected had {who} ordered nothing hostile"),
    )
    REFUSE = (
        N_("In turn {turn} {who} signed {what}."),
        N_("Fork {n}. What if {who} had refused to sign {what}?"),
        N_("expected had {who} refused to sign {what}"),
    )
    SIGN = (
        N_("In turn {turn} {who} refused to sign {what}."),
        N_("Fork {n}. What if {who} had signed {what}?"),
        N_("expected had {who} signed {what}"),
    )
    REPLACE = (
        N_("In turn {turn} {who} ordered as it did."),
        N_("Fork {n}. What if {who} had ordered otherwise?"),
        N_("expected had {who} ordered otherwise"),
    )


@dataclass(frozen=True)
class Otherwise:
    """One decision of a nation taken otherwise."""

    turn: int
    nation: int
    change: Change
    what: str  # was ordered or put to it, in words
    way: Way
    weight: float  # how likely at first sight it is to matter


def was(game: Game, what: Otherwise) -> str:
    """What a nation decided, as a sentence."""
    return _told(game, what, 0)


def question(game: Game, what: Otherwise, n: int) -> str:
    """What if it had decided otherwise? n: number of the fork."""
    return _told(game, what, 1, n)


def expected(game: Game, what: Otherwise) -> str:
    """What is drawn of the futures in which it did."""
    return _told(game, what, 2)


def _told(game: Game, what: Otherwise, place: int, n: int = 0) -> str:
    says = _(what.change.value[place])
    return says.format(n=n, turn=what.turn, who=game.name(what.nation), what=what.what)


def candidates(game: Game) -> Iterator[Otherwise]:
    """Every decision there is to look at."""
    for turn in game.turns:
        yield from _orders(game, turn)
        for phase, offers in game.match.tabled():
            if phase.turn == turn:
                yield from _signatures(game, phase, offers)


def _orders(game: Game, turn: int) -> Iterator[Otherwise]:
    given = game.match.orders_of(turn)
    for nation, orders in sorted(given.items()):
        for n, order in enumerate(orders):
            rest = tuple(each for k, each in enumerate(orders) if k != n)
            text = order_text(game, order, turn)
            way = Way(orders={**given, nation: rest})
            yield Otherwise(turn, nation, Change.OMIT, text, way, _loudness(order))
        calm = tuple(order for order in orders if not _action(order.action).hostile)
        if len(calm) < len(orders) - 1:
            struck = [order_text(game, o, turn) for o in orders if _action(o.action).hostile]
            way = Way(orders={**given, nation: calm})
            yield Otherwise(turn, nation, Change.SPARE, words.listed(struck), way, 1.6)


def _action(id: str) -> Action:
    return next(action for action in actions() if action.id == id)


def _loudness(order: Order) -> float:
    action = _action(order.action)
    return 1.0 * action.hostile + 0.8 * ("word" in action.also) + 0.2 * action.public


def order_text(game: Game, order: Order, turn: int) -> str:
    """An order in words: what, against whom, over what."""
    names = game.match.names
    text = words.quoted(words.lowered(_(_action(order.action).label)))
    if order.target is not None:
        whom = game.name(names.number("actor", order.target))
        text = _("{order} ({whom})").format(order=text, whom=whom)
    if order.incident is not None:
        case = game.titled(names.number("incident", order.incident), turn)
        text = _("{order} over {case}").format(order=text, case=case)
    return text


def _signatures(game: Game, phase: Phase, offers: Offers) -> Iterator[Otherwise]:
    """Treaties that one nation could have refused, or alone kept from being signed."""
    decided = next((d for d in game.match.decided if d.phase == phase), None)
    if decided is None or phase.ask is not Ask.ANSWER:
        return
    for row in np.flatnonzero(offers.body == NOBODY).tolist():
        said = {
            nation: answer.accept
            for nation, reply in decided.replies.items()
            for answer in reply.answers
            if answer.offer == row and offers.party[row, nation]
        }
        asked = int(offers.party[row].sum()) - 1
        against = [nation for nation, yes in said.items() if not yes]
        if len(said) == asked and len(against) < 2:
            turns_on = against[0] if against else next(iter(said), None)
            if turns_on is not None:
                yield _signature(game, phase, offers, row, turns_on)


def _signature(game: Game, phase: Phase, offers: Offers, row: int, nation: int) -> Otherwise:
    party = np.flatnonzero(offers.party[row, : len(game.nations)]).tolist()
    others = game.listed([n for n in party if n != nation])
    terms = words.offer_text(game.match, game.match.worlds[phase.turn], offers, row)
    text = _("with {others} ({terms})").format(others=others, terms=words.series(terms))
    way = Way(talks=partial(_swapped, phase, row, nation))
    decided = next(d for d in game.match.decided if d.phase == phase)
    signed = next(a.accept for a in decided.replies[nation].answers if a.offer == row)
    change = Change.REFUSE if signed else Change.SIGN
    return Otherwise(phase.turn, nation, change, text, way, 0.9)


def _swapped(phase: Phase, row: int, nation: int, decided: Decided) -> Decided:
    """The same answers, but for one of one nation, which is turned round."""
    if decided.phase != phase:
        return decided
    reply = decided.replies[nation]
    answers = [replace(a, accept=not a.accept) if a.offer == row else a for a in reply.answers]
    return Decided(phase, {**decided.replies, nation: replace(reply, answers=answers)})
