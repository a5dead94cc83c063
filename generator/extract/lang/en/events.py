"""English words for what happens: nouns and verbs by type, tenses, what plans and what denies."""

from __future__ import annotations

from generator.extract.events.triggers import EventWords

_REGULAR = {"present": ("s",), "ed": ("ed",), "gerund": ("ing",), "infinitive": ("",)}


def _doubled(letter: str) -> dict[str, tuple[str, ...]]:
    return {
        "present": (f"{letter}s",),
        "ed": (f"{letter}{letter}ed",),
        "gerund": (f"{letter}{letter}ing",),
        "infinitive": (letter,),
    }


def _strong(
    base: str, past: str, participle: str, ing: str, s: str = "s"
) -> dict[str, tuple[str, ...]]:
    return {
        "present": (base + s,),
        "past": (past,),
        "participle": (participle,),
        "gerund": (ing,),
        "infinitive": (base,),
    }


DATA = EventWords(
    nouns={
        "summit": "summit",
        "meeting": (
            "meeting, talks*, conference, forum, congress, general assembly, session, round table,"
            " negotiations*, dialogue, consultations*, phone call, hearing, seminar, convention"
        ),
        "visit": "visit, state visit, official visit, trip, tour",
        "agreement": (
            "agreement, deal, treaty, accord, memorandum, memorandum of understanding, contract,"
            " pact, ceasefire, cease-fire, truce, peace deal, signing, ratification, armistice,"
            " declaration, joint declaration, trade deal, partnership agreement"
        ),
        "statement": "statement, speech, address, news conference, press conference,"
        " interview, warning",
        "project": (
            "inauguration, launch, opening ceremony, groundbreaking, commissioning, groundbreaking"
            " ceremony"
        ),
        "conflict": (
            "attack, air strike, airstrike, airstrikes*, air strikes*, strikes*, bombing, shelling,"
            " clashes*, fighting, offensive, coup, coup attempt, shooting, ambush, invasion, raid,"
            " assassination, massacre, mutiny, kidnapping, abduction, war, battle, explosion,"
            " suicide bombing, drone attack, missile attack, siege, riots*, hostilities*, assault,"
            " stabbing, insurgency"
        ),
        "casualty": "deaths*, casualties*",
        "election": (
            "election, elections*, presidential election, general election,"
            " parliamentary elections*,"
            " referendum, vote, runoff, run-off, ballot, poll, by-election, primary, polls*,"
            " re-election"
        ),
        "disaster": (
            "earthquake, quake, flood, floods*, flooding, accident, crash, plane crash, fire,"
            " wildfire,"
            " wildfires*, cyclone, hurricane, storm, typhoon, landslide, mudslide, tsunami,"
            " eruption,"
            " outbreak, epidemic, shipwreck, avalanche, collapse, derailment, collision, disaster,"
            " pandemic, tornado, aftershock, stampede, blaze, drought, heatwave, sinking,"
            " blast, tremor"
        ),
        "publication": "publication, report, study, survey, book, ranking, white paper, findings*",
        "sport": (
            "match, final, semi-final, semifinal, quarter-final, quarterfinal, victory, defeat,"
            " tournament, championship, championships*, World Cup, Africa Cup of Nations,"
            " Olympics*,"
            " Olympic Games*, Champions League, Grand Prix, marathon, gold medal, Tour de France,"
            " game, Paralympics*, Super Bowl, Wimbledon, derby, penalty shootout"
        ),
        "other": (
            "appointment, resignation, arrest, sentencing, trial, death, funeral, strike, protest,"
            " protests*, ceremony, festival, swearing-in, reshuffle, dissolution, release,"
            " expulsion,"
            " independence, commemoration, anniversary, adoption, impeachment, dismissal, march,"
            " rally, exhibition, sanctions*, bankruptcy, acquisition, merger, takeover,"
            " extradition,"
            " founding, military exercise, exercises*, walkout, curfew, state of emergency,"
            " withdrawal, verdict, court ruling, indictment, liftoff, landing, concert"
        ),
    },
    weak_nouns=(
        "deaths, casualties, conference, session, dialogue, convention, hearing, tour, trip,"
        " deal, contract, declaration,"
        " statement, speech, address, interview, warning, launch, strikes, war, battle,"
        " explosion, raid,"
        " vote, poll, ballot, primary, accident, fire, storm, outbreak, epidemic, collapse,"
        " disaster,"
        " pandemic, drought, report, study, survey, book, ranking, findings, final, victory,"
        " defeat,"
        " game, match, death, strike, march, rally, sanctions, acquisition, merger, founding,"
        " release,"
        " adoption, anniversary, independence, withdrawal, landing, exercises,"
        " negotiations,"
        " talks, fighting, hostilities, agreement, accord, pact, attack, polls, protest,"
        " opening ceremony,"
        " consultations, collision, exhibition, signing, fire, blast, siege, assault, re-election,"
        " phone call, heatwave, appointment, trial, insurgency, championship, arrest, elections"
    ),
    noun_plurals={
        "": ("", "s"),
        "y": ("y", "ies"),
        "ch": ("ch", "ches"),
        "sh": ("sh", "shes"),
        "ss": ("ss", "sses"),
    },
    verbs={
        "meeting": "meet, host, receive, convene, hold talks, confer",
        "visit": "visit, arrive, travel, pay a visit, tour, land, fly",
        "agreement": "sign, ratify, conclude, agree, reach a deal, reach an agreement,"
        " strike a deal",
        "project": "inaugurate, launch, commission, break ground, unveil, open",
        "conflict": (
            "attack, bomb, shell, shoot, invade, assassinate, kidnap, abduct, seize, capture,"
            " clash, overthrow, ambush, storm, raid, recapture, besiege, intercept, fire,"
            " oust, topple,"
            " detonate, target, destroy, stab"
        ),
        "casualty": "kill, strike, hit, injure, die, wound, claim lives, leave dead, perish",
        "election": "elect, re-elect, reelect, vote, win re-election, win the election",
        "disaster": (
            "crash, collapse, derail, sink, capsize, erupt, flood, sweep, devastate, ravage, burn,"
            " make landfall, evacuate, engulf, shake, jolt"
        ),
        "publication": "publish, release, issue",
        "sport": "win, beat, defeat, qualify, score, eliminate, draw, triumph, clinch, thrash,"
        " edge, lose",
        "other": (
            "appoint, resign, arrest, sentence, convict, acquit, charge, indict, sack,"
            " dismiss, fire,"
            " adopt, pass, approve, dissolve, acquire, buy, sell, merge, lay off, cut,"
            " nominate, name,"
            " impeach, extradite, pardon, deport, expel, release, swear in, protest, march, ban,"
            " suspend, impose, lift, recall, withdraw, deploy, declare a state of emergency, found,"
            " establish, create, join, leave, quit, reject, cancel, postpone, detain, jail, free,"
            " discover, celebrate, mark, commemorate, award, honour, bury, order, grant, restore,"
            " raise, close, reopen, replace, succeed, step down, take office, hand over, ratify,"
            " come into force, take effect, expire, legalise, legalize, enact, veto, block,"
            " allocate,"
            " pledge, donate, invest, lift off, take off, touch down"
        ),
    },
    weak_verbs=(
        "host, receive, conclude, agree, open, launch, strike, fire, hit, target, seize,"
        " capture, storm,"
        " vote, sweep, burn, shake, release, issue, win, lose, score, draw, edge, pass,"
        " approve, buy, sell,"
        " cut, name, charge, ban, lift, leave, join, create, establish, quit, reject, mark,"
        " order, grant,"
        " raise, close, replace, free, block, pledge, invest, found, succeed, restore, tour,"
        " travel, land,"
        " fly, arrive, convene, commission, unveil, evacuate, sink, impose, award, honour,"
        " discover, march,"
        " recall, withdraw, deploy, allocate, donate, suspend, adopt, cancel, postpone,"
        " celebrate, destroy"
    ),
    statement_verbs=(
        "announce, condemn, urge, accuse, threaten, denounce, vow, demand, warn, call for, propose,"
        " apologise, apologize, claim responsibility"
    ),
    announcing="announce, vow, propose",
    comment_verbs=(
        "say, tell, add, explain, note, stress, argue, insist, claim, believe, think,"
        " describe, call,"
        " suggest, confirm, report, comment, respond, reiterate, acknowledge, admit, deny,"
        " reaffirm,"
        " welcome, praise, criticise, criticize, express, point out, write"
    ),
    light_verbs=(
        "take place, hold, open, begin, start, end, conclude, occur, happen, organise,"
        " organize, host,"
        " attend, take part, participate, chair, lead, make, carry out, launch, conduct, mark,"
        " convene,"
        " kick off, close, gather, finish, break out, follow, join, give, deliver, meet"
    ),
    stative_verbs=(
        "be, have, represent, reach, include, remain, become, want, need, hope, plan, expect, seem,"
        " continue, aim, seek, increase, decrease, rise, fall, grow, total, account, stand,"
        " show, face"
    ),
    idle_verbs=(
        "mean, know, like, love, own, belong, contain, consist, depend, exist, live, work, try,"
        " look, feel, hear, see, find, keep, let, use, help, allow, enable, require, provide,"
        " support, consider, wait, stay, serve, focus, base, relate, range, average, estimate,"
        " cost,"
        " lie, note, quote, add, believe, think, remember, describe, refer, concern, suffer,"
        " intend,"
        " get, go, come, do, say, ask, answer, speak, play, compare, involve, share, sell, equal"
    ),
    verb_forms={
        "": _REGULAR,
        "e": {"present": ("es",), "ed": ("ed",), "gerund": ("ing",), "infinitive": ("e",)},
        "ch": {"present": ("ches",), "ed": ("ched",), "gerund": ("ching",), "infinitive": ("ch",)},
        "sh": {"present": ("shes",), "ed": ("shed",), "gerund": ("shing",), "infinitive": ("sh",)},
        "ss": {"present": ("sses",), "ed": ("ssed",), "gerund": ("ssing",), "infinitive": ("ss",)},
        "fy": {"present": ("fies",), "ed": ("fied",), "gerund": ("fying",), "infinitive": ("fy",)},
        "ry": {"present": ("ries",), "ed": ("ried",), "gerund": ("rying",), "infinitive": ("ry",)},
        "ban": _doubled("n")
        | {"present": ("bans",), "ed": ("banned",), "gerund": ("banning",), "infinitive": ("ban",)},
        "stab": {
            "present": ("stabs",),
            "ed": ("stabbed",),
            "gerund": ("stabbing",),
            "infinitive": ("stab",),
        },
        "kidnap": {
            "present": ("kidnaps",),
            "ed": ("kidnapped",),
            "gerund": ("kidnapping",),
            "infinitive": ("kidnap",),
        },
        "confer": {
            "present": ("confers",),
            "ed": ("conferred",),
            "gerund": ("conferring",),
            "infinitive": ("confer",),
        },
        "urge": {
            "present": ("urges",),
            "ed": ("urged",),
            "gerund": ("urging",),
            "infinitive": ("urge",),
        },
        "expel": {
            "present": ("expels",),
            "ed": ("expelled",),
            "gerund": ("expelling",),
            "infinitive": ("expel",),
        },
        "topple": {
            "present": ("topples",),
            "ed": ("toppled",),
            "gerund": ("toppling",),
            "infinitive": ("topple",),
        },
        "meet": _strong("meet", "met", "met", "meeting"),
        "hold": _strong("hold", "held", "held", "holding"),
        "win": _strong("win", "won", "won", "winning"),
        "beat": _strong("beat", "beat", "beaten", "beating"),
        "lose": _strong("lose", "lost", "lost", "losing"),
        "strike": _strong("strike", "struck", "struck", "striking"),
        "shoot": _strong("shoot", "shot", "shot", "shooting"),
        "hit": _strong("hit", "hit", "hit", "hitting"),
        "break": _strong("break", "broke", "broken", "breaking"),
        "begin": _strong("begin", "began", "begun", "beginning"),
        "take": _strong("take", "took", "taken", "taking"),
        "make": _strong("make", "made", "made", "making"),
        "give": _strong("give", "gave", "given", "giving"),
        "lead": _strong("lead", "led", "led", "leading"),
        "leave": _strong("leave", "left", "left", "leaving"),
        "sell": _strong("sell", "sold", "sold", "selling"),
        "tell": _strong("tell", "told", "told", "telling"),
        "buy": _strong("buy", "bought", "bought", "buying"),
        "say": _strong("say", "said", "said", "saying"),
        "pay": _strong("pay", "paid", "paid", "paying"),
        "lay": _strong("lay", "laid", "laid", "laying"),
        "fly": _strong("fly", "flew", "flown", "flying", "") | {"present": ("flies",)},
        "die": {
            "present": ("dies",),
            "ed": ("died",),
            "gerund": ("dying",),
            "infinitive": ("die",),
        },
        "bury": {
            "present": ("buries",),
            "ed": ("buried",),
            "gerund": ("burying",),
            "infinitive": ("bury",),
        },
        "sink": _strong("sink", "sank", "sunk", "sinking"),
        "sweep": _strong("sweep", "swept", "swept", "sweeping"),
        "shake": _strong("shake", "shook", "shaken", "shaking"),
        "draw": _strong("draw", "drew", "drawn", "drawing"),
        "withdraw": _strong("withdraw", "withdrew", "withdrawn", "withdrawing"),
        "swear": _strong("swear", "swore", "sworn", "swearing"),
        "step": {
            "present": ("steps",),
            "ed": ("stepped",),
            "gerund": ("stepping",),
            "infinitive": ("step",),
        },
        "quit": _strong("quit", "quit", "quit", "quitting"),
        "cut": _strong("cut", "cut", "cut", "cutting"),
        "come": _strong("come", "came", "come", "coming"),
        "overthrow": _strong("overthrow", "overthrew", "overthrown", "overthrowing"),
        "write": _strong("write", "wrote", "written", "writing"),
        "think": _strong("think", "thought", "thought", "thinking"),
        "be": {
            "present": ("is", "are"),
            "past": ("was", "were"),
            "participle": ("been",),
            "gerund": ("being",),
            "infinitive": ("be",),
        },
        "have": {
            "present": ("has",),
            "past": ("had",),
            "gerund": ("having",),
            "infinitive": ("have",),
        },
        "become": _strong("become", "became", "become", "becoming"),
        "rise": _strong("rise", "rose", "risen", "rising"),
        "fall": _strong("fall", "fell", "fallen", "falling"),
        "grow": _strong("grow", "grew", "grown", "growing"),
        "stand": _strong("stand", "stood", "stood", "standing"),
        "seek": _strong("seek", "sought", "sought", "seeking"),
    },
    reflexive=(),
    auxiliaries={
        "have": "has have had having",
        "be": "was were is are",
        "been": "been being",
        "would-have": "",
        "will": "will shall",
        "due": "due set scheduled expected plans planned poised",
        "was-due": "forced obliged compelled managed",
        "may": "may might could would should can must wants hopes if",
        "just": "just",
        "not": "not never no without neither failed",
    },
    determiners_definite="the his her their its",
    determiners_this="this these that",
    determiners_indefinite="a an several some many",
    noun_before=(
        "the a an his her their its this that these two three first second third last next new"
        " recent"
        " of in at for with after before during deadly major annual joint historic bilateral"
        " official"
        " presidential general parliamentary trilateral military terrorist massive powerful"
        " devastating"
        " fatal nuclear peace trade local special emergency and ' s"
    ),
    boundaries=(
        r"(?:[;:]\s|\s[–—-]\s|\s{0,9}[()«»\"“”]\s*"
        r"|,?\s{1,9}(?=(?:while|although|because|whereas|after|before|since|when|as)\s+(?:the|a|an"
        r"|he|she|they|it"
        r"|[A-Z]))"
        r"|,?\s{1,9}(?=(?:who|which|where|whose)\s)|\s{1,9}(?=that\s+(?:has|have|had|was|were|will"
        r"|\w+ed|hit|struck|killed)\b)"
        r"|,\s+(?=(?:during|at)\s+which\b)"
        r"|,?\s{1,9}(?=(?:and|but|then)\s+(?:(?:he|she|they|it|the\s+\w+|also|later)\s+)?(?:was"
        r"|were|has|have|had"
        r"|will|is|are|signed|met|said|killed|won|told)\b)"
        r"|,\s+(?=according\b|(?:[\w’'-]+\s+){0,5}(?:said|told|announced|reported|reports|says)\b)"
        r"|,\s+(?=\w+ing\s)"
        r")"
    ),
    relative=r"(?:who|which|where|whose|that)\b",
    linked=r"(?:during|at)\s+which\b",
    according=r"\baccording\s+to\s+(?:[\w’'-]+\s+){0,4}$",
    attribution=(
        r"(?:according|(?:[\w’'-]{1,40}\s{1,4}){0,5}?(?:said|told|added|announced|reported|reports|says)\b)"
    ),
    planned=(
        r"\b(?:planned|scheduled|expected|due|upcoming|forthcoming|next|will\s+be|set\s+(?:for|to)"
        r"|slated)\b"
    ),
    postponed=r"\b(?:postponed|delayed|rescheduled|pushed\s+back)\b",
    cancelled=r"\b(?:cancelled|canceled|called\s+off|scrapped)\b",
    ongoing=r"\b(?:ongoing|under\s+way|underway|currently|is\s+in\s+[A-Z]|are\s+in\s+[A-Z])",
    habitual=(
        r"\b(?:every|regularly|often|usually|traditionally|always|generally|sometimes"
        r"|frequently|annually"
        r"|each\s+(?:year|month|week)|dozens\s+of|a\s+series\s+of|if\s)\b"
    ),
    series=r"\b(?:aims?|aimed|target|goal|objective|ambition)\b",
    recent=r"\b(?:recently|just|lately)\b",
    previous=r"\b(?:previous|last|earlier|past|former)\b",
    following=r"\b(?:next|upcoming|forthcoming|future)\b",
    ordinals={
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
        "eleventh": 11,
        "twelfth": 12,
    },
    ordinal_digits=r"\b(\d{1,3})(?:st|nd|rd|th)\b",
    finite=(
        r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|do"
        r"|does|did)\b"
    ),
    happened=(
        r"(?:\b(?:has|have|had|was|were)\s+(?:(?:been|also|officially|already|recently|now"
        r"|\w+ly)\s+){0,2}"
        r"\w{3,}(?:ed|en|wn|ght|ld|ept|ung|un)\b"
        r"|\b(?!need|speed|hundred|exceed|indeed|united|based|used|called|named|aged|related"
        r"|armed|led)"
        r"\w{3,}(?<!e)ed\b|\b(?:took|became|went|came|sent|fell|rose|brought|drove|gave|found)\b)"
    ),
    will_happen=r"\bwill\s+(?:also\s+|be\s+)?\w{3,}\b",
    reported=r"\b(?:that|it|he|she|they|the|its)\b|:\s|[“\"]",
    at_event=(
        r"\b(?:during|after|before|since|following|ahead\s+of|on\s+the\s+sidelines\s+of|at|for"
        r"|amid|by|until)"
        r"\s+(?:the\s+|a\s+|an\s+|his\s+|her\s+|their\s+|this\s+)?(?:[\w'’-]+\s+){0,2}$"
    ),
    beside_event=r"\bon\s+the\s+(?:sidelines|margins)\s+of\b",
    scheduled=(
        r"\b(?:is|are|was|were|been)\s+(?:also\s+|now\s+|provisionally\s+)?(?:scheduled|set|slated"
        r"|planned|due|expected|set\s+down)\s+(?:for|on|in|by|to)\b"
    ),
    works=(
        r"\b(?:bridge|plant|line|dam|park|tunnel|motorway|highway|road|station|port|airport"
        r"|hospital"
        r"|school|stadium|network|mine|pipeline|refinery|terminal|wind\s+farm|turbines?|railway"
        r"|metro"
        r"|tram|canal|lock|factory|reactor|construction|building\s+work|works?|site"
        r"|data\s+cent(?:er|re)"
        r"|facility|warehouse|museum|ferry|tower|housing|homes|campus|pavilion|power)\b"
    ),
    building=(
        r"\b(?:open|reopen|began|begin|begun|start|complet|built|build|construct|install|renovat"
        r"|restor|expand|extend|inaugurat|finish|launch|erect|due|set|plan|schedul|expect|enter)"
    ),
    dying="die, lose their lives, succumb",
    verbs_by_lemma={
        "statement": (
            "defend, label, recommend, predict, rebuke, endorse, reject, criticise, criticize,"
            " slam,"
            " concede, vow"
        ),
        "meeting": "discuss, confer, talk, negotiate, huddle",
        "project": "debut, unveil, commission",
        "visit": "tour, revisit, return",
        "disaster": "sink, capsize, overturn, slam, collide, burn, flood, erupt, topple",
        "conflict": "loot, storm, besiege, shell, raid, ambush",
        "agreement": "upgrade, ink, settle",
    },
    weapons=r"\b(?:missiles?|drones?|rockets?|shells|bombs?|explosives?|gunfire)\b",
    presence=(
        r"\b(?:is|are|was|were|will\s+be)\s+(?:expected\s+|due\s+|currently\s+"
        r"|back\s+)?(?=(?:in|at)\s)"
    ),
    presence_later=r"\b(?:will|expected|due)",
    destination=r"\b(?:to|for|into)\s+(?:the\s+)?$",
    place_verbs="visit, tour, hit, strike, shake, jolt, attack, leave, enter, sweep, devastate",
    nominals={
        "kill": "Attack",
        "arrest": "Arrest",
        "detain": "Detention",
        "appoint": "Appointment",
        "resign": "Resignation",
        "sentence": "Sentencing",
        "convict": "Conviction",
        "inaugurate": "Inauguration",
        "launch": "Launch",
        "publish": "Publication",
        "elect": "Election",
        "re-elect": "Re-election",
        "sign": "Signing",
        "ratify": "Ratification",
        "bomb": "Bombing",
        "attack": "Attack",
        "assassinate": "Assassination",
        "kidnap": "Kidnapping",
        "abduct": "Abduction",
        "invade": "Invasion",
        "shoot": "Shooting",
        "release": "Release",
        "sack": "Dismissal",
        "dismiss": "Dismissal",
        "adopt": "Adoption",
        "dissolve": "Dissolution",
        "acquire": "Acquisition",
        "merge": "Merger",
        "extradite": "Extradition",
        "impeach": "Impeachment",
        "die": "Death",
        "meet": "Meeting",
        "host": "Meeting",
        "visit": "Visit",
        "travel": "Visit",
        "arrive": "Arrival",
        "protest": "Protest",
        "commission": "Commissioning",
        "crash": "Crash",
        "collapse": "Collapse",
        "derail": "Derailment",
        "capsize": "Shipwreck",
        "expel": "Expulsion",
        "suspend": "Suspension",
        "ban": "Ban",
        "swear in": "Swearing-in",
        "overthrow": "Overthrow",
        "agree": "Agreement",
        "win": "Victory",
        "beat": "Victory",
        "defeat": "Victory",
        "qualify": "Qualification",
        "presence": "Visit",
        "discover": "Discovery",
        "found": "Founding",
        "vote": "Vote",
        "strike": "Attack",
        "indict": "Indictment",
        "charge": "Charges",
        "step down": "Resignation",
    },
    titles={
        "meeting": "Meeting",
        "visit": "Visit",
        "agreement": "Agreement",
        "statement": "Statement",
        "project": "Project",
        "conflict": "Attack",
        "election": "Election",
        "disaster": "Disaster",
        "publication": "Publication",
        "sport": "Match",
        "summit": "Summit",
        "other": "Event",
    },
)
