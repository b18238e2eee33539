"""Conditions in scenario files: a small language of its own, checked before it is run.

    trust(kestria, morland) > 40 and not named(blackout, morland)

Words stand for what can be read of a world; what they take is checked against the ids of the
file. A condition is compiled into functions that give one truth for each world of a batch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import numpy as np
from lark import Lark, Token, Tree, UnexpectedInput, UnexpectedToken

from game.language import _n
from game.scenario.findings import did_you_mean

Kind = Literal["number", "truth", "unknown"]
MOST_DEPTH = 20

GRAMMAR = r"""
?start: either
?either: both ("or" both)*
?both: turned ("and" turned)*
?turned: "not" turned -> opposite
       | comparison
?comparison: operand (COMPARE operand)*
?operand: NUMBER -> number
        | NAME ["(" [NAME ("," NAME)*] ")"] -> word
        | "(" either ")" -> group
COMPARE: "<=" | ">=" | "==" | "!=" | "<" | ">"
NAME: /(?!(and|or|not)\b)[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)?/
NUMBER: /-?[0-9]+(\.[0-9]+)?/
%ignore /[ \t\n]+/
"""

_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
    "!=": np.not_equal,
}
_SAID = {
    "<": "is below",
    "<=": "is at most",
    ">": "is above",
    ">=": "is at least",
    "==": "is",
    "!=": "is not",
}


@dataclass(frozen=True)
class Word:
    """A word conditions may use: what it takes, gives, means, and how it is read."""

    name: str
    takes: tuple[str, ...]
    gives: Kind
    meaning: str
    read: Callable[..., Any]  # (world, setup, *numbers) -> [B]
    only_at_end: bool = False
    only_in_tests: bool = False
    private: bool = False  # only the first nation it takes may know


@dataclass(frozen=True)
class Problem:
    """What is wrong with a condition. Columns count from 0."""

    column: int
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Part:
    """A part of a condition, compiled."""

    kind: Kind
    says: str
    read: Callable[[Any, Any], Any]
    column: int
    inside: tuple[Part, ...] = ()  # the conditions it is made of


@dataclass(frozen=True)
class Condition:
    """A condition ready to be asked of worlds."""

    text: str
    explain: str
    calls: tuple[tuple[str, ...], ...]  # words it uses, each with what it is asked of
    whole: Part

    def evaluate(self, world: Any, setup: Any) -> Any:
        """Whether it holds, for each world. [B]"""
        holds = np.asarray(self.whole.read(world, setup), bool)
        return np.broadcast_to(holds, (world.worlds,))


Vocabulary = Sequence[Word]
Ids = Mapping[str, Sequence[str]]


def parse(
    text: str, vocabulary: Vocabulary, ids: Ids, at_end: bool = False
) -> Condition | list[Problem]:
    """Compile a condition, or say everything that is wrong with it.

    `at_end` allows words that tell the truth, which only the end of a game may.
    """
    if max(text.count("("), text.count("not ")) > MOST_DEPTH:
        return [Problem(0, "this condition is nested too deeply", "split it in two")]
    try:
        tree = _parser().parse(text)
    except UnexpectedInput as error:
        return [_unreadable(text, error)]
    compiler = _Compiler(vocabulary, ids, at_end)
    part = compiler.part(tree)
    if not compiler.problems and part.kind == "number":
        compiler.problems.append(
            Problem(part.column, f"'{text}' is a number, not a condition", "compare it: … >= 40")
        )
    if compiler.problems:
        return sorted(compiler.problems, key=lambda problem: problem.column)
    return Condition(text, part.says, tuple(compiler.calls), part)


@cache
def _parser() -> Lark:
    return Lark(GRAMMAR, parser="lalr", propagate_positions=True, maybe_placeholders=False)


def _unreadable(text: str, error: UnexpectedInput) -> Problem:
    ended = isinstance(error, UnexpectedToken) and error.token.type == "$END"
    at = len(text) if ended else error.pos_in_stream or 0
    rest = text[at:].split()
    if not rest:
        return Problem(len(text), "the condition ends too early", "finish it")
    if rest[0].startswith("=") and not rest[0].startswith("=="):
        return Problem(at, "'=' does not compare", "write '=='")
    if rest[0] in ("&", "&&", "|", "||", "!"):
        return Problem(at, f"'{rest[0]}' is not a word here", "write and, or, not")
    return Problem(
        at, f"'{rest[0]}' cannot stand here", "see the words in docs/write-a-scenario.md"
    )


class _Compiler:
    """Turns a tree into functions, collecting what is wrong."""

    def __init__(self, vocabulary: Vocabulary, ids: Ids, at_end: bool) -> None:
        self.words = {word.name: word for word in vocabulary}
        self.ids = ids
        self.at_end = at_end
        self.problems: list[Problem] = []
        self.calls: list[tuple[str, ...]] = []

    def part(self, tree: Tree[Token]) -> Part:
        """Compile one node of the tree."""
        made: Part = getattr(self, f"_{tree.data}")(tree)
        return made

    def _wrong(self, column: int, message: str, hint: str = "") -> None:
        self.problems.append(Problem(column, message, hint))

    def _truths(self, tree: Tree[Token], joint: str) -> list[Part]:
        parts = [self.part(child) for child in tree.children if isinstance(child, Tree)]
        for part in parts:
            if part.kind == "number":
                self._wrong(
                    part.column, f"'{joint}' joins conditions, this is a number", "compare it"
                )
        return parts

    def _either(self, tree: Tree[Token]) -> Part:
        parts = self._truths(tree, "or")
        says = " or ".join(part.says for part in parts)
        return Part("truth", says, _folded(np.logical_or, parts), parts[0].column, tuple(parts))

    def _both(self, tree: Tree[Token]) -> Part:
        parts = self._truths(tree, "and")
        says = " and ".join(part.says for part in parts)
        return Part("truth", says, _folded(np.logical_and, parts), parts[0].column, tuple(parts))

    def _opposite(self, tree: Tree[Token]) -> Part:
        (part,) = self._truths(tree, "not")
        read = part.read
        says = f"not ({part.says})"
        return Part("truth", says, lambda w, s: ~_bools(read(w, s)), part.column, (part,))

    def _group(self, tree: Tree[Token]) -> Part:
        child = tree.children[0]
        assert isinstance(child, Tree)
        part = self.part(child)
        return Part(part.kind, f"({part.says})", part.read, part.column, (part,))

    def _number(self, tree: Tree[Token]) -> Part:
        token = tree.children[0]
        assert isinstance(token, Token)
        value = np.float32(float(token))
        return Part("number", str(token), lambda w, s: value, token.start_pos or 0)

    def _comparison(self, tree: Tree[Token]) -> Part:
        left, sign, right, *more = tree.children
        if more:
            column = getattr(more[0], "start_pos", 0) or 0
            self._wrong(column, "one comparison at a time", "join two with 'and'")
        assert isinstance(left, Tree) and isinstance(right, Tree)
        one, two = self.part(left), self.part(right)
        for part in (one, two):
            if part.kind == "truth":
                self._wrong(
                    part.column, "only numbers can be compared", "it is true or false alone"
                )
        compare, a, b = _COMPARE[str(sign)], one.read, two.read
        says = f"{one.says} {_SAID[str(sign)]} {two.says}"
        return Part("truth", says, lambda w, s: compare(a(w, s), b(w, s)), one.column)

    def _word(self, tree: Tree[Token]) -> Part:
        name, *given = (child for child in tree.children if isinstance(child, Token))
        column = name.start_pos or 0
        word = self.words.get(str(name))
        if word is None:
            hint = did_you_mean(name, self.words) or f"words are {', '.join(self.words)}"
            self._wrong(column, f"there is no word '{name}'", hint)
            return Part("unknown", str(name), lambda w, s: np.False_, column)
        self.calls.append((word.name, *map(str, given)))
        if word.only_at_end and not self.at_end:
            self._wrong(column, f"'{name}' tells the truth", "only the end may use it")
        numbers = self._numbers(word, name, given)
        says = f"{word.name}({', '.join(given)})" if given else word.name
        read = word.read
        return Part(word.gives, says, lambda w, s: read(w, s, *numbers), column)

    def _numbers(self, word: Word, name: Token, given: list[Token]) -> list[int]:
        """Numbers of the ids given to a word."""
        if len(given) != len(word.takes):
            wanted = f"({', '.join(word.takes)})" if word.takes else "nothing"
            message = f"'{name}' takes {wanted}, not {_n('{n} name', '{n} names', len(given))}"
            self._wrong(name.start_pos or 0, message, word.meaning)
            return []
        return [self._id(kind, token) for kind, token in zip(word.takes, given, strict=True)]

    def _id(self, kind: str, token: Token) -> int:
        known = list(self.ids[kind])
        if token in known:
            return known.index(token)
        hint = did_you_mean(token, known) or f"there are {', '.join(known) or 'none'}"
        self._wrong(token.start_pos or 0, f"there is no {kind} '{token}'", hint)
        return 0


def _bools(values: Any) -> Any:
    return np.asarray(values, bool)


def _folded(join: Callable[[Any, Any], Any], parts: list[Part]) -> Callable[[Any, Any], Any]:
    reads = [part.read for part in parts]

    def read(world: Any, setup: Any) -> Any:
        value = reads[0](world, setup)
        for other in reads[1:]:
            value = join(value, other(world, setup))
        return value

    return read
