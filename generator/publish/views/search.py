"""The page of the search: where results are shown, and without scripts every list there is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.edition import Link, Phrase
from generator.publish.search_index import KINDS
from generator.publish.views.cards import year_label, year_path
from generator.record.edtf import earliest, latest

if TYPE_CHECKING:
    from generator.publish.edition import Edition
    from generator.record.model import Event

SEARCH = "search/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A list that leads on, and how much is in it."""

    link: Link
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The page of the search."""

    title: str
    lead: str
    lists: tuple[Way, ...]
    years: tuple[Way, ...]


def view_search(edition: Edition) -> SearchView:
    """Describe the page of the search: the same for every query, which only scripts answer."""
    words, catalogue = edition.words, edition.catalogue
    chronology = Link(text=Phrase(text=words("search-page.everything")), path="events/")
    lists = [Way(link=chronology, count=words.count("count.events", len(catalogue.events)))]
    lists += [
        Way(
            link=Link(text=Phrase(text=words(f"found.{kind}")), path=f"{kind}/"),
            count=words.count(f"count.{kind}", len(getattr(catalogue.content, kind))),
        )
        for kind in KINDS[1:]
    ]
    years = Counter(filter(None, map(_year, catalogue.events)))
    return SearchView(
        title=words("search-page.title"),
        lead=words("search-page.lead"),
        lists=tuple(lists),
        years=tuple(
            Way(
                link=Link(text=Phrase(text=year_label(year, words.language)), path=year_path(year)),
                count=words.count("count.events", number),
            )
            for year, number in sorted(years.items(), reverse=True)
        ),
    )


def _year(event: Event) -> int | None:
    day = (earliest(event.date) or latest(event.date)) if event.date else None
    return day.year if day else None
