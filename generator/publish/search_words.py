"""Words as the search compares them: each as it is typed in a hurry, with the stem it stands for.

"Sommets" is looked up as ``sommets`` and stands for ``sommet``; "l’OCS" is ``ocs``; "Xi'an" is
``xian`` as well as ``xi`` and ``an``. Stems are made here and never in the browser, which gets
every form that occurs.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import snowballstemmer

from generator.record.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST = 2  # letters of a word that can be looked up; one letter would lead to half the site
ELIDED = frozenset(
    ("c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t")
)
"""What French writes before an apostrophe in place of a word. Source: Le bon usage, § 45."""

# Vowel signs and points of Arabic, Hebrew and the scripts of India are parts of their words.
_POINTS = r"\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff"
_LETTER = rf"(?:[^\W_]|[{_POINTS}])"
_WORD = re.compile(rf"{_LETTER}+(?:['’ʼ]{_LETTER}+)*")
_APOSTROPHE = re.compile(r"['’ʼ]")
# Scripts without spaces between words: each pair of neighbours is looked up as a word.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_STEMMERS = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""BCP 47 primary tag → name of the Snowball algorithm; a word of another language is its own stem.

Source: snowballstem.org, "Stemming algorithms"; Snowball 3.
"""


@lru_cache(maxsize=2**16)
def words_of(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a text as pairs of what is typed and what it stands for.

    Args:
        text: plain text.
        language: BCP 47 tag of the text.

    Returns:
        In the order of the text, with repetitions; empty for a text without words.
    """
    tongue = language.partition("-")[0]
    return tuple(_pair(word, tongue) for word in _words(unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=2**18)
def _pair(word: str, language: str) -> tuple[str, str]:
    stemmer = _stemmer(language)
    small = word.casefold()
    # What is written in capitals is mostly an acronym, which has no forms: OCS is no plural.
    stem = stemmer.stemWord(small) if stemmer and word.isalpha() and not word.isupper() else small
    return fold(small), fold(stem) or fold(small)


@lru_cache(maxsize=32)
def _stemmer(language: str) -> snowballstemmer.stemmer | None:
    name = _STEMMERS.get(language)
    return snowballstemmer.stemmer(name) if name else None


def _words(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text):
        word = found[0]
        parts = _APOSTROPHE.split(word)
        if len(parts) > 1:
            heads = [part for part in parts[:-1] if part.casefold() not in ELIDED]
            parts = heads if heads and parts[-1] == "s" else [*heads, parts[-1]]
        if len(parts) > 1:
            parts.append("".join(parts))
        for part in parts:
            if _UNSPACED.search(part):
                yield from _neighbours(part)
            elif len(part) >= SHORTEST:
                yield part


def _neighbours(run: str) -> Iterator[str]:
    """Yield each pair of neighbouring signs; a sign alone is a word."""
    yield from (run[index : index + 2] for index in range(len(run) - 1)) if run[1:] else (run,)
