"""Records: a game as text a person can read, and played again from it to the bit.

A record holds the scenario, a hash of the rules, the seed, every decision by name, and a hash of
the world after each turn. It is written anew and then renamed, so that a file is never half a
record; what is cut short by other means is refused with the line where it stops.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path

from game import lines, paths
from game.decisions import Reply, UnknownName
from game.language import _
from game.match import Decided, Match, Phase, Stated, new_match
from game.rules.turn import Ask
from game.scenario.check import check_text

FORMAT = "backchannel record 1"
_PHASES = {Ask.TALK: "talk", Ask.ANSWER: "answer", Ask.ORDER: "order"}
_ASKS = {name: ask for ask, name in _PHASES.items()}


class RecordError(ValueError):
    """A record that cannot be used; its message says where, what, and what to do."""


@cache
def rules_hash() -> str:
    """A hash of everything that decides how a world goes on: rules, actions and incident kinds."""
    maker = hashlib.blake2b(digest_size=8)
    for package in ("game.rules", "game.actions"):
        files = [f for f in resources.files(package).iterdir() if f.name.endswith(".py")]
        for file in sorted(files, key=lambda f: f.name):
            maker.update(file.read_text("utf-8").encode())
    for path in sorted((paths.scenarios() / "incidents").glob("*.yaml")):
        maker.update(path.read_text("utf-8").encode())
    return maker.hexdigest()


def to_text(match: Match) -> str:
    """The record of a match, finished or not."""
    told = [FORMAT, f"rules {rules_hash()}", f"seed {match.seed}"]
    told += [
        f"seat {nation} {player}"
        for nation, player in zip(match.setup.nations, match.players, strict=True)
    ]
    hashes = match.hashes()
    for turn in range(1, len(match.logs) + 1):
        told.append(f"turn {turn}")
        told += [_stated_line(match, s) for s in match.stated if s.turn == turn]
        for decided in match.decided:
            if decided.phase.turn == turn:
                told += _decided_lines(match, decided)
        if turn <= len(hashes):
            told.append(f"hash {hashes[turn - 1]}")
    told.append("scenario")
    told += ["| " + line for line in match.setup.text.splitlines()]
    return "\n".join([*told, "end", ""])


def _stated_line(match: Match, stated: Stated) -> str:
    case = match.setup.cases[stated.incident]
    shares = [
        f"{name}={chance:g}"
        for name, chance in zip(case.hypotheses, stated.chances, strict=False)
        if chance > 0
    ]
    return f"  state {match.setup.nations[stated.nation]} {case.id} {' '.join(shares)}"


def _decided_lines(match: Match, decided: Decided) -> list[str]:
    phase = decided.phase
    told = [f" {_PHASES[phase.ask]} {phase.round}" if phase.round else f" {_PHASES[phase.ask]}"]
    for nation, reply in decided.replies.items():
        who = match.setup.nations[nation]
        told += [f"  {who} {line}" for line in lines.of(reply)]
    return told


def save(match: Match, path: Path) -> None:
    """Write a record: to a new file beside it, then renamed, so that nothing is ever half there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.name, suffix=".new", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(to_text(match))
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno:
            error.filename = str(path)  # a full disk does not say of which file
        raise


@dataclass
class Parsed:
    """A record as read, not yet played."""

    name: str = "record"
    rules: str = ""
    seed: int = 0
    seats: dict[str, str] = field(default_factory=dict)
    steps: list[tuple[int, list[str]]] = field(default_factory=list)  # line number, words
    scenario: list[str] = field(default_factory=list)
    hashes: dict[int, str] = field(default_factory=dict)


def load(path: Path, verify: bool = False) -> Match:
    """A match played again from a record, ready to go on if it was not over.

    Raises RecordError; with `verify` also if the hash of any turn differs.
    """
    return _checked(read(path), verify)


def read(path: Path) -> Parsed:
    """A record, not yet played. Raises RecordError."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        raise RecordError(_("{place}: there is no such file").format(place=path)) from None
    except (OSError, UnicodeDecodeError) as error:
        said = _("{place}: cannot be read as text ({why})").format(place=path, why=error)
        raise RecordError(said) from None
    return parse(text, str(path))


def from_text(text: str, name: str = "record", verify: bool = False) -> Match:
    """A match played again from the text of a record. Raises RecordError."""
    return _checked(parse(text, name), verify)


def _checked(parsed: Parsed, verify: bool) -> Match:
    match = played(parsed)
    different = first_difference(match, parsed) if verify else None
    if different is not None:
        raise RecordError(differs(parsed, different))
    return match


def played(parsed: Parsed) -> Match:
    """A match played again from a record that was read. Raises RecordError."""
    name = parsed.name
    if parsed.rules != rules_hash():
        said = _(
            "{place}: it was played by other rules ({theirs}; these are {ours}): replay it with "
            "the version of the game that wrote it"
        )
        raise RecordError(said.format(place=f"{name}:2", theirs=parsed.rules, ours=rules_hash()))
    source = "\n".join(parsed.scenario) + "\n"
    scenario, findings = check_text(source, f"{name} (its scenario)")
    if scenario is None:
        raise RecordError(f"{findings[0]}")
    players = [parsed.seats.get(nation, "") for nation in scenario.nations]
    try:
        match = new_match(scenario, source, parsed.seed, players)
    except ValueError as error:
        raise RecordError(f"{name}: {error}") from None
    _play(match, parsed, name)
    return match


def first_difference(match: Match, parsed: Parsed) -> int | None:
    """The first turn whose hash is not the recorded one."""
    for turn, value in enumerate(match.hashes(), start=1):
        if parsed.hashes.get(turn, value) != value:
            return turn
    return None


def differs(parsed: Parsed, turn: int) -> str:
    """What to say of a record whose hash of a turn is not that of the world."""
    said = _(
        "{place}: turn {n} does not come out as recorded: the file was changed, or this "
        "machine computes otherwise"
    )
    return said.format(place=parsed.name, n=turn)


def parse(text: str, name: str = "record") -> Parsed:
    """The text of a record, not yet played. name: what it is called. Raises RecordError."""
    rows = text.splitlines()
    if not rows or rows[0] != FORMAT:
        said = _("{place}: this is not a record (it should begin with '{beginning}')")
        raise RecordError(said.format(place=f"{name}:1", beginning=FORMAT))
    parsed = Parsed(name)
    turn = 0
    for number, line in enumerate(rows[1:], start=2):
        words = line.split(" ") if line.startswith("|") else _words(line, name, number)
        head = words[0] if words else ""
        if head == "end":
            return parsed
        if head == "|":
            parsed.scenario.append(line[2:])
        elif head in ("rules", "seed", "seat", "hash") and not line.startswith(" "):
            turn = _header(parsed, words, turn, name, number)
        elif head and head != "scenario":
            counted = head == "turn" and words[1:] and words[1].isdigit()
            turn = int(words[1]) if counted else turn
            parsed.steps.append((number, words))
    said = _(
        "{place}: the record is cut short (it should close with 'end'): copy it again from where "
        "it came; nothing was changed"
    )
    raise RecordError(said.format(place=f"{name}:{len(rows)}"))


def _header(parsed: Parsed, words: list[str], turn: int, name: str, number: int) -> int:
    try:
        if words[0] == "rules":
            parsed.rules = words[1]
        elif words[0] == "seed":
            parsed.seed = int(words[1])
        elif words[0] == "seat":
            parsed.seats[words[1]] = words[2]
        else:
            parsed.hashes[turn] = words[1]
    except (IndexError, ValueError):
        raise _incomplete(words, name, number) from None
    return turn


def _incomplete(words: list[str], name: str, number: int) -> RecordError:
    said = _("{place}: '{words}' is not complete")
    return RecordError(said.format(place=f"{name}:{number}", words=" ".join(words)))


def _words(line: str, name: str, number: int) -> list[str]:
    """Words of a line; a note in quotes is one of them."""
    head, found, note = line.strip().partition(" note=")
    words = head.split()
    if found:
        try:
            words.append("note=" + str(json.loads(note)))
        except ValueError:
            said = _("{place}: the note is not closed").format(place=f"{name}:{number}")
            raise RecordError(said) from None
    return words


def _play(match: Match, parsed: Parsed, name: str) -> None:
    """Give the match every decision of the record, phase by phase."""
    for number, head, body in _phases(match, parsed, name):
        if match.phase is None or head != match.phase:
            said = _(
                "{place}: the record says '{asked}' in turn {n}, but the game is not there: the "
                "file was changed"
            )
            place = f"{name}:{number}"
            raise RecordError(said.format(place=place, asked=head.ask.value, n=head.turn))
        replies: dict[int, Reply] = {}
        for line, words in body:
            try:
                _enter(match, replies, words)
            except (ValueError, IndexError, KeyError, OverflowError) as error:
                raise RecordError(f"{name}:{line}: {' '.join(words)}: {error}") from None
        match.replay(Decided(head, dict(sorted(replies.items()))))
    match.go_on()


Line = tuple[int, list[str]]


def _phases(match: Match, parsed: Parsed, name: str) -> Iterator[tuple[int, Phase, list[Line]]]:
    """Phases in order, each with its line number and the lines of its decisions."""
    turn, start, phase, body = 0, 0, None, []
    for number, words in [*parsed.steps, (0, ["turn", "0"])]:
        if words[0] not in ("turn", *_ASKS) and words[0] != "state":
            body.append((number, words))
            continue
        if words[0] == "state":
            _state(match, turn, words, f"{name}:{number}")
            continue
        if phase is not None:
            yield start, phase, body
            phase, body = None, []
        if words[0] == "turn":
            turn = _counted(words, name, number)
        else:
            which = _counted(words, name, number) if len(words) > 1 else 0
            start, phase = number, Phase(turn, _ASKS[words[0]], which)


def _counted(words: list[str], name: str, number: int) -> int:
    """The number that a line begins with, after its word."""
    try:
        return int(words[1])
    except (IndexError, ValueError):
        raise _incomplete(words, name, number) from None


def _state(match: Match, turn: int, words: list[str], place: str) -> None:
    try:
        names = match.names
        nation, incident = names.number("nation", words[1]), names.number("incident", words[2])
        shares = dict(word.split("=") for word in words[3:])
        case = match.setup.cases[incident]
        chances = [float(shares.pop(key, 0)) for key in case.hypotheses]
        chances += [0.0] * (match.board.sizes["H"] - len(chances))
        if shares:
            raise ValueError(f"there is no hypothesis '{next(iter(shares))}'")
    except (UnknownName, ValueError, IndexError) as error:
        raise RecordError(f"{place}: {error}") from None
    match.stated.append(Stated(turn, nation, incident, tuple(chances)))


def _enter(match: Match, replies: dict[int, Reply], words: list[str]) -> None:
    """Add the decision of one line to the replies."""
    nation = match.names.number("nation", words[0])
    verb = words[1]
    plain = [word for word in words[2:] if "=" not in word or word.startswith("note=")]
    keyed = dict(word.split("=", 1) for word in words[2:] if "=" in word)
    new = lines.added(replies.get(nation, Reply()), verb, plain, keyed)
    match.check(nation, new)
    replies[nation] = new
