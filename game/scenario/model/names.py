"""Names from closed lists: what the rules know, an author can write."""

from __future__ import annotations

from enum import StrEnum


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
