"""Clauses of a sentence, and what a verb in one says: done, planned, possible, denied.

Cut by the words that join clauses, not by a parser: the sentences of news agencies are cut well
enough by "qui", "lors duquel" and ", a indiqué", and it works where no parser is installed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.extract.span import Span

if TYPE_CHECKING:
    from generator.extract.events.triggers import EventWords, Lexicon, Trigger
    from generator.extract.names.words import Word

AUXILIARY_REACH = 5  # words between an auxiliary and its verb
VERB_LAST_REACH = 40  # the same where the verb stands last: "hat am Montag in Berlin … getroffen"
SHARED_REACH = 15  # words between an auxiliary and the second participle it belongs to
NEGATION_REACH = 4  # words between a negation and its verb
AGENT = frozenset({"by"})  # words after a participle that looks like a past tense
NO_AUXILIARIES = frozenset(
    {"not", "not-after", "and", "having"}
)  # kinds of words that are listed with them
MIN_QUOTE = 30  # code points; shorter quotations are names and single words


class Tie(StrEnum):
    """How a clause hangs on what stands before it."""

    MAIN = "main"
    RELATIVE = "relative"
    """About the noun before it."""
    LINKED = "linked"
    """What happened at the event before it."""
    ATTRIBUTION = "attribution"
    """Only who told it."""


class Mode(StrEnum):
    """What a clause says of its event."""

    DONE = "done"
    SET = "set"
    """Named by a noun or a participle, as a fact."""
    NOW = "now"
    """Told in the present tense."""
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A part of a sentence with one statement."""

    spans: tuple[Span, ...]
    """Its pieces in order; more than one where another clause stands inside it."""
    tie: Tie
    quoted: bool
    parent: int | None
    """Index of the clause of the same sentence that it hangs on."""

    @property
    def start(self) -> int:
        """Return where it begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Return where it ends, exclusive."""
        return self.spans[-1].end

    def has(self, offset: int) -> bool:
        """Say whether an offset lies in it."""
        return any(span.start <= offset < span.end for span in self.spans)


@dataclass(frozen=True, slots=True)
class _Patterns:
    boundaries: re.Pattern[str]
    relative: re.Pattern[str]
    linked: re.Pattern[str]
    attribution: re.Pattern[str]
    finite: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(language: Lexicon) -> _Patterns:
    data = language.data
    texts = (data.boundaries, data.relative, data.linked, data.attribution, data.finite)
    return _Patterns(*(re.compile(text, re.IGNORECASE) for text in texts))


def find_quotes(text: str, sentence: Span) -> tuple[Span, ...]:
    """Find the quotations of a sentence that are longer than a name, quotes excluded."""
    pattern = r"«([^»]*)(?:»|$)|“([^”]*)(?:”|$)|\"([^\"]*)(?:\"|$)|„([^“”]*)(?:[“”]|$)"
    return tuple(
        Span(sentence.start + match.start() + 1, sentence.start + match.end())
        for match in re.finditer(pattern, sentence.of(text))
        if match.end() - match.start() > MIN_QUOTE
    )


def find_clauses(
    text: str,
    sentence: Span,
    triggers: tuple[Trigger, ...],
    language: Lexicon,
    verbs: tuple[int, ...] = (),
) -> tuple[Clause, ...]:
    """Cut a sentence into clauses.

    Args:
        text: the whole text.
        sentence: the part to cut.
        triggers: of the sentence; a piece without a verb of its own belongs to the one before.
        language: the words to cut by.
        verbs: offsets of conjugated verbs, where a model has told them.

    Returns:
        Clauses in order; together they cover the sentence but for the words between them.
    """
    patterns = _patterns(language)
    quotes = find_quotes(text, sentence)
    found: list[list[Span]] = []
    ties: list[Tie] = []
    parents: list[int | None] = []
    complete: list[bool] = []
    main = 0
    for piece, opening in _pieces(text, sentence, patterns.boundaries):
        tie = _tie(text, piece, patterns)
        own = _has_verb(text, piece, triggers, patterns) or _any_within(verbs, piece)
        if not found:
            found.append([piece])
            ties.append(tie)
            parents.append(None)
            complete.append(own)
        elif tie is Tie.ATTRIBUTION and not complete[-1] and ties[-1] is Tie.MAIN:
            found[-1].append(piece)  # "La ministre, Anne Morel, a déclaré": no aside
            complete[-1] = True
        elif tie is not Tie.ATTRIBUTION and (not own or (tie is Tie.MAIN and not complete[-1])):
            found[-1].append(piece)
            complete[-1] = complete[-1] or own
        elif tie is Tie.MAIN and ties[-1] is not Tie.MAIN and opening == ",":
            found[main].append(piece)
        else:
            parents.append(main if tie is not Tie.RELATIVE else len(found) - 1)
            found.append([piece])
            ties.append(tie)
            complete.append(own)
            if tie is Tie.MAIN:
                main = len(found) - 1
    return tuple(
        Clause(spans=tuple(spans), tie=tie, quoted=_is_quoted(spans, quotes), parent=parent)
        for spans, tie, parent in zip(found, ties, parents, strict=True)
    )


def _pieces(text: str, sentence: Span, boundaries: re.Pattern[str]) -> list[tuple[Span, str]]:
    """Return the pieces between boundaries with the mark before each."""
    pieces: list[tuple[Span, str]] = []
    start, mark = sentence.start, ""
    for match in boundaries.finditer(text, sentence.start, sentence.end):
        if match.start() > start and text[start : match.start()].strip():
            pieces.append((Span(start, match.start()), mark))
        start, mark = match.end(), match[0].strip()[:1]
    if start < sentence.end and text[start : sentence.end].strip():
        pieces.append((Span(start, sentence.end), mark))
    return pieces


def _tie(text: str, piece: Span, patterns: _Patterns) -> Tie:
    if patterns.attribution.match(text, piece.start, piece.end):
        return Tie.ATTRIBUTION
    if patterns.linked.match(text, piece.start, piece.end):
        return Tie.LINKED
    if patterns.relative.match(text, piece.start, piece.end):
        return Tie.RELATIVE
    return Tie.MAIN


def _has_verb(text: str, piece: Span, triggers: tuple[Trigger, ...], patterns: _Patterns) -> bool:
    if any(piece.start <= t.start < piece.end and t.sense.role != "noun" for t in triggers):
        return True
    return bool(patterns.finite.search(text, piece.start, piece.end))


def _any_within(offsets: tuple[int, ...], piece: Span) -> bool:
    index = bisect_left(offsets, piece.start)
    return index < len(offsets) and offsets[index] < piece.end


def _is_quoted(spans: list[Span], quotes: tuple[Span, ...]) -> bool:
    return all(any(quote.contains(span) for quote in quotes) for span in spans)


# ---------------------------------------------------------------------------- modes


def mode_of(words: tuple[Word, ...], trigger: Trigger, clause: Clause, language: Lexicon) -> Mode:
    """Return what a clause says of the event that a verb tells.

    Args:
        words: of the sentence.
        trigger: the verb.
        clause: the clause it stands in.
        language: auxiliaries and negations.
    """
    reach = VERB_LAST_REACH if language.data.verb_last else AUXILIARY_REACH
    before = [
        word.lower if language.data.verb_last else word.fold
        for word in words[max(0, trigger.first - reach) : trigger.first]
        if clause.has(word.start)
    ]
    if not language.data.verb_last:
        before = _verb_group(before, language)
    kinds = _auxiliaries(before, language) or _shared_auxiliary(words, trigger, clause, language)
    tenses = trigger.sense.tenses
    if language.data.verb_last:
        kinds |= _auxiliaries(_closing(words, trigger, clause, language), language)
        kinds, tenses = _verb_last(kinds, tenses, before)
    elif tenses == {"ed"} and not kinds and _word_after(words, trigger) in AGENT:
        tenses = frozenset({"participle"})  # "results published by the commission"
    if language.auxiliaries["not"].intersection(before[-NEGATION_REACH:]) or _denied_after(
        words, trigger, language
    ):
        return Mode.DENIED
    return _mode(kinds, tenses)


def _verb_group(before: list[str], language: Lexicon) -> list[str]:
    """Return the words before a verb that belong to it: those after the last article."""
    for index in range(len(before) - 1, -1, -1):
        if before[index] in language.determiners:
            return before[index + 1 :]
    return before


def _auxiliaries(before: list[str], language: Lexicon) -> set[str]:
    return {
        kind
        for kind, forms in language.auxiliaries.items()
        if kind not in NO_AUXILIARIES and forms.intersection(before)
    }


def _shared_auxiliary(
    words: tuple[Word, ...], trigger: Trigger, clause: Clause, language: Lexicon
) -> set[str]:
    """Return the auxiliary that a participle shares: "a bouclé le quartier et arrêté un homme"."""
    first = trigger.first
    joined = first and words[first - 1].fold in language.auxiliaries.get("and", frozenset())
    if not joined or not trigger.sense.tenses & {"participle", "ed"}:
        return set()
    own = [word.fold for word in words[: first - 1] if clause.has(word.start)]
    return _auxiliaries(own[-SHARED_REACH:], language) & {"have", "be", "been"}


def _verb_last(
    kinds: set[str], tenses: frozenset[str], before: list[str]
) -> tuple[set[str], frozenset[str]]:
    """Return what auxiliaries and tense are in German: "wird unterzeichnet" is no future."""
    if tenses <= _FINITE:
        return set(), tenses  # what stands before is of another verb: "wurde verletzt und kam …"
    if "will" in kinds and "participle" in tenses and "infinitive" not in tenses:
        return kinds - {"will"}, frozenset({"present"})
    if tenses == {"infinitive"} and not kinds and before[-1:] != ["zu"]:
        return kinds, frozenset({"present"})
    return kinds, tenses


_FINITE = frozenset({"past", "present"})


def _closing(
    words: tuple[Word, ...], trigger: Trigger, clause: Clause, language: Lexicon
) -> list[str]:
    """Return the auxiliaries right after a verb: "entdeckt worden war", "die verletzt wurden"."""
    found = []
    for word in words[trigger.last : trigger.last + AUXILIARY_REACH]:
        if not clause.has(word.start) or not any(
            word.lower in forms for forms in language.auxiliaries.values()
        ):
            break
        found.append(word.lower)
    return found


def _word_after(words: tuple[Word, ...], trigger: Trigger) -> str:
    return words[trigger.last].fold if trigger.last < len(words) else ""


def _denied_after(words: tuple[Word, ...], trigger: Trigger, language: Lexicon) -> bool:
    after = _word_after(words, trigger)
    return after in language.auxiliaries.get("not-after", frozenset())


def _mode(kinds: set[str], tenses: frozenset[str]) -> Mode:
    """Return the mode that the auxiliaries before a form give it: the first rule that holds."""
    perfect = tenses & {"participle", "ed"} and kinds & {"have", "be", "been", "would-have"}
    rules = (
        (kinds & {"will", "due"}, Mode.PLANNED),
        ("may" in kinds and not kinds & {"have", "been"}, Mode.POSSIBLE),
        (perfect or tenses & {"past", "ed"}, Mode.DONE),
        (kinds & {"just", "was-due"} and "infinitive" in tenses, Mode.DONE),
        ("future" in tenses, Mode.PLANNED),
        ("present" in tenses, Mode.NOW),
        (tenses & {"participle", "gerund"}, Mode.SET),
    )
    return next((mode for holds, mode in rules if holds), Mode.POSSIBLE)


def ordinal_before(words: tuple[Word, ...], index: int, data: EventWords) -> int | None:
    """Return the number of an edition that stands just before a noun: "troisième forum", "24e"."""
    for word in words[max(0, index - 3) : index]:
        number = data.ordinals.get(word.text.casefold())
        if number:
            return number
        match = re.fullmatch(data.ordinal_digits, word.text)
        if match:
            return int(match[1])
    return None
