"""What lies among the records and is none is said, and nothing outside `content/` is read."""

import os

import pytest

from generator.record.checking import check_records
from generator.record.folders import check_folders, record_files
from generator.record.store import read_content

PERSON = 'name: {fr: "Ada Quist", en: "Ada Quist"}\n'


@pytest.fixture
def site(tmp_path):
    (tmp_path / "content/people").mkdir(parents=True)
    (tmp_path / "content/people/ada-quist.yml").write_text(PERSON, "utf-8")
    return tmp_path


def found(root):
    return [(problem.path, problem.code) for problem in check_folders(root)]


def test_records_and_what_belongs_beside_them_are_no_problem(site):
    for name in ("articles/a.md", "pages/about.md", "proposals/x.yml", "people/README.md"):
        path = site / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", "utf-8")
    for name in ("extracted.yml", "LICENSE.md", ".gitkeep"):
        (site / "content" / name).write_text("x", "utf-8")
    assert found(site) == []
    assert found(site / "elsewhere") == []


def test_links_to_files_and_folders_are_named_and_not_followed(site, tmp_path_factory):
    secret = tmp_path_factory.mktemp("outside") / "secret.yml"
    secret.write_text(PERSON, "utf-8")
    (site / "content/people/one.yml").symlink_to(secret)
    (site / "content/people/many").symlink_to(secret.parent)
    (site / "content/places").symlink_to(secret.parent)
    assert found(site) == [
        ("content/people/many", "file-link"),
        ("content/people/one.yml", "file-link"),
        ("content/places", "file-link"),
    ]
    assert [name for _, name in record_files(site) if "people" in name] == [
        "content/people/ada-quist.yml"
    ]


def test_a_linked_folder_of_records_is_not_read(site, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "oslo.yml").write_text('name: {fr: "Oslo", en: "Oslo"}\n', "utf-8")
    (site / "content/places").symlink_to(outside)
    assert list(read_content(site).content.places) == []


def test_files_that_nothing_reads_are_named(site):
    (site / "content/persons/deep").mkdir(parents=True)
    for name in ("persons/deep/b.yml", "people/c.YML", "people/d.json", "e.yml"):
        (site / "content" / name).write_text(PERSON, "utf-8")
    os.mkfifo(site / "content/people/pipe.yml")
    assert found(site) == [
        ("content/e.yml", "file-stray"),
        ("content/people/c.YML", "file-stray"),
        ("content/people/d.json", "file-stray"),
        ("content/people/pipe.yml", "file-stray"),
        ("content/persons/deep/b.yml", "file-stray"),
    ]


def test_both_ways_of_checking_say_it(site):
    (site / "content/people/c.json").write_text("{}", "utf-8")
    problems, _ = check_records(site)
    assert "file-stray" in {problem.code for problem in problems}
    assert read_content(site).problems == problems
