"""Names of organisations by what they begin with, and by the acronym that a text gives them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.names.gazetteer import Kind, Name
from generator.extract.names.kinds import in_title_case, organisation
from generator.extract.names.naming import mention_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.extract.names.naming import Mention, Setting
    from generator.extract.names.words import Word

MAX_BODY = 12  # words of the name of an organisation
MAX_ACRONYM = 7  # letters

_JOINS = re.compile(r"[ \u00a0\u202f]?[-–'’]?[ \u00a0\u202f]?")
_OPEN = re.compile(r"\s*\(\s*")


def find_bodies(setting: Setting, words: tuple[Word, ...]) -> Iterator[Mention]:
    """Yield names that begin with a word for an organisation: "Banque centrale du Kenya"."""
    if in_title_case(words):
        return
    index = 0
    while index < len(words):
        word = words[index]
        if word.fold in setting.body_heads and word.capital and index:
            last = _body_end(setting, words, index)
            if last > index + 1:
                found = words[index:last]
                yield organisation(setting, found)
                index = last
                continue
        index += 1


def _body_end(setting: Setting, words: tuple[Word, ...], index: int) -> int:
    """Return the index after the last word of a name that begins with its head."""
    last = position = index + 1
    while position < min(len(words), index + MAX_BODY):
        gap = setting.text[words[position - 1].end : words[position].start]
        if not _JOINS.fullmatch(gap):
            break
        word = words[position]
        after_particle = words[position - 1].fold in setting.particles
        demonym = setting.gazetteer.names.get((word.fold,))
        if word.capital or (demonym and demonym.demonym) or after_particle:
            if word.fold not in setting.particles:
                last = position + 1
        elif word.fold not in setting.particles and position > index + 1:
            break
        position += 1
    return last


def find_aliases(setting: Setting, sentences: tuple[tuple[Word, ...], ...]) -> list[Mention]:
    """Return the mentions of names that the text gives with an acronym: "Long Name (LN)".

    The acronym's letters are the initials of the words before the bracket, particles left out.
    """
    found: list[Mention] = []
    for words in sentences:
        for index, word in enumerate(words):
            opened = index and _OPEN.fullmatch(setting.text[words[index - 1].end : word.start])
            if not opened or not word.upper or not 1 < len(word.text) <= MAX_ACRONYM:
                continue
            first = _initials(setting, words[max(0, index - MAX_BODY) : index], word.fold)
            if first is None:
                continue
            first += max(0, index - MAX_BODY)
            known = setting.gazetteer.names.get((word.fold,))
            name = known or Name(kind=Kind.ORGANISATION, name=word.text, key=word.fold)
            found.append(mention_of(setting, name, words[first].start, words[index - 1].end))
            found.append(mention_of(setting, name, word.start, word.end))
    return found


def _initials(setting: Setting, words: tuple[Word, ...], acronym: str) -> int | None:
    """Return the index of the first of the words whose initials are the acronym."""
    letters = list(acronym)
    index = len(words)
    while letters and index:
        index -= 1
        if words[index].fold[0] == letters[-1]:
            letters.pop()
        elif (
            words[index].fold not in setting.particles
            and words[index].fold not in setting.not_names
        ):
            return None
    return index if not letters and words[index].fold[0] == acronym[0] else None
