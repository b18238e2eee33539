"""Going on with a game that was kept."""

from __future__ import annotations

from game import record
from game.record import RecordError
from game.screens.play import saves
from game.screens.play.session import Session


def resumed(saved: saves.Saved) -> Session:
    """The session of a saved game; a copy of the beginning of a turn goes on in a file of its own.

    Raises RecordError.
    """
    match = record.load(saved.path)
    copy = saved.path.parent == saves.turns_folder()
    return Session(match, saved.level, None if copy else saved.path)


def tried(saved: saves.Saved) -> Session | str:
    """The session of a saved game, or in one sentence why it cannot be gone on with."""
    try:
        return resumed(saved)
    except (RecordError, OSError) as error:
        return str(error)
