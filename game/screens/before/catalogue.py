"""The scenarios there are, with what they are chosen by; and their pictures, drawn off the loop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pygame import Surface

from game import language, paths, registry
from game.scenario.check import check_file
from game.scenario.library import organisation_of
from game.scenario.model import Scenario
from game.scenario.speech import spoken
from game.ui import cards

TUTORIAL = "first_light"
MINUTES_A_TURN = 7
SHORT, LONG = 30, 60
"""Minutes up to which a scenario is short, and from which it is long."""
PICTURE = (800, 450)

_PICTURES: dict[str, Surface] = {}


@dataclass(frozen=True)
class Listed:
    """A scenario that can be played."""

    id: str
    scenario: Scenario
    text: str
    path: Path

    @property
    def minutes(self) -> int:
        """About how long it takes alone, in quarters of an hour."""
        return max(15, round(self.scenario.turns * MINUTES_A_TURN / 15) * 15)

    @property
    def foreign(self) -> str:
        """The language it is told in, in its own words, if it is not the player's."""
        theirs = self.scenario.language
        ours = language.current()
        return "" if ours in (theirs, language.PSEUDO) else language.NAMES.get(theirs, theirs)

    @property
    def length(self) -> str:
        """Short, middle or long."""
        return "short" if self.minutes <= SHORT else "long" if self.minutes >= LONG else "middle"

    @property
    def themes(self) -> frozenset[str]:
        """Sectors that are hit, and organisations on the board."""
        return frozenset({*cards.sectors(self.scenario), *self.bodies})

    @property
    def bodies(self) -> tuple[str, ...]:
        """The short names of its organisations."""
        known = self.scenario.organisations
        return tuple(organisation_of(self.scenario, name).short for name in known)

    @property
    def words(self) -> str:
        """All that a search looks through, in small letters."""
        names = (each.name for each in self.scenario.nations.values())
        bodies = (organisation_of(self.scenario, name) for name in self.scenario.organisations)
        labels = (f"{each.label} {each.short}" for each in bodies)
        parts = (self.scenario.title, self.scenario.summary, str(self.scenario.year or ""))
        return " ".join((*parts, *names, *labels, *self.themes)).lower()


@dataclass(frozen=True)
class Faulty:
    """A file that is no sound scenario, and the first thing wrong with it."""

    path: Path
    why: str


def catalogue() -> tuple[tuple[Listed, ...], tuple[Faulty, ...]]:
    """Every scenario of the library, the tutorial first; and the files that are faulty."""
    return _catalogue(language.current())


@cache
def _catalogue(code: str) -> tuple[tuple[Listed, ...], tuple[Faulty, ...]]:
    """The same in a language, which is the one spoken now."""
    sound, faulty = [], []
    for name, path in registry.yaml_files(paths.scenarios()).items():
        scenario, findings = check_file(path)
        if scenario is None:
            faulty.append(Faulty(path, str(findings[0])))
        else:
            sound.append(Listed(name, spoken(scenario), path.read_text("utf-8"), path))
    sound.sort(key=lambda each: (each.id != TUTORIAL, each.scenario.title))
    return tuple(sound), tuple(faulty)


def listed(name: str) -> Listed | None:
    """The scenario of that id."""
    return next((each for each in catalogue()[0] if each.id == name), None)


def picture(name: str) -> Surface | None:
    """The picture of a scenario, once it is drawn."""
    return _PICTURES.get(name)


def draw_pictures(names: list[str]) -> Iterator[str]:
    """Draw what is not drawn yet, one by one: a job for the worker."""
    for name in names:
        found = listed(name)
        if found is not None and name not in _PICTURES:
            _PICTURES[name] = cards.card(found.scenario, *PICTURE)
            yield name
