"""The note of a message: a person's own words, which the rules carry no further than the record."""

from __future__ import annotations

from collections.abc import Iterator

from game.decisions import Message, to_messages
from game.report.story import Scene, rows_of
from game.rules.happenings import Happening, What

Key = tuple[int, ...]
"""Sender, addressee, tone with topic, and last turn: all that the rules know of a message."""


def note_of(scene: Scene, rows: Happening, row: int) -> str:
    """What was written beside the message of a row; empty if nothing was.

    Of several alike in a turn the first that was sent is the first that was heard.
    """
    key = _key(rows, row)
    alike = [pair for pair in rows_of(scene.log, What.MESSAGE) if _key(*pair) == key]
    place = next(n for n, (table, at) in enumerate(alike) if table is rows and at == row)
    sent = list(_sent(scene, key))
    return _legible(sent[place].note) if place < len(sent) else ""


def _key(rows: Happening, row: int) -> Key:
    return int(rows.actor[row]), int(rows.target[row]), int(rows.a[row]), int(rows.b[row])


def _sent(scene: Scene, key: Key) -> Iterator[Message]:
    """The messages of that kind that were said in the talks of the turn, in order."""
    match, sender = scene.match, key[0]
    turn = next((n for n, log in enumerate(match.logs, start=1) if log is scene.log), 0)
    for decided in match.decided:
        given = decided.replies.get(sender) if decided.phase.turn == turn else None
        for message in given.messages if given is not None else ():
            said = to_messages(match.names, sender, [message])
            code = said.tone[0] + 10 * said.topic[0]
            if (sender, int(said.target[0]), int(code), int(said.until[0])) == key:
                yield message


def _legible(note: str) -> str:
    """A note as it can be shown anywhere: without what would command a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in note).strip()
