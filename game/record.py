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
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from pathlib import Path

from game import paths
from game.decisions import Answer, Message, Order, Proposal, Reply, UnknownName
from game.language import _
from game.match import Decided, Match, Phase, Stated, new_match
from game.rules.turn import Ask
from game.rules.world import NOBODY
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
    lines = [FORMAT, f"rules {rules_hash()}", f"seed {match.seed}"]
    lines += [
        f"seat {nation} {player}"
        for nation, player in zip(match.setup.nations, match.players, strict=True)
    ]
    hashes = match.hashes()
    for turn in range(1, len(match.logs) + 1):
        lines.append(f"turn {turn}")
        lines += [_stated_line(match, s) for s in match.stated if s.turn == turn]
        for decided in match.decided:
            if decided.phase.turn == turn:
                lines += _decided_lines(match, decided)
        if turn <= len(hashes):
            lines.append(f"hash {hashes[turn - 1]}")
    lines.append("scenario")
    lines += ["| " + line for line in match.setup.text.splitlines()]
    return "\n".join([*lines, "end", ""])


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
    lines = [f" {_PHASES[phase.ask]} {phase.round}" if phase.round else f" {_PHASES[phase.ask]}"]
    for nation, reply in decided.replies.items():
        who = match.setup.nations[nation]
        lines += [f"  {who} {_message_text(m)}" for m in reply.messages]
        lines += [f"  {who} {_proposal_text(p)}" for p in reply.proposals]
        lines += [f"  {who} {_answer_text(a)}" for a in reply.answers]
        lines += [f"  {who} {order_text(o)}" for o in reply.orders]
    return lines


def _message_text(message: Message) -> str:
    parts = [message.tone, message.topic, f"to={message.to}"]
    parts += [] if message.until == NOBODY else [f"until={message.until}"]
    parts += [f"note={json.dumps(message.note, ensure_ascii=False)}"] if message.note else []
    return "say " + " ".join(parts)


def _proposal_text(proposal: Proposal) -> str:
    parts = ["counter" if proposal.counter else "propose", f"to={','.join(proposal.parties)}"]
    parts += [f"{clause}={level}" for clause, level in proposal.clauses.items()]
    parts += [f"about={proposal.incident}"] if proposal.incident else []
    parts += [f"accuse={proposal.accused}"] if proposal.accused else []
    parts += [f"through={proposal.organisation}"] if proposal.organisation else []
    parts += [f"power={proposal.power}"] if proposal.power else []
    parts += [f"topic={proposal.topic}"] if proposal.topic else []
    return " ".join(parts)


def _answer_text(answer: Answer) -> str:
    parts = ["accept" if answer.accept else "refuse", str(answer.offer)]
    if answer.reason != NOBODY:
        parts.append(f"because={answer.reason}:{answer.factor:g}:{answer.needed:g}")
    return " ".join(parts)


def order_text(order: Order) -> str:
    """An order as a record writes it."""
    parts = ["order", order.action]
    for key in ("target", "incident", "choice", "cover", "answer"):
        value = getattr(order, key)
        parts += [f"{key}={value}"] if value is not None else []
    parts += [f"level={order.level}"] if order.level != 1 else []
    if order.reason != NOBODY:
        parts.append(f"because={order.reason}:{order.factor:.3g}")
    return " ".join(parts)


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
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@dataclass
class Parsed:
    """A record as read, not yet played."""

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
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        raise RecordError(_("{place}: there is no such file").format(place=path)) from None
    except (OSError, UnicodeDecodeError) as error:
        said = _("{place}: cannot be read as text ({why})").format(place=path, why=error)
        raise RecordError(said) from None
    return from_text(text, str(path), verify)


def from_text(text: str, name: str = "record", verify: bool = False) -> Match:
    """A match played again from the text of a record. Raises RecordError."""
    parsed = _parse(text, name)
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
    if verify:
        difference = first_difference(match, parsed)
        if difference is not None:
            said = _(
                "{place}: turn {n} does not come out as recorded: the file was changed, or this "
                "machine computes otherwise"
            )
            raise RecordError(said.format(place=name, n=difference))
    return match


def first_difference(match: Match, parsed: Parsed) -> int | None:
    """The first turn whose hash is not the recorded one."""
    for turn, value in enumerate(match.hashes(), start=1):
        if parsed.hashes.get(turn, value) != value:
            return turn
    return None


def _parse(text: str, name: str) -> Parsed:
    lines = text.splitlines()
    if not lines or lines[0] != FORMAT:
        said = _("{place}: this is not a record (it should begin with '{beginning}')")
        raise RecordError(said.format(place=f"{name}:1", beginning=FORMAT))
    parsed = Parsed()
    turn = 0
    for number, line in enumerate(lines[1:], start=2):
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
    raise RecordError(said.format(place=f"{name}:{len(lines)}"))


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
    old = replies.get(nation, Reply())
    if verb == "say":
        message = Message(
            to=keyed["to"],
            tone=plain[0],
            topic=plain[1],
            until=int(keyed.get("until", NOBODY)),
            note=keyed.get("note", ""),
        )
        new = replace(old, messages=(*old.messages, message))
    elif verb in ("propose", "counter"):
        new = replace(old, proposals=(*old.proposals, _proposal(verb, keyed)))
    elif verb in ("accept", "refuse"):
        new = replace(old, answers=(*old.answers, _answer(verb, plain, keyed)))
    elif verb == "order":
        new = replace(old, orders=(*old.orders, _order(plain, keyed)))
    else:
        raise ValueError(f"there is no decision '{verb}'")
    match.check(nation, new)
    replies[nation] = new


def _proposal(verb: str, keyed: dict[str, str]) -> Proposal:
    given = dict(keyed)
    parties = tuple(part for part in given.pop("to").split(",") if part)
    incident, accused = given.pop("about", None), given.pop("accuse", None)
    body, power = given.pop("through", None), given.pop("power", None)
    topic = given.pop("topic", None)
    clauses = {clause: int(level) for clause, level in given.items()}
    return Proposal(parties, clauses, incident, accused, verb == "counter", body, power, topic)


def _answer(verb: str, plain: list[str], keyed: dict[str, str]) -> Answer:
    reason, factor, needed = [*keyed.get("because", f"{NOBODY}:0:0").split(":"), "0", "0"][:3]
    return Answer(int(plain[0]), verb == "accept", int(reason), float(factor), float(needed))


def _order(plain: list[str], keyed: dict[str, str]) -> Order:
    reason, factor = [*keyed.get("because", f"{NOBODY}:0").split(":"), "0"][:2]
    return Order(
        action=plain[0],
        target=keyed.get("target"),
        incident=keyed.get("incident"),
        choice=keyed.get("choice"),
        level=int(keyed.get("level", 1)),
        cover=keyed.get("cover"),
        answer=keyed.get("answer"),
        reason=int(reason),
        factor=float(factor),
    )
