"""The site's own words in one language: labels, sentences, plurals, names of countries.

A language is one TOML file in `site_templates/words/`; adding a third needs no code.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.numbers import format_decimal

from generator.errors import UsageError
from generator.publish.markup import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one language."""

    language: str
    """BCP 47 primary tag, such as ``fr``."""
    strings: Mapping[str, str]
    """Dotted key → text with ``{named}`` holes."""
    locale: Locale
    counts: dict[tuple[str, int], str] = field(default_factory=dict, repr=False, compare=False)
    """Counted nouns made so far: few differ, and CLDR's number formats are slow."""

    def __call__(self, key: str, /, **values: object) -> str:
        """Return a text with its holes filled.

        Raises:
            KeyError: no such text; a missing label is a fault of ours, never shown as a blank.
        """
        text = self.strings[key]
        return text.format_map(values) if values else text

    def count(self, key: str, number: int) -> str:
        """Return a counted noun, such as "3 sources", in the plural form that CLDR asks for."""
        if (key, number) not in self.counts:
            form = self.locale.plural_form(number)
            text = self.strings.get(f"{key}.{form}") or self.strings[f"{key}.other"]
            number_text = format_decimal(number, locale=self.locale)
            self.counts[key, number] = text.format(n=number_text)
        return self.counts[key, number]

    def label(self, group: str, name: str) -> str:
        """Return the label of a value, or the value itself where editors coin their own."""
        return self.strings.get(f"{group}.{name}", name)

    def territory(self, code: str | None) -> str:
        """Return a country's name, or its code when CLDR has none."""
        return str(self.locale.territories.get(code, code)) if code else ""

    def language_name(self, code: str) -> str:
        """Return a language's name, or its code when CLDR has none."""
        return str(self.locale.languages.get(code, code))


def read_wording(folder: Path, language: str) -> Wording:
    """Read the words of a language.

    Args:
        folder: the folder of the TOML files.
        language: BCP 47 primary tag.

    Raises:
        UsageError: there is no such file; the message lists the languages that there are.
    """
    path = folder / f"{language}.toml"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in folder.glob("*.toml")))
        message = f"the site has no words in {language!r}; it has {known}"
        raise UsageError(message)
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    strings = {key: typeset(text, language) for key, text in _flatten(table)}
    return Wording(language=language, strings=strings, locale=Locale.parse(language))


def _flatten(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
