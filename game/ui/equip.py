"""An app with its voices and its pad: sounds, narration, screen readers; settings are kept."""

from __future__ import annotations

from pathlib import Path

from game.language import _
from game.ui import settings as kept
from game.ui.access import Access
from game.ui.app import App
from game.ui.pad import Pad
from game.ui.settings import Settings
from game.ui.sound import Sounds
from game.ui.speech import Narrator


def equip(app: App, path: Path | None = None) -> App:
    """Lend an app its voices; call it once the window is open. path: where settings are kept."""
    sounds, narrator = Sounds(app.settings), Narrator(app.settings)

    def changed(settings: Settings) -> None:
        sounds.ambience()
        try:
            kept.save(settings, path)
        except OSError as fault:
            app.say(_("The settings could not be saved: {why}").format(why=fault.strerror), "info")

    app.hooks.cue = sounds.cue
    app.hooks.speak = narrator.speak
    app.hooks.save_settings = changed
    sounds.ambience()
    Access().attach(app)
    Pad(app).attach()
    return app
