"""Setting type in a box: letters in lines, lines that fit, and an ellipsis where they do not."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import ImageFont

from generator.publish.posters.faces import SHAPED, Face, Run, find_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

LONGEST = 400  # letters of a text that are looked at: more fit on no poster
MARKS = 2  # accents on one letter, Vietnamese has two; more run into other lines
ELLIPSIS = "…"
LONGEST_REST = 20  # letters of a word that are given up, so that a line ends with a whole one
_TRAILING = " ,;:-–"
FEATURES = ["lnum"] if SHAPED else None  # figures as high as capitals
# A line may end after a space that is not a no-break one, a hyphen, or a letter of a script that
# writes without spaces.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_BREAKABLE = re.compile(f"[^ \\-{_UNSPACED}]+[ \\-]*|[{_UNSPACED}] *|[ \\-]+")
_SPACES = re.compile(r"[\t\n\r\f\v\u2028\u2029 ]+")
_NO_BREAK = str.maketrans("\u00a0\u202f\u2007\u2011", "   -")


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: which fonts, how large and how heavy."""

    faces: tuple[Face, ...]
    size: int
    """Pixels."""
    weight: int = 400

    def font(self, face: Face) -> ImageFont.FreeTypeFont:
        """Return a font at this size, and at this weight where it has an axis for it."""
        return _font(face.path, self.size, self.weight)

    def width(self, text: str) -> float:
        """Return the width of a line in pixels."""
        return sum(width(run, self) for run in find_runs(text, self.faces))


def clean(text: str) -> str:
    """Return a text on one line, without what is not to be seen or would leave its line."""
    kept: list[str] = []
    marks = 0
    for letter in _SPACES.sub(" ", unicodedata.normalize("NFC", text[:LONGEST])).strip():
        category = unicodedata.category(letter)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        is_unseen = category in {"Cc", "Cs", "Co", "Cn"} or (
            category == "Cf" and letter not in "\u200c\u200d"
        )
        if marks <= MARKS and not is_unseen:
            kept.append(letter)
    return "".join(kept)


def width(run: Run, type_: Type) -> float:
    """Return the width of a run in pixels."""
    return type_.font(run.face).getlength(printed(run.text), features=FEATURES)


def printed(text: str) -> str:
    """Return a text whose lines are cut as it is drawn."""
    return text.translate(_NO_BREAK)


def set_lines(text: str, type_: Type, room: float, most: int) -> tuple[tuple[str, ...], bool]:
    """Break a text into lines.

    Args:
        text: on one line, clean.
        type_: how it is set.
        room: width of the lines in pixels.
        most: how many lines there may be.

    Returns:
        The lines, none of them wider than the room, and whether that is the whole text; the last
        one ends with an ellipsis when it is not.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, type_, room):
        if line and type_.width((line + piece).rstrip()) > room:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    lines += [line.rstrip()] if line.strip() else []
    if len(lines) <= most:
        return tuple(lines), True
    return (*lines[: most - 1], _shortened(lines[most - 1], type_, room)), False


def _pieces(text: str, type_: Type, room: float) -> Iterator[str]:
    """Yield what may stand on a line of its own, cut further where it is too wide for one."""
    for found in _BREAKABLE.finditer(text):
        piece = found[0]
        if type_.width(piece.rstrip()) <= room:
            yield piece
            continue
        part = ""
        for letter in piece:
            if part and type_.width(part + letter) > room:
                yield part
                part = ""
            part += letter
        yield part


def _shortened(line: str, type_: Type, room: float) -> str:
    """Return the beginning of a line that leaves room for an ellipsis, up to a word if one ends."""
    while line and type_.width(line.rstrip(_TRAILING) + ELLIPSIS) > room:
        words, _, rest = line.rpartition(" ")
        line = words if words and len(rest) < LONGEST_REST else line[:-1]
    return line.rstrip(_TRAILING) + ELLIPSIS


def fit(
    text: str, faces: Sequence[Face], sizes: Sequence[tuple[int, int]], weight: int, room: float
) -> tuple[Type, tuple[str, ...]]:
    """Set a text at the largest size at which all of it fits, else at the smallest, shortened.

    Args:
        text: on one line, clean.
        faces: fonts to take letters from.
        sizes: size in pixels with the most lines that it leaves room for, the largest first.
        weight: of the letters, 400 to 700.
        room: width of the lines in pixels.
    """
    for size, most in sizes:
        type_ = Type(tuple(faces), size, weight)
        lines, whole = set_lines(text, type_, room, most)
        if whole:
            break
    return type_, lines


@lru_cache(maxsize=256)
def _font(path: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    engine = ImageFont.Layout.RAQM if SHAPED else ImageFont.Layout.BASIC
    font = ImageFont.truetype(path, size, layout_engine=engine)
    with suppress(OSError):  # a font of one weight
        font.set_variation_by_axes([weight])
    return font
