"""How the events of a run belong together: which follows which, and which is a part of another.

Only what an article says is written down: that a summit is the third of a series whose second one
is known, that a meeting is "the next one", that a treaty was signed "at" a summit. The passage that
says so is the evidence of the link.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from generator.extract import lang
from generator.extract.drafts.merge import NAMED_SERIES
from generator.record.edtf import earliest, latest
from generator.record.model import EventType, Evidence
from generator.record.passage import name_passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.extract.drafts.drafting import Report
    from generator.extract.drafts.merge import Profile
    from generator.record.model import Event
    from generator.record.passage import Passage

PART, FOLLOWS = "part_of", "follows"
HOLDERS = frozenset(
    {EventType.SUMMIT, EventType.VISIT, EventType.MEETING, EventType.ELECTION, EventType.SPORT}
)
"""Types of events that others take place in."""
HELD = frozenset(
    {EventType.AGREEMENT, EventType.STATEMENT, EventType.MEETING, EventType.PUBLICATION}
)
"""Types of events that take place in others."""
REACH = 60  # code points between "lors de" and the noun of the event that it speaks of
STEM = 5  # letters by which a noun is known in its forms


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event of a run: its record's id, and how each article tells it."""

    event: str
    reports: tuple[Report, ...]
    profiles: tuple[Profile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One event is linked to another, and the passage that says so."""

    event: str
    field: str
    """``follows`` or ``part_of``."""
    to: str
    source: str
    passage: Passage


def find_links(told: Sequence[Told]) -> tuple[Link, ...]:
    """Return the links that the articles of a run tell, in order, each once."""
    by_article: dict[str, list[tuple[Told, Report, Profile]]] = {}
    for each in told:
        for report, profile in zip(each.reports, each.profiles, strict=True):
            by_article.setdefault(report.source, []).append((each, report, profile))
    links = [*_editions(told)]
    for _, inside in sorted(by_article.items()):
        links += [*_turns(inside), *_parts(inside)]
    found: dict[tuple[str, str, str], Link] = {}
    for link in links:
        found.setdefault((link.event, link.field, link.to), link)
    return tuple(_without_circles(found.values()))


def _link(told: Told, report: Report, field: str, to: Told) -> Iterator[Link]:
    at = report.passage(report.candidate.evidence[0])
    if at and told.event != to.event:
        passage = name_passage(report.text, *at)
        yield Link(
            event=told.event, field=field, to=to.event, source=report.source, passage=passage
        )


# ---------------------------------------------------------------------------- series


def _editions(told: Sequence[Told]) -> Iterator[Link]:
    """Yield that an edition follows the one before it, where both are counted by an article."""
    counted = [
        (each, report, profile)
        for each in told
        for report, profile in zip(each.reports, each.profiles, strict=True)
        if profile.edition and profile.type in NAMED_SERIES
    ]
    for each, report, profile in counted:
        for other, _, before in counted:
            if before.edition == (profile.edition or 0) - 1 and _same_series(profile, before):
                yield from _link(each, report, FOLLOWS, other)


def _turns(inside: list[tuple[Told, Report, Profile]]) -> Iterator[Link]:
    """Yield what an article calls the next or the last one of what it tells."""
    for each, report, profile in inside:
        if profile.turn not in ("next", "previous"):
            continue
        for other, now, current in inside:
            alike = _same_series(profile, current) or _same_people(profile, current)
            if other.event == each.event or current.turn or not alike:
                continue
            if profile.turn == "next":
                yield from _link(each, report, FOLLOWS, other)
            elif now.candidate.main:
                yield from _link(other, report, FOLLOWS, each)


def _same_series(one: Profile, other: Profile) -> bool:
    """Say whether two events are of one series; that two states meet again makes none."""
    if one.type is not other.type or one.type not in NAMED_SERIES:
        return False
    if one.organisations & other.organisations:
        return True
    mine, theirs = one.series | one.organisations, other.series | other.organisations
    return one.type is not EventType.MEETING and len(mine & theirs) > 1


def _same_people(one: Profile, other: Profile) -> bool:
    return one.type is other.type is EventType.MEETING and len(one.people & other.people) > 1


# ---------------------------------------------------------------------------- parts


def _parts(inside: list[tuple[Told, Report, Profile]]) -> Iterator[Link]:
    """Yield what a sentence places in a larger event: signed at a summit, said during a visit."""
    for each, report, profile in inside:
        for other, whole, around in inside:
            fits = profile.type in HELD and around.type in HOLDERS and other.event != each.event
            if fits and _may_hold(around, profile) and _says_within(report, whole):
                yield from _link(each, report, PART, other)


def _may_hold(whole: Profile, part: Profile) -> bool:
    """Say whether neither place nor date keep one event from being a part of another."""
    if whole.country and part.country and whole.country != part.country:
        return False
    if not (whole.date and part.date):
        return True
    first, last = earliest(whole.date), latest(whole.date)
    start, end = earliest(part.date), latest(part.date)
    before = last is not None and start is not None and start > last
    after = first is not None and end is not None and end < first
    return not (before or after)


def _says_within(report: Report, whole: Report) -> bool:
    """Say whether an event is told behind words such as "lors de" and the larger one's noun."""
    text, candidate = report.reading.article.text, report.candidate
    pattern = _within(report.reading.article.language)
    stem = whole.candidate.head[:STEM].casefold()
    if pattern is None or not stem or whole.candidate.head == candidate.head:
        return False
    for span in candidate.evidence:
        for match in pattern.finditer(text, span.start, span.end):
            if stem in text[match.end() : min(span.end, match.end() + REACH)].casefold():
                return True
    return False


@cache
def _within(language: str) -> re.Pattern[str] | None:
    try:
        words = lang.load(language, "relations")
    except KeyError:
        return None
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)


# ---------------------------------------------------------------------------- into records


def _without_circles(links: Iterable[Link]) -> Iterator[Link]:
    """Yield links but those that turn back on one before them, and a second whole."""
    after: set[tuple[str, str]] = set()
    held: set[str] = set()
    for link in links:
        if (link.to, link.event) in after or (link.field == PART and link.event in held):
            continue
        after.add((link.event, link.to))
        if link.field == PART:
            held.add(link.event)
        yield link


def with_links(event: Event, links: Iterable[Link]) -> Event:
    """Return a record of ours with links, each supported by the passage that says it."""
    for link in links:
        if link.field == PART and event.part_of not in {None, link.to}:
            continue
        if link.field == PART:
            event = replace(event, part_of=link.to)
        else:
            event = replace(event, follows=tuple(dict.fromkeys((*event.follows, link.to))))
        event = replace(event, evidence=_supporting(event.evidence, link))
    return event


def _supporting(evidence: tuple[Evidence, ...], link: Link) -> tuple[Evidence, ...]:
    """Return the evidence with the passage of a link: one that is there, else a new one."""
    passage = link.passage
    for index, item in enumerate(evidence):
        if (item.source, item.at) == (link.source, passage.at):
            supports = tuple(dict.fromkeys((*item.supports, link.field)))
            changed = replace(item, supports=supports)
            return (*evidence[:index], changed, *evidence[index + 1 :])
    made = Evidence(
        id=f"e{len(evidence) + 1}",
        source=link.source,
        supports=(link.field,),
        from_=passage.from_,
        to=passage.to,
        at=passage.at,
        hash=passage.hash,
        prefix=passage.prefix,
        suffix=passage.suffix,
    )
    return (*evidence, made)
