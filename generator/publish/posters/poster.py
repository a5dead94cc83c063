"""What a poster says: the date with its certainty, the title, where, how many sources, the site."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.edition import direction
from generator.publish.links import record_path
from generator.publish.views.cards import view_card, year_label
from generator.record.edtf import earliest, latest

if TYPE_CHECKING:
    from generator.publish.edition import Edition
    from generator.record.model import Event

SITE = "poster.png"
MOST_BARS = 60  # columns that can still be told apart at the width of a poster


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """A picture before it is drawn; equal ones have equal bytes."""

    path: str
    """Where it is served, relative to the edition's root."""
    titles: tuple[str, ...]
    """In the page's language, then in others, for whichever the fonts can draw."""
    site: str = ""
    dates: tuple[str, ...] = ()
    """In words, then in figures."""
    note: str = ""
    """What is to be said of the date; empty for a plain known day."""
    shape: str = ""
    """Mark of the date, see `certainty`; empty for none."""
    standing: str = "happened"
    approximate: bool = False
    uncertain: bool = False
    lead: str = ""
    """A sentence below the title."""
    foot: str = ""
    bars: tuple[int, ...] = ()
    """Numbers of events, year by year, for the poster of a whole site."""
    mirrored: bool = False
    """Whether the page is read from right to left."""

    @property
    def alt(self) -> str:
        """Return its words for whoever does not see it."""
        return " – ".join(filter(None, (*self.dates[:1], self.titles[0], self.foot, self.site)))


def poster_path(kind: str, record_id: str) -> str:
    """Return where the poster of a record is served, relative to the edition's root."""
    return f"{record_path(kind, record_id)}{SITE}"


def event_poster(event: Event, edition: Edition) -> Poster:
    """Return what the poster of an event says."""
    card = view_card(event, edition)
    notes = () if card.date.plain else (card.standing_label, card.date.certainty)
    place = card.place.text.text if card.place else ""
    return Poster(
        path=poster_path("events", event.id),
        site=edition.options.site_name,
        titles=(card.title.text, *(phrase.text for phrase in edition.others(event.title))),
        dates=tuple(filter(None, (card.date.text, card.date.machine))),
        note=" – ".join(filter(None, notes)),
        shape=card.date.shape,
        standing=card.date.standing,
        approximate=card.date.approximate,
        uncertain=card.date.uncertain,
        foot=" · ".join(filter(None, (card.type_label, place, card.sources))),
        mirrored=_is_mirrored(edition),
    )


def site_poster(edition: Edition) -> Poster:
    """Return what the poster of a site says: from when to when, about what, how much there is."""
    events = edition.catalogue.events
    days = [earliest(event.date) or latest(event.date) for event in events if event.date]
    years = sorted(day.year for day in days if day)
    ends = [
        year_label(year, edition.words.language) for year in dict.fromkeys(years[:1] + years[-1:])
    ]
    return Poster(
        path=SITE,
        site=edition.options.site_url.partition("://")[2].rstrip("/"),
        titles=(edition.options.site_name,),
        dates=(" – ".join(ends),),
        lead=edition.options.site_description,
        foot=edition.words.count("count.events", len(events)),
        bars=_bars(years),
        mirrored=_is_mirrored(edition),
    )


def _bars(years: list[int]) -> tuple[int, ...]:
    """Return how many events there are in each of at most `MOST_BARS` equal spans of years."""
    if not years:
        return ()
    width = -(-(years[-1] - years[0] + 1) // MOST_BARS)
    counts = Counter((year - years[0]) // width for year in years)
    return tuple(counts[span] for span in range(max(counts) + 1))


def _is_mirrored(edition: Edition) -> bool:
    return direction(edition.words.language) == "rtl"


def find_posters(edition: Edition) -> dict[str, Poster]:
    """Return page → poster; pages that have none of their own share the front page's."""
    events = edition.catalogue.content.events.values()
    own = {record_path("events", event.id): event_poster(event, edition) for event in events}
    return {"": site_poster(edition), **own}
