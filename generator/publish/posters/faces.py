"""Which font draws which letter: ours first, then those of the machine, never an empty box.

Pillow says nothing of what a font lacks, so a letter counts as drawable when its picture differs
from the one that the font has for letters it does not know.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import ImageFont, features

if TYPE_CHECKING:
    from collections.abc import Sequence

SHAPED = features.check("raqm")
"""Whether letters are joined and ordered as their script wants: needs FriBiDi on the machine."""
MOST_FONTS = 300  # files of the machine that are looked into
DROPPED_SHARE = 1 / 3  # of the letters of a text; beyond it what is left says something else
_PROBE = 32  # pixels
_UNKNOWN = "\U0010fffe"  # no character, in no font
_UNFIT = re.compile(
    "mono|emoji|italic|oblique|condensed|narrow|light|thin|lastresort|blank|math|symbol|unifont|code"
    "|bold"
)
"""Names of fonts that are not for running text, or that have a box for every letter."""
_JOINED = "\u0900\u109f\u1780\u17ff"  # from Devanagari to Burmese, Khmer
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A font file."""

    path: Path
    known: dict[str, bool] = field(default_factory=dict, repr=False)
    """Letters that were looked for, and whether they are there."""

    def has(self, letter: str) -> bool:
        """Say whether the font has a letter."""
        if letter not in self.known:
            self.known[letter] = letter.isspace() or letter in _JOINERS or self._draws(letter)
        return self.known[letter]

    def covers(self, text: str) -> bool:
        """Say whether the font has all letters of a text."""
        return all(self.has(letter) for letter in text)

    def _draws(self, letter: str) -> bool:
        drawn = _picture(self.path, letter)
        return any(drawn[1]) and drawn != _picture(self.path, _UNKNOWN)


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one font."""

    text: str
    face: Face


def our_faces(folder: Path) -> tuple[Face, ...]:
    """Return the upright fonts of the site's assets."""
    paths = sorted(folder.glob("*.woff2"), key=lambda path: (len(path.name), path.name))
    return tuple(Face(path) for path in paths if "italic" not in path.name)


@lru_cache(maxsize=1)
def machine_faces() -> tuple[Face, ...]:
    """Return the fonts of this machine, those with serifs first."""
    found = {
        path
        for folder in _folders()
        for path in folder.rglob("*")
        if path.suffix.lower() in {".ttf", ".otf", ".ttc"} and not _UNFIT.search(path.stem.lower())
    }
    ranked = sorted(found, key=lambda path: ("serif" not in path.stem.lower(), str(path)))
    return tuple(Face(path) for path in ranked[:MOST_FONTS] if _opens(path))


@lru_cache(maxsize=4096)
def find_runs(text: str, faces: tuple[Face, ...], share: float = DROPPED_SHARE) -> tuple[Run, ...]:
    """Cut a text into runs of one font each.

    A text whose letters change their form or their order beside each other has to come from one
    font.

    Args:
        text: on one line.
        faces: fonts, the preferred first.
        share: of its letters that may be left out because no font has them, 0 to 1.

    Returns:
        The runs, or nothing when the text cannot be drawn.
    """
    if any(_is_joined(letter) for letter in text):
        whole = next((face for face in faces if face.covers(text)), None) if SHAPED else None
        return (Run(text, whole),) if whole else ()
    runs: list[Run] = []
    kept = 0
    for letter in text:
        last = runs[-1].face if runs else None
        face = _face_beside(letter, last, faces)
        if face is None:
            continue
        kept += not letter.isspace()
        if face is last:
            runs[-1] = Run(runs[-1].text + letter, face)
        else:
            runs.append(Run(letter, face))
    wanted = sum(not (letter.isspace() or unicodedata.combining(letter)) for letter in text)
    return tuple(runs) if kept and wanted - kept <= share * wanted else ()


def _face_beside(letter: str, last: Face | None, faces: Sequence[Face]) -> Face | None:
    """Return the font for a letter: its neighbour's for an accent, our first for a space."""
    if unicodedata.combining(letter):
        return last if last and last.has(letter) else None
    if letter.isspace():
        return faces[0] if last else None
    return next((face for face in faces if face.has(letter)), None)


def _is_joined(letter: str) -> bool:
    """Say whether a letter needs its neighbours: written from right to left, or in clusters."""
    clusters = _JOINED[0] <= letter <= _JOINED[1] or _JOINED[2] <= letter <= _JOINED[3]
    return clusters or unicodedata.bidirectional(letter) in {"R", "AL"}


@cache
def _probe(path: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, _PROBE, layout_engine=ImageFont.Layout.BASIC)


def _picture(path: Path, letter: str) -> tuple[tuple[int, int], bytes]:
    try:
        mask = _probe(path).getmask(letter, mode="L")
    except OSError:  # a glyph that FreeType cannot read
        return (0, 0), b""
    return mask.size, bytes(mask)


def _opens(path: Path) -> bool:
    try:
        _probe(path)
    except (OSError, ValueError):
        return False
    return True


def _folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        named = [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
    elif sys.platform == "darwin":
        named = [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    else:
        named = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts",
                 home / ".local/share/fonts"]  # fmt: skip
    return [folder for folder in named if folder.is_dir()]
