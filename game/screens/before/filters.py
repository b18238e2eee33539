"""What is wanted of the scenarios of the library, and the dialog that asks."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import partial

from game.language import N_, _, _n
from game.screens.before.catalogue import Listed, catalogue
from game.screens.parts.levels import levels
from game.ui.app import App
from game.ui.cards import ICONS
from game.ui.node import Node, column
from game.ui.widgets import button, dialog, segmented, text

LENGTHS = {"short": N_("Short"), "middle": N_("Middling"), "long": N_("Long")}


@dataclass
class Filters:
    """What is wanted; empty: anything."""

    kind: str = ""  # real, invented
    level: str = ""
    length: str = ""
    seats: str = ""  # few, many
    theme: str = ""

    def fits(self, each: Listed) -> bool:
        """Whether a scenario is wanted."""
        scenario = each.scenario
        kind = "real" if scenario.real else "invented"
        seats = "few" if len(scenario.nations) <= 5 else "many"
        pairs = [(self.kind, kind), (self.level, str(scenario.level))]
        pairs += [(self.length, each.length), (self.seats, seats)]
        themed = not self.theme or self.theme in each.themes
        return themed and all(not wanted or wanted == is_so for wanted, is_so in pairs)

    def clear(self) -> None:
        """Anything is wanted again."""
        for each in fields(self):
            setattr(self, each.name, "")

    @property
    def on(self) -> list[str]:
        """The filters that are set."""
        return [each.name for each in fields(self) if getattr(self, each.name)]


def filtering(app: App, filters: Filters, count: int) -> Node:
    """The dialog: what each filter may be. count: of the scenarios that are left."""
    rows = [
        column(text(label, "strong"),
               segmented(f"filter.{name}", label, [("", _("Any")), *options],
                         getattr(filters, name), partial(setattr, filters, name)),
               gap=6)
        for name, label, options in _kinds()
    ]  # fmt: skip
    clear = button("filters.clear", _("Take all away"), filters.clear,
                   disabled="" if filters.on else _("No filter is set."))  # fmt: skip
    done = button("filters.done", _n("Show one", "Show {n}", count), app.close, kind="primary")
    return dialog("filter", _("Filters"), *rows, buttons=(clear, done), close=app.close,
                  sign="filter", wide=38)  # fmt: skip


def label_of(name: str, value: str) -> str:
    """What a filter is called that is set."""
    options = next(options for kind, _label, options in _kinds() if kind == name)
    return next((label for key, label in options if key == value), value)


def _kinds() -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [
        ("kind", _("Events"), [("real", _("Real")), ("invented", _("Invented"))]),
        ("level", _("Level"), levels()),
        ("length", _("Length"), [(key, _(label)) for key, label in LENGTHS.items()]),
        ("seats", _("Nations"), [("few", _("Up to five")), ("many", _("More"))]),
        ("theme", _("Theme"), themes()),
    ]


def themes() -> list[tuple[str, str]]:
    """Sectors and organisations that any scenario is about."""
    used = {theme for each in catalogue()[0] for theme in each.themes}
    bodies = sorted({name for each in catalogue()[0] for name in each.bodies})
    both = [*((name, _(name.capitalize())) for name in ICONS), *((name, name) for name in bodies)]
    return [(key, label) for key, label in both if key in used]
