"""Where a nation is asked for, the groups of a scenario are not among the answers."""

from __future__ import annotations

from game.screens.after.forking import Forking
from game.screens.after.replay import Replay
from game.ui.app import App
from game.ui.driving import click
from tests.screens.finished import game
from tests.screens.look import shown


def offered(app: App, button: str) -> set[str]:
    before = {node.label for node in app.modal.walk()}
    click(app, button)
    assert app.dialogs
    return {node.label for node in app.modal.walk() if node.focusable} - before


def test_a_fork_is_of_a_nation() -> None:
    match = game()
    nations, groups = (
        match.setup.names[: match.board.nations],
        match.setup.names[match.board.nations :],
    )
    said = " ".join(offered(shown(Forking(match, 0, 1)), "seat"))
    assert groups and not any(name in said for name in groups)
    assert all(name in said for name in nations)


def test_relations_are_between_nations() -> None:
    match = game()
    nations, groups = (
        match.setup.names[: match.board.nations],
        match.setup.names[match.board.nations :],
    )
    replay = Replay(match, turn=2)
    said = " ".join(offered(shown(replay), "other"))
    assert groups and not any(name in said for name in groups)
    assert all(
        name in said for n, name in enumerate(nations) if n not in (replay.nation, replay.other)
    )
