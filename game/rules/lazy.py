"""Attributes worked out when first asked for, and enumerations that are quick to read.

Both exist in the standard library; in Python 3.11 theirs cost a lock and a detour at each use,
which is a tenth of a whole turn of one world. (docs/decisions.md, speed)
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
Numbers = TypeVar("Numbers", bound=type[IntEnum])


class lazy(Generic[T]):  # named like a decorator, as functools does
    """An attribute worked out on first use and then kept with the object."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self.work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, thing: None, owner: type) -> lazy[T]: ...

    @overload
    def __get__(self, thing: object, owner: type) -> T: ...

    def __get__(self, thing: object | None, owner: type) -> lazy[T] | T:
        if thing is None:
            return self
        value = self.work(thing)
        thing.__dict__[self.name] = value
        return value


def quick(numbers: Numbers) -> Numbers:
    """Put the members of an enumeration where a plain class keeps its attributes."""
    for member in numbers:
        type.__setattr__(numbers, member.name, member)
    return numbers


def plain(numbers: Numbers) -> Numbers:
    """The same with the numbers themselves, for enumerations that arrays are compared with.

    numpy treats members as strangers: it asks them for methods they lack, and widens the array.
    Going through the enumeration still gives its members, with their names.
    """
    for member in numbers:
        type.__setattr__(numbers, member.name, int(member))
    return numbers
