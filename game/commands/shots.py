"""shots: every screen as a picture, drawn without a display."""

from __future__ import annotations

import argparse
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.commands._common import DONE, FAILED, json_option, show
from game.terminal.arguments import Misuse

if TYPE_CHECKING:
    from game.ui.conditions import Condition

ABOUT = "draw every screen as a picture, without a display"
EXAMPLE = "backchannel shots --out pictures --size 1280x720 --text 150 --theme light --check"

THEMES = {"dark": "dark", "high-contrast": "contrast", "light": "light"}
LEAST, MOST = (1024, 640), (3840, 2160)


def options(parser: argparse.ArgumentParser) -> None:
    """What may be said with it."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where they go")
    parser.add_argument("--size", metavar="WxH", help="of the window; 1920x1080 unless said")
    parser.add_argument("--text", type=int, metavar="PERCENT", help="100, unless said, to 200")
    parser.add_argument("--theme", choices=tuple(THEMES), help="dark unless said")
    parser.add_argument("--lang", metavar="CODE", help="en unless said; xx is a made-up language")
    parser.add_argument("--pairs", action="store_true", help="instead of these: few of all sizes, "
                        "texts, themes and languages, of which every two meet")  # fmt: skip
    parser.add_argument("--screen", action="append", metavar="NAME", help="only this; repeatable")
    parser.add_argument("--check", action="store_true", help="say what is wrong with each")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Draw them."""
    conditions = _conditions(options)
    with tempfile.TemporaryDirectory() as home:
        os.environ["BACKCHANNEL_HOME"] = home  # nobody's own games are shown
        drawn = [each for one in conditions for each in _drawn(options, one)]
    found: dict[str, Any] = {"files": [file for file, _faults in drawn]}
    if options.check:
        found["faults"] = {file: faults for file, faults in drawn if faults}
    show(found, options.json, _lines)
    return FAILED if found.get("faults") else DONE


def _conditions(options: argparse.Namespace) -> list[Condition]:
    """Under which they are drawn: one, or the few in which every two meet."""
    from game.ui.conditions import Condition, pairwise

    given = [options.size, options.text, options.theme, options.lang]
    if options.pairs and any(given):
        raise Misuse("--pairs goes through sizes, texts, themes and languages: give none of them")
    if options.pairs:
        return pairwise()
    text = 100 if options.text is None else options.text
    if not 100 <= text <= 200:
        raise Misuse(f"--text takes a percentage from 100 to 200, not {text}")
    size, language = _size(options.size or "1920x1080"), _language(options.lang or "en")
    return [Condition(size, text / 100, THEMES[options.theme or "dark"], language)]


def _drawn(options: argparse.Namespace, one: Condition) -> Iterator[tuple[str, list[str]]]:
    """The file of each screen, and what is wrong with it if that is asked."""
    from game.screens.gallery import PIECES, shown
    from game.ui import checks, shots

    folder = options.out / str(one) if options.pairs else options.out
    for name in _asked(options.screen, PIECES):
        app = shown(name, one.size, one.at_rest)
        path = folder / f"{name}.png"
        _save(shots.picture(app), path)
        found = checks.faults(app) if options.check else []
        app.worker.close()
        yield str(path), found


def _asked(wanted: Sequence[str] | None, known: Any) -> list[str]:
    for name in wanted or ():
        if name not in known:
            raise Misuse(f"there is no screen '{name}'; there are {', '.join(known)}")
    return [name for name in known if not wanted or name in wanted]


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    size = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(low <= given <= high for low, given, high in zip(LEAST, size, MOST, strict=True)):
        least, most = ("x".join(map(str, size)) for size in (LEAST, MOST))
        raise Misuse(f"--size takes a width and a height from {least} to {most}, not {text}")
    return size


def _language(code: str) -> str:
    from game.language import PSEUDO, languages

    if code not in {*languages(), PSEUDO}:
        raise Misuse(f"--lang takes one of {', '.join((*languages(), PSEUDO))}, not {code}")
    return code


def _save(picture: Any, path: Path) -> None:
    import pygame

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(picture, str(path))
    except (OSError, pygame.error) as error:
        raise Misuse(f"{path}: the picture cannot be written ({error})") from None


def _lines(found: dict[str, Any]) -> list[str]:
    wrong = found.get("faults", {})
    return [
        line
        for file in found["files"]
        for line in (file, *(f"  {each}" for each in wrong.get(file, ())))
    ]
