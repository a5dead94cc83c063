"""The page of an event: what came before and after, how it is cited, what became of its record."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from generator.publish.history import Change, History
from generator.publish.pages import open_edition
from generator.publish.revisions import Correction
from generator.publish.views.event import view_event
from generator.publish.views.versions import SHOWN, view_history
from generator.record.edtf import parse_edtf

FILE = "content/events/2024/conseil-lyon.yml"


def change(day, subject="Mend <it>"):
    return Change(
        commit=f"c{day}", when=datetime(2025, 1, day, 12, tzinfo=UTC), subject=subject, path=FILE
    )


@pytest.fixture
def told(content, options):
    """Return an edition whose repository has so many changes of one record, the newest first."""

    def made(*changes, corrections=()):
        known = replace(
            options, history=History(changes={FILE: changes}), corrections=tuple(corrections)
        )
        return open_edition(content, known)

    return made


def sides(neighbours):
    return [
        (each.label, *(side.link.path if side else "" for side in (each.before, each.after)))
        for each in neighbours
    ]


def test_before_and_after_are_told_in_the_series_and_in_time(edition, content):
    lyon = view_event(content.events["conseil-lyon"], edition)
    assert sides(lyon.neighbours) == [
        ("Dans la même série", "", "events/conseil-paris/"),
        ("Dans le temps", "events/fete-annulee/", "events/conseil-paris/"),
    ]
    assert lyon.neighbours[0].after.date == "septembre 2025"
    paris = view_event(content.events["conseil-paris"], edition)
    assert sides(paris.neighbours)[0] == ("Dans la même série", "events/conseil-lyon/", "")


def test_an_event_without_a_series_has_its_place_in_time_alone(edition, content):
    found = view_event(content.events["fete-annulee"], edition)
    assert [each.label for each in found.neighbours] == ["Dans le temps"]
    assert view_event(content.events["retire"], edition).neighbours == ()


def test_a_record_that_the_repository_does_not_know_has_no_history(edition, content):
    assert view_event(content.events["conseil-lyon"], edition).history is None


def test_a_record_that_was_never_changed_says_so(told):
    found = view_history("events", "conseil-lyon", told(change(3)))
    assert found.summary == "Créée le 3 janvier 2025, jamais modifiée depuis."
    assert [version.first for version in found.versions] == [True]


def test_a_change_is_told_in_words_where_it_is_known_and_else_as_its_author_did(told, content):
    new = content.events["conseil-lyon"]
    old = replace(new, date=parse_edtf("2024-03"))
    known = Correction(change=change(9), old=old, new=new)
    found = view_history(
        "events", "conseil-lyon", told(change(9), change(7), change(3), corrections=[known])
    )
    assert "9 janvier 2025" in found.summary
    latest, middle, first = found.versions
    assert latest.changes == ("Date\xa0: mars 2024 → 4 mars 2024",)
    assert (middle.changes, middle.subject, middle.first) == ((), "Mend <it>", False)
    assert first.first
    assert latest.day == "2025-01-09"


def test_a_long_history_is_cut_and_says_so(told):
    found = view_history("events", "conseil-lyon", told(*(change(day) for day in range(28, 0, -1))))
    assert len(found.versions) == SHOWN
    assert found.more == f"et {28 - SHOWN} modifications plus anciennes"
    assert not any(version.first for version in found.versions)


def test_the_chart_of_a_figure_stands_beside_it_and_marks_it(edition, content):
    (found,) = view_event(content.events["conseil-lyon"], edition).charts
    assert found.indicator.path == "indicators/budget/"
    assert [bar.own for bar in found.chart.bars] == [True, False]


def test_a_long_series_is_left_to_its_own_page(content, options):
    paris = content.events["conseil-paris"]
    (figure,) = paris.figures
    many = {
        f"e{year}": replace(
            paris, id=f"e{year}", figures=(replace(figure, period=parse_edtf(str(year))),)
        )
        for year in range(1950, 2020)
    }
    edition = open_edition(replace(content, events={**content.events, **many}), options)
    assert view_event(content.events["conseil-lyon"], edition).charts == ()
