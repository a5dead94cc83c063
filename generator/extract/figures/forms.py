"""The figure words of a language, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.extract import lang
from generator.extract.names.words import inflect
from generator.extract.residue.cues import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.extract.figures.words import FigureWords
    from generator.extract.names.gazetteer import NameWords

_OPTIONAL = re.compile(r"\(\?:(?:[^()]|\([^()]*\))*\)\?")
"""What a form may go without: "dollars canadiens" goes before "dollars", whatever may follow."""
REACH = 40  # code points before a number that its bound or its measure can take


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms of several names, the longest first, so that "états membres" goes before "états"."""

    pattern: re.Pattern[str]
    names: tuple[str, ...]
    """The name of each alternative, in the order of their groups."""

    def match(self, folded: str, at: int) -> tuple[str, int] | None:
        """Return the name of the form that stands at an offset, and where the form ends."""
        match = self.pattern.match(folded, at)
        return self._named(match, match.end()) if match else None

    def before(self, folded: str, at: int) -> tuple[str, int] | None:
        """Return the name of the form that stands right before an offset, and its start."""
        start = max(0, at - REACH)
        match = self.pattern.search(folded[start:at])
        return self._named(match, start + match.start()) if match else None

    def _named(self, match: re.Match[str], offset: int) -> tuple[str, int]:
        return self.names[int((match.lastgroup or "n0")[1:])], offset


@dataclass(frozen=True, slots=True)
class FigureForms:
    """The compiled forms of one language; see `FigureWords` for what each is."""

    words: FigureWords
    units: Forms
    measures: Forms
    measures_before: Forms
    currencies: Forms
    casualties: Forms
    bounds: Forms
    bounds_after: Forms
    fates: re.Pattern[str]
    others: re.Pattern[str]
    harming: re.Pattern[str]
    subsets: re.Pattern[str]
    subset_ahead: re.Pattern[str]
    parts: re.Pattern[str]
    ballots: re.Pattern[str]
    workforce: re.Pattern[str]
    nationals: frozenset[str]
    """Folded names of more than one person of a nation: "palestiniens"."""
    definite: re.Pattern[str]
    never: re.Pattern[str]
    ranges: re.Pattern[str]
    link: re.Pattern[str]
    noun_ahead: re.Pattern[str]
    """A noun that a scaled number counts follows: it is no money without a currency."""


@lru_cache(maxsize=8)
def figure_forms(tag: str) -> FigureForms:
    """Compile the figure words of a language."""
    words: FigureWords = lang.load(tag, "figures")
    of = rf" ?(?:{words.link})?"
    adjectives = rf"(?:(?:{'|'.join(words.adjectives)}) ){{0,2}}"
    bounds = _any(form for forms in words.bounds.values() for form in forms)
    stops = _any(words.stops)
    currencies = {**words.currencies, **{form: (form,) for form in words.shared_currencies}}
    return FigureForms(
        words=words,
        units=_forms(words.units, f"{of}{adjectives}", r"(?![\w-])"),
        measures=_forms(words.measures, rf"(?:-|{of})", r"(?!\w)"),
        measures_before=_forms(words.measures_before, r"(?<!\w)", " ?$"),
        currencies=_forms(currencies, of, r"(?!\w)"),
        casualties=_forms({"people": words.casualties}, f" {adjectives}", r"(?!\w)"),
        bounds=_forms(words.bounds, r"(?<!\w)", " ?$"),
        bounds_after=_forms(words.bounds_after, r" ", r"(?!\w)"),
        fates=re.compile(rf"(?:,? [\w'-]{{1,20}}){{0,3}},? {_any(words.fates)}(?!\w)"),
        others=re.compile(rf" (?:{words.others})(?!\w)"),
        harming=re.compile(rf"(?<!\w){_any(words.harming)} (?:{bounds} ?)?$"),
        subsets=re.compile(rf"(?<!\w){_any(words.subsets)} (?:{bounds} ?)?$"),
        subset_ahead=re.compile(rf" ?(?:[,;:.)!?]|$)| (?:{words.subset_ahead}|{stops})(?!\w)"),
        parts=re.compile(words.parts),
        ballots=re.compile(words.ballots),
        workforce=re.compile(rf"(?<!\w)(?:{words.workforce})$"),
        nationals=_nationals(tag),
        definite=re.compile(rf"(?<!\w){_any(words.definite)} $"),
        never=re.compile(rf"(?<!\w){_any(words.never_before)}[ -]?$"),
        ranges=re.compile(words.ranges),
        link=re.compile(rf" (?:{words.link})" if words.link else r"(?!)"),
        noun_ahead=re.compile(
            rf" (?:{words.link})\w" if words.link else rf" (?!{stops}(?!\w))[^\W\d]"
        ),
    )


def _nationals(tag: str) -> frozenset[str]:
    """Return the plural demonyms of a language that end in s, as those of no lone adjective do."""
    if tag not in lang.languages("names"):
        return frozenset()
    names: NameWords = lang.load(tag, "names")
    forms = (
        fold(form)
        for bases in names.demonyms.values()
        for base in bases.split()
        for form, _ in inflect(base, names.demonym_rules)
    )
    return frozenset(form for form in forms if form.endswith("s"))


def _any(forms: Iterable[str]) -> str:
    return "(?:" + "|".join(forms) + ")"


def _forms(named: Mapping[str, tuple[str, ...]], before: str, after: str) -> Forms:
    """Compile the forms of several names between two fixed pieces."""
    pairs = [(form, name) for name, forms in named.items() for form in forms]
    pairs.sort(key=lambda pair: (-len(_OPTIONAL.sub("", pair[0])), pair))
    groups = "|".join(f"(?P<n{index}>{form})" for index, (form, _) in enumerate(pairs))
    return Forms(re.compile(f"{before}(?:{groups}){after}"), tuple(name for _, name in pairs))
