"""A dossier in full: who could have done it, the evidence, what others say, and what to do.

What the staff believes stands beside it on Guided, on request on Standard, and never for experts.
"""

from __future__ import annotations

from functools import partial

from game.language import N_, _
from game.report.dossier import STATES, Dossier, own_part
from game.rules.world import Look
from game.screens.case.belief import Belief
from game.screens.case.deeds import deeds
from game.screens.case.evidence import evidence
from game.screens.case.facts import facts
from game.screens.case.others import claims, law, told
from game.screens.parts.opening import ordering
from game.screens.parts.peers import NARROW
from game.screens.parts.strip import top
from game.screens.parts.undoing import undoing
from game.screens.play import advice
from game.screens.play.session import Session
from game.staff.leads import Lead
from game.ui.app import App
from game.ui.node import Do, Node, column, row
from game.ui.screen import Screen
from game.ui.widgets import notice, panel, plate, rule, scroll, tabs

FULL = 1560
"""Room from which all three columns are shown."""

LEADS = 40

PAGES = (
    ("who", N_("Who"), "users"),
    ("evidence", N_("Evidence"), "microscope"),
    ("said", N_("Others"), "megaphone"),
    ("law", N_("Law"), "scale"),
    ("history", N_("History"), "history"),
)
"""Pages that share a panel where there is less room."""


class DossierPage(Screen):
    """One case."""

    name = "dossier"

    def __init__(self, session: Session, incident: int) -> None:
        self.session, self.incident = session, incident
        self.belief = Belief(session, incident)
        self.tab = "evidence"
        self.leads: list[Lead] | None = None
        self.past = session.past_of(self.dossier.title)
        first = self.belief.suspects[0].id
        self.first = "back" if self.dossier.own_doing else f"belief.{first}"

    @property
    def dossier(self) -> Dossier:
        """The case as the nation knows it now."""
        return self.belief.dossier

    def entered(self, app: App) -> None:
        """Ask the staff what would tell most; experts have none."""
        if self.session.level != "expert" and self.leads is None:
            app.work("leads", advice.leads(self.session, LEADS), self._led)

    def _led(self, found: list[Lead]) -> None:
        self.leads = [lead for lead in found if lead.incident == self.incident]

    def commands(self, app: App) -> dict[str, Do]:
        """Undo and redo what was said of it."""
        return {"undo": self.session.undo, "redo": self.session.redo}

    def build(self, app: App) -> Node:
        """Three columns; in less room two, or one with tabs."""
        session, case = self.session, self.dossier
        head = top(session, app, case.title, case.victim, *undoing(session), sign="folder-open")
        strip, foot = facts(session, case), deeds(app, session, self.belief)
        if app.room[0] >= FULL:
            parts = (self._who(app, 10), self._evidence(app, 11), self._others(9))
            body = row(*parts, gap=14, grow=1, align="stretch")
        elif app.room[0] >= NARROW:
            more = self._pages(app, ("evidence", "said", "law", "history"), 11)
            body = row(self._who(app, 10), more, gap=14, grow=1, align="stretch")
        else:
            page = self._pages(app, tuple(key for key, _label, _sign in PAGES), 1)
            return column(head, scroll("all", strip, page, foot, gap=10, pad=10))
        return column(head, column(strip, body, foot, gap=12, pad=14, grow=1))

    # ---- the columns -------------------------------------------------------------------------

    def _who(self, app: App, grow: float) -> Node:
        inner = scroll("who.lines", *self._belief(app), gap=8)
        note = "" if self.dossier.own_doing else _("sums to 100 %; graded at the end")
        return panel("who", _("Who could have done it"), inner, sign="users", note=note, grow=grow)

    def _belief(self, app: App) -> list[Node]:
        if self.dossier.own_doing:
            graded = _("What you say of it is not graded.")
            said = f"{own_part(self.dossier)} {graded}"
            return [notice(said, "triangle-alert", "warn")]
        return self.belief.build(app)

    def _evidence(self, app: App, grow: float) -> Node:
        inner = scroll("evidence.cards", *self._cards(app), gap=10)
        found = sum(each.state == STATES[Look.FOUND] for each in self.dossier.cards)
        note = _("{n} of {all} found").format(n=found, all=len(self.dossier.cards))
        return panel("evidence", _("Evidence"), inner, sign="microscope", note=note, grow=grow)

    def _cards(self, app: App) -> list[Node]:
        leads = self.leads if self.belief.staffed else None
        return evidence(self.session, self.dossier, leads, partial(ordering, app, self.session))

    def _others(self, grow: float) -> Node:
        """What was said and done about it, all in one column."""
        session, case = self.session, self.dossier
        lines = [*claims(session, case), rule(), *law(session, case), rule(), *told(self.past)]
        inner = scroll("others.lines", *lines, gap=12)
        title = _("Others, law, history")
        return panel("others", title, inner, sign="megaphone", grow=grow)

    def _pages(self, app: App, names: tuple[str, ...], grow: float) -> Node:
        """Pages that share a panel."""
        if self.tab not in names:
            self.tab = names[0]
        options = [(key, _(label), sign) for key, label, sign in PAGES if key in names]
        chosen = tabs("tab", _("Pages"), options, self.tab, partial(setattr, self, "tab"))
        lines = self._page(app)
        narrow = app.room[0] < NARROW
        page = column(*lines, gap=12) if narrow else scroll(f"page.{self.tab}", *lines, gap=12)
        made = plate(chosen, page, gap=10, grow=0 if narrow else grow)
        made.id, made.panel, made.role, made.label = "pages", True, "region", _("More of the case")
        return made

    def _page(self, app: App) -> list[Node]:
        if self.tab == "who":
            return self._belief(app)
        if self.tab == "evidence":
            return self._cards(app)
        if self.tab == "said":
            return claims(self.session, self.dossier)
        return law(self.session, self.dossier) if self.tab == "law" else told(self.past)
