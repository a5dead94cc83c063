"""Cut the site's fonts out of Literata, so that a page asks for 50 KB and not for 2 MB.

    pip install fontpkg-literata fonttools brotli
    python scripts/make_fonts.py

Literata (SIL Open Font License, no reserved name) has two axes; a page needs one of them, the
weight from 400 to 700, at the optical size of running text. Letters are in two files, and browsers
ask for the second only where a page has Cyrillic, Greek or Vietnamese. `05-fonts.css` names the
ranges, `tests/publish/test_design.py` holds both equal.
"""

from __future__ import annotations

import importlib
import io
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent / "site_templates/assets/fonts"
FEATURES = ["kern", "liga", "onum", "lnum", "tnum", "pnum", "ccmp", "locl", "mark", "mkmk", "calt"]
OPTICAL_SIZE = 18  # points; text from 13 to 60 px was looked at, 12 is too dark in titles
WEIGHTS = (400, 700)
LATIN = "20-7E A0-17F 218-21B 1E9E 2C6 2DA 2DC 2010-2044 2070-208E 20AC 2116 2122 2190-2265"
MORE = "180-217 21C-24F 300-52F 1E00-1E9D 1E9F-1EFF"
FONTS = {
    "literata": ("Literata[opsz,wght].ttf", WEIGHTS, LATIN),
    "literata-more": ("Literata[opsz,wght].ttf", WEIGHTS, MORE),
    "literata-italic": ("Literata-Italic[opsz,wght].ttf", WEIGHTS[0], LATIN),
}


def letters(ranges: str) -> set[int]:
    """Return the code points of ranges such as ``20-7E A0``."""
    found: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def cut(source: Path, weights: Any, ranges: str) -> bytes:  # noqa: ANN401
    """Return a font with one optical size, some weights and some letters, as WOFF2."""
    ttlib, instancer, subset = (
        importlib.import_module(f"fontTools.{name}")
        for name in ("ttLib", "varLib.instancer", "subset")
    )
    font = ttlib.TTFont(source, recalcTimestamp=False)
    font = instancer.instantiateVariableFont(font, {"opsz": OPTICAL_SIZE, "wght": weights})
    whole = io.BytesIO()
    font.save(whole)
    font = ttlib.TTFont(whole, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features, options.hinting = FEATURES, False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters(ranges))
    cutter.subset(font)
    font.flavor = "woff2"
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()


def main() -> None:
    """Write the fonts and print their sizes."""
    files = Path(importlib.import_module("fontpkg_literata").__file__ or "").parent / "files"
    for name, (source, weights, ranges) in FONTS.items():
        data = cut(files / source, weights, ranges)
        (OUT / f"{name}.woff2").write_bytes(data)
        print(f"{name}: {len(data) / 1000:.1f} kB")


if __name__ == "__main__":
    main()
