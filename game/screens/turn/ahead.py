"""If you end the turn now: what staff imagines may come of it, refined while you look on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial

from game.language import N_, _
from game.report import terms
from game.rules.escalation import LADDER
from game.screens.parts.opening import why_over
from game.screens.play import advice
from game.screens.play.session import Session
from game.staff.forecast import Band, Forecast
from game.ui.app import App
from game.ui.helper import Apart
from game.ui.node import Node, column, row
from game.ui.paint import Shade
from game.ui.widgets import band, icon, icon_button, scroll, text

SHOWN = (
    ("heat", N_("Worst quarrel"), -1),
    ("pressure", N_("Heat against you"), -1),
    ("trust", N_("Trust in you"), 1),
    ("services", N_("Your services"), 1),
    ("support", N_("Support at home"), 1),
)
"""Figures shown, their names, and whether more of it is good."""

LEAST = 0.02
NEAR, FAR = 1, 3
"""Turns that are looked ahead: to the end of this one, or further."""

PAUSE = 0.2
"""Seconds the drafts must have stood before staff begins to think."""


class Ahead:
    """The forecast of one session: asked for anew when a draft or the world changes."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.found: Forecast | None = None
        self.turns = NEAR
        self._asked: object = None
        self._of = -1

    def ask(self, app: App) -> None:
        """Ask staff, unless it has been asked this already."""
        session = self.session
        if not session.staffed or session.over:
            return
        now = (session.match.question, session.nation, session.drafts.orders, self.turns)
        if now != self._asked:
            if self._of != session.nation:
                self._of, self.found = session.nation, None  # nothing of another seat is shown
            self._asked = now
            app.work("forecast", partial(_calmly, advice.forecast(session, self.turns)), self._take)

    def _take(self, found: Forecast | None) -> None:
        self.found = found or self.found

    def node(self, app: App) -> Node:
        """What may come of it."""
        if why := why_over(self.session):
            return column(text(why, "label", "text2"), grow=1)
        if not self.session.staffed:
            said = _("At expert level there is no staff: nobody tells you what may come.")
            return column(text(said, "label", "text2"), grow=1)
        self.ask(app)
        if self.found is None or self.found.turns != self.turns:
            thinking = text(_("Staff is thinking …"), "label", "text2", grow=1)
            return column(row(thinking, self._farther(), gap=8), grow=1)
        bands = {each.name: each for each in self.found.bands}
        lines = [
            _line(bands[name], _(label), good)
            for name, label, good in SHOWN
            if name != "pressure" or bands[name].high >= 1
        ]
        rungs = _rungs(self.session, self.found)
        rungs.grow = 1
        foot = row(rungs, self._farther(), gap=8)
        made = scroll("ahead", *lines, foot, gap=6)
        made.label, made.live = self.title, True
        return made

    @property
    def title(self) -> str:
        """How far ahead is looked."""
        return _("Three turns on") if self.turns == FAR else _("If you end the turn now")

    def _farther(self) -> Node:
        """To the end of this turn, or three turns on."""
        far = self.turns == FAR
        label = _("Three turns on; back to the end of this one") if far else (
            _("The end of this turn; look three turns ahead")
        )  # fmt: skip
        turns = partial(setattr, self, "turns", NEAR if far else FAR)
        sign = "step-forward" if not far else "step-back"
        return icon_button("ahead.far", sign, label, turns, selected=far)


def _calmly(job: Callable[[], Iterator[Apart]]) -> Iterator[Apart | None]:
    """The job, once the player has paused: none is begun between two presses of a key."""
    time.sleep(PAUSE)
    yield None  # a newer job takes over here
    yield from job()


def _line(each: Band, label: str, good: int) -> Node:
    by = each.middle - each.now
    change = f"{by:+.1f}" if abs(by) >= 0.05 else _("no change")
    shade: Shade = "text2" if abs(by) < 0.05 else "good" if by * good > 0 else "bad"
    said = _("{low:.0f} to {high:.0f}, most likely {middle:.0f}; now {now:.0f}")
    told = said.format(low=each.low, high=each.high, middle=each.middle, now=each.now)
    head = row(text(label, "label", grow=1), text(change, "label_strong", shade), gap=8)
    track = band(
        label, each.low / 100, each.middle / 100, each.high / 100, told, zero=each.now / 100
    )
    node = column(head, track, gap=1)
    node.tip = f"**{label}**\n{told}\n" + _(
        "Four in five of the futures staff imagines lie within."
    )
    return node


def _rungs(session: Session, found: Forecast) -> Node:
    """How likely the ladder goes up or down by the end of the turn."""
    now = session.situation.rung
    up, down = sum(found.rungs[now + 1 :]), sum(found.rungs[:now])
    parts = []
    if up >= LEAST:
        higher = terms.rung(min(now + 1, len(LADDER) - 1))
        parts.append(_("{p:.0%} to rise to {rung} or beyond").format(p=up, rung=higher))
    if down >= LEAST:
        parts.append(_("{p:.0%} to come down").format(p=down))
    said = _("Ladder: {what}").format(what=", ".join(parts) or _("it stays where it is"))
    sign, shade = ("triangle-alert", "warn") if up >= 0.2 else ("chart-line", "text2")
    return row(icon(sign, 18, shade), text(said, "label", "text2", grow=1), gap=8)
