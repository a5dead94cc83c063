"""Records for machines: schema.org's Event, Person, Organization, Place and Dataset as JSON-LD.

A date is given only where schema.org can say it truly: whole days, or a year and month written as
ISO 8601 allows. An approximate or uncertain one is left out rather than made to look exact.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generator.publish.links import record_path, web_url
from generator.publish.markup import json_for_script, plain_text
from generator.record.edtf import Kind
from generator.record.model import EventStatus, EventType, Place

if TYPE_CHECKING:
    from markupsafe import Markup

    from generator.publish.edition import Edition
    from generator.record.edtf import Edtf
    from generator.record.model import Event, Organisation, Person, Source

WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}")
_TYPES = {"people": "Person", "organisations": "Organization", "places": "Place"}
_STATUS = {
    EventStatus.PLANNED: "EventScheduled",
    EventStatus.ONGOING: "EventScheduled",
    EventStatus.HAPPENED: "EventScheduled",
    EventStatus.POSTPONED: "EventPostponed",
    EventStatus.CANCELLED: "EventCancelled",
}


def event_data(event: Event, edition: Edition) -> Markup:
    """Return the JSON-LD of an event, safe inside a script element."""
    title = edition.phrase(event.title, event.id)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": title.text,
        "inLanguage": title.language or edition.words.language,
        "eventStatus": f"https://schema.org/{_STATUS[event.event_status]}",
        **_dates(event.date),
    }
    data |= _address(record_path("events", event.id), edition)
    if summary := edition.phrase(event.summary).text:
        data["description"] = plain_text(summary)
    if event.place:
        data["location"] = _place(event.place, edition)
    data |= _people(event, edition)
    if articles := [_article(source, edition) for source in _sources(event, edition)]:
        data["subjectOf"] = articles
    return _script(data)


def subject_data(kind: str, subject: Person | Organisation | Place, edition: Edition) -> Markup:
    """Return the JSON-LD of a person, an organisation or a place, safe inside a script element."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        **_named(_TYPES[kind], edition.name(subject.name, subject.id).text, subject.wikidata),
    }
    data |= _address(record_path(kind, subject.id), edition)
    others = [phrase.text for phrase in edition.others(subject.name)]
    if names := [*others, *subject.aliases]:
        data["alternateName"] = names
    if words := edition.phrase(subject.description).text:
        data["description"] = plain_text(words)
    if isinstance(subject, Place):
        data |= _position(subject)
    return _script(data)


def dataset_data(edition: Edition) -> Markup:
    """Return the JSON-LD of all the records as a data set, safe inside a script element."""
    site = edition.options.site_url
    files = (("text/csv", "data/events.csv"), ("application/json", "api/v1/events.json"))
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": edition.options.site_name,
        "description": edition.options.site_description or edition.words("downloads.lead"),
        "inLanguage": edition.words.language,
        "isAccessibleForFree": True,
        "variableMeasured": [kind.value for kind in EventType],
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": form, "contentUrl": site + path}
            for form, path in files
        ],
    }
    return _script(data | _address("data/", edition))


def _address(path: str, edition: Edition) -> dict[str, str]:
    """Return what a page is called: one name in all languages, an address in each."""
    site = edition.options.site_url
    return {"@id": site + path, "url": edition.url(path)} if site else {}


def _script(data: dict[str, Any]) -> Markup:
    return json_for_script(json.dumps(data, ensure_ascii=False, sort_keys=True))


def _sources(event: Event, edition: Edition) -> list[Source]:
    """Return the articles behind an event; a digest of ours stands behind what it retells."""
    known = edition.catalogue.content.sources
    ids = edition.catalogue.sources_of(event)
    return [known[source] for source in ids if source in known]


def _article(source: Source, edition: Edition) -> dict[str, Any]:
    data: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": source.title,
        "inLanguage": source.language,
    }
    if url := web_url(source.url) or edition.url(record_path("sources", source.id)):
        data["url"] = url
    if publisher := source.publisher or source.container_title:
        data["publisher"] = {"@type": "Organization", "name": publisher}
    if source.author:
        data["author"] = {"@type": "Person", "name": source.author}
    if published := _dates(source.issued).get("startDate"):
        data["datePublished"] = published
    return data


def _named(kind: str, name: str, wikidata: str | None) -> dict[str, Any]:
    data = {"@type": kind, "name": name}
    if wikidata and WIKIDATA.fullmatch(wikidata):
        data["sameAs"] = f"http://www.wikidata.org/entity/{wikidata}"
    return data


def _dates(date: Edtf | None) -> dict[str, str]:
    if date is None or date.approximate or date.uncertain or date.kind is Kind.ONE_OF:
        return {}
    if any(sign in date.text for sign in "XY"):
        return {}
    start, _, end = date.text.partition("/")
    found = {"startDate": start, "endDate": end}
    return {name: text for name, text in found.items() if text and text != ".."}


def _place(place_id: str, edition: Edition) -> dict[str, Any]:
    place = edition.catalogue.content.places.get(place_id)
    name = edition.link("places", place_id).text.text
    data = _named("Place", name, place.wikidata if place else None)
    return {**data, **_position(place)} if place else data


def _position(place: Place) -> dict[str, Any]:
    data: dict[str, Any] = {}
    if place.latitude is not None and place.longitude is not None:
        data["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
    if place.country:
        data["address"] = {"@type": "PostalAddress", "addressCountry": place.country}
    return data


def _people(event: Event, edition: Edition) -> dict[str, list[dict[str, Any]]]:
    found = {
        "attendee": [_actor(item.who, edition) for item in event.participants],
        "organizer": [_actor(ref, edition) for ref in event.organisations],
    }
    return {name: actors for name, actors in found.items() if actors}


def _actor(ref: str, edition: Edition) -> dict[str, Any]:
    """Return who takes part: a state acts as an organisation, whatever else it is."""
    found = edition.catalogue.subject(ref)
    kind = "Person" if found and found[0] == "people" else "Organization"
    return _named(kind, edition.subject(ref).text.text, found[1].wikidata if found else None)
