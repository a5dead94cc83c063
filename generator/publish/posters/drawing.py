"""A poster as a PNG: paper, a line of time with its mark, the date, the title, where it was.

Three inks on one ground, in sixteen colours: about 10 KB. The same poster drawn with the same fonts
has the same bytes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from generator.publish.posters.faces import Face, find_runs
from generator.publish.posters.marks import HEIGHT as MARK_HEIGHT
from generator.publish.posters.marks import WIDTH as MARK_WIDTH
from generator.publish.posters.marks import draw_mark
from generator.publish.posters.setting import FEATURES, Type, clean, fit, printed, set_lines, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.publish.posters.poster import Poster

# What networks ask for: 1.91 to 1, at least 1200 wide.
WIDTH, HEIGHT = 1200, 630  # pixels
EDGE = 72  # pixels on each side
COLUMN = 196  # pixels from the side to the text, right of the line of time
ROOM = WIDTH - COLUMN - EDGE  # pixels
SCALE = 4  # pixels to a unit of a mark
# Size of a title and how many lines of it there is room for.
TITLES = ((76, 2), (66, 3), (58, 3), (50, 4), (44, 5))
TITLES_WITH_LEAD = ((66, 2), (50, 2))
PAPER = "#faf6ee"
INKS = {"ink": "#241d17", "accent": "#9a2a1c", "quiet": "#62564a"}  # as in 10-tokens.css
LEVELS = 5  # steps from the paper to an ink; three inks and the paper make sixteen colours
COARSE = 1  # steps for what would be too large
LARGEST = 25_000  # bytes
VERSION = 1  # of the drawing: a new one draws all posters anew


@dataclass(slots=True)
class Sheet:
    """A poster being drawn: one mask for each ink."""

    faces: tuple[Face, ...]
    mirrored: bool = False
    masks: dict[str, Image.Image] = field(
        default_factory=lambda: {name: Image.new("L", (WIDTH, HEIGHT)) for name in INKS}
    )

    def line(self, text: str, ink: str, type_: Type, top: int, *, struck: bool = False) -> None:
        """Write a line at the column of the text; from its other side when mirrored."""
        runs = find_runs(text, self.faces)
        whole = sum(width(run, type_) for run in runs)
        left = WIDTH - COLUMN - whole if self.mirrored else float(COLUMN)
        draw = ImageDraw.Draw(self.masks[ink])
        base = top + type_.size  # all fonts stand on one line
        at = left
        for run in runs:
            font = type_.font(run.face)
            words = printed(run.text)
            draw.text((at, base), words, fill=255, font=font, anchor="ls", features=FEATURES)
            at += width(run, type_)
        if struck:
            middle = base - round(type_.size * 0.28)
            ImageDraw.Draw(self.masks["accent"]).rectangle((left, middle, at, middle + 4), fill=255)

    def box(self, ink: str, box: tuple[float, float, float, float], shade: int = 255) -> None:
        """Fill a box; its sides change places when mirrored."""
        left, top, right, bottom = box
        if self.mirrored:
            left, right = WIDTH - right, WIDTH - left
        ImageDraw.Draw(self.masks[ink]).rectangle((left, top, right, bottom), fill=shade)

    def stamp(self, ink: str, mask: Image.Image, left: int, top: int, shade: int = 255) -> None:
        """Press a mask onto an ink; with shade 0, take the ink away there."""
        left = WIDTH - left - mask.width if self.mirrored else left
        self.masks[ink].paste(shade, (left, top), mask)

    def png(self) -> bytes:
        """Return the picture, with coarser edges where much is written on it."""
        fine = self._packed(LEVELS)
        return fine if len(fine) < LARGEST else self._packed(COARSE)

    def _packed(self, levels: int) -> bytes:
        picture = Image.new("P", (WIDTH, HEIGHT))
        picture.putpalette(_palette())
        steps = [round(value * levels / 255) * LEVELS // levels for value in range(256)]
        seen = [255 * (step > 0) for step in steps]
        for number, mask in enumerate(self.masks.values()):
            table = [step and number * LEVELS + step for step in steps]
            picture.paste(mask.point(table), (0, 0), mask.point(seen))
        packed = io.BytesIO()
        # A level of 9 takes eight times as long for 8 % less.
        picture.save(packed, "PNG", bits=4, compress_level=6)
        return packed.getvalue()


def draw_poster(poster: Poster, faces: Sequence[Face]) -> bytes:
    """Return a poster as a PNG of 1200 × 630 pixels.

    Args:
        poster: what it says; letters that no font has are left out, and a title of which too little
            is left gives way to the one in another language, or to none.
        faces: fonts, the preferred first.
    """
    sheet = Sheet(tuple(faces), poster.mirrored)
    sheet.box("ink", (0, 0, WIDTH, 11))
    sheet.box("quiet", (EDGE, 106, WIDTH - EDGE, 107), 120)
    if poster.shape:
        _draw_mark(sheet, poster)
    _one_line(sheet, (poster.site,), "ink", Type(sheet.faces, 30, 600), 44)
    _one_line(sheet, poster.dates, "accent", Type(sheet.faces, 44, 600), 142)
    _one_line(sheet, (poster.note,), "quiet", Type(sheet.faces, 28), 200)
    top = _draw_title(sheet, poster, 250 if poster.note else 216)
    if poster.lead:
        _draw_lead(sheet, poster.lead, top + 8)
    if poster.bars:
        _draw_bars(sheet, poster.bars)
    _one_line(sheet, (poster.foot,), "quiet", Type(sheet.faces, 28), 556)
    return sheet.png()


def _one_line(sheet: Sheet, texts: Sequence[str], ink: str, type_: Type, top: int) -> None:
    """Write the first of some texts of which the fonts have every letter."""
    for text in map(clean, texts):
        if find_runs(text, sheet.faces, 0):
            lines, _ = set_lines(text, type_, ROOM, 1)
            sheet.line(lines[0], ink, type_, top)
            break


def _draw_title(sheet: Sheet, poster: Poster, top: int) -> int:
    """Draw the first title that the fonts have letters for; return where it ends."""
    for title in map(clean, poster.titles):
        if not find_runs(title, sheet.faces):
            continue
        sizes = TITLES_WITH_LEAD if poster.lead else TITLES
        type_, lines = fit(title, sheet.faces, sizes, 600, ROOM)
        for line in lines:
            sheet.line(line, "ink", type_, top, struck=poster.standing == "cancelled")
            top += round(type_.size * 1.2)
        break
    return top


def _draw_lead(sheet: Sheet, text: str, top: int) -> None:
    type_ = Type(sheet.faces, 30)
    for line in set_lines(clean(text), type_, ROOM, 2)[0]:
        sheet.line(line, "quiet", type_, top)
        top += 42


def _draw_mark(sheet: Sheet, poster: Poster) -> None:
    """Draw the line of time, and on it the mark at the height of the date."""
    left, top = EDGE, 148
    middle = left + MARK_WIDTH * SCALE // 2
    sheet.box("quiet", (middle - 1, 106, middle + 1, HEIGHT), 120)
    broken = poster.approximate or poster.uncertain
    mark = draw_mark(poster.shape, poster.standing, broken, SCALE)
    for ink in ("quiet", "ink"):
        sheet.stamp(ink, mark.ground, left, top, 0)
    sheet.stamp("quiet", mark.ink, left, top, 0)
    sheet.stamp("ink", mark.ink, left, top)
    sheet.stamp("accent", mark.strike, left, top)
    if poster.shape == "unknown":
        _sign(sheet, 11, middle, top + 12 * SCALE)
    elif poster.uncertain:
        _sign(sheet, 12, middle, top + MARK_HEIGHT * SCALE + 12)


def _sign(sheet: Sheet, size: int, x: int, y: int) -> None:
    """Write a question mark with its middle at a point, on a ground of its own."""
    x = WIDTH - x if sheet.mirrored else x
    box = (x - size * 2, y - size * 2, x + size * 2, y + size * 2)
    ImageDraw.Draw(sheet.masks["quiet"]).ellipse(box, fill=0)
    font = Type(sheet.faces, size * SCALE, 700).font(sheet.faces[0])
    ImageDraw.Draw(sheet.masks["ink"]).text((x, y), "?", fill=255, font=font, anchor="mm")


def _draw_bars(sheet: Sheet, bars: Sequence[int]) -> None:
    """Draw how many events each span of years has, along the bottom."""
    base, tallest = 540, 62
    step = ROOM / len(bars)
    sheet.box("quiet", (COLUMN, base, WIDTH - EDGE, base + 1))
    for index, number in enumerate(bars):
        if number:
            height = max(4, tallest * number / max(bars))
            left = COLUMN + index * step
            sheet.box("accent", (left, base - height, left + max(2, step - 4), base - 2))


def _palette() -> list[int]:
    paper = _rgb(PAPER)
    colours = [paper]
    for ink in map(_rgb, INKS.values()):
        colours += [
            tuple(round(p + (i - p) * step / LEVELS) for p, i in zip(paper, ink, strict=True))
            for step in range(1, LEVELS + 1)
        ]
    return [value for colour in colours for value in colour]


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[index : index + 2], 16) for index in (1, 3, 5))
