"""The neutral form of a reading: plain JSON for scoring and for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.extract.names.gazetteer import Kind
from generator.extract.timex.finder import TimexType

if TYPE_CHECKING:
    from generator.extract.events.finder import Candidate
    from generator.extract.figures.finder import FigureMention
    from generator.extract.names.mentions import Mention
    from generator.extract.reading import Reading
    from generator.extract.timex.finder import Timex


def to_json(reading: Reading) -> dict[str, Any]:
    """Return a reading as values that `json.dumps` takes.

    Offsets are code points of the raw file, end exclusive. Keys stand in the order of DESIGN.md.
    Of the time expressions only dates are given, as EDTF; one that the text does not fix is null.
    """
    article = reading.article
    return {
        "file": article.path,
        "article": {
            "title": article.title,
            "publisher": article.publisher,
            "published": article.published.text if article.published else None,
            "language": article.language,
        },
        "events": [_event(reading, event) for event in reading.events],
        "figures": [_figure(reading, figure) for figure in reading.figures],
        "timexes": [_timex(reading, t) for t in reading.timexes if t.type is TimexType.DATE],
        "residue": [_span(reading, span.start, span.end) for span in article.residue],
    }


def _span(reading: Reading, start: int, end: int) -> dict[str, int]:
    raw_start, raw_end = reading.article.to_raw(start, end)
    return {"start": raw_start, "end": raw_end}


def _event(reading: Reading, event: Candidate) -> dict[str, Any]:
    place = event.place
    return {
        "title": event.title,
        "type": event.type.value,
        "date": event.date.text if event.date else None,
        "place": {"country": place.country, "city": place.city} if place else None,
        "participants": [_actor(mention) for mention in event.participants],
        "organisations": [mention.name for mention in event.organisations],
        "event_status": event.status.value,
        "salience": "main" if event.main else "secondary",
        "evidence": [_span(reading, span.start, span.end) for span in event.evidence],
    }


def _actor(mention: Mention) -> str:
    """Return a state as its ISO code, a person as the full name."""
    return mention.country or mention.name if mention.kind is Kind.COUNTRY else mention.name


def _figure(reading: Reading, figure: FigureMention) -> dict[str, Any]:
    return {
        "value": figure.value,
        "unit": figure.unit,
        "currency": figure.currency,
        "period": figure.period.text if figure.period else None,
        "what": figure.what,
        "evidence": _span(reading, figure.start, figure.end),
    }


def _timex(reading: Reading, timex: Timex) -> dict[str, Any]:
    value = timex.edtf.text if timex.edtf else None
    return {**_span(reading, timex.start, timex.end), "text": timex.text, "value": value}
