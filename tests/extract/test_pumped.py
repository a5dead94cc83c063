"""No regular expression takes time that grows with the square of a text made to make it do so.

Every pattern is taken that stands in a module or inside what a module holds, and every one that
reading compiles from the data of a language, as it is applied: a new one too.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import patterns_in_use
import pytest
from pumping import grows

import generator.extract
import generator.record

LEAST_IN_MODULES = 100
LEAST_RULES = 100
WINDOW = 300  # code points that a pattern is handed at most, of texts however long: it is bounded
RULES_ONLY = "generator/extract/residue/alternatives.py"  # takes cues apart, no text of an article
COMPILE_LANGUAGE_DATA = {
    f"generator/extract/{module}.py"
    for module in (
        "timex/grammar", "timex/tense", "figures/forms", "figures/numerals", "figures/period",
        "residue/cues", "names/naming", "names/references", "events/clauses", "events/scene",
    )
}  # fmt: skip
BOUNDED = {
    "_ITEM": "takes the cues of languages apart, no text of an article",
    "_TERM": "takes the rules of dates apart, no text of an article",
    "_ORDINAL": "is handed 40 characters before a boundary of sentences",
    "_AMBIGUOUS": "is handed 40 characters of a record",
    "_CHAIN": "is handed 80 characters before a name",
}


# ---------------------------------------------------------------------------- all patterns


def modules() -> list[Any]:
    names = (
        info.name
        for package in (generator.extract, generator.record)
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    )
    needs_dask = "generator.extract.cluster"
    return [importlib.import_module(name) for name in names if name != needs_dask]


def sources() -> str:
    """Return the code of all modules, to see what is done with a pattern."""
    return "\n".join(Path(module.__file__).read_text(encoding="utf-8") for module in modules())


def is_only_matched(name: str, code: str) -> bool:
    """Say whether a pattern is only tried at a place, never looked for in a text."""
    uses = set(re.findall(rf"\b{re.escape(name)}\b(?:\.(\w+))?(?!\s*(?::|=\s*re))", code))
    return uses <= {"match", "fullmatch", ""} and uses != {""}


def inside(value: Any, depth: int = 5) -> list[re.Pattern[str]]:
    """Return the patterns in a value of a module: a table, a record, a cached function's answer."""
    if isinstance(value, re.Pattern):
        return [value] if isinstance(value.pattern, str) else []
    if not depth or isinstance(value, str | bytes | type):
        return []
    if is_dataclass(value):
        parts = [getattr(value, field.name, None) for field in fields(value)]
    elif isinstance(value, Mapping):
        parts = [*value.values()]
    elif isinstance(value, list | tuple | set | frozenset):
        parts = [*value]
    else:
        return []
    return [pattern for part in parts for pattern in inside(part, depth - 1)]


# ---------------------------------------------------------------------------- the tests


def test_no_pattern_of_a_module_takes_time_that_grows_with_the_square() -> None:
    code, slow, tried = sources(), {}, 0
    for module in modules():
        for name, value in vars(module).items():
            for pattern in inside(value) if name not in BOUNDED else ():
                only = isinstance(value, re.Pattern) and is_only_matched(name, code)
                tried += 1
                if found := grows(pattern, sought=not only):
                    slow[f"{module.__name__}.{name}"] = found
    assert slow == {}
    assert tried > LEAST_IN_MODULES


@pytest.fixture(scope="module")
def in_use() -> list[dict[str, Any]]:
    """All patterns that reading in four languages compiles."""
    command = [sys.executable, patterns_in_use.__file__]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def test_no_pattern_of_the_language_data_takes_time_that_grows_with_the_square(in_use) -> None:
    sought_at = {use["where"] for use in in_use if use["sought"]}
    slow, tried = {}, Counter()
    for use in in_use:
        if 0 < use["longest"] <= WINDOW or use["where"].startswith(RULES_ONLY):
            continue
        tried[use["where"].partition(":")[0]] += 1
        pattern = re.compile(use["pattern"], use["flags"])
        if found := grows(pattern, sought=use["where"] in sought_at):
            slow[f"{use['where']}: {use['pattern'][:80]}"] = found
    assert slow == {}
    assert set(tried) >= COMPILE_LANGUAGE_DATA
    assert tried["generator/extract/timex/grammar.py"] > LEAST_RULES


def test_the_measure_tells_what_grows_with_the_square_from_what_is_in_line() -> None:
    square = (r"a+b", r"\s+(?=qui)", r"\s*,", r"x[^.]*!", r"(?:\w+ ){2,}dit")
    in_line = (r"a++", r"\s{1,9}(?=qui)", r"(?<!\s)\s*+,", r"x[^.]{0,40}!", r"\w+", r".*")
    assert [pattern for pattern in square if not grows(re.compile(pattern))] == []
    assert [pattern for pattern in in_line if grows(re.compile(pattern))] == []
