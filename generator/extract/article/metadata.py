"""Who published an article under what title and when, as far as it says so itself.

A date of publication anchors every relative date of an article, so a wrong one is worse than none:
only what the article says of itself counts, never a page's clock, a sidebar or a copyright line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.extract.article.headline_date import find_date_beside_headline
from generator.extract.article.written_dates import WrittenDate, find_dates
from generator.extract.residue.cues import cue_book, fold
from generator.extract.residue.page import DECORATION, stems
from generator.extract.span import Span

if TYPE_CHECKING:
    from generator.extract.residue.page import Page
    from generator.extract.residue.parts import Reading
    from generator.record.edtf import Edtf

DATE_LINE_WORDS = 16  # words of a line that tells the date, the author and the time of a change
TITLE_WORDS = 4  # words of a headline before a date that is none of its own
NAME_WORDS = range(1, 6)
BYLINE_WORDS = 8  # capitalised words of a date line: a name, a newsroom
DATELINE_REACH = 80  # code points at the start of an article in which its dateline stands
LEAD_PIECES = 3  # subtitle, lead and text: a date with a time of day may stand before any of them
NOTE_REACH = 45  # code points from "Publié" to the date
SMALL_WORD_LETTERS = 3  # letters of a word that ties a date to the sentence: "le", "du", "the"
ADDRESS_WORDS = 40  # words of a line that is an address, whose last part is of many
SLUG_STEMS = 3  # stems of the headline in the article's own address
ONE_LINE_LENGTH = 240  # code points from which on a line is more than a date line or a headline
ONE_LINE_REACH = 400  # code points of a page without lines in which a date of publication stands

_TIME = re.compile(
    r"(?<!\d)\d{1,2} ?(?:h|:|min) ?\d{0,2}(?::\d{2}(?:[.,]\d{1,9})?)?"
    r" ?(?:am|pm|a\.m\.|p\.m\.)?"
    r"|(?<!\d)\d{1,2}\.\d{2}(?= ?(?:am|pm|a\.m\.|p\.m\.|uhr|gmt|utc|cet|cest|bst|est|edt))"
    r" ?(?:am|pm|a\.m\.|p\.m\.)?"
    r"|\(? ?(?<!\w)(?:gmt|utc|cet|cest|est|edt|bst|ist|wat|tu)(?!\w) ?"
    r"(?:[+-] ?\d{1,2}(?::?\d{2})?)? ?\)?"
)


_RAW_STAMP = re.compile(
    r"[\w ]{0,24}?[:=]?\s{0,2}\"?(?:19|20)\d\d-\d\d-\d\d[t ]"
    r"\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?"
    r"\s?(?:z|utc|gmt|[+-]\d\d:?\d\d)\"?"
)
"""What programs write, and people see only by mistake: a time with its zone."""

_SMALL_WORD = re.compile(r"(?<!\w)\w{1,9}\.?(?!\w)")  # a weekday or an article before a date
_NOTE_TIME = re.compile(
    r" ?(?:a|at|,|-|\||à)? ?\d{1,2} ?(?:h|:) ?\d{0,2}(?::\d{2})?(?: ?(?:am|pm|gmt|utc))?"
)


_BARE_CLOCK = re.compile(
    r" ?[-|,]? ?\d{1,2} ?[:h] ?\d{2}(?!\d)(?: ?\(?(?:gmt|utc)(?: ?[+-] ?\d{1,2}(?::?\d{2})?)?\)?)?"
)
_CLOCK_AFTER = re.compile(r" ?(?:a|at|,|-|\||um)? ?\d{1,2} ?[:h] ?\d{2}(?!\d)")


_DATED_ADDRESS = re.compile(
    r"https?://[^\s/]{3,80}/(?:[^\s/]{1,40}/){0,4}(?P<day>(?:19|20)\d\d([/-])\d\d\2\d\d)[/-](?P<slug>\S{5,200})"
)

_SECTION = re.compile(r"([A-ZÀ-Þ]{4,20}) (?=[A-ZÀ-Þ«\"][a-zà-ÿ])")
_GLUED_SECTION = re.compile(
    r"[A-ZÀ-Þ][^\W\d_]{2,20}(?: [^\W\d_]{1,20}){0,2}(\d{1,2}/\d{1,2}/\d{4})(?=[A-ZÀ-Þ\"«¿¡])"
)


class DateLine(StrEnum):
    """What a line that holds a date and little else is."""

    ISSUED = "issued"
    """Says that it is the date of publication."""
    UPDATED = "updated"
    """Says that it is the date of a change, and no other."""
    CLOCK = "clock"
    """A date and a time of day."""
    BARE = "bare"
    """A date, perhaps with a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of an article besides its text; None where nothing says it."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: Edtf | None = None
    url: str | None = None
    language: str | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """Fill what is missing from another account."""
        return Metadata(
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            author=self.author or other.author,
            published=self.published or other.published,
            url=self.url or other.url,
            language=self.language or other.language,
        )


# -- dates of one line ---------------------------------------------------------------------------


def date_line(text: str) -> DateLine | None:
    """Say what kind of date line a line is; None when it says anything besides."""
    dates = find_dates(text)
    if not dates or len(text.split()) > DATE_LINE_WORDS:
        return None
    folded = fold(text)
    book = cue_book()
    raw = _RAW_STAMP.fullmatch(folded) and not book.patterns["updated"].search(folded)
    if raw or _begins_with_issue(folded, dates[0]):
        return DateLine.ISSUED
    rest = folded
    for date in dates:
        rest = rest[: date.start] + " " * (date.end - date.start) + rest[date.end :]
    issued = book.patterns["issued"].search(folded)
    updated = book.patterns["updated"].search(folded)
    clock = _TIME.search(rest)
    for pattern in (
        _TIME,
        book.patterns["issued"],
        book.patterns["updated"],
        book.patterns["date_words"],
    ):
        rest = pattern.sub(lambda match: " " * len(match.group()), rest)
    if not _only_names(text, rest):
        return None
    if issued is not None and not (updated and updated.start() <= issued.start()):
        return DateLine.ISSUED
    if updated is not None:  # "27 mars 2023 | Mis à jour le 28 mars 2023" tells both days
        first = dates[0].end <= updated.start()
        return DateLine.ISSUED if first and len(dates) > 1 else DateLine.UPDATED
    return DateLine.CLOCK if clock else DateLine.BARE


def _begins_with_issue(folded: str, date: WrittenDate) -> bool:
    """Say whether a line reads "26 septembre 2021, rédigé par …"."""
    following = folded[date.end :].lstrip(" ,-|")
    return not folded[: date.start].strip(" -|") and bool(cue_book().opens("issued", following))


def is_date_line(text: str) -> bool:
    """Say whether a line tells when the article was published or changed, wherever it stands."""
    if date_line(text) not in {None, DateLine.BARE}:
        return True
    book, folded = cue_book(), fold(text.strip())
    told = book.opens("issued", folded) or book.opens("updated", folded)
    short = len(text.split()) <= NAME_WORDS[-1] * 2 and text[-1:] != "."
    return bool(told and short and any(character.isdigit() for character in text))


def find_date_notes(text: str) -> tuple[tuple[int, int], ...]:
    """Find "Publié le 3 juillet 2024 à 10h30" and "Updated on …" inside running text.

    Returns:
        Start and end of each note; only those that begin with a capital, as notes do.
    """
    folded = fold(text)
    book = cue_book()
    notes = []
    for date in find_dates(text):
        before = folded[max(0, date.start - NOTE_REACH) : date.start]
        found = [
            match
            for kind in ("issued", "updated")
            for match in book.patterns[kind].finditer(before)
            if not _SMALL_WORD.sub("", before[match.end() :]).strip(" :,-")
        ]
        start = date.start - len(before) + min((match.start() for match in found), default=0)
        if found and text[start].isupper():
            after = _NOTE_TIME.match(folded, date.end)
            notes.append((start, after.end() if after else date.end))
        elif stamp := _stamp(folded, date):
            notes.append(stamp)
    return tuple(notes)


def _stamp(folded: str, date: WrittenDate) -> tuple[int, int] | None:
    """Return where a date with a bare clock time stands in a page that is one line.

    No sentence puts "3 mai 2024 07:00"; on a line of its own it may be the page's clock.
    """
    if len(folded) < ONE_LINE_LENGTH:
        return None
    words = folded[max(0, date.start - NOTE_REACH) : date.start].split()
    clock = _BARE_CLOCK.match(folded, date.end)
    linked = bool(words) and (len(words[-1]) <= SMALL_WORD_LETTERS and words[-1].isalpha())
    return (date.start, clock.end()) if clock and not linked else None


def _only_names(text: str, rest: str) -> bool:
    """Say whether what is left of a date line is at most a name."""
    words = [match.start() for match in re.finditer(r"\w[\w.'’-]*", rest)]
    return len(words) <= BYLINE_WORDS and all(text[start].isupper() for start in words)


# -- what a page's text says ---------------------------------------------------------------------


def read_text_metadata(page: Page, reading: Reading) -> Metadata:
    """Collect what the lines around an article say of it."""
    title = _headline_alone(reading.title.of(page.text)) if reading.title else None
    lines = [line.text for line in page.lines if _within(line.span, reading.furniture)]
    return Metadata(
        title=title,
        publisher=next(filter(None, map(_publisher_of, lines)), None),
        author=next(filter(None, map(_author_of, lines)), None),
        published=find_published(page, reading),
    )


def _headline_alone(line: str) -> str:
    """Take from the line of a headline the section before it and the date with clock after it."""
    section = _SECTION.match(line)
    if section and cue_book().line("menu", fold(section[1])):
        line = line[section.end() :]
    for date in find_dates(line):
        words = line[: date.start].rstrip(" -–—|,")
        noted = find_date_notes(line)
        stamped = _CLOCK_AFTER.match(fold(line), date.end) or noted
        if stamped and len(words.split()) >= TITLE_WORDS:
            start = next((start for start, end in noted if start <= date.start < end), date.start)
            issued = (
                cue_book().patterns["issued"].search(fold(line), max(0, start - NOTE_REACH), start)
            )
            return line[: issued.start() if issued else start].rstrip(" -–—|,")
    return line


def find_published(page: Page, reading: Reading) -> Edtf | None:
    """Return the date of publication that the text shows; None when it shows none."""
    ways = (
        _from_date_lines,
        _from_dateline,
        _from_one_line,
        _from_above_headline,
        _from_glued_section,
        find_date_beside_headline,
        _from_address,
    )
    for way in ways:
        published = way(page, reading)
        if published is not None:
            return published
    return None


def _from_date_lines(page: Page, reading: Reading) -> Edtf | None:
    """Read lines that hold a date and little else; one that says "published" goes first."""
    kinds = [(line, date_line(line.text)) for line in page.lines]
    for line, kind in kinds:
        if kind == DateLine.ISSUED and not _within(line.span, reading.residue):
            return _issued_of(line.text)
    bare = [line for line, kind in kinds if kind == DateLine.BARE]
    headings = len([line for line in bare if not _within(line.span, reading.residue)]) > 1
    for line, kind in kinds:
        if kind != DateLine.CLOCK and (kind != DateLine.BARE or headings):
            continue
        before = LEAD_PIECES if kind == DateLine.CLOCK else 1
        if _within(line.span, reading.furniture) and _is_beside_text(line.span, reading, before):
            return find_dates(line.text)[0].edtf
    return None


def _is_beside_text(span: Span, reading: Reading, before: int) -> bool:
    """Say whether a line stands at the head or the foot of the article, not of the page.

    Right under the headline is a byline's place, right under the text an agency's; above the
    headline is also the place of a page's clock, so there it counts only where nothing of the site
    stands before the headline.

    Args:
        span: the line.
        reading: the page.
        before: before which piece of the text it must stand, 1 for the first.
    """
    if reading.title is None or span.start < reading.title.start:
        head = reading.title.start if reading.title else span.start
        return not reading.residue or reading.residue[0].start >= head
    text = [body for body in reading.body if body.start > reading.title.start]
    if not text or span.start < text[min(before, len(text)) - 1].start:
        return True
    end = text[-1].end
    return span.start >= end and not any(end <= r.start < span.start for r in reading.residue)


def _from_above_headline(page: Page, reading: Reading) -> Edtf | None:
    """Read the date right above the headline, as blogs set it.

    With a time of day it counts only when it opens with a number: a page's clock names the weekday.
    """
    above = None
    for line in page.lines:
        if reading.title and line.span.start >= reading.title.start:
            break
        above = line if line.text.strip() else above
    kind = date_line(above.text.lstrip(DECORATION)) if above else None
    stamped = kind == DateLine.CLOCK and above and above.text.lstrip(DECORATION)[:1].isdigit()
    if above and (stamped or kind == DateLine.BARE):
        return find_dates(above.text)[0].edtf
    return None


def _from_glued_section(page: Page, reading: Reading) -> Edtf | None:
    """Read "Política27/03/2023La decisión": section, day and text that a scraper left together."""
    for line in page.lines:
        match = _GLUED_SECTION.match(line.text)
        if match and not _within(line.span, reading.residue):
            return next((date.edtf for date in find_dates(match[1])), None)
    return None


def _from_address(page: Page, reading: Reading) -> Edtf | None:
    """Read the day in the article's own address, whose last part says its headline."""
    headline = stems(fold(reading.title.of(page.text))) if reading.title else frozenset()
    for line in page.lines:
        match = _DATED_ADDRESS.search(line.text) if line.words <= ADDRESS_WORDS else None
        if match and len(stems(fold(match["slug"])) & headline) >= SLUG_STEMS:
            return next((date.edtf for date in find_dates(match["day"])), None)
    return None


def _issued_of(text: str) -> Edtf | None:
    """Return the date after "published": not one that stands after "updated"."""
    updated = cue_book().patterns["updated"].search(fold(text))
    dates = find_dates(text)
    before = [date for date in dates if updated is None or date.start < updated.start()]
    return before[0].edtf if before else None


def _from_dateline(page: Page, reading: Reading) -> Edtf | None:
    """Read "PARIS, 3 juillet 2024 (AFP) –" at the start of the text."""
    start = next((span for span in reading.body if span != reading.title), None)
    if start is None:
        return None
    head = page.text[start.start : min(start.end, start.start + DATELINE_REACH)]
    match = re.match(
        r"(?:[^.:;!?–—]|(?<=\d)\.){3,70}?(?:\s[-–—]{1,2}\s|\)\s?[:.]|(?<=\d{4})\.\s)", head
    )
    dates = find_dates(match.group()) if match else ()
    names = head[: dates[0].start].strip(" ,(/") if dates else ""
    place = re.sub(r"[\s,]+(?:le|the|den|el)$", "", names)
    proper = [word for word in place.split() if len(word) > SMALL_WORD_LETTERS or word[0].isupper()]
    named = place[:1].isupper() and all(word[:1].isupper() for word in proper)
    return dates[0].edtf if named else None


def _from_one_line(page: Page, reading: Reading) -> Edtf | None:
    """Read "Publié le 3 juillet 2024" inside a line of running text, near either end of it."""
    book = cue_book()
    for line in page.lines:
        for date in find_dates(line.text):
            near = date.start < ONE_LINE_REACH or date.end > len(line.text) - ONE_LINE_REACH
            start = line.span.start + date.start
            if not near or _within(Span(start, start + 1), reading.residue):
                continue
            if date.start < ONE_LINE_REACH and _stamp(line.folded, date):
                return date.edtf
            before = line.folded[max(0, date.start - 40) : date.start]
            issued = _last(book.patterns["issued"], before)
            updated = _last(book.patterns["updated"], before)
            if issued is None:
                continue
            # "le rapport publié le 3 mai" is no byline; "publié le 3 mai à 11:05" is one.
            noted = _CLOCK_AFTER.match(line.folded, date.end)
            if not (line.text[max(0, date.start - 40) + issued].isupper() or noted):
                continue
            if updated is None or updated < issued:
                return date.edtf
    return None


def _last(pattern: re.Pattern[str], folded: str) -> int | None:
    """Return where the last cue starts that only small words separate from the end."""
    starts = [match.start() for match in pattern.finditer(folded)]
    return starts[-1] if starts else None


def _within(span: Span, spans: tuple[Span, ...]) -> bool:
    """Say whether a span lies in one of several, which are sorted and do not overlap."""
    index = bisect_right(spans, span.start, key=lambda other: other.start) - 1
    return index >= 0 and spans[index].contains(span)


def _author_of(text: str) -> str | None:
    """Return the name after "Par" or "By"."""
    match = cue_book().opens("author_marks", fold(text))
    if match is None:
        return None
    name = re.split(r"[,|/–—(\d•]| - | le | on ", text[match.end() :].strip(" :"))[0].strip(" .:-")
    words = name.split()
    proper = bool(words) and all(word[:1].isupper() for word in words)
    return name if proper and len(words) in NAME_WORDS else None


def _publisher_of(text: str) -> str | None:
    """Return what stands after "Source:" or, as in "Paris / La Gazette", after the place."""
    match = cue_book().opens("publisher_marks", fold(text))
    if match is not None:
        name = text[match.end() :].strip(" :.()")
    elif re.fullmatch(r"[A-ZÀ-Þ][\w '’-]{1,30} / [A-ZÀ-Þ][\w '’.-]{1,40}", text):
        name = text.split(" / ")[1].strip()
    else:
        return None
    return name if name and len(name.split()) <= NAME_WORDS[-1] + 1 else None
