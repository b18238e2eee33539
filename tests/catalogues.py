"""The catalogues of the languages: what there is to translate, and what has been.

    python -m tests.catalogues                  bring all catalogues up to date, and compile them
    python -m tests.catalogues --missing fr     what French lacks, as JSON
    python -m tests.catalogues --take fr FILE   put translations in: JSON, English text to text

Texts come from the sources (`_`, `_n`, `_p`, `N_`, `NP_`), from the templates, and from the tables
that the rules and the library keep in English. A scenario has a catalogue of its own, under its id.
A text of several senses is named by its context, the sign that `language.CONTEXT` is, and itself.
French says none as it says one, so that its form of one must have the {n} of the many.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from babel.messages import Catalog, Message, extract, mofile, pofile
from pydantic import BaseModel

from game import paths, registry
from game.actions import actions
from game.codex.words import glossary
from game.language import CONTEXT, NP_
from game.report.news import for_several
from game.report.terms import called
from game.rules import (
    claims,
    clauses,
    escalation,
    law,
    organisations,
    powers,
    proposals,
    scoring,
    screening,
    talks,
)
from game.rules.world import Contested, Sector, Skill
from game.scenario import library
from game.scenario.check import check_file
from game.scenario.doctrines import doctrines
from game.scenario.model import Layer
from game.scenario.reader import read_file
from game.scenario.speech import texts

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("fr", "es")
INTERFACE = "backchannel"
SCENARIOS = ("first_light",)
"""Scenarios that are to be had in every language."""

KEYWORDS: dict[str, Any] = {"_": (1,), "_n": (1, 2), "_p": (1, 2), "N_": (1,), "NP_": (1, 2)}
"""What a text goes through, and which of its arguments are texts."""
SENSES = ("_p", "NP_")
"""Those whose first argument is the sense of the second."""
TABLES: tuple[Any, ...] = (
    claims.WORDS, clauses.CLAUSES, escalation.LADDER, law.QUESTIONS,
    law.VERDICTS, organisations.RULES, organisations.REFUSALS, powers.POWERS,
    proposals.OFFER_REFUSALS, scoring.ENDINGS, screening.REFUSALS, screening.STOCKS, talks.PROMISES,
)  # fmt: skip
"""What the rules say in words."""

Texts = dict[str | tuple[str, str], list[tuple[str, int]]]
"""Every text, with its sense if it has several, or one and many of it, and where it stands."""


def interface() -> Texts:
    """All the texts of the game itself."""
    found: Texts = {}
    for path in sorted((ROOT / "game").rglob("*.py")):
        _note(found, path, _spoken(ast.parse(path.read_text("utf-8"))))
    for path in sorted((ROOT / "game").rglob("*.j2")):
        with path.open("rb") as page:
            messages = extract.extract(
                "jinja2", page, {"_": None, "_n": (1, 2)}, options={"silent": "0"}
            )
            _note(found, path, ((line, message) for line, message, _, _ in messages))
    for text in tables():
        found.setdefault(text, [])
    return found


def _spoken(tree: ast.Module) -> Iterator[tuple[int, Any]]:
    """What a source says, in braces of other texts too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            count = len(KEYWORDS.get(node.func.id, ()))
            said = [a.value for a in node.args[:count] if isinstance(a, ast.Constant)]
            if said and len(said) == count:
                sense = node.func.id in SENSES
                yield node.lineno, CONTEXT.join(said) if sense or count == 1 else tuple(said)


def _note(found: Texts, path: Path, messages: Iterable[tuple[int, Any]]) -> None:
    name = path.relative_to(ROOT).as_posix()
    for line, message in messages:
        found.setdefault(message, []).append((name, line))


def tables() -> Iterator[str | tuple[str, str]]:
    """What tables say, each text as it is shown."""
    for action in actions():
        yield from (action.label, action.about, action.legality, *action.refusals)
        yield action.tells, for_several(action.tells)
    yield from words(TABLES)
    yield from (NP_("confidence", word) for word in claims.CONFIDENCE)
    yield from (called(member) for kind in (Sector, Skill, Contested) for member in kind)
    yield from (layer.value for layer in Layer)
    yield from shelves()


def shelves() -> Iterator[str]:
    """What the library says: kinds of incident, words, norms, organisations, doctrines."""
    for path in registry.yaml_files(paths.scenarios() / "incidents").values():
        kind: Any = read_file(path).data
        yield from (kind["label"], kind["about"])
    yield from texts(glossary())
    for shelf in (library.norms(), library.organisations(), doctrines()):
        for thing in shelf.values():
            yield from texts(thing)


def words(thing: Any) -> Iterator[str]:
    """Every text in a table of the rules, whatever it is made of; ids are none."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        yield from words(list(thing.values()))
    elif is_dataclass(thing):
        yield from words([getattr(thing, each.name) for each in fields(thing) if each.name != "id"])
    elif isinstance(thing, (tuple, list)) and not isinstance(thing, (Enum, BaseModel)):
        for each in thing:
            yield from words(each)


def scenario(name: str) -> Texts:
    """All the texts of a scenario."""
    path = registry.yaml_files(paths.scenarios())[name]
    found, findings = check_file(path)
    assert found is not None, findings
    return {text: [] for text in texts(found)}


def wanted() -> dict[str, Texts]:
    """All there is to translate, by catalogue."""
    return {INTERFACE: interface(), **{name: scenario(name) for name in SCENARIOS}}


def place(language: str, domain: str, end: str = "po") -> Path:
    """Where a catalogue lies."""
    return ROOT / "assets" / "locale" / language / "LC_MESSAGES" / f"{domain}.{end}"


def read(language: str, domain: str) -> Catalog:
    """A catalogue as it is; an empty one if there is none."""
    path = place(language, domain)
    if not path.exists():
        return Catalog(language)
    with path.open("rb") as page:
        return pofile.read_po(page, language)


def renewed(old: Catalog, found: Texts) -> Catalog:
    """A catalogue of just these texts, with the translations it had."""
    new = Catalog(old.locale_identifier, project="Backchannel", charset="utf-8", fuzzy=False,
                  creation_date=old.creation_date, revision_date=old.revision_date,
                  header_comment="# Texts of Backchannel.", copyright_holder="",
                  last_translator="", language_team="")  # fmt: skip
    for text, places in found.items():
        if text:
            one = text if isinstance(text, str) else text[0]
            sense, mark, plain = one.rpartition(CONTEXT)
            before = old.get(plain, sense or None)
            said = before.string if before is not None and key(before) == text else None
            files = sorted({(name, 0) for name, _ in places})
            new.add(plain if mark else text, said, [(name, None) for name, _ in files],
                    context=sense or None)  # fmt: skip
    return new


def key(message: Message) -> str | tuple[str, str]:
    """What names a text among all texts."""
    if message.context:
        return f"{message.context}{CONTEXT}{message.id}"
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def write(language: str, domain: str, catalogue: Catalog) -> None:
    """A catalogue for people, and for the game."""
    po, mo = io.BytesIO(), io.BytesIO()
    pofile.write_po(po, catalogue, width=100, sort_output=True, include_lineno=False)
    mofile.write_mo(mo, catalogue)
    place(language, domain).parent.mkdir(parents=True, exist_ok=True)
    place(language, domain).write_bytes(po.getvalue())
    place(language, domain, "mo").write_bytes(mo.getvalue())


def missing(language: str) -> list[str | tuple[str, str]]:
    """Texts nobody has translated yet."""
    return [text for domain, found in wanted().items() for text in _untold(language, domain, found)]


def _untold(language: str, domain: str, found: Texts) -> Iterator[str | tuple[str, str]]:
    for message in renewed(read(language, domain), found):
        told = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and not all(told):
            yield key(message)


def take(language: str, given: dict[str, str | list[str]]) -> None:
    """Put translations into the catalogues. The one and many of a text stand under the one."""
    for domain, found in wanted().items():
        catalogue = renewed(read(language, domain), found)
        for message in catalogue:
            name = message.id[0] if isinstance(message.id, tuple) else key(message)
            if name and name in given:
                said = given[str(name)]
                both = (said, said) if isinstance(said, str) else tuple(said)
                message.string = both if isinstance(message.id, tuple) else said
        write(language, domain, catalogue)


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missing", metavar="LANGUAGE")
    parser.add_argument("--take", nargs=2, metavar=("LANGUAGE", "FILE"))
    options = parser.parse_args()
    if options.missing:
        json.dump(missing(options.missing), sys.stdout, indent=1, ensure_ascii=False)
        return 0
    if options.take:
        take(options.take[0], json.loads(Path(options.take[1]).read_text("utf-8")))
        return 0
    for language in LANGUAGES:
        take(language, {})
        print(language, "lacks", len(missing(language)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
