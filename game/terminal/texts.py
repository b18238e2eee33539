"""Ready-made texts of treaties by name."""

from __future__ import annotations

from game.language import _
from game.report.names import Noun
from game.report.ready import READY, Ready


def text_nouns() -> list[Noun]:
    """The ready-made texts by name."""
    return [Noun("text", ready.id, _(ready.label), (ready.label,)) for ready in READY]


def ready_text(id_: str) -> Ready:
    """The text of that id."""
    return next(ready for ready in READY if ready.id == id_)
