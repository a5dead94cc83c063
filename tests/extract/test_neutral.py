"""The neutral form of a reading."""

import json

from generator.extract.neutral import to_json
from generator.extract.reading import read

TEXT = """Sommet à Genève

Publié le 17 mai 2024

Le sommet de l'OMS s'est ouvert jeudi à Genève, en présence du président malien Oumar Sidi.
"""


def reading(tmp_path, name="a.txt", text=TEXT):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    return read(path, language="fr")


def test_it_has_the_promised_keys_in_their_order(tmp_path):
    made = to_json(reading(tmp_path))
    assert list(made) == ["file", "article", "events", "figures", "timexes", "residue"]
    assert list(made["article"]) == ["title", "publisher", "published", "language"]
    assert list(made["events"][0]) == [
        "title", "type", "date", "place", "participants", "organisations", "event_status",
        "salience",
        "evidence",
    ]  # fmt: skip
    assert json.loads(json.dumps(made)) == made


def test_states_are_codes_and_people_full_names(tmp_path):
    event = to_json(reading(tmp_path))["events"][0]
    assert {"ML", "Oumar Sidi"} == set(event["participants"])
    assert event["place"] == {"country": "CH", "city": "Genève"}
    assert event["date"] == "2024-05-16"


def test_offsets_are_those_of_the_file(tmp_path):
    made = to_json(reading(tmp_path))
    for timex in made["timexes"]:
        assert timex["text"] == TEXT[timex["start"] : timex["end"]]
    span = made["events"][0]["evidence"][-1]
    assert TEXT[span["start"] : span["start"] + 18] == "Le sommet de l'OMS"


def test_offsets_of_a_page_are_those_of_its_source(tmp_path):
    body = TEXT.split("\n\n")[2].strip()
    page = f"<html><body><article><h1>Sommet à Genève</h1><p>{body}</p></article></body></html>"
    made = to_json(reading(tmp_path, "a.html", page))
    spans = [s for e in made["events"] for s in e["evidence"]]
    assert any("Le sommet de l'OMS" in page[s["start"] : s["end"]] for s in spans)
