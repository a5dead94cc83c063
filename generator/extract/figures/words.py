"""What a language must say of its numbers, units and currencies for figures to be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """The words of one language, folded (lower case, no accents); forms are regular expressions."""

    decimal_sign: str
    group_signs: str
    """Signs between groups of three digits, besides spaces."""
    numerals: Mapping[str, int]
    """Words below a hundred."""
    hundreds: Mapping[str, int]
    scales: Mapping[str, int]
    """Words that multiply what stands before them, from a thousand on."""
    bare_scales: tuple[str, ...]
    """Scales that are a number without another before them."""
    scale_signs: Mapping[str, int]
    """Abbreviations of scales, read only where a currency follows."""
    currency_ahead: str
    """Form of what may follow such an abbreviation."""
    joiners: tuple[str, ...]
    """Words inside a number: "vingt et un"."""
    glued: bool = False
    """Number words are written as one: "zweihundertfünfzig"."""
    half: str
    """Form of "and a half"."""
    tens_with_teens: tuple[int, ...]
    """Tens that are counted on to nineteen."""
    collectives: Mapping[str, int]
    """Phrases that are a round number: "une douzaine", "half a million"."""
    units: Mapping[str, tuple[str, ...]]
    """Name of a unit → forms of the nouns that are counted in it."""
    measures: Mapping[str, tuple[str, ...]]
    """Name of a unit of measurement → its forms; definite or not, a measure is a claim."""
    measures_before: Mapping[str, tuple[str, ...]]
    """Measures whose name stands before the number."""
    casualties: tuple[str, ...]
    """Forms of nouns that even "un" counts."""
    fates: tuple[str, ...]
    """Forms after a noun for people, of whom then even one counts: "un pompier est mort"."""
    others: str
    """Form of "others", and of fates, which count the people that the sentence counted before."""
    harming: tuple[str, ...]
    """Forms before a number of people that no noun names: "et en blessant 22"."""
    subsets: tuple[str, ...]
    """Forms before a number of those counted right before: "dont 12 à Paris"."""
    subset_ahead: str
    """Form of what then stands where a noun would, besides `stops`: "dont deux grièvement"."""
    parts: str
    """Form of what stands between a part and its whole: "38 des 57 sièges"."""
    as_of: tuple[str, ...]
    """Forms before a date that say that the figures before it are of that day."""
    rises: str
    """Form of what stands between a figure and that by which it rose: "en hausse de"."""
    falls: str
    """The same for what it fell by."""
    ballots: str
    """Form of what stands between two numbers of votes: "182 voix contre 140"."""
    workforce: str
    """Form of a statement of people who work for somebody, up to their noun: they are jobs."""
    adjectives: tuple[str, ...]
    """Forms that may stand between a number and its noun."""
    link: str
    """Form of what links a scaled number to its noun ("millions de"); empty where nothing does."""
    currencies: Mapping[str, tuple[str, ...]]
    """ISO 4217 code → forms after the number."""
    shared_currencies: Mapping[str, Mapping[str, str]]
    """Form that several states use → ISO 4217 code → form of the words that tell which."""
    bounds: Mapping[str, tuple[str, ...]]
    """`Bound` value → forms before the number."""
    bounds_after: Mapping[str, tuple[str, ...]]
    """`Bound` value → forms after the unit."""
    definite: tuple[str, ...]
    """Forms of determiners that speak of a known set."""
    never_before: tuple[str, ...]
    """Forms after which a number is a name, a rank or an address."""
    ranges: str
    """Form of what stands between two numbers of one unit."""
    comparators: tuple[str, ...]
    """Forms between a figure and a date that belongs to what it is compared with."""
    no_period_before: tuple[str, ...]
    """Forms before a date that then says since when or by whom, not for when."""
    no_period_clause: tuple[str, ...]
    """Forms that open a clause whose date is no period."""
    predicates: str
    """Form of a verb whose date is not that of a size before it: "de 96 MW a été inaugurée"."""
    asides: tuple[str, ...]
    """Forms of a clause between commas that dates something else: "décidé en", "dont"."""
    happenings: tuple[str, ...]
    """Forms that make such a clause the event that the figure is about: "survenue mardi"."""
    reports: tuple[str, ...]
    """Forms between a figure and the date on which somebody stated it."""
    contrasts: str
    """Form after a figure that is set against another by whose it is, not by when."""
    linkers: tuple[str, ...]
    """Forms that join two figures of one period."""
    genitive: str
    """Form of what links a share or an amount to what it is part of: "27 % des voix"."""
    connectors: tuple[str, ...]
    """Words between a noun and its figure: "une frontière longue de", "échanges atteignant"."""
    determiners: tuple[str, ...]
    """Forms before a noun, where what is measured begins."""
    stops: tuple[str, ...]
    """Forms at which the words after a noun no longer belong to it."""
