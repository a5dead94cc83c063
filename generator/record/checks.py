"""What only all records together can tell: names that lead nowhere, two of a kind, missing proof.

What one file tells on its own is in `schema.py`. `timeline check` and the site's build run both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from generator.errors import Problem
from generator.record.faults import did_you_mean
from generator.record.model import Content, ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.record.model import Event


class Locator(Protocol):
    """Finds the place of a field: path of the file, line, column."""

    def __call__(self, folder: str, record_id: str, *fields: str | int) -> tuple[str, int, int]:
        """Return the place of the innermost of the fields that is there."""


Check = "Callable[[Content, Locator], Iterator[Problem]]"


def check_content(content: Content, locate: Locator) -> tuple[Problem, ...]:
    """Return every problem between records.

    Args:
        content: all records that could be read.
        locate: finds the line of a field; called only for problems.
    """
    checks = (_names, _events, _sources, _places, _indicators, _former_ids)
    return tuple(problem for check in checks for problem in check(content, locate))


def _problem(
    place: tuple[str, int, int], code: str, message: str, hint: str = "", severity: str = "error"
) -> Problem:
    path, line, column = place
    return Problem(
        path=path,
        line=line,
        column=column,
        code=code,
        message=message,
        hint=hint,
        severity=severity,
    )


def _unknown(
    place: tuple[str, int, int], found: str, what: str, choices: Collection[str]
) -> Problem:
    message = f'found "{found}", which is no {what}'
    folder = {"person, organisation or place": "people/"}.get(what, f"{what}s/")
    hint = did_you_mean(found, choices) or f"Add content/{folder}{found}.yml."
    return _problem(place, "reference-unknown", message, hint)


def _names(content: Content, locate: Locator) -> Iterator[Problem]:
    """People, organisations and places share their ids: `who` names any of them."""
    taken: dict[str, str] = {}
    for folder in ("people", "organisations", "places"):
        for record_id in getattr(content, folder):
            if record_id in taken:
                message = f'found the id "{record_id}", which is in {taken[record_id]}/ already'
                yield _problem(locate(folder, record_id), "id-duplicate", message)
            taken.setdefault(record_id, folder)


def _events(content: Content, locate: Locator) -> Iterator[Problem]:
    actors = (*content.people, *content.organisations, *content.places)
    for event in content.events.values():
        here = event.id
        if event.place and event.place not in content.places:
            place = locate("events", here, "place")
            yield _unknown(place, event.place, "place", content.places)
        for index, participant in enumerate(event.participants):
            if participant.who not in actors:
                place = locate("events", here, "participants", index, "who")
                yield _unknown(place, participant.who, "person, organisation or place", actors)
        for index, organisation in enumerate(event.organisations):
            if organisation not in content.organisations:
                place = locate("events", here, "organisations", index)
                yield _unknown(place, organisation, "organisation", content.organisations)
        yield from _links(event, content, locate)
        yield from _figures(event, content, locate)
        yield from _evidence(event, content, locate)


def _links(event: Event, content: Content, locate: Locator) -> Iterator[Problem]:
    links: list[tuple[str, str, tuple[str | int, ...]]] = []
    if event.part_of:
        links.append(("part_of", event.part_of, ("part_of",)))
    for name in ("follows", "same_as", "not_same_as"):
        links += [(name, to, (name, index)) for index, to in enumerate(getattr(event, name))]
    for name, to, fields in links:
        place = locate("events", event.id, *fields)
        if to == event.id:
            yield _problem(place, "reference-self", f"the event names itself in {name}")
        elif to not in content.events and name != "not_same_as":
            yield _unknown(place, to, "event", content.events)


def _figures(event: Event, content: Content, locate: Locator) -> Iterator[Problem]:
    for index, figure in enumerate(event.figures):
        place = locate("events", event.id, "figures", index)
        if figure.indicator is None:
            if not figure.what:
                message = f'the figure "{figure.id}" says neither indicator nor what'
                yield _problem(place, "figure-what", message, 'Add what: {fr: "…"}.')
            continue
        indicator = content.indicators.get(figure.indicator)
        if indicator is None:
            named = locate("events", event.id, "figures", index, "indicator")
            yield _unknown(named, figure.indicator, "indicator", content.indicators)
        elif indicator.unit != figure.unit:
            message = f'found the unit "{figure.unit}", but the indicator counts {indicator.unit}'
            yield _problem(place, "figure-unit", message)


def _evidence(event: Event, content: Content, locate: Locator) -> Iterator[Problem]:
    for index, item in enumerate(event.evidence):
        if item.source not in content.sources:
            place = locate("events", event.id, "evidence", index, "source")
            yield _unknown(place, item.source, "source", content.sources)
    if not event.evidence and event.status is ReviewStatus.DRAFT:
        message = "the draft has no evidence yet"
        yield _problem(locate("events", event.id), "evidence-missing", message, "", "warning")


def _sources(content: Content, locate: Locator) -> Iterator[Problem]:
    for source in content.sources.values():
        if source.digest_of is not None:
            original = content.sources.get(source.digest_of)
            place = locate("sources", source.id, "digest_of")
            if original is None:
                yield _unknown(place, source.digest_of, "source", content.sources)
            elif original.digest_of is not None:
                message = f'found "{source.digest_of}", which is a digest itself'
                yield _problem(place, "digest-chain", message)
        elif source.url is None:
            message = "the source has no address: readers get its page here instead"
            place = locate("sources", source.id)
            yield _problem(place, "source-url", message, "Add url: if there is one.", "warning")


def _places(content: Content, locate: Locator) -> Iterator[Problem]:
    for place in content.places.values():
        if place.part_of is not None and place.part_of not in content.places:
            where = locate("places", place.id, "part_of")
            yield _unknown(where, place.part_of, "place", content.places)
        elif _runs_in_a_circle(place.id, content):
            message = "the place lies in itself, by way of part_of"
            yield _problem(locate("places", place.id, "part_of"), "reference-circle", message)
        if (place.latitude is None) is not (place.longitude is None):
            message = "found one coordinate, expected latitude and longitude"
            yield _problem(locate("places", place.id), "coordinates", message)


def _runs_in_a_circle(start: str, content: Content) -> bool:
    seen, current = {start}, content.places[start].part_of
    while current in content.places and current is not None:
        if current in seen:
            return current == start
        seen.add(current)
        current = content.places[current].part_of
    return False


def _indicators(content: Content, locate: Locator) -> Iterator[Problem]:
    for indicator in content.indicators.values():
        for index, place in enumerate(indicator.places):
            if place not in content.places:
                where = locate("indicators", indicator.id, "places", index)
                yield _unknown(where, place, "place", content.places)


def _former_ids(content: Content, locate: Locator) -> Iterator[Problem]:
    """An earlier id must redirect to one record only, and to none that has it now."""
    for folder in ("events", "sources", "people", "organisations", "places", "indicators"):
        records = getattr(content, folder)
        claimed: dict[str, str] = {}
        for record in records.values():
            for index, former in enumerate(record.formerly):
                owner = former if former in records else claimed.get(former)
                if owner is not None:
                    message = f'found the earlier id "{former}", which belongs to "{owner}"'
                    place = locate(folder, record.id, "formerly", index)
                    yield _problem(place, "formerly-taken", message)
                claimed[former] = record.id
