"""Which column of a table is what: as told, else by the headings that people write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import UsageError
from generator.record.faults import did_you_mean
from generator.record.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Our name of a column → headings that mean it, folded, the likeliest first.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "identifier", "identifiant", "uid"),
    "date": ("date", "when", "quand", "start date", "start", "date de debut", "debut", "datum"),
    "end": ("end", "end date", "fin", "date de fin", "until", "jusqu'a", "jusqu’a", "ende", "to"),
    "year": ("year", "annee", "an", "jahr", "ano"),
    "month": ("month", "mois", "monat", "mes"),
    "day": ("day", "jour", "tag", "dia"),
    "title": (
        *("title", "titre", "headline", "event", "evenement", "name", "nom", "subject", "titel"),
        *("titulo", "what", "quoi"),
    ),
    "text": (
        *("text", "texte", "description", "summary", "resume", "details", "beschreibung", "body"),
        *("descripcion", "notes"),
    ),
    "type": ("type", "kind", "nature", "art", "tipo"),
    "event_status": ("event_status", "event status", "state", "etat"),
    "place": (
        *("place", "lieu", "location", "where", "ou", "venue", "city", "ville", "ort", "lugar"),
    ),
    "country": ("country", "pays", "land", "pais"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "lng", "long"),
    "participants": (
        *("participants", "people", "personnes", "who", "qui", "actors", "acteurs", "person"),
        *("personen", "personas"),
    ),
    "organisations": ("organisations", "organizations", "organisation", "organization"),
    "series": ("series", "serie"),
    "tags": (
        *("tags", "tag", "category", "categories", "categorie", "group", "groupe", "keywords"),
        *("mots-cles", "rubrique", "topic", "topics", "theme", "themes"),
    ),
    "source_urls": (
        *("source_urls", "source url", "url", "link", "links", "lien", "liens", "reference"),
        *("references",),
    ),
    "source_titles": ("source_titles", "source title", "source", "sources", "titre de la source"),
    "source_publishers": ("source_publishers", "publisher", "outlet", "journal", "editeur"),
    "source_dates": ("source_dates", "published", "date de parution"),
}


def map_columns(headings: Iterable[str], told: Mapping[str, str]) -> dict[str, str]:
    """Return our name of a column → its heading.

    Args:
        headings: of the table.
        told: our name → heading, as somebody said; it comes before any guess.

    Raises:
        UsageError: there is no such column of ours or of the table.
    """
    headings = [heading for heading in headings if heading]
    found: dict[str, str] = {}
    for name, heading in told.items():
        if name not in HEADINGS:
            hint = did_you_mean(name, HEADINGS) or f"There are {', '.join(HEADINGS)}."
            raise UsageError(f'--map {name}={heading}: there is no field "{name}". {hint}')
        if heading not in headings:
            hint = did_you_mean(heading, headings) or f"There are {', '.join(headings)}."
            raise UsageError(f'--map {name}={heading}: there is no column "{heading}". {hint}')
        found[name] = heading
    free = {fold(heading).strip(): heading for heading in reversed(headings)}
    for heading in found.values():
        free.pop(fold(heading).strip(), None)
    for name, spellings in HEADINGS.items():
        known = next((each for each in spellings if each in free), None)
        if name not in found and known:
            found[name] = free.pop(known)
    return found
