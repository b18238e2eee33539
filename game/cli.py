"""The command line: one command, plain words, one sentence when something is wrong."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from game import __version__, commands, registry
from game.commands._common import DONE, FAILED, INTERRUPTED, MISUSED
from game.record import RecordError
from game.scenario.findings import did_you_mean
from game.terminal.arguments import Broken, Misuse, Parser

COMMANDS = registry.modules(commands.__name__)
"""Every command by name."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit status."""
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _run(given)
        if sys.stdout is not None:
            sys.stdout.flush()  # while it can still be told if this fails
        return status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return _complain("stopped", INTERRUPTED)
    except (Broken, RecordError) as error:
        return _complain(str(error), FAILED)
    except Misuse as error:
        return _complain(str(error), MISUSED)
    except Exception as error:
        if "--debug" in given:
            raise
        if isinstance(error, OSError) and error.strerror:
            place = error.filename or "what it says cannot be written"
            return _complain(f"{place}: {error.strerror}", FAILED)
        return _complain(f"a fault of the program: {error!r}; --debug shows more", FAILED)


def _complain(text: str, status: int) -> int:
    print(f"backchannel: {text}", file=sys.stderr)
    return status


def _run(given: list[str]) -> int:
    parser = _parser()
    _known_command(given)
    bare = not any(word in COMMANDS or word in ("-h", "--help", "--version") for word in given)
    options = parser.parse_args([*given, "play"] if bare else given)
    status: int = COMMANDS[options.command].run(options)
    return status


def _known_command(given: Sequence[str]) -> None:
    """Refuse an unknown command in one sentence, with the nearest one."""
    word = next((arg for arg in given if not arg.startswith("-")), None)
    if word is not None and word not in COMMANDS:
        hint = did_you_mean(word, COMMANDS) or f"there are {', '.join(COMMANDS)}"
        raise Misuse(f"there is no command '{word}' ({hint})")


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="backchannel", description="Cyber crises between nations, turn by turn.")
    parser.add_argument("--version", action="version", version=f"backchannel {__version__}")
    parser.add_argument("--debug", action="store_true", help="show tracebacks")
    each = parser.add_subparsers(metavar="COMMAND", dest="command")
    for name, command in COMMANDS.items():
        about, example = command.ABOUT, f"example: {command.EXAMPLE}"
        mine = each.add_parser(name, help=about, description=about, epilog=example)
        mine.add_argument("--debug", action="store_true", help=argparse.SUPPRESS)
        command.options(mine)
    return parser
