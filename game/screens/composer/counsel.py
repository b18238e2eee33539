"""What an order would come to: its price, its chance, the law, and who would mind."""

from __future__ import annotations

from functools import partial

from game.decisions import Order
from game.language import _
from game.report import terms
from game.report.names import sentence
from game.report.words import listed
from game.rules.law import Verdict
from game.screens.composer.writing import Writing
from game.screens.play import advice
from game.screens.play.session import Session
from game.staff.cautions import cautions, minding, words_broken
from game.staff.counsel import Reading
from game.staff.legality import price, price_text
from game.ui.app import App
from game.ui.node import Node, row
from game.ui.paint import Shade
from game.ui.widgets import band, icon, notice, stacked_bar, text

SHADES: tuple[Shade, ...] = ("good", "text3", "warn", "severity.2", "severity.3", "bad")
"""Colours of verdicts, from lawful to an armed attack."""


class Counsel:
    """Advisers at the side of who writes the order; for experts they only recall their word."""

    def __init__(self, session: Session, writing: Writing) -> None:
        self.session, self.writing = session, writing
        self.readings: list[Reading] = []
        self._read: Order | None = None

    def consult(self, app: App) -> None:
        """Ask how the others would read the order, once it is complete and whenever it changes."""
        order = self.writing.order
        if not self.session.staffed or order is None or order == self._read:
            return
        self._read, self.readings = order, []
        app.work("readings", advice.readings(self.session, order), partial(self._hear, order))

    def _hear(self, order: Order, found: list[Reading]) -> None:
        if order == self._read:
            self.readings = found

    def build(self) -> list[Node]:
        """What there is to say of it as it stands."""
        order = self.writing.order
        made = [self._price(), self._law(), *self._chance(order), *self._hostile()]
        why = self.writing.dead_end() or self.writing.why_not()
        if why:
            made.append(notice(_("It would do nothing: {why}.").format(why=why), "x", "bad"))
        if order is not None:
            heard = cautions if self.session.staffed else words_broken
            made += [notice(sentence(each), "triangle-alert", "warn")
                     for each in heard(self.session.seat, order)]  # fmt: skip
        if self.session.staffed and order is not None:
            made += self._minds(order)
        return made

    def _price(self) -> Node:
        action, level = self.writing.action, int(self.writing.filled.get("level", "1"))
        assert action is not None
        said = text(price_text(price(action, level)), "strong", grow=1)
        return row(icon("coins", 20, "text2"), said, gap=10)

    def _law(self) -> Node:
        assert self.writing.action is not None
        said = text(sentence(_(self.writing.action.legality)), "label", "text2", grow=1)
        return row(icon("scale", 20, "text2"), said, gap=10, align="start")

    def _chance(self, order: Order | None) -> list[Node]:
        """How likely a covert order is to come off."""
        chance = self.session.chance(order) if order is not None else None
        if chance is None:
            return []
        low, high = chance
        said = _("{low:.0%} to {high:.0%} that it comes off").format(low=low, high=high)
        track = band(_("Chance that it comes off"), low, (low + high) / 2, high, said, grow=3)
        return [row(icon("target", 20, "text2"), text(said, "label", grow=4), track, gap=10)]

    def _hostile(self) -> list[Node]:
        assert self.writing.action is not None
        if not self.writing.action.hostile:
            return []
        said = _("A hostile act: it heats the ladder, and may be answered.")
        return [notice(said, "triangle-alert", "warn")]

    def _minds(self, order: Order) -> list[Node]:
        """How each nation would read it, were it known whose it is."""
        if not self.readings:
            return [text(_("Staff asks how the others would read it …"), "label", "text2")]
        title = text(_("How the others would read it, were it known whose it is"), "label_strong",
                     "text2")  # fmt: skip
        mind = minding(self.session.seat, order, self.readings)
        said = _("{who} would mind: trust and standing are at stake.")
        warning = notice(said.format(who=listed(mind)), "triangle-alert", "warn")
        calm = text(_("Nobody would mind it."), "label", "text2")
        return [title, *map(self._reading, self.readings), warning if mind else calm]

    def _reading(self, each: Reading) -> Node:
        name, worst = self.session.setup.names[each.nation], each.likeliest
        parts = [(terms.verdict(n), s, SHADES[n]) for n, s in enumerate(each.shares) if s]
        said = f"{terms.verdict(worst)} {each.shares[worst]:.0%}"
        shade = SHADES[worst] if worst >= Verdict.WRONGFUL else "text2"
        return row(
            text(name, "label", grow=2), stacked_bar(name, parts, grow=3),
            text(said, "label", shade, grow=4), gap=12,
        )  # fmt: skip
