"""Messages as people type them."""

from __future__ import annotations

import re

from game.decisions import Message
from game.language import _
from game.report import terms
from game.report.lexicon import TOPICS
from game.report.names import FILLERS, Noun, Unclear, either, longest, plain, several, unknown
from game.rules.world import NOBODY, Promise
from game.terminal.seat import Seat

USUAL = {"warn": "restraint", "reassure": "restraint"}
"""Topics that need not be said."""

UNTIL = re.compile(r"\b(?:until|till|by)[ =]*(?:turn\s+|week\s+)?(\d+)\b", re.I)
NOTE = re.compile(r"[\"“”«](.*?)[\"“”»]?\s*$")
IDLE = {*FILLERS, "me", "us", "that", "you", "your", "send", "their", "its"}
LONGEST_NOTE = 300


def topics() -> list[Noun]:
    """What can be asked for, warned of or promised."""
    return [Noun("topic", id_, id_.replace("_", " "), also) for id_, also in TOPICS.items()]


def topic_text(topic: str) -> str:
    """A topic in words: 'to share evidence'."""
    return terms.promise(Promise[topic.upper()])


def parse_message(seat: Seat, tone: str, text: str) -> Message:
    """`TONE NATION [TOPIC] [until N] ["note"]`. Raises Unclear."""
    note, text = _note(text)
    until, text = _until(seat, text)
    to, topic = "", USUAL.get(tone, "")
    words = [w for w in text.replace(",", " ").split() if plain(w) not in IDLE]
    while words:
        found, count = longest(words, [*seat.others(), *topics()])
        noun = one_of(words[0], found, [*seat.others(), *topics()])
        to, topic = (noun.id, topic) if noun.kind == "nation" else (to, noun.id)
        words = words[count:]
    if not to:
        whom = _("{tone} whom? Type {names} after it")
        raise Unclear(whom.format(tone=tone, names=either(n.label for n in seat.others())))
    if not topic:
        what = _("{tone} what? Type {topics} after the nation")
        raise Unclear(what.format(tone=tone, topics=either(TOPICS)))
    if tone == "promise" and until == NOBODY:
        until = seat.match.board.turns
    return Message(to, tone, topic, until, note)


def one_of(word: str, found: list[Noun], known: list[Noun]) -> Noun:
    """The one noun found. Raises Unclear if there is none, or more than one."""
    if not found:
        raise Unclear(unknown(word, known, _("nation or topic")))
    if len({noun.id for noun in found}) > 1:
        raise Unclear(several(word, (noun.label for noun in found)))
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
        said = _("'until' takes a turn from {first} to {last}")
        raise Unclear(said.format(first=seat.match.turn, last=last))
    return until, text[: found.start()] + text[found.end() :]


def message_text(seat: Seat, message: Message) -> str:
    """A message in words."""
    said = {
        "ask": _("Ask {to} {what}"),
        "warn": _("Warn {to}: we expect you {what}"),
        "reassure": _("Reassure {to}: we mean {what}"),
        "promise": _("Promise {to} {what} until the end of turn {until}"),
    }[message.tone]
    to, what = seat.label("nation", message.to), topic_text(message.topic)
    text = said.format(to=to, what=what, until=message.until)
    noted = _("{message} (note: “{note}”)")
    return noted.format(message=text, note=message.note) if message.note else text
