"""The nation page: what is known in bands, what it published, and its history."""

from __future__ import annotations

import pytest

from game.codex.words import glossary
from game.screens.nation.nation import NationPage
from game.ui.driving import click, press
from tests.screens.games import session_at
from tests.screens.look import faults_of, shown, words

SESSION = session_at()


def test_keys_lead_through_the_pages() -> None:
    app = shown(NationPage(SESSION, "vessara"))
    seen = []
    for _ in range(4):
        seen.append(app.screen.tab)  # type: ignore[attr-defined]
        press(app, "E")
    assert seen == ["stance", "law", "ties", "history"]


def offence(nation: str) -> str:
    app = shown(NationPage(SESSION, nation), (1920, 1080))
    found = [n for n in app.layers[0].walk() if n.role == "meter" and n.label == "Offence"]
    return found[0].value


def test_capabilities_of_others_are_bands_and_own_ones_exact() -> None:
    low, high = offence("vessara").removesuffix(" of 100").split("\u2013")
    assert float(high) - float(low) >= 6
    assert offence("brannock") == f"{SESSION.seen.capability[0, 0, 0]:.0f} of 100"


def test_what_each_figure_counts_is_told_in_its_tooltip() -> None:
    app = shown(NationPage(SESSION, "vessara"), (1920, 1080))
    tips = [node.tip for node in app.layers[0].walk() if isinstance(node.tip, str)]
    counted = ("offence", "defence", "forensics", "resilience", "diplomacy", "support", "anger",
               "standing", "service", "trust", "hostility")  # fmt: skip
    assert [word for word in counted if glossary().words[word].means not in tips] == []


def test_a_position_is_told_only_if_it_was_published() -> None:
    app = shown(NationPage(SESSION, "vessara"), (1920, 1080))
    click(app, "tab.law")
    number = SESSION.setup.nations.index("vessara")
    silent = int((SESSION.seen.declared[number, :, 0] < 0).sum())
    assert words(app).count("has not said") == silent > 0


def test_the_brief_of_others_is_not_told() -> None:
    brief = SESSION.match.scenario.nations["vessara"].brief[:40]
    assert brief not in words(shown(NationPage(SESSION, "vessara"), (1920, 1080)))


def test_negotiating_begins_with_the_nation_at_the_table() -> None:
    app = shown(NationPage(SESSION, "vessara"))
    click(app, "propose")
    assert app.screen.name == "negotiation"
    assert app.screen.draft.text.parties == ("vessara",)  # type: ignore[attr-defined]


def test_an_order_begins_with_the_nation() -> None:
    app = shown(NationPage(SESSION, "vessara"), (1920, 1080))
    click(app, "order.send_team")
    assert app.screen.name != "nation" or app.dialogs


@pytest.mark.parametrize(("nation", "tab"), [("vessara", "stance"), ("vessara", "history"),
                                             ("brannock", "law"), ("corvale", "ties")])  # fmt: skip
def test_it_fits(nation: str, tab: str) -> None:
    def make() -> NationPage:
        made = NationPage(SESSION, nation)
        made.tab = tab
        return made

    assert faults_of(make) == []
