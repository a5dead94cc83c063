"""YAML out: reading it again is the identity, and tools have nothing to change."""

import string

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.record.edtf import parse_edtf
from generator.record.model import (
    Basis,
    Bound,
    Dating,
    Event,
    EventStatus,
    EventType,
    Evidence,
    Figure,
    Participant,
    Person,
    ReviewStatus,
    Source,
)
from generator.record.render import record_hash, render_record
from generator.record.schema import KINDS, kind_of
from generator.record.store import read_record

ids = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}", fullmatch=True)
# What `text-control` refuses is left out: no record can hold it.
characters = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs", "Cn"),
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff",
)
lines = st.text(characters, min_size=1, max_size=60).filter(lambda text: text == text.strip())
texts = st.dictionaries(st.sampled_from(["fr", "en", "no", "zho"]), lines, min_size=1, max_size=3)
maybe_texts = st.one_of(st.just({}), texts)
dates = st.sampled_from(["2025", "2025-06", "2025-06-16/2025-06-18", "2015~", "XXXX-06-16", "199X"])
maybe_dates = st.one_of(st.none(), dates.map(parse_edtf))
words = st.text(string.ascii_letters + "éà'-,.:#&*!?\"", min_size=1, max_size=9)
passage_ends = st.lists(words, min_size=1, max_size=6).map(" ".join)
numbers = st.one_of(
    st.integers(-(10**15), 10**15),
    st.floats(-1e12, 1e12, allow_nan=False).map(lambda number: round(number, 4)),
)
figures = st.builds(
    Figure,
    id=ids,
    value=numbers,
    unit=st.sampled_from(["USD", "percent", "km/h", "m²", "%"]).filter(lambda unit: unit != "%"),
    indicator=st.one_of(st.none(), ids),
    what=texts,
    period=maybe_dates,
    bound=st.sampled_from(Bound),
)
evidence = st.builds(
    Evidence,
    id=ids,
    source=ids,
    supports=st.just(("title", "date")),
    from_=passage_ends,
    to=passage_ends,
    at=st.tuples(st.integers(0, 99), st.integers(100, 10**9)),
    hash=st.from_regex(r"sha256-[0-9a-f]{16}", fullmatch=True),
    says=st.one_of(st.just({}), st.dictionaries(st.just("date"), lines)),
)


def unique(strategy, name):
    return st.lists(strategy, max_size=3, unique_by=lambda item: getattr(item, name)).map(tuple)


events = st.builds(
    Event,
    id=ids,
    title=texts,
    date=maybe_dates,
    dating=st.one_of(
        st.none(),
        st.builds(Dating, basis=st.just(Basis.RESOLVED), anchor=maybe_dates, note=maybe_texts),
    ),
    type=st.sampled_from(EventType),
    event_status=st.sampled_from(EventStatus),
    status=st.just(ReviewStatus.DRAFT),
    summary=maybe_texts,
    place=st.one_of(st.none(), ids),
    participants=unique(st.builds(Participant, who=ids, role=st.one_of(st.none(), lines)), "who"),
    organisations=st.lists(ids, max_size=9, unique=True).map(tuple),
    figures=unique(figures, "id"),
    evidence=unique(evidence, "id"),
)


def reread(record):
    kind = kind_of(record)
    return read_record(kind, f"content/{kind.folder}/{record.id}.yml", render_record(record))


@settings(max_examples=200, deadline=None)
@given(events)
def test_reading_a_written_event_is_the_identity(event):
    found, problems = reread(event)
    assert [problem.code for problem in problems] == []
    assert found == event
    assert render_record(found) == render_record(event)


@given(st.builds(Source, id=ids, title=lines, language=st.just("fr"), issued=maybe_dates))
def test_reading_a_written_source_is_the_identity(source):
    assert reread(source) == (source, ())


@given(events)
def test_other_readers_of_yaml_see_the_same_texts(event):
    data = yaml.safe_load(render_record(event))
    assert data["title"] == dict(event.title)
    assert data.get("place") == event.place


def test_a_number_never_loses_a_digit_or_gains_an_exponent():
    for value in (94_800_000_000, 0.00001, 1e-7, 123456.789, -3, 1e11, 0.1):
        figure = Figure(id="f", value=value, unit="USD", what={"fr": "x"})
        event = Event(id="a", title={"fr": "A"}, figures=(figure,))
        text = render_record(event)
        assert "e-" not in text
        assert "e+" not in text
        assert reread(event)[0].figures[0].value == value


def test_ids_that_yaml_takes_for_something_else_are_quoted():
    person = Person(id="null", name={"no": "Ola"}, aliases=("12e3", "on"))
    assert '"no": "Ola"' in render_record(person)
    event = Event(id="a", title={"fr": "A"}, place="1984", organisations=("no", "2e5", "ok"))
    assert 'place: "1984"' in render_record(event)
    assert 'organisations: ["no", "2e5", ok]' in render_record(event)


def test_the_hash_of_a_record_ignores_the_hash_in_it_and_nothing_else():
    event = Event(id="a", title={"fr": "A"})
    same = Event(id="a", title={"fr": "A"}, generated=record_hash(event))
    other = Event(id="a", title={"fr": "B"})
    assert record_hash(same) == record_hash(event)
    assert record_hash(other) != record_hash(event)


def test_every_kind_of_record_has_a_folder_of_its_own():
    assert list(KINDS) == ["events", "sources", "people", "organisations", "places", "indicators"]
