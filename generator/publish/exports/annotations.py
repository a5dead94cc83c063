"""The evidence as W3C Web Annotations: which words of which article prove which statement.

Source: W3C Web Annotation Data Model (2017). A passage is a RangeSelector from its first to its
last words, as TextQuoteSelectors; the position is of our normalised text, whose rules are named.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.publish.links import record_path, web_url

if TYPE_CHECKING:
    from generator.publish.edition import Edition
    from generator.record.model import Event, Evidence

PATH = "data/annotations.jsonld"


def annotation_page(edition: Edition) -> str:
    """Return all pieces of evidence as one annotation page."""
    site = edition.options.site_url
    items = [
        _annotation(event, evidence, edition)
        for event in edition.catalogue.events
        for evidence in event.evidence
    ]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{site}{PATH}",
        "type": "AnnotationPage",
        "items": items,
    }
    return json.dumps(page, ensure_ascii=False, separators=(",", ":")) + "\n"


def _annotation(event: Event, evidence: Evidence, edition: Edition) -> dict[str, Any]:
    page = edition.options.site_url + record_path("events", event.id)
    return {
        "id": f"{page}#{evidence.id}",
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {"type": "SpecificResource", "source": page, "purpose": "linking"},
            {"type": "TextualBody", "value": ", ".join(evidence.supports), "purpose": "describing"},
        ],
        "target": {
            "source": _source(evidence, edition),
            "selector": {
                "type": "RangeSelector",
                "startSelector": _quote(evidence.from_, prefix=evidence.prefix),
                "endSelector": _quote(evidence.to, suffix=evidence.suffix),
                "refinedBy": {
                    "type": "TextPositionSelector",
                    "start": evidence.at[0],
                    "end": evidence.at[1],
                },
            },
        },
    }


def _quote(words: str, **around: str | None) -> dict[str, str]:
    known = {name: text for name, text in around.items() if text}
    return {"type": "TextQuoteSelector", "exact": words, **known}


def _source(evidence: Evidence, edition: Edition) -> str:
    source = edition.catalogue.content.sources.get(evidence.source)
    url = web_url(source.url) if source else ""
    return url or edition.options.site_url + record_path("sources", evidence.source)
