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
from typing import Any, NoReturn

from game import __version__, paths, record, registry
from game.match import HUMAN, Match, new_match, usual_players
from game.record import RecordError
from game.scenario.check import check_file
from game.scenario.doctrines import doctrines
from game.scenario.findings import Finding, did_you_mean
from game.scenario.model import Scenario

DONE, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130


class Misuse(Exception):
    """Bad usage; the message is one sentence that says what to do."""


class Broken(Exception):
    """A scenario with errors."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one sentence."""

    def error(self, message: str) -> NoReturn:
        """Raise what main reports."""
        raise Misuse(f"{message[:1].lower()}{message[1:]} (see `{self.prog} --help`)")


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
    options = parser.parse_args(given or ["play"])
    if "run" not in options:
        raise Misuse("say what to do: play, auto, replay, view, check or bench")
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
        each = commands.add_parser(name, help=about, description=about, epilog=f"example: {example}")
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
            path = options.record or saves.latest(options.scenario or "")
            match = record.load(path)
            level = options.level or match.scenario.level
            return Game(match, term, path, level, resumed=True).run()
        match = _new_game(options, term)
        path = saves.reserve(options.record or saves.usual(match.scenario.id, match.seed))
        return Game(match, term, path, options.level or match.scenario.level).run()
    except Leave as left:
        return left.status
    except (saves.NoSave, OSError) as error:
        raise Misuse(str(error)) from None


def _new_game(options: argparse.Namespace, term: Any) -> Match:
    """A new match with people in the seats asked for. Raises Leave."""
    from game.terminal import opening

    scenario, text = load(options.scenario or opening.choose_scenario(term))
    seats = options.seat.split(",") if options.seat else [opening.choose_seat(term, scenario)]
    people = {_nation(scenario, seat.strip()): HUMAN for seat in seats}
    seed = secrets.randbelow(1_000_000) if options.seed is None else options.seed
    match = new_match(scenario, text, _seed(seed), usual_players(scenario, people))
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
    match = new_match(scenario, text, _seed(options.seed), _cast(scenario, options.players))
    match.go_on()
    found = results.of(match) | {"seconds": round(time.perf_counter() - began, 3)}
    if options.record is not None:
        record.save(match, options.record)
    _print(found, options.json, results.lines)
    return DONE


def _cast(scenario: Scenario, given: str | None) -> list[str]:
    """Players by nation: one AI for all, or some named, the others as the scenario says."""
    if given is None:
        return usual_players(scenario, {})
    if "=" not in given:
        return [_ai(given)] * len(scenario.nations)
    pairs = [part.partition("=") for part in given.split(",") if part]
    chosen = {_nation(scenario, name.strip()): _ai(ai.strip()) for name, _, ai in pairs}
    return usual_players(scenario, chosen)


def _replay_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("record", type=Path)
    parser.add_argument("--verify", action="store_true", help="compare the hash of every turn")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _replay(options: argparse.Namespace) -> int:
    from game.terminal import results

    found = results.replayed(options.record, options.verify)
    _print(found, options.json, results.replay_lines)
    return DONE if found["ok"] else FAILED


def _view_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("record", type=Path)
    parser.add_argument("--turn", type=int, required=True, metavar="N", help="0 is the start")
    parser.add_argument("--seat", required=True, metavar="NATION")
    parser.add_argument("--json", action="store_true", help="as always")


def _view(options: argparse.Namespace) -> int:
    from game.terminal import results

    match = record.load(options.record)
    last = match.turn if match.over else match.turn - 1
    if not 0 <= options.turn <= last:
        raise Misuse(f"--turn takes a turn from 0 to {last}, not {options.turn}")
    nation = match.names.number("nation", _nation(match.scenario, options.seat))
    print(json.dumps(results.seen(match, options.turn, nation)))
    return DONE


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _check(options: argparse.Namespace) -> int:
    began = time.perf_counter()
    files = [file for path in options.paths for file in _files(path)]
    findings = [finding for file in files for finding in check_file(file)[1]]
    found = {
        "findings": [finding.as_json() for finding in findings],
        "files": [str(file) for file in files],
        "seconds": round(time.perf_counter() - began, 3),
    }
    told = [*map(str, findings), f"{len(files)} files, {len(findings)} findings"]
    _print(found, options.json, lambda found: told)
    return FAILED if any(f.severity == "error" for f in findings) else DONE


def _files(path: Path) -> list[Path]:
    """A file, a scenario of the library, or the scenarios right inside a folder."""
    if path.is_dir():
        return list(registry.yaml_files(path).values())
    return [path if path.exists() else _scenario_path(str(path))]


def _bench_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _bench(options: argparse.Namespace) -> int:
    from game.study import bench

    def tell(text: str) -> None:
        print(text, file=sys.stderr)

    quiet: Callable[[str], None] = (lambda text: None) if not sys.stderr.isatty() else tell
    found = bench.run(tell=quiet)
    _print(found, options.json, lambda found: [f"{name}: {value}" for name, value in found.items()])
    return DONE


def _print(
    found: dict[str, Any], as_json: bool, lines: Callable[[dict[str, Any]], Sequence[str]]
) -> None:
    """A result, for a program or for a person."""
    print(json.dumps(found) if as_json else "\n".join(lines(found)))


def load(name: str) -> tuple[Scenario, str]:
    """A scenario and its text. Raises Misuse, and Broken with all findings."""
    path = _scenario_path(name)
    scenario, findings = check_file(path)
    if scenario is None:
        raise Broken([finding for finding in findings if finding.severity == "error"])
    return scenario, path.read_text("utf-8")


def _scenario_path(name: str) -> Path:
    known = registry.yaml_files(paths.scenarios())
    if name in known:
        return known[name]
    path = Path(name)
    if path.is_file():
        return path
    if path.suffix or os.sep in name:
        raise Misuse(f"{name}: there is no such file")
    hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
    raise Misuse(f"there is no scenario '{name}' ({hint})")


def _nation(scenario: Scenario, name: str) -> str:
    if name not in scenario.nations:
        hint = did_you_mean(name, scenario.nations) or f"there are {', '.join(scenario.nations)}"
        raise Misuse(f"there is no seat '{name}' in {scenario.id} ({hint})")
    return name


def _ai(name: str) -> str:
    if name not in doctrines():
        hint = did_you_mean(name, doctrines()) or f"there are {', '.join(doctrines())}"
        raise Misuse(f"there is no AI '{name}' ({hint})")
    return name


def _seed(seed: int) -> int:
    if not 0 <= seed < 2**32:
        raise Misuse(f"--seed takes a number from 0 to {2**32 - 1}, not {seed}")
    return seed


Fill = Callable[[argparse.ArgumentParser], None]
Run = Callable[[argparse.Namespace], int]

COMMANDS: dict[str, tuple[str, str, Fill, Run]] = {
    "play": ("play a game", "backchannel play first_light --seat dorvane", _play_options, _play),
    "auto": ("let AIs play a whole game", "backchannel auto first_light --seed 1 --json",
             _auto_options, _auto),
    "replay": ("play a record again", "backchannel replay game.txt --verify", _replay_options,
               _replay),
    "view": ("what a seat saw after a turn", "backchannel view game.txt --turn 2 --seat dorvane",
             _view_options, _view),
    "check": ("check scenario files", "backchannel check scenarios", _check_options, _check),
    "bench": ("measure speeds", "backchannel bench --json", _bench_options, _bench),
}
"""Every command: what it does, an example, its options, and the doing."""
