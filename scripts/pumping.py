"""Lead regular expressions on with texts made for them, and see how their time grows.

A text is made of what leads up to a repetition of the pattern and of what that repeats, said again
and again, so that the pattern begins everywhere and goes on for long. Time is that of the CPU, the
best of several, and only what grows in each of several looks is slow: other work on the machine
makes neither the one nor the other.
"""

from __future__ import annotations

import random
import re
import time
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES = (500, 2_000, 8_000)  # code points; each is tried before the next one, which is 4 times it
UNDOUBTED = 0.003  # CPU seconds for the longest text, below which nothing grows with its square
TOO_LONG = 0.2  # CPU seconds for a shorter text
SQUARE = 9  # times for four times the text: 4 is in line with it, then 16, then 64
DOUBTS = 3  # times that a doubt is looked into
SAMPLES = 2  # texts made from each pattern, besides those that its repetitions give
MANY = 60  # times from which on a repetition is worth leading on
SHORT_MATCH = 300  # characters that a pattern without a long repetition looks at
MOST_LEADS = 20  # repetitions of a pattern that are led on
PIECES = (" ", "a", "A", "1", "1 ", ", ", ".", "-", "'", "(", "«", '"', "a ", "A ", "Aa ", "A. ",
          "\n", "a\n", "\t", " \n")  # fmt: skip

_CATEGORIES = {
    "CATEGORY_DIGIT": "1",
    "CATEGORY_SPACE": " ",
    "CATEGORY_WORD": "a",
    "CATEGORY_NOT_DIGIT": "a",
    "CATEGORY_NOT_SPACE": "a",
    "CATEGORY_NOT_WORD": ",",
}


def pumped(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Return what a text begins with and what it then says again and again, for each text.

    None for a pattern that looks at a few characters only, wherever it begins.
    """
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    chance = random.Random(ascii(pattern.pattern))  # noqa: S311 -- no secret
    found = list(leads(tree, "", chance))
    if not found and tree.getwidth()[1] <= SHORT_MATCH:
        return []
    pieces = list(PIECES)
    for _ in range(SAMPLES):
        text = sample(tree, chance)[:60]
        pieces += [text, text[: len(text) // 2], text[:-1], text[-3:], text[:1]]
    texts = [("", piece) for piece in pieces]
    for before, again in chance.sample(found, min(MOST_LEADS, len(found))):
        texts += [(before, again), ("", before + again), ("", again)]
    return [text for text in dict.fromkeys(texts) if text[1]]


def leads(tree: Any, before: str, chance: random.Random) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """Yield for each long repetition of a parsed pattern what leads up to it, and what it takes."""
    for kind, value in tree:
        name = str(kind)
        if name == "BRANCH":
            for branch in value[1]:
                yield from leads(branch, before, chance)
        elif name in {"SUBPATTERN", "ATOMIC_GROUP"}:
            yield from leads(value[-1] if name == "SUBPATTERN" else value, before, chance)
        elif name in {"ASSERT", "ASSERT_NOT"}:
            yield from leads(value[1], before, chance)
        elif name.endswith("REPEAT"):
            if value[1] >= MANY:
                yield before[-60:], sample(value[2], chance)
            yield from leads(value[2], before, chance)
        before += sample([(kind, value)], chance)


def sample(tree: Any, chance: random.Random) -> str:  # noqa: ANN401 -- the parser's own lists
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


def one_of(items: Any, chance: random.Random) -> str:  # noqa: ANN401
    """Return a character of a set."""
    allowed = []
    for kind, value in items:
        if str(kind) == "LITERAL":
            allowed.append(chr(value))
        elif str(kind) == "RANGE":
            allowed.append(chr(chance.choice(value)))
        elif str(kind) == "CATEGORY":
            allowed.append(_CATEGORIES[str(value)])
    if str(items[0][0]) == "NEGATE":
        shut = set(allowed)
        return next((c for c in "a1 ,.-A'\n;" if c not in shut), "\x01")
    return chance.choice(allowed)


def cpu_seconds(work: Callable[[], object], tries: int = 1) -> float:
    """Return the CPU seconds that some work takes at best."""
    best = float("inf")
    for _ in range(tries):
        before = time.process_time()
        work()
        best = min(best, time.process_time() - before)
    return best


def applied(
    pattern: re.Pattern[str], text: tuple[str, str], size: int, *, sought: bool
) -> Callable[[], object]:
    """Return the work of finding all matches in a pumped text, or of trying its beginning."""
    before, again = text
    long = (before + again * (size // len(again) + 1))[:size] + "\x00"
    if sought:
        return lambda: sum(1 for _ in pattern.finditer(long))
    return lambda: (pattern.match(long), pattern.fullmatch(long))


def grows(pattern: re.Pattern[str], most: float = SQUARE, *, sought: bool = True) -> str:
    """Return the text with which a pattern takes more than time in line; empty for none.

    Short texts go first: what takes its time on them would not end on long ones. A doubt is looked
    into again, as the machine may have had other work.
    """
    for text in pumped(pattern):
        for size in SIZES:
            bound = UNDOUBTED if size == SIZES[-1] else TOO_LONG
            if cpu_seconds(applied(pattern, text, size, sought=sought)) < bound:
                continue
            for _ in range(DOUBTS):
                short = cpu_seconds(applied(pattern, text, size // 4, sought=sought), 5)
                long = cpu_seconds(applied(pattern, text, size, sought=sought), 3)
                if long < bound or long < most * short:
                    break
            else:
                return f"{text!r} to {size}: {short:.4f} s, four times as long {long:.4f} s"
    return ""
