"""Every file of the site that is for programs: what it is called and what it says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.publish.changes import describe
from generator.publish.exports.annotations import PATH, annotation_page
from generator.publish.exports.api import API, api_files, event_texts
from generator.publish.exports.calendar import calendar, entry, is_exact
from generator.publish.exports.feeds import MOST, Entry, Feed, atom, json_feed
from generator.publish.exports.moments import moments
from generator.publish.exports.openapi import openapi
from generator.publish.exports.tables import table_files
from generator.publish.links import record_path
from generator.publish.references.files import reference_files
from generator.record.edtf import display
from generator.record.model import EventType
from generator.record.schema import KINDS, json_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.publish.edition import Edition
    from generator.publish.exports.moments import Moments
    from generator.publish.revisions import Correction
    from generator.record.model import Event

FEEDS = "feeds/"
CALENDARS = "calendars/"
NEW, CORRECTED = f"{FEEDS}events", f"{FEEDS}corrections"


def export_files(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the path, relative to the site's root, and the text of each file of an edition.

    Feeds, calendars and references speak the language of the edition and are in its folder. The
    API and the tables have all languages at once, so that only the main edition writes them. Feeds
    and calendars need addresses that are true anywhere: a site that does not know its own has none.
    """
    folder = edition.options.folder
    if not folder:
        yield from _shared_files(edition)
    if edition.options.site_url:
        for path, text in (*_feeds(edition), *_calendars(edition)):
            yield folder + path, text
    for path, text in reference_files(edition):
        yield folder + path, text


def _shared_files(edition: Edition) -> Iterator[tuple[str, str]]:
    events = event_texts(edition)
    yield from api_files(edition, events)
    described = json.dumps(openapi(edition), ensure_ascii=False, indent=1)
    yield f"{API}openapi.json", f"{described}\n"
    for kind in KINDS.values():
        schema = json.dumps(json_schema(kind), ensure_ascii=False, indent=1)
        yield f"{API}schemas/{kind.name}.schema.json", f"{schema}\n"
    yield from table_files(edition, events)
    yield PATH, annotation_page(edition)


def calendar_path(folder: str, identifier: str) -> str:
    """Return where the calendar of a type, a person, an organisation or a place is."""
    return f"{CALENDARS}{folder}/{identifier}.ics"


def files_of(folder: str, identifier: str, edition: Edition) -> tuple[tuple[str, str], ...]:
    """Return the word for each file about one record and its path from the site's root."""
    options = edition.options
    if not options.exports:
        return ()
    files = [("data", f"{API}{folder}/{identifier}.json")]
    catalogue = edition.catalogue
    events = catalogue.by_subject.get(identifier, ())
    if folder == "events":
        if identifier not in catalogue.position:  # withdrawn
            return ()
        events = (catalogue.content.events[identifier],)
    if options.site_url and any(event.date and is_exact(event.date) for event in events):
        files.insert(0, ("subscribe", options.folder + calendar_path(folder, identifier)))
    return tuple(files)


# ---------------------------------------------------------------------------- feeds


def _feeds(edition: Edition) -> Iterator[tuple[str, str]]:
    timed = [(moments(event, edition), event) for event in edition.catalogue.events]
    newest = sorted(timed, key=lambda pair: (pair[0].added, pair[1].id), reverse=True)[:MOST]
    shown = edition.catalogue.position
    corrected = [each for each in edition.options.corrections if each.new.id in shown]
    title = edition.words("export.corrections", site=edition.options.site_name)
    for feed in (
        _feed(
            NEW,
            edition.options.site_name,
            [_new(event, when, edition) for when, event in newest],
            edition,
        ),
        _feed(CORRECTED, title, [_corrected(each, edition) for each in corrected], edition),
    ):
        path = feed.url.removeprefix(edition.url(""))
        yield f"{path}.xml", atom(feed)
        yield f"{path}.json", json_feed(feed)


def _feed(path: str, title: str, entries: Iterable[Entry], edition: Edition) -> Feed:
    url = edition.url(path)
    return Feed(
        id=url,
        title=title,
        home=edition.url(""),
        url=url,
        language=edition.words.language,
        entries=tuple(entries),
    )


def _new(event: Event, when: Moments, edition: Edition) -> Entry:
    url = edition.url(record_path("events", event.id))
    date = display(event.date, edition.words.language) if event.date else ""
    summary = edition.lead(event.summary).text
    return Entry(
        id=url,
        url=url,
        title=edition.name(event.title, event.id).text,
        summary=" — ".join(filter(None, (date, summary))),
        published=when.added,
        updated=when.changed,
        tags=(edition.words.label("type", event.type),),
    )


def _corrected(correction: Correction, edition: Edition) -> Entry:
    """Return one change of an event: what it was and what it is now, in words."""
    event, change = correction.new, correction.change
    url = edition.url(record_path("events", event.id))
    return Entry(
        id=f"{url}#{change.commit}",
        url=url,
        title=edition.name(event.title, event.id).text,
        summary="\n".join(describe(correction.old, event, edition)) or change.subject,
        published=change.when,
        updated=change.when,
    )


# ---------------------------------------------------------------------------- calendars


def _calendars(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the calendars of all, of each event, type, person, organisation and place."""
    catalogue, site = edition.catalogue, edition.options.site_name
    entries = {event.id: entry(event, edition) for event in catalogue.events}
    language = edition.words.language

    def of(events: Iterable[Event]) -> list[str]:
        return [entries[event.id] for event in events if entries[event.id]]

    def named(name: str) -> str:
        return f"{name} – {site}"

    yield f"{CALENDARS}all.ics", calendar(site, of(catalogue.events), language)
    whole = [entry(event, edition, approximate=True) for event in catalogue.events]
    yield f"{CALENDARS}all-approximate.ics", calendar(site, filter(None, whole), language)
    for kind in EventType:
        found = of(event for event in catalogue.events if event.type is kind)
        if found:
            name = named(edition.words.label("type", kind))
            yield calendar_path("types", kind), calendar(name, found, language)
    for folder in ("people", "organisations", "places"):
        for identifier in getattr(catalogue.content, folder):
            found = of(catalogue.by_subject.get(identifier, ()))
            if found:
                name = named(edition.link(folder, identifier).text.text)
                yield calendar_path(folder, identifier), calendar(name, found, language)
    for event in catalogue.events:
        if entries[event.id]:
            name = edition.name(event.title, event.id).text
            text = calendar(name, [entries[event.id]], language)
            yield calendar_path("events", event.id), text
