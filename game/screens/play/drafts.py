"""Drafts: all that a nation has decided in the phase that is open and not sent yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

from game.decisions import Answer, Message, Order, Proposal
from game.report.dossier import Suspect

T = TypeVar("T")

Chances = tuple[float, ...]
"""One for each hypothesis of a case, by its number; they sum to 1."""


def chances_of(suspects: Sequence[Suspect], shares: Sequence[float]) -> Chances:
    """What is held of each suspect of a case, by the number of its hypothesis."""
    row = [0.0] * (1 + max(each.hypothesis for each in suspects))
    for each, share in zip(suspects, shares, strict=True):
        row[each.hypothesis] = float(share)
    return tuple(row)


NOTHING_SAID: Mapping[int, Chances] = MappingProxyType({})


@dataclass(frozen=True)
class Drafts:
    """What would be sent. It never changes: every method gives another."""

    orders: tuple[Order, ...] = ()
    messages: tuple[Message, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    answers: Mapping[int, Answer] = field(default_factory=lambda: MappingProxyType({}))
    beliefs: Mapping[int, Chances] = field(default_factory=lambda: NOTHING_SAID)

    def with_order(self, order: Order, place: int | None = None) -> Drafts:
        """One more order at the end, or another in the place of that number."""
        return replace(self, orders=_put(self.orders, order, place))

    def without_order(self, place: int) -> Drafts:
        """The order at that place taken out."""
        return replace(self, orders=_but(self.orders, place))

    def order_moved(self, place: int, by: int) -> Drafts:
        """The order at that place so many places further down."""
        to = place + by
        if not (0 <= place < len(self.orders) and 0 <= to < len(self.orders)):
            return self
        rest = _but(self.orders, place)
        return replace(self, orders=(*rest[:to], self.orders[place], *rest[to:]))

    def with_message(self, message: Message, place: int | None = None) -> Drafts:
        """One more message, or another in its place."""
        return replace(self, messages=_put(self.messages, message, place))

    def without_message(self, place: int) -> Drafts:
        """The message at that place taken out."""
        return replace(self, messages=_but(self.messages, place))

    def with_proposal(self, proposal: Proposal, place: int | None = None) -> Drafts:
        """One more proposal, or another in its place."""
        return replace(self, proposals=_put(self.proposals, proposal, place))

    def without_proposal(self, place: int) -> Drafts:
        """The proposal at that place taken out."""
        return replace(self, proposals=_but(self.proposals, place))

    def with_answer(self, offer: int, accept: bool | None) -> Drafts:
        """Yes or no to the proposal of that number; None says nothing."""
        kept = {n: answer for n, answer in self.answers.items() if n != offer}
        if accept is not None:
            kept[offer] = Answer(offer, accept)
        return replace(self, answers=MappingProxyType(kept))

    def with_belief(self, incident: int, chances: Chances) -> Drafts:
        """What is believed of a case."""
        return replace(self, beliefs=MappingProxyType({**self.beliefs, incident: chances}))


def _put(items: tuple[T, ...], item: T, place: int | None) -> tuple[T, ...]:
    if place is None:
        return (*items, item)
    return (*items[:place], item, *items[place + 1 :])


def _but(items: tuple[T, ...], place: int) -> tuple[T, ...]:
    return (*items[:place], *items[place + 1 :])
