"""Everything that can be named from one seat. What its nation does not know of has no name."""

from __future__ import annotations

from collections.abc import Sequence

from game.decisions import WORD_IDS
from game.match import Match
from game.report import terms, words
from game.report.dossier import STATES, Dossier
from game.report.names import Noun
from game.rules.claims import CONFIDENCE, LEAST_WORD, WORDS
from game.rules.law import ANSWERS
from game.rules.world import Contested, Look, Promise

FOUND = STATES[Look.FOUND]

TOPICS = {
    "restraint": ("do nothing hostile", "peace", "no attacks", "hold back", "nothing hostile"),
    "share": ("share evidence", "evidence", "sharing"),
    "silence": ("name nobody", "say nothing", "quiet"),
    "help": ("send help", "team", "support"),
    "takedown": ("act against criminals", "gangs", "criminals", "crackdown", "take down"),
    "legal_aid": ("legal assistance", "legal help", "prosecutors"),
    "explain": ("explanation", "an explanation", "inquiry"),
}
"""What can be asked for, warned of or promised, and other words for it."""


def nations(match: Match, but: int | None = None) -> list[Noun]:
    """Nations, all or the others."""
    given = match.scenario.nations.values()
    return [
        Noun("nation", id_, words.nation(match, n), (each.name,))
        for n, (id_, each) in enumerate(zip(match.setup.nations, given, strict=True))
        if n != but
    ]


def actors(match: Match, but: int | None = None) -> list[Noun]:
    """Nations and those who live on their soil."""
    first = len(match.setup.nations)
    guests = zip(match.setup.actors[first:], match.setup.names[first:], strict=True)
    return [*nations(match, but), *(Noun("actor", id_, name) for id_, name in guests)]


def incidents(dossiers: Sequence[Dossier]) -> list[Noun]:
    """Incidents by id, title, and number in the list of dossiers."""
    return [
        Noun("incident", each.id, each.title, (str(place),))
        for place, each in enumerate(dossiers, start=1)
    ]


def suspects(dossier: Dossier) -> list[Noun]:
    """The possible truths of one case."""
    return [Noun("suspect", each.id, each.label) for each in dossier.suspects]


def sectors(match: Match) -> list[Noun]:
    """The seven sectors."""
    return [Noun("sector", id_, terms.sector_called(id_)) for id_ in match.setup.ids["sector"]]


def questions(match: Match) -> list[Noun]:
    """Contested questions of law, by id and number."""
    ids = match.setup.ids["question"]
    return [
        Noun("question", id_, terms.question(n), (id_, str(n + 1))) for n, id_ in enumerate(ids)
    ]


def answers(question: str | None) -> list[Noun]:
    """Answers to one question, or to any."""
    asked = [point for point in Contested if question in (None, point.name.lower())]
    return [
        Noun("answer", id_, terms.stand(point, n) if question else id_.replace("_", " "), (id_,))
        for point in asked
        for n, id_ in enumerate(ANSWERS[point])
    ]


def cards(dossiers: Sequence[Dossier], incident: str | None) -> list[Noun]:
    """Evidence the nation found and nobody has published, of one case or of all."""
    return [
        Noun("card", card.id, card.id.replace("_", " "), of=each.id)
        for each in dossiers
        if incident in (None, each.id)
        for card in each.cards
        if card.state == FOUND and not card.published
    ]


def asks() -> list[Noun]:
    """What a nation can be asked for."""
    return [
        Noun("promise", id_, terms.promise(Promise[id_.upper()]), (id_.replace("_", " "), *also))
        for id_, also in TOPICS.items()
    ]


def likelihoods() -> list[Noun]:
    """Words of estimative probability an accusation may use."""
    return [Noun("word", WORD_IDS[n], terms.word(n)) for n in range(LEAST_WORD, len(WORDS))]


def confidences() -> list[Noun]:
    """How sure, from low to high."""
    return [
        Noun("confidence", str(n), terms.confidence(n - 1), (f"{word} confidence",))
        for n, word in enumerate(CONFIDENCE, start=1)
    ]


def levels(most: int) -> list[Noun]:
    """Steps of an action."""
    return [
        Noun("level", str(n), str(n), (f"x{n}", f"{n}x", f"level {n}")) for n in range(1, most + 1)
    ]
