"""A corpus of broken records: what `check` says of each, and that `fix` mends what it says."""

import tomllib
from collections import Counter

import pytest
from broken import BROKEN, EXPECTED, cases, describe, write_case

from generator.errors import FIXABLE
from generator.record.checking import check_records
from generator.record.fixing import mend_content
from generator.record.store import read_content

SAID = tomllib.loads(EXPECTED.read_text(encoding="utf-8"))


def test_the_site_around_them_has_no_problem():
    assert check_records(BROKEN / "base") == ((), 6)


def test_there_are_enough_and_each_is_said_to_be_broken():
    assert set(SAID) == set(cases())
    assert len(SAID) >= 120


@pytest.mark.parametrize("name", cases())
def test_check_says_what_is_expected_where_it_is(name, tmp_path):
    write_case(name, tmp_path)
    problems, _ = check_records(tmp_path)
    assert [describe(problem) for problem in problems] == SAID[name]
    assert read_content(tmp_path).problems == problems


@pytest.mark.parametrize("name", cases())
def test_fix_mends_exactly_what_check_calls_fixable(name, tmp_path):
    path = write_case(name, tmp_path)
    before = (tmp_path / path).read_bytes()
    files, left = mend_content(tmp_path, lambda problems: problems)
    fixable = [problem for problem in SAID[name] if problem["fixable"]]
    assert [file.path for file in files] == ([path] if fixable else [])
    after = files[0].after if files else before
    assert bool(fixable) == (after != before)
    # What is left is what a person has to decide, in the same words, at most on other columns.
    stays = Counter(problem["en"] for problem in SAID[name] if not problem["fixable"])
    now = Counter(describe(problem)["en"] for problem in left.problems)
    assert not any(FIXABLE in words for words in now)
    unseen = {"value-missing", "claim-unsupported", "field-missing"}  # gone with what caused them
    gone = stays - now
    assert all(p["code"] in unseen for p in SAID[name] if p["en"] in gone), gone
    # No comment is lost.
    comments = [line for line in before.splitlines() if line.lstrip().startswith(b"#")]
    assert all(line.rstrip() in after for line in comments)
