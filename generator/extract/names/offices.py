"""Following people and states through a text: offices, adjectives, surnames.

"Le président kazakh" is an act of Kazakhstan and, once the text names its president, of that
person; "Tokaïev" is he whose full name the text gives elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.extract.names.gazetteer import Kind
from generator.extract.names.naming import Mention, Setting
from generator.extract.names.natives import settle, with_natives
from generator.extract.names.references import refer
from generator.extract.names.words import Hit, PhraseTable, Word, find_words, fold, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.extract.names.gazetteer import Name

REACH = 8  # words between a title and the name it belongs to: "ministre des Affaires étrangères, …"
LONGEST_SURNAME = 6  # words of a surname that stands alone: "de la Cruz y Soto"
APPOSITION = 80  # code points between a title and the name it goes with
FAMILY_FIRST = frozenset({"CN", "KR", "KP", "VN", "TW", "HK", "SG", "KH", "HU"})


_CHAIN = re.compile(r"(?:[^\W_]+[-‐‑])+$")
"""The words of a name that hyphens join to the one after them."""


@dataclass(frozen=True, slots=True)
class Office:
    """A title in the text, with the state and the person it goes with."""

    first: int
    last: int
    """Indices of its words in the sentence, the adjective included."""
    start: int
    end: int
    head: str
    """Folded first word of the title."""
    of_state: bool
    countries: tuple[str, ...]


def follow(
    setting: Setting, sentences: tuple[tuple[Word, ...], ...], named: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Add what the names of a text make clear elsewhere in it.

    Args:
        setting: the text and its lists.
        sentences: the words of each sentence.
        named: known and new names, sorted.

    Returns:
        Those, with people given the state they act for, and the mentions that stand for a name.
    """
    named = tuple(_whole_names(setting, sentences, named))
    long = (m for m in named if m.kind is Kind.ORGANISATION and len(m) > len("OCS"))
    inside = frozenset(m.start for m in long)
    offices = tuple(office for words in sentences for office in _offices(setting, words, inside))
    settled, _ = _appoint(setting, named, offices)
    rest = [m for m in named if m.kind is not Kind.PERSON]
    named = tuple(_whole_names(setting, sentences, tuple(sorted((*rest, *settled), key=_order))))
    people, holders = _appoint(setting, named, offices)
    states = with_natives(setting, (*rest, *people), offices, holders)
    people = settle(people, states)
    holders = {
        start: replace(m, country=m.country or states.get(m.key)) for start, m in holders.items()
    }
    others = tuple(m for m in named if m.kind is not Kind.PERSON)
    surnames = tuple(_surnames(setting, sentences, people, others))
    people = tuple(sorted((*people, *surnames), key=lambda m: (m.start, m.end, m.key)))
    acting = tuple(_acting(setting, offices, people, holders))
    found = (*others, *people, *acting)
    return (*found, *refer(setting, sentences, found, people))


def _order(mention: Mention) -> tuple[int, int, str]:
    return (mention.start, mention.end, mention.key)


# ---------------------------------------------------------------------------- titles


def _offices(setting: Setting, words: tuple[Word, ...], inside: frozenset[int]) -> Iterator[Office]:
    """Yield the titles and acting nouns of a sentence, with the state that stands beside them."""
    actors = setting.actors
    index = 0
    while index < len(words):
        hit = actors.at(words, index)
        if not hit or words[hit.first].start in inside or _is_verb(setting, words[hit.first]):
            index += 1
            continue
        first, last, countries = _beside(setting, words, hit.first, hit.last)
        yield Office(
            first,
            last,
            words[first].start,
            words[last - 1].end,
            setting.office(words[hit.first : hit.last]),
            hit.value,
            countries,
        )
        index = max(last, hit.last)


def _is_verb(setting: Setting, word: Word) -> bool:
    """Say whether the model takes a noun for a verb: "un séisme frappe le pays"."""
    return not word.capital and setting.votes.parts.get(word.start) == "VERB"


def _beside(
    setting: Setting, words: tuple[Word, ...], first: int, last: int
) -> tuple[int, int, tuple[str, ...]]:
    """Return the span of a title with its adjectives, and the states they name."""
    names = setting.gazetteer.names
    countries: list[str] = []
    start = first
    while start > 0:
        name = setting.adjective(words[start - 1])
        if not (name and setting.data.demonym_first):
            break
        start -= 1
        countries.insert(0, name.key)
    end = position = last
    limit = min(len(words), last + REACH)
    while position < limit:
        gap = setting.text[words[position - 1].end : words[position].start]
        if re.search(r"[.;:()«»\n]", gap):
            break
        hit = names.at(words, position)
        if hit and (hit.value.demonym or setting.is_adjective(words[position])):
            countries.append(hit.value.key)
            end = position = hit.last
            continue
        if "," in gap or (words[position].capital and position > last and not countries):
            break
        if words[position].fold in setting.data.ands:
            pass
        elif position - end >= 1:
            break
        position += 1
    if not countries:
        countries, end = _of_country(setting, words, last, end)
    return start, end, tuple(dict.fromkeys(countries))


def _of_country(
    setting: Setting, words: tuple[Word, ...], last: int, end: int
) -> tuple[list[str], int]:
    """Return the state of "président du Togo", "ministre de la Défense du Mali"."""
    for position in range(last, min(len(words), last + REACH)):
        gap = setting.text[words[position - 1].end : words[position].start]
        if re.search(r"[.;:()«»,\n]", gap):
            break
        hit = setting.gazetteer.names.at(words, position)
        if hit and hit.value.kind is Kind.COUNTRY and words[position].capital:
            linked = words[position - 1].fold in setting.particles or _article(
                setting, words, position
            )
            return _listed(setting, words, hit) if linked else ([], end)
    return [], end


def _listed(setting: Setting, words: tuple[Word, ...], first: Hit[Name]) -> tuple[list[str], int]:
    """Return a country with those joined to it: "soldats du Mali, du Niger et du Tchad"."""
    found, last = [first.value.key], first.last
    position = last
    while position < min(len(words), last + len(("et", "de", "la", "X"))):
        gap = setting.text[words[position - 1].end : words[position].start]
        hit = setting.gazetteer.names.at(words, position)
        if hit and hit.value.kind is Kind.COUNTRY and words[position].capital:
            found.append(hit.value.key)
            position = last = hit.last
            continue
        joins = setting.particles | setting.articles | set(setting.data.ands)
        if words[position].fold not in joins or gap.strip(" ,’'"):
            break
        position += 1
    return found, last


def _article(setting: Setting, words: tuple[Word, ...], position: int) -> bool:
    before = {word.fold for word in words[max(0, position - 2) : position]}
    return bool(before & setting.particles)


# ---------------------------------------------------------------------------- people


def _whole_names(
    setting: Setting, sentences: tuple[tuple[Word, ...], ...], named: tuple[Mention, ...]
) -> Iterator[Mention]:
    """Yield the mentions with lone surnames made whole, and full names wherever they stand again.

    A name that was recognised once is that name everywhere, in a headline in capitals too.
    """
    people = [m for m in named if m.kind is Kind.PERSON]
    short, ends = _short_forms(setting, tuple(people)), _ends_of_names(people)
    bodies = {" ".join(phrase(name)) for names in setting.data.bodies for name in names}
    full: PhraseTable[Mention] = PhraseTable()
    for person in people:
        if len(phrase(person.name)) > 1:
            full.add(phrase(person.name), person)
    taken: set[int] = set()
    for mention in named:
        unknown = mention.kind is Kind.ORGANISATION and not mention.record
        lone = mention.kind is Kind.PERSON or (unknown and mention.key not in bodies)
        whole = short.get(fold(mention.name)) or _longer(mention, ends) if lone else None
        taken.update(range(mention.start, mention.end))
        if mention.kind is Kind.PERSON and _is_pair(mention, short):
            taken.difference_update(range(mention.start, mention.end))
            continue
        yield replace(whole, start=mention.start, end=mention.end) if whole else mention
    for words in sentences:
        for hit in full.find(words):
            found = words[hit.first : hit.last]
            if setting.is_venue(found[0].start):
                continue
            if found[0].capital and not taken.intersection(word.start for word in found):
                yield replace(hit.value, start=found[0].start, end=found[-1].end)


def _ends_of_names(people: list[Mention]) -> dict[tuple[str, ...], dict[str, Mention]]:
    """Return what several words end longer names, and whose: "le", "drian" of "Jean-Yves Le Drian".

    A table, as names are looked up by the thousand in a text that holds nothing else.
    """
    bearers: dict[tuple[str, ...], dict[str, Mention]] = {}
    for person in people:
        words = phrase(person.name)
        for size in range(2, min(len(words), LONGEST_SURNAME + 1)):
            bearers.setdefault(words[-size:], {})[person.key] = person
    return bearers


def _longer(
    mention: Mention, bearers: Mapping[tuple[str, ...], Mapping[str, Mention]]
) -> Mention | None:
    """Return whose surname of several words a name is: "Le Drian", of "Jean-Yves Le Drian"."""
    if mention.kind is not Kind.PERSON:
        return None
    people = bearers.get(phrase(mention.name), {})
    return next(iter(people.values())) if len(people) == 1 else None


def _is_pair(mention: Mention, short: Mapping[str, Mention]) -> bool:
    """Say whether a name is two surnames that a hyphen joins: "la rencontre Rey-Sani"."""
    parts = phrase(mention.name)
    known = [short[part].key for part in parts if part in short]
    return "-" in mention.name and len(parts) == len(set(known)) > 1


def _appoint(
    setting: Setting, named: tuple[Mention, ...], offices: tuple[Office, ...]
) -> tuple[tuple[Mention, ...], dict[int, Mention]]:
    """Give people the state of the title they are named with.

    Returns:
        Every mention of a person, with the state where the text tells it anywhere; and the person
        that each office (by its start) is named with.
    """
    people = sorted((m for m in named if m.kind is Kind.PERSON), key=lambda m: m.start)
    states: dict[str, str] = {}
    holders: dict[int, Mention] = {}
    for office in offices:
        person = _named_with(setting, office, people)
        if person is None:
            continue
        holders[office.start] = person
        if office.of_state and office.countries:
            states.setdefault(person.key, office.countries[0])
    for person in people:
        state = _nation_before(setting, person)
        if state:
            states.setdefault(person.key, state)
    full = {m.key: m for m in people}
    settled = tuple(replace(m, country=states.get(m.key) or full[m.key].country) for m in people)
    by_key = {m.key: m for m in settled}
    return settled, {start: by_key[m.key] for start, m in holders.items()}


def _nation_before(setting: Setting, person: Mention) -> str | None:
    """Return the state of the second of two presidents: "et béninois Ali Sani"."""
    words = find_words(setting.before(person.start))[-2:]
    if len(words) < 2 or words[0].fold not in setting.data.ands or words[1].capital:  # noqa: PLR2004
        return None
    nation = setting.adjective(words[1])
    return nation.country if nation else None


def _named_with(setting: Setting, office: Office, people: list[Mention]) -> Mention | None:
    """Return the person whose name stands after or before a title."""
    after = bisect_left(people, office.end, key=lambda m: m.start)
    following = people[after : after + 1]
    for person in following:
        gap = setting.text[office.end : person.start]
        if len(gap) <= APPOSITION and _is_apposition(setting, gap):
            return person
    before = bisect_left(people, office.start, key=lambda m: m.start) - 1
    if before >= 0 and 0 <= office.start - people[before].end <= APPOSITION:
        gap = setting.text[people[before].end : office.start]
        if re.fullmatch(setting.data.apposition, gap):
            return people[before]
    return None


def _is_apposition(setting: Setting, gap: str) -> bool:
    """Say whether only the rest of a title stands between it and a name."""
    if re.search(r"[.;:()«»\n]", gap) or gap.count(",") > 1:
        return False
    inner, comma, after = gap.partition(",")
    if comma and after.strip():
        return False
    words = [word.fold for word in find_words(inner)]
    return len(words) <= REACH and not setting.clause_words.intersection(words)


def _surnames(
    setting: Setting,
    sentences: tuple[tuple[Word, ...], ...],
    people: tuple[Mention, ...],
    others: tuple[Mention, ...],
) -> Iterator[Mention]:
    """Yield the places where one part of a name that the text gives in full stands alone."""
    short = _short_forms(setting, people)
    taken = {m.start for m in people} | {
        offset for m in (*people, *others) for offset in range(m.start, m.end)
    }
    for words in sentences:
        for word in words:
            if word.start in taken or not word.capital or _is_in_venue(setting, word):
                continue
            person = short.get(word.fold)
            if person:
                yield replace(person, start=word.start, end=word.end)


def _is_in_venue(setting: Setting, word: Word) -> bool:
    """Say whether a word is part of what a building is called: "stade Jean-Rey"."""
    chain = _CHAIN.search(setting.text, max(0, word.start - APPOSITION), word.start)
    return setting.is_venue(chain.start() if chain else word.start)


def _short_forms(setting: Setting, people: tuple[Mention, ...]) -> dict[str, Mention]:
    """Return the last words of full names (the first where the family name comes first)."""
    bearers: dict[str, dict[str, Mention]] = {}
    for person in people:
        words = phrase(person.name)
        if len(words) < 2:  # noqa: PLR2004 -- a full name
            continue
        parts = {words[-1]}
        if person.country in FAMILY_FIRST or (person.country is None and len(words) == 2):  # noqa: PLR2004
            parts.add(words[0])
        for part in sorted(parts - setting.particles - setting.articles):
            bearers.setdefault(part, {})[person.key] = person
    own = {part: next(iter(who.values())) for part, who in bearers.items() if len(who) == 1}
    first: dict[str, Mention] = {}
    for person in people:
        first.setdefault(person.key, person)
    for surname, name in setting.gazetteer.surnames.items():
        if surname not in bearers and name.key in first:
            own[surname] = first[name.key]
    return own


# ---------------------------------------------------------------------------- states


def _acting(
    setting: Setting,
    offices: tuple[Office, ...],
    people: tuple[Mention, ...],
    holders: dict[int, Mention],
) -> Iterator[Mention]:
    """Yield the states that act through an office, and the person where the text has named one."""
    by_state: dict[tuple[str, str], Mention] = {}
    for office in offices:
        holder = holders.get(office.start)
        if holder and office.of_state:
            for country in office.countries or (holder.country or "",):
                by_state.setdefault((office.head, country), holder)
    counterparts = {fold(word) for word in setting.data.counterparts}
    of_state: dict[str, dict[str, Mention]] = {}
    for person in people:
        of_state.setdefault(person.country or "", {})[person.key] = person
    last: dict[str, Mention] = {}
    for office in offices:
        for country in office.countries:
            name = setting.gazetteer.countries.get(country)
            if office.of_state and name:
                yield Mention(
                    start=office.start,
                    end=office.end,
                    kind=Kind.COUNTRY,
                    name=name.name,
                    key=name.key,
                    record=name.record,
                    country=country,
                )
        holder = holders.get(office.start)
        if holder:
            last[office.head] = holder
            continue
        colleagues = of_state if office.head in counterparts else None
        meant = _holder(office, by_state, colleagues, last)
        if meant:
            yield replace(meant, start=office.start, end=office.end)


def _holder(
    office: Office,
    by_state: dict[tuple[str, str], Mention],
    of_state: dict[str, dict[str, Mention]] | None,
    last: dict[str, Mention],
) -> Mention | None:
    """Return whom a title without a name means: the one that the text names with it."""
    if not office.of_state:
        return None
    if of_state is not None:
        there = [m for country in office.countries for m in of_state.get(country, {}).values()]
        return there[0] if len(there) == 1 else None
    if len(office.countries) == 1:
        known = by_state.get((office.head, office.countries[0]))
        if known:
            return known
        loose = {
            m.key: m for (head, _), m in by_state.items() if head == office.head and not m.country
        }
        return next(iter(loose.values())) if len(loose) == 1 else None
    return None if office.countries else last.get(office.head)
