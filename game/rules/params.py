"""The numbers of the rules, each with a tag that says where it comes from. (Rules 12)

`sourced`: taken from a source named beside it · `fitted`: chosen to meet a named figure ·
`sign_only`: research gives the direction, we chose the size · `design`: ours, for play.
"""

from __future__ import annotations


def sourced(value: float, source: str) -> float:
    """A number taken from a source."""
    assert source
    return value


def fitted(value: float, target: str) -> float:
    """A number chosen so that a named figure comes out."""
    assert target
    return value


def sign_only(value: float, source: str) -> float:
    """A number whose direction research gives and whose size we chose."""
    assert source
    return value


def design(value: float, purpose: str) -> float:
    """A number chosen for play."""
    assert purpose
    return value


# Belief (Rules 4)
WEAK = design(3.0, "decibans of a weak card: twice as likely")
FAIR = design(6.0, "decibans of a fair card: four times as likely")
STRONG = design(10.0, "decibans of a strong card: ten times as likely")
VERY_STRONG = design(15.0, "decibans of a very strong card: thirty-two times as likely")
OTHER_LEAST = design(0.05, "least prior of OTHER: accident, or someone off the board")
FALSE_FLAG = design(
    0.10, "chance of a false flag where the scenario names none; no prevalence known"
)
BELIEF_REACH = design(120.0, "decibans beyond which more evidence changes nothing")

# Investigation (Rules 4)
PROBE_BASE = design(2.5, "forensic work a turn of a nation with forensics 100 that gives no order")
PROBE_VICTIM = design(2.0, "the victim has the logs: its forensic work counts so many times")
PROBE_ORDER = design(13.0, "forensic work of one step of investigation at forensics 100")
TAP_BASE = design(1.0, "secret collection a turn at access 100 that gives no order")
TAP_ORDER = design(12.0, "secret collection of one step at access 100")
SKILL_FLOOR = sourced(0.5, "theory E2: items arrive at effort x (0.5 + 0.5 x capability)")
LUCK_LEAST = design(0.6, "a bad turn of work counts so much; a good one as much above 1")

# Incidents (Rules 3)
HARDENING_SHIELD = design(0.005, "share of harm a point of hardening keeps off")
READINESS_SHIELD = design(0.003, "share of harm a point of readiness keeps off")
READINESS_FADES = design(0.25, "share of readiness lost a turn")
RECOVERY = design(0.12, "service regained a turn per point of resilience, whatever goes on")
BACK_DOOR = design(0.5, "spread from the hardest network; the weakest it sits in adds up to 1")
SPREAD_HARM = design(0.5, "harm of a spread incident, as a share of that to its victim")
REPAIR_ORDER = design(7.0, "service restored by one step of response at resilience 100")
QUIET_NOTICE = design(0.5, "chance a turn that a victim of forensics 100 notices a quiet operation")
FOOTHOLD_HELPS = design(25.0, "offence that a foothold in the sector adds")
SPY_ACCESS = design(5.0, "access that a quiet operation brings its author when it succeeds")
BACKFIRE = sourced(0.142, "DCID 2.0: 14.2 % of operations fail technically (theory M4)")

# Trust, hostility, grievance (Rules 5)
BLAME_VICTIM = design(4.0, "trust lost per point of severity and of belief, by the victim")
BLAME_WITNESS = design(1.0, "trust lost per point of severity and of belief, by others")
HOSTILITY_HARM = design(2.5, "theory E7 K: hostility per point of believed severity over the bar")
HOSTILITY_BAR = sign_only(2.0, "Fischerkeller & Harknett 2019: below this, agreed competition")
HOSTILITY_ECHO = design(0.10, "theory E7 Kr: hostility answers hostility")
HOSTILITY_COOLS = design(0.30, "theory E7 a: hostility falls back; stable while echo < cooling")
LOSS_WEIGHT = sign_only(3.0, "Slovic 1993: trust is easier to destroy than to create")
KEPT_PROMISE = design(4.0, "trust earned by a promise kept; one broken costs LOSS_WEIGHT times it")
ALLY_SHARE = design(0.35, "share of an ally's blame that a nation takes over")

# Opinion (Rules 6)
ANGER_FADES = design(0.15, "share of public anger lost a turn")
ANGER_COST = design(0.06, "support lost a turn per point of anger")
SERVICE_COST = design(0.10, "support lost a turn per point of service missing")
SUPPORT_REST = design(0.12, "share of the way back to 50 that support goes each turn")
VENT_WORDS = sign_only(
    0.25, "Tomz 2007, conjoint studies: the public rewards an answer; words least"
)
VENT_DEEDS = sign_only(0.45, "the same: an answer in deeds more")
AUDIENCE_COST = sign_only(8.0, "Tomz 2007: backing down costs, more at higher levels of claim")
CREDIBILITY = design(
    12.0, "standing and trust a claim costs per point it exceeds an observer's belief"
)
CREDIT = design(
    3.0, "standing and trust a claim earns per point of an observer's belief above even"
)

NAMED = design(6.0, "standing lost by one who is named, per point of the others' belief")
CONFIDENCE = design(0.25, "how much each step of stated confidence adds to what a claim risks")
JOINT_SHARE = sign_only(
    0.4, "joint attributions: coalitions share the risk; share of it each bears"
)
REVIEW = design(12.0, "standing a claim gains or loses as the others' belief moves by 1")
CONDEMNED = design(1.0, "standing a condemnation that names nobody earns the speaker")
RALLY = design(0.10, "support won per point of anger vented")

# Escalation (Rules 7)
HEAT_CALM = sourced(-2.0, "Rivera et al. 2024: de-escalation")
HEAT_STATUS_QUO = sourced(0.0, "Rivera et al. 2024: status quo")
HEAT_POSTURE = sourced(4.0, "Rivera et al. 2024: posturing")
HEAT_NONVIOLENT = sourced(12.0, "Rivera et al. 2024: non-violent escalation")
HEAT_VIOLENT = sourced(28.0, "Rivera et al. 2024: violent escalation")
HEAT_WAR = sourced(60.0, "Rivera et al. 2024: the gravest class")
HEAT_FADES = design(0.22, "share of heat lost a turn")
RUNGS = tuple(
    design(edge, "heat at which the next rung begins")
    for edge in (4.0, 9.0, 16.0, 25.0, 36.0, 50.0, 68.0)
)
REPLY_WINDOW = design(2.0, "turns within which a hostile act counts as an answer")
REPLY_HABIT = design(0.45, "acts in answer expected of a nation without a record")
REPLY_PRIOR = design(2.0, "weight of a nation's disposition against its record, in acts")
SOLIDARITY = design(0.3, "chance that an ally answers, as a share of its own chance")
NOTICED = design(0.8, "share of hostile acts that are noticed")
HOTLINE_COOLS = design(0.5, "heat of an act between nations with a hotline, as a share")

BANDS = (
    design(25.0, "width of the bands in which others are seen, without collection"),
    design(12.5, "width after one success of collection"),
    design(6.25, "width after two"),
)

# Others who act (Rules 3)
VENDOR_SPEAKS = design(0.12, "chance a turn that a vendor publishes what it has on a case")
VENDOR_MEMORY = design(5.0, "turns for which a case is worth a vendor's report")
RANSOM_FEEDS = design(0.5, "share by which each ransom paid raises an actor's hazard")
CURBED_TURNS = design(3.0, "turns for which a crackdown keeps actors down")

# Red lines (Rules 3)
RED_LINE_ANGER = sign_only(12.0, "Tomz 2007: the public minds a commitment that is not kept")
RED_LINE_TURNS = design(2.0, "turns to answer for a red line that was crossed")
RED_LINE_WEAK = sign_only(6.0, "the same: backing down costs standing")

# Imagined worlds (Rules 17)
IMAGINED_WORK = fitted(16.0, "most of a stranger's analysts' work, in turns' daily work for a turn")
IMAGINED_HEARD = fitted(0.6, "chance that another knows a card the seat found: bands hold 80 %")
IMAGINED_ALIKE = fitted(0.15, "share of nations alike in where in a band they lie: as above")
IMAGINED_HAZARD = design(0.25, "chance a turn of an incident from outside, in imagined worlds")

# Norms (Rules 14)
NORM_BLAME = sourced(0.5, "theory E9: a violation costs twice as much where it is internalised")
NORM_MOST = sourced(0.667, "theory E9: a norm settles after some turns above two thirds")
NORM_SETTLES = design(3.0, "turns above that share until adopters internalise it")
NORM_LAID = sourced(0.333, "Finnemore & Sikkink 1998: about one third of states tips a norm")
NORM_SHAME = design(4.0, "standing lost by one at whose door a violation is laid")
NORM_GRACE = design(2.0, "turns a request may stay unanswered")
NORM_SILENCE = design(3.0, "trust lost with the one left without an answer")
NORM_HASTE = design(0.35, "how far a claim may exceed what others believe")
NORM_WRONGED = design(3.0, "grievance that gives grounds to ask for an explanation")
NORM_GROUNDS = design(0.3, "belief that gives grounds to ask about somebody on a nation's soil")
NORM_MEMORY = design(6.0, "turns for which an incident gives grounds for a request")
NORM_GRAVE = design(3.0, "severity from which a call for help has grounds")
NORM_GUARD = design(10.0, "hardening or readiness below which a nation did nothing for itself")
NORM_RASH = design(1.0, "trust a hasty claim costs with each who holds the norm, per step held")
NORM_CREDIT = design(1.0, "standing a nation earns by endorsing a norm, or by doing its duty")

# Law (Rules 15)
LAW_SHARE = design(0.667, "share of those who spoke that makes a custom")
LAW_KEEPS = design(0.501, "share of them that keeps it: most")
LAW_SPOKEN = design(0.333, "share of influence that must have spoken")
LAW_PROOF = sourced(0.5, "Davis 2022, Tallinn Paper: preponderance for countermeasures")
LAW_CERTAIN = sourced(0.8, "the same: clear and convincing for self-defence")
LAW_GRAVE = sourced(5.0, "necessity takes a grave and imminent peril (TM2 rule 26); DCID scale")
LAW_FLOOR = design(3.0, "severity below which a countermeasure is out of proportion")
LAW_NOTICE = design(4.0, "turns for which a warning counts as notice")
LAW_TRACE = design(2.0, "severity from which an act breaks sovereignty, where that is a rule")
LAW_HARM = design(4.0, "severity from which an act is wrongful even where it is none")
LAW_MEDDLING = design(3.0, "severity from which meddling in an election is intervention")
LAW_RECENT = design(4.0, "turns within which force can still be met in self-defence")
LAW_WRONG = design(4.0, "trust lost with each who reads the answer as wrongful")
LAW_DOUBT = design(1.0, "trust lost with each who finds its legality unclear")
LAW_HINDSIGHT = design(16.0, "standing an answer gains or loses as belief in its target moves by 1")
LAW_SPEAKS = design(1.5, "standing earned by publishing a legal position")
LAW_TURNS = design(3.0, "standing lost by changing a published position")

STRATEGY_ABSORBS = design(0.15, "share more that each step of a strategy makes of aid")

# Organisations (Rules 16)
QUORUM_MEMBERS = sourced(0.55, "Treaty on European Union art. 16: 55 % of the members")
QUORUM_WEIGHT = sourced(0.65, "the same: 65 % of the population, here of influence")
FUND_PRICE = design(1.0, "funds each contributor pays into a capacity fund")
FUND_THANKS = design(1.5, "trust a capacity fund earns each contributor")
TRAIN_READY = design(12.0, "readiness that training together brings each member")
TRAIN_SKILL = design(2.0, "points of defence that training builds; half as much of forensics")
FUND_POINTS = design(1.2, "points of defence and forensics each contributor pays for")
MEDIATION_COOLS = design(14.0, "heat a mediation takes out of both sides at full skill")

# Stocks (Rules 8)
CAPITAL_SUPPORT = design(0.06, "capital a turn per point of support above 50")
CAPITAL_STANDING = design(0.04, "capital a turn per point of standing above 50")
FUNDS_SERVICE = design(0.05, "funds a turn lost per point of weighted service missing")
OFFER_COST = design(1.0, "capital a proposal costs")
MESSAGE_COST = design(0.5, "capital a typed message costs")
REASSURANCE = design(1.5, "trust a reassurance earns from one who trusts you fully")
EXPOSED_AT = (
    design(0.8, "belief of the victim from which a covert operation counts as a breach"),
    design(0.7, "the same with self-reports"),
    design(0.6, "the same with a third party's verification"),
    design(0.5, "the same with inspectors on site"),
)
VERIFICATION_WORK = (
    design(0.0, "forensic work of verification a turn: none"),
    design(2.0, "of self-reports"),
    design(5.0, "of a third party"),
    design(9.0, "of inspectors on site"),
)
DETECTION = (
    sourced(0.2, "theory V22: d = .2, low; what an AI reckons a breach comes to light with"),
    sourced(0.5, "theory V22: d = .5; self-report"),
    design(0.7, "a third party"),
    sourced(0.9, "theory V22: d = .9, high; on site"),
)
COMPENSATION = design(6.0, "funds a compensation clause moves")
COMPENSATION_CALMS = design(10.0, "anger it takes away")
CAPACITY_AID = design(5.0, "funds a capacity clause costs")
AID_POINTS = design(5.0, "points of defence and forensics it builds")
PAID_TRUST = design(4.0, "trust earned by paying")
RELIEF_TRUST = design(4.0, "trust earned by lifting sanctions")
PATCHED = design(3.0, "readiness of everybody for each vulnerability disclosed by treaty")
ASSIST_MENDS = design(3.0, "service a treaty helper mends in a case at resilience 100")
ASSIST_PROBES = design(0.3, "steps of forensic work a treaty helper lends")
ASSIST_EFFORT = design(1.0, "effort each helper spends on a nation by treaty or organisation")
ASSIST_THANKS = design(1.5, "trust such help earns")
ASSIST_FROM = design(3.0, "severity from which treaty helpers come of themselves")
SETTLES = design(0.15, "share of heat and hostility that dispute settlement takes out a turn")
BODY_TURNS = design(2.0, "turns until an attribution body reports")
BROKEN_TREATY = design(
    15.0, "trust a breach costs with the party wronged; a third of it with others"
)
SIGNED_TRUST = design(3.0, "trust two parties earn of each other by signing")
ORDERS_MOST = design(5, "orders a nation may give in a turn")
OFFERS_MOST = design(2, "proposals a nation may table in a round")

# Score (Rules 11)
SCORE_OBJECTIVES = design(40.0, "points for all objectives met")
SCORE_SERVICES = design(15.0, "points for all services kept")
SCORE_SECURITY = design(10.0, "points for security 100")
SCORE_STANDING = design(15.0, "points for standing and trust of 100")
SCORE_SUPPORT = design(10.0, "points for support of 100")
SCORE_PEACE = design(10.0, "points for a world on rung 0")
SCORE_WAR = design(0.4, "share of the score kept in a digital war")
