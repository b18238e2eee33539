"""The trust screen: one pair chosen in picture and matrix; of others bands, or the record."""

from __future__ import annotations

import pytest

from game.report.ties import ties
from game.screens.nation.nation import NationPage
from game.screens.trust.graph import lines_key
from game.screens.trust.graph_lines import sign_of
from game.screens.trust.trust import Trust
from game.ui.app import App
from game.ui.driving import click, press
from tests.screens.games import session_at
from tests.screens.look import faults_of, node, shown

SESSION = session_at()


@pytest.fixture
def app() -> App:
    return shown(Trust(SESSION), (1920, 1080))


def test_a_nation_chosen_in_the_picture_is_chosen_in_the_matrix_and_back(app: App) -> None:
    click(app, "graph.vessara")
    assert node(app, "graph.vessara").selected
    assert node(app, "cell.vessara.brannock").selected
    assert node(app, "pair").label == "Vessara and Brannock"
    click(app, "cell.brannock.jorun")
    assert node(app, "graph.jorun").selected and not node(app, "graph.vessara").selected


def test_arrows_go_through_the_matrix(app: App) -> None:
    app.set_focus("cell.othmark.brannock")
    press(app, "Down")
    assert app.looks.focus == "cell.vessara.brannock"
    press(app, "Right")
    assert app.looks.focus == "cell.vessara.othmark"
    press(app, "Return")
    assert node(app, "pair").label == "Vessara and Othmark"


def test_own_trust_is_exact_that_of_others_a_band_that_between_others_not_told(app: App) -> None:
    seen = SESSION.seen
    setup = SESSION.setup
    for n, id_ in enumerate(setup.nations):
        if n == SESSION.nation:
            continue
        mine = node(app, f"cell.brannock.{id_}").value.split()[-1]
        assert mine == f"{seen.trust[0, n, 0]:.0f}"
        low, high = node(app, f"cell.{id_}.brannock").value.split()[-1].split("\u2013")
        assert float(high) - float(low) >= 6
    assert not any(sign.isdigit() for sign in node(app, "cell.vessara.othmark").value)


def test_nobody_learns_what_two_others_feel() -> None:
    known = ties(SESSION.match, SESSION.nation)
    for (a, b), tie in known.items():
        told = SESSION.nation in (a, b)
        assert (tie.trust is not None) == (tie.hostility is not None) == told


def test_who_trusts_more_stands_nearer(app: App) -> None:
    known, me = ties(SESSION.match, SESSION.nation), SESSION.nation
    middle = node(app, "graph.brannock").rect
    wide = node(app, "graph").rect

    def far(id_: str) -> float:
        rect = node(app, f"graph.{id_}").rect
        across = (rect.centerx - middle.centerx) / wide.w
        return float(across**2 + ((rect.centery - middle.centery) / wide.h) ** 2)

    ranked = sorted((n for n in range(len(SESSION.setup.nations)) if n != me),
                    key=lambda n: known[n, me].trust.middle)  # type: ignore[union-attr]  # fmt: skip
    ids = SESSION.setup.nations
    assert far(ids[ranked[0]]) > far(ids[ranked[-1]])


def test_the_nation_is_opened_and_esc_leads_back(app: App) -> None:
    click(app, "graph.vessara")
    click(app, "open")
    assert isinstance(app.screen, NationPage) and app.screen.nation == "vessara"
    press(app, "Escape")
    assert app.screen.name == "trust"


@pytest.mark.parametrize("level", ["standard", "expert"])
def test_what_analysts_believe_is_told_unasked_on_guided_only(level: str) -> None:
    session = session_at(level=level)
    for other in session.setup.nations[1:]:
        made = shown(Trust(session, (session.setup.nations.index(other), session.nation)))
        made.screen.tab = "pair"  # type: ignore[attr-defined]
        made.touch()
        made.refresh()
        assert "analysts" not in " ".join(n.label for n in made.layers[0].walk())


@pytest.mark.parametrize("tab", ["graph", "matrix", "pair"])
def test_it_fits(tab: str) -> None:
    def make() -> Trust:
        made = Trust(SESSION, (1, 2) if tab == "pair" else None)
        made.tab = tab
        return made

    assert faults_of(make) == []


def test_of_two_others_the_line_between_them_is_looked_at(app: App) -> None:
    click(app, "cell.othmark.vessara")
    assert node(app, "graph.othmark").selected and node(app, "graph.vessara").selected
    assert not node(app, "graph.brannock").selected


def test_an_alliance_and_a_treaty_have_one_sign_wherever_they_stand(app: App) -> None:
    known = ties(SESSION.match, SESSION.nation)
    ids = SESSION.setup.nations
    for (who, whom), tie in known.items():
        told = "allied" if tie.ally else "treaty" if tie.pact else "no treaty"
        assert node(app, f"cell.{ids[who]}.{ids[whom]}").value.startswith(f"{told}, ")
    assert {sign_of(tie) for tie in known.values() if tie.ally} == {"shield"}
    bound = {sign_of(tie) for tie in known.values() if tie.pact and not tie.ally}
    assert bound <= {"handshake"}
    meant = {sign for _words, sign in lines_key()}
    assert {"shield", "handshake", "swords"} <= meant
