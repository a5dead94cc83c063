"""Names that no list knows: runs of capitalised words in a text.

What a run names is told in `name_kinds`; names that begin with a word for an organisation, and
acronyms that a text explains, in `body_names`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.names.bodies import find_aliases, find_bodies
from generator.extract.names.cities import capital_of, find_city
from generator.extract.names.gazetteer import Kind
from generator.extract.names.kinds import Look, classify, in_title_case
from generator.extract.names.words import PhraseTable, Word, find_words, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.extract.names.naming import Mention, Setting
    from generator.extract.names.recogniser import Entity

MIN_AGAIN = 3  # letters; shorter names are other words elsewhere
LONG_PERSON = 40  # code points; what the model takes for a longer name of a person is a mistake

JOINS = re.compile(r"[ \u00a0\u202f]?[-–'’.]?[ \u00a0\u202f]?")
"""What stands between two words of one name."""
_APOSTROPHES = ("'", "’")
_HYPHENS = ("-", "‐", "‑")
Run = tuple[Word, ...]


def find(
    setting: Setting, sentences: tuple[Run, ...], known: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Return the known mentions and the new ones, without those inside a longer name.

    Args:
        setting: the text and its lists.
        sentences: the words of each sentence.
        known: what the gazetteer found, in order.
    """
    countries = frozenset(m.country for m in known if m.country and m.kind is not Kind.PERSON)
    aliases = find_aliases(setting, sentences)
    listed = _cover(m for m in (*known, *aliases) if m.kind is Kind.ORGANISATION)
    bodies = [
        body
        for words in sentences
        for body in find_bodies(setting, words)
        if not any(offset in listed for offset in range(body.start, body.end))
    ]
    longer = _cover(bodies) | _cover(aliases)
    kept = [m for m in known if not _is_inside(m, longer) and not _in_a_person(setting, m)]
    kept += bodies
    own = _cover(kept)
    kept += [m for m in aliases if not _is_inside(m, own)]
    covered = frozenset(_cover(kept))
    for words in sentences:
        shouting = in_title_case(words)
        for run in _runs(setting, words):
            for part in _free(setting, run, covered):
                mention = classify(Look(setting, part, words, countries, shouting=shouting))
                if mention:
                    kept.append(mention)
    kept = _settled(setting, kept)
    kept += _again(sentences, kept)
    kept = _of_actors(setting, kept)
    return tuple(sorted(kept, key=lambda m: (m.start, m.end)))


def _settled(setting: Setting, found: list[Mention]) -> list[Mention]:
    """Return the mentions with a village that was taken for a person made one everywhere.

    What a text names as a place once is that place wherever it stands without a title; and so is
    what "and" joins to a village: "à Ansongo et Ménaka".
    """
    places = {phrase(m.name): m for m in found if m.where and m.kind in (Kind.CITY, Kind.REGION)}
    settled: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, m.end)):
        place = None
        if mention.kind is Kind.PERSON and not mention.record and not _is_titled(setting, mention):
            place = places.get(phrase(mention.name))
            if place is None and settled and _is_joined(setting, settled[-1], mention):
                place = replace(settled[-1], name=mention.name, key=mention.key)
            if place and place.country and _is_town(setting, mention):
                place = replace(place, kind=Kind.CITY)  # "en Ourense", of the province too
        settled.append(replace(place, start=mention.start, end=mention.end) if place else mention)
    return settled


def _is_town(setting: Setting, mention: Mention) -> bool:
    """Say whether a name stands like a town's and not like a division's."""
    return setting.is_where(mention.start) and not setting.is_division(mention.start)


def _is_titled(setting: Setting, mention: Mention) -> bool:
    """Say whether a title or a trade stands right before a name."""
    words = find_words(setting.before(mention.start))[-1:]
    return bool(words) and phrase(words[0].text) in setting.titles


def _is_joined(setting: Setting, place: Mention, mention: Mention) -> bool:
    """Say whether a lone word follows a village and "and"."""
    if not place.where or place.kind is not Kind.CITY or place.record or " " in mention.name:
        return False
    gap = find_words(setting.text[place.end : mention.start])
    return len(gap) == 1 and gap[0].fold in setting.data.ands


def _of_actors(setting: Setting, found: list[Mention]) -> list[Mention]:
    """Return the mentions without the names of storms and ships, wherever they stand."""
    things = {m.key for m in found if setting.names_thing(m.start)}
    acting = (Kind.PERSON, Kind.ORGANISATION)
    return [m for m in found if m.key not in things or m.record or m.kind not in acting]


def _cover(mentions: Iterable[Mention]) -> dict[int, Mention]:
    """Return which mention has each offset."""
    return {offset: m for m in mentions for offset in range(m.start, m.end)}


def _is_inside(mention: Mention, cover: dict[int, Mention]) -> bool:
    """Say whether a mention lies inside a longer one."""
    other = cover.get(mention.start)
    return other is not None and mention.end <= other.end and len(other) > len(mention)


def _again(sentences: tuple[Run, ...], kept: list[Mention]) -> list[Mention]:
    """Return the places where an organisation that was recognised once is named again."""
    names: PhraseTable[Mention] = PhraseTable()
    for mention in kept:
        if mention.kind is Kind.ORGANISATION and len(mention.name) > MIN_AGAIN:
            names.add(phrase(mention.name), mention)
    taken = _cover(kept)
    found = []
    for words in sentences:
        for hit in names.find(words):
            own = words[hit.first : hit.last]
            if own[0].capital and not any(word.start in taken for word in own):
                found.append(replace(hit.value, start=own[0].start, end=own[-1].end))
    return found


def _free(setting: Setting, run: Run, covered: frozenset[int]) -> Iterator[Run]:
    """Yield the parts of a run that no mention has, cut where the model sees a person's name.

    A single word that hangs right on a known name is part of a longer one: "ONU Femmes".
    """
    part: list[Word] = []
    hangs = False
    for word in (*run, None):
        if word is not None and word.start not in covered:
            if part or word.capital:
                part.append(word)
            else:
                hangs = False  # a particle lies between: "sommet Afrique-France de Bamako"
            continue
        while part and not part[-1].capital:
            part.pop()
        if part and not (len(part) == 1 and hangs):
            for own in _apart(setting, part):
                yield from _cut(setting, own)
        part, hangs = [], True


def _apart(setting: Setting, run: list[Word]) -> Iterator[Run]:
    """Yield the names that "and" joins: "Lavrov and Clinton" are two."""
    part: list[Word] = []
    for word in run:
        if word.fold in setting.data.ands:
            yield from (tuple(each) for each in (part,) if each)
            part = []
        elif part or word.capital:
            part.append(word)
    yield from (tuple(each) for each in (part,) if each)


def _cut(setting: Setting, run: Run) -> Iterator[Run]:
    """Yield a run in two where the model sees a full name at its end or its head."""
    place = _place_after(setting, run)
    if place:
        yield run[: place - 1]
        yield run[place:]
        return
    starts = {word.start: index for index, word in enumerate(run)}
    ends = {word.end: index + 1 for index, word in enumerate(run)}
    for entity in setting.votes.near(run[0].start, run[-1].end):
        first, last = starts.get(entity.start), ends.get(entity.end)
        if entity.label != "PER" or first is None or last is None or last - first in (1, len(run)):
            continue
        yield from (part for part in (run[:first], run[first:last], run[last:]) if part)
        return
    yield run


def _place_after(setting: Setting, run: Run) -> int:
    """Return the index of a capital of a state after "of" in a run: "la rencontre Rey de Rome"."""
    covering = setting.votes.near(run[0].start, run[-1].end)
    if run[0].fold in setting.body_heads or any(e.label == "ORG" for e in covering):
        return 0
    for index in range(2, len(run)):
        tail = setting.text[run[index].start : run[-1].end]
        if run[index - 1].fold in ("de", "d", "of", "von") and capital_of(tail):
            return index
    return 0


def _in_a_person(setting: Setting, mention: Mention) -> bool:
    """Say whether the model sees a known place inside a person's name: "François Hollande"."""
    if mention.kind not in (Kind.COUNTRY, Kind.CITY) or mention.record:
        return False
    return any(
        entity.label == "PER"
        and entity.start <= mention.start
        and mention.end <= entity.end
        and " " in setting.text[entity.start : entity.end].strip()
        and entity.end - entity.start <= LONG_PERSON
        and not _has_plain_word(setting, entity)
        for entity in setting.votes.near(mention.start, mention.end)
    )


def _has_plain_word(setting: Setting, entity: Entity) -> bool:
    """Say whether a word without a capital keeps an entity from being a name: "Chile kills"."""
    words = find_words(setting.text, entity.start, entity.end)
    return any(not w.capital and w.fold not in setting.particles for w in words)


# ---------------------------------------------------------------------------- runs of capitals


def _runs(setting: Setting, words: tuple[Word, ...]) -> Iterator[Run]:
    """Yield runs of capitalised words, particles between them included, function words cut off."""
    run: list[Word] = []
    for index, word in enumerate(words):
        gap = setting.text[run[-1].end : word.start] if run else ""
        if run and not JOINS.fullmatch(gap):
            yield from _trimmed(setting, run)
            run = []
        if _belongs(setting, words, index, run, gap):
            run.append(word)
        elif run:
            yield from _trimmed(setting, run)
            run = []
    yield from _trimmed(setting, run)


def _belongs(
    setting: Setting, words: tuple[Word, ...], index: int, run: list[Word], gap: str
) -> bool:
    """Say whether a word goes on or begins a name."""
    word = words[index]
    if run and gap in (*_APOSTROPHES, *_HYPHENS):  # "Neuville-sur-Saône"
        fits = word.capital or len(run[-1].text) <= len(word.text) + 1
        return fits or gap in _HYPHENS
    if word.capital:
        if _is_plain_german(setting, word):
            return False
        if word.fold not in setting.not_names:
            where = not setting.data.common_nouns_capital and setting.is_where(word.start)
            return bool(run) or where or not _is_common(setting, word)
        inner = bool(run) and gap == " " and _is_inner(setting, words, index)
        return inner or _is_elided(setting, words, index) or _is_initial(words, index)
    if not run or word.fold not in setting.particles:
        return False
    return word.fold not in setting.articles or run[-1].fold in setting.particles


def _is_common(setting: Setting, word: Word) -> bool:
    """Say whether the model takes a word for anything but a name: a noun after a colon."""
    if setting.votes.parts.get(word.start, "PROPN") in ("PROPN", "X", "NOUN", "ADJ"):
        return False
    near = setting.votes.near(word.start, word.end)
    return not any(each.start <= word.start and word.end <= each.end for each in near)


def _is_plain_german(setting: Setting, word: Word) -> bool:
    """Say whether a tagger takes a word for a noun, where each has a capital, and none for a name.

    An acronym before a hyphen is a name all the same: "FPÖ-Chef".
    """
    if not setting.data.common_nouns_capital or word.upper:
        return False
    if setting.votes.parts.get(word.start) not in ("NOUN", "ADJ", "NUM"):
        return False
    if setting.is_where(word.start) and find_city(word.text, (), setting.data.home):
        return False
    parts = setting.votes.parts
    return not any(
        entity.label == "PER"
        and entity.start < word.start
        and word.end <= entity.end
        and any(parts.get(start) == "PROPN" for start in range(entity.start, entity.end))
        for entity in setting.votes.near(word.start, word.end)
    )


def _is_elided(setting: Setting, words: tuple[Word, ...], index: int) -> bool:
    """Say whether a letter begins a name such as "N'Djamena", and is no elided article."""
    word = words[index]
    if index + 1 == len(words) or len(word.text) != 1 or word.fold not in "nmkt":
        return False
    return (
        words[index + 1].capital and setting.text[word.end : words[index + 1].start] in _APOSTROPHES
    )


def _is_inner(setting: Setting, words: tuple[Word, ...], index: int) -> bool:
    """Say whether a particle with a capital stands inside a name: "Ann De Smet"."""
    word, after = words[index], words[index + 1 : index + 2]
    known = word.fold in setting.particles
    return known and bool(after) and after[0].capital and after[0].start == word.end + 1


def _is_initial(words: tuple[Word, ...], index: int) -> bool:
    """Say whether a word is an article that a name of a city can begin with, not a sentence."""
    follows = index + 1 < len(words) and words[index + 1].capital
    return index > 0 and follows and words[index].fold in {"le", "la", "el", "los", "las"}


def _trimmed(setting: Setting, run: list[Word]) -> Iterator[Run]:
    """Yield the run without particles at its end and without a plain noun before its name."""
    while run and not run[-1].capital and run[-1].fold in setting.particles:
        run = run[:-1]
    if len(run) > 2 and run[1].fold in setting.particles and _is_plain_noun(setting, run[0]):  # noqa: PLR2004
        run = run[1:]
        while run and not run[0].capital:
            run = run[1:]
    if run and not (len(run) == 1 and run[0].fold in setting.not_names):
        yield tuple(run)


def _is_plain_noun(setting: Setting, word: Word) -> bool:
    """Say whether a capitalised word is a noun that begins a headline: "Visite d'Emmanuel"."""
    return setting.votes.parts.get(word.start) == "NOUN" or word.fold in setting.event_nouns
