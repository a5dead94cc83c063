"""A small rule machine: regular expressions over word classes, applied from left to right.

A rule's pattern names word classes; `MONTH` is any token of that class, `m=MONTH` keeps it, `<IN`
and `<!OF` look at the token before, `>!MEASURE` at the one after, and `A/B` is either of two. Where
several rules match, the leftmost does, then the one listed first whose reading is not None. What a
rule matches becomes one token, so that rules of a later stage can build on it.

Source: the cascade of finite-state transducers of FASTUS (Hobbs et al. 1997), without its arcs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.extract.timex.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.extract.timex.meaning import Meaning
    from generator.extract.timex.words import Alphabet, DateWords, Lexicon, Value

_TERM = re.compile(r"(<!|<|>!|>)?(?:([a-z]\w*)=)?([A-Z]\w*(?:/[A-Z]\w*)*)")
_LOOKS = {"<": "<=", "<!": "<!", ">": "=", ">!": "!"}


class Piece(NamedTuple):
    """A part of what a rule matched that is an expression of its own."""

    first: int
    """Index of its first token within the match."""
    last: int
    """Index of its last token, inclusive."""
    meaning: Meaning


Reading: TypeAlias = "Meaning | tuple[Piece, ...] | None"


@dataclass(frozen=True, slots=True)
class Match:
    """The tokens that a rule matched."""

    tokens: list[Token]
    """All tokens of the text."""
    start: int
    """Index of the first token matched."""
    end: int
    """Index after the last one."""
    groups: dict[str, tuple[int, tuple[str, ...]]]
    """Name kept in the pattern → index of its token, and the classes that it was asked for."""
    text: str
    words: DateWords

    def __contains__(self, name: str) -> bool:
        """Say whether the named token is there."""
        return name in self.groups

    def token(self, name: str) -> Token:
        """Return the token kept under a name."""
        return self.tokens[self.groups[name][0]]

    def kinds(self, name: str) -> tuple[str, ...]:
        """Return the classes of a named token among those asked for; empty when it is not there."""
        if name not in self.groups:
            return ()
        index, classes = self.groups[name]
        return tuple(kind for kind in classes if kind in self.tokens[index].values)

    def value(self, name: str) -> Value | None:
        """Return the value of a named token; None when it is not there."""
        kinds = self.kinds(name)
        return self.token(name).values[kinds[0]] if kinds else None

    def number(self, name: str) -> int | None:
        """Return the value as a whole number."""
        value = self.value(name)
        return None if value is None else int(value)

    def meaning(self, name: str) -> Meaning:
        """Return the meaning of a named token that an earlier stage read."""
        meaning = self.token(name).meaning
        assert meaning is not None  # noqa: S101 -- patterns ask for read tokens by their classes
        return meaning

    def before(self, kind: str) -> bool:
        """Say whether the token before the match has a class."""
        return self.start > 0 and kind in self.tokens[self.start - 1].values

    def after(self, kind: str) -> bool:
        """Say whether the token after the match has a class."""
        return self.end < len(self.tokens) and kind in self.tokens[self.end].values


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How one kind of expression is read."""

    name: str
    """Stable, kebab-case, listed in docs/dates.md."""
    pattern: str
    read: Callable[[Match], Reading]
    """What the match means; None when it is no such expression after all."""
    makes: tuple[str, ...]
    """Classes of the token that stands for the match afterwards."""


class Stage:
    """Rules that look at the same tokens, compiled for one language."""

    def __init__(self, rules: Iterable[Rule], lexicon: Lexicon) -> None:
        """Compile each rule alone, and all together to find where one begins."""
        self._rules = tuple(rules)
        self._words = lexicon.words
        self._alphabet = alphabet = lexicon.alphabet
        self._singles = [re.compile(_compile(rule.pattern, alphabet)) for rule in self._rules]
        self._classes = [_kept(rule.pattern) for rule in self._rules]
        bare = (_compile(re.sub(r"[a-z]\w*=", "", rule.pattern), alphabet) for rule in self._rules)
        self._any = re.compile("|".join(f"({pattern})" for pattern in bare))

    def apply(self, text: str, tokens: list[Token]) -> list[Token]:
        """Return the tokens with each match replaced by one token that has its meaning."""
        codes = "".join(token.code for token in tokens)
        result: list[Token] = []
        position = 0
        while found := self._any.search(codes, position):
            result.extend(tokens[position : found.start()])
            made, end = self._read(text, tokens, codes, found)
            result.extend(made or tokens[found.start() : found.start() + 1])
            position = end if made else found.start() + 1
        result.extend(tokens[position:])
        return result

    def _read(
        self, text: str, tokens: list[Token], codes: str, found: re.Match[str]
    ) -> tuple[list[Token], int]:
        for index in range((found.lastindex or 1) - 1, len(self._rules)):
            match = self._singles[index].match(codes, found.start())
            if not match:
                continue
            view = Match(
                tokens, match.start(), match.end(), self._groups(match, index), text, self._words
            )
            reading = self._rules[index].read(view)
            if reading is not None:
                return self._tokens(view, self._rules[index], reading), match.end()
        return [], 0

    def _groups(self, match: re.Match[str], index: int) -> dict[str, tuple[int, tuple[str, ...]]]:
        """Return what a rule kept; ``m2`` and ``m3`` are ``m`` in other places."""
        groups: dict[str, tuple[int, tuple[str, ...]]] = {}
        for name, classes in self._classes[index].items():
            at = match.start(name)
            if at >= 0:
                groups.setdefault(name.rstrip("23"), (at, classes))
        return groups

    def _tokens(self, match: Match, rule: Rule, reading: Reading) -> list[Token]:
        pieces = reading if isinstance(reading, tuple) else None
        if pieces is None:
            pieces = (Piece(0, match.end - match.start - 1, reading),)  # type: ignore[arg-type]
        code = self._alphabet.code(frozenset(rule.makes))
        values = dict.fromkeys(rule.makes, 0)
        made = []
        for piece in pieces:
            start = match.tokens[match.start + piece.first].start
            end = match.tokens[match.start + piece.last].end
            made.append(Token(start, end, code, values, rule.name, piece.meaning))
        return made


def _compile(pattern: str, alphabet: Alphabet) -> str:
    """Turn a pattern over classes into one over their characters."""

    def term(match: re.Match[str]) -> str:
        look, name, classes = match.groups()
        body = f"[{alphabet.having(tuple(classes.split('/')))}]"
        if look:
            return f"(?{_LOOKS[look]}{body})"
        return f"(?P<{name}>{body})" if name else body

    grouped = re.sub(r"\((?!\?)", "(?:", pattern)
    return re.sub(r"\s+", "", _TERM.sub(term, grouped))


def _kept(pattern: str) -> dict[str, tuple[str, ...]]:
    return {name: tuple(kinds.split("/")) for _, name, kinds in _TERM.findall(pattern) if name}
