"""Each code that a problem can have is documented with an example; nothing documented is gone."""

import ast
import re
from pathlib import Path

HERE = Path(__file__).parents[2]
CODE = re.compile(r"[a-z]+(-[a-z]+)*")


def codes_in(path):
    """Return the codes that a module hands to something that makes a problem."""
    makers = {"add": 1, "_stop": 1, "_report": 1, "problem": 1, "_problem": 3, "_file_problem": 1}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        named = [word.value for word in node.keywords if word.arg == "code"]
        place = makers.get(name)
        given = [*named, *(node.args[place : place + 1] if place is not None else [])]
        for value in given:
            if isinstance(value, ast.Constant) and CODE.fullmatch(str(value.value)):
                yield value.value


def test_every_code_has_a_paragraph_with_an_example():
    used = {code for path in (HERE / "generator").rglob("*.py") for code in codes_in(path)}
    text = (HERE / "docs/problems.md").read_text(encoding="utf-8")
    sections = dict(
        re.findall(r"^### `([a-z-]+)`\n(.*?)(?=^##|\Z)", text, re.DOTALL | re.MULTILINE)
    )
    assert len(used) > 40
    assert sorted(used) == sorted(sections)
    assert [code for code, body in sections.items() if "👎" not in body or "👍" not in body] == []
