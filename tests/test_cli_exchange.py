"""`timeline import` and `timeline export`: what is said, what is written, how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.exchange import SHOWN, group_problems
from generator.errors import Problem

POLAR = Path(__file__).parent / "exchange/polar"


@pytest.fixture
def run(tmp_path):
    (tmp_path / "content").mkdir()

    def run(*arguments):
        return CliRunner().invoke(main, ["--root", str(tmp_path), *map(str, arguments)])

    return run


def written(root):
    return sorted(path for path in root.rglob("content/**/*") if path.is_file())


def test_an_import_says_what_it_wrote_and_what_to_do_next(run, tmp_path):
    done = run("import", POLAR / "timelinejs.json", "--from", "timelinejs", "--language", "en")
    assert done.exit_code == 0
    assert "97 events read: 97 new" in done.output
    assert "New besides: 32 sources." in done.output
    assert "Next: timeline check" in done.output
    assert '"media" is kept for the way back' in done.output
    assert run("check").exit_code == 0
    again = run("import", POLAR / "timelinejs.json", "--from", "timelinejs")
    assert "97 events read: 97 unchanged\n" in again.output


def test_a_dry_run_says_the_same_and_writes_nothing(run, tmp_path):
    done = run("import", POLAR / "calendar.ics", "--from", "ics", "--dry-run")
    assert "73 events read: would be 73 new" in done.output
    assert written(tmp_path) == []


def test_a_row_that_is_left_out_ends_with_1_and_the_others_are_written(run, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("date,title\n1911-13-01,A\n1912,B\n", encoding="utf-8")
    done = run("import", path, "--from", "csv")
    assert done.exit_code == 1
    assert "t.csv:2:1: [import-date]" in done.output
    assert [item.stem for item in written(tmp_path)] == ["b", "t-csv"]


def test_what_cannot_be_read_ends_with_1_and_writes_nothing(run, tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b"")
    done = run("import", path, "--from", "csv")
    assert (done.exit_code, "found an empty file" in done.output) == (1, True)
    assert written(tmp_path) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--map", "title"], "NAME=HEADING"),
        (["--map", "titel=A"], 'Did you mean "title"'),
        (["--map", "title=B"], 'no column "B"'),
        (["--language", "English"], 'such as "fr"'),
    ],
)
def test_wrong_usage_says_what_to_type(run, tmp_path, arguments, said):
    path = tmp_path / "t.csv"
    path.write_text("title,date\nx,1911\n", encoding="utf-8")
    done = run("import", path, "--from", "csv", *arguments)
    assert (done.exit_code, said in done.output) == (2, True)


def test_columns_and_the_order_of_dates_can_be_told(run, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("What was it,Stamp\nA,03/04/1911\n", encoding="utf-8")
    told = ("--map", "title=What was it", "--map", "date=Stamp", "--dates", "dmy")
    assert run("import", path, "--from", "csv", *told).exit_code == 0
    assert "1911-04-03" in (tmp_path / "content/events/1911/a.yml").read_text(encoding="utf-8")


def test_records_with_problems_are_not_imported_into(run, tmp_path):
    path = tmp_path / "content/places/a.yml"
    path.parent.mkdir()
    path.write_text("nmae: x\n", encoding="utf-8")
    done = run("import", POLAR / "calendar.ics", "--from", "ics")
    assert (done.exit_code, "mend them first" in done.output) == (1, True)


def test_json_lists_everything(run):
    done = run("import", POLAR / "calendar.ics", "--from", "ics", "--dry-run", "--format", "json")
    told = json.loads(done.stdout)
    assert told["counts"] == {"new": 73}
    assert {"import-lost", "import-guess"} == {problem["code"] for problem in told["problems"]}


def test_an_export_goes_to_a_file_a_folder_or_the_terminal(run, tmp_path):
    run("import", POLAR / "table.csv", "--from", "csv", "--language", "en")
    assert json.loads(run("export", "--to", "timelinejs").stdout)["events"][0]["text"]["headline"]
    done = run("export", "--to", "front-matter", "-o", tmp_path / "out")
    assert "97 events written" in done.output
    assert len(list((tmp_path / "out").glob("*.md"))) == 97
    run("export", "--to", "timelinejs-csv", "-o", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").startswith("Year,Month,Day")


def test_an_export_says_what_the_format_cannot_hold(run):
    run("import", POLAR / "table.csv", "--from", "csv", "--language", "en")
    done = run("export", "--to", "ics")
    assert "not in ics: events whose date the format cannot hold (" in done.stderr
    assert "not in ics: participants of events (" in done.stderr


def test_a_folder_is_needed_for_many_files(run):
    assert run("export", "--to", "front-matter").exit_code == 2


def test_what_is_said_of_many_lines_is_said_once_and_long_lists_are_cut():
    def problem(line, message, severity="warning"):
        return Problem(path="t", line=line, column=1, code="c", message=message, severity=severity)

    same = group_problems([problem(line, "m") for line in (2, 3, 4, 9)])
    assert same == ["t:2:1: [c] warning: m (also in lines 3-4, 9)"]
    spread = group_problems([problem(line, "m") for line in range(1, 101, 2)])
    assert spread[0].endswith("39, 41 and 29 more)")
    many = group_problems([problem(line, f"m{line}") for line in range(1, SHOWN + 6)])
    assert len(many) == SHOWN + 1
    assert many[-1].startswith("… and 5 more [c]")
    errors = group_problems([problem(line, f"m{line}", "error") for line in range(1, SHOWN + 6)])
    assert len([line for line in errors if line.startswith("t:")]) == SHOWN + 5
