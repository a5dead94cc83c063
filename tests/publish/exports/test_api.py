"""The API and the tables against the standards that they name."""

import csv
import io
import json
from dataclasses import replace

import pytest
from frictionless import Package
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from pyld import jsonld

from generator.publish.catalogue import build_catalogue
from generator.publish.exports.api import API
from generator.publish.exports.days import iso, years_of
from generator.publish.exports.openapi import openapi
from generator.publish.exports.site import export_files
from generator.publish.exports.tables import DATA
from generator.record.edtf import earliest, parse_edtf
from generator.record.escapes import FORMULA

SITE = "https://timeline.example/fr/"
ANNO = {
    "@context": {
        "oa": "http://www.w3.org/ns/oa#",
        "as": "http://www.w3.org/ns/activitystreams#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "id": {"@type": "@id", "@id": "@id"},
        "type": {"@type": "@id", "@id": "@type"},
        "AnnotationPage": "as:OrderedCollectionPage",
        "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
        "Annotation": "oa:Annotation",
        "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
        "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
        "linking": "oa:linking",
        "describing": "oa:describing",
        "body": {"@type": "@id", "@id": "oa:hasBody"},
        "target": {"@type": "@id", "@id": "oa:hasTarget"},
        "source": {"@type": "@id", "@id": "oa:hasSource"},
        "selector": {"@type": "@id", "@id": "oa:hasSelector"},
        "startSelector": {"@type": "@id", "@id": "oa:hasStartSelector"},
        "endSelector": {"@type": "@id", "@id": "oa:hasEndSelector"},
        "refinedBy": {"@type": "@id", "@id": "oa:refinedBy"},
        "SpecificResource": "oa:SpecificResource",
        "TextualBody": "oa:TextualBody",
        "RangeSelector": "oa:RangeSelector",
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "TextPositionSelector": "oa:TextPositionSelector",
        "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix",
        "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
        "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
        "value": "rdf:value",
    }
}
"""The terms of the W3C context that we use: the network is not asked in a test."""


@pytest.fixture
def online(edition):
    return replace(edition, options=replace(edition.options, site_url=SITE))


@pytest.fixture
def files(online):
    return dict(export_files(online))


def test_the_description_is_valid_openapi(online):
    OpenAPIV31SpecValidator(openapi(online)).validate()


def test_every_file_of_the_api_is_as_described(online, files):
    document = openapi(online)
    seen = set()
    for path, text in files.items():
        if not path.startswith(API) or path.endswith(("openapi.json", ".schema.json")):
            continue
        described = _described(path.removeprefix(API), document)
        assert described, f"{path} is not described"
        seen.add(described)
        schema = document["paths"][described]["get"]["responses"]["200"]["content"]
        schema = {**schema["application/json"]["schema"], "components": document["components"]}
        errors = list(Draft202012Validator(schema).iter_errors(json.loads(text)))
        assert not errors, f"{path}: {errors[0].message}"
    assert seen == set(document["paths"])


def _described(path, document):
    if f"/{path}" in document["paths"]:
        return f"/{path}"
    folder = path.split("/")[0]
    return next((p for p in document["paths"] if p.startswith(f"/{folder}/{{")), "")


def test_lists_count_what_they_hold_and_hide_what_was_withdrawn(files, edition):
    listed = json.loads(files[f"{API}events.json"])
    assert listed["total"] == len(listed["items"]) == len(edition.catalogue.events)
    assert json.loads(files[f"{API}index.json"])["totals"]["events"] == listed["total"]


def test_an_event_has_its_evidence_its_bounds_and_no_note_of_the_extractor(files):
    data = json.loads(files[f"{API}events/conseil-lyon.json"])
    assert data["date_bounds"] == {"earliest": "2024-03-04", "latest": "2024-03-04"}
    assert data["page"] == f"{SITE}events/conseil-lyon/"
    assert {"from", "to", "at", "hash", "url"} <= set(data["evidence"][0])
    assert "generated" not in data


def test_a_person_has_their_events(files):
    data = json.loads(files[f"{API}people/jeanne-martin.json"])
    assert "conseil-lyon" in [event["id"] for event in data["events"]]


@pytest.mark.parametrize(
    ("edtf", "years"),
    [
        ("2024-03", [2024]),
        ("2023-12/2025", [2023, 2024, 2025]),
        ("2024/..", [2024]),
        ("../2024", [2024]),
        ("XXXX-06-16", []),
        ("1000/2000", [1000, 2000]),
        ("-0044-03-15", [-44]),
    ],
)
def test_the_years_of_a_date(edtf, years):
    assert list(years_of(parse_edtf(edtf))) == years


def test_days_before_the_first_year_are_written_as_the_standard_says():
    assert iso(earliest(parse_edtf("-0044-03-15"))) == "-0044-03-15"
    assert iso(None) is None


def test_the_tables_are_a_valid_data_package(files, tmp_path):
    for path, text in files.items():
        if path.startswith(DATA):
            (tmp_path / path.removeprefix(DATA)).write_bytes(text.encode())
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])


@pytest.mark.parametrize("sign", FORMULA)
def test_no_cell_is_a_formula_for_a_spreadsheet(edition, content, sign):
    lyon = content.events["conseil-lyon"]
    hostile = replace(lyon, title={"fr": f'{sign}HYPERLINK("http://x.example";"y")'})
    catalogue = build_catalogue(replace(content, events={**content.events, lyon.id: hostile}))
    files = dict(export_files(replace(edition, catalogue=catalogue)))
    for name in ("events", "evidence", "figures", "sources"):
        for row in csv.DictReader(io.StringIO(files[f"{DATA}{name}.csv"])):
            for column, cell in row.items():
                number = column in ("value", "start", "end", "sources")
                assert number or not cell.startswith(FORMULA), cell


def test_json_lines_are_the_records(files, edition):
    lines = files[f"{DATA}events.jsonl"].splitlines()
    assert [json.loads(line)["id"] for line in lines] == [e.id for e in edition.catalogue.events]


def test_annotations_expand_to_the_terms_of_the_standard(files):
    def load(url, _options=None):
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": ANNO}

    page = json.loads(files[f"{DATA}annotations.jsonld"])
    (expanded,) = jsonld.expand(page, {"documentLoader": load})
    items = expanded["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(items) == len(page["items"])
    target = items[0]["http://www.w3.org/ns/oa#hasTarget"][0]
    selector = target["http://www.w3.org/ns/oa#hasSelector"][0]
    assert selector["@type"] == ["http://www.w3.org/ns/oa#RangeSelector"]
    quote = selector["http://www.w3.org/ns/oa#hasStartSelector"][0]
    assert quote["http://www.w3.org/ns/oa#exact"] == [{"@value": "Le conseil s'est réuni"}]
    # Nothing was lost: a key without a term would have been dropped.
    again = jsonld.compact(expanded, ANNO, {"documentLoader": load})
    assert again["items"][0]["target"].keys() == page["items"][0]["target"].keys()


def test_the_same_records_give_the_same_bytes(online, files):
    assert dict(export_files(online)) == files
