"""Words that stand for names given elsewhere: "les cinq pays", "les deux parties", "il".

"The five countries" are the five that the text lists, "the two countries" the two that it speaks
of, and a pronoun at the head of a sentence is the person spoken of before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.names.cities import capital_name, capital_of
from generator.extract.names.gazetteer import Kind
from generator.extract.names.naming import Mention
from generator.extract.names.words import fold, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.extract.names.gazetteer import Name
    from generator.extract.names.naming import Setting
    from generator.extract.names.words import Word

NEAR = 40  # code points between two countries of one list
MIN_LIST = 3  # countries that make a list a group
PAIR_BACK = 600  # code points in which the two of "the two countries" were named
RECENT_NAMES = 40  # names in which the main person, or the two countries, are looked for
BEFORE_PRONOUN = 25  # code points of an adverb that may stand before the pronoun
NOUN_WORDS = 4  # words after a number in which "countries" stands

_LIST_GAP = re.compile(
    r"[\s,]*+(?:et|and|und|y|e|ainsi que|as well as|sowie)?\s*+"
    r"(?:d[’'eu]|des|de la|du|à|au|aux|the|die|der|el|la|le|les|l[’'])?\s*+(?:la\s|l[’'])?",
    re.IGNORECASE,
)


def refer(
    setting: Setting,
    sentences: tuple[tuple[Word, ...], ...],
    found: tuple[Mention, ...],
    people: tuple[Mention, ...],
) -> tuple[Mention, ...]:
    """Return the mentions that stand for names given elsewhere.

    Args:
        setting: the text and its lists.
        sentences: the words of each sentence.
        found: all names.
        people: those of people, sorted.
    """
    groups = tuple(_groups(setting, sentences, found))
    couples = tuple(_couples(setting, sentences, people))
    taken = {m.start for m in couples}
    pairs = tuple(_pairs(setting, sentences, (*found, *groups)))
    pairs = tuple(m for m in pairs if m.start not in taken)
    spoken = tuple(sorted((m for m in found if m.kind in _SUBJECTS and m.acts), key=_first))
    capitals = tuple(_capitals(setting, sentences, found))
    return (*groups, *couples, *pairs, *capitals, *_pronouns(setting, sentences, people, spoken))


def _groups(
    setting: Setting, sentences: tuple[tuple[Word, ...], ...], found: tuple[Mention, ...]
) -> Iterator[Mention]:
    """Yield the members of "the five countries" where the text lists five."""
    lists = {len(members): members for members in reversed(_lists(setting, found))}
    nouns = {fold(word) for word in setting.data.state_nouns}
    numbers = {fold(word): number for word, number in setting.data.numbers.items()}
    for words in sentences:
        for index, word in enumerate(words):
            number = numbers.get(word.fold) or (int(word.text) if word.text in _DIGITS else 0)
            noun = next((w for w in words[index + 1 : index + NOUN_WORDS] if w.fold in nouns), None)
            if noun is None or number not in lists:
                continue
            for member in lists[number]:
                yield replace(member, start=word.start, end=noun.end, where=False, acts=True)


_DIGITS = frozenset(str(number) for number in range(3, 30))


def _lists(setting: Setting, found: tuple[Mention, ...]) -> list[tuple[Mention, ...]]:
    """Return the lists of at least `MIN_LIST` countries, each named one after the other."""
    countries = sorted(
        (m for m in found if m.kind is Kind.COUNTRY and m.end - m.start > 1),
        key=lambda m: (m.start, m.end),
    )
    lists: list[list[Mention]] = [[]]
    for mention in countries:
        previous = lists[-1][-1] if lists[-1] else None
        if previous and previous.end <= mention.start <= previous.end + NEAR:
            gap = setting.text[previous.end : mention.start]
            if _LIST_GAP.fullmatch(gap) and mention.key not in {m.key for m in lists[-1]}:
                lists[-1].append(mention)
                continue
        lists.append([mention])
    return [tuple(members) for members in lists if len(members) >= MIN_LIST]


def _pairs(
    setting: Setting, sentences: tuple[tuple[Word, ...], ...], found: tuple[Mention, ...]
) -> Iterator[Mention]:
    """Yield the two states of "the two countries": the two that the text speaks of most."""
    pair = re.compile(setting.data.pair)
    countries = sorted((m for m in found if m.country), key=lambda m: (m.start, m.end, m.key))
    for words in sentences:
        if not words:
            continue
        for match in pair.finditer(setting.text, words[0].start, words[-1].end):
            here = bisect_left(countries, match.start(), key=lambda m: m.start)
            back = bisect_left(countries, match.start() - PAIR_BACK, key=lambda m: m.start)
            near = countries[back:here] or countries[max(0, here - RECENT_NAMES) : here]
            counts = Counter(m.country for m in near)
            for country, _ in counts.most_common(2) if len(counts) > 1 else []:
                name = setting.gazetteer.countries.get(country or "")
                if name:
                    yield _standing_for(name, match.start(), match.end())


def _couples(
    setting: Setting, sentences: tuple[tuple[Word, ...], ...], people: tuple[Mention, ...]
) -> Iterator[Mention]:
    """Yield the two people of "the two men": the two that the text has spoken of most so far."""
    pattern = re.compile(setting.data.people_pair)
    for words in sentences:
        if not words:
            continue
        for match in pattern.finditer(setting.text, words[0].start, words[-1].end):
            before = people[: bisect_left(people, match.start(), key=lambda m: m.start)]
            counts = Counter(m.key for m in before[-RECENT_NAMES:])
            top = [key for key, _ in counts.most_common(2)]
            who = {m.key: m for m in before if m.key in top}
            for person in who.values() if len(who) > 1 else ():
                yield replace(person, start=match.start(), end=match.end())


def _standing_for(name: Name, start: int, end: int) -> Mention:
    return Mention(
        start=start,
        end=end,
        kind=Kind.COUNTRY,
        name=name.name,
        key=name.key,
        record=name.record,
        country=name.country,
    )


def _pronouns(
    setting: Setting,
    sentences: tuple[tuple[Word, ...], ...],
    people: tuple[Mention, ...],
    spoken: tuple[Mention, ...],
) -> Iterator[Mention]:
    """Yield whom a pronoun at the head of a sentence means: the first person of the one before.

    Where that sentence speaks of a body first, the pronoun is the body.
    """
    he = re.compile(setting.data.he)
    current: Mention | None = None
    for words in sentences:
        if not words:
            continue
        start, end = words[0].start, words[-1].end
        match = he.search(setting.text, start, min(end, start + BEFORE_PRONOUN))
        first = bisect_left(people, start, key=lambda m: m.start)
        own = people[first] if first < len(people) and people[first].start < end else None
        fresh = "\n" in setting.text[max(0, start - 2) : start]
        who = _most_named(people[:first]) if fresh else current
        if match and who and not (own and own.start < match.start()):
            yield replace(who, start=match.start(), end=match.end())
            own = who
        subject = _first_of(spoken, start, end)
        if subject and subject.kind is Kind.ORGANISATION and _opens(setting, subject, start):
            current = own if own and own.start < subject.start else subject
        else:
            current = own or current


_SUBJECTS = frozenset({Kind.PERSON, Kind.ORGANISATION})


def _first(mention: Mention) -> tuple[int, int, str]:
    return (mention.start, mention.end, mention.key)


def _opens(setting: Setting, mention: Mention, start: int) -> bool:
    """Say whether a name is the subject that a sentence opens with."""
    before = setting.text[start : mention.start]
    of = re.search(setting.data.of, before, re.IGNORECASE)
    return len(before) <= NEAR and "," not in before and not of


def _first_of(spoken: tuple[Mention, ...], start: int, end: int) -> Mention | None:
    """Return the first of some mentions that stands between two offsets."""
    index = bisect_left(spoken, start, key=lambda m: m.start)
    return spoken[index] if index < len(spoken) and spoken[index].start < end else None


def _capitals(
    setting: Setting, sentences: tuple[tuple[Word, ...], ...], found: tuple[Mention, ...]
) -> Iterator[Mention]:
    """Yield the city that "the Kenyan capital" means, under the name that the text has for it."""
    pattern = re.compile(setting.data.capital)
    states = sorted((m for m in found if m.kind is Kind.COUNTRY), key=lambda m: m.start)
    cities = [m for m in found if m.kind is Kind.CITY and m.country]
    for words in sentences:
        start, end = (words[0].start, words[-1].end) if words else (0, 0)
        for match in pattern.finditer(setting.text, start, end):
            state = next((m for m in states if _touches(setting, match, m)), None)
            own = {m.key: m for m in cities if capital_of(m.name) == m.country}
            if state is None and len(own) == 1 and not _NAMED.match(setting.text, match.end()):
                state = replace(*own.values(), start=match.start(), end=match.end())
            if state is None or state.country is None:
                continue
            named = (m.name for m in own.values() if m.country == state.country)
            name = next(named, None) or capital_name(state.country, setting.language)
            if name:
                yield Mention(
                    start=min(match.start(), state.start),
                    end=max(match.end(), state.end),
                    kind=Kind.CITY,
                    name=name,
                    key=" ".join(phrase(name)),
                    country=state.country,
                    where=not setting.origin.search(setting.before(match.start())),
                    near=bool(setting.away.search(setting.before(match.start()))),
                    acts=False,
                )


def _touches(setting: Setting, match: re.Match[str], state: Mention) -> bool:
    """Say whether a state stands right beside "capital": its adjective, or "of" and its name."""
    if state.end <= match.start():
        return setting.data.demonym_first and not setting.text[state.end : match.start()].strip()
    gap = setting.text[match.end() : state.start]
    return match.end() <= state.start and bool(_LINK.fullmatch(gap))


_NAMED = re.compile(r"\s*,\s*[^\W\d_]")
"""What follows "the capital" where its name does: ", Astana"."""
_LINK = re.compile(r"\s+(?:(?:d[eu]|of|von|der)\s+|d['’])?(?:the\s+|l[ae]s?\s+|l['’])?")


def _most_named(people: tuple[Mention, ...]) -> Mention | None:
    """Return the person that a text has named most: a new paragraph speaks of the main one."""
    counts = Counter(m.key for m in people[-RECENT_NAMES:])
    top = counts.most_common(1)
    return next((m for m in people if top and m.key == top[0][0]), None)
