"""How sure it is that a clause tells an event: the sum of named weights.

Much that has a trigger word is no event: wishes, series, settings of something else. No sign alone
decides; a doubtful telling counts only where another one of the same event carries it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.events.clauses import Mode, mode_of
from generator.extract.events.triggers import Role
from generator.record.edtf import earliest, latest, precision

if TYPE_CHECKING:
    from generator.extract.events.clauses import Clause
    from generator.extract.events.scene import Scene
    from generator.extract.events.tellings import Telling
    from generator.extract.timex import Timex

SERIES_TYPES = frozenset({"summit", "meeting", "election", "sport", "visit"})
"""Types of which there are editions, and whose nouns carry the name of a series."""
SETTING_DATE = 30  # code points from a noun to a date or place of its own
BESIDE = 6  # code points between a noun and its date: "l'incendie du 3 mai"
BEFORE_NOUN = 40  # code points before a noun in which "après" or "lors de" stands

# Weights of the score, in points; an event needs `events.ENOUGH`. Set by hand on the project's own
# corpus (tests/corpus/*/events.yml), which `pytest tests/extract/test_events.py` measures.
STRONG = 2.0  # the trigger seldom means anything but an event
WEAK = 1.2
SPEECH = 0.8  # a speech act that can be news
PLAIN = 0.6  # any other verb in a perfect tense
DATED = 1.5
EXACT = 0.9  # a day or month, with a verb that says that it was done, or right after a noun
PLACED = 1.0
ACTOR = 0.5  # for the first actor, and again for the second
SAID = 1.0  # done or planned, in so many words
NAMED = 0.5  # a fact by a noun or a participle
NUMBERED = 0.8  # an edition: "24e sommet"
RECENT = 0.5
HEADLINE = 1.0
LEAD = 0.7
DOUBT = -1.5  # possible, habitual, one of many, only the setting of something else
POINTED = -0.5  # "cette rencontre", which says nothing new of when or where
DENIED = -5.0
QUOTED = -1.5


def score_of(scene: Scene, clause: Clause, telling: Telling) -> float:
    """Return the points of a telling: the sum of what speaks for an event and against one.

    Args:
        scene: its sentence.
        clause: its clause.
        telling: what was found.
    """
    data, sense = scene.language.data, telling.trigger.sense
    words = scene.words_of(clause)
    if sense.role in (Role.NEWS, Role.COMMENT):  # what is said is no doubt that it was said
        words = scene.story.text[clause.start : telling.trigger.end]
    score = PLAIN if telling.plain else WEAK if sense.weak else STRONG
    if sense.role in (Role.NEWS, Role.COMMENT):
        score = SPEECH
    modes = {Mode.DONE: SAID, Mode.PLANNED: SAID, Mode.NOW: NAMED, Mode.SET: NAMED}
    score += DENIED if telling.mode is Mode.DENIED else modes.get(telling.mode, DOUBT)
    score += DATED * (telling.timex is not None)
    score += EXACT * _is_exact(telling)
    score += PLACED * bool(telling.places)
    score += ACTOR * min(2, len(telling.who))
    score += NUMBERED * (telling.edition is not None and telling.type in SERIES_TYPES)
    score += HEADLINE * telling.headline + LEAD * telling.lead
    score += RECENT * scene.says(data.recent, words)
    score += DOUBT * scene.says(data.habitual, words)
    score += DOUBT * scene.says(data.series, words)
    score += POINTED * (_is_this(scene, telling) and not telling.timex and not telling.places)
    score += DOUBT * (sense.plural and telling.timex is None)
    score += DOUBT * (_is_setting(scene, telling) or _is_attribute(telling))
    score += DOUBT * (telling.plain and telling.mode is Mode.NOW and not _is_fine(telling.timex))
    score += DOUBT * (telling.trigger is not telling.noun and _is_long(telling.timex))
    score += DENIED * _is_tallied(scene, clause, telling)
    doubted = (_is_of_denial, _is_demanded, _is_adverb, _is_counted, _is_reason)
    score += sum(DOUBT for doubts in doubted if doubts(scene, clause, telling))
    return score + QUOTED * clause.quoted


def _is_exact(telling: Telling) -> bool:
    """Say whether a telling has a date that is surely its own: beside it, or a day or month."""
    timex, trigger = telling.timex, telling.trigger
    if timex is None:
        return False
    said = telling.mode in (Mode.DONE, Mode.PLANNED)
    if 0 <= timex.start - trigger.end <= BESIDE:
        return said or _is_fine(timex) or trigger is not telling.noun
    return said and _is_fine(timex)


def _is_fine(timex: Timex | None) -> bool:
    """Say whether a date is a day or a month."""
    return timex is not None and (timex.edtf is None or precision(timex.edtf) in ("day", "month"))


def _is_long(timex: Timex | None) -> bool:
    """Say whether a time is a stretch of years, in which things change rather than happen."""
    date = timex.edtf if timex else None
    first, last = (earliest(date), latest(date)) if date else (None, None)
    return bool(first and last and last.year - first.year > 1)


def _is_this(scene: Scene, telling: Telling) -> bool:
    """Say whether "this" stands before the noun: it was told before."""
    noun = telling.noun
    if noun is None:
        return False
    before = scene.words[max(0, noun.first - 2) : noun.first]
    return any(word.fold in scene.language.this for word in before)


def _is_of_denial(scene: Scene, clause: Clause, telling: Telling) -> bool:
    """Say whether all that a noun did, it did not: "le sommet n'a pas été suivi d'un accord"."""
    if telling.trigger is not telling.noun or telling.timex:
        return False
    verbs = [t for t in scene.triggers if t.sense.role is not Role.NOUN and clause.has(t.start)]
    modes = {mode_of(scene.words, verb, clause, scene.language) for verb in verbs}
    return modes == {Mode.DENIED}


def _is_demanded(scene: Scene, clause: Clause, telling: Telling) -> bool:
    """Say whether a noun is only asked for: "réclamer un cessez-le-feu"."""
    verbs = [t for t in scene.triggers if t.sense.lemma in scene.language.demanding]
    noun = telling.noun
    before = [t for t in verbs if noun and clause.has(t.start) and t.end <= noun.start]
    return telling.trigger is noun and bool(before)


def _is_tallied(scene: Scene, clause: Clause, telling: Telling) -> bool:
    """Say whether deaths are only the number that somebody has: "l'OMS compte 660 décès"."""
    if telling.type != "casualty" or telling.trigger is not telling.noun:
        return False
    before = [t for t in scene.triggers if clause.has(t.start) and t.end <= telling.trigger.start]
    verbs = [t for t in before if t.sense.role is not Role.NOUN]
    return bool(verbs) and verbs[-1].sense.stative


def _is_counted(_scene: Scene, _clause: Clause, telling: Telling) -> bool:
    """Say whether deaths are named without a verb below the lead: "400 morts, le bilan"."""
    bare = telling.mode is Mode.SET and not (telling.headline or telling.lead)
    return bare and telling.type == "casualty" and telling.trigger is telling.noun


def _is_reason(scene: Scene, clause: Clause, telling: Telling) -> bool:
    """Say whether a verb only says why, or what came before: "condamné pour avoir reçu"."""
    trigger, own = telling.trigger, telling.timex
    if trigger is telling.noun or not trigger.first or not clause.has(trigger.start):
        return False
    had = scene.language.auxiliaries.get("having", frozenset())
    before = {word.fold for word in scene.words[max(0, trigger.first - 2) : trigger.first]}
    beside = own is not None and 0 <= own.start - trigger.end <= SETTING_DATE
    return bool(had & before) and not beside


def _is_adverb(scene: Scene, clause: Clause, telling: Telling) -> bool:
    """Say whether a noun is part of an expression: "mettre en marche", "peine de mort"."""
    noun = telling.noun
    if noun is None or not noun.sense.weak or not noun.first or not clause.has(noun.start):
        return False
    return scene.words[noun.first - 1].fold in scene.language.data.bare_after.split()


def _is_setting(scene: Scene, telling: Telling) -> bool:
    """Say whether a noun is only when something else happened: "après sa réélection"."""
    noun = telling.noun
    if noun is None or telling.trigger is not noun or telling.edition:
        return False
    own = [m.start for m in telling.places] + ([telling.timex.start] if telling.timex else [])
    if any(0 <= start - noun.end <= SETTING_DATE for start in own):
        return False
    if telling.timex and 0 <= noun.start - telling.timex.end <= SETTING_DATE:
        return False
    before = scene.story.text[max(scene.span.start, noun.start - BEFORE_NOUN) : noun.start]
    return scene.says(scene.language.data.at_event, before)


def _is_attribute(telling: Telling) -> bool:
    """Say whether a participle only describes a noun: "les négociateurs réunis à Bakou"."""
    trigger, timex = telling.trigger, telling.timex
    if trigger is telling.noun or telling.mode is not Mode.SET or telling.headline:
        return False
    return not (timex and 0 <= timex.start - trigger.end <= SETTING_DATE)
