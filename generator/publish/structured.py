"""An event for machines: schema.org's Event as JSON-LD.

A date is given only where schema.org can say it truly: whole days, or a year and month written as
ISO 8601 allows. An approximate or uncertain one is left out rather than made to look exact.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.publish.links import record_path, web_url
from generator.publish.markup import json_for_script, plain_text
from generator.record.edtf import Kind
from generator.record.model import EventStatus

if TYPE_CHECKING:
    from markupsafe import Markup

    from generator.publish.edition import Edition
    from generator.record.edtf import Edtf
    from generator.record.model import Event

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
    if site := edition.options.site_url:
        data["@id"] = data["url"] = site + record_path("events", event.id)
    if summary := edition.phrase(event.summary).text:
        data["description"] = plain_text(summary)
    if event.place:
        data["location"] = _place(event.place, edition)
    data |= _people(event, edition)
    sources = (edition.catalogue.content.sources.get(item.source) for item in event.evidence)
    urls = dict.fromkeys(web_url(source.url) for source in sources if source)
    if cited := [url for url in urls if url]:
        data["citation"] = cited
    return json_for_script(json.dumps(data, ensure_ascii=False, sort_keys=True))


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
    data: dict[str, Any] = {"@type": "Place", "name": edition.link("places", place_id).text.text}
    if place and place.latitude is not None and place.longitude is not None:
        data["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
    if place and place.country:
        data["address"] = {"@type": "PostalAddress", "addressCountry": place.country}
    return data


def _people(event: Event, edition: Edition) -> dict[str, list[dict[str, str]]]:
    attendees = []
    for item in event.participants:
        kind = "Person" if item.who in edition.catalogue.content.people else "Organization"
        attendees.append({"@type": kind, "name": edition.subject(item.who).text.text})
    organisers = [
        {"@type": "Organization", "name": edition.subject(ref).text.text}
        for ref in event.organisations
    ]
    found = {"attendee": attendees, "organizer": organisers}
    return {name: people for name, people in found.items() if people}
