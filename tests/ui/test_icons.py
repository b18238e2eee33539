"""Icons: every one that is named exists, and every one that lies there is used, and licensed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from game.paths import assets

ROOT = Path(__file__).resolve().parents[2]
FILES = [*(ROOT / "game" / "ui").rglob("*.py"), *(ROOT / "game" / "screens").rglob("*.py")]
LICENCES = assets() / "LICENCES.md"
THERE = {each.stem for each in (assets() / "icons").glob("*.svg")}

OTHER = {"link", "power", "captions"}
"""Names of icons that are words of the game as well: that they stand somewhere says nothing."""


@cache
def trees() -> dict[Path, ast.Module]:
    """The source of the window, file by file."""
    return {path: ast.parse(path.read_text("utf-8")) for path in FILES}


@cache
def places() -> dict[str, int]:
    """What takes an icon, and as which of its arguments: it calls it `sign`."""
    found = {"icon": 0}
    for tree in trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                given = [each.arg for each in node.args.args if each.arg != "self"]
                if "sign" in given and ast.unparse(node.args).count("sign: str"):
                    found[node.name] = given.index("sign")
    return found


def named() -> Iterator[tuple[str, str]]:
    """Where an icon is asked for by its name, and which."""
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                for value in asked(node):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", value


def asked(call: ast.Call) -> list[str]:
    """The icons that a call names outright."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    at = places().get(name, len(call.args))
    given = [*call.args[at : at + 1], *(k.value for k in call.keywords if k.arg == "sign")]
    return [text for each in given for text in choices(each)]


def choices(given: ast.expr) -> list[str]:
    """The texts an argument may be: one, or one of two."""
    if isinstance(given, ast.IfExp):
        return [*choices(given.body), *choices(given.orelse)]
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        return [given.value] if re.fullmatch("[a-z0-9-]+", given.value) else []
    return []


def test_every_icon_that_is_named_exists() -> None:
    found = list(named())
    assert len(found) > 150, "the look-out has lost sight of them"
    assert [each for each in found if each[1] not in THERE] == []


def test_every_icon_is_used() -> None:
    texts = {
        node.value
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(THERE - (texts - OTHER) - {name for _where, name in named()}) == []


def test_each_is_drawn_and_the_licence_lies_beside_them() -> None:
    pygame = pytest.importorskip("pygame")
    for name in THERE:
        picture = pygame.image.load_sized_svg(str(assets() / "icons" / f"{name}.svg"), (24, 24))
        assert pygame.mask.from_surface(picture).count() > 10, name
    assert "ISC" in (assets() / "icons" / "LICENSE-lucide.txt").read_text("utf-8")


def test_every_file_of_the_assets_has_a_row_in_the_table_of_licences() -> None:
    rows = [line for line in LICENCES.read_text("utf-8").splitlines() if line.startswith("| ")]
    known = [name.strip() for row in rows[1:] for name in row.split("|")[1].split(",")]
    files = [path.relative_to(assets()) for path in assets().rglob("*") if path.is_file()]
    papers = [each for each in files if each.suffix in (".txt", ".md")]
    bare = [str(f) for f in files if f not in papers and not any(f.match(k) for k in known)]
    assert bare == []
    assert [name for name in known if not any(f.match(name) for f in files)] == []
