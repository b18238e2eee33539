"""The tables of docs/write-a-scenario.md, made from the model, the vocabulary and the library.

python -m tests.scenario.manual     write them into the page
"""

from __future__ import annotations

import enum
import re
import types
import typing
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from game.rules.law import ANSWERS, QUESTIONS
from game.rules.organisations import RULES, Rule
from game.rules.powers import POWERS, Power
from game.rules.world import Contested
from game.scenario import library, model
from game.scenario.vocabulary import VOCABULARY

PAGE = Path(__file__).parents[2] / "docs" / "write-a-scenario.md"
PARTS = (
    *("Scenario", "Nation", "Stocks", "Capability", "Actor", "Hazard", "Usual", "Relation"),
    *("NormUse", "Norm", "Breaks", "Acts", "Informs", "Membership", "Organisation", "PowerUse"),
    *("Incident", "Hypothesis", "FalseFlag", "Card", "Inject", "Effect", "Objective"),
    *("ScenarioTest", "Debrief", "Later", "Source"),
)


def table(heads: tuple[str, ...], rows: typing.Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines).replace("| --- ", "|---")


def words() -> str:
    """Words conditions may use."""
    heads = ("word", "takes", "gives", "meaning")
    return table(
        heads,
        (
            (f"`{w.name}`", ", ".join(w.takes) or "nothing", w.gives, w.meaning + when(w))
            for w in VOCABULARY
        ),
    )


def when(word: Any) -> str:
    """What restricts the use of a word."""
    if word.only_in_tests:
        return "; only in tests"
    return "; only at the end" if word.only_at_end else ""


def questions() -> str:
    """Contested questions of law, and their answers."""
    rows = (
        (f"`{point.name.lower()}`", QUESTIONS[point], ", ".join(f"`{a}`" for a in ANSWERS[point]))
        for point in Contested
    )
    return table(("id", "question", "answers"), rows)


def norms() -> str:
    """Norms of the library."""
    shelf = sorted(library.norms().items(), key=lambda item: str(item[1].letter))
    rows = (
        (f"`{name}`", str(n.letter), n.kind, f"{n.label}. {n.text.strip()}") for name, n in shelf
    )
    return table(("id", "letter", "kind", "what it asks"), rows)


def organisations() -> str:
    """Organisations of the library."""
    rows = []
    for name, body in library.organisations().items():
        powers = ", ".join(f"`{power}`{_since(how)}" for power, how in body.powers.items())
        rows.append((f"`{name}`", body.label, str(body.since), body.rule, powers))
    return table(("id", "name", "since", "decides by", "powers"), rows)


def _since(how: Any) -> str:
    return "" if how.since is None else f" (from {how.since})"


def rules() -> str:
    """How organisations decide."""
    return table(("rule", "what it takes"), ((f"`{r.name.lower()}`", RULES[r]) for r in Rule))


def powers() -> str:
    """What organisations can do."""
    able = (power for power in Power if power != Power.FOUND)
    return table(("power", "what it does"), ((f"`{p.name.lower()}`", POWERS[p][1]) for p in able))


def keys() -> str:
    """A table for each part of a scenario."""
    parts = []
    for name in PARTS:
        part: type[BaseModel] = getattr(model, name)
        rows = (
            (f"`{key}`", kind(f.annotation), "yes" if f.is_required() else "no", str(f.description))
            for key, f in part.model_fields.items()
        )
        heads = ("key", "what", "needed", "meaning")
        parts.append(f"### {name}\n\n{part.__doc__}\n\n{table(heads, rows)}")
    return "\n".join(parts)


PLAIN = {str: "text", int: "whole number", float: "number", bool: "true or false"}


def kind(annotation: Any) -> str:
    """What may stand under a key, in words."""
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if annotation in PLAIN:
        return PLAIN[annotation]
    if origin is typing.Annotated:
        return kind(inner[0])
    if origin is dict:
        return f"map by id: {kind(inner[1])}"
    if origin is list:
        return f"list: {kind(inner[0])}"
    if origin is typing.Literal:
        return " or ".join(f"`{value}`" for value in inner)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(kind(part) for part in inner if part is not type(None))
    if issubclass(annotation, enum.Enum):
        return " or ".join(f"`{member.value}`" for member in annotation)
    return str(annotation.__name__)


TABLES = {
    made.__name__: made for made in (words, questions, norms, rules, powers, organisations, keys)
}
BLOCK = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def page(text: str) -> str:
    """The page with its tables as they should be."""
    return BLOCK.sub(lambda found: f"{found[1]}\n{TABLES[found[2]]()}\n{found[3]}", text)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
