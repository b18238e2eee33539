"""Games that were kept as files: what each says of itself, and its picture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pygame import Surface

from game import paths
from game.language import _
from game.screens.before import thumbnail
from game.screens.before.catalogue import catalogue, picture
from game.screens.play import saves


@dataclass(frozen=True)
class Line:
    """One file: what it says of itself, or nothing if it is damaged; and its picture."""

    path: Path
    saved: saves.Saved | None
    picture: Surface | None

    @property
    def why_not(self) -> str:
        """Why it cannot be gone on with; empty if it can."""
        if self.saved is None:
            return _("This file is damaged: it was cut short or changed. Nothing else is harmed.")
        if not self.saved.fits:
            return _("It was played by other rules than these. The version of the game that wrote "
                     "it can go on with it.")  # fmt: skip
        return ""

    @property
    def age(self) -> tuple[float, str]:
        """When it was written; of two at once its name decides."""
        try:
            return self.path.stat().st_mtime, self.path.name
        except OSError:
            return 0.0, self.path.name


def read() -> dict[str, list[Line]]:
    """All files there are, the newest first: a job for the worker."""
    return {"games": _in(paths.saves()), "turns": _in(saves.turns_folder())}


def _in(folder: Path) -> list[Line]:
    # an empty file only keeps a name: the game has not begun
    paths = [path for path in folder.glob("*.txt") if path.is_file() and path.stat().st_size]
    lines = [Line(path, saves.glance(path), thumbnail.load(path)) for path in paths]
    return sorted(lines, key=lambda line: line.age, reverse=True)


def picture_of(line: Line) -> Surface | None:
    """How the game stood; if that was not drawn, the picture of its scenario."""
    if line.picture is None and line.saved is not None:
        known = (each for each in catalogue()[0] if each.scenario.title == line.saved.title)
        return next((picture(each.id) for each in known), None)
    return line.picture


def names_of(saved: saves.Saved) -> list[str]:
    """The nations that people play, by name where the scenario is in the library."""
    for each in catalogue()[0]:
        if each.scenario.title == saved.title and set(saved.nations) <= set(each.scenario.nations):
            known = each.scenario.nations
            return [known[id_].short or known[id_].name for id_ in saved.nations]
    return [id_.replace("_", " ").title() for id_ in saved.nations]
