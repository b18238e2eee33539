"""Self-voicing: reads the interface aloud by the system's voice (extra `speech`).

Without the extra, or without a voice, nothing is said; screen readers have their own way
(access.py).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any

from game.ui.settings import Settings

WORDS_A_MINUTE = 190


def system_voice() -> Any:
    """The voice of the system, or None where there is none."""
    try:
        import pyttsx3

        return pyttsx3.init()
    except Exception:  # the extra or the system's engine is missing, each in its own way
        return None


@dataclass
class Narrator:
    """Says what it is told, newest first: what was not said yet is dropped for it."""

    settings: Settings
    voice: Callable[[], Any] = system_voice
    _words: SimpleQueue[str] = field(default_factory=SimpleQueue)
    _thread: threading.Thread | None = None

    def speak(self, words: str, about: str = "focus") -> None:
        """Say something, if that kind is wanted: what is in focus, news, or what was asked for."""
        wanted = self.settings.narration
        if about == "asked" or wanted == "all" or wanted == about:
            self._start()
            self._words.put(words)

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="voice", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        engine = self.voice()
        while engine is not None:
            words = self._words.get()
            while not self._words.empty():
                words = self._words.get()
            engine.setProperty("rate", WORDS_A_MINUTE)
            engine.setProperty("volume", self.settings.speech * self.settings.master / 10_000)
            engine.say(words)
            engine.runAndWait()
