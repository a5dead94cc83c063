"""Events of one article: tellings of one event brought together, the doubtful ones left out.

One record per real-world event, however often it is told. Four models that were learned from marked
articles decide, each a sum of weighed signs: how sure a clause tells an event (`cues`), whether two
clauses tell the same one (`likeness`), whether all that tells it is enough beside the other events
of the article (`weighing`), and of which type it is (`kinds`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.extract.events.clauses import Mode
from generator.extract.events.grouping import CARRIES, Group, group_tellings
from generator.extract.events.kinds import kind_of, shares_of
from generator.extract.events.places import Where, place_of, with_homes
from generator.extract.events.tellings import Telling, find_tellings
from generator.extract.events.titles import title_of
from generator.extract.events.triggers import Lexicon, lexicon
from generator.extract.events.weighing import accepted
from generator.extract.names.gazetteer import Kind, build_gazetteer
from generator.extract.names.naming import Mention
from generator.extract.span import Span
from generator.record.edtf import Edtf, earliest, parse_edtf, precision
from generator.record.model import Basis, Content, EventStatus, EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.extract.events.scene import Story
    from generator.extract.names.gazetteer import Name
    from generator.extract.timex.finder import Timex

MAX_MAIN = 3
MATCH_REPORT = 2  # tellings of sport, surer than not, from which an article is one on sport
MAX_EVIDENCE = 2  # passages an event is proved with


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What an event is made with, beside its tellings."""

    story: Story
    language: Lexicon
    countries: Mapping[str, Name]
    shares: Mapping[str, float]
    """How much of what the article tells is of which type."""


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
    countries = build_gazetteer(content or Content(), language).countries
    made = told_events(story, language, countries)
    return tuple(sorted(made, key=lambda c: (not c.main, c.evidence[0].start, c.type)))


def told_events(story: Story, language: str, countries: Mapping[str, Name]) -> list[Candidate]:
    """Find the events that an article tells, in the order of the text.

    Args:
        story: the text with its sentences, dates and names.
        language: BCP 47 tag.
        countries: names of states by ISO code.
    """
    words = lexicon(language)
    groups = group_tellings(in_context(find_tellings(story, words)), story.published, story.text)
    report = report_of(groups, story, words, countries)
    return make_events(accepted(groups, story.text), report)


def report_of(
    groups: Sequence[Group], story: Story, words: Lexicon, countries: Mapping[str, Name]
) -> Report:
    """Return what events are made with.

    Args:
        groups: all that an article tells, events or not.
        story: its text.
        words: of its language.
        countries: names of states by ISO code.
    """
    shares = shares_of([telling for group in groups for telling in group.tellings])
    return Report(story=story, language=words, countries=countries, shares=shares)


def make_events(groups: Sequence[Group], report: Report) -> list[Candidate]:
    """Return groups of tellings as events, in the order given."""
    main = [id(group) for group in _main(groups)]
    made = [_candidate(group, report, main=id(group) in main) for group in groups]
    return with_homes(_with_series(made), report.story)


def in_context(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the tellings with what "won", "met" and "shot" are in a report of this kind.

    On a match, a meeting is the match; where no noun speaks surely of sport, who won won an
    election.
    """
    nouns = {t.noun.sense.type for t in tellings if t.noun and not t.noun.sense.weak}
    sport = sum(t.type == "sport" and t.score >= 0 for t in tellings)
    if "sport" not in nouns:
        kinds = {"sport": "election" if "election" in nouns else "other"}
    elif sport >= MATCH_REPORT and "sport" in nouns:
        kinds = dict.fromkeys(("meeting", "conflict", "casualty", "project", "plain"), "sport")
    else:
        return list(tellings)
    return [replace(t, type=kinds.get("plain" if t.plain else t.type, t.type)) for t in tellings]


def _main(groups: Sequence[Group]) -> list[Group]:
    prominent = [group for group in groups if group.prominent]
    return sorted(prominent or groups, key=lambda group: -group.score)[:MAX_MAIN]


# ---------------------------------------------------------------------------- one candidate


def _candidate(group: Group, report: Report, *, main: bool) -> Candidate:
    story, countries = report.story, report.countries
    tellings = [t for t in group.tellings if t.score >= CARRIES] or group.tellings
    timex = _best_timex(tellings)
    date = timex.edtf if timex else None
    status = _status(tellings, date, story.published)
    basis = timex.basis if timex and date else None
    told_now = status in (EventStatus.HAPPENED, EventStatus.ONGOING) and group.opens
    if date is None and timex is None and main and story.published and told_now:
        date, basis = _about(story.published), Basis.INFERRED
    kind = kind_of(group, report.shares, story.text, report.language)
    place = place_of(tellings)
    people = () if kind is EventType.DISASTER else _participants(tellings, countries)
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
    title = title_of(candidate, tellings, home.name if home else None, story, report.language)
    return replace(candidate, title=title)


def _with_series(candidates: list[Candidate]) -> list[Candidate]:
    """Give "le premier sommet" the series that the same article names for another edition."""
    named = {c.type: c.series for c in reversed(candidates) if c.series}
    return [
        replace(c, series=named[c.type])
        if not c.series and c.type in named and (c.edition or c.turn)
        else c
        for c in candidates
    ]


def _best_timex(tellings: list[Telling]) -> Timex | None:
    """Return the date that says most: days before months, a stated span before a day of it."""
    order = ("day", "month", "season", "year", "decade", "century")
    dated = [t.timex for t in tellings if t.timex and t.timex.edtf]
    if not dated:
        return next((t.timex for t in tellings if t.timex), None)

    def rank(timex: Timex) -> tuple[int, bool, bool]:
        date = timex.edtf
        assert date is not None  # noqa: S101 -- selected above
        unknown = date.start is not None and date.start.year is None
        return (order.index(precision(date)), unknown, not date.is_interval)

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
