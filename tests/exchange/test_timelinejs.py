"""TimelineJS in and out again: what it can hold stays, what is wrong is said with its place."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ExchangeError
from generator.exchange.imported import Remarks
from generator.exchange.ledger import difference, restore
from generator.exchange.slides import make_when, read_when
from generator.exchange.timelinejs import (
    from_slide,
    read_timelinejs,
    render_json,
    render_table,
    to_slide,
)
from generator.record.edtf import parse_edtf


def read(data):
    text = data if isinstance(data, str) else json.dumps(data, indent=1)
    return read_timelinejs(text, "t.json", Remarks("t.json"))


def slide(**parts):
    return {"start_date": {"year": 1911}, "text": {"headline": "A"}, **parts}


def one(**parts):
    found = read({"events": [slide(**parts)]})
    return found.entries[0] if found.entries else found.problems[0]


@pytest.mark.parametrize(
    ("start", "end", "shown", "date"),
    [
        ({"year": 1911}, None, "", "1911"),
        ({"year": "1911", "month": "12"}, None, "", "1911-12"),
        ({"year": 1911, "month": 12, "day": 14}, None, "", "1911-12-14"),
        ({"year": 1911, "month": "", "day": ""}, None, "", "1911"),
        ({"year": -44}, None, "", "-0043"),
        ({"year": 1882}, {"year": 1883}, "", "1882/1883"),
        ({"year": 1882}, {"year": 1882}, "", "1882"),
        ({"year": 1850}, None, "circa 1850", "1850~"),
        ({"year": 1850, "month": 1, "day": 1}, None, "vers 1850", "1850~"),
        ({"year": 1840}, None, "1840s", "184X"),
        ({"year": 1900}, None, "avant 1900", "[..1899]"),
        ({"year": 1911, "month": 12, "day": 14}, None, "1911", "1911-12-14"),
        ({"year": 1911}, None, "Christmas", "1911"),
        ({"year": 1911}, None, "1950", "1911"),
    ],
)
def test_a_date_is_as_fine_as_its_parts_and_as_sure_as_its_words(start, end, shown, date):
    parts = {"start_date": start, "end_date": end, "display_date": shown}
    assert one(**{name: value for name, value in parts.items() if value}).date.text == date


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"start_date": {"year": 1911, "month": 13}}, "import-date"),
        ({"start_date": {"year": 1911, "month": 0}}, "import-date"),
        ({"start_date": {"year": 1911, "month": 2, "day": 30}}, "import-date"),
        ({"start_date": {"year": 0}}, "import-date"),
        ({"start_date": {"year": "soon"}}, "import-date"),
        ({"start_date": {}}, "import-date"),
        ({"start_date": None}, "import-date"),
        ({"start_date": {"year": 1911}, "end_date": {"year": 1910}}, "import-date"),
        ({"text": {}}, "import-row"),
        ({"text": {"headline": "<script>x</script>"}}, "import-row"),
    ],
)
def test_a_slide_that_is_no_event_is_left_out_with_its_line(parts, code):
    problem = one(**parts)
    assert (problem.code, problem.line, problem.severity) == (code, 3, "error")


def test_what_the_site_does_not_show_is_said_to_be_kept():
    found = read(
        {"title": {}, "events": [slide(media={"url": "x"}, start_date={"year": 1, "hour": 3})]}
    )
    assert [p.message.split('"')[1] for p in found.problems] == ["title", "hour", "media"]


def test_html_becomes_markdown_and_its_links_become_sources():
    text = "<p>By <a href='https://x.org/a'>a page</a><script>x</script></p>"
    entry = one(text={"headline": "A &amp; <b>B</b>", "text": text})
    assert entry.title == "A & B"
    assert entry.text == "By [a page](https://x.org/a)"
    assert [(source.title, source.url) for source in entry.references] == [
        ("a page", "https://x.org/a")
    ]


def test_a_group_is_a_type_where_it_means_one_and_a_tag_elsewhere():
    assert one(group="Battle").type == "conflict"
    assert one(group="voyage").tags == ("voyage",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "t.json:1:2: found no JSON"),
        ("[]", 'no list "events"'),
        ('{"events": {}}', 'no list "events"'),
        ('{"timeline": {"date": []}}', "TimelineJS 2"),
        ("[" * 100_000, "found"),
        ("Jahr,Titel\n1911,A\n", "expected Year, Headline"),
        ("Year;Headline;Headline\n", "twice"),
    ],
)
def test_what_is_no_timeline_is_refused_with_what_was_found(text, reason):
    with pytest.raises(ExchangeError, match=reason):
        read(text)


def test_a_table_has_slides_eras_and_a_title():
    found = read(
        "Year;Month;Day;End Year;Headline;Text;Type;Media\n"
        ";;;;All;;title;\n1900;;;1910;Era;;era;\n1911;12;14;;A;b;;https://x.org/a.jpg\n"
        "1911;13;1;;B;;;\n"
    )
    assert found.head["title"] == {"text": {"headline": "All"}}
    assert found.head["eras"][0]["end_date"] == {"year": 1910}
    assert [(e.title, e.date.text, e.line) for e in found.entries] == [("A", "1911-12-14", 4)]
    errors = [(p.code, p.line) for p in found.problems if p.severity == "error"]
    assert errors == [("import-date", 5)]


# ---------------------------------------------------------------------------- round trips

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), max_size=15).map(str.strip)
YEARS = st.integers(-3000, 3000).filter(bool)
DATES = st.one_of(
    st.fixed_dictionaries({"year": YEARS}),
    st.fixed_dictionaries({"year": YEARS, "month": st.integers(1, 12)}),
    st.fixed_dictionaries(
        {"year": YEARS, "month": st.integers(1, 12), "day": st.integers(1, 28)},
        optional={"hour": st.integers(0, 23), "minute": st.integers(0, 59)},
    ),
)
SLIDES = st.fixed_dictionaries(
    {
        "start_date": DATES,
        "text": st.fixed_dictionaries({"headline": WORDS}, optional={"text": WORDS}),
    },
    optional={
        "display_date": WORDS,
        "group": WORDS,
        "media": st.fixed_dictionaries(
            {"url": WORDS}, optional={"caption": WORDS, "credit": WORDS}
        ),
        "background": st.one_of(st.just({"color": "#112233"}), st.just({"url": "https://x.org/b"})),
        "autolink": st.booleans(),
    },
)


@settings(deadline=None)
@given(SLIDES)
def test_a_slide_is_the_event_that_it_was_made_of(event):
    assert from_slide(to_slide(event)) == event


@settings(deadline=None)
@given(SLIDES, SLIDES)
def test_what_was_kept_restores_the_original_and_yields_to_a_correction(one, other):
    original, fresh = to_slide(one), to_slide(other)
    kept = json.loads(json.dumps(difference(original, fresh)))
    assert restore(fresh, kept) == original
    corrected = {**fresh, "headline": "corrected here"}
    assert restore(corrected, kept)["headline"] == "corrected here"


@settings(deadline=None)
@given(st.lists(SLIDES, max_size=4))
def test_json_is_read_as_it_was_written(events):
    slides = [to_slide(event) for event in events]
    assert json.loads(render_json({}, slides))["events"] == events
    found = read(render_json({}, slides))
    assert [entry.original for entry in found.entries] == [
        s for s in slides if s in [entry.original for entry in found.entries]
    ]


@settings(deadline=None)
@given(st.lists(SLIDES.filter(lambda event: "autolink" not in event), max_size=4))
def test_a_table_of_slides_says_what_its_json_says(events):
    slides = [to_slide(event) for event in events]
    text, lost = render_table({}, slides)
    assert set(lost) <= {"date.hour", "date.minute"}
    if not events:
        return
    table, plain = read(text), read(render_json({}, slides))
    assert [(e.title, e.date, e.text) for e in table.entries] == [
        (e.title, e.date, e.text) for e in plain.entries
    ]


@pytest.mark.parametrize(
    "date",
    [
        *("1911", "1911-12", "1911-12-14", "-0043", "-0043-03-15", "Y-12999", "1882/1883"),
        *("1911-12-14/1912-01-17", "1850~", "1850?", "184X", "18XX", "1850-21", "[1840..1850]"),
        *("[..1899]", "[1901..]", "1991/..", "../1900", "1911-12~", "1911-12-14?", "1850-33"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_kind_of_date_goes_out_and_comes_back(date, language):
    assert read_when(make_when(parse_edtf(date), language))[0].text == date


def test_a_date_of_no_known_year_cannot_go_out():
    assert make_when(parse_edtf("XXXX-06-16"), "en") is None
