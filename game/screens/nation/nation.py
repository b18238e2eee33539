"""A nation in full: what is known of it, where it stands in law, and its history with you."""

from __future__ import annotations

from functools import partial

from game.decisions import Order, Proposal
from game.language import _
from game.report.ties import ties
from game.screens.nation.known import Known
from game.screens.nation.pages import bonds, law, past, stance
from game.screens.parts.lines import bullet, fact, told_of
from game.screens.parts.opening import open_negotiation, open_trust, order_button, why_no_talks
from game.screens.parts.peers import HEAT, WIDE, figure_line, flag_of
from game.screens.parts.strip import top
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Do, Node, column, row, wrap
from game.ui.screen import Screen
from game.ui.widgets import (
    button,
    chip,
    heading,
    panel,
    scroll,
    tabs,
    text,
)

DEEDS = ("share_evidence", "send_team", "demarche", "collect", "sanction")
"""Orders that are offered at once; the composer has them all."""


class NationPage(Screen):
    """All that is known of one nation. Arrows of the tabs go through it; Q and E, too."""

    name = "nation"
    first = "tab.stance"

    def __init__(self, session: Session, nation: str) -> None:
        self.session, self.nation, self.tab = session, nation, "stance"
        self.known = Known(session, nation)

    def build(self, app: App) -> Node:
        """Who it is and what can be done on the left, one of four pages on the right."""
        given = self.session.match.scenario.nations[self.nation]
        head = top(self.session, app, self.known.label, given.name, sign="flag")
        pages = {"stance": stance, "law": law, "ties": bonds, "history": past}
        options = [
            ("stance", _("What it can do"), "shield"),
            ("law", _("Law and norms"), "scale"),
            ("ties", _("Bonds"), "handshake"),
            ("history", _("History"), "history"),
        ]
        chosen = tabs("tab", _("Pages"), options, self.tab, partial(setattr, self, "tab"))
        page = scroll(f"page.{self.tab}", *pages[self.tab](self.known, app), gap=16)
        right = panel("pages", _("Known of {name}").format(name=self.known.label), chosen, page,
                      sign="eye", grow=7, gap=12)  # fmt: skip
        left = self._portrait(app)
        if app.room[0] >= WIDE:
            left.grow = 4
            return column(head, row(left, right, gap=14, pad=14, grow=1, align="stretch"))
        both = scroll("both", left, right, gap=12)
        both.pad = 12
        return column(head, both)

    # ---- the left -----------------------------------------------------------------------------

    def _portrait(self, app: App) -> Node:
        given = self.session.match.scenario.nations[self.nation]
        lines: list[Node | None] = [
            row(flag_of(self.session, self.nation, 84),
                column(heading(given.name, "card"), self._chips(), gap=8, grow=1), gap=16),
            text(given.about, "body", "text2"),
            *(self._standing() if not self.known.mine else [text(given.brief, "body")]),
        ]  # fmt: skip
        inner = scroll("portrait", *lines, gap=14)
        if app.room[0] < WIDE:
            inner = column(*lines, gap=14)
        return panel("about", _("Who it is"), inner, self._deeds(app), sign="flag", gap=12)

    def _chips(self) -> Node:
        given = self.session.match.scenario.nations[self.nation]
        found = [chip(_("you"), "accent", "user-check")] if self.known.mine else []
        found += [chip(_("emerging"), "warn")] if given.emerging else []
        found += [chip(_("ally"), "accent", "shield")] if self._ally else []
        power = _("great power") if given.power >= 0.7 else _("middle power")
        found += [chip(power, "text2")] if not given.emerging else []
        return wrap(*found, gap=8)

    @property
    def _ally(self) -> bool:
        allies = self.session.seen.public.ally[self.session.nation]
        return bool(allies[self.known.number]) and not self.known.mine

    def _standing(self) -> list[Node]:
        """How far each trusts the other."""
        match, me = self.session.match, self.session.nation
        known = ties(match, me)
        theirs, ours = known[self.known.number, me], known[me, self.known.number]
        relation = self.known.relation
        lines = [
            told_of("trust", figure_line(_("It trusts you"), theirs.trust)),
            told_of("trust", figure_line(_("You trust it"), ours.trust)),
            told_of("hostility", figure_line(_("Its hostility to you"), theirs.hostility, HEAT)),
            told_of("hostility", figure_line(_("Your hostility to it"), ours.hostility, HEAT)),
            fact(_("Between you"), relation.rung),
        ]
        if relation.sanctions:
            lines.append(bullet(relation.sanctions, "lock", "bad"))
        return lines

    def _deeds(self, app: App) -> Node:
        """What one can do about it from here."""
        if self.known.mine:
            return wrap(
                button("to.trust", _("Who trusts you"), self._to_trust(app), sign="network")
            )
        session = self.session
        talk = button(
            "propose", _("Negotiate"),
            partial(open_negotiation, app, session, Proposal((self.nation,), {})),
            kind="primary", sign="messages-square", command="negotiate",
            disabled=why_no_talks(session),
        )  # fmt: skip
        names = {action.id: _(action.label) for action in session.match.names.actions}
        orders = [
            order_button(app, session, f"order.{id_}", names[id_], Order(id_, target=self.nation))
            for id_ in DEEDS
        ]
        trust = button("to.trust", _("Trust"), self._to_trust(app), sign="network")
        return wrap(talk, trust, *orders, gap=8)

    def _to_trust(self, app: App) -> Do:
        return lambda: open_trust(app, self.session, self.nation)
