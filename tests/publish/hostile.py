"""Records whose every text is a payload, and a reader that finds what could run in a page."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

from generator.record.edtf import parse_edtf
from generator.record.model import (
    Basis,
    Content,
    Dating,
    Event,
    Evidence,
    Figure,
    Indicator,
    Organisation,
    Participant,
    Person,
    Place,
    PlaceKind,
    Source,
)

# A public collection, handed to those who work on this project; not part of the repository.
COLLECTION = Path(__file__).parents[3] / "shared/tools/payloads.jsonl"
OWN = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "[x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "<!-- --><b>x",
    "]]><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "zz-timeline-content-zz",
    "\u202eexe.<b>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
)
TAGS = frozenset(
    """
    a abbr article aside b bdi blockquote br button circle code data dd defs details div dl dt
    em figcaption figure form g h1 h2 h3 h4 h5 h6 header hr i input label li line mark nav ol p path
    pattern pre rect script section span strong sub summary sup svg table tbody td text th thead
    time title tr ul
    """.split()  # noqa: SIM905
)
ATTRIBUTES = frozenset(
    """
    action aria-current aria-describedby aria-hidden aria-label aria-labelledby aria-live
    autocapitalize hidden
    autocomplete class cx cy d data-copied data-copy data-facet data-first data-height data-last
    data-level data-list data-order data-reader data-shown data-strip data-top data-turn data-value
    data-version data-waits data-year data-failed data-index data-n data-root dx for inputmode
    pattern size
    datetime dir enterkeyhint fill focusable height href id lang maxlength name overflow
    patterntransform patternunits placeholder preserveaspectratio r rel role rx scope spellcheck
    start tabindex text-anchor title type value viewbox width x x1 x2 y y1 y2
    """.split()  # noqa: SIM905
)


def payloads() -> list[str]:
    """Return our own payloads and, where it is at hand, the collection's."""
    if not COLLECTION.is_file():
        return list(OWN)
    lines = COLLECTION.read_text(encoding="utf-8").splitlines()
    return [*OWN, *(json.loads(line)["text"] for line in lines)]


def hostile_content(texts: list[str]) -> Content:
    """Return a site in which each text stands in every field of one record of each kind."""
    ids = [f"h{number:04d}" for number in range(len(texts))]
    pairs = list(zip(ids, texts, strict=True))
    return Content(
        events={key: _event(key, text) for key, text in pairs},
        sources={key: _source(key, text) for key, text in pairs},
        people={
            key: Person(
                id=key,
                name=_in(text),
                aliases=(text,),
                description=_in(text),
                country=text,
                wikidata=text,
            )
            for key, text in pairs
        },
        organisations={
            f"o-{key}": Organisation(
                id=f"o-{key}",
                name=_in(text),
                acronym=_in(text),
                aliases=(text,),
                description=_in(text),
                country=text,
                wikidata=text,
            )
            for key, text in pairs
        },
        places={
            f"p-{key}": Place(
                id=f"p-{key}",
                name=_in(text),
                kind=PlaceKind.CITY,
                country=text,
                aliases=(text,),
                description=_in(text),
                part_of=text,
                wikidata=text,
                latitude=1.0,
                longitude=2.0,
            )
            for key, text in pairs
        },
        indicators={
            key: Indicator(
                id=key,
                name=_in(text),
                unit=text,
                description=_in(text),
                places=(text,),
                wikidata=text,
            )
            for key, text in pairs
        },
    )


def _in(text: str) -> dict[str, str]:
    return {"fr": text, "en": text, text: text}


def _event(key: str, text: str) -> Event:
    return Event(
        id=key,
        title=_in(text),
        date=parse_edtf("2025-06-16"),
        dating=Dating(basis=Basis.STATED, rule=text, note=_in(text)),
        summary=_in(text),
        note=_in(text),
        place=f"p-{key}",
        participants=(
            Participant(who=key, role=text),
            Participant(who=text, role=text),
            Participant(who=f"o-{key}"),
        ),
        organisations=(f"o-{key}", text),
        series=text,
        part_of=text,
        follows=(text,),
        same_as=(text,),
        not_same_as=(text,),
        figures=tuple(
            Figure(
                id=name,
                value=value,
                unit=text,
                indicator=key,
                what=_in(text),
                period=parse_edtf(period),
            )
            for name, value, period in ((text, 1, "2024"), ("b", 2.5e9, "2025"))
        ),
        evidence=tuple(
            Evidence(
                id=name,
                source=source,
                supports=("date", text, f"figures.{text}"),
                from_=text,
                to=text,
                at=(0, 5),
                hash=text,
                says={"date": text, "place": text, text: text},
            )
            for name, source in (("e1", key), (text, text))
        ),
    )


def _source(key: str, text: str) -> Source:
    return Source(
        id=key,
        title=text,
        language=text or "fr",
        author=text,
        container_title=text,
        publisher=text,
        url=text,
        archive=text,
        rights=text,
        hash=text,
        note=_in(text),
        digest_of=None,
    )


class Inspector(HTMLParser):
    """Collects what a page has no business to have."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.scripts: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(f"<{tag}>")
        self._in_script = tag == "script"
        if self._in_script:
            self.scripts.append("")
            if dict(attrs) != {"type": "application/ld+json"}:
                self.faults.append(f"script {attrs}")
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.faults.append(f"{tag}@{name}")
            scheme = re.match(r"[\s\x00-\x20]*([a-z][a-z0-9+.-]*):", value or "", re.IGNORECASE)
            allowed = ("http", "https", "mailto")
            if name == "href" and scheme and scheme[1].lower() not in allowed:
                self.faults.append(f"href {value}")

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._in_script = False


def faults_of(html: str) -> list[str]:
    """Return what in a page's body could run, load or dress up, or a broken data block."""
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    for script in inspector.scripts:
        json.loads(script)
    return inspector.faults
