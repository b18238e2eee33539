"""The campaign: history in its order, and a notebook of what you learnt on the way."""

from __future__ import annotations

from functools import partial

from game.language import N_, _, _n
from game.report.words import percent
from game.screens.before.catalogue import Listed, catalogue, draw_pictures
from game.screens.before.choice import Choice
from game.screens.before.pictures import covering, flag_of
from game.screens.before.scenario_page import Begin
from game.screens.parts.opening import open_calibration
from game.screens.play.notebook import Judged, Lesson, lessons
from game.ui.app import App
from game.ui.node import Node, column, em, row
from game.ui.screen import Screen
from game.ui.widgets import (
    bar,
    button,
    card,
    chip,
    heading,
    listing,
    notice,
    panel,
    plate,
    prose,
    scroll,
    tabs,
    text,
)

WIDE = 1150
GOOD, POOR = 0.05, 0.25
"""Regret up to which judgement was close to ideal, and from which it was far from it."""

TABS = (("way", N_("The way"), "history"), ("notebook", N_("Notebook"), "notebook-pen"))


class Campaign(Screen):
    """Historical scenarios by year on the left, the notebook on the right."""

    name = "campaign"
    first = "way.0"

    def __init__(self, begin: Begin) -> None:
        self.begin, self.tab = begin, "way"
        self.way: list[Listed] | None = None
        self.lessons: list[Lesson] = []

    def entered(self, app: App) -> None:
        """Read scenarios and notebook."""
        app.work("campaign", lambda: (catalogue(), lessons()), partial(self._read, app))

    def _read(self, app: App, found: tuple[object, list[Lesson]]) -> None:
        real = [each for each in catalogue()[0] if each.scenario.real and each.scenario.year]
        self.way = sorted(real, key=lambda each: each.scenario.year or 0)
        self.lessons = found[1]
        if app.looks.focus in ("", "back") and self.way:
            done = {each.scenario for each in self.lessons}
            open_ = [n for n, each in enumerate(self.way) if each.id not in done]
            app.looks.focus = f"way.{open_[0] if open_ else 0}"
        app.work("pictures", partial(draw_pictures, [x.id for x in self.way]), lambda name: None)

    def build(self, app: App) -> Node:
        """Both at once, or in turn."""
        top = bar(
            button("back", _("Back"), app.pop, kind="quiet", sign="arrow-left"),
            heading(_("Campaign")) if app.room[0] >= 620 else None,
        )
        if app.room[0] >= WIDE:
            way, notes = self._way(app), self._notebook(app)
            way.grow, notes.grow = 6, 5
            body = row(way, notes, gap=16, align="stretch")
            return column(top, column(_grown(body), pad=(18, 12, 18, 16), grow=1))
        names = [(key, _(label), sign) for key, label, sign in TABS]
        choice = tabs("tab", _("Campaign"), names, self.tab, partial(setattr, self, "tab"))
        page = self._way(app) if self.tab == "way" else self._notebook(app)
        return column(top, column(choice, _grown(page), gap=8, pad=(18, 8, 18, 14), grow=1))

    # ---- the way ----------------------------------------------------------------------------

    def _way(self, app: App) -> Node:
        if self.way is None:
            return panel("way", _("The way"), notice(_("Reading the scenarios"), "hourglass"))
        done = {each.scenario for each in self.lessons}
        played = sum(each.id in done for each in self.way)
        next_one = next((each.id for each in self.way if each.id not in done), "")
        stops = [self._stop(app, n, each, each.id == next_one) for n, each in enumerate(self.way)]
        said = _("Cases from history, in their order. Play any of them, as often as you like; what "
                 "you learn goes into the notebook.")  # fmt: skip
        return panel(
            "way_panel", _("The way"), text(said, "label", "text2"),
            listing("way", _("Scenarios by year"), *stops),
            sign="history", note=_("{n} of {most} played").format(n=played, most=len(self.way)),
        )  # fmt: skip

    def _stop(self, app: App, number: int, each: Listed, is_next: bool) -> Node:
        mine = [lesson for lesson in self.lessons if lesson.scenario == each.id]
        best = max(mine, key=lambda lesson: lesson.score, default=None)
        state = _("not played yet") if best is None else _("{ending}; {points}").format(
            ending=_sentence(_(best.ending)), points=_points(best.score))  # fmt: skip
        shown = covering(each.id, em(4.6))
        shown.width = em(8)
        words = column(
            row(text(str(each.scenario.year), "figure", "accent"),
                chip(_("next"), "good", "arrow-right") if is_next else None,
                chip(_("played"), "text2", "check") if mine else None, gap=10),
            text(each.scenario.title, "card"), text(state, "label", "text2"), gap=2, grow=1,
        )  # fmt: skip
        narrow = app.room[0] < 600
        inside = words if narrow else row(shown, words, gap=16, align="start")
        return card(f"way.{number}", f"{each.scenario.year}: {each.scenario.title}, {state}",
                    partial(self._play, app, each), inside, selected=is_next)  # fmt: skip

    def _play(self, app: App, each: Listed) -> None:
        self.begin(app, Choice(each), False)

    # ---- the notebook -----------------------------------------------------------------------

    def _notebook(self, app: App) -> Node:
        count = sum(len(each.judged) for each in self.lessons)
        note = _n("one case judged", "{n} cases judged", count)
        pages = [self._page(number, each) for number, each in enumerate(reversed(self.lessons))]
        if not pages:
            first = _("The notebook is empty. When a game is over, how it ended and how well you "
                      "judged is entered here.")  # fmt: skip
            pages = [notice(first, "notebook-pen")]
        curve = button("curve", _("How well your numbers hold"),
                       partial(open_calibration, app), sign="chart-line")  # fmt: skip
        inside = scroll("pages", row(curve) if count else None, *pages, gap=12)
        return panel("notebook", _("Notebook"), inside, sign="notebook-pen", note=note, pad=8)

    def _page(self, number: int, lesson: Lesson) -> Node:
        listed = next((x for x in catalogue()[0] if x.id == lesson.scenario), None)
        known = listed is not None and lesson.seat in listed.scenario.nations
        flag = flag_of(listed.scenario, lesson.seat, 1.3) if listed and known else None
        facts = _("{ending}. {points}, place {rank}; the ladder reached rung {peak}.").format(
            ending=_sentence(_(lesson.ending)), points=_points(lesson.score), rank=lesson.rank,
            peak=lesson.peak)  # fmt: skip
        return plate(
            row(flag, text(lesson.title, "card", grow=1), gap=10), text(facts, "label", "text2"),
            *(_case(f"case.{number}.{i}", each) for i, each in enumerate(lesson.judged)),
            ground="panel2", gap=6, pad=(14, 10),
        )  # fmt: skip


def _case(name: str, each: Judged) -> Node:
    said = _("**{case}**: it was {culprit}. You gave that {given}. {verdict}").format(
        case=each.case, culprit=each.culprit, given=percent(each.given), verdict=verdict(each)
    )
    return prose(name, said, "label")


def verdict(each: Judged) -> str:
    """What there is to learn from one judgement."""
    if each.regret <= GOOD:
        return _("You read the evidence as well as it could be read.")
    if each.given < 0.5 and max(each.chances, default=0) > 0.6:
        return _("You were surer of the wrong one than the evidence allowed.")
    if each.regret >= POOR:
        return _("The evidence said more than you let it: [[regret]] {n}.").format(
            n=f"{each.regret:.2f}"
        )
    return _("You were near to what the evidence said.")


def _points(score: float) -> str:
    return _n("{n} point", "{n} points", score)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _grown(node: Node) -> Node:
    node.grow = 1
    return node
