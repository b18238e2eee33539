"""Every page of the codex: words, actions, clauses, norms, organisations, law, and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from game import language, paths, registry
from game.codex import deeds, institutions
from game.codex.entry import Entry
from game.codex.law import articles
from game.codex.words import glossary
from game.language import _, _n
from game.report import terms, words
from game.rules.escalation import LADDER
from game.scenario.doctrines import doctrines
from game.scenario.kinds import KINDS
from game.scenario.reader import read_file


def entries() -> dict[str, Entry]:
    """All pages by id, shelf by shelf, in the player's language."""
    return _in(language.current())


@cache
def _in(_language: str) -> dict[str, Entry]:
    made = [*_words(), *_rungs(), *deeds.orders(), *deeds.clauses(), *institutions.norms()]
    made += [*institutions.organisations(), *institutions.law()]
    made += [*_kinds(), *_doctrines(), *_rules()]
    return {each.id: each for each in made}


def _words() -> Iterator[Entry]:
    for name, word in sorted(glossary().words.items(), key=lambda pair: _(pair[1].title)):
        yield Entry(
            f"word.{name}",
            "word",
            _(word.title),
            _(word.means),
            (word.title, *word.also),
            tuple(word.articles),
            named=True,
        )


def _rungs() -> Iterator[Entry]:
    for number, (name, looks) in enumerate(zip(LADDER, glossary().rungs, strict=True)):
        said = _("Rung {n} of the ladder: {looks}.").format(n=number, looks=_(looks))
        title = words.capital(terms.rung(number))
        yield Entry(f"rung.{number}", "rung", title, said, (name,), ("7.3",))


def _kinds() -> Iterator[Entry]:
    files = registry.yaml_files(paths.scenarios() / "incidents")
    for name in KINDS:
        data = dict(read_file(files[name]).data)
        label, about, spread = str(data["label"]), str(data["about"]), data["spread"]
        each_point = _("{amount} for each point of severity")
        weakly = _("{share} a turn to weak defences")
        facts = (
            (_("Service lost at once"), each_point.format(amount=f"{data['hit']:g}")),
            (_("Anger"), each_point.format(amount=f"{data['alarm']:g}")),
            (_("Lasts"), _n("{n} turn if nobody responds", "{n} turns if nobody responds",
                            data["lasts"])),
            (_("Spreads"), weakly.format(share=f"{spread:.0%}") if spread else _("no")),
            (_("It is"), _("quiet: nobody but its victim may notice") if data["quiet"] else
             _("loud: all know")),
            (_("Its author needs"), _("{n} of offence").format(n=data["skill"])),
        )  # fmt: skip
        yield Entry(
            f"kind.{name}", "kind", _(label), _(about), (label,), ("3.8",), facts, named=True
        )


def _doctrines() -> Iterator[Entry]:
    for name, each in sorted(doctrines().items(), key=lambda pair: _(pair[1].label)):
        guilt = _("when it believes in its guilt by {share}").format(share=f"{each.bar:.0%}")
        facts = (
            (_("Acts against a culprit"), guilt),
            (_("Signs with"), _("those it trusts by {n}").format(n=f"{each.trusting:g}")),
            (_("Keeps its word"), f"{each.honesty:.0%}"),
        )
        yield Entry(
            f"doctrine.{name}",
            "doctrine",
            _(each.label),
            _(each.about),
            (each.label,),
            ("13.3",),
            facts,
            (each.source,),
        )


def _rules() -> Iterator[Entry]:
    """The law of the game, which has one text, in English; the other pages say it in any language.

    A number of an article is its name: it is found by its id.
    """
    foreign = () if language.current() == "en" else ((_("Written in"), _("English")),)
    for number, each in articles().items():
        facts = (*foreign, (_("Chapter"), each.chapter), *each.numbers)
        title = f"{number} {each.title}"
        yield Entry(f"rule.{number}", "rule", title, each.text, (), (), facts)
