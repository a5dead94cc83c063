"""Who and where: people, organisations, countries and cities that a text names.

Known names come from the gazetteer. What it does not know is found by how names look: runs of
capitalised words, told apart by the words around them and by the votes of a statistical model
(`name_runs`). Then the text's own names are followed through it (`offices`): surnames, acronyms,
offices, "his counterpart", "the two countries".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.extract.cities import capital_of
from generator.extract.gazetteer import (
    Gazetteer,
    Kind,
    Name,
    NameWords,
    build_gazetteer,
    name_words,
)
from generator.extract.recogniser import Votes, recognise
from generator.extract.words import Word, find_words, fold, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.extract.span import Span
    from generator.record.model import Content

BEFORE = 60  # code points before a name in which a preposition and its nouns are looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place of a text that names somebody, some body or somewhere."""

    start: int
    end: int
    """Offsets in code points of the text, end exclusive."""
    kind: Kind
    name: str
    """Full usual name, whatever the text has here."""
    key: str
    """The same for every mention of the same thing: ISO code, id of a record or folded name."""
    record: str | None = None
    """Id in the registries."""
    country: str | None = None
    """ISO 3166-1 alpha-2 of a place, or of the state that a person acts for."""
    where: bool = False
    """Whether it stands where a place stands: "in Astana"."""
    acts: bool = True
    """Whether it can be an actor: not an adjective, nor a country inside another name."""


@dataclass(frozen=True)
class Setting:
    """What the steps of finding names share; made anew for each text."""

    text: str
    data: NameWords
    gazetteer: Gazetteer
    votes: Votes

    @cached_property
    def locative(self) -> re.Pattern[str]:
        """Match what stands before the name of a place where something happens."""
        return re.compile(f"(?:{self.data.locatives})$", re.IGNORECASE)

    @cached_property
    def origin(self) -> re.Pattern[str]:
        """Match what stands before a place that only qualifies another noun."""
        return re.compile(f"(?:{self.data.origins})$", re.IGNORECASE)

    @cached_property
    def titles(self) -> frozenset[tuple[str, ...]]:
        """Folded words of every title, trade and form of address."""
        texts = (*self.data.state_roles, *self.data.roles, *self.data.honorifics)
        return frozenset(phrase(text) for text in (*texts, *self.data.counterparts))

    @cached_property
    def not_names(self) -> frozenset[str]:
        """Folded words that are no part of a name even with a capital."""
        return frozenset(fold(word) for word in self.data.not_names)

    @cached_property
    def particles(self) -> frozenset[str]:
        """Folded lower-case words inside names."""
        return frozenset(fold(word) for word in self.data.particles)

    @cached_property
    def clause_words(self) -> frozenset[str]:
        """Folded words that never stand inside a title."""
        return frozenset(fold(word) for word in self.data.clause_words)

    def before(self, start: int) -> str:
        """Return the text just before a name, from its line on."""
        return self.text[max(0, start - BEFORE) : start].rpartition("\n")[2]

    def is_where(self, start: int) -> bool:
        """Say whether a name that begins here stands where a place stands."""
        before = self.before(start)
        return bool(self.locative.search(before)) and not self.origin.search(before)


def find_mentions(
    text: str, sentences: tuple[Span, ...], *, language: str, content: Content
) -> tuple[Mention, ...]:
    """Find the names in the sentences of a text.

    Args:
        text: the whole text; offsets are code points of it.
        sentences: what to read of it, in order.
        language: BCP 47 tag.
        content: the registries; they may be empty.

    Returns:
        Mentions sorted by place; those of one place are several where several act there (the
        president and the state). Empty tuple when nothing is named.
    """
    from generator.extract import name_runs, offices  # noqa: PLC0415 -- they use this module's types

    setting = Setting(
        text,
        name_words(language),
        build_gazetteer(content, language),
        recognise(text, sentences, language),
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
            if _spelled_as_name(setting, found, hit.value):
                yield mention_of(setting, hit.value, found[0].start, found[-1].end)


def _spelled_as_name(setting: Setting, words: tuple[Word, ...], name: Name) -> bool:
    """Say whether the words have the capitals that the name needs."""
    first = words[0]
    if first.start and setting.text[first.start - 1] in "-@#/." and not name.demonym:
        return setting.text[first.start - 1] in "-/" and first.capital
    if name.demonym:
        return True
    own = [word for word in words if word.fold not in setting.particles] or [first]
    if len(words) == 1 and name.kind is Kind.ORGANISATION and name.name.isupper():
        return first.upper
    lower = [word for word in own if not word.capital]
    return own[0].capital and (len(lower) <= len(own) - 1 or not lower)


def mention_of(setting: Setting, name: Name, start: int, end: int) -> Mention:
    """Return the mention of a known name at a place, with the part that it plays there."""
    mention = Mention(
        start=start,
        end=end,
        kind=name.kind,
        name=name.name,
        key=name.key,
        record=name.record,
        country=name.country,
        acts=not name.demonym,
    )
    if name.demonym or name.kind in (Kind.PERSON, Kind.ORGANISATION):
        return mention
    return placed(setting, mention)


def placed(setting: Setting, mention: Mention) -> Mention:
    """Return the mention of a place with the part that it plays: where, actor or neither.

    A capital without a preposition stands for its state: "Pékin a annoncé".
    """
    if setting.is_where(mention.start):
        return replace(mention, where=True, acts=False)
    before = setting.before(mention.start)
    if re.search(setting.data.of, before, re.IGNORECASE) or setting.origin.search(before):
        return replace(mention, acts=False)
    if mention.kind is Kind.COUNTRY:
        return mention
    state = capital_of(setting.text[mention.start : mention.end])
    if state and state == mention.country and state in setting.gazetteer.countries:
        name = setting.gazetteer.countries[state]
        return replace(mention, kind=Kind.COUNTRY, name=name.name, key=name.key, record=name.record)
    return replace(mention, acts=False)
