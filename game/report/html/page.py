"""The after-action report of a game: its page, and the page as HTML, CSV and JSON. (Rules 11)"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from game import paths
from game.language import _, _n, current, is_rtl
from game.match import Match
from game.report import words
from game.report.html import opening, sections
from game.report.html.blocks import Page
from game.report.html.forecast import Forecast
from game.report.html.tables import is_number, shown, to_csv
from game.report.html.told import Game

FONTS = (
    ("Inter", "100 900", "inter-latin.woff2"),
    ("Barlow Condensed", "600", "barlow-condensed-600-latin.woff2"),
)


class NotOver(ValueError):
    """A game that has not ended; its truth is not told."""


def page(match: Match) -> Page:
    """The report of a match that is over. Raises NotOver."""
    if not match.over:
        raise NotOver(
            f"the game is not over (turn {match.turn} of {match.board.turns} is being played), and "
            "a report tells the truth: play it to its end first"
        )
    game = Game(match)
    forecast = Forecast(game)
    name, why = words.ending(match)
    return Page(
        title=_("{scenario}: after-action report").format(scenario=match.scenario.title),
        scenario=match.scenario.title,
        subtitle=_subtitle(game),
        ending=name,
        ending_why=why,
        tone=opening.tone(game),
        story=opening.story(game, forecast),
        figures=opening.figures(game),
        sections=sections.every(game, forecast),
        footer=(
            _("Seed {seed}.").format(seed=match.seed),
            _("The last world's hash: {hash}.").format(hash=match.hashes()[-1]),
        ),
        kind=_("After-action report"),
        verdict=_("Ending"),
        vow=_("The same record gives the same report, to the byte."),
    )


def _subtitle(game: Game) -> str:
    people = _("All seats were AIs.")
    if game.people:
        people = _("People led {nations}.").format(nations=game.listed(game.people))
    size = _("{turns}, {nations}.").format(
        turns=_n("1 turn", "{n} turns", len(game.turns)),
        nations=_n("1 nation", "{n} nations", len(game.nations)),
    )
    return f"{size} {people}"


def to_html(page: Page) -> str:
    """The page as one file that needs nothing else."""
    script = _text("page.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    text: str = _template().render(
        page=page,
        language=current(),
        rtl=is_rtl(),
        style=Markup(_fonts() + _text("style.css").replace("/*LIGHT*/", _text("light.css"))),
        script=Markup(script),
        script_hash=digest,
    )
    return text


def to_json(page: Page) -> dict[str, Any]:
    """The page's figures by name, for a program."""
    tables = {
        table.id: {
            "title": table.title,
            "columns": list(table.columns),
            "rows": [list(row) for row in table.rows],
        }
        for table in page.tables()
    }
    return {
        "title": page.title,
        "ending": page.ending,
        "story": list(page.story),
        "figures": {figure.label: figure.value for figure in page.figures},
        "tables": tables,
    }


def csv_files(page: Page) -> dict[str, str]:
    """A CSV file for every table, by file name."""
    return {f"{table.id}.csv": to_csv(table) for table in page.tables()}


@cache
def _template() -> Any:
    environment = Environment(
        loader=PackageLoader("game.report.html", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["_"], environment.globals["_n"] = _, _n
    environment.filters["shown"] = shown
    environment.filters["drawing"] = Markup
    environment.tests["figure"] = is_number
    environment.tests["address"] = _is_address
    return environment.get_template("page.html.j2")


def _is_address(cell: Any) -> bool:
    return isinstance(cell, str) and cell.startswith(("https://", "http://"))


@cache
def _text(name: str) -> str:
    return (Path(__file__).parent / name).read_text("utf-8")


@cache
def _fonts() -> str:
    """The letters of the page, inside it."""
    faces = []
    for family, weight, name in FONTS:
        data = base64.b64encode((paths.assets() / "fonts" / name).read_bytes()).decode()
        faces.append(
            f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
            f'src:url("data:font/woff2;base64,{data}") format("woff2")}}\n'
        )
    return "".join(faces)
