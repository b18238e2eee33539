"""Ledgers: why a stock changed, so that the reasons sum to the change. (Rules 2.4)"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

from game.actions import actions
from game.match import Match
from game.report.words import nation as name_of
from game.rules.changes import LIMIT, Item
from game.rules.world import Window

STOCKS = ("capital", "effort", "funds", "support", "anger", "standing", "security")
"""Amounts of a nation that have a ledger for it to read."""

REASONS = {
    LIMIT: "kept within its limits",
    "a weak partner is a back door": "a weak partner is a back door",
    "backs down": "going back on a public claim",
    "breach": "a treaty was broken",
    "capacity": "paying for capacity",
    "capacity built": "capacity built",
    "capacity matures": "capacity matures",
    "charged": "being charged in court",
    "claim": "what others think of the claim",
    "closed case": "an old case, now closed",
    "compensation": "compensation",
    "condemns": "condemning an incident",
    "daily work": "daily work",
    "demarche": "a private démarche",
    "denies": "a denial",
    "disclosed": "a vulnerability disclosed",
    "exercise": "a joint exercise",
    "expelled": "diplomats expelled",
    "expels": "expelling diplomats",
    "fades": "fading",
    "feelings": "harm, echo and cooling",
    "habit": "going back to normal",
    "harden": "hardening",
    "harm kept off": "harm kept off by defences",
    "helped": "help from abroad",
    "helps": "helping others",
    "hindsight": "how an earlier claim looks now",
    "incident": "an incident",
    "income": "income",
    "indicts": "bringing charges",
    "inject": "news",
    "inquiry": "an independent inquiry",
    "kept": "a promise kept",
    "broken": "a promise broken",
    "makes good": "making good",
    "mediates": "mediating",
    "mediation": "mediation",
    "message": "sending a message",
    "named": "being named in public",
    "names": "naming somebody in public",
    "operation": "an operation of yours",
    "owns up": "owning up",
    "proposal": "tabling a proposal",
    "public anger": "public anger",
    "publishes": "publishing evidence",
    "punishes": "what others think of the punishment",
    "reassured": "kind words",
    "recovery": "recovery",
    "refuses a ransom": "refusing a ransom",
    "suspends aid": "suspending aid",
    "sanctioned": "being under sanctions",
    "sanctions": "imposing sanctions",
    "services down": "services down",
    "shared": "sharing evidence",
    "shows force": "a show of force",
    "signed": "signing together",
    "source burnt": "a source burnt",
    "spies": "spying",
    "spread": "an incident that spread",
    "spying": "being spied on",
    "strikes": "a military strike",
    "struck": "being struck",
    "time passes": "time passing",
    "withheld": "evidence withheld",
    "cracks down": "a crackdown at home",
    "countermeasure": "a countermeasure",
    "aid suspended": "aid suspended",
    "assistance": "assistance to one in need",
    "assistance by treaty": "assistance by treaty",
    "capacity fund": "a capacity fund",
    "discloses": "disclosing vulnerabilities",
    "dispute settlement": "dispute settlement",
    "duty done": "a request answered as a norm asks",
    "endorses": "endorsing a norm",
    "founds": "founding an organisation",
    "hasty": "accusing beyond what others believe",
    "hosts talks": "hosting talks",
    "hotline": "a call on the hotline",
    "inspectors": "inspectors at work",
    "joint sanctions": "joint sanctions",
    "law": "how others read it in law",
    "law in hindsight": "how an earlier countermeasure looks now",
    "legal expertise": "legal expertise",
    "legal position": "a legal position published",
    "lifts sanctions": "sanctions lifted",
    "no answer": "a request left without an answer",
    "norm broken": "a norm broken",
    "opens an inquiry": "opening an inquiry at home",
    "paid by treaty": "paid under a treaty",
    "pays by treaty": "paying under a treaty",
    "ransom paid": "a ransom paid",
    "red line": "a red line crossed",
    "settles a breach": "paying for a breach",
    "strategy": "a national strategy",
    "suspends a treaty": "a treaty suspended",
    "takedown": "a takedown",
    "talks": "talks that somebody hosted",
    "training": "training together",
    "vulnerabilities patched": "vulnerabilities patched",
}
"""Reasons in words; a reason that is an action's id takes that action's label."""


def reason(why: str) -> str:
    """A reason in words; the rules' own word for one that has no better (a test sees to it)."""
    return worded().get(why, why)


@cache
def worded() -> dict[str, str]:
    """Every reason there is, in words."""
    return {action.id: action.label.lower() for action in actions()} | REASONS


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
