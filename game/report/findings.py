"""What was found out, handed on and published: one story for each giver and case."""

from __future__ import annotations

from collections.abc import Iterator

from game.language import N_, _, _n
from game.report import words
from game.report.dossier import STATES
from game.report.story import Scene, Story, rows_of
from game.rules.happenings import Happening, What
from game.rules.world import Look

Cards = dict[int, list[int]]
"""Cards of a case that one nation gave in a turn, each with those it gave it to."""

BURNT = N_("The source that gave it is burnt.")


def told(scene: Scene) -> Iterator[Story]:
    """All that a nation saw of evidence in a turn."""
    yield from _reported(scene)
    yield from _published(scene)
    yield from _analysts(scene)
    yield from _shared(scene)


def _analysts(scene: Scene) -> Iterator[Story]:
    """What its analysts settled."""
    cases: dict[int, list[str]] = {}
    for rows, row in rows_of(scene.log, What.FOUND):
        if rows.actor[row] == scene.me:
            incident, card = int(rows.incident[row]), int(rows.a[row])
            line = _settled(scene, incident, card, bool(rows.b[row]))
            cases.setdefault(incident, []).append(line)
    for incident, lines in cases.items():
        text = scene.to_it(
            _("Your analysts report on {case}."), _("{nation}'s analysts report on {case}.")
        ).format(case=scene.case(incident), nation=scene.name(scene.me))
        yield Story("evidence", text, tuple(lines), 5, own=True)


def _reported(scene: Scene) -> Iterator[Story]:
    """What public reports settled."""
    cases: dict[int, list[str]] = {}
    for rows, row in rows_of(scene.log, What.REPORT, scene.me):
        incident, card = int(rows.incident[row]), int(rows.a[row])
        line = _settled(scene, incident, card, bool(rows.b[row]))
        cases.setdefault(incident, []).append(line)
    for incident, lines in cases.items():
        said = _n(
            "A public report on {case} settles a question for everybody.",
            "A public report on {case} settles {n} questions for everybody.",
            len(lines),
        )
        yield Story("evidence", said.format(case=scene.case(incident), n=len(lines)), (*lines,), 5)


def _published(scene: Scene) -> Iterator[Story]:
    """What nations laid open to all."""
    found: dict[tuple[int, int], list[str]] = {}
    for rows, row in rows_of(scene.log, What.PUBLISHED, scene.me):
        incident, card = int(rows.incident[row]), int(rows.a[row])
        lines = found.setdefault((int(rows.actor[row]), incident), [])
        lines.append(words.finding(scene.match, scene.world, incident, card))
        lines += [_(BURNT)] if rows.b[row] else []
    for (who, incident), lines in found.items():
        text = _("{who} published evidence on {case}.").format(
            who=scene.name(who), case=scene.case(incident)
        )
        yield Story("evidence", text, tuple(lines), 6)


def _shared(scene: Scene) -> Iterator[Story]:
    """What nations gave each other; where not all got the same, it is told who got what."""
    for (giver, incident), cards in _given(scene).items():
        takers = list(dict.fromkeys(taker for each in cards.values() for taker in each))
        text = _("{who} shared evidence with {whom} on {case}.").format(
            who=scene.name(giver), whom=_names(scene, takers), case=scene.case(incident)
        )
        lines = []
        for card, got in cards.items():
            there = scene.world.card[incident, card, 0] != 0
            line = _settled(scene, incident, card, bool(there))
            apart = _("To {whom}: {what}").format(whom=_names(scene, got), what=line)
            lines.append(line if len(got) == len(takers) else apart)
        yield Story("evidence", text, tuple(lines), 4)


def _given(scene: Scene) -> dict[tuple[int, int], Cards]:
    """Cards given, by giver and case, as far as the nation saw it.

    Told of it afterwards it is the whole gift, so that giver and takers have one story.
    """
    found: dict[tuple[int, int], Cards] = {}
    seen = {_gift(*pair) for pair in rows_of(scene.log, What.SHARED, scene.me)}
    for rows, row in rows_of(scene.log, What.SHARED, None if scene.of_me else scene.me):
        gift, taker = _gift(rows, row), int(rows.target[row])
        if gift in seen:
            got = found.setdefault(gift, {}).setdefault(int(rows.a[row]), [])
            got += [taker] if taker not in got else []
    return found


def _gift(rows: Happening, row: int) -> tuple[int, int]:
    return int(rows.actor[row]), int(rows.incident[row])


def _names(scene: Scene, nations: list[int]) -> str:
    return words.listed([scene.name(n) for n in nations])


def _settled(scene: Scene, incident: int, card: int, there: bool) -> str:
    """Whether a card is there, and what it says."""
    state = _(STATES[Look.FOUND if there else Look.ABSENT])
    return words.labelled(state, words.finding(scene.match, scene.world, incident, card))
