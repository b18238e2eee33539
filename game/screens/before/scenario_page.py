"""One scenario of the library: what it is about, whom one may play, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from game.codex.book import book
from game.language import N_, _, _n
from game.scenario.doctrines import doctrines
from game.screens.before.catalogue import TUTORIAL
from game.screens.before.choice import MOST_SEED, Choice, a_seed
from game.screens.before.pictures import covering, flag_of
from game.screens.parts.levels import LEVELS, levels
from game.screens.play.session import EXPERT, GUIDED, STANDARD
from game.ui.app import App
from game.ui.node import Node, em, row, spacer, wrap
from game.ui.widgets import (
    button,
    card,
    chip,
    dialog,
    entry,
    heading,
    icon_button,
    listing,
    notice,
    panel,
    prose,
    rule,
    scroll,
    segmented,
    switch,
    tabs,
    text,
)

TABS = (
    ("about", N_("About"), "file-text"),
    ("seats", N_("Seats"), "users"),
    ("play", N_("How to play"), "settings"),
)
HELP = {
    GUIDED: N_("Your staff shows what it thinks, and warns you."),
    STANDARD: N_("Your staff answers when it is asked."),
    EXPERT: N_("You have no staff."),
}
"""What each level is."""


Begin = Callable[[App, Choice, bool], object]
"""Begin a game; True: at once, without the briefing."""


def build(app: App, choice: Choice, tab: str, turn_to: Callable[[str], None], begin: Begin) -> Node:
    """The page of the chosen scenario, with the buttons that begin it; turn_to: another tab."""
    pages = {"about": _about, "seats": _seats, "play": _play}
    names = [(key, _(label), sign) for key, label, sign in TABS]
    inside = scroll(f"page.{tab}", *pages[tab](app, choice), gap=10, pad=(4, 14))
    foot = wrap(
        button("quick", _("Quick start"), partial(begin, app, choice, True), sign="zap",
               grow=1, tip=_("To the first decision, without the briefing.")),
        button("brief", _("To the briefing"), partial(begin, app, choice, False),
               kind="primary", sign="arrow-right", grow=1),
        gap=10,
    )  # fmt: skip
    return panel(
        "page", choice.listed.scenario.title,
        tabs("page_tab", _("About this scenario"), names, tab, turn_to),
        inside, rule(), _chosen(choice), foot, pad=(14, 8, 14, 14),
    )  # fmt: skip


def _chosen(choice: Choice) -> Node:
    """In one line what would begin."""
    nations = choice.listed.scenario.nations
    who = ", ".join(nations[seat].short or nations[seat].name for seat in choice.seats)
    level = _(LEVELS[choice.level])
    flags = [flag_of(choice.listed.scenario, seat, 1.2) for seat in choice.seats[:4]]
    return row(*flags, text(_("You play {who}. {level}.").format(who=who, level=level), "label",
                            grow=1), gap=8)  # fmt: skip


# ---- what it is about -----------------------------------------------------------------------


def _about(app: App, choice: Choice) -> list[Node]:
    scenario = choice.listed.scenario
    days = _n("1 day", "{n} days", scenario.turn_days)
    chips = wrap(
        chip(_("after real events") if scenario.real else _("invented"), "accent",
             "globe" if scenario.real else "star"),
        chip(str(scenario.year), "text2", "calendar") if scenario.year else None,
        chip(_("{turns} of {days}").format(
            turns=_n("1 turn", "{n} turns", scenario.turns), days=days), "text2", "clock"),
        chip(_n("about {n} minute", "about {n} minutes", choice.listed.minutes), "text2",
             "hourglass"),
        chip(_n("1 nation", "{n} nations", len(scenario.nations)), "text2", "users"),
        chip(choice.listed.foreign, "warn", "languages") if choice.listed.foreign else None,
        gap=6,
    )  # fmt: skip
    return [
        covering(choice.listed.id, em(9)), chips,
        prose("summary", book().linked(scenario.summary)), *_sources(choice),
    ]  # fmt: skip


def _sources(choice: Choice) -> Iterator[Node]:
    scenario = choice.listed.scenario
    authors = _("By {names}. {licence}.").format(
        names=", ".join(scenario.authors) or _("unknown"), licence=scenario.licence
    )
    if scenario.sources:
        yield heading(_("Where its facts come from"), "label_strong", "text2")
    for source in scenario.sources.values():
        yield text(source.text, "meta", "text2")
    yield text(authors, "meta", "text2")


# ---- seats ----------------------------------------------------------------------------------


def _seats(app: App, choice: Choice) -> list[Node]:
    several = switch("several", _("Several people at this computer"), choice.several, choice.share,
                     words=(_("One person plays"), _("Several people, in turn")))  # fmt: skip
    cards = [_seat(choice, seat) for seat in choice.listed.scenario.nations]
    return [several, listing("seats", _("Seats"), *cards, scroll=False, grow=0)]


def _seat(choice: Choice, seat: str) -> Node:
    scenario = choice.listed.scenario
    nation = scenario.nations[seat]
    chosen = seat in choice.seats
    head = row(
        flag_of(scenario, seat), text(nation.name, "card", grow=1),
        chip(_("you"), "accent", "check") if chosen else None, gap=10,
    )  # fmt: skip
    tip = _("It starts with little but its vote: its example, talks it hosts and mediation count.")
    emerging = chip(_("emerging path"), "good", "star", tip=tip) if nation.emerging else None
    hit = any(each.victim == seat for each in scenario.incidents.values())
    signs = wrap(emerging, chip(_("was hit"), "bad", "siren") if hit else None, gap=6)
    return card(f"seat.{seat}", nation.name, partial(choice.sit, seat), head,
                text(nation.about, "label", "text2"), signs if signs.children else None,
                selected=chosen)  # fmt: skip


# ---- how to play ----------------------------------------------------------------------------


def _play(app: App, choice: Choice) -> list[Node]:
    tutorial = choice.listed.id == TUTORIAL
    return [
        heading(_("Level"), "strong"),
        segmented("level", _("Level"), levels(), choice.level, partial(setattr, choice, "level")),
        text(_(HELP[choice.level]), "label", "text2"),
        notice(_("This is the tutorial: at Guided level a coach goes with you."), "graduation-cap")
        if tutorial and not choice.tutored else None,
        rule(),
        heading(_("Seed"), "strong"), _seed(app, choice),
        text(_("The same seed and the same decisions are the same game."), "label", "text2"),
        rule(),
        heading(_("Sandbox"), "strong"),
        switch("sandbox", _("Sandbox"), choice.sandbox, partial(setattr, choice, "sandbox"),
               words=(_("A game that counts"), _("Sandbox: nothing counts"))),
        text(_("In the sandbox you choose how the others think, and nothing enters your notebook."),
             "label", "text2"),
        *(_others(app, choice) if choice.sandbox else ()),
    ]  # fmt: skip


def _seed(app: App, choice: Choice) -> Node:
    def typed(words: str) -> None:
        digits = "".join(sign for sign in words if sign.isdecimal())[:6]
        choice.seed = min(MOST_SEED, int(digits)) if digits else None

    shown = "" if choice.seed is None else str(choice.seed)
    field = entry("seed", _("Seed"), shown, typed, app.cursor("seed"), longest=6, hint=_("any"),
                  max_width=em(8), grow=1)  # fmt: skip
    again = icon_button("dice", "redo-2", _("Another seed"),
                        lambda: setattr(choice, "seed", a_seed()))  # fmt: skip
    return row(field, again, spacer(), gap=8)


def _others(app: App, choice: Choice) -> Iterator[Node]:
    scenario = choice.listed.scenario
    for seat, nation in scenario.nations.items():
        if seat not in choice.seats:
            now = choice.doctrines.get(seat, nation.doctrine)
            short = nation.short or nation.name
            pick = button(f"doctrine.{seat}", _(doctrines()[now].label),
                          partial(_ask_doctrine, app, choice, seat), sign="drama")  # fmt: skip
            pick.label = _("{nation} thinks as: {doctrine}").format(
                nation=short, doctrine=_(doctrines()[now].label)
            )
            name = row(flag_of(scenario, seat, 1.2), text(short, "label", grow=1), gap=8,
                       min_width=em(9))  # fmt: skip
            yield wrap(name, pick, gap=8)


def _ask_doctrine(app: App, choice: Choice, seat: str) -> None:
    def take(name: str) -> None:
        choice.doctrines[seat] = name
        app.close()

    nation = choice.listed.scenario.nations[seat]
    now = choice.doctrines.get(seat, nation.doctrine)
    cards = [
        card(f"as.{name}", _(each.label), partial(take, name), text(_(each.label), "card"),
             text(_(each.about), "label", "text2"), selected=name == now)
        for name, each in doctrines().items()
    ]  # fmt: skip
    title = _("How {nation} thinks").format(nation=nation.short or nation.name)
    app.open(
        lambda app: dialog(
            "doctrine", title, listing("doctrines", title, *cards, scroll=False, grow=0),
            buttons=(button("doctrine.close", _("Close"), app.close),), close=app.close,
            sign="drama",
        ),
        first=f"as.{now}",
    )  # fmt: skip
    app.set_focus(f"as.{now}")  # and bring it into view
