"""The settings and the title, driven by hand as a player would."""

from __future__ import annotations

import pytest

from game.screens.before.settings import Settings
from game.screens.before.title import Last, Title, Ways
from game.ui.app import App
from game.ui.driving import click, hover, press, wait
from game.ui.settings import Settings as Values
from game.ui.shots import app_with, picture


@pytest.fixture
def app() -> App:
    made = app_with(Title(Ways()), (1280, 720), Values(language="en"))
    made.push(Settings())
    return made


def test_a_click_on_a_theme_changes_all_colours(app: App) -> None:
    before = picture(app).get_at((640, 700))
    click(app, "theme.light")
    assert app.settings.theme == "light"
    assert picture(app).get_at((640, 700)) != before


def test_text_grows_by_the_arrow_keys_and_the_page_still_fits(app: App) -> None:
    app.set_focus("text_scale")
    press(app, *["Right"] * 12)
    assert app.settings.text_scale == 2.0
    assert app.focused is not None and app.focused.id == "text_scale"
    assert app.size[0] >= app.focused.rect.right


def test_a_slider_is_dragged_to_its_end(app: App) -> None:
    click(app, "tab.sound")
    node = app.find("effects")
    assert node is not None
    assert node.value == "70 %"
    press(app, "Home")
    app.set_focus("effects")
    press(app, "End")
    assert app.settings.effects == 100


def test_the_keyboard_alone_reaches_a_setting_and_leads_back(app: App) -> None:
    press(app, "E")
    assert app.find("effects") is not None, "E shows the next tab"
    press(app, "Q")
    assert app.find("theme.dark") is not None
    press(app, "Escape")
    assert app.screen.name == "title"


def test_a_key_is_given_to_another_command_and_lost_by_the_first(app: App) -> None:
    click(app, "tab.keys")
    app.set_focus("key.codex")
    press(app, "Return", "X")
    assert app.keymap.first("codex") == "X"
    app.set_focus("key.undo")
    press(app, "Return", "X")
    assert app.keymap.first("undo") == "X"
    assert app.keymap.chords("codex") == []
    assert "Codex" in app.caption[0]


def test_tab_and_escape_cannot_be_taken_away(app: App) -> None:
    click(app, "tab.keys")
    app.set_focus("key.codex")
    press(app, "Return", "Tab")
    assert app.keymap.commands("Tab") == ["next"]
    assert app.keymap.first("codex") == "C"


def test_escape_while_waiting_for_a_key_changes_nothing(app: App) -> None:
    click(app, "tab.keys")
    app.set_focus("key.codex")
    press(app, "Return", "Escape")
    assert app.keymap.first("codex") == "C"
    assert app.screen.name == "settings"


def test_forgetting_own_keys_is_asked_first(app: App) -> None:
    app.change_settings(keys={"codex": ["X"]})
    click(app, "tab.keys")
    click(app, "keys.reset")
    press(app, "Escape")
    assert app.keymap.first("codex") == "X"
    click(app, "keys.reset")
    click(app, "reset.yes")
    assert app.keymap.first("codex") == "C"


def test_a_volume_says_why_it_cannot_be_changed(app: App) -> None:
    app.change_settings(sound=False)
    click(app, "tab.sound")
    hover(app, "effects")
    assert any(tip.label == "Sound is off." for tip in app.layers if tip.role == "tooltip")
    press(app, "Right")
    assert app.settings.effects == 70


def test_the_title_goes_on_with_the_last_game_at_one_press() -> None:
    went: list[str] = []
    ways = Ways(Last("Port", "Aurelia", "Turn 5"), go_on=lambda app: went.append("on"))
    app = app_with(Title(ways))
    press(app, "Return")
    assert went == ["on"]


def test_a_way_that_is_not_open_says_so() -> None:
    app = app_with(Title(Ways()))
    click(app, "replay")
    assert app.caption[0] == "There is nothing here yet."


def test_leaving_is_asked_first() -> None:
    app = app_with(Title(Ways()))
    press(app, "Escape", "Escape")
    assert app.running and not app.dialogs
    press(app, "Escape")
    click(app, "go")
    wait(app, 1)
    assert not app.running
