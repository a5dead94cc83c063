"""The pages of people, organisations and places: who or where, and their own timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.exports.site import files_of
from generator.publish.links import record_path
from generator.publish.structured import WIKIDATA, subject_data
from generator.publish.views.cards import YearGroup, group_by_time
from generator.publish.views.company import (
    Companion,
    YearCount,
    view_companions,
    view_roles,
    view_year_counts,
)
from generator.publish.views.facets import FacetView
from generator.publish.views.paging import Pager, cut_pages
from generator.publish.views.prose import Prose, view_prose
from generator.publish.views.whereabouts import (
    Coordinates,
    LocatorView,
    view_coordinates,
    view_locator,
)
from generator.record.model import Organisation, Person, Place, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from generator.publish.edition import Edition, Link, Phrase

Subject = Person | Organisation | Place
_FILTERS = {"people": "person", "organisations": "organisation"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectView:
    """The page of a person, an organisation or a place."""

    id: str
    kind: str
    """people, organisations or places."""
    kind_label: str
    name: Phrase
    names: tuple[Phrase, ...]
    """The name in the other languages."""
    acronym: str
    aliases: tuple[str, ...]
    description: Prose | None
    country: str
    wikidata: str
    """An identifier such as ``Q15031``; empty when there is none that is well formed."""
    part_of: tuple[Link, ...]
    parts: tuple[Link, ...]
    coordinates: Coordinates | None
    locator: LocatorView | None
    groups: tuple[YearGroup, ...]
    """Those of the first page."""
    pager: Pager
    years: tuple[YearCount, ...]
    roles: tuple[str, ...]
    companions: tuple[Companion, ...]
    filter: str
    """Query by which the front page shows these events alone; empty when it cannot."""
    event_count: str
    files: tuple[tuple[str, str], ...]
    """Word and path of what other programs can take."""
    data: Markup
    """JSON-LD."""


def view_further_pages(
    kind: str, subject: Subject, edition: Edition
) -> Iterator[tuple[str, FacetView]]:
    """Yield address and view of the pages after the first one of a long timeline."""
    events = edition.catalogue.by_subject.get(subject.id, ())
    for path, pager, shown in cut_pages(record_path(kind, subject.id), events):
        if pager.number > 1:
            yield (
                path,
                FacetView(
                    title=edition.name(subject.name, subject.id),
                    label=edition.words(f"listing.{kind}"),
                    index=f"{kind}/",
                    event_count=edition.words.count("count.events", len(events)),
                    groups=group_by_time(shown, edition),
                    pager=pager,
                ),
            )


def view_subject(kind: str, subject: Subject, edition: Edition) -> SubjectView:
    """Describe a person, an organisation or a place for its page."""
    words, catalogue = edition.words, edition.catalogue
    events = catalogue.by_subject.get(subject.id, ())
    place = subject if isinstance(subject, Place) else None
    holders = list(catalogue.holders(subject.id))[1:] if place else []
    body = subject if isinstance(subject, Organisation) else None
    label = f"place.{place.kind}" if place else f"subject.{kind}"
    path = record_path(kind, subject.id)
    _, pager, shown = next(iter(cut_pages(path, events)))
    asked = "country" if place and place.kind is PlaceKind.COUNTRY else _FILTERS.get(kind, "")
    return SubjectView(
        id=subject.id,
        kind=kind,
        kind_label=words(label),
        name=edition.name(subject.name, subject.id),
        names=tuple(edition.printed(item) for item in edition.others(subject.name)),
        acronym=edition.phrase(body.acronym).text if body else "",
        aliases=subject.aliases,
        description=view_prose(subject.description, edition),
        country=words.territory(subject.country),
        wikidata=subject.wikidata
        if subject.wikidata and WIKIDATA.fullmatch(subject.wikidata)
        else "",
        part_of=tuple(edition.link("places", ref) for ref in holders),
        parts=tuple(
            edition.link("places", item.id) for item in catalogue.parts.get(subject.id, ())
        ),
        coordinates=view_coordinates(place, words) if place else None,
        locator=view_locator(subject.id, edition) if place else None,
        groups=group_by_time(shown, edition),
        pager=pager,
        years=view_year_counts(path, events, edition),
        roles=view_roles(subject.id, events, edition),
        companions=view_companions(subject.id, events, edition),
        filter=f"?{asked}={subject.id}" if events and asked else "",
        event_count=words.count("count.events", len(events)),
        files=files_of(kind, subject.id, edition),
        data=subject_data(kind, subject, edition),
    )
