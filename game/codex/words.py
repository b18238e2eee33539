"""Words of the game, each in a sentence or two. Prices and figures are those of the rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    """A word of the game: what it means, the articles that are its law, other names it goes by."""

    means: str
    articles: tuple[str, ...]
    also: tuple[str, ...] = ()


WORDS: dict[str, Word] = {
    # What a nation has.
    "capital": Word(
        "Political capital: what your government can ask of others and of its own people. Messages "
        "cost 0.5, proposals 1, public claims 2. It comes back with income, more with support and "
        "standing.",
        ("1.1", "9.1"),
        ("political capital",),
    ),
    "effort": Word(
        "Analyst effort: hours of the people who find things out. Pays for forensics, secret "
        "collection, and operations.",
        ("1.1", "9.1"),
        ("analyst effort",),
    ),
    "funds": Word(
        "Money for repairs, protection and help to others.",
        ("1.1", "9.1"),
        ("money",),
    ),
    "support": Word(
        "Public support of your government, 0 to 100. Anger and services that are down eat it; an "
        "answer, or a service repaired, brings it back.",
        ("6.5", "6.8"),
        ("public support",),
    ),
    "anger": Word(
        "How angry your people are about attacks. It fades slowly, and faster when you are seen to "
        "answer; it costs support every turn.",
        ("6.5", "6.8"),
        ("public anger",),
    ),
    "standing": Word(
        "How far your word is believed in the world, 0 to 100. Claims that others do not believe "
        "cost it; claims they come to believe earn it.",
        ("6.2", "6.6"),
    ),
    "security": Word(
        "Harm you kept off and capacity you built. It is a part of your score.",
        ("3.3", "9.4", "11.2"),
    ),
    "service": Word("How well a sector works, 0 to 100.", ("1.1", "3.3", "3.4"), ("services",)),
    "sector": Word(
        "Energy, finance, health, telecoms, transport, government, elections. Each nation leans on "
        "them differently.",
        ("1.1",),
    ),
    "offence": Word("What your covert operations can do, 0 to 100.", ("1.1", "3.2")),
    "defence": Word(
        "How hard your networks are to break, 0 to 100. It also keeps out what spreads.",
        ("3.2", "3.5", "9.4"),
    ),
    "forensics": Word("How fast your people find out who did it, 0 to 100.", ("4.3", "9.4")),
    "resilience": Word("How fast services mend, 0 to 100.", ("3.4",)),
    "diplomacy": Word("How well your people mediate between others, 0 to 100.", ("1.1", "9.42")),
    "access": Word(
        "How far your secret sources reach, 0 to 100. Publishing what they found costs it.",
        ("4.3", "9.33"),
    ),
    "readiness": Word(
        "Response teams on alert. They keep harm off and make operations against you fail; the "
        "alert wears off.",
        ("3.2", "3.3", "3.4"),
    ),
    "hardening": Word(
        "Protection of one sector that stays. It keeps off a share of harm.", ("3.3",)
    ),
    "vulnerability": Word(
        "A hole in software that only you know of. Kept secret it can be used; disclosed, "
        "everybody mends it.",
        ("1.1", "8.15", "9.62"),
        ("vulnerabilities", "exploit"),
    ),
    "capacity": Word(
        "Skill in defence and forensics. What is paid for arrives turns later; a weak neighbour is "
        "everybody's back door.",
        ("9.4",),
    ),
    "strategy": Word(
        "A national cyber strategy: each step makes aid go further.",
        ("9.4", "9.46"),
        ("national strategy",),
    ),
    "power": Word(
        "A nation's weight in the world, 0 to 1, fixed by the scenario. It says how hard its joint "
        "sanctions bite and weighs its vote; even the weakest count for something.",
        ("1.7", "16.2"),
        ("influence",),
    ),
    "emerging nation": Word(
        "A nation of little power. Its levers are its vote, its example, talks it hosts, "
        "mediation, and a strategy that makes more of aid.",
        ("1.7",),
        ("emerging nations", "emerging"),
    ),
    "ally": Word(
        "A nation held for a friend. Allies feel what is done to each other and answer for each "
        "other.",
        ("1.3", "5.2", "7.4"),
        ("allies",),
    ),
    "donor": Word(
        "Who paid for another's capacity. A donor can suspend its aid, and the other knows it.",
        ("9.4", "9.54"),
        ("donors",),
    ),
    "group": Word(
        "Criminals, hacktivists or contractors who live on some nation's soil. Nobody plays them; "
        "a nation may have one do its work.",
        ("1.2", "3.9"),
        ("groups", "gang", "gangs"),
    ),
    # Cases, evidence, judgement.
    "incident": Word(
        "Something that was done to a nation's networks. What happened is known; who did it is "
        "not.",
        ("1.4", "3.1"),
        ("incidents", "case", "cases"),
    ),
    "severity": Word("How grave an incident is, 0 to 10.", ("1.4", "3.3")),
    "dossier": Word(
        "The file on an incident: what happened, who is suspected, what was found.",
        ("4.1", "4.2"),
        ("dossiers",),
    ),
    "suspect": Word(
        "One possible truth of an incident: a hand, perhaps with a sponsor behind it. 'Somebody "
        "else or an accident' is always one of them.",
        ("4.1",),
        ("suspects", "hypothesis", "hypotheses"),
    ),
    "sponsor": Word("The nation for whom somebody else does the work.", ("1.2", "4.1")),
    "belief": Word(
        "How likely you hold each suspect, in per cent that sum to 100. Nobody else sees it; it is "
        "held against the truth at the end. It does nothing else in the game.",
        ("4.5", "11.6"),
        ("beliefs",),
    ),
    "analysts": Word(
        "Your staff weighs every card you hold and says how likely each suspect is. It allows for "
        "planted evidence; it cannot know what has not been found.",
        ("4.3", "4.5"),
        ("staff",),
    ),
    "evidence": Word(
        "Cards your analysts found. Each speaks for some suspects, weakly or strongly. What was "
        "looked for and is not there speaks against them.",
        ("4.2", "4.4"),
        ("card", "cards", "evidence cards"),
    ),
    "planted": Word(
        "Some traces can be forged to point at somebody else: a false flag. Such cards weigh less.",
        ("4.1", "4.5"),
        ("false flag", "false flags", "planted evidence"),
    ),
    "source": Word(
        "Secret evidence from people or interception. To publish it is to lose the source.",
        ("4.3", "9.33"),
        ("secret source", "secret sources"),
    ),
    "claim": Word(
        "What a nation says in public about who did it: a word of likelihood, and how sure it is. "
        "Others compare it with what they believe.",
        ("6.1", "6.2"),
        ("claims",),
    ),
    "likelihood": Word(
        "Roughly even chance 45-55 %, likely 55-80 %, very likely 80-95 %, almost certain 95-99 %: "
        "the words intelligence services use (ICD 203).",
        ("6.1",),
        ("words of estimative probability",),
    ),
    "confidence": Word(
        "How good the basis of a judgement is, apart from how likely it is. More confidence risks "
        "more standing.",
        ("6.1", "6.2"),
    ),
    "attribution": Word("To say in public who did it.", ("6.1", "9.32"), ("accusation",)),
    "brier": Word(
        "A grade of judgement: the squared distance between your numbers and the truth. 0 is "
        "perfect, 2 is to be certain of the wrong one.",
        ("11.6",),
        ("brier score",),
    ),
    "regret": Word(
        "How much worse your numbers were than those of an ideal reader of the same evidence.",
        ("11.7",),
    ),
    "calibration": Word(
        "Whether things you call 70 per cent likely turn out true 7 times in 10.", ("11.6",)
    ),
    # Relations and the ladder.
    "trust": Word(
        "How much a nation trusts another, 0 to 100, each way apart. Built by deeds, lost by "
        "broken words and by what it believes was done to it.",
        ("5.1", "5.2"),
    ),
    "grievance": Word(
        "What a nation believes another did, weighed by how grave it was. New evidence can take it "
        "away again.",
        ("5.1",),
    ),
    "hostility": Word(
        "Ill will of one nation towards another. Harm feeds it, the other's ill will is echoed, "
        "and a feud left alone dies out.",
        ("5.4",),
    ),
    "escalation": Word(
        "How near the world is to a digital war: eight rungs, 0 calm to 7 digital war. Hostile "
        "acts heat a pair of nations; time and calming acts cool it.",
        ("7.1", "7.3"),
        ("ladder", "rung", "rungs", "escalation ladder"),
    ),
    "heat": Word(
        "What hostile acts leave between two nations. It fades; the hotter side sets their rung.",
        ("7.1", "7.2"),
    ),
    "digital war": Word(
        "The top rung. The game ends, and everybody keeps only a part of its score.",
        ("7.3", "11.3"),
    ),
    "hostile act": Word(
        "An act against another that all can see, such as a sanction or a strike. It adds heat, "
        "and invites an answer.",
        ("7.1",),
        ("hostile acts",),
    ),
    "r": Word(
        "The retaliation number: how many hostile acts one hostile act is expected to cause. Above "
        "1 a feud feeds itself; below 1 it dies out.",
        ("7.4",),
        ("retaliation number",),
    ),
    "red line": Word(
        "From what severity on a nation said in public it will not bear an attack. Once it is "
        "crossed, not to answer costs standing.",
        ("3.10",),
        ("red lines",),
    ),
    # Talks.
    "message": Word(
        "A private word to one nation: to ask, warn, reassure or promise something.",
        ("8.1",),
        ("messages",),
    ),
    "request": Word(
        "Something asked for in a message. Duties are broken by leaving it unanswered.",
        ("8.1", "14.5"),
        ("requests",),
    ),
    "promise": Word(
        "Your word that you will do something, or not, until a turn. Kept, it earns trust; broken, "
        "it costs three times as much.",
        ("8.1", "8.10"),
        ("promises",),
    ),
    "proposal": Word(
        "A treaty or a joint statement you table in the talks. It holds when every nation named in "
        "it accepts.",
        ("8.3", "8.4"),
        ("proposals",),
    ),
    "treaty": Word(
        "A signed proposal with clauses that last. It binds each pair of its parties until it runs "
        "out or is broken.",
        ("8.7", "8.9"),
        ("treaties",),
    ),
    "breach": Word(
        "An act against a treaty in force: at once if open, once it is exposed if covert. It costs "
        "trust with everybody.",
        ("8.9",),
        ("breaches",),
    ),
    "clause": Word("One article of a proposal. Some bind for long.", ("8.11",), ("clauses",)),
    "digital geneva convention": Word(
        "Any treaty that puts what people live by off limits, has vulnerabilities reported, and "
        "founds an independent attribution body.",
        ("8.18",),
    ),
    "hotline": Word(
        "A line between response teams: a blow between the two heats the world half as much.",
        ("7.1", "9.37"),
        ("hotlines",),
    ),
    "counter": Word(
        "A counter-offer: you refuse, and put your own version on the table in round 2.",
        ("2.3", "8.3"),
        ("counter-offer", "counter-offers"),
    ),
    "verification": Word(
        "How far others may look: the further, the sooner a covert breach is exposed.", ("8.17",)
    ),
    # Law and order.
    "demarche": Word(
        "A private protest through the ambassador: nobody else hears it.", ("9.30",), ("démarche",)
    ),
    "retorsion": Word("An unfriendly but lawful act, such as expelling diplomats.", ("15.3",)),
    "countermeasure": Word(
        "An act that would be unlawful, allowed in answer to a wrong, against its author only. "
        "Against the wrong party it is itself a wrong.",
        ("9.53", "15.4", "15.8"),
        ("countermeasures",),
    ),
    "norm": Word(
        "A rule of conduct that nations hold freely, such as sparing hospitals. To break one costs "
        "standing with those who hold it.",
        ("14.1", "14.4"),
        ("norms",),
    ),
    "custom": Word(
        "What most of those who spoke say the law is; it counts for nations that have said "
        "nothing.",
        ("15.2",),
    ),
    "position": Word(
        "What a nation holds the law to be on a contested question, once it has said so in public.",
        ("15.2", "9.39"),
        ("positions", "legal position", "legal positions"),
    ),
    "grey zone": Word(
        "Acts that nations read differently in law. It shrinks as positions are published and "
        "norms are held.",
        ("15.3",),
    ),
    "due diligence": Word(
        "What a state owes over its own territory: once it is told of a group there, it must do "
        "what it reasonably can.",
        ("9.36", "14.5"),
    ),
    "necessity": Word(
        "A plea for an act on another's soil when grave and imminent peril leaves no other way.",
        ("15.6",),
    ),
    "organisation": Word(
        "A body of nations with its own rule of decision and a few things it can do. A measure is "
        "moved in the talks.",
        ("16.1", "16.2"),
        ("organisations",),
    ),
    "measure": Word(
        "What an organisation decides to do; some take effect turns later.",
        ("16.3",),
        ("measures",),
    ),
    "consensus": Word("Nobody objects; silence agrees.", ("16.2",)),
    "unanimity": Word("Every member says yes.", ("16.2",)),
    "qualified majority": Word(
        "More than half of the members, with most of the weight.", ("16.2",)
    ),
    "inquiry": Word(
        "An outside body that reports in two turns what forensics can settle, to everybody. It "
        "cannot be called back.",
        ("4.8", "9.23"),
        ("independent inquiry",),
    ),
    # How the game goes.
    "turn": Word(
        "Some days: reports come in, nations judge, talk, and give orders, and all orders take "
        "place at once.",
        ("2.1", "2.5"),
        ("turns",),
    ),
    "talks": Word(
        "Two rounds in which nations speak and table proposals, then answer what lies before them.",
        ("2.3",),
        ("round", "rounds"),
    ),
    "order": Word(
        "Something you have your government do this turn. Nobody sees it before it takes place.",
        ("2.4", "9.3"),
        ("orders",),
    ),
    "stage": Word(
        "Orders take place in seven stages: protect, investigate, speak, cooperate, pressure, "
        "covert, force. Within one, everybody acts at once.",
        ("9.2",),
        ("stages",),
    ),
    "void": Word(
        "An order that could not take effect. It costs nothing, and the report says why.", ("9.3",)
    ),
    "operation": Word(
        "A covert deed against another, in effect a turn later. It may fail, and the victim looks "
        "for its author.",
        ("3.2",),
        ("operations", "covert operation", "covert operations"),
    ),
    "objective": Word(
        "Something your nation wants; worth points at the end.", ("11.1",), ("objectives",)
    ),
    "score": Word(
        "What you achieved: objectives, services, security, standing, support, and how far the "
        "world is from war.",
        ("11.2",),
    ),
    "ending": Word(
        "What the whole affair came to, the same for everybody.", ("11.5",), ("endings",)
    ),
    "seed": Word(
        "The number all dice of a game come from. The same seed and the same decisions are the "
        "same game.",
        ("2.9",),
    ),
    "band": Word(
        "What you can say of another's strength or trust: between this and that. It narrows when "
        "you collect on that nation.",
        ("10.2",),
        ("bands",),
    ),
    "forecast": Word(
        "What your staff expects if you end the turn now, played out many times from what you can "
        "know.",
        ("17.1",),
        ("foresight",),
    ),
    "level": Word(
        "How much help there is: Guided shows what the staff thinks, Standard when asked, Expert "
        "never.",
        (),
        ("guided", "standard", "expert"),
    ),
}
"""The words of the game by name."""

COMMON = {
    *("turn", "turns", "order", "orders", "level", "standard", "expert", "guided", "case", "cases"),
    *("round", "rounds", "band", "bands", "power", "source", "position", "positions", "money"),
    *("measure", "measures", "ending", "endings", "counter", "staff", "card", "cards", "group"),
    *("groups", "stage", "stages", "message", "messages", "request", "requests", "influence"),
    *("access", "emerging", "accusation", "planted", "ally", "score", "void"),
}
"""Words too common to be linked wherever they stand; a text may still link them itself."""

RUNGS = (
    "nothing hostile is going on",
    "sharp words, small signs of ill will",
    "a quarrel that governments have taken up",
    "open hostile acts, one after another",
    "both sides prepare for worse",
    "operations against each other's services",
    "one more blow and it is war",
    "everybody's score falls by six tenths",
)
"""What each rung of the ladder looks like."""
