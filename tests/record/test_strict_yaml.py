"""YAML without surprises: text stays text, what is dangerous is refused, with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.record.strict_yaml import MAX_CHARACTERS, MAX_DEPTH, parse_yaml


def plain(node):
    if node.pairs or node.shape == "mapping":
        return {key.raw: plain(value) for key, value in node.pairs}
    return [plain(item) for item in node.items] if node.shape == "list" else node.value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("on", "on"),
        ("19:00", "19:00"),
        ("2025-06-16", "2025-06-16"),
        ("2025-06", "2025-06"),
        ("0o14", "0o14"),
        ("012", "012"),
        ("1_000", "1_000"),
        ("1e999", "1e999"),
        ("2025", 2025),
        ("-3.5", -3.5),
        ("1e3", 1000.0),
        ("true", True),
        ("null", None),
        ("~", None),
        ("", None),
        ('"2025"', "2025"),
        ("'null'", "null"),
    ],
)
def test_only_core_scalars_have_a_type(written, value):
    node, problems = parse_yaml(f"key: {written}\n", "x.yml")
    assert problems == ()
    assert plain(node) == {"key": value}


def test_every_node_has_its_line_and_column_in_characters():
    node, _ = parse_yaml("été:\n  - é: à\n    fin: [a, b]\n", "x.yml")
    inner = node.get("été").items[0].get("fin")
    assert (inner.line, inner.column) == (3, 10)
    assert (inner.items[1].line, inner.items[1].column) == (3, 14)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key", 3, 1),
        ("a: &x b\n", "yaml-anchor", 1, 4),
        ("a: *x\n", "yaml-alias", 1, 4),
        ("a: !!python/object:os.system b\n", "yaml-tag", 1, 4),
        ("a: !important\n", "yaml-tag", 1, 4),
        ("<<: a\n", "yaml-merge", 1, 1),
        ("a: b\n---\nc: d\n", "yaml-documents", 2, 1),
        ("titre: Sommet : suite\n", "yaml-syntax", 1, 15),
        ("a:\n\tb: c\n", "yaml-syntax", 2, 1),
        ("a: b\nc: \x07\n", "yaml-character", 2, 4),
        ("? [a]\n: b\n", "yaml-key", 1, 3),
        ("[" * 20_000, "yaml-depth", 1, MAX_DEPTH + 1),
    ],
)
def test_what_surprises_or_harms_is_refused_at_its_place(text, code, line, column):
    _, problems = parse_yaml(text, "x.yml")
    assert [(p.code, p.line, p.column) for p in problems] == [(code, line, column)]


def test_all_repeated_keys_are_reported_in_one_run():
    _, problems = parse_yaml("a: 1\na: 2\nb:\n  c: 1\n  c: 2\n", "x.yml")
    assert [problem.line for problem in problems] == [2, 5]


def test_a_file_over_the_limit_is_not_parsed_at_all():
    node, problems = parse_yaml("a" * (MAX_CHARACTERS + 1), "x.yml")
    assert node is None
    assert [problem.code for problem in problems] == ["yaml-size"]


def test_an_alias_bomb_stops_at_its_first_anchor():
    bomb = "a: &a [x, x]\n" + "\n".join(f"{c}: &{c} [*a, *a]" for c in "bcdefgh")
    _, problems = parse_yaml(bomb, "x.yml")
    assert [problem.code for problem in problems] == ["yaml-anchor"]


@given(st.text())
def test_no_text_raises(text):
    node, problems = parse_yaml(text, "x.yml")
    assert (
        node is not None
        or problems
        or not text.strip()
        or text.lstrip("\ufeff").lstrip()[0:1] in "#-.%"
    )
