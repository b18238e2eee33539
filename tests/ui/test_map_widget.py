"""The map on a screen: chosen by mouse and by keys, moved and zoomed."""

from __future__ import annotations

import pygame
from pygame.event import Event

from game.atlas.maps import map_of
from game.ui.app import App
from game.ui.driving import press
from game.ui.inputs import handle
from game.ui.map.scene import Arc, Case, Scene, Status, Tie
from game.ui.map.widget import MapBoard
from game.ui.node import Node, column, spacer, stack
from game.ui.screen import Screen
from game.ui.settings import Settings
from game.ui.shots import app_with, picture
from tests.atlas.scenes import scenario


class Sheet(Screen):
    """Nothing but a map."""

    name, first = "sheet", "map"

    def __init__(self) -> None:
        self.chosen, self.opened = "dorvane", ""
        self.board: MapBoard | None = None

    def entered(self, app: App) -> None:
        self.board = MapBoard(app, map_of(scenario("first_light")), self.choose, self.open)

    def choose(self, nation: str) -> None:
        self.chosen = nation

    def open(self, case: str) -> None:
        self.opened = case

    def build(self, app: App) -> Node:
        board = self.board
        assert board is not None
        scene = Scene(cases=(Case("harbour", "dorvane", 3),), selected=self.chosen)
        return stack(board.node(scene, "World map", lambda id: f"About {id}"), grow=1)


def sheet() -> tuple[App, Sheet]:
    made = Sheet()
    app = app_with(made, (1000, 640))
    picture(app)
    app.settle()
    picture(app)
    return app, made


def click(app: App, spot: tuple[float, float], drag: tuple[int, int] = (0, 0)) -> None:
    at = round(spot[0]), round(spot[1])
    end = at[0] + drag[0], at[1] + drag[1]
    handle(app, Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    handle(app, Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    if drag != (0, 0):
        handle(app, Event(pygame.MOUSEMOTION, pos=end, rel=drag, buttons=(1, 0, 0)))
    handle(app, Event(pygame.MOUSEBUTTONUP, pos=end, button=1))
    app.refresh()


def test_a_click_chooses_a_nation_and_a_drag_does_not() -> None:
    app, shown = sheet()
    board = shown.board
    assert board is not None
    spot = board.painter.place_of("tolvar")
    assert spot is not None
    click(app, spot, drag=(60, 0))
    assert shown.chosen == "dorvane"
    picture(app)
    spot = board.painter.place_of("tolvar")
    assert spot is not None
    click(app, spot)
    assert shown.chosen == "tolvar"
    node = app.find("map")
    assert node is not None and node.value == "About tolvar"


def test_a_click_on_a_mark_opens_the_incident() -> None:
    app, shown = sheet()
    assert shown.board is not None and shown.board.painter._shown is not None
    click(app, shown.board.painter._shown.dressing.cases["harbour"])
    assert (shown.opened, shown.chosen) == ("harbour", "dorvane")


def test_arrows_choose_and_keys_zoom() -> None:
    app, shown = sheet()
    board = shown.board
    assert board is not None
    press(app, "Right")
    assert shown.chosen != "dorvane"
    before = board.painter.view
    press(app, "+")
    assert board.painter.view.scale > before.scale
    press(app, "-")
    press(app, "0")
    app.settle()
    assert not board.painter.stale


def test_the_wheel_zooms_and_the_mouse_tells_what_it_is_on() -> None:
    app, shown = sheet()
    board = shown.board
    assert board is not None
    spot = board.painter.place_of("austrane")
    assert spot is not None
    at = round(spot[0]), round(spot[1])
    handle(app, Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    assert board.hovered == "austrane"
    before = board.painter.view.scale
    handle(app, Event(pygame.MOUSEWHEEL, pos=at, x=0, y=1))
    assert board.painter.view.scale > before


class Quarrel(Sheet):
    """A map on which lights travel and rings grow."""

    def build(self, app: App) -> Node:
        board = self.board
        assert board is not None
        cases = (Case("harbour", "dorvane", 3, Status.NEW), Case("grid", "tolvar", 1, Status.NEW))
        arcs = (Arc("dorvane", "tolvar", Tie.HOSTILE), Arc("tolvar", "austrane", Tie.SPREAD))
        scene = Scene(cases=cases, arcs=arcs)
        return stack(board.node(scene, "World map", lambda id: f"About {id}"), grow=1)


def test_a_frame_paints_little_of_a_map_in_motion_and_leaves_it_right() -> None:
    app = app_with(Quarrel(), (1000, 640))
    surface = picture(app)
    app.frame(app.now, surface)
    for frame in range(1, 40):
        parts = app.frame(frame / 30, surface)
        assert 0 < sum(part.w * part.h for part in parts) < 1000 * 640 / 20
        if frame % 6 == 0:
            anew = pygame.Surface(app.size)
            shown, app.canvas.surface = app.canvas.surface, None
            app.frame(app.now, anew)
            app.canvas.surface = shown
            assert pygame.image.tobytes(anew, "RGB") == pygame.image.tobytes(surface, "RGB")


def test_without_motion_nothing_of_a_map_is_painted_anew() -> None:
    app = app_with(Quarrel(), (1000, 640), Settings(language="en", motion=False))
    surface = picture(app)
    app.frame(app.now, surface)
    assert app.due() is None
    assert app.frame(app.now + 1, surface) == []


class Covered(Sheet):
    """A map with a bar at its top and one at its foot."""

    def build(self, app: App) -> Node:
        board = self.board
        assert board is not None
        head, foot = Node(height=80), Node(height=120)
        over = column(head, spacer(), foot)
        over.overlap = True
        scene = Scene(selected=self.chosen)
        lying = (head, foot)
        return stack(board.node(scene, "World map", lambda id: id, lying), over, grow=1)


def test_the_nations_are_fitted_into_what_is_left_free() -> None:
    made = Covered()
    app = app_with(made, (1000, 640))
    picture(app)
    assert made.board is not None
    view = made.board.painter.view
    assert view.covered == (app.metrics.px(80), app.metrics.px(120))
    made.board.closer()
    made.board.fit()
    assert made.board.painter.view == view, "the whole map is shown again"
