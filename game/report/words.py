"""Names and phrases that all reports share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from game.decisions import Proposal, clause_levels, topic_kind
from game.match import Match
from game.rules.claims import WORDS
from game.rules.clauses import CLAUSES
from game.rules.powers import NEEDS, POWERS, Need, Power
from game.rules.scoring import ENDINGS, Ending
from game.rules.treaties import is_geneva
from game.rules.world import NOBODY, Contested, Sector, World
from game.scenario.library import norm_of, organisation_of

SECTORS = tuple(sector.name.lower() for sector in Sector)

STANDS = {
    Contested.SOVEREIGNTY: ("sovereignty is only a principle", "sovereignty is a rule of its own"),
    Contested.COUNTERMEASURES: (
        "countermeasures against cyber operations are not allowed",
        "countermeasures against cyber operations are allowed",
    ),
    Contested.NOTICE: (
        "notice of a countermeasure may be waived",
        "notice of a countermeasure is always required",
    ),
    Contested.COLLECTIVE: (
        "third states may take no countermeasure for a victim",
        "third states may take countermeasures for a victim",
    ),
    Contested.DUE_DILIGENCE: (
        "due diligence over one's own territory is voluntary",
        "due diligence over one's own territory is binding law",
    ),
    Contested.FORCE: tuple(
        f"an act is a use of force from severity {severity} on" for severity in (7, 6, 5)
    ),
    Contested.NEW_TREATY: ("existing law is enough", "the law needs a new treaty"),
}
"""What each answer to a contested question says."""

TOPICS = {Need.NATION: "nation", Need.NORM: "norm", Need.QUESTION: "question"}
"""What a power may have to be told besides a case and a name."""


def nation(match: Match, number: Any) -> str:
    """Short name of a nation or actor."""
    return "nobody" if number == NOBODY else match.setup.names[int(number)]


def case_title(match: Match, world: World, incident: Any) -> str:
    """Title of an incident; an operation in play is named after what it did, to whom, and when."""
    title = match.setup.cases[int(incident)].title
    if title:
        return title
    kind = match.setup.kinds[int(world.kind[incident, 0])]
    sector = SECTORS[int(world.sector[incident, 0])]
    victim = nation(match, world.victim[incident, 0])
    letter = "ABCDEFGHIJ"[int(incident) - match.board.scripted]
    return f"{kind} in {victim} ({sector}, turn {int(world.began[incident, 0])}, file {letter})"


def hypothesis(match: Match, incident: Any, number: Any) -> str:
    """A possible truth in words."""
    return match.setup.cases[int(incident)].names[int(number)]


def sector(number: Any) -> str:
    """Name of a sector."""
    return SECTORS[int(number)]


def word(number: Any) -> str:
    """Words of estimative probability."""
    return WORDS[int(number)]


def percent(share: Any) -> str:
    """A share as a whole percentage."""
    return f"{float(share):.0%}"


def listed(names: Iterable[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    kept = list(names)
    return " and ".join([", ".join(kept[:-1]), kept[-1]] if len(kept) > 1 else kept)


def times(count: int) -> str:
    """How often, in words."""
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def stand(question: Any, answer: Any) -> str:
    """An answer to a contested question of law, as a statement."""
    said = STANDS[Contested(int(question))]
    return said[min(int(answer), len(said) - 1)]


def norm(match: Match, number: Any) -> str:
    """What a norm asks, in a few words."""
    id_ = match.setup.ids["norm"][int(number)]
    return f"\u201c{norm_of(match.scenario, id_).label}\u201d"


def body(match: Match, number: Any) -> str:
    """Short name of an organisation."""
    return organisation_of(match.scenario, match.setup.ids["organisation"][int(number)]).short


def topic(match: Match, power: Power, number: Any) -> str:
    """The nation, norm or question that the use of a power is about; empty if about none."""
    if number < 0:
        return ""
    if NEEDS[power, Need.NATION]:
        return nation(match, number)
    if NEEDS[power, Need.QUESTION]:
        return match.setup.ids["question"][int(number)].replace("_", " ")
    return norm(match, number) if NEEDS[power, Need.NORM] else ""


def clauses(levels: Mapping[str, int], proposer: str = "whoever proposes") -> list[str]:
    """Clauses with their levels in words."""
    texts = []
    for clause in CLAUSES:
        level = levels.get(clause.id, 0)
        if level:
            said = clause.levels[level].replace("whoever proposes", proposer)
            texts.append(f"{lowered(clause.label)}: {said}")
    return texts


def levels_row(levels: Mapping[str, int]) -> Any:
    """Clause levels by id as a row of axis C."""
    return np.array([levels.get(clause.id, 0) for clause in CLAUSES])


def lowered(label: str) -> str:
    """A label inside a sentence; initials stay as they are."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def proposal_text(match: Match, world: World, proposal: Proposal, proposer: str) -> list[str]:
    """What a proposal of somebody says, a line for each clause, or for the power it would use."""
    lines = clauses(proposal.clauses, proposer)
    if is_geneva(levels_row(proposal.clauses)):
        lines.insert(0, "a Digital Geneva Convention")
    names = match.names
    if proposal.power is not None:
        lines = [_use_text(match, proposal)]
    elif proposal.topic is not None:
        lines.append(f"the norm: {norm(match, names.number('norm', proposal.topic))}")
    if proposal.accused is not None:
        lines.append(f"accuses {nation(match, names.number('actor', proposal.accused))}")
    if proposal.incident is not None:
        incident = names.number("incident", proposal.incident)
        lines.append(f"about: {case_title(match, world, incident)}")
    return lines


def _use_text(match: Match, proposal: Proposal) -> str:
    """The use of an organisation's power, in a few words."""
    power = Power[str(proposal.power).upper()]
    number = match.names.number(topic_kind(proposal.power), proposal.topic)
    about = topic(match, power, number)
    return lowered(POWERS[power][0]) + (f": {about}" if about else "")


def offer_text(match: Match, world: World, offers: Any, row: int) -> list[str]:
    """The same of a row of the table of proposals."""
    names = match.names
    proposal = Proposal(
        parties=(),
        clauses=clause_levels(offers.levels[row]),
        incident=names.name("incident", offers.incident[row]),
        accused=names.name("actor", offers.accused[row]),
        organisation=names.name("organisation", offers.body[row]),
        power=(power := names.name("power", offers.power[row])),
        topic=names.name(topic_kind(power), offers.topic[row]),
    )
    return proposal_text(match, world, proposal, nation(match, offers.actor[row]))


def ending(match: Match) -> tuple[str, str]:
    """Name of the ending and what it means."""
    return ENDINGS[Ending(int(match.worlds[-1].ending[0]))]
