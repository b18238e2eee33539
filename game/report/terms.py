"""The terms of the rules in the player's language: everything that shows them takes them from here.

The rules keep plain English tables; what they call a thing is translated at this one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from game.language import N_, _, _p
from game.rules.action import Action
from game.rules.claims import CONFIDENCE, WORDS
from game.rules.clauses import CLAUSES
from game.rules.escalation import LADDER
from game.rules.law import QUESTIONS, VERDICTS, Verdict
from game.rules.organisations import RULES, Rule
from game.rules.powers import POWERS, Power
from game.rules.proposals import why_void_offer
from game.rules.scoring import ENDINGS, Ending
from game.rules.screening import why_void
from game.rules.talks import PROMISES
from game.rules.world import Contested, Promise, Sector, Skill

SECTORS = tuple(sector.name.lower() for sector in Sector)
"""Ids of the sectors; `sector` and `sector_called` say them."""

STANDS = {
    Contested.SOVEREIGNTY: (
        N_("sovereignty is only a principle"),
        N_("sovereignty is a rule of its own"),
    ),
    Contested.COUNTERMEASURES: (
        N_("countermeasures against cyber operations are not allowed"),
        N_("countermeasures against cyber operations are allowed"),
    ),
    Contested.NOTICE: (
        N_("notice of a countermeasure may be waived"),
        N_("notice of a countermeasure is always required"),
    ),
    Contested.COLLECTIVE: (
        N_("third states may take no countermeasure for a victim"),
        N_("third states may take countermeasures for a victim"),
    ),
    Contested.DUE_DILIGENCE: (
        N_("due diligence over one's own territory is voluntary"),
        N_("due diligence over one's own territory is binding law"),
    ),
    Contested.FORCE: (
        N_("an act is a use of force from severity 7 on"),
        N_("an act is a use of force from severity 6 on"),
        N_("an act is a use of force from severity 5 on"),
    ),
    Contested.NEW_TREATY: (N_("existing law is enough"), N_("the law needs a new treaty")),
}
"""What each answer to a contested question says."""


def called(member: Enum) -> str:
    """What the rules call a sector, a capability or a contested question, to be translated."""
    return member.name.lower().replace("_", " ")


def sector(number: Any) -> str:
    """Name of a sector."""
    return _(called(Sector(int(number))))


def sector_called(id_: str) -> str:
    """Name of the sector of an id."""
    return _(called(Sector[id_.upper()]))


def skill(number: Any) -> str:
    """Name of a capability."""
    return _(called(Skill(int(number))))


def word(number: Any) -> str:
    """Words of estimative probability."""
    return _(WORDS[int(number)])


def confidence(number: Any) -> str:
    """How good the basis of a judgement is, from 0: low, moderate or high."""
    return _p("confidence", CONFIDENCE[int(number)])


def rung(number: Any) -> str:
    """Name of a rung of the ladder."""
    return _(LADDER[int(number)])


def ladder() -> tuple[str, ...]:
    """Names of all rungs, from the lowest."""
    return tuple(_(name) for name in LADDER)


def clause(number: Any) -> str:
    """Label of a clause."""
    return _(CLAUSES[int(number)].label)


def promise(kind: Any) -> str:
    """What was promised or asked for: "to share evidence"."""
    return _(PROMISES[Promise(int(kind))])


def verdict(number: Any) -> str:
    """How the law reads an act."""
    return _(VERDICTS[Verdict(int(number))])


def question(number: Any) -> str:
    """A contested question of law."""
    return _(QUESTIONS[Contested(int(number))])


def rule(number: Any) -> str:
    """How an organisation decides."""
    return _(RULES[Rule(int(number))])


def matter(number: Any) -> str:
    """A contested question of law in a word or two."""
    return _(called(Contested(int(number))))


def power(number: Any) -> tuple[str, str]:
    """What an organisation can do: a label, and what it means."""
    label, about = POWERS[Power(int(number))]
    return _(label), _(about)


def refusal(actions: Sequence[Action], action: int, code: Any) -> str:
    """Why an order is void; empty if it is not."""
    return _(why_void(actions, action, int(code)))


def offer_refusal(code: Any) -> str:
    """Why a proposal is void; empty if it is not."""
    return _(why_void_offer(int(code))) if code else ""


def stand(question: Any, answer: Any) -> str:
    """An answer to a contested question of law, as a statement."""
    said = STANDS[Contested(int(question))]
    return _(said[min(int(answer), len(said) - 1)])


def ending(number: Any) -> tuple[str, str]:
    """Name of an ending, and what it means."""
    name, why = ENDINGS[Ending(int(number))]
    return _(name), _(why)
