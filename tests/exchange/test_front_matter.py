"""Files with front matter: one event each, what is wrong with its line, any other key kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ExchangeError
from generator.exchange.formats import Asked, read_source
from generator.exchange.front_matter import read_file, render_file
from generator.exchange.imported import Remarks

FULL = """---
title: "Pole reached"
date: 1911-12-14
location: {name: Oslo, country: NO, lat: 59.9, lon: 10.7}
actors:
  - Roald Amundsen
  - name: Olav Bjaaland
    role: skier
tags: [battle, polar]
sources:
  - title: A page
    url: https://x.org/a
    outlet: The Paper
    date: 1912-03-08
  - https://x.org/b
  - url: "javascript:alert(1)"
importance: 7
---

They are <b>there</b>.
"""


def read(text, name="e.md"):
    remarks = Remarks("e")
    return read_file(text, name, name, remarks), remarks.problems


def test_every_field_is_carried_over():
    entry, problems = read(FULL)
    assert (entry.title, entry.date.text, entry.text) == (
        "Pole reached",
        "1911-12-14",
        "They are **there**.",
    )
    assert (entry.place.name, entry.place.country, entry.place.latitude) == ("Oslo", "NO", 59.9)
    assert entry.participants == ("Roald Amundsen", "Olav Bjaaland")
    assert (entry.type, entry.tags) == ("conflict", ("polar",))
    assert [(r.title, r.url, r.publisher) for r in entry.references] == [
        ("A page", "https://x.org/a", "The Paper"),
        ("", "https://x.org/b", None),
    ]
    assert entry.references[0].issued.text == "1912-03-08"
    assert {p.code for p in problems} == {"import-lost"}
    assert sorted(p.line for p in problems) == [7, 16, 17]


def test_a_yaml_file_has_its_text_in_a_field():
    entry, _ = read("title: A\ndate: c. 1850\nend_date:\nsummary: Words\n", "e.yml")
    assert (entry.date.text, entry.text) == ("1850~", "Words")


def test_two_dates_are_an_interval():
    assert read("title: A\ndate: 1882\nend_date: 1883\n", "e.yml")[0].date.text == "1882/1883"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("---\ndate: 1911\n---\n", "import-row", 1),
        ("---\ntitle: A\ndate: 1911-13-01\n---\n", "import-date", 3),
        ("---\ntitle: A\ndate: 1912\nend_date: 1911\n---\n", "import-date", 3),
        ("no front matter", "file-empty", 1),
        ("---\ntitle: A: B\n---\n", "yaml-syntax", 2),
        ("---\ntitle: &a A\n---\n", "yaml-anchor", 2),
        ("---\ntitle: A\ntitle: B\n---\n", "yaml-key-twice", 3),
    ],
)
def test_a_file_that_is_no_event_is_left_out_with_its_line(text, code, line):
    entry, problems = read(text)
    assert entry is None
    assert [problem.line for problem in problems if problem.severity == "error"][:1] == [line]


def test_a_folder_is_read_with_all_its_good_files(file, tmp_path):
    file("d/a.md", FULL)
    file("d/b/c.yml", "title: B\ndate: 1911\n")
    file("d/bad.md", b"\xff\xfe\x00")
    file("d/other.txt", "x")
    found = read_source(tmp_path / "d", "front-matter", Asked())
    assert [entry.path for entry in found.entries] == ["d/a.md", "d/b/c.yml"]
    assert [p.path for p in found.problems if p.severity == "error"] == ["d/bad.md"]


def test_an_empty_folder_is_refused(tmp_path):
    (tmp_path / "d").mkdir()
    with pytest.raises(ExchangeError, match="found no"):
        read_source(tmp_path / "d", "front-matter", Asked())


def test_what_goes_out_is_read_back_as_it_was():
    entry, _ = read(FULL)
    path, text = render_file(entry.original)
    again, _ = read(text, path)
    assert path == "e.md"
    assert again.original == entry.original


@pytest.mark.parametrize("path", ["../../x.md", "/etc/x.md", "a/../../x.md", "x.sh", "..", ""])
def test_no_path_leads_out_of_the_folder(path):
    assert render_file({"path": path, "id": "a", "title": "A"})[0] == "a.md"


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
VALUES = st.recursive(
    WORDS | st.integers(-999, 999) | st.booleans() | st.none(),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(WORDS, inner, min_size=1, max_size=3)
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["x", "y y", "z-1", "é"]), VALUES))
def test_any_other_key_is_kept_as_it_was(extra):
    _, text = render_file({"path": "e.md", "title": "A", "when": {"date": "1911"}, **extra})
    entry, _ = read(text)
    assert {name: entry.original[name] for name in extra} == extra
