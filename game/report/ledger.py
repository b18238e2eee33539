"""Ledgers: why a stock changed, so that the reasons sum to the change. (Rules 2.4)"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

from game.actions import actions
from game.language import N_, _
from game.match import Match
from game.report.words import nation as name_of
from game.rules.changes import LIMIT, Item
from game.rules.world import Window

STOCKS = (
    N_("capital"),
    N_("effort"),
    N_("funds"),
    N_("support"),
    N_("anger"),
    N_("standing"),
    N_("security"),
)
"""Amounts of a nation that have a ledger for it to read, by id, which is what they are called."""

REASONS = {
    LIMIT: N_("kept within its limits"),
    "a weak partner is a back door": N_("a weak partner is a back door"),
    "backs down": N_("going back on a public claim"),
    "breach": N_("a treaty was broken"),
    "capacity": N_("paying for capacity"),
    "capacity built": N_("capacity built"),
    "capacity matures": N_("capacity matures"),
    "charged": N_("being charged in court"),
    "claim": N_("what others think of the claim"),
    "closed case": N_("an old case, now closed"),
    "compensation": N_("compensation"),
    "condemns": N_("condemning an incident"),
    "daily work": N_("daily work"),
    "demarche": N_("a private démarche"),
    "denies": N_("a denial"),
    "disclosed": N_("a vulnerability disclosed"),
    "exercise": N_("a joint exercise"),
    "expelled": N_("diplomats expelled"),
    "expels": N_("expelling diplomats"),
    "fades": N_("fading"),
    "feelings": N_("harm, echo and cooling"),
    "habit": N_("going back to normal"),
    "harden": N_("hardening"),
    "harm kept off": N_("harm kept off by defences"),
    "helped": N_("help from abroad"),
    "helps": N_("helping others"),
    "hindsight": N_("how an earlier claim looks now"),
    "incident": N_("an incident"),
    "income": N_("income"),
    "indicts": N_("bringing charges"),
    "inject": N_("an event in the news"),
    "inquiry": N_("an independent inquiry"),
    "kept": N_("a promise kept"),
    "broken": N_("a promise broken"),
    "makes good": N_("making good"),
    "mediates": N_("mediating"),
    "mediation": N_("mediation"),
    "message": N_("sending a message"),
    "named": N_("being named in public"),
    "names": N_("naming somebody in public"),
    "operation": N_("an operation of yours"),
    "owns up": N_("owning up"),
    "proposal": N_("tabling a proposal"),
    "public anger": N_("public anger"),
    "publishes": N_("publishing evidence"),
    "punishes": N_("what others think of the punishment"),
    "reassured": N_("kind words"),
    "recovery": N_("recovery"),
    "refuses a ransom": N_("refusing a ransom"),
    "suspends aid": N_("suspending aid"),
    "sanctioned": N_("being under sanctions"),
    "sanctions": N_("imposing sanctions"),
    "services down": N_("services down"),
    "shared": N_("sharing evidence"),
    "shows force": N_("a show of force"),
    "signed": N_("signing together"),
    "source burnt": N_("a source burnt"),
    "spies": N_("spying"),
    "spread": N_("an incident that spread"),
    "spying": N_("being spied on"),
    "strikes": N_("a military strike"),
    "struck": N_("being struck"),
    "time passes": N_("time passing"),
    "withheld": N_("evidence withheld"),
    "cracks down": N_("a crackdown at home"),
    "countermeasure": N_("a countermeasure"),
    "aid suspended": N_("aid suspended"),
    "assistance": N_("assistance to one in need"),
    "capacity fund": N_("a capacity fund"),
    "discloses": N_("disclosing vulnerabilities"),
    "dispute settlement": N_("dispute settlement"),
    "duty done": N_("a request answered as a norm asks"),
    "endorses": N_("endorsing a norm"),
    "founds": N_("founding an organisation"),
    "hasty": N_("accusing beyond what others believe"),
    "hosts talks": N_("hosting talks"),
    "hotline": N_("a call on the hotline"),
    "inspectors": N_("inspectors at work"),
    "joint sanctions": N_("joint sanctions"),
    "law": N_("how others read it in law"),
    "law in hindsight": N_("how an earlier countermeasure looks now"),
    "legal expertise": N_("legal expertise"),
    "legal position": N_("a legal position published"),
    "lifts sanctions": N_("sanctions lifted"),
    "no answer": N_("a request left without an answer"),
    "norm broken": N_("a norm broken"),
    "cleared of a norm": N_("cleared of breaking a norm"),
    "opens an inquiry": N_("opening an inquiry at home"),
    "paid by treaty": N_("paid under a treaty"),
    "pays by treaty": N_("paying under a treaty"),
    "ransom paid": N_("a ransom paid"),
    "red line": N_("a red line crossed"),
    "settles a breach": N_("paying for a breach"),
    "strategy": N_("a national strategy"),
    "suspends a treaty": N_("a treaty suspended"),
    "takedown": N_("a takedown"),
    "talks": N_("talks that somebody hosted"),
    "training": N_("training together"),
    "vulnerabilities patched": N_("vulnerabilities patched"),
}
"""Reasons in words; a reason that is an action's id takes that action's label."""


def stock(name: str) -> str:
    """What an amount is called."""
    return _(name)


def reason(why: str) -> str:
    """A reason in words; the rules' own word for one that has no better (a test sees to it)."""
    label = "" if why in REASONS else labels().get(why, "")
    return _(label).lower() if label else _(REASONS.get(why, why))


@cache
def labels() -> dict[str, str]:
    """What each action is called."""
    return {action.id: action.label for action in actions()}


def worded() -> set[str]:
    """Every reason that there are words for."""
    return {*labels(), *REASONS}


def changes(match: Match, nation: int, turn: int) -> dict[str, list[tuple[str, float]]]:
    """Why each stock of a nation changed in a turn: reasons that sum to the change."""
    windows = match.board.windows
    return {
        name: _summed(_cell(match, turn, windows[name], windows[name].start + nation))
        for name in STOCKS
    }


def trust_changes(match: Match, nation: int, turn: int) -> dict[str, list[tuple[str, float]]]:
    """Why what other nations think of this one's deeds changed, by the other nation."""
    window = match.board.windows["deeds"]
    count = match.board.nations
    others = [n for n in range(count) if n != nation]
    return {
        name_of(match, n): _summed(_cell(match, turn, window, window.start + n * count + nation))
        for n in others
    }


def _cell(match: Match, turn: int, window: Window, place: int) -> Iterator[tuple[str, float]]:
    """Items of one cell of the table of amounts."""
    for item in match.logs[turn - 1].items:
        if item.name in (window.plane.name, "") and _touches(item, place):
            yield reason(item.why), float(item.by[item.place == place].sum())


def _touches(item: Item, place: int) -> bool:
    return bool(np.any(item.place == place))


def _summed(parts: Iterator[tuple[str, float]]) -> list[tuple[str, float]]:
    """Equal reasons together, largest first, zeros left out."""
    total: dict[str, float] = {}
    for why, by in parts:
        total[why] = total.get(why, 0.0) + by
    return sorted(((why, by) for why, by in total.items() if by), key=lambda part: -abs(part[1]))
