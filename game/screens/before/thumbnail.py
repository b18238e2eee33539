"""A small picture of how a game stands, kept beside its record: the map, its cases, the ladder."""

from __future__ import annotations

import contextlib
from functools import partial
from pathlib import Path

import pygame
from pygame import Rect, Surface

from game.atlas.maps import map_of
from game.report.dossier import ACTIVE
from game.rules.escalation import LADDER
from game.scenario.model import Scenario
from game.screens.play.cases import bars
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.map.lens import mixed
from game.ui.map.painter import MapPainter
from game.ui.map.scene import Case, Fill, Scene, Status
from game.ui.theme import DARK

SIZE = (480, 270)
MARKS = 0.62
"""Size of the marks of cases beside that on a whole screen."""

_PAINTERS: dict[str, MapPainter] = {}
"""The painter of the scenario drawn last: its land and sea are drawn once."""


def path_of(record: Path) -> Path:
    """Where the picture of a record lies."""
    return record.with_suffix(".png")


def keep(app: App, session: Session) -> None:
    """Draw the situation and keep it, off the loop; a picture less harms nothing."""
    if session.path is not None and not session.match.over:
        scene, rung = scene_of(session), session.situation.rung
        job = partial(_kept, session.match.scenario, scene, rung, path_of(session.path))
        app.work("thumbnail", job, lambda done: None)


def scene_of(session: Session) -> Scene:
    """What the seat at the window sees: itself, and the cases it knows of.

    Of several people's game everybody may see the picture: it shows the map alone.
    """
    ids, own = session.setup.nations, session.me
    if len(session.seats) > 1:
        return Scene(tuple((id_, _fill(False, False)) for id_ in ids),
                     labels=tuple((id_, "") for id_ in ids))  # fmt: skip
    cases = [each for each in session.dossiers if each.status == ACTIVE]
    hit = {session.id_of(each.victim) for each in cases}
    fills = tuple((id_, _fill(id_ == own, id_ in hit)) for id_ in ids)
    marks = tuple(
        Case(each.id, session.id_of(each.victim), bars(each.severity), Status.OPEN)
        for each in cases
    )
    return Scene(fills, marks, labels=tuple((id_, "") for id_ in ids), own=own)


def _fill(own: bool, hit: bool) -> Fill:
    if own:
        return Fill(DARK.accent2)
    plain = mixed(DARK.panel3, DARK.accent2, 0.35)
    return Fill(mixed(plain, DARK.severity[3], 0.35) if hit else plain)


def drawn(scenario: Scenario, scene: Scene, rung: int) -> Surface:
    """The picture itself."""
    if scenario.id not in _PAINTERS:
        _PAINTERS.clear()
        _PAINTERS[scenario.id] = MapPainter(map_of(scenario), SIZE, DARK, MARKS)
    painter = _PAINTERS[scenario.id]
    painter.show(scene)
    painter.work()
    made = Surface(SIZE)
    painter.draw(made, made.get_rect(), 0.0, still=True)
    _ladder(made, rung)
    return made


def _ladder(made: Surface, rung: int) -> None:
    """The rung of the world along the lower edge."""
    width, height = SIZE
    step = width / (len(LADDER) - 1)
    for number in range(len(LADDER) - 1):
        colour = DARK.severity[min(3, number // 2)] if number < rung else DARK.panel3
        pygame.draw.rect(made, colour, Rect(number * step + 2, height - 9, step - 4, 6))


def _kept(scenario: Scenario, scene: Scene, rung: int, path: Path) -> bool:
    """Whole or not at all, as the record itself."""
    beside = path.with_name(f".{path.name}")
    with contextlib.suppress(OSError, pygame.error):
        pygame.image.save(drawn(scenario, scene, rung), str(beside), "PNG")
        beside.replace(path)
        return True
    return False


def load(record: Path) -> Surface | None:
    """The picture of a record; None if there is none, or it cannot be read."""
    with contextlib.suppress(OSError, pygame.error):
        return pygame.image.load(str(path_of(record)))
    return None


def remove(record: Path) -> None:
    """Take the picture away with its record."""
    with contextlib.suppress(OSError):
        path_of(record).unlink(missing_ok=True)
