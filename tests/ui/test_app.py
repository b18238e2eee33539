"""The app: what it keeps between builds, when it paints, and who hears a key."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path
from weakref import ReferenceType, ref

import pygame
import pytest

from game.ui.app import App
from game.ui.driving import click, hover, move, press, wait, write
from game.ui.inputs import handle
from game.ui.keys import COMMANDS, Keymap, chord, event_of
from game.ui.mouse import hit
from game.ui.node import Node
from game.ui.screen import Screen
from game.ui.settings import Settings, load, save
from game.ui.shots import app_with, picture
from game.ui.widgets import button, scroll
from tests.ui.gallery import Gallery


@pytest.fixture
def app() -> App:
    made = app_with(Gallery(), (1600, 900), Settings(language="en", motion=False))
    picture(made)
    return made


def painted(app: App) -> bool:
    """Whether the next frame paints something."""
    assert app.canvas.surface is not None
    return bool(app.frame(app.now + 0.1, app.canvas.surface))


def test_nothing_is_painted_while_nothing_changes(app: App) -> None:
    assert app.canvas.surface is not None
    assert not painted(app) and app.due() is None
    app.touch()
    assert app.due() == 0 and painted(app) and not painted(app)


def test_a_tree_is_freed_as_soon_as_it_is_replaced(app: App) -> None:
    before = ref(app.modal)
    gc.disable()
    try:
        app.touch()
        app.refresh()
        assert before() is None and app.modal is not None
    finally:
        gc.enable()


def one_that_worked(screen: Screen) -> tuple[ReferenceType[App], threading.Thread]:
    """An app that did something beside the window, and that nobody holds on to any more."""
    app, heard = App((1280, 720)), []
    app.push(screen)
    app.work("job", lambda: "done", lambda said: heard.append(f"{said} for {app.size}"))
    app.settle()
    assert heard and app.worker._thread is not None
    return ref(app), app.worker._thread


def test_an_app_that_is_gone_leaves_no_thread_behind(app: App) -> None:
    gone, thread = one_that_worked(app.screen)
    gc.collect()
    assert gone() is None, "a thread that waits holds on to what it did last"
    thread.join(10)
    assert not thread.is_alive()


def test_only_what_the_mouse_left_and_came_to_is_painted_anew(app: App) -> None:
    node = app.find("next")
    assert node is not None and app.canvas.surface is not None
    move(app, node.rect.center)
    damage = app.frame(app.now, app.canvas.surface)
    assert len(damage) == 1 and damage[0].contains(node.rect)
    assert damage[0].w * damage[0].h < 1600 * 900 / 8


def test_a_partial_frame_equals_a_full_one(app: App) -> None:
    surface = app.canvas.surface
    assert surface is not None
    for name in ("next", "case.2", "ports.a", "trust.1", "tab.old"):
        hover(app, name, 0.01)
        app.set_focus(name)
        app.frame(app.now, surface)
        partial = pygame.image.tobytes(surface, "RGB")
        app.canvas.damage = [surface.get_rect()]
        app.frame(app.now, surface)
        assert pygame.image.tobytes(surface, "RGB") == partial, name


def test_focus_and_scroll_are_kept_from_build_to_build(app: App) -> None:
    app.resize((1024, 640))
    app.set_focus("trust.2")
    scrolled = app.scrolls["all"]
    app.touch()
    app.refresh()
    assert app.focused is not None and app.focused.id == "trust.2"
    assert scrolled > 0 and app.scrolls["all"] == scrolled
    assert app.focused.seen.h == app.focused.rect.h


def test_when_what_has_the_focus_goes_its_neighbour_gets_it() -> None:
    class Shrinking(Screen):
        left = 4

        def build(self, app: App):  # type: ignore[no-untyped-def]
            from game.ui.node import row

            return row(*[button(f"b{i}", "B", self.drop) for i in range(self.left)])

        def drop(self) -> None:
            self.left -= 1

    made = app_with(Shrinking())
    made.set_focus("b3")
    press(made, "Return")
    assert made.looks.focus == "b2"


def test_a_dialog_holds_the_focus_and_gives_it_back(app: App) -> None:
    app.set_focus("end")
    press(app, "Return")
    assert app.focused is not None and app.focused.id == "no"
    for _ in range(5):
        press(app, "Tab")
        assert app.focused is not None and app.focused.id in ("no", "yes")
    press(app, "N", "Escape")
    assert not app.dialogs and app.looks.focus == "end"


def test_a_dialog_cannot_be_clicked_through(app: App) -> None:
    click(app, "end")
    screen = app.screen
    assert isinstance(screen, Gallery)
    _press_at(app, app.layers[0].find("case.0").rect.center)  # type: ignore[union-attr]
    assert screen.chosen == 1 and app.dialogs


def test_a_tooltip_comes_after_a_while_and_goes_with_the_mouse(app: App) -> None:
    hover(app, "end", 0.1)
    assert not _tips(app)
    wait(app, 0.4)
    assert _tips(app) == ["Two decisions are open."]
    move(app, (5, 895))
    app.refresh()
    assert not _tips(app)


def test_what_a_tooltip_came_to_lie_over_is_reached_through_it_unless_it_is_held(app: App) -> None:
    hover(app, "end", 1)
    (tip,) = _floating(app)
    assert hit(app, tip.rect.center) is not tip
    app.set_focus("end")
    press(app, "I")
    (held,) = _floating(app)
    assert hit(app, held.rect.center) is held
    _press_at(app, held.rect.center)
    assert _floating(app)


def test_a_click_beside_the_links_of_a_tooltip_that_is_not_held_closes_it(app: App) -> None:
    app.hooks.explain = lambda term: f"About {term}, see [[next|the next]]."
    hover(app, "summary.1", 1)
    (tip,) = _floating(app)
    corner = tip.rect.move(3, 3).topleft
    move(app, corner)
    assert hit(app, corner) is tip
    _press_at(app, corner)
    assert not _floating(app)


def _press_at(app: App, spot: tuple[int, int]) -> None:
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        handle(app, pygame.event.Event(kind, pos=spot, button=1))
    app.refresh()


def test_tooltips_are_held_followed_and_closed_one_by_one(app: App) -> None:
    app.hooks.explain = lambda term: f"About {term}, see [[next|the next]]."
    app.set_focus("summary.1")
    press(app, "I")
    assert _tips(app) == ["About critical, see the next."]
    press(app, "Tab")
    assert app.focused is not None and app.focused.term == "next"
    press(app, "I")
    assert len(_tips(app)) == 2
    press(app, "Escape")
    assert len(_tips(app)) == 1
    press(app, "Escape")
    assert not _tips(app) and app.screen.name == "gallery"


def _tips(app: App) -> list[str]:
    return [layer.label for layer in _floating(app)]


def _floating(app: App) -> list[Node]:
    return [layer for layer in app.layers if layer.role == "tooltip"]


def test_what_cannot_be_used_says_why(app: App) -> None:
    click(app, "undo")
    assert app.caption[0] == "Nothing to undo."
    app.say("Other")
    press(app, "Ctrl+Z")
    assert app.caption[0] == "Nothing to undo."
    wait(app, 10)
    assert app.caption[0] == ""


def test_text_is_typed_where_the_cursor_is(app: App) -> None:
    screen = app.screen
    assert isinstance(screen, Gallery)
    click(app, "say")
    write(app, "Talk")
    press(app, "Home")
    write(app, "We ")
    press(app, "Right", "Delete", "End", "Backspace", "N")
    assert screen.line == "We Tl"
    press(app, "End")
    write(app, "ő!")
    assert screen.line.endswith("ő!")
    press(app, "Return")
    assert screen.sent and screen.sent[0].startswith("We T") and screen.line == ""


def test_a_text_is_copied_and_pasted(app: App) -> None:
    screen = app.screen
    assert isinstance(screen, Gallery)
    pygame.display.set_mode((64, 64))
    app.set_focus("say")
    write(app, "Ports")
    press(app, "Ctrl+C", "Ctrl+V", "Ctrl+V")
    assert screen.line == "PortsPortsPorts"


def test_a_click_in_a_text_puts_the_cursor_there(app: App) -> None:
    screen = app.screen
    assert isinstance(screen, Gallery)
    screen.line = "Winter is long"
    app.touch()
    picture(app)
    rect = app.find("say").rect  # type: ignore[union-attr]
    for x, at in ((2, 0), (rect.w - 4, 14)):
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            handle(app, pygame.event.Event(kind, pos=(rect.x + x, rect.centery), button=1))
        assert app.cursor("say").at == at


def test_letters_are_not_commands_while_one_types(app: App) -> None:
    screen = app.screen
    assert isinstance(screen, Gallery)
    app.set_focus("say")
    before = screen.tab
    press(app, "E")
    assert screen.tab == before
    app.set_focus("end")
    press(app, "E")
    assert screen.tab != before


def test_arrows_stay_within_a_group(app: App) -> None:
    app.set_focus("ports.a")
    press(app, "Right", "Right", "Right")
    assert app.looks.focus == "ports.c"
    press(app, "Up")
    assert app.looks.focus == "ports.c"


def test_f6_goes_from_panel_to_panel_and_around(app: App) -> None:
    seen = []
    for _ in range(6):
        press(app, "F6")
        assert app.focused is not None
        seen.append(next(node.id for node in app.focused.ancestors() if node.panel))
    assert seen == ["cases", "case", "controls", "figures", "graph", "cases"]


def test_the_wheel_scrolls_what_is_under_the_mouse(app: App) -> None:
    app.resize((1024, 640))
    app.refresh()
    move(app, (500, 400))
    handle(app, pygame.event.Event(pygame.MOUSEWHEEL, y=-1, pos=(12, 400)))
    assert app.scrolls["all"] > 0


def test_the_wheel_turns_on_under_a_tooltip_that_is_not_held(app: App) -> None:
    app.resize((1024, 640))
    app.refresh()
    hover(app, "end", 1)
    (tip,) = _floating(app)
    before = app.scrolls.get("all", 0)
    handle(app, pygame.event.Event(pygame.MOUSEWHEEL, y=-1, pos=tip.rect.center))
    app.refresh()
    assert app.scrolls["all"] > before and not _tips(app)


def test_work_is_done_elsewhere_and_its_result_shows(app: App) -> None:
    main, threads = threading.current_thread(), []
    results: list[int] = []

    def job() -> Iterator[int]:
        threads.append(threading.current_thread())
        yield from (1, 2, 3)

    app.work("staff", job, results.append)
    app.settle()
    assert results == [1, 2, 3] and threads[0] is not main


def test_a_newer_job_takes_the_place_of_an_older(app: App) -> None:
    gate, results = threading.Event(), []

    def slow() -> str:
        gate.wait(5)
        return "old"

    app.work("staff", slow, results.append)
    app.work("staff", lambda: "new", results.append)
    gate.set()
    app.settle()
    assert results == ["new"]


def test_a_fault_of_a_job_is_not_lost(app: App) -> None:
    app.work("staff", lambda: 1 // 0, lambda result: None)
    app.worker.settle()
    with pytest.raises(ZeroDivisionError):
        app.settle()


def test_every_default_key_can_be_pressed_and_means_one_command() -> None:
    keymap, taken = Keymap(), {}
    for command in COMMANDS:
        for pressed in keymap.chords(command):
            key, mods = event_of(pressed)
            sign = pressed if pressed in "+=-/" else ""
            assert chord(key, mods, sign) == pressed or pressed in ("Ctrl++", "+")
            assert pressed not in taken, (command, taken.get(pressed))
            taken[pressed] = command


def test_settings_are_kept_and_nonsense_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    save(Settings(theme="light", text_scale=1.5, keys={"undo": ["X"]}), path)
    assert load(path) == Settings(theme="light", text_scale=1.5, keys={"undo": ["X"]})
    path.write_text('{"theme": 3, "text_scale": 9, "master": -5, "keys": {"a": 1}, "odd": 1}')
    assert load(path) == Settings(text_scale=2.0, master=0)
    path.write_text("not json")
    assert load(path) == Settings()
    assert load(tmp_path / "none.json") == Settings()


def test_a_screen_fades_in_only_where_motion_is_wanted() -> None:
    for motion in (True, False):
        made = app_with(Gallery(), (1280, 720), Settings(language="en", motion=motion))
        surface = picture(made)
        made.push(Gallery())
        made.frame(made.now, surface)
        assert (made.due() is not None) == motion
        wait(made, 1)
        assert made.due() is None


def test_what_is_opened_stands_at_its_top_and_what_was_below_where_it_was(app: App) -> None:
    app.refresh()
    window = next(each for each in app.modal.walk() if each.scroll and each.id)
    app.scrolls[window.id] = 7
    app.push(Gallery())
    assert app.scrolls.get(window.id, 0) == 0
    app.scrolls[window.id] = 3
    app.replace(Gallery())
    assert app.scrolls.get(window.id, 0) == 0
    app.pop()
    assert app.scrolls[window.id] == 7


class Far(Screen):
    """What has the keyboard first stands below all that has room."""

    name, first = "far", "button.39"

    def build(self, app: App) -> Node:
        lines = (button(f"button.{n}", f"Button {n}", lambda: None) for n in range(40))
        return scroll("far.lines", *lines)


def test_what_has_the_keyboard_is_in_sight_however_the_screen_came_to_be_shown(app: App) -> None:
    def in_sight() -> bool:
        app.refresh()
        focused = app.focused
        return focused is not None and focused.seen == focused.rect

    app.push(Far())
    assert in_sight()
    app.set_focus("button.0")
    app.push(Gallery())
    app.pop()
    assert in_sight() and app.looks.focus == "button.0"
    app.start_over()
    assert in_sight() and app.looks.focus == "button.39"
