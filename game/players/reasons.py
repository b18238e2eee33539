"""Reasons an AI gives, as codes with figures, and in sentences. (Rules 13.4)"""

from __future__ import annotations

from enum import IntEnum

from game.language import N_, _, _n
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
    Reason.TRUST: N_("our trust in a party to it is {factor}, and this takes {needed}"),
    Reason.BROKEN: N_("you broke your word {factor}; that takes trust of {needed}"),
    Reason.ACCUSED: N_("it accuses us, or a friend of ours"),
    Reason.BELIEF: N_("we believe it to {factor}, and would sign from {needed}"),
    Reason.INTEREST: N_("it is worth too little to us ({factor}; we sign from {needed})"),
    Reason.WHIM: N_("we do not feel like it"),
    Reason.BOUND: N_("it would break our word to the nation it is aimed at"),
    Reason.LAW: N_(
        "as we read the law it is worth too little to us ({factor}; we sign from {needed})"
    ),
    Reason.NORM: N_(
        "a norm we hold asks for proof: we believe it to {factor}, and sign from {needed}"
    ),
    Reason.COST: N_("at its price it is worth too little to us ({factor}; we sign from {needed})"),
    Reason.OUTSIDE: N_("it disarms us and leaves too many free ({factor}; we sign from {needed})"),
    Reason.LEVERAGE: N_("it puts aid we need at risk ({factor}; we sign from {needed})"),
}
"""Sentences, with the figure behind the reason and the one that would have been enough."""

MOVED = {
    Feature.PROTECT: N_("to protect its people and services"),
    Feature.KNOW: N_("to learn more"),
    Feature.JUSTICE: N_("because it believes it was wronged"),
    Feature.VOICE: N_("because its public wants to hear it"),
    Feature.BOND: N_("for the sake of a friend"),
    Feature.CALM: N_("to calm things down"),
    Feature.GAIN: N_("for its own advantage"),
    Feature.SPITE: N_("to pay back, or to be feared"),
    Feature.RISK: N_("as the lesser risk"),
    Feature.HONOUR: N_("as a matter of honour"),
}
"""Why an order was given, by the feature that moved it most."""


def why_refused(reason: int, factor: float, needed: float) -> str:
    """A refusal in words; empty for a person's."""
    if reason not in list(Reason):
        return ""
    code = Reason(reason)
    if code is Reason.BROKEN:
        often = _n("{n} time", "{n} times", round(factor))
        return _(REFUSED[code]).format(factor=often, needed=f"{needed:.0f}")
    have, enough = _apart(factor, needed, FORMS.get(code, "{:.0f}"))
    return _(REFUSED[code]).format(factor=have, needed=enough)


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
    return _(MOVED[Feature(feature)]) if feature in list(Feature) else ""
