"""What a figure is about, in the article's own words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.extract import lang
from generator.extract.residue.cues import fold

if TYPE_CHECKING:
    from generator.extract.figures.words import FigureWords
    from generator.extract.span import Span

MAX_WORDS = 8
REACH = 120  # code points looked at on either side

_WORD = re.compile(r"[^\W_](?:[\w.-]*\w)?['’]?")


class _Words:
    """Forms that begin, join and end noun phrases."""

    def __init__(self, words: FigureWords) -> None:
        self.genitive = re.compile(rf" (?:{words.genitive})")
        self.stop = _whole(words.stops)
        self.determiner = _whole(words.determiners)
        self.connector = _whole(words.connectors)


def _whole(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(forms)})")


@lru_cache(maxsize=8)
def _words(tag: str) -> _Words:
    return _Words(lang.load(tag, "figures"))


def find_subject(sentence: str, figure: Span, noun: int, tag: str) -> str:
    """Return what a figure counts or measures.

    Args:
        sentence: the sentence as written.
        figure: its place in the sentence, bound words and unit included.
        noun: where the counted noun starts; not before the end for money and measures.
        tag: language.

    Returns:
        At most `MAX_WORDS` words; empty when the sentence does not say it next to the figure.
    """
    words = _words(tag)
    folded = fold(sentence)
    if noun < figure.end:
        return _phrase_from(sentence, folded, noun, words)
    genitive = words.genitive.match(folded, figure.end)
    if genitive is not None:
        return _phrase_from(sentence, folded, genitive.end(), words)
    return _phrase_before(sentence, folded, figure.start, words)


def _phrase_from(sentence: str, folded: str, start: int, words: _Words) -> str:
    """Return the words from an offset to the next word or sign that ends a noun phrase."""
    first = last = start
    for count, match in enumerate(_WORD.finditer(folded, start, start + REACH)):
        gap = folded[last : match.start()].strip() if count else ""
        if count == MAX_WORDS or gap or (count and words.stop.fullmatch(match.group())):
            break
        if not count:
            first = match.start()
        last = match.end()
    phrase = sentence[first:last].split()
    while phrase and words.connector.fullmatch(phrase[-1].lower()):
        phrase.pop()
    return " ".join(phrase)


def _phrase_before(sentence: str, folded: str, end: int, words: _Words) -> str:
    """Return the noun phrase that a figure closes: "un volume commercial de 90 milliards"."""
    tokens = list(_WORD.finditer(folded, max(0, end - REACH), end))
    while tokens and words.connector.fullmatch(tokens[-1].group()):
        tokens.pop()
    last = tokens[-1].end() if tokens else end
    following = last
    for count, match in enumerate(reversed(tokens[-MAX_WORDS - 1 :])):
        apart = count and folded[match.end() : following].strip()
        if not apart and words.determiner.fullmatch(match.group()):
            return sentence[match.end() : last].strip()
        if apart or words.stop.fullmatch(match.group()):
            return ""
        following = match.start()
    return ""
