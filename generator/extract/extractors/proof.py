"""Proposals against the article: what its words do not say is dropped, and said to be.

Every field must quote the article's own text; and the quoted words must say what is proposed: a
date is read again by our grammar, a name must stand in its quote, a figure's number too. What an
extractor makes up, or an article makes it say, therefore never becomes a record.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.extract.events.finder import Candidate
from generator.extract.events.places import Where
from generator.extract.events.titles import title_from_parts
from generator.extract.events.triggers import lexicon
from generator.extract.extractors.contract import Dropped, Proposal, ProposedEvent, Quoted
from generator.extract.figures.finder import FigureMention
from generator.extract.figures.numerals import find_numbers
from generator.extract.names.gazetteer import Kind
from generator.extract.names.naming import Mention
from generator.extract.names.words import find_words, phrase
from generator.extract.residue.cues import fold
from generator.extract.span import Span
from generator.record.edtf import Edtf, EdtfError, earliest, latest, parse_edtf
from generator.record.model import EventStatus, EventType
from generator.record.passage import NormalisedText, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.extract.events.scene import Story
    from generator.extract.extractors.contract import ProposedFigure
    from generator.extract.timex.finder import Timex

MAX_SHOWN = 60  # code points of a value in a message
LEAST_WORDS = 2  # of what tells an event; one word stands anywhere
ABSENT = "these words are not in the article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proven:
    """What the article bears out of a proposal."""

    events: tuple[Candidate, ...]
    figures: tuple[FigureMention, ...]
    dropped: tuple[Dropped, ...]


def prove(
    proposal: Proposal, story: Story, figures: Sequence[FigureMention], *, language: str
) -> Proven:
    """Return what an article bears out of a proposal, and what it does not.

    Args:
        proposal: what an extractor proposes.
        story: the article with its dates and names; its text has only the article's own words.
        figures: the figures that our rules find: of a proposed one the unit and period are theirs.
        language: BCP 47 tag of the article.
    """
    court = _Court(story, normalise(story.text), language)
    events = _distinct(found for each in proposal.events if (found := court.event(each)))
    kept = {figure for each in proposal.figures if (figure := court.figure(each, figures))}
    court.dropped += [
        Dropped(field="answer", value=text[:MAX_SHOWN], reason="is no proposal")
        for text in proposal.unreadable
    ]
    return Proven(
        events=events,
        figures=tuple(sorted(kept, key=lambda figure: (figure.start, figure.value))),
        dropped=tuple(court.dropped),
    )


def _distinct(events: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the events with the same passage and type once, main ones first."""
    found: dict[tuple[Span, EventType], Candidate] = {}
    for event in events:
        found.setdefault((event.evidence[0], event.type), event)
    return tuple(sorted(found.values(), key=lambda c: (not c.main, c.evidence[0].start, c.type)))


@dataclass(slots=True)
class _Court:
    """Where the proposals of one article are heard."""

    story: Story
    text: NormalisedText
    language: str
    dropped: list[Dropped] = field(default_factory=list)

    def event(self, proposed: ProposedEvent) -> Candidate | None:
        """Return an event with those of its fields that are proved; None when itself is not."""
        told = self._passage(proposed)
        if told is None:
            return None
        if proposed.type not in _TYPES:
            self._drop("event", proposed.quote, f'there is no type "{proposed.type}"')
            return None
        timex, date = self._date(proposed.date, told)
        place = self._named("place", proposed.place, told, (Kind.CITY, Kind.COUNTRY))
        people = self._all("participants", proposed.participants, told, _ACTORS)
        bodies = self._all("organisations", proposed.organisations, told, (Kind.ORGANISATION,))
        proofs = {Span(m.start, m.end) for m in (*people, *bodies, *((place,) if place else ()))}
        candidate = Candidate(
            type=EventType(proposed.type),
            title="",
            head="",
            date=date,
            timex=timex,
            basis=timex.basis if timex else None,
            place=_where(place),
            participants=people,
            organisations=bodies,
            status=EventStatus(proposed.status if proposed.status in _STATUSES else "happened"),
            main=proposed.main,
            evidence=(told,),
            passages=tuple(sorted({told, *(self._sentence(span) for span in proofs)})),
            places=(place,) if place else (),
            series=frozenset(),
            edition=None,
            turn="",
            score=0.0,
        )
        country = place.name if place and place.kind is Kind.COUNTRY else None
        return replace(
            candidate, title=title_from_parts(candidate, country, lexicon(self.language))
        )

    def figure(
        self, proposed: ProposedFigure, known: Sequence[FigureMention]
    ) -> FigureMention | None:
        """Return the figure that stands in the quote: ours, else a number with a noun beside it."""
        spans = self._find(proposed.quote)
        value = f"{proposed.value:,.15g}"
        if not spans:
            self._drop("figure", value, ABSENT)
            return None
        for figure in known:
            if figure.value == proposed.value and any(
                s.start <= figure.start < s.end for s in spans
            ):
                return figure
        span, unit = spans[0], phrase(proposed.unit)
        numbers = find_numbers(fold(span.of(self.story.text)), self.language)
        stated = any(number.value == proposed.value for number in numbers)
        if not stated or _words_at(unit, span, self.story.text) is None:
            missing = f'no unit "{_short(proposed.unit)}"' if stated else "another number or none"
            self._drop("figure", value, f'"{_short(proposed.quote)}" has {missing}')
            return None
        return FigureMention(
            start=span.start,
            end=span.end,
            value=proposed.value,
            unit=" ".join(unit),
            what=proposed.unit,
        )

    def _passage(self, proposed: ProposedEvent) -> Span | None:
        spans = self._find(proposed.quote) if len(proposed.quote.split()) >= LEAST_WORDS else ()
        if spans:
            return spans[0]
        self._drop("event", proposed.quote, ABSENT)
        return None

    def _date(self, proposed: Quoted | None, told: Span) -> tuple[Timex | None, Edtf | None]:
        """Return the date that our grammar reads in the quoted words, if it is the proposed one."""
        if proposed is None:
            return None, None
        span = self._nearest(proposed.quote, told)
        if span is None:
            self._drop("date", proposed.value, ABSENT)
            return None, None
        try:
            wanted = parse_edtf(proposed.value)
        except EdtfError as error:
            self._drop("date", proposed.value, str(error))
            return None, None
        inside = [t for t in self.story.timexes if span.start <= t.start and t.end <= span.end]
        read = [t for t in inside if t.edtf is not None]
        same = next((t for t in read if _is_same(t.edtf, wanted)), None)
        if same is not None:
            return same, same.edtf
        said = ", ".join(t.edtf.text for t in read if t.edtf) or "no date"
        self._drop("date", proposed.value, f'"{_short(proposed.quote)}" says {said}')
        return None, None

    def _all(
        self, name: str, proposed: tuple[Quoted, ...], told: Span, kinds: tuple[Kind, ...]
    ) -> tuple[Mention, ...]:
        found: dict[str, Mention] = {}
        for each in proposed:
            if mention := self._named(name, each, told, kinds):
                found.setdefault(mention.key, mention)
        return tuple(found.values())

    def _named(
        self, name: str, proposed: Quoted | None, told: Span, kinds: tuple[Kind, ...]
    ) -> Mention | None:
        """Return the mention in the quoted words of what is proposed."""
        if proposed is None:
            return None
        span = self._nearest(proposed.quote, told)
        if span is None:
            self._drop(name, proposed.value, ABSENT)
            return None
        words = phrase(proposed.value)
        for mention in self.story.mentions:
            inside = span.start <= mention.start and mention.end <= span.end
            if inside and mention.kind in kinds and _is_of(words, mention, self.story.text):
                return mention
        at = _words_at(words, span, self.story.text)
        if at is None:
            self._drop(name, proposed.value, f'"{_short(proposed.quote)}" does not name it')
            return None
        written = at.of(self.story.text)
        return Mention(start=at.start, end=at.end, kind=kinds[0], name=written, key=" ".join(words))

    def _find(self, quote: str) -> tuple[Span, ...]:
        """Return where the article has these very words, typography aside."""
        wanted = normalise(quote).text
        if not wanted:
            return ()
        found = re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", self.text.text)
        return tuple(Span(*self.text.to_raw(*match.span())) for match in found)

    def _nearest(self, quote: str, told: Span) -> Span | None:
        spans = self._find(quote)
        return min(spans, key=lambda span: abs(span.start - told.start), default=None)

    def _sentence(self, span: Span) -> Span:
        """Return the sentence that a name stands in: what a reader needs to see of it."""
        for sentence in self.story.sentences:
            if sentence.start <= span.start < sentence.end:
                return sentence
        return span

    def _drop(self, name: str, value: str, reason: str) -> None:
        self.dropped.append(Dropped(field=name, value=_short(value), reason=reason))


_ACTORS = (Kind.PERSON, Kind.COUNTRY)
_TYPES = frozenset(EventType)
_STATUSES = frozenset(EventStatus)


def _is_same(read: Edtf | None, wanted: Edtf) -> bool:
    """Say whether two dates have the same bounds; a doubt that was added or left out is none."""
    return read is not None and (
        read.text == wanted.text
        or (earliest(read), latest(read)) == (earliest(wanted), latest(wanted)) != (None, None)
    )


def _is_of(words: tuple[str, ...], mention: Mention, text: str) -> bool:
    """Say whether a proposed name is that of a mention, as written or in full."""
    return bool(words) and words in (
        phrase(mention.name),
        phrase(text[mention.start : mention.end]),
    )


def _words_at(words: tuple[str, ...], span: Span, text: str) -> Span | None:
    """Return where the words of a name stand in a span, one after the other."""
    there = find_words(text, span.start, span.end)
    for first in range(len(there) - len(words) + 1 if words else 0):
        if tuple(word.fold for word in there[first : first + len(words)]) == words:
            return Span(there[first].start, there[first + len(words) - 1].end)
    return None


def _where(place: Mention | None) -> Where | None:
    if place is None:
        return None
    city = place.name if place.kind is Kind.CITY else None
    return Where(country=place.country, city=city, record=place.record)


def _short(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    return text if len(text) <= MAX_SHOWN else f"{text[: MAX_SHOWN - 1]}…"
