"""What a run of capitalised words names, by the words around it and the votes of a model."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from rapidfuzz import fuzz

from generator.extract.names.cities import WELL_KNOWN, City, find_city
from generator.extract.names.gazetteer import Gazetteer, Kind, Name
from generator.extract.names.naming import Mention, Setting, mention_of, placed
from generator.extract.names.nobody import holder_of, names_nobody
from generator.extract.names.words import Word, phrase, sounds

MAX_NAME = 6  # words of a person's name, particles included
MAX_TITLE = 4  # words of a title that stands before a name
MAX_GERMAN_NAME = 3  # where every noun has a capital, a name is not taken further
MAX_ACRONYM = 7  # letters
MAX_PERSON = 4  # capitalised words of a name taken for a person's without any other sign
SAME_SPELLING = 90  # rapidfuzz ratio, 0-100, from which two spellings are one name
MIN_FUZZY = 6  # letters; shorter names differ by one letter too easily
MAX_OFF = 2  # letters by which two spellings of one name differ in length
TITLE_CASE = 0.7  # share of long words with a capital from which a line is a headline in title case
LONG_WORD = 4  # letters

GIVEN_TITLES = frozenset({"cheikh", "sheikh", "scheich", "jeque", "prince", "major"})
"""Folded titles that are given names after another one: "Mohamed Cheikh Biadillah"."""

_ROMAN = re.compile(r"[IVXLC]+")

Run = tuple[Word, ...]


@dataclass(frozen=True)
class Look:
    """A run with what is around it."""

    setting: Setting
    run: Run
    sentence: Run
    countries: frozenset[str]
    """Codes of the countries that the text names."""
    shouting: bool
    """Whether most words of the line have a capital, so that one says nothing."""

    @cached_property
    def text(self) -> str:
        """Return the words as they stand in the text."""
        return self.setting.text[self.run[0].start : self.run[-1].end]

    @cached_property
    def place(self) -> int:
        """Return the index of the first word in the sentence."""
        return self.sentence.index(self.run[0])

    @cached_property
    def vote(self) -> str:
        """Return the label of the entity that covers most of the run; empty without one."""
        start, end = self.run[0].start, self.run[-1].end
        best, label = 0, ""
        for entity in self.setting.votes.near(start, end):
            shared = min(end, entity.end) - max(start, entity.start)
            loose = entity.end - entity.start > 2 * (end - start) + LONG_WORD
            if shared > best and not loose:
                best, label = shared, entity.label
        return label if 2 * best >= end - start else ""

    def city(self, name: str) -> City | None:
        """Return the city that the text means by a name."""
        return find_city(name, self.countries, self.setting.data.home)

    @cached_property
    def has_article(self) -> bool:
        """Say whether an article stands before the run: no person's name has one."""
        return bool(self.setting.article.search(self.setting.before(self.run[0].start)))

    def follows(self, nouns: frozenset[tuple[str, ...]], skip: int = 0) -> bool:
        """Say whether one of some nouns, its adjective after it or not, stands before a word."""
        last = index = self.place + skip
        words = self.sentence
        while last and self.setting.adjective(words[last - 1]):
            last -= 1
        if not last:
            return False
        gap = self.setting.text[words[last - 1].end : words[index].start]
        allowed = r"\.?\s*" if last == index else r"[^,;:()\n]*"
        sizes = range(1, min(MAX_TITLE, last) + 1)
        tails = (tuple(word.fold for word in words[last - size : last]) for size in sizes)
        if not re.fullmatch(allowed, gap):
            return False
        return any(tail in nouns for tail in tails) or (
            nouns is self.setting.titles and self.setting.is_compound_title(words[last - 1])
        )

    @cached_property
    def proper(self) -> bool:
        """Say whether a tagger takes each word for a name; False where none has been asked."""
        parts = self.setting.votes.parts
        return all(parts.get(word.start) == "PROPN" for word in self.run if word.capital)


def classify(look: Look) -> Mention | None:
    """Return what a run names, None when nothing tells: the first step that knows decides."""
    if look.run[0].fold in look.setting.event_nouns and len(look.run) > 1:
        return None  # "Cumbre Iberoamericana" is what happened, not who
    holder = holder_of(look)
    if holder:
        return _person(look, holder)
    if names_nobody(look):
        return None
    steps = (_other_spelling, _titled, _company, _city, _single, _several)
    return next((mention for step in steps if (mention := step(look))), None)


def in_title_case(words: Run) -> bool:
    """Say whether most words have a capital, as in a headline in English."""
    long = [word for word in words if len(word.text) >= LONG_WORD]
    return len(long) > LONG_WORD and sum(w.capital for w in long) / len(long) >= TITLE_CASE


def organisation(setting: Setting, words: Run) -> Mention:
    """Return the mention of an organisation that no list knows."""
    text = setting.text[words[0].start : words[-1].end]
    return Mention(
        start=words[0].start,
        end=words[-1].end,
        kind=Kind.ORGANISATION,
        name=" ".join(text.split()),
        key=" ".join(word.fold for word in words),
    )


def _person(look: Look, run: Run) -> Mention:
    run = tuple(word for word in run if word.text[0].isalpha()) or run
    text = " ".join(look.setting.text[run[0].start : run[-1].end].split())
    return Mention(
        start=run[0].start,
        end=run[-1].end,
        kind=Kind.PERSON,
        name=text.title() if text.isupper() else text,
        key=" ".join(word.fold for word in run),
    )


# ---------------------------------------------------------------------------- the steps


def _other_spelling(look: Look) -> Mention | None:
    """Return the registry's name that a run spells another way: "Tokayev" for "Tokaïev"."""
    spelled = sounds(look.text)
    if len(spelled) < MIN_FUZZY:
        return None
    for words, name in _registry_spellings(look.setting.gazetteer):
        if spelled[0] != words[0] or abs(len(words) - len(spelled)) > MAX_OFF:
            continue
        if fuzz.ratio(spelled, words) >= SAME_SPELLING:
            return mention_of(look.setting, name, look.run[0].start, look.run[-1].end)
    return None


@lru_cache(maxsize=4)
def _registry_spellings(gazetteer: Gazetteer) -> tuple[tuple[str, Name], ...]:
    spelled = {(sounds(" ".join(words)), name) for words, name in gazetteer.registry if words}
    return tuple(
        sorted((pair for pair in spelled if pair[0]), key=lambda pair: (pair[0], pair[1].key))
    )


def _titled(look: Look) -> Mention | None:
    """Return the person whose name stands after a title or a form of address."""
    for skip in range(min(MAX_TITLE, len(look.run))):
        inside = skip > 1 and look.run[skip - 1].fold in GIVEN_TITLES
        if look.run[skip].capital and not inside and look.follows(look.setting.titles, skip):
            rest = look.run[skip:]
            limit = MAX_GERMAN_NAME if look.setting.data.common_nouns_capital else MAX_NAME
            acronym = rest[0].upper and len(rest) == 1
            return None if acronym else _person(look, rest[:limit])
    return None


def _company(look: Look) -> Mention | None:
    """Return the company, party or club that a run names after the noun for it."""
    if look.follows(look.setting.companies) or _is_firm(look):
        return organisation(look.setting, look.run)
    return None


def _is_firm(look: Look) -> bool:
    """Say whether a nation without a capital stands for a noun: "le belge Velmont"."""
    before = look.sentence[max(0, look.place - 2) : look.place]
    if len(before) < 2 or look.setting.data.common_nouns_capital or look.shouting:  # noqa: PLR2004
        return False
    nation = look.setting.adjective(before[1])
    bare = nation is not None and not before[1].capital and not look.setting.data.demonym_first
    return bare and before[0].fold in look.setting.articles


def _city(look: Look) -> Mention | None:
    """Return the city or region that a run names, None when it is none or not meant as one."""
    setting = look.setting
    if setting.data.common_nouns_capital:
        look = _without_noun(look)
    start = look.run[0].start
    where = setting.is_where(start)
    if look.vote in ("PER", "ORG") and not where:
        return None
    text, city = _named_city(look)
    large = city and (city.population >= WELL_KNOWN or city.country in look.countries)
    target = look.vote == "LOC" and setting.is_target(start)
    if not where and not target and not (large and look.vote in ("LOC", "")):
        return None
    if city is None and not _could_be_place(look):
        return None
    region = setting.is_division(start) or (city is None and setting.is_region(start))
    mention = Mention(
        start=start,
        end=look.run[-1].end,
        kind=Kind.REGION if region else Kind.CITY,
        name=text.title() if text.isupper() else text,
        key=" ".join(phrase(city.name if city else text)),
        country=city.country if city else None,
    )
    return placed(setting, mention)


def _without_noun(look: Look) -> Look:
    """Return the part of a run after a noun that says what place it is: "Hafenstadt Danzig"."""
    for skip in range(1, len(look.run)):
        part = replace(look, run=look.run[skip:])
        if look.setting.is_where(part.run[0].start) and look.city(part.text):
            return part
    return look


def _named_city(look: Look) -> tuple[str, City | None]:
    """Return a run's city, with the article that a preposition swallowed: "au Caire"."""
    before = look.setting.before(look.run[0].start).rstrip().casefold()
    for preposition, article in look.setting.data.contractions.items():
        if before == preposition or before.endswith(f" {preposition}"):
            text = f"{article} {look.text}"
            city = look.city(text)
            if city:
                return text, city
    city = look.city(look.text)
    if city is None and (swallowed := _swallowed(look)):
        return f"{swallowed} {look.text}", None
    part, joined, _ = look.text.rpartition("-")
    if joined and not (city and city.primary) and (whole := look.city(part)):
        return part, whole  # a quarter: "Berlin-Mitte"
    return look.text, city


def _swallowed(look: Look) -> str:
    """Return the article that "au" or "des" before an unknown village swallowed: "Le Lioran"."""
    setting, start = look.setting, look.run[0].start
    words = look.sentence[max(0, look.place - 2) : look.place]
    after_noun = len(words) > 1 and setting.votes.parts.get(words[0].start) == "NOUN"
    if setting.is_region(start) or (after_noun and not setting.is_town(start)):
        return ""  # "la rivière aux Loutres"
    return setting.data.contractions.get(words[-1].text.casefold(), "") if words else ""


def _could_be_place(look: Look) -> bool:
    """Say whether a name that no gazetteer has can be one of a village."""
    if look.setting.is_town(look.run[0].start):
        return True
    if look.setting.data.common_nouns_capital and look.vote != "LOC" and not look.proper:
        return False
    return look.vote in ("LOC", "") and not look.text.isupper()


def _single(look: Look) -> Mention | None:
    """Return what one word names: an acronym, or what the model says inside a sentence."""
    word, setting = look.run[0], look.setting
    if len(look.run) > 1 or len(look.text) < len("EU") or _is_no_name(look):
        return None
    starts = look.place == 0 or look.shouting
    if word.upper and len(look.text) <= MAX_ACRONYM and not _ROMAN.fullmatch(look.text):
        counted = setting.before(word.start).rstrip()[-1:].isdigit()
        told = look.text.isalpha() and not (starts or counted)
        return organisation(setting, look.run) if told else None
    if starts or look.vote not in ("PER", "ORG"):
        return None
    if look.vote == "PER":
        return _person(look, look.run) if _does_something(look) else None
    return organisation(setting, _whole(look))


def _does_something(look: Look) -> bool:
    """Say whether a verb follows a lone word: whom nobody introduced is named for what he does.

    The model takes many a village, a club or an illness for a surname.
    """
    following = look.sentence[look.place + 1 : look.place + 2]
    finite = look.setting.votes.finite
    if not following or look.setting.is_where(look.run[0].start):
        return False
    return following[0].start in finite if finite else not following[0].capital


def _whole(look: Look) -> Run:
    """Return a run with the plain words after it that the model counts to the body: a "Front"."""
    start, end = look.run[0].start, look.run[-1].end
    near = look.setting.votes.near(start, end)
    last = max((e.end for e in near if e.label == "ORG" and e.start <= start), default=end)
    found = list(look.run)
    for word in look.sentence[look.place + len(look.run) :][:MAX_NAME]:
        if word.end > last or look.setting.text[found[-1].end : word.start].strip(" '’-"):
            break
        found.append(word)
    return tuple(found)


def _is_no_name(look: Look) -> bool:
    word, setting = look.run[0], look.setting
    listed = word.fold in setting.not_names or word.fold in setting.event_nouns
    noun = setting.data.common_nouns_capital and look.has_article
    return listed or noun or (word.fold,) in setting.titles or (word.fold,) in setting.actors


def _several(look: Look) -> Mention | None:
    """Return what several words name: a body after an article, else a person."""
    if len(look.run) == 1:
        return None
    capitals = all(word.capital for word in look.run)
    body = look.vote == "ORG" or (look.vote != "PER" and look.has_article and capitals)
    if body and not (look.shouting and look.vote != "ORG"):
        return organisation(look.setting, look.run)
    return _person(look, look.run) if not body and _looks_personal(look) else None


def _looks_personal(look: Look) -> bool:
    names = [word for word in look.run if word.capital]
    shouted = any(len(word.text) > len("EU") and word.upper for word in look.run)
    if shouted or len(look.run) > MAX_NAME or not 1 < len(names) <= MAX_PERSON:
        return False
    if not any(character.isspace() for character in look.text):
        return False  # "Trump-Poutine", "Mannheim–Stuttgart"
    german = look.setting.data.common_nouns_capital
    if look.vote == "PER":
        doubted = not look.proper and len(names) < len(look.run)
        return not (german and (doubted or look.has_article))
    if german:
        return look.proper and not look.has_article and look.vote in ("", "MISC")
    return _is_object(look)


def _is_object(look: Look) -> bool:
    """Say whether two capitals right after a verb are whom it is done to: "renverse Ali Sani".

    The model often takes such a name for a place; but no preposition stands before it.
    """
    setting, start = look.setting, look.run[0].start
    if look.vote == "ORG" or not look.place or look.shouting or setting.is_where(start):
        return False
    before = look.sentence[look.place - 1]
    beside = setting.text[before.end : start] == " "
    verb = setting.votes.parts.get(before.start) in ("VERB", "AUX")
    return beside and verb and not look.city(look.text)
