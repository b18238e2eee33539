"""Decisions that may have mattered: orders that could be left out, treaties signed or refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from game.actions import actions
from game.decisions import Order
from game.futures.variants import Way
from game.match import Decided, Phase
from game.report import words
from game.report.html.told import Game
from game.rules.action import Action
from game.rules.orders import Offers
from game.rules.turn import Ask
from game.rules.world import NOBODY


@dataclass(frozen=True)
class Otherwise:
    """One decision of a nation taken otherwise."""

    turn: int
    nation: int
    was: str  # what it did, after its name
    instead: str  # what it would have done, after "had" and its name
    way: Way
    weight: float  # how likely at first sight it is to matter


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
            text = order_text(game, order)
            was, instead = f"ordered {text}", f"not ordered {text}"
            way = Way(orders={**given, nation: rest})
            yield Otherwise(turn, nation, was, instead, way, _loudness(order))
        calm = tuple(order for order in orders if not _action(order.action).hostile)
        if len(calm) < len(orders) - 1:
            struck = [order_text(game, o) for o in orders if _action(o.action).hostile]
            was, instead = f"ordered {words.listed(struck)}", "ordered nothing hostile"
            way = Way(orders={**given, nation: calm})
            yield Otherwise(turn, nation, was, instead, way, 1.6)


def _action(id: str) -> Action:
    return next(action for action in actions() if action.id == id)


def _loudness(order: Order) -> float:
    action = _action(order.action)
    return 1.0 * action.hostile + 0.8 * ("word" in action.also) + 0.2 * action.public


def order_text(game: Game, order: Order) -> str:
    """An order in words: what, against whom, over what."""
    names = game.match.names
    text = f"\u201c{words.lowered(_action(order.action).label)}\u201d"
    if order.target is not None:
        text += f" ({game.name(names.number('actor', order.target))})"
    if order.incident is not None:
        text += f" over {game.title(names.number('incident', order.incident))}"
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
    text = f"with {others} ({'; '.join(terms)})"
    way = Way(talks=partial(_swapped, phase, row, nation))
    decided = next(d for d in game.match.decided if d.phase == phase)
    signed = next(a.accept for a in decided.replies[nation].answers if a.offer == row)
    was, instead = f"signed {text}", f"refused to sign {text}"
    if not signed:
        was, instead = f"refused to sign {text}", f"signed {text}"
    return Otherwise(phase.turn, nation, was, instead, way, 0.9)


def _swapped(phase: Phase, row: int, nation: int, decided: Decided) -> Decided:
    """The same answers, but for one of one nation, which is turned round."""
    if decided.phase != phase:
        return decided
    reply = decided.replies[nation]
    answers = [replace(a, accept=not a.accept) if a.offer == row else a for a in reply.answers]
    return Decided(phase, {**decided.replies, nation: replace(reply, answers=answers)})
