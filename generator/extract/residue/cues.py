"""Words by which text that is no part of an article gives itself away, ready to be matched.

The cues of all languages are used together: a French article stands on an English template as often
as not. They are written as a person would say them, without accents and in lower case, and matched
against text folded the same way, character for character, so that offsets carry over.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.extract import lang
from generator.extract.residue.alternatives import join_alternatives

if TYPE_CHECKING:
    from collections.abc import Sequence

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_WORD_EDGE = r"(?!(?<=\w)\w)"  # not inside a word; unlike \b it allows a cue that ends in a colon
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u2032\u00b4`"


ADDRESS_REACH = 120  # code points between an offer and the word that addresses the reader

_SOUGHT = frozenset(("prompts", "lists"))
"""Kinds of many cues, looked for at each word of a text: worth the time to compile them sorted."""

_GLUED = frozenset(("leaks", "teasers"))
"""Kinds of cue to whose last word a scraper may have glued a headline: "À lire aussiLe maire"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidueCues:
    """The cues of one language: regular expressions over folded text; a space is any white space.

    Repeats are bounded, so that matching stays linear on hostile input.
    """

    labels: tuple[str, ...]
    """A line of its own: buttons, counters, empty template labels."""
    menu: tuple[str, ...]
    """Section names: residue where several stand in a row."""
    sharing: tuple[str, ...]
    """Networks and what one does there: residue where several stand in a row."""
    prompts: tuple[str, ...]
    """First words of a line or sentence that asks the reader to do something or links elsewhere."""
    teasers: tuple[str, ...]
    """First words before the headline of another article."""
    phrases: tuple[str, ...]
    """Residue wherever it stands, and no further than it reaches."""
    leaks: tuple[str, ...]
    """First words of an instruction to whatever wrote the text."""
    lists: tuple[str, ...]
    """Headings of a list of links."""
    endings: tuple[str, ...]
    """What only stands after the last word of an article, at the foot of the page."""
    comments: tuple[str, ...]
    """Headings of comments, which a section of an article could also have."""
    replies: tuple[str, ...]
    """Lines that stand under each comment of a reader."""
    commenters: tuple[str, ...]
    """Lines that stand over each comment of a reader."""
    readers: tuple[str, ...]
    """Words that address the reader."""
    services: tuple[str, ...]
    """What a site has to offer the reader: with `readers` in a sentence, it is the site's own."""
    captions: tuple[str, ...]
    """Marks of a picture's caption or credit."""
    bylines: tuple[str, ...]
    """First words of a line that names the author or the agency."""
    issued: tuple[str, ...]
    """Words before the date of publication."""
    updated: tuple[str, ...]
    """Words before the date of a change, which is never the date of publication."""
    date_words: tuple[str, ...]
    """Small words of a date line, besides the date and the words before it."""
    author_marks: tuple[str, ...]
    """Words before the author's name."""
    publisher_marks: tuple[str, ...]
    """Words before the publisher's or the agency's name."""
    credits: tuple[str, ...]
    """Who is credited, when the credit is all that stands between brackets."""
    questions: tuple[str, ...]
    """Headings of machine-made questions and answers."""
    balances: tuple[str, ...]
    """Headings of machine-made pros and cons."""
    starters: tuple[str, ...]
    """Words that, with a capital, begin a sentence: as written, accents and all."""


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if character.isspace():
        return " "
    if character in _DASHES:
        return "-"
    if character in _APOSTROPHES:
        return "'"
    return unicodedata.normalize("NFD", character)[0].lower()[0]


def fold(text: str) -> str:
    """Lower the case and drop the accents, one code point for one; white space becomes a space."""
    return "".join(map(_fold_character, text))


@dataclass(frozen=True, slots=True)
class CueBook:
    """The cues of all languages, compiled; each field of `ResidueCues` is one pattern."""

    patterns: dict[str, re.Pattern[str]]
    addresses: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    """`services` and `readers` of each language: "du" is no French word for the reader."""
    starters: re.Pattern[str]
    glued_starter: re.Pattern[str]
    """A starter with the end of another word right before it: "se relanceElle est"."""

    def line(self, kind: str, folded: str) -> bool:
        """Say whether a whole folded line is one cue of that kind."""
        return self.patterns[kind].fullmatch(folded) is not None

    def opens(self, kind: str, folded: str) -> re.Match[str] | None:
        """Return the cue of that kind with which a folded line begins."""
        return self.patterns[kind].match(folded)

    def opens_at(self, kind: str, folded: str, place: int) -> bool:
        """Say whether a cue of that kind stands at an offset of a folded text."""
        return self.patterns[kind].match(folded, place) is not None

    def addresses_reader(self, folded: str, text: str) -> bool:
        """Say whether a sentence speaks to the reader of what a site has to offer.

        Args:
            folded: the sentence, folded.
            text: the same as written, where "US" is a state and "us" are we.
        """
        return any(
            abs(offer.start() - word.start()) <= ADDRESS_REACH
            for service, reader in self.addresses
            for offer in service.finditer(folded)
            for word in reader.finditer(folded)
            if not _is_acronym(text[word.start() : word.end()])
        )

    def anywhere(self, kind: str, folded: str) -> list[re.Match[str]]:
        """Return the cues of that kind in a folded text, in order, not overlapping."""
        return list(self.patterns[kind].finditer(folded))


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


@cache
def cue_book() -> CueBook:
    """Compile the cues of every language that has a ``residue`` section."""
    all_cues: list[ResidueCues] = [lang.load(tag, "residue") for tag in lang.languages("residue")]
    apart = {"starters", "readers", "services"}
    kinds = [field.name for field in fields(ResidueCues) if field.name not in apart]
    starters = sorted({word for cues in all_cues for word in cues.starters}, key=_longest_first)
    words = "|".join(map(re.escape, starters))

    def together(kind: str) -> list[str]:
        return [cue for cues in all_cues for cue in getattr(cues, kind)]

    patterns = {
        kind: re.compile(
            _alternatives(together(kind), glued=kind in _GLUED, sought=kind in _SOUGHT)
        )
        for kind in kinds
    }
    plain = [cue for cue in together("labels") if ".{" not in cue]
    return CueBook(
        patterns={**patterns, "plain_labels": re.compile(_alternatives(plain, sought=True))},
        addresses=tuple(
            (re.compile(_alternatives(cues.services)), re.compile(_alternatives(cues.readers)))
            for cues in all_cues
        ),
        starters=re.compile(f"(?:{words})(?!\\w)"),
        glued_starter=re.compile(f"(?<=[a-zà-ÿ0-9])(?:{words})(?!\\w)"),
    )


def _alternatives(cues: Sequence[str], *, glued: bool = False, sought: bool = False) -> str:
    """Join cues, longest first, so that the longest one wins; whole words only."""
    ordered = sorted(set(cues), key=_longest_first)
    spaced = [re.sub(r" (?![?*+{])", " {1,4}", cue) for cue in ordered]
    join = join_alternatives if sought else "|".join
    return f"{_WORD_EDGE}(?:{join(spaced)}){'' if glued else _WORD_EDGE}"


def _longest_first(cue: str) -> tuple[int, str]:
    return -len(cue), cue
