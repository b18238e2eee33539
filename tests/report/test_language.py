"""Everything reports say is said in the player's language: what is left in English is found.

The language spoken here writes a dot for each letter. What still has letters when the scenario's
own texts are taken out was never handed to a translator.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from game import language
from game.actions import actions
from game.decisions import Order, Proposal
from game.match import Match, new_match, usual_players
from game.players.reasons import Reason, why_ordered, why_refused
from game.report import capacity, casework, forms, law, ledger, news, norms, terms, ties, words
from game.report.aftermath import aftermath
from game.report.bodies import bodies
from game.report.dossier import dossiers
from game.report.relations import relations
from game.report.seat import Seat
from game.report.situation import retaliation_says, situation
from game.report.story import Scene, Story
from game.rules import organisations, screening
from game.rules.action import Feature
from game.rules.clauses import CLAUSES
from game.rules.happenings import Breach, Log, What
from game.rules.law import Verdict
from game.rules.organisations import FIRST, Rule
from game.rules.powers import Power
from game.rules.proposals import OFFER_REFUSALS
from game.rules.scoring import ENDINGS
from game.rules.screening import GENERAL
from game.rules.world import NOBODY, Contested, Promise, Skill
from game.scenario.speech import texts
from game.staff import drafting, forecast, suggest
from game.staff.cautions import cautions
from game.staff.legality import price_text, why_closed, why_void_orders
from tests import catalogues, salon
from tests.library import path_of, scenario
from tests.report.test_institutions import BLACKOUT, NORTH, RARE, WEST

SPOKE = "{who} spoke."
"""A sentence of this test, which nobody translates."""

KEYS = {
    "Story.kind",
    "Dossier.status",  # said by `_` where it is shown, as the state and weight of a card
    "CardLine.layer",
    "CardLine.state",
    "CardLine.weight_word",
    "Situation.services",
    "Capacity.hardened",
    "Capacity.red_lines",
    "QuestionLine.answers",  # ids, and what `terms.stand` says
    "NormLine.stages",
    "NormCourse.adopters",
    "ScoreLine.parts",
    "Aftermath.sources",
}
"""Fields that hold keys, or what nobody translates."""


class Dots(gettext.NullTranslations):
    """Every letter a dot; fields stay. It remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return self.dotted(message)

    def dotted(self, message: str) -> str:
        parts = language._KEPT.split(message)
        return "".join(
            part if i % 2 else re.sub(r"[^\W\d_]", "\u00b7", part) for i, part in enumerate(parts)
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.asked.add(msgid1)
        return self.dotted(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        self.asked.add(f"{context}{language.CONTEXT}{message}")
        return self.dotted(message)


@contextmanager
def dotted() -> Iterator[Dots]:
    before, language._now = language._now, (spoken := Dots())
    yield spoken
    language._now = before


@pytest.fixture(autouse=True)
def in_dots(handed_over: set[str]) -> Iterator[None]:
    with dotted() as spoken:
        yield
    assert spoken.asked - handed_over == set(), "translators were never given these"


@pytest.fixture(scope="session")
def handed_over() -> set[str]:
    """What translators are given; a scenario's own texts have catalogues of their own."""
    own = {*texts(salon.salon()), *texts(scenario("olympic_destroyer"))}
    both = catalogues.interface()
    return {text if isinstance(text, str) else text[0] for text in both} | own | {SPOKE}


def of_library(name: str, seed: int) -> Match:
    chosen = scenario(name)
    match = new_match(chosen, path_of(name).read_text("utf-8"), seed, usual_players(chosen, {}))
    match.go_on()
    return match


@pytest.fixture(
    scope="module", params=[("salon", 1), ("salon", 4), ("olympic_destroyer", 5)], ids=str
)
def match(request: pytest.FixtureRequest) -> Match:
    name, seed = request.param
    with dotted():
        return salon.match_of(seed=seed) if name == "salon" else of_library(name, seed)


def said(told: Any) -> Iterator[str]:
    """Every text of a report, without its keys."""
    if isinstance(told, str):
        yield told
    elif is_dataclass(told):
        kept = {
            "id",
            *(key.split(".")[1] for key in KEYS if key.split(".")[0] == type(told).__name__),
        }
        yield from said([getattr(told, f.name) for f in fields(told) if f.name not in kept])
    elif isinstance(told, dict):
        yield from said(list(told.values()))
    elif isinstance(told, list | tuple):
        for each in told:
            yield from said(each)


def left_over(match: Match, told: Any) -> list[str]:
    """Texts that still have letters when the scenario's own are taken out."""
    names = dict(zip(match.setup.actors, match.setup.names, strict=True))
    own = {*texts(match.scenario), *match.setup.names}
    own |= {inject.text.format(**names) for inject in match.scenario.injects.values()}
    pattern = re.compile("|".join(re.escape(t) for t in sorted(own, key=len, reverse=True)))
    bare = {text: re.sub(r"\bR\b", "", pattern.sub("", text)) for text in said(told)}
    found = {text: re.sub(r"file [A-J]\b", "", rest) for text, rest in bare.items()}
    return [text for text, rest in found.items() if re.search(r"[A-Za-z]{2,}", rest)]


def test_news_are_in_the_players_language(match: Match) -> None:
    told: list[Any] = []
    for nation in range(match.board.nations):
        for turn in range(1, len(match.worlds)):
            told += news.turn_report(match, nation, turn) + news.turn_told(match, nation, turn)
    assert len(list(said(told))) > 100
    assert left_over(match, told) == []


def test_sheets_are_in_the_players_language(match: Match) -> None:
    for nation in range(match.board.nations):
        known = dossiers(match, nation)
        told = [known, situation(match, nation), bodies(match, nation), norms.norms(match)]
        told += [capacity.capacity(match, nation), law.questions(match, nation)]
        told += [law.readings(match, nation), norms.violations(match, nation)]
        told += [relations(match, match.view(nation), nation)]
        for each in known:
            told += [casework.said(match, nation, each.incident), law.readings(match, nation)]
            told += [casework.breached(match, each.incident)]
        assert left_over(match, told) == []


def test_ties_and_ledgers_are_in_the_players_language(match: Match) -> None:
    for nation in range(match.board.nations):
        told: list[Any] = [ties.ties(match, nation)]
        for other in range(match.board.nations):
            told += [ties.skills(match, nation, other), ties.causes(match, nation, other)]
            told += [ties.suspicions(match, nation, other)]
        for turn in range(1, len(match.worlds)):
            told += [ledger.changes(match, nation, turn)]
            told += [ledger.trust_changes(match, nation, turn)]
        assert left_over(match, told) == []


def test_the_aftermath_is_in_the_players_language(match: Match) -> None:
    for nation in range(match.board.nations):
        assert left_over(match, aftermath(match, nation)) == []


def test_orders_are_in_the_players_language(match: Match) -> None:
    for nation in range(match.board.nations):
        seat = Seat(match, nation)
        given = [each for each in given_by(match, nation) if can_be_told(seat, each)]
        told: list[Any] = [forms.told(seat, order) for order in given]
        told += [list(cautions(seat, order)) for order in given]
        told += [law.order_reading(match, nation, order) for order in given]
        told += [price_text(forms.cost_of(seat, order)) for order in given]
        told += why_void_orders(seat.seen, seat.names, nation, given)[0]
        told += [
            idea.why for _, ideas in suggest.for_orders(seat, seat.open_cases) for idea in ideas
        ]
        assert left_over(match, told) == []


def given_by(match: Match, nation: int) -> set[Order]:
    replies = [decided.replies.get(nation) for decided in match.decided]
    return {order for reply in replies if reply is not None for order in reply.orders}


def can_be_told(seat: Seat, order: Order) -> bool:
    """It is about nothing that has no name now, and its choice is no id of a card."""
    number = seat.names.number("action", order.action)
    known = {None, *(dossier.id for dossier in seat.dossiers)}
    return order.incident in known and "card" not in seat.names.actions[number].also


def test_what_is_rare_is_in_the_players_language() -> None:
    match = salon.match_of("north")
    for what, columns, _ in RARE:
        for target in (NOBODY, WEST):
            told = happening(match, what, **{"target": target, **columns})
            assert left_over(match, told) == []


def happening(match: Match, what: What, **columns: Any) -> list[Story]:
    """What is told of one happening, to the nation and of it."""
    log = Log()
    log.note(what, 0, **columns)
    both = [Scene(match, NORTH, match.world, log, of_me=of_me) for of_me in (False, True)]
    return [story for scene in both for story in news.TELL[what](scene, log.rows[0], 0)]


def test_every_refusal_is_in_the_players_language() -> None:
    match = salon.match_of("north")
    seat = Seat(match, NORTH)
    told = [terms.refusal(actions(), 0, GENERAL + n) for n in range(len(screening.REFUSALS))]
    for number, action in enumerate(actions()):
        told += [terms.refusal(actions(), number, n + 1) for n in range(len(action.refusals))]
    told += [terms.offer_refusal(n + 1) for n in range(len(OFFER_REFUSALS))]
    told += [terms.offer_refusal(FIRST + n) for n in range(len(organisations.REFUSALS))]
    told += [why_refused(reason, 1.0, 2.0) for reason in Reason]
    told += [why_ordered(feature) for feature in Feature]
    told += [why_closed(seat.options, NORTH, n) for n in range(len(actions()))]
    told += [drafting.lacking(proposal) for proposal in UNFINISHED]
    assert len(told) > 150 and left_over(match, told) == []


UNFINISHED = [
    Proposal((), {}),
    Proposal(("east",), {}),
    Proposal(("east",), {"attribution": 1}),
    Proposal(("east",), {"attribution": 1}, incident="blackout"),
    Proposal(("east",), {"norm_endorsement": 1}),
    Proposal((), {}, organisation="league"),
    *[Proposal((), {}, organisation="league", power=power.name.lower()) for power in Power],
]


def test_every_term_of_the_rules_is_in_the_players_language() -> None:
    match = salon.match_of("north")
    told: list[Any] = [[terms.stand(q, 0), terms.question(q), terms.matter(q)] for q in Contested]
    told += [terms.stand(Contested.FORCE, n) for n in range(3)]
    told += [terms.power(power) for power in Power] + [terms.ending(end) for end in ENDINGS]
    told += [terms.promise(kind) for kind in Promise] + [terms.skill(each) for each in Skill]
    told += [terms.verdict(each) for each in Verdict] + [terms.rule(each) for each in Rule]
    told += [terms.sector(n) for n in range(7)] + [terms.rung(n) for n in range(8)]
    told += [terms.word(n) for n in range(7)] + [terms.confidence(n) for n in range(3)]
    told += [words.times(n) for n in range(4)] + [retaliation_says(n) for n in (0.5, 1.5)]
    told += [ledger.reason(why) for why in ledger.worded()]
    every = {clause.id: level for clause in CLAUSES for level in range(1, len(clause.levels))}
    told += [words.clauses(every, "North"), words.clauses(every)]
    told += [band.label for band in forecast.forecast(match.view(NORTH), worlds=8).bands]
    assert len(list(said(told))) > 200 and left_over(match, told) == []


def test_a_sentence_that_was_forgotten_is_found() -> None:
    match = salon.match_of("north")
    assert left_over(match, f"{words.in_turn(1, 'North')} was here") != []
    assert left_over(match, Story("talks", "North said nothing.")) != []
    assert left_over(match, Story("talks", language._(SPOKE).format(who="North"))) == []


CODES = {What.KEPT: (-1, -2), What.BROKE: (-1, -2, *Breach)}
"""What `a` may be of a happening, where it is a code."""


def test_every_happening_is_told_in_the_players_language() -> None:
    """Each kind of happening once, also those that these games do not come to."""
    match = salon.match_of("north")
    for what in news.TELL:
        if what not in (What.INJECT, What.OBJECTIVE, What.EXPIRED):
            for a in CODES.get(what, (0, 1)):
                columns = {"actor": NORTH, "target": WEST, "incident": BLACKOUT, "a": a, "b": 1}
                told = happening(match, what, **columns)
                assert left_over(match, told) == [], what
