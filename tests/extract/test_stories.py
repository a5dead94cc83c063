"""Events of several articles in several languages: what is one event is joined, nothing else is."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest

from generator.extract.drafts.merge import merge, profile_of
from generator.extract.reading import read
from generator.publish.series import Outcome, check_series
from generator.record.disagreement import figure_disputes
from generator.record.edtf import parse_edtf
from generator.record.model import Bound, Content, Event, Figure

STORIES = Path(__file__).with_name("stories")
FIVE = Path(__file__).parents[3] / "shared/gold"
# Story: article, type of the event there, beginning of its date.
TOLD = {
    "madrid-2022": (("otan-madrid.fr", "summit", "2022"),),
    "vilnius-2023": (
        ("otan-madrid.fr", "summit", "2023"),
        ("otan-vilnius.fr", "summit", "2023"),
        ("otan-vilnius.en", "summit", "2023"),
        ("otan-vilnius.de", "summit", "2023"),
    ),
    "morocco": tuple((f"seisme.{tag}", "disaster", "2023") for tag in ("fr", "en", "es")),
    "berlin": (("berlin.fr", "meeting", "2024-01"), ("berlin.de", "meeting", "2024-01")),
    "meseberg": (("meseberg.en", "meeting", "2024-05"),),
    "african-union": (("union.fr", "summit", "2024"), ("union.en", "summit", "2024")),
    "frontiers": (("union.fr", "agreement", "2024"),),
    "senegal": tuple((f"senegal.{tag}", "election", "2024") for tag in ("fr", "en", "es")),
}


@pytest.fixture(scope="module")
def joined():
    """Return each report of the stories with the number of the event that it was put to."""
    paths = sorted(STORIES.glob("*.txt"))
    readings = [read(path) for path in paths]
    merged = merge([[profile_of(event) for event in reading.events] for reading in readings])
    found = {}
    for number, sightings in enumerate(merged.events):
        for sighting in sightings:
            event = readings[sighting.article].events[sighting.event]
            key = (paths[sighting.article].stem, str(event.type), event.date)
            found.setdefault(key, number)
    return found


def number_of(report, joined):
    """Return the event that a report was put to; None when it was not found in its article."""
    name, kind, begin = report
    return next(
        (
            number
            for (article, found, date), number in joined.items()
            if (article, found) == (name, kind) and str(date).startswith(begin)
        ),
        None,
    )


def test_pairs_of_one_event_are_joined_across_languages_and_no_others(joined, capsys):
    reports = [(report, story) for story, told in TOLD.items() for report in told]
    right = wrong = missed = 0
    for (one, mine), (other, theirs) in combinations(reports, 2):
        numbers = number_of(one, joined), number_of(other, joined)
        together = numbers[0] is not None and numbers[0] == numbers[1]
        right += together and mine == theirs
        wrong += together and mine != theirs
        missed += not together and mine == theirs
    precision, recall = right / (right + wrong), right / (right + missed)
    with capsys.disabled():
        print(f"\npairs: precision {precision:.2f}, recall {recall:.2f}, {right} joined")  # noqa: T201
    assert precision == 1
    assert recall >= 0.9


# ---------------------------------------------------------------------------- the five articles

needs_five = pytest.mark.skipif(
    not (FIVE / "seed_crossdoc.json").is_file(), reason="the five articles are not at hand"
)


@pytest.fixture(scope="module")
def five():
    """Return the events of the five articles by their gold id, with the event they were put to."""
    names = [f"seed_{number:03}" for number in range(5)]
    readings = [read(FIVE / f"{name}.txt") for name in names]
    merged = merge([[profile_of(event) for event in reading.events] for reading in readings])
    number_by = {(s.article, s.event): n for n, told in enumerate(merged.events) for s in told}
    found = {}
    for article, name in enumerate(names):
        gold = json.loads((FIVE / f"{name}.gold.json").read_text(encoding="utf-8"))
        for event in gold["events"]:
            index = _matching(event, readings[article].events)
            found[f"{name}.{event['id']}"] = None if index is None else number_by[article, index]
    return found


def _matching(gold, events):
    """Return the event of the same type whose passages share most with the marked ones."""

    def shared(event):
        return sum(
            max(0, min(span.end, mark["end"]) - max(span.start, mark["start"]))
            for span in event.evidence
            for mark in gold["evidence"]
        )

    rivals = [(shared(e), -n, n) for n, e in enumerate(events) if str(e.type) == gold["type"]]
    best = max(rivals, default=(0, 0, 0))
    return best[2] if best[0] else None


@pytest.fixture(scope="module")
def across():
    return json.loads((FIVE / "seed_crossdoc.json").read_text(encoding="utf-8"))


@needs_five
def test_the_five_articles_are_joined_as_they_are_marked(five, across):
    for cluster in across["clusters"]:
        members = [m["event"] for m in cluster["members"] if m["link"] == "same"]
        assert None not in [five[member] for member in members], cluster["id"]
        assert len({five[member] for member in members}) == 1, cluster["id"]


@needs_five
def test_what_must_stay_apart_stays_apart(five, across):
    singles = [[one, other] for one, other in combinations(across["singletons"], 2)]
    for one, other, *_why in (*across["must_not_merge"], *singles):
        assert five[one] is None or five[one] != five[other], (one, other)


@needs_five
def test_the_figures_of_the_five_articles_agree(across):
    events, told = {}, []
    for number, series in enumerate(across["figure_series"]):
        for point in series["points"]:
            event = _event_of(point, f"series-{number}")
            events[event.id] = event
            told.append((event, event.figures[0]))
    assert figure_disputes(Content(events=events)) == ()
    first = [pair for pair in told if pair[1].indicator == "series-0"]
    outcomes = [check.outcome for check in check_series(first)]
    assert outcomes == [Outcome.AGREES, Outcome.AGREES]


def _event_of(point, indicator):
    period = parse_edtf(point["period_resolved"]) if point["period_resolved"] else None
    bound = {"près de": Bound.ABOUT, "plus de": Bound.MORE_THAN}.get(
        point.get("qualifier"), Bound.EXACTLY
    )
    figures = [
        Figure(
            id="trade", value=point["value"], unit="USD", indicator=indicator, period=period,
            bound=bound,
        )
    ]  # fmt: skip
    for key, unit in (("growth_percent", "percent"), ("increase", "USD")):
        if key in point:
            figures.append(Figure(id="rise", value=point[key], unit=unit, change_of="trade"))
    name = f"{indicator}-{point['seed'].replace('_', '-')}"
    return Event(id=name, title={"fr": name}, figures=tuple(figures))
