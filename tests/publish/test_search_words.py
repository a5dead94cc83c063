import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.search_words import words_of


def forms(text, language="fr"):
    return [form for form, _ in words_of(text, language)]


def stems(text, language="fr"):
    return {stem for _, stem in words_of(text, language)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l’OCS", ["ocs"]),
        ("Kassym-Jomart Tokaïev", ["kassym", "jomart", "tokaiev"]),
        ("à Xi'an", ["xi", "an", "xian"]),
        ("d’Œuvre", ["oeuvre"]),
        ("China’s", ["china"]),
        ("aujourd’hui", ["aujourd", "hui", "aujourdhui"]),
        ("上海合作", ["上海", "海合", "合作"]),
        ("a 1 b", []),
        ("e\u0301te\u0301", ["ete"]),
        ("القِمّة", ["القمة"]),
    ],
)
def test_words_are_taken_apart_as_people_look_them_up(text, found):
    assert forms(text) == found


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "sommet", "sommets"),
        ("fr", "investir", "investissements"),
        ("fr", "réunion", "réunions"),
        ("en", "meeting", "meetings"),
        ("en", "invest", "investments"),
        ("de", "Gipfel", "Gipfeln"),
        ("ar", "اجتماع", "الاجتماع"),
    ],
)
def test_forms_of_a_word_stand_for_the_same(language, one, other):
    assert stems(one, language) == stems(other, language)


def test_an_acronym_is_no_plural():
    assert stems("OCS") == {"ocs"}


def test_a_word_of_a_language_without_a_stemmer_stands_for_itself():
    assert words_of("Sotuvlar", "uz") == (("sotuvlar", "sotuvlar"),)


@given(st.text(max_size=60), st.sampled_from(["fr", "en", "ar", "zh", "x-klingon", ""]))
def test_any_text_gives_folded_words_and_the_same_ones_however_it_is_composed(text, language):
    found = words_of(text, language)
    assert found == words_of(unicodedata.normalize("NFC", text), language)
    assert all(form and stem and " " not in form + stem for form, stem in found)
