"""The case in focus at the right: whom to believe, the evidence, what could be done, what was."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.language import N_, _
from game.report.dossier import Dossier
from game.screens.case.cards import SEVERITIES
from game.screens.case.options import options
from game.screens.case.past import past
from game.screens.case.stating import stating
from game.screens.case.traces import traces
from game.screens.parts.opening import open_dossier, open_negotiation, open_trust, why_over
from game.screens.play.cases import bars
from game.screens.play.session import Session
from game.screens.trust.row import trust_row
from game.ui.app import App
from game.ui.node import Do, Node, column, row, wrap
from game.ui.widgets import button, icon_button, scroll, severity, tabs, text
from game.ui.widgets.buttons import Kind

LOW, MIDDLE, HIGH = 600, 850, 1000
"""Height of the room below which all of it scrolls; below which what can be read in the whole
dossier is left out; and from which trust is shown as well."""

TABS = (
    ("attribution", N_("Who")),
    ("evidence", N_("Evidence")),
    ("options", N_("Options")),
    ("history", N_("History")),
)


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
        about = text(each.text, "label", "text2", lines=4, tip=each.text)
        picks = tabs(
            "focus", _("About this case"), [(key, _(label)) for key, label in TABS], self.tab,
            partial(setattr, self, "tab"),
        )  # fmt: skip
        body = self._body(each)
        if app.room[1] < LOW:
            body.scroll, body.grow, body.over = False, 0, None
            ways = self._ways(app, each)
            name = f"focus_all.{each.id}.{self.session.turn}"
            return scroll(name, _head(each), about, picks, body, ways, gap=10)
        if app.room[1] < MIDDLE:
            return column(_head(each), picks, body, self._short_ways(app, each), gap=8, grow=1)
        trust = trust_row(self.session, app) if app.room[1] >= HIGH else None
        parts = (_head(each), about, picks, body, trust, self._ways(app, each))
        return column(*parts, gap=10, grow=1)

    def _body(self, each: Dossier) -> Node:
        """One tab: another case, or the same in another turn, is read from its top."""
        made = self._tab(each)
        made.id = f"{made.id}.{each.id}.{self.session.turn}"
        return made

    def _tab(self, each: Dossier) -> Node:
        if self.tab == "attribution":
            return stating(self.session, each)
        if self.tab == "evidence":
            return traces(each)
        if self.tab == "options":
            return options(self.session, each, self.compose)
        return past(self.session, each)

    def _ways(self, app: App, each: Dossier | None) -> Node:
        page = button("case_page", _("Whole dossier"), self._page(app, each), sign="folder-open",
                      grow=1) if each else None  # fmt: skip
        trust = button("trust", _("Trust"), partial(open_trust, app, self.session),
                       sign="network", command="trust", hint="T", grow=1)  # fmt: skip
        return wrap(self._talk(app), page, trust, gap=8)

    def _short_ways(self, app: App, each: Dossier) -> Node:
        """The same in one line."""
        page = icon_button("case_page", "folder-open", _("Whole dossier"), self._page(app, each))
        trust = icon_button("trust", "network", _("Trust"), partial(open_trust, app, self.session),
                            command="trust")  # fmt: skip
        return row(self._talk(app), page, trust, gap=8)

    def _page(self, app: App, each: Dossier) -> Do:
        return partial(open_dossier, app, self.session, each.incident)

    def _talk(self, app: App) -> Node:
        step = self.session.step
        late = step is not None and step.name == "order"
        label = _("What was said") if late else _("Negotiate")
        return button("negotiate", label, partial(open_negotiation, app, self.session),
                      sign="messages-square", command="negotiate", hint="G", grow=1,
                      disabled=why_over(self.session), kind=self._lead())  # fmt: skip

    def _lead(self) -> Kind:
        step = self.session.step
        return "primary" if step is not None and step.name == "talk" else "plain"


def _head(each: Dossier) -> Node:
    level = bars(each.severity)
    mark = severity(level, _(SEVERITIES[level - 1]), 26)
    return row(mark, text(each.title, "title", grow=1), gap=12, align="start", tip=each.text)
