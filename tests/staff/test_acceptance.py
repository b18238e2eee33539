"""Who would sign what. (Rules 17.7)"""

from __future__ import annotations

import numpy as np
import pytest

from game.rules.clauses import CLAUSES as VOCABULARY
from game.rules.clauses import HOTLINE, NO_OPERATIONS, OFF_LIMITS
from game.rules.orders import CLAUSES, PARTIES, Offers
from game.rules.world import NOBODY
from game.staff.acceptance import by_clause, reception
from tests.staff.moments import moment


def draft(actor: int, others: tuple[int, ...], **clauses: int) -> Offers:
    party = np.zeros((1, PARTIES), bool)
    party[0, [actor, *others]] = True
    levels = np.zeros((1, CLAUSES), np.intp)
    for place, level in clauses.items():
        levels[0, [clause.id for clause in VOCABULARY].index(place)] = level
    nobody, none = np.array([NOBODY]), np.array([0])
    return Offers(
        none, np.array([actor]), party, levels, nobody, nobody, none, nobody, nobody, nobody
    )


@pytest.fixture(scope="module")
def here():
    found = moment("olympic_destroyer", 4)
    assert found is not None
    return found


@pytest.mark.article("17.7")
def test_a_reception_is_a_share_for_each_party_asked(here) -> None:
    others = tuple(n for n in range(3) if n != here.seat)
    found = reception(here.seen, draft(here.seat, others, hotline=1), worlds=48)
    assert set(found.accepts) == set(others)
    assert all(0 <= share <= 1 for share in found.accepts.values())
    assert found.adopted <= min(found.accepts.values())
    assert found == reception(here.seen, draft(here.seat, others, hotline=1), worlds=48)


def friend_and_foe(found) -> tuple[int, int] | None:
    """Who trusts the seat of a moment most and least, if they are far apart."""
    trust = found.seen.trust_in_me[0, :, 0]
    others = sorted(set(range(len(trust))) - {found.seat}, key=lambda nation: trust[nation])
    return (others[-1], others[0]) if trust[others[-1]] >= trust[others[0]] + 50 else None


@pytest.mark.article("17.7")
def test_a_friend_is_likelier_to_sign_than_a_foe() -> None:
    moments = (moment("olympic_destroyer", number) for number in range(20))
    found = next(m for m in moments if m is not None and friend_and_foe(m))
    shares = [
        reception(found.seen, draft(found.seat, (n,), hotline=1), worlds=96).accepts[n]
        for n in friend_and_foe(found)
    ]
    assert shares[0] > shares[1]


@pytest.mark.article("17.7")
def test_every_level_of_every_clause_is_tried_and_what_cannot_be_tabled_says_why(here) -> None:
    other = next(n for n in range(3) if n != here.seat)
    found = by_clause(here.seen, draft(here.seat, (other,), hotline=1), worlds=16)
    tried = [(each.clause, each.level) for each in found[1:]]
    assert tried == [(c, n) for c, each in enumerate(VOCABULARY) for n in range(len(each.levels))]
    table = {(each.clause, each.level): each for each in found}
    assert table[(HOTLINE, 0)].void == "a proposal needs at least one clause besides its duration"
    assert table[(NO_OPERATIONS, 1)].void == table[(OFF_LIMITS, 2)].void == ""
    assert all(bool(each.accepts) != bool(each.void) for each in found)
