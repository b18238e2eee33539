"""Every page of the codex: words, actions, clauses, norms, organisations, law, and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from game import paths, registry
from game.actions import actions
from game.codex.law import articles, orders_by_article
from game.codex.words import RUNGS, WORDS
from game.report.terms import STANDS
from game.rules.action import Action, Stage
from game.rules.clauses import CLAUSES, GENEVA, Clause
from game.rules.escalation import LADDER
from game.rules.law import QUESTIONS
from game.rules.organisations import RULES, Rule
from game.rules.powers import POWERS, Power
from game.rules.world import Contested
from game.scenario.doctrines import doctrines
from game.scenario.kinds import KINDS
from game.scenario.library import norms, organisations
from game.scenario.model import Norm, Organisation
from game.scenario.reader import read_file
from game.staff.legality import price, price_text

SHELVES = (
    "word",
    "rung",
    "action",
    "clause",
    "norm",
    "organisation",
    "law",
    "kind",
    "doctrine",
    "rule",
)
"""The kinds of pages, in the order they are shown."""

STAGES = {
    Stage.PROTECT: "Protect",
    Stage.INVESTIGATE: "Investigate and share",
    Stage.SPEAK: "Speak",
    Stage.COOPERATE: "Cooperate",
    Stage.PRESSURE: "Pressure",
    Stage.COVERT: "Covert",
    Stage.FORCE: "Force",
}
"""What the stages of a resolution are called."""

CLAUSE_LAW = {
    "no_operations": ("8.6", "8.9"),
    "evidence_sharing": ("8.8",),
    "hotline": ("7.1",),
    "attribution": ("8.5",),
    "joint_statement": ("8.5",),
    "duration": ("8.7",),
    "off_limits": ("8.9", "8.11"),
    "verification": ("8.17",),
    "mutual_assistance": ("8.16",),
    "joint_sanctions": ("8.12",),
    "sanctions_relief": ("8.14",),
    "compensation": ("8.13",),
    "capacity_aid": ("8.13",),
    "norm_endorsement": ("14.1",),
    "takedown": ("8.15",),
    "dispute_settlement": ("8.17",),
    "attribution_body": ("8.18",),
    "vulnerabilities": ("8.15",),
}
"""The articles each clause has its effect by."""


@dataclass(frozen=True)
class Entry:
    """One page: its id, its shelf, its title, its text, what else is told, and its law."""

    id: str
    shelf: str
    title: str
    text: str
    facts: tuple[tuple[str, str], ...] = ()
    articles: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # other names it is written by
    sources: tuple[str, ...] = ()
    named: bool = True  # linked wherever it is named


@cache
def entries() -> dict[str, Entry]:
    """All pages by id, shelf by shelf."""
    made = [*_words(), *_rungs(), *_actions(), *_clauses(), *_norms(), *_bodies(), *_law()]
    made += [*_kinds(), *_doctrines(), *_rules()]
    return {each.id: each for each in made}


def _words() -> Iterator[Entry]:
    for name, word in sorted(WORDS.items(), key=lambda pair: _titled(pair[0])):
        yield Entry(f"word.{name}", "word", _titled(name), word.means, (), word.articles,
                    tuple(word.also))  # fmt: skip


def _titled(name: str) -> str:
    special = {"r": "R, the retaliation number", "digital geneva convention":
               "Digital Geneva Convention", "demarche": "D\u00e9marche", "counter":
               "Counter-offer", "brier": "Brier score", "planted": "Planted evidence"}  # fmt: skip
    return special.get(name, name[:1].upper() + name[1:])


def _rungs() -> Iterator[Entry]:
    for number, (name, looks) in enumerate(zip(LADDER, RUNGS, strict=True)):
        text = f"Rung {number} of the ladder: {looks}."
        yield Entry(f"rung.{number}", "rung", _titled(name), text, (), ("7.3",), (), (), False)


def _actions() -> Iterator[Entry]:
    law = {action: number for number, action in orders_by_article().items()}
    for action in actions():
        yield Entry(f"action.{action.id}", "action", action.label, action.about,
                    tuple(_action_facts(action)), (law[action.id],), (), (), False)  # fmt: skip


def _action_facts(action: Action) -> Iterator[tuple[str, str]]:
    each = " for each level" if action.levels > 1 and action.by_level else ""
    yield "Costs", price_text(price(action)) + each
    yield "Stage", STAGES[action.stage]
    yield "Seen by", "everybody" if action.public else "you, and those it concerns"
    yield "In law", action.legality
    if action.hostile:
        yield "On the record", "an open hostile act"


def _clauses() -> Iterator[Entry]:
    for number, clause in enumerate(CLAUSES):
        yield Entry(f"clause.{clause.id}", "clause", clause.label, clause.about,
                    tuple(_clause_facts(clause, number in GENEVA)),
                    CLAUSE_LAW[clause.id], (), (), False)  # fmt: skip


def _clause_facts(clause: Clause, of_convention: bool) -> Iterator[tuple[str, str]]:
    for number, level in enumerate(clause.levels):
        if number:
            yield f"Level {number}", level
    yield "Lasts", "as long as the treaty" if clause.lasting else "it is done once"
    if of_convention:
        yield "Part of", "the Digital Geneva Convention"


def _norms() -> Iterator[Entry]:
    for name, norm in sorted(norms().items(), key=lambda pair: pair[1].letter or "z"):
        yield Entry(f"norm.{name}", "norm", _norm_title(norm), norm.text,
                    tuple(_norm_facts(norm)), ("14.1", "14.4"), (norm.label,),
                    (norm.source,), False)  # fmt: skip


def _norm_title(norm: Norm) -> str:
    return f"Norm {norm.letter}: {norm.label}" if norm.letter else norm.label


def _norm_facts(norm: Norm) -> Iterator[tuple[str, str]]:
    yield "It is a", "restraint: broken by an act" if norm.kind == "restraint" else (
        "duty: broken by leaving it undone")  # fmt: skip
    if norm.since:
        yield "Agreed in", str(norm.since)
    if norm.informs:
        yield "Speaks to", QUESTIONS[Contested[norm.informs.question.name]]


def _bodies() -> Iterator[Entry]:
    for name, body in sorted(organisations().items(), key=lambda pair: pair[1].label):
        yield Entry(f"organisation.{name}", "organisation", body.label, body.about,
                    tuple(_body_facts(body)), ("16.1", "16.2"), (body.short,),
                    tuple(body.source))  # fmt: skip


def _body_facts(body: Organisation) -> Iterator[tuple[str, str]]:
    yield "Decides by", RULES[Rule[body.rule.name]]
    if body.since:
        yield "Since", str(body.since)
    for name, use in body.powers.items():
        label, about = POWERS[Power[name.name]]
        lag = f" In effect {use.lag} turns after the vote." if use.lag else ""
        yield label, about + lag


def _law() -> Iterator[Entry]:
    for point in Contested:
        answers = "; or that ".join(STANDS[point])
        text = f"Nations hold that {answers}. What most of those who spoke say is custom."
        yield Entry(f"law.{point.name.lower()}", "law", QUESTIONS[point], text, (),
                    ("15.1", "15.2"), (), (), False)  # fmt: skip


def _kinds() -> Iterator[Entry]:
    files = registry.yaml_files(paths.scenarios() / "incidents")
    for name in KINDS:
        data = dict(read_file(files[name]).data)
        loud = "quiet: nobody but its victim may notice" if data["quiet"] else "loud: all know"
        facts = (
            ("Service lost at once", f"{data['hit']:g} for each point of severity"),
            ("Anger", f"{data['alarm']:g} for each point of severity"),
            ("Lasts", f"{data['lasts']} turns if nobody responds"),
            ("Spreads", f"{data['spread']:.0%} a turn to weak defences" if data["spread"] else
             "no"),
            ("It is", loud),
            ("Its author needs", f"{data['skill']} of offence"),
        )  # fmt: skip
        yield Entry(f"kind.{name}", "kind", str(data["label"]), str(data["about"]), facts, ("3.8",))


def _doctrines() -> Iterator[Entry]:
    for name, each in sorted(doctrines().items(), key=lambda pair: pair[1].label):
        facts = (
            ("Acts against a culprit", f"when it believes in its guilt by {each.bar:.0%}"),
            ("Signs with", f"those it trusts by {each.trusting:g}"),
            ("Keeps its word", f"{each.honesty:.0%}"),
        )
        yield Entry(f"doctrine.{name}", "doctrine", each.label, each.about, facts, ("13.3",), (),
                    (each.source,), False)  # fmt: skip


def _rules() -> Iterator[Entry]:
    for number, each in articles().items():
        facts = (("Chapter", each.chapter), *each.numbers)
        yield Entry(f"rule.{number}", "rule", f"{number} {each.title}", each.text, facts, (),
                    (number,), (), False)  # fmt: skip
