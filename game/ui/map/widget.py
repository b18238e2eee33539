"""The map as a node of a screen: it keeps its view, hears mouse and keys, and draws off the loop.

A screen keeps one `MapBoard` and calls `node` in `build`:

    self.board = MapBoard(app, map_of(scenario), self.choose, self.open_case)
    ...
    stack(self.board.node(scene, _("World map"), self.describe), panels, grow=1)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pygame import Rect

from game.atlas.geometry import Geometry
from game.ui.app import App
from game.ui.map import view as views
from game.ui.map.painter import MapPainter
from game.ui.map.scene import Scene
from game.ui.node import Node, Pointer, stack
from game.ui.paint import Painter

STEP = 1.35
"""How much closer a press of a key or a turn of the wheel goes."""

SLACK = 6
"""Pixels the mouse may move between press and release of a click."""


class MapBoard:
    """A map on a screen."""

    def __init__(
        self,
        app: App,
        geometry: Geometry,
        chosen: Callable[[str], object],
        opened: Callable[[str], object] = lambda case: None,
        name: str = "map",
    ) -> None:
        self.app, self.name = app, name
        self.chosen, self.opened = chosen, opened
        self.painter = MapPainter(geometry, app.size, app.theme, app.metrics.scale)
        self._size, self._dragged, self._hover = app.size, 0, ""
        self._over: Sequence[Node] = ()

    def node(
        self, scene: Scene, label: str, describe: Callable[[str], str], over: Sequence[Node] = ()
    ) -> Node:
        """The map; `describe` says in words what the map shows of a nation, for tip and readers.

        over: what lies on it, at its top or its foot; the nations are fitted in between.
        """
        self._over = over
        self.painter.show(scene)
        self._work()
        made = Node(
            self.name, "application", label, focusable=True, panel=True, grow=1, overlap=True
        )
        made.value = describe(scene.selected) if scene.selected else ""
        made.live, made.moving = True, self.painter.moved if self.painter.moving else None
        made.draw, made.pointer = self._draw, self._pointed
        made.tip = lambda: describe(self._hover) if self._hover else ""
        made.on = {each: self._arrow(each) for each in views.DIRECTIONS}
        made.on |= {"zoom_in": self.closer, "zoom_out": self.wider, "zoom_all": self.fit}
        ground = stack(made, id=f"{self.name}_ground", grow=1)
        ground.self_align = "stretch"
        ground.pointer = self._wheeled  # a wheel passes over what has the keyboard
        return ground

    @property
    def hovered(self) -> str:
        """The nation the mouse is on, or nothing."""
        return self._hover

    def closer(self) -> None:
        """Zoom in, on the nation that is chosen if there is one."""
        self._zoom(STEP)

    def wider(self) -> None:
        """Zoom out."""
        self._zoom(1 / STEP)

    def begin(self) -> None:
        """As it was at first."""
        self.painter.resize(*self._size, self.painter.view.covered)

    def fit(self) -> None:
        """From all nations to where things happen, and back."""
        width, height = self._size
        geometry, now = self.painter.geometry, self.painter.view
        everything = views.fitted(geometry, width, height, covered=now.covered)
        near = views.close(geometry, width, height, now.covered)
        self.painter.look(near if now == everything else everything)

    def _zoom(self, factor: float) -> None:
        chosen = self.painter.wanted.scene.selected
        self.painter.look(self.painter.view.zoomed(factor, self.painter.place_of(chosen or "")))

    def _arrow(self, direction: str) -> Callable[[], None]:
        def go() -> None:
            found = self.painter.next_nation(self.painter.wanted.scene.selected, direction)
            if found:
                self.chosen(found)

        return go

    def _draw(self, painter: Painter, node: Node) -> None:
        board, covered = self.painter, self._covered(node.rect)
        changed = node.rect.size != self._size or covered != board.view.covered
        if changed and node.rect.w and node.rect.h:
            self._size = node.rect.size
            board.resize(*self._size, covered)
        board.wear(painter.theme, painter.metrics.scale, painter.metrics.text_scale)
        self._work()
        board.draw(painter.surface, node.rect, painter.looks.now, painter.looks.still)

    def _covered(self, rect: Rect) -> tuple[int, int]:
        """How much of it lies under other things: at its top, and at its foot."""
        found = [each.rect.clip(rect) for each in self._over]
        high = [each for each in found if each.h and each.centery < rect.centery]
        low = [each for each in found if each.h and each.centery >= rect.centery]
        above = max((each.bottom - rect.top for each in high), default=0)
        return above, max((rect.bottom - each.top for each in low), default=0)

    def _work(self) -> None:
        if self.painter.stale:
            self.app.worker.submit(self.name, self.painter.work, lambda _: self.app.touch())

    def _wheeled(self, told: Pointer) -> bool:
        """The wheel zooms on what is under the mouse."""
        if told.kind == "wheel":
            board = self.painter
            board.look(board.view.zoomed(STEP**told.dy, (told.x, told.y)))
        return told.kind == "wheel"

    def _pointed(self, told: Pointer) -> bool:
        """A drag moves the map, a click chooses; whether anything is to be drawn anew."""
        board = self.painter
        if told.kind == "press":
            self._dragged = 0
        elif told.kind == "drag":
            self._dragged += abs(told.dx) + abs(told.dy)
            board.look(board.view.moved(told.dx, told.dy))
        elif told.kind == "release" and self._dragged <= SLACK:
            self._click(told.x, told.y)
        elif told.kind in ("move", "leave"):
            before = self._hover
            self._hover = "" if told.kind == "leave" else board.nation_at(told.x, told.y) or ""
            return self._hover != before
        return True

    def _click(self, x: int, y: int) -> None:
        case, nation = self.painter.case_at(x, y), self.painter.nation_at(x, y)
        if case:
            self.opened(case)
        elif nation:
            self.chosen(nation)
