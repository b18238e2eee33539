"""The command line: one command, plain words, one sentence when something is wrong."""

from __future__ import annotations

import argparse
import json
import os
import secrets
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from game import __version__, record
from game.match import HUMAN, Match, new_match, usual_players
from game.record import RecordError
from game.scenario.findings import did_you_mean
from game.terminal.arguments import Broken, Misuse, Parser, cast, existing, load, seat_id, seed_of

DONE, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit status."""
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(given)
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
        return _complain(f"a fault of the program: {error!r}; --debug shows more", FAILED)


def _complain(text: str, status: int) -> int:
    print(f"backchannel: {text}", file=sys.stderr)
    return status


def _run(given: list[str]) -> int:
    parser = _parser()
    _known_command(given)
    bare = not any(word in COMMANDS or word in ("-h", "--help", "--version") for word in given)
    options = parser.parse_args([*given, "play"] if bare else given)
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


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
    commands = parser.add_subparsers(metavar="COMMAND")
    for name, (about, example, fill, run) in COMMANDS.items():
        each = commands.add_parser(
            name, help=about, description=about, epilog=f"example: {example}"
        )
        each.add_argument("--debug", action="store_true", help=argparse.SUPPRESS)
        fill(each)
        each.set_defaults(run=run)
    return parser


def _play_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scenario", nargs="?", help="name in the library, or a file")
    parser.add_argument("--seat", metavar="NATION[,NATION]", help="whom you play; several: in turn")
    parser.add_argument("--seed", type=int, metavar="N", help="the same seed is the same game")
    parser.add_argument("--level", choices=("guided", "standard", "expert"))
    parser.add_argument("--record", type=Path, metavar="FILE", help="where to keep the game")
    parser.add_argument("--resume", action="store_true", help="go on with --record, or the latest")
    parser.add_argument("--transcript", action="store_true", help="as text in the terminal")


def _play(options: argparse.Namespace) -> int:
    from game.terminal import saves
    from game.terminal.console import Leave
    from game.terminal.keyboard import open_terminal
    from game.terminal.play import Game

    term = open_terminal()
    try:
        if options.resume:
            named = options.record
            path = existing(named) if named else saves.latest(options.scenario or "")
            match = record.load(path)
            level = options.level or match.scenario.level
            return Game(match, term, path, level, resumed=True).run()
        match = _new_game(options, term)
        path = saves.reserve(options.record or saves.usual(match.scenario.id, match.seed))
        return Game(match, term, path, options.level or match.scenario.level).run()
    except Leave as left:
        return left.status
    except BrokenPipeError:
        raise
    except (saves.NoSave, OSError) as error:
        raise Misuse(str(error)) from None


def _new_game(options: argparse.Namespace, term: Any) -> Match:
    """A new match with people in the seats asked for. Raises Leave."""
    from game.terminal import opening

    scenario, text = load(options.scenario or opening.choose_scenario(term))
    seats = options.seat.split(",") if options.seat else [opening.choose_seat(term, scenario)]
    people = {seat_id(scenario, seat.strip()): HUMAN for seat in seats}
    seed = secrets.randbelow(1_000_000) if options.seed is None else options.seed
    match = new_match(scenario, text, seed_of(seed), usual_players(scenario, people))
    match.go_on()
    return match


def _auto_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scenario", help="name in the library, or a file")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--players", metavar="NATION=AI,…|AI", help="who plays whom")
    parser.add_argument("--record", type=Path, metavar="FILE", help="write the record there")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _auto(options: argparse.Namespace) -> int:
    from game.terminal import results

    began = time.perf_counter()
    scenario, text = load(options.scenario)
    match = new_match(scenario, text, seed_of(options.seed), cast(scenario, options.players))
    match.go_on()
    found = results.of(match) | {"seconds": round(time.perf_counter() - began, 3)}
    if options.record is not None:
        record.save(match, options.record)
    _print(found, options.json, results.lines)
    return DONE


def _replay_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("record", type=Path)
    parser.add_argument("--verify", action="store_true", help="compare the hash of every turn")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _replay(options: argparse.Namespace) -> int:
    from game.terminal import results

    found = results.replayed(existing(options.record), options.verify)
    _print(found, options.json, results.replay_lines)
    return DONE if found["ok"] else FAILED


def _view_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("record", type=Path)
    parser.add_argument("--turn", type=int, required=True, metavar="N", help="0 is the start")
    parser.add_argument("--seat", required=True, metavar="NATION")
    parser.add_argument("--json", action="store_true", help="as always")


def _view(options: argparse.Namespace) -> int:
    from game.terminal import results

    match = record.load(existing(options.record))
    last = match.turn if match.over else match.turn - 1
    if not 0 <= options.turn <= last:
        raise Misuse(f"--turn takes a turn from 0 to {last}, not {options.turn}")
    nation = match.names.number("nation", seat_id(match.scenario, options.seat))
    print(json.dumps(results.seen(match, options.turn, nation)))
    return DONE


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _check(options: argparse.Namespace) -> int:
    from game.terminal import results

    found = results.checked(options.paths)
    _print(found, options.json, results.check_lines)
    return FAILED if results.has_errors(found) else DONE


def _bench_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _bench(options: argparse.Namespace) -> int:
    from game.study import bench

    def tell(text: str) -> None:
        if sys.stderr.isatty():
            print(text, file=sys.stderr)

    found = bench.run(tell=tell)
    _print(found, options.json, lambda found: [f"{name}: {value}" for name, value in found.items()])
    return DONE


def _print(
    found: dict[str, Any], as_json: bool, lines: Callable[[dict[str, Any]], Sequence[str]]
) -> None:
    """A result, for a program or for a person."""
    print(json.dumps(found) if as_json else "\n".join(lines(found)))


Fill = Callable[[argparse.ArgumentParser], None]
Run = Callable[[argparse.Namespace], int]

COMMANDS: dict[str, tuple[str, str, Fill, Run]] = {
    "play": ("play a game", "backchannel play first_light --seat dorvane", _play_options, _play),
    "auto": (
        "let AIs play a whole game",
        "backchannel auto first_light --seed 1 --json",
        _auto_options,
        _auto,
    ),
    "replay": (
        "play a record again",
        "backchannel replay game.txt --verify",
        _replay_options,
        _replay,
    ),
    "view": (
        "what a seat saw after a turn",
        "backchannel view game.txt --turn 2 --seat dorvane",
        _view_options,
        _view,
    ),
    "check": ("check scenario files", "backchannel check scenarios", _check_options, _check),
    "bench": ("measure speeds", "backchannel bench --json", _bench_options, _bench),
}
"""Every command: what it does, an example, its options, and the doing."""
