"""`timeline score` as a person runs it: a table, JSON, floors that hold, rise, sink on request."""

import json

import pytest
from click.testing import CliRunner

from generator.cli import main

QUOTE = "la maire Ada Quist a inauguré à Lyon le pont des Trois-Rives"
TEXT = "\n\n".join(
    (
        "Une maire inaugure un ouvrage à Lyon",
        "Publié le 4 mai 2021",
        f"Lundi 3 mai 2021, {QUOTE}, long de 420 mètres.\n",
    )
)


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "fr"
    folder.mkdir()
    start = TEXT.index(QUOTE)
    event = {
        "type": "project",
        "date": "2021-05-03",
        "place": {"country": "FR", "city": "Lyon"},
        "participants": ["Ada Quist"],
        "organisations": [],
        "salience": "main",
        "evidence": [{"start": start, "end": start + len(QUOTE), "quote": QUOTE}],
    }
    marks = {"events": [event], "figures": [], "residue": [], "neutral": []}
    (folder / "pont.txt").write_text(TEXT, encoding="utf-8")
    (folder / "pont.gold.json").write_text(json.dumps(marks), encoding="utf-8")
    return folder


@pytest.fixture
def run(tmp_path, gold):
    def run(*options):
        command = ["--root", str(tmp_path), "score", str(gold), *map(str, options)]
        return CliRunner().invoke(main, command)

    return run


@pytest.fixture
def floors(tmp_path):
    return tmp_path / "floors.json"


def change(floors, **rates):
    listed = json.loads(floors.read_text())
    listed["fr"]["floors"].update(rates)
    floors.write_text(json.dumps(listed))


def test_the_table_has_a_row_for_each_measure(run) -> None:
    done = run()
    assert done.exit_code == 0, done.output
    assert done.output.startswith("1 article ")
    assert len(done.output.splitlines()) == 12


def test_json_has_the_rates_of_all_articles_and_of_each(run) -> None:
    printed = json.loads(run("--json").output)
    assert printed["articles"] == 1
    assert printed["by_article"] == {"pont": printed["scores"]}
    assert printed["scores"]["main_recall"] == 1


def test_floors_that_were_set_are_held(run, floors) -> None:
    assert run("--floors", floors, "--update").exit_code == 0
    written = floors.read_bytes()
    assert run("--floors", floors).exit_code == 0
    assert run("--floors", floors, "--update").exit_code == 0
    assert floors.read_bytes() == written


def test_floors_of_other_folders_are_kept(run, floors) -> None:
    floors.write_text(json.dumps({"de": {"digest": "d", "floors": {"type": 0.5}}}))
    run("--floors", floors, "--update")
    assert set(json.loads(floors.read_text())) == {"de", "fr"}


def test_a_score_below_its_floor_fails_and_is_lowered_only_on_request(run, floors) -> None:
    run("--floors", floors, "--update")
    change(floors, residue_f1=0.9)  # the article has no residue: it cannot be measured
    written = floors.read_bytes()
    for options in ([], ["--update"]):
        done = run("--floors", floors, *options)
        assert done.exit_code == 1
        assert "fr: residue_f1 is not measured, below its floor 0.900" in done.output
        assert floors.read_bytes() == written
    assert run("--floors", floors, "--update", "--allow-regression").exit_code == 0
    assert run("--floors", floors).exit_code == 0


def test_a_score_above_its_floor_raises_it(run, floors) -> None:
    run("--floors", floors, "--update")
    change(floors, main_recall=0.1)
    run("--floors", floors, "--update")
    assert json.loads(floors.read_text())["fr"]["floors"]["main_recall"] == 0.98


def test_changed_articles_fail_until_the_floors_are_set_anew(run, floors, gold) -> None:
    run("--floors", floors, "--update")
    with (gold / "pont.txt").open("a", encoding="utf-8") as file:
        file.write("\n")
    done = run("--floors", floors)
    assert done.exit_code == 1
    assert "fr: the articles have changed" in done.output
    assert run("--floors", floors, "--update").exit_code == 0
    assert run("--floors", floors).exit_code == 0


@pytest.mark.parametrize("options", [["--update"], ["--allow-regression"]])
def test_options_that_need_another_are_wrong_usage(run, options) -> None:
    assert run(*options).exit_code == 2


def test_a_folder_without_floors_or_without_articles_is_wrong_usage(run, floors, gold) -> None:
    assert run("--floors", floors).exit_code == 2
    (gold / "pont.txt").unlink()
    done = run()
    assert done.exit_code == 2
    assert "holds no NAME.txt" in done.output


def test_a_wrong_mark_is_named(run, gold) -> None:
    (gold / "pont.gold.json").write_text("{}")
    done = run()
    assert done.exit_code == 1
    assert "pont.gold.json: is not marked well" in done.output
