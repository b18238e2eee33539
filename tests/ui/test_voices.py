"""Sound, speech and screen readers: what is told, and that nothing breaks where there is nobody."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest

from game.screens.before.settings import Settings as SettingsScreen
from game.screens.before.title import Title
from game.ui import access, sound
from game.ui.driving import press
from game.ui.settings import Settings, in_class
from game.ui.shots import app_with
from game.ui.sound import SIGNALS, Sounds, pad, samples, signal
from game.ui.speech import Narrator


@pytest.mark.parametrize("name", SIGNALS)
def test_every_signal_is_heard_and_none_clips(name: str) -> None:
    wave = signal(name)
    assert 0.2 < np.abs(wave).max() <= 1
    assert abs(wave[0]) < 0.01 and abs(wave[-1]) < 0.01, "it begins and ends without a click"
    assert len(wave) < sound.RATE, "a signal is short"


def test_a_worse_incident_sounds_longer_and_higher() -> None:
    waves = [signal("incident", severity) for severity in (1, 2, 3, 4)]
    lengths = [len(wave) for wave in waves]
    assert lengths == sorted(set(lengths))


def test_the_pad_goes_round_without_a_jump() -> None:
    wave = pad()
    steps = np.abs(np.diff(wave)).max()
    assert abs(wave[0] - wave[-1]) <= 1.5 * steps


def test_mono_is_the_same_in_both_ears() -> None:
    both = samples(signal("deal"), mono=True)
    assert (both[:, 0] == both[:, 1]).all()
    apart = samples(signal("deal"), mono=False)
    assert (apart[:, 0] != apart[:, 1]).any()


def test_sounds_play_on_the_dummy_device_and_are_silent_in_class() -> None:
    app_with(Title())
    assert Sounds(Settings()).cue("deal")
    assert not Sounds(in_class(Settings())).cue("deal")
    assert not Sounds(Settings(master=0)).cue("deal")


def test_the_ambience_follows_its_volume() -> None:
    app_with(Title())
    settings = Settings(ambience=0)
    sounds = Sounds(settings)
    assert not sounds.ambience()
    settings.ambience = 30
    assert sounds.ambience()
    settings.ambience = 0
    assert not sounds.ambience()


class Voice:
    """Remembers what it said."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.done = threading.Event()

    def setProperty(self, name: str, value: float) -> None:
        assert name != "volume" or 0 <= value <= 1

    def say(self, words: str) -> None:
        self.said.append(words)

    def runAndWait(self) -> None:
        self.done.set()


@pytest.mark.parametrize(
    ("narration", "about", "heard"),
    [
        ("off", "focus", False),
        ("off", "asked", True),
        ("focus", "focus", True),
        ("focus", "news", False),
        ("all", "news", True),
    ],
)
def test_only_what_is_wanted_is_said(narration: str, about: str, heard: bool) -> None:
    voice = Voice()
    Narrator(Settings(narration=narration), lambda: voice).speak("Hollow Tide", about)
    assert voice.done.wait(2 if heard else 0.1) == heard
    assert voice.said == (["Hollow Tide"] if heard else [])


def test_without_a_voice_nothing_is_said_and_nobody_waits_to_say_it() -> None:
    narrator = Narrator(Settings(narration="all"), lambda: None)
    narrator.speak("Anything", "news")
    assert narrator._thread is not None
    narrator._thread.join(10)
    assert not narrator._thread.is_alive(), "it ended without a fault: warnings are errors here"


def test_what_is_in_focus_is_read_out_with_its_state() -> None:
    app = app_with(Title())
    heard: list[str] = []
    app.hooks.speak = lambda words, about: heard.append(words)
    app.push(SettingsScreen())
    app.set_focus("theme.dark")
    press(app, "Right", "R")
    assert heard[-1] == "Light, radio, 2/3"


def test_asked_again_the_explanation_and_the_whole_panel_are_read_out() -> None:
    app = app_with(SettingsScreen())
    heard: list[str] = []
    app.hooks.speak = lambda words, about: heard.append(words)
    app.set_focus("motion")
    press(app, "R", "R")
    assert heard[0].startswith("Motion, switch")
    assert "Pulses, fades and moving arcs. Nothing needs them." in heard[1]
    assert "Light suits a projector." in heard[1] and len(heard[1]) > len(heard[0])
    press(app, "Tab", "R")
    assert "Light suits a projector." not in heard[-1], "something else: from the start"


def test_every_thing_that_can_be_focused_is_told_by_name() -> None:
    app = app_with(SettingsScreen())
    told = access.Access()
    told.update(app)
    focusable = {node.id for node in app.modal.walk() if node.focusable}
    assert focusable and focusable == {each.node.id for each in told.told if each.node.focusable}
    assert all(each.node.label for each in told.told if each.node.focusable)
    assert len({each.number for each in told.told}) == len(told.told)


def test_numbers_of_nodes_stay_and_the_focus_is_told() -> None:
    app = app_with(SettingsScreen())
    told = access.Access()
    told.update(app)
    before = {each.node.id: each.number for each in told.told if each.node.id}
    app.hooks.changed.append(told.update)
    app.change_settings(theme="light")
    app.set_focus("motion")
    after = {each.node.id: each.number for each in told.told if each.node.id}
    assert before == after and told.focus == after["motion"]


def test_a_screen_reader_is_given_the_whole_tree() -> None:
    accesskit = pytest.importorskip("accesskit")
    told = access.Access()
    told.update(app_with(SettingsScreen()))
    nodes = dict(told.tree().nodes)
    assert nodes[access.WINDOW].role == accesskit.Role.WINDOW
    below = {child for node in nodes.values() for child in node.children}
    assert below | {access.WINDOW} == set(nodes), "every node hangs in the tree"


def test_settings_in_class_are_silent_and_else_the_same() -> None:
    usual = Settings(theme="light")
    assert in_class(usual) == replace(usual, sound=False)
