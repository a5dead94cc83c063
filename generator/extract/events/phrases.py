"""Noun phrases of a text, by a model's votes on parts of speech: what was signed, who resigned.

A title takes them from the sentence that tells the event: "une deuxième ligne de broyage" after "a
inauguré". Without votes none is found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.names.gazetteer import Kind
from generator.extract.names.words import find_words
from generator.extract.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.extract.events.scene import Story
    from generator.extract.names.words import Word

MAX_WORDS = 6  # of a phrase; a title must not share more than eight with its article
REACH = 120  # code points after a verb in which its object begins
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_ENDS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_HEADS = frozenset({"NOUN", "PROPN"})
_STOPS = frozenset({"VERB", "AUX", "PRON", "SCONJ", "PUNCT"})
_NAMED = (Kind.PERSON, Kind.ORGANISATION)
_ATTACHED = re.compile(
    r"(?:[.,]\d+|-\w+)+"
)  # what belongs to the last word: "6,1", "cessez-le-feu"
_BETWEEN = " '’\u00a0\u202f-"  # what may stand between two words of one phrase


def phrase_at(story: Story, start: int, end: int, links: frozenset[str]) -> Span | None:
    """Return the noun phrase that begins right at an offset; None when there is none.

    Args:
        story: the text with the votes.
        start: where it begins.
        end: where it ends at the latest.
        links: folded words that may join two nouns in it.
    """
    taken: list[Word] = []
    for word in _free_words(story, start, end):
        gap = story.text[taken[-1].end : word.start] if taken else ""
        link = bool(taken) and word.fold in links
        part = part_of(story, word)
        graded = part == "ADV" and bool(taken) and part_of(story, taken[-1]) == "DET"
        if gap.strip(_BETWEEN) or not (part in _INSIDE or link or graded):
            break
        taken.append(word)
    return _trimmed(story, _short(taken, links))


def object_after(story: Story, start: int, end: int, links: frozenset[str]) -> Span | None:
    """Return the first noun phrase after a verb that no preposition stands before."""
    return next(_phrases(story, start, min(end, start + REACH), links), None)


def subject_before(
    story: Story, start: int, end: int, links: frozenset[str], asides: frozenset[str]
) -> Span | None:
    """Return the subject of a clause: its first noun phrase that no preposition stands before.

    Args:
        story: the text with the votes.
        start: where the clause begins.
        end: where its verb begins.
        links: folded words that may join two nouns of a phrase.
        asides: folded words after a phrase that only says when: "une semaine après".
    """
    for span in _phrases(story, start, end, links):
        after = find_words(story.text, span.end, end)[:1]
        if not (after and after[0].fold in asides):
            return span
    return None


def part_of(story: Story, word: Word) -> str:
    """Return the part of speech of a word; any in a name is a proper noun."""
    named = any(
        m.start <= word.start < m.end and m.kind in _NAMED
        for m in story.mentions_around(word.start)
    )
    return "PROPN" if named and word.capital else story.votes.parts.get(word.start, "")


def _phrases(story: Story, start: int, end: int, links: frozenset[str]) -> Iterator[Span]:
    """Yield the noun phrases up to the next verb that no preposition stands before.

    "Entre la direction et les syndicats": both are of the preposition.
    """
    governed, place = False, start
    for word in _free_words(story, start, end):
        if word.start < place:
            continue
        part = part_of(story, word)
        if part in _STOPS:
            return
        # what was passed over, a date or a place, may be what a preposition governs
        governed = governed and not re.search(r"[\w,]", story.text[place : word.start])
        place = word.end
        if part == "ADP":
            governed = True
        elif part in ("DET", "PROPN", "NUM") or (governed and part == "NOUN"):
            span = phrase_at(story, word.start, end, links)
            place = span.end if span else word.end
            if span and not governed and (span.start > start or _is_phrase(story, span)):
                yield span
            after = find_words(story.text, place, end)[:1]
            joined_on = bool(after) and story.votes.parts.get(after[0].start) == "CCONJ"
            governed = governed and (joined_on or span is None)


def _is_phrase(story: Story, span: Span) -> bool:
    """Say whether a phrase is more than one capitalised word that is no name: "Réunis"."""
    words = find_words(story.text, span.start, span.end)
    known = any(m.start <= span.start < m.end for m in story.mentions_around(span.start))
    return len(words) > 1 or known


def _free_words(story: Story, start: int, end: int) -> Iterator[Word]:
    """Yield the words up to an offset; a date or a place ends a phrase and is passed over."""
    taken = [(t.start, t.end) for t in story.timexes_within(start, end)]
    taken += [(m.start, m.end) for m in story.mentions_from(start) if m.where and m.start < end]
    for word in find_words(story.text, start, end):
        if not any(first <= word.start < last for first, last in taken):
            yield word


def _short(words: list[Word], links: frozenset[str]) -> list[Word]:
    """Return a phrase cut before a link where it has too many words; an amount stays whole."""
    if len(words) <= MAX_WORDS:
        return words
    cuts = [i for i in range(1, MAX_WORDS + 1) if words[i].fold in links]
    amount = next(
        (i for i in cuts if words[i + 1 : i + 2] and words[i + 1].text[0].isdigit()), None
    )
    if amount is not None:
        cuts = [i for i in cuts if i < amount] or [amount]
    return words[: cuts[-1]] if cuts else words[:MAX_WORDS]


def _trimmed(story: Story, words: Sequence[Word]) -> Span | None:
    """Return a phrase without the words at its end that begin another one."""
    kept = list(words)
    while kept and part_of(story, kept[-1]) not in _ENDS:
        kept.pop()
    if not any(part_of(story, word) in _HEADS for word in kept):
        return None
    whole = _ATTACHED.match(story.text, kept[-1].end)
    return Span(kept[0].start, whole.end() if whole else kept[-1].end)
