"""Decisions as lines of a record, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from game.decisions import Answer, Message, Order, Proposal, Reply
from game.rules.world import NOBODY


def of(reply: Reply) -> Iterator[str]:
    """What a nation said to one question, a line for each thing."""
    yield from map(_message_text, reply.messages)
    yield from map(_proposal_text, reply.proposals)
    yield from map(_answer_text, reply.answers)
    yield from map(order_text, reply.orders)


def added(old: Reply, verb: str, plain: Sequence[str], keyed: Mapping[str, str]) -> Reply:
    """A reply with what one line says. plain, keyed: its words without and with a `=`."""
    if verb == "say":
        message = Message(
            to=keyed["to"],
            tone=plain[0],
            topic=plain[1],
            until=int(keyed.get("until", NOBODY)),
            note=keyed.get("note", ""),
        )
        return replace(old, messages=(*old.messages, message))
    if verb in ("propose", "counter"):
        return replace(old, proposals=(*old.proposals, _proposal(verb, keyed)))
    if verb in ("accept", "refuse"):
        return replace(old, answers=(*old.answers, _answer(verb, plain, keyed)))
    if verb == "order":
        return replace(old, orders=(*old.orders, _order(plain, keyed)))
    raise ValueError(f"there is no decision '{verb}'")


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
    """An order as a record tells it."""
    parts = ["order", order.action]
    for key in ("target", "incident", "choice", "cover", "answer"):
        value = getattr(order, key)
        parts += [f"{key}={value}"] if value is not None else []
    parts += [f"level={order.level}"] if order.level != 1 else []
    if order.reason != NOBODY:
        parts.append(f"because={order.reason}:{order.factor:.3g}")
    return " ".join(parts)


def _proposal(verb: str, keyed: Mapping[str, str]) -> Proposal:
    given = dict(keyed)
    parties = tuple(part for part in given.pop("to").split(",") if part)
    incident, accused = given.pop("about", None), given.pop("accuse", None)
    body, power = given.pop("through", None), given.pop("power", None)
    topic = given.pop("topic", None)
    clauses = {clause: int(level) for clause, level in given.items()}
    return Proposal(parties, clauses, incident, accused, verb == "counter", body, power, topic)


def _answer(verb: str, plain: Sequence[str], keyed: Mapping[str, str]) -> Answer:
    reason, factor, needed = [*keyed.get("because", f"{NOBODY}:0:0").split(":"), "0", "0"][:3]
    return Answer(int(plain[0]), verb == "accept", int(reason), float(factor), float(needed))


def _order(plain: Sequence[str], keyed: Mapping[str, str]) -> Order:
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
