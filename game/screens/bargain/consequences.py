"""What an offer would do to you, who would mind, and who else would sign, as the staff sees it."""

from __future__ import annotations

from functools import partial

from game.language import N_, _, _n
from game.report.words import listed
from game.screens.bargain.parties import stance
from game.screens.bargain.staff import Staff
from game.screens.play import advice
from game.screens.play.session import Session
from game.staff.stakes import Move, Stakes
from game.ui.app import App
from game.ui.node import Node, column, row, wrap
from game.ui.paint import Shade
from game.ui.widgets import button, chip, notice, plate, text

FIGURES = {
    "trust": (N_("trust in you"), 1),
    "support": (N_("support at home"), 1),
    "standing": (N_("your standing"), 1),
    "services": (N_("your services"), 1),
    "pressure": (N_("heat against you"), -1),
    "heat": (N_("worst quarrel"), -1),
}
"""Figures that may move, and whether more of it is good."""

LEAST = 0.5
"""Points from which a figure is said to move."""


class Consequences:
    """Of each offer on the table: asked for once, and kept while it lies there."""

    def __init__(self, session: Session, staff: Staff) -> None:
        self.session, self.staff = session, staff
        self.found: dict[int, Stakes] = {}
        self._asked: tuple[object, set[int]] = (None, set())

    def build(self, app: App, offer: int) -> Node | None:
        """What the staff says of one offer, by its number on the table."""
        if not self.session.staffed:
            return None
        if not self.staff.heard:
            name = f"ask_staff.{offer}"
            return row(button(name, _("Ask the staff what it would do"), self.staff.ask,
                              sign="users"))  # fmt: skip
        self._ask(app, offer)
        known = self.found.get(offer)
        if known is None:
            return text(_("The staff is working on it…"), "label", "text2")
        return plate(*self._lines(known), ground="panel3", gap=6, pad=(14, 9))

    def _ask(self, app: App, offer: int) -> None:
        question, open_ = self.session.match.question, self._asked
        if open_[0] is not question:
            self.found, self._asked = {}, (question, set())
        if offer not in self._asked[1]:
            self._asked[1].add(offer)
            job = advice.stakes(self.session, offer)
            app.work(f"stakes.{offer}", job, partial(self._take, question, offer))

    def _take(self, question: object, offer: int, found: Stakes) -> None:
        if question is self.session.match.question:
            self.found[offer] = found

    # ---- in words ----------------------------------------------------------------------------

    def _lines(self, known: Stakes) -> list[Node]:
        if known.reception.void:
            return [notice(_("Void: {why}.").format(why=known.reception.void), "x", "bad")]
        title = _n("The staff sees, {n} turn on, if all sign instead of your no:",
                   "The staff sees, {n} turns on, if all sign instead of your no:", known.turns
                   )  # fmt: skip
        moved = [made for each in known.moves if (made := _moved(each)) is not None]
        calm = text(_("Your figures would stay about the same."), "label")
        changes = wrap(*moved, gap=8) if moved else calm
        changes.tip = _("Four in five of the futures that the staff imagines lie within.")
        return [text(title, "label_strong", "text2"), changes, *self._minding(known),
                self._signing(known)]  # fmt: skip

    def _minding(self, known: Stakes) -> list[Node]:
        if not known.minding:
            return [text(_("Nobody would mind it."), "label", "text2")]
        names = self.session.setup.names
        who = listed(f"{names[n]} (\u2212{-known.trust[n]:.0f})" for n in known.minding)
        said = _("Would mind, and trust you less: {who}.").format(who=who)
        return [notice(said, "triangle-alert", "warn")]

    def _signing(self, known: Stakes) -> Node:
        """Who else would sign, and whether one in this place would."""
        names, accepts = self.session.setup.names, known.reception.accepts
        others = [
            chip(f"{names[n]}: {stance(share)[0]}, {share:.0%}", stance(share)[1])
            for n, share in accepts.items() if n != self.session.nation
        ]  # fmt: skip
        mine = accepts.get(self.session.nation, 0.0)
        said = _("One who answers like with like would sign it in your place: {share:.0%}")
        return column(text(said.format(share=mine), "label", "text2"),
                      wrap(*others, gap=8) if others else None, gap=6)  # fmt: skip


def _moved(each: Move) -> Node | None:
    """A figure that would move, as a band."""
    if each.name not in FIGURES or max(abs(each.low), abs(each.high)) < LEAST:
        return None
    label, good = FIGURES[each.name]
    shade: Shade = "text2" if abs(each.middle) < LEAST else (
        "good" if each.middle * good > 0 else "bad"
    )  # fmt: skip
    low, high = _signed(each.low), _signed(each.high)
    span = low if low == high else _("{low} to {high}").format(low=low, high=high)
    return chip(f"{_(label)} {span}", shade)


def _signed(by: float) -> str:
    """A whole number with its sign; nought has none."""
    return f"{by:+.0f}".replace("-", "\u2212") if abs(by) >= 0.5 else "0"
