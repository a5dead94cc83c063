"""What makes it doubtful that a clause tells an event of its own: denied, demanded, only a setting.

No sign decides alone: each is one of the `cues` that are weighed.
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

SETTING_DATE = 30  # code points from a noun to a date or place of its own
BESIDE = 6  # code points between a noun and its date: "l'incendie du 3 mai"
BEFORE_NOUN = 40  # code points before a noun in which "après" or "lors de" stands


def doubts_of(scene: Scene, clause: Clause, telling: Telling) -> set[str]:
    """Return the names of the doubts that there are about a telling.

    Args:
        scene: its sentence.
        clause: its clause.
        telling: what was found.
    """
    doubts = {
        "of a denial": _is_of_denial(scene, clause, telling),
        "demanded": _is_demanded(scene, clause, telling),
        "part of an expression": _is_adverb(scene, clause, telling),
        "deaths without a verb": _is_counted(telling),
        "a reason": _is_reason(scene, clause, telling),
        "a tally": _is_tallied(scene, clause, telling),
        "a setting": _is_setting(scene, telling),
        "an attribute": _is_attribute(telling),
        "told before": _is_this(scene, telling),
        "over years": is_long(telling.timex),
    }
    return {name for name, holds in doubts.items() if holds}


def is_exact(telling: Telling) -> bool:
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


def is_long(timex: Timex | None) -> bool:
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


def _is_counted(telling: Telling) -> bool:
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
