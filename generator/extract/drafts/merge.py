"""The same event in several articles: one event, two events, or a question for an editor.

Two reports are one event when nothing contradicts it and enough speaks for it. Doubtful pairs come
back with their reasons: joining two events by mistake costs an editor more than two drafts of one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.extract.drafts.decisions import Decisions
from generator.extract.drafts.editions import edition_of
from generator.extract.drafts.neighbours import Neighbours
from generator.extract.names.gazetteer import Kind
from generator.extract.names.words import fold, phrase, sounds
from generator.extract.names.worldwide import body_key
from generator.record.edtf import Edtf, earliest, latest, precision
from generator.record.model import Basis, Content, Event, EventType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.extract.events.finder import Candidate

# Points for each sign that two reports are of one event; by hand, on the cross-document facts of
# the first articles and on tests/extract/test_merge.py.
SAME_DAY = 2
SAME_PERIOD = 1  # months or years that meet
SAME_CITY = 2
SAME_COUNTRY = 1
SAME_SERIES = 2
SAME_EDITION = 1
SAME_OUTBREAK = 1  # an election or a disaster on one day in one country: there is rarely another
SAME_PEOPLE = 1
SAME_STATES = 1  # two states at least
SAME_ACTORS = 1  # in one city in one month, where nothing else tells who acts
SAME_KIND = 1
OUTBREAKS = frozenset({EventType.ELECTION, EventType.DISASTER})
ROUNDS = 2  # the second one knows which articles share an event, and which edition is the next
SAME_ARTICLE = 3  # the record cites the very article, or the one that this text retells
SAME_NEWS = 1  # the two articles share another event, and this one is of a kind told once
MONTH_DAYS = 31  # of a date that says no less than the month
ENOUGH = 5  # points that make one event of two
ENOUGH_TO_ASK = 4
MAX_MEMBERS = 60  # reports of an event, the first ones, that those of another are held against
LOOSE_DAYS = 7  # days by which a date guessed from the publication may be off
TOLD_ONCE = frozenset({EventType.SUMMIT, EventType.VISIT, EventType.ELECTION, EventType.DISASTER})
NAMED_SERIES = frozenset({EventType.SUMMIT, EventType.MEETING, EventType.ELECTION, EventType.SPORT})


class Likeness(StrEnum):
    """What becomes of a pair of reports."""

    SAME = "same"
    DOUBTFUL = "doubtful"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What tells an event from others, whether it was found in an article or stands in a record."""

    type: EventType
    date: Edtf | None = None
    guessed: bool = False
    """Whether the date is only that of the article."""
    country: str | None = None
    city: str | None = None
    """Folded name, or the id of its record."""
    people: frozenset[str] = frozenset()
    """Last words of their names, or ids of their records."""
    states: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    series: frozenset[str] = frozenset()
    edition: int | None = None
    turn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How alike two reports are, and why."""

    likeness: Likeness
    points: int = 0
    reasons: tuple[str, ...] = ()


def profile_of(candidate: Candidate) -> Profile:
    """Return the profile of an event found in an article."""
    place = candidate.place
    people = [m for m in candidate.participants if m.kind is Kind.PERSON]
    return Profile(
        type=candidate.type,
        date=candidate.date,
        guessed=candidate.basis is Basis.INFERRED,
        country=place.country if place else None,
        city=_city_key(place.city) if place and place.city else None,
        people=frozenset(_surname(m.name) for m in people),
        states=frozenset(
            m.country or m.key for m in candidate.participants if m.kind is Kind.COUNTRY
        ),
        organisations=frozenset(body_key(m.key) for m in candidate.organisations),
        series=frozenset(map(body_key, candidate.series)),
        edition=candidate.edition,
        turn=candidate.turn,
    )


def profile_of_record(event: Event, content: Content) -> Profile:
    """Return the profile of a record."""
    place = content.places.get(event.place or "")
    who = [p.who for p in event.participants]
    states = {content.places[each].country or each for each in who if each in content.places}
    people = [content.people[each] for each in who if each in content.people]
    names = [next(iter(person.name.values()), person.id) for person in people]
    bodies = (*event.organisations, *(each for each in who if each in content.organisations))
    return Profile(
        type=event.type,
        date=event.date,
        guessed=bool(event.dating and event.dating.basis is Basis.INFERRED),
        country=place.country if place else None,
        city=_city_key(next(iter(place.name.values())))
        if place and place.kind not in ("country", "region")
        else None,
        people=frozenset(_surname(name) for name in names),
        states=frozenset(states),
        organisations=frozenset(_body(each, content) for each in bodies),
        edition=edition_of(event) if event.type in NAMED_SERIES else None,
    )


def _body(record_id: str, content: Content) -> str:
    """Return what names a body in every language: by any of its names, else by its id."""
    body = content.organisations.get(record_id)
    names = (*body.acronym.values(), *body.name.values(), *body.aliases) if body else ()
    return next((key for name in names if (key := body_key(name)) != name), record_id)


def _surname(name: str) -> str:
    """Return the last word of a name with the letters that transliterations mix up made equal."""
    words = sounds(name).split()
    return words[-1] if words else ""


def _city_key(name: str) -> str:
    """Return the words of a city's name in one, apostrophes and hyphens gone: Xi'an, Xian."""
    from generator.extract.names.cities import find_city  # noqa: PLC0415 -- 34,000 cities

    city = find_city(name)
    return "".join(phrase(city.name if city else name)) or fold(name)


# ---------------------------------------------------------------------------- one pair


def compare(
    one: Profile, other: Profile, *, same_news: bool = False, same_article: bool = False
) -> Comparison:
    """Say whether two reports are of one event.

    Args:
        one: a report.
        other: a report of another article, or a record.
        same_news: whether the two articles share another event.
        same_article: whether both go back to one article.

    Returns:
        The likeness with what speaks for it, or with what speaks against it.
    """
    against = _against(one, other)
    if against:
        return Comparison(likeness=Likeness.DIFFERENT, reasons=against)
    signs = _signs(one, other)
    if same_news and one.type in TOLD_ONCE:
        signs["the articles share another event"] = SAME_NEWS
    if same_article:
        signs["from the same article"] = SAME_ARTICLE
    points = sum(signs.values())
    likeness = Likeness.DIFFERENT
    if points >= ENOUGH:
        likeness = Likeness.SAME
    elif points >= ENOUGH_TO_ASK:
        likeness = Likeness.DOUBTFUL
    return Comparison(likeness=likeness, points=points, reasons=tuple(signs))


def _against(one: Profile, other: Profile) -> tuple[str, ...]:
    """Return what keeps two reports from being of one event."""
    found = []
    if one.type is not other.type:
        found.append(f"{one.type} and {other.type}")
    if one.date and other.date and not _dates_meet(one, other):
        found.append(f"{one.date} and {other.date}")
    if one.country and other.country and one.country != other.country:
        found.append(f"in {one.country} and in {other.country}")
    if one.city and other.city and one.city != other.city:
        found.append(f"in {one.city} and in {other.city}")
    if one.edition and other.edition and one.edition != other.edition:
        found.append(f"editions {one.edition} and {other.edition}")
    if one.type in NAMED_SERIES and _other_series(one, other):
        found.append("two series")
    if (
        one.type is EventType.MEETING
        and one.people
        and other.people
        and not one.people & other.people
    ):
        found.append("other people")
    return tuple(found)


def _other_series(one: Profile, other: Profile) -> bool:
    mine = one.series | one.organisations
    theirs = other.series | other.organisations
    if one.organisations and other.organisations:
        return not one.organisations & other.organisations
    return bool(one.series and other.series and not mine & theirs)


def _dates_meet(one: Profile, other: Profile) -> bool:
    assert one.date is not None  # noqa: S101 -- the caller has looked
    assert other.date is not None  # noqa: S101
    first, last = earliest(one.date), latest(one.date)
    start, end = earliest(other.date), latest(other.date)
    if first is None or last is None or start is None or end is None:
        return True
    loose = one.guessed or other.guessed or one.date.approximate or other.date.approximate
    slack = LOOSE_DAYS if loose else 0
    return _number(first) - slack <= _number(end) and _number(start) - slack <= _number(last)


def _number(day: tuple[int, int, int]) -> int:
    """Return a day as a number that grows by about one a day; good enough to compare."""
    year, month, date = day
    return year * 372 + month * 31 + date


def _signs(one: Profile, other: Profile) -> dict[str, int]:
    """Return what speaks for one event, with its points."""
    signs = {f"both {one.type}": SAME_KIND}
    if one.date and other.date:
        fine = precision(one.date) == precision(other.date) == "day" and not (
            one.guessed or other.guessed
        )
        signs[f"{one.date} and {other.date} meet"] = SAME_DAY if fine else SAME_PERIOD
        if fine and one.type in OUTBREAKS and one.country and one.country == other.country:
            signs["one day and country"] = SAME_OUTBREAK
    if one.city and one.city == other.city:
        signs[f"both in {one.city}"] = SAME_CITY
    elif one.country and one.country == other.country:
        signs[f"both in {one.country}"] = SAME_COUNTRY
    mine, theirs = one.series | one.organisations, other.series | other.organisations
    if len(mine & theirs) > 1 or (one.organisations & other.organisations):
        signs["same series or organisation"] = SAME_SERIES
    if one.edition and one.edition == other.edition:
        signs[f"edition {one.edition}"] = SAME_EDITION
    if one.people & other.people:
        signs["same people"] = SAME_PEOPLE
    if len(one.states & other.states) > 1:
        signs["same states"] = SAME_STATES
    elif "same people" not in signs and _in_one_month(one, other) and _same_actors(one, other):
        signs["same actors in one city and month"] = SAME_ACTORS
    return signs


def _in_one_month(one: Profile, other: Profile) -> bool:
    """Say whether two dates that meet leave no more open than the day of a month."""
    for each in (one, other):
        first = each.date and earliest(each.date)
        last = each.date and latest(each.date)
        if each.guessed or not first or not last or _number(last) - _number(first) >= MONTH_DAYS:
            return False
    return True


def _same_actors(one: Profile, other: Profile) -> bool:
    """Say whether all that act in one city are the same, whoever they are."""
    mine = (one.people, one.states, one.organisations)
    theirs = (other.people, other.states, other.organisations)
    return bool(one.city) and one.city == other.city and any(mine) and mine == theirs


# ---------------------------------------------------------------------------- many articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One event as one article tells it."""

    article: int
    """Number of the article in the order given."""
    event: int
    """Number of the event in its article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two reports that may be of one event."""

    one: Sighting
    other: Sighting
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Reports brought together."""

    events: tuple[tuple[Sighting, ...], ...]
    """Each event with its reports, in the order of the articles."""
    doubts: tuple[Doubt, ...] = ()
    profiles: Mapping[Sighting, Profile] = field(default_factory=dict)
    """The reports, with the editions that follow from other articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What editors have decided of the records that reports belong to."""

    owners: Mapping[Sighting, str] = field(default_factory=dict)
    """Report → the record that its passages have told; a new one has none."""
    decisions: Decisions = field(default_factory=lambda: Decisions(()))

    def apart(self, one: Sighting, other: Sighting) -> bool:
        """Say whether two reports belong to records that are two events."""
        mine, theirs = self.owners.get(one), self.owners.get(other)
        return bool(mine and theirs) and self.decisions.is_apart(str(mine), str(theirs))

    def united(self) -> Iterator[tuple[Sighting, Sighting]]:
        """Yield pairs of reports of one event, as an editor has it."""
        first: dict[str, Sighting] = {}
        for sighting in sorted(self.owners, key=_in_order):
            kept = self.decisions.kept(self.owners[sighting])
            if self.owners[first.setdefault(kept, sighting)] != self.owners[sighting]:
                yield first[kept], sighting


class _Clusters:
    """Which reports are of one event so far."""

    def __init__(self, profiles: Mapping[Sighting, Profile], ruling: Ruling) -> None:
        self.profiles = profiles
        self.ruling = ruling
        self.of = {sighting: number for number, sighting in enumerate(profiles)}
        self.members = {number: [sighting] for sighting, number in self.of.items()}
        """Number of an event → its reports, in order."""

    def join(self, one: Sighting, other: Sighting) -> bool:
        """Make two events one unless two of their reports cannot be."""
        low, high = sorted((self.of[one], self.of[other]))
        if low == high:
            return True
        mine, theirs = self.members[low], self.members[high]
        if not {each.article for each in mine}.isdisjoint(each.article for each in theirs):
            return False
        for each in mine[:MAX_MEMBERS]:
            for that in theirs[:MAX_MEMBERS]:
                if _against(self.profiles[each], self.profiles[that]):
                    return False
        if any(self.ruling.apart(each, that) for each in mine for that in theirs):
            return False
        self.unite(low, high)
        return True

    def unite(self, low: int, high: int) -> None:
        """Make two events one, whatever their reports say."""
        if low != high:
            self.members[low] = sorted((*self.members[low], *self.members[high]), key=_in_order)
            self.of.update(dict.fromkeys(self.members.pop(high), low))


def _in_order(sighting: Sighting) -> tuple[int, int]:
    return sighting.article, sighting.event


def merge(articles: Sequence[Sequence[Profile]], ruling: Ruling | None = None) -> Merged:
    """Bring together the reports of one event in several articles.

    The surest pairs are joined first; then, once two articles are known to share an event, pairs
    for which that speaks. Two events of one article are never joined.

    Args:
        articles: the events of each article; their order decides nothing but the order returned.
        ruling: what editors have decided; it holds against everything else.
    """
    ruling = ruling or Ruling()
    profiles = {
        Sighting(article=number, event=index): profile
        for number, events in enumerate(articles)
        for index, profile in enumerate(events)
    }
    clusters = _Clusters(profiles, ruling)
    for one, other in ruling.united():
        clusters.unite(*sorted((clusters.of[one], clusters.of[other])))
    pairs = _pairs(profiles)
    shared: set[tuple[int, int]] = set()
    for _ in range(ROUNDS):
        ranked = sorted(
            (
                (
                    compare(profiles[a], profiles[b], same_news=(a.article, b.article) in shared),
                    a,
                    b,
                )
                for a, b in pairs
            ),
            key=lambda found: (-found[0].points, _in_order(found[1]), _in_order(found[2])),
        )
        for comparison, one, other in ranked:
            if comparison.likeness is Likeness.SAME and clusters.join(one, other):
                shared.add((one.article, other.article))
        profiles.update(_with_editions(profiles, clusters))
    doubts = [
        Doubt(one=one, other=other, reasons=comparison.reasons)
        for comparison, one, other in ranked
        if comparison.likeness is not Likeness.DIFFERENT
        and clusters.of[one] != clusters.of[other]
        and not ruling.apart(one, other)
    ]
    events = tuple(tuple(members) for _, members in sorted(clusters.members.items()))
    return Merged(events=events, doubts=tuple(doubts), profiles=profiles)


def _pairs(profiles: Mapping[Sighting, Profile]) -> list[tuple[Sighting, Sighting]]:
    """Return the reports of different articles that are worth comparing, in order."""
    neighbours = Neighbours(profiles.items())
    pairs = {
        (one, other) if one.article < other.article else (other, one)
        for one, profile in profiles.items()
        for other in neighbours.near(profile)
        if one.article != other.article
    }
    return sorted(pairs, key=lambda pair: (_in_order(pair[0]), _in_order(pair[1])))


def _with_editions(
    profiles: Mapping[Sighting, Profile], clusters: _Clusters
) -> dict[Sighting, Profile]:
    """Return the reports whose edition follows from another article.

    Where an article calls the second edition "the next one", the one that it tells of is the first.
    """
    found = {}
    told: dict[int, list[Sighting]] = {}
    for sighting in profiles:
        told.setdefault(sighting.article, []).append(sighting)
    for following, profile in profiles.items():
        if profile.turn != "next":
            continue
        members = clusters.members[clusters.of[following]]
        edition = next((profiles[m].edition for m in members if profiles[m].edition), None)
        for sighting in told[following.article] if edition else ():
            other = profiles[sighting]
            same = other.type is profile.type and other.series == profile.series
            if edition and same and not (other.turn or other.edition):
                found[sighting] = replace(other, edition=edition - 1)
    return found
