"""The words that dates are made of: one type of data for every language, and their look-up.

`lang/<tag>/dates.py` lists phrases by word class; month and weekday names are CLDR's. A phrase may
have several classes ("second" is a rank and a unit): each set of classes that occurs is given one
character, so that a rule about words becomes a regular expression about characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from types import MappingProxyType
from typing import TypeAlias

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from generator.extract import lang

Value: TypeAlias = int | str
Values: TypeAlias = Mapping[str, Value]
Phrases: TypeAlias = Mapping[str, Value] | tuple[str, ...]

WORD_CLASSES: Mapping[str, str] = MappingProxyType(
    {
        # Names; those of CLDR need not be listed.
        "MONTH": "a month: 1-12",
        "MONTH_CAP": "a month, spelled like another word or name: needs a preposition or number",
        "MONTH_ABBR": "a short month name, which counts beside a number only: 1-12",
        "WEEKDAY": "a day of the week: 0 is Monday",
        "WEEKDAY_ABBR": "a short one, which counts before a day number only",
        "WEEKDAYS": "a day of the week that comes again: 0 is Monday",
        "SEASON": "21 spring, 22 summer, 23 autumn, 24 winter",
        "HOLIDAY": "a day of the year: MM-DD, or easter and days after it: E+1",
        "NAMED_DAY": "a day that became a name: an EDTF text",
        # Numbers in words.
        "NUM": "a count",
        "INDEFINITE": "the article that makes any day of a weekday: un lundi",
        "ONE": "the article that is also 1: a count in distances only",
        "DAY": "a day of the month in words",
        "FEW": "an unknown small count",
        "ORD": "a rank",
        "DECADE": "a decade in words: 10-90",
        "TENS": "a number of tens, a decade after DECADEWORD only: les années soixante",
        # Units.
        "UNIT": "a unit, as in timex_meaning.Unit",
        "UNITS": "the same in the plural: beside a count only",
        "YEARWORD": "introduces a year: the year 2015",
        "DECADEWORD": "introduces or follows a decade number: les années 90",
        "CENTURY": "century",
        "TERM": "a part of a year that is counted: Q or HY",
        "TERMCODE": "such as T1, H2: an EDTF month code",
        "DAYPART": "morning, afternoon, evening, night",
        "CLOCKWORD": "follows an hour after a preposition: heures",
        "OCLOCK": "follows an hour and nothing else: o'clock, Uhr",
        "HALFDAY": "hours to add for a.m. (0) and p.m. (12)",
        "NOON": "a clock time in words: HH:MM",
        # Which one of several.
        "LAST": "the one before now, said before the noun",
        "LAST_AFTER": "the same, said after it",
        "NEXT": "the one after now, said before the noun",
        "NEXT_AFTER": "the same, said after it",
        "LAST_MANY": "several before now",
        "NEXT_MANY": "several after now",
        "THESE": "these",
        "PREVIOUS": "the one before that",
        "FOLLOWING": "the one after that",
        "THIS": "this one",
        "THIS_AFTER": "this one, said after the noun: en cours, -ci",
        "SAME": "the same one",
        "THAT_AFTER": "that one, said after the noun: -là",
        "DEICTIC": "a day counted from today, in days: hier is -1",
        "ANAPHORIC_END": "the same when nothing follows: the day before",
        "ANAPHORIC": "a day counted from the one just named, in days: la veille is -1",
        "WHOLE": "a unit in one word counted from now, such as W-1 or Y+0",
        "PART_OF_UNIT": "a part and a unit in one word, such as END Y: Jahresende",
        "THEN": "a unit in one word counted from the one just named, such as Y-1",
        # A distance.
        "AGO": "before a length of time, makes it past: il y a",
        "AGO_AFTER": "after a length of time, makes it past: ago",
        "INSIDE": "before a length of time, makes it future: dans",
        "HENCE": "after a length of time, makes it future: from now",
        "LATER": "after a length of time, counted from the date just named: plus tard",
        "EARLIER": "the same, backward: plus tôt",
        "LATER_END": "a preposition that means later when nothing follows: après",
        "EARLIER_END": "the same, backward: avant",
        "NEAR": "about, before a count: environ",
        "EVERY": "each",
        # Words around a date.
        "DET": "the, on the",
        "THE_MANY": "the article that makes a weekday come again: les mardi matin",
        "SEASON_IN": "in, before a season without an article: au printemps, im Sommer",
        "IN": "in, before months and years",
        "OF": "of",
        "OVER": "over the, before a weekend",
        "AT": "at, before clock times",
        "FROM": "begins a range",
        "TO": "joins the ends of a range",
        "BETWEEN": "begins a range whose ends AND joins",
        "AND": "and",
        "START": "the beginning of",
        "MID": "the middle of",
        "END": "the end of",
        "DURING": "some time within",
        "SINCE": "since",
        "STARTING": "from … on: an open end",
        "EARLIEST": "as early as: no bound, the date itself",
        "UNTIL": "until",
        "BEFORE": "before",
        "AFTER": "after",
        "BY": "by, no later than",
        "HORIZON": "a target year: à l'horizon",
        "ABOUT": "about",
        # What makes a number no date.
        "MEASURE": "what numbers count: a unit, a currency, people",
        "AGED": "before an age",
        "BCE": "before our era",
        "COPYRIGHT": "before the years of a notice, which date nothing",
        "NUMBERED": "what has a number: résolution, article",
        "AUXILIARY": "a verb before a participle that looks like a season: a été",
        "NOT": "a phrase that looks like a date and is none",
    }
)

_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*|[0-9]+|[^\s\w]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ′＇`´", "'"))
_PRIVATE_USE = 0xE000
_GUARDED = {"MONTH": "MONTH_CAP", "WEEKDAY": "WEEKDAY_ABBR"}
_DATE_NAMES = frozenset(_GUARDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """What a language says about dates; an empty one still reads numbers and CLDR's names."""

    lexicon: Mapping[str, Phrases] = field(default_factory=dict)
    """Class of `WORD_CLASSES` → phrases, with their values where the class has values."""
    names: frozenset[str] = frozenset()
    """Months and weekdays that are also another word or a name when written with a capital."""
    capitals: bool = False
    """Months and weekdays have a capital; without it they are other words ("may")."""
    month_first: bool = False
    """The month may come before the day: June 16, 06/16/2025."""
    dotted_days: bool = False
    """A full stop after a number makes it a rank: 16. Juni."""
    article_years: bool = False
    """A year may follow the article: "the 2024 summit"."""
    free_years: bool = False
    """A year needs no preposition: "hat 2015 begonnen"; nouns have capitals, so they show."""
    future: tuple[str, ...] = ()
    """Regular expressions of words that say that something is to come."""
    past: tuple[str, ...] = ()
    """The same for what has been."""
    told: tuple[str, ...] = ()
    """The same for verbs of the past that may be followed by a date to come: somebody said or
    set something; they tell of a weekday, but not of a year."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon knows of one phrase."""

    code: str
    """The character of its set of classes."""
    values: Values
    """Class → value."""
    capital: bool = False
    """The phrase counts with a capital only."""
    name: Entry | None = None
    """What it is instead when it has a capital that its language does not give it."""


class Alphabet:
    """One character for each set of word classes that occurs."""

    OPAQUE = chr(_PRIVATE_USE)
    """A word that says nothing about dates, or a paragraph's end."""

    def __init__(self) -> None:
        """Know no class yet."""
        self._codes: dict[frozenset[str], str] = {}
        self._points = count(_PRIVATE_USE + 1)

    def code(self, classes: frozenset[str]) -> str:
        """Return the character of a set of classes."""
        if classes not in self._codes:
            self._codes[classes] = chr(next(self._points))
        return self._codes[classes]

    def having(self, classes: tuple[str, ...]) -> str:
        """Return the body of a character class: the words with at least one of the classes."""
        found = sorted(code for known, code in self._codes.items() if known.intersection(classes))
        return "".join(found) or "\uffff"


class Lexicon:
    """The phrases of one language, found from their first word."""

    def __init__(self, language: str, words: DateWords) -> None:
        """Gather the listed phrases and CLDR's names."""
        self.words = words
        self.alphabet = Alphabet()
        self._phrases: dict[tuple[str, ...], dict[str, Value]] = {}
        for name, phrases in words.lexicon.items():
            items = phrases.items() if isinstance(phrases, Mapping) else ((p, 0) for p in phrases)
            for phrase, value in items:
                self._add(name, phrase, value)
                if name.endswith("_ABBR"):
                    self._add(name, f"{phrase}.", value)
        self._add_cldr(language)
        self._entries = self._index()

    def find(self, keys: list[str], index: int) -> tuple[int, Entry | None]:
        """Return the longest phrase at a word, as its length in words and its entry."""
        for phrase, entry in self._entries.get(keys[index], ()):
            if len(phrase) == 1 or tuple(keys[index : index + len(phrase)]) == phrase:
                return len(phrase), entry
        return 1, None

    def entry(self, values: Values) -> Entry:
        """Return the entry of a number, whose classes are those of its values."""
        return Entry(self.alphabet.code(frozenset(values)), values)

    def _add(self, name: str, phrase: str, value: Value) -> None:
        self._phrases.setdefault(split_words(phrase), {})[name] = value

    def _add_cldr(self, language: str) -> None:
        locale = _locale(language)
        for width, suffix in (("wide", ""), ("abbreviated", "_ABBR")):
            for context in ("format", "stand-alone"):
                months = get_month_names(width, context, locale)  # type: ignore[arg-type]
                days = get_day_names(width, context, locale)  # type: ignore[arg-type]
                for month, name in months.items():
                    self._add_name("MONTH", suffix, name, month)
                for day, name in days.items():
                    self._add_name("WEEKDAY", suffix, name, day)

    def _add_name(self, kind: str, suffix: str, name: str, value: int) -> None:
        """Add a name with and without its dot and its accents, unless it is known in full."""
        bare = "".join(c for c in unicodedata.normalize("NFD", name) if not _is_accent(c))
        short = kind not in self._phrases.get(split_words(name), ())
        dotted = (f"{name}.", f"{bare}.") if suffix and short else ()
        for spelling in (name, bare, name.rstrip("."), bare.rstrip("."), *dotted):
            key = split_words(spelling)
            if key and kind not in self._phrases.get(key, ()):
                self._phrases.setdefault(key, {})[kind + suffix] = value

    def _index(self) -> dict[str, list[tuple[tuple[str, ...], Entry]]]:
        index: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for phrase in sorted(self._phrases, key=lambda words: (-len(words), words)):
            entry = self._entry_of(phrase, self._phrases[phrase])
            index.setdefault(phrase[0], []).append((phrase, entry))
        return index

    def _entry_of(self, phrase: tuple[str, ...], values: Values) -> Entry:
        if _DATE_NAMES.isdisjoint(values):
            return self.entry(values)
        ambiguous = " ".join(phrase) in self.words.names
        guarded = {_GUARDED.get(name, name): value for name, value in values.items()}
        if self.words.capitals:
            values = guarded if ambiguous else values
            return Entry(self.alphabet.code(frozenset(values)), values, capital=True)
        name = self.entry(guarded) if ambiguous or "MONTH" in values else None
        return Entry(self.alphabet.code(frozenset(values)), values, name=name)


def fold(word: str) -> str:
    """Return the key of a word: no case, no soft hyphens, one kind of apostrophe."""
    if word.isascii():
        return word.casefold()
    plain = _INVISIBLE.sub("", word).translate(_APOSTROPHES)
    return unicodedata.normalize("NFKC", plain).casefold()


def split_words(phrase: str) -> tuple[str, ...]:
    """Return the keys of a phrase, as the scanner would split it."""
    return tuple(fold(match[0]) for match in _WORD.finditer(phrase))


@cache
def read_lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language; one that nobody wrote has CLDR's names and numbers.

    Args:
        language: BCP 47 tag.
    """
    try:
        words: DateWords = lang.load(language, "dates")
    except KeyError:
        words = DateWords()
    return Lexicon(language, words)


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.split("-", maxsplit=1)[0])
    except (UnknownLocaleError, ValueError, TypeError):
        return Locale.parse("root")


def _is_accent(character: str) -> bool:
    return unicodedata.combining(character) != 0
