"""Calibration over all games: how often what you believed was true, and what belief cost you."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from statistics import fmean

from game.language import _, _n
from game.report.html.charts import Axis, Chart, Head, Series, calibration, lines, table
from game.report.html.judgement import clouds
from game.screens.after.report_parts import Reader
from game.screens.parts.peers import NARROW
from game.screens.play import notebook
from game.screens.play.notebook import Lesson
from game.ui.app import App
from game.ui.node import Do, Node, column, em, row, spacer
from game.ui.screen import Screen
from game.ui.widgets import (
    bar,
    button,
    dialog,
    figure,
    heading,
    icon,
    meter,
    notice,
    panel,
    scroll,
    text,
    wrap,
)

WIDE = 1200
ENOUGH = 20
"""Judgements from which a curve says something."""


class Calibration(Screen):
    """How well one judges, over every game that was played to its end."""

    name, first = "calibration", "back"

    def __init__(self, kept: list[Lesson] | None = None) -> None:
        """kept: games to show; by default those of the notebook, read when it is shown."""
        self.kept, self._given = kept, kept is not None
        self.reader = Reader()

    def entered(self, app: App) -> None:
        """Read what was kept."""
        if not self._given:
            app.work("judgements", _judged, partial(setattr, self, "kept"))

    def commands(self, app: App) -> dict[str, Do]:
        """T shows every chart as a table, and back."""
        return {"table": self.reader.turn_all, "trust": self.reader.turn_all}

    def build(self, app: App) -> Node:
        """The curve and what it says, and game by game what judgement was worth."""
        kept = self.kept
        if kept is None:
            return column(self._top(app, 0), row(notice(_("Reading"), "hourglass"), pad=20))
        count = sum(each.beliefs.count for each in kept)
        if count < ENOUGH:
            return column(self._top(app, count), self._too_few(count), grow=1)
        wide = app.room[0] >= WIDE
        curve, games = self._curve(app, kept, wide), self._games(app, kept, wide)
        if wide:
            body = row(curve, games, gap=14, pad=14, grow=1, align="stretch")
            return column(self._top(app, count), body)
        return column(self._top(app, count), scroll("all", curve, games, gap=12))

    def _top(self, app: App, count: int) -> Node:
        short = app.room[0] < NARROW
        forget = button(
            "forget", _("Forget all"), partial(self._ask, app), kind="quiet", sign="trash-2",
            disabled="" if count and not self._given else _("Nothing is kept."),
        )  # fmt: skip
        note = _n("One judgement", "{n} judgements", count)
        return bar(
            button("back", _("Back"), app.pop, kind="quiet", sign="arrow-left"),
            None if short else icon("target", 30, "accent"),
            None if short else heading(_("How well you judge")),
            spacer() if short else text(note, "label", "text2", grow=1),
            forget,
        )

    def _too_few(self, count: int) -> Node:
        """Twenty judgements make a curve; fewer would only mislead."""
        words = _n(
            "A curve needs {most} judgements; you have made one in games that are over.",
            "A curve needs {most} judgements; you have made {n} in games that are over.", count,
        ).format(most=ENOUGH, n=count)  # fmt: skip
        how = _("Say at the start of each turn how likely you hold each suspect of a case. Each "
                "case you judge in a turn counts as one judgement.")  # fmt: skip
        share = meter(_("Judgements made"), count / ENOUGH, f"{count} / {ENOUGH}", height=14)
        return scroll("few", text(words, "lead"), share, text(how, "body", "text2"),
                      gap=16, pad=(40, 30), max_width=em(46))  # fmt: skip

    def _curve(self, app: App, kept: list[Lesson], wide: bool) -> Node:
        chart, room = curve_of(kept), app.room[0] / (2 if wide else 1)
        made = self.reader.chart(chart, room)
        _tall(made, chart)
        said = text(verdict(pair for each in kept for pair in each.beliefs.pairs), "body", "text2")
        return panel("curve", _("Belief and truth"), made, said, sign="target",
                     actions=(self.reader.switch(chart),), grow=9)  # fmt: skip

    def _games(self, app: App, kept: list[Lesson], wide: bool) -> Node:
        chart, room = over_games(kept), app.room[0] / (2 if wide else 1)
        made = self.reader.chart(chart, room)
        _tall(made, chart, 9)
        mine = fmean(value for each in kept for value in each.beliefs.briers)
        theirs = fmean(value for each in kept for value in each.beliefs.analysts)
        lost = fmean(value for each in kept for value in each.beliefs.regrets)
        figures = wrap(
            figure(f"{mine:.2f}", _("your Brier score"), "target"),
            figure(f"{theirs:.2f}", _("your analysts' score"), "microscope"),
            figure(f"{lost:.3f}", _("regret, on average"), "scale"), gap=24,
        )  # fmt: skip
        about = _("Brier score: 0 is certain and right, 2 certain and wrong. Regret is what you "
                  "lost against an ideal reader of the same evidence.")  # fmt: skip
        rows = [
            (each.title, each.nation, each.beliefs.count, round(fmean(each.beliefs.briers), 3),
             round(fmean(each.beliefs.analysts), 3), round(fmean(each.beliefs.regrets), 3))
            for each in reversed(kept)
        ]  # fmt: skip
        heads = (_("game"), _("nation"), _("judgements"), _("Brier"), _("analysts"), _("regret"))
        listed = self.reader.table(table("games", _("Game by game"), heads, rows), room)
        inside = [figures, text(about, "label", "text2"), made, listed]
        body = scroll("games.window", *inside, gap=12) if wide else column(*inside, gap=12)
        return panel("games", _("Game by game"), body, sign="history",
                     actions=(self.reader.switch(chart),), grow=11)  # fmt: skip

    def _ask(self, app: App) -> None:
        app.open(
            lambda app: dialog(
                "forget.sure", _("Forget all judgements?"),
                text(_("The curve begins anew. Saved games stay as they are.")),
                buttons=(button("forget.no", _("Keep them"), app.close),
                         button("forget.yes", _("Forget"), partial(self._forget, app),
                                kind="danger", sign="trash-2")),
                close=app.close, sign="trash-2",
            ),
            first="forget.no",
        )  # fmt: skip

    def _forget(self, app: App) -> None:
        app.close()
        try:
            notebook.forget_beliefs()
        except OSError as error:
            app.say(_("It could not be deleted: {why}").format(why=error.strerror), "info", "warn")
            return
        self.kept = []


def _judged() -> list[Lesson]:
    """Games in which something was judged, the oldest first."""
    return [each for each in notebook.lessons() if each.beliefs.count]


def _tall(made: Node, chart: Chart, least: float = 14) -> None:
    picture = made.find(f"chart.{chart.head.id}")
    if picture is not None and picture.role == "image":
        picture.min_height = em(least)


def curve_of(kept: list[Lesson]) -> Chart:
    """Beliefs of about one size against how often they were true, over all games."""
    pairs = [pair for each in kept for pair in each.beliefs.pairs]
    head = Head(
        "curve", _("Belief and truth, over all games"),
        _("A dot for beliefs of about one size: how strong they were, and how often they were "
          "true. On the diagonal the two are equal; below it, belief was too sure."),
    )  # fmt: skip
    return calibration(head, clouds(pairs))


def over_games(kept: list[Lesson]) -> Chart:
    """Brier scores game by game, beside those of the analysts, and regret."""
    xs = tuple(range(1, len(kept) + 1))
    series = [
        Series(_("your Brier score"), tuple(round(fmean(k.beliefs.briers), 4) for k in kept)),
        Series(_("your analysts' score"), tuple(round(fmean(k.beliefs.analysts), 4) for k in kept),
               "dashed", 1, 1),
        Series(_("regret"), tuple(round(fmean(k.beliefs.regrets), 4) for k in kept),
               "dotted", 3, 2),
    ]  # fmt: skip
    values = [value for each in series for value in each.values if value is not None]
    head = Head("over_games", _("Game by game"), _("Lines over games; lower is better."))
    return lines(head, xs, series, Axis(0, max(0.5, *values)), x_name=_("game"))


def verdict(pairs: Iterable[tuple[float, bool]]) -> str:
    """In words, whether belief was too sure."""
    strong = [pair for pair in pairs if pair[0] >= 0.5]
    if not strong:
        return _("You never gave anything an even chance or more.")
    mean, true = fmean(p for p, _true in strong), fmean(float(t) for _p, t in strong)
    says = (
        _("You are too sure of yourself.") if mean - true > 0.05
        else _("You are too timid.") if true - mean > 0.05
        else _("That is well judged.")
    )  # fmt: skip
    words = _("What you gave at least an even chance, you gave {mean:.0%} on average, and "
              "{true:.0%} of it was true. {says}")  # fmt: skip
    return words.format(mean=mean, true=true, says=says)
