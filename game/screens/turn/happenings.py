"""What a nation saw happen in a turn: whose doing each thing was, and where it is on the map."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass, replace

from game.language import N_
from game.report.story import Story
from game.screens.play.cases import bars
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.map import lens as lenses
from game.ui.map.scene import Arc, Case, Scene, Status, Tie

GROUPS = (
    ("you", N_("Because you acted")),
    ("others", N_("What others did")),
    ("unknown", N_("By an unknown hand")),
    ("world", N_("What else happened")),
    ("now", N_("Since then")),
)
"""Whose doing it was, as far as the nation can tell; in the order of telling."""

BLOW = 5
"""The weight from which a crisis is somebody's doing; that a case is over is not."""

HEARD = (("talks", 8, "deal"), ("promises", 7, "lapse"), ("ladder", 0, "warn"))
"""Signals of stories of a kind, from a weight on: what was signed, what was broken, a rung."""


@dataclass(frozen=True)
class Happening:
    """One thing that happened."""

    story: Story
    group: str
    nations: tuple[str, ...]  # ids, those named in it, the doer first

    @property
    def hostile(self) -> bool:
        """Whether it is a blow, and not a kindness."""
        story = self.story
        return story.kind in ("crisis", "ladder") or (story.kind == "acts" and story.weight >= 6)


def signal_of(story: Story) -> tuple[str, int] | None:
    """The signal that sounds when a story is shown, and how grave it is, from 1 to 4."""
    if story.kind == "crisis":
        return "incident", 1 + bisect((5, 7.5, 8.5), story.weight)
    names = [name for kind, least, name in HEARD if kind == story.kind and story.weight >= least]
    return (names[0], 1) if names else None


def happenings(session: Session, turn: int) -> list[Happening]:
    """What came of a turn's orders, and what happened since, up to those of the next.

    In the order of its telling, each with whose doing it was.
    """
    found = [_told(session, story) for story in session.came_of(turn)]
    if turn < len(session.match.logs):
        found += [replace(_told(session, e), group="now") for e in session.news_of(turn + 1)]
    order = [group for group, _label in GROUPS]
    return sorted(found, key=lambda each: order.index(each.group))


def _told(session: Session, story: Story) -> Happening:
    setup = session.match.setup
    named = sorted(
        (story.text.find(name), id)
        for id, name in zip(setup.nations, setup.names, strict=False)
        if name in story.text
    )
    nations = tuple(id for _at, id in named)
    return Happening(story, _group(session, story, nations), nations)


def _group(session: Session, story: Story, nations: tuple[str, ...]) -> str:
    own = session.match.setup.nations[session.nation]
    mine = story.kind in ("own", "void") or story.own
    if mine or (story.kind not in ("crisis", "ladder") and nations[:1] == (own,)):
        return "you"
    if story.kind in ("acts", "talks", "promises", "order") and nations:
        return "others"
    blow = story.kind == "crisis" and story.weight >= BLOW
    struck = blow and any(each.title in story.text for each in session.dossiers)
    return "unknown" if struck else "world"


def scene_of(session: Session, turn: int, shown: Happening | None, app: App) -> Scene:
    """The map of a turn, with the one thing that is shown: from whom it went, and to whom."""
    setup = session.match.setup
    fills = lenses.alliance(lenses.blocs_of(session.match.scenario), frozenset(), app.theme)
    nations = shown.nations if shown else ()
    tie = Tie.HOSTILE if shown and shown.hostile else Tie.FRIENDLY
    cases = tuple(
        Case(d.id, session.id_of(d.victim), bars(d.severity),
             Status.NEW if d.began == turn else Status.OPEN)
        for d in session.dossiers if d.began <= turn <= d.until
    )  # fmt: skip
    return Scene(
        fills=tuple(fills.items()),
        cases=cases,
        arcs=tuple(Arc(nations[0], other, tie) for other in nations[1:4]),
        labels=tuple(zip(setup.nations, setup.names, strict=False)),
        selected=nations[0] if nations else None,
        own=setup.nations[session.nation],
    )
