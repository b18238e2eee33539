"""Orders as people type them: names in any order where they cannot be mistaken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from game.decisions import Order
from game.language import _
from game.report.forms import Column, called, columns, nouns, usage, written
from game.report.names import (
    FILLERS,
    LONGEST,
    Noun,
    Unclear,
    either,
    find,
    match,
    nearest,
    plain,
    several,
    unknown,
)
from game.rules.action import Action
from game.terminal.seat import Seat

KEYS = {
    "flag": "cover",
    "proxy": "cover",
    "hand": "cover",
    "case": "incident",
    **dict.fromkeys(("sector", "word", "card", "question", "ask"), "choice"),
}
"""Other names of columns in `key=value`."""


@dataclass
class Draft:
    """An order that may still lack something."""

    action: Action
    filled: dict[str, str] = field(default_factory=dict)

    def missing(self) -> list[Column]:
        """Columns that must be filled and are not."""
        return [c for c in columns(self.action) if not c.optional and c.name not in self.filled]

    def free(self) -> list[Column]:
        """Columns that are not filled."""
        return [c for c in columns(self.action) if c.name not in self.filled]

    def order(self) -> Order:
        """The order, complete."""
        return written(self.action, self.filled)


def actions_named(seat: Seat) -> list[Noun]:
    """Every action by id, label and number in the menu."""
    return [
        Noun("action", action.id, _(action.label), (str(number), action.label))
        for number, action in enumerate(seat.names.actions, start=1)
    ]


def parse_order(seat: Seat, text: str) -> Draft:
    """An order as typed, perhaps incomplete. Raises Unclear."""
    words = text.replace(",", " ").split()
    if not words:
        raise Unclear(_("say what to order: `actions` lists what there is"))
    action, rest = _action(seat, words)
    draft = Draft(action)
    while rest:
        rest = _take(seat, draft, rest)
    _fill_obvious(seat, draft)
    return draft


def _action(seat: Seat, words: list[str]) -> tuple[Action, list[str]]:
    """The action that the first words name, and the other words."""
    known = actions_named(seat)
    for count in range(min(LONGEST, len(words)), 0, -1):
        found = match(" ".join(words[:count]), known)
        if len(found) == 1:
            return seat.names.actions[known.index(found[0])], words[count:]
        if found and count == 1:
            said = _("'{text}' could be {names}")
            raise Unclear(said.format(text=words[0], names=either(n.id for n in found)))
    hint = nearest(words[0], known) or _("`actions` lists what there is")
    raise Unclear(_("there is no action '{text}'; {hint}").format(text=words[0], hint=hint))


def _take(seat: Seat, draft: Draft, words: list[str]) -> list[str]:
    """Fill one column from the first words; the words that are left."""
    key, found, value = words[0].partition("=")
    if found:
        _take_key(seat, draft, key, value)
        return words[1:]
    for count in range(min(LONGEST, len(words)), 0, -1):
        text = " ".join(words[:count])
        chosen = _chosen(seat, draft, text)
        if chosen is not None:
            column, noun = chosen
            _put(draft, column, noun)
            return words[count:]
    if plain(words[0]) in FILLERS or plain(words[0]) in ("level", "confidence", "flag", ""):
        return words[1:]
    raise Unclear(_not_understood(seat, draft, words[0]))


def _chosen(seat: Seat, draft: Draft, text: str) -> tuple[Column, Noun] | None:
    """The column a text fits best: where it is spelt out, else where it begins a name."""
    fits = [(c, match(text, nouns(seat, draft.action, c, draft.filled))) for c in draft.free()]
    fits = [(column, found) for column, found in fits if found]
    if not fits or (plain(text) in FILLERS):
        return None
    spelt = [(c, f) for c, f in fits if any(plain(text) in noun.spellings for noun in f)]
    column, found = (spelt or fits)[0]
    if len({noun.id for noun in found}) > 1:
        raise Unclear(several(text, (noun.label for noun in found)))
    return column, found[0]


def _put(draft: Draft, column: Column, noun: Noun) -> None:
    draft.filled[column.name] = noun.id
    if column.kind == "card":
        draft.filled.setdefault("incident", noun.of)


def _take_key(seat: Seat, draft: Draft, key: str, value: str) -> None:
    """Fill a column by its name."""
    name = KEYS.get(plain(key), plain(key))
    column = next((c for c in columns(draft.action) if name in (c.name, c.kind)), None)
    if column is None:
        keys = either(c.name for c in columns(draft.action)) or _("nothing more")
        said = _("{action} has no '{key}'; it takes {keys}")
        raise Unclear(said.format(action=draft.action.id, key=key, keys=keys))
    value = re.sub(r"^x(?=\d)", "", value)
    noun = find(value, nouns(seat, draft.action, column, draft.filled), called(column))
    _put(draft, column, noun)


def _fill_obvious(seat: Seat, draft: Draft) -> None:
    """What can only be one thing need not be said."""
    for column in draft.missing():
        if column.kind in ("incident", "card"):
            known = nouns(seat, draft.action, column, draft.filled)
            if len(known) == 1:
                _put(draft, column, known[0])


def _not_understood(seat: Seat, draft: Draft, word: str) -> str:
    """What to say about a word that fits nowhere."""
    free = draft.free()
    if not free:
        many = _("'{word}' is one word too many; an order like this is `{usage}`")
        return many.format(word=word, usage=usage(draft.action))
    known = [noun for c in free for noun in nouns(seat, draft.action, c, draft.filled)]
    what = either(called(column) for column in free)
    return unknown(word, known, what) + f" (`{usage(draft.action)}`)"
