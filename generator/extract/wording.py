"""How a language words what is composed: countries with articles, dates, states of an event.

Titles and summaries are put together from parts; what joins the parts must be right for each one:
"au Kazakhstan", "en Chine", "à Cuba", "le 1er juin", "in the United States".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.extract.lang import load
from generator.record.edtf import display, precision

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.record.edtf import Edtf


FALLBACK = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Patterns that put a name, ``{}``, after an article or preposition."""

    the: str
    at: str
    """In it, or to it."""
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a language joins parts with."""

    countries: Mapping[str, Joined]
    """Class of a country → how it is joined; ``other`` is that of any that has no class."""
    classes: Mapping[str, str]
    """Class → ISO codes, separated by spaces."""
    endings: tuple[tuple[str, str], ...]
    """Regular expression for a name → class, for a code of no list; the first that fits counts."""
    names: Mapping[str, str]
    """ISO code → what a country is called in a text, where CLDR has another name."""
    cities: tuple[tuple[str, str], ...]
    """Start of the name of a city → preposition that takes the place of it."""
    at_city: str
    of: Mapping[str, str]
    """``name``, ``vowel``, ``phrase``, ``body``, ``body-vowel``: patterns for whose it is."""
    bodies: tuple[tuple[str, str], ...]
    """Regular expression for the start of the name of a body → pattern for what is of it."""
    links: str
    """Words, separated by spaces, that join a noun to the noun of what it is of."""
    asides: str
    """Words, separated by spaces, after a phrase that only says when: "une semaine après"."""
    owners: tuple[tuple[str, str], ...]
    """Regular expression for a word that says whose something is → the article in its place."""
    fixes: tuple[tuple[str, str], ...]
    """What joining words makes → what it should read: "de le" is "du"."""
    between: str
    """Pattern for two names or more that meet or agree."""
    last: str
    """Word between the last two of a list."""
    more: str
    """Pattern for how many are left out of a list."""
    dates: Mapping[str, str] = field(default_factory=dict)
    """Precision of a date → pattern around its display; ``range`` where all intervals have one."""
    seasons: Mapping[str, str] = field(default_factory=dict)
    """First word of the display of a season or part of a year → pattern around it."""
    events: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Event type → noun with its article, grammatical kind of the noun."""
    states: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Event status → kind of the noun → what is said of it."""
    done: Mapping[str, str] = field(default_factory=dict)
    """Event type → what is said of it once it happened, where that is not usual."""
    planned_for: Mapping[str, str] = field(default_factory=dict)
    """Kind of the noun → participle before the date of what was not held on it."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """``actors``, ``participants``, ``bodies`` and ``figures``: patterns for what is listed."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Unit or ISO 4217 code → its noun in the plural."""
    bounds: Mapping[str, str] = field(default_factory=dict)
    """Bound of a figure → words before it, with a space."""
    noun_first: bool = False
    """Whether the first word of a noun phrase without article is its noun."""
    in_country: bool = False
    """Whether a country after its city has a preposition: "à Astana, au Kazakhstan"."""
    scaled: str = "{} {}"
    """Pattern for a number with a scale word, and what it counts: "3 milliards de dollars"."""
    percent: str = "#,##0.##%"
    """Pattern of a percentage, as CLDR writes them."""


@lru_cache(maxsize=8)
def wording(language: str) -> Wording:
    """Return how a language words what is composed; English for one that nobody has described."""
    try:
        found = load(language, "wording")
    except KeyError:
        found = load(FALLBACK, "wording")
    assert isinstance(found, Wording)  # noqa: S101 -- a programming fault in lang/, not data
    return found


def country_name(code: str, language: str) -> str:
    """Return what a country is called: by the list of the language, else by CLDR."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- only where a name is composed

    words = wording(language)
    if code in words.names:
        return words.names[code]
    try:
        names = Locale.parse(language.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        names = Locale("en").territories
    return str(names.get(code, code))


def joined(code: str, name: str, words: Wording) -> Joined:
    """Return how a country is joined to what stands before it."""
    listed = (kind for kind, codes in words.classes.items() if code in codes.split())
    by_name = (kind for pattern, kind in words.endings if re.search(pattern, fold_first(name)))
    return words.countries[next(listed, None) or next(by_name, "other")]


def fold_first(name: str) -> str:
    """Return a name with a small first letter without accent: "Équateur" as "equateur"."""
    first = unicodedata.normalize("NFD", name[:1])[:1].casefold()
    return first + name[1:]


def at_city(name: str, words: Wording) -> str:
    """Return a city with the word before it: "à Astana", "au Caire"."""
    for start, preposition in words.cities:
        if name.startswith(start):
            return preposition + name[len(start) :]
    return words.at_city.format(name)


def of_name(name: str, words: Wording, *, body: bool = False) -> str:
    """Return a name as what something belongs to; that of a body may lack its article."""
    vowel = fold_first(name)[:1] in ("a", "e", "i", "o", "u", "h")
    if not body:
        return words.of["vowel" if vowel else "name"].format(name)
    for start, pattern in words.bodies:
        if re.match(start, name):
            return pattern.format(name)
    return words.of["body-vowel" if vowel and name.isupper() else "body"].format(name)


def listed(names: Sequence[str], words: Wording, *, most: int) -> str:
    """Return names as a list; of more than `most` the others are only counted."""
    shown = list(names[:most])
    left = len(names) - len(shown)
    if left == 1:
        shown, left = list(names[: most + 1]), 0
    if left:
        return f"{', '.join(shown)} {words.more.format(left)}"
    if len(shown) < 2:  # noqa: PLR2004 -- a list of one
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {words.last} {shown[-1]}"


def dated(date: Edtf, language: str, words: Wording) -> str:
    """Return a date as it stands in a sentence: "le 16 juin 2025", "in June 2025"."""
    text = display(date, language)
    if "~" in date.text or (date.is_interval and not (date.start and date.end)):
        return text
    for start, pattern in words.seasons.items():
        if text.startswith(start) or (start.startswith("*") and start[1:] in text):
            return pattern.format(text)
    fine = "range" if date.is_interval and "range" in words.dates else precision(date)
    return words.dates.get(fine, "{}").format(text)


def without_owner(phrase: str, words: Wording) -> str:
    """Return a noun phrase with an article for "his" or "this", which a title cannot explain."""
    for found, article in words.owners:
        if re.match(found, phrase):
            return re.sub(found, article, phrase, count=1)
    return phrase


def mended(text: str, words: Wording) -> str:
    """Return a text with the words that stand together joined as the language does."""
    for found, right in words.fixes:
        text = re.sub(found, right, text)
    return text
