"""The texts of a scenario: all that players read, for translators, and in the player's language.

Only words change: ids, numbers and conditions are the same in every language.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from game import language
from game.scenario.model import Scenario, Strict
from game.scenario.model.base import SPOKEN

Part = TypeVar("Part", bound=Strict)
Say = Callable[[str], str]


def spoken(scenario: Scenario) -> Scenario:
    """A scenario in the player's language, as far as a catalogue under its id goes."""
    say = language.catalogue(scenario.id)
    if say is None:
        return scenario
    return told(scenario, say).model_copy(update={"language": language.current()})


def texts(part: Strict) -> list[str]:
    """Every text players read, in the order of the format, each once."""
    found: dict[str, None] = {}

    def note(text: str) -> str:
        found.setdefault(text)
        return text

    told(part, note)
    return list(found)


def told(part: Part, say: Say) -> Part:
    """The same in other words."""
    kinds = get_type_hints(type(part), include_extras=True)
    names = type(part).model_fields
    return part.model_copy(
        update={name: _told(getattr(part, name), kinds[name], say) for name in names}
    )


def _told(value: Any, kind: Any, say: Say) -> Any:
    """A value of a kind: its texts may lie in lists, in maps and in parts of their own."""
    inner = get_args(kind)
    if isinstance(value, Strict):
        return told(value, say)
    if isinstance(value, list):
        return [_told(each, inner[0], say) for each in value]
    if isinstance(value, dict):
        return {key: _told(each, inner[1], say) for key, each in value.items()}
    return say(value) if isinstance(value, str) and _is_spoken(kind) else value


def _is_spoken(kind: Any) -> bool:
    """Whether it is a text that players read, or may be one."""
    if get_origin(kind) is Annotated:
        return SPOKEN in get_args(kind)
    return any(_is_spoken(each) for each in get_args(kind))
