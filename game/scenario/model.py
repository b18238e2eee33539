"""The scenario format, version 1: one model for reading, checking, schema and documentation.

Everything an author may write is here, each field with what it means. Unknown keys are refused.
Ids are map keys. Numbers are on the scales of the rules: 0 to 100, severities 0 to 10.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]
When = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Level = Annotated[float, Field(ge=0, le=100)]
Share = Annotated[float, Field(ge=0, le=1)]
Turns = Annotated[int, Field(ge=1, le=40)]


class Strict(BaseModel):
    """What every part of a scenario shares: unknown keys, wrong types and NaN are refused."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, frozen=True)


class SectorName(StrEnum):
    """The seven sectors."""

    ENERGY = "energy"
    FINANCE = "finance"
    HEALTH = "health"
    TELECOMS = "telecoms"
    TRANSPORT = "transport"
    GOVERNMENT = "government"
    ELECTIONS = "elections"


class KindName(StrEnum):
    """The ten kinds of incident."""

    DISRUPTION = "disruption"
    ESPIONAGE = "espionage"
    LONG_ESPIONAGE = "long_espionage"
    DEGRADATION = "degradation"
    RANSOMWARE = "ransomware"
    DATA_LEAK = "data_leak"
    FINANCIAL_THEFT = "financial_theft"
    ELECTION_INFLUENCE = "election_influence"
    WIPER = "wiper"
    SUPPLY_CHAIN = "supply_chain"


class Layer(StrEnum):
    """The layer an evidence card belongs to."""

    INFRASTRUCTURE = "infrastructure"
    CODE = "code"
    LANGUAGE = "language"
    MISTAKE = "mistake"
    SOURCE = "source"
    MOTIVE = "motive"
    CLAIM = "claim"
    VENDOR = "vendor"


class Weight(StrEnum):
    """How much more often a card exists under a hypothesis than otherwise."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"
    VERY_STRONG = "very_strong"


class Stocks(Strict):
    """The three stocks of a nation."""

    capital: Level = Field(description="political capital, spent on anything diplomatic")
    effort: Level = Field(description="analyst effort, spent on forensics and covert work")
    funds: Level = Field(description="funds, spent on protection, capacity and aid")


class Capability(Strict):
    """The five capabilities of a nation."""

    offence: Level = Field(description="what its covert operations can do")
    defence: Level = Field(description="how hard its networks are to break")
    forensics: Level = Field(description="how fast it finds out who did it")
    resilience: Level = Field(description="how fast its services mend")
    diplomacy: Level = Field(description="how well it talks and gathers others")


class PointName(StrEnum):
    """The contested questions of law."""

    SOVEREIGNTY = "sovereignty"
    COUNTERMEASURES = "countermeasures"
    NOTICE = "notice"
    COLLECTIVE = "collective"
    DUE_DILIGENCE = "due_diligence"
    FORCE = "force"
    NEW_TREATY = "new_treaty"


class PowerName(StrEnum):
    """What an organisation may be able to do."""

    POOLED_EVIDENCE = "pooled_evidence"
    JOINT_STATEMENT = "joint_statement"
    JOINT_SANCTIONS = "joint_sanctions"
    MUTUAL_ASSISTANCE = "mutual_assistance"
    CAPACITY_FUND = "capacity_fund"
    TRAINING = "training"
    LEGAL_EXPERTISE = "legal_expertise"
    NORM_FORUM = "norm_forum"
    CONTACT_DIRECTORY = "contact_directory"
    MEDIATION = "mediation"
    INDEPENDENT_ATTRIBUTION = "independent_attribution"


class RuleName(StrEnum):
    """How an organisation decides."""

    CONSENSUS = "consensus"
    UNANIMITY = "unanimity"
    QUALIFIED_MAJORITY = "qualified_majority"
    SECRETARY = "secretary"


class Nation(Strict):
    """One nation that is played, by a person or an AI."""

    name: Line = Field(description="full name")
    short: Line | None = Field(None, description="short name for tables; the full name if left out")
    about: Text = Field(description="what everybody knows of it, in a sentence or two")
    brief: Text = Field(description="what its own player is told: situation, aims, dilemma")
    emerging: bool = Field(False, description="starts with little but its vote")
    power: Share = Field(0.5, description="weight in the world; emerging nations under 0.3")
    stocks: Stocks = Field(description="stocks at the start")
    income: Stocks = Field(description="what comes in each turn")
    capability: Capability = Field(description="capabilities at the start")
    access: Level = Field(20.0, description="reach of secret sources")
    exploits: Annotated[int, Field(ge=0, le=9)] = Field(
        0, description="vulnerabilities kept secret"
    )
    dependence: dict[SectorName, Annotated[float, Field(ge=0, le=20)]] = Field(
        default_factory=dict, description="weight of sectors in its life; 1 where left out"
    )
    service: dict[SectorName, Level] = Field(
        default_factory=dict, description="service levels at the start; 100 where left out"
    )
    support: Level = Field(50.0, description="public support at the start")
    anger: Level = Field(0.0, description="public anger at the start")
    standing: Level = Field(50.0, description="how far its word is believed at the start")
    doctrine: Id = Field("reciprocator", description="the AI doctrine that plays it by default")
    allies: list[Id] = Field(default_factory=list, description="nations it holds for allies")
    red_lines: dict[SectorName, Annotated[int, Field(ge=1, le=10)]] = Field(
        default_factory=dict, description="severity of an attack on a sector that it will not bear"
    )
    positions: dict[PointName, Id] = Field(
        default_factory=dict, description="its answers to contested questions of law"
    )
    published: list[PointName] = Field(
        default_factory=list, description="questions on which it has said so in public"
    )
    norm_bar: Share = Field(
        0.5, description="share of the world's influence that must hold a norm before it does"
    )
    strategy: Annotated[int, Field(ge=0, le=5)] = Field(
        0, description="steps of a national cyber strategy taken already"
    )


class ActorKind(StrEnum):
    """What a non-state actor is."""

    CRIMINAL = "criminal"
    HACKTIVIST = "hacktivist"
    CONTRACTOR = "contractor"


class Hazard(Strict):
    """How a non-state actor acts of its own accord."""

    chance: Annotated[float, Field(ge=0, le=0.5)] = Field(description="chance of acting each turn")
    kind: KindName = Field(description="what it does")
    sector: SectorName = Field(description="what it hits")
    severity: Annotated[float, Field(ge=1, le=6)] = Field(description="DCID scale")
    targets: list[Id] = Field(
        min_length=1, description="nations it may hit, the weakest most often"
    )


class Actor(Strict):
    """A non-state actor. It lives on some nation's soil and is not played."""

    name: Line = Field(description="name")
    kind: ActorKind = Field(description="criminal, hacktivist or contractor")
    home: Id = Field(description="nation on whose soil it lives")
    about: Text = Field(description="what everybody knows of it")
    patrons: list[Id] = Field(default_factory=list, description="nations said to have used it")
    hazard: Hazard | None = Field(None, description="how often it acts of its own accord")


class Acts(Strict):
    """Acts that break a norm."""

    kinds: list[KindName] = Field(min_length=1, description="kinds of incident")
    sectors: list[SectorName] | None = Field(None, description="sectors hit; any if left out")
    least: Annotated[float, Field(ge=0, le=10)] = Field(0.0, description="from this severity on")
    responders: bool = Field(False, description="only while response teams are at work there")


class Breaks(Strict):
    """What breaks a norm: acts, a request left unanswered, or a hasty accusation."""

    acts: Acts | None = Field(None, description="acts that break a restraint")
    request: Literal["help", "takedown", "legal_aid", "explain"] | None = Field(
        None, description="the request that a duty says must be answered"
    )
    haste: bool = Field(False, description="accusing beyond what others can believe")
    neglect: bool = Field(False, description="asking for help without having done anything oneself")


class Informs(Strict):
    """What a norm says of a contested question."""

    question: PointName = Field(description="the question")
    answer: Id = Field(description="the answer that follows from the norm")


class Norm(Strict):
    """A norm: a restraint or a duty."""

    label: Line = Field(description="what it asks, in a few words")
    letter: Annotated[str, StringConstraints(pattern=r"^[a-k]$")] | None = Field(
        None, description="letter among the eleven norms of 2015"
    )
    kind: Literal["restraint", "duty"] = Field(description="broken by an act, or by silence")
    text: Text = Field(description="what it asks, in full")
    since: Annotated[int, Field(ge=1900, le=2100)] | None = Field(
        None, description="year it was first agreed"
    )
    broken_by: Breaks = Field(description="what breaks it")
    informs: Informs | None = Field(None, description="the question of law it speaks to")
    source: Line = Field(description="where it comes from")


class NormUse(Strict):
    """A norm that is live in a scenario."""

    define: Norm | None = Field(None, description="a norm of this scenario's own")
    endorsed: list[Id] = Field(default_factory=list, description="nations that endorse it")
    internalised: list[Id] = Field(
        default_factory=list, description="nations that have made it their own"
    )


class PowerUse(Strict):
    """How an organisation uses one of its powers."""

    lag: Annotated[int, Field(ge=0, le=6)] = Field(0, description="turns from vote to effect")
    rest: Annotated[int, Field(ge=1, le=9)] = Field(2, description="turns until it can act again")
    strength: Annotated[float, Field(gt=0, le=3)] = Field(1.0, description="1 as usual")


class Organisation(Strict):
    """An organisation: how it decides, and what it can do."""

    label: Line = Field(description="full name")
    short: Line = Field(description="short name")
    about: Text = Field(description="what it is and how it feels to work with, in a few sentences")
    since: Annotated[int, Field(ge=1900, le=2100)] | None = Field(
        None, description="year it came into being"
    )
    rule: RuleName = Field(description="how it decides")
    powers: dict[PowerName, PowerUse] = Field(min_length=1, description="what it can do")
    source: list[Line] = Field(min_length=1, description="where the facts come from")


class Membership(Strict):
    """An organisation on the board of a scenario."""

    define: Organisation | None = Field(None, description="an organisation of its own")
    members: list[Id] = Field(min_length=1, description="its members among the nations")


class Relation(Strict):
    """How one nation stands to another. It may differ the other way round."""

    of: Id = Field(description="the nation that trusts or is hostile")
    to: Id = Field(description="the nation it trusts or is hostile to")
    trust: Level | None = Field(None, description="trust of `of` in `to`")
    hostility: Level | None = Field(None, description="hostility of `of` to `to`")
    both: bool = Field(False, description="the same the other way round")


class Usual(Strict):
    """Relations of pairs that are not listed."""

    trust: Level = Field(50.0, description="trust between nations not listed")
    hostility: Level = Field(10.0, description="hostility between nations not listed")


class Hypothesis(Strict):
    """One possible truth: a hand at the keyboard, with or without a sponsor."""

    hand: Id = Field(description="nation or non-state actor that did it")
    sponsor: Id | None = Field(None, description="nation that ordered it")
    prior: Share = Field(description="chance before any evidence; what is left is OTHER")
    text: Text = Field(description="told in the debrief when this is the truth")


class FalseFlag(Strict):
    """How likely the traces were planted, and whom they would frame."""

    chance: Share = Field(description="chance that whoever did it planted traces of another")
    frames: dict[Id, Annotated[float, Field(gt=0, le=100)]] = Field(
        description="hypotheses that may be framed, with relative weights"
    )


class Card(Strict):
    """One piece of evidence that may or may not exist."""

    text: Text = Field(description="what is found, in plain words")
    layer: Layer = Field(description="kind of evidence")
    points_to: dict[Id, Weight] = Field(
        description="hypotheses under which it exists more often, and how much more"
    )
    exists: Annotated[float, Field(gt=0, le=0.95)] = Field(
        0.8, description="chance that it exists under the hypothesis it fits best"
    )
    planted: bool = Field(False, description="a false flag can plant it")
    secret: bool = Field(False, description="found by secret sources, not by forensics")
    burns: bool = Field(False, description="showing it to the public burns the source")
    work: Annotated[float, Field(gt=0, le=200)] = Field(
        description="work that settles whether it is there"
    )
    finders: list[Id] | None = Field(
        None, description="nations in a position to look; all if left out"
    )


class Incident(Strict):
    """Something that happens to a nation, with several possible truths."""

    title: Line = Field(description="headline")
    text: Text = Field(description="what is seen, not who did it")
    kind: KindName = Field(description="kind of incident")
    victim: Id = Field(description="nation hit")
    sector: SectorName = Field(description="sector hit")
    severity: Annotated[float, Field(ge=0, le=10)] = Field(description="DCID scale, 0 to 10")
    lasts: Turns | None = Field(None, description="turns it lasts; as its kind says if left out")
    turn: Turns = Field(1, description="first turn it may begin")
    when: When | None = Field(None, description="condition that must hold too")
    hypotheses: dict[Id, Hypothesis] = Field(description="possible truths; OTHER is always added")
    other: Text = Field(
        "It was an accident, or the work of someone nobody had on the list.",
        description="told in the debrief when it was none of them",
    )
    truth: Id | None = Field(None, description="fixes the truth; drawn from the priors if left out")
    false_flag: FalseFlag | None = Field(None, description="planted traces, if anyone might")
    evidence: dict[Id, Card] = Field(default_factory=dict, description="the deck of evidence")


class Effect(Strict):
    """One number an inject changes."""

    what: Literal[
        "anger",
        "support",
        "standing",
        "capital",
        "effort",
        "funds",
        "access",
        "trust",
        "hostility",
        "service",
    ] = Field(description="what changes")
    of: Id = Field(description="whose")
    to: Id | None = Field(None, description="towards whom, for trust and hostility")
    sector: SectorName | None = Field(None, description="which sector, for service")
    by: Annotated[float, Field(ge=-100, le=100)] = Field(description="by how much")


class Channel(StrEnum):
    """How news of an inject comes in."""

    NEWS = "news"
    PRIVATE = "private"
    REPORT = "report"


class Inject(Strict):
    """Something the scenario makes happen, once, at a turn or when a condition holds."""

    turn: Turns | None = Field(None, description="first turn it may happen")
    when: When | None = Field(None, description="condition that must hold too")
    to: Literal["all"] | list[Id] = Field("all", description="who is told")
    channel: Channel = Field(Channel.NEWS, description="how it comes in")
    title: Line = Field(description="headline")
    text: Text = Field(description="what is told; {nation_id} stands for that nation's name")
    effects: list[Effect] = Field(default_factory=list, description="numbers it changes")
    settles: list[Line] = Field(
        default_factory=list, description="cards a public report settles, as incident.card"
    )
    facilitator: Text | None = Field(None, description="a note for the teacher's eyes")


class Objective(Strict):
    """Something a nation wants."""

    text: Line = Field(description="in words")
    points: Annotated[float, Field(gt=0, le=100)] = Field(description="what it is worth")
    when: When = Field(description="condition that meets it")
    judged: Literal["any", "end", "always"] = Field(
        "end", description="any: once is enough · end: at the end · always: throughout"
    )


class Later(Strict):
    """What was claimed about a real incident later on."""

    date: Line = Field(description="when")
    by: Line = Field(description="by whom")
    claim: Text = Field(description="what they said")
    confidence: Line = Field(description="how sure they said they were")
    source: Line = Field(description="key of a source")


class Debrief(Strict):
    """What is told and asked after the game."""

    text: Text = Field(description="what the scenario is about, told at the end")
    questions: list[Line] = Field(min_length=1, description="questions for discussion")
    later: list[Later] = Field(default_factory=list, description="claims made later, if real")


class Source(Strict):
    """Where facts come from."""

    text: Text = Field(description="what the source is")
    link: Line | None = Field(None, description="address")


class Scenario(Strict):
    """A scenario file."""

    format: Literal[1] = Field(description="version of this format")
    id: Id = Field(description="id, the same as the file name")
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")] = Field(
        "1.0.0", description="version of the scenario"
    )
    title: Line = Field(description="title")
    summary: Text = Field(description="a few sentences for the library")
    brief: Text = Field(description="told to every player at the start")
    authors: list[Line] = Field(default_factory=list, description="who wrote it")
    licence: Line = Field("CC-BY-4.0", description="licence of the text")
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] = Field(
        "en", description="language of the text"
    )
    real: bool = Field(False, description="after real events; culprits are what was suspected then")
    year: Annotated[int, Field(ge=1980, le=2100)] | None = Field(
        None, description="year it plays in; what did not exist then is off the board"
    )
    turns: Turns = Field(description="turns of the game")
    turn_days: Annotated[int, Field(ge=1, le=365)] = Field(7, description="days a turn stands for")
    level: Literal["guided", "standard", "expert"] = Field(
        "standard", description="suggested level"
    )
    usual: Usual = Field(
        Usual(trust=50.0, hostility=10.0), description="relations of pairs not listed"
    )
    nations: dict[Id, Nation] = Field(min_length=2, max_length=16, description="the nations")
    actors: dict[Id, Actor] = Field(default_factory=dict, description="non-state actors")
    relations: list[Relation] = Field(default_factory=list, description="relations that differ")
    norms: dict[Id, NormUse] = Field(
        default_factory=dict, max_length=6, description="norms that are live; two to four is best"
    )
    organisations: dict[Id, Membership] = Field(
        default_factory=dict, max_length=6, description="organisations on the board"
    )
    incidents: dict[Id, Incident] = Field(min_length=1, max_length=8, description="what happens")
    injects: dict[Id, Inject] = Field(default_factory=dict, description="what comes from outside")
    objectives: dict[Id, dict[Id, Objective]] = Field(description="by nation: what it wants")
    debrief: Debrief = Field(description="after the game")
    sources: dict[Id, Source] = Field(default_factory=dict, description="where facts come from")
