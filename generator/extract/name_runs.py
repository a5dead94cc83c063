"""Names that no list knows: runs of capitalised words, told apart by what stands around them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from generator.extract.cities import WELL_KNOWN, find_city
from generator.extract.gazetteer import Gazetteer, Kind, Name
from generator.extract.naming import Mention, Setting, mention_of, placed
from generator.extract.words import PhraseTable, Word, fold, phrase, sounds

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_NAME = 6  # words of a person's name, particles included
MAX_BODY = 12  # words of the name of an organisation
LONG_PERSON = 40  # code points; what the model takes for a longer name of a person is a mistake
MAX_TITLE = 4  # words of a title that stands before a name
MAX_GERMAN_NAME = 3  # where every noun has a capital, a name is not taken further
MAX_ACRONYM = 7  # letters
SAME_SPELLING = (
    90  # rapidfuzz ratio, 0-100, from which two spellings are one name; see FIELD: names
)
MIN_AGAIN = 3  # letters; shorter names are other words elsewhere
MIN_FUZZY = 6  # letters; shorter names differ by one letter too easily
TITLE_CASE = 0.7  # share of long words with a capital from which a line is a headline in title case
LONG_WORD = 4  # letters
MAX_PERSON = 4  # capitalised words of a name taken for a person's without any other sign

_ROMAN = re.compile(r"[IVXLC]+")
_JOINS = re.compile(r"[ \u00a0\u202f]?[-–'’.]?[ \u00a0\u202f]?")
_APOSTROPHES = ("'", "’")
_OPEN = re.compile(r"\s*\(\s*")

Run = tuple[Word, ...]


def find(
    setting: Setting, sentences: tuple[tuple[Word, ...], ...], known: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Return the known mentions and the new ones, without those inside a longer name.

    Args:
        setting: the text and its lists.
        sentences: the words of each sentence.
        known: what the gazetteer found, in order.
    """
    countries = frozenset(m.country for m in known if m.country and m.kind is not Kind.PERSON)
    bodies = [body for words in sentences for body in _bodies(setting, words)]
    aliases = _aliases(setting, sentences)
    listed = (*known, *aliases)
    kept = [m for m in known if not _inside(m, bodies, listed) and not _inside(m, aliases, ())]
    kept += [body for body in bodies if not _covers_a_body(body, listed)]
    kept += [m for m in aliases if not _inside(m, kept, ())]
    kept = [m for m in kept if not _in_a_person(setting, m)]
    covered = frozenset(offset for m in kept for offset in range(m.start, m.end))
    for words in sentences:
        shouting = in_title_case(words)
        for run in _runs(setting, words):
            for part in _free(setting, run, covered):
                mention = _classify(setting, part, words, countries, shouting=shouting)
                if mention:
                    kept.append(mention)
    kept += _again(setting, sentences, kept)
    return tuple(sorted(kept, key=lambda m: (m.start, m.end)))


def _again(
    setting: Setting, sentences: tuple[tuple[Word, ...], ...], kept: list[Mention]
) -> list[Mention]:
    """Return the places where an organisation that was recognised once is named again."""
    names: PhraseTable[Mention] = PhraseTable()
    for mention in kept:
        if mention.kind is Kind.ORGANISATION and len(mention.name) > MIN_AGAIN:
            names.add(phrase(mention.name), mention)
    taken = frozenset(offset for m in kept for offset in range(m.start, m.end))
    found = []
    for words in sentences:
        for hit in names.find(words):
            own = words[hit.first : hit.last]
            if own[0].capital and not any(word.start in taken for word in own):
                found.append(replace(hit.value, start=own[0].start, end=own[-1].end))
    return found


def _free(setting: Setting, run: Run, covered: frozenset[int]) -> Iterator[Run]:
    """Yield the parts of a run that no mention has, cut where the model sees a person's name.

    A single word that only hangs on a known name is part of a longer name nobody knows: "ONU Femmes".
    """
    part: list[Word] = []
    for word in (*run, None):
        if word is not None and word.start not in covered:
            part.append(word)
            continue
        if len(part) > 1 or len(part) == len(run):
            yield from _cut(setting, tuple(part))
        part = []


def _cut(setting: Setting, run: Run) -> Iterator[Run]:
    """Yield a run in two where the model sees a full name at its end or its head."""
    starts = {word.start: index for index, word in enumerate(run)}
    ends = {word.end: index + 1 for index, word in enumerate(run)}
    for entity in setting.votes.near(run[0].start, run[-1].end):
        first, last = starts.get(entity.start), ends.get(entity.end)
        if entity.label != "PER" or first is None or last is None or last - first in (1, len(run)):
            continue
        yield from (part for part in (run[:first], run[first:last], run[last:]) if part)
        return
    yield run


def _inside(mention: Mention, longer: list[Mention], known: tuple[Mention, ...]) -> bool:
    """Say whether a mention lies inside a longer name that no list has."""
    return any(
        body.start <= mention.start
        and mention.end <= body.end
        and body.end - body.start > mention.end - mention.start
        for body in longer
        if not _covers_a_body(body, known)
    )


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
        for entity in setting.votes.near(mention.start, mention.end)
    )


def _covers_a_body(body: Mention, listed: tuple[Mention, ...]) -> bool:
    """Say whether an organisation that is known otherwise stands where a run of words is one."""
    return any(
        m.kind is Kind.ORGANISATION and m.start < body.end and body.start < m.end for m in listed
    )


# ---------------------------------------------------------------------------- runs of capitals


def _runs(setting: Setting, words: tuple[Word, ...]) -> Iterator[Run]:
    """Yield runs of capitalised words, particles between them included, function words cut off."""
    run: list[Word] = []
    for index, word in enumerate(words):
        gap = setting.text[run[-1].end : word.start] if run else ""
        if run and not _JOINS.fullmatch(gap):
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
    if run and gap in _APOSTROPHES:
        return word.capital or len(run[-1].text) <= len(word.text) + 1
    if word.capital:
        if word.fold not in setting.not_names:
            return not _is_common(setting, word) or bool(run)
        return _is_elided(setting, words, index) or _is_initial(words, index)
    if not run or word.fold not in setting.particles:
        return False
    return word.fold not in setting.articles or run[-1].fold in setting.particles


def _is_common(setting: Setting, word: Word) -> bool:
    """Say whether the model takes a word for anything but a name: a noun after a colon."""
    return setting.votes.parts.get(word.start, "PROPN") not in ("PROPN", "X", "NOUN", "ADJ")


def _is_elided(setting: Setting, words: tuple[Word, ...], index: int) -> bool:
    """Say whether a letter begins a name such as "N'Djamena", and is no elided article."""
    word = words[index]
    if index + 1 == len(words) or len(word.text) != 1 or word.fold not in "nmkt":
        return False
    return (
        words[index + 1].capital and setting.text[word.end : words[index + 1].start] in _APOSTROPHES
    )


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


def in_title_case(words: tuple[Word, ...]) -> bool:
    """Say whether most words have a capital, as in a headline in English."""
    long = [word for word in words if len(word.text) >= LONG_WORD]
    return len(long) > LONG_WORD and sum(w.capital for w in long) / len(long) >= TITLE_CASE


# ---------------------------------------------------------------------------- organisations


def _bodies(setting: Setting, words: tuple[Word, ...]) -> Iterator[Mention]:
    """Yield names that begin with a word for an organisation: "Banque centrale du Kenya"."""
    heads = {fold(word) for word in setting.data.body_heads}
    if in_title_case(words):
        return
    index = 0
    while index < len(words):
        word = words[index]
        if word.fold in heads and word.capital and index:
            last = _body_end(setting, words, index)
            if last > index + 1:
                found = words[index:last]
                yield _organisation(setting, found)
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


def _organisation(setting: Setting, words: Run) -> Mention:
    text = setting.text[words[0].start : words[-1].end]
    return Mention(
        start=words[0].start,
        end=words[-1].end,
        kind=Kind.ORGANISATION,
        name=" ".join(text.split()),
        key=" ".join(word.fold for word in words),
    )


def _aliases(setting: Setting, sentences: tuple[tuple[Word, ...], ...]) -> list[Mention]:
    """Return the mentions of names that the text gives with an acronym: "Long Name (LN)".

    The acronym's letters are the initials of the words before the bracket, particles left out.
    """
    found: list[Mention] = []
    names: dict[str, str] = {}
    for words in sentences:
        for index, word in enumerate(words):
            opened = index and _OPEN.fullmatch(setting.text[words[index - 1].end : word.start])
            if not opened or not word.upper or not 1 < len(word.text) <= MAX_ACRONYM:
                continue
            first = _initials(setting, words[:index], word.fold)
            if first is None:
                continue
            names[word.text] = word.fold
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


# ---------------------------------------------------------------------------- what a run is


def _classify(
    setting: Setting,
    run: Run,
    sentence: tuple[Word, ...],
    countries: frozenset[str],
    *,
    shouting: bool,
) -> Mention | None:
    """Return what a run of capitalised words names, None when nothing tells."""
    spelled = _other_spelling(setting, run)
    if spelled:
        return spelled
    title = _titled(setting, run, sentence)
    if title:
        return _person(setting, title)
    company = _company(setting, run, sentence)
    if company:
        return company
    vote = _vote(setting, run)
    city = _city(setting, run, countries, vote)
    if city:
        return city
    if len(run) == 1:
        return _single(setting, run, vote, starts=run[0] is sentence[0] or shouting)
    if vote == "ORG":
        return _organisation(setting, run)
    if vote != "PER" and _has_article(setting, run):
        return _organisation(setting, run) if _all_capital(run) and not shouting else None
    plain = not shouting and not setting.data.common_nouns_capital and vote in ("", "PER")
    if (vote == "PER" or plain) and _looks_personal(setting, run, sentence, vote):
        return _person(setting, run)
    return None


def _has_article(setting: Setting, run: Run) -> bool:
    """Say whether an article stands before a run: no person's name has one."""
    return bool(setting.article.search(setting.before(run[0].start)))


def _all_capital(run: Run) -> bool:
    return len(run) > 1 and all(word.capital for word in run)


def _looks_personal(setting: Setting, run: Run, sentence: tuple[Word, ...], vote: str) -> bool:
    names = [word for word in run if word.capital]
    if any(len(word.text) > 2 and word.upper for word in run) or len(run) > MAX_NAME:  # noqa: PLR2004
        return False
    if run[0] is sentence[0] and vote != "PER":
        return False
    if setting.data.common_nouns_capital and (len(names) < len(run) or _has_article(setting, run)):
        return False
    return 1 < len(names) <= MAX_PERSON


def _single(setting: Setting, run: Run, vote: str, *, starts: bool) -> Mention | None:
    word = run[0]
    text = setting.text[word.start : word.end]
    if word.fold in setting.not_names or len(text) < 2:  # noqa: PLR2004 -- an initial
        return None
    if word.fold in setting.event_nouns or (word.fold,) in setting.titles:
        return None
    if word.upper and len(text) <= MAX_ACRONYM and not _ROMAN.fullmatch(text):
        counted = setting.before(word.start).rstrip()[-1:].isdigit()
        return None if starts or counted or not text.isalpha() else _organisation(setting, run)
    if starts:
        return None
    if vote == "PER":
        return _person(setting, run)
    return _organisation(setting, run) if vote == "ORG" else None


def _person(setting: Setting, run: Run) -> Mention:
    run = tuple(word for word in run if word.text[0].isalpha()) or run
    text = " ".join(setting.text[run[0].start : run[-1].end].split())
    name = text.title() if text.isupper() else text
    key = " ".join(word.fold for word in run)
    return Mention(
        start=run[0].start, end=run[-1].end, kind=Kind.PERSON, name=name, key=key, acts=True
    )


def _titled(setting: Setting, run: Run, sentence: tuple[Word, ...]) -> Run | None:
    """Return the part of a run that is a person's name after a title or a form of address."""
    first = sentence.index(run[0])
    for skip in range(min(MAX_TITLE, len(run))):
        index = first + skip
        if index and run[skip].capital and _follows(setting, sentence, index, setting.titles):
            rest = run[skip:]
            limit = MAX_GERMAN_NAME if setting.data.common_nouns_capital else MAX_NAME
            return None if rest[0].upper and len(rest) == 1 else rest[:limit]
    return None


def _company(setting: Setting, run: Run, sentence: tuple[Word, ...]) -> Mention | None:
    """Return the company, party or club that a run names after the noun for it."""
    first = sentence.index(run[0])
    if first and _follows(setting, sentence, first, setting.companies):
        return _organisation(setting, run)
    return None


def _follows(
    setting: Setting,
    sentence: tuple[Word, ...],
    index: int,
    nouns: frozenset[tuple[str, ...]],
) -> bool:
    """Say whether one of some nouns, with its adjective or not, stands before a word."""
    last = index
    while last and (name := setting.gazetteer.names.get((sentence[last - 1].fold,))):
        if not name.demonym:
            break
        last -= 1
    gap = setting.text[sentence[last - 1].end : sentence[index].start] if last else "."
    if not re.fullmatch(r"[^,;:()\n]*", gap) or (
        last == index and not re.fullmatch(r"\.?\s*", gap)
    ):
        return False
    tails = [
        tuple(word.fold for word in sentence[last - size : last])
        for size in range(1, min(MAX_TITLE, last) + 1)
    ]
    return any(tail in nouns for tail in tails)


def _vote(setting: Setting, run: Run) -> str:
    """Return the label of the entity that covers most of a run; empty without one."""
    start, end = run[0].start, run[-1].end
    best, label = 0, ""
    for entity in setting.votes.near(start, end):
        shared = min(end, entity.end) - max(start, entity.start)
        loose = entity.end - entity.start > 2 * (end - start) + 4
        if shared > best and not loose:
            best, label = shared, entity.label
    return label if 2 * best >= end - start else ""


def _city(setting: Setting, run: Run, countries: frozenset[str], vote: str) -> Mention | None:
    """Return the city that a run names, None when it is no city or not meant as one."""
    text = setting.text[run[0].start : run[-1].end]
    where = setting.is_where(run[0].start)
    if vote in ("PER", "ORG") and not where:
        return None
    full = _with_article(setting, run)
    city = find_city(full, countries) if full else None
    if city and full:
        text = full
    else:
        city = find_city(text, countries)
    large = city and (city.population >= WELL_KNOWN or city.country in countries)
    if not where and not (large and vote in ("LOC", "")):
        return None
    if city is None and (vote not in ("LOC", "") or text.isupper() or not where):
        return None
    if city is None and (setting.data.common_nouns_capital and vote != "LOC"):
        return None
    region = city is None and setting.is_region(run[0].start)
    mention = Mention(
        start=run[0].start,
        end=run[-1].end,
        kind=Kind.REGION if region else Kind.CITY,
        name=text.title() if text.isupper() else text,
        key=" ".join(phrase(city.name if city else text)),
        country=city.country if city else None,
    )
    return placed(setting, mention)


def _with_article(setting: Setting, run: Run) -> str | None:
    """Return the name of a city with the article that a preposition swallowed: "au Caire"."""
    before = setting.before(run[0].start).rstrip().casefold()
    for preposition, article in setting.data.contractions.items():
        if before.endswith((f" {preposition}", preposition)):
            return f"{article} {setting.text[run[0].start : run[-1].end]}"
    return None


def _other_spelling(setting: Setting, run: Run) -> Mention | None:
    """Return the registry's name that a run spells another way: "Tokayev" for "Tokaïev"."""
    spelled = sounds(" ".join(word.fold for word in run))
    if len(spelled) < MIN_FUZZY:
        return None
    for words, name in _registry_spellings(setting.gazetteer):
        if spelled[0] != words[0] or abs(len(words) - len(spelled)) > 2:  # noqa: PLR2004 -- letters
            continue
        if fuzz.ratio(spelled, words) >= SAME_SPELLING:
            return mention_of(setting, name, run[0].start, run[-1].end)
    return None


@lru_cache(maxsize=4)
def _registry_spellings(gazetteer: Gazetteer) -> tuple[tuple[str, Name], ...]:
    spelled = {(sounds(" ".join(words)), name) for words, name in gazetteer.registry if words}
    return tuple(sorted(spelled, key=lambda pair: (pair[0], pair[1].key)))
