import json
from dataclasses import replace

import pytest
from pyld import jsonld
from validate_site import unknown_terms

from generator.publish.structured import dataset_data, event_data, subject_data
from generator.record.edtf import parse_edtf


def data_of(event, edition):
    return json.loads(str(event_data(event, edition)))


def test_an_event_is_told_to_machines(content, edition):
    data = data_of(content.events["conseil-lyon"], edition)
    assert data["@type"] == "Event"
    assert data["name"] == "Le conseil se réunit à Lyon"
    assert data["startDate"] == "2024-03-04"
    assert data["location"]["name"] == "Lyon"
    assert data["location"]["geo"]["latitude"] == 45.76
    assert data["url"] == "https://conseils.example/events/conseil-lyon/"
    assert "https://gazette.example/seance?id=1#haut" in [a["url"] for a in data["subjectOf"]]
    assert {article["@type"] for article in data["subjectOf"]} == {"NewsArticle"}
    assert [person["@type"] for person in data["attendee"]] == [
        "Person",
        "Organization",
        "Organization",
    ]


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2025-06-16/2025-06-18", {"startDate": "2025-06-16", "endDate": "2025-06-18"}),
        ("2023-05", {"startDate": "2023-05"}),
        ("2025-06-16/..", {"startDate": "2025-06-16"}),
        ("2015~", {}),
        ("2015?", {}),
        ("[2024..2025]", {}),
        ("XXXX-06-16", {}),
        ("201X", {}),
    ],
)
def test_a_date_is_told_only_where_it_is_true(content, edition, date, found):
    event = replace(content.events["rumeur"], date=parse_edtf(date))
    data = data_of(event, edition)
    assert {key: data[key] for key in ("startDate", "endDate") if key in data} == found


@pytest.mark.parametrize(
    ("event_id", "status"),
    [("fete-annulee", "EventCancelled"), ("conseil-paris", "EventScheduled")],
)
def test_the_standing_is_schema_orgs(content, edition, event_id, status):
    data = data_of(content.events[event_id], edition)
    assert data["eventStatus"] == f"https://schema.org/{status}"


def test_json_ld_expands_to_properties_that_schema_org_gives_each_type(content, edition):
    def load(_url, _options=None):
        context = {"@context": {"@vocab": "https://schema.org/"}}
        return {"contextUrl": None, "documentUrl": _url, "document": context}

    documents = [event_data(event, edition) for event in content.events.values()]
    documents += [
        subject_data(kind, one, edition)
        for kind in ("people", "organisations", "places")
        for one in getattr(content, kind).values()
    ]
    for document in (*documents, dataset_data(edition)):
        (node,) = jsonld.expand(json.loads(str(document)), {"documentLoader": load})
        assert list(unknown_terms(node)) == []


def test_wikidata_is_what_a_thing_is_the_same_as(content, edition):
    lyon = replace(content.places["lyon"], wikidata="Q456")
    data = json.loads(str(subject_data("places", lyon, edition)))
    assert data["sameAs"] == "http://www.wikidata.org/entity/Q456"
    broken = replace(lyon, wikidata="Q456</script>")
    assert "sameAs" not in json.loads(str(subject_data("places", broken, edition)))
