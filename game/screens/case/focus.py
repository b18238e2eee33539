"""The case in focus at the right: whom to believe, the evidence, what could be done, what was."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.language import N_, _
from game.report.dossier import CardLine, Dossier, Suspect
from game.report.forms import cost_of
from game.report.story import UNHEARD
from game.screens.case.cards import SEVERITIES
from game.screens.case.shares import Shares, shares_of
from game.screens.parts.actions import sign_of
from game.screens.parts.opening import open_dossier, open_negotiation, open_trust, why_no_table
from game.screens.play.cases import bars
from game.screens.play.drafts import chances_of
from game.screens.play.session import Session
from game.screens.trust.row import trust_row
from game.staff import suggest
from game.staff.legality import price_text
from game.ui.app import App
from game.ui.node import Node, column, em, row, spacer, wrap
from game.ui.paint import Shade
from game.ui.widgets import (
    button,
    card,
    chip,
    icon,
    listing,
    meter,
    notice,
    scroll,
    severity,
    slider,
    tabs,
    text,
)
from game.ui.widgets.buttons import Kind

LOW, HIGH = 600, 1000
"""Height of the room below which all of it scrolls, and from which trust is shown as well."""

TABS = (
    ("attribution", N_("Who")),
    ("evidence", N_("Evidence")),
    ("options", N_("Options")),
    ("history", N_("History")),
)
STATES: dict[str, tuple[str, Shade]] = {
    "found": ("check", "good"),
    "looked for, not there": ("x", "text2"),
    "not settled yet": ("hourglass", "text3"),
}


class Focus:
    """What is shown of one case, and which tab."""

    def __init__(self, session: Session, compose: Callable[..., object]) -> None:
        self.session, self.compose, self.tab = session, compose, "attribution"

    def node(self, app: App, each: Dossier | None) -> Node:
        """The panel of a case, or of nothing."""
        if each is None:
            return column(
                text(_("No case is open: use the time to prepare."), "label", "text2"),
                self._ways(app, None), grow=1, gap=10, pad=4,
            )  # fmt: skip
        level = bars(each.severity)
        head = row(
            severity(level, _(SEVERITIES[level - 1]), 26),
            text(each.title, "title", grow=1), gap=12, align="start",
        )  # fmt: skip
        picks = tabs(
            "focus", _("About this case"), [(key, _(label)) for key, label in TABS], self.tab,
            partial(setattr, self, "tab"),
        )  # fmt: skip
        body = {
            "attribution": self._attribution,
            "evidence": self._evidence,
            "options": self._options,
            "history": self._history,
        }[self.tab](app, each)
        about = text(each.text, "label", "text2", lines=4, tip=each.text)
        if app.room[1] < LOW:
            body.scroll, body.grow, body.over = False, 0, None
            parts = (head, about, picks, body, self._ways(app, each))
            return scroll("focus_all", *parts, gap=10)
        trust = trust_row(self.session, app) if app.room[1] >= HIGH else None
        return column(head, about, picks, body, trust, self._ways(app, each), gap=10, grow=1)

    def _ways(self, app: App, each: Dossier | None) -> Node:
        session = self.session
        incident = each.incident if each else -1
        page = button("case_page", _("Whole dossier"), 
                      partial(open_dossier, app, session, incident),
                      sign="folder-open", grow=1)  # fmt: skip
        talk = button("negotiate", _("Negotiate"), partial(open_negotiation, app, session),
                      sign="messages-square", command="negotiate", hint="G", grow=1,
                      disabled=why_no_table(session), kind=self._lead())  # fmt: skip
        trust = button("trust", _("Trust"), partial(open_trust, app, session), sign="network",
                       command="trust", hint="T", grow=1)  # fmt: skip
        return wrap(talk, page if each else None, trust, gap=8)

    def _lead(self) -> Kind:
        step = self.session.step
        return "primary" if step is not None and step.name == "talk" else "plain"

    # ---- whom to believe -------------------------------------------------------------------

    def _attribution(self, app: App, each: Dossier) -> Node:
        if each.own_doing:
            said = _("Your own services had a hand in it. You know who did it; it is not graded.")
            return scroll("attribution", notice(said, "drama", "warn"))
        stated = self.session.believed(each)
        asked = _("How likely is each? Yours to say; it is graded at the end.")
        values = _percents(self.session, each)
        lines = [self._suspect(each, n, s, values) for n, s in enumerate(each.suspects)]
        return scroll(
            "attribution",
            text(asked if stated is None else _("What you say of it. It can be changed."), "label",
                 "text2"),
            *lines,
            self._quick(each),
            notice(_("Name somebody in public only if the others believe it too: what they doubt "
                     "costs you standing and trust."), "scale", "warn"),
            gap=9,
        )  # fmt: skip

    def _suspect(self, each: Dossier, place: int, suspect: Suspect, values: Shares | None) -> Node:
        value = values.values[place] if values is not None else 0
        staff = suspect.belief if self.session.level == "guided" else None
        says = _("staff {p:.0%}").format(p=staff) if staff is not None else ""
        shown = f"{value} %" if values is not None else "?"
        state = suspect.id in self.session.match.setup.nations
        head = row(
            icon("flag" if state else "skull", 18, "text2"),
            text(suspect.label, "strong", grow=1),
            text(says, "meta", "text2") if says else None,
            text(shown, "figure", min_width=em(2.6), side="end"),
            gap=9,
        )  # fmt: skip
        mark = meter(_("Staff"), staff, says, "text3", height=5) if staff is not None else None
        track = slider(
            f"believe.{each.id}.{suspect.id}", suspect.label, value,
            partial(self._move, each, place), step=5,
            shown=f"{shown}, {says}" if says else shown,
        )  # fmt: skip
        return column(head, track, mark, gap=2)

    def _move(self, each: Dossier, place: int, value: float) -> None:
        now = _percents(self.session, each) or _even(each)
        self._say(each, now.moved(place, value))

    def _say(self, each: Dossier, values: Shares) -> None:
        session, said = self.session, chances_of(each.suspects, values.chances)
        session.draft(session.drafts.with_belief(each.incident, said))

    def _quick(self, each: Dossier) -> Node:
        staff = None
        if self.session.staffed:
            staff = button(
                f"as_staff.{each.id}", _("As staff says"), lambda: self._say(each, _staff(each)),
                sign="users", grow=1,
            )  # fmt: skip
        even = button(f"no_idea.{each.id}", _("No idea"), lambda: self._say(each, _even(each)),
                      sign="circle-question-mark", grow=1)  # fmt: skip
        keep = None
        if self.session.believed(each) is not None:
            keep = button(f"keep.{each.id}", _("Still so"), lambda: self._keep(each), sign="check",
                          grow=1)  # fmt: skip
        return wrap(staff, even, keep, gap=8)

    def _keep(self, each: Dossier) -> None:
        said = self.session.believed(each)
        if said is not None:
            self.session.draft(self.session.drafts.with_belief(each.incident, said))

    # ---- evidence, options, history --------------------------------------------------------

    def _evidence(self, app: App, each: Dossier) -> Node:
        found = [c for c in each.cards if c.text]
        rest = len(each.cards) - len(found)
        lines = [_card(c) for c in found]
        more = _("{n} more traces may still be settled: investigate, collect, or wait.")
        return listing(
            "evidence", _("Evidence"), *lines,
            text(more.format(n=rest), "label", "text2") if rest else None,
            None if lines else text(_("Nothing is settled yet."), "label", "text2"),
        )  # fmt: skip

    def _options(self, app: App, each: Dossier) -> Node:
        if not self.session.staffed:
            said = text(_("At expert level staff suggests nothing."), "label", "text2")
            return scroll("options", said, self._own(each))
        ideas = suggest.for_orders(self.session.seat, [each])[0][1]
        made = [self._idea(n, idea) for n, idea in enumerate(ideas)]
        none = text(_("Staff sees nothing you could pay for here."), "label", "text2")
        return listing("options", _("Options"), *(made or [none]), self._own(each))

    def _own(self, each: Dossier) -> Node:
        return button(f"compose.{each.id}", _("Something else"), partial(self.compose, each),
                      sign="list-ordered")  # fmt: skip

    def _idea(self, place: int, idea: suggest.Idea) -> Node:
        session, order = self.session, idea.order
        taken = order in session.drafts.orders
        action, _colon, _what = session.told(order).partition(": ")
        level = _("level {n}").format(n=order.level) if order.level > 1 else ""
        price = price_text(cost_of(session.seat, order))
        head = row(
            icon(sign_of(order.action), 22, "accent"),
            text(action + (f", {level}" if level else ""), "strong", grow=1),
            text(price, "label", "text2"), gap=10,
        )  # fmt: skip
        said = f"{session.told(order)}, {price}. {idea.why}"
        return card(
            f"idea.{place}", said, partial(self.compose, None, order), head,
            text(idea.why, "label", "text2"),
            row(chip(_("in your orders"), "good", "check"), spacer()) if taken else None,
        )  # fmt: skip

    def _history(self, app: App, each: Dossier) -> Node:
        lines = [
            _entry(
                _("turn {n}").format(n=each.began),
                _("It began in {nation}.").format(nation=each.victim),
            )
        ]
        lines += [_entry("", claim) for claim in each.claims]
        lines += [
            _entry("", _("It spread to {nation}.").format(nation=n))
            for n in each.affected
            if n != each.victim
        ]
        if each.inquiry_due > 0:
            due = _("An independent inquiry reports in turn {n}.").format(n=each.inquiry_due)
            lines.append(_entry("", due))
        for turn in range(1, self.session.turn):
            for story in self.session.report(turn):
                if each.title in story.text and UNHEARD not in story.text:
                    lines.append(_entry(_("turn {n}").format(n=turn), story.text))
        return scroll("history", *lines, gap=9)


def _entry(when: str, words: str) -> Node:
    return row(
        text(when, "meta", "text2", min_width=em(3.4)), text(words, "label", grow=1),
        gap=8, align="start",
    )  # fmt: skip


def _card(line: CardLine) -> Node:
    sign, shade = STATES.get(line.state, ("circle", "text2"))
    towards = _("points to {who}").format(who=", ".join(line.points_to)) if line.points_to else ""
    notes = [line.weight_word, towards, _("may be planted") if line.planted_possible else "",
             _("secret source") if line.secret else "",
             _("published") if line.published else ""]  # fmt: skip
    found = line.state == "found"
    about = " · ".join(note for note in notes if note) if found else line.state
    words = column(
        text(line.text, "label", "text" if found else "text2"), text(about, "meta", "text2"), grow=1
    )
    return card("", line.text, None, row(icon(sign, 20, shade), words, gap=10, align="start"))


def _percents(session: Session, each: Dossier) -> Shares | None:
    """What the head of the nation says, in whole per cents."""
    said = session.believed(each)
    if said is None:
        return None
    return shares_of([said[s.hypothesis] for s in each.suspects])


def _staff(each: Dossier) -> Shares:
    return shares_of([s.belief for s in each.suspects])


def _even(each: Dossier) -> Shares:
    return shares_of([1.0] * len(each.suspects))
