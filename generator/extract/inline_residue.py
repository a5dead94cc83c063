"""Residue inside a line: teasers between two sentences, buttons in a row, prompts that leaked.

A third of the pages that a scraper leaves are one single line, so nothing here relies on line ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from generator.extract.cues import cue_book
from generator.extract.page import Line, sentence_ends
from generator.extract.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_WORDS = 3  # of a line: a shorter one is residue as a whole or not at all
LEAST_BUTTONS = 3  # two networks in a row also occur in sentences
LEAST_SECTIONS = 4  # "Politique Sport" may be a headline's kicker
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
_CAPITAL_GAP = re.compile(r"(?:[\s|/·•>»›&-]{1,4}[A-ZÀ-Þ][\w'’-]{0,20}){0,2}[\s|/·•>»›-]{0,5}")
_CLOCK = re.compile(r"(?<![\w:])\d{1,2} ?[:hH] ?\d{2}(?!\d)")
_GLUE = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ']+ )")
_WORD = re.compile(r"\w+")
_BEFORE_START = '.!?…»”")]}|>:•·–—-*([{\n'
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
            seeker.phrases, seeker.buttons, seeker.sections,
            seeker.tickers, seeker.prompts, seeker.services, seeker.leaks, seeker.lists,
            seeker.endings,
        )
        for span in step()
        if span.end > span.start
    )  # fmt: skip
    offset = line.span.start
    return [Span(span.start + offset, span.end + offset) for span in merge(found)]


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
        self.word_starts = [match.start() for match in _WORD.finditer(line.text)]

    def phrases(self) -> Iterator[Span]:
        """Find phrases that are residue wherever they stand."""
        for match in self.book.anywhere("phrases", self.folded):
            if self.begins(match.start()):
                yield self.span(match.start(), match.end())

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
            yield self.span(row[0].start(), row[-1].end())

    def tickers(self) -> Iterator[Span]:
        """Find headlines that each follow a clock time."""
        row: list[re.Match[str]] = []
        for match in _CLOCK.finditer(self.text):
            if row and not self.ticks_on(row[-1], match):
                yield from self.ticker_span(row)
                row = []
            row.append(match)
        yield from self.ticker_span(row)

    def ticks_on(self, first: re.Match[str], second: re.Match[str]) -> bool:
        """Say whether what lies between two clock times is a headline."""
        between = self.text[first.end() : second.start()].strip(" \t-–—•*|")
        return (
            0 < second.start() - first.end() <= TICKER_REACH
            and between[:1].isupper()
            and not between.endswith((".", ",", ";", "à", "et", "de", "and", "to"))
        )

    def ticker_span(self, row: list[re.Match[str]]) -> Iterator[Span]:
        if len(row) >= LEAST_CLOCKS:
            yield self.span(row[0].start(), self.teaser_end(row[-1].start(), row[-1].end()))

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
        start = 0
        for end in self.ends:
            sentence = self.folded[start:end]
            if (
                len(sentence) <= SERVICE_REACH
                and not any(quote in sentence for quote in _QUOTES)
                and self.book.addresses_reader(sentence)
            ):
                yield self.span(start + len(sentence) - len(sentence.lstrip()), end)
            start = end

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
        glued = bisect_right(self.glued_starts, cue_end)
        if glued < len(self.glued_starts):
            end = min(end, self.glued_starts[glued])
        for place in self.word_starts[first + least_words : first + TEASER_WORDS]:
            if place >= end:
                return end
            if self.starts_sentence(place):
                return place
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
        """Say whether a word begins a sentence although no full stop stands before it."""
        if self.book.starters.match(self.text, place) is None:
            return False
        words = self.text[max(0, place - 40) : place].split()
        last = words[-1] if words else ""
        return bool(last) and len(last) > PREPOSITION_LETTERS and last[-1].isalnum()

    def leak_end(self, match: re.Match[str]) -> int:
        """Return where an instruction ends: with its sentence, or where a title is glued on."""
        end = self.ends[min(bisect_right(self.ends, match.end() - 1), len(self.ends) - 1)]
        end = min(end, match.end() + LEAK_REACH)
        glue = _GLUE.search(self.text, match.end() - 1, end)
        return glue.start() if glue else end

    def span(self, start: int, end: int) -> Span:
        """Trim white space and separators off the end."""
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end)
