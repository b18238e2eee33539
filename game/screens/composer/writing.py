"""An order being written: what it says so far, and what is still to be said."""

from __future__ import annotations

from game.decisions import Order
from game.report import forms
from game.report.names import Noun
from game.rules.action import Action
from game.screens.play.session import Session

AT_FIRST = {"confidence": "2", "promise": "restraint"}
"""What is chosen of some columns before a player has said anything."""

BEFORE = {"card": "incident", "answer": "choice"}
"""What must be said before a column can be asked: each case has evidence of its own."""


class Writing:
    """Plain data; the window shows it."""

    def __init__(self, session: Session, place: int | None = None, about: str | None = None):
        """place: which order of the queue it replaces; about: the case one comes from."""
        self.session, self.place, self.about = session, place, about
        self.action: Action | None = None
        self.filled: dict[str, str] = {}

    # ---- saying it ---------------------------------------------------------------------------

    def take(self, order: Order) -> None:
        """Go on from an order that is complete."""
        names = self.session.names
        self.action = names.actions[names.number("action", order.action)]
        self.filled = {
            each.name: str(value)
            for each in self.columns
            if (value := getattr(order, each.name)) is not None
        }

    def choose(self, action: Action) -> None:
        """Begin an order of this action; what can only be one thing is filled in."""
        self.action, self.filled = action, {}
        for each in self.columns:
            known = [noun.id for noun in self.nouns(each)]
            if (
                each.kind == "incident"
                and self.about in known
                and not self.against(each, self.about or "")
            ):
                self.fill(each, self.about or "")
            elif each.kind in AT_FIRST:
                self.fill(each, AT_FIRST[each.kind])
            elif len(known) == 1 and not each.optional:
                self.fill(each, known[0])

    def fill(self, column: forms.Column, id_: str) -> None:
        """Say one thing; what no longer fits it is to be said again."""
        self.filled[column.name] = id_
        for each in self.columns:
            fits = [noun.id for noun in self.nouns(each)]
            if each.name in self.filled and self.filled[each.name] not in fits:
                del self.filled[each.name]

    def leave_out(self, column: forms.Column) -> None:
        """Say nothing of what need not be said."""
        self.filled.pop(column.name, None)

    # ---- what can be said --------------------------------------------------------------------

    @property
    def columns(self) -> tuple[forms.Column, ...]:
        """What an order of this action has to say."""
        return forms.columns(self.action) if self.action is not None else ()

    def nouns(self, column: forms.Column) -> list[Noun]:
        """All that a column can say now."""
        assert self.action is not None
        if BEFORE.get(column.kind, "") not in ("", *self.filled):
            return []
        return forms.nouns(self.session.seat, self.action, column, self.filled)

    def against(self, column: forms.Column, id_: str) -> str:
        """What stands against saying that; empty if nothing does."""
        assert self.action is not None
        noun = Noun(column.kind, id_, id_)
        return forms.against(self.session.seat, self.action, column, noun)

    def missing(self) -> list[forms.Column]:
        """What must be said and is not."""
        return [c for c in self.columns if not c.optional and c.name not in self.filled]

    def dead_end(self) -> str:
        """Why what is still to be said cannot be; empty if it can."""
        for column in self.missing():
            reasons = [self.against(column, noun.id) for noun in self.nouns(column)]
            if reasons and all(reasons):
                return reasons[0]
        return ""

    # ---- what it comes to --------------------------------------------------------------------

    @property
    def order(self) -> Order | None:
        """The order, once all is said that must be."""
        if self.action is None or self.missing():
            return None
        return forms.written(self.action, self.filled)

    def queue(self) -> tuple[Order, ...]:
        """The orders of this turn, with this one among them."""
        drafts, order = self.session.drafts, self.order
        return drafts.with_order(order, self.place).orders if order else drafts.orders

    def why_not(self) -> str:
        """Why it would be void among the others; empty if it would not, or is not complete."""
        if self.order is None:
            return ""
        reasons, _left = self.session.void(self.queue())
        return reasons[-1 if self.place is None else self.place]

    def left(self) -> dict[str, float]:
        """What is left to spend after it."""
        return self.session.void(self.queue())[1]
