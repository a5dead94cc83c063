"""Who and where: people, organisations, countries and cities that a text names.

Known names come from the gazetteer. What it does not know is found by how names look: runs of
capitalised words, told apart by the words around them and by the votes of a statistical model
(`name_runs`). Then the text's own names are followed through it (`offices`): surnames, acronyms,
offices, "his counterpart", "the two countries".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.names import offices
from generator.extract.names import runs as name_runs
from generator.extract.names.gazetteer import Kind, Name, build_gazetteer, name_words
from generator.extract.names.kinds import in_title_case
from generator.extract.names.naming import Mention, Setting, mention_of
from generator.extract.names.recogniser import Votes, recognise
from generator.extract.names.words import Hit, Word, find_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.extract.span import Span
    from generator.record.model import Content

__all__ = ["Mention", "find_mentions"]

SHORT_ACRONYM = 3  # letters; longer ones are often written like a word: Unesco, Cédéao


def find_mentions(
    text: str,
    sentences: tuple[Span, ...],
    *,
    language: str,
    content: Content,
    votes: Votes | None = None,
) -> tuple[Mention, ...]:
    """Find the names in the sentences of a text.

    Args:
        text: the whole text; offsets are code points of it.
        sentences: what to read of it, in order.
        language: BCP 47 tag.
        content: the registries; they may be empty.
        votes: what a model says of the sentences, where it has been asked already.

    Returns:
        Mentions sorted by place; those of one place are several where several act there (the
        president and the state). Empty tuple when nothing is named.
    """
    setting = Setting(
        text,
        language,
        name_words(language),
        build_gazetteer(content, language),
        votes or recognise(text, sentences, language),
    )
    words = tuple(find_words(text, span.start, span.end) for span in sentences)
    known = tuple(_known(setting, words))
    named = name_runs.find(setting, words, known)
    return _sorted(offices.follow(setting, words, named))


def _sorted(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(dict.fromkeys(mentions), key=lambda m: (m.start, m.end, m.kind, m.key)))


def _known(setting: Setting, sentences: tuple[tuple[Word, ...], ...]) -> Iterator[Mention]:
    """Yield the names of the gazetteer that stand in the sentences."""
    for words in sentences:
        for hit in setting.gazetteer.names.find(words):
            found = words[hit.first : hit.last]
            money = setting.text[found[-1].end : found[-1].end + 1] in (
                "$",
                "€",
                "£",
                "¥",
            )  # "US$1bn"
            if money or _is_part_of_name(setting, words, hit):
                continue
            name = (setting.adjective(found[0]) if len(found) == 1 else None) or hit.value
            if _spelled_as_name(setting, found, name):
                yield mention_of(setting, name, found[0].start, found[-1].end)


def _is_part_of_name(setting: Setting, words: tuple[Word, ...], hit: Hit[Name]) -> bool:
    """Say whether a country's name is a person's given name here: "Mauricio Macri"."""
    name = hit.value
    if name.kind is not Kind.COUNTRY or name.demonym or hit.last - hit.first > 1:
        return False
    if setting.data.common_nouns_capital or in_title_case(words) or hit.last >= len(words):
        return False
    after, own = words[hit.last], words[hit.first]
    beside = setting.text[own.end : after.start] == " " and after.capital and not after.upper
    known = (after.fold,) in setting.gazetteer.names or after.fold in setting.not_names
    return beside and not known and not setting.is_where(own.start)


def _spelled_as_name(setting: Setting, words: tuple[Word, ...], name: Name) -> bool:
    """Say whether the words have the capitals that the name needs."""
    first = words[0]
    if first.start and setting.text[first.start - 1] in "-@#/." and not name.demonym:
        return setting.text[first.start - 1] in "-/" and first.capital
    if name.demonym:
        return True
    own = [word for word in words if word.fold not in setting.particles] or [first]
    if len(words) == 1 and name.kind is Kind.ORGANISATION and name.name.isupper():
        return first.upper or (first.capital and len(first.text) > SHORT_ACRONYM)
    lower = [word for word in own if not word.capital]
    return own[0].capital and (len(lower) <= len(own) - 1 or not lower)
