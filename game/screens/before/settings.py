"""Settings: how it looks, sounds, plays, and which key does what. All of it takes hold at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game import language
from game.language import N_, NP_, _
from game.screens.parts.levels import levels
from game.ui.app import App
from game.ui.keys import COMMANDS, FIXED
from game.ui.node import Node, column, row, spacer
from game.ui.pad import SIGNS
from game.ui.screen import Screen
from game.ui.settings import Settings as Values
from game.ui.widgets import (
    bar,
    button,
    chip,
    dialog,
    em,
    heading,
    icon,
    panel,
    scroll,
    segmented,
    slider,
    switch,
    tabs,
    text,
)

TABS = (
    ("display", N_("Display"), "monitor"),
    ("sound", N_("Sound"), "volume-2"),
    ("play", NP_("settings", "Play"), "graduation-cap"),
    ("keys", N_("Keys"), "keyboard"),
)
THEMES = (("dark", N_("Dark")), ("light", N_("Light")), ("contrast", N_("High contrast")))
NARRATION = (("off", N_("Off")), ("focus", N_("What I am on")), ("all", N_("Everything")))
VOLUMES = (
    ("master", N_("All sound"), N_("Silences everything at once when it is at nothing.")),
    ("effects", N_("Signals"), N_("Short sounds for events. Each has a caption, too.")),
    ("ambience", N_("Background"), N_("A quiet tone under the game.")),
    ("speech", N_("Voice"), N_("How loud narration is.")),
)


class Settings(Screen):
    """Everything that can be set."""

    name = "settings"
    first = "tab.display"

    def __init__(self, tab: str = "display") -> None:
        self.tab = tab

    def build(self, app: App) -> Node:
        """Tabs, and the settings of the chosen one."""
        pages: dict[str, Callable[[App], list[Node]]] = {
            "display": display,
            "sound": sound,
            "play": play,
            "keys": keys,
        }
        names = [(key, _(label), sign) for key, label, sign in TABS]
        title = next(label for key, label, _sign in names if key == self.tab)
        top = bar(
            button("back", _("Back"), partial(self.back, app), kind="quiet", sign="arrow-left"),
            heading(_("Settings")),
            spacer(),
        )
        chosen = panel(
            "page", title, scroll(f"page.{self.tab}", *pages[self.tab](app), gap=4), grow=1, pad=6
        )
        kinds = tabs("tab", _("Kind of setting"), names, self.tab, partial(setattr, self, "tab"))
        body = column(kinds, chosen, gap=12, grow=1, max_width=em(62))
        return column(top, row(body, justify="center", align="stretch", pad=(20, 12), grow=1))


def line(app: App, label: str, about: str, control: Node) -> Node:
    """One setting: what it is called, what it does, and its control."""
    words = column(text(label, "strong"), text(about, "label", "text2") if about else None, gap=2)
    control.description = about
    if app.room[0] < 1000:
        return column(words, control, gap=8, pad=(12, 10), align="start")
    words.grow = 5
    holder = column(control, grow=6, align="start")
    return row(words, holder, gap=24, pad=(12, 10))


def display(app: App) -> list[Node]:
    """How it looks."""
    now, change = app.settings, app.change_settings
    tongues = list(language.languages().items())
    spoken = language.current()
    return [
        line(app, _("Language"), "", segmented("language", _("Language"), tongues, spoken,
             lambda code: change(language=code))),
        line(app, _("Text size"), _("Everything that is read grows with it."), _scale(
             app, "text_scale", _("Text size"), 1.0, 2.0)),
        line(app, _("Size of the interface"), _("Text, buttons and pictures together."), _scale(
             app, "ui_scale", _("Size of the interface"), 0.8, 2.0)),
        line(app, _("Colours"), _("Light suits a projector."), segmented(
             "theme", _("Colours"), _said(THEMES), now.theme, lambda name: change(theme=name))),
        line(app, _("More contrast"), _("Brighter secondary text and outlines."),
             _switch(app, "more_contrast", _("More contrast"))),
        line(app, _("Motion"), _("Pulses, fades and moving arcs. Nothing needs them."),
             _switch(app, "motion", _("Motion"))),
        line(app, _("Full screen"), "", _switch(app, "full_screen", _("Full screen"))),
    ]  # fmt: skip


def sound(app: App) -> list[Node]:
    """How it sounds."""
    volumes = [
        line(app, _(label), _(about), _volume(app, name, _(label)))
        for name, label, about in VOLUMES
    ]
    return [
        line(app, _("Sound"), "", _switch(app, "sound", _("Sound"))),
        *volumes,
        line(app, _("Mono"), _("The same in both ears."), _switch(app, "mono", _("Mono"))),
        line(app, _("Captions"), _("Every sound is also shown in words."),
             _switch(app, "captions", _("Captions"))),
        line(app, _("Narration"), _("Reads aloud without a screen reader."), segmented(
             "narration", _("Narration"), _said(NARRATION), app.settings.narration,
             lambda which: app.change_settings(narration=which))),
    ]  # fmt: skip


def play(app: App) -> list[Node]:
    """How much help there is."""
    return [
        line(app, _("Level"), _("Guided shows what the staff thinks, Standard when asked, Expert "
             "never. It can be changed in a game."), segmented(
             "level", _("Level"), levels(), app.settings.level,
             lambda level: app.change_settings(level=level))),
        line(app, _("Remind me of open decisions"),
             _("The large button names what is left before it ends the turn."),
             _switch(app, "nagging", _("Remind me of open decisions"))),
    ]  # fmt: skip


def keys(app: App) -> list[Node]:
    """Which key does what."""
    lines = [_key_line(app, name) for name in COMMANDS if name != "rub_out"]
    again = button("keys.reset", _("All keys as at first"), partial(_reset, app), sign="undo-2")
    return [*lines, column(again, align="start", pad=(12, 10))]


def _key_line(app: App, name: str) -> Node:
    label, chords = _(COMMANDS[name][0]), app.keymap.chords(name)
    waiting = app.captured == name
    shown = [chip(_("Press a key"), "warn")] if waiting else [chip(each, "text") for each in chords]
    change = button(f"key.{name}", _("Change"), partial(_capture, app, name))
    change.label = _("Change the key of {command}").format(command=label)
    change.value = ", ".join(chords)
    return row(text(label, grow=1), *shown, _on_pad(name), change, gap=10, pad=(12, 4))


def _on_pad(name: str) -> Node | None:
    """Where a command lies on a gamepad."""
    if name not in SIGNS:
        return None
    made = row(icon("gamepad-2", 18, "text2"), text(SIGNS[name], "label", "text2"), gap=6)
    made.role, made.label = "image", _("On a gamepad: {sign}").format(sign=SIGNS[name])
    return made


def _capture(app: App, name: str) -> None:
    """The next chord that is pressed becomes the key of a command."""
    app.captured, app.on_capture = name, partial(_captured, app, name)


def _captured(app: App, name: str, pressed: str) -> None:
    if pressed == "Escape" and name != "back":
        return
    robbed = app.keymap.change(name, pressed)
    app.change_settings(keys=dict(app.keymap.changed))
    lost = ", ".join(_(COMMANDS[each][0]) for each in robbed)
    if any(each in FIXED for each in robbed):
        app.say(_("{key} stays with: {commands}.").format(key=pressed, commands=lost), "lock")
    elif lost:
        app.say(_("{key} was taken from: {commands}.").format(key=pressed, commands=lost))


def _reset(app: App) -> None:
    def sure() -> None:
        app.close()
        app.change_settings(keys={})

    app.open(
        lambda app: dialog(
            "reset", _("All keys as at first?"), text(_("Your own keys will be forgotten.")),
            buttons=(button("reset.no", _("Keep mine"), app.close),
                     button("reset.yes", _("As at first"), sure, kind="danger")),
            close=app.close,
        )
    )  # fmt: skip


def _said(options: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(key, _(label)) for key, label in options]


def _switch(app: App, name: str, label: str) -> Node:
    on = bool(getattr(app.settings, name))
    return switch(name, label, on, lambda new: app.change_settings(**{name: new}),
                  words=(_("Off"), _("On")))  # fmt: skip


def _scale(app: App, name: str, label: str, low: float, high: float) -> Node:
    value = float(getattr(app.settings, name))
    said = f"{value:.0%}"
    control = slider(name, label, value, lambda new: app.change_settings(**{name: new}),
                     low=low, high=high, step=0.1, shown=said, width=em(16))  # fmt: skip
    return row(control, text(said, "number"), gap=12)


def _volume(app: App, name: str, label: str) -> Node:
    value = int(getattr(app.settings, name))
    silent = name != "master" and not app.settings.master
    control = slider(
        name, label, value, lambda new: app.change_settings(**{name: int(new)}),
        shown=f"{value} %", width=em(16), disabled="" if app.settings.sound else _("Sound is off."),
    )  # fmt: skip
    return row(control, text(_("silent") if silent else f"{value} %", "number"), gap=12)


def defaults() -> Values:
    """The settings as they are at first."""
    return Values()
