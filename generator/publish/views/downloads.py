"""The page of what other programs can take from the site, with examples to copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.exports.api import API
from generator.publish.exports.site import CALENDARS, CORRECTED, NEW
from generator.publish.exports.tables import DATA
from generator.publish.structured import dataset_data

if TYPE_CHECKING:
    from markupsafe import Markup

    from generator.publish.edition import Edition

GROUPS: dict[str, tuple[tuple[str, str], ...]] = {
    "follow": (
        ("new", f"{NEW}.xml"),
        ("new_json", f"{NEW}.json"),
        ("corrections", f"{CORRECTED}.xml"),
        ("corrections_json", f"{CORRECTED}.json"),
        ("calendar", f"{CALENDARS}all.ics"),
        ("calendar_approximate", f"{CALENDARS}all-approximate.ics"),
    ),
    "tables": (
        ("events", f"{DATA}events.csv"),
        ("evidence", f"{DATA}evidence.csv"),
        ("figures", f"{DATA}figures.csv"),
        ("sources", f"{DATA}sources.csv"),
        ("events_lines", f"{DATA}events.jsonl"),
        ("sources_lines", f"{DATA}sources.jsonl"),
        ("package", f"{DATA}datapackage.json"),
        ("annotations", f"{DATA}annotations.jsonld"),
    ),
    "api": (
        ("index", f"{API}index.json"),
        ("all", f"{API}events.json"),
        ("openapi", f"{API}openapi.json"),
    ),
}
"""Heading → name of a file in the words, and its path; feeds and calendars need an address."""

EXAMPLES = {
    "curl": 'curl -s "{site}api/v1/events.json"',
    "python": """\
import json
from urllib.request import urlopen

with urlopen("{site}api/v1/events.json") as answer:
    events = json.load(answer)["items"]

for event in events:
    words = [(proof["from"], proof["to"]) for proof in event.get("evidence", [])]
    print(event.get("date"), event["id"], words[:1])
""",
    "javascript": """\
const answer = await fetch("{site}api/v1/types/summit.json");
const {{ items }} = await answer.json();
console.log(items.map((event) => `${{event.date}} ${{event.id}}`).join("\\n"));
""",
}
"""Language → what to copy; the address of the site stands for ``{site}``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """One file."""

    name: str
    about: str
    path: str
    """Relative to the site's root."""
    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadGroup:
    """Files for one purpose."""

    id: str
    label: str
    lead: str
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadsView:
    """The page."""

    title: str
    lead: str
    groups: tuple[DownloadGroup, ...]
    examples: tuple[tuple[str, str], ...]
    """Language and code."""
    data: Markup
    """JSON-LD."""


def view_downloads(edition: Edition) -> DownloadsView:
    """Describe what there is to download; what needs the site's address is left out without."""
    words, site = edition.words, edition.options.site_url
    return DownloadsView(
        title=words("downloads.title"),
        lead=words("downloads.lead"),
        groups=tuple(
            _group(name, files, edition)
            for name, files in GROUPS.items()
            if site or name != "follow"
        ),
        examples=tuple((name, code.format(site=site)) for name, code in EXAMPLES.items())
        if site
        else (),
        data=dataset_data(edition),
    )


def _group(name: str, files: tuple[tuple[str, str], ...], edition: Edition) -> DownloadGroup:
    words = edition.words
    return DownloadGroup(
        id=name,
        label=words(f"downloads.{name}"),
        lead=words(f"downloads.{name}_lead"),
        files=tuple(
            Download(
                name=words(f"download.{key}"),
                about=words(f"download.{key}_about"),
                path=(edition.options.folder if name == "follow" else "") + path,
                format=_FORMATS[path.rsplit(".", 1)[1]],
            )
            for key, path in files
        ),
    )


_FORMATS = {
    "xml": "Atom",
    "json": "JSON",
    "jsonl": "JSON Lines",
    "jsonld": "JSON-LD",
    "csv": "CSV",
    "ics": "iCalendar",
}
