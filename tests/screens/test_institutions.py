"""Institutions: powers that can be used, norms and who holds them, law, treaties in force."""

from __future__ import annotations

import pytest

from game.report.bodies import bodies
from game.report.norms import course, norms
from game.screens.commons.institutions import Institutions
from game.ui.app import App
from game.ui.driving import click
from tests.screens.games import session_at
from tests.screens.look import faults_of, shown

SESSION = session_at()


def labels(app: App) -> list[str]:
    app.refresh()
    return [n.label for n in app.layers[0].walk()]


def test_a_power_is_proposed_at_the_table() -> None:
    app = shown(Institutions(SESSION), (1920, 1080))
    body = bodies(SESSION.match, SESSION.nation)[0]
    power = next(each for each in body.powers if each.free_from <= SESSION.turn)
    click(app, f"power.{power.id}")
    text = app.screen.draft.text  # type: ignore[attr-defined]
    assert app.screen.name == "negotiation"
    assert (text.organisation, text.power) == (body.id, power.id)
    assert app.find(f"power.{power.id}") is not None, "the powers are shown, this one chosen"


def test_outsiders_are_told_why_they_cannot_use_a_power() -> None:
    app = shown(Institutions(SESSION), (1920, 1080))
    found = bodies(SESSION.match, SESSION.nation)
    foreign = next(n for n, each in enumerate(found) if not each.mine)
    click(app, f"bodies.{foreign}")
    node = app.find(f"power.{found[foreign].powers[0].id}")
    assert node is not None and node.disabled == "Only members can propose it."


def test_every_nation_stands_under_a_norm_with_its_stage() -> None:
    app = shown(Institutions(SESSION, "norms"), (1920, 1080))
    norm = norms(SESSION.match)[0]
    said = labels(app)
    assert norm.text in said
    for name, _stage in norm.stages:
        assert name in said
    holders = sum(stage != "none" for _name, stage in norm.stages)
    assert said.count("does not hold it") // 2 == len(norm.stages) - holders


def test_the_course_of_a_norm_ends_where_it_stands() -> None:
    app = shown(Institutions(SESSION, "norms"), (1920, 1080))
    for norm in norms(SESSION.match):
        told = course(SESSION.match, norm.number)
        assert len(told) == SESSION.turn and told[-1] == pytest.approx(norm.share)
    picture = next(n for n in app.layers[0].walk() if n.label.startswith("Influence behind"))
    first = course(SESSION.match, norms(SESSION.match)[0].number)
    assert picture.label.endswith(f"turn {SESSION.turn - 1} {first[-1]:.0%}")


def test_a_reading_of_the_law_is_published_by_an_order() -> None:
    app = shown(Institutions(SESSION, "law", 2), (1920, 1080))
    answer = next(n.id for n in app.layers[0].walk() if n.id.startswith("say."))
    click(app, answer)
    assert app.screen.name != "institutions" or app.dialogs


def test_a_treaty_says_what_it_binds_to() -> None:
    app = shown(Institutions(SESSION, "treaties"), (1920, 1080))
    treaties = SESSION.situation.treaties
    assert treaties, "this game has a treaty by turn 4"
    assert set(treaties[0].clauses) <= set(labels(app))


@pytest.mark.parametrize("tab", ["bodies", "norms", "law", "treaties"])
def test_it_fits(tab: str) -> None:
    assert faults_of(lambda: Institutions(SESSION, tab)) == []
