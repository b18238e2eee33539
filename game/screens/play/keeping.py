"""How one game is kept while it is played: its file, and a copy as each turn begins."""

from __future__ import annotations

from pathlib import Path

from game.match import Match
from game.screens.play import desks, saves


class Keeping:
    """The file of one game, named after the level it is played at; none if it is not kept."""

    def __init__(self, match: Match, level: str, path: Path | None, keep: bool) -> None:
        self.match, self._keep = match, keep
        self._copied = match.turn if path is not None and _is_kept(path) else 0
        self.path = saves.path_of(match, level) if keep and path is None else path

    def save(self) -> str:
        """Write a copy when a turn has begun, and the game as it stands; why not, if it fails.

        The game itself comes last: what is newest is gone on with, and should not be the copy.
        """
        if not self.on or self.path is None:
            return ""
        try:
            if self._copied != self.match.turn and not self.match.over:
                saves.keep_turn(self.match, self.path)
                self._copied = self.match.turn
            saves.keep(self.match, self.path)
        except OSError as error:
            return self._why(error)
        return ""

    def keep(self, lying: desks.Desks) -> str:
        """Keep what lies on the desks, beside the game as it stands; why not, if it fails."""
        if self.on and self.path is not None:
            try:
                desks.keep(self.path, lying)
            except OSError as error:
                return self._why(error)
        return ""

    def kept(self) -> desks.Desks:
        """What lay on the desks when the game was left."""
        return desks.found(self.path) if self.on and self.path is not None else {}

    def _why(self, error: OSError) -> str:
        return f"{self.path}: the game is not saved ({error.strerror or error})"

    @property
    def on(self) -> bool:
        """Whether it is saved at all."""
        return self._keep and self.path is not None

    def rename(self, level: str) -> Path | None:
        """From now on in a file named after another level; where it lay before, if it moved."""
        old = self.path
        if not self._keep or old is None:
            return None
        stem = old.stem.rpartition(".")[0] if old.stem.endswith(saves.LEVELS) else old.stem
        self.path = old.with_name(f"{stem}.{level}.txt")
        return old if old != self.path else None


def _is_kept(path: Path) -> bool:
    """Whether a game lies there that is gone on with; a name that is only reserved is empty."""
    return path.exists() and path.stat().st_size > 0
