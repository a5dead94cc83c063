"""Marked articles: what a careful person found in one, or the extractor, in one and the same form.

A marked article is two files: NAME.txt as it was read, NAME.gold.json with its events, figures and
residue. A gold date, type or place may have alternatives; what the extractor finds has none.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.errors import ArticleError
from generator.extract.article.files import read_text
from generator.extract.names.words import phrase
from generator.extract.span import Span
from generator.record.edtf import Edtf, parse_edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

SUFFIX = ".gold.json"
ALIASES = "aliases.json"


class Site(NamedTuple):
    """Where an event takes place."""

    country: str | None
    """ISO 3166-1 alpha-2."""
    city: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedEvent:
    """One event; of dates, types and places the first is meant, the others are accepted."""

    dates: tuple[Edtf | None, ...]
    types: tuple[str, ...]
    places: tuple[Site | None, ...]
    participants: tuple[str, ...]
    """ISO codes of states, names of people."""
    organisations: tuple[str, ...]
    main: bool
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedFigure:
    """One figure; of periods the first is meant, the others are accepted."""

    value: float
    unit: str
    currency: str | None
    """ISO 4217."""
    periods: tuple[Edtf | None, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """All that was found in one article; spans are code points of its file, end exclusive."""

    events: tuple[MarkedEvent, ...] = ()
    figures: tuple[MarkedFigure, ...] = ()
    residue: tuple[Span, ...] = ()
    neutral: tuple[Span, ...] = ()
    """What counts neither as residue nor as article: byline, caption, repeated title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aliases:
    """Other spellings of names: folded variant → folded usual name."""

    cities: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)
    surnames: Mapping[str, str] = field(default_factory=dict)


def read_gold(path: Path) -> tuple[str, Marking]:
    """Read a marked article.

    Args:
        path: its NAME.txt.

    Returns:
        The text and what is marked in it.

    Raises:
        ArticleError: one of the two files cannot be read, or a mark is wrong.
    """
    text = read_text(path)
    marks = path.with_name(path.name.removesuffix(".txt") + SUFFIX)
    try:
        data = json.loads(read_text(marks))
        _check_quotes(data, text)
        return text, read_marking(data)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ArticleError(str(marks), f"is not marked well: {error!r}") from error


def read_marking(data: Mapping[str, Any]) -> Marking:
    """Read the marks of one article, gold or `neutral.to_json`.

    Raises:
        KeyError, TypeError, ValueError: the JSON has another form.
    """
    return Marking(
        events=tuple(_event(item) for item in data["events"]),
        figures=tuple(_figure(item) for item in data["figures"]),
        residue=_spans(data["residue"]),
        neutral=_spans(data.get("neutral", ())),
    )


def read_aliases(folder: Path) -> Aliases:
    """Read the other spellings that a folder of marked articles lists; none without that file.

    Raises:
        ArticleError: the file cannot be read.
    """
    path = folder / ALIASES
    if not path.is_file():
        return Aliases()
    try:
        data = json.loads(read_text(path))
        surnames = {
            variant: usual.rpartition(" ")[2]
            for variant, usual in _variants(data.get("persons", {})).items()
        }
        return Aliases(
            cities=_variants(data.get("cities", {})),
            organisations=_variants(data.get("organisations", {})),
            surnames=surnames,
        )
    except (AttributeError, TypeError, ValueError) as error:
        raise ArticleError(str(path), f"is no list of spellings: {error!r}") from error


def _variants(listed: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {
        " ".join(phrase(text)): " ".join(phrase(usual))
        for usual, others in listed.items()
        for text in (usual, *others)
    }


def _event(item: Mapping[str, Any]) -> MarkedEvent:
    return MarkedEvent(
        dates=_dates(item, "date"),
        types=(item["type"], *item.get("type_alt", ())),
        places=tuple(_site(place) for place in (item["place"], *item.get("place_alt", ()))),
        participants=tuple(item["participants"]),
        organisations=tuple(item["organisations"]),
        main=item["salience"] == "main",
        evidence=_spans(item["evidence"]),
    )


def _figure(item: Mapping[str, Any]) -> MarkedFigure:
    return MarkedFigure(
        value=float(item["value"]),
        unit=str(item["unit"] or "").casefold(),
        currency=item["currency"],
        periods=_dates(item, "period"),
        evidence=_spans([item["evidence"]]),
    )


def _dates(item: Mapping[str, Any], name: str) -> tuple[Edtf | None, ...]:
    texts = (item[name], *item.get(f"{name}_alt", ()))
    return tuple(None if text is None else parse_edtf(text) for text in texts)


def _site(place: Mapping[str, str | None] | None) -> Site | None:
    return Site(place["country"], place["city"]) if place else None


def _spans(items: Iterable[Mapping[str, int]]) -> tuple[Span, ...]:
    return tuple(Span(item["start"], item["end"]) for item in items)


def _check_quotes(data: Mapping[str, Any], text: str) -> None:
    """Hold what the marks quote against the text: an edited text moves what stands behind."""
    marks = [mark for event in data["events"] for mark in event["evidence"]]
    for mark in (*marks, *(figure["evidence"] for figure in data["figures"])):
        found = text[mark["start"] : mark["end"]]
        if not found or found != mark["quote"]:
            place = f"{mark['start']}-{mark['end']}"
            raise ValueError(f'found "{found}" at {place}, expected "{mark["quote"]}"')
