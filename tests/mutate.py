"""Would the tests notice a wrong rule? Break the rules in many places, one at a time, and see.

    python -m tests.mutate [--sample N] [--seed S] [--jobs J] [--only FILE]

Each number of game/rules/params.py is set to zero or turned round; each comparison and each
condition in game/rules is negated. Every mutant runs in a copy of the repository against the
tests of the rules: first those that run the broken line, then, if none of them minds, all.
Survivors are printed, one to a line; below 90 % caught the exit status is 1.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import queue
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.covering import Judges

ROOT = Path(__file__).resolve().parents[1]
RULES = "game/rules"
PARAMS = f"{RULES}/params.py"
PARTS = ("game", "tests", "scenarios", "assets", "docs", "pyproject.toml")
TESTS = ("tests/rulebook", "tests/contract", "tests/rules")
QUICK = ("-x", "-q", "-n0", "-p", "no:cacheprovider", "--hypothesis-profile=mutants")
LEAST = 0.9
PATIENCE = 600.0  # seconds; a mutant that hangs is caught

NEGATED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}

EQUIVALENT: dict[tuple[str, str], str] = {
    (f"{RULES}/action.py", ": TYPE_CHECKING -> not TYPE_CHECKING"): (
        "imports that only a type checker needs are made when the game runs, and do no harm"
    ),
    (f"{RULES}/board.py", "Board.frames: self.frame > 0 -> self.frame <= 0"): (
        "hypotheses that nobody can frame are summed over too, each with chance 0"
    ),
    (f"{RULES}/incidents.py", "go_on: over.size and log.kept -> over.size or log.kept"): (
        "a happening in no world, or in a log that is switched off, is not written down anyway"
    ),
    (f"{RULES}/changes.py", "Changes.add: not amount.ndim -> amount.ndim"): (
        "the two branches fill and broadcast alike; one is quicker for single figures"
    ),
}
"""Mutations (file, and what they do) that change nothing a test could see, and why."""


@dataclass(frozen=True)
class Mutation:
    """One way to break one place."""

    file: str
    line: int
    what: str
    source: str  # of the whole file, broken
    number: str = ""  # its name, if it is one of params.py

    @property
    def excused(self) -> bool:
        """It changes nothing a test could see."""
        return (self.file, self.what) in EQUIVALENT


def mutations() -> list[Mutation]:
    """Every mutation, in the order of files and lines."""
    found = list(_of_params())
    for path in sorted((ROOT / RULES).glob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name != PARAMS:
            found += _of_conditions(name, path.read_text(encoding="utf-8"))
    return found


def _of_params() -> Iterator[Mutation]:
    """Every number to zero, and turned round; 0 itself is neither."""
    text = (ROOT / PARAMS).read_text(encoding="utf-8")
    tree = ast.parse(text)
    for place, (name, node) in enumerate(_numbers(tree)):
        for what, value in (("zero", 0.0), ("turned round", -node.value)):
            if node.value:
                broken = copy.deepcopy(tree)
                list(_numbers(broken))[place][1].value = value
                source = ast.unparse(broken)
                change = f"{name} {node.value}: {what}"
                yield Mutation(PARAMS, node.lineno, change, source, name)


def _numbers(tree: ast.Module) -> Iterator[tuple[str, ast.Constant]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            for each in ast.walk(node.value):
                if isinstance(each, ast.Constant) and isinstance(each.value, float | int):
                    yield node.targets[0].id, each


def _of_conditions(name: str, text: str) -> Iterator[Mutation]:
    """Every comparison and condition, negated."""
    counter = Breaker(-1)
    counter.visit(ast.parse(text))
    for place in range(counter.seen):
        breaker = Breaker(place)
        tree = ast.fix_missing_locations(breaker.visit(ast.parse(text)))
        yield Mutation(name, breaker.line, breaker.what, ast.unparse(tree))


class Breaker(ast.NodeTransformer):
    """Negates the comparison or condition of a given number, and counts them all."""

    def __init__(self, place: int) -> None:
        self.place, self.seen = place, 0
        self.line, self.what = 0, ""
        self.inside: list[str] = []

    def visit(self, node: ast.AST) -> ast.AST:
        """Visit a node, and whatever is in it."""
        named = isinstance(node, ast.FunctionDef | ast.ClassDef)
        if named:
            self.inside.append(node.name)
        node = self.generic_visit(node)
        if named:
            self.inside.pop()
        return self._tests(self._negated(node))

    def _negated(self, node: ast.AST) -> ast.AST:
        match node:
            case ast.Compare(left, [op], right) if type(op) in NEGATED:
                return self._broken(node, ast.Compare(left, [NEGATED[type(op)]()], right))
            case ast.BoolOp(op, values):
                other = ast.Or() if isinstance(op, ast.And) else ast.And()
                return self._broken(node, ast.BoolOp(other, values))
            case ast.UnaryOp(ast.Not() | ast.Invert(), operand):
                return self._broken(node, operand)
        return node

    def _tests(self, node: ast.AST) -> ast.AST:
        """A bare condition: a value taken for true or false."""
        if isinstance(node, ast.If | ast.While | ast.IfExp):
            node.test = self._bare(node.test)
        if isinstance(node, ast.comprehension):
            node.ifs = [self._bare(test) for test in node.ifs]
        return node

    def _bare(self, test: ast.expr) -> ast.expr:
        plain = not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp)
        return self._broken(test, ast.UnaryOp(ast.Not(), test)) if plain else test

    def _broken(self, node: ast.AST, other: ast.expr) -> ast.AST:
        self.seen += 1
        if self.seen - 1 != self.place:
            return node
        self.line = node.lineno
        where = ".".join(self.inside)
        self.what = f"{where}: {ast.unparse(node)} -> {ast.unparse(other)}"
        return ast.copy_location(other, node)


class Workshop:
    """A copy of the repository in which mutants are tried."""

    def __init__(self, home: Path) -> None:
        self.home = home
        leave = shutil.ignore_patterns("__pycache__", ".*", "*.pyc")
        for part in PARTS:
            source, target = ROOT / part, home / part
            if source.is_dir():
                shutil.copytree(source, target, ignore=leave)
            else:
                shutil.copy2(source, target)
        self._python("-m", "compileall", "-q", "game", "tests")

    def judges(self) -> Judges | None:
        """Who runs which line, or None if the tests fail as it is."""
        data = self.home / "lines"
        measure = ("coverage", "run", "--source=game", f"--data-file={data}", "-m")
        failed = self._python("-m", *measure, "pytest", "-p", "tests.covering", *QUICK, *TESTS)
        return None if failed else Judges(data, self.home)

    def caught(self, mutation: Mutation, judges: Judges) -> bool:
        """Whether some test fails with this mutant."""
        if mutation.number:
            likely = judges.of_number(mutation.number)
        else:
            likely = judges.of_line(mutation.file, mutation.line)
        path = self.home / mutation.file
        whole = path.read_text(encoding="utf-8")
        path.write_text(mutation.source, encoding="utf-8")
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
            compiled.unlink()
        try:
            return bool(likely and not self.passes(likely)) or not self.passes(TESTS)
        finally:
            path.write_text(whole, encoding="utf-8")

    def passes(self, tests: Sequence[str]) -> bool:
        """Whether these tests pass, the table of numbers being up to date."""
        if self._python("-m", "tests.rulebook.numbers"):
            return False
        return not self._python("-m", "pytest", *QUICK, *tests)

    def _python(self, *arguments: str) -> int:
        """Exit status of Python in the copy."""
        clean = os.environ | {"PYTHONDONTWRITEBYTECODE": "" if "compileall" in arguments else "1"}
        try:
            return subprocess.run(
                [sys.executable, *arguments],
                cwd=self.home,
                env=clean,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE,
            ).returncode
        except subprocess.TimeoutExpired:
            return 1


def try_all(chosen: list[Mutation], jobs: int) -> list[Mutation] | None:
    """Those that no test catches, or None if the tests fail as it is."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        homes = [Path(folder) / str(number) for number in range(jobs)]
        free: queue.Queue[Workshop] = queue.Queue()
        for shop in pool.map(Workshop, homes):
            free.put(shop)
        shop = free.get()
        judges = shop.judges()
        if judges is None:
            return None
        free.put(shop)

        def survives(mutation: Mutation) -> bool:
            shop = free.get()
            try:
                caught = shop.caught(mutation, judges)
            finally:
                free.put(shop)
            if not caught:
                print(f"{mutation.file}:{mutation.line}: {mutation.what}", flush=True)
            return not caught

        alive = list(pool.map(survives, chosen))
    return [mutation for mutation, lives in zip(chosen, alive, strict=True) if lives]


def main() -> int:
    """Try a sample of the mutations, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sample", type=int, help="how many, drawn at random; all if left out")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="at a time")
    parser.add_argument("--only", default="", help="part of a file name")
    given = parser.parse_args()
    found = mutations()
    stale = set(EQUIVALENT) - {(m.file, m.what) for m in found}
    for file, what in sorted(stale):
        print(f"{file}: excused, but not there: {what}")
    every = [m for m in found if not m.excused and given.only in m.file]
    size = min(given.sample or len(every), len(every))
    chosen = random.Random(given.seed).sample(every, size) if size < len(every) else every
    began = time.monotonic()
    alive = try_all(chosen, given.jobs)
    if alive is None:
        print("the tests fail as it is: nothing to learn from mutants")
        return 2
    rate = 1 - len(alive) / max(len(chosen), 1)
    took = time.monotonic() - began
    print(f"{len(chosen) - len(alive)} of {len(chosen)} caught, {rate:.1%}, in {took:.0f} s")
    return 0 if rate >= LEAST and not stale else 1


if __name__ == "__main__":
    sys.exit(main())
