"""The table of article 12: every number of the rules, out of the code that holds it.

`python -m tests.rulebook.numbers` writes it into docs/rules.md; a test checks that it is there.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "docs" / "rules.md"
PARAMS = ROOT / "game" / "rules" / "params.py"
ACTIONS = ROOT / "game" / "actions"
BEGIN = "<!-- numbers: written by python -m tests.rulebook.numbers -->"
END = "<!-- /numbers -->"
TAGS = {"sourced": "sourced", "fitted": "fitted", "sign_only": "sign only", "design": "design"}


@dataclass(frozen=True)
class Number:
    """One number of the rules."""

    name: str
    value: str
    tag: str
    why: str


def params() -> list[Number]:
    """The numbers of params.py, in its order."""
    source = PARAMS.read_text(encoding="utf-8")
    return [number for node in ast.parse(source).body for number in _assigned(node)]


def _assigned(node: ast.stmt) -> Iterator[Number]:
    if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
        return
    name, value = node.targets[0].id, node.value
    if isinstance(value, ast.Tuple):
        for place, each in enumerate(value.elts, start=1):
            yield _number(f"{name} {place}", each)
    elif isinstance(value, ast.Call) and isinstance(value.args[0], ast.GeneratorExp):
        made = value.args[0]
        edges = ast.literal_eval(made.generators[0].iter)
        for place, edge in enumerate(edges, start=1):
            tagged = _number(f"{name} {place}", made.elt)
            yield Number(tagged.name, str(edge), tagged.tag, tagged.why)
    else:
        yield _number(name, value)


def _number(name: str, call: ast.expr) -> Number:
    assert isinstance(call, ast.Call) and isinstance(call.func, ast.Name), name
    value, why = call.args
    return Number(name, ast.unparse(value), TAGS[call.func.id], ast.literal_eval(why))


def of_actions() -> list[Number]:
    """The module-level numbers of the actions, by file and line."""
    return [number for path in sorted(ACTIONS.glob("[a-z]*.py")) for number in _of_action(path)]


def _of_action(path: Path) -> Iterator[Number]:
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    for node in ast.parse(source).body:
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Constant):
            continue
        target = node.targets[0]
        if not isinstance(target, ast.Name) or not isinstance(node.value.value, int | float):
            continue
        comment = lines[node.lineno - 1].partition("#")[2].strip()
        why, _, tag = comment.partition(" (")
        named = f"{path.stem}.{target.id}"
        yield Number(named, str(node.value.value), tag.rstrip(")") or "design", why)


def table() -> str:
    """The table of article 12, in Markdown."""
    rows = [(f"`{n.name}`", n.value, n.tag, n.why) for n in (*params(), *of_actions())]
    lines = ["| name | value | tag | source or purpose |", "|---|---|---|---|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def written(text: str) -> str:
    """The rules with the table as it should be."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}"


def main() -> None:
    """Write the table into the rules."""
    RULES.write_text(written(RULES.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
