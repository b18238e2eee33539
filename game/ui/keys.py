"""The keyboard map: commands by name, each with its keys, all of them to be changed."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from game.language import N_

COMMANDS: dict[str, tuple[str, str]] = {
    "next": (N_("Next control"), "Tab"),
    "previous": (N_("Previous control"), "Shift+Tab"),
    "next_panel": (N_("Next panel"), "F6"),
    "previous_panel": (N_("Previous panel"), "Shift+F6"),
    "left": (N_("Left"), "Left"),
    "right": (N_("Right"), "Right"),
    "up": (N_("Up"), "Up"),
    "down": (N_("Down"), "Down"),
    "home": (N_("First"), "Home"),
    "end": (N_("Last"), "End"),
    "page_up": (N_("Page up"), "Page Up"),
    "page_down": (N_("Page down"), "Page Down"),
    "activate": (N_("Activate"), "Return|Space|Enter"),
    "rub_out": (N_("Delete the sign before"), "Backspace"),
    "back": (N_("Back, close"), "Escape"),
    "next_decision": (N_("Next decision"), "N"),
    "previous_decision": (N_("Previous decision"), "Shift+N"),
    "dossier_1": (N_("Dossier 1"), "1"),
    "dossier_2": (N_("Dossier 2"), "2"),
    "dossier_3": (N_("Dossier 3"), "3"),
    "dossier_4": (N_("Dossier 4"), "4"),
    "dossier_5": (N_("Dossier 5"), "5"),
    "previous_tab": (N_("Previous tab"), "Q"),
    "next_tab": (N_("Next tab"), "E"),
    "add_order": (N_("Add an order"), "O"),
    "move_up": (N_("Move up in the list"), "Alt+Up"),
    "move_down": (N_("Move down in the list"), "Alt+Down"),
    "remove": (N_("Remove"), "Delete"),
    "undo": (N_("Undo"), "Ctrl+Z"),
    "redo": (N_("Redo"), "Ctrl+Y|Ctrl+Shift+Z"),
    "copy": (N_("Copy"), "Ctrl+C"),
    "paste": (N_("Paste"), "Ctrl+V"),
    "trust": (N_("Trust"), "T"),
    "table": (N_("View as table"), "Shift+T"),
    "negotiate": (N_("Negotiation"), "G"),
    "codex": (N_("Codex"), "C"),
    "lens": (N_("Next map lens"), "L"),
    "zoom_in": (N_("Zoom in"), "+|="),
    "zoom_out": (N_("Zoom out"), "-"),
    "zoom_all": (N_("Show the whole map"), "0"),
    "inspect": (N_("Inspect: hold the tooltip"), "I"),
    "read": (N_("Read aloud"), "R"),
    "end_turn": (N_("End the turn"), "Ctrl+Return"),
    "help": (N_("Keys of this screen"), "F1"),
    "save": (N_("Quick save"), "F5"),
    "load": (N_("Quick load"), "F9"),
    "settings": (N_("Settings"), "F10"),
    "full_screen": (N_("Full screen"), "F11"),
    "larger_text": (N_("Larger text"), "Ctrl++|Ctrl+="),
    "smaller_text": (N_("Smaller text"), "Ctrl+-"),
    "search": (N_("Search"), "/|Ctrl+F"),
    "play": (N_("Play, pause"), "P"),
}
"""What each command is called, and its keys at first."""

FIXED = ("next", "previous", "activate", "back")
"""Commands that always keep their first key, so that nobody can lock themselves out."""

_NAMES = {
    **{pygame.K_RETURN: "Return", pygame.K_KP_ENTER: "Enter", pygame.K_ESCAPE: "Escape"},
    **{pygame.K_TAB: "Tab", pygame.K_SPACE: "Space", pygame.K_DELETE: "Delete"},
    **{pygame.K_BACKSPACE: "Backspace", pygame.K_HOME: "Home", pygame.K_END: "End"},
    **{pygame.K_PAGEUP: "Page Up", pygame.K_PAGEDOWN: "Page Down"},
    **{pygame.K_LEFT: "Left", pygame.K_RIGHT: "Right"},
    **{pygame.K_UP: "Up", pygame.K_DOWN: "Down"},
    **{pygame.K_KP_PLUS: "+", pygame.K_KP_MINUS: "-", pygame.K_PLUS: "+", pygame.K_MINUS: "-"},
    **{getattr(pygame, f"K_F{n}"): f"F{n}" for n in range(1, 13)},
}
_CODES = {name: code for code, name in _NAMES.items()}
_ALONE = {
    *(pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT),
    *(pygame.K_RALT, pygame.K_LMETA, pygame.K_RMETA, pygame.K_CAPSLOCK, pygame.K_NUMLOCKCLEAR),
}


def chord(key: int, mods: int, sign: str = "") -> str:
    """A pressed key by its name, as "Ctrl+Shift+Z"; empty for a modifier alone."""
    if key in _ALONE:
        return ""
    name = _NAMES.get(key) or (chr(key).upper() if 32 < key < 127 else pygame.key.name(key).title())
    if sign and not sign.isalnum() and sign.isprintable() and sign != " " and key not in _NAMES:
        name, mods = sign, mods & ~pygame.KMOD_SHIFT
    held = [
        word
        for mask, word in ((pygame.KMOD_CTRL | pygame.KMOD_META, "Ctrl"), (pygame.KMOD_ALT, "Alt"))
        if mods & mask
    ]
    if mods & pygame.KMOD_SHIFT:
        held.append("Shift")
    return "+".join([*held, name])


def event_of(pressed: str) -> tuple[int, int]:
    """The key and the modifiers of a chord: for tests and for posted events."""
    rest = pressed[:-1] if pressed.endswith("+") else pressed
    *held, name = rest.split("+") if rest else [""]
    if pressed.endswith("+"):
        held, name = [each for each in [*held, name] if each], "+"
    masks = {"Ctrl": pygame.KMOD_LCTRL, "Alt": pygame.KMOD_LALT, "Shift": pygame.KMOD_LSHIFT}
    mods = 0
    for each in held:
        mods |= masks[each]
    return _CODES.get(name) or ord(name.lower()), mods


@dataclass
class Keymap:
    """Which keys mean which command."""

    changed: dict[str, list[str]] = field(default_factory=dict)

    def chords(self, command: str) -> list[str]:
        """The keys of a command."""
        if command in self.changed:
            return self.changed[command]
        return COMMANDS[command][1].split("|") if command in COMMANDS else []

    def first(self, command: str) -> str:
        """The key shown for a command."""
        return next(iter(self.chords(command)), "")

    def commands(self, pressed: str) -> list[str]:
        """The commands a key means; which of them counts depends on the screen."""
        return [command for command in COMMANDS if pressed in self.chords(command)]

    def change(self, command: str, pressed: str) -> list[str]:
        """Give a command another key; the commands that had it lose it, and are returned."""
        robbed = [c for c in self.commands(pressed) if c != command]
        for other in robbed:
            if other in FIXED:
                return [other]
        for other in robbed:
            self.changed[other] = [each for each in self.chords(other) if each != pressed]
        kept = self.chords(command)[:1] if command in FIXED else []
        self.changed[command] = [*kept, *([pressed] if pressed not in kept else [])]
        return robbed

    def reset(self) -> None:
        """All keys as at first."""
        self.changed.clear()
