"""One clause telling one event: its kind, its date, its place, who acts, how sure it is one at all.

A telling is not yet an event: most events of an article are told several times (`events` merges
them), and much that has a trigger word is no event. Each telling carries a score, the sum of named
weights, so that a doubtful one only counts where another telling of the same event carries it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.extract.clauses import Clause, Mode, Tie, find_clauses, mode_of, ordinal_before
from generator.extract.gazetteer import Kind
from generator.extract.span import Span
from generator.extract.triggers import Lexicon, Role, Trigger, find_triggers, words_of
from generator.extract.words import Word, find_words
from generator.record.edtf import earliest, precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.extract.mentions import Mention
    from generator.extract.timex import Timex
    from generator.record.edtf import Edtf

# Weights of the score, in points; an event needs `events.ENOUGH`. Set by hand on the project's own
# corpus (tests/corpus/*/events.yml); `pytest tests/extract/test_events.py` measures them.
STRONG = 2.0  # the trigger seldom means anything but an event
WEAK = 1.2
SPEECH = 0.8  # a speech act that can be news
PLAIN = 0.6  # any other verb in a perfect tense
DATED = 1.5
PLACED = 1.0
ACTOR = 0.5  # for the first actor, and again for the second
SAID = 1.0  # done or planned, in so many words
NAMED = 0.5  # a fact by a noun or a participle
NUMBERED = 0.8  # an edition: "24e sommet"
RECENT = 0.5
HEADLINE = 1.0
LEAD = 0.7
DOUBT = -1.5  # possible, habitual, one of many
DENIED = -5.0
QUOTED = -1.5

NEAR_PLACE = 160  # code points between a trigger and a place that belongs to it
NEAR_DATE = 220
LEAD_SENTENCES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One clause telling one event."""

    type: str
    head: str
    """Lemma of the trigger."""
    trigger: Trigger
    start: int
    end: int
    """What states it, in code points of the text, end exclusive: the clause, without what follows."""
    timex: Timex | None
    places: tuple[Mention, ...]
    actors: tuple[Mention, ...]
    organisations: tuple[Mention, ...]
    mode: Mode
    score: float
    sentence: int
    edition: int | None
    """Number of the edition, where the text gives it."""
    turn: str
    """``previous``, ``next`` or empty: "le prochain sommet"."""
    pointing: bool
    """Whether it points back: "cette rencontre", "le sommet"."""
    status: str
    """``postponed``, ``cancelled``, ``ongoing`` or empty."""
    headline: bool
    lead: bool

    @property
    def date(self) -> Edtf | None:
        """Return the date it gives."""
        return self.timex.edtf if self.timex else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A text with all that was found in it before events are looked for."""

    text: str
    sentences: tuple[Span, ...]
    headline: Span | None
    timexes: tuple[Timex, ...]
    mentions: tuple[Mention, ...]
    parts: Mapping[int, str]
    published: Edtf | None


@dataclass(frozen=True)
class _Sentence:
    """One sentence at work."""

    story: Story
    language: Lexicon
    number: int
    span: Span
    words: tuple[Word, ...]
    triggers: tuple[Trigger, ...]
    clauses: tuple[Clause, ...]
    timexes: tuple[Timex, ...]
    mentions: tuple[Mention, ...]
    headline: bool
    lead: bool

    @cached_property
    def front(self) -> Timex | None:
        """Return the date that opens the sentence and holds for all of it."""
        first = self.triggers[0].start if self.triggers else self.span.end
        for timex in self.timexes:
            if timex.start - self.span.start <= 12 and timex.start < first:  # noqa: PLR2004
                return timex
        return None

    def clause_of(self, offset: int) -> int:
        """Return the index of the clause that an offset lies in."""
        for index, clause in enumerate(self.clauses):
            if clause.has(offset):
                return index
        return 0


def find_tellings(story: Story, language: Lexicon) -> tuple[Telling, ...]:
    """Find every clause that may tell an event, in the order of the text."""
    found: list[Telling] = []
    own = 0
    for number, span in enumerate(story.sentences):
        headline = bool(story.headline and story.headline.overlaps(span))
        sentence = _prepare(
            story, language, number, span, headline=headline, lead=own < LEAD_SENTENCES
        )
        own += not headline
        found.extend(_tellings(sentence))
    return tuple(found)


def _prepare(
    story: Story, language: Lexicon, number: int, span: Span, *, headline: bool, lead: bool
) -> _Sentence:
    words = find_words(story.text, span.start, span.end)
    timexes = tuple(
        t
        for t in story.timexes
        if span.start <= t.start < span.end and _is_when(story, t, language)
    )
    dated = [(t.start, t.end) for t in story.timexes if span.start <= t.start < span.end]
    triggers = tuple(
        t
        for t in find_triggers(words, language, story.parts)
        if not any(start <= t.start < end for start, end in dated)
    )
    mentions = tuple(m for m in story.mentions if span.start <= m.start < span.end)
    inside = [m for m in mentions if m.kind in (Kind.PERSON, Kind.ORGANISATION)]
    triggers = tuple(
        t
        for t in triggers
        if not any(m.start < t.start < m.end for m in inside if len(m.name) > 5)  # noqa: PLR2004
    )
    clauses = find_clauses(story.text, span, triggers, language)
    return _Sentence(
        story,
        language,
        number,
        span,
        words,
        triggers,
        clauses,
        timexes,
        mentions,
        headline,
        lead and not headline,
    )


def _is_when(story: Story, timex: Timex, language: Lexicon) -> bool:
    """Say whether an expression can be the date of an event: a day, month or year, not a duration."""
    if timex.type not in ("DATE", "TIME") or timex.edtf is None:
        return False
    date = timex.edtf
    if date.is_interval and (date.start is None or date.end is None):
        return False
    return precision(date) not in ("decade", "century")


# ---------------------------------------------------------------------------- what is told


def _tellings(sentence: _Sentence) -> Iterator[Telling]:
    told: set[int] = set()
    for index, clause in enumerate(sentence.clauses):
        triggers = [t for t in sentence.triggers if sentence.clause_of(t.start) == index]
        yield from _of_clause(sentence, index, clause, triggers)
        told.add(index)


def _of_clause(
    sentence: _Sentence, index: int, clause: Clause, triggers: list[Trigger]
) -> Iterator[Telling]:
    nouns = [t for t in triggers if t.sense.role is Role.NOUN]
    verbs = [t for t in triggers if t.sense.role is not Role.NOUN]
    carrier = next((v for v in verbs if v.sense.role is Role.LIGHT or v.sense.light), None)
    used: set[Trigger] = set()
    for verb in verbs:
        if verb.sense.role is Role.LIGHT or verb.sense.role is Role.COMMENT:
            continue
        noun = _same_event(verb, nouns)
        if noun:
            used.add(noun)
        elif verb.sense.light and nouns:
            continue
        yield _telling(sentence, index, clause, verb, noun, carrier=verb)
    for noun in nouns:
        if noun not in used:
            yield _telling(
                sentence, index, clause, noun, noun, carrier=_carrier(noun, verbs, carrier)
            )
    if not [v for v in verbs if v.sense.role is not Role.COMMENT] and not nouns:
        yield from _plain(sentence, index, clause, verbs)


def _same_event(verb: Trigger, nouns: list[Trigger]) -> Trigger | None:
    """Return the noun that a verb tells of: "signer un accord", "effectuer une visite"."""
    for noun in nouns:
        near = noun.first - verb.last < 8 and verb.first - noun.last < 8  # noqa: PLR2004 -- words
        same = noun.sense.type == verb.sense.type
        deadly = verb.sense.type == "casualty" and noun.sense.type in ("conflict", "disaster")
        if (same and near) or deadly:
            return noun
    return None


def _carrier(noun: Trigger, verbs: list[Trigger], light: Trigger | None) -> Trigger | None:
    if light:
        return light
    after = [v for v in verbs if v.first >= noun.last]
    return after[0] if after and after[0].sense.role is Role.LIGHT else None


def _plain(
    sentence: _Sentence, index: int, clause: Clause, verbs: list[Trigger]
) -> Iterator[Telling]:
    """Yield what a clause without a known trigger tells, if a verb of it says that it was done."""
    if clause.tie is Tie.ATTRIBUTION or any(v.sense.stative for v in verbs):
        return
    data = sentence.language.data
    for span in clause.spans:
        for pattern, tense in ((data.happened, "past"), (data.will_happen, "future")):
            match = re.search(pattern, span.of(sentence.story.text))
            if not match:
                continue
            start = span.start + match.start()
            end = span.start + match.end()
            first = next(i for i, w in enumerate(sentence.words) if w.end > start)
            last = next(
                (i for i, w in enumerate(sentence.words) if w.start >= end), len(sentence.words)
            )
            from generator.extract.triggers import Sense  # noqa: PLC0415

            sense = Sense("other", sentence.words[last - 1].fold, Role.VERB, frozenset({tense}))
            trigger = Trigger(first, last, start, end, sense)
            yield _telling(sentence, index, clause, trigger, None, carrier=trigger, plain=True)
            return


def _telling(
    sentence: _Sentence,
    index: int,
    clause: Clause,
    trigger: Trigger,
    noun: Trigger | None,
    *,
    carrier: Trigger | None,
    plain: bool = False,
) -> Telling:
    story, data = sentence.story, sentence.language.data
    timex = _timex(sentence, index, clause, trigger)
    places = tuple(_places(sentence, index, clause, trigger))
    actors = tuple(_actors(sentence, index, clause, places, trigger))
    bodies = tuple(m for m in actors if m.kind is Kind.ORGANISATION)
    people = tuple(m for m in actors if m.kind is not Kind.ORGANISATION)
    edition = ordinal_before(sentence.words, (noun or trigger).first, data, story.text)
    words = " ".join(span.of(story.text) for span in clause.spans)
    mode = _mode(sentence, clause, trigger, carrier)
    if mode in (Mode.DONE, Mode.NOW, Mode.SET) and _is_future(timex, story.published):
        mode = Mode.PLANNED
    status = _status(words, data)
    near = _near(story.text, clause, trigger)
    if mode in (Mode.SET, Mode.NOW) and re.search(data.planned, near, re.IGNORECASE):
        mode = Mode.PLANNED
    start, end = _evidence(sentence, clause, trigger, timex)
    telling = Telling(
        type=(noun or trigger).sense.type,
        head=(noun or trigger).sense.lemma,
        trigger=trigger,
        start=start,
        end=end,
        timex=timex,
        places=places,
        actors=people,
        organisations=bodies,
        mode=mode,
        score=0.0,
        sentence=sentence.number,
        edition=edition,
        turn=_turn(sentence, noun or trigger),
        pointing=_points_back(sentence, noun or trigger),
        status=status,
        headline=sentence.headline,
        lead=sentence.lead,
    )
    return _scored(sentence, clause, telling, words, plain=plain)


def _scored(
    sentence: _Sentence, clause: Clause, telling: Telling, words: str, *, plain: bool
) -> Telling:
    from dataclasses import replace  # noqa: PLC0415

    data, sense = sentence.language.data, telling.trigger.sense
    score = PLAIN if plain else WEAK if sense.weak else STRONG
    if sense.role is Role.NEWS:
        score = SPEECH
    score += DATED * (telling.timex is not None)
    score += PLACED * bool(telling.places)
    score += ACTOR * min(2, len({m.key for m in (*telling.actors, *telling.organisations)}))
    score += {Mode.DONE: SAID, Mode.PLANNED: SAID, Mode.NOW: NAMED, Mode.SET: NAMED}.get(
        telling.mode, DENIED if telling.mode is Mode.DENIED else DOUBT
    )
    score += NUMBERED * (telling.edition is not None)
    score += HEADLINE * telling.headline + LEAD * telling.lead
    score += RECENT * bool(re.search(data.recent, words, re.IGNORECASE))
    score += DOUBT * bool(re.search(data.habitual, words, re.IGNORECASE))
    score += DOUBT * bool(re.search(data.series, words, re.IGNORECASE))
    score += QUOTED * clause.quoted
    score += DOUBT * (sense.plural and telling.timex is None)
    return replace(telling, score=score)


# ---------------------------------------------------------------------------- when


def _timex(sentence: _Sentence, index: int, clause: Clause, trigger: Trigger) -> Timex | None:
    """Return the date that belongs to a trigger."""
    own = [t for t in sentence.timexes if clause.has(t.start) and _is_event_date(sentence, t)]
    if own:
        return min(own, key=lambda t: _distance(t.start, t.end, trigger))
    if (
        sentence.front
        and clause.tie in (Tie.MAIN, Tie.LINKED)
        and _is_event_date(sentence, sentence.front)
    ):
        return sentence.front
    about = [
        t
        for i, other in enumerate(sentence.clauses)
        if other.parent == index and other.tie is Tie.RELATIVE and trigger.sense.role is Role.NOUN
        for t in sentence.timexes
        if other.has(t.start) and _is_event_date(sentence, t)
    ]
    if about:
        return about[0]
    if clause.tie is Tie.LINKED and clause.parent is not None:
        return _timex(sentence, clause.parent, sentence.clauses[clause.parent], trigger)
    return None


def _distance(start: int, end: int, trigger: Trigger) -> int:
    if start >= trigger.end:
        return start - trigger.end
    return 10 + trigger.start - end  # a date after its event is a little more usual than before


def _is_event_date(sentence: _Sentence, timex: Timex) -> bool:
    """Say whether no word before a date makes it a bound: "depuis 2010", "d'ici 2030"."""
    before = sentence.story.text[max(sentence.span.start, timex.start - 20) : timex.start]
    inside = sentence.story.text[timex.start : timex.end]
    since = sentence.language.data.since
    return not (
        re.search(since, before, re.IGNORECASE)
        or re.match(since[:-1] if since.endswith("$") else since, inside, re.IGNORECASE)
    )


def _is_future(timex: Timex | None, published: Edtf | None) -> bool:
    if timex is None or timex.edtf is None or published is None:
        return False
    first, today = earliest(timex.edtf), earliest(published)
    return bool(first and today and first > today)


# ---------------------------------------------------------------------------- where


def _places(sentence: _Sentence, index: int, clause: Clause, trigger: Trigger) -> Iterator[Mention]:
    """Yield where it happened, the nearest first."""
    where = [m for m in sentence.mentions if _is_place(sentence, m, trigger)]
    own = [m for m in where if clause.has(m.start)]
    if not own and clause.tie is Tie.MAIN:
        own = [
            m
            for m in where
            for other in sentence.clauses
            if other.has(m.start)
            and other.parent == index
            and other.tie is Tie.RELATIVE
            and trigger.sense.role is Role.NOUN
        ]
    if not own and clause.tie is Tie.LINKED and clause.parent is not None:
        own = [m for m in where if sentence.clauses[clause.parent].has(m.start)]
    near = [m for m in own if _distance(m.start, m.end, trigger) <= NEAR_PLACE]
    yield from sorted(near, key=lambda m: (_distance(m.start, m.end, trigger), m.start))


def _is_place(sentence: _Sentence, mention: Mention, trigger: Trigger) -> bool:
    if mention.kind not in (Kind.CITY, Kind.COUNTRY, Kind.REGION):
        return False
    if mention.where:
        return True
    gap = sentence.story.text[trigger.end : mention.start]
    own = trigger.sense.role is Role.NOUN and mention.kind is Kind.CITY
    if own and re.fullmatch(r"\s*(?:d[eu’']|des|of|in|von|de)?\s*(?:la\s|l['’])?", gap):
        return True
    return trigger.sense.lemma in VISITS and mention.start >= trigger.end and len(gap) <= 15  # noqa: PLR2004


VISITS = frozenset({"visiter", "visit", "besuchen", "visitar", "regagner", "secouer", "frapper"})


# ---------------------------------------------------------------------------- who


def _actors(
    sentence: _Sentence,
    index: int,
    clause: Clause,
    places: tuple[Mention, ...],
    trigger: Trigger,
) -> Iterator[Mention]:
    """Yield who acts: those of the clause, else those of the clause it hangs on."""
    acting = [m for m in sentence.mentions if m.acts and m not in places]
    own = [m for m in acting if clause.has(m.start)]
    if clause.tie is Tie.LINKED and not own and clause.parent is not None:
        own = [m for m in acting if sentence.clauses[clause.parent].has(m.start)]
    elif clause.tie is Tie.RELATIVE and clause.parent is not None:
        before = [m for m in acting if m.end <= clause.start and clause.start - m.end <= 3]  # noqa: PLR2004
        own = [*before[-1:], *own]
    elif (
        clause.tie is Tie.MAIN and clause.parent is not None and trigger.sense.role is not Role.NOUN
    ):
        subject = [m for m in own if m.start < trigger.start]
        if not subject:
            parent = sentence.clauses[clause.parent]
            own = [
                *(m for m in acting if parent.has(m.start) and m.start < parent.start + 80),
                *own,
            ]
    yield from own


# ---------------------------------------------------------------------------- how


def _mode(sentence: _Sentence, clause: Clause, trigger: Trigger, carrier: Trigger | None) -> Mode:
    if carrier is None:
        return Mode.SET
    if carrier.sense.role is Role.VERB and "past" in carrier.sense.tenses and carrier is trigger:
        return mode_of(sentence.words, carrier, clause, sentence.language)
    return mode_of(sentence.words, carrier, clause, sentence.language)


def _status(words: str, data: object) -> str:
    for status in ("postponed", "cancelled", "ongoing"):
        if re.search(getattr(data, status), words, re.IGNORECASE):
            return status
    return ""


def _near(text: str, clause: Clause, trigger: Trigger) -> str:
    return text[max(clause.start, trigger.start - 40) : min(clause.end, trigger.end + 60)]


def _turn(sentence: _Sentence, trigger: Trigger) -> str:
    if trigger.sense.role is not Role.NOUN:
        return ""
    before = sentence.story.text[max(sentence.span.start, trigger.start - 25) : trigger.start]
    after = sentence.story.text[trigger.end : min(sentence.span.end, trigger.end + 12)]
    data = sentence.language.data
    if re.search(data.following, before, re.IGNORECASE):
        return "next"
    return "previous" if re.search(data.previous, before + after, re.IGNORECASE) else ""


def _points_back(sentence: _Sentence, trigger: Trigger) -> bool:
    if trigger.sense.role is not Role.NOUN or not trigger.first:
        return False
    before = sentence.words[trigger.first - 1].fold
    this = words_of(sentence.language.data.determiners_this)
    return before in this | words_of(sentence.language.data.determiners_definite)


def _evidence(
    sentence: _Sentence, clause: Clause, trigger: Trigger, timex: Timex | None
) -> tuple[int, int]:
    """Return the tight span that states it: the piece of the clause with the trigger and the date."""
    text = sentence.story.text
    spans = [span for span in clause.spans if span.start <= trigger.start < span.end]
    start, end = (spans[0].start, spans[0].end) if spans else (clause.start, clause.end)
    if timex:
        start, end = min(start, timex.start), max(end, timex.end)
    while start < end and not (text[start].isalnum() or text[start] in '«"“'):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in '»"”)%'):
        end -= 1
    return start, end
