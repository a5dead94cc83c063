"""`check` without the records: the same problems as with them, from a cache that is never wrong."""

import json
import time

import pytest
from broken import BROKEN, cases, write_case

from generator.record import checking
from generator.record.checking import check_records
from generator.record.store import read_content

EVENT = "content/events/2021/ouverture-pont.yml"


@pytest.fixture
def site(tmp_path):
    """The base site with every broken event in it."""
    for name in cases():
        if name.startswith("events-"):
            write_case(name, tmp_path)
    return tmp_path


@pytest.fixture
def cache(tmp_path):
    return tmp_path / ".cache/timeline/problems.json"


def test_it_says_what_reading_the_records_says(site, cache):
    expected = read_content(site).problems
    cold, _ = check_records(site, cache=cache)
    warm, count = check_records(site, cache=cache)
    assert cold == warm == expected
    assert [(p.said, p.advice, p.mend, p.length) for p in warm] == [
        (p.said, p.advice, p.mend, p.length) for p in expected
    ]
    assert count == len(read_content(site).paths)


def test_files_that_have_not_changed_are_not_read_again(site, cache, monkeypatch):
    first = check_records(site, cache=cache)
    monkeypatch.setattr(checking, "read_file", lambda *_: pytest.fail("read again"))
    assert check_records(site, cache=cache) == first


CHANGES = [
    ("place", EVENT, "place: belleport", "place: belle"),
    ("place that is named", "content/places/belleport.yml", None, ""),
    ("indicator", "content/indicators/bridge-length.yml", "unit: m", "unit: km"),
    ("source", "content/sources/courrier-2021.yml", "2021-05-04", "2020"),
    ("title", "content/events/2021/duplicate-of-another.yml", "ouverture", "fermeture et fin"),
    ("says", "content/events/2021/says-otherwise.yml", "2021-07-01", "2021-05"),
    ("place in a place", "content/places/belleport.yml", "kind: city", "kind: city\npart_of: x"),
]


@pytest.mark.parametrize(("name", "path", "old", "new"), CHANGES, ids=[c[0] for c in CHANGES])
def test_a_change_of_one_record_changes_what_is_said_of_others(site, cache, name, path, old, new):
    before, _ = check_records(site, cache=cache)
    file = site / path
    if old is None:
        file.unlink()
    else:
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
    after, _ = check_records(site, cache=cache)
    assert after == check_records(site)[0]
    assert after != before


DAMAGE = [b"", b"{", b"[]", b"null", b"\xff", b'{"code": 1}']


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_cache_only_costs_time(site, cache, damage):
    expected = check_records(site, cache=cache)
    for file in (cache, cache.with_suffix(".last.json")):
        file.write_bytes(damage)
    assert check_records(site, cache=cache) == expected


@pytest.mark.parametrize("part", ["files", "sayings", "stamp", "count"])
@pytest.mark.parametrize("value", [None, [], {"x": 1}, {"said": {"x": 1}}])
def test_a_cache_with_a_damaged_part_only_costs_time(site, cache, part, value):
    expected = check_records(site, cache=cache)
    last = cache.with_suffix(".last.json")
    if part in {"files", "sayings"}:
        last.unlink()
    file = cache if part in {"files", "sayings"} else last
    data = json.loads(file.read_bytes())
    file.write_text(json.dumps({**data, part: value}), encoding="utf-8")
    assert check_records(site, cache=cache) == expected


def test_many_files_are_read_by_several_processes_with_the_same_result(site, monkeypatch):
    expected = check_records(site)
    monkeypatch.setattr(checking, "MANY", 2)
    monkeypatch.setattr(checking.os, "cpu_count", lambda: 2)
    assert check_records(site) == expected


def test_a_hostile_number_of_events_of_one_day_takes_no_time_of_its_own(tmp_path):
    folder = tmp_path / "content/events"
    folder.mkdir(parents=True)
    text = (BROKEN / "base" / EVENT).read_text(encoding="utf-8")
    for number in range(400):
        (folder / f"a-{number}.yml").write_text(text.replace("Ouver", f"Ouver{number}"), "utf-8")
    start = time.process_time()
    problems, _ = check_records(tmp_path)
    assert time.process_time() - start < 20
    # Their English titles are equal, their French ones differ: each is compared with one other.
    assert sum(problem.code == "event-duplicate" for problem in problems) == 399
