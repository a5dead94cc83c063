"""One clause telling one event: its kind, its date, its place, who acts, how sure it is one at all.

A telling is not yet an event: most events of an article are told several times (`grouping` brings
them together), and much that has a trigger word is no event. Each verb that can tell one does, on a
list or not; how sure it is that it does is the sum of its weighed `cues`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract.events.attachments import actors_of, date_of, places_of
from generator.extract.events.clauses import Clause, Mode, Tie, mode_of, ordinal_before
from generator.extract.events.cues import score_of
from generator.extract.events.plain import plain_triggers, reports, trigger_at
from generator.extract.events.scene import (
    LEAD_SENTENCES,
    Scene,
    Story,
    compiled,
    headings_of,
    opens_line,
    set_scene,
)
from generator.extract.events.triggers import Lexicon, Role, Sense, Trigger, items
from generator.extract.names.gazetteer import Kind
from generator.extract.names.words import fold
from generator.record.edtf import earliest, precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.extract.names.naming import Mention
    from generator.extract.timex.finder import Timex
    from generator.record.edtf import Edtf

SERIES_TYPES = frozenset({"summit", "meeting", "election", "sport", "visit"})
"""Types of which there are editions, and whose nouns carry the name of a series."""
SERIES_REACH = 90  # code points after a noun in which the names that belong to it stand
NOUN_REACH = 8  # words between a verb and the noun of the same event
PLANNED_BEFORE, PLANNED_AFTER = 40, 60  # code points around a trigger in which "prévu" stands
INNER_WORDS = 3  # words between a noun and one that says of what it is
BYLINE_WORDS = 5  # words besides the date of a sentence that is a dateline
BESIDE_REACH = 70  # code points before a noun in which "en marge de" stands
OWN_PLANS = frozenset({"agreement", "project", "other"})  # announced by who makes them
OBJECT_WORDS = 4  # words between a verb and the noun it carries
ANTECEDENT_REACH = 40  # code points between a noun and the clause about it
OBJECT_REACH = 40  # code points before a noun in which the verb it is the object of stands
DATE_OF_SPEECH = 40  # code points between a comment and its date
OPENING = 3  # code points from the start of a clause in which its first verb begins
NEVER = r"(?!)"
TELLING = (Role.NOUN, Role.VERB, Role.NEWS)
SPEECH = (Role.NEWS, Role.COMMENT)
PRESENT_REACH = 25  # code points from "est à" to the place

MAX_SENTENCE = 3_000  # code points; longer ones are lists and tables, whose parts hang on nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One clause telling one event."""

    type: str
    """An event type, or ``casualty`` for deaths whose cause other tellings give."""
    head: str
    """Lemma of the trigger."""
    noun: Trigger | None
    trigger: Trigger
    start: int
    end: int
    """What states it, in code points of the text, end exclusive."""
    timex: Timex | None
    places: tuple[Mention, ...]
    actors: tuple[Mention, ...]
    organisations: tuple[Mention, ...]
    mode: Mode
    score: float
    edition: int | None
    """Number of the edition, where the text gives it."""
    turn: str
    """``previous``, ``next`` or empty: "le prochain sommet"."""
    series: frozenset[str]
    """Keys of what names the series: those of China and Central Asia, that of an organisation."""
    pointing: bool
    """Whether it points back: "cette rencontre", "le sommet"."""
    status: str
    """``postponed``, ``cancelled``, ``ongoing`` or empty."""
    rank: int
    """-1 in the headline, else how many sentences stand before it."""
    act: str
    """What verb and noun of one act share: "attaque" of "attaque" and "attaquer"."""
    plain: bool = False
    """Whether its verb is one that no list has."""
    spare: bool = False
    """Whether its verb is neither the first of its clause to tell something nor of the lists."""
    another: bool = False
    """Whether it says that it is one more: "le même jour", "une autre attaque"."""

    @property
    def date(self) -> Edtf | None:
        """Return the date it gives."""
        return self.timex.edtf if self.timex else None

    @property
    def headline(self) -> bool:
        """Say whether the headline tells it."""
        return self.rank < 0

    @property
    def lead(self) -> bool:
        """Say whether one of the first sentences tells it."""
        return 0 <= self.rank < LEAD_SENTENCES

    @property
    def bare(self) -> bool:
        """Say whether it gives neither date nor place nor actor."""
        return not (self.timex or self.places or self.actors or self.organisations)

    @property
    def who(self) -> frozenset[str]:
        """Return the keys of all who act."""
        return frozenset(m.key for m in (*self.actors, *self.organisations))

    @property
    def countries(self) -> frozenset[str]:
        """Return the codes of the countries that it happened in, as far as they are known."""
        return frozenset(m.country for m in self.places if m.country)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What in a clause tells an event."""

    trigger: Trigger
    noun: Trigger | None = None
    """The noun of the event, where there is one."""
    carrier: Trigger | None = None
    """The verb that says whether it took place."""
    home: Clause
    """The clause of that verb."""
    plain: bool = False
    """Whether the verb is one that no list has."""
    spare: bool = False
    """Whether it is a verb that nothing else speaks for than its tense."""


def find_tellings(story: Story, language: Lexicon) -> tuple[Telling, ...]:
    """Find every clause that may tell an event, in the order of the text."""
    found: list[Telling] = []
    rank = 0
    headings, heading = headings_of(story), None
    for number, span in enumerate(story.sentences):
        heading = headings.get(number, heading)
        under = heading if opens_line(story.text, span) else None
        if len(span) > MAX_SENTENCE:
            continue
        headline = bool(story.headline and story.headline.overlaps(span))
        scene = set_scene(story, language, number, -1 if headline else rank, under)
        rank += not (headline or _is_dateline(scene))
        for index in range(len(scene.clauses)):
            told = list(_of_clause(scene, index))
            found += [*told, *_of_spare_verbs(scene, index, told)]
    return tuple(found)


def _is_dateline(scene: Scene) -> bool:
    """Say whether a sentence only says where and when a report was filed: "Wien, 3. Mai 2024."."""
    dates = [t for t in scene.story.timexes if scene.span.start <= t.start < scene.span.end]
    others = [w for w in scene.words if not any(t.start <= w.start < t.end for t in dates)]
    return bool(dates) and not scene.triggers and len(others) <= BYLINE_WORDS


# ---------------------------------------------------------------------------- what is told


def _of_clause(scene: Scene, index: int) -> Iterator[Telling]:
    clause = scene.clauses[index]
    triggers = [t for t in scene.triggers if scene.clause_of(t.start) == index]
    nouns = [t for t in triggers if t.sense.role is Role.NOUN]
    verbs = [t for t in triggers if t.sense.role is not Role.NOUN]
    used = _inner(scene, nouns)
    for verb in verbs:
        if _tells_of_others(scene, clause, verb, triggers) or _only_puts_off(scene, verb, nouns):
            continue
        noun = _same_event(verb, nouns) or _antecedent(scene, index, verb)
        if noun in nouns:
            used.add(noun)
        elif noun is None and _carries(verb, [n for n in nouns if not _is_beside(scene, n)]):
            continue
        if not _only_opens(scene, clause, verb):
            yield _telling(scene, index, _Told(trigger=verb, noun=noun, carrier=verb, home=clause))
    for noun in nouns:
        reported = clause.tie is Tie.ATTRIBUTION and noun.sense.type == "statement"
        if noun not in used and not reported:
            carrier, home = _carrier(scene, index, noun, verbs)
            told = _Told(trigger=noun, noun=noun, carrier=carrier, home=home)
            yield _telling(scene, index, told)
    yield from _without_words(scene, index, triggers)


def _tells_of_others(scene: Scene, clause: Clause, verb: Trigger, triggers: list[Trigger]) -> bool:
    """Say whether a verb only carries a noun or what was said, and is no event itself."""
    if verb.sense.role is Role.LIGHT or _announces(scene, verb, triggers):
        return True
    opens = verb.start - clause.start <= OPENING
    if clause.tie is Tie.ATTRIBUTION and (verb.sense.role in SPEECH or opens):
        return not _is_news_itself(scene, clause, verb)
    return verb.sense.role is Role.COMMENT and not _is_speech(scene, clause, verb, triggers)


def _without_words(scene: Scene, index: int, triggers: list[Trigger]) -> Iterator[Telling]:
    """Yield what a clause tells without a word of the lists: a presence, or any other verb."""
    present = tuple(_presence(scene, index))
    yield from present
    for trigger in () if present else plain_triggers(scene, index, triggers):
        home = scene.clauses[index]
        plain = trigger.sense.lemma not in scene.language.kinds_by_lemma
        told = _Told(trigger=trigger, carrier=trigger, home=home, plain=plain)
        yield _telling(scene, index, told)


def _of_spare_verbs(scene: Scene, index: int, told: list[Telling]) -> Iterator[Telling]:
    """Yield what the verbs of a clause tell that nothing else was found to tell by."""
    clause = scene.clauses[index]
    taken = [(t.trigger.start, t.trigger.end) for t in told]
    for place, word in enumerate(scene.words):
        if not clause.has(word.start) or word.fold in scene.language.helpers:
            continue
        if any(start <= word.start < end for start, end in taken):
            continue
        listed = next((t for t in scene.triggers if t.start <= word.start < t.end), None)
        if listed is not None and listed.sense.role is not Role.NOUN:
            trigger = listed if listed.start == word.start else None
        else:
            trigger = _spare_verb(scene, place)
        if trigger is not None:
            sense = replace(trigger.sense, type=trigger.sense.type or "other")
            trigger = replace(trigger, sense=sense)
            plain = listed is None
            yield _telling(
                scene,
                index,
                _Told(trigger=trigger, carrier=trigger, home=clause, plain=plain, spare=True),
            )


def _spare_verb(scene: Scene, place: int) -> Trigger | None:
    """Return a word as a trigger where a model sees a verb that can tell an event."""
    word = scene.words[place]
    form = scene.story.votes.forms.get(word.start)
    if form is None or not form.tense or form.tense in ("gerund", "infinitive"):
        return None
    sense = Sense("other", form.lemma.casefold(), Role.VERB, frozenset({form.tense}))
    return Trigger(place, place + 1, word.start, word.end, sense)


def _only_puts_off(scene: Scene, verb: Trigger, nouns: list[Trigger]) -> bool:
    """Say whether a verb only says of a noun that it was not held: "la visite est reportée"."""
    text = scene.story.text[verb.start : verb.end]
    data = scene.language.data
    before = any(0 <= verb.first - noun.last <= NOUN_REACH for noun in nouns)
    return before and (scene.says(data.postponed, text) or scene.says(data.cancelled, text))


def _only_opens(scene: Scene, clause: Clause, verb: Trigger) -> bool:
    """Say whether a participle only says of the subject what it was before: "Réunis à Paris, …".

    A gathering with a date in its phrase is an event of its own: "Réunis jeudi à Bruxelles, …".
    """
    if (
        verb.first > scene.opening
        or not verb.sense.tenses <= {"participle", "ed"}
        or scene.headline
    ):
        return False
    phrase_end = scene.story.text.find(",", verb.end, clause.end)
    dated = any(verb.end <= t.start < phrase_end for t in scene.timexes)
    return not (dated and verb.sense.type == "meeting")


def _carries(verb: Trigger, nouns: list[Trigger]) -> bool:
    """Say whether a verb only carries the event of a noun: "se réunir pour un sommet"."""
    if not verb.sense.light:
        return False
    if verb.sense.type == "meeting" and any(n.sense.type in ("summit", "meeting") for n in nouns):
        return True
    if verb.sense.type == "meeting":
        return any(0 <= verb.first - noun.last <= OBJECT_WORDS for noun in nouns)
    return any(
        0 <= noun.first - verb.last <= OBJECT_WORDS or 0 <= verb.first - noun.last <= NOUN_REACH
        for noun in nouns
    )


def _is_beside(scene: Scene, noun: Trigger) -> bool:
    """Say whether something else happens beside the event of a noun: "en marge du sommet"."""
    before = scene.story.text[max(scene.span.start, noun.start - BESIDE_REACH) : noun.start]
    beside = scene.language.data.beside_event
    return bool(beside) and scene.says(beside, before)


def _announces(scene: Scene, verb: Trigger, triggers: list[Trigger]) -> bool:
    """Say whether a speech act only announces another event of its clause."""
    if verb.sense.lemma not in scene.language.announcing:
        return False
    return any(t.first > verb.first and t.sense.role is not Role.COMMENT for t in triggers)


def _is_news_itself(scene: Scene, clause: Clause, verb: Trigger) -> bool:
    """Say whether the lead tells a speech of a day and nothing else: "X said on Friday it aims"."""
    told = any(t is not verb and t.sense.role in TELLING for t in scene.triggers)
    if told or not scene.lead or verb.sense.role not in SPEECH:
        return False
    return _has_date_beside(scene, clause, verb)


def _has_date_beside(scene: Scene, clause: Clause, verb: Trigger) -> bool:
    near = (t for t in scene.timexes if clause.has(t.start))
    return any(-DATE_OF_SPEECH <= t.start - verb.end <= DATE_OF_SPEECH for t in near)


def _is_speech(scene: Scene, clause: Clause, verb: Trigger, triggers: list[Trigger]) -> bool:
    """Say whether a comment is news itself: it has a date beside it, and tells of nothing else."""
    if any(t.first > verb.first and t.sense.role in TELLING for t in triggers):
        return False
    return reports(scene, clause, verb) and _has_date_beside(scene, clause, verb)


def _antecedent(scene: Scene, index: int, verb: Trigger) -> Trigger | None:
    """Return the noun that a "qui" clause is about: "le séisme qui a frappé l'île"."""
    clause = scene.clauses[index]
    if clause.tie is not Tie.RELATIVE or verb.sense.type not in (
        "casualty",
        "conflict",
        "disaster",
    ):
        return None
    nouns = [
        t
        for t in scene.triggers
        if t.sense.role is Role.NOUN and 0 <= clause.start - t.end <= ANTECEDENT_REACH
    ]
    return nouns[-1] if nouns and nouns[-1].sense.type in ("conflict", "disaster") else None


def _inner(scene: Scene, nouns: list[Trigger]) -> set[Trigger]:
    """Return the nouns that only say of what another one is: "la finale de la Coupe"."""
    return {
        noun
        for outer, noun in pairwise(nouns)
        if outer.sense.type == noun.sense.type
        and 0 < noun.first - outer.last <= INNER_WORDS
        and not compiled(r"[,;:(]").search(scene.between(outer.end, noun.start))
    }


def _same_event(verb: Trigger, nouns: list[Trigger]) -> Trigger | None:
    """Return the noun that a verb tells of: "signer un accord", "effectuer une visite"."""
    for noun in nouns:
        near = noun.first - verb.last < NOUN_REACH and verb.first - noun.last < NOUN_REACH
        near = near or noun.sense.type == "other"
        deadly = verb.sense.type == "casualty" and noun.sense.type in ("conflict", "disaster")
        deadly = deadly or (verb.sense.type == "conflict" and noun.sense.type == "disaster")
        if (noun.sense.type == verb.sense.type and near) or deadly:
            return noun
    return None


def _carrier(
    scene: Scene, index: int, noun: Trigger, verbs: list[Trigger]
) -> tuple[Trigger | None, Clause]:
    """Return the verb that says whether the event of a noun took place, and its clause."""
    clause = scene.clauses[index]
    for verb in verbs:
        if _is_left_out(scene, verb):
            continue
        announced = verb.sense.lemma in scene.language.announcing and verb.first < noun.first
        if (
            (verb.sense.role is Role.LIGHT and not verb.sense.stative)
            or verb.sense.light
            or announced
        ):
            return verb, clause
    for number, other in enumerate(scene.clauses):
        if other.parent == index and other.tie is Tie.RELATIVE and other.start >= noun.end:
            for verb in scene.triggers:
                if scene.clause_of(verb.start) == number and verb.sense.role is Role.LIGHT:
                    return verb, other
    return None, clause


def _is_left_out(scene: Scene, verb: Trigger) -> bool:
    """Say whether an infinitive only says what was not done beside: "sans faire de victime"."""
    before = scene.words[verb.first - 1].fold if verb.first else ""
    denied = before in scene.language.auxiliaries["not"]
    return denied and verb.sense.tenses <= {"infinitive"}


def _presence(scene: Scene, index: int) -> Iterator[Telling]:
    """Yield the visit that "est à Astana", "est attendu à Bamako" tells of a person."""
    clause = scene.clauses[index]
    for span in clause.spans:
        match = compiled(scene.language.data.presence).search(
            scene.story.text, span.start, span.end
        )
        if not match:
            continue
        there = any(
            m.where
            and 0 <= m.start - match.end() <= PRESENT_REACH
            and span.start <= m.start < span.end
            for m in scene.mentions
        )
        expected = scene.says(scene.language.data.presence_later, match[0])
        people = any(
            (m.kind is Kind.PERSON or expected) and clause.has(m.start) and m.start < match.start()
            for m in scene.mentions
            if m.acts
        )
        if not (there and people):
            continue
        tense = "future" if expected else "past"
        sense = Sense("visit", "presence", Role.VERB, frozenset({tense}))
        trigger = trigger_at(scene, match.start(), match.end(), sense)
        yield _telling(scene, index, _Told(trigger=trigger, carrier=trigger, home=clause))


def _telling(scene: Scene, index: int, told: _Told) -> Telling:
    """Return what tells an event, with the date, place and actors that belong to it."""
    clause, trigger, noun = scene.clauses[index], told.trigger, told.noun
    timex = date_of(scene, index, trigger)
    places = places_of(scene, index, trigger)
    named = noun or trigger
    others = _of_others(scene, named)
    commented = noun is trigger and _is_commented(scene, index, named)
    found = () if commented else actors_of(scene, index, trigger, places)
    actors = [m for m in found if m not in others]
    start, end = _evidence(scene, clause, trigger, timex)
    telling = Telling(
        type=named.sense.type,
        head=named.sense.lemma,
        noun=noun,
        trigger=trigger,
        start=start,
        end=end,
        timex=timex,
        places=places,
        actors=tuple(m for m in actors if m.kind is not Kind.ORGANISATION),
        organisations=tuple(m for m in actors if m.kind is Kind.ORGANISATION),
        mode=_mode(scene, told, timex),
        score=0.0,
        edition=ordinal_before(scene.words, named.first, scene.language.data),
        turn=_turn(scene, noun),
        series=_series(scene, noun),
        pointing=_points_back(scene, noun),
        status=_status(scene, clause, told),
        rank=scene.rank,
        act=scene.language.acts.get(named.sense.lemma, fold(named.sense.lemma)),
        plain=told.plain,
        spare=told.spare,
        another=scene.says(scene.language.data.another or NEVER, scene.words_of(clause)),
    )
    telling = replace(telling, type=_type_in(scene, clause, telling))
    return replace(telling, score=score_of(scene, clause, telling))


def _type_in(scene: Scene, clause: Clause, telling: Telling) -> str:
    """Return the type of a telling by what its trigger stands with: missiles make no project."""
    words = scene.words_of(clause)
    data = scene.language.data
    launched = telling.type in ("project", "other") and telling.noun is None
    if launched and scene.says(data.weapons, words):
        return "conflict"
    for triggers, company, kind in data.readings:
        if {telling.head, telling.type} & set(items(triggers)) and scene.says(company, words):
            return kind
    return telling.type


# ---------------------------------------------------------------------------- how it is told


def _mode(scene: Scene, told: _Told, timex: Timex | None) -> Mode:
    trigger, carrier, home = told.trigger, told.carrier, told.home
    mode = mode_of(scene.words, carrier, home, scene.language) if carrier else Mode.SET
    if carrier is None and _is_object(scene, told):
        mode = Mode.DONE
    if mode in (Mode.SET, Mode.NOW) and carrier and scene.chronicle:
        mode = Mode.DONE
    if mode is Mode.POSSIBLE and carrier and _is_narrated(scene, carrier, timex):
        mode = Mode.DONE
    if mode in (Mode.DONE, Mode.NOW, Mode.SET) and _is_future(timex, scene.story.published):
        return Mode.PLANNED
    near = scene.story.text[
        max(home.start, trigger.start - PLANNED_BEFORE) : min(home.end, trigger.end + PLANNED_AFTER)
    ]
    if mode in (Mode.SET, Mode.NOW) and scene.says(scene.language.data.planned, near):
        return Mode.PLANNED
    return mode


def _is_narrated(scene: Scene, carrier: Trigger, timex: Timex | None) -> bool:
    """Say whether an imperfect tells what happened on a day: "le lendemain, il limogeait …"."""
    if carrier.sense.tenses != {"imperfect"} or timex is None or timex.edtf is None:
        return False
    return timex is scene.front or precision(timex.edtf) == "day"


def _is_object(scene: Scene, told: _Told) -> bool:
    """Say whether a noun stands right after any verb in a perfect tense: "a remis sa démission"."""
    start = told.trigger.start
    before = scene.story.text[max(told.home.start, start - OBJECT_REACH) : start]
    found = list(compiled(scene.language.data.happened).finditer(before))
    return bool(found) and len(before[found[-1].end() :].split()) <= INNER_WORDS


def _is_future(timex: Timex | None, published: Edtf | None) -> bool:
    if timex is None or timex.edtf is None or published is None:
        return False
    first, today = earliest(timex.edtf), earliest(published)
    return bool(first and today and first > today)


def _status(scene: Scene, clause: Clause, told: _Told) -> str:
    """Return what a clause says of where its event stands; to cancel is an event that happened."""
    data, words = scene.language.data, scene.words_of(clause)
    patterns = {
        "postponed": data.postponed,
        "cancelled": data.cancelled,
        "ongoing": data.ongoing,
    }
    own = scene.story.text[told.trigger.start : told.trigger.end] if told.noun is None else ""
    found = (status for status, pattern in patterns.items() if scene.says(pattern, words))
    return next((s for s in found if not scene.says(patterns[s], own)), "")


def _turn(scene: Scene, noun: Trigger | None) -> str:
    """Return whether a noun is the next or the previous one of its series."""
    if noun is None:
        return ""
    around = scene.words[max(0, noun.first - 2) : noun.first]
    after = scene.words[noun.last : noun.last + 1]
    data = scene.language.data
    if any(scene.says(data.following, word.text) for word in around):
        return "next"
    return "previous" if any(scene.says(data.previous, w.text) for w in (*around, *after)) else ""


def _is_commented(scene: Scene, index: int, named: Trigger) -> bool:
    """Say whether a clause only comments on its event: "la ministre a salué la visite".

    Who announces a purchase or a plan is who makes it.
    """
    verbs = [
        t
        for t in scene.triggers
        if t.sense.role is not Role.NOUN and scene.clause_of(t.start) == index
    ]
    own = named.sense.type in OWN_PLANS
    if own and any(t.sense.lemma in scene.language.announcing for t in verbs):
        return False
    return bool(verbs) and all(t.sense.role in (Role.COMMENT, Role.NEWS) for t in verbs)


def _of_others(scene: Scene, named: Trigger) -> set[Mention]:
    """Return the organisations that belong to the noun of another event: "au sommet de l'OCS"."""
    return {
        m
        for noun in scene.triggers
        if noun.sense.role is Role.NOUN and noun is not named
        for m in _names_of(scene, noun)
        if m.kind is Kind.ORGANISATION
    } - set(_names_of(scene, named))


def _series(scene: Scene, noun: Trigger | None) -> frozenset[str]:
    """Return the keys of the names that belong to a noun: "sommet Chine-Asie centrale"."""
    return frozenset(m.key for m in _names_of(scene, noun)) if noun else frozenset()


def _names_of(scene: Scene, noun: Trigger) -> tuple[Mention, ...]:
    """Return the names that follow a noun and belong to it."""
    if noun.sense.type not in SERIES_TYPES or noun.sense.role is not Role.NOUN:
        return ()
    stop = min(
        [noun.end + SERIES_REACH]
        + [t.start for t in scene.timexes if t.start >= noun.end]
        + [t.start for t in scene.triggers if t.start >= noun.end and t.sense.role is not Role.NOUN]
        + [m.start for m in scene.mentions if m.start >= noun.end and m.where]
    )
    kinds = (Kind.COUNTRY, Kind.REGION, Kind.ORGANISATION)
    return tuple(
        m for m in scene.mentions if noun.end <= m.start < stop and m.kind in kinds and not m.where
    )


def _points_back(scene: Scene, noun: Trigger | None) -> bool:
    """Say whether an article or "this" stands before a noun, an adjective between or not."""
    if noun is None:
        return False
    before = [word.fold for word in scene.words[max(0, noun.first - 2) : noun.first]]
    if not before or before[-1] in scene.language.pointers:
        return bool(before)
    return before[0] in scene.language.this


def _evidence(
    scene: Scene, clause: Clause, trigger: Trigger, timex: Timex | None
) -> tuple[int, int]:
    """Return the tight span that states it: the piece with the trigger, and the date."""
    text = scene.story.text
    own = [span for span in clause.spans if span.start <= trigger.start < span.end]
    start, end = (own[0].start, own[0].end) if own else (clause.start, clause.end)
    if timex and scene.span.start <= timex.start < scene.span.end:
        start, end = min(start, timex.start), max(end, timex.end)
    while start < end and not (text[start].isalnum() or text[start] in '«"“'):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in '»"”)%'):
        end -= 1
    return start, end
