"""Figures in words: the number as the reader's language writes it, its unit, its bound."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING

from babel.numbers import (
    format_compact_decimal,
    format_decimal,
    format_percent,
    get_currency_name,
    list_currencies,
)

from generator.record.folding import fold
from generator.record.model import Bound

if TYPE_CHECKING:
    from generator.publish.wording import Wording

COMPACT_FROM = 1_000_000  # below it, digits read faster than "thousands" in words
COMPACT_DIGITS = 3  # decimals of a compact number; one that needs more is written out in full
LARGEST = 10**21  # beyond it Babel cannot place the separators, and nobody reads the digits
_EXACT = 1e-9  # relative difference under which a compact number is the same number


def format_amount(value: float, unit: str, words: Wording) -> str:
    """Return a number with its unit, such as "94,8 milliards de dollars des États-Unis".

    Args:
        value: fully scaled.
        unit: an ISO 4217 code, ``percent``, or a word that the wording may know.
        words: the reader's language.
    """
    if not is_ordinary(value):
        return f"{Decimal(value):.3e} {unit_name(2, unit, words)}"
    if unit == "percent":
        return format_percent(value / 100, "#,##0.###\xa0%", locale=words.locale)
    number, compact = _number(value, words)
    name = unit_name(value, unit, words)
    if not name:
        return number
    if not compact or not _is_counted(unit):
        return words("amount.plain", number=number, unit=name)
    elided = fold(name)[:1] in tuple(words("amount.elides"))
    return words("amount.elided" if elided else "amount.compact", number=number, unit=name)


def is_ordinary(value: float) -> bool:
    """Say whether a number can be calculated with; infinite and absurd ones are only shown."""
    return -LARGEST < value < LARGEST


def bounded(text: str, bound: Bound, words: Wording) -> str:
    """Return an amount with the word for its bound, such as "plus de 94,8 milliards"."""
    return text if bound is Bound.EXACTLY else words(f"bound.{bound}", amount=text)


def unit_name(value: float, unit: str, words: Wording) -> str:
    """Return the name of a unit in the plural form that goes with a value."""
    if unit == "percent":
        return "%"
    form = words.locale.plural_form(value)
    known = words.strings.get(f"unit.{unit}.{form}") or words.strings.get(f"unit.{unit}.other")
    if known or unit not in list_currencies():
        return known or unit
    return str(get_currency_name(unit, count=value, locale=words.locale))


def format_number(value: float, words: Wording) -> str:
    """Return a number in full, with the language's separators."""
    if not is_ordinary(value):
        return f"{Decimal(value):.3e}"
    return format_decimal(value, format="#,##0.######", locale=words.locale)


def axis_number(value: float, words: Wording) -> str:
    """Return a number for an axis, as short as the language has it."""
    return format_compact_decimal(
        value, format_type="short", locale=words.locale, fraction_digits=1
    )


def _number(value: float, words: Wording) -> tuple[str, bool]:
    """Return the number, and whether it ends in a word such as "milliards"."""
    size = abs(value)
    if size < COMPACT_FROM:
        return format_number(value, words), False
    scale = 1000 ** int(math.log10(size) / 3)
    if abs(round(size / scale, COMPACT_DIGITS) * scale - size) > size * _EXACT:
        return format_number(value, words), False
    text = format_compact_decimal(
        value, format_type="long", locale=words.locale, fraction_digits=COMPACT_DIGITS
    )
    return text, True


def _is_counted(unit: str) -> bool:
    """Say whether French puts "de" between "millions" and the unit: not before a symbol."""
    return unit in list_currencies() or not (unit.isupper() or len(unit) <= 2)  # noqa: PLR2004
