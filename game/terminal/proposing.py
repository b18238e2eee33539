"""Proposals as people type them: treaties, and the use of an organisation's powers."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass, field

from game.decisions import Proposal
from game.language import N_, _
from game.report.bodies import BodyLine, bodies
from game.report.names import FILLERS, Noun, Unclear, either, find, longest, match, plain, unknown
from game.rules.clauses import CLAUSES
from game.rules.powers import Need
from game.staff.drafting import countered, needs
from game.terminal.institutions import body_nouns, norm_nouns, question_nouns
from game.terminal.seat import Seat
from game.terminal.talking import one_of
from game.terminal.texts import ready_text, text_nouns

PLACES = {
    "about": "about",
    "over": "about",
    **dict.fromkeys(("accuse", "accuses", "accused", "accusing", "naming", "name"), "accuse"),
    "norm": "norm",
    "question": "question",
    "for": "for",
    **dict.fromkeys(("through", "via", "organisation"), "through"),
    **dict.fromkeys(("to", "parties", "with"), "party"),
}
"""Words that say what the next one is; `for` and `to` only mean something before an =, or where
an organisation does something for somebody."""

WANTED = {
    "about": N_("case"),
    "accuse": N_("actor"),
    "norm": N_("norm"),
    "question": N_("question"),
    "for": N_("nation"),
    "through": N_("organisation"),
    "party": N_("party"),
}
"""What is to be named after each of them."""

TOPICAL = {"norm": Need.NORM, "question": Need.QUESTION, "for": Need.NATION}
"""What a power must need for each of those that say what it is about."""

LOOSE = {"for", "to", "with", "over"}
"""Those of them that may as well mean nothing."""


IDLE = {*FILLERS, "a", "an", "and", "we", "state", "use", "power", ""}


@dataclass
class Text:
    """A proposal being written."""

    parties: list[str] = field(default_factory=list)
    clauses: dict[str, int] = field(default_factory=dict)
    incident: str | None = None
    accused: str | None = None
    counter: bool = False
    organisation: str | None = None
    power: str | None = None
    topic: str | None = None

    def proposal(self) -> Proposal:
        """The proposal as it stands."""
        body = self.organisation is not None
        kept = {clause: level for clause, level in self.clauses.items() if level and not body}
        return Proposal(
            parties=() if body else tuple(self.parties),
            clauses=kept,
            incident=self.incident,
            accused=self.accused,
            counter=self.counter,
            organisation=self.organisation,
            power=self.power,
            topic=self.topic,
        )


def from_proposal(seat: Seat, given: Proposal, proposer: str) -> Text:
    """A counter-offer that begins as the proposal of somebody else: who was to pay still pays."""
    back = countered(given, proposer, seat.id)
    return Text(
        list(back.parties),
        dict(back.clauses),
        back.incident,
        back.accused,
        back.counter,
        back.organisation,
        back.power,
        back.topic,
    )


def clause_nouns() -> list[Noun]:
    """The vocabulary of clauses."""
    return [Noun("clause", c.id, _(c.label), (str(n),)) for n, c in enumerate(CLAUSES, start=1)]


def edit(seat: Seat, text: Text, line: str) -> None:
    """Write what a line says into a proposal. Raises Unclear.

    `NATION, NATION clause[=level] … [norm=NORM] [about CASE] [accuse WHO]`, or
    `ORGANISATION power [about CASE] [accuse WHO] [for NATION] [norm=NORM] [question=QUESTION]`
    """
    try:
        words = shlex.split(line.replace(",", " ").replace("'", " "))
    except ValueError:
        words = line.replace('"', " ").split()
    place = ""
    while words:
        key = plain(words[0])
        if key in PLACES and "=" not in words[0] and (key not in LOOSE or _wants(text, key)):
            place, words = PLACES[key], words[1:]
            continue
        words = _write(seat, text, words, place)
        place = ""


def _wants(text: Text, key: str) -> bool:
    """Whether a little word means something here: 'for' before the nation that is to be helped."""
    return key == "over" or (key == "for" and text.power is not None)


def _write(seat: Seat, text: Text, words: list[str], place: str) -> list[str]:
    """Write what the first words say; the words that are left."""
    head, found, value = words[0].partition("=")
    key = PLACES.get(plain(head), "")
    if found and key:
        place, words = key, [value, *words[1:]]
    elif found:
        clause = find(head, clause_nouns(), _("clause"))
        if text.organisation is not None:
            body = body_of(seat, text.organisation).short
            said = _("'{clause}' is for treaties: what {body} does has no clauses")
            raise Unclear(said.format(clause=clause.id, body=body))
        text.clauses[clause.id] = level_of(clause.id, value)
        return words[1:]
    known = _known(seat, text, place)
    nouns, count = longest(words, known)
    if not nouns:
        if plain(words[0]) in IDLE:
            return words[1:]
        raise Unclear(unknown(words[0], known, _wanted(text, place)))
    noun = one_of(" ".join(words[:count]), nouns, known)
    return _enter(seat, text, noun, place, words[count:])


def _wanted(text: Text, place: str) -> str:
    """What kind of thing is to be named next."""
    if place in WANTED:
        return _(WANTED[place])
    return _("power") if text.organisation else _("nation, clause or organisation")


def _known(seat: Seat, text: Text, place: str) -> list[Noun]:
    """What can be named next."""
    named: dict[str, Callable[[], list[Noun]]] = {
        "about": seat.incidents,
        "accuse": seat.actors,
        "norm": lambda: norm_nouns(seat),
        "question": lambda: question_nouns(seat),
        "for": lambda: [*seat.others(), seat.own()],
        "through": lambda: body_nouns(seat),
    }
    if place in named:
        return named[place]()
    if text.organisation is not None:
        about = seat.incidents() if Need.INCIDENT in needs(text.proposal()) else []
        return [*power_nouns(body_of(seat, text.organisation)), *about]
    return [*seat.others(), _everybody(), *clause_nouns(), *body_nouns(seat), *text_nouns()]


def _everybody() -> Noun:
    """All the other nations at once."""
    also = ("everybody", "everyone", "all nations", "the others", "others")
    return Noun("all", "all", _("everybody"), also)


def body_of(seat: Seat, id_: str) -> BodyLine:
    """The organisation of that id."""
    return next(line for line in bodies(seat.match, seat.nation) if line.id == id_)


def power_nouns(body: BodyLine) -> list[Noun]:
    """What an organisation can do, called as it is listed."""
    return [Noun("power", p.id, p.id, (p.label,)) for p in body.powers]


def _enter(seat: Seat, text: Text, noun: Noun, place: str, rest: list[str]) -> list[str]:
    """Enter one noun where it belongs; the words that are left."""
    if place == "about" or noun.kind == "incident":
        text.incident = noun.id
    elif place == "accuse":
        text.accused = noun.id
    elif place in TOPICAL:
        _enter_topic(text, place, noun.id)
    elif noun.kind == "clause":
        return _enter_clause(text, noun.id, rest)
    elif noun.kind == "organisation":
        _enter_body(seat, text, noun.id)
    elif noun.kind == "power":
        text.power = noun.id
    elif noun.kind == "text":
        _enter_text(seat, text, noun.id)
    else:
        _join(text, [n.id for n in seat.others()] if noun.kind == "all" else [noun.id])
    return rest


def _enter_topic(text: Text, place: str, id_: str) -> None:
    """What a proposal is about, unless its power is about nothing of that kind. Raises Unclear."""
    if text.power is not None and TOPICAL[place] not in needs(text.proposal()):
        said = _("'{power}' is about no {what}")
        raise Unclear(said.format(power=text.power, what=_(WANTED[place])))
    text.topic = id_


def _join(text: Text, parties: list[str]) -> None:
    text.parties += [party for party in parties if party not in text.parties]


def _enter_clause(text: Text, clause: str, rest: list[str]) -> list[str]:
    level = 1
    if rest and rest[0].isdecimal():
        level, rest = level_of(clause, rest[0]), rest[1:]
    text.clauses[clause] = level
    return rest


def _enter_body(seat: Seat, text: Text, id_: str) -> None:
    """Turn it into the use of a power; a clause of the same name was meant for that power."""
    text.organisation = id_
    meant = [p.id for p in body_of(seat, id_).powers if text.clauses.get(p.id)]
    text.power = meant[0] if meant else text.power


def _enter_text(seat: Seat, text: Text, id_: str) -> None:
    """A ready-made text; one for all nations is put to all, unless some are named."""
    ready = ready_text(id_)
    text.clauses.update(ready.clauses)
    if ready.for_all and not text.parties:
        _join(text, [n.id for n in seat.others()])


def level_of(clause: str, value: str) -> int:
    """A level of a clause, by number or in words. Raises Unclear."""
    levels = next(c.levels for c in CLAUSES if c.id == clause)
    if value.isdecimal() and int(value) < len(levels):
        return int(value)
    known = [Noun("level", str(n), _(text), (text,)) for n, text in enumerate(levels)]
    found = match(value, known)
    if len(found) == 1:
        return int(found[0].id)
    said = _("{clause} has the levels {levels}")
    raise Unclear(said.format(clause=clause, levels=either(f"{n.id} ({n.label})" for n in known)))
