"""A short title of our own for an event: what, of whom, where.

Facts carry over, sentences do not: a title takes the noun that tells the event with what it is of,
or the subject, verb and object of a clause without its dates and asides; never more than `MAX_RUN`
words in a row of the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.extract.events.phrases import object_after, phrase_at, subject_before
from generator.extract.events.triggers import items
from generator.extract.names.gazetteer import Kind
from generator.extract.names.words import find_words, fold
from generator.extract.span import Span
from generator.extract.wording import (
    at_city,
    joined,
    listed,
    mended,
    of_name,
    without_owner,
    wording,
)
from generator.record.model import EventType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.events.finder import Candidate
    from generator.extract.events.scene import Story
    from generator.extract.events.tellings import Telling
    from generator.extract.events.triggers import EventWords, Lexicon
    from generator.extract.names.naming import Mention
    from generator.extract.wording import Wording

MAX_RUN = 7  # words in a row of the article; a record may share 8, see docs/adr/0001
MAX_CLAUSE = 10  # words of a title that is a clause
MAX_NAMES = 3
SMALL = 3  # letters of a word that is no name
SERIES_REACH = 90  # code points after a noun in which the names that belong to it stand
CLOSE = 3  # words between a noun and the names that belong to it in one phrase
AUXILIARIES = 3  # words before a verb in which its auxiliaries stand
MAX_TITLE = 100  # code points
GATHERINGS = frozenset({EventType.MEETING, EventType.AGREEMENT})
OF_PEOPLE = frozenset({"other", "election", "conflict", "casualty"})
"""Types of verbs that are done to people: to arrest, to elect."""
DANGLING = ("PRON", "AUX", "VERB", "CCONJ", "SCONJ")
"""Parts of speech of a first word that hangs on what stands before it."""
SPEAKERS = frozenset({EventType.VISIT, EventType.STATEMENT, EventType.PUBLICATION})
NAMELESS = frozenset({EventType.CONFLICT, EventType.DISASTER})


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What a title is composed from."""

    candidate: Candidate
    country: str | None
    story: Story
    data: EventWords
    words: Wording

    @property
    def links(self) -> frozenset[str]:
        """Return the words that may join two nouns of one phrase."""
        return frozenset(self.words.links.split())

    @property
    def intransitive(self) -> tuple[str, ...]:
        """Return the verbs whose noun is of their subject."""
        return items(self.data.intransitive)

    @property
    def asides(self) -> frozenset[str]:
        """Return the words after a phrase that only says when."""
        return frozenset(map(fold, self.words.asides.split()))

    def subject(self, telling: Telling, end: int) -> Span | None:
        """Return the subject of a clause, where it stands before an offset."""
        span = subject_before(self.story, telling.start, end, self.links, self.asides)
        after = find_words(self.story.text, span.end, end)[:2] if span else ()
        if span and len(after) > 1 and after[0].fold == self.words.last:
            other = phrase_at(self.story, after[1].start, end, self.links)
            return Span(span.start, other.end) if other else span
        return span

    def phrase(self, span: Span | None) -> str:
        """Return a noun phrase as part of a title; empty when there is none."""
        if span is None:
            return ""
        text = self.text(span.start, span.end)
        if self.story.votes.parts.get(span.start) != "DET":
            return text
        return without_owner(text[:1].lower() + text[1:], self.words)

    def text(self, start: int, end: int) -> str:
        """Return a piece of the article on one line, without shouting."""
        text = re.sub(r"\s+", " ", self.story.text[start:end])
        return text.lower() if text.isupper() and len(text) > MAX_TITLE // 10 else text


def title_of(
    candidate: Candidate,
    tellings: Sequence[Telling],
    country: str | None,
    story: Story,
    language: Lexicon,
) -> str:
    """Return a title in the language of the article: "Sommet de l'OCS à Astana".

    Args:
        candidate: the event, as yet without a title.
        tellings: what tells it, the first ones first.
        country: what the country is called in which it takes place.
        story: the article.
        language: its words.
    """
    sheet = _Sheet(candidate, country, story, language.data, wording(language.code))
    for title in (_told(tellings, sheet), title_from_parts(candidate, country, language)):
        bare = fold(title) == fold(language.data.titles[candidate.type.value])
        if title and not bare and not _copies(title, tellings, story):
            return title
    first = find_words(story.text, tellings[0].start, tellings[0].end)[:1]
    opens = bool(first) and story.votes.parts.get(first[0].start) not in DANGLING
    vague = candidate.type is EventType.OTHER and opens
    return _opening(tellings[0], story) if vague else language.data.titles[candidate.type.value]


def _copies(title: str, tellings: Sequence[Telling], story: Story) -> bool:
    """Say whether a title shares more words in a row with what tells its event than it may."""
    mine = [word.fold for word in find_words(title)]
    size = MAX_RUN + 2
    runs = {tuple(mine[i : i + size]) for i in range(len(mine) - size + 1)}
    for telling in tellings if runs else ():
        theirs = [word.fold for word in find_words(story.text, telling.start, telling.end)]
        if any(tuple(theirs[i : i + size]) in runs for i in range(len(theirs) - size + 1)):
            return True
    return False


def _told(tellings: Sequence[Telling], sheet: _Sheet) -> str:
    """Return a title by the noun that tells an event, its verb's noun, or the clause; or empty."""
    named = [t for t in tellings if t.noun]
    if named:
        best = max(named, key=lambda t: (len(t.series), t.edition is not None, not t.headline))
        what, names, whole = _noun_phrase(best, sheet)
        gathers = sheet.candidate.type in GATHERINGS
        return _composed(what, names if whole and not gathers else names or _names(sheet), sheet)
    telling = next((t for t in tellings if not t.headline), tellings[0])
    nominal = sheet.data.nominals.get(telling.head)
    if not nominal or _is_reflexive(telling, sheet):
        return _clause(telling, sheet)
    names = _names(sheet) if sheet.candidate.type in GATHERINGS else ""
    if not names.startswith(sheet.words.between[:3]):
        own = sheet.candidate.type in SPEAKERS and telling.trigger.sense.lemma in sheet.intransitive
        of = (own and _names(sheet)) or _patient(telling, sheet) or names
        return _composed(f"{nominal} {of}" if of else nominal, "", sheet)
    return _composed(nominal, names, sheet)


def _is_reflexive(telling: Telling, sheet: _Sheet) -> bool:
    """Say whether a verb that is no reflexive one has such a pronoun: "s'est arrêté"."""
    before = find_words(sheet.story.text, telling.start, telling.trigger.start)[-AUXILIARIES:]
    own = telling.trigger.sense.reflexive or "'" in telling.head or " " in telling.head
    return not own and any(word.fold in sheet.data.reflexive for word in before)


def title_from_parts(candidate: Candidate, country: str | None, language: Lexicon) -> str:
    """Return a title for an event of which no word is known that tells it: its type's own."""
    words = wording(language.code)
    what = language.data.titles[candidate.type.value]
    names = _names_by_type(candidate, words, noun=True)
    return _placed(f"{what} {names}".strip(), candidate, country, words)


def _composed(what: str, names: str, sheet: _Sheet) -> str:
    """Join what it is, its names where they are not in it already, and where it was."""
    said, more = (set(re.findall(r"\w+", fold(text))) for text in (what, names))
    again = any(len(word) > SMALL for word in said & more)
    text = what if not names or again else f"{what} {names}"
    return _placed(text, sheet.candidate, sheet.country, sheet.words)


def _placed(text: str, candidate: Candidate, country: str | None, words: Wording) -> str:
    place = candidate.place
    if place and place.city and fold(place.city) not in fold(text):
        text = f"{text} {at_city(place.city, words)}"
    elif place and place.country and country and not place.city and fold(country) not in fold(text):
        text = f"{text} {joined(place.country, country, words).at.format(country)}"
    return _tidy(mended(text, words))


# ---------------------------------------------------------------------------- what


def _noun_phrase(telling: Telling, sheet: _Sheet) -> tuple[str, str, bool]:
    """Return the noun with its number, the names of its series, and whether it says what it is of.

    "Deuxième sommet", "Chine – Asie centrale"; "accord de coopération", which says it.
    """
    noun, story = telling.noun, sheet.story
    assert noun is not None  # noqa: S101 -- the caller has looked
    start = noun.start
    before = find_words(story.text, max(0, start - 20), start)
    if telling.edition and before:
        start = before[-1].start
    series = [
        m
        for m in story.mentions_from(noun.end)
        if m.key in telling.series and m.start - noun.end <= SERIES_REACH
    ]
    end = _phrase_end(noun.end, series, story.text)
    if end > noun.end and len(find_words(story.text, start, end)) <= MAX_RUN:
        return sheet.text(start, end), "", True
    what = sheet.text(start, noun.end)
    names = _series_names(series, sheet)
    if names:
        return what, names, True
    whole = phrase_at(story, noun.start, telling.end, sheet.links)
    if whole is None or whole.end <= noun.end:
        return what, "", False
    return sheet.text(start, whole.end), "", True


def _series_names(series: Sequence[Mention], sheet: _Sheet) -> str:
    """Return the names of a series: of two sides, or of the body that meets."""
    found = list({m.key: m for m in series}.values())[:2]
    if len(found) == 1 and found[0].kind is Kind.ORGANISATION:
        return of_name(found[0].name, sheet.words, body=True)
    return " – ".join(m.name for m in found) if len(found) > 1 else ""


def _phrase_end(start: int, series: Sequence[Mention], text: str) -> int:
    """Return where the names that follow a noun at once end; the start itself when none does."""
    end = start
    for mention in series:
        gap = text[end : mention.start]
        joined_on = gap in ("-", "–") if end > start else len(gap.split()) <= CLOSE
        if not joined_on or re.search(r"[,;:.(]", gap) or mention.start < end:
            break
        end = mention.end
    several = {m.key for m in series if m.start >= end} - {m.key for m in series if m.end <= end}
    return start if several else end


def _patient(telling: Telling, sheet: _Sheet) -> str:
    """Return whom or what a verb was done to, joined to its noun: "de l'usine"."""
    trigger = telling.trigger
    people = [m for m in telling.actors if m.kind is Kind.PERSON]
    if _is_active(telling, sheet) and trigger.sense.lemma not in sheet.intransitive:
        span = object_after(sheet.story, trigger.end, telling.end, sheet.links)
        near = [m for m in people if m.start >= trigger.end]
    else:
        span = sheet.subject(telling, trigger.start)
        near = [m for m in people if m.end <= trigger.start][-1:]
    inside = [m for m in people if span and span.start <= m.start < span.end]
    if inside or (near and not span and trigger.sense.type in OF_PEOPLE):
        return of_name((inside or near)[0].name, sheet.words)
    phrase = sheet.phrase(span)
    body = next((m for m in telling.organisations if m.start >= trigger.end), None)
    if not phrase and body:
        return of_name(body.name, sheet.words, body=True)
    return sheet.words.of["phrase"].format(phrase) if phrase else ""


def _is_active(telling: Telling, sheet: _Sheet) -> bool:
    """Say whether the subject of a verb did it: no "to be" stands before it, no bare participle."""
    before = find_words(sheet.story.text, telling.start, telling.trigger.start)[-AUXILIARIES:]
    folded = {word.fold for word in before}
    forms = {kind: set(fold(text).split()) for kind, text in sheet.data.auxiliaries.items()}
    if folded & (forms["been"] | forms["be"]):
        return False
    if telling.trigger.sense.tenses <= {"participle"}:
        return bool(folded & forms["have"])
    return True


# ---------------------------------------------------------------------------- of whom


def _names(sheet: _Sheet) -> str:
    """Return who belongs in a title, joined to the noun before; empty when nobody does."""
    noun = sheet.candidate.type is not EventType.ELECTION
    return _names_by_type(sheet.candidate, sheet.words, noun=noun)


def _names_by_type(candidate: Candidate, words: Wording, *, noun: bool) -> str:
    people = [m for m in candidate.participants if m.kind is Kind.PERSON]
    states = [m for m in candidate.participants if m.kind is Kind.COUNTRY and m.country]
    if candidate.type in NAMELESS or not noun:
        return ""
    return _two_sides(candidate.type, people, states, words) or _one_side(
        candidate, people, states, words
    )


def _two_sides(
    kind: EventType, people: Sequence[Mention], states: Sequence[Mention], words: Wording
) -> str:
    """Return those who meet, agree or play; empty where that is not what is told."""
    if kind is EventType.SPORT and len(states) == 2:  # noqa: PLR2004 -- the two sides
        return " – ".join(m.name for m in states)
    if kind in GATHERINGS:
        for group in ([m.name for m in people], [_the(m, words) for m in states]):
            if len(group) > 1:
                return words.between.format(listed(group, words, most=MAX_NAMES))
    if kind is EventType.SUMMIT and len(people) > 1:
        return " – ".join(m.name for m in people[:2])
    return ""


def _one_side(
    candidate: Candidate, people: Sequence[Mention], states: Sequence[Mention], words: Wording
) -> str:
    """Return the one that an event is of: a person, else a body, else a state abroad."""
    kind = candidate.type
    if people and kind is not EventType.PROJECT:
        return of_name(people[0].name, words)
    if candidate.organisations:
        return of_name(candidate.organisations[0].name, words, body=True)
    home = candidate.place.country if candidate.place else None
    abroad = next((m for m in states if m.country != home), None)
    return _of_state(abroad, words) if abroad else ""


def _of_state(mention: Mention, words: Wording) -> str:
    return joined(mention.country or "", mention.name, words).of.format(mention.name)


def _the(mention: Mention, words: Wording) -> str:
    return joined(mention.country or "", mention.name, words).the.format(mention.name)


# ---------------------------------------------------------------------------- a whole clause


def _clause(telling: Telling, sheet: _Sheet) -> str:
    """Return a clause without its dates and asides: subject, verb, object; empty when unsure."""
    trigger = telling.trigger
    verb = _verb_start(telling, sheet)
    subject = sheet.subject(telling, verb)
    acting = {m.key: m.name for m in (*telling.actors, *telling.organisations)}
    if subject is None and len(acting) != 1:
        return ""
    who = sheet.text(subject.start, subject.end) if subject else next(iter(acting.values()))
    done = _without_asides(verb, trigger.end, sheet)
    said = any(verb <= start < trigger.end for start in _finite(sheet, verb, trigger.end))
    if not done or (trigger.sense.tenses <= {"infinitive", "future"} and not said):
        return ""
    city = sheet.candidate.place.city if sheet.candidate.place else None
    if city and trigger.sense.lemma in items(sheet.data.place_verbs):
        return _tidy(f"{who} {done} {city}")
    span = object_after(sheet.story, trigger.end, telling.end, sheet.links)
    what = sheet.text(span.start, span.end) if span else ""
    text = f"{who} {done} {what}".strip()
    if not what or len(text.split()) > MAX_CLAUSE or _copies(text, [telling], sheet.story):
        text = _composed(f"{who} {done}", "", sheet)
    return _tidy(text)


def _finite(sheet: _Sheet, start: int, end: int) -> list[int]:
    """Return the offsets of the conjugated verbs of a span."""
    words = find_words(sheet.story.text, start, end)
    return [word.start for word in words if word.start in sheet.story.votes.finite]


def _verb_start(telling: Telling, sheet: _Sheet) -> int:
    """Return where the auxiliaries of a verb begin."""
    start, votes = telling.trigger.start, sheet.story.votes
    for word in reversed(find_words(sheet.story.text, telling.start, start)[-AUXILIARIES:]):
        conjugated = word.start in votes.finite
        if not conjugated and votes.parts.get(word.start) not in ("AUX", "PRON", "ADV"):
            break
        start = word.start
    return start


def _without_asides(start: int, end: int, sheet: _Sheet) -> str:
    """Return the words of a verb without expressions of time, adverbs and subject pronouns."""
    story = sheet.story
    times = [(t.start, t.end) for t in story.timexes_within(start, end)]
    kept = []
    for word in find_words(story.text, start, end):
        part = story.votes.parts.get(word.start)
        aside = part == "ADV" or (part == "PRON" and word.fold not in sheet.data.reflexive)
        if not aside and not any(first <= word.start < last for first, last in times):
            mark = story.text[word.end : word.end + 1]
            kept.append(word.text + (mark if mark in ("'", "’", "-") else ""))
    return re.sub(r"(['’-]) ", r"\1", " ".join(kept)).strip("'’- ")


def _opening(telling: Telling, story: Story) -> str:
    """Return the first words of a clause, for an event of which nothing better can be said."""
    words = find_words(story.text, telling.start, telling.end)
    end = words[min(MAX_RUN, len(words)) - 1].end if words else telling.end
    more = " …" if end < telling.end else ""
    return _tidy(story.text[telling.start : end]) + more


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ,;:-–")
    if text.isupper():
        text = text.lower()
    return (text[:1].upper() + text[1:])[:MAX_TITLE].strip()
