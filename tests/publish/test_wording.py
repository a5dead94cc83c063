import re
import tomllib

import pytest

from generator.errors import UsageError
from generator.publish.edition import TEMPLATES
from generator.publish.wording import read_wording
from generator.record.model import (
    Basis,
    Bound,
    EventStatus,
    EventType,
    PlaceKind,
    ReviewStatus,
)

FOLDER = TEMPLATES / "words"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.toml"))


def test_every_language_has_the_same_texts():
    """Numbers apart, of which each language has its own forms."""
    keys = {
        language: {
            re.sub(r"\.(zero|one|two|few|many)$", ".other", key)
            for key in read_wording(FOLDER, language).strings
        }
        for language in LANGUAGES
    }
    for language in LANGUAGES:
        assert keys[language] ^ keys["fr"] == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_has_the_holes_that_the_french_one_has(language):
    french, other = read_wording(FOLDER, "fr").strings, read_wording(FOLDER, language).strings
    for key, text in french.items():
        assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", other[key])), key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("group", "values"),
    [
        ("type", EventType),
        ("standing", EventStatus),
        ("review", ReviewStatus),
        ("review-note", ReviewStatus),
        ("basis", Basis),
        ("place", PlaceKind),
        ("places", PlaceKind),
        ("bound", [bound for bound in Bound if bound is not Bound.EXACTLY]),
    ],
)
def test_every_value_of_a_record_has_a_word(language, group, values):
    strings = read_wording(FOLDER, language).strings
    assert [value for value in values if f"{group}.{value}" not in strings] == []


def test_every_text_that_a_template_asks_for_is_there():
    strings = read_wording(FOLDER, "fr").strings
    asked = set()
    for path in TEMPLATES.rglob("*.html"):
        asked |= set(re.findall(r"\bw\(\s*\"([\w.-]+)\"[,)\s]", path.read_text(encoding="utf-8")))
    assert asked
    # A key that ends in a dot is completed by a value, whose words the test above counts.
    assert {key for key in asked if key not in strings and not key.endswith(".")} == set()


def test_no_text_is_left_that_nothing_asks_for():
    code = "".join(
        path.read_text(encoding="utf-8")
        for folder, pattern in ((TEMPLATES, "*.html"), (TEMPLATES.parent / "generator", "*.py"))
        for path in folder.rglob(pattern)
    )
    table = tomllib.loads((FOLDER / "fr.toml").read_text(encoding="utf-8"))
    unused = [
        f"{group}.{key}"
        for group, texts in table.items()
        for key in texts
        if f"{group}.{key}" not in code
        and not re.search(rf"[\"']{group}\.({{|\"|' ~)", code)
        and f'label("{group}"' not in code
        and f'": "{group}"' not in code  # a table names the group
    ]
    assert " ".join(sorted(unused)) == ""


def test_a_language_without_words_is_refused_with_those_there_are():
    with pytest.raises(UsageError, match="en, fr"):
        read_wording(FOLDER, "xx")


def test_a_missing_text_is_an_error_and_not_a_blank():
    with pytest.raises(KeyError):
        read_wording(FOLDER, "fr")("no.such")


@pytest.mark.parametrize(("number", "text"), [(0, "0 source"), (1, "1 source"), (2, "2 sources")])
def test_counted_nouns_follow_the_language(number, text):
    assert read_wording(FOLDER, "fr").count("count.sources", number) == text


def test_an_editors_own_word_is_its_own_label():
    words = read_wording(FOLDER, "fr")
    assert words.label("role", "host") == "hôte"
    assert words.label("role", "traductrice") == "traductrice"


def test_countries_and_languages_have_names_and_unknown_codes_stay():
    words = read_wording(FOLDER, "fr")
    assert (words.territory("KZ"), words.territory("ZZZ"), words.territory(None)) == (
        "Kazakhstan",
        "ZZZ",
        "",
    )
    assert words.language_name("de") == "allemand"
