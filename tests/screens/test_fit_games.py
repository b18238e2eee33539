"""The screens about other nations fit every window, at every size of text, in every theme."""

from __future__ import annotations

import pytest

from game.decisions import Proposal
from game.language import PSEUDO
from game.screens.bargain.negotiation import Negotiation
from game.screens.case.dossier import DossierPage
from game.screens.commons.institutions import Institutions
from game.screens.nation.nation import NationPage
from game.screens.trust.trust import Trust
from game.ui.checks import faults, leads_back
from game.ui.conditions import Condition, every
from game.ui.screen import Screen
from game.ui.shots import app_with
from tests.screens.games import session_at

START = Proposal(("vessara", "corvale"), {"attribution": 1, "norm_endorsement": 1})
SESSION = session_at()


def screens() -> list[Screen]:
    return [
        Negotiation(SESSION, START),
        Trust(SESSION),
        NationPage(SESSION, "vessara"),
        Institutions(SESSION, "norms"),
        DossierPage(SESSION, SESSION.dossiers[0].incident),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("condition", list(every("en", PSEUDO)), ids=str)
def test_all_fit_everywhere(condition: Condition) -> None:
    for screen in screens():
        app = app_with(screen, condition.size, condition.settings)
        assert faults(app) == [], screen.name


@pytest.mark.slow
@pytest.mark.parametrize("name", ["geneva_conference", "first_light"])
def test_they_fit_games_of_twelve_nations_and_of_four(name: str) -> None:
    seat = {"geneva_conference": "yolari", "first_light": "dorvane"}[name]
    session = session_at(turn=3, seat=seat, name=name, level="standard")
    made = [Negotiation(session), Trust(session), Institutions(session, "bodies")]
    made += [DossierPage(session, each.incident) for each in session.dossiers]
    for screen in made:
        for size in ((1024, 640), (1280, 720), (1920, 1080)):
            assert faults(app_with(screen, size)) == [], (screen.name, size)


def test_esc_leads_back_from_each() -> None:
    for screen in screens():
        app = app_with(Institutions(SESSION))
        app.push(screen)
        assert leads_back(app) and len(app.screens) == 1, screen.name
