"""play: open a window or the terminal and play."""

from __future__ import annotations

import argparse
import secrets
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game import record
from game.commands._common import cannot_write
from game.commands._language import known, language_option, speaking
from game.commands._window import NoDisplay, Open, show
from game.match import HUMAN, Match, new_match, usual_players
from game.terminal.arguments import Misuse, existing, load, seat_id, seed_of

if TYPE_CHECKING:
    from game.scenario.model import Scenario
    from game.ui.app import App

ABOUT = "play a game"
EXAMPLE = "backchannel play first_light --seat dorvane"


def options(parser: argparse.ArgumentParser) -> None:
    """What may be said with it."""
    parser.add_argument("scenario", nargs="?", help="name in the library, or a file")
    parser.add_argument("--seat", metavar="NATION[,NATION]", help="whom you play; several: in turn")
    parser.add_argument("--seed", type=int, metavar="N", help="the same seed is the same game")
    parser.add_argument("--level", choices=("guided", "standard", "expert"))
    parser.add_argument("--record", type=Path, metavar="FILE", help="where to keep the game")
    parser.add_argument("--resume", action="store_true", help="go on with --record, or the latest")
    parser.add_argument("--transcript", action="store_true", help="as text in the terminal")
    language_option(parser, None, "as you set it in the window, else your system's")


def run(options: argparse.Namespace) -> int:
    """Play until the game is over or left, in the player's language."""
    from game.ui import settings

    asked = options.language is not None
    with speaking(known(options.language) if asked else settings.load().language):
        return _play(options)


def _play(options: argparse.Namespace) -> int:
    """In a window, or as text where there can be none."""
    if options.transcript:
        return _as_text(options)
    try:
        return _in_window(options)
    except NoDisplay as error:
        print(f"backchannel: {error}: playing as text", file=sys.stderr)
        return _as_text(options)


def _in_window(options: argparse.Namespace) -> int:
    """Open the window on the title, on the briefing of a new game, or on a game to go on with."""
    return show(partial(_opened, options), options.language or "")


def _opened(options: argparse.Namespace) -> Open:
    """What the window is opened on. Raises Misuse."""
    from game.screens import front

    if options.resume:
        path = existing(options.record) if options.record else _latest(options.scenario or "")
        match = record.load(path)
        return partial(_go_on, match, path, options.level or match.scenario.level)
    if options.scenario is None:
        return front.start
    scenario, text = load(options.scenario)
    people = _people(scenario, options.seat or next(iter(scenario.nations)))
    seed = seed_of(secrets.randbelow(1_000_000) if options.seed is None else options.seed)
    match = new_match(scenario, text, seed, usual_players(scenario, people))
    return partial(_brief, match, options.record, options.level or scenario.level)


def _go_on(match: Match, path: Path, level: str, app: App) -> None:
    """The desk of a game that is gone on with, before the title."""
    from game.screens import front
    from game.screens.play.session import Session

    front.start(app)
    front.play(app, Session(match, level, path))


def _brief(match: Match, kept: Path | None, level: str, app: App) -> None:
    """The briefing of a new game, before the title. kept: where; None for the usual place."""
    from game.screens import front
    from game.screens.play.session import Session

    session = Session(match, level, _reserved(kept) if kept else None)
    front.start(app)
    front.brief(app, session)


def _latest(scenario: str) -> Path:
    """The game saved last. Raises Misuse."""
    from game import saves

    try:
        return saves.latest(scenario)
    except saves.NoSave as error:
        raise Misuse(str(error)) from None


def _reserved(path: Path) -> Path:
    """A new file to keep a game in, of that name if it is free. Raises Misuse."""
    from game import saves

    if path.is_dir():
        raise Misuse(f"{path}: this is a folder, not a file")
    with cannot_write(path):
        return saves.reserve(path)


def _people(scenario: Scenario, seats: str) -> dict[str, str]:
    """Who plays the seats that are named, each once. Raises Misuse."""
    named = [seat_id(scenario, seat.strip()) for seat in seats.split(",")]
    again = next((seat for seat in named if named.count(seat) > 1), None)
    if again is not None:
        raise Misuse(f"--seat names {again} more than once")
    return dict.fromkeys(named, HUMAN)


def _as_text(options: argparse.Namespace) -> int:
    """Play in the terminal."""
    from game import saves
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
        path = _reserved(options.record or saves.usual(match.scenario.id, match.seed))
        return Game(match, term, path, options.level or match.scenario.level).run()
    except Leave as left:
        return left.status
    except saves.NoSave as error:
        raise Misuse(str(error)) from None
    except OSError as error:
        if error.filename is None:  # what is printed, rather than a file
            raise
        raise Misuse(f"{error.filename}: cannot be written ({error.strerror})") from None


def _new_game(options: argparse.Namespace, term: Any) -> Match:
    """A new match with people in the seats asked for. Raises Leave."""
    from game.terminal import opening

    scenario, text = load(options.scenario or opening.choose_scenario(term))
    people = _people(scenario, options.seat or opening.choose_seat(term, scenario))
    seed = secrets.randbelow(1_000_000) if options.seed is None else options.seed
    match = new_match(scenario, text, seed_of(seed), usual_players(scenario, people))
    match.go_on()
    return match
