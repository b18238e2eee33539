"""The widgets, all from one place: `from game.ui.widgets import button, panel, text`."""

from game.ui.node import column, em, grid, row, spacer, stack, wrap
from game.ui.widgets.buttons import button, icon_button
from game.ui.widgets.choices import segmented, slider, switch, tabs
from game.ui.widgets.entry import Cursor, entry
from game.ui.widgets.floats import bubble, caption, dialog
from game.ui.widgets.frames import bar, card, listing, pair, panel, plate, scroll
from game.ui.widgets.meters import band, meter, ring, stacked_bar, steps
from game.ui.widgets.signs import chip, figure, icon, key_hint, notice, rule, severity
from game.ui.widgets.tables import table
from game.ui.widgets.words import heading, prose, text

__all__ = [
    "Cursor",
    "band",
    "bar",
    "bubble",
    "button",
    "caption",
    "card",
    "chip",
    "column",
    "dialog",
    "em",
    "entry",
    "figure",
    "grid",
    "heading",
    "icon",
    "icon_button",
    "key_hint",
    "listing",
    "meter",
    "notice",
    "pair",
    "panel",
    "plate",
    "prose",
    "ring",
    "row",
    "rule",
    "scroll",
    "segmented",
    "severity",
    "slider",
    "spacer",
    "stack",
    "stacked_bar",
    "steps",
    "switch",
    "table",
    "tabs",
    "text",
    "wrap",
]
