"""Each code that a problem can have is documented with an example; nothing documented is gone."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from broken import EXPECTED

HERE = Path(__file__).parents[2]
MESSAGES = HERE / "generator/record/messages"


def codes_in(path):
    """Return the codes that an importer hands to something that makes a problem."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        named = [word.value for word in node.keywords if word.arg == "code"]
        adds = getattr(node.func, "attr", "") == "add"
        for value in (*named, *(node.args[1:2] if adds else ())):
            if isinstance(value, ast.Constant) and re.fullmatch(r"import-[a-z]+", str(value.value)):
                yield value.value


def codes():
    """Return every code: those that have wordings, and those of importers, which have none yet."""
    tables = tomllib.loads((MESSAGES / "en.toml").read_text(encoding="utf-8"))
    worded = {code for code, table in tables.items() if is_code(table)}
    imports = (HERE / "generator/exchange").rglob("*.py")
    return worded | {code for path in imports for code in codes_in(path)}


def is_code(table):
    return isinstance(table, dict) and (
        "message" in table or any(isinstance(case, dict) for case in table.values())
    )


@pytest.mark.parametrize("name", ["problems.md", "problems.fr.md"])
def test_every_code_has_a_paragraph_with_an_example(name):
    used = codes()
    text = (HERE / "docs" / name).read_text(encoding="utf-8")
    sections = dict(
        re.findall(r"^### `([a-z-]+)`\n(.*?)(?=^##|\Z)", text, re.DOTALL | re.MULTILINE)
    )
    assert len(used) > 40
    assert sorted(used) == sorted(sections)
    assert [code for code, body in sections.items() if "👎" not in body or "👍" not in body] == []


@pytest.mark.parametrize("name", ["problems.md", "problems.fr.md"])
def test_the_guide_says_which_problems_are_fixable(name):
    text = (HERE / "docs" / name).read_text(encoding="utf-8")
    sections = dict(
        re.findall(r"^### `([a-z-]+)`\n(.*?)(?=^##|\Z)", text, re.DOTALL | re.MULTILINE)
    )
    said = {code for code, body in sections.items() if "`timeline fix`" in body}
    problems = tomllib.loads(EXPECTED.read_text(encoding="utf-8")).values()
    assert said == {problem["code"] for case in problems for problem in case if problem["fixable"]}
