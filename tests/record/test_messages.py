"""The wordings: the same keys and fields in both languages, and a broken record for each."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from broken import EXPECTED

from generator.errors import Problem
from generator.record.messages import (
    HINT,
    LANGUAGES,
    line_of,
    make_problem,
    phrase,
    say,
    visible,
    wordings,
)

HERE = Path(__file__).parents[2]
FIELD = re.compile(r"\$[a-z]+")
# Too large for a file of the corpus; tests of their own have them.
# What `timeline new` says of an answer, and `check` of no file.
ANSWERS = {"field-missing.answer", "reference-unknown.answer", "id-duplicate.new"}
NOT_SHOWN = {"yaml-size", "list.many", "file-link", "file-stray"} | ANSWERS


def sources():
    for path in (HERE / "generator").rglob("*.py"):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_languages_have_the_same_keys():
    assert wordings("en").keys() == wordings("fr").keys()


@pytest.mark.parametrize("key", sorted(wordings("en")))
def test_languages_leave_the_same_open_and_say_it_differently(key):
    english, french = wordings("en")[key], wordings("fr")[key]
    assert sorted(set(FIELD.findall(english))) == sorted(set(FIELD.findall(french)))
    plain = {
        "$found, expected $expected",
        "$found, attendu\u00a0: $expected",
        "organisation",
        "source",
    }
    assert english != french or english in plain


def test_every_wording_is_used_and_every_key_has_one():
    texts = {
        node.value
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    heads = {text for text in texts if text.endswith(".")}
    rules = {key for key in wordings("en") if key.partition(".")[0] in {"found", "expected"}}
    for key in wordings("en").keys() - rules:
        base = key.removesuffix(HINT)
        tail = base.rpartition(".")[2]
        assert base in texts or base.removesuffix(tail) in heads or tail in texts, key


def test_every_message_is_shown_by_a_broken_record():
    said = tomllib.loads(EXPECTED.read_text(encoding="utf-8"))
    shown = {problem["key"] for problems in said.values() for problem in problems}
    tables = tomllib.loads((HERE / "generator/record/messages/en.toml").read_text("utf-8"))
    keys = set()
    for code, table in tables.items():
        cases = table.items() if isinstance(table, dict) else ()
        keys |= {f"{code}.{case}" for case, inner in cases if isinstance(inner, dict)}
        keys |= {code for case, _ in cases if case == "message"}
    assert sorted(keys - shown) == sorted(NOT_SHOWN)


def test_nothing_english_is_left_in_french():
    words = re.compile(
        r"\b(found|expected|write|the|did you mean|with|which|quotes|warning)\b", re.IGNORECASE
    )
    said = tomllib.loads(EXPECTED.read_text(encoding="utf-8"))
    for name, problems in said.items():
        for problem in problems:
            assert not words.search(problem["fr"]), (name, problem["fr"])


def test_what_somebody_typed_can_neither_hide_nor_steer_a_terminal():
    problem = make_problem(("a\n.yml", 1, 1), phrase("yaml-tag", name="!\x1b[2J\u202ea"))
    for language in LANGUAGES:
        line = line_of(problem, language)
        assert line.replace("\u00a0", " ").replace("\u202f", " ").isprintable()
        assert "<U+001B>" in line
        assert "<U+202E>" in line


def test_a_phrase_inside_a_message_is_said_in_its_language():
    said = phrase("url", found=phrase("found.nothing"), expected=phrase("expected.url"))
    assert say(said, "fr").startswith("rien n'est écrit, attendu\u00a0: une adresse")


def test_a_problem_without_wordings_is_said_as_it_is():
    problem = Problem(path="a", line=1, column=1, code="import-row", message="m", hint="H.")
    assert line_of(problem, "fr") == "a:1:1: [import-row] m. H."


def test_dollars_that_somebody_typed_are_no_fields():
    assert say(phrase("yaml-tag", name="$name"), "en") == 'found a tag "$name"'


def test_ordinary_letters_stay():
    assert visible("Été 中国 👍🏽") == "Été 中国 👍🏽"
