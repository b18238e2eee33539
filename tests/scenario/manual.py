"""The tables of docs/write-a-scenario.md, made from the model and the vocabulary.

python -m tests.scenario.manual     write them into the page
"""

from __future__ import annotations

import enum
import types
import typing
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from game.scenario import model
from game.scenario.vocabulary import VOCABULARY

PAGE = Path(__file__).parents[2] / "docs" / "write-a-scenario.md"
WORDS, KEYS = "| word | takes | gives | meaning |\n|---|---|---|---|\n", "## Every key\n"
PARTS = (
    *("Scenario", "Nation", "Stocks", "Capability", "Actor", "Usual", "Relation", "Incident"),
    *("Hypothesis", "FalseFlag", "Card", "Inject", "Effect", "Objective", "Debrief", "Later"),
    "Source",
)
HEAD = "| key | what | needed | meaning |\n|---|---|---|---|\n"


def words() -> str:
    """The table of words conditions may use."""
    rows = []
    for word in VOCABULARY:
        only = "; only in objectives judged at the end" if word.only_at_end else ""
        takes = ", ".join(word.takes) or "nothing"
        rows.append(f"| `{word.name}` | {takes} | {word.gives} | {word.meaning}{only} |\n")
    return "".join(rows)


def keys() -> str:
    """A table for each part of a scenario."""
    parts = []
    for name in PARTS:
        part: type[BaseModel] = getattr(model, name)
        parts.append(f"### {name}\n\n{part.__doc__}\n\n{HEAD}")
        for key, field in part.model_fields.items():
            needed = "yes" if field.is_required() else "no"
            parts.append(
                f"| `{key}` | {kind(field.annotation)} | {needed} | {field.description} |\n"
            )
        parts.append("\n")
    return "".join(parts).rstrip() + "\n"


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


def page(text: str) -> str:
    """The page with its tables as they should be."""
    head, _, rest = text.partition(WORDS)
    _, _, rest = rest.partition(KEYS)
    lead = rest.split("### ")[0]
    return f"{head}{WORDS}{words()}\n{KEYS}{lead}{keys()}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
