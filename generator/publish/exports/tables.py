"""Everything for a spreadsheet or a notebook: CSV and JSON Lines, described as a data package.

Source: Frictionless Data Package 1.0. A cell that a spreadsheet would run as a formula gets an
apostrophe before it; JSON has the text as it is.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from generator.publish.exports.api import record_data
from generator.publish.exports.days import iso
from generator.publish.links import record_path
from generator.record.edtf import earliest, latest
from generator.record.escapes import escape_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.publish.edition import Edition

DATA = "data/"

_COLUMNS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "events": (
        ("id", "string", "Identifier; stays"),
        ("date", "string", "EDTF date, as precise as the sources"),
        ("earliest", "string", "First day that it can have been, ISO 8601"),
        ("latest", "string", "Last day that it can have been, ISO 8601"),
        ("title", "string", "Title in the site's language, else in another"),
        ("type", "string", "Kind of event"),
        ("event_status", "string", "planned, ongoing, happened, postponed or cancelled"),
        ("status", "string", "draft, reviewed or disputed"),
        ("place", "string", "Identifier of the place"),
        ("place_name", "string", "Its name"),
        ("country", "string", "ISO 3166-1 alpha-2 of the place"),
        ("participants", "string", "Identifiers, separated by spaces"),
        ("organisations", "string", "Identifiers, separated by spaces"),
        ("series", "string", "Series that it is an edition of"),
        ("sources", "integer", "Number of sources, a digest counting as what it retells"),
        ("page", "string", "Address of its page"),
    ),
    "evidence": (
        ("event", "string", "Identifier of the event"),
        ("id", "string", "Identifier of the passage within the event"),
        ("source", "string", "Identifier of the source"),
        ("supports", "string", "Fields that it proves, separated by spaces"),
        ("from", "string", "First words of the passage"),
        ("to", "string", "Last words of the passage"),
        ("start", "integer", "First code point in the normalised text"),
        ("end", "integer", "Exclusive"),
        ("hash", "string", "SHA-256 of the normalised passage, 16 hexadecimal digits"),
    ),
    "figures": (
        ("event", "string", "Identifier of the event"),
        ("id", "string", "Identifier of the figure within the event"),
        ("indicator", "string", "Identifier of the series"),
        ("value", "number", "Fully scaled"),
        ("unit", "string", "ISO 4217 for money, else what is counted"),
        ("bound", "string", "exactly, about, more-than or less-than"),
        ("period", "string", "EDTF date that it refers to"),
    ),
    "sources": (
        ("id", "string", "Identifier; stays"),
        ("title", "string", "Title of the article"),
        ("author", "string", "Author"),
        ("publisher", "string", "Publisher"),
        ("issued", "string", "EDTF date of publication"),
        ("language", "string", "BCP 47"),
        ("url", "string", "Address of the article"),
        ("archive", "string", "Address of an archived copy"),
        ("hash", "string", "SHA-256 of the normalised text, 16 hexadecimal digits"),
        ("page", "string", "Address of its page"),
    ),
}
_KEYS = {
    "events": ["id"],
    "evidence": ["event", "id"],
    "figures": ["event", "id"],
    "sources": ["id"],
}
_POINTS = {
    "evidence": (("event", "events"), ("source", "sources")),
    "figures": (("event", "events"),),
}


def table_files(edition: Edition, events: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file for download.

    Args:
        edition: the records.
        events: id → JSON of each event, from `api.event_texts`.
    """
    for name, columns in _COLUMNS.items():
        yield f"{DATA}{name}.csv", _csv([c[0] for c in columns], _ROWS[name](edition))
    yield f"{DATA}events.jsonl", "".join(f"{text}\n" for text in events.values())
    sources = edition.catalogue.content.sources.values()
    yield f"{DATA}sources.jsonl", _lines(record_data("sources", s, edition) for s in sources)
    yield (
        f"{DATA}datapackage.json",
        json.dumps(_package(edition), ensure_ascii=False, indent=1) + "\n",
    )


def _csv(columns: list[str], rows: Iterable[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:  # noqa: ANN401 -- a text, a number or nothing
    """Return a value that no spreadsheet runs."""
    return escape_cell(value) if isinstance(value, str) else value


def _lines(items: Iterable[dict[str, Any]]) -> str:
    return "".join(f"{json.dumps(item, ensure_ascii=False)}\n" for item in items)


def _events(edition: Edition) -> Iterator[dict[str, Any]]:
    for event in edition.catalogue.events:
        place = edition.catalogue.content.places.get(event.place or "")
        first = earliest(event.date) if event.date else None
        last = latest(event.date) if event.date else None
        yield {
            "id": event.id,
            "date": event.date.text if event.date else None,
            "earliest": iso(first),
            "latest": iso(last),
            "title": edition.phrase(event.title, event.id).text,
            "type": event.type.value,
            "event_status": event.event_status.value,
            "status": event.status.value,
            "place": event.place,
            "place_name": edition.link("places", event.place).text.text if event.place else None,
            "country": place.country if place else None,
            "participants": " ".join(item.who for item in event.participants),
            "organisations": " ".join(event.organisations),
            "series": event.series,
            "sources": len(edition.catalogue.sources_of(event)),
            "page": edition.options.site_url + record_path("events", event.id),
        }


def _evidence(edition: Edition) -> Iterator[dict[str, Any]]:
    for event in edition.catalogue.events:
        for item in event.evidence:
            yield {
                "event": event.id,
                "id": item.id,
                "source": item.source,
                "supports": " ".join(item.supports),
                "from": item.from_,
                "to": item.to,
                "start": item.at[0],
                "end": item.at[1],
                "hash": item.hash,
            }


def _figures(edition: Edition) -> Iterator[dict[str, Any]]:
    for event in edition.catalogue.events:
        for figure in event.figures:
            yield {
                "event": event.id,
                "id": figure.id,
                "indicator": figure.indicator,
                "value": figure.value,
                "unit": figure.unit,
                "bound": figure.bound.value,
                "period": figure.period.text if figure.period else None,
            }


def _sources(edition: Edition) -> Iterator[dict[str, Any]]:
    for source in edition.catalogue.content.sources.values():
        row = {name: getattr(source, name, None) for name, _, _ in _COLUMNS["sources"]}
        row["issued"] = source.issued.text if source.issued else None
        row["page"] = edition.options.site_url + record_path("sources", source.id)
        yield row


_ROWS = {"events": _events, "evidence": _evidence, "figures": _figures, "sources": _sources}


def _package(edition: Edition) -> dict[str, Any]:
    package = {
        "profile": "tabular-data-package",
        "name": "timeline",
        "title": edition.options.site_name,
        "description": edition.options.site_description,
        "homepage": edition.options.site_url,
        "resources": [_resource(name, columns) for name, columns in _COLUMNS.items()],
    }
    return {name: value for name, value in package.items() if value}


def _resource(name: str, columns: tuple[tuple[str, str, str], ...]) -> dict[str, Any]:
    links = [
        {"fields": field, "reference": {"resource": resource, "fields": "id"}}
        for field, resource in _POINTS.get(name, ())
    ]
    schema: dict[str, Any] = {
        "fields": [{"name": n, "type": kind, "description": about} for n, kind, about in columns],
        "primaryKey": _KEYS[name],
    }
    if links:
        schema["foreignKeys"] = links
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
