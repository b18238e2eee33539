"""The map of a moment of a game: as it was seen then, or as it truly was."""

from __future__ import annotations

from dataclasses import replace

from game.report.html.told import Game
from game.report.moments import TrueCase, true_cases
from game.screens.play.cases import bars
from game.screens.turn.world_map import WorldMap
from game.ui.app import App
from game.ui.map.scene import Arc, Case, Scene, Status, Tie


class PastMap(WorldMap):
    """The map of a moment; of a game that is over, with the truth on it if it is asked for."""

    game: Game | None = None
    turn = 0

    def scene(self, app: App, chosen: object) -> Scene:
        """What the map shows: as it was seen, or as it was."""
        seen = super().scene(app, None)
        return seen if self.game is None else self._true(seen, self.game)

    def _true(self, seen: Scene, game: Game) -> Scene:
        ids = game.match.setup.nations
        cases, arcs = [], []
        for each in true_cases(game, self.turn):
            status = self._status(each)
            cases.append(Case(each.id, ids[each.victim], bars(each.severity), status))
            if status is not Status.CLOSED:
                arcs += [Arc(ids[n], ids[each.victim], Tie.HOSTILE) for n in each.guilty
                         if n != each.victim]  # fmt: skip
        return replace(seen, cases=tuple(cases), arcs=tuple(dict.fromkeys(arcs)), own=None)

    def _status(self, each: TrueCase) -> Status:
        if each.began == self.turn:
            return Status.NEW
        return Status.OPEN if each.open else Status.CLOSED
