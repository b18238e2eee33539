"""What the staff says of a text on the table, and where it would help."""

from __future__ import annotations

from game.decisions import Proposal
from game.rules.clauses import CLAUSES, Clause
from game.screens.bargain.clauses import by_place
from game.screens.bargain.estimate import sampled
from game.staff.acceptance import Reception
from game.ui.driving import click
from tests.screens.games import session_at
from tests.screens.look import node
from tests.screens.table import screen, table, words


def test_the_staff_is_heard_as_the_level_allows() -> None:
    start = Proposal(("vessara", "corvale"), {"no_operations": 1})
    app = table(session_at(level="guided"), start)
    assert "Staff: " in words(app) and node(app, "party.corvale").value
    app = table(session_at(level="standard"), start)
    assert "Staff: " not in words(app)
    click(app, "ask_staff")
    assert "Staff: " in words(app)
    app = table(session_at(level="expert"), start)
    assert "Staff: " not in words(app) and app.find("ask_staff") is None
    assert not node(app, "party.corvale").value


def test_an_estimate_of_an_older_text_is_not_shown() -> None:
    app = table(session_at(), Proposal(("vessara",), {"no_operations": 1}))
    before = screen(app).staff.reception
    assert before is not None and screen(app).staff.estimate is before
    screen(app).draft.level("verification", 3)
    assert screen(app).staff.estimate is None
    app.touch()
    app.settle()
    now = screen(app).staff.estimate
    assert now is not None and now is not before


def test_a_help_of_the_staff_puts_the_clause_in() -> None:
    app = table(session_at(), Proposal(("vessara", "corvale"), {"no_operations": 1}))
    now = Reception(-1, 0, {1: 0.4, 2: 0.5}, 0.30, "")
    better = Reception(CLAUSES.index(clause_of("verification")), 2, {1: 0.6, 2: 0.5}, 0.42, "")
    same = Reception(CLAUSES.index(clause_of("hotline")), 1, {1: 0.4, 2: 0.5}, 0.31, "")
    screen(app).staff.found = by_place([now, better, same])
    app.touch()
    assert app.find("help.hotline") is None, "it helps too little to be worth a word"
    assert node(app, "help.verification").label.endswith("+12")
    click(app, "help.verification")
    assert screen(app).draft.text.clauses == {"no_operations": 1, "verification": 2}


def test_a_clause_says_whom_it_would_move() -> None:
    app = table(session_at(), Proposal(("vessara", "corvale"), {"hotline": 1}))
    vessara, corvale = (screen(app).session.setup.nations.index(n) for n in ("vessara", "corvale"))
    place = CLAUSES.index(clause_of("hotline"))
    screen(app).staff.found = by_place([
        Reception(-1, 0, {vessara: 0.5, corvale: 0.5}, 0.3, ""),
        Reception(place, 0, {vessara: 0.2, corvale: 0.51}, 0.1, ""),
        Reception(place, 1, {vessara: 0.5, corvale: 0.5}, 0.3, ""),
    ])  # fmt: skip
    app.touch()
    said = [n.label for n in node(app, "card.hotline").walk()]
    assert "+30 Vessara" in said and not any("Corvale" in each for each in said)


def clause_of(id_: str) -> Clause:
    return next(each for each in CLAUSES if each.id == id_)


def test_the_band_of_a_share_holds_it_and_narrows_with_more_worlds() -> None:
    for share in (0.0, 0.03, 0.5, 1.0):
        low, high = sampled(share, 96)
        assert 0 <= low <= share <= high <= 1 and high > low
        wide = sampled(share, 24)
        assert wide[1] - wide[0] > high - low
