"""Names as people type them: in any case, cut short, with typing errors."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.language import _
from game.scenario.findings import closest

FILLERS = {"the", "on", "against", "in", "at", "with", "of", "to", "about", "for", "by", "is", "as"}
"""Words that may stand in an order and mean nothing."""

MANY = 12
"""Names an error lists at most."""

LONGEST = 5
"""Words a name may have."""


class Unclear(ValueError):
    """What was typed means nothing here; the message says what would."""


@dataclass(frozen=True)
class Noun:
    """Something that has a name: what kind of thing, its id, and how it may be spelt."""

    kind: str
    id: str
    label: str
    also: tuple[str, ...] = ()
    of: str = ""  # the case a piece of evidence belongs to

    @property
    def spellings(self) -> tuple[str, ...]:
        """All ways to spell it, in plain form."""
        return tuple(dict.fromkeys(plain(text) for text in (self.id, self.label, *self.also)))


def plain(text: str) -> str:
    """A name without case, accents, articles and punctuation."""
    split = unicodedata.normalize("NFKD", text.casefold().replace("_", " ").replace("-", " "))
    words = "".join(c for c in split if c.isalnum() or c == " ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def match(text: str, nouns: Iterable[Noun]) -> list[Noun]:
    """Nouns that a text names: spelt so, or if there are none, beginning so."""
    wanted, known = plain(text), list(nouns)
    if not wanted:
        return []
    exact = [noun for noun in known if wanted in noun.spellings]
    if exact:
        return exact
    return [n for n in known if len(wanted) > 1 and any(_begins(s, wanted) for s in n.spellings)]


def _begins(spelling: str, wanted: str) -> bool:
    words = spelling.split()
    return any(" ".join(words[n:]).startswith(wanted) for n in range(len(words)))


def typed(noun: Noun, nouns: Sequence[Noun]) -> str:
    """What to type for a noun: the first words of what it is called that mean it alone."""
    words = plain(noun.label).split()
    if plain(noun.id) == " ".join(words):
        return noun.id
    for count, last in enumerate(words, start=1):
        text = " ".join(words[:count])
        if last not in FILLERS and {each.id for each in match(text, nouns)} == {noun.id}:
            return text
    return noun.id


def find(text: str, nouns: Sequence[Noun], what: str) -> Noun:
    """The one noun that a text names. what: its kind, in the player's language. Raises Unclear."""
    found = match(text, nouns)
    if len({noun.id for noun in found}) == 1:
        return found[0]
    if found:
        raise Unclear(several(text, (noun.label for noun in found)))
    raise Unclear(unknown(text, nouns, what))


def several(text: str, labels: Iterable[str]) -> str:
    """What to say about a name that could be any of some."""
    said = _("'{text}' could be {names}: type a little more")
    return said.format(text=text, names=either(labels))


def unknown(text: str, nouns: Sequence[Noun], what: str) -> str:
    """What to say about a name that names nothing. what: as in `find`."""
    if not nouns:
        return _("there is no {what} to name here").format(what=what)
    hint = nearest(text, nouns) or _known(list(dict.fromkeys(noun.label for noun in nouns)))
    return _("there is no {what} '{text}'; {hint}").format(what=what, text=text, hint=hint)


def _known(labels: Sequence[str]) -> str:
    """What could be typed instead; of many names the first."""
    if len(labels) > MANY:
        first = ("; " if any("," in label for label in labels) else ", ").join(labels[:MANY])
        return _("there are {n}: {names} …").format(n=len(labels), names=first)
    return _("type {names}").format(names=either(labels))


def nearest(text: str, nouns: Iterable[Noun]) -> str:
    """'did you mean …?', or nothing."""
    spelt = {spelling: noun.label for noun in nouns for spelling in noun.spellings}
    found = closest(plain(text), spelt)
    return mistyped(spelt[found]) if found else ""


def mistyped(meant: str) -> str:
    """A question after the name that was probably meant."""
    return _("did you mean '{name}'?").format(name=meant)


def longest(words: Sequence[str], nouns: Sequence[Noun]) -> tuple[list[Noun], int]:
    """The nouns that the first words name, the more words the better, and how many words."""
    for count in range(min(len(words), LONGEST), 0, -1):
        found = match(" ".join(words[:count]), nouns)
        if found:
            return found, count
    return [], 0


def sentence(text: str) -> str:
    """A remark as a sentence."""
    return text[:1].upper() + text[1:] + ("" if text[-1:] in "?.!" else ".")


def either(labels: Iterable[str]) -> str:
    """'a', 'a or b', 'a, b or c'; 'a; b, the second; or c' if there are commas in a name."""
    kept = list(dict.fromkeys(labels))
    if len(kept) < 2:
        return "".join(kept)
    if any("," in label for label in kept):
        return _("{first}; or {last}").format(first="; ".join(kept[:-1]), last=kept[-1])
    return _("{first} or {last}").format(first=", ".join(kept[:-1]), last=kept[-1])
