"""Words of the game, each in a sentence or two."""

from __future__ import annotations

WORDS = {
    "capital": "Political capital: what your government can ask of others and of its own people. "
    "Messages cost 0.5, proposals 1, public claims 2. It comes back "
    "with income, more with support and standing.",
    "effort": "Analyst effort: hours of the people who find things out. Pays for forensics, "
    "secret collection, and operations.",
    "funds": "Money for repairs, protection and help to others.",
    "support": "Public support of your government, 0 to 100. Anger and services that are down eat "
    "it; an answer, or a service repaired, brings it back.",
    "anger": "How angry your people are about attacks. It fades slowly, and faster when you are "
    "seen to answer; it costs support every turn.",
    "standing": "How far your word is believed in the world, 0 to 100. Claims that others do not "
    "believe cost it; claims they come to believe earn it.",
    "escalation": "How near the world is to a digital war: eight rungs, 0 calm to 7 digital war. "
    "Hostile acts heat a pair of nations; time and calming acts cool it.",
    "r": "The retaliation number: how many hostile acts one hostile act is expected to cause. "
    "Above 1 a feud feeds itself; below 1 it dies out. `r` shows it as it stands.",
    "dossier": "The file on an incident: what happened, who is suspected, what was found.",
    "suspect": "One possible truth of an incident: a hand, perhaps with a sponsor behind it. "
    "'Somebody else or an accident' is always one of them.",
    "belief": "How likely you hold each suspect, in per cent that sum to 100. Nobody else sees "
    "it; it is held against the truth at the end. It does nothing else in the game.",
    "analysts": "Your staff weighs every card you hold and says how likely each suspect is. It "
    "allows for planted evidence; it cannot know what has not been found.",
    "evidence": "Cards your analysts found. Each speaks for some suspects, weakly or strongly. "
    "What was looked for and is not there speaks against them.",
    "planted": "Some traces can be forged to point at somebody else: a false flag. Such cards "
    "weigh less.",
    "source": "Secret evidence from people or interception. To publish it is to lose the source.",
    "claim": "What a nation says in public about who did it: a word of likelihood, and how sure it "
    "is. Others compare it with what they believe.",
    "likelihood": "Roughly even chance 45-55 %, likely 55-80 %, very likely 80-95 %, almost "
    "certain 95-99 %: the words intelligence services use (ICD 203).",
    "confidence": "How good the basis of a judgement is, apart from how likely it is. More "
    "confidence risks more standing.",
    "trust": "How much a nation trusts another, 0 to 100, each way apart. Built by deeds, lost by "
    "broken words and by what it believes was done to it.",
    "promise": "Your word that you will do something, or not, until a turn. Kept, it earns trust; "
    "broken, it costs three times as much.",
    "proposal": "A treaty or a joint statement you table in the talks. It holds when every nation "
    "named in it accepts.",
    "clause": "One article of a proposal. `clauses` lists them; some bind for long.",
    "digital geneva convention": "Any treaty that puts what people live by off limits, has "
    "vulnerabilities reported, and founds an independent attribution body. `propose geneva`.",
    "hotline": "A line between response teams: a blow between the two heats the world half as "
    "much.",
    "counter": "A counter-offer: you refuse, and put your own version on the table in round 2.",
    "attribution": "To say in public who did it.",
    "demarche": "A private protest through the ambassador: nobody else hears it.",
    "retorsion": "An unfriendly but lawful act, such as expelling diplomats.",
    "countermeasure": "An act that would be unlawful, allowed in answer to a wrong, against its "
    "author only. Against the wrong party it is itself a wrong.",
    "norm": "A rule of conduct that nations hold freely, such as sparing hospitals. To break one "
    "costs standing with those who hold it. `norms` lists those that are live.",
    "custom": "What most of those who spoke say the law is; it counts for nations that have said "
    "nothing.",
    "grey zone": "Acts that nations read differently in law. It shrinks as positions are published "
    "and norms are held.",
    "due diligence": "What a state owes over its own territory: once it is told of a group there, "
    "it must do what it reasonably can.",
    "necessity": "A plea for an act on another's soil when grave and imminent peril leaves no "
    "other way.",
    "red line": "From what severity on a nation said in public it will not bear an attack. Once it "
    "is crossed, not to answer costs standing.",
    "organisation": "A body of nations with its own rule of decision and a few things it can do. "
    "`organisations` lists them; a measure is moved in the talks with `propose`.",
    "measure": "What an organisation decides to do; some take effect turns later.",
    "verification": "How far others may look: the further, the sooner a covert breach is exposed.",
    "capacity": "Skill in defence and forensics. What is paid for arrives turns later; a weak "
    "neighbour is everybody's back door.",
    "strategy": "A national cyber strategy: each step makes aid go further.",
    "inquiry": "An outside body that reports in two turns what forensics can settle, to everybody. "
    "It cannot be called back.",
    "service": "How well a sector works, 0 to 100.",
    "severity": "How grave an incident is, 0 to 10.",
    "void": "An order that could not take effect. It costs nothing, and the report says why.",
    "brier": "A grade of judgement: the squared distance between your numbers and the truth. 0 is "
    "perfect, 2 is to be certain of the wrong one.",
    "regret": "How much worse your numbers were than those of an ideal reader of the same "
    "evidence.",
    "calibration": "Whether things you call 70 per cent likely turn out true 7 times in 10.",
    "objective": "Something your nation wants; worth points at the end.",
}
"""The glossary. Prices and figures are those of the rules."""

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
