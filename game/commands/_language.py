"""The language a command speaks while it runs."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from game import language
from game.terminal.arguments import Misuse


def language_option(parser: argparse.ArgumentParser, default: str | None, unsaid: str) -> None:
    """Which language; what it is if unsaid."""
    about = f"such as fr; {unsaid} if unsaid"
    parser.add_argument("--language", default=default, metavar="CODE", help=about)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language, and go on in the one before. code: empty for that of the system."""
    before = language.current()
    language.use(code)
    try:
        yield
    finally:
        language.use(before)


def known(code: str) -> str:
    """A language there is. Raises Misuse."""
    there = language.languages()
    if code not in (*there, language.PSEUDO):
        raise Misuse(f"--language {code}: there is no such language; there are {', '.join(there)}")
    return code
