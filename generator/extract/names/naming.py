"""What a name is in a text, and what the steps of finding names share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.extract.events.triggers import items, lexicon
from generator.extract.names.cities import capital_of
from generator.extract.names.gazetteer import Gazetteer, Kind, Name, NameWords
from generator.extract.names.words import PhraseTable, fold, inflect, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.extract.names.recogniser import Votes
    from generator.extract.names.words import Word

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
    city: str | None = None
    """The capital by which a state is named: "Pékin a annoncé"."""
    near: bool = False
    """Whether it only tells how far a place is: "40 km from Astana"."""
    target: bool = False
    """Whether something is done to it: "against Iran"."""
    acts: bool = True
    """Whether it can be an actor: not an adjective, nor a country inside another name."""

    def __len__(self) -> int:
        """Return the number of code points."""
        return self.end - self.start


@dataclass(frozen=True)
class Setting:
    """What the steps of finding names share; made anew for each text."""

    text: str
    language: str
    data: NameWords
    gazetteer: Gazetteer
    votes: Votes

    @cached_property
    def locative(self) -> re.Pattern[str]:
        """Match what stands before the name of a place where something happens."""
        return re.compile(f"(?:{self.data.locatives}|{self.data.sites})$", re.IGNORECASE)

    @cached_property
    def region(self) -> re.Pattern[str]:
        """Match what makes the name after it that of a region."""
        return re.compile(f"(?:{self.data.regions})$", re.IGNORECASE)

    @cached_property
    def town(self) -> re.Pattern[str]:
        """Match what makes the name after it that of a town."""
        return re.compile(f"(?:{self.data.towns})$", re.IGNORECASE)

    @cached_property
    def division(self) -> re.Pattern[str]:
        """Match what makes even a city's name after it that of a division of a country."""
        return re.compile(f"(?:{self.data.divisions})$", re.IGNORECASE)

    @cached_property
    def broad(self) -> re.Pattern[str]:
        """Match a preposition after which no city stands."""
        return re.compile(f"(?:{self.data.broad})$", re.IGNORECASE)

    @cached_property
    def venue(self) -> re.Pattern[str]:
        """Match what makes the name after it that of a building or a street."""
        return re.compile(f"(?:{self.data.venues})$", re.IGNORECASE)

    @cached_property
    def target(self) -> re.Pattern[str]:
        """Match what stands before those to whom something is done."""
        return re.compile(self.data.targets, re.IGNORECASE)

    @cached_property
    def away(self) -> re.Pattern[str]:
        """Match what stands before a place that is only near the one that is meant."""
        return re.compile(self.data.away, re.IGNORECASE)

    @cached_property
    def thing(self) -> re.Pattern[str]:
        """Match what stands before the name of a storm or a ship."""
        return re.compile(f"(?:{self.data.named_things})$", re.IGNORECASE)

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
    def title_endings(self) -> tuple[str, ...]:
        """Folded last parts of titles in one word."""
        return tuple(fold(word) for word in self.data.title_endings)

    @cached_property
    def same_offices(self) -> Mapping[tuple[str, ...], str]:
        """Folded words of a title → first word of the usual title of the same office."""
        return {phrase(title): fold(head) for title, head in self.data.offices.items()}

    def office(self, words: tuple[Word, ...]) -> str:
        """Return the name by which all titles of one office go: the first word of the usual one."""
        return self.same_offices.get(tuple(word.fold for word in words), words[0].fold)

    @cached_property
    def body_heads(self) -> frozenset[str]:
        """Folded words that the name of an organisation begins with."""
        return frozenset(fold(word) for word in self.data.body_heads)

    @cached_property
    def actors(self) -> PhraseTable[bool]:
        """Titles and nouns that act for somebody; the value says whether for a state."""
        data = self.data
        table: PhraseTable[bool] = PhraseTable()
        for text in (*data.state_roles, *data.counterparts, *data.state_actors):
            table.add(phrase(text), value=True)
        for text in data.roles:
            table.add(phrase(text), value=False)
        return table

    @cached_property
    def same_words(self) -> frozenset[str]:
        """Folded adjectives that are spelled like their country: "suisse"."""
        forms = (
            (code, form)
            for code, bases in self.data.demonyms.items()
            for base in bases.split()
            for form, _ in inflect(base, self.data.demonym_rules)
        )
        names = self.gazetteer.names
        named = ((code, fold(form), names.get(phrase(form))) for code, form in forms)
        return frozenset(
            f for code, f, name in named if name and not name.demonym and name.country == code
        )

    def adjective(self, word: Word) -> Name | None:
        """Return the country whose adjective a word is."""
        name = self.gazetteer.names.get((word.fold,))
        if name is None or name.demonym:
            return name
        return replace(name, demonym=True) if self.is_adjective(word) else None

    def is_adjective(self, word: Word) -> bool:
        """Say whether a word that is spelled like a country is its adjective."""
        return not word.capital and word.fold in self.same_words

    @cached_property
    def companies(self) -> frozenset[tuple[str, ...]]:
        """Folded words of every noun for a company."""
        return frozenset(phrase(text) for text in self.data.companies)

    @cached_property
    def not_names(self) -> frozenset[str]:
        """Folded words that are no part of a name even with a capital."""
        return frozenset(fold(word) for word in self.data.not_names)

    @cached_property
    def things(self) -> frozenset[str]:
        """Folded acronyms and words that name no body."""
        return frozenset(fold(word) for word in self.data.things)

    @cached_property
    def portfolios(self) -> frozenset[str]:
        """Folded words before a field of government."""
        return frozenset(fold(word) for word in self.data.portfolios)

    @cached_property
    def fields(self) -> frozenset[str]:
        """Folded words for fields of government."""
        return frozenset(fold(word) for word in self.data.fields)

    @cached_property
    def particles(self) -> frozenset[str]:
        """Folded lower-case words inside names."""
        return frozenset(fold(word) for word in self.data.particles)

    @cached_property
    def articles(self) -> frozenset[str]:
        """Folded articles, which only stand inside a name after another particle."""
        return frozenset(fold(word) for word in self.data.articles)

    @cached_property
    def article(self) -> re.Pattern[str]:
        """Match an article just before a name."""
        words = "|".join(re.escape(word) for word in self.data.articles if word != "l")
        return re.compile(rf"(?:\b(?:{words})\s+|\b[ld]['’])$", re.IGNORECASE)

    @cached_property
    def event_nouns(self) -> frozenset[str]:
        """Folded first words of the nouns for events: headlines begin with them, names do not."""
        nouns = lexicon(self.language).data.nouns.values()
        return frozenset(phrase(item)[0] for text in nouns for item in items(text))

    @cached_property
    def clause_words(self) -> frozenset[str]:
        """Folded words that never stand inside a title."""
        return frozenset(fold(word) for word in self.data.clause_words)

    def is_compound_title(self, word: Word) -> bool:
        """Say whether a word is a title by its last part: "Bahnchef"."""
        endings = self.title_endings
        return bool(endings) and word.capital and word.fold.endswith(endings)

    def before(self, start: int) -> str:
        """Return the text just before a name, from its line on."""
        return self.text[max(0, start - BEFORE) : start].rpartition("\n")[2]

    def is_where(self, start: int) -> bool:
        """Say whether a name that begins here stands where a place stands."""
        before = self.before(start)
        if self.town.search(before):
            return True
        return bool(self.locative.search(before)) and not self.origin.search(before)

    def names_thing(self, start: int) -> bool:
        """Say whether a name that begins here is one of a storm or a ship."""
        return bool(self.thing.search(self.before(start)))

    def is_region(self, start: int) -> bool:
        """Say whether a name that begins here, and that no list knows, is that of a region."""
        before = self.before(start)
        return bool(self.region.search(before) or self.broad.search(before))

    def is_town(self, start: int) -> bool:
        """Say whether a word such as "village" stands before a name that begins here."""
        return bool(self.town.search(self.before(start)))

    def is_target(self, start: int) -> bool:
        """Say whether something is done to what begins here: "attack on"."""
        return bool(self.target.search(self.before(start)))

    def is_division(self, start: int) -> bool:
        """Say whether a word such as "province" stands before a name that begins here."""
        return bool(self.division.search(self.before(start)))

    def is_venue(self, start: int) -> bool:
        """Say whether a building or a street is called by the name that begins here."""
        return bool(self.venue.search(self.before(start)))


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
    before = setting.before(mention.start)
    near = bool(setting.away.search(before))
    mention = replace(mention, near=near, target=bool(setting.target.search(before)))
    aside = before.rpartition("(")[2] if before.count("(") > before.count(")") else None
    where = setting.is_where(mention.start) or _is_topic(setting, mention, before)
    if aside is not None or where:
        return replace(mention, where=not aside.strip() if aside is not None else True, acts=False)
    belongs = re.search(setting.data.of, before, re.IGNORECASE) or setting.origin.search(before)
    if belongs or mention.kind is Kind.REGION:
        return replace(mention, acts=False)
    return mention if mention.kind is Kind.COUNTRY else _as_state(setting, mention)


def _as_state(setting: Setting, city: Mention) -> Mention:
    """Return the state that a capital stands for; any other city acts in nothing."""
    state = capital_of(city.name)
    name = setting.gazetteer.countries.get(state or "") if state == city.country else None
    if name is None:
        return replace(city, acts=False)
    return replace(
        city,
        kind=Kind.COUNTRY,
        name=name.name,
        key=name.key,
        record=name.record,
        city=city.name,
    )


def _is_topic(setting: Setting, mention: Mention, before: str) -> bool:
    """Say whether a place opens a headline: "Mali : …"."""
    return not before.strip() and bool(
        re.match(r"\s*[:–]\s", setting.text[mention.end : mention.end + 4])
    )
