"""The diplomat: one mind for all AI nations, whose characters are rows of weights. (Rules 13)

It answers every question of a turn for all nations of all worlds at once, from their views
alone. A view must have a row for every nation, in order.
"""

from __future__ import annotations

from typing import Any

from game.players.answering import answer
from game.players.ordering import order
from game.players.talking import talk
from game.rules.minds import Minds
from game.rules.orders import Messages, Offers
from game.rules.reading import Reading
from game.rules.turn import Ask, Question
from game.rules.world import Seeds


def decide(question: Question, minds: Minds, seeds: Seeds, reasons: bool = True) -> Any:
    """What all nations say to a question; see Question for its form.

    It tables proposals in the first round; in the second it answers, and its counter-offers lie
    on the table.

    seeds: [B] dice of the players, apart from those of the world. reasons: work out what moved
    each order; the orders are the same without.
    """
    if question.ask is Ask.TALK and question.round > 1:
        return Messages.empty(), Offers.empty()
    reading = Reading(question.seen, minds)
    try:
        return _said(reading, question, seeds, reasons)
    finally:
        reading.part()


def _said(reading: Reading, question: Question, seeds: Seeds, reasons: bool) -> Any:
    if question.ask is Ask.TALK:
        return talk(reading, seeds)
    if question.ask is Ask.ANSWER:
        assert question.offers is not None
        return answer(reading, question.offers, question.round, seeds)
    return order(reading, question.options, seeds, reasons)
