"""The files of the search, read back as a browser reads them."""

import json
import random

import pytest

from generator.publish.edition import TEMPLATES
from generator.publish.search_index import FOLDER, MOST, PAGES, SHARD, Entry, Passage, index_files
from generator.publish.wording import read_wording

WORDS = read_wording(TEMPLATES / "words", "fr")


def entry(path, *texts, kind="events", weight=4, language="fr"):
    passages = tuple(Passage(text=text, language=language, weight=weight) for text in texts)
    return Entry(kind=kind, path=path, title=texts[0], language="", detail="", passages=passages)


def files_of(*entries):
    return {path.removeprefix(FOLDER): json.loads(t) for path, t in index_files(entries, WORDS)}


def look_up(files, word):
    """Return path → weight of the pages that a word leads to."""
    manifest = files["manifest.json"]
    starts = manifest["starts"]
    at = max(index for index, start in enumerate(starts) if index == 0 or start <= word)
    forms, stems = files[f"t/{at}.json"]
    found = {}
    numbers = forms.get(word, [])
    for stem in [numbers] if isinstance(numbers, int) else numbers:
        for weight, *steps in stems[stem]:
            page = 0
            for step in steps:
                page += step
                described = files[f"p/{page // manifest['per']}.json"][page % manifest["per"]]
                found[described[2]] = max(found.get(described[2], 0), weight)
    return found


def test_every_form_that_occurs_leads_to_the_pages_of_all_forms():
    files = files_of(entry("a/", "Le sommet"), entry("b/", "Deux sommets"), entry("c/", "Rien"))
    assert look_up(files, "sommet") == look_up(files, "sommets") == {"a/": 4, "b/": 4}
    assert look_up(files, "sommes") == {}


def test_weights_add_up_to_one_digit():
    files = files_of(entry("a/", "sommet", "un sommet", "le sommet"), entry("b/", "sommet"))
    assert look_up(files, "sommet") == {"a/": MOST, "b/": 4}


def test_little_words_lead_nowhere_and_browsers_are_told():
    files = files_of(entry("a/", "Le sommet de la paix"))
    assert look_up(files, "de") == look_up(files, "la") == {}
    assert {"de", "la", "meme"} <= set(files["manifest.json"]["ignored"].split())


def test_pages_are_numbered_kind_by_kind_in_the_order_given():
    files = files_of(entry("p/", "x", kind="people"), entry("1/", "x"), entry("2/", "x"))
    manifest = files["manifest.json"]
    assert [[kind, first] for kind, first, _ in manifest["kinds"]] == [["events", 0], ["people", 2]]
    assert [page[2] for page in files["p/0.json"]] == ["1/", "2/", "p/"]


def test_the_language_of_a_title_is_told_where_it_is_another():
    one = Entry(kind="events", path="a/", title="Gipfel", language="de", detail="2024", passages=())
    assert files_of(one)["p/0.json"] == [["Gipfel", "2024", "a/", "de"]]


def test_nothing_to_find_is_no_error():
    files = files_of()
    assert files["manifest.json"]["starts"] == []
    assert set(files) == {"manifest.json"}


@pytest.fixture(scope="module")
def many():
    chance = random.Random(1)
    letters = "abcdefghijklmnoprstuvz"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(4000)]
    texts = [" ".join([*chance.choices(words, k=30), "partout"]) for _ in range(1000)]
    return texts, files_of(*(entry(f"{n}/", text) for n, text in enumerate(texts)))


def test_files_are_of_even_size_and_each_word_is_in_the_one_that_the_manifest_says(many):
    texts, files = many
    shards = [len(json.dumps(data)) for name, data in files.items() if name.startswith("t/")]
    assert len(shards) >= 8
    assert max(shards) < 2 * SHARD
    for number in (0, 17, 999):
        for word in texts[number].split():
            if word not in files["manifest.json"]["ignored"].split():
                assert f"{number}/" in look_up(files, word), word
    assert len(look_up(files, "partout")) == 1000
    assert len([name for name in files if name.startswith("p/")]) == -(-1000 // PAGES)


def test_the_same_entries_give_the_same_files_and_others_another_version():
    one = files_of(entry("a/", "Sommet"))
    assert one == files_of(entry("a/", "Sommet"))
    other = files_of(entry("a/", "Sommets"))
    assert one["manifest.json"]["version"] != other["manifest.json"]["version"]
