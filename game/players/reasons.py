"""Reasons an AI gives, as codes with figures, and in sentences. (Rules 13.4)"""

from __future__ import annotations

from enum import IntEnum

from game.rules.action import Feature
from game.rules.lazy import plain


@plain
class Reason(IntEnum):
    """Why a proposal was refused. A person who refuses gives none."""

    TRUST = 0
    BROKEN = 1
    ACCUSED = 2
    BELIEF = 3
    INTEREST = 4
    WHIM = 5
    BOUND = 6
    LAW = 7
    NORM = 8
    COST = 9
    LEVERAGE = 10
    OUTSIDE = 11


REFUSED = {
    Reason.TRUST: "our trust in a party to it is {factor}, and this takes {needed}",
    Reason.BROKEN: "you broke your word {factor} times; that takes trust of {needed}",
    Reason.ACCUSED: "it accuses us, or a friend of ours",
    Reason.BELIEF: "we believe it to {factor}, and would sign from {needed}",
    Reason.INTEREST: "it is worth too little to us ({factor}; we sign from {needed})",
    Reason.WHIM: "we do not feel like it",
    Reason.BOUND: "it would break our word to the nation it is aimed at",
    Reason.LAW: "as we read the law it is worth too little to us ({factor}; we sign from {needed})",
    Reason.NORM: "a norm we hold asks for proof: we believe it to {factor}, and sign from {needed}",
    Reason.COST: "at its price it is worth too little to us ({factor}; we sign from {needed})",
    Reason.OUTSIDE: "it disarms us and leaves too many free ({factor}; we sign from {needed})",
    Reason.LEVERAGE: "it puts aid we need at risk ({factor}; we sign from {needed})",
}
"""Sentences, with the figure behind the reason and the one that would have been enough."""

MOVED = {
    Feature.PROTECT: "to protect its people and services",
    Feature.KNOW: "to learn more",
    Feature.JUSTICE: "because it believes it was wronged",
    Feature.VOICE: "because its public wants to hear it",
    Feature.BOND: "for the sake of a friend",
    Feature.CALM: "to calm things down",
    Feature.GAIN: "for its own advantage",
    Feature.SPITE: "to pay back, or to be feared",
    Feature.RISK: "as the lesser risk",
    Feature.HONOUR: "as a matter of honour",
}
"""Why an order was given, by the feature that moved it most."""


def why_refused(reason: int, factor: float, needed: float) -> str:
    """A refusal in words; empty for a person's."""
    if reason not in list(Reason):
        return ""
    code = Reason(reason)
    if code is Reason.BROKEN:
        return REFUSED[code].format(factor=f"{factor:.0f}", needed=f"{needed:.0f}")
    have, enough = _apart(factor, needed, FORMS.get(code, "{:.0f}"))
    return REFUSED[code].format(factor=have, needed=enough)


_PULLS = (Reason.INTEREST, Reason.LAW, Reason.COST, Reason.LEVERAGE, Reason.OUTSIDE)
_WORTH = dict.fromkeys(_PULLS, "{:+.{}f}")
_PROOF = dict.fromkeys((Reason.BELIEF, Reason.NORM), "{:.{}%}")
FORMS = {**_WORTH, **_PROOF, Reason.TRUST: "{:.{}f}"}
"""How the two figures of a refusal are written, with so many places."""


def _apart(factor: float, needed: float, form: str) -> tuple[str, str]:
    """Two figures with as few places as tell them apart."""
    pairs = [
        (_unsigned_zero(form.format(factor, places)), _unsigned_zero(form.format(needed, places)))
        for places in range(4)
    ]
    return next((pair for pair in pairs if pair[0] != pair[1]), pairs[-1])


def _unsigned_zero(text: str) -> str:
    """A figure without a sign if it is nought."""
    return text if text.strip("+-0.%") else text.lstrip("+-")


def why_ordered(feature: int) -> str:
    """The motive of an order in words; empty for a person's."""
    return MOVED[Feature(feature)] if feature in list(Feature) else ""
