"""The kinds of single value: text, id, date, choice, number, address, the ends of a passage.

Each reads a node, says what is wrong and describes itself; `rules.py` says what a rule is for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol, cast
from urllib.parse import urlsplit

from generator.record.edtf import EdtfError, parse_edtf, suggest
from generator.record.faults import Faults, close, found, perhaps, shorten
from generator.record.folding import fold
from generator.record.mends import (
    meant_word,
    put_cleaned,
    put_number,
    put_stripped,
    put_text,
    put_word,
)
from generator.record.messages import LANGUAGES, phrase, say
from generator.record.quotation import MAX_END_WORDS
from generator.record.strict_yaml import Node, Shape

if TYPE_CHECKING:
    from enum import StrEnum

    from generator.errors import Said

MAX_LINE = 300  # code points of a title or a name
MAX_URL = 2_000  # code points; what browsers and servers all accept
MAX_ID = 80  # characters, so that a path fits every file system
KNOWN_IDS = "known.schema.json"  # beside the schemas of records
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
# Characters without a width that no text of a record needs. Joiners stay, since Persian and emoji
# are written with them, and so do tags behind a flag.
UNSEEN = re.compile(
    "[\u00ad\u180e\u200b\u2060-\u2064\ufeff]"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"
)
# What programs that read YAML 1.1 take for something else than text, when it has no quotes.
# Source: yaml.org/type: bool, int, float.
_AMBIGUOUS = {
    "yes-or-no": re.compile(r"(?i)y|n|yes|no|on|off"),
    "time": re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"),
    "octal": re.compile(
        r"(?i)[-+]?(0[0-9_]+|0x[0-9a-f_]+|0b[01_]+|0o[0-7]+|[0-9]+(_[0-9]+)+|\.[0-9]+|[0-9]+\."
        r"|\.inf|\.nan)"
    ),
}
_ID_LIKE = re.compile("[a-z]{4}[a-z-]*")  # most texts without quotes: certain at a glance
_LONGEST = 40  # code points of a text that is asked whether it looks like a number
_QUOTED = re.compile('[\u201c\u201d\u201e](?P<text>[^"\u201c\u201d\u201e]+)[\u201c\u201d]')
_ANY = 1e18  # beyond it numbers lose whole digits
_GROUPS = re.compile(r"-?[0-9]{1,3}([ _\u00a0\u202f][0-9]{3})+")
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})", re.ASCII)
_PLAIN = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?", re.ASCII)


class _Reader(Protocol):
    def read(self, node: Node, faults: Faults) -> Any: ...  # noqa: ANN401
    def words(self) -> Said: ...


def _text(node: Node, faults: Faults, rule: _Reader) -> str | None:
    """Return the text of a node, or report that it has none."""
    if node.shape is not Shape.SCALAR or node.value is None:
        expected = rule.words()
        faults.add(node, phrase("value-missing.expected", found=found(node), expected=expected))
    elif not isinstance(node.value, str):
        kind = phrase("taken-for.constant" if isinstance(node.value, bool) else "taken-for.number")
        mend = put_text(faults.text, node, node.raw) if _fits(node, rule) else None
        faults.add(
            node,
            phrase("text-quotes", found=found(node), type=kind, raw=shorten(node.raw)),
            mend=mend,
        )
    elif sign := _CONTROL.search(node.value):
        place = _place_of(sign[0], node, faults.text)
        faults.add(place, phrase("text-control", sign=f"U+{ord(sign[0]):04X}"))
    elif node.value != node.value.strip():
        mend = put_stripped(faults.text, node)
        faults.add(node, "text-space", mend=mend if _fits(node, rule) else None)
    elif not node.value:
        faults.add(node, phrase("value-missing.empty", expected=rule.words()))
    elif not _is_certain(node, faults, rule):
        return None
    else:
        return node.value
    return None


def _is_certain(node: Node, faults: Faults, rule: _Reader) -> bool:
    """Report what a text may hold without being seen, or mean without quotes.

    Returns:
        Whether it can be read all the same.
    """
    text = node.raw
    if not text.isascii() and (sign := UNSEEN.search(text)):
        place = _place_of(sign[0], node, faults.text)
        mend = put_cleaned(faults.text, node, UNSEEN.sub("", text))
        mend = mend if _fits(node, rule) else None
        code = f"U+{ord(sign[0][0]):04X}"
        faults.add(place, phrase("text-unseen", sign=code), severity="warning", mend=mend)
    if not _is_plain(node, faults.text) or _ID_LIKE.fullmatch(text):
        return True
    quoted = _QUOTED.fullmatch(text)
    if quoted:
        mend = put_text(faults.text, node, quoted["text"])
        mend = mend if _fits(node._replace(raw=quoted["text"]), rule) else None
        faults.add(node, phrase("text-curly", raw=shorten(quoted["text"])), mend=mend)
        return False
    for name, pattern in _AMBIGUOUS.items() if len(text) <= _LONGEST else ():
        if pattern.fullmatch(text) and _fits(node, rule):
            mend = put_text(faults.text, node, text)
            faults.add(
                node,
                phrase(
                    "text-ambiguous", found=found(node), type=phrase(f"taken-for.{name}"), raw=text
                ),
                severity="warning",
                mend=mend,
            )
    return True


def _is_plain(node: Node, text: str) -> bool:
    """Say whether a scalar stands in its file without quotes."""
    return text[node.start : node.start + 1] not in ("", '"', "'", "|", ">")


def _place_of(sign: str, node: Node, text: str) -> Node:
    """Return where a sign of a scalar stands; the scalar itself where it is written otherwise."""
    at = text.find(sign, node.start, node.end)
    if at < 0:
        return node
    line = node.line + text.count("\n", node.start, at)
    column = at - text.rfind("\n", 0, at)
    return Node(Shape.SCALAR, line, column, at, at + len(sign), sign, sign)


def _fits(node: Node, rule: _Reader) -> bool:
    """Say whether what somebody typed would do as a text without white space around it."""
    trial = Faults("")
    text = UNSEEN.sub("", node.raw).strip()
    rule.read(node._replace(value=text, raw=text), trial)
    return not trial.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRule:
    """One text, on one line or on several."""

    longest: int = MAX_LINE
    lines: bool = False

    def read(self, node: Node, faults: Faults) -> str | None:
        """Return the text."""
        text = _text(node, faults, self)
        if text is None:
            return None
        if len(text) > self.longest:
            faults.add(node, phrase("text-length", found=len(text), limit=self.longest))
        elif "\n" in text and not self.lines:
            faults.add(node, "text-lines")
        else:
            return text
        return None

    def json_schema(self) -> dict[str, Any]:
        """Describe a string."""
        schema: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": self.longest}
        return schema if self.lines else {**schema, "pattern": r"^[^\n]*$"}

    def words(self) -> Said:
        """Return what to type."""
        return phrase("expected.text")


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternRule:
    """A text of a fixed form."""

    pattern: str
    code: str
    """Of its problem; what is expected is worded under the same name."""
    case: str = ""
    """Of the code, where it has several."""
    longest: int = MAX_ID
    refers: str = ""
    """For an id: what it names, as the list of known ids (`known.py`) calls it."""

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
        faults.add(
            node,
            phrase(f"{self.code}{self.case}", found=found(node), expected=self.words()),
            advice=perhaps(self._guess(text)),
        )
        return None

    def _guess(self, text: str) -> str:
        """Return what may have been meant; only ids can be guessed."""
        if self.pattern != ID_PATTERN:
            return ""
        guess = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:MAX_ID].strip("-")
        return guess if guess != text else ""

    def json_schema(self) -> dict[str, Any]:
        """Describe a string of that form."""
        known = {"$ref": f"{KNOWN_IDS}#/$defs/{self.refers}"} if self.refers else {}
        return {
            **known,
            "type": "string",
            "maxLength": self.longest,
            "pattern": self.pattern,
            "patternErrorMessage": in_all_languages(self.words()),
        }

    def words(self) -> Said:
        """Return what to type."""
        return phrase(f"expected.{self.code}")


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
            # Another way to write a date is certain; what a day that does not exist means is not.
            same = error.suggestion if error.suggestion == suggest(text) else ""
            mend = put_text(faults.text, node, same)
            said = error.said or phrase("date-format.form", text=shorten(text))
            faults.add(
                node,
                said,
                advice=perhaps(error.suggestion),
                mend=mend,
            )
            return None

    def json_schema(self) -> dict[str, Any]:
        """Describe the form; that the day exists is `check`'s business."""
        return {
            "type": "string",
            "minLength": 4,
            "maxLength": 64,
            "pattern": DATE_PATTERN,
            "patternErrorMessage": in_all_languages(self.words()),
        }

    def words(self) -> Said:
        """Return what to type."""
        return phrase("expected.date")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRule:
    """One of a few words."""

    choices: type[StrEnum]

    def read(self, node: Node, faults: Faults) -> StrEnum | None:
        """Return the member."""
        if node.shape is Shape.SCALAR:
            member = self.choices._value2member_map_.get(node.raw)
            if member is not None:
                return cast("StrEnum", member)
        hint = close(node.raw, self.choices)
        mend = put_word(faults.text, node, meant_word(node.raw, self.choices))
        faults.add(
            node, phrase("choice", found=found(node), expected=self.words()), advice=hint, mend=mend
        )
        return None

    def json_schema(self) -> dict[str, Any]:
        """Describe an enumeration."""
        return {"type": "string", "enum": [choice.value for choice in self.choices]}

    def words(self) -> Said:
        """Return the choices."""
        return phrase("expected.choice", choices=", ".join(self.choices))


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRule:
    """A number, whole or not."""

    lowest: float = -_ANY
    highest: float = _ANY
    whole: bool = False

    def read(self, node: Node, faults: Faults) -> int | float | None:
        """Return the number."""
        value = node.value
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or (self.whole and not isinstance(value, int)):
            mend = put_number(faults.text, node, self._digits(node.raw))
            key = "number.digits" if node.raw else "number.form"
            faults.add(node, phrase(key, found=found(node), expected=self.words()), mend=mend)
        elif not self.lowest <= value <= self.highest:  # type: ignore[operator]
            faults.add(node, phrase("number.form", found=found(node), expected=self.words()))
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

    def words(self) -> Said:
        """Return what to type."""
        if self.highest == _ANY and not self.whole:
            return phrase("expected.any")
        key = "expected.whole" if self.whole else "expected.number"
        return phrase(key, lowest=f"{self.lowest:g}", highest=f"{self.highest:g}")


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
        faults.add(node, phrase("url", found=found(node), expected=self.words()))
        return None

    def json_schema(self) -> dict[str, Any]:
        """Describe an address."""
        return {
            "type": "string",
            "format": "uri",
            "maxLength": MAX_URL,
            "pattern": r"^https?://[^\s]+$",
            "patternErrorMessage": in_all_languages(self.words()),
        }

    def words(self) -> Said:
        """Return what to type."""
        return phrase("expected.url")


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
            faults.add(node, phrase("passage-words.end", found=count, limit=MAX_END_WORDS))
        elif len(text) > MAX_LINE:
            faults.add(node, phrase("text-length", found=len(text), limit=MAX_LINE))
        else:
            return text
        return None

    def json_schema(self) -> dict[str, Any]:
        """Describe at most six words."""
        return {
            "type": "string",
            "maxLength": MAX_LINE,
            "pattern": rf"^\S+( \S+){{0,{MAX_END_WORDS - 1}}}$",
            "patternErrorMessage": in_all_languages(self.words()),
        }

    def words(self) -> Said:
        """Return what to type."""
        return phrase("expected.words", limit=MAX_END_WORDS)


def in_all_languages(said: Said) -> str:
    """Say what is expected in every language, for programs that know of one wording only."""
    texts = (say(phrase("expected.here", what=said), language) for language in LANGUAGES)
    return " / ".join(texts)


ID = PatternRule(pattern=ID_PATTERN, code="id")
ACTOR, ORGANISATION_ID, PLACE_ID, SOURCE_ID, EVENT_ID, INDICATOR_ID = (
    replace(ID, refers=name)
    for name in ("actor", "organisation", "place", "source", "event", "indicator")
)
HASH = PatternRule(pattern=HASH_PATTERN, code="hash")
LANGUAGE = PatternRule(pattern=LANGUAGE_PATTERN, code="language", case=".code")
COUNTRY = PatternRule(pattern=r"^[A-Z]{2}$", code="country")
WIKIDATA = PatternRule(pattern=r"^Q[1-9][0-9]{0,11}$", code="wikidata")
UNIT = PatternRule(pattern=r"^[A-Za-z][A-Za-z0-9/%°²³-]*$", code="unit", longest=30)
