"""Which language a text is in."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ro", "ru", "tr", "zh")
SAMPLE = 20_000  # code points looked at; the answer does not change after some hundred
SURE = 0.98  # probability from which on a short text counts as another language


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier


def find_language(text: str) -> str:
    """Return the language of a text, one of `LANGUAGES`."""
    tag: str = _identifier().classify(text[:SAMPLE])[0]
    return tag


def is_foreign(text: str, language: str) -> bool:
    """Say whether a text is surely in another language."""
    tag, probability = _identifier().classify(text[:SAMPLE])
    return bool(tag != language and probability >= SURE)
