"""A summary of an event in French and English, composed from the parts of its record.

No sentence of an article is in it: what it was, when and where, who took part, which bodies and how
much, each only as far as a passage of the record supports it. A record whose title says all that
has no summary.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.extract.names.words import fold
from generator.extract.wording import at_city, country_name, dated, joined, listed, mended, wording
from generator.record.model import (
    Basis,
    EventStatus,
    EventType,
    Organisation,
    Person,
    Place,
    PlaceKind,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.extract.drafts.registry import Directory
    from generator.extract.wording import Wording
    from generator.record.model import Event, Figure

LANGUAGES = ("fr", "en")
MOST_NAMES = 4  # of a list; the others are counted
MOST_FIGURES = 3
MILLION = 1_000_000  # from which a number is written with a scale word
_SYMBOL = re.compile(r"[A-Za-z]{0,2}[A-Zm²³gk]h?")  # of a unit of measurement: MW, km, t
ATTENDED = frozenset(
    {EventType.SUMMIT, EventType.MEETING, EventType.VISIT, EventType.AGREEMENT, EventType.SPORT}
)
"""Types of events that one takes part in."""
NOT_HELD = (EventStatus.POSTPONED, EventStatus.CANCELLED)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One record in one language."""

    event: Event
    directory: Directory
    language: str
    words: Wording

    @property
    def proved(self) -> frozenset[str]:
        """Return the fields that passages support."""
        return frozenset(name for item in self.event.evidence for name in item.supports)

    def find(self, name: str) -> Person | Organisation | Place | None:
        """Return the record of an id, known or new."""
        content = self.directory.content
        kinds: tuple[Mapping[str, Person | Organisation | Place], ...] = (
            content.people,
            content.organisations,
            content.places,
            self.directory.new,
        )
        return next((kind[name] for kind in kinds if name in kind), None)

    def says(self, name: str) -> bool:
        """Say whether the title has a name already."""
        return any(fold(name) in fold(title) for title in self.event.title.values())


def summaries(event: Event, directory: Directory) -> dict[str, str]:
    """Return the summary of a record by language; empty when its title says all there is.

    Args:
        event: the record with its evidence; its own summary is not read.
        directory: the records that it names.
    """
    made = {}
    for language in LANGUAGES:
        text = _summary(_Sheet(event, directory, language, wording(language)))
        if text:
            made[language] = text
    return made


def _summary(sheet: _Sheet) -> str:
    people = _participants(sheet)
    bodies = _bodies(sheet)
    figures = _figures(sheet)
    place = _place(sheet)
    new = [name for name in (*people, *bodies) if not sheet.says(_bare(name))]
    if not (new or figures or (place and not sheet.says(_place_name(sheet)))):
        return ""
    labels = sheet.words.labels
    actors = labels["participants" if sheet.event.type in ATTENDED else "actors"]
    parts = [_sentence(sheet, place)]
    for names, label in ((people, actors), (bodies, labels["bodies"])):
        if names:
            parts.append(label.format(listed(names, sheet.words, most=MOST_NAMES)))
    if figures:
        parts.append(labels["figures"].format(listed(figures, sheet.words, most=MOST_FIGURES)))
    return " ".join(part for part in parts if part)


def _bare(name: str) -> str:
    """Return a name without its article."""
    return re.sub(r"^(?:l['’]|(?:la|le|les|the) )", "", name)


# ---------------------------------------------------------------------------- what, when, where


def _sentence(sheet: _Sheet, place: str) -> str:
    """Return what took place, or will, when and where; empty where that says nothing."""
    event, words = sheet.event, sheet.words
    what, kind = words.events[event.type.value]
    done = words.states[event.event_status.value][kind]
    if event.event_status is EventStatus.HAPPENED:
        done = words.done.get(event.type.value, done)
    setting = [part for part in (_when(sheet), place) if part]
    if event.type is EventType.OTHER and not setting:
        return ""
    if event.event_status in NOT_HELD:
        planned = " ".join([words.planned_for[kind], *setting]) if setting else ""
        said = [what, f"{planned}," if "," in planned else planned, done]
    else:
        said = [what, done, *setting]
    text = mended(" ".join(part for part in said if part), words)
    return f"{text[:1].upper()}{text[1:]}."


def _when(sheet: _Sheet) -> str:
    event = sheet.event
    inferred = event.dating is not None and event.dating.basis is Basis.INFERRED
    if event.date is None or inferred or "date" not in sheet.proved:
        return ""
    return dated(event.date, sheet.language, sheet.words)


def _place(sheet: _Sheet) -> str:
    """Return where it was, with the word before it and the country of a city."""
    place = sheet.find(sheet.event.place) if sheet.event.place else None
    if not isinstance(place, Place) or "place" not in sheet.proved:
        return ""
    name = _name(place.name, sheet.language)
    if place.kind is PlaceKind.COUNTRY:
        return _country(place, sheet)
    text = at_city(name, sheet.words) if place.kind is PlaceKind.CITY else f"({name})"
    if not place.country:
        return text
    country = country_name(place.country, sheet.language)
    forms = joined(place.country, country, sheet.words)
    return f"{text}, {(forms.at if sheet.words.in_country else forms.the).format(country)}"


def _country(place: Place, sheet: _Sheet) -> str:
    name = _name(place.name, sheet.language, place.country)
    return joined(place.country or "", name, sheet.words).at.format(name)


def _place_name(sheet: _Sheet) -> str:
    place = sheet.find(sheet.event.place or "")
    code = place.country if isinstance(place, Place) and place.kind is PlaceKind.COUNTRY else None
    return _name(place.name, sheet.language, code) if place else ""


def _name(names: Mapping[str, str], language: str, code: str | None = None) -> str:
    """Return a name in a language; that of a country by its code, any other as it is known."""
    if language not in names and code:
        return country_name(code, language)
    return names.get(language) or next(iter(names.values()), "")


# ---------------------------------------------------------------------------- who, how much


def _participants(sheet: _Sheet) -> list[str]:
    """Return who took part: people by their names, states with their articles."""
    found = []
    for participant in sheet.event.participants:
        record = sheet.find(participant.who)
        if record is None or f"participants.{participant.who}" not in sheet.proved:
            continue
        code = record.country if isinstance(record, Place) else None
        name = _name(record.name, sheet.language, code)
        found.append(joined(code, name, sheet.words).the.format(name) if code else name)
    return found


def _bodies(sheet: _Sheet) -> list[str]:
    found = []
    for body in sheet.event.organisations:
        record = sheet.find(body)
        if isinstance(record, Organisation) and f"organisations.{body}" in sheet.proved:
            names = record.acronym if record.acronym.get(sheet.language) else record.name
            found.append(_name(names, sheet.language))
    return found


def _figures(sheet: _Sheet) -> list[str]:
    proved = (f for f in sheet.event.figures if f"figures.{f.id}" in sheet.proved)
    return [text for figure in proved if (text := _figure(figure, sheet))]


def _figure(figure: Figure, sheet: _Sheet) -> str:
    """Return an amount with what it is of; empty where the language has no word for it."""
    from babel.numbers import format_percent, get_currency_name  # noqa: PLC0415 -- for drafts only

    language, unit, words = sheet.language, figure.unit, sheet.words
    what = figure.what.get(language, "")
    aside = f" ({what})" if what else ""
    bound = words.bounds.get(figure.bound.value, "")
    if unit == "percent":
        return bound + format_percent(figure.value / 100, words.percent, locale=language) + aside
    joint = words.scaled if abs(figure.value) >= MILLION else "{} {}"
    if re.fullmatch(r"[A-Z]{3}", unit):
        noun = words.units.get(unit) or get_currency_name(unit, count=2, locale=language)
    elif _SYMBOL.fullmatch(unit):
        noun, joint = unit, "{} {}"
    else:
        noun, aside = _counted(figure, sheet), ""
    if not noun:
        return ""
    return bound + mended(joint.format(_number(figure.value, sheet), noun), words) + aside


def _counted(figure: Figure, sheet: _Sheet) -> str:
    """Return the noun of what is counted, as far as the language has one."""
    what = figure.what.get(sheet.language, "")
    if what and sheet.words.noun_first:
        return what.split()[0]
    return what or sheet.words.units.get(figure.unit, "")


def _number(value: float, sheet: _Sheet) -> str:
    """Return a number as it is written, a large one with its scale word."""
    from babel.numbers import format_compact_decimal, format_decimal  # noqa: PLC0415

    if abs(value) < MILLION:
        return format_decimal(value, locale=sheet.language)
    text = format_compact_decimal(
        value, format_type="long", locale=sheet.language, fraction_digits=2
    )
    return mended(text, sheet.words)
