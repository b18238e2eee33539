"""What may stand in place of the last word of a line, for the Tab key."""

from __future__ import annotations

from collections.abc import Callable

from game.report import lexicon
from game.report.forms import nouns
from game.report.lexicon import TOPICS
from game.report.names import Noun, Unclear
from game.terminal import glossary
from game.terminal.institutions import body_nouns, norm_nouns
from game.terminal.proposing import body_of, clause_nouns, power_nouns
from game.terminal.seat import LEVELS, Seat
from game.terminal.texts import text_nouns
from game.terminal.typed import actions_named, parse_order


def candidates(seat: Seat, commands: list[str], line: str) -> list[str]:
    """Words that make sense next, those of the line before the cursor being given."""
    words = line.split(" ")
    if len(words) == 1:
        return sorted(commands)
    head, rest = words[0].casefold(), words[1:-1]
    actions = [noun.id for noun in actions_named(seat)]
    if head in actions:
        return _order(seat, [head, *rest])
    if head == "order":
        return _order(seat, rest) if rest else actions
    given = _GIVEN.get(head)
    return sorted(given(seat)) if given is not None else []


def _order(seat: Seat, words: list[str]) -> list[str]:
    """What an order may say next."""
    try:
        draft = parse_order(seat, " ".join(words))
    except Unclear:
        return []
    free = draft.free()
    return [n.id for c in free for n in nouns(seat, draft.action, c, draft.filled)]


def _ids(*lists: list[Noun]) -> list[str]:
    return [noun.id for each in lists for noun in each]


def _message(seat: Seat) -> list[str]:
    return [*_ids(seat.others()), *TOPICS, "until"]


def _proposal(seat: Seat) -> list[str]:
    bodies = body_nouns(seat)
    powers = [p for b in bodies for p in power_nouns(body_of(seat, b.id))]
    known = _ids(seat.others(), clause_nouns(), seat.incidents(), bodies, powers, text_nouns())
    norms = [f"norm={noun.id}" for noun in norm_nouns(seat)]
    return [*known, *norms, "about", "accuse", "for", "all"]


def _believe(seat: Seat) -> list[str]:
    suspects = [n.id + "=" for d in seat.dossiers for n in lexicon.suspects(d)]
    return [*_ids(seat.incidents()), *suspects, "staff", "even"]


_GIVEN: dict[str, Callable[[Seat], list[str]]] = {
    **dict.fromkeys(("ask", "warn", "reassure", "promise"), _message),
    "propose": _proposal,
    "believe": _believe,
    "dossier": lambda seat: _ids(seat.incidents()),
    "nation": lambda seat: [*_ids(seat.others()), "me"],
    "norms": lambda seat: _ids(norm_nouns(seat)),
    "organisations": lambda seat: _ids(body_nouns(seat)),
    "law": lambda seat: _ids(actions_named(seat)),
    "staff": lambda seat: [*_ids(actions_named(seat)), "offer"],
    "action": lambda seat: _ids(actions_named(seat)),
    "glossary": lambda seat: list(glossary.words()),
    "level": lambda seat: list(LEVELS),
    "why": lambda seat: ["capital", "effort", "funds", "support", "standing", "trust"],
    "bars": lambda seat: ["on", "off"],
}
"""What follows a command."""
