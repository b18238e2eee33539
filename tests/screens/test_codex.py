"""The codex as a player walks through it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from game.codex.book import book
from game.codex.links import targets
from game.screens.before.title import Title, Ways
from game.screens.codex import links
from game.screens.codex.codex import Codex
from game.ui.app import App
from game.ui.checks import leads_back
from game.ui.driving import click, hover, press, write
from tests.screens.look import faults_of, shown

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def app() -> App:
    made = shown(Title(Ways(codex=lambda app: app.hooks.open_codex(app))))
    links.install(made)
    press(made, "C")
    return made


def page(app: App) -> str:
    assert isinstance(app.screen, Codex)
    return app.screen.page.id


def test_c_opens_it_anywhere_and_esc_leads_back(app: App) -> None:
    assert app.screen.name == "codex"
    press(app, "Escape")
    assert app.screen.name == "title"


def test_a_search_is_typed_and_the_first_page_opened_by_keys(app: App) -> None:
    press(app, "/")
    write(app, "hotline")
    press(app, "Tab", "Tab", "Return")
    assert page(app) == "word.hotline"
    click(app, "clear")
    assert app.find("entry.word.dossier") is not None


def test_links_are_followed_and_the_trail_leads_back(app: App) -> None:
    app.screen.show("trust")  # type: ignore[attr-defined]
    app.touch()
    click(app, "law.5.1.1")
    first = page(app)
    assert first == "rule.5.1"
    click(app, "earlier")
    assert page(app) == "word.trust"
    click(app, "later")
    assert page(app) == first


def test_a_link_is_explained_before_it_is_followed(app: App) -> None:
    app.screen.show("trust")  # type: ignore[attr-defined]
    app.touch()
    hover(app, "law.5.2.1")
    tip = next(layer for layer in app.layers if layer.role == "tooltip")
    assert "what B's deeds earned with A" in tip.label


def test_a_shelf_in_parts_shows_its_parts(app: App) -> None:
    click(app, "shelf.action")
    words = [node.label for node in app.modal.walk() if node.role == "label"]
    assert "Investigate and share" in words
    assert page(app).startswith("action.")


def test_nothing_found_is_said(app: App) -> None:
    press(app, "/")
    write(app, "unicorn")
    assert any("Nothing is called that" in node.label for node in app.modal.walk())


def test_a_link_from_another_screen_opens_its_page() -> None:
    made = shown(Title())
    links.follow(made, "red lines")
    assert page(made) == "word.red line"
    assert leads_back(made)


def test_in_a_narrow_window_the_list_and_the_page_take_turns() -> None:
    made = shown(Title(), (1024, 640), text_scale=2.0)
    made.push(Codex("trust"))
    assert made.find("page") is not None and made.find("entries") is None
    press(made, "Escape")
    assert made.find("entries") is not None
    press(made, "Escape")
    assert made.screen.name == "title"


@pytest.mark.parametrize("term", ["trust", "9.71", "OSCE"])
def test_it_is_fit_to_be_shown(term: str) -> None:
    assert faults_of(lambda: Codex(term)) == []


def test_every_link_written_in_a_screen_leads_to_a_page() -> None:
    """Screens link by [[term]]; what is linked must be in the codex."""
    wrong = []
    for folder in ("screens", "report", "terminal"):
        for path in sorted((ROOT / "game" / folder).rglob("*.py")):
            wrong += [f"{path.name}: {term}" for term in _linked(path) if not _known(term)]
    assert wrong == []


def _linked(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return [term for text in texts if isinstance(text, str) for term in targets(text)]


def _known(term: str) -> bool:
    """Terms with fields in braces are filled in from ids, which have pages by another test."""
    return "{" in term or book().find(term) is not None
