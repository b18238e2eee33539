"""Saying what one believes: numbers for some suspects, the rest shared out or asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.report import lexicon
from game.report.dossier import Dossier, Suspect
from game.report.names import FILLERS, Noun, Unclear, either, find, longest, plain
from game.terminal.asking import Cancelled
from game.terminal.cases import percent, percents, staff_shows
from game.terminal.desk import Desk
from game.terminal.seat import Seat

STEPS = 1000
"""Chances are kept as whole thousandths."""

_NUMBER = re.compile(r"^(\d+(?:\.\d+)?)%?$")


def believe(desk: Desk, text: str) -> None:
    """`believe CASE suspect=50 …`, `believe CASE staff`, `believe CASE`. Raises Unclear."""
    seat = desk.seat
    dossier, rest = _case(seat, text)
    if dossier.own_doing:
        raise Unclear(
            "you know who did it: your own services had a hand in it, and it is not graded"
        )
    if not rest:
        given = _asked(desk, dossier)
    elif plain(rest) in ("staff", "analysts", "like staff", "as staff", "my analysts"):
        given = {s.id: s.belief * 100 for s in dossier.suspects}
    elif plain(rest) in ("even", "equal", "no idea", "unknown"):
        given = {}
    else:
        given = parse_shares(dossier, rest)
    state(seat, dossier, given, even=plain(rest) in ("even", "equal", "no idea", "unknown"))
    desk.save()


def _case(seat: Seat, text: str) -> tuple[Dossier, str]:
    """The case that the first words name, and the rest; with one case it need not be named."""
    words = text.split()
    cases = seat.dossiers
    found, count = longest(words, lexicon.incidents(cases))
    if found and "=" not in words[0]:
        return seat.dossier(found[0].id), " ".join(words[count:])
    if len(cases) == 1:
        return cases[0], text
    if words and len(cases) > 1 and "=" not in words[0]:
        find(words[0], lexicon.incidents(cases), "case")
    return seat.dossier(""), text


def parse_shares(dossier: Dossier, text: str) -> dict[str, float]:
    """Suspects with their per cents, as typed. Raises Unclear."""
    known = lexicon.suspects(dossier)
    words = re.sub(r"\s*[=:]\s*", " ", text.replace(",", " ")).replace(" %", "%").split()
    given: dict[str, float] = {}
    while words:
        if plain(words[0]) in (*FILLERS, "rest", "and"):
            words = words[1:]
            continue
        noun, count = _suspect(words, known)
        words = words[count:]
        number = _NUMBER.match(words[0]) if words else None
        if number is None:
            raise Unclear(f"how likely is {noun.label}? Write it as {noun.id}=50")
        given[noun.id] = given.get(noun.id, 0.0) + float(number[1])
        words = words[1:]
    if not given:
        raise Unclear(f"say it in numbers: {known[0].id}=50")
    return given


def _suspect(words: Sequence[str], known: Sequence[Noun]) -> tuple[Noun, int]:
    if _NUMBER.match(words[0]):
        raise Unclear(f"{words[0]} of what? Write {known[0].id}={words[0]}")
    found, count = longest(words, known)
    if not found:
        return find(words[0], known, "suspect"), 1
    if len(found) > 1:
        raise Unclear(f"'{words[0]}' could be {either(n.id for n in found)}: type a little more")
    return found[0], count


def _asked(desk: Desk, dossier: Dossier) -> dict[str, float]:
    """Ask suspect by suspect. Raises Cancelled."""
    term, left = desk.seat.term, 100.0
    given: dict[str, float] = {}
    term.say(f"{dossier.title}: how likely is each, in per cent? Enter leaves it to the rest.")
    for suspect in dossier.suspects[:-1]:
        hint = f", analysts {percent(suspect.belief)}" if staff_shows(desk.seat) else ""
        line = term.ask(f"{suspect.label} (of {left:g} left{hint}) >")
        number = _NUMBER.match(line.replace(" ", ""))
        if line and number is None:
            if desk.is_command(line):
                term.push(line)
            raise Cancelled
        if number is not None:
            given[suspect.id] = float(number[1])
            left -= given[suspect.id]
        if left <= 0:
            break
    return given


def state(seat: Seat, dossier: Dossier, given: dict[str, float], even: bool = False) -> None:
    """Hold what was said, with what is left over shared out among the others. Raises Unclear."""
    chances = shared_out(dossier.suspects, given, staff_shows(seat) and not even)
    case = seat.match.setup.cases[dossier.incident]
    row = [0.0] * len(case.hypotheses)
    for suspect, chance in zip(dossier.suspects, chances, strict=True):
        row[suspect.hypothesis] = chance
    seat.match.state(seat.nation, dossier.incident, row)
    _confirm(seat, dossier, chances, given)


def shared_out(suspects: Sequence[Suspect], given: dict[str, float], by_staff: bool) -> list[float]:
    """Chances of all suspects, in thousandths that sum to 1. Raises Unclear."""
    total = sum(given.values())
    rest = [s for s in suspects if s.id not in given]
    if total > 100.5 or any(value > 100 for value in given.values()):
        raise Unclear(f"these add up to {total:g} %: take away {total - 100:g}")
    if not rest and total < 99.5:
        raise Unclear(f"these add up to {total:g} %: {100 - total:g} are missing")
    weights = {s.id: (s.belief if by_staff else 1.0) + 0.001 for s in rest}
    left, all_weights = max(100 - total, 0.0), sum(weights.values())
    shares = {k: v / max(total, 100.0) if rest else v / total for k, v in given.items()}
    shares |= {k: left / 100 * w / all_weights for k, w in weights.items()}
    return _whole([shares[s.id] for s in suspects])


def _whole(shares: list[float]) -> list[float]:
    """Rounded to thousandths, largest remainders first, so that they sum to 1."""
    scaled = [share * STEPS for share in shares]
    steps = [int(value) for value in scaled]
    order = sorted(range(len(shares)), key=lambda n: steps[n] - scaled[n])
    for n in order[: STEPS - sum(steps)]:
        steps[n] += 1
    return [step / STEPS for step in steps]


def _confirm(
    seat: Seat, dossier: Dossier, chances: Sequence[float], given: dict[str, float]
) -> None:
    shares = zip(dossier.suspects, percents(chances), strict=True)
    parts = [f"{s.label} {share}" for s, share in shares]
    seat.term.good(f"You believe, of “{dossier.title}”: {'; '.join(parts)}.")
    rest = [s.label for s in dossier.suspects if s.id not in given]
    if rest and len(rest) < len(dossier.suspects):
        seat.term.say(f"What you did not name was shared out: {'; '.join(rest)}.", "dim", 1)
