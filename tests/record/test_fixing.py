"""What is fixable is mended, the rest is listed, and no other byte changes."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.errors import Mend, StoreError
from generator.record.fixing import mend_content, mend_text
from generator.record.mends import meant_id, meant_word
from generator.record.store import read_content

LAWS = settings(deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
FILES = {
    "people/ada-quist.yml": 'name: {fr: "Ada Quist"}\n',
    "organisations/harbour-board.yml": 'name: {fr: "Port"}\n',
    "places/belleport.yml": 'name: {fr: "Belleport"}\nkind: city\n',
    "sources/courrier.yml": 'title: "C"\nlanguage: fr\nissued: "2026"\nurl: https://c.example/\n',
}
EVENT = "events/2021/pont.yml"
PATH = f"content/{EVENT}"

# What somebody typed → what it must become, in each way to write it.
FIXABLE = {
    "date": [
        ("16 juin 2025", '"2025-06-16"'),
        ("'16/06/2025'", "'2025-06-16'"),
        ('"June 2025"', '"2025-06"'),
        ("2025", '"2025"'),
        ("vers 2015", '"2015~"'),
    ],
    "type": [("sumit", "summit"), ("'Summit'", "'summit'"), ('"smumit"', '"summit"')],
    "place_key": [("plcae", "place"), ('"plae"', '"place"'), ("'Place'", "'place'")],
    "place": [("beleport", "belleport"), ('"bellepotr"', '"belleport"')],
    "who": [("ada-quits", "ada-quist"), ("'adaquist'", "'ada-quist'")],
    "bodies": [
        (" [harbour-board, 'harbour-board']", " [harbour-board]"),
        (" [harbour-board ,\n   harbour-board, ]", " [harbour-board, ]"),
        ("\n- harbour-board # é\n-   harbour-board\n# end", "\n- harbour-board # é\n# end"),
        (" [harbour-baord, harbour-board]", " [harbour-board]"),
    ],
    "value": [('"420"', "420"), ("'94 800'", "94800"), ("94\u202f800", "94800")],
    "supports": [
        ("[date, titel]", "[date, title]"),
        ("[date, date]", "[date]"),
        ("[date, figuers.f]", "[date, figures.f]"),
    ],
    "from": [("12", '"12"'), ('" Le pont "', '"Le pont"'), ("true", '"true"')],
}
PERSONS = {
    "date": ["03/04/2025", "2025-02-30", "2025-06/2025-05", "20250616"],
    "type": ["sommet", '""', "[summit]"],
    "place_key": ["lieu", "name"],
    "bodies": [" [harbour-board, # é\n  harbour-board]", " []"],
    "value": ['"94,8"', "94 80", "beaucoup"],
    "supports": ["[date, lieu]", "[date, participants.ada-quits]", "[date, figures.ff]"],
    "from": ['"a b c d e f g h"', '"\\tLe"'],
}
LINKS = {"place": ["belleville", "irak"], "who": ["eda-quist", "ada"]}
GOOD = {name: ways[0][1] for name, ways in FIXABLE.items()}
SHAPE = """# mine: 'é' \U0001f600 {{
title:   {{fr: 'Le « pont »'}}
date: {date}   # sure
type: {type}
event_status: happened
status:   draft
{place_key}: {place}  # here
participants:
- who: {who}   # chair

organisations:{bodies}
figures:
  - {{id: f, what: {{fr: "x"}}, value: {value}, unit: m}}
evidence:
    - id: e1   # the proof
      source: courrier
      supports: {supports}
      from: {from}
      to: "x"
      at: [1, 2]
      hash: sha256-0123456789abcdef
"""


def write(root, text, path=EVENT):
    for name, content in (FILES | {path: text}).items():
        (root / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / name).write_bytes(content.encode())


def everything(problems):
    return problems


def mended(root):
    """Return the event's file after the mends, and what is left."""
    files, loaded = mend_content(root, everything)
    after = {file.path: file.after.decode() for file in files}
    return after.get(PATH, (root / PATH).read_bytes().decode()), known(loaded.problems)


def known(problems):
    """Leave out what is open in any draft and in records that no event names."""
    return tuple(p for p in problems if p.code not in {"claim-unsupported", "entry-unused"})


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("site")


@settings(LAWS, max_examples=150)
@given(st.integers(0, 2**32))
def test_each_slip_is_mended_and_each_other_byte_stays(folder, seed):
    chance = random.Random(seed)
    slips = chance.sample(sorted(FIXABLE), chance.randint(1, 5))
    chosen = {name: chance.choice(FIXABLE[name]) for name in slips}
    broken, expected = (
        SHAPE.format(**GOOD | {name: way[side] for name, way in chosen.items()}) for side in (0, 1)
    )
    if chance.random() < 0.4:
        broken, expected = (text.replace("\n", "\r\n") for text in (broken, expected))
    mark = chance.choice(["", "\ufeff"])
    write(folder, mark + broken)
    assert mended(folder) == (expected, ())


@pytest.mark.parametrize(
    ("name", "typed"), [(name, typed) for name, ways in PERSONS.items() for typed in ways]
)
def test_what_a_person_must_decide_is_left_and_its_neighbours_are_mended(folder, name, typed):
    text = SHAPE.format(**GOOD | {name: typed})
    write(folder, text)
    before = known(read_content(folder).problems)
    assert before
    assert not any(problem.mend for problem in before)
    assert mended(folder) == (text, before)
    write(folder, text.replace("status:   draft", "status:   drafft"))
    after, left = mended(folder)
    assert after == text
    assert [(p.code, p.message) for p in left] == [(p.code, p.message) for p in before]


@pytest.mark.parametrize(
    ("name", "typed"), [(name, typed) for name, ways in LINKS.items() for typed in ways]
)
def test_a_link_that_may_mean_a_record_nobody_wrote_yet_is_left(folder, name, typed):
    text = SHAPE.format(**GOOD | {name: typed})
    write(folder, text)
    after, (problem,) = mended(folder)
    assert (after, problem.code) == (text, "reference-unknown")


@pytest.mark.parametrize(
    ("name", "typed", "expected"),
    [(name, *way) for name, ways in FIXABLE.items() for way in ways],
)
def test_what_check_calls_fixable_is_what_fix_changes(folder, name, typed, expected):
    text = SHAPE.format(**GOOD | {name: typed})
    write(folder, text)
    problems = known(read_content(folder).problems)
    assert problems
    assert all(problem.mend for problem in problems)
    assert all("(fixable: timeline fix)" in str(problem) for problem in problems)
    after, left = mended(folder)
    assert (after, left) == (SHAPE.format(**GOOD | {name: expected}), ())
    for problem in problems:
        mend = problem.mend
        line, column = (
            text.count("\n", 0, mend.start) + 1,
            mend.start - text.rfind("\n", 0, mend.start),
        )
        assert (problem.line, problem.column) == (line, column) or mend.text == ""


@pytest.mark.parametrize(
    ("found", "choices", "meant"),
    [
        ("sumit", ["summit", "visit"], "summit"),
        ("part-Of", ["part_of"], "part_of"),
        ("organizations", ["organisations"], "organisations"),
        ("unreviewed", ["reviewed"], ""),
        ("from", ["form", "fro"], ""),
        ("", ["a"], ""),
    ],
)
def test_a_word_of_a_closed_list_is_certain_by_one_slip(found, choices, meant):
    assert meant_word(found, choices) == meant


@pytest.mark.parametrize(
    ("found", "known", "meant"),
    [
        ("astanna", ["astana"], "astana"),
        ("irak-est", ["iran-est"], ""),
        ("sommet-2023", ["sommet-2024"], ""),
        ("sommet-20244", ["sommet-2024"], ""),
        ("sommett", ["sommet", "sommets"], ""),
        ("mali", ["malii"], ""),
    ],
)
def test_an_id_is_certain_by_letters_moved_only(found, known, meant):
    assert meant_id(found, known) == meant


UNQUOTED = {
    "yaml-syntax": "Le pont : suite",
    "yaml-anchor": "&Co et fils",
    "yaml-alias": "*nouveau",
    "yaml-tag": "!important",
}
TEXTS_WITHOUT = [*UNQUOTED.values(), "*nouveau*", "@home", "`a` : b", "% de l'or"]


def with_title(title):
    return SHAPE.format(**GOOD).replace("   {fr: 'Le « pont »'}", f"\n  fr: {title}")


@pytest.mark.parametrize("title", TEXTS_WITHOUT)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_text_that_yaml_stops_at_gets_its_quotes(folder, title, ending):
    broken, expected = (
        with_title(each).replace("\n", ending) for each in (f"{title}  ", f'"{title}"')
    )
    write(folder, broken)
    assert all(problem.mend for problem in known(read_content(folder).problems))
    assert mended(folder) == (expected, ())


def test_each_of_several_such_texts_gets_its_quotes(folder):
    lines = "".join(f"\n  {name}: Un pont : {name}" for name in ("fr", "en", "de", "es", "it"))
    text = SHAPE.format(**GOOD).replace("   {fr: 'Le « pont »'}", lines)
    write(folder, text)
    after, left = mended(folder)
    assert (after, left) == (re.sub("(Un pont : ..)", r'"\1"', text), ())


@pytest.mark.parametrize(
    "title",
    [
        "xian type: visit",
        "Sommet: suite",
        'Le "pont" : suite',
        "Le pont : suite # ou pas",
        "Le pont : suite\n    et fin",
        "&Co: x",
        "[*a*",
        "&a {b: c}",
        "*a* ,",
    ],
)
def test_a_text_that_may_be_something_else_is_for_a_person(folder, title):
    text = with_title(title)
    write(folder, text)
    before = known(read_content(folder).problems)
    assert before
    assert mended(folder) == (text, before)


def test_of_mends_that_overlap_the_first_is_done():
    mends = [Mend(start=1, end=4, text=""), Mend(start=3, end=4, text="x")]
    assert mend_text("\ufeffab\r\ncde", mends) == "\ufeffade"


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path):
    write(tmp_path, SHAPE.format(**GOOD | {"type": "sumit"}))

    def edited(problems):
        (tmp_path / PATH).write_text("# newer work\n", encoding="utf-8")
        return problems

    with pytest.raises(StoreError, match="somebody has just changed it"):
        mend_content(tmp_path, edited)


def test_what_is_fixable_is_kept_with_what_was_read(tmp_path):
    write(tmp_path, SHAPE.format(**GOOD | {"type": "sumit", "value": '"94,8"'}))
    cold, warm = (read_content(tmp_path, cache=tmp_path / "c.json").problems for _ in range(2))
    assert [problem.mend for problem in warm] == [problem.mend for problem in cold]
    assert [problem.mend is None for problem in warm] == [False, True]
