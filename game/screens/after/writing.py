"""The report of a game written as one file, to be opened in any browser, and kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from game.language import _
from game.match import Match
from game.screens.play import saves
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Node
from game.ui.widgets import button, dialog, plate, text


class Writing:
    """Writing the report of a game, off the loop."""

    def __init__(self, session: Session) -> None:
        self.session, self.on = session, False

    def begin(self, app: App) -> None:
        """Write the report beside the game, and say where."""
        match = self.session.match
        path = self.session.path or saves.folder() / f"{match.scenario.id}-{match.seed}.txt"
        self.on = True
        job = partial(written, match, path.with_suffix(".html"))
        app.work("write", job, partial(self._done, app))

    def _done(self, app: App, found: Path | str) -> None:
        self.on = False
        app.open(partial(_told, found=found), first="written.ok")


def _told(app: App, found: Path | str) -> Node:
    """Where the report lies, or why there is none."""
    good = isinstance(found, Path)
    title = _("The report is written") if good else _("The report could not be written")
    about = _("Open it in any browser; it needs nothing else, and can be printed.")
    return dialog(
        "written", title,
        plate(text(str(found), "body"), ground="panel2"),
        text(about, "label", "text2") if good else None,
        buttons=(button("written.ok", _("Good"), app.close, kind="primary"),),
        close=app.close, sign="file-text" if good else "triangle-alert",
    )  # fmt: skip


def written(match: Match, path: Path) -> Path | str:
    """Write the report of a match; where it lies, or why it does not."""
    from game.report.html import page  # its templates take long to load

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.to_html(page.page(match)), "utf-8", newline="\n")
    except OSError as error:
        return f"{path}: {error.strerror}"
    return path
