"""The codex to be read: pages in the reader's language, linked both ways, found by any name."""

from __future__ import annotations

from functools import cache, cached_property

from game import language
from game.codex.entries import entries
from game.codex.entry import SHELVES, Entry, Fact
from game.codex.links import cited, linked, targets
from game.codex.words import glossary
from game.language import _


def book() -> Book:
    """The codex in the player's language."""
    return _in(language.current())


@cache
def _in(_language: str) -> Book:
    return Book()


class Book:
    """The codex in the language that is spoken while it is read."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def text(self, entry: Entry) -> str:
        """What a page says, with links."""
        if entry.id not in self._texts:
            self._texts[entry.id] = self._linked(entry.text, entry.id)
        return self._texts[entry.id]

    def facts(self, entry: Entry) -> list[Fact]:
        """What else it tells: what of, and what, with links."""
        return [(label, self._linked(value, entry.id)) for label, value in entry.facts]

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
        return [each for _rank, each in ranked]

    def _rank(self, entry: Entry, wanted: list[str]) -> int:
        names = [name.lower() for name in (entry.title, *map(_, entry.names))]
        title = " ".join(names)
        everything = f"{title} {entry.text.lower()}"
        if not all(word in everything for word in wanted):
            return 0
        whole = " ".join(wanted)
        if whole in names:
            return 4
        if title.startswith(whole):
            return 3
        return 2 if all(word in title for word in wanted) else 1

    def _linked(self, text: str, own: str) -> str:
        rules = {number: f"rule.{number}" for number in self._articles if f"rule.{number}" != own}
        return linked(cited(text, rules), self._names, own)

    @cached_property
    def _articles(self) -> list[str]:
        return [each.id.partition(".")[2] for each in self.on("rule")]

    @cached_property
    def _names(self) -> dict[str, str]:
        """What is linked wherever it is written, in small letters."""
        found: dict[str, str] = {}
        for each in entries().values():
            if each.named:
                for name in each.names:
                    if name.lower() not in glossary().common:
                        found.setdefault(_(name).lower(), each.id)
        return found

    @cached_property
    def _all_names(self) -> dict[str, str]:
        """Every name a page can be asked for by."""
        found: dict[str, str] = {}
        for each in entries().values():
            for name in (each.title, *each.names, *map(_, each.names)):
                found.setdefault(name.lower(), each.id)
        for each in entries().values():
            found.setdefault(each.id.partition(".")[2].lower(), each.id)
        return found

    @cached_property
    def _leads(self) -> dict[str, list[str]]:
        """What every page links to, worked out once."""
        found = {}
        for each in entries().values():
            parts = [self.text(each), *(value for _label, value in self.facts(each))]
            found[each.id] = [target for part in parts for target in targets(part)]
        return found

    @cached_property
    def _named_in(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for each in entries().values():
            for target in self.leads_to(each):
                found.setdefault(target.id, []).append(each.id)
        return found
