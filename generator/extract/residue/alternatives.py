"""Many alternatives as one pattern that fails fast: at a letter only those are tried that it opens.

A pattern of a thousand alternatives is tried one after the other at each word of a text; sorted by
their first letters, some thirty are left. What matches, and which alternative of several, is the
same: their order is kept.
"""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

OTHER = "other"  # stands for every character that is no letter from a to z
_ANY = frozenset((*ascii_lowercase, OTHER))
_ITEM = re.compile(
    r"(?P<group>\()|(?P<set>\[(?P<not>\^)?(?P<inside>(?:\\.|[^\]\\])+)\])|\\(?P<escaped>.)|(?P<one>.)",
    re.DOTALL,
)
_REPEAT = re.compile(r"(?:(?P<may>[?*]|\{0?,\d*\}|\{0\})|\+|\{\d+(?:,\d*)?\})[?+]?")
_LOOK = re.compile(r"\?(?:[=!]|<[=!])")
_MODE = re.compile(r"\?:")


def join_alternatives(alternatives: Sequence[str]) -> str:
    """Join regular expressions over lower-case text, the earlier one winning.

    Args:
        alternatives: each a regular expression without named groups, back references or flags.
    """
    ungrouped = [_without_captures(each) for each in alternatives]
    opened_by = [first_letters(each) for each in ungrouped]
    if 2 * opened_by.count(_ANY) > len(ungrouped):
        return "|".join(ungrouped)

    def opened(letter: str) -> str:
        chosen = zip(ungrouped, opened_by, strict=True)
        return "|".join(each for each, letters in chosen if letter in letters)

    branches = [f"(?={letter})(?:{opened(letter)})" for letter in ascii_lowercase if opened(letter)]
    others = opened(OTHER)
    return "|".join((*branches, f"(?![a-z])(?:{others})") if others else branches)


def first_letters(pattern: str) -> frozenset[str]:
    """Return the letters from a to z, and `OTHER`, with which a match of a pattern can begin.

    Too many rather than too few: what is not understood can begin with anything.
    """
    found: set[str] = set()
    for branch in _branches(pattern):
        found |= _of_sequence(branch)
    return frozenset(found)


def _without_captures(pattern: str) -> str:
    """Return a pattern whose groups are not captured, which costs time."""
    return "".join(
        "(?:" if item["group"] and pattern[item.end() : item.end() + 1] != "?" else item.group()
        for item in _ITEM.finditer(pattern)
    )


def _of_sequence(pattern: str) -> frozenset[str]:
    """Return the first letters of a pattern without a top-level alternative."""
    found: frozenset[str] = frozenset()
    place = 0
    while item := _ITEM.match(pattern, place):
        end = _group_end(pattern, place) if item["group"] else item.end()
        found |= _of_item(item, pattern[place + 1 : end - 1])
        repeat = _REPEAT.match(pattern, end)
        looks = item["group"] and _LOOK.match(pattern, place + 1)
        if not looks and not (repeat and repeat["may"]):
            return found
        place = repeat.end() if repeat else end
    return _ANY  # it can be empty


def _of_item(item: re.Match[str], inside: str) -> frozenset[str]:
    if item["group"]:
        if _LOOK.match(inside):
            return frozenset()
        mode = _MODE.match(inside)
        return first_letters(inside[mode.end() if mode else 0 :])
    if item["set"]:
        plain = not item["not"] and "-" not in item["inside"] and "\\" not in item["inside"]
        return _of_characters(item["inside"]) if plain else _ANY
    if item["escaped"]:
        known = item["escaped"] == "d" or not item["escaped"].isalnum()
        return frozenset((OTHER,)) if known else _ANY
    return _ANY if item["one"] in ".^$" else _of_characters(item["one"])


def _of_characters(characters: Iterable[str]) -> frozenset[str]:
    return frozenset(each if each in ascii_lowercase else OTHER for each in characters)


def _branches(pattern: str) -> list[str]:
    """Return the alternatives at the top level of a pattern."""
    branches, start, place = [], 0, 0
    while item := _ITEM.match(pattern, place):
        if item["one"] == "|":
            branches.append(pattern[start:place])
            start = item.end()
        place = _group_end(pattern, place) if item["group"] else item.end()
    return [*branches, pattern[start:]]


def _group_end(pattern: str, start: int) -> int:
    """Return the offset after the bracket that closes the one at an offset."""
    depth, place = 0, start
    while item := _ITEM.match(pattern, place):
        place = item.end()
        depth += (item["group"] is not None) - (item["one"] == ")")
        if not depth:
            break
    return place
