"""The constants of the design: contrasts, sizes, and that docs/design.md tells the truth."""

import gzip
import re
from pathlib import Path

import make_fonts
import pytest

from generator.publish.edition import TEMPLATES

ROOT = Path(__file__).parents[2]
CSS = {path.name: path.read_text("utf-8") for path in (TEMPLATES / "assets/css").glob("*.css")}
TOKENS = dict(re.findall(r"--([\w-]+): light-dark\((#\w{6}, #\w{6})\)", CSS["10-tokens.css"]))
# Text on its ground: at least 4.5; lines, marks and other signs: at least 3.
# Source: WCAG 2.2, success criteria 1.4.3 and 1.4.11.
TEXT = [
    (ink, ground) for ink in ("ink", "quiet", "accent") for ground in ("paper", "panel", "field")
]
TEXT += [("ink", "found"), ("quiet", "found"), ("ink", "accent-soft")]
SIGNS = [("accent", "paper"), ("line", "field"), ("ink", "paper")]


def luminance(colour):
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(name, ground, scheme):
    colours = (TOKENS[key].split(", ")[scheme] for key in (name, ground))
    low, high = sorted(luminance(colour) for colour in colours)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("name", "ground"), TEXT)
def test_text_stands_out_from_its_ground(name, ground, scheme):
    assert contrast(name, ground, scheme) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("name", "ground"), SIGNS)
def test_signs_stand_out_from_their_ground(name, ground, scheme):
    assert contrast(name, ground, scheme) >= 3


def test_pages_ask_for_the_letters_that_each_font_file_has():
    named = re.findall(r'url\("(fonts/.+?)"\)[^;]+;\s*unicode-range: ([^;]+);', CSS["05-fonts.css"])
    ranges = {path: re.sub(r"U\+|,", "", text).split() for path, text in named}
    cut = {f"fonts/{name}.woff2": text.split() for name, (_, _, text) in make_fonts.FONTS.items()}
    assert ranges == cut
    for path in cut:
        assert (TEMPLATES / "assets" / path).stat().st_size < 50_000


def test_browsers_that_know_no_schemes_get_the_light_one():
    plain = dict(re.findall(r"--([\w-]+): (#\w{6});", CSS["10-tokens.css"]))
    assert plain == {name: pair.split(", ")[0] for name, pair in TOKENS.items()}


def test_colours_are_named_in_one_place():
    for name, text in CSS.items():
        if name != "10-tokens.css":
            assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*{)", text) == [], name


def test_the_document_gives_the_contrasts_that_there_are():
    text = (ROOT / "docs/design.md").read_text("utf-8")
    rows = re.findall(
        r"^\| `([\w-]+)` on `([\w-]+)` \| ([\d.]+) \| ([\d.]+) \|", text, re.MULTILINE
    )
    assert {(name, ground) for name, ground, *_ in rows} == {*TEXT, *SIGNS}
    for name, ground, light, dark in rows:
        assert f"{contrast(name, ground, 0):.1f}" == light, (name, ground)
        assert f"{contrast(name, ground, 1):.1f}" == dark, (name, ground)


def test_what_a_page_asks_for_is_small():
    scripts = [path.read_text("utf-8") for path in (TEMPLATES / "assets/js").glob("*.js")]
    assert len(gzip.compress("".join(CSS.values()).encode())) < 20_000
    assert sum(len(gzip.compress(text.encode())) for text in scripts) < 30_000
