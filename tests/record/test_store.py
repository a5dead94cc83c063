"""Files: every problem in one run, atomic writing, and a cache that is never wrong."""

import json

import pytest

from generator.record import store
from generator.record.cache import read_cache
from generator.record.edtf import parse_edtf
from generator.record.model import Event, Source
from generator.record.store import default_path, read_content, write_record


def codes(loaded):
    return [(p.path.rsplit("/", 1)[-1], p.line, p.column, p.code) for p in loaded.problems]


def test_records_without_problems_are_all_there(root):
    loaded = read_content(root)
    assert loaded.problems == ()
    assert list(loaded.content.events) == ["ouverture-pont"]
    assert loaded.content.events["ouverture-pont"].date == parse_edtf("2021-05-03")
    assert loaded.paths["events", "ouverture-pont"] == "content/events/2021/ouverture-pont.yml"


def test_a_folder_without_content_is_an_empty_site(tmp_path):
    assert read_content(tmp_path).content.events == {}


def test_every_problem_of_every_file_comes_in_one_run(root, event_file):
    text = event_file.read_text().replace("2021-05-03", "3 mai 2021").replace("project", "projet")
    event_file.write_text(text)
    (root / "content/people/ada-quist.yml").write_text("nom:\n  fr: Ada\n")
    (root / "content/places/belleport.yml").write_text("name: {fr: X\n")
    assert codes(read_content(root)) == [
        ("ouverture-pont.yml", 4, 7, "date-format"),
        ("ouverture-pont.yml", 7, 7, "choice"),
        ("ada-quist.yml", 1, 1, "field-missing"),
        ("ada-quist.yml", 1, 1, "field-unknown"),
        ("belleport.yml", 1, 7, "yaml-syntax"),
    ]


def test_a_bad_date_says_what_to_type(root, event_file):
    event_file.write_text(event_file.read_text().replace("2021-05-03", "16 juin 2025"))
    (problem,) = read_content(root).problems
    assert str(problem) == (
        'content/events/2021/ouverture-pont.yml:4:7: [date-format] found "16 juin 2025", '
        "expected EDTF such as 2025-06-16, 2025-06 or 2025-06-16/2025-06-18. "
        'Did you mean "2025-06-16"? (fixable: timeline fix)'
    )


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("place: belleport", "place: belport", "reference-unknown", 12),
        ("source: courrier-2021", "source: courier", "reference-unknown", 25),
        ("participants.ada-quist]", "participants.ada-qist]", "supports-unknown", 40),
        ("[title, date, place]", "[title, place]", "claim-unsupported", 4),
        ("type: project", "type: project\npart_of: ouverture-pont", "reference-self", 8),
        ('    what:\n      fr: "Longueur du pont"\n', "", "figure-what", 17),
        ("basis: stated", "basis: editor", "date-note", 6),
        ("status: reviewed", "status: reviewed\nfollows: [a-b]", "reference-unknown", 10),
        ("value: 420", "value: 4 20", "number", 20),
        ("value: 420", 'value: "420"', "number", 20),
        ('date: "2021-05-03"', "date: 2021", "text-quotes", 4),
        ("place: belleport", "place: Belleport", "id", 12),
        ("    at: [21, 74]", "    at: [74, 21]", "passage-place", 29),
        ('fr: "Le pont', 'fr: "\u202eLe pont', "text-control", 11),
        ("type: project", "type: [project]", "choice", 7),
        ("- id: e2", "- id: e1", "id-repeat", 31),
    ],
)
def test_each_kind_of_fault_is_found_at_its_line(root, event_file, old, new, code, line):
    text = event_file.read_text()
    assert old in text
    event_file.write_text(text.replace(old, new, 1))
    found = [(problem.code, problem.line) for problem in read_content(root).problems]
    assert (code, line) in found


def test_a_participant_must_have_a_record(root):
    (root / "content/people/ada-quist.yml").rename(root / "content/people/ada-qvist.yml")
    problem, unused = read_content(root).problems
    assert (unused.path, unused.code) == ("content/people/ada-qvist.yml", "entry-unused")
    assert (problem.code, problem.line, problem.column) == ("reference-unknown", 14, 10)
    assert problem.hint == 'Did you mean "ada-qvist"?'


def test_a_name_that_leads_to_a_broken_record_is_no_second_problem(root):
    (root / "content/people/ada-quist.yml").write_text("name: Ada\n")
    assert [code for *_, code in codes(read_content(root))] == ["value-missing"]


def test_a_place_cannot_lie_in_itself(root):
    for name, outer in (("belleport", "bay"), ("bay", "belleport")):
        path = root / f"content/places/{name}.yml"
        path.write_text(f'name:\n  fr: "X"\nkind: city\npart_of: {outer}\n')
    found = codes(read_content(root))
    assert found == [
        ("bay.yml", 4, 10, "reference-circle"),
        ("belleport.yml", 4, 10, "reference-circle"),
    ]


def test_an_earlier_id_belongs_to_one_record(root, event_file):
    event_file.write_text(event_file.read_text() + "formerly: [ouverture-pont]\n")
    assert [code for *_, code in codes(read_content(root))] == ["formerly-taken"]


def test_an_id_may_stand_in_one_file_only(root, event_file):
    copy = root / "content/events/2022/ouverture-pont.yml"
    copy.parent.mkdir()
    copy.write_bytes(event_file.read_bytes())
    assert codes(read_content(root)) == [("ouverture-pont.yml", 1, 1, "id-duplicate")]


def test_people_organisations_and_places_share_their_ids(root):
    (root / "content/people/belleport.yml").write_text('name:\n  fr: "Monsieur Belleport"\n')
    assert [code for *_, code in codes(read_content(root))] == ["id-duplicate"]


def test_a_file_in_another_encoding_says_where(root, event_file):
    event_file.write_bytes(event_file.read_text().encode("latin-1"))
    assert codes(read_content(root)) == [("ouverture-pont.yml", 11, 36, "file-encoding")]


@pytest.mark.parametrize("name", ["Été.yml", "a_b.yml", "-a.yml", "a" * 90 + ".yml"])
def test_a_file_name_that_is_no_id_is_refused(root, event_file, name):
    event_file.rename(event_file.with_name(name))
    assert [code for *_, code in codes(read_content(root))] == ["file-name"]


def test_hidden_files_are_no_records_and_a_link_is_a_problem(root, event_file, tmp_path):
    (event_file.parent / ".draft.yml").write_text("nonsense: [")
    assert read_content(root).problems == ()
    (event_file.parent / "link.yml").symlink_to(tmp_path / "elsewhere.yml")
    assert [code for *_, code in codes(read_content(root))] == ["file-link"]


# Writing.


def test_a_written_record_reads_back_equal_and_bytes_do_not_change(root, event_file):
    event = read_content(root).content.events["ouverture-pont"]
    write_record(root, event)
    first = event_file.read_bytes()
    assert read_content(root).content.events["ouverture-pont"] == event
    write_record(root, event)
    assert event_file.read_bytes() == first


def test_a_new_event_goes_to_the_folder_of_its_first_year():
    event = Event(id="a", title={"fr": "A"}, date=parse_edtf("2019-12-30/2020-01-02"))
    assert default_path(event) == "content/events/2019/a.yml"
    assert default_path(Event(id="a", title={"fr": "A"})) == "content/events/undated/a.yml"
    assert default_path(Source(id="s", title="S", language="fr")) == "content/sources/s.yml"


# The cache.


@pytest.fixture
def cache(root):
    path = root / ".cache/records.json"
    read_content(root, cache=path)
    return path


def test_the_cache_gives_what_the_files_give(root, cache):
    assert len(read_cache(cache)) == 4
    assert read_content(root, cache=cache) == read_content(root)


def test_a_cached_file_is_not_read_again(root, cache, monkeypatch):
    monkeypatch.setattr(store, "parse_yaml", lambda *_: pytest.fail("parsed again"))
    assert read_content(root, cache=cache).problems == ()


def test_a_changed_file_is_read_again_and_a_deleted_one_forgotten(root, cache, event_file):
    event_file.write_text(event_file.read_text().replace("Ouverture", "Inauguration"))
    loaded = read_content(root, cache=cache)
    assert loaded.content.events["ouverture-pont"].title["fr"].startswith("Inauguration")
    event_file.unlink()
    assert read_content(root, cache=cache).content.events == {}


def test_problems_are_kept_too(root, cache, event_file):
    event_file.write_text(event_file.read_text().replace("project", "projet"))
    first = read_content(root, cache=cache).problems
    assert [problem.code for problem in first] == ["choice"]
    assert read_content(root, cache=cache).problems == first


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"code": 1}', b"\xff", b"null"])
def test_a_damaged_cache_only_costs_time(root, cache, damage):
    cache.write_bytes(damage)
    assert read_content(root, cache=cache) == read_content(root)


def test_a_cache_of_other_code_is_not_believed(cache):
    data = json.loads(cache.read_text()) | {"code": "other"}
    cache.write_text(json.dumps(data))
    assert read_cache(cache) == {}
