"""Which edition of its series a record is of, as its title says: "Troisième sommet"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.extract.events.clauses import ordinal_before
from generator.extract.events.triggers import lexicon
from generator.extract.names.words import find_words

if TYPE_CHECKING:
    from generator.record.model import Event


def edition_of(event: Event) -> int | None:
    """Return the number of an edition; None where no title says it, or two say different ones."""
    said = {edition_in(title, language) for language, title in event.title.items()} - {None}
    return said.pop() if len(said) == 1 else None


@lru_cache(maxsize=4096)
def edition_in(title: str, language: str) -> int | None:
    """Return the number right before the first noun of a title that tells an event.

    Another number is none of an edition: "Premier ministre", "troisième jour".
    """
    known, words = lexicon(language), find_words(title)
    noun = next(known.nouns.find(words), None) if words else None
    if noun is None or noun.first == 0:
        return None
    return ordinal_before(words[noun.first - 1 :], 1, known.data)
