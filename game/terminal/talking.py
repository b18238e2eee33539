"""Messages and proposals as people type them."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field, replace

from game.decisions import Message, Proposal
from game.rules.clauses import CLAUSES
from game.rules.talks import PROMISES
from game.rules.world import NOBODY, Promise
from game.terminal.names import FILLERS, Noun, Unclear, either, find, longest, match, plain, unknown
from game.terminal.seat import Seat

TOPICS = {
    "restraint": ("do nothing hostile", "peace", "no attacks", "hold back", "nothing hostile"),
    "share": ("share evidence", "evidence", "sharing"),
    "silence": ("name nobody", "say nothing", "quiet"),
    "help": ("send help", "team", "support"),
}
"""What a message can be about, and other words for it."""

USUAL = {"warn": "restraint", "reassure": "restraint"}
"""Topics that need not be said."""

UNTIL = re.compile(r"\b(?:until|till|by)[ =]*(?:turn\s+|week\s+)?(\d+)\b", re.I)
NOTE = re.compile(r"[\"“”«](.*?)[\"“”»]?\s*$")
IDLE = {*FILLERS, "me", "us", "that", "you", "your", "send", "their", "its"}
LONGEST_NOTE = 300


def topics() -> list[Noun]:
    """What can be asked for, warned of or promised."""
    return [Noun("topic", id_, id_, also) for id_, also in TOPICS.items()]


def topic_text(topic: str) -> str:
    """A topic in words: 'to share evidence'."""
    return PROMISES[Promise[topic.upper()]]


def parse_message(seat: Seat, tone: str, text: str) -> Message:
    """`TONE NATION [TOPIC] [until N] ["note"]`. Raises Unclear."""
    note, text = _note(text)
    until, text = _until(seat, text)
    to, topic = "", USUAL.get(tone, "")
    words = [w for w in text.replace(",", " ").split() if plain(w) not in IDLE]
    while words:
        found, count = longest(words, [*seat.others(), *topics()])
        noun = _one(words[0], found, [*seat.others(), *topics()])
        to, topic = (noun.id, topic) if noun.kind == "nation" else (to, noun.id)
        words = words[count:]
    if not to:
        raise Unclear(f"{tone} whom? Type {either(n.label for n in seat.others())} after it")
    if not topic:
        raise Unclear(f"{tone} what? Type {either(TOPICS)} after the nation")
    if tone == "promise" and until == NOBODY:
        until = seat.match.board.turns
    return Message(to, tone, topic, until, note)


def _one(word: str, found: list[Noun], known: list[Noun]) -> Noun:
    if not found:
        raise Unclear(unknown(word, known, "nation or topic"))
    if len({noun.id for noun in found}) > 1:
        raise Unclear(f"'{word}' could be {either(n.label for n in found)}: type a little more")
    return found[0]


def _note(text: str) -> tuple[str, str]:
    """A free note in quotes at the end, and the text before it."""
    found = NOTE.search(text)
    return (found[1].strip()[:LONGEST_NOTE], text[: found.start()]) if found else ("", text)


def _until(seat: Seat, text: str) -> tuple[int, str]:
    found = UNTIL.search(text)
    if not found:
        return NOBODY, text
    until, last = int(found[1]), seat.match.board.turns
    if not seat.match.turn <= until <= last:
        raise Unclear(f"'until' takes a turn from {seat.match.turn} to {last}")
    return until, text[: found.start()] + text[found.end() :]


def message_text(seat: Seat, message: Message) -> str:
    """A message in words."""
    to = seat.label("nation", message.to)
    what = topic_text(message.topic)
    said = {
        "ask": f"Ask {to} {what}",
        "warn": f"Warn {to}: we expect you {what}",
        "reassure": f"Reassure {to}: we mean {what}",
        "promise": f"Promise {to} {what} until the end of turn {message.until}",
    }[message.tone]
    return said + (f" (note: “{message.note}”)" if message.note else "")


@dataclass
class Text:
    """A proposal being written."""

    parties: list[str] = field(default_factory=list)
    clauses: dict[str, int] = field(default_factory=dict)
    incident: str | None = None
    accused: str | None = None
    counter: bool = False

    def proposal(self) -> Proposal:
        """The proposal as it stands."""
        kept = {clause: level for clause, level in self.clauses.items() if level}
        return Proposal(tuple(self.parties), kept, self.incident, self.accused, self.counter)


def from_proposal(seat: Seat, given: Proposal, proposer: str) -> Text:
    """A counter-offer that begins as the proposal of somebody else."""
    parties = [p for p in dict.fromkeys((proposer, *given.parties)) if p != seat.id]
    return Text(parties, dict(given.clauses), given.incident, given.accused, counter=True)


def clause_nouns() -> list[Noun]:
    """The vocabulary of clauses."""
    return [Noun("clause", c.id, c.label, (str(n),)) for n, c in enumerate(CLAUSES, start=1)]


def edit(seat: Seat, text: Text, line: str) -> None:
    """Write what a line says into a proposal. Raises Unclear.

    `NATION, NATION clause[=level] … [about CASE] [accuse WHO]`
    """
    try:
        words = shlex.split(line.replace(",", " ").replace("'", " "))
    except ValueError:
        words = line.replace('"', " ").split()
    place = ""
    while words:
        if plain(words[0]) in ("about", "accuse", "accuses", "accused", "naming", "name"):
            place = "about" if plain(words[0]) == "about" else "accuse"
            words = words[1:]
            continue
        words = _write(seat, text, words, place)
        place = ""


def _write(seat: Seat, text: Text, words: list[str], place: str) -> list[str]:
    """Write what the first words say; the words that are left."""
    head, found, value = words[0].partition("=")
    key = plain(head)
    if found and key in ("about", "accuse", "to", "parties"):
        place = "party" if key in ("to", "parties") else key
        words = [value, *words[1:]]
    elif found:
        clause = find(head, clause_nouns(), "clause")
        text.clauses[clause.id] = _level(clause.id, value)
        return words[1:]
    known = _known(seat, place)
    nouns, count = longest(words, known)
    if not nouns:
        if plain(words[0]) in (*FILLERS, "a", "an", "and", "we", "state", ""):
            return words[1:]
        raise Unclear(unknown(words[0], known, place or "nation or clause"))
    noun = _one(" ".join(words[:count]), nouns, known)
    return _enter(text, noun, place, words[count:])


def _known(seat: Seat, place: str) -> list[Noun]:
    if place == "about":
        return seat.incidents()
    if place == "accuse":
        return seat.actors()
    return [*seat.others(), *clause_nouns()]


def _enter(text: Text, noun: Noun, place: str, rest: list[str]) -> list[str]:
    if place == "about":
        text.incident = noun.id
    elif place == "accuse":
        text.accused = noun.id
    elif noun.kind == "clause":
        level = 1
        if rest and rest[0].isdecimal():
            level, rest = _level(noun.id, rest[0]), rest[1:]
        text.clauses[noun.id] = level
    elif noun.id not in text.parties:
        text.parties.append(noun.id)
    return rest


def _level(clause: str, value: str) -> int:
    """A level of a clause, by number or in words."""
    levels = next(c.levels for c in CLAUSES if c.id == clause)
    if value.isdecimal() and int(value) < len(levels):
        return int(value)
    found = match(value, [Noun("level", str(n), text) for n, text in enumerate(levels)])
    if len(found) == 1:
        return int(found[0].id)
    raise Unclear(f"{clause} has the levels {either(f'{n} ({t})' for n, t in enumerate(levels))}")


def obvious(seat: Seat, text: Text) -> Text:
    """Fill in what can only be one thing: the case, if there is one, and its main suspect not."""
    speaks = text.clauses.get("attribution") or text.clauses.get("joint_statement")
    cases = seat.dossiers
    if speaks and text.incident is None and len(cases) == 1:
        return replace(text, incident=cases[0].id)
    return text


def fault(seat: Seat, text: Text) -> str:
    """Why the proposal would be void, and what to do; empty if it is in order. (Rules 8.3)"""
    clauses = {c for c, level in text.clauses.items() if level}
    if not text.parties:
        return f"name at least one other party: {either(n.label for n in seat.others())}"
    if not clauses - {"duration"}:
        return "add a clause: " + either(c.id for c in CLAUSES if c.id != "duration")
    if clauses & {"attribution", "joint_statement"} and text.incident is None:
        return "say what it is about: `about CASE`"
    if "attribution" in clauses and text.accused is None:
        return "say whom it names: `accuse SUSPECT`"
    if text.accused is not None and "attribution" not in clauses:
        return "naming somebody takes the clause `attribution=1` or `attribution=2`"
    if "attribution" in clauses and text.accused in (*text.parties, seat.id):
        return "it cannot name one of its own parties"
    return ""
