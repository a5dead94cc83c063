"""Residue inside a line: teasers between two sentences, buttons in a row, prompts that leaked.

A third of the pages that a scraper leaves are one single line, so nothing here relies on line ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract.residue.cues import cue_book
from generator.extract.residue.page import Line, sentence_ends
from generator.extract.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_REPEATED = 4  # words of a headline that is said twice
MOST_REPEATED = 30
LEAST_WORDS = 3  # of a line: a shorter one is residue as a whole or not at all
LEAST_BUTTONS = 3  # two networks in a row also occur in sentences
LEAST_SECTIONS = 4  # "Politique Sport" may be a headline's kicker
WORDS_BEFORE_ROW = 3  # words of a line before such a row that belong to it
LABEL_LETTERS = 8  # code points of a label that no sentence begins with
LEAST_DASHES = 5  # dashes also part the items of a list
LEAST_CLOCKS = 3  # a timetable of two lines is part of many articles
TEASER_WORDS = 40  # a teaser that does not end before is cut
CUT_TEASER_WORDS = 25  # to this many words
BRACKET_REACH = 300  # code points to a closing bracket
LEAK_REACH = 300  # code points from the first words of a leaked instruction to its end
SHORT_LINE_WORDS = 30  # a line so short is a prompt as a whole
SERVICE_REACH = 400  # code points of a sentence in which the site speaks of its offers
TICKER_REACH = 250  # code points from one clock time of a ticker to the next
WORDS_BEFORE_ENDING = 30  # words of the article before a comment form can end it
COMMENTS_SHARE = 3  # times the article's words that may follow: else it is a link at its top
LIST_WORDS = 80  # words of a list of links at the end of a line
PREPOSITION_LETTERS = 3  # after so short a word a capital begins a name, not a sentence

_SEPARATORS = re.compile(r"[\s|/·•>»›→–\-:]{0,5}")
_CAPITAL_GAP = re.compile(
    r"(?:[\s|/·•>»›&-]{1,4}[A-ZÀ-Þ][\w'’-]{0,20}(?:\s[\w'’-]{1,20}){0,2}){0,2}[\s|/·•>»›-]{0,5}"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]{3,300}|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,60}")
_CREDIT = re.compile(r"(?:©|\(c\))\s{0,2}(?:[A-ZÀ-Þ\d][\w.'’-]{0,30}(?:\s?[/|,&-]\s?|\s)?){1,8}")
_CLOCK = re.compile(r"(?<![\w:])\d{1,2} ?[:hH] ?\d{2}(?!\d)")
_DAY = re.compile(r"(?<![\w/])\d{1,2}[/.]\d{1,2}[/.]\d{4}(?=\s[A-ZÀ-Þ])")
_DASH = re.compile(r"(?:(?<=\s)|^)[-–•]\s(?=[A-ZÀ-Þ\"«])")
_GLUE = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ']+ )")
_COLON = re.compile(r"\s?:(?=\s[A-ZÀ-Þ])")
_WORD = re.compile(r"\w+")
_SMALL = re.compile(r"(?<!\w)[a-zà-ÿ]{3,}(?!\w)")
_BEFORE_START = '.!?…»”")]}|>:•·–—-*([{\n'
_LINKS = frozenset(("et", "de", "and", "to", "at"))
_QUOTES = '«»“”"'
_STOPS = frozenset('.!?…»”")]')
_BRACKETS = {"(": ")", "[": "]", "{": "}"}


def find_inline_residue(line: Line, *, words_before: int = 0) -> list[Span]:
    """Find residue inside one line.

    Args:
        line: a line that is not residue as a whole.
        words_before: words of the article's text in the lines before it.

    Returns:
        Spans of the whole text, sorted, not overlapping, each with the separators around it.
    """
    if line.words < LEAST_WORDS:
        return []
    seeker = _Seeker(line, words_before)
    found = sorted(
        span
        for step in (
            seeker.phrases, seeker.addresses, seeker.credits, seeker.labels, seeker.crumbs,
            seeker.buttons, seeker.sections,
            seeker.tickers, seeker.prompts, seeker.services, seeker.leaks, seeker.lists,
            seeker.endings,
        )
        for span in step()
        if span.end > span.start
    )  # fmt: skip
    offset = line.span.start
    return [Span(span.start + offset, span.end + offset) for span in merge(found)]


def find_segments(line: Line) -> list[Span]:
    """Cut a line into sentences, those included that end without a full stop.

    Returns:
        Spans of the whole text without white space around them, in order.
    """
    offset = line.span.start
    found = []
    for start, end in pairwise([0, *_Seeker(line, 0).segments()]):
        piece = line.text[start:end]
        bare = piece.strip()
        if bare:
            first = offset + start + len(piece) - len(piece.lstrip())
            found.append(Span(first, first + len(bare)))
    return found


@cache
def _crumbs(signs: str) -> re.Pattern[str]:
    """Return the pattern of at least three names in a row with one of the signs in between."""
    name, sign = r"[A-ZÀ-Þ][\w' -]{1,40}", rf"\s[{signs}]\s"
    return re.compile(rf"{name}(?:{sign}{name}){{1,6}}(?={sign}){sign}[A-ZÀ-Þ][\w'’-]{{1,30}}")


def find_repeats(folded: str) -> list[tuple[int, Span]]:
    """Find what a line says twice without a pause, as pages say their headline.

    Returns:
        Where each is said first, and the span in which it is said again.
    """
    words = list(_WORD.finditer(folded))
    said = [word.group() for word in words]
    last: dict[tuple[str, ...], int] = {}
    found = []
    index = 0
    while index + LEAST_REPEATED <= len(said):
        key = tuple(said[index : index + LEAST_REPEATED])
        first = last.get(key, -MOST_REPEATED - 1)
        length = index - first
        if (
            LEAST_REPEATED <= length <= MOST_REPEATED
            and said[first:index] == said[index : index + length]
        ):
            end = words[index + length - 1].end()
            found.append((words[first].start(), Span(words[index].start(), end)))
            index += length
            continue
        last[key] = index
        index += 1
    return found


def merge(spans: list[Span]) -> list[Span]:
    """Join sorted spans that touch or overlap."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


class _Seeker:
    """One line, and the ways of finding residue in it; offsets are of the line."""

    def __init__(self, line: Line, words_before: int) -> None:
        self.text = line.text
        self.folded = line.folded
        self.book = cue_book()
        self.ends = sentence_ends(line.text)
        self.words_before = words_before
        self.glued_starts = [m.start() for m in self.book.glued_starter.finditer(line.text)]
        self.small_words = {m.group() for m in _SMALL.finditer(line.text)}
        self.word_starts = [match.start() for match in _WORD.finditer(line.text)]

    @cached_property
    def cue_starts(self) -> list[int]:
        """Where another piece of residue or furniture begins, which ends a teaser."""
        cues = (
            match.start()
            for kind in ("phrases", "prompts", "teasers", "issued", "captions")
            for match in self.book.anywhere(kind, self.folded)
            if self.text[match.start()].isupper()
        )
        return sorted({*cues, *(first for first, _ in find_repeats(self.folded))})

    def phrases(self) -> Iterator[Span]:
        """Find phrases that are residue wherever they stand; a word alone only before a capital."""
        for match in self.book.anywhere("phrases", self.folded):
            following = self.text[match.end() : match.end() + 3].lstrip()[:1]
            alone = " " in match.group() or not following or following.isupper()
            if alone and self.begins(match.start()):
                yield self.span(match.start(), match.end())

    def addresses(self) -> Iterator[Span]:
        """Find addresses of pages and mailboxes."""
        for match in _ADDRESS.finditer(self.text):
            yield self.span(match.start(), match.end())

    def credits(self) -> Iterator[Span]:
        """Find "© Agence / Photographe", up to where a sentence begins."""
        for match in _CREDIT.finditer(self.text):
            first = bisect_right(self.word_starts, match.start())
            end = match.end()
            for place in self.word_starts[first + 1 : first + TEASER_WORDS]:
                if place >= end:
                    break
                if self.book.starters.match(self.text, place):
                    end = place
            yield self.span(match.start(), end)

    def buttons(self) -> Iterator[Span]:
        """Find networks and buttons in a row."""
        yield from self.rows("sharing", _SEPARATORS, LEAST_BUTTONS)

    def sections(self) -> Iterator[Span]:
        """Find section names of a site in a row, with at most two other names in between."""
        yield from self.rows("menu", _CAPITAL_GAP, LEAST_SECTIONS)

    def rows(self, kind: str, gap: re.Pattern[str], least: int) -> Iterator[Span]:
        """Find capitalised cues of one kind that follow each other over a gap."""
        row: list[re.Match[str]] = []
        for match in self.book.anywhere(kind, self.folded):
            if not self.text[match.start()].isupper() and not row:
                continue
            if row and gap.fullmatch(self.text, row[-1].end(), match.start()) is None:
                yield from self.row_span(row, least)
                row = [match] if self.text[match.start()].isupper() else []
            else:
                row.append(match)
        yield from self.row_span(row, least)

    def row_span(self, row: list[re.Match[str]], least: int) -> Iterator[Span]:
        if len({match.group() for match in row}) >= least:
            before = bisect_right(self.word_starts, row[0].start()) - 1
            start = 0 if before <= WORDS_BEFORE_ROW else row[0].start()
            yield self.span(start, row[-1].end())

    def tickers(self) -> Iterator[Span]:
        """Find headlines that each follow a clock time, a day in numbers, or a dash."""
        yield from self.headlines(_CLOCK, LEAST_CLOCKS)
        yield from self.headlines(_DAY, LEAST_CLOCKS)
        yield from self.headlines(_DASH, LEAST_DASHES)

    def headlines(self, mark: re.Pattern[str], least: int) -> Iterator[Span]:
        """Find headlines in a row, each after a mark."""
        row: list[re.Match[str]] = []
        for match in mark.finditer(self.text):
            if row and not self.is_headline(row[-1].end(), match.start()):
                yield from self.headlines_span(row, least)
                row = []
            row.append(match)
        yield from self.headlines_span(row, least)

    def is_headline(self, start: int, end: int) -> bool:
        """Say whether what lies between two marks is a headline."""
        between = self.text[start:end].strip(" \t-–—•*|") if end - start <= TICKER_REACH else ""
        cue = bisect_right(self.cue_starts, start)
        if cue < len(self.cue_starts) and self.cue_starts[cue] < end:
            return False
        opens = between.lstrip('"«“ \u00a0')[:1].isupper()
        words = between.split()
        return opens and between[-1] not in ".,;" and len(words[-1]) > 1 and words[-1] not in _LINKS

    def headlines_span(self, row: list[re.Match[str]], least: int) -> Iterator[Span]:
        if len(row) >= least:
            yield self.span(row[0].start(), self.teaser_end(row[-1].start(), row[-1].end()))

    def crumbs(self) -> Iterator[Span]:
        """Find where on the site the page stands: "Accueil > Afrique > Économie"."""
        pattern = _crumbs(">›" if "«" in self.text else ">›»")  # » also closes a quotation
        for match in pattern.finditer(self.text):
            yield self.span(match.start(), match.end())

    def labels(self) -> Iterator[Span]:
        """Find buttons and the like of several words, with a capital before and after."""
        for match in self.book.anywhere("plain_labels", self.folded):
            following = self.text[match.end() : match.end() + 3].lstrip()[:1]
            capital = self.text[match.start()].isupper()
            several = " " in match.group().strip() and len(match.group()) >= LABEL_LETTERS
            if capital and several and (not following or following.isupper()):
                yield self.span(match.start(), match.end())

    def prompts(self) -> Iterator[Span]:
        """Find sentences that ask the reader to do something or lead elsewhere."""
        complete = [phrase for phrase in self.phrases() if self.is_complete(phrase)]
        starts = [phrase.start for phrase in complete]
        for kind in ("prompts", "teasers"):
            for match in self.book.anywhere(kind, self.folded):
                place = bisect_right(starts, match.start()) - 1
                inside = place >= 0 and match.start() < complete[place].end
                if not inside and self.begins(match.start()) and self.ends_word(match.end()):
                    yield self.teaser(match, least_words=int(kind == "teasers"))

    def is_complete(self, phrase: Span) -> bool:
        """Say whether a phrase stands for itself: "cliquez ici pour" goes on."""
        following = self.text[phrase.end : phrase.end + 3].lstrip()[:1]
        return not (following.islower() or following == ":")

    def services(self) -> Iterator[Span]:
        """Find sentences in which the site speaks to its reader of what it offers."""
        for start, end in pairwise([0, *self.segments()]):
            piece = self.folded[start:end]
            if (
                len(piece) <= SERVICE_REACH
                and not any(quote in piece for quote in _QUOTES)
                and self.book.addresses_reader(piece, self.text[start:end])
            ):
                yield self.span(start + len(piece) - len(piece.lstrip()), end)

    def segments(self) -> list[int]:
        """Return where sentences end, those included that end without a full stop."""
        begun = [place for place in self.word_starts if self.starts_sentence(place)]
        return sorted({*self.ends, *begun})

    def leaks(self) -> Iterator[Span]:
        """Find instructions to a writer that were left in the text."""
        for match in self.book.anywhere("leaks", self.folded):
            if self.begins(match.start()) and self.ends_word(match.end()):
                yield self.span(match.start(), self.leak_end(match))

    def endings(self) -> Iterator[Span]:
        """Find where a comment form or the like ends the article, down to the end of the line."""
        for match in self.book.anywhere("endings", self.folded):
            inside = bisect_right(self.word_starts, match.start())
            before, after = self.words_before + inside, len(self.word_starts) - inside
            if not self.begins(match.start()):
                continue
            if before >= WORDS_BEFORE_ENDING and after <= COMMENTS_SHARE * before:
                yield self.span(match.start(), len(self.text))
                return
            yield self.span(match.start(), match.end())

    def lists(self) -> Iterator[Span]:
        """Find a list of links under its heading at the end of a long line."""
        for match in self.book.anywhere("lists", self.folded):
            rest = len(self.word_starts) - bisect_right(self.word_starts, match.start())
            sentences = len(self.ends) - bisect_right(self.ends, match.end())
            heads = " " in match.group() and self.text[match.start()].isupper()
            last = rest <= LIST_WORDS and 2 * rest < len(self.word_starts) and sentences <= 1
            last = last and not self.text.endswith(".")
            if heads and last:
                yield self.span(match.start(), len(self.text))
                return

    def begins(self, start: int) -> bool:
        """Say whether a cue begins a sentence, or at least looks as if it did."""
        before = self.before(start)
        return not before or before in _BEFORE_START or self.text[start].isupper()

    def ends_word(self, end: int) -> bool:
        """Say whether a cue ends with its last word, or a capital is glued to it."""
        inside = self.text[end - 1 : end + 1].isalnum() and end < len(self.text)
        return not inside or self.text[end].isupper()

    def before(self, start: int) -> str:
        """Return the character before an offset, white space left out."""
        place = start - 1
        while place >= 0 and self.text[place].isspace():
            place -= 1
        return self.text[place] if place >= 0 else ""

    def teaser(self, match: re.Match[str], *, least_words: int) -> Span:
        """Return the sentence of a cue, with the brackets around it.

        Args:
            match: the cue.
            least_words: how many words must follow it before another sentence may begin.
        """
        opening = self.text[match.start()]
        start = match.start()
        if opening not in _BRACKETS and start and self.text[start - 1] in _BRACKETS:
            start -= 1
            opening = self.text[start]
        if opening in _BRACKETS:
            closing = self.text.find(_BRACKETS[opening], start, start + BRACKET_REACH)
            if closing >= 0:
                return Span(start, closing + 1)
        return self.span(start, self.teaser_end(match.start(), match.end(), least_words))

    def teaser_end(self, cue_start: int, cue_end: int, least_words: int = 1) -> int:
        """Return where a teaser ends: with its sentence, or where another begins without a stop."""
        end = self.ends[min(bisect_right(self.ends, cue_end), len(self.ends) - 1)]
        first = bisect_right(self.word_starts, cue_end - 1)
        if not least_words and not self.stands_alone(cue_start):
            end = min(end, self.capital_after(first))
        following = bisect_right(self.cue_starts, cue_end)
        if following < len(self.cue_starts):
            end = min(end, self.cue_starts[following])
        glued = bisect_right(self.glued_starts, cue_end)
        if glued < len(self.glued_starts):
            end = min(end, self.glued_starts[glued])
        for place in self.word_starts[first + least_words : first + TEASER_WORDS]:
            if place >= end:
                return end
            if self.starts_sentence(place):
                return self.quote_before(place)
        limit = first + TEASER_WORDS
        if limit < len(self.word_starts) and self.word_starts[limit] < end:
            return self.word_starts[first + CUT_TEASER_WORDS]
        return end

    def stands_alone(self, start: int) -> bool:
        """Say whether a prompt is a sentence of its own: after a full stop, or a short line."""
        return self.before(start) in _STOPS or len(self.word_starts) <= SHORT_LINE_WORDS

    def capital_after(self, first: int) -> int:
        """Return where the first capitalised word stands that no network's name explains."""
        for place in self.word_starts[first : first + TEASER_WORDS]:
            words = self.text[max(0, place - 40) : place].split()
            named = self.book.opens_at("sharing", self.folded, place)
            linked = bool(words) and words[-1].islower() and len(words[-1]) <= PREPOSITION_LETTERS
            if self.text[place].isupper() and not named and not linked:
                return place
        return len(self.text)

    def starts_sentence(self, place: int) -> bool:
        """Say whether a word begins a sentence although no full stop stands before it.

        It has a capital after a longer word in lower case, and is a word that sentences begin with,
        or one that the same line also writes small, or the first of a quotation.
        """
        before = self.text[max(0, place - 40) : place]
        words = before.rstrip("«“ \u00a0\u202f").split()
        last = words[-1] if words else ""
        if len(last) <= PREPOSITION_LETTERS or not last[-1].isalnum():
            return False
        quoted = before.rstrip()[-1:] in {"«", "“"}
        if quoted or self.book.starters.match(self.text, place):
            return True
        match = _WORD.match(self.text, place)
        small = match is not None and self.text[place].isupper() and last.islower()
        return bool(small and match and match.group().lower() in self.small_words)

    def quote_before(self, place: int) -> int:
        """Return where a word starts, or the quotation mark that opens before it."""
        start = place
        while start and self.text[start - 1] in "«“ \u00a0\u202f":
            start -= 1
        return start if start < place and self.text[start:place].strip() else place

    def leak_end(self, match: re.Match[str]) -> int:
        """Return where an instruction ends: with its sentence, or where a title is glued on."""
        end = self.ends[min(bisect_right(self.ends, match.end() - 1), len(self.ends) - 1)]
        end = min(end, match.end() + LEAK_REACH)
        if colon := _COLON.match(self.text, match.end()):
            return colon.end()
        first = bisect_right(self.word_starts, match.end())
        begun = (place for place in self.word_starts[first : first + TEASER_WORDS] if place < end)
        end = next((place for place in begun if self.starts_sentence(place)), end)
        glue = _GLUE.search(self.text, match.end() - 1, end)
        return glue.start() if glue else end

    def span(self, start: int, end: int) -> Span:
        """Trim white space and separators off the end."""
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end)
