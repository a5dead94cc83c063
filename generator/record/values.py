"""The kinds of single value: text, id, date, choice, number, address, the ends of a passage.

Each reads a node, says what is wrong and describes itself; `rules.py` says what a rule is for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from generator.record.edtf import EdtfError, parse_edtf, suggest
from generator.record.faults import Faults, did_you_mean, found
from generator.record.mends import meant_word, put_number, put_stripped, put_text, put_word
from generator.record.quotation import MAX_END_WORDS
from generator.record.strict_yaml import Node, Shape

if TYPE_CHECKING:
    from enum import StrEnum

MAX_LINE = 300  # code points of a title or a name
MAX_URL = 2_000  # code points; what browsers and servers all accept
MAX_ID = 80  # characters, so that a path fits every file system
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
HASH_PATTERN = r"^sha256-[0-9a-f]{16}$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}$"
DATE_PATTERN = (
    r"^(\[?(Y-?[1-9][0-9]{4,8}|-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(-([0-9]{2}|XX)){0,2}[~?%]?"
    r"|\.\.|\[|)(/|\.\.)?((Y-?[1-9][0-9]{4,8}|-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)"
    r"(-([0-9]{2}|XX)){0,2}[~?%]?)?(\.\.)?\]?$"
)
# Control characters but the line feed, and the ones that turn the direction of text around: they
# make a reviewer see another text than the one that is published.
# Source: Unicode Technical Report #36, section 2.10; CVE-2021-42574.
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_GROUPS = re.compile(r"-?[0-9]{1,3}([ _\u00a0\u202f][0-9]{3})+")
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})", re.ASCII)
_PLAIN = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?", re.ASCII)


class _Reader(Protocol):
    def read(self, node: Node, faults: Faults) -> Any: ...  # noqa: ANN401
    def words(self) -> str: ...


def _text(node: Node, faults: Faults, rule: _Reader) -> str | None:
    """Return the text of a node, or report that it has none."""
    expected = rule.words()
    if node.shape is not Shape.SCALAR or node.value is None:
        faults.add(node, "value-missing", f"{found(node)}, expected {expected}")
    elif not isinstance(node.value, str):
        message = f"{found(node)} without quotes, which YAML takes for a {_yaml_type(node)}"
        mend = put_text(faults.text, node, node.raw) if _fits(node, rule) else None
        faults.add(node, "text-quotes", message, f'Write "{node.raw}".', mend=mend)
    elif _CONTROL.search(node.value):
        sign = _CONTROL.search(node.value)
        code = f"U+{ord(sign[0]):04X}" if sign else ""
        faults.add(node, "text-control", f"found the invisible control character {code}")
    elif node.value != node.value.strip():
        message = "found white space at the start or the end of the text"
        mend = put_stripped(faults.text, node)
        faults.add(node, "text-space", message, mend=mend if _fits(node, rule) else None)
    elif not node.value:
        faults.add(node, "value-missing", f"found an empty text, expected {expected}")
    else:
        return node.value
    return None


def _fits(node: Node, rule: _Reader) -> bool:
    """Say whether what somebody typed would do as a text without white space around it."""
    trial = Faults("")
    rule.read(replace(node, value=node.raw.strip(), raw=node.raw.strip()), trial)
    return not trial.problems


def _yaml_type(node: Node) -> str:
    return "constant" if isinstance(node.value, bool) else "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRule:
    """One text, on one line or on several."""

    longest: int = MAX_LINE
    lines: bool = False
    expected: str = "a text in double quotes"

    def read(self, node: Node, faults: Faults) -> str | None:
        """Return the text."""
        text = _text(node, faults, self)
        if text is None:
            return None
        if len(text) > self.longest:
            message = f"found {len(text)} characters, expected at most {self.longest}"
            faults.add(node, "text-length", message)
        elif "\n" in text and not self.lines:
            faults.add(node, "text-lines", "found a text of several lines, expected one line")
        else:
            return text
        return None

    def json_schema(self) -> dict[str, Any]:
        """Describe a string."""
        schema: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": self.longest}
        return schema if self.lines else {**schema, "pattern": r"^[^\n]*$"}

    def words(self) -> str:
        """Return what to type."""
        return self.expected


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternRule:
    """A text of a fixed form."""

    pattern: str
    expected: str
    code: str
    longest: int = MAX_ID

    def read(self, node: Node, faults: Faults) -> str | None:
        """Return the text."""
        # Ids and codes are plain scalars: "2025" is an id although YAML takes it for a number.
        if node.shape is Shape.SCALAR and isinstance(node.value, int | float):
            text: str | None = node.raw
        else:
            text = _text(node, faults, self)
        if text is None:
            return None
        if len(text) <= self.longest and re.search(self.pattern, text, re.ASCII):
            return text
        faults.add(node, self.code, f"{found(node)}, expected {self.expected}", self._hint(text))
        return None

    def _hint(self, text: str) -> str:
        guess = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
        usable = guess != text and self.pattern == ID_PATTERN and re.search(ID_PATTERN, guess)
        return f'Did you mean "{guess}"?' if usable else ""

    def json_schema(self) -> dict[str, Any]:
        """Describe a string of that form."""
        return {
            "type": "string",
            "maxLength": self.longest,
            "pattern": self.pattern,
            "patternErrorMessage": f"Expected {self.expected}.",
        }

    def words(self) -> str:
        """Return what to type."""
        return self.expected


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule:
    """An EDTF date."""

    def read(self, node: Node, faults: Faults) -> Any:  # noqa: ANN401 -- Edtf or None
        """Return the parsed date."""
        text = _text(node, faults, self)
        if text is None:
            return None
        try:
            return parse_edtf(text)
        except EdtfError as error:
            hint = f'Did you mean "{error.suggestion}"?' if error.suggestion else ""
            # Another way to write a date is certain; what a day that does not exist means is not.
            same = error.suggestion if error.suggestion == suggest(text) else ""
            mend = put_text(faults.text, node, same)
            faults.add(node, "date-format", str(error), hint, mend=mend)
            return None

    def json_schema(self) -> dict[str, Any]:
        """Describe the form; that the day exists is `check`'s business."""
        return {
            "type": "string",
            "minLength": 4,
            "maxLength": 64,
            "pattern": DATE_PATTERN,
            "patternErrorMessage": (
                "Écrivez une date comme 2025-06-16, 2025-06, 2025, 2025-06-16/2025-06-18 ou 2015~. "
                "Write a date such as 2025-06-16, 2025-06, 2025, 2025-06-16/2025-06-18 or 2015~."
            ),
        }

    def words(self) -> str:
        """Return what to type."""
        return 'a date such as "2025-06-16", "2025-06", "2025-06-16/2025-06-18" or "2015~"'


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRule:
    """One of a few words."""

    choices: type[StrEnum]

    def read(self, node: Node, faults: Faults) -> StrEnum | None:
        """Return the member."""
        if node.shape is Shape.SCALAR and node.raw in tuple(self.choices):
            return self.choices(node.raw)
        hint = did_you_mean(node.raw, self.choices)
        mend = put_word(faults.text, node, meant_word(node.raw, self.choices))
        faults.add(node, "choice", f"{found(node)}, expected {self.words()}", hint, mend=mend)
        return None

    def json_schema(self) -> dict[str, Any]:
        """Describe an enumeration."""
        return {"type": "string", "enum": [choice.value for choice in self.choices]}

    def words(self) -> str:
        """Return the choices."""
        return "one of " + ", ".join(self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRule:
    """A number, whole or not."""

    lowest: float = -1e18
    highest: float = 1e18
    whole: bool = False

    def read(self, node: Node, faults: Faults) -> int | float | None:
        """Return the number."""
        value = node.value
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or (self.whole and not isinstance(value, int)):
            hint = "Write it without spaces or quotes: 94800000000." if node.raw else ""
            mend = put_number(faults.text, node, self._digits(node.raw))
            faults.add(node, "number", f"{found(node)}, expected {self.words()}", hint, mend=mend)
        elif not self.lowest <= value <= self.highest:  # type: ignore[operator]
            faults.add(node, "number", f"{found(node)}, expected {self.words()}")
        else:
            return value  # type: ignore[return-value]
        return None

    def _digits(self, raw: str) -> str:
        """Return the number that stands in quotes or in groups of three digits; empty for others.

        A comma is thousands to some and decimals to others, so it is for a person.
        """
        digits = re.sub(r"[ _\u00a0\u202f]", "", raw) if _GROUPS.fullmatch(raw) else raw
        plain = _WHOLE if self.whole else _PLAIN
        usable = plain.fullmatch(digits) and self.lowest <= float(digits) <= self.highest
        return digits if usable else ""

    def json_schema(self) -> dict[str, Any]:
        """Describe a number."""
        kind = "integer" if self.whole else "number"
        return {"type": kind, "minimum": self.lowest, "maximum": self.highest}

    def words(self) -> str:
        """Return what to type."""
        kind = "a whole number" if self.whole else "a number"
        return f"{kind} from {self.lowest:g} to {self.highest:g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlRule:
    """An address that a browser may be sent to."""

    def read(self, node: Node, faults: Faults) -> str | None:
        """Return the address."""
        text = _text(node, faults, self)
        if text is None:
            return None
        if is_safe_url(text):
            return text
        faults.add(node, "url", f"{found(node)}, expected {self.words()}")
        return None

    def json_schema(self) -> dict[str, Any]:
        """Describe an address."""
        return {
            "type": "string",
            "format": "uri",
            "maxLength": MAX_URL,
            "pattern": r"^https?://[^\s]+$",
            "patternErrorMessage": "Expected an address that begins with https:// or http://.",
        }

    def words(self) -> str:
        """Return what to type."""
        return "an address that begins with https:// or http://"


def is_safe_url(text: str) -> bool:
    """Say whether a browser may be sent to an address: http or https, a host, nothing hidden."""
    if len(text) > MAX_URL or re.search(r"[\s\\<>\"`{}|^\x00-\x20\x7f-\x9f]", text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port  # raises on a port that is no number
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and parts.username is None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsRule:
    """The few words at one end of a passage."""

    def read(self, node: Node, faults: Faults) -> str | None:
        """Return the words."""
        text = _text(node, faults, self)
        if text is None:
            return None
        count = len(text.split())
        if count > MAX_END_WORDS:
            message = f"found {count} words of somebody else's text, expected at most"
            faults.add(node, "passage-words", f"{message} {MAX_END_WORDS}")
        elif len(text) > MAX_LINE:
            faults.add(node, "text-length", f"found {len(text)} characters, expected {MAX_LINE}")
        else:
            return text
        return None

    def json_schema(self) -> dict[str, Any]:
        """Describe at most six words."""
        return {
            "type": "string",
            "maxLength": MAX_LINE,
            "pattern": rf"^\S+( \S+){{0,{MAX_END_WORDS - 1}}}$",
            "patternErrorMessage": f"Expected {self.words()}.",
        }

    def words(self) -> str:
        """Return what to type."""
        return f"at most {MAX_END_WORDS} words of the source"


ID = PatternRule(
    pattern=ID_PATTERN,
    code="id",
    expected="an id of small letters, digits and hyphens, such as sommet-ocs-astana-2024",
)
HASH = PatternRule(
    pattern=HASH_PATTERN, code="hash", expected="sha256- and 16 digits, which a program computes"
)
LANGUAGE = PatternRule(
    pattern=LANGUAGE_PATTERN, code="language", expected="a language code such as fr or en"
)
COUNTRY = PatternRule(
    pattern=r"^[A-Z]{2}$", code="country", expected="a country code of ISO 3166-1, such as KZ"
)
WIKIDATA = PatternRule(
    pattern=r"^Q[1-9][0-9]{0,11}$", code="wikidata", expected="a Wikidata id such as Q1520"
)
UNIT = PatternRule(
    pattern=r"^[A-Za-z][A-Za-z0-9/%°²³-]*$",
    code="unit",
    longest=30,
    expected="a currency of ISO 4217 such as USD, or a word such as percent, people, MW",
)
