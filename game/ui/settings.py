"""What a player has set, kept between games in the usual place of the system."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

from platformdirs import user_config_dir

LEVELS = ("guided", "standard", "expert")
NARRATION = ("off", "focus", "all")


@dataclass
class Settings:
    """All that can be set, with what it is at first."""

    language: str = ""  # empty: as the system
    text_scale: float = 1.0  # 1 to 2
    ui_scale: float = 1.0  # 0.8 to 2
    theme: str = "dark"
    more_contrast: bool = False
    motion: bool = True
    master: int = 80
    effects: int = 70
    ambience: int = 0
    speech: int = 80
    mono: bool = False
    sound: bool = True
    captions: bool = True
    narration: str = "off"
    level: str = "standard"
    nagging: bool = True  # the big button names what is left to decide
    full_screen: bool = False
    seen_first_run: bool = False
    keys: dict[str, list[str]] = field(default_factory=dict)  # only what was changed


def in_class(settings: Settings) -> Settings:
    """The same in a room with others: without sound, until it is switched on."""
    return replace(settings, sound=False)


def usual_path() -> Path:
    """Where the settings are kept."""
    return Path(user_config_dir("backchannel", appauthor=False)) / "settings.json"


def load(path: Path | None = None) -> Settings:
    """The settings as they were saved. What is missing or makes no sense is as at first."""
    try:
        raw = json.loads((path or usual_path()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _checked(raw) if isinstance(raw, dict) else Settings()


def save(settings: Settings, path: Path | None = None) -> None:
    """Write them, whole or not at all. Raises OSError."""
    target = path or usual_path()
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(".new")
    beside.write_text(json.dumps(asdict(settings), indent=1) + "\n", encoding="utf-8")
    os.replace(beside, target)


def _checked(raw: dict[str, object]) -> Settings:
    found = Settings()
    for each in fields(Settings):
        value, usual = raw.get(each.name), getattr(found, each.name)
        if isinstance(usual, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if type(value) is type(usual):
            setattr(found, each.name, value)
    found.text_scale = min(2.0, max(1.0, found.text_scale))
    found.ui_scale = min(2.0, max(0.8, found.ui_scale))
    for name in ("master", "effects", "ambience", "speech"):
        setattr(found, name, min(100, max(0, getattr(found, name))))
    found.level = found.level if found.level in LEVELS else "standard"
    found.narration = found.narration if found.narration in NARRATION else "off"
    found.keys = {name: chords for name, chords in found.keys.items() if _is_chords(chords)}
    return found


def _is_chords(chords: object) -> bool:
    return isinstance(chords, list) and all(isinstance(chord, str) for chord in chords)
