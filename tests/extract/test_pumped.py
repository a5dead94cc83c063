"""No regular expression takes time that grows with the square of a text made to make it do so.

Every pattern is taken that stands in a module or inside what a module holds: a new one too.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import time
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import generator.extract
import generator.record

SHORT, LONG = 1_000, 4_000  # code points
UNDOUBTED = 0.003  # seconds for a long text, below which nothing grows with the square of it
SQUARE, CUBE = 9, 32  # times for four times the text: 4 is in line with it, then 16, then 64
TOO_LONG = 0.2  # seconds for a short text
DOUBTS = 3  # times that a doubt is looked into
LEAST_IN_MODULES = 100
BOUNDED = {
    "_ITEM": "takes the cues of languages apart, no text of an article",
    "_TERM": "takes the rules of dates apart, no text of an article",
    "_ORDINAL": "is handed 40 characters before a boundary of sentences",
    "_CHAIN": "is handed 80 characters before a name",
}
SAMPLES = 2  # texts made from each pattern
PIECES = (" ", "a", "A", "1", "1 ", ", ", ".", "-", "'", "(", "«", "a ", "A ", "A. ", "\n", "a\n")


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


# ---------------------------------------------------------------------------- pumped texts


def sample(tree: Any, chance: random.Random) -> str:
    """Return a text that a parsed pattern could match, look-arounds left out."""
    made = []
    for kind, value in tree:
        name = str(kind)
        if name == "LITERAL":
            made.append(chr(value))
        elif name == "NOT_LITERAL":
            made.append("a" if value != ord("a") else "b")
        elif name == "ANY":
            made.append("a")
        elif name == "IN":
            made.append(one_of(value, chance))
        elif name == "BRANCH":
            made.append(sample(chance.choice(value[1]), chance))
        elif name == "SUBPATTERN":
            made.append(sample(value[-1], chance))
        elif name == "ATOMIC_GROUP":
            made.append(sample(value, chance))
        elif name.endswith("REPEAT"):
            low, high, inner = value
            made += [sample(inner, chance) for _ in range(min(int(high), max(low, 1), low + 2))]
    return "".join(made)


def one_of(items: Any, chance: random.Random) -> str:
    """Return a character of a set."""
    named = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}
    others = {"CATEGORY_NOT_DIGIT": "a", "CATEGORY_NOT_SPACE": "a", "CATEGORY_NOT_WORD": ","}
    allowed = []
    for kind, value in items:
        if str(kind) == "LITERAL":
            allowed.append(chr(value))
        elif str(kind) == "RANGE":
            allowed.append(chr(chance.choice(value)))
        elif str(kind) == "CATEGORY":
            allowed.append({**named, **others}[str(value)])
    if str(items[0][0]) == "NEGATE":
        return next(c for c in "a1 ,.-A'" if not re.match(f"[{re.escape(''.join(allowed))}]", c))
    return chance.choice(allowed)


def pumped(pattern: re.Pattern[str]) -> list[str]:
    """Return pieces that, said again and again, lead a pattern on."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    chance = random.Random(ascii(pattern.pattern))
    pieces = list(PIECES)
    for _ in range(SAMPLES):
        text = sample(tree, chance)[:60]
        pieces += [text, text[: len(text) // 2], text[:-1], text[-3:], text[:1]]
    return [piece for piece in dict.fromkeys(pieces) if piece]


def seconds(pattern: re.Pattern[str], piece: str, size: int, tries: int, *, sought: bool) -> float:
    """Return how long a pattern takes at best for a pumped text: all its matches, or the first."""
    text = (piece * (size // len(piece) + 1))[:size] + "\x00"
    best = float("inf")
    for _ in range(tries):
        before = time.perf_counter()
        if sought:
            for _ in pattern.finditer(text):
                pass
        else:
            pattern.match(text)
            pattern.fullmatch(text)
        best = min(best, time.perf_counter() - before)
    return best


def grows(pattern: re.Pattern[str], most: float, *, sought: bool = True) -> str:
    """Return the piece with which a pattern takes more than time in line; empty for none.

    Short texts go first: what takes its time on them would not end on long ones. A doubt is looked
    into again, as the machine may have had other work.
    """
    for piece in pumped(pattern):
        for size in (SHORT // 4, SHORT, LONG):
            first = seconds(pattern, piece, size, 1, sought=sought)
            if first < (UNDOUBTED if size == LONG else TOO_LONG):
                continue
            for _ in range(DOUBTS):
                short = seconds(pattern, piece, size // 4, 5, sought=sought)
                long = seconds(pattern, piece, size, 5, sought=sought)
                if long < UNDOUBTED or long < most * short:
                    break
            else:
                return f"{piece!r} to {size}: {short:.4f} s, four times as long {long:.4f} s"
    return ""


# ---------------------------------------------------------------------------- the tests


def test_no_pattern_of_a_module_takes_time_that_grows_with_the_square() -> None:
    code, slow, tried = sources(), {}, 0
    for module in modules():
        for name, value in vars(module).items():
            for pattern in inside(value) if name not in BOUNDED else ():
                only = isinstance(value, re.Pattern) and is_only_matched(name, code)
                tried += 1
                if found := grows(pattern, SQUARE, sought=not only):
                    slow[f"{module.__name__}.{name}"] = found
    assert slow == {}
    assert tried > LEAST_IN_MODULES


def test_the_measure_tells_what_grows_with_the_square() -> None:
    assert grows(re.compile(r"a+b"), SQUARE)
