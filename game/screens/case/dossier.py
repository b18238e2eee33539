"""A dossier in full: who could have done it, the evidence, what others say, and what to do.

What the staff believes stands beside it on Guided, on request on Standard, and never for experts.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.decisions import Order
from game.language import _
from game.report.casework import breached, history, law_of, said
from game.report.dossier import Dossier
from game.rules.claims import LEAST_WORD, word_for
from game.screens.case.belief import Belief
from game.screens.case.evidence import evidence
from game.screens.parts.lines import bullet, section, turn_line
from game.screens.parts.opening import open_nation, order_button, ordering
from game.screens.parts.peers import NARROW, flag_of
from game.screens.parts.strip import top
from game.screens.play import advice
from game.screens.play.cases import bars
from game.screens.play.session import Session
from game.staff.leads import Lead
from game.ui.app import App
from game.ui.node import Do, Node, column, row, wrap
from game.ui.screen import Screen
from game.ui.widgets import (
    button,
    chip,
    heading,
    icon_button,
    notice,
    panel,
    plate,
    rule,
    scroll,
    severity,
    tabs,
    text,
)

FULL = 1560
"""Room from which all three columns are shown."""

LEADS = 40


class DossierPage(Screen):
    """One case."""

    name = "dossier"

    def __init__(self, session: Session, incident: int) -> None:
        self.session, self.incident = session, incident
        self.belief = Belief(session, incident)
        self.tab = "evidence"
        self.leads: list[Lead] | None = None
        self.past = history(session.match, session.nation, self.dossier.title)
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
        case = self.dossier
        head = top(self.session, app, case.title, case.id, *self._undoing(app), sign="folder-open")
        strip, deeds = self._strip(app), self._deeds(app)
        if app.room[0] >= FULL:
            parts = (self._who(app, 10), self._evidence(app, 11), self._others(app, 9))
            body = row(*parts, gap=14, grow=1, align="stretch")
        elif app.room[0] >= NARROW:
            more = self._talk(app, ("evidence", "said", "law", "history"), 11)
            body = row(self._who(app, 10), more, gap=14, grow=1, align="stretch")
        else:
            page = self._talk(app, ("who", "evidence", "said", "law", "history"), 1)
            return column(head, scroll("all", strip, page, deeds, gap=10, pad=10))
        return column(head, column(strip, body, deeds, gap=12, pad=14, grow=1))

    def _undoing(self, app: App) -> tuple[Node, ...]:
        session = self.session
        none_back = "" if session.can_undo else _("There is nothing to take back.")
        none_on = "" if session.can_redo else _("There is nothing to do again.")
        return (
            icon_button("undo", "undo-2", _("Undo"), session.undo, disabled=none_back),
            icon_button("redo", "redo-2", _("Redo"), session.redo, disabled=none_on),
        )

    # ---- the strip ---------------------------------------------------------------------------

    def _strip(self, app: App) -> Node:
        """What happened, to whom, how badly, and whether it goes on."""
        case, ids = self.dossier, self._ids()
        said_ = _("severity {n:.1f} of 10").format(n=case.severity)
        active = case.status == "going on"
        facts = wrap(
            row(severity(bars(case.severity), said_), text(said_, "label"), gap=8),
            row(flag_of(self.session, ids[case.victim], 22), text(case.victim, "label_strong"),
                gap=8),
            chip(case.kind, "text"),
            chip(case.sector, "text"),
            chip(case.status, "warn" if active else "text2", "zap" if active else "check"),
            text(_("began in turn {n}").format(n=case.began), "label", "text2"),
            *(chip(_("spread to {name}").format(name=name), "bad") for name in case.affected),
            self._inquiry(), gap=14,
        )  # fmt: skip
        return plate(facts, text(case.text, "body", "text2"), gap=8)

    def _inquiry(self) -> Node | None:
        due = self.dossier.inquiry_due
        if not due:
            return None
        late = _("an inquiry reports in turn {n}") if due > self.session.turn else _(
            "an inquiry reported in turn {n}")  # fmt: skip
        return chip(late.format(n=due), "accent", "search")

    def _ids(self) -> dict[str, str]:
        setup = self.session.setup
        return dict(zip(setup.names, setup.actors, strict=True))

    # ---- the columns -------------------------------------------------------------------------

    def _who(self, app: App, grow: float) -> Node:
        inner = scroll("who.lines", *self._belief(app), gap=8)
        note = "" if self.dossier.own_doing else _("sums to 100 %; graded at the end")
        return panel("who", _("Who could have done it"), inner, sign="users", note=note, grow=grow)

    def _belief(self, app: App) -> list[Node]:
        if self.dossier.own_doing:
            own = _("Your own services had a hand in it. Nobody else is told, and what you say "
                    "of it is not graded.")  # fmt: skip
            return [notice(own, "triangle-alert", "warn")]
        return self.belief.build(app)

    def _evidence(self, app: App, grow: float) -> Node:
        inner = scroll("evidence.cards", *self._cards(app), gap=10)
        found = sum(each.state == "found" for each in self.dossier.cards)
        note = _("{n} of {all} found").format(n=found, all=len(self.dossier.cards))
        return panel("evidence", _("Evidence"), inner, sign="microscope", note=note, grow=grow)

    def _cards(self, app: App) -> list[Node]:
        leads = self.leads if self.belief.staffed else None
        return evidence(self.session, self.dossier, leads, partial(ordering, app, self.session))

    def _others(self, app: App, grow: float) -> Node:
        """What was said and done about it, all in one column."""
        lines = [*self._said(app), rule(), *self._law(app), rule(), *self._history(app)]
        inner = scroll("others.lines", *lines, gap=12)
        title = _("Others, law, history")
        return panel("others", title, inner, sign="megaphone", grow=grow)

    def _talk(self, app: App, names: tuple[str, ...], grow: float) -> Node:
        """Pages that share a panel."""
        if self.tab not in names:
            self.tab = names[0]
        labels = {
            "who": (_("Who"), "users"),
            "evidence": (_("Evidence"), "microscope"),
            "said": (_("Others"), "megaphone"),
            "law": (_("Law"), "scale"),
            "history": (_("History"), "history"),
        }
        pages: dict[str, Callable[[App], list[Node]]] = {
            "who": self._belief,
            "evidence": self._cards,
            "said": self._said,
            "law": self._law,
            "history": self._history,
        }
        options = [(key, *labels[key]) for key in names]
        chosen = tabs("tab", _("Pages"), options, self.tab, partial(setattr, self, "tab"))
        lines = pages[self.tab](app)
        narrow = app.room[0] < NARROW
        page = column(*lines, gap=12) if narrow else scroll(f"page.{self.tab}", *lines, gap=12)
        made = plate(chosen, page, gap=10, grow=0 if narrow else grow)
        made.id, made.panel, made.role, made.label = "pages", True, "region", _("More of the case")
        return made

    # ---- the pages ---------------------------------------------------------------------------

    def _said(self, app: App) -> list[Node]:
        """Claims in public, with their words and confidence."""
        found = said(self.session.match, self.session.nation, self.incident)
        lines: list[Node] = []
        for each in found:
            id_ = self.session.setup.nations[each.nation]
            name = self.session.setup.names[each.nation]
            if each.whom:
                what = _("names {whom}").format(whom=each.whom)
                marks = wrap(chip(each.word, "warn"), chip(_("{how} confidence").format(
                    how=each.confidence), "text2"), gap=8)  # fmt: skip
            else:
                what, marks = each.text, None
            when = _("turn {n}").format(n=each.turn) if each.turn else ""
            about = column(text(f"{name} {what}", "label_strong"), marks, text(
                when, "meta", "text2") if when else None, gap=3, grow=1)  # fmt: skip
            lines.append(row(flag_of(self.session, id_, 24), about, gap=12, align="start"))
        empty = text(_("Nobody has said in public who did it."), "label", "text2")
        return [heading(_("What others said"), "card"), *(lines or [empty])]

    def _law(self, app: App) -> list[Node]:
        """How each nation reads it, and which norms it breaks."""
        match, me = self.session.match, self.session.nation
        groups: dict[str, list[str]] = {}
        for name, verdict in law_of(match, me, self.dossier.title):
            groups.setdefault(verdict, []).append(name)
        reads = [self._verdict(verdict, names) for verdict, names in groups.items()]
        broken = [bullet(f"{each.label} ({each.letter})" if each.letter else each.label, "x", "bad")
                  for each in breached(match, self.incident)]  # fmt: skip
        empty = text(_("No live norm speaks of it."), "label", "text2")
        return [
            section(_("Were it a state's work, they would read it as"), *reads),
            section(_("Norms it breaks"), *broken or [empty]),
        ]

    def _verdict(self, verdict: str, names: list[str]) -> Node:
        ids = self._ids()
        flags = [row(flag_of(self.session, ids[name], 20), text(name, "label"), gap=6)
                 for name in names]  # fmt: skip
        return column(text(verdict, "label_strong"), wrap(*flags, gap=12), gap=5)

    def _history(self, app: App) -> list[Node]:
        lines = [turn_line(turn, story.text, why=story.why) for turn, story in self.past]
        empty = text(_("Nothing is on record yet."), "label", "text2")
        return [heading(_("History of the case"), "card"), *(lines or [empty])]

    # ---- what to do --------------------------------------------------------------------------

    def _deeds(self, app: App) -> Node:
        """Orders about it, begun with what is known."""
        labels = {action.id: action.label for action in self.session.names.actions}
        made = [
            order_button(app, self.session, f"order.{order.action}", labels[order.action], order,
                         "plain" if n else "primary")
            for n, order in enumerate(self._ideas())
        ]  # fmt: skip
        victim = self._ids()[self.dossier.victim]
        go = partial(open_nation, app, self.session, victim)
        name = _("Open {name}").format(name=self.dossier.victim)
        return wrap(*made, button("open.victim", name, go, kind="quiet", sign="flag"), gap=10)

    def _ideas(self) -> list[Order]:
        """Orders one may begin here: what fits one who did it, was hit, was named, or watches."""
        case, me = self.dossier, self.session.setup.names[self.session.nation]
        seen, ids = self.session.seen, self._ids()
        if case.own_doing:
            return [Order(action, incident=case.id) for action in ("own_up", "deny")]
        found = [Order("investigate", incident=case.id)]
        found += [Order("respond", incident=case.id)] if case.victim == me else [
            Order("send_team", target=ids[case.victim])]  # fmt: skip
        if (seen.accused[:, self.incident, 0] == self.session.nation).any():
            found.append(Order("deny", incident=case.id))
        found.append(self._naming())
        if case.victim != me:
            found.append(Order("share_evidence", target=ids[case.victim], incident=case.id))
        return [*found, Order("condemn", incident=case.id), Order("refer", incident=case.id)]

    def _naming(self) -> Order:
        """To name in public whom one believes it of most, in the word that belief allows."""
        shares, suspects = self.belief.shares, self.belief.suspects
        names = set(self.session.setup.actors)
        ranked = [(value, each.id) for value, each in zip(shares.values, suspects, strict=True)
                  if each.id in names]  # fmt: skip
        if not self.belief.said or not ranked:
            return Order("attribute", incident=self.dossier.id)
        value, who = max(ranked)
        word = self.session.names.ids("word")[max(LEAST_WORD, int(word_for(value / 100)))]
        return Order("attribute", target=who, incident=self.dossier.id, choice=word)
