"""What is new, and what was corrected."""

from dataclasses import replace
from datetime import UTC, datetime

from generator.publish.history import Change, History
from generator.publish.revisions import Correction
from generator.publish.views.news import view_news
from generator.record.edtf import parse_edtf

PATH = "content/events/2024/conseil-lyon.yml"
WHEN = datetime(2024, 5, 6, tzinfo=UTC)
CHANGE = Change(commit="3" * 40, when=WHEN, subject="Mend <b>", path=PATH)


def told(edition, *corrections):
    options = replace(
        edition.options,
        record_paths={("events", "conseil-lyon"): PATH},
        history=History(changes={PATH: (CHANGE,)}),
        corrections=corrections,
    )
    return view_news(replace(edition, options=options))


def test_a_correction_says_what_it_said_and_what_it_says(edition, content):
    old = content.events["conseil-lyon"]
    new = replace(old, date=parse_edtf("2024-03-05"))
    (item,) = told(edition, Correction(change=CHANGE, old=old, new=new)).corrections
    assert (item.when, item.day) == ("6 mai 2024", "2024-05-06")
    assert "4 mars 2024 → 5 mars 2024" in item.changes[0]


def test_only_what_is_in_the_history_is_new(edition):
    view = told(edition)
    assert [item.event.path for item in view.added] == ["events/conseil-lyon/"]
    assert view.corrections == ()
    assert view_news(edition).added == ()


def test_a_withdrawn_event_is_no_news(edition, content):
    gone = content.events["retire"]
    assert told(edition, Correction(change=CHANGE, old=gone, new=gone)).corrections == ()
