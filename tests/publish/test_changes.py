"""Changes in words, in both languages."""

from dataclasses import replace

import pytest

from generator.publish.changes import LONGEST, describe
from generator.publish.wording import read_wording
from generator.record.edtf import parse_edtf
from generator.record.model import Participant


@pytest.fixture
def english(edition):
    return replace(edition, words=read_wording(edition.options.templates / "words", "en"))


@pytest.fixture
def lyon(content):
    return content.events["conseil-lyon"]


def test_a_date_is_told_as_the_site_shows_it(lyon, edition, english):
    new = replace(lyon, date=parse_edtf("2024-03-04/2024-03-06"))
    assert describe(lyon, new, english) == ("Date: 4 March 2024 → 4–6 March 2024",)
    (line,) = describe(lyon, new, edition)
    assert line.startswith("Date")
    assert line.endswith("du 4 au 6 mars 2024")


def test_names_stand_for_ids(lyon, english):
    new = replace(lyon, participants=(*lyon.participants, Participant(who="paul-durand")))
    without = replace(lyon, participants=lyon.participants[1:])
    assert "Jeanne Martin" in describe(lyon, without, english)[0]
    assert "paul-durand" in describe(lyon, new, english)[0]  # nobody that the site knows


def test_a_claim_that_lost_its_proof_is_named_with_the_source(lyon, content, english):
    first = lyon.evidence[0]
    lines = describe(lyon, replace(lyon, evidence=lyon.evidence[1:]), english)
    assert len(lines) >= 1
    assert all("a proof less" in line for line in lines)
    assert content.sources[first.source].title[:30] in lines[0]


def test_another_passage_is_one_change_for_each_claim_not_for_each_word(lyon, english):
    moved = replace(
        lyon.evidence[0], from_="Other words here", at=(1, 9), hash="sha256-" + "1" * 16
    )
    lines = describe(lyon, replace(lyon, evidence=(moved, *lyon.evidence[1:])), english)
    assert len(lines) == len(moved.supports)
    assert all("another passage" in line for line in lines)


def test_money_is_told_with_its_unit(lyon, english):
    figure = lyon.figures[0]
    dearer = replace(figure, value=figure.value * 2)
    (line,) = describe(lyon, replace(lyon, figures=(dearer, *lyon.figures[1:])), english)
    assert "→" in line
    assert str(figure.value) not in line


def test_a_new_and_a_removed_record_say_so(lyon, english):
    assert describe(None, lyon, english) == ("Event, new: The council meets in Lyon",)
    assert describe(lyon, None, english) == ("Event, taken away: The council meets in Lyon",)


def test_long_texts_are_cut(lyon, english):
    new = replace(lyon, summary={"fr": "mot " * 500})
    assert max(map(len, describe(lyon, new, english))) < 3 * LONGEST
