"""Events of one article: tellings of one event brought together, the doubtful ones left out.

One record per real-world event, however often it is told: a headline without a date, a lead with
the date and a paragraph with the place are three tellings of one event. Two editions of a series,
two dates that cannot both be true or two places far apart are two events.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.extract.events.clauses import Mode
from generator.extract.events.home import home_of
from generator.extract.events.tellings import Telling, find_tellings
from generator.extract.events.titles import title_of
from generator.extract.events.triggers import Lexicon, lexicon
from generator.extract.names.gazetteer import Kind, build_gazetteer
from generator.extract.names.naming import Mention
from generator.extract.span import Span
from generator.record.edtf import Edtf, earliest, latest, parse_edtf, precision
from generator.record.model import Basis, Content, EventStatus, EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.extract.events.scene import Story
    from generator.extract.names.gazetteer import Name
    from generator.extract.timex.finder import Timex

ENOUGH = 4.0  # points of score from which something told is an event
ENOUGH_LEAD = 3.0  # the same for what the lead tells, when nothing else in the article is one
AGAIN = 0.3  # points for each further telling, up to `MOST_AGAIN` of them
MOST_AGAIN = 3
CARRIES = 1.0  # a telling below this adds nothing to an event
MAX_MAIN = 3
MATCH_REPORT = 2  # sure tellings of sport from which an article is one on sport
MAX_EVIDENCE = 2  # passages an event is proved with
MAX_OPEN = 80  # events that a telling is compared with: the latest, and those of the lead
DEATHS = frozenset({frozenset({"casualty", "conflict"}), frozenset({"casualty", "disaster"})})
SELDOM_TWICE = frozenset(
    {"meeting", "visit", "sport", "election", "disaster", "conflict", "casualty", "summit"}
    | {"agreement", "project"}
)
"""Types of which one article seldom tells two events with the same actors, place or day."""
ONE_STORY = frozenset({"conflict", "disaster", "casualty", "sport", "election"})
"""Types of news whose later paragraphs go on telling it without saying when and where again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where an event takes place."""

    country: str | None
    """ISO 3166-1 alpha-2."""
    city: str | None = None
    record: str | None = None
    """Id in the registries of the city, else of the country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One event that an article tells, not yet reviewed."""

    type: EventType
    title: str
    """A short noun phrase of our own in the language of the article."""
    head: str
    """Lemma of the word that tells it."""
    date: Edtf | None
    timex: Timex | None
    """The expression that the date was read from; None when it is `published` or unknown."""
    basis: Basis | None
    place: Where | None
    participants: tuple[Mention, ...]
    """People and states that act, each once, in the order of the text."""
    organisations: tuple[Mention, ...]
    status: EventStatus
    main: bool
    evidence: tuple[Span, ...]
    """The clauses that state it best."""
    passages: tuple[Span, ...]
    """Every clause that tells it, in the order of the text."""
    places: tuple[Mention, ...]
    """Where the text names the place, the nearest to what tells the event first."""
    series: frozenset[str]
    """Keys of the names of its series; empty when it has none."""
    edition: int | None
    turn: str
    score: float


@dataclass(slots=True)
class _Group:
    """Tellings of one event."""

    published: Edtf | None
    tellings: list[Telling] = field(default_factory=list)

    @property
    def type(self) -> str:
        """Return the type that its first telling with a type of its own gives it."""
        types = [t.type for t in self.tellings if t.type != "casualty"]
        types = [kind for kind in types if kind != "other"] or types
        if "summit" in types:
            return "summit"
        return types[0] if types else "casualty"

    @property
    def score(self) -> float:
        """Return the points of its best telling and some for each further one."""
        again = min(MOST_AGAIN, sum(t.score >= CARRIES for t in self.tellings) - 1)
        return max(t.score for t in self.tellings) + AGAIN * max(0, again)

    @property
    def prominent(self) -> bool:
        """Say whether the headline or the lead tells it."""
        return any(t.headline or t.lead for t in self.tellings)

    @property
    def opens(self) -> bool:
        """Say whether the headline or the first sentence after it tells it."""
        return any(t.rank <= 0 for t in self.tellings)

    def dates(self) -> list[Edtf]:
        """Return the dates its tellings give."""
        return [t.date for t in self.tellings if t.date]

    def keys(self) -> frozenset[str]:
        """Return the keys of all who act in it."""
        return frozenset(key for t in self.tellings for key in t.who)


def find_events(
    story: Story, *, language: str, content: Content | None = None
) -> tuple[Candidate, ...]:
    """Find the events that an article tells.

    Args:
        story: the text with its sentences, dates and names.
        language: BCP 47 tag.
        content: the registries, for the names of countries.

    Returns:
        One candidate per event, main ones first, then in the order of the text.
    """
    words = lexicon(language)
    groups = _accepted(_grouped(_in_context(find_tellings(story, words)), story.published))
    groups = _without_headlines(groups)
    countries = build_gazetteer(content or Content(), language).countries
    main = [id(group) for group in _main(groups)]
    home = home_of(story)
    made = _with_series(
        [_candidate(group, story, words, countries, main=id(group) in main) for group in groups]
    )
    made = _placed(made, home)
    return tuple(sorted(made, key=lambda c: (not c.main, c.evidence[0].start, c.type)))


def _in_context(tellings: tuple[Telling, ...]) -> list[Telling]:
    """Return the tellings with what "won", "met" and "shot" are in a report of this kind.

    On a match, a meeting is the match; where no noun speaks of sport, who won won an election.
    """
    nouns = {t.noun.sense.type for t in tellings if t.noun}
    sport = sum(t.type == "sport" and t.score >= ENOUGH for t in tellings)
    if "sport" not in nouns:
        kinds = {"sport": "election" if "election" in nouns else "other"}
    elif sport >= MATCH_REPORT and "sport" in nouns:
        kinds = dict.fromkeys(("meeting", "conflict", "casualty"), "sport")
    else:
        return list(tellings)
    return [replace(t, type=kinds.get(t.type, t.type)) for t in tellings]


# ---------------------------------------------------------------------------- grouping


def _grouped(tellings: Iterable[Telling], published: Edtf | None) -> list[_Group]:
    groups: list[_Group] = []
    for telling in tellings:
        if telling.score <= 0:
            continue
        group = _home(telling, groups)
        if group:
            group.tellings.append(telling)
        else:
            groups.append(_Group(published, [telling]))
    return groups


def _home(telling: Telling, groups: list[_Group]) -> _Group | None:
    """Return the event that a telling is of: the best fitting one, the latest of equals."""
    best, degree = None, 0
    near = groups[-MAX_OPEN:]
    lead = [group for group in groups[:-MAX_OPEN] if group.prominent]
    for group in reversed((*lead, *near)):
        fit = _fit(telling, group)
        if fit > degree:
            best, degree = group, fit
    return best


def _fit(telling: Telling, group: _Group) -> int:
    """Return how well a telling fits an event: 0 not, else the number of signs for it."""
    if not _same_kind(telling, group) or not all(_can_be_one(telling, t) for t in group.tellings):
        return 0
    if _is_older(telling, group):
        return 0
    same_head = any(t.head == telling.head for t in group.tellings)
    same_place = any(_shares_place(telling, t) for t in group.tellings)
    same_actor = bool(telling.who & group.keys() or _acts_where(telling, group))
    same_date = any(_meet(date, telling.date) for date in group.dates())
    signs = 2 * same_head + same_place + same_actor + 2 * same_date + group.prominent
    vague = telling.timex is None and group.type in SELDOM_TWICE
    if telling.pointing and (same_head or vague):
        return 3 + signs
    if {telling.type, group.type} & ONE_STORY and group.prominent and _is_loose(telling, group):
        return 2 + signs
    if {telling.type, group.type} & SELDOM_TWICE:
        enough = same_date or same_actor or same_place or (same_head and group.prominent)
    else:
        enough = same_head and (same_date or same_actor or same_place)
    return 1 + signs if enough or (telling.bare and group.prominent and same_head) else 0


def _acts_where(telling: Telling, group: _Group) -> bool:
    """Say whether one names as the place the state that acts in the other: "Mali : …"."""
    states = {m.country for t in group.tellings for m in t.actors}
    places = frozenset().union(*(t.countries for t in group.tellings))
    return bool(telling.countries & states or places & {m.country for m in telling.actors})


def _is_loose(telling: Telling, group: _Group) -> bool:
    """Say whether a telling gives no date of its own, or gives it to a headline without one."""
    return telling.timex is None or all(t.timex is None for t in group.tellings)


def _is_older(telling: Telling, group: _Group) -> bool:
    """Say whether a telling with a past year cannot be of the news that is told without one.

    "Un séisme a frappé le pays samedi" and "le séisme de 1949".
    """
    if telling.date is None or group.dates() or telling.mode is Mode.PLANNED:
        return False
    if not group.prominent or all(t.mode is Mode.PLANNED for t in group.tellings):
        return False
    if group.published is None:
        return precision(telling.date) != "day"
    last, today = latest(telling.date), earliest(group.published)
    return bool(last and today and (today.year - last.year) * 12 + today.month - last.month > 1)


def _same_kind(telling: Telling, group: _Group) -> bool:
    pair = frozenset({telling.type, group.type})
    if len(pair) == 1 or pair in DEATHS:
        return True
    # "cette réunion" is said of a summit; a visit and a meeting at it are two.
    gathered = telling.trigger.sense.light or any(t.trigger.sense.light for t in group.tellings)
    return pair == {"summit", "meeting"} and (telling.pointing or gathered)


def _can_be_one(telling: Telling, other: Telling) -> bool:
    """Say whether nothing that two tellings say keeps them from being of one event."""
    if telling.date and other.date and not _meet(telling.date, other.date):
        return False
    if _other_weekday(telling, other) and not (telling.pointing and telling.head == other.head):
        return False
    if telling.edition and other.edition and telling.edition != other.edition:
        return False
    if telling.turn != other.turn and not (telling.date and other.date):
        return telling.bare and not telling.turn
    if telling.type == "meeting" and not _people_agree(telling, other):
        return False
    return _places_agree(telling, other)


def _other_weekday(telling: Telling, other: Telling) -> bool:
    """Say whether two days that the text does not fix are two days: "lundi" and "dimanche"."""
    mine, theirs = telling.timex, other.timex
    if mine is None or theirs is None or (mine.edtf and theirs.edtf):
        return False
    if mine.edtf or theirs.edtf:
        dated = mine.edtf or theirs.edtf
        return dated is not None and precision(dated) in ("month", "year")
    return mine.rule == theirs.rule == "weekday" and mine.value != theirs.value


def _people_agree(telling: Telling, other: Telling) -> bool:
    mine = {m.key for m in telling.actors if m.kind is Kind.PERSON}
    theirs = {m.key for m in other.actors if m.kind is Kind.PERSON}
    return not mine or not theirs or bool(mine & theirs)


def _places_agree(telling: Telling, other: Telling) -> bool:
    if telling.countries and other.countries and not telling.countries & other.countries:
        return False
    cities = {m.key for m in telling.places if m.kind is Kind.CITY}
    others = {m.key for m in other.places if m.kind is Kind.CITY}
    return not cities or not others or bool(cities & others)


def _shares_place(telling: Telling, other: Telling) -> bool:
    mine, theirs = {m.key for m in telling.places}, {m.key for m in other.places}
    return bool(mine & theirs or telling.countries & other.countries)


def _meet(one: Edtf | None, other: Edtf | None) -> bool:
    """Say whether two dates can be of one event."""
    if one is None or other is None:
        return False
    if one.text == other.text:
        return True
    first, last = earliest(one), latest(one)
    start, end = earliest(other), latest(other)
    if first is None or last is None or start is None or end is None:
        return _same_days(one, other)
    return first <= end and start <= last


def _same_days(one: Edtf, other: Edtf) -> bool:
    """Say whether two dates of which one has no year can be of one event."""
    if one.start is None or other.start is None:
        return True
    months = {p.month for p in (one.start, one.end, other.start, other.end) if p and p.month}
    days = {p.day for p in (one.start, other.start) if p.day}
    return len(months) <= 1 and (len(days) <= 1 or one.is_interval or other.is_interval)


# ---------------------------------------------------------------------------- accepting


def _accepted(groups: list[_Group]) -> list[_Group]:
    """Return the groups that are events; the best of the lead when there would be none."""
    enough = [group for group in groups if group.score >= ENOUGH]
    if any(group.prominent for group in enough):
        return enough
    lead = [group for group in groups if group.prominent and group.score >= ENOUGH_LEAD]
    best = sorted(lead, key=lambda group: -group.score)[:1]
    return [group for group in groups if group in enough or group in best]


def _without_headlines(groups: list[_Group]) -> list[_Group]:
    """Return the groups with what only the headline tells given to what the lead tells.

    A headline tells the news of the lead again, in other words: "il ouvre" for "il a inauguré".
    """
    lead = [g for g in groups if any(t.rank == 0 for t in g.tellings)]
    kept = []
    for group in groups:
        alone = all(t.headline for t in group.tellings)
        homes = [g for g in lead if g is not group and _may_be_one(g, group)] if alone else []
        if homes:
            max(homes, key=lambda g: g.score).tellings.extend(group.tellings)
        else:
            kept.append(group)
    return kept


def _may_be_one(one: _Group, other: _Group) -> bool:
    """Say whether no date or place keeps two groups from being of one event."""
    pairs = [(mine, theirs) for mine in one.tellings for theirs in other.tellings]
    dated = all(_meet(a.date, b.date) for a, b in pairs if a.date and b.date)
    return dated and all(_places_agree(a, b) for a, b in pairs)


def _main(groups: list[_Group]) -> list[_Group]:
    prominent = [group for group in groups if group.prominent]
    return sorted(prominent or groups, key=lambda group: -group.score)[:MAX_MAIN]


# ---------------------------------------------------------------------------- one candidate


def _candidate(
    group: _Group, story: Story, language: Lexicon, countries: Mapping[str, Name], *, main: bool
) -> Candidate:
    tellings = [t for t in group.tellings if t.score >= CARRIES] or group.tellings
    timex = _best_timex(tellings)
    date = timex.edtf if timex else None
    status = _status(tellings, date, story.published)
    basis = timex.basis if timex and date else None
    told_now = status in (EventStatus.HAPPENED, EventStatus.ONGOING) and group.opens
    if date is None and timex is None and main and story.published and told_now:
        date, basis = _about(story.published), Basis.INFERRED
    kind = _type(group, language)
    place = _place(tellings)
    people = _participants(tellings, countries)
    bodies = _unique(m for t in tellings for m in t.organisations)
    head = next((t.head for t in tellings if t.trigger.sense.role == "noun"), tellings[0].head)
    candidate = Candidate(
        type=kind,
        title="",
        head=head,
        date=date,
        timex=timex,
        basis=basis,
        place=place,
        participants=people,
        organisations=bodies,
        status=status,
        main=main,
        evidence=_evidence(tellings, timex),
        passages=tuple(sorted({Span(t.start, t.end) for t in tellings if t.end > t.start})),
        places=tuple(m for t in tellings for m in t.places),
        series=next((t.series for t in tellings if t.series), frozenset()),
        edition=next((t.edition for t in tellings if t.edition), None),
        turn=next((t.turn for t in tellings if t.turn), ""),
        score=group.score,
    )
    home = countries.get((place.country if place else None) or "")
    title = title_of(candidate, tellings, home.name if home else None, story, language)
    return replace(candidate, title=title)


def _placed(candidates: list[Candidate], home: str | None) -> list[Candidate]:
    """Give a place without a country the one that the article is about.

    What names no place at all gets none: that an article is about a country does not say that all
    it tells happened there.
    """
    return [
        replace(each, place=replace(each.place, country=home))
        if home and each.place and not each.place.country
        else each
        for each in candidates
    ]


def _with_series(candidates: list[Candidate]) -> list[Candidate]:
    """Give "le premier sommet" the series that the same article names for another edition."""
    named = {c.type: c.series for c in reversed(candidates) if c.series}
    return [
        replace(c, series=named[c.type])
        if not c.series and c.type in named and (c.edition or c.turn)
        else c
        for c in candidates
    ]


def _type(group: _Group, language: Lexicon) -> EventType:
    """Return the type of an event; somebody named who died was not attacked, if nobody says so."""
    if group.type != "casualty":
        return EventType(group.type)
    named = any(m.kind is Kind.PERSON for t in group.tellings for m in t.actors)
    died = all(t.head in language.dying for t in group.tellings)
    return EventType.OTHER if named and died else EventType.CONFLICT


def _best_timex(tellings: list[Telling]) -> Timex | None:
    """Return the date that says most: days before months, a stated span before a day of it."""
    order = ("day", "month", "season", "year", "decade", "century")
    dated = [t.timex for t in tellings if t.timex and t.timex.edtf]
    if not dated:
        return next((t.timex for t in tellings if t.timex), None)

    def rank(timex: Timex) -> tuple[int, int, int]:
        date = timex.edtf
        assert date is not None  # noqa: S101 -- selected above
        unknown = date.start is not None and date.start.year is None
        return (unknown, order.index(precision(date)), not date.is_interval)

    return min(dated, key=rank)


def _about(published: Edtf) -> Edtf:
    day = published.text
    return published if day[-1] in "~?%" or "/" in day else parse_edtf(f"{day}~")


def _status(tellings: list[Telling], date: Edtf | None, published: Edtf | None) -> EventStatus:
    said = [t.status for t in tellings if t.status in ("postponed", "cancelled")]
    if said:
        return EventStatus(said[0])
    modes = [t.mode for t in tellings]
    if Mode.PLANNED in modes and Mode.DONE not in modes:
        return EventStatus.PLANNED
    if modes and modes[0] is Mode.PLANNED:
        return EventStatus.PLANNED
    if any(t.status == "ongoing" for t in tellings):
        return EventStatus.ONGOING
    if date and published and (first := earliest(date)) and (today := earliest(published)):
        return EventStatus.PLANNED if first > today else EventStatus.HAPPENED
    return EventStatus.HAPPENED


def _place(tellings: list[Telling]) -> Where | None:
    """Return the place named most closely: a city with its country before a country."""
    found = [place for t in tellings for place in t.places]
    city = next((m for m in found if m.kind is Kind.CITY), None)
    if city:
        beside = [t for t in tellings if city in t.places]
        country = city.country or next(
            (m.country for t in (*beside, *tellings) for m in t.places if m.country), None
        )
        return Where(country=country, city=city.name, record=city.record)
    state = next((m for m in found if m.country), None)
    return Where(country=state.country, record=state.record) if state else None


def _participants(tellings: list[Telling], countries: Mapping[str, Name]) -> tuple[Mention, ...]:
    """Return the people and states that act, with the states that the people act for."""
    found: list[Mention] = []
    for mention in (m for t in tellings for m in t.actors):
        found.append(mention)
        name = countries.get(mention.country or "")
        if mention.kind is Kind.PERSON and name is not None:
            found.append(
                Mention(
                    start=mention.start,
                    end=mention.end,
                    kind=Kind.COUNTRY,
                    name=name.name,
                    key=name.key,
                    record=name.record,
                    country=mention.country,
                )
            )
    people = [m for m in found if m.kind in (Kind.PERSON, Kind.COUNTRY)]
    return _unique(people)


def _unique(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the first mention of each thing."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.key, mention)
    return tuple(first.values())


def _evidence(tellings: list[Telling], timex: Timex | None) -> tuple[Span, ...]:
    """Return the clauses that state it best, in the order of the text; a dated one is chosen."""
    ranked = sorted(
        tellings,
        key=lambda t: (t.headline, not (timex and t.timex is timex), -t.score, t.start),
    )
    chosen: list[Span] = []
    for telling in ranked:
        span = Span(telling.start, telling.end)
        if len(chosen) < MAX_EVIDENCE and len(span) and not any(s.overlaps(span) for s in chosen):
            chosen.append(span)
    return tuple(sorted(chosen))
