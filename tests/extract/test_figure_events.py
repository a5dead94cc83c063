"""Figures of an event take its date; measures, plans and dated figures do not."""

from dataclasses import replace

import pytest

from generator.extract.events.finder import Candidate
from generator.extract.events.scene import Story
from generator.extract.figures.events import with_event_dates
from generator.extract.figures.finder import FigureMention
from generator.extract.sentences import find_sentences
from generator.extract.span import Span
from generator.extract.timex.finder import find_timexes
from generator.record.edtf import parse_edtf
from generator.record.model import Basis, EventStatus, EventType

QUAKE = Candidate(
    type=EventType.DISASTER,
    title="Séisme",
    head="séisme",
    date=parse_edtf("2024-07-01"),
    timex=None,
    basis=Basis.RESOLVED,
    place=None,
    participants=(),
    organisations=(),
    status=EventStatus.HAPPENED,
    main=True,
    evidence=(Span(0, 50),),
    passages=(Span(0, 50),),
    places=(),
    series=frozenset(),
    edition=None,
    turn="",
    score=5.0,
)
DEAD = FigureMention(start=10, end=20, value=12, unit="people")


TEXT = "Le séisme a fait douze morts. La veille, trente personnes étaient mortes. Huit sont en vie."


def scene(*dates, published="2024-07-02"):
    """Return the sentences of `TEXT`, the second one with a date expression for each date."""
    sentences = tuple(find_sentences(TEXT, (Span(0, len(TEXT)),), "fr"))
    timexes = find_timexes(TEXT, language="fr", document_creation_time=None)
    (day_before,) = (timex for timex in timexes if timex.text == "La veille")
    return Story(
        text=TEXT,
        sentences=sentences,
        headline=None,
        timexes=tuple(replace(day_before, edtf=parse_edtf(d) if d else None) for d in dates),
        mentions=(),
        votes=None,
        published=parse_edtf(published),
    )


def period(figure, *events, scene=None):
    (found,) = with_event_dates([figure], events, scene)
    return found.period.text if found.period else None


def test_the_dead_of_an_event_are_of_its_day():
    assert period(DEAD, QUAKE) == "2024-07-01"


def test_a_later_sentence_of_the_same_story_goes_on_counting():
    assert period(replace(DEAD, start=400, end=410), QUAKE) == "2024-07-01"


def test_two_stories_leave_a_later_figure_without_a_day():
    other = replace(QUAKE, date=parse_edtf("2024-07-02"), passages=(Span(60, 90),))
    assert period(replace(DEAD, start=400, end=410), QUAKE, other) is None


@pytest.mark.parametrize(
    "change",
    [
        {"date": None},
        {"basis": Basis.INFERRED},
        {"status": EventStatus.PLANNED},
        {"status": EventStatus.CANCELLED},
    ],
)
def test_an_event_without_a_day_of_its_own_lends_none(change):
    assert period(DEAD, replace(QUAKE, **change)) is None


def test_a_measure_and_a_share_of_something_else_refer_to_no_event():
    assert period(replace(DEAD, unit="km"), QUAKE) is None
    assert period(replace(DEAD, unit="percent"), QUAKE) is None
    vote = replace(QUAKE, type=EventType.ELECTION)
    assert period(replace(DEAD, unit="percent"), vote) == "2024-07-01"


def test_a_figure_keeps_the_period_it_has():
    assert period(replace(DEAD, period=parse_edtf("2019")), QUAKE) == "2019"


def test_two_tellings_of_one_day_are_one_story():
    twin = replace(QUAKE, passages=(Span(60, 90),))
    assert period(replace(DEAD, start=400, end=410), QUAKE, twin) == "2024-07-01"


OTHER_DAY = replace(DEAD, start=TEXT.index("trente"), end=TEXT.index(" personnes"))
LATER = replace(DEAD, start=TEXT.index("Huit"), end=TEXT.index(" sont"))


def test_a_figure_whose_sentence_has_a_date_that_nothing_fixes_takes_no_other():
    told = replace(QUAKE, passages=(Span(0, len(TEXT)),))
    assert period(OTHER_DAY, told, scene=scene(None)) is None
    assert period(LATER, told, scene=scene(None)) == "2024-07-01"


def test_a_figure_whose_sentence_has_another_day_takes_none_of_the_story():
    story = replace(QUAKE, passages=(Span(0, 20),))
    assert period(OTHER_DAY, story, scene=scene("2024-06-30")) is None
    assert period(OTHER_DAY, story, scene=scene("2024-07-01")) == "2024-07-01"


def test_what_an_article_recalls_years_later_lends_its_day_to_nothing_else():
    story = replace(QUAKE, passages=(Span(0, 20),))
    assert period(LATER, story, scene=scene(published="2026-01-01")) is None


def test_what_a_deal_foresees_is_not_of_the_day_of_the_deal():
    deal = replace(QUAKE, type=EventType.AGREEMENT)
    assert period(DEAD, deal) is None
    assert period(replace(DEAD, unit="agreements"), deal) == "2024-07-01"
