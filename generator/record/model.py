"""The records as frozen values: no I/O, no validation, nothing computed.

Everything here is authored, by a person or by the extractor; what can be derived from it is
derived in `publish/views.py`. The rules of each field and its YAML spelling are in `schema.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.record.edtf import Edtf

Text = Mapping[str, str]
"""One text in several languages: BCP 47 primary tag → text."""


class EventType(StrEnum):
    """What kind of thing happened."""

    SUMMIT = "summit"
    MEETING = "meeting"
    VISIT = "visit"
    AGREEMENT = "agreement"
    STATEMENT = "statement"
    PROJECT = "project"
    CONFLICT = "conflict"
    ELECTION = "election"
    DISASTER = "disaster"
    PUBLICATION = "publication"
    SPORT = "sport"
    OTHER = "other"


class EventStatus(StrEnum):
    """Where the event stands in the world (schema.org `eventStatus`, plus two)."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    HAPPENED = "happened"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class ReviewStatus(StrEnum):
    """Where the record stands with its editors."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


class Basis(StrEnum):
    """How a date came from the text."""

    STATED = "stated"
    """The passage has the whole date."""
    RESOLVED = "resolved"
    """A relative or partial expression, resolved against `anchor` by `rule`."""
    INFERRED = "inferred"
    """Follows from another article or from the order of events."""
    EDITOR = "editor"
    """An editor knows it from elsewhere; `note` says from where."""


class Bound(StrEnum):
    """How a figure relates to its value."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


class PlaceKind(StrEnum):
    """How large a place is."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    SITE = "site"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """How the date of an event was found, so that an editor can audit it."""

    basis: Basis
    anchor: Edtf | None = None
    """The date that a relative expression was counted from."""
    rule: str | None = None
    """Name of the rule applied, as listed in docs/dates.md."""
    note: Text = field(default_factory=dict)
    """What is known of the date and what is not, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who acted in an event or was there."""

    who: str
    """Id of a person, an organisation or a place (a state)."""
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that a second source could confirm or contradict."""

    id: str
    """Unique within its event; evidence points at it as ``figures.<id>``."""
    value: int | float
    """Fully scaled: 94.8 billion is 94800000000."""
    unit: str
    """An ISO 4217 code for money, else a word such as ``percent``, ``people``, ``MW``."""
    indicator: str | None = None
    """Id of the indicator whose series it belongs to."""
    what: Text = field(default_factory=dict)
    """What is counted, when there is no indicator."""
    period: Edtf | None = None
    """What time the number refers to; absent when the text does not say."""
    bound: Bound = Bound.EXACTLY
    change_of: str | None = None
    """Id of the figure of the same event that rose by this number since the year before; a
    negative one fell. In per cent or in the figure's own unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The passage of a source that supports some fields of an event.

    A passage is named by its first and last words, its place and its hash: enough for a machine to
    verify it and for a reader to jump to it, while next to nothing of it is republished.

    Source: W3C Web Annotation Data Model, RangeSelector of two TextQuoteSelectors (`from_`, `to`,
    with their `prefix` and `suffix`) and TextPositionSelector (`at`).
    """

    id: str
    source: str
    supports: tuple[str, ...]
    """Field paths of the event: ``date``, ``participants.xi-jinping``, ``figures.trade-2024``."""
    from_: str
    """First words of the passage, at most six."""
    to: str
    """Last words of the passage, at most six."""
    at: tuple[int, int]
    """Start and end in code points of the normalised text, end exclusive."""
    hash: str
    """``sha256-`` and 16 hexadecimal digits of the normalised passage."""
    prefix: str | None = None
    """Words right before the passage, where its own stand in another place too."""
    suffix: str | None = None
    """Words right after it, for the same reason."""
    says: Text = field(default_factory=dict)
    """Field path → what this source says, where it differs from the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something dated that happened, is happening or is planned (schema.org/Event)."""

    id: str
    title: Text
    date: Edtf | None = None
    """Absent when no text fixes it, even partly."""
    dating: Dating | None = None
    type: EventType = EventType.OTHER
    event_status: EventStatus = EventStatus.HAPPENED
    status: ReviewStatus = ReviewStatus.DRAFT
    summary: Text = field(default_factory=dict)
    note: Text = field(default_factory=dict)
    """What is known, what is not, and why the record says what it says."""
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    organisations: tuple[str, ...] = ()
    series: str | None = None
    """Id shared by the editions of one series, such as ``china-central-asia-summit``."""
    part_of: str | None = None
    follows: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    basis: Mapping[str, str] = field(default_factory=dict)
    """Field path → `Basis`, for what no passage says in so many words; `dating` has the date's."""
    evidence: tuple[Evidence, ...] = ()
    cites: tuple[str, ...] = ()
    """Ids of sources that are named for the event and of which no passage has been read yet."""
    formerly: tuple[str, ...] = ()
    """Earlier ids, whose addresses redirect here."""
    generated: str | None = None
    """Hash of the record as the extractor wrote it; absent on a record written by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One article as a bibliographic record (CSL names): what was read, when, its hash."""

    id: str
    title: str
    language: str
    author: str | None = None
    container_title: str | None = None
    publisher: str | None = None
    issued: Edtf | None = None
    """Absent when the article does not say: never the day it was fetched."""
    implied: Edtf | None = None
    """About when an undated article was written, as other articles on the same event imply."""
    accessed: Edtf | None = None
    url: str | None = None
    archive: str | None = None
    rights: str | None = None
    """Licence of the text; absent means that it may not be republished."""
    length: int | None = None
    """Code points of the normalised text that was read."""
    hash: str | None = None
    """``sha256-`` and 16 hexadecimal digits of the normalised text that was read."""
    digest_of: str | None = None
    """Id of the source that this one retells: the two never count as two."""
    note: Text = field(default_factory=dict)
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody, with the spellings found in articles."""

    id: str
    name: Text
    aliases: tuple[str, ...] = ()
    description: Text = field(default_factory=dict)
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    wikidata: str | None = None
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body, a company or a standing format of meetings."""

    id: str
    name: Text
    acronym: Text = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    description: Text = field(default_factory=dict)
    country: str | None = None
    wikidata: str | None = None
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A country, a region, a city or a site."""

    id: str
    name: Text
    kind: PlaceKind
    country: str | None = None
    """ISO 3166-1 alpha-2; absent for a region of several countries."""
    aliases: tuple[str, ...] = ()
    description: Text = field(default_factory=dict)
    part_of: str | None = None
    latitude: float | None = None
    """Degrees, WGS 84, -90 to 90."""
    longitude: float | None = None
    """Degrees, WGS 84, -180 to 180."""
    wikidata: str | None = None
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What a series of figures measures, so that only like is compared with like."""

    id: str
    name: Text
    unit: str
    description: Text = field(default_factory=dict)
    places: tuple[str, ...] = ()
    """Ids of the places that it is about, in no order."""
    wikidata: str | None = None
    formerly: tuple[str, ...] = ()


Record = Event | Source | Person | Organisation | Place | Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All records of a site, by id; each mapping is in the order of its ids."""

    events: Mapping[str, Event] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)

    def original(self, source_id: str) -> str:
        """Return the id of the source that counts: a digest stands for what it retells."""
        source = self.sources.get(source_id)
        return source.digest_of if source and source.digest_of else source_id
