"""Reading YAML: what is text and what is not, where everything stands, and what is refused."""

from __future__ import annotations

import time
from typing import Any

import pytest

from game.scenario.reader import MOST_BYTES, locate, read_text


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("2018-02-09", "2018-02-09"),
        ("1_000", "1_000"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("7", 7),
        ("-3", -3),
        ("007", 7),
        ("0x1F", 31),
        ("0o17", 15),
        ("2.5", 2.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("'7'", "7"),
        ('"true"', "true"),
    ],
)
def test_scalars_are_those_of_yaml_1_2(written: str, value: Any) -> None:
    document = read_text(f"key: {written}\n")
    assert document.findings == []
    assert document.data == {"key": value}
    assert type(document.data["key"]) is type(value)


def test_keys_are_text_whatever_they_look_like() -> None:
    assert read_text("1: a\nno: b\nnull: c\n").data == {"1": "a", "no": "b", "null": "c"}


def test_every_value_and_key_has_its_line_and_column() -> None:
    document = read_text("a:\n  - b: 1\n    c: two\n")
    assert document.where["a", 0, "c"] == (3, 8)
    assert document.where_key["a", 0, "c"] == (3, 5)
    assert locate(document, ("a", 0, "nothing", "here")) == (2, 5)


@pytest.mark.parametrize(
    ("text", "id", "spot"),
    [
        (b"a: \xff\n", "not_utf8", (1, 4)),
        ("a: 1\n\tb: 2\n", "tab", (2, 1)),
        ("a: 1\nb: \x07\n", "control_character", (2, 4)),
        ("", "not_a_mapping", (1, 1)),
        ("- 1\n", "not_a_mapping", (1, 1)),
        ("a: 1\na: 2\n", "duplicate_key", (2, 1)),
        ("a: &x 1\n", "anchor", (1, 4)),
        ("a: *x\n", "alias", (1, 4)),
        ("a: !!int 1\n", "tag", (1, 4)),
        ("<<: {a: 1}\n", "merge_key", (1, 1)),
        ("? [1]\n: 2\n", "key_not_text", (1, 3)),
        ("a: 1\n---\nb: 2\n", "several_documents", (2, 1)),
        ("a: .inf\n", "number", (1, 4)),
        (f"a: {'9' * 50}\n", "number", (1, 4)),
        ("a: b: c\n", "syntax", (1, 5)),
        ("a: [1, 2\n", "syntax", (2, 1)),
    ],
)
def test_what_is_refused_is_told_with_its_place(
    text: str | bytes, id: str, spot: tuple[int, int]
) -> None:
    found = read_text(text).findings
    assert (found[0].id, (found[0].line, found[0].column)) == (id, spot)
    assert found[0].message
    assert found[0].hint


def test_a_byte_order_mark_and_windows_lines_are_read() -> None:
    assert read_text("\ufeffa: 1\r\nb: 2\r\n".encode()).data == {"a": 1, "b": 2}


BOMBS: dict[str, str] = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 50_000,
    "dashes": "- " * 50_000,
    "questions": "? " * 50_000,
    "aliases": "a: &a [1]\n" + "".join(f"b{n}: *a\n" for n in range(30_000)),
    "laughs": "a: &a [x]\n" + "".join(f"{c}: &{c} [*a, *a, *a]\n" for c in "bcdefghij"),
    "values": "a: [" + "1," * 200_000 + "]",
    "size": "a: " + "x" * (MOST_BYTES + 1),
    "keys": "".join(f"k{n}: 1\n" for n in range(60_000)),
    "same keys": "k: 1\n" * 60_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_it_goes_off(name: str) -> None:
    began = time.process_time()
    document = read_text(BOMBS[name])
    taken = time.process_time() - began
    assert document.findings
    assert taken < 1, "the bench prints the exact figure; this only guards against an explosion"
