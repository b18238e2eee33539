"""Imports only go left, and the rules stay pure. (docs/architecture.md)

The checker reads sources, it never imports them, and works on whichever rooms exist. The second
half of this file plants violations and expects each to be found.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

LAYERS = (
    {"__init__"},
    {"registry", "paths", "language"},
    {"rules"},
    {"actions"},
    {"players"},
    {"scenario"},
    {"decisions"},
    {"match", "lines", "record", "saves", "atlas"},
    {"futures"},
    {"report", "staff"},
    {"codex"},
    {"study", "lab"},
    {"terminal", "ui", "screens", "classroom"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
LAYER = {room: number for number, rooms in enumerate(LAYERS) for room in rooms}

FACES = ({"terminal"}, {"ui", "screens"}, {"classroom"})
"""Ways to show a game, each of which must run without the others."""

PURE = {"rules", "actions"}
BANNED_IN_PURE = {
    *("yaml", "pygame", "os", "pathlib", "time", "random", "logging"),
    *("datetime", "io", "secrets", "shutil", "subprocess", "tempfile"),
}
BANNED_CALLS_IN_PURE = {"print", "open", "input"}

BLIND = {"players", "ui", "screens", "classroom", "terminal"}
"""Rooms that see a game only through View, report and match."""

INEXACT = {"einsum", "tanh"}
INEXACT_NUMPY = {
    *("exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "power", "float_power"),
    *("dot", "vdot", "inner", "matmul", "tensordot", "einsum", "tanh", "random"),
}
NUMPY = {"np", "numpy"}

PEER_SCRIPT = "game/study/peer_diplomacy.py"


def violations(root: Path) -> list[str]:
    """Everything under root/game that breaks the architecture, as `file:line: what`."""
    found = []
    for path in sorted((root / "game").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"), name)
        found += [f"{name}:{line}: {what}" for line, what in sorted(faults(name, tree))]
    return found


def faults(name: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """What is wrong in one source, with its line."""
    room = room_of(name)
    if room not in LAYER:
        yield 1, f"{room} is in no layer"
        return
    for line, module in imports(name, tree):
        yield from ((line, what) for what in wrong_import(name, room, module))
    if room in PURE:
        yield from impurities(tree)
    if room == "rules":
        yield from inexactness(tree)
    if room in BLIND:
        yield from sights_of_world(tree)


def room_of(name: str) -> str:
    """The room a file of the package belongs to: its folder or, at the top, its own name."""
    return name.split("/")[1].removesuffix(".py")


def imports(name: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every dotted name a source may be importing; of `from a import b`, both `a` and `a.b`."""
    package = name.split("/")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            home = ".".join([*above, *([node.module] if node.module else [])])
            yield node.lineno, home
            yield from ((node.lineno, f"{home}.{alias.name}") for alias in node.names)


def wrong_import(name: str, room: str, module: str) -> Iterator[str]:
    top, *below = module.split(".")
    if top == "diplomacy" and name != PEER_SCRIPT:
        yield "imports diplomacy, which is only ever measured from outside"
    if name == PEER_SCRIPT and top not in {"diplomacy", *sys.stdlib_module_names}:
        yield f"imports {top}, which its other interpreter may not have"
    elif top == "game":
        yield from wrong_room(room, below)
    elif room in PURE and top in BANNED_IN_PURE:
        yield f"{room} import {top}"
    elif room == "rules" and top != "numpy" and top not in sys.stdlib_module_names:
        yield f"rules import {top}, but they use numpy only"


def wrong_room(room: str, below: list[str]) -> Iterator[str]:
    target = below[0] if below and below[0] in LAYER else "__init__"
    if below[:2] == ["study", "peer_diplomacy"]:
        yield "imports peer_diplomacy, which is a script for another interpreter"
    if target == "cli" and room != "__main__":
        yield f"{room} imports cli"
    elif LAYER[target] > LAYER[room]:
        yield f"{room} imports {target}, which is to its right"
    elif face_of(room) and face_of(target) and face_of(room) != face_of(target):
        yield f"{room} imports {target}: each must run without the other"


def face_of(room: str) -> set[str] | None:
    return next((face for face in FACES if room in face), None)


def impurities(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) in BANNED_CALLS_IN_PURE:
            yield node.lineno, f"calls {name_of(node.func)}()"
        if is_numpy(node, {"random"}):
            yield node.lineno, "uses numpy's random numbers, and not dice.py"


def inexactness(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Arithmetic whose result depends on the numpy build, the CPU, or the number of worlds."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.MatMult):
            yield node.lineno, "uses the operator @"
        elif is_numpy(node, INEXACT_NUMPY - {"random"}):
            yield node.lineno, f"uses np.{node.attr}"
        elif isinstance(node, ast.Attribute) and node.attr in INEXACT:
            yield node.lineno, f"uses {node.attr}"
        elif isinstance(node, ast.ImportFrom) and node.module == "numpy":
            bad = sorted(alias.name for alias in node.names if alias.name in INEXACT_NUMPY)
            yield from ((node.lineno, f"imports {each} from numpy") for each in bad)
        elif isinstance(node, ast.Call) and sums_worlds(node):
            yield node.lineno, "sums over worlds"


def sums_worlds(call: ast.Call) -> bool:
    """A sum over the last axis or over everything, unless its dtype says that it counts."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr != "sum":
        return False
    words = {word.arg: word.value for word in call.keywords}
    if "int" in ast.unparse(words.get("dtype", ast.Constant(""))):
        return False
    axes = call.args[1:2] if name_of(call.func.value) in NUMPY else call.args[:1]
    axis = words.get("axis", axes[0] if axes else ast.Constant(None))
    return ast.unparse(axis) in ("None", "-1")


def sights_of_world(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            inside = node.level or (node.module or "").split(".")[0] == "game"
            names = {alias.name for alias in node.names}
            if inside and names & {"World", "*"}:
                yield node.lineno, f"imports {', '.join(sorted(names & {'World', '*'}))}"
        elif isinstance(node, ast.Attribute) and node.attr == "World":
            yield node.lineno, "reads World"


def is_numpy(node: ast.AST, names: set[str]) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in names and name_of(node.value) in NUMPY


def name_of(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def test_the_game_keeps_its_layers() -> None:
    assert violations(ROOT) == []


# Each planted source breaks one rule on its last line.
PLANTED = [
    ("rules/a.py", "from game.actions import harden", "rules imports actions"),
    ("rules/a.py", "from ..actions.harden import cost", "rules imports actions"),
    ("rules/a.py", "from game import players", "rules imports players"),
    ("rules/a.py", "import game.match", "rules imports match"),
    ("rules/deep/a.py", "from ...actions import harden", "rules imports actions"),
    ("registry.py", "from game.rules import dice", "registry imports rules"),
    ("actions/a.py", "from game.players import hawk", "actions imports players"),
    ("players/a.py", "from game.scenario.model import Scenario", "players imports scenario"),
    ("scenario/a.py", "import game.match as m", "scenario imports match"),
    ("match.py", "from game.study import batch", "match imports study"),
    ("decisions.py", "from game.match import Match", "decisions imports match"),
    ("match.py", "from game.futures import play", "match imports futures"),
    ("futures/a.py", "from game.report import words", "futures imports report"),
    ("report/a.py", "def f():\n    import game.terminal.menu", "report imports terminal"),
    ("study/a.py", "from game.ui import theme", "study imports ui"),
    ("ui/a.py", "from game.classroom import rooms", "each must run without the other"),
    ("screens/a.py", "from game.classroom import rooms", "each must run without the other"),
    ("classroom/a.py", "from game.screens import map", "each must run without the other"),
    ("classroom/a.py", "import game.ui", "each must run without the other"),
    ("screens/a.py", "from game.terminal import menu", "each must run without the other"),
    ("lab/a.py", "from game.cli import main", "lab imports cli"),
    ("terminal/a.py", "from game import cli", "terminal imports cli"),
    ("brand_new.py", "", "brand_new is in no layer"),
    *(
        (f"{room}/a.py", f"import {module}", f"{room} import {module}")
        for room in ("rules", "actions")
        for module in ("yaml", "pygame", "os", "pathlib", "time", "random", "logging")
    ),
    ("rules/a.py", "from os.path import join", "rules import os"),
    ("actions/a.py", "import pygame.font as f", "actions import pygame"),
    ("rules/a.py", "import pydantic", "numpy only"),
    ("rules/a.py", "print(1)", "calls print()"),
    ("actions/a.py", "open('x')", "calls open()"),
    ("actions/a.py", "import numpy as np\nnp.random.default_rng(1)", "dice.py"),
    *(
        (f"{room}/a.py", "from game.rules.world import NOBODY, World", "imports World")
        for room in ("players", "ui", "screens", "classroom", "terminal")
    ),
    ("players/a.py", "from game.rules import world\nworld.World", "reads World"),
    ("players/a.py", "from game.rules.world import *", "imports *"),
    (
        "players/a.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ..rules.world import World",
        "imports World",
    ),
    ("rules/a.py", "a @ b", "operator @"),
    ("rules/a.py", "a @= b", "operator @"),
    ("rules/a.py", "import numpy as np\nnp.einsum('ij->i', a)", "np.einsum"),
    ("rules/a.py", "import math\nmath.tanh(1)", "uses tanh"),
    ("rules/a.py", "import numpy as np\nnp.exp(a)", "np.exp"),
    ("rules/a.py", "import numpy as np\nnp.log(a)", "np.log"),
    ("rules/a.py", "import numpy as np\nnp.power(a, 2)", "np.power"),
    ("rules/a.py", "from numpy import exp", "imports exp"),
    ("rules/a.py", "a.sum(axis=-1)", "sums over worlds"),
    ("rules/a.py", "a.sum(-1)", "sums over worlds"),
    ("rules/a.py", "a.sum()", "sums over worlds"),
    ("rules/a.py", "import numpy as np\nnp.sum(a, axis=-1)", "sums over worlds"),
    ("rules/a.py", "import numpy as np\nnp.sum(a, -1)", "sums over worlds"),
    ("rules/a.py", "import numpy as np\nnp.sum(a)", "sums over worlds"),
    ("study/a.py", "import diplomacy", "measured from outside"),
    ("study/a.py", "from game.study import peer_diplomacy", "another interpreter"),
    ("study/peer_diplomacy.py", "import numpy", "may not have"),
    ("study/peer_diplomacy.py", "from game.rules import dice", "may not have"),
]


@pytest.mark.parametrize(("where", "source", "expected"), PLANTED)
def test_a_planted_violation_is_found(
    tmp_path: Path, where: str, source: str, expected: str
) -> None:
    plant(tmp_path, where, source)
    found = violations(tmp_path)
    line = max(1, len(source.splitlines()))
    assert found and all(what.startswith(f"game/{where}:{line}: ") for what in found)
    assert any(expected in what for what in found)


ALLOWED = [
    ("rules/a.py", "import hashlib\nimport numpy as np\nfrom game.rules import world"),
    ("rules/a.py", "a.sum(axis=0) + a.sum(axis=(0, 1))"),
    ("rules/a.py", "a.sum(axis=-1, dtype=np.int64)"),
    ("rules/a.py", "2.0**-24"),
    ("actions/a.py", "from game.registry import modules\nfrom ..rules.orders import Rows"),
    ("players/a.py", "from game.rules.world import NOBODY\nfrom game.rules.view import View"),
    ("scenario/a.py", "import yaml\nfrom game.rules.world import World"),
    ("match.py", "from game import __version__, record\nfrom game.players import hawk"),
    ("screens/a.py", "import pygame\nfrom game.ui import theme"),
    ("cli.py", "from game import classroom, screens, terminal"),
    ("__main__.py", "from game.cli import main"),
    ("study/peer_diplomacy.py", "import json\nimport diplomacy"),
    ("study/a.py", "a @ b"),
]


@pytest.mark.parametrize(("where", "source"), ALLOWED)
def test_what_is_allowed_is_not_reported(tmp_path: Path, where: str, source: str) -> None:
    plant(tmp_path, where, source)
    assert violations(tmp_path) == []


def test_an_empty_house_has_no_violations(tmp_path: Path) -> None:
    assert violations(tmp_path) == []


def plant(root: Path, where: str, source: str) -> None:
    path = root / "game" / where
    path.parent.mkdir(parents=True)
    path.write_text(source, encoding="utf-8")
