"""Importing: once and again, after a change, beside people's work, cut short and all at once."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ExchangeError, StoreError
from generator.exchange.ledger import FOLDER
from generator.exchange.planner import apply

POLAR = Path(__file__).parent / "polar"
TABLE = "id,date,title,place,participants,source_urls,tags\n"
ROW = "a,1911-12-14,Pole reached,South Pole,Roald Amundsen,https://x.org/a,voyage\n"


def codes(made):
    """Return what was said, as code and line."""
    return [(problem.code, problem.line) for problem in made.problems]


@pytest.fixture
def table(file):
    return lambda text: file("t.csv", TABLE + text)


def test_an_entry_becomes_a_draft_with_its_registry_records_and_sources(project, table):
    made = project.bring(table(ROW), "csv")
    event = project.events["pole-reached"]
    assert project.errors == []
    assert made.counts == {"new": 1}
    assert event.title == {"en": "Pole reached"}
    assert (event.date.text, event.status) == ("1911-12-14", "draft")
    assert (event.place, event.participants[0].who) == ("south-pole", "roald-amundsen")
    assert project.loaded.content.sources[event.cites[0]].url == "https://x.org/a"
    assert event.evidence == ()
    assert event.note == {"en": "Tags: voyage"}


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("timelinejs.json", "timelinejs"),
        ("timelinejs.csv", "timelinejs"),
        ("table.csv", "csv"),
        ("calendar.ics", "ics"),
        ("events", "front-matter"),
    ],
)
def test_the_same_timeline_comes_in_each_format_and_a_second_time_changes_nothing(
    project, name, format_name
):
    made = project.bring(POLAR / name, format_name)
    assert made.counts["new"] == (73 if format_name == "ics" else 97)
    assert [p for p in made.problems if p.severity == "error"] == []
    assert project.errors == []
    dates = {e.title["en"]: e.date.text for e in project.events.values()}
    assert dates["Amundsen's party reaches the South Pole"] == "1911-12-14"
    if format_name != "ics":
        assert dates["Pytheas of Massalia sails north and tells of Thule"] == "-0324~"
        assert dates["The last Norse farms in Greenland are given up"] in ("14XX", "1401/1500")
        assert dates["Sealers work on the South Shetland Islands"] == "182X"
        assert dates["First International Polar Year"] == "1882/1883"
        assert dates["Robert Peary says that he is at the North Pole"] == "1909-04-06?"
        assert dates["The wreck of the Terror is found"] == "2016-09"
    before = project.files()
    again = project.bring(POLAR / name, format_name)
    assert again.counts == {"unchanged": made.counts["new"]}
    assert project.files() == before


def test_the_whole_timeline_goes_back_out_as_it_came(project):
    project.bring(POLAR / "timelinejs.json", "timelinejs")
    out = project.take("timelinejs")
    before = json.loads((POLAR / "timelinejs.json").read_text(encoding="utf-8"))
    after = json.loads(out.files[""])
    by_title = {event["text"]["headline"]: event for event in after.pop("events")}
    assert [by_title[event["text"]["headline"]] for event in before["events"]] == before["events"]
    assert after == {name: before[name] for name in ("title", "eras")}
    assert out.lost == ()


@pytest.mark.parametrize(
    ("name", "format_name"),
    [("table.csv", "csv"), ("calendar.ics", "ics"), ("timelinejs.csv", "timelinejs")],
)
def test_what_goes_out_says_the_same_when_it_is_read_again(project, tmp_path, name, format_name):
    first = project.plan(POLAR / name, format_name)
    project.bring(POLAR / name, format_name)
    target = "timelinejs-csv" if format_name == "timelinejs" else format_name
    out = tmp_path / name
    out.write_text(project.take(target).files[""], encoding="utf-8", newline="")
    again = project.plan(out, format_name)
    assert again.counts == {"unchanged": first.counts["new"]}
    assert sorted(again.ledger.splitlines()) == sorted(first.ledger.splitlines())


def test_files_with_front_matter_go_back_under_their_names(project, tmp_path):
    project.bring(POLAR / "events", "front-matter")
    out = project.take("front-matter")
    names = {path.name for path in (POLAR / "events").iterdir()}
    assert set(out.files) == names
    for name, text in out.files.items():
        (tmp_path / "events").mkdir(exist_ok=True)
        (tmp_path / "events" / name).write_text(text, encoding="utf-8")
    assert project.plan(tmp_path / "events", "front-matter").counts == {"unchanged": 97}


def test_a_changed_row_changes_its_record(project, table):
    project.bring(table(ROW), "csv")
    made = project.bring(table(ROW.replace("1911-12-14", "1911-12-15")), "csv")
    assert made.counts == {"updated": 1}
    assert project.events["pole-reached"].date.text == "1911-12-15"
    assert len(project.events) == 1


def test_a_record_that_a_person_edited_stays_and_the_difference_is_said(project, table):
    project.bring(table(ROW), "csv")
    path = project.root / "content/events/1911/pole-reached.yml"
    edited = path.read_text(encoding="utf-8").replace("Pole reached", "The Pole is reached")
    path.write_text(edited, encoding="utf-8")
    made = project.bring(table(ROW.replace("1911-12-14", "1911-12-15")), "csv")
    assert made.counts == {"kept": 1}
    assert ("import-owned", 2) in codes(made)
    assert path.read_text(encoding="utf-8") == edited
    assert "import-owned" in dict(codes(project.bring(table(ROW.replace("-14", "-15")), "csv")))


def test_a_deleted_record_does_not_come_back(project, table):
    project.bring(table(ROW + "b,1912,Other,,,,\n"), "csv")
    (project.root / "content/events/1911/pole-reached.yml").unlink()
    made = project.bring(table(ROW + "b,1912,Other,,,,\n"), "csv")
    assert made.counts == {"left out": 1, "unchanged": 1}
    assert ("import-deleted", 2) in codes(made)
    assert list(project.events) == ["other"]


def test_a_record_whose_row_went_stays(project, table):
    project.bring(table(ROW + "b,1912,Other,,,,\n"), "csv")
    made = project.bring(table("b,1912,Other,,,,\n"), "csv")
    assert "import-gone" in dict(codes(made))
    assert len(project.events) == 2
    assert codes(project.bring(table("b,1912,Other,,,,\n"), "csv")) == []


def test_a_renamed_record_is_still_the_one_of_its_row(project, table):
    project.bring(table(ROW), "csv")
    path = project.root / "content/events/1911/pole-reached.yml"
    text = path.read_text(encoding="utf-8") + "formerly: [pole-reached]\n"
    path.with_name("south-pole-reached.yml").write_text(text, encoding="utf-8")
    path.unlink()
    assert project.bring(table(ROW), "csv").counts == {"unchanged": 1}


def test_an_import_that_was_cut_short_finds_its_records_again(project, table):
    made = project.plan(table(ROW), "csv")
    apply(made, project.root)
    (project.root / made.ledger_path).unlink()
    again = project.bring(table(ROW), "csv")
    assert again.counts == {"unchanged": 1}
    assert again.ledger == made.ledger


def test_the_same_event_from_another_file_is_not_made_twice(project, file, table):
    project.bring(table(ROW), "csv")
    data = {
        "events": [
            {
                "start_date": {"year": 1911, "month": 12, "day": 14},
                "text": {"headline": "Pole reached"},
            }
        ]
    }
    made = project.bring(file("t.json", json.dumps(data)), "timelinejs")
    assert made.counts == {"unchanged": 1}
    assert len(project.events) == 1


def test_another_telling_of_an_event_adds_what_its_draft_leaves_open(project, file):
    project.bring(file("a.csv", "date,title,text,source_urls\n1911,A,One,https://x.org/1\n"), "csv")
    more = "date,title,text,place,source_urls\n1911,A,Two,Nome,https://x.org/2\n"
    made = project.bring(file("b.csv", more), "csv")
    assert made.counts == {"updated": 1}
    event = project.events["a"]
    assert (event.summary, event.place, len(event.cites)) == ({"en": "One"}, "nome", 2)
    assert project.bring(file("b.csv", more), "csv").counts == {"unchanged": 1}


def test_our_own_table_edited_in_a_spreadsheet_changes_the_records_of_its_ids(project, file):
    project.bring(file("a.csv", "date,title,place\n1911,A,Nome\n"), "csv")
    out = project.take("csv").files[""]
    made = project.bring(file("b.csv", out.replace("1911", "1912")), "csv")
    assert made.counts == {"new": 1}  # the table was imported without ids, and goes out so
    (project.root / "content/imported/a-csv.jsonl").unlink()
    (project.root / "content/imported/b-csv.jsonl").unlink()
    out = project.take("csv").files[""]
    made = project.bring(file("c.csv", out.replace("1911", "1913")), "csv")
    assert made.counts == {"unchanged": 1, "updated": 1}
    assert (project.events["a"].date.text, project.events["a"].place) == ("1913", "nome")


def test_equal_rows_count_once_and_like_ones_twice(project, file):
    path = file("t.csv", "date,title\n1911,A\n1911,A\n1912,A\n")
    made = project.bring(path, "csv")
    assert made.counts == {"new": 2, "left out": 1}
    assert ("import-duplicate", 3) in codes(made)
    assert project.bring(path, "csv").counts == {"unchanged": 2, "left out": 1}


def test_names_lead_to_the_records_that_have_them(project, table):
    project.bring(table(ROW), "csv")
    alias = project.root / "content/people/roald-amundsen.yml"
    alias.write_text(
        alias.read_text(encoding="utf-8") + 'aliases: ["R. Amundsen"]\n', encoding="utf-8"
    )
    project.bring(table(ROW + "b,1912,Other,SOUTH POLE,r amundsen,https://x.org/a,\n"), "csv")
    other = project.events["other"]
    assert (other.place, other.participants[0].who) == ("south-pole", "roald-amundsen")
    assert other.cites == project.events["pole-reached"].cites


def test_what_is_to_come_is_planned(project, table):
    project.bring(table("a,2030-01-01,Later,,,,\n"), "csv")
    assert project.events["later"].event_status == "planned"


def test_a_correction_goes_out_with_what_was_kept_beside_it(project, file):
    data = {
        "events": [
            {
                "start_date": {"year": 1911, "hour": 3},
                "text": {"headline": "A"},
                "media": {"url": "https://x.org/a.jpg"},
                "display_date": "In summer",
            }
        ]
    }
    project.bring(file("t.json", json.dumps(data)), "timelinejs")
    path = project.root / "content/events/1911/a.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"1911"', '"1912-01"'), encoding="utf-8"
    )
    event = json.loads(project.take("timelinejs").files[""])["events"][0]
    assert event["start_date"] == {"year": 1912, "month": 1}
    assert "display_date" not in event
    assert event["media"] == {"url": "https://x.org/a.jpg"}


def test_nothing_is_written_when_a_file_cannot_be_read(project, file):
    with pytest.raises(ExchangeError):
        project.bring(file("t.csv", "a,b\n1,2\n"), "csv")
    assert project.files() == {}


def test_somebodys_newer_work_is_not_replaced(project, table):
    project.bring(table(ROW), "csv")
    made = project.plan(table(ROW.replace("1911-12-14", "1911-12-15")), "csv")
    path = project.root / "content/events/1911/pole-reached.yml"
    path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    with pytest.raises(StoreError, match="somebody has just changed it"):
        apply(made, project.root)


def test_a_broken_ledger_is_refused_with_what_to_do(project, table):
    made = project.bring(table(ROW), "csv")
    (project.root / made.ledger_path).write_text("{", encoding="utf-8")
    with pytest.raises(StoreError, match="restore it, or delete it"):
        project.bring(table(ROW), "csv")


TEXT = st.text(max_size=30)


@settings(max_examples=40, deadline=None)
@given(
    rows=st.lists(st.tuples(TEXT, TEXT, TEXT, TEXT, TEXT), max_size=4),
    years=st.lists(st.integers(1, 2100), min_size=4, max_size=4),
)
def test_whatever_a_table_says_the_records_are_good_and_stay(new_project, rows, years):
    project = new_project()
    text = "date\ttitle\tplace\tparticipants\tsource_urls\ttags\n"
    for year, row in zip(years, rows, strict=False):
        cells = ['"' + cell.replace('"', '""').replace("\0", "") + '"' for cell in row]
        text += "\t".join([f"{year:04d}", *cells]) + "\n"
    source = project.root / "t.csv"
    source.write_bytes(text.encode("utf-8", "replace"))
    project.bring(source, "csv")
    assert project.errors == []
    before = project.files()
    project.bring(source, "csv")
    assert project.files() == before


SLIDE = st.fixed_dictionaries(
    {
        "start_date": st.fixed_dictionaries({"year": st.integers(1, 2025)}),
        "text": st.fixed_dictionaries({"headline": st.text(min_size=1), "text": TEXT}),
    },
    optional={
        "media": st.dictionaries(TEXT, TEXT),
        "group": TEXT,
        "display_date": TEXT,
        "extra": TEXT,
    },
)


@settings(max_examples=40, deadline=None)
@given(events=st.lists(SLIDE, min_size=1, max_size=3))
def test_whatever_a_timeline_holds_goes_back_out(new_project, events):
    project = new_project()
    source = project.root / "t.json"
    source.write_text(json.dumps({"events": events}), encoding="utf-8")
    made = project.bring(source, "timelinejs")
    assert project.errors == []
    refused = {problem.line for problem in made.problems if problem.severity == "error"}
    after = json.loads(project.take("timelinejs").files[""])["events"] if project.events else []
    expected = [event for event in events if not refused]
    unique = [event for n, event in enumerate(expected) if event not in expected[:n]]
    assert sorted(map(dumped, unique)) == sorted(map(dumped, after)) or refused


def dumped(event):
    return json.dumps(event, sort_keys=True)


def test_ledgers_stand_where_the_guide_says(project, table):
    assert project.bring(table(ROW), "csv").ledger_path == f"{FOLDER}/t-csv.jsonl"
