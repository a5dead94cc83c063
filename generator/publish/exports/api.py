"""The records as JSON files under ``api/v1/``: all, one by one, and by what they have in common.

The promise is in docs/api.md: within ``v1`` an address stays and a field keeps its meaning; fields
may be added. `schema_version` counts those additions.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from generator.publish.exports.days import iso, years_of
from generator.publish.links import passage_url, record_path, web_url
from generator.publish.views.evidence import words_of
from generator.record.edtf import earliest, latest
from generator.record.plain import to_plain
from generator.record.schema import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.publish.edition import Edition
    from generator.record.model import Event, Evidence, Record

API = "api/v1/"
SCHEMA_VERSION = "1.0"
SUBJECTS = ("people", "organisations", "places")


def api_files(edition: Edition, events: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file of the API but its description.

    Args:
        edition: the records.
        events: id → JSON of each event, from `event_texts`.
    """
    yield f"{API}events.json", _listing(events.values(), edition)
    for identifier, text in events.items():
        yield f"{API}events/{identifier}.json", f"{text}\n"
    for folder in KINDS:
        if folder != "events":
            yield from _records(folder, edition)
    briefs = {event.id: _json(_brief(event, edition)) for event in edition.catalogue.events}
    groups = {"years": _by_year, "types": _by_type}
    for name, group in groups.items():
        for key, found in sorted(group(edition.catalogue.events).items()):
            listed = (briefs[event.id] for event in found)
            yield f"{API}{name}/{key}.json", _listing(listed, edition)
    yield f"{API}index.json", _json(_index(edition)) + "\n"


def event_texts(edition: Edition) -> dict[str, str]:
    """Return the JSON of every event, in the order of time: made once, it goes into many files."""
    return {event.id: _json(event_data(event, edition)) for event in edition.catalogue.events}


def event_data(event: Event, edition: Edition) -> dict[str, Any]:
    """Return an event with what is computed of it: its address, its bounds, links to passages."""
    data = record_data("events", event, edition)
    if event.date:
        data["date_bounds"] = _bounds(event)
    for item, evidence in zip(data.get("evidence", ()), event.evidence, strict=False):
        if link := _passage(evidence, edition):
            item["url"] = link
    return data


def record_data(folder: str, record: Record, edition: Edition) -> dict[str, Any]:
    """Return any record with the address of its page."""
    plain = to_plain(record)
    plain.pop("generated", None)  # the extractor's own note, of no use to others
    url = edition.options.site_url + record_path(folder, record.id)
    return {"id": plain.pop("id"), "page": url, **plain}


def _bounds(event: Event) -> dict[str, str | None]:
    assert event.date is not None  # noqa: S101 -- the caller has looked
    first, last = earliest(event.date), latest(event.date)
    return {"earliest": iso(first), "latest": iso(last)}


def _passage(evidence: Evidence, edition: Edition) -> str:
    source = edition.catalogue.content.sources.get(evidence.source)
    url = web_url(source.url) if source else ""
    if not url:
        url = edition.options.site_url + record_path("sources", evidence.source)
    return passage_url(url, words_of(evidence))


def _records(folder: str, edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the list of one kind of record, and each of them with its events."""
    records = getattr(edition.catalogue.content, folder)
    items = [record_data(folder, record, edition) for record in records.values()]
    yield f"{API}{folder}.json", _listing(map(_json, items), edition)
    for data in items:
        events = [_brief(event, edition) for event in _events_of(folder, data["id"], edition)]
        yield f"{API}{folder}/{data['id']}.json", _json({**data, "events": events}) + "\n"


def _events_of(folder: str, identifier: str, edition: Edition) -> list[Event]:
    catalogue = edition.catalogue
    if folder in SUBJECTS:
        return list(catalogue.by_subject.get(identifier, ()))
    pairs = catalogue.by_source if folder == "sources" else catalogue.by_indicator
    found = {event.id: event for event, _ in pairs.get(identifier, ())}
    return [event for event in found.values() if event.id in catalogue.position]


def _by_year(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Return the events of each year that they can fall in."""
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        years = [f"{year:05}" if year < 0 else f"{year:04}" for year in years_of(event.date)]
        for year in years or ["undated"]:
            found[year].append(event)
    return found


def _by_type(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[event.type.value].append(event)
    return found


def _brief(event: Event, edition: Edition) -> dict[str, Any]:
    """Return what a list needs of an event, and where the rest is."""
    site = edition.options.site_url
    brief = {
        "id": event.id,
        "title": dict(event.title),
        "date": event.date.text if event.date else None,
        "type": event.type.value,
        "event_status": event.event_status.value,
        "status": event.status.value,
        "page": site + record_path("events", event.id),
        "api": f"{site}{API}events/{event.id}.json",
    }
    return {key: value for key, value in brief.items() if value is not None}


def _index(edition: Edition) -> dict[str, Any]:
    site = edition.options.site_url
    content = edition.catalogue.content
    totals = {folder: len(getattr(content, folder)) for folder in KINDS}
    totals["events"] = len(edition.catalogue.events)
    return {
        "schema_version": SCHEMA_VERSION,
        "name": edition.options.site_name,
        "home": site,
        "openapi": f"{site}{API}openapi.json",
        "totals": totals,
        "lists": {folder: f"{site}{API}{folder}.json" for folder in KINDS},
        "years": sorted(_by_year(edition.catalogue.events)),
        "types": sorted(_by_type(edition.catalogue.events)),
        "downloads": f"{site}data/datapackage.json",
    }


def _listing(items: Iterable[str], edition: Edition) -> str:
    """Return a list of records that are JSON already."""
    listed = list(items)
    head = {"schema_version": SCHEMA_VERSION, "name": edition.options.site_name}
    before = _json({**head, "total": len(listed)})[:-1]
    return f'{before},"items":[{",".join(listed)}]}}\n'


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
