"""`timeline check`: what it prints in each form and language."""

import json
import subprocess
import sys

import jsonschema
import pytest
from broken import cases, write_case
from click.testing import CliRunner

from generator.cli import main
from generator.cli.excerpt import WIDTH, excerpt
from generator.cli.speech import choose_language
from generator.record.messages import make_problem


@pytest.fixture
def run(tmp_path):
    def run(*arguments, **environment):
        options = ["--root", str(tmp_path), *map(str, arguments)]
        return CliRunner(env=environment).invoke(main, options)

    return run


@pytest.fixture
def bad_date(tmp_path):
    return write_case("events-date-french", tmp_path)


EXCERPT = """\
    4 | date: "1er juin 2021"
      |       ^^^^^^^^^^^^^^^
"""


def test_a_problem_stands_over_its_line_with_carets_under_what_is_wrong(run, bad_date):
    assert run("check", "--lang", "en").output == (
        f'{bad_date}:4:7: [date-format] found "1er juin 2021", expected EDTF such as 2025-06-16, '
        '2025-06 or 2025-06-16/2025-06-18. Did you mean "2021-06-01"? (fixable: timeline fix)\n'
        f"{EXCERPT}"
        "1 problem in 1 file, 0 warnings, 6 records read; 1 fixable: timeline fix\n"
    )


def test_the_same_in_french(run, bad_date):
    assert run("check", "--lang", "fr").output == (
        f"{bad_date}:4:7: [date-format] trouvé «\u00a01er juin 2021\u00a0», attendu une date EDTF "
        "comme 2025-06-16, 2025-06 ou 2025-06-16/2025-06-18. Vouliez-vous dire "
        "«\u00a02021-06-01\u00a0»\u202f? (réparable\u00a0: timeline fix)\n"
        f"{EXCERPT}"
        "1 problème dans 1 fichier, 0 avertissement, 6 fiches lues\u202f; 1 réparables\u00a0: "
        "timeline fix\n"
    )


@pytest.mark.parametrize(
    ("environment", "site", "spoken"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "", "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "", "en"),
        ({"LANG": "C.UTF-8"}, "plugins:\n  - timeline:\n      language: fr\n", "fr"),
        ({"LANG": "de_DE.UTF-8"}, "plugins:\n  - timeline:\n      languages: [fr, en]\n", "fr"),
        ({"LANG": "fro_FR"}, "theme:\n  language: de\n", "en"),
        ({}, "", "en"),
    ],
)
def test_the_language_is_the_persons_or_the_sites(tmp_path, monkeypatch, environment, site, spoken):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    if site:
        (tmp_path / "mkdocs.yml").write_text(site, encoding="utf-8")
    assert choose_language(tmp_path, None) == spoken
    assert choose_language(tmp_path, "fr") == "fr"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("style", ["text", "github", "json", "sarif"])
def test_every_broken_record_can_be_printed_in_every_form(run, tmp_path, style, language):
    for name in cases():
        if name.startswith("events-"):
            write_case(name, tmp_path)
    done = run("check", "--format", style, "--lang", language)
    assert done.exit_code == 1
    assert done.exception is None or isinstance(done.exception, SystemExit)
    if style == "github":
        lines = done.output.splitlines()
        assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)
    if style in {"json", "sarif"}:
        json.loads(done.output)
    if style == "text":
        assert "\x1b" not in done.output
        assert "\u202e" not in done.output


def test_warnings_alone_stop_nothing(run, tmp_path):
    write_case("events-trailing-spaces", tmp_path)
    assert run("check").exit_code == 0


# As much of the standard as we write.
# Source: SARIF 2.1.0 (OASIS Standard, 2020), 3.13, 3.14, 3.19, 3.27, 3.30, 3.55, 3.57.
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
REGION = {
    "type": "object",
    "required": ["startLine", "startColumn", "endLine", "endColumn"],
    "additionalProperties": False,
    "patternProperties": {"^(start|end)(Line|Column)$": {"type": "integer", "minimum": 1}},
}
FILE = {
    "type": "object",
    "required": ["uri"],
    "properties": {
        "uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~/%-]+$"},
        "uriBaseId": {"const": "ROOT"},
    },
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["physicalLocation"],
                "properties": {
                    "physicalLocation": {
                        "type": "object",
                        "required": ["artifactLocation", "region"],
                        "properties": {"artifactLocation": FILE, "region": REGION},
                        "additionalProperties": False,
                    }
                },
            },
        },
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "fixes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["artifactChanges"],
                "properties": {
                    "artifactChanges": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "type": "object",
                            "required": ["artifactLocation", "replacements"],
                            "properties": {
                                "artifactLocation": FILE,
                                "replacements": {
                                    "type": "array",
                                    "minItems": 1,
                                    "items": {
                                        "type": "object",
                                        "required": ["deletedRegion"],
                                        "properties": {
                                            "deletedRegion": REGION,
                                            "insertedContent": TEXT,
                                        },
                                        "additionalProperties": False,
                                    },
                                },
                            },
                        },
                    }
                },
            },
        },
    },
    "additionalProperties": False,
}


def test_sarif_is_what_the_standard_says(run, tmp_path):
    for name in cases():
        write_case(name, tmp_path)
    log = json.loads(run("check", "--format", "sarif", "--lang", "fr").output)
    assert (log["version"], set(log)) == ("2.1.0", {"$schema", "version", "runs"})
    (found,) = log["runs"]
    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    assert found["columnKind"] == "unicodeCodePoints"
    for result in found["results"]:
        jsonschema.validate(result, RESULT)
        assert rules[result["ruleIndex"]] == result["ruleId"]
    prints = [result["partialFingerprints"]["timeline/v1"] for result in found["results"]]
    assert len(prints) > 100


def test_a_fix_in_sarif_is_the_one_of_fix(run, tmp_path, bad_date):
    (found,) = json.loads(run("check", "--format", "sarif").output)["runs"]
    (change,) = found["results"][0]["fixes"][0]["artifactChanges"]
    (piece,) = change["replacements"]
    region = piece["deletedRegion"]
    line = (tmp_path / bad_date).read_text(encoding="utf-8").splitlines()[region["startLine"] - 1]
    start, end = region["startColumn"] - 1, region["endColumn"] - 1
    mended = line[:start] + piece["insertedContent"]["text"] + line[end:]
    assert mended == 'date: "2021-06-01"'


# Excerpts.


@pytest.mark.parametrize(
    ("line", "column", "length", "shown", "carets"),
    [
        ("a: b", 4, 1, "a: b", "   ^"),
        ("é: 中国x", 6, 1, "é: 中国x", "       ^"),
        ("\ta: b", 1, 1, "→a: b", "^"),
        ("a: b\u200bc", 5, 1, "a: b�c", "    ^"),
        ("a:\u00a0b", 3, 1, "a:␣b", "  ^"),
        ("a: b  ", 5, 2, "a: b··", "    ^^"),
        ("a: e\u0301x", 6, 1, "a: e\u0301x", "    ^"),
        ("a: \x1b[2J", 4, 1, "a: �[2J", "   ^"),
        ("a: b", 9, 3, "a: b", "    ^"),
    ],
)
def test_carets_stand_under_what_they_mean(line, column, length, shown, carets):
    problem = make_problem(("x.yml", 1, column), "file-empty", length=length)
    assert list(excerpt([line], problem)) == [f"    1 | {shown}", f"      | {carets}"]


def test_of_a_long_line_the_part_around_the_fault_is_shown():
    problem = make_problem(("x.yml", 1, 5_001), "file-empty", length=400)
    first, second = excerpt(["y" * 5_000 + "x" * 5_000], problem)
    assert len(first) <= WIDTH + 10
    assert first.index("x") == second.index("^")


def test_of_a_line_that_is_not_there_nothing_is_shown():
    assert list(excerpt([], make_problem(("x.yml", 1, 1), "file-empty"))) == []


# The start.

HEAVY = {
    "babel",
    "filelock",
    "jinja2",
    "mkdocs",
    "spacy",
    "trafilatura",
}


def test_check_starts_without_what_it_does_not_need(tmp_path):
    write_case("events-draft-without-evidence", tmp_path)
    code = (
        "import sys; from generator.cli import main; "
        "main(['--root', sys.argv[1], 'check'], standalone_mode=False); "
        "print(*sys.modules, sep='\\n')"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "evidence-missing" in done.stdout
    assert set() == HEAVY & set(done.stdout.split())
