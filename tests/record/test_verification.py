"""Evidence against texts, under any file name, and copied sentences caught."""

from generator.record.passage import digest, normalise
from generator.record.standing import Standing
from generator.record.store import read_content
from generator.record.verification import counts, find_copied, match_texts, verify_content


def standings(root, files):
    content = read_content(root).content
    texts = match_texts(content, {stem: normalise(text) for stem, text in files.items()})
    return counts(verify_content(content, texts))


def test_all_evidence_is_ok_against_the_text_it_was_taken_from(root, article):
    assert standings(root, {"courrier-2021": article})[Standing.OK] == 3


def test_a_text_is_found_by_its_hash_whatever_its_file_is_called(root, article):
    source = root / "content/sources/courrier-2021.yml"
    source.write_text(source.read_text() + f"hash: {digest(normalise(article).text)}\n")
    assert standings(root, {"scan-17": article, "other": "Rien."})[Standing.OK] == 3


def test_without_the_text_evidence_is_unread(root):
    assert standings(root, {})[Standing.UNREAD] == 3


def test_an_altered_figure_and_a_moved_passage_are_told_apart(root, article):
    found = standings(root, {"courrier-2021": "À la une. " + article.replace("420", "240")})
    assert found[Standing.MOVED] == 2
    assert found[Standing.CHANGED] == 1


def test_nine_words_in_a_row_of_somebody_elses_text_are_too_many(root, event_file, article):
    own = "Le pont relie les deux moitiés de la ville."
    copied = "La ville de Belleport a ouvert le pont des Trois-Rives, long de 420 m."
    event_file.write_text(event_file.read_text().replace(own, copied))
    content = read_content(root).content
    texts = {"courrier-2021": normalise(article)}
    (found,) = find_copied(content, texts)
    assert (found.field, found.source) == ("summary.fr", "courrier-2021")
    assert found.words == "la ville de belleport a ouvert le pont des"


def test_words_of_our_own_are_nobodys_copy(root, article):
    content = read_content(root).content
    assert find_copied(content, {"courrier-2021": normalise(article)}) == ()
