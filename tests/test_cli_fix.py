"""`timeline fix`: exit codes, what it prints, and that it writes what it says and nothing else."""

import json

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.record import fixing

PERSON = 'name: {fr: "Ada"}  # chair\r\nwikidata: Q1\r\n'
SLIP = PERSON.replace("wikidata", "wikidtaa")
PATH = "content/people/ada.yml"
DIFFERENCE = f"""--- a/{PATH}
+++ b/{PATH}
@@ -1,2 +1,2 @@
 name: {{fr: "Ada"}}  # chair
-wikidtaa: Q1
+wikidata: Q1
"""


@pytest.fixture
def run(tmp_path):
    (tmp_path / "content/people").mkdir(parents=True)

    def run(*arguments):
        return CliRunner().invoke(main, ["--root", str(tmp_path), *map(str, arguments)])

    return run


@pytest.fixture
def file(run, tmp_path):
    path = tmp_path / PATH
    path.write_bytes(SLIP.encode())
    return path


def test_a_slip_is_mended_and_shown_and_then_nothing_is_left(run, file):
    done = run("fix")
    assert (done.exit_code, done.output) == (
        0,
        f"{DIFFERENCE}1 file mended, 0 problems left for a person\n",
    )
    assert file.read_bytes() == PERSON.encode()
    again = run("fix")
    assert (again.exit_code, again.output) == (0, "0 files mended, 0 problems left for a person\n")


def test_a_dry_run_shows_the_same_and_writes_nothing(run, file):
    done = run("fix", "--dry-run")
    assert done.exit_code == 0
    assert done.output.startswith(DIFFERENCE)
    assert done.output.endswith("Nothing was written.\n")
    assert file.read_bytes() == SLIP.encode()


def test_what_a_person_must_mend_is_listed_with_exit_code_1(run, file):
    file.write_text("wikidtaa: Q1\nurl: ftp://a.example/\n", encoding="utf-8")
    done = run("fix")
    assert done.exit_code == 1
    assert "+wikidata: Q1" in done.output
    assert f"{PATH}:1:1: [field-missing]" in done.output
    assert "fixable" not in done.output
    assert done.output.endswith("1 file mended, 2 problems left for a person\n")


def test_only_the_files_that_are_named_are_mended(run, file, tmp_path):
    other = tmp_path / "content/people/bob.yml"
    other.write_text(SLIP, encoding="utf-8")
    assert run("fix", other).exit_code == 0
    assert file.read_bytes() == SLIP.encode()
    assert "wikidata" in other.read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("nowhere",), ("--what",)])
def test_wrong_usage_is_exit_code_2(run, file, arguments):
    assert run("fix", *arguments).exit_code == 2
    assert file.read_bytes() == SLIP.encode()


def test_check_says_what_is_fixable_in_each_format(run, file):
    assert "(fixable: timeline fix)" in run("check", "--format", "github").output
    text = run("check").output
    assert "(fixable: timeline fix)\n" in text
    assert text.endswith("0 records read; 1 fixable: timeline fix\n")
    (problem,) = json.loads(run("check", "--format", "json").output)
    assert problem["fixable"] is True


def test_an_edit_saved_while_it_runs_is_kept(run, file, monkeypatch):
    mend = fixing.mend_text

    def slow(text, mends):
        file.write_text("# newer\n", encoding="utf-8")
        return mend(text, mends)

    monkeypatch.setattr(fixing, "mend_text", slow)
    done = run("fix")
    assert done.exit_code == 1
    assert "somebody has just changed it" in done.stderr
    assert file.read_text(encoding="utf-8") == "# newer\n"
