"""The one certain answer to a fault, as a piece of text that comes in the place of another.

A mend is given only where a reader of the file could type nothing else; what could be meant in two
ways has a hint, or none, and no mend. Each is read back before it is offered: it stands at the very
value that the fault is about, and it says what it is to say.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from generator.errors import Mend
from generator.record.strict_yaml import Node, Shape, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

CLOSE = 0.7  # difflib's ratio from which a message says "Did you mean"
MIN_ID = (
    5  # letters of an id in which one slip is told from another word: "mali" and "bali" are not
)


# ------------------------------------------------------------------ what was meant


def close_to(found: str, choices: Iterable[str]) -> list[str]:
    """Return the one or two choices that a word is close to, the closest first."""
    return difflib.get_close_matches(found, tuple(dict.fromkeys(choices)), n=2, cutoff=CLOSE)


def meant_word(found: str, choices: Iterable[str]) -> str:
    """Return the word of a closed list that a word with one slip of the pen must be.

    No other word may be close, and the slip is one letter too many, missing, wrong or swapped with
    its neighbour, or capitals and hyphens: "unreviewed" is close to "reviewed" and not meant so.
    """
    close = close_to(found, choices)
    if len(close) != 1 or not found:
        return ""
    before, after = (re.sub(r"[ _-]", "-", word.casefold()) for word in (found, close[0]))
    return close[0] if before == after or _slip(before, after) else ""


def meant_id(found: str, known: Iterable[str]) -> str:
    """Return the id that an unknown one with one slip of the pen must be.

    Ids are an open list: "irak" may be a record that nobody has written yet rather than "iran", and
    "sommet-2023" is not "sommet-2024". So only a letter too many, missing or swapped counts.
    """
    close = close_to(found, known)
    if len(close) != 1 or len(found) < MIN_ID:
        return ""
    slip = _slip(found, close[0])
    return close[0] if slip and _is_movement(*slip) else ""


def _is_movement(before: str, after: str) -> bool:
    """Say whether a slip adds, drops or swaps letters, rather than writing another letter."""
    same_letters = sorted(before) == sorted(after)
    return (same_letters or len(before) != len(after)) and not re.search("[0-9]", before + after)


def _slip(before: str, after: str) -> tuple[str, str] | None:
    """Return the letters in which two words differ when it is by one slip; None otherwise."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    before, after = before[start:], after[start:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    one_letter = max(len(before), len(after)) == 1
    swapped = len(before) == 2 and before == after[::-1]  # noqa: PLR2004 -- two neighbours
    return (before, after) if one_letter or swapped else None


# ------------------------------------------------------------------ where it goes


def put_word(text: str, node: Node, word: str) -> Mend | None:
    """Return a mend that puts a word in the place of a scalar, in the quotes that a person took."""
    source = _source(text, node)
    if source is None or not word:
        return None
    sign = source[0] if source[0] in "'\"" else ""
    return _checked(node, source, f"{sign}{word}{sign}", word)


def put_text(text: str, node: Node, value: str) -> Mend | None:
    """Return a mend that puts a text between quotes in the place of a scalar."""
    source = _source(text, node)
    if source is None or not value:
        return None
    sign = "'" if source[0] == "'" else '"'
    return _checked(node, source, f"{sign}{value}{sign}", value)


def put_stripped(text: str, node: Node) -> Mend | None:
    """Return a mend that takes white space from both ends of a text, within its quotes."""
    source = _source(text, node)
    if source is None:
        return None
    sign = source[0] if source[0] in "'\"" else ""
    inner = source[len(sign) : len(source) - len(sign)].strip()
    return _checked(node, source, f"{sign}{inner}{sign}", node.raw.strip()) if inner else None


def put_cleaned(text: str, node: Node, value: str) -> Mend | None:
    """Return a mend that takes the characters out of a scalar that its value must not have."""
    source = _source(text, node)
    if source is None or not value:
        return None
    dropped = set(node.raw) - set(value)
    return _checked(node, source, "".join(s for s in source if s not in dropped), value)


def mend_indent(text: str, node: Node, spaces: str) -> Mend | None:
    """Return a mend that puts plain spaces in the place of others, where the file is then right.

    Args:
        text: the file as it is read.
        node: what begins with the spaces.
        spaces: those, of which each is as wide as one.
    """
    end = node.start + len(spaces)
    if text[node.start : end] != spaces or set(spaces) - set(" \u00a0\u202f"):
        return None
    _, left = parse_yaml(text[: node.start] + " " * len(spaces) + text[end:], "")
    return None if left else Mend(start=node.start, end=end, text=" " * len(spaces))


def put_number(text: str, node: Node, number: str) -> Mend | None:
    """Return a mend that writes digits in the place of a scalar."""
    source = _source(text, node)
    return None if source is None else _checked(node, source, number, number)


def drop_item(text: str, node: Node, index: int) -> Mend | None:
    """Return a mend that takes a scalar, but the first one, out of a list, and no comment."""
    item, before = node.items[index], node.items[index - 1]
    source = _source(text, item)
    if source is None or index == 0:
        return None
    end = item.start + len(source)
    if text[node.start : node.start + 1] == "[":
        start = before.start + len(text[before.start : before.end].rstrip())
        gap = text[start : item.start]
        whole = gap.strip() == ","
    else:
        start = text.rfind("\n", 0, item.start)
        stop = text.find("\n", end)
        stop = len(text) if stop < 0 else stop
        whole = bool(re.fullmatch(r"\n *- +", text[start : item.start]))
        whole = whole and not text[end:stop].strip(" \t")
        end = stop
    return Mend(start=start, end=end, text="") if whole else None


def _source(text: str, node: Node) -> str | None:
    """Return how a scalar on one line is written; None for what is written otherwise."""
    source = text[node.start : node.end].rstrip(" \t\r\n")
    if node.shape is not Shape.SCALAR or not source or "\n" in source:
        return None
    return source if _says(source, node.raw) else None


def _checked(node: Node, source: str, new: str, value: str) -> Mend | None:
    if new == source or not _says(new, value):
        return None
    return Mend(start=node.start, end=node.start + len(source), text=new)


def _says(source: str, value: str) -> bool:
    """Say whether a piece of YAML is one scalar with a value."""
    node, problems = parse_yaml(source, "")
    right = node is not None and node.shape is Shape.SCALAR and node.raw == value
    return right and not problems
