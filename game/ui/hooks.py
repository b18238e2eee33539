"""What the game around the toolkit lends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pygame.event import Event

from game.ui.node import Node
from game.ui.settings import Settings

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.layers import Mark


@dataclass
class Hooks:
    """What the game around the toolkit lends it; each does nothing until it is set."""

    explain: Callable[[str], str | Node] = lambda term: term
    follow: Callable[[str], object] = lambda term: None
    open_settings: Callable[[App], object] = lambda app: None
    open_codex: Callable[[App], object] = lambda app: None
    coach: Callable[[App, Node], Mark | None] = lambda app, layer: None
    cue: Callable[..., object] = lambda name, severity=1: None
    speak: Callable[[str, str], object] = lambda words, about: None
    attention: Callable[[bool], object] = lambda here: None
    device: Callable[[Event], object] = lambda event: None
    closing: Callable[[], object] = lambda: None
    changed: list[Callable[[App], object]] = field(default_factory=list)
    save_settings: Callable[[Settings], object] = lambda settings: None
