"""What only all records together can tell: names that lead nowhere, two of a kind, missing proof.

What one file tells on its own is in `event_fields.py` and `values.py`. `timeline check` and the
site's build run both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from generator.errors import Problem
from generator.record.disagreement import Relation, contradictions, figure_disputes
from generator.record.faults import did_you_mean
from generator.record.mends import meant_id, put_word
from generator.record.model import Content, ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.record.model import Event, Figure
    from generator.record.strict_yaml import Node

_FOLDER_OF = {"person, organisation or place": "people"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a field stands."""

    path: str
    text: str = ""
    """The file as it is read."""
    node: Node | None = None
    """The value; None where nothing of it could be found."""


class Locator(Protocol):
    """Finds the place of a field."""

    def __call__(self, folder: str, record_id: str, *fields: str | int) -> Place:
        """Return the place of the innermost of the fields that is there."""


def check_content(
    content: Content, locate: Locator, broken: Collection[str] = ()
) -> tuple[Problem, ...]:
    """Return every problem between records.

    Args:
        content: all records that could be read.
        locate: finds the line of a field; called only for problems.
        broken: ids of records whose files have problems of their own; a name that leads to one is
            no second problem.
    """
    at = _Content(content, locate, broken)
    checks = (_names, _events, _sources, _places, _indicators, _former_ids, _disagreements)
    return tuple(problem for check in checks for problem in check(at))


@dataclass(frozen=True, slots=True)
class _Content:
    """All records, and how to say what is wrong with one of them."""

    records: Content
    locate: Locator
    broken: Collection[str]

    def problem(
        self,
        where: tuple[str | int, ...],
        code: str,
        message: str,
        hint: str = "",
        meant: tuple[str, str] = ("", ""),
    ) -> Problem:
        """Return a problem at a field: ``(folder, id, *fields)``; meant are a word and its mend."""
        folder, record_id, *fields = where
        place = self.locate(str(folder), str(record_id), *fields)
        node, (found, word) = place.node, meant
        return Problem(
            path=place.path,
            line=node.line if node else 1,
            column=node.column if node else 1,
            code=code,
            message=message,
            hint=hint,
            mend=put_word(place.text, node, word) if node and node.raw == found else None,
        )

    def name(
        self, found: str, what: str, known: Collection[str], where: tuple[str | int, ...]
    ) -> Iterator[Problem]:
        """Yield a problem when an id is no record of the kind that is meant."""
        if found in known or found in self.broken:
            return
        folder = _FOLDER_OF.get(what, f"{what}s")
        hint = did_you_mean(found, known) or f"Add content/{folder}/{found}.yml."
        message = f'found "{found}", which is no {what}'
        meant = found, meant_id(found, known)
        yield self.problem(where, "reference-unknown", message, hint, meant)


def _warning(problem: Problem) -> Problem:
    return Problem(
        path=problem.path,
        line=problem.line,
        column=problem.column,
        code=problem.code,
        message=problem.message,
        hint=problem.hint,
        severity="warning",
    )


def _names(at: _Content) -> Iterator[Problem]:
    """People, organisations and places share their ids: `who` names any of them."""
    taken: dict[str, str] = {}
    for folder in ("people", "organisations", "places"):
        for record_id in getattr(at.records, folder):
            if record_id in taken:
                message = f'found the id "{record_id}", which is in {taken[record_id]}/ already'
                yield at.problem((folder, record_id), "id-duplicate", message)
            taken.setdefault(record_id, folder)


def _events(at: _Content) -> Iterator[Problem]:
    records = at.records
    actors = {**records.people, **records.organisations, **records.places}
    for event in records.events.values():
        here = ("events", event.id)
        if event.place:
            yield from at.name(event.place, "place", records.places, (*here, "place"))
        for index, participant in enumerate(event.participants):
            who = (*here, "participants", index, "who")
            yield from at.name(participant.who, "person, organisation or place", actors, who)
        for index, organisation in enumerate(event.organisations):
            body = (*here, "organisations", index)
            yield from at.name(organisation, "organisation", records.organisations, body)
        for index, item in enumerate(event.evidence):
            source = (*here, "evidence", index, "source")
            yield from at.name(item.source, "source", records.sources, source)
        for index, cited in enumerate(event.cites):
            yield from at.name(cited, "source", records.sources, (*here, "cites", index))
        for index, figure in enumerate(event.figures):
            yield from _figure(figure, (*here, "figures", index), at)
        yield from _links(event, at)
        if not event.evidence and event.status is ReviewStatus.DRAFT:
            message = "the draft has no evidence yet"
            yield _warning(at.problem(here, "evidence-missing", message))


def _links(event: Event, at: _Content) -> Iterator[Problem]:
    """Links between events; one that says "not the same" may name a record that is gone."""
    links: list[tuple[str, tuple[str | int, ...]]] = []
    if event.part_of:
        links.append((event.part_of, ("part_of",)))
    for name in ("follows", "same_as", "not_same_as"):
        links += [(to, (name, index)) for index, to in enumerate(getattr(event, name))]
    for to, fields in links:
        where = ("events", event.id, *fields)
        if to == event.id:
            message = f"the event names itself in {fields[0]}"
            yield at.problem(where, "reference-self", message)
        elif fields[0] != "not_same_as":
            yield from at.name(to, "event", at.records.events, where)


def _figure(figure: Figure, where: tuple[str | int, ...], at: _Content) -> Iterator[Problem]:
    if figure.indicator is None:
        if not figure.what:
            message = f'the figure "{figure.id}" says neither indicator nor what'
            yield at.problem(where, "figure-what", message, 'Add what: {fr: "…"}.')
        return
    indicators = at.records.indicators
    yield from at.name(figure.indicator, "indicator", indicators, (*where, "indicator"))
    indicator = indicators.get(figure.indicator)
    if indicator and indicator.unit != figure.unit:
        message = f'found the unit "{figure.unit}", but the indicator counts {indicator.unit}'
        yield at.problem((*where, "unit"), "figure-unit", message)


def _sources(at: _Content) -> Iterator[Problem]:
    sources = at.records.sources
    for source in sources.values():
        here = ("sources", source.id)
        if source.digest_of is not None:
            yield from at.name(source.digest_of, "source", sources, (*here, "digest_of"))
            original = sources.get(source.digest_of)
            if original and original.digest_of is not None:
                message = f'found "{source.digest_of}", which is a digest itself'
                yield at.problem((*here, "digest_of"), "digest-chain", message)
        elif source.url is None:
            message = "the source has no address: readers get its page here instead"
            hint = "Add url: if there is one."
            yield _warning(at.problem(here, "source-url", message, hint))


def _places(at: _Content) -> Iterator[Problem]:
    places = at.records.places
    for place in places.values():
        here = ("places", place.id)
        if place.part_of is not None:
            yield from at.name(place.part_of, "place", places, (*here, "part_of"))
        if _lies_in_itself(place.id, at.records):
            message = "the place lies in itself, by way of part_of"
            yield at.problem((*here, "part_of"), "reference-circle", message)
        if (place.latitude is None) is not (place.longitude is None):
            message = "found one coordinate, expected latitude and longitude"
            yield at.problem(here, "coordinates", message)


def _lies_in_itself(start: str, records: Content) -> bool:
    seen: set[str] = set()
    place = records.places.get(start)
    while place and place.part_of and place.part_of not in seen:
        if place.part_of == start:
            return True
        seen.add(place.part_of)
        place = records.places.get(place.part_of)
    return False


def _indicators(at: _Content) -> Iterator[Problem]:
    for indicator in at.records.indicators.values():
        for index, place in enumerate(indicator.places):
            where = ("indicators", indicator.id, "places", index)
            yield from at.name(place, "place", at.records.places, where)


def _disagreements(at: _Content) -> Iterator[Problem]:
    """What sources contradict each other on: nothing to mend, but to be known."""
    for dispute in contradictions(at.records):
        said = [answer.value for answer in dispute.answers if answer.relation is Relation.CONTRARY]
        field = dispute.field.partition(".")[0]
        others = ", ".join(str(value) for value in said)
        message = f"sources contradict the record on {dispute.field}: they say {others}"
        yield _warning(at.problem(("events", dispute.event, field), "sources-disagree", message))
    for figures in figure_disputes(at.records):
        events = ", ".join(event for event, _ in figures.figures)
        message = f"the values for {figures.period} cannot all be true: see {events}"
        where = ("indicators", figures.indicator)
        yield _warning(at.problem(where, "figures-disagree", message))


def _former_ids(at: _Content) -> Iterator[Problem]:
    """An earlier id must redirect to one record only, and to none that has it now."""
    for folder in ("events", "sources", "people", "organisations", "places", "indicators"):
        records = getattr(at.records, folder)
        claimed: dict[str, str] = {}
        for record in records.values():
            for index, former in enumerate(record.formerly):
                owner = former if former in records else claimed.get(former)
                if owner is not None:
                    message = f'found the earlier id "{former}", which belongs to "{owner}"'
                    where = (folder, record.id, "formerly", index)
                    yield at.problem(where, "formerly-taken", message)
                claimed[former] = record.id
