from __future__ import annotations

import pytest

from generator.extract.article.language import find_language, is_foreign

SENTENCES = {
    "fr": "Le pont de la ville rouvrira mardi après deux ans de travaux, a annoncé la mairie.",
    "en": "The bridge will reopen on Tuesday after two years of works, the council announced.",
    "de": "Die Brücke wird am Dienstag nach zwei Jahren Bauzeit wieder geöffnet, so die Stadt.",
    "es": "El puente reabrirá el martes tras dos años de obras, anunció el ayuntamiento.",
}


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_the_language_of_a_sentence_is_told(language, sentence):
    assert find_language(sentence) == language


def test_a_sentence_is_foreign_in_another_language_only():
    assert is_foreign(SENTENCES["de"], "fr")
    assert not is_foreign(SENTENCES["fr"], "fr")


def test_names_alone_are_not_foreign():
    assert not is_foreign("Xi Jinping, Emomali Rahmon, Sadyr Japarov", "fr")
