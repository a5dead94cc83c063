"""One sentence with all that was found in it: what the steps from words to events share."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypeVar

from generator.extract.events.clauses import Clause, Tie, find_clauses
from generator.extract.events.triggers import Lexicon, Trigger, find_triggers
from generator.extract.names.gazetteer import Kind
from generator.extract.names.words import Word, find_words
from generator.extract.span import Span
from generator.record.edtf import latest, precision

if TYPE_CHECKING:
    from generator.extract.names.naming import Mention
    from generator.extract.names.recogniser import Votes
    from generator.extract.timex.finder import Timex
    from generator.record.edtf import Day, Edtf

LEAD_SENTENCES = 2  # sentences after the headline that tell the news
FEW = 3  # names that may cover one word
MANY = 12  # names that are looked through after a word
MARK_REACH = 4  # code points after a date in which the colon of a chronology stands
FRONT = 12  # code points from the start of a sentence in which a date opens it
SHORT_NAME = 5  # letters; a trigger inside a longer name is part of it
BOUNDS = frozenset({"since", "until", "before", "after", "target-year"})  # rules of `timex`
LOOSE_DAYS = frozenset({"weekday", "weekdays", "day-from-today", "day-from-that", "ago"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A text with all that was found in it before events are looked for."""

    text: str
    sentences: tuple[Span, ...]
    headline: Span | None
    timexes: tuple[Timex, ...]
    mentions: tuple[Mention, ...]
    votes: Votes
    """What a model says of its words."""
    published: Edtf | None

    def mentions_from(self, start: int) -> tuple[Mention, ...]:
        """Return the names that begin at an offset or after it, in order."""
        first = bisect_left(self.mentions, start, key=lambda each: each.start)
        return self.mentions[first : first + MANY]

    def mentions_around(self, offset: int) -> tuple[Mention, ...]:
        """Return the names that begin shortly before an offset or at it."""
        last = bisect_right(self.mentions, offset, key=lambda each: each.start)
        return self.mentions[max(0, last - FEW) : last]

    def timexes_within(self, start: int, end: int) -> tuple[Timex, ...]:
        """Return the expressions of time that begin in a span, in order."""
        return _within(self.timexes, Span(start, end))


@dataclass(frozen=True)
class Scene:
    """One sentence at work."""

    story: Story
    language: Lexicon
    number: int
    """Index of the sentence in the story."""
    span: Span
    words: tuple[Word, ...]
    triggers: tuple[Trigger, ...]
    clauses: tuple[Clause, ...]
    timexes: tuple[Timex, ...]
    """Dates that an event can have, in order."""
    mentions: tuple[Mention, ...]
    rank: int
    """-1 in the headline, else how many sentences stand before it."""
    heading: Timex | None = None
    """The date that stands as a heading above it, in a chronology."""

    @property
    def headline(self) -> bool:
        """Say whether it is the headline."""
        return self.rank < 0

    @property
    def lead(self) -> bool:
        """Say whether it is one of the first sentences."""
        return 0 <= self.rank < LEAD_SENTENCES

    @cached_property
    def front(self) -> Timex | None:
        """Return the date that opens the sentence and holds for all of it."""
        first = self.triggers[0].start if self.triggers else self.span.end
        for timex in self.timexes:
            if timex.start - self.span.start <= FRONT and timex.start < first:
                return timex
        return None

    @cached_property
    def chronicle(self) -> bool:
        """Say whether it is an entry of a chronology: "23 mars 2021 : …", or under such a date."""
        if self.heading is not None:
            return True
        after = self.story.text[self.front.end : self.front.end + MARK_REACH] if self.front else ""
        return after.lstrip()[:1] in (":", "–", "—", "|") and after.strip() != ""

    @cached_property
    def news_day(self) -> Timex | None:
        """Return the day of the news, which "dans la soirée" is of.

        The latest that the article gives early on, up to the day it was published; the first one
        where that is not known.
        """
        early = [t for t in self.story.timexes[:MANY] if is_when(t)]
        days = [t for t in early if _is_day(t)]
        if self.story.published is None:
            return next((t for t in early if t.edtf is None or t in days), None)
        today = latest(self.story.published)
        known = [(day, t) for t in days if (day := _day_of(t)) and today and day <= today]
        return max(known, key=lambda pair: pair[0])[1] if known else None

    @property
    def opening(self) -> int:
        """Return the index of its first word, after the day that opens an entry of a chronology."""
        start = self.front.end if self.front and self.chronicle else self.span.start
        return next((i for i, word in enumerate(self.words) if word.start >= start), 0)

    def clause_of(self, offset: int) -> int:
        """Return the index of the clause that an offset lies in, 0 when it is in none."""
        return next((i for i, clause in enumerate(self.clauses) if clause.has(offset)), 0)

    def between(self, start: int, end: int) -> str:
        """Return the text between two offsets of which either may come first."""
        return self.story.text[min(start, end) : max(start, end)]

    def words_of(self, clause: Clause) -> str:
        """Return the text of a clause, its pieces joined."""
        return " ".join(span.of(self.story.text) for span in clause.spans)

    def says(self, pattern: str, text: str) -> bool:
        """Say whether a pattern of the language data matches in a text."""
        return bool(compiled(pattern).search(text))


@lru_cache(maxsize=256)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the language data, case ignored."""
    return re.compile(pattern, re.IGNORECASE)


def headings_of(story: Story) -> dict[int, Timex]:
    """Return the dates that stand alone as sentences, above what happened on them.

    Args:
        story: the text.

    Returns:
        Number of the sentence → its date, where there are several: one alone is that of the
        article.
    """
    starts = {span.start: number for number, span in enumerate(story.sentences)}
    found = {}
    for timex in story.timexes:
        number = starts.get(timex.start)
        if number is None or timex.edtf is None or timex.type != "DATE":
            continue
        if not story.text[timex.end : story.sentences[number].end].strip(" .:,;–—-"):
            found[number] = timex
    return found if len({timex.value for timex in found.values()}) > 1 else {}


def opens_line(text: str, sentence: Span) -> bool:
    """Say whether a sentence is the first one of its line, after a bullet or not."""
    before = text[max(0, sentence.start - MARK_REACH) : sentence.start].rstrip(" \t-–•*·")
    return not before or before.endswith("\n")


def set_scene(
    story: Story, language: Lexicon, number: int, rank: int, heading: Timex | None = None
) -> Scene:
    """Gather what stands in one sentence.

    Args:
        story: the text.
        language: its triggers.
        number: index of the sentence.
        rank: -1 for the headline, which is read as one clause, else how many sentences came before.
        heading: the date above it, in a chronology.
    """
    span = story.sentences[number]
    words = find_words(story.text, span.start, span.end)
    inside = _within(story.timexes, span)
    mentions = _within(story.mentions, span)
    taken = [(t.start, t.end) for t in inside] + [
        (m.start, m.end)
        for m in mentions
        if m.kind in (Kind.PERSON, Kind.ORGANISATION) and len(m.name) > SHORT_NAME
    ]
    triggers = tuple(
        t
        for t in find_triggers(words, language, story.votes.parts, story.votes.verbs)
        if not any(start <= t.start < end for start, end in taken)
    )
    whole = (Clause(spans=(span,), tie=Tie.MAIN, quoted=False, parent=None),)
    verbs = tuple(w.start for w in words if w.start in story.votes.finite)
    clauses = whole if rank < 0 else find_clauses(story.text, span, triggers, language, verbs)
    timexes = tuple(t for t in inside if is_when(t) and not _in_dateline(story.text, span, t))
    found = (words, triggers, clauses, timexes, mentions)
    return Scene(story, language, number, span, *found, rank, heading)


DATELINE = 20  # code points after a date in which the dash of a dateline stands
_DATELINE = re.compile(r"[A-ZÀ-Ý][\w'’ ./-]{1,30}(?:\([^)]*\))?,?\s*(?:le\s+|den\s+)?")

Found = TypeVar("Found", "Mention", "Timex")


def _within(found: tuple[Found, ...], span: Span) -> tuple[Found, ...]:
    """Return what begins in a span, of things sorted by their start."""
    first = bisect_left(found, span.start, key=lambda each: each.start)
    last = bisect_left(found, span.end, key=lambda each: each.start)
    return found[first:last]


def _is_day(timex: Timex) -> bool:
    date = timex.edtf
    return bool(date and not date.is_interval and precision(date) == "day")


def _day_of(timex: Timex) -> Day | None:
    return latest(timex.edtf) if timex.edtf else None


def _in_dateline(text: str, sentence: Span, timex: Timex) -> bool:
    """Say whether a date only says when a report was filed: "Bamako, 25 mai 2021 – …"."""
    before, after = text[sentence.start : timex.start], text[timex.end : timex.end + DATELINE]
    return bool(
        _DATELINE.fullmatch(before) and re.match(r"\s*(?:\([^)]*\)\s*)?[-–—]{1,2}\s", after)
    )


def is_when(timex: Timex) -> bool:
    """Say whether an expression can be the date of an event.

    A day, a month or a year that an event falls on, or a day that the text does not fix ("lundi" in
    an undated article); no bound such as "depuis 2010", no duration.
    """
    date = timex.edtf
    if timex.rule in BOUNDS or timex.type not in ("DATE", "TIME"):
        return False
    if date is None:
        return timex.rule in LOOSE_DAYS
    if date.is_interval and (date.start is None or date.end is None):
        return False
    return precision(date) not in ("decade", "century")
