"""What a model refuses, in plain words, with where it stands and what to do."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import ValidationError

from game.language import _n
from game.scenario.findings import Finding, did_you_mean
from game.scenario.model import Strict
from game.scenario.reader import Document, locate

Kind = TypeVar("Kind", bound=Strict)


def modelled(document: Document, model: type[Kind]) -> tuple[Kind | None, list[Finding]]:
    """What a document says as its model sees it, or None, and all that is wrong so far."""
    findings = list(document.findings)
    if not isinstance(document.data, dict):
        return None, findings
    try:
        return model.model_validate_json(json.dumps(document.data)), findings
    except ValidationError as error:
        return None, [*findings, *_faults(document, model, error.errors())]


def _faults(document: Document, model: type[Strict], errors: Iterable[Any]) -> Iterable[Finding]:
    for error in errors:
        place = [part for part in error["loc"] if part != "[key]"]
        message, hint = _worded(model, error, place)
        spot = _spot(document, error, place)
        yield Finding(document.name, *spot, "error", error["type"], message, hint)


def _spot(document: Document, error: Any, place: list[Any]) -> tuple[int, int]:
    keyed = error["type"] in ("extra_forbidden", "missing") or _of_key(error)
    if keyed and tuple(place) in document.where_key:
        return document.where_key[tuple(place)]
    return locate(document, place)


def _of_key(error: Any) -> bool:
    return bool(error["loc"]) and error["loc"][-1] == "[key]"


def _worded(model: type[Strict], error: Any, place: list[Any]) -> tuple[str, str]:
    """A fault in plain words, and what to do."""
    name = str(place[-1]) if place else "the file"
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        known = _known_keys(model, place[:-1])
        return f"unknown key '{name}'", did_you_mean(name, known) or f"keys: {', '.join(known)}"
    if kind == "missing":
        return f"'{name}' is missing", "add it"
    if kind == "string_pattern_mismatch":
        return f"'{error['input']}' cannot be a name here", "lower-case letters, digits and _ only"
    if kind in ("enum", "literal_error"):
        wanted = str(context.get("expected", "")).replace("'", "").split(", ")
        wanted = [part for words in wanted for part in words.split(" or ")]
        hint = did_you_mean(str(error["input"]), wanted) or f"one of {', '.join(wanted)}"
        where = "here" if _of_key(error) else f"for '{name}'"
        return f"'{error['input']}' is not possible {where}", hint
    if kind in ("too_long", "too_short"):
        limit = context.get("max_length") or context.get("min_length")
        bound = "most" if kind == "too_long" else "least"
        entries = _n("{n} entry", "{n} entries", len(error["input"]))
        return f"'{name}' has {entries}", f"the {bound} is {limit}"
    message = str(error["msg"])
    return f"{name}: {message[0].lower()}{message[1:]}", _advice(kind)


def _advice(kind: str) -> str:
    if "type" in kind or "parsing" in kind:
        return "put text in quotes; numbers without"
    if "than" in kind or "length" in kind or "too" in kind:
        return "see the limits in docs/write-a-scenario.md"
    return "see docs/write-a-scenario.md"


def _known_keys(model: Any, place: list[Any]) -> list[str]:
    """Keys that the model knows at a place."""
    for part in place:
        model = _inner(model, part)
    return list(model.model_fields) if _is_model(model) else []


def _is_model(thing: Any) -> bool:
    return isinstance(thing, type) and issubclass(thing, Strict)


def _inner(model: Any, part: Any) -> Any:
    """The model of what stands under a key."""
    if _is_model(model):
        field = model.model_fields.get(str(part))
        return _unwrapped(field.annotation) if field is not None else None
    parts = getattr(model, "__args__", ())
    return _unwrapped(parts[-1]) if parts else None


def _unwrapped(annotation: Any) -> Any:
    """What an optional or annotated type is about."""
    parts = getattr(annotation, "__args__", ())
    if type(None) in parts:
        return _unwrapped(next(part for part in parts if part is not type(None)))
    return annotation
