"""The first start: how the game is to look, move and speak, seen at once in a sample beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game import language
from game.language import N_, _
from game.screens.before.settings import NARRATION, THEMES
from game.screens.before.title import plate_of
from game.ui.app import App
from game.ui.node import Node, column, em, row, spacer
from game.ui.screen import Screen
from game.ui.widgets import (
    button,
    chip,
    heading,
    icon,
    meter,
    panel,
    prose,
    rule,
    scroll,
    segmented,
    severity,
    text,
)

SIZES = (1.0, 1.25, 1.5, 2.0)
MOTION = (("on", N_("As designed")), ("off", N_("As little as can be")))
WIDE, TALL = 1150, 860
"""Room from which both panels stand side by side, and from which all is seen without scrolling."""


class FirstRun(Screen):
    """Asked once, before the title."""

    name = "first_run"
    first = "begin"

    def __init__(self, begin: Callable[[App], object]) -> None:
        self.begin = begin

    def build(self, app: App) -> Node:
        """What can be chosen on the left, how it comes out on the right."""
        greeting = column(
            text("BACKCHANNEL", "display"),
            text(_("How would you like to see and hear it? All of this can be changed later."),
                 "lead", "text2"),
            gap=2,
        )  # fmt: skip
        choices = panel("choices", _("Before you begin"), *_questions(app), sign="accessibility",
                        gap=14)  # fmt: skip
        begin = button("begin", _("Begin"), lambda: self._done(app), kind="primary",
                       sign="arrow-right", pad=(28, 10))  # fmt: skip
        if app.room[0] < WIDE:
            inside = column(greeting, choices, _sample(app), gap=14)
        else:
            choices.grow, sample = 6, _sample(app)
            sample.grow = 5
            inside = column(greeting, row(choices, sample, gap=18, align="stretch"), gap=18)
        inside.max_width, inside.grow = em(66), 1
        middle = row(inside, justify="center", align="start", pad=(20, 14))
        if app.room[0] >= WIDE and app.room[1] >= TALL:  # below what was chosen
            inside.children.append(row(spacer(), begin))
            return plate_of(scroll("all", spacer(), middle, spacer()))
        foot = row(row(spacer(), begin, grow=1, max_width=em(66)), justify="center", pad=(20, 16))
        return plate_of(column(scroll("all", spacer(), middle, spacer()), foot, grow=1))

    def back(self, app: App) -> None:
        """Esc takes what is set and goes on: nobody is kept here."""
        self._done(app)

    def _done(self, app: App) -> None:
        app.change_settings(seen_first_run=True, language=language.current())
        self.begin(app)


def _questions(app: App) -> list[Node]:
    now, change = app.settings, app.change_settings
    nearest = min(SIZES, key=lambda size: abs(size - now.text_scale))
    sizes = [(f"{size:g}", f"{size:.0%}") for size in SIZES]
    return [
        _question("languages", _("Language"), segmented(
            "language", _("Language"), list(language.languages().items()), language.current(),
            lambda code: change(language=code))),
        _question("a-large-small", _("Text size"), segmented(
            "text_scale", _("Text size"), sizes, f"{nearest:g}",
            lambda size: change(text_scale=float(size)))),
        _question("contrast", _("Colours"), segmented(
            "theme", _("Colours"), _said(THEMES), now.theme, lambda name: change(theme=name))),
        _question("zap", _("Motion"), segmented(
            "motion", _("Motion"), _said(MOTION), "on" if now.motion else "off",
            lambda which: change(motion=which == "on"))),
        _question("volume-2", _("Narration"), segmented(
            "narration", _("Narration"), _said(NARRATION), now.narration,
            lambda which: _narrate(app, which))),
    ]  # fmt: skip


def _narrate(app: App, which: str) -> None:
    app.change_settings(narration=which)
    if which != "off":
        app.hooks.speak(_("This is how the game is read to you."), "asked")


def _question(sign: str, label: str, control: Node) -> Node:
    return column(row(icon(sign, 20, "accent"), text(label, "strong"), gap=10), control, gap=6)


def _said(options: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(key, _(label)) for key, label in options]


def _sample(app: App) -> Node:
    """A dossier in small, with everything that the choices change."""
    head = row(severity(3, _("Severity 3 of 4"), 26), heading(_("The harbour is dark"), "card",
               grow=1), chip(_("Decide"), "warn", "hourglass"), gap=10)  # fmt: skip
    suspects = [
        _suspect(_("The Night Ferry, a gang"), 0.55, "severity.2"),
        _suspect(_("The Night Ferry, for a neighbour"), 0.3, "accent"),
        _suspect(_("Somebody else, or an accident"), 0.15, "text3"),
    ]
    said = _("Half the town knows who it was. Your **analysts** do not: the traces can be forged.")
    reading = button("sample.read", _("Read this to me"), lambda: app.hooks.speak(
        said.replace("**", ""), "asked"), sign="volume-2")  # fmt: skip
    return panel("sample", _("A sample"), head, prose("sample.text", said), rule(), *suspects,
                 spacer(), column(reading, align="start"), sign="eye", gap=12)  # fmt: skip


def _suspect(label: str, share: float, shade: str) -> Node:
    words = row(text(label, "label", grow=1), text(f"{share:.0%}", "number"), gap=8)
    return column(words, meter(label, share, f"{share:.0%}", shade), gap=4)
