"""The codex to be read: pages in the reader's language, linked both ways, found by any name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from game.codex.entries import SHELVES, Entry, entries
from game.codex.links import cited, linked, targets
from game.codex.words import COMMON

Translate = Callable[[str], str]


@dataclass
class Book:
    """The codex in one language. say: translates a text."""

    say: Translate = str
    _texts: dict[str, str] = field(default_factory=dict)

    def title(self, entry: Entry) -> str:
        """What a page is called."""
        number, _, rest = entry.title.partition(" ")
        return f"{number} {self.say(rest)}" if entry.shelf == "rule" else self.say(entry.title)

    def text(self, entry: Entry) -> str:
        """What a page says, with links."""
        if entry.id not in self._texts:
            self._texts[entry.id] = self._linked(self.say(entry.text), entry.id)
        return self._texts[entry.id]

    def facts(self, entry: Entry) -> list[tuple[str, str]]:
        """What else it tells: what of, and what, with links."""
        return [
            (self.say(label), self._linked(self.say(value), entry.id))
            for label, value in entry.facts
        ]

    def linked(self, text: str) -> str:
        """Any text, already in the reader's language, with links to what it names."""
        return self._linked(text, "")

    def on(self, shelf: str) -> list[Entry]:
        """The pages of one shelf."""
        return [each for each in entries().values() if each.shelf == shelf]

    def find(self, term: str) -> Entry | None:
        """The page a link leads to: by its id, its title, or any name it goes by."""
        return entries().get(term) or entries().get(self._all_names.get(term.strip().lower(), ""))

    def leads_to(self, entry: Entry) -> list[Entry]:
        """The pages a page links to, its law last."""
        known = entries()
        found = dict.fromkeys([*self._leads[entry.id], *(f"rule.{n}" for n in entry.articles)])
        return [known[id] for id in found if id != entry.id]

    def named_in(self, entry: Entry) -> list[Entry]:
        """The pages that link to a page."""
        return [entries()[id] for id in self._named_in.get(entry.id, ())]

    def search(self, words: str) -> list[Entry]:
        """Pages that hold all the words, those first that have them in the title."""
        wanted = words.lower().split()
        if not wanted:
            return list(entries().values())
        ranked = [(rank, each) for each in entries().values() if (rank := self._rank(each, wanted))]
        ranked.sort(key=lambda pair: (-pair[0], SHELVES.index(pair[1].shelf)))
        return [each for _, each in ranked]

    def _rank(self, entry: Entry, wanted: list[str]) -> int:
        title = " ".join((self.title(entry), *entry.also)).lower()
        everything = f"{title} {self.say(entry.text).lower()}"
        if not all(word in everything for word in wanted):
            return 0
        whole = " ".join(wanted)
        if whole in (self.title(entry).lower(), *(name.lower() for name in entry.also)):
            return 4
        if title.startswith(whole):
            return 3
        return 2 if all(word in title for word in wanted) else 1

    def _linked(self, text: str, own: str) -> str:
        rules = {number: f"rule.{number}" for number in self._articles if f"rule.{number}" != own}
        return linked(cited(text, rules), self._names, own)

    @cached_property
    def _articles(self) -> list[str]:
        return [each.also[0] for each in self.on("rule")]

    @cached_property
    def _names(self) -> dict[str, str]:
        """What is linked wherever it is written, in small letters."""
        found: dict[str, str] = {}
        for each in entries().values():
            if each.named:
                for name in (self.title(each), *map(self.say, each.also)):
                    found.setdefault(name.lower(), each.id)
        return {name: id for name, id in found.items() if name not in COMMON}

    @cached_property
    def _all_names(self) -> dict[str, str]:
        """Every name a page can be asked for by."""
        found: dict[str, str] = {}
        for each in entries().values():
            for name in (each.title, self.title(each), *each.also, *map(self.say, each.also)):
                found.setdefault(name.lower(), each.id)
        for each in entries().values():
            found.setdefault(each.id.partition(".")[2].lower(), each.id)
        return found

    @cached_property
    def _leads(self) -> dict[str, list[str]]:
        """What every page links to, worked out once."""
        found = {}
        for each in entries().values():
            parts = [self.text(each), *(value for _, value in self.facts(each))]
            found[each.id] = [target for part in parts for target in targets(part)]
        return found

    @cached_property
    def _named_in(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for each in entries().values():
            for target in self.leads_to(each):
                found.setdefault(target.id, []).append(each.id)
        return found
