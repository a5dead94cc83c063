"""What a clause tells that has no word of the lists: any verb in a past or future tense.

"Les secours ont fouillé lundi le village": a clause with a date and a verb that says that it was
done tells an event, whatever the verb. So does a participle with a date of its own: "le chantier,
ouvert en 2013".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.events.clauses import Mode, Tie, mode_of
from generator.extract.events.scene import compiled
from generator.extract.events.triggers import Role, Sense, Trigger
from generator.record.edtf import precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.extract.events.clauses import Clause
    from generator.extract.events.scene import Scene

NEVER = r"(?!)"
SETTING_BEFORE = 40  # code points before a noun in which "lors de" stands
NOUN_BEFORE = 30  # code points before a participle in which the noun stands that it tells of
AUXILIARY_BEFORE = 3  # words before a participle in which its auxiliary stands
DATE_BEFORE = 70  # code points before a date in which the participle stands that it belongs to


def plain_triggers(scene: Scene, index: int, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """Yield what tells an event in a clause where no word of the lists does.

    Args:
        scene: the sentence.
        index: of the clause.
        triggers: words of the lists in the clause.
    """
    clause = scene.clauses[index]
    if clause.tie is Tie.ATTRIBUTION:
        return
    finite = _scheduled(scene, clause, triggers)
    if finite is None and not _is_told(scene, triggers):
        finite = _finite(scene, clause, triggers)
    if finite:
        yield finite
    for trigger in _participles(scene, clause):
        free = not any(_is_of(trigger, t) for t in triggers)
        free = free and not compiled(scene.language.data.born or NEVER).match(
            scene.story.text, trigger.start, trigger.end
        )
        if free and (finite is None or trigger.start >= finite.end):
            yield trigger


def _scheduled(scene: Scene, clause: Clause, triggers: Sequence[Trigger]) -> Trigger | None:
    """Return what says that something is set for a date, whatever it is: "is due on Friday"."""
    pattern, text = scene.language.data.scheduled, scene.story.text
    told = any(t.sense.type and not t.sense.stative for t in triggers)
    if not pattern or told or not any(clause.has(t.start) for t in scene.timexes):
        return None
    for span in clause.spans:
        match = compiled(pattern).search(text, span.start, span.end)
        if match:
            kind = _kind(scene, clause, match.start(), match.end())
            sense = Sense(kind, match[0].casefold(), Role.VERB, frozenset({"future"}))
            return trigger_at(scene, match.start(), match.end(), sense)
    return None


def trigger_at(scene: Scene, start: int, end: int, sense: Sense) -> Trigger:
    """Return the trigger that a span of a sentence is."""
    words = scene.words
    first = next(i for i, word in enumerate(words) if word.end > start)
    last = next((i for i, word in enumerate(words) if word.start >= end), len(words))
    return Trigger(first, last, start, end, sense)


def _is_told(scene: Scene, triggers: Sequence[Trigger]) -> bool:
    """Say whether a word of the lists tells what the clause is about.

    A noun in "lors du sommet" only says when; a verb such as "tenir" needs a noun to tell anything.
    """
    roles = (Role.LIGHT, Role.COMMENT)
    verbs = [t for t in triggers if not _opens_as_participle(t)]
    if any(t.sense.role not in (Role.NOUN, *roles) or t.sense.stative for t in verbs):
        return True
    return any(t.sense.role is Role.NOUN and not _is_setting(scene, t) for t in triggers)


def _opens_as_participle(trigger: Trigger) -> bool:
    """Say whether a verb only says of the subject what it did before: "Réunis à Bruxelles, …"."""
    return trigger.first == 0 and trigger.sense.tenses <= {"participle", "ed"}


def _is_of(participle: Trigger, other: Trigger) -> bool:
    """Say whether a participle is a word of the lists, or tells of a noun of theirs before it."""
    if other.start < participle.end and participle.start < other.end:
        return other.sense.role not in (Role.LIGHT, Role.COMMENT)
    near = 0 <= participle.start - other.end <= NOUN_BEFORE
    return near and other.sense.role is Role.NOUN


def _is_setting(scene: Scene, noun: Trigger) -> bool:
    before = scene.story.text[max(scene.span.start, noun.start - SETTING_BEFORE) : noun.start]
    return scene.says(scene.language.data.at_event, before)


_UNSAID = (Mode.SET, Mode.POSSIBLE)


def _finite(scene: Scene, clause: Clause, triggers: Sequence[Trigger]) -> Trigger | None:
    """Return the first verb that says that something was or will be done."""
    for trigger in () if _is_about_noun(scene, clause) else triggers:
        kind = _kind(scene, clause, trigger.start, trigger.end)
        own = Sense(kind, trigger.sense.lemma, Role.VERB, trigger.sense.tenses)
        light = Trigger(trigger.first, trigger.last, trigger.start, trigger.end, own)
        said = mode_of(scene.words, light, clause, scene.language) not in _UNSAID
        if trigger.sense.role is Role.LIGHT and said:
            return light
    if scene.story.votes.verbs:
        return _tagged(scene, clause, triggers)
    data, text = scene.language.data, scene.story.text
    tenses = [(data.happened, "past"), (data.will_happen, "future")]
    if data.narrated and scene.front:
        tenses.append((data.narrated, "past"))
    for span in clause.spans:
        for pattern, tense in tenses:
            match = compiled(pattern).search(text, span.start, span.end)
            if match and not any(
                t.start < match.end()
                and match.start() < t.end
                and not _is_no_speech(t, scene, clause)
                for t in triggers
            ):
                verb = match[0].split()[-1].casefold()
                kind = _kind(scene, clause, match.start(), match.end())
                sense = Sense(kind, verb, Role.VERB, frozenset({tense}))
                return trigger_at(scene, match.start(), match.end(), sense)
    return _in_chronicle(scene, clause, triggers)


def _in_chronicle(scene: Scene, clause: Clause, triggers: Sequence[Trigger]) -> Trigger | None:
    """Return a verb in the present tense after a day of a chronology: "23 mars : il échoue"."""
    timex = scene.front or scene.heading
    if timex is None or timex.edtf is None or precision(timex.edtf) != "day":
        return None
    for word in scene.words:
        if word.start not in scene.story.votes.finite or not clause.has(word.start):
            continue
        if word.fold not in scene.language.helpers and not any(
            t.start <= word.start < t.end for t in triggers
        ):
            kind = _kind(scene, clause, word.start, word.end)
            sense = Sense(kind, word.fold, Role.VERB, frozenset({"present"}))
            return trigger_at(scene, word.start, word.end, sense)
    return None


def _tagged(scene: Scene, clause: Clause, triggers: Sequence[Trigger]) -> Trigger | None:
    """Return the verb of a clause that says that something was or will be done.

    By the vote of a tagger, so that any verb in any tense will do; one in a piece with a date goes
    before the others.
    """
    found = list(_tagged_verbs(scene, clause, triggers))
    dated = [s for s in clause.spans if any(s.start <= t.start < s.end for t in scene.timexes)]
    near = [t for t in found if any(span.start <= t.start < span.end for span in dated)]
    return next(iter(near or found), None)


def _tagged_verbs(scene: Scene, clause: Clause, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """Yield the verbs that the tagger sees and no list has, of what was or will be done."""
    for index, word in enumerate(scene.words):
        form = scene.story.votes.verbs.get(word.start)
        if form is None or form.tense == "gerund" or not clause.has(word.start):
            continue
        if form.lemma.casefold() in scene.language.idle:
            continue
        if any(t.start <= word.start < t.end for t in triggers):
            continue
        lemma = form.lemma.casefold()
        kind = scene.language.kinds_by_lemma.get(lemma) or _kind(
            scene, clause, word.start, word.end
        )
        sense = Sense(kind, lemma, Role.VERB, frozenset({form.tense}))
        trigger = Trigger(index, index + 1, word.start, word.end, sense)
        if mode_of(scene.words, trigger, clause, scene.language) not in (*_UNSAID, Mode.DENIED):
            yield trigger


def reports(scene: Scene, clause: Clause, verb: Trigger) -> bool:
    """Say whether a verb of speech is followed by what was said: "a dit que", "a lancé : «"."""
    said = scene.language.data.reported
    return bool(said) and scene.says(said, scene.story.text[verb.end : clause.end])


def _is_no_speech(verb: Trigger, scene: Scene, clause: Clause) -> bool:
    """Say whether a verb of speech says of something else that it was done: "répéter un essai"."""
    return verb.sense.role is Role.COMMENT and not reports(scene, clause, verb)


def _kind(scene: Scene, clause: Clause, start: int, end: int) -> str:
    """Return what a verb tells of: a project where it builds or opens what can be built."""
    data = scene.language.data
    if not data.works or not scene.says(data.building, scene.story.text[start:end]):
        return "other"
    return "project" if scene.says(data.works, scene.words_of(clause)) else "other"


def _is_about_noun(scene: Scene, clause: Clause) -> bool:
    """Say whether a "qui" clause only goes on about a noun: "le sommet, qui se tiendra mardi"."""
    if clause.tie is not Tie.RELATIVE or clause.parent is None:
        return False
    parent = scene.clauses[clause.parent]
    return any(t.sense.role is Role.NOUN and parent.has(t.start) for t in scene.triggers)


def _participles(scene: Scene, clause: Clause) -> Iterator[Trigger]:
    """Yield the participles that a date follows: "le projet, présenté le 10 janvier"."""
    pattern = scene.language.data.dated_participle
    if not pattern:
        return
    text = scene.story.text
    for timex in scene.timexes:
        span = next((s for s in clause.spans if s.start <= timex.start < s.end), None)
        if span is None:
            continue
        start = max(span.start, timex.start - DATE_BEFORE)
        match = compiled(pattern).search(text, start, timex.start)
        taken = [(m.start, m.end) for m in scene.mentions]
        taken += [(t.start, t.end) for t in scene.timexes]
        if match is None or any(start <= match.start(1) < end for start, end in taken):
            continue
        kind = _kind(scene, clause, match.start(1), match.end(1))
        sense = Sense(kind, match[1].casefold(), Role.VERB, frozenset({"past"}))
        trigger = trigger_at(scene, match.start(1), match.end(1), sense)
        before = scene.words[max(0, trigger.first - AUXILIARY_BEFORE) : trigger.first]
        if not scene.language.helpers.intersection(w.fold for w in before if clause.has(w.start)):
            yield trigger
