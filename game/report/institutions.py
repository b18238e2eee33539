"""What happened to norms, law and organisations, a sentence for each kind of happening."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.language import N_, _, _n
from game.report import terms, words
from game.report.story import Scene, Story, Tell, rows_of
from game.rules.happenings import Happening, What
from game.rules.powers import Power
from game.rules.world import NOBODY

MEASURES = {
    Power.POOLED_EVIDENCE: N_("{body}: members laid what they found on {case} together."),
    Power.JOINT_STATEMENT: N_("{body}: {case} was condemned with one voice."),
    Power.JOINT_SANCTIONS: N_("{body}: members imposed sanctions on {accused} over {case}."),
    Power.MUTUAL_ASSISTANCE: N_("{body}: members' response teams went to help over {case}."),
    Power.CAPACITY_FUND: N_("{body}: members paid for the capacity of {topic}."),
    Power.TRAINING: N_("{body}: members trained and exercised together."),
    Power.LEGAL_EXPERTISE: N_("{body}: members published how they read the law ({topic})."),
    Power.NORM_FORUM: N_("{body}: members endorsed the norm {topic} together."),
    Power.CONTACT_DIRECTORY: N_("{body}: members have a line to each other now."),
    Power.MEDIATION: N_("{body}: {topic} and its worst rival were brought to a table."),
    Power.INDEPENDENT_ATTRIBUTION: N_(
        "{body}: an independent investigation of {case} began; all will see its report."
    ),
    Power.FOUND: N_("{body}: it came into being."),
}
"""What each power of an organisation did, in a few words."""

NAMED = N_("{body}: its members say that actors from {accused} were behind {case}.")
"""A joint statement that names somebody."""


def violated(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A norm was broken: by an act, by haste, or by silence."""
    match, norm = scene.match, int(rows.a[row])
    if rows.target[row] != NOBODY:
        said = _("{who} left a request of {whom} unanswered, against the norm {norm}.")
    elif match.board.norms.hasty[norm]:
        said = _("{who} accused over {case} beyond what others believe, against the norm {norm}.")
    else:
        said = _("{case} is laid at {who}'s door: it broke the norm {norm}.")
    text = said.format(
        who=scene.name(rows.actor[row]),
        whom=scene.name(rows.target[row]),
        case=scene.case(rows.incident[row]),
        norm=words.norm(match, norm),
    )
    yield Story("order", words.capital(text), (), 7)


def wrongful(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A countermeasure hit the wrong party, as it now seems."""
    text = _(
        "{who}'s countermeasure against {whom} looks wrongful now: fewer believe that {whom} was "
        "behind {case}."
    ).format(
        who=scene.name(rows.actor[row]),
        whom=scene.name(rows.target[row]),
        case=scene.case(rows.incident[row]),
    )
    yield Story("order", text, (), 8)


def measure(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An organisation acted."""
    body, power = int(rows.a[row]), Power(int(rows.b[row]))
    accused = rows.target[row]
    names = power == Power.JOINT_STATEMENT and accused != NOBODY
    text = _(NAMED if names else MEASURES[power]).format(
        body=words.body(scene.match, body),
        case=scene.case(rows.incident[row]),
        accused=scene.name(accused),
        topic=_topic(scene, body, power),
    )
    yield Story("order", text, (), 7)


def _topic(scene: Scene, body: int, power: Power) -> str:
    """What a measure was about: voted this turn, or scheduled earlier."""
    match, turn = scene.match, scene.world.turn
    for offers, _answers in scene.log.talks:
        for row in np.flatnonzero((offers.body == body) & (offers.power == power)).tolist():
            if match.board.bodies.lag[body, power] == 0:
                return words.topic(match, power, offers.topic[row])
    return words.topic(match, power, match.worlds[turn - 1].measure_topic[body, 0])


def together(scene: Scene) -> Iterator[Story]:
    """What several nations may say at once: norms that found adopters, positions on the law."""
    for (norm, _b), who in _sayers(scene, What.ADOPTED).items():
        said = _n("{who} endorsed the norm {norm}.", "{who} endorsed the norm {norm}.", len(who))
        text = said.format(who=words.listed(who), norm=words.norm(scene.match, norm))
        yield Story("order", text, (), 4)
    for (question, answer), who in _sayers(scene, What.POSITION).items():
        said = _n(
            "{who} published how it reads the law: {position}.",
            "{who} published how they read the law: {position}.",
            len(who),
        )
        text = said.format(who=words.listed(who), position=terms.stand(question, answer))
        yield Story("order", text, (), 3)


def _sayers(scene: Scene, what: What) -> dict[tuple[int, int], list[str]]:
    """Who said each thing of one kind, as far as the nation heard of it."""
    found: dict[tuple[int, int], list[str]] = {}
    for rows, row in rows_of(scene.log, what, scene.me):
        who = found.setdefault((int(rows.a[row]), int(rows.b[row])), [])
        name = scene.name(rows.actor[row])
        who += [name] if name not in who else []
    return found


TELL: dict[What, Tell] = {
    What.VIOLATED: violated,
    What.WRONGFUL: wrongful,
    What.MEASURE: measure,
}
