"""Reading YAML: safe whatever the bytes, with the line and column of every value.

Scalars are those of YAML 1.2 (`no` and `12:30` are text), keys are always text, and what makes
files hard to read or dangerous is refused: aliases, anchors, tags, merge keys, duplicate keys,
several documents. A value is built from the parser's events in one loop without recursion, since
both of PyYAML's composers recurse and the C one crashes Python on a hundred thousand brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from game.scenario.findings import Finding

MOST_BYTES = 1 << 20
MOST_DEPTH = 32
MOST_NODES = 20_000
MOST_FINDINGS = 100
LONGEST_NUMBER = 40

Place = tuple[str | int, ...]
"""Where a value lies in a document: keys and list indexes from the top."""

Spot = tuple[int, int]
"""Line and column, from 1."""

_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_ODD_FLOAT = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
_NAMED: tuple[tuple[str, bool | None], ...] = (("null", None), ("true", True), ("false", False))
_CONSTANTS: dict[str, bool | None] = {"": None, "~": None}
_CONSTANTS |= {form: value for word, value in _NAMED for form in (word, word.title(), word.upper())}
_ADVICE = (
    ("mapping values are not allowed", "put text with a colon in quotes"),
    ("could not find expected ':'", "a key needs a colon and a space after it"),
    ("found character that cannot start", "put the text in quotes"),
    ("found unexpected end of stream", "close the quote or bracket that was opened"),
    ("expected <block end>", "check how far the line is indented"),
    ("did not find expected key", "check how far the line is indented, and close every quote"),
    ("did not find expected '-'", "check how far the line is indented"),
)


@dataclass
class Document:
    """What was read: plain data, where everything stands, and what is wrong with it."""

    name: str
    data: Any = None
    where: dict[Place, Spot] = field(default_factory=dict)
    where_key: dict[Place, Spot] = field(default_factory=dict)
    plain: dict[Place, int] = field(default_factory=dict)
    """Texts on one line that stand as they are written: columns before their first character."""
    findings: list[Finding] = field(default_factory=list)

    def note(self, spot: Spot, id: str, message: str, hint: str = "") -> None:
        """Enter an error, unless there are too many already to be read."""
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(Finding(self.name, *spot, "error", id, message, hint))


def read_file(path: Path) -> Document:
    """Read a file; one that cannot be opened is a finding too."""
    try:
        return read_text(path.read_bytes(), str(path))
    except OSError as error:
        document = Document(str(path))
        document.note((1, 1), "no_file", f"cannot be opened: {error.strerror}", "check the path")
        return document


def read_text(text: str | bytes, name: str = "scenario") -> Document:
    """Read YAML; `data` is None if the file is not even readable in part."""
    document = Document(name)
    source = _decoded(document, text)
    if source is None:
        return document
    builder = _Builder(document)
    try:
        for event in yaml.parse(source, Loader=yaml.CSafeLoader):
            if not builder.take(event):
                break
    except MarkedYAMLError as error:
        _explain(document, error)
        return document
    except yaml.YAMLError as error:
        document.note((1, 1), "syntax", f"this is not YAML: {error}", "save it as plain text")
        return document
    document.data = builder.top if builder.whole else None
    if builder.whole and not isinstance(builder.top, dict):
        document.note((1, 1), "not_a_mapping", "the file holds no keys", "begin with 'format: 1'")
    return document


def locate(document: Document, place: Sequence[str | int]) -> Spot:
    """Line and column of a value, or of the nearest thing around it that is there."""
    for length in range(len(place), -1, -1):
        spot = document.where.get(tuple(place[:length]))
        if spot is not None:
            return spot
    return (1, 1)


def _decoded(document: Document, text: str | bytes) -> str | None:
    """The text, if it is of a size and of characters that can be read."""
    if len(text) > MOST_BYTES:
        size = f"the file has {len(text):,} bytes"
        document.note((1, 1), "too_big", size, f"at most {MOST_BYTES:,} are read")
        return None
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        spot = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        document.note(spot, "not_utf8", "this is not UTF-8 text", "save it as UTF-8")
        return None
    for pattern, id, message, hint in (
        (_CONTROL, "control_character", "there is an invisible control character", "delete it"),
        (_TAB, "tab", "a tab is used for indentation", "use spaces"),
    ):
        for found in list(pattern.finditer(source))[:MOST_FINDINGS]:
            document.note(_spot(source, found.end() - 1), id, message, hint)
    return None if document.findings else source


def _spot(source: str, at: int) -> Spot:
    return source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at)


def _explain(document: Document, error: MarkedYAMLError) -> None:
    """A syntax error in plain words, where it shows."""
    mark = error.problem_mark or error.context_mark
    spot = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    problem = str(error.problem or "this is not YAML")
    hint = next((advice for words, advice in _ADVICE if words in problem), "check this line")
    document.note(spot, "syntax", problem, hint)


@dataclass
class _Open:
    """A mapping or list that is not closed yet."""

    value: Any
    place: Place
    key: str | None = None
    waiting: bool = False  # a key was read, its value comes next


class _Builder:
    """Builds plain data from events, one after another."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.top: Any = None
        self.whole = True  # nothing was so wrong that reading stopped
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: Event) -> bool:
        """One event; False if reading has to stop."""
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                return self._stop(
                    event, "several_documents", "a second document begins", "keep one"
                )
        elif isinstance(event, CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, NodeEvent):
            return self._node(event)
        return True

    def _stop(self, event: Event, id: str, message: str, hint: str) -> bool:
        self._note(event, id, message, hint)
        self.whole = False
        return False

    def _note(self, event: Event, id: str, message: str, hint: str) -> None:
        self.document.note(_start(event), id, message, hint)

    def _node(self, event: NodeEvent) -> bool:
        self._nodes += 1
        if len(self.document.findings) >= MOST_FINDINGS:
            self.whole = False
            return False
        if self._nodes > MOST_NODES:
            return self._stop(event, "too_many", "the file holds too many values", "shorten it")
        if len(self._open) >= MOST_DEPTH and isinstance(event, CollectionStartEvent):
            return self._stop(event, "too_deep", "this is nested too deeply", "flatten it")
        if isinstance(event, AliasEvent):
            self._note(event, "alias", f"'*{event.anchor}' is an alias", "write the value out")
        else:
            self._refuse(event)
        inner = self._open[-1] if self._open else None
        if inner is not None and isinstance(inner.value, dict) and not inner.waiting:
            self._key(inner, event)
        else:
            self._value(inner, event)
        return True

    def _refuse(self, event: NodeEvent) -> None:
        anchor, tag = event.anchor, getattr(event, "tag", None)
        if anchor:
            self._note(event, "anchor", f"'&{anchor}' is an anchor", "leave it out")
        if tag:
            self._note(event, "tag", f"'{tag}' is a tag", "leave it out")

    def _key(self, inner: _Open, event: NodeEvent) -> None:
        """A key; one that is not text stands as a name of its own, so that reading goes on."""
        key = event.value if isinstance(event, ScalarEvent) else f"<key {self._nodes}>"
        place = (*inner.place, key)
        if not isinstance(event, ScalarEvent) and not isinstance(event, AliasEvent):
            self._note(event, "key_not_text", "a key must be plain text", "write a name")
            self._enter(event, place)
        elif key == "<<" and not getattr(event, "style", None):
            self._note(event, "merge_key", "'<<' merges mappings", "write the keys out")
        elif key in inner.value:
            line, _ = self.document.where_key[place]
            again = f"'{key}' is here twice (first in line {line})"
            self._note(event, "duplicate_key", again, "delete one")
        inner.key, inner.waiting = key, True
        self.document.where_key.setdefault(place, _start(event))

    def _value(self, inner: _Open | None, event: NodeEvent) -> None:
        if inner is None:
            place: Place = ()
        elif isinstance(inner.value, dict):
            place = (*inner.place, str(inner.key))
        else:
            place = (*inner.place, len(inner.value))
        self.document.where.setdefault(place, _start(event))
        if isinstance(event, ScalarEvent) and _as_written(event):
            self.document.plain[place] = 1 if event.style else 0
        value = self._enter(event, place)
        if inner is None:
            self.top = value
        elif isinstance(inner.value, dict):
            inner.value.setdefault(inner.key, value)
            inner.waiting = False
        else:
            inner.value.append(value)

    def _enter(self, event: NodeEvent, place: Place) -> Any:
        """The value of a node; a collection stays open until its end."""
        if isinstance(event, CollectionStartEvent):
            value: Any = {} if isinstance(event, MappingStartEvent) else []
            self._open.append(_Open(value, place))
            return value
        return self._scalar(event) if isinstance(event, ScalarEvent) else None

    def _scalar(self, event: ScalarEvent) -> Any:
        text = str(event.value)
        if event.style:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _ODD_FLOAT.fullmatch(text):
            self._note(event, "number", f"'{text}' is not a number to count with", "give a number")
            return 0.0
        if not _INT.fullmatch(text) and not _FLOAT.fullmatch(text):
            return text
        if len(text) > LONGEST_NUMBER:
            self._note(event, "number", "this number is too long", "put it in quotes if it is text")
            return 0
        return (
            int(text, 0 if text[:2] in ("0o", "0x") else 10)
            if _INT.fullmatch(text)
            else float(text)
        )


def _as_written(event: ScalarEvent) -> bool:
    """Whether each column of a text is one of its characters."""
    first, last = event.start_mark, event.end_mark
    if first is None or last is None or event.style in ("|", ">"):
        return False
    quotes = 2 if event.style else 0
    one_line = bool(first.line == last.line)
    return one_line and last.column - first.column == len(event.value) + quotes


def _start(event: Event) -> Spot:
    mark = event.start_mark
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
