"""Parts of speech and tenses in the languages for which a small tagger is installed.

HanTa is a tagger in pure Python, kept at the University of Applied Sciences in Hanover, with models
for German and English inside the package. It reads some 7,000 words a second and needs 2 MB a
language. What it lacks, the tense of a conjugated German verb, is told from its form.

Source: C. Wartena, "A Probabilistic Morphology Model for German Lemmatization", KONVENS 2019. The
tags are those of STTS and CLAWS C5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.extract.span import Span

MODELS = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}
MAX_LETTERS = 40  # of a word, its last ones: HanTa's time grows with their square and more
MAX_WORDS = 400  # of a sentence; longer ones are lists, in which votes mean little

_TOKEN = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
_PARTS = {
    "de": (
        ("VV", "VERB"),
        ("VA", "AUX"),
        ("VM", "AUX"),
        ("NNI", "NOUN"),
        ("NN", "NOUN"),
        ("NE", "PROPN"),
        ("ADJ", "ADJ"),
        ("ADV", "ADV"),
        ("AP", "ADP"),
        ("ART", "DET"),
        ("CARD", "NUM"),
        ("KO", "CCONJ"),
        ("P", "PRON"),
    ),
    "en": (
        ("VV", "VERB"),
        ("V", "AUX"),
        ("NP", "PROPN"),
        ("NN", "NOUN"),
        ("AJ", "ADJ"),
        ("AV", "ADV"),
        ("PR", "ADP"),
        ("AT", "DET"),
        ("DT", "DET"),
        ("CRD", "NUM"),
        ("C", "CCONJ"),
        ("P", "PRON"),
    ),
}
"""First letters of a tag → universal part of speech; the first that fits decides."""
_TENSES = {
    "de": {"VV(PP)": "participle", "VV(INF)": "infinitive", "VV(IZU)": "infinitive"},
    "en": {
        "VVD": "past",
        "VVN": "participle",
        "VVG": "gerund",
        "VVB": "present",
        "VVZ": "present",
        "VVI": "infinitive",
    },
}
_FINITE = {
    "de": ("VV(FIN)", "VA(FIN)", "VM(FIN)"),
    "en": ("VVD", "VVB", "VVZ", "VBD", "VBB", "VBZ", "VHD", "VHB", "VHZ", "VDD", "VDZ", "VM0"),
}
_STRONG_IN_T = re.compile(
    r"(?:hielt|trat|bat|bot|riet|(?<!t)ritt|stritt|litt|galt|glitt|schnitt|tat|focht)$"
)
"""Past forms of strong verbs that end as present ones do."""


@dataclass(frozen=True, slots=True)
class Form:
    """One word by the vote of the tagger."""

    start: int
    """Offset in code points of the text."""
    part: str
    """Universal part of speech; ``X`` where the tag says nothing of use."""
    lemma: str
    tense: str = ""
    """present, past, participle, infinitive or gerund of a full verb; else empty."""
    finite: bool = False


@cache
def _tagger(language: str) -> Any:  # noqa: ANN401 -- HanTa is untyped
    """Load a model once; None where the package or the model is missing."""
    try:
        from HanTa.HanoverTagger import HanoverTagger  # noqa: PLC0415 -- only when it is needed

        return HanoverTagger(MODELS[language])
    except (ImportError, KeyError, OSError):
        return None


def tag(text: str, sentences: tuple[Span, ...], language: str) -> tuple[Form, ...]:
    """Tag the words of sentences.

    Args:
        text: the whole text.
        sentences: what to read of it; sentences over `MAX_WORDS` are left out.
        language: primary part of a BCP 47 tag.

    Returns:
        One form a word, in order; the parts of a hyphenated word count as words of one kind.
        Empty for a language without a model.
    """
    tagger = _tagger(language)
    if tagger is None:
        return ()
    found: list[Form] = []
    for span in sentences:
        tokens = list(_TOKEN.finditer(text, span.start, span.end))
        if not tokens or len(tokens) > MAX_WORDS:
            continue
        tags = tagger.tag_sent([token[0][-MAX_LETTERS:] for token in tokens])
        lemmas = _whole_verbs(tags)
        for token, lemma, (word, _, code) in zip(tokens, lemmas, tags, strict=True):
            if word[0].isalnum():
                found.extend(_forms(token, lemma, code, language))
    return tuple(found)


def _whole_verbs(tags: list[tuple[str, str, str]]) -> list[str]:
    """Return the lemma of each word, that of a verb with its prefix: "fiel … durch"."""
    lemmas = [lemma for _, lemma, _ in tags]
    verb = None
    for index, (word, _, code) in enumerate(tags):
        if code == "VV(FIN)":
            verb = index
        elif code == "PTKVZ" and verb is not None:
            lemmas[verb] = word.casefold() + lemmas[verb]
            verb = None
        elif word in ".;:":
            verb = None
    return lemmas


def _forms(token: re.Match[str], lemma: str, code: str, language: str) -> list[Form]:
    part = next((name for head, name in _PARTS[language] if code.startswith(head)), "X")
    finite = code in _FINITE[language]
    tense = _TENSES[language].get(code, "")
    if language == "de" and code == "VV(FIN)":
        tense = "past" if is_past(token[0].casefold(), lemma.casefold()) else "present"
    starts = [token.start() + piece.start() for piece in re.finditer(r"[^-]+", token[0])]
    return [Form(start, part, lemma, tense, finite) for start in starts]


def is_past(form: str, lemma: str) -> bool:
    """Say whether a conjugated German form is one of the past tense.

    Args:
        form: as it stands, in lower case.
        lemma: its infinitive, in lower case.

    Returns:
        False for a form that both tenses share: "sie trafen" is past, "sie treffen" is not.
    """
    stem = re.sub(r"e?n$", "", lemma)
    if form == lemma:
        return False
    if form.startswith(stem):
        return bool(re.fullmatch(r"e?te(?:n|st|t)?", form[len(stem) :]))
    if form.endswith(("te", "ten")):
        return True  # "brachte", "nannten"
    if form.endswith("t"):
        return bool(_STRONG_IN_T.search(form))
    return form.endswith("en") or not form.endswith(("e", "st"))
