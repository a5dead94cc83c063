"""A short title of our own for an event: what, of whom, where.

Facts carry over, sentences do not: a title takes the noun that tells the event with the names that
belong to it, never more than `MAX_RUN` words in a row of the article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.names.gazetteer import Kind
from generator.extract.names.words import find_words, fold
from generator.record.model import EventType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.events.finder import Candidate
    from generator.extract.events.scene import Story
    from generator.extract.events.tellings import Telling
    from generator.extract.events.triggers import EventWords, Lexicon
    from generator.extract.names.naming import Mention

MAX_RUN = 7  # words in a row of the article; a record may share 8, see docs/adr/0001
MAX_NAMES = 2
SERIES_REACH = 90  # code points after a noun in which the names that belong to it stand
CLOSE = 3  # words between a noun and the names that belong to it in one phrase
MAX_TITLE = 100  # code points


def title_of(
    candidate: Candidate,
    tellings: Sequence[Telling],
    country: str | None,
    story: Story,
    language: Lexicon,
) -> str:
    """Return a noun phrase in the language of the article: "Sommet de l'OCS à Astana".

    Args:
        candidate: the event, as yet without a title.
        tellings: what tells it, the first ones first.
        country: where it takes place, for a title that would say nothing else.
        story: the article.
        language: its words.
    """
    kind, people, bodies = candidate.type, candidate.participants, candidate.organisations
    data = language.data
    named = [t for t in tellings if t.noun]
    own: list[str] = []
    if named:
        what, own = _noun_phrase(
            max(named, key=lambda t: (len(t.series), t.edition is not None)), story
        )
    else:
        nominal = data.nominals.get(tellings[0].head)
        if nominal is None and kind in (EventType.OTHER, EventType.STATEMENT):
            return _opening(tellings[0], story)
        what = nominal or data.titles[kind.value]
    return _composed(what, own or _names(kind, people, bodies), candidate, country, data)


def title_from_parts(candidate: Candidate, country: str | None, language: Lexicon) -> str:
    """Return a title for an event of which no word is known that tells it: its type's own."""
    what = language.data.titles[candidate.type.value]
    names = _names(candidate.type, candidate.participants, candidate.organisations)
    return _composed(what, names, candidate, country, language.data)


def _composed(
    what: str, names: list[str], candidate: Candidate, country: str | None, data: EventWords
) -> str:
    """Join what it is, its names (``[""]`` where they are in it already) and where it was."""
    city = candidate.place.city if candidate.place else None
    persons = {m.name for m in candidate.participants if m.kind is Kind.PERSON}
    text = what if names == [""] else f"{what} {_joined(names, persons, data)}".strip()
    if text == what and not city and country:
        text += f" ({country})"
    if city and fold(city) not in fold(text):
        text += f" {data.title_at} {city}"
    for found, mended in data.title_fixes.items():
        text = text.replace(found, mended)
    return _tidy(text)


def _noun_phrase(telling: Telling, story: Story) -> tuple[str, list[str]]:
    """Return the noun with its number, and the names of its series.

    Where the names stand right after the noun the phrase is the article's, the names ``[""]``.
    """
    noun = telling.noun
    assert noun is not None  # noqa: S101 -- the caller has looked
    start = noun.start
    before = find_words(story.text, max(0, start - 20), start)
    if telling.edition and before:
        start = before[-1].start
    what = story.text[start : noun.end]
    series = [
        m
        for m in story.mentions_from(noun.end)
        if m.key in telling.series and m.start - noun.end <= SERIES_REACH
    ]
    if not series:
        return what.lower() if what.isupper() else what, []
    names = list(dict.fromkeys(m.name for m in series))[:MAX_NAMES]
    end = _phrase_end(noun.end, series, story.text)
    short = len(find_words(story.text, start, end)) <= MAX_RUN
    if end > noun.end and short and not what.isupper():
        return story.text[start:end], [""]
    return what.lower() if what.isupper() else what, names


def _phrase_end(start: int, series: Sequence[Mention], text: str) -> int:
    """Return where the names that follow a noun at once end; the start itself when none does."""
    end = start
    for mention in series:
        gap = text[end : mention.start]
        joined = gap in ("-", "–") if end > start else len(gap.split()) <= CLOSE
        if not joined or re.search(r"[,;:.(]", gap) or mention.start < end:
            break
        end = mention.end
    several = {m.key for m in series if m.start >= end} - {m.key for m in series if m.end <= end}
    return start if several else end


def _names(kind: EventType, people: Sequence[Mention], bodies: Sequence[Mention]) -> list[str]:
    persons = [m.name for m in people if m.kind is Kind.PERSON]
    states = [m.name for m in people if m.kind is Kind.COUNTRY]
    if kind in (EventType.AGREEMENT, EventType.SPORT) and len(states) > 1:
        return states[:MAX_NAMES]
    if kind is EventType.CONFLICT or kind is EventType.DISASTER:
        return []
    groups = [persons, [m.name for m in bodies], states]
    return next((group[:MAX_NAMES] for group in groups if group), [])


def _joined(names: list[str], persons: set[str], data: EventWords) -> str:
    """Return one or two names after a noun; only a person's takes a preposition without article."""
    if len(names) != 1:
        return " – ".join(names)
    if names[0] not in persons:
        return f"({names[0]})"
    vowel = fold(names[0])[:1] in "aeiouyh"
    return f"{data.title_of_vowel}{names[0]}" if vowel else f"{data.title_of} {names[0]}"


def _opening(telling: Telling, story: Story) -> str:
    """Return the first words of a clause, for an event that no noun tells."""
    words = find_words(story.text, telling.start, telling.end)
    end = words[min(MAX_RUN, len(words)) - 1].end if words else telling.end
    more = " …" if end < telling.end else ""
    return _tidy(story.text[telling.start : end]) + more


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ,;:-–")
    if text.isupper():
        text = text.lower()
    return (text[:1].upper() + text[1:])[:MAX_TITLE].strip()
