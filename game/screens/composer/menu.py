"""What can be done: what the staff suggests, kinds of orders, and a search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.decisions import Order
from game.language import _
from game.report import forms
from game.report.names import plain, sentence
from game.rules.action import Action
from game.screens.parts.actions import STAGES, sign_of
from game.screens.play.cases import open_cases
from game.screens.play.session import Session
from game.staff import suggest
from game.staff.legality import open_options, price, price_text, why_closed
from game.ui.app import App
from game.ui.node import Node, row
from game.ui.widgets import card, entry, heading, icon, listing, panel, tabs, text

SUGGESTED = "suggested"


class Menu:
    """The left side of the composer."""

    def __init__(
        self,
        session: Session,
        about: str | None,
        choose: Callable[[Action], object],
        take: Callable[[Order], object],
    ) -> None:
        """about: the case one comes from; choose begins an order, take goes on from one."""
        self.session, self.about = session, about
        self.choose, self.take = choose, take
        self.search, self.group = "", SUGGESTED if session.staffed else "0"

    def show(self, action: Action) -> None:
        """Open the kind of orders that this one is of."""
        self.group = str(int(action.stage))

    def build(self, app: App, chosen: Action | None) -> Node:
        """A search, kinds of orders, and those that are found."""
        found = entry(
            "order_search", _("Search for an order"), self.search, partial(setattr, self, "search"),
            app.cursor("order_search"), hint=_("Search"), send=self._first,
        )  # fmt: skip
        none = text(_("There is nothing of that name."), "label", "text2")
        made = listing("actions", _("What can be done"), *(self._items(chosen) or [none]))
        return panel("choose", _("What to do"), found, None if self.search else self._tabs(), made,
                     sign="list-ordered", grow=4)  # fmt: skip

    def _tabs(self) -> Node:
        groups = [(str(int(stage)), _(name), sign) for stage, (name, sign) in STAGES.items()]
        if self.session.staffed:
            groups.insert(0, (SUGGESTED, _("Staff suggests"), "lightbulb"))
        pick = partial(setattr, self, "group")
        return tabs("stage", _("Kinds of order"), groups, self.group, pick)

    def _items(self, chosen: Action | None) -> list[Node]:
        if not self.search and self.group == SUGGESTED:
            return self._ideas()
        return [self._offer(action, action is chosen) for action in self._shown()]

    def _shown(self) -> list[Action]:
        """The actions that are searched for, or those of the stage that is open."""
        actions = self.session.names.actions
        if not self.search:
            return [action for action in actions if action.stage == int(self.group)]
        wanted = plain(self.search).split()
        named = {each.id: plain(f"{_(each.label)} {each.id}") for each in actions}
        about = {each.id: plain(_(each.about)) for each in actions}
        fits = [each for each in actions if _has(named[each.id] + about[each.id], wanted)]
        return sorted(fits, key=lambda each: not _has(named[each.id], wanted))

    def _first(self) -> None:
        """Enter in the search takes the first that was found."""
        if self.search and (found := self._shown()):
            self.choose(found[0])

    def _offer(self, action: Action, chosen: bool) -> Node:
        why = self.closed(action)
        cost = price_text(price(action))
        head = row(
            icon(sign_of(action.id), 22, "text3" if why else "accent"),
            text(_(action.label), "strong", "text2" if why else "text", grow=1),
            text(cost, "label", "text2"), gap=10,
        )  # fmt: skip
        said = _("Not now: {why}").format(why=why) if why else _(action.about)
        return card(
            f"action.{action.id}", f"{_(action.label)}, {cost}", partial(self.choose, action), head,
            text(said, "label", "text2"), selected=chosen,
        )  # fmt: skip

    def closed(self, action: Action) -> str:
        """Why no order of this action could take effect now; empty if one could."""
        seat = self.session.seat
        place = self.session.names.actions.index(action)
        if any(open_options(seat.options, seat.nation, place)):
            return ""
        return why_closed(seat.options, seat.nation, place)

    def _ideas(self) -> list[Node]:
        """Three suggestions for each of the most pressing cases, the one at hand first."""
        made: list[Node] = []
        cases = open_cases(self.session)
        cases.sort(key=lambda each: each.id != self.about)
        seat, given = self.session.seat, self.session.drafts.orders
        for dossier, ideas in suggest.for_orders(seat, cases[: suggest.CASES], given):
            if ideas:
                made.append(heading(dossier.title, "card"))
            made += [self._idea(f"{dossier.id}.{n}", idea) for n, idea in enumerate(ideas)]
        return made

    def _idea(self, name: str, idea: suggest.Idea) -> Node:
        order = idea.order
        action, _colon, what = self.session.told(order).partition(": ")
        cost = price_text(forms.cost_of(self.session.seat, order))
        head = row(
            icon(sign_of(order.action), 22, "accent"), text(action, "strong", grow=1),
            text(cost, "label", "text2"), gap=10,
        )  # fmt: skip
        return card(
            f"suggested.{name}", f"{self.session.told(order)}, {cost}. {idea.why}",
            partial(self.take, order), head, text(what, "label") if what else None,
            text(sentence(idea.why), "label", "text2"),
        )  # fmt: skip


def _has(said: str, wanted: Sequence[str]) -> bool:
    """Whether every word of a search stands in a text, in whatever order."""
    return all(word in said for word in wanted)
